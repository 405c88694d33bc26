package dev.lanewise.engine.panel;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.scalar.DoubleTileKernel;

/** Products so small that packing would cost more than it gives: the same sums, of factors that are read where they are. */
final class DoubleUnpackedProduct {
    private static final DoubleTileKernel KERNEL = DoublePanelProduct.KERNEL;

    /** Multiplications of the largest. */
    private static final int MOST_OPERATIONS = 1 << 18;

    private static final int MOST_COLUMNS = 512;

    /** Rows and depth of those of any number of columns: what a column of B is read for is too little to pack it. */
    private static final int FLAT = 32;

    private static final double[] ZEROS = new double[MOST_COLUMNS];

    private DoubleUnpackedProduct() {}

    static boolean isFor(int m, int n, int k, int bColumn, boolean overwrite) {
        boolean flat = m <= FLAT && k <= FLAT && bColumn == 1 && !overwrite;
        return k <= DoublePanelProduct.DEPTH && (flat || n <= MOST_COLUMNS && (double) m * n * k <= MOST_OPERATIONS);
    }

    /** As {@link DoublePanelProduct#multiply}. */
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
        boolean byRows = bColumn == 1 || n == 1;
        int sums = KERNEL.smallScratchLength(n), length = sums + (byRows ? 0 : n * k);
        double[] scratch = length == 0 ? null : workspace.takeDoubles(length);
        double[] factor = b;
        int from = bOffset, row = bRow;
        if (!byRows) {
            DoublePanels.pack(b, bOffset, bColumn, bRow, n, n, k, scratch, sums);
            factor = scratch;
            from = sums;
            row = n;
        }
        double[] addend = overwrite ? ZEROS : c;
        int addendOffset = overwrite ? 0 : cOffset, addendRow = overwrite ? 0 : cRow;
        KERNEL.small(
                m,
                n,
                k,
                alpha,
                a,
                aOffset,
                aRow,
                aColumn,
                factor,
                from,
                row,
                addend,
                addendOffset,
                addendRow,
                c,
                cOffset,
                cRow,
                scratch);
        if (length > 0) {
            workspace.releaseDoubles();
        }
    }
}
