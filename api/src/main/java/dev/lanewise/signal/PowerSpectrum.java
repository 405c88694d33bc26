package dev.lanewise.signal;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import java.util.Arrays;
import java.util.Objects;

/**
 * The power spectrum of a real signal by averaged periodograms: the signal is cut into segments that overlap; each, less its
 * mean and multiplied by a window {@code w}, is transformed; and the squares are averaged,
 *
 * <pre>    P_k = g mean over segments of |X_k|^2,    k = 0 ... n / 2,</pre>
 *
 * <p>with {@code g = 1 / (rate sum w_i^2)} for a density and {@code 1 / (sum w_i)^2} for a spectrum, twice that for all
 * frequencies but 0 and, for even {@code n}, half of the sampling rate: the power of negative frequencies is added to that of
 * positive ones. What is left of the signal after the last whole segment is not used. The numbers are those of
 * {@code scipy.signal.welch}.
 *
 * <p>Immutable; may be used by many threads at once.
 *
 * <p>Source: P. D. Welch, The use of fast Fourier transform for the estimation of power spectra: a method based on time averaging
 * over short, modified periodograms, IEEE Trans. Audio Electroacoust. 15, 1967, pp. 70-73.
 */
public final class PowerSpectrum {
    /** What the numbers are. */
    public enum Scaling {
        /** Power per unit of frequency: their sum times the distance of frequencies is the power. For noise. */
        DENSITY,

        /** The power of a line at each frequency: half of the square of its amplitude. For lines. */
        SPECTRUM
    }

    /** What is taken away from each segment. */
    public enum Detrend {
        /** Nothing. */
        NONE,

        /** Its mean. */
        CONSTANT
    }

    private static final Layout WHOLE = Layout.contiguous(0);

    private final double[] window;
    private final int overlap;
    private final Detrend detrend;
    private final Scaling scaling;
    private final DoubleRealFourierPlan plan;

    private PowerSpectrum(double[] window, int overlap, Detrend detrend, Scaling scaling, DoubleRealFourierPlan plan) {
        this.window = window;
        this.overlap = overlap;
        this.detrend = detrend;
        this.scaling = scaling;
        this.plan = plan;
    }

    /**
     * Segments of the length of a window, half of which overlaps, less their means; a density.
     *
     * @param window the elements of the window, as a rule {@link Window#periodic} ones, finite, their sum not 0; they are copied
     * @return the way to estimate
     * @throws IllegalArgumentException if there is no element, or one is not finite, or their sum is 0
     */
    public static PowerSpectrum of(double[] window) {
        ShortTimeTransform.checkWindow(window, Integer.MAX_VALUE);
        double sum = 0;
        for (double each : window) {
            sum += each;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("window: got elements whose sum is 0, wanted another one");
        }
        return new PowerSpectrum(
                window.clone(),
                window.length / 2,
                Detrend.CONSTANT,
                Scaling.DENSITY,
                DoubleRealFourierPlan.of(window.length));
    }

    /**
     * The same with another overlap.
     *
     * @param elements by which a segment overlaps the one before, 0 or more and less than a segment has
     * @return the way to estimate
     * @throws IllegalArgumentException if they are less or more
     */
    public PowerSpectrum withOverlap(int elements) {
        if (elements < 0 || elements >= window.length) {
            throw new IllegalArgumentException(
                    "overlap: got " + elements + ", wanted 0 to " + (window.length - 1) + ", less than a segment has");
        }
        return new PowerSpectrum(window, elements, detrend, scaling, plan);
    }

    /**
     * The same with longer transforms: segments are followed by zeros.
     *
     * @param length the length of the transforms, at least that of the segments
     * @return the way to estimate
     * @throws IllegalArgumentException if it is less
     */
    public PowerSpectrum withTransformLength(int length) {
        ShortTimeTransform.checkWindow(window, length);
        return new PowerSpectrum(window, overlap, detrend, scaling, DoubleRealFourierPlan.of(length));
    }

    /**
     * The same with something else taken away from segments.
     *
     * @param what is taken away
     * @return the way to estimate
     */
    public PowerSpectrum withDetrend(Detrend what) {
        return new PowerSpectrum(window, overlap, Objects.requireNonNull(what, "what"), scaling, plan);
    }

    /**
     * The same with numbers of another kind.
     *
     * @param kind what the numbers are to be
     * @return the way to estimate
     */
    public PowerSpectrum withScaling(Scaling kind) {
        return new PowerSpectrum(window, overlap, detrend, Objects.requireNonNull(kind, "kind"), plan);
    }

    /**
     * How many frequencies there are.
     *
     * @return {@code n / 2 + 1}
     */
    public int coefficients() {
        return plan.coefficients();
    }

    /**
     * The frequencies.
     *
     * @param rate the sampling rate, positive and finite
     * @return {@code k rate / n} for each {@code k}
     * @throws IllegalArgumentException if the rate is not
     */
    public double[] frequencies(double rate) {
        checkRate(rate);
        double[] frequencies = new double[coefficients()];
        for (int k = 0; k < frequencies.length; k++) {
            frequencies[k] = k * rate / plan.length();
        }
        return frequencies;
    }

    /**
     * How many segments a signal has.
     *
     * @param length the length of the signal
     * @return the number; 0 if it is shorter than one
     */
    public int segments(int length) {
        return length < window.length ? 0 : (length - window.length) / (window.length - overlap) + 1;
    }

    /**
     * Estimates the power spectrum of a signal.
     *
     * @param x the signal, at least one segment
     * @param rate the sampling rate, positive and finite
     * @return a new array with the power at each of the {@link #frequencies}
     * @throws IllegalArgumentException if the signal is shorter, or the rate is not
     */
    public double[] estimate(double[] x, double rate) {
        double[] power = new double[coefficients()];
        estimate(x, rate, power, new Workspace());
        return power;
    }

    /**
     * Estimates the power spectrum of a signal.
     *
     * @param x the signal, at least one segment, read only
     * @param rate the sampling rate, positive and finite
     * @param power gets the power at each of the {@link #frequencies}; another array
     * @param workspace scratch
     * @throws IllegalArgumentException if the signal is shorter, the rate is not, or there are not as many places for powers as
     *     frequencies, or they are in the array of the signal
     */
    public void estimate(double[] x, double rate, double[] power, Workspace workspace) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(power, "power");
        Objects.requireNonNull(workspace, "workspace");
        checkRate(rate);
        if (x.length < window.length) {
            throw new IllegalArgumentException(
                    "x: got length " + x.length + ", wanted at least one segment of " + window.length);
        }
        if (power.length != coefficients()) {
            throw new IllegalArgumentException("power: got length " + power.length + ", wanted " + coefficients());
        }
        if (power == x) {
            throw new IllegalArgumentException("power: got the array of the signal, wanted another one");
        }
        Arrays.fill(power, 0);
        double[] segment = workspace.takeDoubles(plan.length());
        double[] re = workspace.takeDoubles(coefficients());
        double[] im = workspace.takeDoubles(coefficients());
        try {
            int segments = segments(x.length);
            for (int number = 0; number < segments; number++) {
                take(x, number * (window.length - overlap), segment);
                plan.forward(segment, WHOLE, re, im, WHOLE, workspace, Parallelism.NONE);
                for (int k = 0; k < power.length; k++) {
                    power[k] += re[k] * re[k] + im[k] * im[k];
                }
            }
            scale(power, rate, segments);
        } finally {
            for (int i = 0; i < 3; i++) {
                workspace.releaseDoubles();
            }
        }
    }

    private static void checkRate(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("rate: got " + rate + ", wanted a positive finite number");
        }
    }

    private void take(double[] x, int from, double[] segment) {
        double mean = 0;
        if (detrend == Detrend.CONSTANT) {
            for (int i = 0; i < window.length; i++) {
                mean += x[from + i];
            }
            mean /= window.length;
        }
        for (int i = 0; i < window.length; i++) {
            segment[i] = window[i] * (x[from + i] - mean);
        }
        Arrays.fill(segment, window.length, plan.length(), 0);
    }

    private void scale(double[] power, double rate, int segments) {
        double sum = 0;
        double squares = 0;
        for (double each : window) {
            sum += each;
            squares += each * each;
        }
        double gain = 1 / ((scaling == Scaling.DENSITY ? rate * squares : sum * sum) * segments);
        for (int k = 0; k < power.length; k++) {
            boolean alone = k == 0 || 2 * k == plan.length();
            power[k] *= alone ? gain : 2 * gain;
        }
    }
}
