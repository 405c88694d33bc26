package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.batch.DoubleVectorBatch;
import dev.lanewise.engine.scalar.DoubleColumnsKernel;
import java.util.Objects;

/**
 * The discrete Hartley transform of real vectors of one length {@code n}: for {@code k = 0 ... n - 1}
 *
 * <pre>    H_k = f sum over j = 0 ... n - 1 of x_j (cos(2 pi j k / n) + sin(2 pi j k / n)),</pre>
 *
 * <p>with the factor {@code f} that the {@link Normalization} has for the direction. Up to that factor it is its own inverse.
 * It is the real parts minus the imaginary parts of the {@linkplain DoubleRealFourierPlan real Fourier transform}, at its
 * cost.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output may be the same vectors in place; any other
 * overlap is refused. A result depends on the values, the length and the type alone: never on layout, batch, threads or
 * machine. After an exception for wrong arguments the output is untouched. A NaN or an infinity leaves no coefficient of its
 * vector finite but those in which the definition multiplies it by zero.
 *
 * <p>Scratch, for each thread: {@code n + 2} numbers and what the real Fourier transform takes.
 *
 * <p>Source: R. N. Bracewell, Discrete Hartley transform, J. Opt. Soc. Am. 73, 1983, pp. 1832-1835.
 */
public final class DoubleHartleyPlan {
    private final DoubleRealFourierPlan plan;
    private final Normalization normalization;
    private final boolean inverse;
    private final DoubleVectorBatch batch;

    private DoubleHartleyPlan(DoubleRealFourierPlan plan, Normalization normalization, boolean inverse) {
        this.plan = plan;
        this.normalization = normalization;
        this.inverse = inverse;
        int n = plan.length();
        double factor = (inverse ? normalization.inverse() : normalization).doubleFactor(n);
        DoubleRealFourier way = plan.way();
        batch = new DoubleVectorBatch(
                n,
                n,
                plan.operations(),
                (x, none, from, y, nothing, to, workspace, parallelism) ->
                        run(way, n, factor, x, from, y, to, workspace, parallelism),
                !way.takesColumns()
                        ? null
                        : (x, none, from, inPitch, y, nothing, to, outPitch, workspace, parallelism) ->
                                runColumns(way, n, factor, x, from, inPitch, y, to, outPitch, workspace, parallelism));
    }

    /**
     * A plan without a factor.
     *
     * @param n the length of the vectors, as for {@link DoubleRealFourierPlan#of}
     * @return the plan
     * @throws IllegalArgumentException if it is less or more
     */
    public static DoubleHartleyPlan of(int n) {
        return new DoubleHartleyPlan(DoubleRealFourierPlan.of(n), Normalization.BACKWARD, false);
    }

    /**
     * The same plan with another normalisation.
     *
     * @param normalization decides the factor {@code f}, together with the direction
     * @return the plan; it shares its tables with this one
     */
    public DoubleHartleyPlan normalized(Normalization normalization) {
        return new DoubleHartleyPlan(plan, Objects.requireNonNull(normalization, "normalization"), inverse);
    }

    /**
     * The plan of the inverse transform under the same normalisation: applied after this one, it gives back the vector. The sums
     * are the same, {@code f} is that of the inverse.
     *
     * @return the plan; it shares its tables with this one
     */
    public DoubleHartleyPlan inverse() {
        return new DoubleHartleyPlan(plan, normalization, !inverse);
    }

    /**
     * The length of the vectors.
     *
     * @return {@code n}
     */
    public int length() {
        return plan.length();
    }

    /**
     * How many floating-point operations the transform of one vector takes, by the usual count.
     *
     * @return that of the {@linkplain DoubleRealFourierPlan#operations real Fourier transform}
     */
    public long operations() {
        return plan.operations();
    }

    /**
     * What the plan does and how, in one line, as {@code Hartley 1000, half as many complex points: 500 = 4 x 5 x 5 x 5,
     * BACKWARD; SIMD}.
     *
     * @return the text
     */
    public String describe() {
        return (inverse ? "inverse Hartley " : "Hartley ") + length() + ", "
                + plan.way().describe() + ", " + normalization + "; " + Backend.active();
    }

    /**
     * Transforms one vector in place, with a workspace that it makes for this call.
     *
     * @param x the vector, {@code n} elements
     * @throws IllegalArgumentException if there are more or less
     */
    public void transform(double[] x) {
        Objects.requireNonNull(x, "x");
        if (x.length != length()) {
            throw new IllegalArgumentException("x: got length " + x.length + ", wanted " + length());
        }
        Layout layout = Layout.contiguous(0);
        transform(x, layout, x, layout, new Workspace(), Parallelism.NONE);
    }

    /**
     * Transforms vectors into others.
     *
     * @param in holds the input, read only unless it is the output
     * @param inLayout where the vectors lie in it; they may overlap each other if the output is elsewhere
     * @param out gets the output; may be {@code in}, with the same layout or apart
     * @param outLayout where the vectors go, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, or
     *     input and output overlap without being the same
     */
    public void transform(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        batch.checkInPlaceOrApart(in, inLayout, out, outLayout, workspace, parallelism);
        batch.run(in, null, inLayout, out, null, outLayout, workspace, parallelism);
    }

    private static void run(
            DoubleRealFourier way,
            int n,
            double factor,
            double[] x,
            int from,
            double[] y,
            int to,
            Workspace workspace,
            Parallelism parallelism) {
        double[] re = workspace.takeDoubles(n / 2 + 1);
        double[] im = workspace.takeDoubles(n / 2 + 1);
        try {
            way.forward(x, from, re, im, 0, factor, workspace, parallelism);
            y[to] = re[0];
            if (n % 2 == 0) {
                y[to + n / 2] = re[n / 2];
            }
            DoubleRealFourier.KERNEL.hartleyPairs(re, im, n, y, to, 1, (n + 1) / 2);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private static void runColumns(
            DoubleRealFourier way,
            int n,
            double factor,
            double[] x,
            int from,
            int inPitch,
            double[] y,
            int to,
            int outPitch,
            Workspace workspace,
            Parallelism parallelism) {
        int width = DoubleColumns.MOST;
        double[] re = workspace.takeDoubles((n / 2 + 1) * width);
        double[] im = workspace.takeDoubles((n / 2 + 1) * width);
        try {
            way.forwardColumns(x, from, inPitch, re, im, 0, width, factor, workspace, parallelism);
            DoubleColumnsKernel rows = DoubleColumns.KERNEL;
            int pairs = (n - 1) / 2;
            rows.scale(re, 0, 0, 1, y, to, 0, 1);
            if (n % 2 == 0) {
                rows.scale(re, n / 2 * width, 0, 1, y, to + n / 2 * outPitch, 0, 1);
            }
            rows.sum(re, width, width, 1, im, width, width, -1, 1, y, to + outPitch, outPitch, pairs);
            rows.sum(re, width, width, 1, im, width, width, 1, 1, y, to + (n - 1) * outPitch, -outPitch, pairs);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }
}
