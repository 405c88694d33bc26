package dev.lanewise.engine.matmul;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleSymmetricBlocks;
import java.util.Objects;

/**
 * The product of a matrix and its transpose, of which one half says all,
 *
 * <pre>    C = alpha A A^T + beta C,    A of n x k, C of n x n,</pre>
 *
 * <p>in one {@linkplain Triangle triangle}; elements outside of it are neither read nor written. It takes half the operations
 * of {@link DoubleMatrixProduct}, and every element has the bits that this gives. For {@code A^T A}, give A with a
 * {@linkplain MatrixLayout#transposed transposed layout}.
 *
 * <p>If {@code beta} is 0, C is not read; if {@code alpha} is 0, A is not. NaN and infinity go through as IEEE 754 says. C must
 * lie apart from A. After an exception for wrong arguments C is untouched. Rounding: as of {@link DoubleMatrixProduct}.
 */
public final class DoubleSymmetricProduct {
    private DoubleSymmetricProduct() {}

    /**
     * Multiplies.
     *
     * @param alpha the factor of the product
     * @param a holds A
     * @param aLayout where
     * @param beta the factor of C
     * @param c holds C
     * @param cLayout where; elements of a row, or of a column, must be adjacent
     * @param triangle which half of C
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or C overlaps A or itself
     */
    public static void multiply(
            double alpha,
            double[] a,
            MatrixLayout aLayout,
            double beta,
            double[] c,
            MatrixLayout cLayout,
            Triangle triangle,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        Objects.requireNonNull(triangle, "triangle");
        DoubleOperands.check(a, "A", aLayout);
        DoubleOperands.check(c, "C", cLayout);
        int n = aLayout.rows();
        if (cLayout.rows() != n || cLayout.columns() != n) {
            throw new IllegalArgumentException("C = A A^T: got A of " + aLayout.shape() + " and C of " + cLayout.shape()
                    + ", wanted n x k and n x n");
        }
        cLayout.checkDistinct("C");
        DoubleOperands.checkApart(c, "C", cLayout, a, "A", aLayout);
        cLayout.checkAdjacent("C");
        boolean byRows = cLayout.columnStride() == 1 || n <= 1;
        // Symmetric: by columns, the other triangle is the same places.
        boolean lower = (triangle == Triangle.LOWER) == byRows;
        DoubleSymmetricBlocks.multiply(
                n,
                aLayout.columns(),
                alpha,
                a,
                aLayout.offset(),
                aLayout.rowStride(),
                aLayout.columnStride(),
                beta,
                c,
                cLayout.offset(),
                byRows ? cLayout.rowStride() : cLayout.columnStride(),
                lower,
                workspace,
                parallelism);
    }
}
