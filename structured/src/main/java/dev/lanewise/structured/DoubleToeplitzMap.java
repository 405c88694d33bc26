package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.ConvolutionSchedule;
import dev.lanewise.engine.fourier.DoubleConvolutionPlan;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A Toeplitz matrix of {@code m x n}, {@code A_ij = t_(i-j)}: constant along diagonals, given by its first column {@code
 * t_0, t_1, ..., t_(m-1)} and its first row {@code t_0, t_(-1), ..., t_(-(n-1))}.
 *
 * <p>{@code y = A x} is the part of {@code m} elements of the convolution of {@code x} with all {@code m + n - 1} coefficients
 * that has no others in it: by transforms of some {@code m + n - 1} points, that of the coefficients kept, or by direct
 * sums where these are shorter. Of a square matrix whose coefficients are zero from some diagonal on only the band is
 * convolved, in blocks if it is narrow. See {@link DoubleConvolutionPlan} and {@link ConvolutionSchedule}; also R. H. Chan
 * and X.-Q. Jin, An Introduction to Iterative Toeplitz Solvers, SIAM, 2007, chapter 1.
 *
 * <p>Rounding: that of {@link DoubleConvolutionPlan}. With {@code u} the unit roundoff, direct sums are off by {@code g(n)
 * |A| |x|}, element by element, with {@code g(n) = n u / (1 - n u)}; by transforms the error is a small multiple of {@code
 * u log2(m + n) ||t||_1 ||x||_2} in the 2-norm, so that a small output beside a large one has fewer correct digits.
 *
 * <p>The inverse is there for square matrices of {@link #LARGEST_INVERSE} rows or fewer; larger systems are for iterative
 * solvers, with the preconditioners of {@link DoubleToeplitzPreconditioner}.
 *
 * <p>Scratch: that of the plan, and some vectors if the output replaces the input.
 */
public final class DoubleToeplitzMap extends DoubleBlockMap {
    /**
     * The order up to which there is an inverse: it is {@code n^2} numbers that every application reads, which up to here fit
     * into the second-level cache. The product with the matrix takes {@code n log n} operations, so that beyond a few
     * iterations of a preconditioned solver are less work.
     */
    public static final int LARGEST_INVERSE = 512;

    /** Numbers that are copied at once where the output replaces the input. */
    private static final int COPIED = 1 << 16;

    private final double[] column;
    private final double[] row;
    private final DoubleConvolutionPlan plan;

    private DoubleToeplitzMap(double[] column, double[] row) {
        super(column.length, row.length);
        this.column = column;
        this.row = row;
        int m = column.length, n = row.length, below = m - 1, above = n - 1;
        ConvolutionMode mode = ConvolutionMode.VALID;
        if (m == n) {
            below = Math.max(lastOf(column), lastOf(row));
            above = below;
            mode = ConvolutionMode.SAME;
        }
        double[] kernel = new double[above + below + 1];
        for (int k = 0; k <= above; k++) {
            kernel[above - k] = row[k];
        }
        System.arraycopy(column, 0, kernel, above, below + 1);
        this.plan = DoubleConvolutionPlan.of(n, kernel, mode);
    }

    private static int lastOf(double[] coefficients) {
        int last = coefficients.length - 1;
        while (last > 0 && coefficients[last] == 0) {
            last--;
        }
        return last;
    }

    /**
     * The matrix of a first column and a first row.
     *
     * @param column the first column, {@code m} finite numbers, 1 at least; copied
     * @param row the first row, {@code n} finite numbers, 1 at least, the first of them that of the column; copied
     * @return the map
     * @throws IllegalArgumentException if one is empty, a number is not finite, the first numbers differ, or there are more
     *     in all than a {@link DoubleConvolutionPlan} takes
     */
    public static DoubleToeplitzMap of(double[] column, double[] row) {
        checkFinite("column", Objects.requireNonNull(column, "column"));
        checkFinite("row", Objects.requireNonNull(row, "row"));
        if (column[0] != row[0]) {
            throw new IllegalArgumentException("row[0]: got " + row[0] + ", wanted column[0], which is " + column[0]
                    + ": they are the same entry");
        }
        if ((long) column.length + row.length - 1 > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("column, row: got lengths " + column.length + " and " + row.length
                    + ", wanted " + Integer.MAX_VALUE + " or less for their sum less one");
        }
        return new DoubleToeplitzMap(column.clone(), row.clone());
    }

    /**
     * The symmetric matrix {@code A_ij = t_|i-j|}.
     *
     * @param column the first column, which is the first row as well; at least 1 number, all finite; copied
     * @return the map
     * @throws IllegalArgumentException if it is empty, a number is not finite, or there are more than a {@link
     *     DoubleConvolutionPlan} takes
     */
    public static DoubleToeplitzMap symmetric(double[] column) {
        return of(column, column);
    }

    /** Refuses what is empty or has a number that is not finite. */
    static void checkFinite(String name, double[] numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException(name + ": got length 0, wanted 1 or more");
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException(
                        name + "[" + i + "]: got " + numbers[i] + ", wanted a finite number");
            }
        }
    }

    /**
     * The first column.
     *
     * @return a copy of {@code t_0, ..., t_(m-1)}
     */
    public double[] column() {
        return column.clone();
    }

    /**
     * The first row.
     *
     * @return a copy of {@code t_0, t_(-1), ..., t_(-(n-1))}
     */
    public double[] row() {
        return row.clone();
    }

    /** The coefficient {@code t_k}, of any diagonal that is there. */
    double coefficient(int k) {
        return k >= 0 ? column[k] : row[-k];
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
        DoubleConvolutionPlan way = transposed ? ((DoubleToeplitzMap) transposed()).plan : plan;
        if (x != y || rows() != cols() || xLayout.offset() != yLayout.offset()) {
            way.transform(x, xLayout, y, yLayout, workspace, parallelism);
            return;
        }
        int n = cols(), count = xLayout.count(), atOnce = Math.max(parallelism.workers(), COPIED / n);
        for (int first = 0; first < count; first += atOnce) {
            int some = Math.min(atOnce, count - first);
            double[] copy = workspace.takeDoubles(some * n);
            try {
                Layout from = workspace.layout(xLayout.start(first), xLayout.stride(), some, xLayout.distance());
                Layout between = workspace.layout(0, 1, some, n);
                DoubleApartMap.copy(x, from, copy, between, n);
                way.transform(copy, between, y, from, workspace, parallelism);
            } finally {
                workspace.releaseDoubles();
            }
        }
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleToeplitzMap(row, column);
    }

    /** By Levinson's recursion where it is stable, for positive definite matrices; by elimination with pivots for others. */
    @Override
    protected DoubleLinearMap makeInverse() {
        if (rows() != cols() || rows() > LARGEST_INVERSE) {
            return super.makeInverse();
        }
        DoubleToeplitzInverse inverse = factorized();
        return inverse == null
                ? DoubleDenseMap.owning(rows(), cols(), toDense()).inverse()
                : inverse;
    }

    /** The determinant of a square matrix of {@link #LARGEST_INVERSE} rows or fewer, by the means of the inverse. */
    @Override
    public Determinant determinant() {
        if (rows() != cols() || rows() > LARGEST_INVERSE) {
            return super.determinant();
        }
        DoubleToeplitzInverse inverse = factorized();
        return inverse == null
                ? DoubleDenseMap.owning(rows(), cols(), toDense()).determinant()
                : inverse.determinant().reciprocal();
    }

    /** Null if it is not symmetric and positive definite. */
    private DoubleToeplitzInverse factorized() {
        return is(MapProperty.SYMMETRIC) ? DoubleToeplitzInverse.of(column) : null;
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known = EnumSet.noneOf(MapProperty.class);
        if (rows() != cols()) {
            return known;
        }
        if (Arrays.equals(column, row)) {
            known.add(MapProperty.SYMMETRIC);
        }
        boolean isLower = lastOf(row) == 0, isUpper = lastOf(column) == 0;
        if (isLower) {
            known.add(MapProperty.LOWER_TRIANGULAR);
        }
        if (isUpper) {
            known.add(MapProperty.UPPER_TRIANGULAR);
        }
        if ((isLower || isUpper) && column[0] != 0) {
            known.add(MapProperty.INVERTIBLE);
        }
        return known;
    }

    @Override
    public long operations() {
        return operations(plan.schedule());
    }

    static long operations(ConvolutionSchedule schedule) {
        long operations = StrictMath.round(schedule.operations());
        return schedule.method() == ConvolutionSchedule.Method.DIRECT ? 2 * operations : operations;
    }

    /** The coefficients; their transform is as many once more. */
    @Override
    public long parameters() {
        return (long) column.length + row.length - 1;
    }

    @Override
    public String name() {
        return (is(MapProperty.SYMMETRIC) ? "symmetric Toeplitz " : "Toeplitz ") + rows() + " x " + cols();
    }
}
