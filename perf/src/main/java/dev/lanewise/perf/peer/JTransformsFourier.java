package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.fft.DoubleFFT_2D;
import org.jtransforms.fft.FloatFFT_1D;
import org.jtransforms.fft.FloatFFT_2D;

/** Fourier transforms by JTransforms, as {@link JTransformsInPlace} runs them. */
public final class JTransformsFourier {
    private JTransformsFourier() {}

    /**
     * The transform of a vector.
     *
     * @param re real parts
     * @param im imaginary parts
     * @param single whether in single precision
     * @param threads how many it may use
     * @return the contestant
     */
    public static Contestant of(double[] re, double[] im, boolean single, int threads) {
        JTransformsInPlace.setThreads(threads);
        double[] in = Interleaved.of(re, im);
        int n = re.length;
        return single
                ? JTransformsInPlace.ofFloats(in, new FloatFFT_1D(n)::complexForward, Interleaved::apart)
                : JTransformsInPlace.ofDoubles(in, new DoubleFFT_1D(n)::complexForward, Interleaved::apart);
    }

    /**
     * The transforms of the rows of a matrix, one after the other, for which it has no function of its own.
     *
     * @param re real parts, row by row
     * @param im imaginary parts
     * @param cols the length of a row
     * @param single whether in single precision
     * @param threads how many it may use for each
     * @return the contestant
     */
    public static Contestant ofRows(double[] re, double[] im, int cols, boolean single, int threads) {
        JTransformsInPlace.setThreads(threads);
        double[] in = Interleaved.of(re, im);
        int row = 2 * cols;
        if (single) {
            FloatFFT_1D transform = new FloatFFT_1D(cols);
            return JTransformsInPlace.ofFloats(
                    in,
                    rows -> {
                        for (int at = 0; at < rows.length; at += row) {
                            transform.complexForward(rows, at);
                        }
                    },
                    Interleaved::apart);
        }
        DoubleFFT_1D transform = new DoubleFFT_1D(cols);
        return JTransformsInPlace.ofDoubles(
                in,
                rows -> {
                    for (int at = 0; at < rows.length; at += row) {
                        transform.complexForward(rows, at);
                    }
                },
                Interleaved::apart);
    }

    /**
     * The transform of a matrix over both axes.
     *
     * @param re real parts, row by row
     * @param im imaginary parts
     * @param cols the length of a row
     * @param single whether in single precision
     * @param threads how many it may use
     * @return the contestant
     */
    public static Contestant ofGrid(double[] re, double[] im, int cols, boolean single, int threads) {
        JTransformsInPlace.setThreads(threads);
        double[] in = Interleaved.of(re, im);
        int rows = re.length / cols;
        return single
                ? JTransformsInPlace.ofFloats(in, new FloatFFT_2D(rows, cols)::complexForward, Interleaved::apart)
                : JTransformsInPlace.ofDoubles(in, new DoubleFFT_2D(rows, cols)::complexForward, Interleaved::apart);
    }

    /**
     * The transform of a real vector; the result is read as {@code n / 2 + 1} real parts, then as many imaginary ones.
     *
     * @param input the numbers
     * @param single whether in single precision
     * @param threads how many it may use
     * @return the contestant
     */
    public static Contestant ofReal(double[] input, boolean single, int threads) {
        JTransformsInPlace.setThreads(threads);
        int n = input.length;
        return single
                ? JTransformsInPlace.ofFloats(input, new FloatFFT_1D(n)::realForward, JTransformsFourier::unpacked)
                : JTransformsInPlace.ofDoubles(input, new DoubleFFT_1D(n)::realForward, JTransformsFourier::unpacked);
    }

    /**
     * Real and imaginary parts alternate, and where the imaginary part of coefficient 0 would be, which is 0, there is the
     * last number of all: the real part of coefficient {@code n / 2} for even {@code n}, the imaginary part of the last
     * coefficient for odd {@code n}.
     */
    private static double[] unpacked(double[] packed) {
        int n = packed.length;
        int coefficients = n / 2 + 1;
        double[] parts = new double[2 * coefficients];
        for (int i = 0; i < n; i++) {
            parts[i % 2 == 0 ? i / 2 : coefficients + i / 2] = packed[i];
        }
        if (n > 1) {
            parts[n % 2 == 0 ? coefficients - 1 : 2 * coefficients - 1] = packed[1];
            parts[coefficients] = 0;
        }
        return parts;
    }
}
