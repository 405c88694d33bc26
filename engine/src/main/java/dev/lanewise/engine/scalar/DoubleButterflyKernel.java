package dev.lanewise.engine.scalar;

/**
 * Factors of a butterfly matrix on vectors side by side: row {@code i} of {@link #width} numbers holds element i of each. An
 * element of the output is a product and then a chain of fused multiply-adds, in the order of the columns of its block.
 */
public class DoubleButterflyKernel {
    /** Vectors that are side by side. */
    private static final int WIDTH = 16;

    private final int width;

    /** Makes the kernel for a width that loops like. */
    public DoubleButterflyKernel() {
        this(WIDTH);
    }

    /**
     * Makes the kernel for another width.
     *
     * @param width how many vectors are side by side
     */
    public DoubleButterflyKernel(int width) {
        this.width = width;
    }

    /**
     * How many vectors are side by side.
     *
     * @return the numbers of a row
     */
    public int width() {
        return width;
    }

    /**
     * Dense blocks, not in place: block (g, k) takes rows {@code (g blockCols + q) stride + k} of x to rows {@code (g blockRows + r)
     * stride + k} of y.
     *
     * @param values the blocks of a group, each row after row, from {@code g groupValues} on
     * @param groupValues from the values of one group to the next, or 0
     * @param groups how many
     * @param blockRows rows of a block
     * @param blockCols columns of a block
     * @param stride between the rows that a block takes
     * @param x holds the input
     * @param from where its row 0 is
     * @param xPitch from one row to the next
     * @param y gets the output
     * @param to where its row 0 goes
     * @param yPitch from one row to the next
     */
    public void blocks(
            double[] values,
            int groupValues,
            int groups,
            int blockRows,
            int blockCols,
            int stride,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++) {
                int at = g * groupValues + k * blockRows * blockCols;
                int in = from + (g * blockCols * stride + k) * xPitch;
                int out = to + (g * blockRows * stride + k) * yPitch;
                for (int r = 0; r < blockRows; r++) {
                    row(values, at + r * blockCols, blockCols, x, in, stride * xPitch, y, out + r * stride * yPitch);
                }
            }
        }
    }

    private void row(double[] values, int at, int count, double[] x, int from, int step, double[] y, int to) {
        double value = values[at];
        for (int w = 0; w < width; w++) {
            y[to + w] = value * x[from + w];
        }
        for (int q = 1; q < count; q++) {
            double next = values[at + q];
            int in = from + q * step;
            for (int w = 0; w < width; w++) {
                y[to + w] = Math.fma(next, x[in + w], y[to + w]);
            }
        }
    }

    /**
     * One to three factors with blocks of 2 x 2, in place or not. Group g is the rows from {@code g inner 2^levels} on; unit k of it
     * takes the rows {@code k + d0 i0 + d1 i1 + d2 i2} of these, of bits i0, i1, i2, and combines those that differ in i0, then in
     * i1, then in i2.
     *
     * @param values four for each pair of rows, row after row of its block: of the first factor for increasing rows, then of the
     *     next, unit after unit
     * @param groupValues from the values of one group to the next, or 0
     * @param groups how many
     * @param inner units of a group
     * @param levels how many factors
     * @param d0 rows between those that the first combines
     * @param d1 the same of the second
     * @param d2 the same of the third
     * @param x holds the input
     * @param from where its row 0 is
     * @param xPitch from one row to the next
     * @param y gets the output
     * @param to where its row 0 goes
     * @param yPitch from one row to the next
     */
    public void pairs(
            double[] values,
            int groupValues,
            int groups,
            int inner,
            int levels,
            int d0,
            int d1,
            int d2,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int rows = 1 << levels;
        for (int g = 0; g < groups; g++) {
            int at = g * groupValues;
            for (int k = 0; k < inner; k++) {
                int row = g * inner * rows + k;
                for (int level = 0; level < levels; level++) {
                    int bit = 1 << level, apart = level == 0 ? d0 : level == 1 ? d1 : d2;
                    for (int j = 0; j < rows; j++) {
                        if ((j & bit) == 0) {
                            int low = row + (j & 1) * d0 + (j >> 1 & 1) * d1 + (j >> 2) * d2, high = low + apart;
                            if (level == 0) {
                                pair(
                                        values,
                                        at,
                                        x,
                                        from + low * xPitch,
                                        from + high * xPitch,
                                        y,
                                        to + low * yPitch,
                                        to + high * yPitch);
                            } else {
                                int lowAt = to + low * yPitch, highAt = to + high * yPitch;
                                pair(values, at, y, lowAt, highAt, y, lowAt, highAt);
                            }
                            at += 4;
                        }
                    }
                }
            }
        }
    }

    private void pair(double[] values, int at, double[] x, int low, int high, double[] y, int lowTo, int highTo) {
        double a = values[at], b = values[at + 1], c = values[at + 2], d = values[at + 3];
        for (int w = 0; w < width; w++) {
            double u = x[low + w], v = x[high + w];
            y[lowTo + w] = Math.fma(b, v, a * u);
            y[highTo + w] = Math.fma(d, v, c * u);
        }
    }

    /**
     * {@link #blocks} of complex numbers: row {@code i} of their imaginary parts is {@code xParts}, or {@code yParts}, rows after that
     * of their real parts. Of each value the real part is followed by the imaginary part.
     *
     * @param values the blocks of a group, each row after row, from {@code g groupValues} on
     * @param groupValues from the values of one group to the next, or 0
     * @param groups how many
     * @param blockRows rows of a block
     * @param blockCols columns of a block
     * @param stride between the rows that a block takes
     * @param x holds the input
     * @param from where its row 0 is
     * @param xPitch from one row to the next
     * @param xParts rows from real parts to imaginary parts
     * @param y gets the output
     * @param to where its row 0 goes
     * @param yPitch from one row to the next
     * @param yParts rows from real parts to imaginary parts
     */
    public void complexBlocks(
            double[] values,
            int groupValues,
            int groups,
            int blockRows,
            int blockCols,
            int stride,
            double[] x,
            int from,
            int xPitch,
            int xParts,
            double[] y,
            int to,
            int yPitch,
            int yParts) {
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++) {
                int at = g * groupValues + 2 * k * blockRows * blockCols;
                int in = from + (g * blockCols * stride + k) * xPitch;
                int out = to + (g * blockRows * stride + k) * yPitch;
                for (int r = 0; r < blockRows; r++) {
                    int row = at + 2 * r * blockCols, target = out + r * stride * yPitch;
                    complexRow(
                            values,
                            row,
                            blockCols,
                            x,
                            in,
                            stride * xPitch,
                            xParts * xPitch,
                            y,
                            target,
                            target + yParts * yPitch);
                }
            }
        }
    }

    private void complexRow(
            double[] values, int at, int count, double[] x, int from, int step, int parts, double[] y, int re, int im) {
        for (int q = 0; q < count; q++) {
            double a = values[at + 2 * q], b = values[at + 2 * q + 1];
            int in = from + q * step;
            for (int w = 0; w < width; w++) {
                double u = x[in + w], v = x[in + parts + w];
                y[re + w] = Math.fma(-b, v, q == 0 ? a * u : Math.fma(a, u, y[re + w]));
                y[im + w] = Math.fma(b, u, q == 0 ? a * v : Math.fma(a, v, y[im + w]));
            }
        }
    }

    /**
     * {@link #pairs} of complex numbers, one or two factors, in place or not.
     *
     * @param values eight for each pair of rows: of each entry of its block the real part and the imaginary part
     * @param groupValues from the values of one group to the next, or 0
     * @param groups how many
     * @param inner units of a group
     * @param levels how many factors
     * @param d0 rows between those that the first combines
     * @param d1 the same of the second
     * @param x holds the input
     * @param from where its row 0 is
     * @param xPitch from one row to the next
     * @param xParts rows from real parts to imaginary parts
     * @param y gets the output
     * @param to where its row 0 goes
     * @param yPitch from one row to the next
     * @param yParts rows from real parts to imaginary parts
     */
    public void complexPairs(
            double[] values,
            int groupValues,
            int groups,
            int inner,
            int levels,
            int d0,
            int d1,
            double[] x,
            int from,
            int xPitch,
            int xParts,
            double[] y,
            int to,
            int yPitch,
            int yParts) {
        int rows = 1 << levels;
        for (int g = 0; g < groups; g++) {
            int at = g * groupValues;
            for (int k = 0; k < inner; k++) {
                int row = g * inner * rows + k;
                for (int level = 0; level < levels; level++) {
                    int bit = 1 << level, apart = level == 0 ? d0 : d1;
                    for (int j = 0; j < rows; j++) {
                        if ((j & bit) == 0) {
                            int low = row + (j & 1) * d0 + (j >> 1) * d1, high = low + apart;
                            int lowTo = to + low * yPitch, highTo = to + high * yPitch;
                            if (level == 0) {
                                int in = from + low * xPitch;
                                complexPair(
                                        values,
                                        at,
                                        x,
                                        in,
                                        from + high * xPitch,
                                        xParts * xPitch,
                                        y,
                                        lowTo,
                                        highTo,
                                        yParts * yPitch);
                            } else {
                                complexPair(
                                        values,
                                        at,
                                        y,
                                        lowTo,
                                        highTo,
                                        yParts * yPitch,
                                        y,
                                        lowTo,
                                        highTo,
                                        yParts * yPitch);
                            }
                            at += 8;
                        }
                    }
                }
            }
        }
    }

    private void complexPair(
            double[] p,
            int at,
            double[] x,
            int low,
            int high,
            int xParts,
            double[] y,
            int lowTo,
            int highTo,
            int yParts) {
        for (int w = 0; w < width; w++) {
            double a = x[low + w], b = x[low + xParts + w], c = x[high + w], d = x[high + xParts + w];
            y[lowTo + w] = Math.fma(-p[at + 3], d, Math.fma(p[at + 2], c, Math.fma(-p[at + 1], b, p[at] * a)));
            y[lowTo + yParts + w] = Math.fma(p[at + 3], c, Math.fma(p[at + 2], d, Math.fma(p[at + 1], a, p[at] * b)));
            y[highTo + w] = Math.fma(-p[at + 7], d, Math.fma(p[at + 6], c, Math.fma(-p[at + 5], b, p[at + 4] * a)));
            y[highTo + yParts + w] =
                    Math.fma(p[at + 7], c, Math.fma(p[at + 6], d, Math.fma(p[at + 5], a, p[at + 4] * b)));
        }
    }
}
