package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A linear map {@code A} of shape {@code rows x cols}, applied as {@code y = A x} or {@code y = A^T x} to one vector or to
 * several.
 *
 * <p>Input and output may be the same vectors if the map is square; any other overlap is refused. An output depends on
 * its input and the map alone, to the last bit: not on the layout, the other vectors, threads or machine. (A
 * {@link DoubleProduct} alone brackets as the number of vectors suggests, and on that its bits then depend.) Nothing is
 * written if an argument is wrong.
 *
 * <p>Maps make an algebra: {@link #times(DoubleLinearMap) products}, {@link #plus sums}, {@link #times(double) multiples},
 * {@link #transposed transposes} and, where the structure gives them, {@link #inverse inverses}, each simplified as one would
 * on paper. A map is the transpose of its transpose and the inverse of its inverse, as an object, so that
 * {@code Q.transposed().times(Q)} is known for what it is.
 *
 * <p>Subclasses say how one vector of adjacent elements is mapped, unchecked; this class checks, and takes care of
 * layouts, batches and threads. A subclass that maps many vectors faster than one by one says how in {@link #applyBlock}.
 */
public abstract class DoubleLinearMap implements LinearMap {
    private final int rows;
    private final int cols;
    private volatile DoubleLinearMap transpose;
    private volatile DoubleLinearMap inverse;
    private volatile Set<MapProperty> properties;

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

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of();
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
     * What the subclass knows of itself; {@link #properties} adds what follows.
     *
     * @return some properties
     */
    protected Set<MapProperty> known() {
        return Set.of();
    }

    @Override
    public final Set<MapProperty> properties() {
        Set<MapProperty> all = properties;
        if (all == null) {
            all = MapProperty.closure(rows == cols, known());
            properties = all;
        }
        return all;
    }

    /**
     * {@code y = A x}.
     *
     * @param x the input, of length {@code cols}
     * @return a new array of length {@code rows}
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public final double[] apply(double[] x) {
        DoubleVectorLoop.checkLength(x, cols);
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
        DoubleVectorLoop.checkLength(x, rows);
        double[] y = new double[cols];
        applyTransposedUnchecked(x, 0, y, 0, new Workspace());
        return y;
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
        if (DoubleVectorLoop.isAny(x, xLayout, cols, y, yLayout, rows, workspace, parallelism)) {
            forBlock(xLayout.count()).applyBlock(false, x, xLayout, y, yLayout, workspace, parallelism);
        }
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
        if (DoubleVectorLoop.isAny(x, xLayout, rows, y, yLayout, cols, workspace, parallelism)) {
            forBlock(xLayout.count()).applyBlock(true, x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    /**
     * {@code y_j = A x_j}, or {@code y_j = A^T x_j}, of one vector or more, anywhere, unchecked. If the map is square, outputs may be their
     * inputs in the same places; otherwise they do not overlap. This method maps them one by one; a subclass that does
     * better gives the same bits.
     *
     * @param transposed whether {@code A^T} is meant
     * @param x holds the inputs
     * @param xLayout where they lie
     * @param y gets the outputs
     * @param yLayout where they go
     * @param workspace scratch; what is taken is released before returning
     * @param parallelism how many threads may work on it
     */
    protected void applyBlock(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleVectorLoop.split(this, transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    /** Vectors {@code first} to {@code past - 1} of a block, which one thread has, or all that are to share in the work. */
    void several(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleVectorLoop.oneByOne(this, transposed, x, xLayout, y, yLayout, first, past, workspace);
    }

    /** Whether vectors side by side are mapped about as fast as in rows: between two such maps they stay so. */
    boolean goesSideBySide() {
        return false;
    }

    /** This map in the form that is cheapest for so many vectors; chosen by their number alone, before work is split. */
    DoubleLinearMap forBlock(int count) {
        return this;
    }

    /** One vector of adjacent elements, either way. */
    final void one(double[] x, int from, double[] y, int to, boolean transposed, Workspace workspace) {
        if (transposed) {
            applyTransposedUnchecked(x, from, y, to, workspace);
        } else {
            applyUnchecked(x, from, y, to, workspace);
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
     * The multiple {@code c A}.
     *
     * @param factor the number {@code c}, finite
     * @return the multiple, simplified
     * @throws IllegalArgumentException if {@code factor} is not finite
     */
    public final DoubleLinearMap times(double factor) {
        return DoubleMultiple.of(factor, this);
    }

    /**
     * The sum {@code A + B}.
     *
     * @param right the map {@code B}
     * @return the sum, simplified
     * @throws IllegalArgumentException if the shapes differ
     */
    public final DoubleLinearMap plus(DoubleLinearMap right) {
        return DoubleSum.of(List.of(this, Objects.requireNonNull(right, "right")));
    }

    /**
     * The difference {@code A - B}.
     *
     * @param right the map {@code B}
     * @return the difference, simplified
     * @throws IllegalArgumentException if the shapes differ
     */
    public final DoubleLinearMap minus(DoubleLinearMap right) {
        return plus(Objects.requireNonNull(right, "right").times(-1));
    }

    /**
     * Some rows of the map.
     *
     * @param rows which, in the order wanted, each once at most; copied
     * @return the restriction
     * @throws IllegalArgumentException if one is out of range or comes twice
     */
    public final DoubleLinearMap restrictedToRows(int... rows) {
        return DoubleSelection.of(this.rows, rows).times(this);
    }

    /**
     * Some columns of the map.
     *
     * @param columns which, in the order wanted, each once at most; copied
     * @return the restriction
     * @throws IllegalArgumentException if one is out of range or comes twice
     */
    public final DoubleLinearMap restrictedToColumns(int... columns) {
        return times(DoubleSelection.of(cols, columns).transposed());
    }

    /**
     * The transpose {@code A^T}.
     *
     * @return a map that applies as this one transposed; its transpose is this map
     */
    public final DoubleLinearMap transposed() {
        DoubleLinearMap made = transpose;
        return made == null ? pairWithTranspose() : made;
    }

    private synchronized DoubleLinearMap pairWithTranspose() {
        if (transpose == null) {
            DoubleLinearMap made = is(MapProperty.SYMMETRIC) ? this : makeTransposed();
            if (made.transpose == null) {
                made.transpose = this;
            }
            transpose = made;
        }
        return transpose;
    }

    /**
     * Makes the transpose, with transposes pushed inwards.
     *
     * @return a map that applies as this one transposed
     */
    protected DoubleLinearMap makeTransposed() {
        return new DoubleTranspose(this);
    }

    /**
     * The inverse {@code A^-1}, where the structure gives it without writing the map out: the map that solves
     * {@code A y = x} directly. What has to be factored is factored here.
     *
     * @return the inverse; its inverse is this map
     * @throws UnsupportedOperationException if the structure gives no direct solve: a solver of
     *     {@code dev.lanewise.structured.solve} may
     * @throws dev.lanewise.engine.SingularMatrixException if the map is singular
     */
    public final DoubleLinearMap inverse() {
        DoubleLinearMap made = inverse;
        return made == null ? pairWithInverse() : made;
    }

    private synchronized DoubleLinearMap pairWithInverse() {
        if (inverse == null) {
            DoubleLinearMap made = is(MapProperty.ORTHOGONAL) ? transposed() : makeInverse();
            if (made.inverse == null) {
                made.inverse = this;
            }
            inverse = made;
        }
        return inverse;
    }

    /**
     * Makes the inverse of a map that is not orthogonal.
     *
     * @return the inverse
     */
    protected DoubleLinearMap makeInverse() {
        throw new UnsupportedOperationException(
                "inverse: " + nameAndShape() + " has no direct solve; use an iterative solver");
    }

    /** Whether the product of this and another map is known to be the identity: one has been made as the inverse of the other. */
    final boolean cancels(DoubleLinearMap right) {
        boolean isTranspose = transpose == right || this == right && is(MapProperty.SYMMETRIC);
        return inverse == right || right.inverse == this || isTranspose && right.is(MapProperty.ORTHONORMAL_COLUMNS);
    }

    /**
     * Whether blocks should be mapped in place where there is a choice; true only of square maps that need no copy of their input.
     *
     * @return false, unless a subclass knows better
     */
    protected boolean prefersInPlace() {
        return false;
    }

    /**
     * The determinant, where the structure gives it.
     *
     * @return the determinant
     * @throws UnsupportedOperationException if the structure does not give it
     */
    public Determinant determinant() {
        throw new UnsupportedOperationException("determinant: " + nameAndShape() + " has none to tell");
    }

    /**
     * The matrix written out, for the small.
     *
     * @return a new row-major array of {@code rows * cols} elements
     * @throws IllegalArgumentException if it would not fit into an array
     */
    public final double[] toDense() {
        return DoubleVectorLoop.writtenOut(this);
    }

    @Override
    public String toString() {
        return describe();
    }
}
