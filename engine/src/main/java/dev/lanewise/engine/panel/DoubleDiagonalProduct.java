package dev.lanewise.engine.panel;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.scalar.DoubleTileKernel;

/**
 * Rows times the blocks of a diagonal, {@code Y_i = X_i B_i} for matrices {@code X_i} and {@code Y_i} that stand side by side: the same
 * sums as of {@link DoublePanelProduct} for each. Some blocks are taken together, so that a row is read and written in pieces
 * long enough for the processor to foresee what comes next.
 */
public final class DoubleDiagonalProduct {
    /** Columns of X that are taken together, unless one block has more of them or the second cache has no room for their blocks. */
    private static final int SPAN = 1024;

    /** Rows that are taken together. */
    private static final int ROWS = 12;

    private static final int MOST_COLUMNS = 512;

    private static final double[] ZEROS = new double[MOST_COLUMNS];
    private static final DoubleTileKernel KERNEL = DoublePanelProduct.KERNEL;

    private DoubleDiagonalProduct() {}

    /**
     * Whether it is for such blocks.
     *
     * @param rows of a block
     * @param cols of it
     * @return whether there are any, and so few that each sum is one
     */
    public static boolean isFor(int rows, int cols) {
        return Math.min(rows, cols) > 0 && Math.max(rows, cols) <= DoublePanelProduct.DEPTH;
    }

    /**
     * Multiplies.
     *
     * @param count rows of X and Y
     * @param blocks the entries of all {@code B_i}, or of all {@code B_i^T}, each row after row
     * @param rows of each, as its entries are given
     * @param cols of each
     * @param isTransposed whether it is {@code B_i^T} that is given
     * @param x holds X
     * @param xOffset its first element
     * @param xRow from one row of X to the next
     * @param y gets Y, apart from X
     * @param yOffset its first element
     * @param yRow from one row of Y to the next
     * @param workspace scratch of the calling thread
     */
    public static void multiply(
            int count,
            double[][] blocks,
            int[] rows,
            int[] cols,
            boolean isTransposed,
            double[] x,
            int xOffset,
            int xRow,
            double[] y,
            int yOffset,
            int yRow,
            Workspace workspace) {
        int[] inputs = isTransposed ? cols : rows, outputs = isTransposed ? rows : cols;
        int from = xOffset, to = yOffset, most = CacheBlocks.entries(Double.BYTES);
        for (int first = 0, past; first < blocks.length; first = past) {
            int taken = 0, given = 0, sums = 0, length = 0;
            for (past = first; past < blocks.length; past++) {
                boolean isFull = taken + inputs[past] > SPAN || length + inputs[past] * outputs[past] > most;
                if (past > first && isFull) {
                    break;
                }
                taken += inputs[past];
                given += outputs[past];
                sums = Math.max(sums, KERNEL.smallScratchLength(outputs[past]));
                length += inputs[past] * outputs[past];
            }
            double[] scratch = workspace.lined().takeDoubles(DoublePanels.START + sums + (isTransposed ? length : 0));
            for (int i = first, at = DoublePanels.START + sums;
                    i < past && isTransposed;
                    at += inputs[i] * outputs[i], i++) {
                DoublePanels.pack(blocks[i], 0, inputs[i], 1, outputs[i], outputs[i], inputs[i], scratch, at);
            }
            for (int r = 0; r < count; r += ROWS) {
                int left = Math.min(ROWS, count - r),
                        at = DoublePanels.START + sums,
                        in = from + r * xRow,
                        out = to + r * yRow;
                for (int i = first; i < past; i++) {
                    double[] block = isTransposed ? scratch : blocks[i];
                    int start = isTransposed ? at : 0, depth = inputs[i], width = outputs[i];
                    KERNEL.small(
                            left, width, depth, 1, x, in, xRow, 1, block, start, width, ZEROS, 0, 0, y, out, yRow,
                            scratch);
                    in += depth;
                    out += width;
                    at += depth * width;
                }
            }
            workspace.lined().releaseDoubles();
            from += taken;
            to += given;
        }
    }
}
