package dev.lanewise.engine.scalar;

/**
 * Sums, for every value of a butterfly factor, of the products of an element of its output and one of its input, over vectors side by
 * side: row {@code i} of so many numbers holds element i of each. Every value has {@link #SUMS} sums: one for the vectors of each
 * remainder.
 */
public class DoubleButterflyGradientKernel {
    /** Sums of a value: as many as the widest vector has lanes. */
    public static final int SUMS = 16;

    /** Makes the kernel. */
    public DoubleButterflyGradientKernel() {}

    /**
     * Adds to the sums of all blocks: those of the entry (r, q) of block (i, k) get the products of row {@code (i blockRows + r) stride +
     * k} of g and row {@code (i blockCols + q) stride + k} of x, one vector after the other.
     *
     * @param sums of the values of a group, in their order, from {@code at + i groupSums} on
     * @param at where those of the first group are
     * @param groupSums from the sums of one group to the next, or 0
     * @param groups how many
     * @param blockRows rows of a block
     * @param blockCols columns of a block
     * @param stride between the rows that a block takes
     * @param g holds the rows of the output
     * @param of where row 0 of g is
     * @param x holds the rows of the input
     * @param from where row 0 of x is
     * @param pitch from one row to the next
     * @param count how many vectors, a multiple of {@link #SUMS}
     */
    public void add(
            double[] sums,
            int at,
            int groupSums,
            int groups,
            int blockRows,
            int blockCols,
            int stride,
            double[] g,
            int of,
            double[] x,
            int from,
            int pitch,
            int count) {
        for (int i = 0; i < groups; i++) {
            int to = at + i * groupSums;
            for (int k = 0; k < stride; k++) {
                for (int r = 0; r < blockRows; r++) {
                    int row = of + ((i * blockRows + r) * stride + k) * pitch;
                    for (int q = 0; q < blockCols; q++, to += SUMS) {
                        one(sums, to, g, row, x, from + ((i * blockCols + q) * stride + k) * pitch, count);
                    }
                }
            }
        }
    }

    /**
     * Adds to the sums of one value.
     *
     * @param sums of the value
     * @param to where the first is
     * @param g holds a row of the output
     * @param row where
     * @param x holds a row of the input
     * @param col where
     * @param count how many vectors
     */
    protected static void one(double[] sums, int to, double[] g, int row, double[] x, int col, int count) {
        for (int j = 0; j < count; j += SUMS) {
            for (int w = 0; w < SUMS; w++) {
                sums[to + w] = Math.fma(g[row + j + w], x[col + j + w], sums[to + w]);
            }
        }
    }
}
