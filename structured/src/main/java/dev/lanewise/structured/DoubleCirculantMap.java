package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.CircularConvolutionSchedule;
import dev.lanewise.engine.fourier.DoubleCircularConvolutionPlan;

/**
 * A circulant matrix, {@code A_ij = c_((i-j) mod n)} with the first column {@code c}: {@code y = A x} is the circular
 * convolution of {@code c} and {@code x}. The transpose, {@code A_ij = c_((j-i) mod n)}, is the circular correlation; it has the
 * first row {@code c}, and costs the same. See {@link DoubleCircularConvolutionPlan}.
 *
 * <p>Scratch: that of the plan.
 */
public final class DoubleCirculantMap extends DoubleBlockMap {
    private final int n;
    private final DoubleCircularConvolutionPlan plan;
    private final DoubleCircularConvolutionPlan transposed;
    private final long operations;

    private DoubleCirculantMap(DoubleCircularConvolutionPlan plan, DoubleCircularConvolutionPlan transposed) {
        super(plan.length(), plan.length());
        this.n = plan.length();
        this.plan = plan;
        this.transposed = transposed;
        CircularConvolutionSchedule schedule = plan.schedule();
        boolean direct = schedule.method() == CircularConvolutionSchedule.Method.DIRECT;
        this.operations = direct ? 2L * n * n : StrictMath.round(schedule.operations());
    }

    /**
     * The matrix of a first column.
     *
     * @param column the first column {@code c}, as many finite numbers as a {@link DoubleCircularConvolutionPlan} takes;
     *     copied
     * @return the map
     * @throws IllegalArgumentException if there are none or too many, or one is not finite
     */
    public static DoubleCirculantMap of(double[] column) {
        DoubleCircularConvolutionPlan plan = DoubleCircularConvolutionPlan.of(column);
        return new DoubleCirculantMap(plan, plan.transposed());
    }

    @Override
    protected void applyBlock(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        (transposed ? this.transposed : plan).transform(x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleCirculantMap(transposed, plan);
    }

    @Override
    public long operations() {
        return operations;
    }

    /** The first column, or its transform: whichever the plan holds. */
    @Override
    public long parameters() {
        return n;
    }

    @Override
    public String name() {
        return "circulant " + n;
    }
}
