package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Factors of a butterfly matrix, on two vectors of lanes side by side: the rows of a block in eights, in fours and one by one. */
public final class DoubleButterflyKernel extends dev.lanewise.engine.scalar.DoubleButterflyKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Makes the kernel. */
    public DoubleButterflyKernel() {
        super(2 * LANES);
    }

    @Override
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
        int xStep = stride * xPitch, yStep = stride * yPitch;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++) {
                int at = g * groupValues + k * blockRows * blockCols, r = 0;
                int in = from + (g * blockCols * stride + k) * xPitch;
                int out = to + (g * blockRows * stride + k) * yPitch;
                for (; r + 8 <= blockRows; r += 8) {
                    eight(values, at + r * blockCols, blockCols, x, in, xStep, y, out + r * yStep, yStep);
                }
                for (; r + 4 <= blockRows; r += 4) {
                    four(values, at + r * blockCols, blockCols, x, in, xStep, y, out + r * yStep, yStep);
                }
                for (; r < blockRows; r++) {
                    one(values, at + r * blockCols, blockCols, x, in, xStep, y, out + r * yStep);
                }
            }
        }
    }

    @Override
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
        for (int g = 0; g < groups; g++) {
            int row = g * inner << levels, in = from + row * xPitch, out = to + row * yPitch, at = g * groupValues;
            if (levels == 3) {
                DoubleButterflyPairs.three(values, at, inner, d0, d1, d2, x, in, xPitch, y, out, yPitch);
            } else if (levels == 2) {
                DoubleButterflyPairs.two(values, at, inner, d0, d1, x, in, xPitch, y, out, yPitch);
            } else {
                DoubleButterflyPairs.one(values, at, inner, d0, x, in, xPitch, y, out, yPitch);
            }
        }
    }

    @Override
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
        int xStep = stride * xPitch, yStep = stride * yPitch, xIm = xParts * xPitch, yIm = yParts * yPitch;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++) {
                int at = g * groupValues + 2 * k * blockRows * blockCols;
                int in = from + (g * blockCols * stride + k) * xPitch;
                int out = to + (g * blockRows * stride + k) * yPitch;
                for (int r = 0; r < blockRows; r++, at += 2 * blockCols, out += yStep) {
                    DoubleComplexButterfly.row(values, at, blockCols, x, in, xStep, xIm, y, out, yIm);
                }
            }
        }
    }

    @Override
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
        int xIm = xParts * xPitch, yIm = yParts * yPitch;
        for (int g = 0; g < groups; g++) {
            int row = g * inner << levels, in = from + row * xPitch, out = to + row * yPitch, at = g * groupValues;
            for (int lane = 0; lane < width(); lane += LANES) {
                if (levels == 2) {
                    DoubleComplexButterfly.two(
                            values, at, inner, d0, d1, x, in + lane, xPitch, xIm, y, out + lane, yPitch, yIm);
                } else {
                    DoubleComplexButterfly.one(
                            values, at, inner, d0, x, in + lane, xPitch, xIm, y, out + lane, yPitch, yIm);
                }
            }
        }
    }

    private static void eight(
            double[] values, int at, int count, double[] x, int from, int xStep, double[] y, int to, int yStep) {
        DoubleVector u = DoubleVector.fromArray(SPECIES, x, from), v = DoubleVector.fromArray(SPECIES, x, from + LANES);
        DoubleVector value = DoubleVector.broadcast(SPECIES, values[at]);
        DoubleVector u0 = value.mul(u), v0 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + count]);
        DoubleVector u1 = value.mul(u), v1 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 2 * count]);
        DoubleVector u2 = value.mul(u), v2 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 3 * count]);
        DoubleVector u3 = value.mul(u), v3 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 4 * count]);
        DoubleVector u4 = value.mul(u), v4 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 5 * count]);
        DoubleVector u5 = value.mul(u), v5 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 6 * count]);
        DoubleVector u6 = value.mul(u), v6 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 7 * count]);
        DoubleVector u7 = value.mul(u), v7 = value.mul(v);
        for (int q = 1; q < count; q++) {
            int in = from + q * xStep;
            u = DoubleVector.fromArray(SPECIES, x, in);
            v = DoubleVector.fromArray(SPECIES, x, in + LANES);
            value = DoubleVector.broadcast(SPECIES, values[at + q]);
            u0 = EXACT.cast(value.fma(u, u0));
            v0 = EXACT.cast(value.fma(v, v0));
            value = DoubleVector.broadcast(SPECIES, values[at + count + q]);
            u1 = EXACT.cast(value.fma(u, u1));
            v1 = EXACT.cast(value.fma(v, v1));
            value = DoubleVector.broadcast(SPECIES, values[at + 2 * count + q]);
            u2 = EXACT.cast(value.fma(u, u2));
            v2 = EXACT.cast(value.fma(v, v2));
            value = DoubleVector.broadcast(SPECIES, values[at + 3 * count + q]);
            u3 = EXACT.cast(value.fma(u, u3));
            v3 = EXACT.cast(value.fma(v, v3));
            value = DoubleVector.broadcast(SPECIES, values[at + 4 * count + q]);
            u4 = EXACT.cast(value.fma(u, u4));
            v4 = EXACT.cast(value.fma(v, v4));
            value = DoubleVector.broadcast(SPECIES, values[at + 5 * count + q]);
            u5 = EXACT.cast(value.fma(u, u5));
            v5 = EXACT.cast(value.fma(v, v5));
            value = DoubleVector.broadcast(SPECIES, values[at + 6 * count + q]);
            u6 = EXACT.cast(value.fma(u, u6));
            v6 = EXACT.cast(value.fma(v, v6));
            value = DoubleVector.broadcast(SPECIES, values[at + 7 * count + q]);
            u7 = EXACT.cast(value.fma(u, u7));
            v7 = EXACT.cast(value.fma(v, v7));
        }
        EXACT.cast(u0).intoArray(y, to);
        EXACT.cast(v0).intoArray(y, to + LANES);
        EXACT.cast(u1).intoArray(y, to + yStep);
        EXACT.cast(v1).intoArray(y, to + yStep + LANES);
        EXACT.cast(u2).intoArray(y, to + 2 * yStep);
        EXACT.cast(v2).intoArray(y, to + 2 * yStep + LANES);
        EXACT.cast(u3).intoArray(y, to + 3 * yStep);
        EXACT.cast(v3).intoArray(y, to + 3 * yStep + LANES);
        EXACT.cast(u4).intoArray(y, to + 4 * yStep);
        EXACT.cast(v4).intoArray(y, to + 4 * yStep + LANES);
        EXACT.cast(u5).intoArray(y, to + 5 * yStep);
        EXACT.cast(v5).intoArray(y, to + 5 * yStep + LANES);
        EXACT.cast(u6).intoArray(y, to + 6 * yStep);
        EXACT.cast(v6).intoArray(y, to + 6 * yStep + LANES);
        EXACT.cast(u7).intoArray(y, to + 7 * yStep);
        EXACT.cast(v7).intoArray(y, to + 7 * yStep + LANES);
    }

    private static void four(
            double[] values, int at, int count, double[] x, int from, int xStep, double[] y, int to, int yStep) {
        DoubleVector u = DoubleVector.fromArray(SPECIES, x, from), v = DoubleVector.fromArray(SPECIES, x, from + LANES);
        DoubleVector value = DoubleVector.broadcast(SPECIES, values[at]);
        DoubleVector u0 = value.mul(u), v0 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + count]);
        DoubleVector u1 = value.mul(u), v1 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 2 * count]);
        DoubleVector u2 = value.mul(u), v2 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 3 * count]);
        DoubleVector u3 = value.mul(u), v3 = value.mul(v);
        for (int q = 1; q < count; q++) {
            int in = from + q * xStep;
            u = DoubleVector.fromArray(SPECIES, x, in);
            v = DoubleVector.fromArray(SPECIES, x, in + LANES);
            value = DoubleVector.broadcast(SPECIES, values[at + q]);
            u0 = EXACT.cast(value.fma(u, u0));
            v0 = EXACT.cast(value.fma(v, v0));
            value = DoubleVector.broadcast(SPECIES, values[at + count + q]);
            u1 = EXACT.cast(value.fma(u, u1));
            v1 = EXACT.cast(value.fma(v, v1));
            value = DoubleVector.broadcast(SPECIES, values[at + 2 * count + q]);
            u2 = EXACT.cast(value.fma(u, u2));
            v2 = EXACT.cast(value.fma(v, v2));
            value = DoubleVector.broadcast(SPECIES, values[at + 3 * count + q]);
            u3 = EXACT.cast(value.fma(u, u3));
            v3 = EXACT.cast(value.fma(v, v3));
        }
        EXACT.cast(u0).intoArray(y, to);
        EXACT.cast(v0).intoArray(y, to + LANES);
        EXACT.cast(u1).intoArray(y, to + yStep);
        EXACT.cast(v1).intoArray(y, to + yStep + LANES);
        EXACT.cast(u2).intoArray(y, to + 2 * yStep);
        EXACT.cast(v2).intoArray(y, to + 2 * yStep + LANES);
        EXACT.cast(u3).intoArray(y, to + 3 * yStep);
        EXACT.cast(v3).intoArray(y, to + 3 * yStep + LANES);
    }

    private static void one(double[] values, int at, int count, double[] x, int from, int xStep, double[] y, int to) {
        DoubleVector u = DoubleVector.fromArray(SPECIES, x, from), v = DoubleVector.fromArray(SPECIES, x, from + LANES);
        DoubleVector value = DoubleVector.broadcast(SPECIES, values[at]);
        DoubleVector u0 = value.mul(u), v0 = value.mul(v);
        for (int q = 1; q < count; q++) {
            int in = from + q * xStep;
            u = DoubleVector.fromArray(SPECIES, x, in);
            v = DoubleVector.fromArray(SPECIES, x, in + LANES);
            value = DoubleVector.broadcast(SPECIES, values[at + q]);
            u0 = EXACT.cast(value.fma(u, u0));
            v0 = EXACT.cast(value.fma(v, v0));
        }
        EXACT.cast(u0).intoArray(y, to);
        EXACT.cast(v0).intoArray(y, to + LANES);
    }
}
