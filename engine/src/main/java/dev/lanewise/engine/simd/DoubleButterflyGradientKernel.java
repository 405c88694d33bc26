package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of products for the values of a butterfly factor, of two rows and two columns of a block at a time. */
public final class DoubleButterflyGradientKernel extends dev.lanewise.engine.scalar.DoubleButterflyGradientKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Makes the kernel. */
    public DoubleButterflyGradientKernel() {}

    @Override
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
        if (LANES > SUMS) {
            super.add(sums, at, groupSums, groups, blockRows, blockCols, stride, g, of, x, from, pitch, count);
            return;
        }
        int step = stride * pitch, below = blockCols * SUMS;
        for (int i = 0; i < groups; i++) {
            for (int k = 0; k < stride; k++) {
                int to = at + i * groupSums + k * blockRows * below, r = 0;
                int row = of + (i * blockRows * stride + k) * pitch, col = from + (i * blockCols * stride + k) * pitch;
                for (; r + 2 <= blockRows; r += 2, to += 2 * below, row += 2 * step) {
                    int q = 0;
                    for (; q + 2 <= blockCols; q += 2) {
                        four(sums, to + q * SUMS, below, g, row, x, col + q * step, step, count);
                    }
                    if (q < blockCols) {
                        single(sums, to + q * SUMS, g, row, x, col + q * step, count);
                        single(sums, to + below + q * SUMS, g, row + step, x, col + q * step, count);
                    }
                }
                for (int q = 0; r < blockRows && q < blockCols; q++) {
                    single(sums, to + q * SUMS, g, row, x, col + q * step, count);
                }
            }
        }
    }

    private static void four(
            double[] sums, int to, int below, double[] g, int row, double[] x, int col, int step, int count) {
        for (int lane = 0; lane < SUMS; lane += LANES) {
            int upper = to + lane, lower = upper + below;
            DoubleVector s00 = DoubleVector.fromArray(SPECIES, sums, upper);
            DoubleVector s01 = DoubleVector.fromArray(SPECIES, sums, upper + SUMS);
            DoubleVector s10 = DoubleVector.fromArray(SPECIES, sums, lower);
            DoubleVector s11 = DoubleVector.fromArray(SPECIES, sums, lower + SUMS);
            for (int j = lane; j < count; j += SUMS) {
                DoubleVector g0 = DoubleVector.fromArray(SPECIES, g, row + j);
                DoubleVector g1 = DoubleVector.fromArray(SPECIES, g, row + step + j);
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, col + j);
                DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, col + step + j);
                s00 = EXACT.cast(g0.fma(x0, s00));
                s01 = EXACT.cast(g0.fma(x1, s01));
                s10 = EXACT.cast(g1.fma(x0, s10));
                s11 = EXACT.cast(g1.fma(x1, s11));
            }
            EXACT.cast(s00).intoArray(sums, upper);
            EXACT.cast(s01).intoArray(sums, upper + SUMS);
            EXACT.cast(s10).intoArray(sums, lower);
            EXACT.cast(s11).intoArray(sums, lower + SUMS);
        }
    }

    private static void single(double[] sums, int to, double[] g, int row, double[] x, int col, int count) {
        for (int lane = 0; lane < SUMS; lane += LANES) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, to + lane);
            for (int j = lane; j < count; j += SUMS) {
                DoubleVector ofOutput = DoubleVector.fromArray(SPECIES, g, row + j);
                sum = EXACT.cast(ofOutput.fma(DoubleVector.fromArray(SPECIES, x, col + j), sum));
            }
            EXACT.cast(sum).intoArray(sums, to + lane);
        }
    }
}
