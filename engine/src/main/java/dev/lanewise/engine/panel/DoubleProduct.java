package dev.lanewise.engine.panel;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.Arrays;

/** {@code C = alpha A B + beta C} of parts of arrays, on any number of threads; see {@link DoublePanelProduct}. */
public final class DoubleProduct {
    /** A row that is worth a loop over each row of the matrix that it is multiplied by. */
    private static final int LONG_ROW = 64;

    /** As many rows are worth a tile that is transposed. */
    private static final int FEWEST_ROWS = 8;

    private DoubleProduct() {}

    /**
     * Multiplies. If {@code beta} is 0, C is not read; if {@code alpha} is 0, A and B are not.
     *
     * @param m rows of A and C
     * @param n columns of B and C
     * @param k columns of A, rows of B
     * @param alpha the factor of the product
     * @param a holds A
     * @param aOffset its first element
     * @param aRow from one row of A to the next
     * @param aColumn from one column of A to the next
     * @param b holds B
     * @param bOffset its first element
     * @param bRow from one row of B to the next
     * @param bColumn from one column of B to the next
     * @param beta the factor of C
     * @param c holds C, apart from A and B
     * @param cOffset its first element
     * @param cRow from one row of C to the next
     * @param cColumn from one column of C to the next; this or that from one row to the next is 1
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     */
    public static void multiply(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            double beta,
            double[] c,
            int cOffset,
            int cRow,
            int cColumn,
            Workspace workspace,
            Parallelism parallelism) {
        boolean vectorOfColumns = n == 1 && aRow == 1 && m > 1;
        if (cColumn == 1 && !(vectorOfColumns && cRow == 1)) {
            rows(
                    m,
                    n,
                    k,
                    alpha,
                    a,
                    aOffset,
                    aRow,
                    aColumn,
                    b,
                    bOffset,
                    bRow,
                    bColumn,
                    beta,
                    c,
                    cOffset,
                    cRow,
                    workspace,
                    parallelism);
        } else {
            // The transpose: a product of two numbers has the same bits either way.
            rows(
                    n,
                    m,
                    k,
                    alpha,
                    b,
                    bOffset,
                    bColumn,
                    bRow,
                    a,
                    aOffset,
                    aColumn,
                    aRow,
                    beta,
                    c,
                    cOffset,
                    cColumn,
                    workspace,
                    parallelism);
        }
    }

    private static void rows(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            double beta,
            double[] c,
            int cOffset,
            int cRow,
            Workspace workspace,
            Parallelism parallelism) {
        int depth = alpha == 0 ? 0 : k;
        Parallelism useful = parallelism.forOperations(2.0 * m * n * depth);
        if (useful.workers() == 1) {
            piece(
                    m, n, depth, alpha, a, aOffset, aRow, aColumn, b, bOffset, bRow, bColumn, beta, c, cOffset, cRow,
                    workspace);
            return;
        }
        ProductGrid grid = ProductGrid.of(m, n, useful.workers());
        workspace.worker(useful.workers() - 1); // made before the threads start
        useful.forEach(grid.pieces(), (index, worker) -> {
            int row = index / grid.columns(), column = index % grid.columns();
            int top = ProductGrid.start(row, grid.rows(), m, DoublePanelProduct.ROWS);
            int left = ProductGrid.start(column, grid.columns(), n, DoublePanelProduct.COLUMNS);
            int rows = ProductGrid.start(row + 1, grid.rows(), m, DoublePanelProduct.ROWS) - top;
            int columns = ProductGrid.start(column + 1, grid.columns(), n, DoublePanelProduct.COLUMNS) - left;
            piece(
                    rows,
                    columns,
                    depth,
                    alpha,
                    a,
                    aOffset + top * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + left * bColumn,
                    bRow,
                    bColumn,
                    beta,
                    c,
                    cOffset + top * cRow + left,
                    cRow,
                    workspace.worker(worker));
        });
    }

    private static void piece(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            double beta,
            double[] c,
            int cOffset,
            int cRow,
            Workspace workspace) {
        if (m == 0 || n == 0) {
            return;
        }
        if (beta != 1 && (beta != 0 || k == 0)) {
            scale(m, n, beta, c, cOffset, cRow);
        }
        if (k > 0 && m == 1 && bColumn == 1 && n >= LONG_ROW) {
            clearIf(beta == 0, n, c, cOffset, 1);
            DoubleVectorProduct.multiply(n, k, alpha, a, aOffset, aColumn, b, bOffset, bRow, c, cOffset, workspace);
        } else if (k > 0 && n == 1 && aColumn == 1 && m >= FEWEST_ROWS) {
            clearIf(beta == 0, m, c, cOffset, cRow);
            DoubleVectorProduct.multiplyColumn(
                    m, k, alpha, a, aOffset, aRow, b, bOffset, bRow, c, cOffset, cRow, workspace);
        } else if (k > 0 && m == 1 && bRow == 1 && n >= FEWEST_ROWS) {
            clearIf(beta == 0, n, c, cOffset, 1);
            DoubleVectorProduct.multiplyColumn(
                    n, k, alpha, b, bOffset, bColumn, a, aOffset, aColumn, c, cOffset, 1, workspace);
        } else if (k > 0 && DoubleUnpackedProduct.isFor(m, n, k, bColumn, beta == 0)) {
            DoubleUnpackedProduct.multiply(
                    m, n, k, alpha, a, aOffset, aRow, aColumn, b, bOffset, bRow, bColumn, beta == 0, c, cOffset, cRow,
                    workspace);
        } else if (k > 0) {
            DoublePanelProduct.multiply(
                    m, n, k, alpha, a, aOffset, aRow, aColumn, b, bOffset, bRow, bColumn, beta == 0, c, cOffset, cRow,
                    workspace);
        }
    }

    private static void clearIf(boolean overwrite, int length, double[] c, int from, int step) {
        for (int i = 0; overwrite && i < length; i++) {
            c[from + i * step] = 0;
        }
    }

    private static void scale(int m, int n, double beta, double[] c, int cOffset, int cRow) {
        for (int i = 0; i < m; i++) {
            int from = cOffset + i * cRow, past = from + n;
            if (beta == 0) {
                Arrays.fill(c, from, past, 0);
            } else {
                for (int j = from; j < past; j++) {
                    c[j] *= beta;
                }
            }
        }
    }
}
