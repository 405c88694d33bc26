package dev.lanewise.perf.limit;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.backend.CacheSizes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What one core can do at best.
 *
 * @param gigaflops floating-point operations a nanosecond in fused multiply-adds on registers, two each, by type and width
 *     of the vectors
 * @param gigabytes bytes a nanosecond that a copy reads and writes, by the level of memory that both arrays fit into
 * @param shuffles of vectors of the preferred width, a nanosecond
 */
public record MachineLimits(Map<String, Double> gigaflops, Map<String, Double> gigabytes, double shuffles) {
    private static final int ROUNDS = 15;

    /**
     * Measures, for some seconds: the best of several rounds, since a limit is what nothing disturbs.
     *
     * @param progress is told what is measured next
     * @return the limits
     * @throws IOException if no virtual machine can be started
     * @throws InterruptedException if this thread is interrupted
     */
    public static MachineLimits measure(Consumer<String> progress) throws IOException, InterruptedException {
        Map<String, Double> gigaflops = new LinkedHashMap<>();
        double shuffles = 0;
        for (int bits = 128; bits <= Backend.vectorBits(); bits *= 2) {
            progress.accept("multiply-adds and shuffles of " + bits + " bits");
            WidthLimits limits = WidthLimits.measure(bits);
            gigaflops.put("f32 at " + bits + " bits", limits.floats());
            gigaflops.put("f64 at " + bits + " bits", limits.doubles());
            shuffles = limits.shuffles();
        }
        gigaflops.put("f64, scalar", best(ROUNDS, MultiplyAdds::scalar));
        CacheSizes caches = CacheSizes.current();
        Map<String, Double> gigabytes = new LinkedHashMap<>();
        gigabytes.put("L1", copy(caches.l1() / 2, progress));
        gigabytes.put("L2", copy(caches.l2() / 2, progress));
        gigabytes.put("L3", copy((int) Math.min(caches.l3() / 4, 16L << 20), progress));
        gigabytes.put("memory", copy(512 << 20, progress));
        return new MachineLimits(gigaflops, gigabytes, shuffles);
    }

    /** The rate of copies within so many bytes. */
    private static double copy(int bytes, Consumer<String> progress) {
        progress.accept("copies within " + (bytes >> 10) + " KiB");
        double[] from = new double[bytes / 16];
        double[] to = new double[bytes / 16];
        for (int i = 0; i < from.length; i++) {
            from[i] = i + 0.5; // zeros are copied faster
        }
        int repetitions = Math.max(1, (1 << 24) / from.length);
        return best(ROUNDS, () -> {
            long start = System.nanoTime();
            for (int i = 0; i < repetitions; i++) {
                System.arraycopy(from, 0, to, 0, from.length);
            }
            return 16.0 * from.length * repetitions / (System.nanoTime() - start);
        });
    }

    /** Measures one rate. */
    interface Rate {
        double measure();
    }

    static double best(int rounds, Rate rate) {
        double best = 0;
        for (int round = 0; round < rounds; round++) {
            best = Math.max(best, rate.measure());
        }
        return best;
    }
}
