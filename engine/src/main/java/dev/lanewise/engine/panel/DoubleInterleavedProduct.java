package dev.lanewise.engine.panel;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.scalar.DoubleInterleavedKernel;

/**
 * Rows times matrices that are interleaved,
 *
 * <pre>
 *     Y[v, k p + j] = sum_i X[v, i p + j] B_j[i, k],     p matrices B_j,
 * </pre>
 *
 * <p>the same sums as of {@link DoublePanelProduct} for each. Elements of the same place in all of them stand side by side, in X and Y
 * as they are and in B when it is packed, so that a vector belongs to as many products, and nothing is ever transposed.
 */
final class DoubleInterleavedProduct {
    private static final DoubleInterleavedKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleInterleavedKernel(), DoubleInterleavedKernel::new);

    /** Rows that are in panels together. */
    static final int ROWS = KERNEL.rows();

    private static final int LANES = KERNEL.lanes();
    private static final int COLUMNS = KERNEL.columns();

    /** Numbers side by side that are taken together, of whole vectors: two lines of the cache, so that few lines of Y are met twice. */
    private static final int SPAN = Math.max(LANES, 128 / Double.BYTES);

    /** Numbers of packed matrices that are taken together: they stay in the second cache. */
    private static final int BLOCK = 1 << 16;

    private DoubleInterleavedProduct() {}

    /** How long all matrices are when they are packed. */
    static int packedLength(int products, int inputs, int outputs) {
        return roundedUp(products, LANES) * inputs * roundedUp(outputs, COLUMNS);
    }

    /** How long the panels of {@link #ROWS} rows of X are. */
    static int panelsLength(int products, int inputs) {
        return roundedUp(products, LANES) * inputs * ROWS;
    }

    private static int roundedUp(int count, int step) {
        return (count + step - 1) / step * step;
    }

    /** Packs the entries of all B_j, or of all B_j^T, each row after row. */
    static void pack(double[][] matrices, int inputs, int outputs, boolean areTransposed, double[] packed, int at) {
        int inputStep = areTransposed ? 1 : outputs, outputStep = areTransposed ? inputs : 1;
        int panel = at;
        for (int j = 0; j < matrices.length; j += LANES) {
            int lanes = Math.min(LANES, matrices.length - j);
            for (int k = 0; k < outputs; k += COLUMNS, panel += inputs * COLUMNS * LANES) {
                int columns = Math.min(COLUMNS, outputs - k);
                for (int lane = 0; lane < lanes; lane++) {
                    double[] matrix = matrices[j + lane];
                    for (int c = 0; c < columns; c++) {
                        int from = (k + c) * outputStep, to = panel + c * LANES + lane;
                        for (int i = 0; i < inputs; i++) {
                            packed[to + i * COLUMNS * LANES] = matrix[from + i * inputStep];
                        }
                    }
                }
            }
        }
    }

    /**
     * Brings some elements of up to {@link #ROWS} rows of X into their panels.
     *
     * @param rows how many rows
     * @param products how many
     * @param inputs columns of X for each
     * @param first the element of each product that comes first
     * @param some how many
     * @param x holds them
     * @param xOffset the first
     * @param xRow from one row to the next
     * @param panels gets them
     * @param panelsOffset where the panels of these rows begin
     */
    static void bring(
            int rows,
            int products,
            int inputs,
            int first,
            int some,
            double[] x,
            int xOffset,
            int xRow,
            double[] panels,
            int panelsOffset) {
        int step = ROWS * LANES;
        KERNEL.bring(rows, some, products, x, xOffset, xRow, panels, panelsOffset + first * step, inputs * step);
    }

    /**
     * Multiplies.
     *
     * @param count rows of X and Y
     * @param products how many
     * @param inputs columns of X for each
     * @param outputs columns of Y for each
     * @param packed the matrices
     * @param packedOffset where they begin
     * @param panels X, the panels of {@link #ROWS} rows after those of others
     * @param panelsOffset where they begin
     * @param y gets Y
     * @param yOffset its first element
     * @param yRow from one row to the next
     * @param workspace scratch
     */
    static void multiply(
            int count,
            int products,
            int inputs,
            int outputs,
            double[] packed,
            int packedOffset,
            double[] panels,
            int panelsOffset,
            double[] y,
            int yOffset,
            int yRow,
            Workspace workspace) {
        int panel = inputs * ROWS * LANES, set = panelsLength(products, inputs);
        int strip = inputs * COLUMNS * LANES, matrices = inputs * roundedUp(outputs, COLUMNS);
        int most = Math.max(1, BLOCK / (SPAN * inputs * COLUMNS)) * COLUMNS;
        double[] tile = workspace.takeDoubles(ROWS * COLUMNS * LANES);
        for (int first = 0; first < products; first += SPAN) {
            int past = Math.min(first + SPAN, products);
            for (int top = 0; top < outputs; top += most) {
                int bottom = Math.min(top + most, outputs);
                for (int v = 0; v < count; v += ROWS) {
                    int rows = Math.min(ROWS, count - v), row = yOffset + v * yRow;
                    for (int j = first; j < past; j += LANES) {
                        int lanes = Math.min(LANES, past - j), a = panelsOffset + v / ROWS * set + j / LANES * panel;
                        int b = packedOffset + j * matrices + top / COLUMNS * strip, to = row + top * products + j;
                        for (int k = top; k < bottom; k += COLUMNS, b += strip, to += COLUMNS * products) {
                            if (rows == ROWS && lanes == LANES && k + COLUMNS <= outputs) {
                                KERNEL.product(inputs, panels, a, packed, b, y, to, yRow, products);
                            } else {
                                KERNEL.product(inputs, panels, a, packed, b, tile, 0, COLUMNS * LANES, LANES);
                                copy(rows, Math.min(COLUMNS, outputs - k), lanes, tile, y, to, yRow, products);
                            }
                        }
                    }
                }
            }
        }
        workspace.releaseDoubles();
    }

    /** What there is of a tile at an edge. */
    private static void copy(
            int rows, int columns, int lanes, double[] tile, double[] y, int to, int yRow, int yColumn) {
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                System.arraycopy(tile, (i * COLUMNS + k) * LANES, y, to + i * yRow + k * yColumn, lanes);
            }
        }
    }
}
