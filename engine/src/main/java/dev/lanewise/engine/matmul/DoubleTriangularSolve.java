package dev.lanewise.engine.matmul;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleTriangularBlocks;

/**
 * The solution of triangular systems, in the place of their right sides,
 *
 * <pre>    B = T^-1 B,    T of n x n, B of n x m.</pre>
 *
 * <p>The other triangle of T is not read. {@code T^-T B} is that of the {@linkplain MatrixLayout#transposed transposed} layout of T
 * and the other triangle; {@code B T^-1} is the transpose of {@code T^-T B^T}: give the transposed layouts of both.
 *
 * <p>Of B the elements of a row, or of a column, must be adjacent, and it must lie apart from T. NaN and infinity go through as
 * IEEE 754 says. After an exception B is untouched. A column of the solution has the same bits whatever the other columns,
 * layout, threads or machine.
 *
 * <p>Rounding: a column {@code x} of the solution solves {@code (T + E) x = b} exactly, with {@code |E| <= g(n) |T|} element by
 * element, where {@code g(n) = n u / (1 - n u)} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem
 * 8.5), in whatever order terms are summed.
 */
public final class DoubleTriangularSolve {
    private DoubleTriangularSolve() {}

    /**
     * Solves with scratch of its own, on the calling thread.
     *
     * @param t holds T
     * @param tLayout where
     * @param triangle which one
     * @param diagonal what is on its diagonal
     * @param b holds B, and gets the solution
     * @param bLayout where
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or B overlaps T or itself
     * @throws SingularMatrixException if there is a zero on the diagonal
     */
    public static void solve(
            double[] t, MatrixLayout tLayout, Triangle triangle, Diagonal diagonal, double[] b, MatrixLayout bLayout) {
        solve(t, tLayout, triangle, diagonal, b, bLayout, new Workspace(), Parallelism.NONE);
    }

    /**
     * Solves.
     *
     * @param t holds T
     * @param tLayout where
     * @param triangle which one
     * @param diagonal what is on its diagonal
     * @param b holds B, and gets the solution
     * @param bLayout where
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or B overlaps T or itself
     * @throws SingularMatrixException if there is a zero on the diagonal
     */
    public static void solve(
            double[] t,
            MatrixLayout tLayout,
            Triangle triangle,
            Diagonal diagonal,
            double[] b,
            MatrixLayout bLayout,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleTriangularProduct.check("T^-1 B", t, tLayout, triangle, diagonal, b, bLayout, workspace, parallelism);
        checkRegular(t, tLayout, diagonal);
        DoubleTriangularBlocks.solve(
                tLayout.rows(),
                bLayout.columns(),
                triangle == Triangle.LOWER,
                diagonal == Diagonal.UNIT,
                t,
                tLayout.offset(),
                tLayout.rowStride(),
                tLayout.columnStride(),
                b,
                bLayout.offset(),
                bLayout.adjacentRowStride(),
                bLayout.adjacentColumnStride(),
                workspace,
                parallelism);
    }

    static void checkRegular(double[] t, MatrixLayout layout, Diagonal diagonal) {
        for (int i = 0; i < layout.rows() && diagonal == Diagonal.STORED; i++) {
            if (t[layout.index(i, i)] == 0) {
                throw new SingularMatrixException("a triangular matrix of " + layout.shape(), i);
            }
        }
    }
}
