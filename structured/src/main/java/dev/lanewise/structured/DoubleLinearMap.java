package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.List;
import java.util.Objects;

/**
 * A linear map {@code A} of shape {@code rows x cols}, applied as {@code y = A x} or {@code y = A^T x} to one vector or to
 * several.
 *
 * <p>Input and output may be the same vectors if the map is square; any other overlap is refused. An output depends on
 * its input and the map alone, to the last bit: not on the layout, the other vectors, threads or machine. Nothing is
 * written if an argument is wrong.
 *
 * <p>Subclasses say how one vector of adjacent elements is mapped, unchecked; this class checks, and takes care of
 * layouts, batches and threads.
 */
public abstract class DoubleLinearMap implements LinearMap {
    /** Pieces per thread: enough that a slow thread does not hold up the others. */
    private static final int PIECES_PER_WORKER = 4;

    private final int rows;
    private final int cols;

    /**
     * Sets the shape.
     *
     * @param rows the number of rows, at least 0
     * @param cols the number of columns, at least 0
     * @throws IllegalArgumentException if one is negative
     */
    protected DoubleLinearMap(int rows, int cols) {
        if (rows < 0 || cols < 0) {
            throw new IllegalArgumentException("shape: got " + rows + " x " + cols + ", wanted 0 or more of each");
        }
        this.rows = rows;
        this.cols = cols;
    }

    @Override
    public final int rows() {
        return rows;
    }

    @Override
    public final int cols() {
        return cols;
    }

    /**
     * {@code y = A x} on adjacent elements, unchecked. If the map is square, {@code y} may be {@code x} at the same offset;
     * otherwise they do not overlap.
     *
     * @param x holds the {@code cols} elements of the input
     * @param xOffset the first of them
     * @param y gets the {@code rows} elements of the output
     * @param yOffset the first of them
     * @param workspace scratch; what is taken is released before returning
     */
    protected abstract void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace);

    /**
     * {@code y = A^T x} on adjacent elements, unchecked, under the same terms.
     *
     * @param x holds the {@code rows} elements of the input
     * @param xOffset the first of them
     * @param y gets the {@code cols} elements of the output
     * @param yOffset the first of them
     * @param workspace scratch; what is taken is released before returning
     */
    protected abstract void applyTransposedUnchecked(
            double[] x, int xOffset, double[] y, int yOffset, Workspace workspace);

    /**
     * {@code y = A x}.
     *
     * @param x the input, of length {@code cols}
     * @return a new array of length {@code rows}
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public final double[] apply(double[] x) {
        checkLength(x, cols);
        double[] y = new double[rows];
        applyUnchecked(x, 0, y, 0, new Workspace());
        return y;
    }

    /**
     * {@code y = A^T x}.
     *
     * @param x the input, of length {@code rows}
     * @return a new array of length {@code cols}
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public final double[] applyTransposed(double[] x) {
        checkLength(x, rows);
        double[] y = new double[cols];
        applyTransposedUnchecked(x, 0, y, 0, new Workspace());
        return y;
    }

    private static void checkLength(double[] x, int wanted) {
        if (Objects.requireNonNull(x, "x").length != wanted) {
            throw new IllegalArgumentException("x: got length " + x.length + ", wanted " + wanted);
        }
    }

    /**
     * {@code y_j = A x_j} for several vectors, for instance the rows of a matrix.
     *
     * @param x holds the inputs, of length {@code cols}
     * @param xLayout where they lie
     * @param y gets the outputs, of length {@code rows}
     * @param yLayout where they go, as many as inputs
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if vectors do not lie within their array, outputs overlap each other, the counts
     *     differ, or inputs and outputs overlap otherwise than in place
     */
    public final void apply(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        check(x, xLayout, cols, y, yLayout, rows, workspace, parallelism);
        forEach(x, xLayout, y, yLayout, false, workspace, parallelism);
    }

    /**
     * {@code y_j = A^T x_j} for several vectors.
     *
     * @param x holds the inputs, of length {@code rows}
     * @param xLayout where they lie
     * @param y gets the outputs, of length {@code cols}
     * @param yLayout where they go, as many as inputs
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException as {@link #apply(double[], Layout, double[], Layout, Workspace, Parallelism)}
     */
    public final void applyTransposed(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        check(x, xLayout, rows, y, yLayout, cols, workspace, parallelism);
        forEach(x, xLayout, y, yLayout, true, workspace, parallelism);
    }

    private static void check(
            double[] x,
            Layout xLayout,
            int xLength,
            double[] y,
            Layout yLayout,
            int yLength,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(xLayout, "xLayout");
        Objects.requireNonNull(yLayout, "yLayout");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        if (xLayout.count() != yLayout.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + xLayout.count() + " in and " + yLayout.count() + " out, wanted the same");
        }
        xLayout.checkWithin("x", x.length, xLength);
        yLayout.checkWithin("y", y.length, yLength);
        yLayout.checkDistinct("y", yLength);
        if (x == y) {
            xLayout.checkOverlap(xLength, yLayout, yLength);
        }
    }

    private void forEach(
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            boolean transposed,
            Workspace workspace,
            Parallelism asked) {
        int count = xLayout.count();
        Parallelism parallelism = asked.forOperations((double) count * (operations() + rows + cols));
        int workers = Math.min(parallelism.workers(), count);
        if (workers <= 1) {
            several(x, xLayout, y, yLayout, transposed, 0, count, workspace);
            return;
        }
        int perPiece = (int) Math.ceilDiv(count, PIECES_PER_WORKER * (long) workers);
        workspace.worker(workers - 1);
        parallelism.forEach(Math.ceilDiv(count, perPiece), (piece, worker) -> {
            int first = piece * perPiece;
            int past = (int) Math.min(count, (long) first + perPiece);
            several(x, xLayout, y, yLayout, transposed, first, past, workspace.worker(worker));
        });
    }

    private void several(
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            boolean transposed,
            int first,
            int past,
            Workspace workspace) {
        if (rows == 0 && cols == 0) {
            return;
        }
        boolean adjacent = xLayout.stride() == 1 && yLayout.stride() == 1;
        for (int vector = first; vector < past; vector++) {
            int from = xLayout.start(vector);
            int to = yLayout.start(vector);
            if (adjacent) {
                one(x, from, y, to, transposed, workspace);
            } else {
                gathered(x, from, xLayout.stride(), y, to, yLayout.stride(), transposed, workspace);
            }
        }
    }

    private void one(double[] x, int from, double[] y, int to, boolean transposed, Workspace workspace) {
        if (transposed) {
            applyTransposedUnchecked(x, from, y, to, workspace);
        } else {
            applyUnchecked(x, from, y, to, workspace);
        }
    }

    private void gathered(
            double[] x,
            int from,
            int xStride,
            double[] y,
            int to,
            int yStride,
            boolean transposed,
            Workspace workspace) {
        int inputs = transposed ? rows : cols;
        int outputs = transposed ? cols : rows;
        double[] input = workspace.takeDoubles(inputs);
        double[] output = workspace.takeDoubles(outputs);
        try {
            for (int i = 0; i < inputs; i++) {
                input[i] = x[from + i * xStride];
            }
            one(input, 0, output, 0, transposed, workspace);
            for (int i = 0; i < outputs; i++) {
                y[to + i * yStride] = output[i];
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /**
     * The product {@code A B}.
     *
     * @param right the map {@code B}, applied first
     * @return the product, simplified
     * @throws IllegalArgumentException if this has not as many columns as {@code right} has rows
     */
    public final DoubleLinearMap times(DoubleLinearMap right) {
        return DoubleProduct.of(List.of(this, Objects.requireNonNull(right, "right")));
    }

    /**
     * The transpose {@code A^T}.
     *
     * @return a map that applies as this one transposed
     */
    public DoubleLinearMap transposed() {
        return new DoubleTranspose(this);
    }

    /**
     * The matrix written out, for the small.
     *
     * @return a new row-major array of {@code rows * cols} elements
     * @throws IllegalArgumentException if it would not fit into an array
     */
    public final double[] toDense() {
        if ((long) rows * cols > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("toDense: " + rows + " x " + cols + " does not fit into an array");
        }
        double[] dense = new double[rows * cols];
        double[] unit = new double[cols];
        double[] column = new double[rows];
        Workspace workspace = new Workspace();
        for (int j = 0; j < cols; j++) {
            unit[j] = 1;
            applyUnchecked(unit, 0, column, 0, workspace);
            unit[j] = 0;
            for (int i = 0; i < rows; i++) {
                dense[i * cols + j] = column[i];
            }
        }
        return dense;
    }

    @Override
    public String toString() {
        return describe();
    }
}
