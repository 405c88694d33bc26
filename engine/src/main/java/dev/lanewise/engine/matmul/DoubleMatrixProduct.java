package dev.lanewise.engine.matmul;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleProduct;

/**
 * The product of two matrices,
 *
 * <pre>    C = alpha A B + beta C,    A of m x k, B of k x n, C of m x n,</pre>
 *
 * <p>each anywhere in an array: a transposed factor is one with a {@linkplain MatrixLayout#transposed transposed layout}. Of C the
 * elements of a row, or of a column, must be adjacent. Nothing is ever copied as a whole; the scratch is that of a block.
 *
 * <p>As in the BLAS, C is not read if {@code beta} is 0, and A and B are not if {@code alpha} is 0. NaN and infinity go through
 * as IEEE 754 says. C must lie apart from A and B; these may be the same, or overlap. After an exception for wrong arguments C
 * is untouched.
 *
 * <p>The same bits always: an element is {@code beta} times what it was, to which the sum of each 192 products, from zero in one
 * chain of fused multiply-adds, is added times {@code alpha} by one more. It depends on a row of A and a column of B alone, never
 * on the other rows and columns, on layout, threads or machine.
 *
 * <p>Rounding: with {@code u} the unit roundoff and {@code s = min(k, 192) + ceil(k / 192) + 1}, every element is off by at most
 * {@code g(s) (|alpha| |A| |B| + |beta| |C|)}, where {@code g(s) = s u / (1 - s u)} and absolute values are taken element by
 * element (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.5, along the tree of sums), plus a
 * smallest subnormal number for each of the operations that underflows.
 *
 * <p>Source: K. Goto and R. A. van de Geijn, Anatomy of high-performance matrix multiplication, ACM Trans. Math. Softw. 34(3),
 * 2008, article 12.
 */
public final class DoubleMatrixProduct {
    private DoubleMatrixProduct() {}

    /**
     * {@code C = A B} of whole row-major matrices, with scratch of its own.
     *
     * @param m rows of A and C
     * @param n columns of B and C
     * @param k columns of A, rows of B
     * @param a holds A, {@code m k} elements
     * @param b holds B, {@code k n} elements
     * @param c gets C, {@code m n} elements
     * @throws IllegalArgumentException if an array is too short, or C is one of the others
     */
    public static void multiply(int m, int n, int k, double[] a, double[] b, double[] c) {
        multiply(1, a, MatrixLayout.of(m, k), b, MatrixLayout.of(k, n), 0, c, MatrixLayout.of(m, n));
    }

    /**
     * Multiplies with scratch of its own, on the calling thread.
     *
     * @param alpha the factor of the product
     * @param a holds A
     * @param aLayout where
     * @param b holds B
     * @param bLayout where
     * @param beta the factor of C
     * @param c holds C
     * @param cLayout where
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or C overlaps A, B or itself
     */
    public static void multiply(
            double alpha,
            double[] a,
            MatrixLayout aLayout,
            double[] b,
            MatrixLayout bLayout,
            double beta,
            double[] c,
            MatrixLayout cLayout) {
        multiply(alpha, a, aLayout, b, bLayout, beta, c, cLayout, new Workspace(), Parallelism.NONE);
    }

    /**
     * Multiplies.
     *
     * @param alpha the factor of the product
     * @param a holds A
     * @param aLayout where
     * @param b holds B
     * @param bLayout where
     * @param beta the factor of C
     * @param c holds C
     * @param cLayout where
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or C overlaps A, B or itself
     */
    public static void multiply(
            double alpha,
            double[] a,
            MatrixLayout aLayout,
            double[] b,
            MatrixLayout bLayout,
            double beta,
            double[] c,
            MatrixLayout cLayout,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.check(a, "A", aLayout);
        DoubleOperands.check(b, "B", bLayout);
        DoubleOperands.check(c, "C", cLayout);
        if (aLayout.columns() != bLayout.rows()
                || cLayout.rows() != aLayout.rows()
                || cLayout.columns() != bLayout.columns()) {
            throw new IllegalArgumentException("C = A B: got A of " + aLayout.shape() + ", B of " + bLayout.shape()
                    + " and C of " + cLayout.shape() + ", wanted m x k, k x n and m x n");
        }
        cLayout.checkDistinct("C");
        DoubleOperands.checkApart(c, "C", cLayout, a, "A", aLayout);
        DoubleOperands.checkApart(c, "C", cLayout, b, "B", bLayout);
        cLayout.checkAdjacent("C");
        DoubleProduct.multiply(
                cLayout.rows(),
                cLayout.columns(),
                aLayout.columns(),
                alpha,
                a,
                aLayout.offset(),
                aLayout.rowStride(),
                aLayout.columnStride(),
                b,
                bLayout.offset(),
                bLayout.rowStride(),
                bLayout.columnStride(),
                beta,
                c,
                cLayout.offset(),
                cLayout.adjacentRowStride(),
                cLayout.adjacentColumnStride(),
                workspace,
                parallelism);
    }
}
