package dev.lanewise.perf.check;

import java.util.Arrays;
import java.util.List;

/**
 * Work that never changes, measured before and after every iteration of a benchmark, so that it is their ratio that is compared: a
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

    private static final int SAMPLES = 5;

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

    /** Takes the time of a yardstick, before an iteration and after it. */
    static final class Clock {
        private double before = Double.NaN;
        private double after = Double.NaN;

        void measure(Runnable work) {
            before = after;
            after = time(work);
        }

        /** The geometric mean of the last two times: that of the middle, where a machine becomes slower at a constant rate. */
        double nanoseconds() {
            return Math.sqrt(before * after);
        }

        private static double time(Runnable work) {
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
}
