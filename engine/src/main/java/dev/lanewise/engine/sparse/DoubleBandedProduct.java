package dev.lanewise.engine.sparse;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.scalar.DoubleBandKernel;
import java.util.Objects;

/**
 * The products of a banded matrix and vectors,
 *
 * <pre>    y = A x  or  y = A^T x,    A of rows x cols,    a_ij = 0 unless i - lower is at most j and j at most i + upper.</pre>
 *
 * <p>The diagonals of A are the rows of the array that it comes in, from the lowest to the highest, so that a column of it has the
 * entries of a row of A: entry {@code (i, j)} is at {@code (j - i + lower) rows + i}. For 4 x 5 with {@code lower = 1} and {@code
 * upper = 2},
 *
 * <pre>
 *     a00 a01 a02  .   .          *  a10 a21 a32
 *     a10 a11 a12 a13  .         a00 a11 a22 a33
 *      .  a21 a22 a23 a24        a01 a12 a23 a34
 *      .   .  a32 a33 a34        a02 a13 a24  *
 * </pre>
 *
 * <p>What lies outside of the matrix ({@code *}) is not read. A zero within the band is an entry like any other: zero times infinity
 * is NaN, where an entry outside of the band adds nothing.
 *
 * <p>Input and output may be the same vectors if A is square; any other overlap is refused. NaN and infinity in vectors go through
 * as IEEE 754 says. After an exception y is untouched. An instance does not change and may be used by many threads at once.
 *
 * <p>An element of {@code A x} is one chain of fused multiply-adds that begins at zero and runs through its row in the order of
 * columns; one of {@code A^T x} runs through its column in the order of rows. So it has the same bits whatever the other vectors,
 * layout, threads or machine.
 *
 * <p>Rounding: an element is off by at most {@code g(k) sum |a_ij| |x_j|}, where {@code k} is the number of its entries, {@code lower
 * + upper + 1} at most, and {@code g(k) = k u / (1 - k u)} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed.,
 * section 3.1).
 */
public final class DoubleBandedProduct {
    static final DoubleBandKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleBandKernel(), DoubleBandKernel::new);

    private final int rows;
    private final int cols;
    private final int lower;
    private final int upper;
    private final double[] band;
    private final DoubleOutputs byRows;
    private final DoubleOutputs byColumns;

    private DoubleBandedProduct(int rows, int cols, int lower, int upper, double[] band) {
        this.rows = rows;
        this.cols = cols;
        this.lower = lower;
        this.upper = upper;
        this.band = band;
        byRows = new Along(cols, rows, lower, 0, rows);
        byColumns = new Along(rows, cols, upper, (lower + upper) * rows - upper, 1 - rows);
    }

    /**
     * Takes a matrix. Diagonals that lie outside of it as a whole are left out.
     *
     * @param rows how many rows, at least 0
     * @param cols how many columns, at least 0
     * @param lower how many diagonals below the main one, at least 0
     * @param upper how many above it, at least 0
     * @param diagonals the {@code lower + upper + 1} diagonals of {@code rows} numbers, those within the matrix finite; copied
     * @return the products of the matrix
     * @throws IllegalArgumentException if a number is negative, there are more or fewer entries, or one is not finite
     */
    public static DoubleBandedProduct of(int rows, int cols, int lower, int upper, double[] diagonals) {
        Backend.active();
        Objects.requireNonNull(diagonals, "diagonals");
        if (rows < 0 || cols < 0) {
            throw new IllegalArgumentException("shape: got " + rows + " x " + cols + ", wanted 0 or more of each");
        }
        if (lower < 0 || upper < 0) {
            throw new IllegalArgumentException(
                    "diagonals: got " + lower + " below and " + upper + " above, wanted 0 or more of each");
        }
        long count = (long) lower + upper + 1;
        // Division, since the product may be beyond any number.
        boolean isWhole =
                rows == 0 ? diagonals.length == 0 : diagonals.length % rows == 0 && diagonals.length / rows == count;
        if (!isWhole) {
            throw new IllegalArgumentException(
                    "diagonals: got " + diagonals.length + " entries, wanted " + count + " diagonals of " + rows);
        }
        int below = Math.min(lower, Math.max(0, rows - 1)), above = Math.min(upper, Math.max(0, cols - 1));
        double[] band = new double[(below + above + 1) * rows];
        for (int d = -below; d <= above; d++) {
            for (int i = Math.max(0, -d); i < rows && i < (long) cols - d; i++) {
                double entry = diagonals[(d + lower) * rows + i];
                if (!Double.isFinite(entry)) {
                    throw new IllegalArgumentException(
                            "entry (" + i + ", " + (i + d) + "): got " + entry + ", wanted a finite number");
                }
                band[(d + below) * rows + i] = entry;
            }
        }
        return new DoubleBandedProduct(rows, cols, below, above, band);
    }

    /**
     * The number of rows.
     *
     * @return how many
     */
    public int rows() {
        return rows;
    }

    /**
     * The number of columns.
     *
     * @return how many
     */
    public int cols() {
        return cols;
    }

    /**
     * The number of diagonals below the main one that are held.
     *
     * @return how many, fewer than rows
     */
    public int lower() {
        return lower;
    }

    /**
     * The number of diagonals above the main one that are held.
     *
     * @return how many, fewer than columns
     */
    public int upper() {
        return upper;
    }

    /**
     * The diagonals, as they came, with zeros outside of the matrix.
     *
     * @return a copy of {@code lower + upper + 1} diagonals of {@code rows} numbers
     */
    public double[] diagonals() {
        return band.clone();
    }

    /** Entry {@code (i, i + d)}, which is in the band. */
    double entry(int i, int d) {
        return band[(d + lower) * rows + i];
    }

    /**
     * How many entries the band has within the matrix.
     *
     * @return the number
     */
    public long entries() {
        long sum = 0;
        for (int d = -lower; d <= upper; d++) {
            sum += Math.max(0, Math.min(rows, (long) cols - d) - Math.max(0, -d));
        }
        return sum;
    }

    /**
     * The products of the transpose, which holds the same entries once more.
     *
     * @return the products of {@code A^T}
     */
    public DoubleBandedProduct transposed() {
        double[] turned = new double[(lower + upper + 1) * cols];
        for (int d = -lower; d <= upper; d++) {
            for (int i = Math.max(0, -d); i < rows && i < (long) cols - d; i++) {
                turned[(upper - d) * cols + i + d] = entry(i, d);
            }
        }
        return new DoubleBandedProduct(cols, rows, upper, lower, turned);
    }

    /**
     * {@code y_j = A x_j}. Vectors are taken side by side in groups, a single one as it is.
     *
     * @param x holds the inputs, of length {@code cols}
     * @param xLayout where they lie
     * @param y gets the outputs, of length {@code rows}
     * @param yLayout where they go, as many as inputs
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if vectors do not lie within their array, outputs overlap each other, the counts differ, or
     *     inputs and outputs overlap otherwise than in place
     */
    public void multiply(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        DoubleSideBySide.map(byRows, x, xLayout, y, yLayout, workspace, parallelism);
    }

    /**
     * {@code y_j = A^T x_j}.
     *
     * @param x holds the inputs, of length {@code rows}
     * @param xLayout where they lie
     * @param y gets the outputs, of length {@code cols}
     * @param yLayout where they go, as many as inputs
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException as {@link #multiply}
     */
    public void multiplyTransposed(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        DoubleSideBySide.map(byColumns, x, xLayout, y, yLayout, workspace, parallelism);
    }

    /**
     * Outputs {@code o} that are the sums of {@code band[base + o + t stride]} times input {@code o - before + t}, over the terms
     * {@code t} whose input there is. The outputs that have them all are summed in one go.
     */
    private final class Along extends DoubleOutputs {
        private final int before;
        private final int base;
        private final int stride;
        private final int terms = lower + upper + 1;

        Along(int inputs, int outputs, int before, int base, int stride) {
            super(inputs, outputs);
            this.before = before;
            this.base = base;
            this.stride = stride;
        }

        @Override
        long operations() {
            return 2 * entries();
        }

        /** The first of so many outputs that has all of its terms, and one past the last. */
        private int whole(int first, int past) {
            return Math.clamp(before, first, past);
        }

        private int partial(int first, int past) {
            return Math.clamp((long) inputs - terms + before + 1, whole(first, past), past);
        }

        private int firstTerm(int output) {
            return Math.clamp((long) before - output, 0, terms);
        }

        private int pastTerm(int output) {
            return Math.clamp((long) inputs + before - output, firstTerm(output), terms);
        }

        @Override
        void ofOne(double[] x, int from, double[] y, int to, int first, int past) {
            int whole = whole(first, past), partial = partial(first, past);
            for (int o = first; o < whole; o++) {
                edge(o, x, from, y, to);
            }
            KERNEL.multiply(whole, partial, terms, band, base, stride, x, from - before, y, to);
            for (int o = partial; o < past; o++) {
                edge(o, x, from, y, to);
            }
        }

        private void edge(int o, double[] x, int from, double[] y, int to) {
            int t = firstTerm(o), count = pastTerm(o) - t;
            KERNEL.multiply(o, o + 1, count, band, base + t * stride, stride, x, from - before + t, y, to);
        }

        @Override
        void ofSeveral(
                double[] x, int from, int xPitch, double[] y, int to, int yPitch, int count, int first, int past) {
            int whole = whole(first, past), partial = partial(first, past), start = from - before * xPitch;
            for (int o = first; o < whole; o++) {
                edges(o, x, from, xPitch, y, to, yPitch, count);
            }
            KERNEL.multiplyColumns(whole, partial, terms, band, base, stride, x, start, xPitch, y, to, yPitch, count);
            for (int o = partial; o < past; o++) {
                edges(o, x, from, xPitch, y, to, yPitch, count);
            }
        }

        private void edges(int o, double[] x, int from, int xPitch, double[] y, int to, int yPitch, int count) {
            int t = firstTerm(o), some = pastTerm(o) - t, start = from + (t - before) * xPitch, at = base + t * stride;
            KERNEL.multiplyColumns(o, o + 1, some, band, at, stride, x, start, xPitch, y, to, yPitch, count);
        }
    }
}
