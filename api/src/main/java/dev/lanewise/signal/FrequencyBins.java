package dev.lanewise.signal;

import java.util.Objects;

/** The frequencies of the coefficients of discrete Fourier transforms, and their order. */
public final class FrequencyBins {
    private FrequencyBins() {}

    /**
     * The frequencies of a complex transform of length {@code n}, as {@code numpy.fft.fftfreq}:
     *
     * <pre>    0, 1, ..., (n - 1) / 2, -(n / 2), ..., -1,    each divided by n spacing,</pre>
     *
     * <p>with quotients rounded down. For an even length the one in the middle is {@code -1 / (2 spacing)}.
     *
     * @param n the length, at least 1
     * @param spacing the time from one sample to the next, finite and not 0
     * @return {@code n} frequencies in cycles per unit of time
     * @throws IllegalArgumentException if the length or the spacing is none
     */
    public static double[] frequencies(int n, double spacing) {
        check(n, spacing);
        double[] frequencies = new double[n];
        for (int k = 0; k < n; k++) {
            frequencies[k] = (k < n - n / 2 ? k : k - n) / (n * spacing);
        }
        return frequencies;
    }

    /**
     * The frequencies of a real transform of length {@code n}, as {@code numpy.fft.rfftfreq}: {@code k / (n spacing)} for
     * {@code k = 0 ... n / 2}.
     *
     * @param n the length, at least 1
     * @param spacing the time from one sample to the next, finite and not 0
     * @return {@code n / 2 + 1} frequencies in cycles per unit of time
     * @throws IllegalArgumentException if the length or the spacing is none
     */
    public static double[] realFrequencies(int n, double spacing) {
        check(n, spacing);
        double[] frequencies = new double[n / 2 + 1];
        for (int k = 0; k < frequencies.length; k++) {
            frequencies[k] = k / (n * spacing);
        }
        return frequencies;
    }

    private static void check(int n, double spacing) {
        if (n < 1) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 or more");
        }
        if (!Double.isFinite(spacing) || spacing == 0) {
            throw new IllegalArgumentException("spacing: got " + spacing + ", wanted a finite number other than 0");
        }
    }

    /**
     * Brings coefficients into the order of their frequencies, the lowest first, as {@code numpy.fft.fftshift}: that of
     * frequency 0 moves from place 0 to place {@code n / 2}, rounded down.
     *
     * @param x the coefficients, of any length
     * @return a new array
     */
    public static double[] shifted(double[] x) {
        Objects.requireNonNull(x, "x");
        return rotated(x, x.length - x.length / 2);
    }

    /**
     * The reverse of {@link #shifted}, as {@code numpy.fft.ifftshift}; for odd lengths it is not the same.
     *
     * @param x coefficients in the order of their frequencies, of any length
     * @return a new array
     */
    public static double[] unshifted(double[] x) {
        Objects.requireNonNull(x, "x");
        return rotated(x, x.length / 2);
    }

    /** From element {@code first} on, then those before it. */
    private static double[] rotated(double[] x, int first) {
        double[] y = new double[x.length];
        System.arraycopy(x, first, y, 0, x.length - first);
        System.arraycopy(x, 0, y, x.length - first, first);
        return y;
    }
}
