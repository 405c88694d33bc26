package dev.lanewise.engine.sparse;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.scalar.DoubleSparseKernel;
import java.util.Objects;

/**
 * The products of a sparse matrix and vectors,
 *
 * <pre>    y = A x  or  y = A^T x,    A of rows x cols,</pre>
 *
 * <p>with the entries of A stored row after row: those of row {@code i} are {@code rowStarts[i]} to {@code rowStarts[i + 1] - 1},
 * in increasing order of their columns, each column once at most. A stored zero is an entry like any other: zero times infinity is
 * NaN, where an entry that is not stored adds nothing.
 *
 * <p>Input and output may be the same vectors if A is square; any other overlap is refused. NaN and infinity in vectors go through
 * as IEEE 754 says. After an exception y is untouched. An instance does not change and may be used by many threads at once.
 *
 * <p>An element of {@code A x} is one chain of fused multiply-adds that begins at zero and runs through the entries of its row in
 * the order of columns; one of {@code A^T x} runs through those of its column in the order of rows. So it has the same bits whatever
 * the other vectors, layout, threads or machine, and whether the transpose {@linkplain #transposed has been made} or not.
 *
 * <p>Rounding: an element is off by at most {@code g(k) sum |a_ij| |x_j|}, where {@code k} is the number of its entries and
 * {@code g(k) = k u / (1 - k u)} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.1).
 */
public final class DoubleSparseProduct {
    private static final DoubleSparseKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleSparseKernel(), DoubleSparseKernel::new);

    private final int rows;
    private final int cols;
    private final int[] starts;
    private final int[] columns;
    private final double[] values;
    private final DoubleOutputs byRows;
    private final DoubleOutputs byColumns;
    private volatile DoubleSparseProduct transpose;

    private DoubleSparseProduct(int rows, int cols, int[] starts, int[] columns, double[] values) {
        this.rows = rows;
        this.cols = cols;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        byRows = new ByRows();
        byColumns = new ByColumns();
    }

    /**
     * Takes a matrix.
     *
     * @param rows how many rows, at least 0
     * @param cols how many columns, at least 0
     * @param rowStarts where the entries of each row begin, and after the last where they end: {@code rows + 1} indices; copied
     * @param columns of the entries; copied
     * @param values of the entries, as many, finite; copied
     * @return the products of the matrix
     * @throws IllegalArgumentException if indices are out of range, or out of order, a column comes twice in a row, or a value is not
     *     finite
     */
    public static DoubleSparseProduct of(int rows, int cols, int[] rowStarts, int[] columns, double[] values) {
        Backend.active();
        Objects.requireNonNull(rowStarts, "rowStarts");
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(values, "values");
        if (rows < 0 || cols < 0) {
            throw new IllegalArgumentException("shape: got " + rows + " x " + cols + ", wanted 0 or more of each");
        }
        if (rowStarts.length != rows + 1L) {
            throw new IllegalArgumentException(
                    "rowStarts: got " + rowStarts.length + ", wanted " + (rows + 1L) + " for " + rows + " rows");
        }
        if (columns.length != values.length) {
            throw new IllegalArgumentException(
                    "entries: got " + columns.length + " columns and " + values.length + " values, wanted as many");
        }
        // Copied before they are checked: nobody changes them in between.
        int[] starts = rowStarts.clone(), ownColumns = columns.clone();
        double[] ownValues = values.clone();
        checkStarts(rows, starts, ownColumns.length);
        for (int i = 0; i < rows; i++) {
            checkRow(i, cols, starts[i], starts[i + 1], ownColumns, ownValues);
        }
        return new DoubleSparseProduct(rows, cols, starts, ownColumns, ownValues);
    }

    private static void checkStarts(int rows, int[] starts, int entries) {
        if (starts[0] != 0 || starts[rows] != entries) {
            throw new IllegalArgumentException("rowStarts: got " + starts[0] + " to " + starts[rows] + ", wanted 0 to "
                    + entries + ", the number of entries");
        }
        for (int i = 0; i < rows; i++) {
            if (starts[i] > starts[i + 1]) {
                throw new IllegalArgumentException("rowStarts: got " + starts[i] + " for row " + i + " and "
                        + starts[i + 1] + " after it, wanted an order that does not fall");
            }
        }
    }

    private static void checkRow(int row, int cols, int first, int past, int[] columns, double[] values) {
        for (int k = first; k < past; k++) {
            int j = columns[k];
            if (j < 0 || j >= cols) {
                throw new IllegalArgumentException(
                        "column of entry " + k + ", in row " + row + ": got " + j + ", wanted 0 to " + (cols - 1));
            }
            if (k > first && columns[k - 1] >= j) {
                throw new IllegalArgumentException("columns of row " + row + ": got " + columns[k - 1] + " and then "
                        + j + ", wanted them in increasing order, each once");
            }
            if (!Double.isFinite(values[k])) {
                throw new IllegalArgumentException(
                        "entry (" + row + ", " + j + "): got " + values[k] + ", wanted a finite number");
            }
        }
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
     * The number of entries that are stored, zeros among them.
     *
     * @return how many
     */
    public int nonzeros() {
        return values.length;
    }

    /**
     * Where the entries of rows begin.
     *
     * @return a copy of the {@code rows + 1} indices
     */
    public int[] rowStarts() {
        return starts.clone();
    }

    /**
     * The columns of the entries.
     *
     * @return a copy, row after row
     */
    public int[] columns() {
        return columns.clone();
    }

    /**
     * The values of the entries.
     *
     * @return a copy, row after row
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Whether all entries are on the diagonal or on one side of it.
     *
     * @param below whether the side below it is meant
     * @return true also of no entries
     */
    public boolean isTriangular(boolean below) {
        for (int i = 0; i < rows; i++) {
            // Columns increase: the first of them and the last tell of all.
            boolean isWithin =
                    starts[i] == starts[i + 1] || (below ? columns[starts[i + 1] - 1] <= i : columns[starts[i]] >= i);
            if (!isWithin) {
                return false;
            }
        }
        return true;
    }

    /**
     * The products of the transpose, with its entries sorted by rows; made once and kept, as long as this is. From then on {@code
     * A^T x} is computed with them, at the speed of {@code A x}, to the same bits.
     *
     * @return the products of {@code A^T}, of which this is the transpose
     */
    public DoubleSparseProduct transposed() {
        DoubleSparseProduct made = transpose;
        return made == null ? pairWithTranspose() : made;
    }

    private synchronized DoubleSparseProduct pairWithTranspose() {
        if (transpose == null) {
            DoubleSparseProduct made = sortedByColumns();
            made.transpose = this;
            transpose = made;
        }
        return transpose;
    }

    /** Counts the entries of each column, which tells where each begins; then every entry takes the next place of its column. */
    private DoubleSparseProduct sortedByColumns() {
        int[] next = new int[cols + 1];
        for (int column : columns) {
            next[column + 1]++;
        }
        for (int j = 0; j < cols; j++) {
            next[j + 1] += next[j];
        }
        int[] columnStarts = next.clone(), rowsOf = new int[columns.length];
        double[] sorted = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                int place = next[columns[k]]++;
                rowsOf[place] = i;
                sorted[place] = values[k];
            }
        }
        return new DoubleSparseProduct(cols, rows, columnStarts, rowsOf, sorted);
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
     * {@code y_j = A^T x_j}. Unless {@link #transposed} has been called, entries are added to outputs all over: threads then share
     * groups of vectors alone.
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
        DoubleSparseProduct made = transpose;
        DoubleOutputs matrix = made == null ? byColumns : made.byRows;
        DoubleSideBySide.map(matrix, x, xLayout, y, yLayout, workspace, parallelism);
    }

    /** {@code A x}: an output depends on its row alone. */
    private final class ByRows extends DoubleOutputs {
        ByRows() {
            super(cols, rows);
        }

        @Override
        long operations() {
            return 2L * values.length;
        }

        /** Rows up to which entries and rows together are so many of all. */
        @Override
        int firstOf(int piece, int pieces) {
            long wanted = ((long) values.length + rows) * piece / pieces;
            int low = 0, high = rows;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if ((long) starts[middle] + middle < wanted) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        void ofOne(double[] x, int from, double[] y, int to, int first, int past) {
            KERNEL.multiply(starts, columns, values, first, past, x, from, y, to);
        }

        @Override
        void ofSeveral(
                double[] x, int from, int xPitch, double[] y, int to, int yPitch, int count, int first, int past) {
            KERNEL.multiplyColumns(starts, columns, values, first, past, x, from, xPitch, y, to, yPitch, count);
        }
    }

    /** {@code A^T x}: a row of A goes to many outputs. */
    private final class ByColumns extends DoubleOutputs {
        ByColumns() {
            super(rows, cols);
        }

        @Override
        long operations() {
            return 2L * values.length;
        }

        @Override
        boolean splits() {
            return false;
        }

        @Override
        void ofOne(double[] x, int from, double[] y, int to, int first, int past) {
            KERNEL.multiplyTransposed(starts, columns, values, rows, cols, x, from, y, to);
        }

        @Override
        void ofSeveral(
                double[] x, int from, int xPitch, double[] y, int to, int yPitch, int count, int first, int past) {
            KERNEL.multiplyTransposedColumns(
                    starts, columns, values, rows, cols, x, from, xPitch, y, to, yPitch, count);
        }
    }
}
