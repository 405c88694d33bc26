package dev.lanewise.perf.check;

import java.util.Arrays;
import java.util.List;

/**
 * Work that never changes, measured beside a benchmark in every iteration, so that it is their ratio that is compared: a
 * machine that is slower as a whole is no regression. A benchmark takes one as a parameter, {@link ArithmeticYardstick} if
 * arithmetic or the caches bound it, {@link MemoryYardstick} if memory does:
 *
 * <pre>{@code
 * @Benchmark
 * public double[] transform(ArithmeticYardstick yardstick) { ... }
 * }</pre>
 *
 * <p>JMH then writes its time with the results, as one more metric.
 */
public final class Yardstick {
    /** How the metrics of yardsticks begin. */
    static final String PREFIX = "yardstick";

    private static final int SAMPLES = 9;

    private Yardstick() {}

    /** The name of the yardstick of a measurement; null if it has none. */
    static String of(Measurement measurement) {
        List<String> names = measurement.counters().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .toList();
        if (names.size() > 1) {
            throw new DamagedResultsException(measurement.id() + ": got the yardsticks " + names + ", wanted one");
        }
        return names.isEmpty() ? null : names.get(0);
    }

    /** The nanoseconds of some work: the median of some times. */
    static double time(Runnable work) {
        double[] samples = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            work.run();
            samples[i] = System.nanoTime() - start;
        }
        Arrays.sort(samples);
        return samples[SAMPLES / 2];
    }
}
