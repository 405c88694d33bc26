package dev.lanewise.engine.panel;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.scalar.DoubleTileKernel;

/**
 * {@code C = alpha A B + C}, or without the {@code C}, of parts of arrays: {@code C} is row-major, {@code A} and {@code B} have
 * any two strides, so that each may be transposed.
 *
 * <p>In every element the products are summed in steps of {@link #DEPTH}, each from zero in one chain of fused multiply-adds;
 * the sum of a step, times {@code alpha}, is added to the element by another one, step after step. That is all that a result
 * depends on.
 *
 * <p>A panel of a few rows of A stays in the first cache while the panels of a block of B, which is in the second, go by it: so
 * a row of tiles of C is written from left to right. Source: K. Goto and R. A. van de Geijn, Anatomy of high-performance matrix
 * multiplication, ACM Trans. Math. Softw. 34(3), 2008, article 12, with A and B exchanged, since C is row-major.
 */
final class DoublePanelProduct {
    /** How many products are summed before the sum is added to the element. */
    static final int DEPTH = 192;

    static final DoubleTileKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleTileKernel(), DoubleTileKernel::new);

    /** Rows and columns of a tile. */
    static final int ROWS = KERNEL.rows();

    static final int COLUMNS = KERNEL.columns();

    /** As many panels of A are kept where they are used for more than one block of B, in rows. */
    private static final int MOST_ROWS = 1536 / ROWS * ROWS;

    private static final double[] ZEROS = new double[COLUMNS];

    private DoublePanelProduct() {}

    /**
     * Multiplies.
     *
     * @param m rows of A and C, more than 0
     * @param n columns of B and C, more than 0
     * @param k columns of A, rows of B, more than 0
     * @param alpha the factor
     * @param a holds A
     * @param aOffset its first element
     * @param aRow from one row of A to the next
     * @param aColumn from one column of A to the next
     * @param b holds B
     * @param bOffset its first element
     * @param bRow from one row of B to the next
     * @param bColumn from one column of B to the next
     * @param overwrite whether C is not added
     * @param c holds C, apart from A and B
     * @param cOffset its first element
     * @param cRow from one row of C to the next
     * @param workspace scratch of the calling thread
     */
    static void multiply(
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
            boolean overwrite,
            double[] c,
            int cOffset,
            int cRow,
            Workspace workspace) {
        int depth = Math.min(k, DEPTH), mostColumns = CacheBlocks.columns(Double.BYTES, depth, COLUMNS);
        int blockColumns = Math.min(mostColumns, roundedUp(n, COLUMNS));
        boolean once = n <= blockColumns;
        int blockRows = once ? m : MOST_ROWS;
        double[] panels = workspace.takeDoubles(depth * (once ? ROWS : roundedUp(Math.min(m, MOST_ROWS), ROWS)));
        double[] block = workspace.lined().takeDoubles(DoublePanels.START + distance(depth) * (blockColumns / COLUMNS));
        double[] tile = workspace.takeDoubles((ROWS + 1) * COLUMNS);
        try {
            for (int p = 0; p < k; p += DEPTH) {
                int steps = Math.min(DEPTH, k - p);
                for (int i = 0; i < m; i += blockRows) {
                    int rows = Math.min(blockRows, m - i);
                    for (int j = 0; j < n; j += blockColumns) {
                        int columns = Math.min(blockColumns, n - j);
                        packColumns(b, bOffset + p * bRow + j * bColumn, bRow, bColumn, columns, steps, block);
                        for (int r = 0; r < rows; r += ROWS) {
                            int left = Math.min(ROWS, rows - r), height = KERNEL.rowsFor(left);
                            int panel = once ? 0 : r * steps;
                            if (j == 0) {
                                int from = aOffset + (i + r) * aRow + p * aColumn;
                                DoublePanels.pack(a, from, aRow, aColumn, left, height, steps, panels, panel);
                            }
                            int to = cOffset + (i + r) * cRow + j;
                            boolean first = overwrite && p == 0;
                            tiles(left, height, columns, steps, alpha, panels, panel, block, first, c, to, cRow, tile);
                        }
                    }
                }
            }
        } finally {
            workspace.releaseDoubles();
            workspace.lined().releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** From one panel of a block to the next: a line further than it is long, or what is a power of two apart would share sets. */
    private static int distance(int steps) {
        return steps * COLUMNS + 64 / Double.BYTES;
    }

    private static int roundedUp(int n, int step) {
        return (n + step - 1) / step * step;
    }

    /** The panels of a block of B, one after the other. */
    private static void packColumns(
            double[] b, int from, int bRow, int bColumn, int columns, int steps, double[] block) {
        int dealt = bColumn == 1 ? columns / COLUMNS : 0, distance = distance(steps);
        DoubleColumns.KERNEL.deal(b, from, bRow, steps, dealt, COLUMNS, block, DoublePanels.START, distance);
        for (int j = dealt * COLUMNS; j < columns; j += COLUMNS) {
            int left = Math.min(COLUMNS, columns - j), width = KERNEL.columnsFor(left);
            DoublePanels.pack(
                    b,
                    from + j * bColumn,
                    bColumn,
                    bRow,
                    left,
                    width,
                    steps,
                    block,
                    DoublePanels.START + j / COLUMNS * distance);
        }
    }

    /** A row of tiles; those at an edge of C, which are larger than what is left of it, in scratch. */
    private static void tiles(
            int rows,
            int height,
            int columns,
            int steps,
            double alpha,
            double[] panels,
            int panel,
            double[] block,
            boolean first,
            double[] c,
            int cOffset,
            int cRow,
            double[] scratch) {
        double[] addend = first ? ZEROS : c;
        int addendRow = first ? 0 : cRow;
        for (int j = 0; j < columns; j += COLUMNS) {
            int left = Math.min(COLUMNS, columns - j),
                    width = KERNEL.columnsFor(left),
                    to = cOffset + j,
                    at = DoublePanels.START + j / COLUMNS * distance(steps);
            if (rows == height && left == width) {
                int from = first ? 0 : to;
                KERNEL.product(
                        height, width, panels, panel, block, at, steps, alpha, addend, from, addendRow, c, to, cRow,
                        scratch);
            } else {
                int corner = COLUMNS;
                if (!first) {
                    DoubleColumns.KERNEL.copy(c, to, cRow, rows, left, scratch, corner, COLUMNS);
                }
                double[] edge = first ? ZEROS : scratch;
                KERNEL.product(
                        height,
                        width,
                        panels,
                        panel,
                        block,
                        at,
                        steps,
                        alpha,
                        edge,
                        first ? 0 : corner,
                        first ? 0 : COLUMNS,
                        scratch,
                        corner,
                        COLUMNS,
                        scratch);
                DoubleColumns.KERNEL.copy(scratch, corner, COLUMNS, rows, left, c, to, cRow);
            }
        }
    }
}
