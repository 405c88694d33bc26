package dev.lanewise.engine.panel;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/** One triangle of {@code C = alpha A A^T + beta C}: products of what is beside the diagonal, and small squares on it. */
public final class DoubleSymmetricBlocks {
    /** Squares on the diagonal that are computed whole; half of that is for nothing. */
    private static final int SQUARE = 48;

    private DoubleSymmetricBlocks() {}

    /**
     * Multiplies.
     *
     * @param n rows of A, rows and columns of C
     * @param k columns of A
     * @param alpha the factor of the product
     * @param a holds A
     * @param aOffset its first element
     * @param aRow from one row of A to the next
     * @param aColumn from one column of A to the next
     * @param beta the factor of C
     * @param c holds C, apart from A
     * @param cOffset its first element
     * @param cRow from one row of C to the next
     * @param lower whether the lower triangle is meant
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     */
    public static void multiply(
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double beta,
            double[] c,
            int cOffset,
            int cRow,
            boolean lower,
            Workspace workspace,
            Parallelism parallelism) {
        Parallelism useful = parallelism.forOperations((double) n * n * k);
        if (useful.workers() == 1) {
            triangle(n, k, alpha, a, aOffset, aRow, aColumn, beta, c, cOffset, cRow, lower, workspace);
            return;
        }
        // Strips of C of the same height, each a rectangle and a triangle; the largest first.
        int strips = 4 * useful.workers();
        workspace.worker(useful.workers() - 1); // made before the threads start
        useful.forEach(strips, (index, worker) -> {
            Workspace own = workspace.worker(worker);
            int strip = lower ? strips - 1 - index : index;
            int first = ProductGrid.start(strip, strips, n, DoublePanelProduct.ROWS);
            int rows = ProductGrid.start(strip + 1, strips, n, DoublePanelProduct.ROWS) - first, past = first + rows;
            int ofRows = aOffset + first * aRow, corner = cOffset + first * cRow + first;
            if (rows > 0) {
                if (lower) {
                    int to = cOffset + first * cRow;
                    beside(rows, first, k, alpha, a, ofRows, aOffset, aRow, aColumn, beta, c, to, cRow, own);
                } else {
                    int others = aOffset + past * aRow, to = corner + rows;
                    beside(rows, n - past, k, alpha, a, ofRows, others, aRow, aColumn, beta, c, to, cRow, own);
                }
                triangle(rows, k, alpha, a, ofRows, aRow, aColumn, beta, c, corner, cRow, lower, own);
            }
        });
    }

    /** Rows of A from one place times the rows from another. */
    private static void beside(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int rows,
            int others,
            int aRow,
            int aColumn,
            double beta,
            double[] c,
            int cOffset,
            int cRow,
            Workspace workspace) {
        DoubleProduct.multiply(
                m,
                n,
                k,
                alpha,
                a,
                rows,
                aRow,
                aColumn,
                a,
                others,
                aColumn,
                aRow,
                beta,
                c,
                cOffset,
                cRow,
                1,
                workspace,
                Parallelism.NONE);
    }

    /** Two triangles of half the size and the square between them. */
    private static void triangle(
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double beta,
            double[] c,
            int cOffset,
            int cRow,
            boolean lower,
            Workspace workspace) {
        if (n <= SQUARE) {
            square(n, k, alpha, a, aOffset, aRow, aColumn, beta, c, cOffset, cRow, lower, workspace);
            return;
        }
        int tile = DoublePanelProduct.ROWS, half = (n / 2 + tile - 1) / tile * tile, rest = n - half;
        int second = aOffset + half * aRow;
        triangle(half, k, alpha, a, aOffset, aRow, aColumn, beta, c, cOffset, cRow, lower, workspace);
        if (lower) {
            int to = cOffset + half * cRow;
            beside(rest, half, k, alpha, a, second, aOffset, aRow, aColumn, beta, c, to, cRow, workspace);
        } else {
            beside(half, rest, k, alpha, a, aOffset, second, aRow, aColumn, beta, c, cOffset + half, cRow, workspace);
        }
        int corner = cOffset + half * cRow + half;
        triangle(rest, k, alpha, a, second, aRow, aColumn, beta, c, corner, cRow, lower, workspace);
    }

    /** Whole, in scratch; what is on the other side of the diagonal there is of no matter. */
    private static void square(
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double beta,
            double[] c,
            int cOffset,
            int cRow,
            boolean lower,
            Workspace workspace) {
        double[] whole = workspace.takeDoubles(n * n);
        try {
            for (int i = 0; i < n && beta != 0; i++) {
                int from = lower ? 0 : i, count = lower ? i + 1 : n - i;
                System.arraycopy(c, cOffset + i * cRow + from, whole, i * n + from, count);
            }
            beside(n, n, k, alpha, a, aOffset, aOffset, aRow, aColumn, beta, whole, 0, n, workspace);
            for (int i = 0; i < n; i++) {
                int from = lower ? 0 : i, count = lower ? i + 1 : n - i;
                System.arraycopy(whole, i * n + from, c, cOffset + i * cRow + from, count);
            }
        } finally {
            workspace.releaseDoubles();
        }
    }
}
