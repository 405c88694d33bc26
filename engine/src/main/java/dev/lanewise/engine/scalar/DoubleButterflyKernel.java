package dev.lanewise.engine.scalar;

/**
 * Factors of a butterfly matrix on vectors side by side: row {@code i} holds element i of each. An
 * element of the output is a product and then a chain of fused multiply-adds, in the order of the columns of its block; a complex one
 * takes of each of its products the one with the real part of the value first.
 *
 * <p>Values are taken one after the other, block after block: those of group 0 and offset 0, of group 0 and offset 1, and so on.
 */
public class DoubleButterflyKernel {
    /** Vectors that are mapped at once. */
    private static final int WIDTH = 16;

    /** Makes the kernel. */
    public DoubleButterflyKernel() {}

    /**
     * Vectors side by side that are mapped at once.
     *
     * @return the number of which {@code columns} is best a multiple; of SIMD kernels it must be
     */
    public int width() {
        return WIDTH;
    }

    /**
     * Dense blocks, not in place: block (g, k) takes rows {@code (g blockCols + q) stride + k} of x to rows {@code (g blockRows + r)
     * stride + k} of y.
     *
     * @param columns how many vectors are side by side
     * @param values of the blocks, each row after row
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
            int columns,
            double[] values,
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
        int next = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++) {
                int in = from + (g * blockCols * stride + k) * xPitch;
                int out = to + (g * blockRows * stride + k) * yPitch;
                for (int r = 0; r < blockRows; r++, next += blockCols) {
                    row(columns, values, next, blockCols, x, in, stride * xPitch, y, out + r * stride * yPitch);
                }
            }
        }
    }

    private static void row(
            int columns, double[] values, int at, int count, double[] x, int from, int step, double[] y, int to) {
        double value = values[at];
        for (int w = 0; w < columns; w++) {
            y[to + w] = value * x[from + w];
        }
        for (int q = 1; q < count; q++) {
            double next = values[at + q];
            int in = from + q * step;
            for (int w = 0; w < columns; w++) {
                y[to + w] = Math.fma(next, x[in + w], y[to + w]);
            }
        }
    }

    /**
     * {@link #blocks} of 4 x 4, in place or not.
     *
     * @param columns how many vectors are side by side
     * @param values of the blocks, each row after row
     * @param groups how many
     * @param stride between the rows that a block takes
     * @param x holds the input
     * @param from where its row 0 is
     * @param xPitch from one row to the next
     * @param y gets the output
     * @param to where its row 0 goes
     * @param yPitch from one row to the next
     */
    public void quads(
            int columns,
            double[] values,
            int groups,
            int stride,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int next = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++, next += 16) {
                int row = 4 * g * stride + k;
                quad(
                        columns,
                        values,
                        next,
                        x,
                        from + row * xPitch,
                        stride * xPitch,
                        y,
                        to + row * yPitch,
                        stride * yPitch);
            }
        }
    }

    private static void quad(
            int columns, double[] v, int at, double[] x, int from, int xStep, double[] y, int to, int yStep) {
        for (int w = 0; w < columns; w++) {
            double a = x[from + w], b = x[from + xStep + w];
            double c = x[from + 2 * xStep + w], d = x[from + 3 * xStep + w];
            for (int r = 0; r < 4; r++) {
                int row = at + 4 * r;
                y[to + r * yStep + w] =
                        Math.fma(v[row + 3], d, Math.fma(v[row + 2], c, Math.fma(v[row + 1], b, v[row] * a)));
            }
        }
    }

    /**
     * One factor of blocks of 2 x 2, in place or not: block (g, k) combines the rows {@code 2 g stride + k} and {@code (2 g + 1) stride
     * + k}.
     *
     * @param columns how many vectors are side by side
     * @param values four of each block, row after row
     * @param groups how many
     * @param stride between the rows of a block
     * @param x holds the input
     * @param from where its row 0 is
     * @param xPitch from one row to the next
     * @param y gets the output
     * @param to where its row 0 goes
     * @param yPitch from one row to the next
     */
    public void pairs(
            int columns,
            double[] values,
            int groups,
            int stride,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int next = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++, next += 4) {
                int low = 2 * g * stride + k, high = low + stride;
                pair(
                        columns,
                        values,
                        next,
                        x,
                        from + low * xPitch,
                        from + high * xPitch,
                        y,
                        to + low * yPitch,
                        to + high * yPitch);
            }
        }
    }

    /**
     * Two factors of blocks of 2 x 2, of which one has half the stride of the other, in place or not. A set (g, k) is the rows {@code
     * (4 g + j) stride + k}, j = 0 to 3. Going up, those of j = 0 and 1, and 2 and 3, are combined first, and then those of 0 and 2,
     * and 1 and 3; going down, the other way round.
     *
     * @param columns how many vectors are side by side
     * @param values sixteen of each set: four of each block, in the order in which they are named here
     * @param groups how many
     * @param stride the smaller one
     * @param isUp whether the factor of the smaller stride comes first
     * @param x holds the input
     * @param from where its row 0 is
     * @param xPitch from one row to the next
     * @param y gets the output
     * @param to where its row 0 goes
     * @param yPitch from one row to the next
     */
    public void pairsTwice(
            int columns,
            double[] values,
            int groups,
            int stride,
            boolean isUp,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int near = isUp ? stride : 2 * stride, far = isUp ? 2 * stride : stride, next = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++, next += 16) {
                int row = 4 * g * stride + k, in = from + row * xPitch, out = to + row * yPitch;
                int xNear = near * xPitch, xFar = far * xPitch, yNear = near * yPitch, yFar = far * yPitch;
                pair(columns, values, next, x, in, in + xNear, y, out, out + yNear);
                pair(columns, values, next + 4, x, in + xFar, in + xFar + xNear, y, out + yFar, out + yFar + yNear);
                pair(columns, values, next + 8, y, out, out + yFar, y, out, out + yFar);
                pair(
                        columns,
                        values,
                        next + 12,
                        y,
                        out + yNear,
                        out + yNear + yFar,
                        y,
                        out + yNear,
                        out + yNear + yFar);
            }
        }
    }

    private static void pair(
            int columns, double[] values, int at, double[] x, int low, int high, double[] y, int lowTo, int highTo) {
        double a = values[at], b = values[at + 1], c = values[at + 2], d = values[at + 3];
        for (int w = 0; w < columns; w++) {
            double u = x[low + w], v = x[high + w];
            y[lowTo + w] = Math.fma(b, v, a * u);
            y[highTo + w] = Math.fma(d, v, c * u);
        }
    }

    /**
     * {@link #blocks} of complex numbers.
     *
     * @param columns how many vectors are side by side
     * @param values of the blocks, each row after row, of each the real part and then the imaginary part
     * @param groups how many
     * @param blockRows rows of a block
     * @param blockCols columns of a block
     * @param stride between the rows that a block takes
     * @param x holds the input
     * @param from where its row 0 is
     * @param xPitch from one row to the next
     * @param xIm from a real part to the imaginary part
     * @param y gets the output
     * @param to where its row 0 goes
     * @param yPitch from one row to the next
     * @param yIm from a real part to the imaginary part
     */
    public void complexBlocks(
            int columns,
            double[] values,
            int groups,
            int blockRows,
            int blockCols,
            int stride,
            double[] x,
            int from,
            int xPitch,
            int xIm,
            double[] y,
            int to,
            int yPitch,
            int yIm) {
        int next = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++) {
                int in = from + (g * blockCols * stride + k) * xPitch;
                int out = to + (g * blockRows * stride + k) * yPitch;
                for (int r = 0; r < blockRows; r++, next += 2 * blockCols) {
                    int row = out + r * stride * yPitch;
                    complexRow(columns, values, next, blockCols, x, in, stride * xPitch, xIm, y, row, row + yIm);
                }
            }
        }
    }

    private static void complexRow(
            int columns,
            double[] values,
            int at,
            int count,
            double[] x,
            int from,
            int step,
            int xIm,
            double[] y,
            int re,
            int im) {
        for (int q = 0; q < count; q++) {
            double a = values[at + 2 * q], b = values[at + 2 * q + 1];
            int in = from + q * step;
            for (int w = 0; w < columns; w++) {
                double u = x[in + w], v = x[in + xIm + w];
                y[re + w] = Math.fma(-b, v, q == 0 ? a * u : Math.fma(a, u, y[re + w]));
                y[im + w] = Math.fma(b, u, q == 0 ? a * v : Math.fma(a, v, y[im + w]));
            }
        }
    }

    /**
     * {@link #pairs} of complex numbers.
     *
     * @param columns how many vectors are side by side
     * @param values of the blocks, each row after row, of each the real part and then the imaginary part
     * @param groups how many
     * @param stride between the rows of a block
     * @param x holds the input
     * @param from where its row 0 is
     * @param xPitch from one row to the next
     * @param xIm from a real part to the imaginary part
     * @param y gets the output
     * @param to where its row 0 goes
     * @param yPitch from one row to the next
     * @param yIm from a real part to the imaginary part
     */
    public void complexPairs(
            int columns,
            double[] values,
            int groups,
            int stride,
            double[] x,
            int from,
            int xPitch,
            int xIm,
            double[] y,
            int to,
            int yPitch,
            int yIm) {
        int next = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++, next += 8) {
                int row = 2 * g * stride + k, in = from + row * xPitch, out = to + row * yPitch;
                complexPair(
                        columns, values, next, x, in, in + stride * xPitch, xIm, y, out, out + stride * yPitch, yIm);
            }
        }
    }

    private static void complexPair(
            int columns,
            double[] p,
            int at,
            double[] x,
            int low,
            int high,
            int xIm,
            double[] y,
            int lowTo,
            int highTo,
            int yIm) {
        for (int w = 0; w < columns; w++) {
            double a = x[low + w], b = x[low + xIm + w], c = x[high + w], d = x[high + xIm + w];
            y[lowTo + w] = Math.fma(-p[at + 3], d, Math.fma(p[at + 2], c, Math.fma(-p[at + 1], b, p[at] * a)));
            y[lowTo + yIm + w] = Math.fma(p[at + 3], c, Math.fma(p[at + 2], d, Math.fma(p[at + 1], a, p[at] * b)));
            y[highTo + w] = Math.fma(-p[at + 7], d, Math.fma(p[at + 6], c, Math.fma(-p[at + 5], b, p[at + 4] * a)));
            y[highTo + yIm + w] = Math.fma(p[at + 7], c, Math.fma(p[at + 6], d, Math.fma(p[at + 5], a, p[at + 4] * b)));
        }
    }
}
