package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

/**
 * Tiles of the products of many small matrices whose elements are interleaved, in plain Java: the contract that the SIMD kernel
 * overrides. A lane belongs to one product. Nothing is checked here.
 *
 * <p>What every element is: the sum of its products in one chain of fused multiply-adds from zero, in the order of the depth, and
 * zero, which is the element that a {@link DoubleTileKernel} makes.
 */
public class DoubleInterleavedKernel {
    private static final int LANES = 16;

    /** Makes the kernel. */
    public DoubleInterleavedKernel() {}

    /**
     * How many products stand side by side.
     *
     * @return the number
     */
    public int lanes() {
        return LANES;
    }

    /**
     * How many rows of A a tile has.
     *
     * @return the number
     */
    public int rows() {
        return 4;
    }

    /**
     * How many columns of B a tile has.
     *
     * @return the number
     */
    public int columns() {
        return 4;
    }

    /**
     * Brings rows of A of some products, {@link #lanes} of them at a time, into panels: the first element of every row, then the
     * second of each. What is left over of a panel is not written.
     *
     * @param rows how many, at most {@link #rows}
     * @param depth elements of a row
     * @param products how many
     * @param a holds A, the elements of all products side by side
     * @param from the first
     * @param row from one row to the next
     * @param panels gets the panels
     * @param to where the first begins
     * @param panel from one to the next
     */
    public void bring(
            int rows, int depth, int products, double[] a, int from, int row, double[] panels, int to, int panel) {
        int lanes = lanes(), height = rows();
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < rows; i++) {
                int in = from + k * products + i * row, out = to + (k * height + i) * lanes;
                for (int j = 0; j < products; j += lanes, out += panel) {
                    System.arraycopy(a, in + j, panels, out, Math.min(lanes, products - j));
                }
            }
        }
    }

    /**
     * {@code C = A B} of a tile of {@link #rows} and {@link #columns}.
     *
     * @param depth elements of a row of A and of a column of B
     * @param a the panel of A
     * @param aOffset where it begins
     * @param b the panel of B: the first element of every column, then the second of each
     * @param bOffset where it begins
     * @param c gets C
     * @param cOffset its first element
     * @param cRow from one row to the next
     * @param cColumn from one column to the next
     */
    public void product(
            int depth,
            double[] a,
            int aOffset,
            double[] b,
            int bOffset,
            double[] c,
            int cOffset,
            int cRow,
            int cColumn) {
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                int to = cOffset + i * cRow + j * cColumn;
                for (int l = 0; l < LANES; l++) {
                    c[to + l] = 0;
                }
                for (int k = 0; k < depth; k++) {
                    int from = aOffset + (4 * k + i) * LANES, at = bOffset + (4 * k + j) * LANES;
                    for (int l = 0; l < LANES; l++) {
                        c[to + l] = fma(a[from + l], b[at + l], c[to + l]);
                    }
                }
                for (int l = 0; l < LANES; l++) {
                    c[to + l] += 0;
                }
            }
        }
    }
}
