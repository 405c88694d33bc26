package dev.lanewise.cli.demo;

import java.util.Arrays;

/** Measures how often something can be done in a second, once the compiler has done its work. */
public final class Throughput {
    private static final long WARM_UP = 400_000_000;
    private static final long ROUND = 30_000_000;
    private static final int ROUNDS = 9;

    private Throughput() {}

    /**
     * Runs a task for about two thirds of a second.
     *
     * @param task what to run
     * @return how often it runs in a second: the median of some rounds
     */
    public static double perSecond(Runnable task) {
        rate(task, WARM_UP);
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = rate(task, ROUND);
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }

    private static double rate(Runnable task, long nanoseconds) {
        long start = System.nanoTime();
        long now;
        int times = 0;
        do {
            task.run();
            times++;
            now = System.nanoTime();
        } while (now - start < nanoseconds);
        return 1e9 * times / (now - start);
    }
}
