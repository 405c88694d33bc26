package dev.lanewise.engine.panel;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.scalar.DoubleRowsKernel;
import java.util.Arrays;

/**
 * The products of a single row and a matrix, and of a matrix and a single column, where the matrix lies row by row: the same sums as of
 * any product, {@link DoublePanelProduct}, of rows that are read once.
 */
final class DoubleVectorProduct {
    private static final DoubleRowsKernel KERNEL = DoubleRows.KERNEL;

    /** Columns whose sums stay in the first cache. */
    private static final int STRIP = 2048;

    private DoubleVectorProduct() {}

    /**
     * {@code c = alpha a B + c}.
     *
     * @param n columns of B and c
     * @param k length of a, rows of B, more than 0
     * @param alpha the factor
     * @param a holds a
     * @param aOffset its first element
     * @param aColumn from one element to the next
     * @param b holds B
     * @param bOffset its first element
     * @param bRow from one row of B to the next
     * @param c holds c, apart from a and B
     * @param cOffset its first element
     * @param workspace scratch of the calling thread
     */
    static void multiply(
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            double[] c,
            int cOffset,
            Workspace workspace) {
        int depth = Math.min(k, DoublePanelProduct.DEPTH), most = Math.min(n, STRIP);
        double[] sums = workspace.takeDoubles(most), factors = workspace.takeDoubles(depth);
        try {
            for (int p = 0; p < k; p += DoublePanelProduct.DEPTH) {
                int steps = Math.min(DoublePanelProduct.DEPTH, k - p);
                for (int i = 0; i < steps; i++) {
                    factors[i] = a[aOffset + (p + i) * aColumn];
                }
                for (int j = 0; j < n; j += STRIP) {
                    int columns = Math.min(STRIP, n - j), from = bOffset + p * bRow + j;
                    Arrays.fill(sums, 0, columns, 0);
                    KERNEL.addCombination(factors, 0, b, from, bRow, steps, sums, 0, columns);
                    KERNEL.addMultiple(alpha, sums, 0, c, cOffset + j, columns);
                }
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /**
     * {@code c = alpha A b + c}.
     *
     * @param m rows of A, length of c
     * @param k columns of A, length of b, more than 0
     * @param alpha the factor
     * @param a holds A
     * @param aOffset its first element
     * @param aRow from one row of A to the next
     * @param b holds b
     * @param bOffset its first element
     * @param bRow from one element to the next
     * @param c holds c, apart from A and b
     * @param cOffset its first element
     * @param cRow from one element to the next
     * @param workspace scratch of the calling thread
     */
    static void multiplyColumn(
            int m,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            double[] b,
            int bOffset,
            int bRow,
            double[] c,
            int cOffset,
            int cRow,
            Workspace workspace) {
        int depth = Math.min(k, DoublePanelProduct.DEPTH), most = Math.min(m, STRIP);
        double[] sums = workspace.takeDoubles(2 * most), factors = workspace.takeDoubles(depth);
        try {
            for (int p = 0; p < k; p += DoublePanelProduct.DEPTH) {
                int steps = Math.min(DoublePanelProduct.DEPTH, k - p);
                for (int i = 0; i < steps; i++) {
                    factors[i] = b[bOffset + (p + i) * bRow];
                }
                for (int first = 0; first < m; first += STRIP) {
                    int rows = Math.min(STRIP, m - first), from = aOffset + first * aRow + p;
                    KERNEL.orderedProducts(rows, a, from, aRow, factors, 0, steps, sums, 0);
                    add(rows, alpha, sums, most, c, cOffset + first * cRow, cRow);
                }
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Adds a multiple of sums to a column; if its elements are not adjacent, beside the sums. */
    private static void add(int rows, double alpha, double[] sums, int beside, double[] c, int to, int cRow) {
        if (cRow == 1) {
            KERNEL.addMultiple(alpha, sums, 0, c, to, rows);
            return;
        }
        for (int i = 0; i < rows; i++) {
            sums[beside + i] = c[to + i * cRow];
        }
        KERNEL.addMultiple(alpha, sums, 0, sums, beside, rows);
        for (int i = 0; i < rows; i++) {
            c[to + i * cRow] = sums[beside + i];
        }
    }
}
