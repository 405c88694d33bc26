package dev.lanewise.signal;

import java.util.Objects;

/**
 * A window: what a piece of a signal is multiplied by before it is transformed, so that its ends are let in gently. The values
 * are those of {@code scipy.signal.get_window}.
 *
 * <p>There are two forms of each. The {@linkplain #symmetric symmetric} one of length {@code n} is the same from either end;
 * filters are designed with it. The {@linkplain #periodic periodic} one is the symmetric one of length {@code n + 1} without its
 * last element; spectra are taken with it.
 *
 * <p>Source, where no other is given: F. J. Harris, On the use of windows for harmonic analysis with the discrete Fourier
 * transform, Proc. IEEE 66, 1978, pp. 51-83.
 */
public final class Window {
    private static final double LARGEST_BETA = 700;

    private final String name;
    private final Shape shape;

    /** The element at place {@code i} of a symmetric window of length {@code m + 1}, for {@code 2 i <= m}. */
    private interface Shape {
        double at(int i, int m);
    }

    private Window(String name, Shape shape) {
        this.name = name;
        this.shape = shape;
    }

    /**
     * All ones.
     *
     * @return the window
     */
    public static Window rectangular() {
        return new Window("rectangular", (i, m) -> 1);
    }

    /**
     * The triangle that is 0 at both ends, {@code 2 i / m}.
     *
     * @return the window
     */
    public static Window bartlett() {
        return new Window("bartlett", (i, m) -> 2.0 * i / m);
    }

    /**
     * The raised cosine, {@code 0.5 - 0.5 cos(2 pi i / m)}.
     *
     * @return the window
     */
    public static Window hann() {
        return cosines("hann", 0.5, 0.5);
    }

    /**
     * {@code 0.54 - 0.46 cos(2 pi i / m)}.
     *
     * @return the window
     */
    public static Window hamming() {
        return cosines("hamming", 0.54, 0.46);
    }

    /**
     * {@code 0.42 - 0.5 cos(2 pi i / m) + 0.08 cos(4 pi i / m)}.
     *
     * @return the window
     */
    public static Window blackman() {
        return cosines("blackman", 0.42, 0.5, 0.08);
    }

    /**
     * The four-term window with side lobes below -92 dB.
     *
     * @return the window
     */
    public static Window blackmanHarris() {
        return cosines("blackman-harris", 0.35875, 0.48829, 0.14128, 0.01168);
    }

    /**
     * The four-term window with side lobes below -98 dB that A. H. Nuttall found (Some windows with very good sidelobe
     * behavior, IEEE Trans. Acoust. Speech Signal Process. 29, 1981, pp. 84-91, figure 12).
     *
     * @return the window
     */
    public static Window nuttall() {
        return cosines("nuttall", 0.3635819, 0.4891775, 0.1365995, 0.0106411);
    }

    /**
     * The five-term window whose main lobe is flat, so that the height of a line does not depend on where it is between the
     * frequencies (G. D'Antona, A. Ferrero, Digital Signal Processing for Measurement Systems, 2006, p. 70).
     *
     * @return the window
     */
    public static Window flatTop() {
        return cosines("flat top", 0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368);
    }

    /** {@code a_0 - a_1 cos(2 pi i / m) + a_2 cos(4 pi i / m) - ...}. */
    private static Window cosines(String name, double... a) {
        return new Window(name, (i, m) -> {
            double sum = 0;
            for (int k = a.length - 1; k >= 0; k--) {
                double cosine = StrictMath.cos(2 * Math.PI * ((long) k * i % m) / m);
                sum += k % 2 == 0 ? a[k] * cosine : -a[k] * cosine;
            }
            return sum;
        });
    }

    /**
     * The window of J. F. Kaiser, {@code I_0(beta sqrt(1 - (2 i / m - 1)^2)) / I_0(beta)} with the modified Bessel function
     * {@code I_0}: nearly the most energy in a main lobe of a width that {@code beta} decides (J. F. Kaiser, R. W. Schafer,
     * On the use of the I0-sinh window for spectrum analysis, IEEE Trans. Acoust. Speech Signal Process. 28, 1980, pp. 105-107).
     *
     * @param beta 0 to 700; 0 is rectangular, 5 about Hamming, 8.6 about Blackman
     * @return the window
     * @throws IllegalArgumentException if it is less, more or no number
     */
    public static Window kaiser(double beta) {
        if (!(beta >= 0 && beta <= LARGEST_BETA)) {
            throw new IllegalArgumentException("beta: got " + beta + ", wanted 0 to " + LARGEST_BETA);
        }
        double whole = besselI0(beta);
        // 1 - (2 i / m - 1)^2 = 4 i (m - i) / m^2, in which nothing cancels
        return new Window("kaiser " + beta, (i, m) -> besselI0(beta * 2 * Math.sqrt((double) i * (m - i)) / m) / whole);
    }

    /** {@code sum over k of (x^2 / 4)^k / (k!)^2}: all terms are positive, and rounding stays below one for each of them. */
    private static double besselI0(double x) {
        double quarter = x * x / 4;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 0x1p-60; k++) {
            term *= quarter / ((double) k * k);
            sum += term;
        }
        return sum;
    }

    /**
     * The bell {@code exp(-((i - m / 2) / deviation)^2 / 2)}.
     *
     * @param deviation the standard deviation in samples, positive and finite
     * @return the window
     * @throws IllegalArgumentException if it is not
     */
    public static Window gaussian(double deviation) {
        if (!(deviation > 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("deviation: got " + deviation + ", wanted a positive finite number");
        }
        return new Window("gaussian " + deviation, (i, m) -> {
            double from = (i - m / 2.0) / deviation;
            return StrictMath.exp(-from * from / 2);
        });
    }

    /**
     * The tapered cosine: ones, with a part {@code taper} of the length, half of it at either end, in the form of
     * {@link #hann}.
     *
     * @param taper 0 for {@link #rectangular} to 1 for {@link #hann}
     * @return the window
     * @throws IllegalArgumentException if it is less, more or no number
     */
    public static Window tukey(double taper) {
        if (!(taper >= 0 && taper <= 1)) {
            throw new IllegalArgumentException("taper: got " + taper + ", wanted 0 to 1");
        }
        return new Window(
                "tukey " + taper,
                (i, m) -> taper == 0 || i > taper * m / 2
                        ? 1
                        : 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / (taper * m)));
    }

    /**
     * The symmetric form.
     *
     * @param n the length, at least 1
     * @return its elements; 1 alone if {@code n} is 1
     * @throws IllegalArgumentException if the length is less
     */
    public double[] symmetric(int n) {
        checkLength(n);
        return elements(n, n);
    }

    /**
     * The periodic form.
     *
     * @param n the length, at least 1
     * @return its elements; 1 alone if {@code n} is 1
     * @throws IllegalArgumentException if the length is less
     */
    public double[] periodic(int n) {
        checkLength(n);
        return elements(n, n == 1 ? 1 : n + 1);
    }

    private static void checkLength(int n) {
        if (n < 1 || n == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 or more, and an array");
        }
    }

    /** The first elements of the symmetric window of a length. */
    private double[] elements(int n, int length) {
        double[] window = new double[n];
        int m = length - 1;
        for (int i = 0; i < n; i++) {
            window[i] = m == 0 ? 1 : 2L * i <= m ? shape.at(i, m) : shape.at(m - i, m);
        }
        return window;
    }

    /**
     * The coherent gain of a window: what the height of a line in the spectrum is multiplied by, {@code sum w_i / n}.
     *
     * @param window its elements, at least one
     * @return the gain
     * @throws IllegalArgumentException if there are none
     */
    public static double coherentGain(double[] window) {
        return sum(window, false) / window.length;
    }

    /**
     * The noise gain of a window: what the power of noise is multiplied by, {@code sum w_i^2 / n}.
     *
     * @param window its elements, at least one
     * @return the gain
     * @throws IllegalArgumentException if there are none
     */
    public static double noiseGain(double[] window) {
        return sum(window, true) / window.length;
    }

    /**
     * The equivalent noise bandwidth of a window: how many bins wide the rectangle is that lets as much noise through,
     * {@code n sum w_i^2 / (sum w_i)^2}.
     *
     * @param window its elements, at least one
     * @return the width in bins, 1 for the rectangular window
     * @throws IllegalArgumentException if there are none
     */
    public static double noiseBandwidth(double[] window) {
        double sum = sum(window, false);
        return window.length * sum(window, true) / (sum * sum);
    }

    private static double sum(double[] window, boolean ofSquares) {
        if (Objects.requireNonNull(window, "window").length == 0) {
            throw new IllegalArgumentException("window: got no elements, wanted 1 or more");
        }
        double sum = 0;
        for (double each : window) {
            sum += ofSquares ? each * each : each;
        }
        return sum;
    }

    /** The name, with the parameter if there is one. */
    @Override
    public String toString() {
        return name;
    }
}
