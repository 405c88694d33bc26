package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.CircularConvolutionSchedule;
import dev.lanewise.engine.fourier.DoubleCircularConvolutionPlan;
import java.util.Set;

/**
 * A circulant matrix, {@code A_ij = c_((i-j) mod n)} with the first column {@code c}: {@code y = A x} is the circular
 * convolution of {@code c} and {@code x}. The transpose, {@code A_ij = c_((j-i) mod n)}, is the circular correlation; it
 * has the first row {@code c}, and costs the same. See {@link DoubleCircularConvolutionPlan}.
 *
 * <p>The inverse is the circulant of which the first column is the inverse transform of the reciprocals of the eigenvalues,
 * which are the transform of {@code c}. Solutions are off by a small multiple of {@code u log2(n)} times the condition
 * number of {@code A}, in the 2-norm, {@code u} being the unit roundoff. A matrix with an eigenvalue no larger than {@code
 * n u} times the largest counts as singular.
 *
 * <p>Scratch: that of the plan.
 */
public final class DoubleCirculantMap extends DoubleBlockMap {
    private final int n;
    private final double[] column;
    private final boolean isTransposed;
    private final Set<MapProperty> known;
    private final DoubleCircularConvolutionPlan plan;
    private final DoubleCircularConvolutionPlan transposed;
    private final long operations;

    private DoubleCirculantMap(
            double[] column,
            boolean isTransposed,
            Set<MapProperty> known,
            DoubleCircularConvolutionPlan plan,
            DoubleCircularConvolutionPlan transposed) {
        super(plan.length(), plan.length());
        this.n = plan.length();
        this.column = column;
        this.isTransposed = isTransposed;
        this.known = known;
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
        boolean isSymmetric = DoubleCirculantSpectrum.isSymmetric(column);
        Set<MapProperty> known = isSymmetric ? Set.of(MapProperty.SYMMETRIC) : Set.of();
        return new DoubleCirculantMap(column.clone(), false, known, plan, plan.transposed());
    }

    /** The matrix of a first column, which is seen to be symmetric and positive definite. */
    static DoubleCirculantMap positiveDefinite(double[] column) {
        new DoubleCirculantSpectrum(column).checkPositive();
        return of(column).with(Set.of(MapProperty.POSITIVE_DEFINITE));
    }

    private DoubleCirculantMap with(Set<MapProperty> known) {
        return new DoubleCirculantMap(column, isTransposed, known, plan, transposed);
    }

    /**
     * The first column.
     *
     * @return a copy of {@code c}
     */
    public double[] column() {
        return column.clone();
    }

    /**
     * Whether this was made as the transpose of another: a correlation, whose bits are not those of the convolution with its first
     * column.
     *
     * @return false if it was made of its first column
     */
    public boolean isTransposed() {
        return isTransposed;
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
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            row[i] = column[(n - i) % n];
        }
        return new DoubleCirculantMap(row, !isTransposed, known, transposed, plan);
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        DoubleCirculantMap inverse = of(new DoubleCirculantSpectrum(column).inverseColumn());
        return is(MapProperty.POSITIVE_DEFINITE) ? inverse.with(known) : inverse;
    }

    @Override
    public Determinant determinant() {
        return new DoubleCirculantSpectrum(column).determinant();
    }

    @Override
    protected Set<MapProperty> known() {
        return known;
    }

    @Override
    public long operations() {
        return operations;
    }

    /** The first column; what the plan holds is made of it. */
    @Override
    public long parameters() {
        return n;
    }

    @Override
    public String name() {
        return "circulant " + n;
    }
}
