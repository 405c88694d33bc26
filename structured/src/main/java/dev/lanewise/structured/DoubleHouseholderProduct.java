package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.matmul.DoubleTriangularSolve;
import dev.lanewise.engine.matmul.Triangle;
import java.util.Objects;
import java.util.Set;

/**
 * A product of Householder reflections, {@code Q = H_1 H_2 ... H_k} with {@code H_i = I - tau_i v_i v_i^T} and {@code tau_i
 * = 2 / (v_i^T v_i)}: orthogonal, and {@code H_k} is applied first. The transpose, which is the inverse, is the product in
 * reverse.
 *
 * <p>Panels of {@link #WIDTH} reflections at most are applied in the compact form {@code I - V T V^T}, with the vectors as
 * columns of {@code V}: two products of matrices and a small triangular system between them, as {@code T^-1} is the upper
 * triangle of {@code V^T V} with half of its diagonal. {@code T} is not formed, which saves its rounding.
 *
 * <p>Sources: R. Schreiber and C. F. Van Loan, A storage-efficient WY representation for products of Householder
 * transformations, SIAM J. Sci. Stat. Comput. 10, 1989, pp. 53-57 (the form); T. Joffrain, T. M. Low, E. S. Quintana-Orti,
 * R. van de Geijn, F. G. Van Zee, Accumulating Householder transformations, revisited, ACM Trans. Math. Softw. 32, 2006,
 * pp. 169-179 (the inverse of T).
 *
 * <p>Rounding: with {@code u} the unit roundoff and {@code s = 4 b^2 (n + b) + 2 b (n + b + 1) + 1}, a panel of {@code b}
 * reflections is off by {@code g(s) ||x||_2} in the 2-norm at most, with {@code g(s) = s u / (1 - s u)}, whatever the
 * vectors, and commonly by a small multiple of {@code u}. Several panels add up. Vectors are scaled by powers of two, so
 * that no square overflows or underflows.
 *
 * <p>Blocks of vectors go through products of matrices, and a vector alone gives the same bits. Scratch: {@link #WIDTH}
 * numbers for each vector that is mapped at once.
 */
public final class DoubleHouseholderProduct extends DoubleApartMap {
    /** Reflections in a panel: products with so many columns run at full speed, and the triangle between them is small. */
    public static final int WIDTH = 32;

    /** Numbers of vectors that go through all panels together, so that they stay in the second-level cache. */
    private static final int BLOCK = 1 << 16;

    /** Vectors at least: products of few are slow. */
    private static final int FEWEST = 64;

    private final int n;
    private final int count;

    /** The vectors, row after row of {@code n}, the largest element of each from 1 to 2. */
    private final double[] vectors;

    /** The inverses of T of all panels, row after row of {@link #WIDTH}, or fewer if one panel is all. */
    private final double[] triangles;

    /** Where they are, panel after panel: so many that a workspace would not keep all. */
    private final MatrixLayout[] rows;

    private final MatrixLayout[] columns;
    private final MatrixLayout[] upper;
    private final MatrixLayout[] lower;
    private final boolean isReversed;

    private DoubleHouseholderProduct(int n, int count, double[] vectors, double[] triangles, boolean isReversed) {
        super(n, n);
        this.n = n;
        this.count = count;
        this.vectors = vectors;
        this.triangles = triangles;
        this.isReversed = isReversed;
        int panels = Math.ceilDiv(count, WIDTH), pitch = Math.min(WIDTH, count);
        rows = new MatrixLayout[panels];
        columns = new MatrixLayout[panels];
        upper = new MatrixLayout[panels];
        lower = new MatrixLayout[panels];
        for (int i = 0; i < panels; i++) {
            int first = i * WIDTH, width = Math.min(WIDTH, count - first);
            rows[i] = MatrixLayout.rowMajor(first * n, width, n, n);
            columns[i] = rows[i].transposed();
            upper[i] = MatrixLayout.rowMajor(first * pitch, width, width, pitch);
            lower[i] = upper[i].transposed();
        }
    }

    /**
     * The product of reflections along given vectors.
     *
     * @param n the length of the vectors, at least 1
     * @param count how many reflections {@code k}, 0 at least
     * @param vectors the rows {@code v_1, ..., v_k} of a {@code k x n} matrix, finite, none of them zero, of any length; copied
     * @return the map, of {@code n x n}
     * @throws IllegalArgumentException if {@code n} or {@code count} is less, there are more or fewer numbers than {@code k
     *     n}, one is not finite, or a vector is zero
     */
    public static DoubleHouseholderProduct of(int n, int count, double[] vectors) {
        Objects.requireNonNull(vectors, "vectors");
        if (n < 1 || count < 0) {
            throw new IllegalArgumentException(
                    "n, count: got " + n + " and " + count + ", wanted 1 or more and 0 or more");
        }
        if (vectors.length != (long) n * count) {
            throw new IllegalArgumentException("vectors: got " + vectors.length + " numbers, wanted " + (long) n * count
                    + " for " + count + " vectors of length " + n);
        }
        double[] scaled = new double[vectors.length];
        for (int i = 0; i < count; i++) {
            scale(i, n, vectors, scaled);
        }
        return new DoubleHouseholderProduct(n, count, scaled, triangles(n, count, scaled), false);
    }

    private static void scale(int i, int n, double[] vectors, double[] scaled) {
        double largest = 0;
        for (int j = i * n; j < (i + 1) * n; j++) {
            if (!Double.isFinite(vectors[j])) {
                throw new IllegalArgumentException("vector " + i + ": got " + vectors[j] + " as element " + (j - i * n)
                        + ", wanted finite numbers");
            }
            largest = Math.max(largest, Math.abs(vectors[j]));
        }
        if (largest == 0) {
            throw new IllegalArgumentException("vector " + i + ": got zero, wanted a direction to reflect along");
        }
        int exponent = Math.getExponent(largest);
        for (int j = i * n; j < (i + 1) * n; j++) {
            scaled[j] = Math.scalb(vectors[j], -exponent);
        }
    }

    /** The upper triangle of {@code V^T V} with half of its diagonal, panel after panel. */
    private static double[] triangles(int n, int count, double[] vectors) {
        int pitch = Math.min(WIDTH, count);
        double[] triangles = new double[count * pitch];
        for (int first = 0; first < count; first += WIDTH) {
            int width = Math.min(WIDTH, count - first), at = first * pitch;
            MatrixLayout rows = MatrixLayout.rowMajor(first * n, width, n, n);
            MatrixLayout gram = MatrixLayout.rowMajor(at, width, width, pitch);
            DoubleMatrixProduct.multiply(1, vectors, rows, vectors, rows.transposed(), 0, triangles, gram);
            for (int i = 0; i < width; i++) {
                triangles[at + i * (pitch + 1)] *= 0.5;
                for (int j = 0; j < i; j++) {
                    triangles[at + i * pitch + j] = 0;
                }
            }
        }
        return triangles;
    }

    /**
     * How many reflections there are.
     *
     * @return {@code k}
     */
    public int count() {
        return count;
    }

    @Override
    boolean worksInPlace() {
        return true;
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
        DoubleVectorLoop.split(this, transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
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
        boolean reversed = transposed != isReversed;
        int atOnce = Math.max(FEWEST, BLOCK / n);
        for (int at = first; at < past; at += atOnce) {
            int some = Math.min(atOnce, past - at);
            Layout from = workspace.layout(xLayout.start(at), xLayout.stride(), some, xLayout.distance());
            Layout to = workspace.layout(yLayout.start(at), yLayout.stride(), some, yLayout.distance());
            if (x != y || from.offset() != to.offset()) {
                copy(x, from, y, to, n);
            }
            reflect(reversed, y, columns(workspace, to, 0, n), workspace);
        }
    }

    /** All panels, the last of the product first. */
    private void reflect(boolean reversed, double[] y, MatrixLayout block, Workspace workspace) {
        int many = block.columns();
        double[] products = workspace.takeDoubles(WIDTH * many);
        try {
            for (int i = 0; i < rows.length; i++) {
                int panel = reversed ? i : rows.length - 1 - i;
                MatrixLayout between = workspace.matrix(0, rows[panel].rows(), many, many, 1);
                DoubleMatrixProduct.multiply(
                        1, vectors, rows[panel], y, block, 0, products, between, workspace, Parallelism.NONE);
                DoubleTriangularSolve.solve(
                        triangles,
                        reversed ? lower[panel] : upper[panel],
                        reversed ? Triangle.LOWER : Triangle.UPPER,
                        Diagonal.STORED,
                        products,
                        between,
                        workspace,
                        Parallelism.NONE);
                DoubleMatrixProduct.multiply(
                        -1, vectors, columns[panel], products, between, 1, y, block, workspace, Parallelism.NONE);
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleHouseholderProduct(n, count, vectors, triangles, !isReversed);
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(MapProperty.ORTHOGONAL);
    }

    /** 1 for an even number of reflections, -1 for an odd one. */
    @Override
    public Determinant determinant() {
        return count % 2 == 0 ? Determinant.ONE : Determinant.ONE.times(-1);
    }

    @Override
    public long operations() {
        long operations = 4L * n * count;
        for (int first = 0; first < count; first += WIDTH) {
            long width = Math.min(WIDTH, count - first);
            operations += width * width;
        }
        return operations;
    }

    /** The vectors and the triangles. */
    @Override
    public long parameters() {
        long parameters = (long) n * count;
        for (int first = 0; first < count; first += WIDTH) {
            long width = Math.min(WIDTH, count - first);
            parameters += width * (width + 1) / 2;
        }
        return parameters;
    }

    @Override
    public String name() {
        return (isReversed ? "reversed product of " : "product of ") + count + " reflections";
    }
}
