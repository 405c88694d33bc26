package dev.lanewise.engine.simd;

/**
 * Factors of a butterfly matrix, on vectors side by side that are a multiple of two vectors of lanes: the rows of a block in eights, in
 * fours and one by one.
 */
public final class DoubleButterflyKernel extends dev.lanewise.engine.scalar.DoubleButterflyKernel {
    private static final int WIDTH = 2 * Species.DOUBLE.length();

    /** Makes the kernel. */
    public DoubleButterflyKernel() {}

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
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
        int xStep = stride * xPitch, yStep = stride * yPitch, next = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++, next += blockRows * blockCols) {
                int in = from + (g * blockCols * stride + k) * xPitch, r = 0;
                int out = to + (g * blockRows * stride + k) * yPitch;
                for (; r + 8 <= blockRows; r += 8) {
                    int row = next + r * blockCols, target = out + r * yStep;
                    for (int c = 0; c < columns; c += WIDTH) {
                        DoubleButterflyRows.eight(values, row, blockCols, x, in + c, xStep, y, target + c, yStep);
                    }
                }
                for (; r + 4 <= blockRows; r += 4) {
                    int row = next + r * blockCols, target = out + r * yStep;
                    for (int c = 0; c < columns; c += WIDTH) {
                        DoubleButterflyRows.four(values, row, blockCols, x, in + c, xStep, y, target + c, yStep);
                    }
                }
                for (; r < blockRows; r++) {
                    int row = next + r * blockCols, target = out + r * yStep;
                    for (int c = 0; c < columns; c += WIDTH) {
                        DoubleButterflyRows.one(values, row, blockCols, x, in + c, xStep, y, target + c);
                    }
                }
            }
        }
    }

    @Override
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
        DoubleButterflyRows.quads(columns, values, groups, stride, x, from, xPitch, y, to, yPitch);
    }

    @Override
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
        DoubleButterflyPairs.once(columns, values, groups, stride, x, from, xPitch, y, to, yPitch);
    }

    @Override
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
        int near = isUp ? stride : 2 * stride, far = isUp ? 2 * stride : stride;
        DoubleButterflyPairs.twice(columns, values, groups, stride, near, far, x, from, xPitch, y, to, yPitch);
    }

    @Override
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
        int xStep = stride * xPitch, yStep = stride * yPitch, next = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++) {
                int in = from + (g * blockCols * stride + k) * xPitch;
                int out = to + (g * blockRows * stride + k) * yPitch;
                for (int r = 0; r < blockRows; r++, next += 2 * blockCols, out += yStep) {
                    for (int c = 0; c < columns; c += WIDTH) {
                        DoubleButterflyRows.complex(values, next, blockCols, x, in + c, xStep, xIm, y, out + c, yIm);
                    }
                }
            }
        }
    }

    @Override
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
        DoubleButterflyPairs.complex(columns, values, groups, stride, x, from, xPitch, xIm, y, to, yPitch, yIm);
    }
}
