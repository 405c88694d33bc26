package dev.lanewise.engine.matmul;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleTriangularBlocks;
import java.util.Objects;

/**
 * The product of a triangular matrix and another, in its place,
 *
 * <pre>    B = T B,    T of n x n, B of n x m,</pre>
 *
 * <p>at half the operations of {@link DoubleMatrixProduct}. The other triangle of T is not read. {@code T^T B} is that of the
 * {@linkplain MatrixLayout#transposed transposed} layout of T and the other triangle; {@code B T} is the transpose of {@code T^T
 * B^T}: give the transposed layouts of both.
 *
 * <p>Of B the elements of a row, or of a column, must be adjacent, and it must lie apart from T. NaN and infinity go through as
 * IEEE 754 says. After an exception for wrong arguments B is untouched. A column of the result has the same bits whatever the
 * other columns, layout, threads or machine.
 *
 * <p>Rounding: every element is off by at most {@code g(n) |T| |B|}, where {@code g(n) = n u / (1 - n u)} and absolute values are
 * taken element by element (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.5).
 */
public final class DoubleTriangularProduct {
    private DoubleTriangularProduct() {}

    /**
     * Multiplies with scratch of its own, on the calling thread.
     *
     * @param t holds T
     * @param tLayout where
     * @param triangle which one
     * @param diagonal what is on its diagonal
     * @param b holds B, and gets the product
     * @param bLayout where
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or B overlaps T or itself
     */
    public static void multiply(
            double[] t, MatrixLayout tLayout, Triangle triangle, Diagonal diagonal, double[] b, MatrixLayout bLayout) {
        multiply(t, tLayout, triangle, diagonal, b, bLayout, new Workspace(), Parallelism.NONE);
    }

    /**
     * Multiplies.
     *
     * @param t holds T
     * @param tLayout where
     * @param triangle which one
     * @param diagonal what is on its diagonal
     * @param b holds B, and gets the product
     * @param bLayout where
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or B overlaps T or itself
     */
    public static void multiply(
            double[] t,
            MatrixLayout tLayout,
            Triangle triangle,
            Diagonal diagonal,
            double[] b,
            MatrixLayout bLayout,
            Workspace workspace,
            Parallelism parallelism) {
        check("T B", t, tLayout, triangle, diagonal, b, bLayout, workspace, parallelism);
        DoubleTriangularBlocks.multiply(
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

    static void check(
            String operation,
            double[] t,
            MatrixLayout tLayout,
            Triangle triangle,
            Diagonal diagonal,
            double[] b,
            MatrixLayout bLayout,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        Objects.requireNonNull(triangle, "triangle");
        Objects.requireNonNull(diagonal, "diagonal");
        DoubleOperands.check(t, "T", tLayout);
        DoubleOperands.check(b, "B", bLayout);
        int n = tLayout.rows();
        if (tLayout.columns() != n || bLayout.rows() != n) {
            throw new IllegalArgumentException(operation + ": got T of " + tLayout.shape() + " and B of "
                    + bLayout.shape() + ", wanted n x n and n x m");
        }
        bLayout.checkDistinct("B");
        bLayout.checkAdjacent("B");
        DoubleOperands.checkApart(b, "B", bLayout, t, "T", tLayout);
    }
}
