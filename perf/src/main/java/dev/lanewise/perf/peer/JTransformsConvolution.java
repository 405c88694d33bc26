package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * The full convolution by real transforms of JTransforms whose length is the next power of two; that of the kernel is made
 * beforehand. It is {@link JTransformsInPlace} on a signal that has been padded beforehand.
 */
public final class JTransformsConvolution {
    private JTransformsConvolution() {}

    /**
     * The convolution of two vectors.
     *
     * @param signal one
     * @param kernel the other
     * @param single whether in single precision
     * @param threads how many it may use
     * @return the contestant
     */
    public static Contestant of(double[] signal, double[] kernel, boolean single, int threads) {
        JTransformsInPlace.setThreads(threads);
        int wanted = signal.length + kernel.length - 1;
        int n = Math.max(2, Integer.highestOneBit(2 * wanted - 1));
        double[] padded = Arrays.copyOf(signal, n);
        if (single) {
            FloatFFT_1D transform = new FloatFFT_1D(n);
            float[] filter = Precision.narrowed(Arrays.copyOf(kernel, n));
            transform.realForward(filter);
            return JTransformsInPlace.ofFloats(
                    padded,
                    x -> {
                        transform.realForward(x);
                        multiply(x, filter);
                        transform.realInverse(x, true);
                    },
                    y -> Arrays.copyOf(y, wanted));
        }
        DoubleFFT_1D transform = new DoubleFFT_1D(n);
        double[] filter = Arrays.copyOf(kernel, n);
        transform.realForward(filter);
        return JTransformsInPlace.ofDoubles(
                padded,
                x -> {
                    transform.realForward(x);
                    multiply(x, filter);
                    transform.realInverse(x, true);
                },
                y -> Arrays.copyOf(y, wanted));
    }

    /** The first and the last coefficient are real and lie where the first alone would lie. */
    private static void multiply(double[] x, double[] filter) {
        x[0] *= filter[0];
        x[1] *= filter[1];
        for (int k = 2; k < x.length; k += 2) {
            double re = x[k] * filter[k] - x[k + 1] * filter[k + 1];
            x[k + 1] = x[k] * filter[k + 1] + x[k + 1] * filter[k];
            x[k] = re;
        }
    }

    private static void multiply(float[] x, float[] filter) {
        x[0] *= filter[0];
        x[1] *= filter[1];
        for (int k = 2; k < x.length; k += 2) {
            float re = x[k] * filter[k] - x[k + 1] * filter[k + 1];
            x[k + 1] = x[k] * filter[k + 1] + x[k + 1] * filter[k];
            x[k] = re;
        }
    }
}
