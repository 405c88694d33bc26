package dev.lanewise.engine.panel;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.scalar.DoubleTileKernel;
import java.util.Arrays;

/**
 * Rows through the two layers of a Monarch matrix, {@code y[l p + j] = sum_i R_j[l, i] sum_k L_i[j, k] x[i q + k]} for each: the first
 * is that of the blocks of a diagonal, where a vector is of outputs of one block, and what it gives goes to panels in which a vector is
 * of as many second blocks. The shuffles between them and after them are where numbers are put.
 */
public final class DoubleMonarchProduct {
    /** Numbers of a row that are taken together, unless one block has more. */
    private static final int SPAN = 512;

    /** Fewest second blocks: a vector is of so many of them. */
    private static final int FEWEST_BLOCKS = 64 / Double.BYTES;

    private static final int ROWS = DoubleInterleavedProduct.ROWS;
    private static final double[] ZEROS = new double[DoublePanelProduct.DEPTH];
    private static final DoubleTileKernel KERNEL = DoublePanelProduct.KERNEL;

    private final int b;
    private final int p;
    private final int q;
    private final int r;
    private final double[][] first;
    private final double[][] second;
    private final int[] firstRows;
    private final int[] firstCols;

    /**
     * The product with blocks that are small enough for it, {@link #isFor}.
     *
     * @param b how many first blocks, columns of a second one
     * @param p rows of a first block, how many second ones
     * @param q columns of a first block
     * @param r rows of a second block
     * @param first the entries of all {@code L_i}, each row after row
     * @param second the entries of all {@code R_j}, each row after row
     */
    public DoubleMonarchProduct(int b, int p, int q, int r, double[][] first, double[][] second) {
        this.b = b;
        this.p = p;
        this.q = q;
        this.r = r;
        this.first = first;
        this.second = second;
        firstRows = new int[b];
        firstCols = new int[b];
        Arrays.fill(firstRows, p);
        Arrays.fill(firstCols, q);
    }

    /**
     * Whether it is for such blocks: none is empty, each sum is one, and there are vectors of second blocks.
     *
     * @param b how many first blocks, columns of a second one
     * @param p rows of a first block, how many second ones
     * @param q columns of a first block
     * @param r rows of a second block
     * @return whether it is
     */
    public static boolean isFor(int b, int p, int q, int r) {
        return p >= FEWEST_BLOCKS && DoubleDiagonalProduct.isFor(p, q) && DoubleDiagonalProduct.isFor(r, b);
    }

    /**
     * Multiplies.
     *
     * @param count rows of X and Y
     * @param x holds X
     * @param xOffset its first element
     * @param xRow from one row of X to the next
     * @param y gets Y, apart from X
     * @param yOffset its first element
     * @param yRow from one row of Y to the next
     * @param workspace scratch of the calling thread
     */
    public void multiply(
            int count, double[] x, int xOffset, int xRow, double[] y, int yOffset, int yRow, Workspace workspace) {
        int ofFirst = b * p * q, ofSecond = DoubleInterleavedProduct.packedLength(p, b, r), most = rowsTogether(count);
        int ofPanels = most / ROWS * DoubleInterleavedProduct.panelsLength(p, b);
        double[] scratch = workspace.lined().takeDoubles(DoublePanels.START + ofFirst + ofSecond + ofPanels);
        int firstAt = DoublePanels.START, secondAt = firstAt + ofFirst, panels = secondAt + ofSecond;
        for (int i = 0; i < b; i++) {
            DoublePanels.pack(first[i], 0, q, 1, p, p, q, scratch, firstAt + i * p * q);
        }
        DoubleInterleavedProduct.pack(second, b, r, true, scratch, secondAt);
        for (int at = 0; at < count; at += most) {
            int some = Math.min(most, count - at), from = xOffset + at * xRow, to = yOffset + at * yRow;
            toPanels(some, x, from, xRow, scratch, firstAt, panels, workspace);
            DoubleInterleavedProduct.multiply(
                    some, p, b, r, scratch, secondAt, scratch, panels, y, to, yRow, workspace);
        }
        workspace.lined().releaseDoubles();
    }

    /** So many that what is between the layers and what comes after them stays in the second cache, in panels that are full. */
    private int rowsTogether(int count) {
        return Math.min(CacheBlocks.rows(Double.BYTES, p * (b + r), ROWS), (count + ROWS - 1) / ROWS * ROWS);
    }

    /** The first layer: its blocks are at {@code blocks} in scratch, the panels of the first rows at {@code panels}. */
    private void toPanels(
            int count,
            double[] x,
            int xOffset,
            int xRow,
            double[] scratch,
            int blocks,
            int panels,
            Workspace workspace) {
        int together = Math.max(1, SPAN / q), set = DoubleInterleavedProduct.panelsLength(p, b);
        double[] tile = workspace.takeDoubles(ROWS * p);
        double[] sums = workspace.takeDoubles(KERNEL.smallScratchLength(p));
        for (int span = 0; span < b; span += together) {
            int past = Math.min(span + together, b);
            for (int v = 0; v < count; v += ROWS) {
                int rows = Math.min(ROWS, count - v), to = panels + v / ROWS * set;
                for (int i = span; i < past; i++) {
                    int from = xOffset + v * xRow + i * q, at = blocks + i * p * q;
                    KERNEL.small(rows, p, q, 1, x, from, xRow, 1, scratch, at, p, ZEROS, 0, 0, tile, 0, p, sums);
                    DoubleInterleavedProduct.bring(rows, p, b, i, 1, tile, 0, p, scratch, to);
                }
            }
        }
        workspace.releaseDoubles();
        workspace.releaseDoubles();
    }

    /**
     * Multiplies by the transposed matrix.
     *
     * @param count rows of X and Y
     * @param x holds X
     * @param xOffset its first element
     * @param xRow from one row of X to the next
     * @param y gets Y, apart from X
     * @param yOffset its first element
     * @param yRow from one row of Y to the next
     * @param workspace scratch of the calling thread
     */
    public void multiplyTransposed(
            int count, double[] x, int xOffset, int xRow, double[] y, int yOffset, int yRow, Workspace workspace) {
        int ofSecond = DoubleInterleavedProduct.packedLength(p, r, b), most = rowsTogether(count), pitch = b * p;
        int set = DoubleInterleavedProduct.panelsLength(p, r);
        double[] scratch = workspace.lined().takeDoubles(DoublePanels.START + ofSecond + most / ROWS * set);
        double[] middle = workspace.takeDoubles(most * pitch);
        int panels = DoublePanels.START + ofSecond;
        DoubleInterleavedProduct.pack(second, r, b, false, scratch, DoublePanels.START);
        for (int at = 0; at < count; at += most) {
            int some = Math.min(most, count - at), from = xOffset + at * xRow, to = yOffset + at * yRow;
            for (int v = 0; v < some; v += ROWS) {
                int rows = Math.min(ROWS, some - v);
                DoubleInterleavedProduct.bring(
                        rows, p, r, 0, r, x, from + v * xRow, xRow, scratch, panels + v / ROWS * set);
            }
            DoubleInterleavedProduct.multiply(
                    some, p, r, b, scratch, DoublePanels.START, scratch, panels, middle, 0, pitch, workspace);
            DoubleDiagonalProduct.multiply(
                    some, first, firstRows, firstCols, false, middle, 0, pitch, y, to, yRow, workspace);
        }
        workspace.releaseDoubles();
        workspace.lined().releaseDoubles();
    }
}
