package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.DoubleTriangularProduct;
import dev.lanewise.engine.matmul.Triangle;
import java.util.Set;

/**
 * The inverse of a symmetric positive definite Toeplitz matrix, {@code T^-1 = L^T L}: row {@code k} of {@code L} is the
 * backward predictor of order {@code k + 1} over the square root of its pivot, as {@code V T V^T} is the diagonal matrix of the
 * pivots where {@code V} has the predictors as rows.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., 2013, section 4.7 (Durbin's algorithm).
 */
final class DoubleToeplitzInverse extends DoubleApartMap {
    private final double[] factor;

    private DoubleToeplitzInverse(int n, double[] factor) {
        super(n, n);
        this.factor = factor;
    }

    /** The inverse of the matrix of a column; null if it is not positive definite, or nearly not, within rounding. */
    static DoubleToeplitzInverse of(double[] column) {
        int n = column.length;
        double[] factor = new double[n * n], pivots = new double[n];
        if (!(column[0] > 0) || !DoubleLevinson.predict(DoubleLevinson.unit(column), factor, pivots)) {
            return null;
        }
        for (int k = 0; k < n; k++) {
            // Both roots are of normal numbers, while the product of pivot and diagonal may be none.
            double root = SquareRoot.of(pivots[k]) * SquareRoot.of(column[0]);
            for (int j = 0; j <= k; j++) {
                factor[k * n + j] /= root;
            }
        }
        return new DoubleToeplitzInverse(n, factor);
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
        int n = rows();
        if (x != y || xLayout.offset() != yLayout.offset()) {
            copy(x, xLayout, y, yLayout, n);
        }
        MatrixLayout lower = workspace.matrix(0, n, n, n, 1), upper = workspace.matrix(0, n, n, 1, n);
        MatrixLayout vectors = columns(workspace, yLayout, 0, n);
        DoubleTriangularProduct.multiply(
                factor, lower, Triangle.LOWER, Diagonal.STORED, y, vectors, workspace, parallelism);
        DoubleTriangularProduct.multiply(
                factor, upper, Triangle.UPPER, Diagonal.STORED, y, vectors, workspace, parallelism);
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(MapProperty.POSITIVE_DEFINITE);
    }

    @Override
    public Determinant determinant() {
        Determinant product = Determinant.ONE;
        for (int k = 0; k < rows(); k++) {
            double entry = factor[k * rows() + k];
            product = product.times(entry).times(entry);
        }
        return product;
    }

    @Override
    boolean goesSideBySide() {
        return false;
    }

    @Override
    public long operations() {
        return 2L * rows() * rows();
    }

    /** Half of what is stored. */
    @Override
    public long parameters() {
        return rows() * (rows() + 1L) / 2;
    }

    @Override
    public String name() {
        return "inverse of Toeplitz " + rows();
    }
}
