package dev.lanewise.signal;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import java.util.Objects;

/**
 * The analytic signal {@code x + i H x} of real signals of one length {@code n}, taken for one period of a periodic signal: the
 * complex signal with the real part {@code x} and without negative frequencies. Its imaginary part is the discrete Hilbert
 * transform of {@code x}, in which each cosine has become the sine of its frequency; frequency 0 and, for even {@code n}, half of
 * the sampling rate have none. Its absolute value is the envelope of {@code x}. As {@code scipy.signal.hilbert}.
 *
 * <p>Immutable; may be used by many threads at once.
 *
 * <p>Source: S. L. Marple, Computing the discrete-time "analytic" signal via FFT, IEEE Trans. Signal Process. 47, 1999,
 * pp. 2600-2603.
 */
public final class AnalyticSignal {
    private static final Layout WHOLE = Layout.contiguous(0);

    private final DoubleRealFourierPlan plan;

    private AnalyticSignal(DoubleRealFourierPlan plan) {
        this.plan = plan;
    }

    /**
     * Of signals of a length.
     *
     * @param n the length, one that a {@link DoubleRealFourierPlan} takes
     * @return the way there
     * @throws IllegalArgumentException if it is not
     */
    public static AnalyticSignal of(int n) {
        return new AnalyticSignal(DoubleRealFourierPlan.of(n));
    }

    /**
     * The length of the signals.
     *
     * @return {@code n}
     */
    public int length() {
        return plan.length();
    }

    /**
     * The Hilbert transform: the imaginary part of the analytic signal, of which {@code x} is the real part.
     *
     * @param x the signal, {@code n} elements, read only unless it is the output
     * @param y gets the transform, {@code n} elements; may be {@code x}
     * @param workspace scratch
     * @throws IllegalArgumentException if an array has another length
     */
    public void hilbert(double[] x, double[] y, Workspace workspace) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(workspace, "workspace");
        if (x.length != length() || y.length != length()) {
            throw new IllegalArgumentException(
                    "x, y: got lengths " + x.length + " and " + y.length + ", wanted " + length());
        }
        int coefficients = plan.coefficients();
        double[] re = workspace.takeDoubles(coefficients);
        double[] im = workspace.takeDoubles(coefficients);
        try {
            plan.forward(x, WHOLE, re, im, WHOLE, workspace, Parallelism.NONE);
            // times -i: (a + i b) becomes b - i a
            for (int k = 0; k < coefficients; k++) {
                double real = re[k];
                re[k] = im[k];
                im[k] = -real;
            }
            re[0] = 0;
            if (length() % 2 == 0) {
                re[coefficients - 1] = 0;
            }
            plan.inverse(re, im, WHOLE, y, WHOLE, workspace, Parallelism.NONE);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /**
     * The envelope, {@code sqrt(x^2 + (H x)^2)}.
     *
     * @param x the signal, {@code n} elements
     * @return a new array with the absolute values of its analytic signal
     * @throws IllegalArgumentException if it has another length
     */
    public double[] envelope(double[] x) {
        double[] envelope = new double[length()];
        hilbert(x, envelope, new Workspace());
        for (int i = 0; i < envelope.length; i++) {
            envelope[i] = StrictMath.hypot(x[i], envelope[i]);
        }
        return envelope;
    }
}
