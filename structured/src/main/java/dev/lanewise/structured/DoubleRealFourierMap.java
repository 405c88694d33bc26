package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;

/**
 * The discrete Fourier transform of {@code n} real numbers, as a matrix of {@code 2 m x n} with {@code m = n/2 + 1}: the real
 * parts of the coefficients 0 to {@code n/2}, then their imaginary parts,
 *
 * <pre>
 *     y_k     =  f sum over j of x_j cos(2 pi j k / n),
 *     y_(m+k) = -f sum over j of x_j sin(2 pi j k / n),    k = 0 ... n/2,    f = 1, 1/sqrt(n) or 1/n.
 * </pre>
 *
 * <p>Row {@code m} and, for even {@code n}, row {@code 2 m - 1} are zero. The transpose is the adjoint and not the inverse:
 *
 * <pre>    x_j = f sum over k = 0 ... n/2 of (y_k cos(2 pi j k / n) - y_(m+k) sin(2 pi j k / n)),</pre>
 *
 * <p>with each coefficient once, where the inverse transform counts those that stand for their conjugates, too, twice. What
 * meets a row of zeros is not looked at, be it infinite.
 *
 * <p>Scratch: two vectors of about {@code n/2} numbers and that of a {@link DoubleRealFourierPlan}.
 */
public final class DoubleRealFourierMap extends DoubleLinearMap {
    private static final Layout ADJACENT = Layout.contiguous(0);

    private final int n;
    private final int coefficients;
    private final Normalization normalization;
    private final DoubleRealFourierPlan plan;
    private final DoubleRealFourierPlan adjoint;

    private DoubleRealFourierMap(Normalization normalization, DoubleRealFourierPlan plan) {
        super(2 * plan.coefficients(), plan.length());
        this.n = plan.length();
        this.coefficients = plan.coefficients();
        this.normalization = normalization;
        this.plan = plan;
        // Its inverse has the factor f.
        this.adjoint = plan.normalized(normalization.inverse());
    }

    /**
     * The transform of real vectors.
     *
     * @param n their length, any that a {@link DoubleRealFourierPlan} takes
     * @param normalization decides the factor {@code f}
     * @return the map
     * @throws IllegalArgumentException if {@code n} is no supported length
     */
    public static DoubleRealFourierMap of(int n, Normalization normalization) {
        return new DoubleRealFourierMap(
                normalization, DoubleRealFourierPlan.of(n).normalized(normalization));
    }

    /**
     * What decides the factor.
     *
     * @return the normalisation
     */
    public Normalization normalization() {
        return normalization;
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        double[] re = workspace.takeDoubles(coefficients);
        double[] im = workspace.takeDoubles(coefficients);
        try {
            plan.forward(x, workspace.layout(xOffset, 1, 1, 1), re, im, ADJACENT, workspace, Parallelism.NONE);
            System.arraycopy(re, 0, y, yOffset, coefficients);
            System.arraycopy(im, 0, y, yOffset + coefficients, coefficients);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        double[] re = workspace.takeDoubles(coefficients);
        double[] im = workspace.takeDoubles(coefficients);
        try {
            System.arraycopy(x, xOffset, re, 0, coefficients);
            System.arraycopy(x, xOffset + coefficients, im, 0, coefficients);
            for (int k = 1; 2 * k < n; k++) {
                re[k] *= 0.5; // the inverse transform counts it twice
                im[k] *= 0.5;
            }
            Layout to = workspace.layout(yOffset, 1, 1, 1);
            adjoint.inverse(re, im, ADJACENT, y, to, workspace, Parallelism.NONE);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    @Override
    public long operations() {
        return plan.operations();
    }

    @Override
    public String name() {
        return "real Fourier " + n + ", " + normalization;
    }
}
