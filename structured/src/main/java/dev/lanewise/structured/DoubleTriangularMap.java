package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.DoubleTriangularProduct;
import dev.lanewise.engine.matmul.Triangle;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A triangular matrix,
 *
 * <pre>    y_i = sum over j up to i of t_ij x_j    or    y_i = sum over j from i of t_ij x_j,</pre>
 *
 * <p>with the diagonal that is stored or with ones on it. It is held as a full square, row after row, of which the other triangle
 * is zero and never read; so is a diagonal of ones.
 *
 * <p>Products are those of {@link DoubleTriangularProduct}, with its bits and its bound on rounding. The transpose is a triangular
 * map over the same numbers. The inverse solves by {@link dev.lanewise.engine.matmul.DoubleTriangularSolve}, at the cost of a product:
 * its {@code y} solves {@code (T + E) y = x} with {@code |E| <= g(n) |T|}, where {@code g(n) = n u / (1 - n u)} (N. J. Higham,
 * Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem 8.5).
 *
 * <p>Blocks are best adjacent along rows or columns; others are copied.
 */
public final class DoubleTriangularMap extends DoubleApartMap {
    private final Triangle triangle;
    private final Diagonal diagonal;
    private final double[] entries;
    private final MatrixLayout layout;

    private DoubleTriangularMap(Triangle triangle, Diagonal diagonal, double[] entries, MatrixLayout layout) {
        super(layout.rows(), layout.rows());
        this.triangle = triangle;
        this.diagonal = diagonal;
        this.entries = entries;
        this.layout = layout;
    }

    /**
     * The map of a triangle of a square matrix.
     *
     * @param n the number of rows and of columns, at least 0
     * @param triangle which one
     * @param diagonal whether its diagonal is the one stored or ones
     * @param entries of the square, {@code n * n} row after row; those of the triangle are finite and copied, others are not read
     * @return the map
     * @throws IllegalArgumentException if there are more or fewer, or one of the triangle is not finite
     */
    public static DoubleTriangularMap of(int n, Triangle triangle, Diagonal diagonal, double[] entries) {
        Objects.requireNonNull(triangle, "triangle");
        Objects.requireNonNull(diagonal, "diagonal");
        Objects.requireNonNull(entries, "entries");
        if (n < 0) {
            throw new IllegalArgumentException("n: got " + n + ", wanted 0 or more");
        }
        if (entries.length != (long) n * n) {
            throw new IllegalArgumentException("entries: got " + entries.length + ", wanted " + (long) n * n
                    + " for a matrix of " + n + " x " + n);
        }
        double[] copy = new double[entries.length];
        for (int i = 0; i < n; i++) {
            int from = triangle == Triangle.LOWER ? 0 : i, past = triangle == Triangle.LOWER ? i + 1 : n;
            for (int j = from; j < past; j++) {
                if (i != j || diagonal == Diagonal.STORED) {
                    copy[i * n + j] = finite(entries[i * n + j], i, j);
                }
            }
        }
        return new DoubleTriangularMap(triangle, diagonal, copy, MatrixLayout.of(n, n));
    }

    private static double finite(double entry, int i, int j) {
        if (!Double.isFinite(entry)) {
            throw new IllegalArgumentException(
                    "entry (" + i + ", " + j + "): got " + entry + ", wanted a finite number");
        }
        return entry;
    }

    /**
     * Which triangle it is.
     *
     * @return the lower or the upper
     */
    public Triangle triangle() {
        return triangle;
    }

    /**
     * What is on the diagonal.
     *
     * @return what is stored, or ones
     */
    public Diagonal diagonal() {
        return diagonal;
    }

    double[] entries() {
        return entries;
    }

    MatrixLayout layout() {
        return layout;
    }

    @Override
    boolean worksInPlace() {
        return true;
    }

    /** The other triangle: that of a transpose. */
    static Triangle other(Triangle triangle) {
        return triangle == Triangle.LOWER ? Triangle.UPPER : Triangle.LOWER;
    }

    /** Inputs to the places of outputs, unless they are there. */
    static void copyUnlessInPlace(double[] x, Layout xLayout, double[] y, Layout yLayout, int n) {
        if (n > 0 && (x != y || xLayout.offset() != yLayout.offset())) {
            copy(x, xLayout, y, yLayout, n);
        }
    }

    @Override
    void multiply(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        copyUnlessInPlace(x, xLayout, y, yLayout, rows());
        DoubleTriangularProduct.multiply(
                entries,
                transposed ? turned(workspace) : layout,
                transposed ? other(triangle) : triangle,
                diagonal,
                y,
                columns(workspace, yLayout, 0, rows()),
                workspace,
                parallelism);
    }

    MatrixLayout turned(Workspace workspace) {
        return workspace.matrix(0, rows(), rows(), layout.columnStride(), layout.rowStride());
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleTriangularMap(other(triangle), diagonal, entries, layout.transposed());
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        int zero = zero();
        if (zero >= 0) {
            throw new SingularMatrixException("a triangular matrix of " + rows() + " x " + rows(), zero);
        }
        return new DoubleTriangularInverse(this);
    }

    /** Where the first zero on the diagonal is; -1 if there is none. */
    private int zero() {
        for (int i = 0; i < rows() && diagonal == Diagonal.STORED; i++) {
            if (entries[layout.index(i, i)] == 0) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known =
                EnumSet.of(triangle == Triangle.LOWER ? MapProperty.LOWER_TRIANGULAR : MapProperty.UPPER_TRIANGULAR);
        if (zero() < 0) {
            known.add(MapProperty.INVERTIBLE);
        }
        return known;
    }

    @Override
    public Determinant determinant() {
        Determinant product = Determinant.ONE;
        for (int i = 0; i < rows() && diagonal == Diagonal.STORED; i++) {
            product = product.times(entries[layout.index(i, i)]);
        }
        return product;
    }

    @Override
    public long operations() {
        return diagonal == Diagonal.STORED ? (long) rows() * rows() : (long) rows() * (rows() - 1);
    }

    @Override
    public long parameters() {
        return entries.length;
    }

    @Override
    public String name() {
        return (diagonal == Diagonal.STORED ? "" : "unit ")
                + (triangle == Triangle.LOWER ? "lower triangular" : "upper triangular");
    }
}
