package dev.lanewise.engine.simd;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Factors of a butterfly matrix with blocks of 2 x 2 on whole vectors: values are loaded once for all vectors. */
public final class DoubleButterflyLanes extends dev.lanewise.engine.scalar.DoubleButterflyLanes {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** For each stride: which lane each lane takes the number of the first column from; and that of the second. */
    private static final double[] FIRST = new double[LANES * LANES];

    private static final double[] SECOND = new double[LANES * LANES];

    /** The same as shuffles, where {@code selectFrom} is not compiled. */
    private static final List<VectorShuffle<Double>> FIRST_SHUFFLES = new ArrayList<>();

    private static final List<VectorShuffle<Double>> SECOND_SHUFFLES = new ArrayList<>();

    static {
        for (int stride = 0; stride < LANES; stride++) {
            int bit = stride;
            FIRST_SHUFFLES.add(VectorShuffle.fromOp(SPECIES, lane -> lane & ~bit));
            SECOND_SHUFFLES.add(VectorShuffle.fromOp(SPECIES, lane -> lane | bit));
            for (int lane = 0; lane < LANES; lane++) {
                FIRST[stride * LANES + lane] = lane & ~stride;
                SECOND[stride * LANES + lane] = lane | stride;
            }
        }
    }

    /** Makes the kernel. */
    public DoubleButterflyLanes() {}

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void once(
            int count,
            double[] values,
            boolean isShared,
            int groups,
            int stride,
            double[] x,
            int from,
            int xDistance,
            double[] y,
            int to,
            int yDistance) {
        int at = 0;
        for (int g = 0; g < groups; g++) {
            at = isShared ? 0 : at;
            for (int k = 0; k < stride; k += LANES, at += 4 * LANES) {
                int in = from + 2 * g * stride + k, out = to + 2 * g * stride + k;
                DoubleVector v0 = DoubleVector.fromArray(SPECIES, values, at);
                DoubleVector v1 = DoubleVector.fromArray(SPECIES, values, at + LANES);
                DoubleVector v2 = DoubleVector.fromArray(SPECIES, values, at + 2 * LANES);
                DoubleVector v3 = DoubleVector.fromArray(SPECIES, values, at + 3 * LANES);
                for (int c = 0; c < count; c++) {
                    DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, in);
                    DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, in + stride);
                    DoubleVector low = a1.fma(v1, a0.mul(v0));
                    DoubleVector high = a1.fma(v3, a0.mul(v2));
                    EXACT.cast(low).intoArray(y, out);
                    EXACT.cast(high).intoArray(y, out + stride);
                    in += xDistance;
                    out += yDistance;
                }
            }
        }
    }

    @Override
    public void twice(
            int count,
            double[] values,
            boolean isShared,
            int groups,
            int stride,
            boolean isUp,
            double[] x,
            int from,
            int xDistance,
            double[] y,
            int to,
            int yDistance) {
        int near = isUp ? stride : 2 * stride, far = isUp ? 2 * stride : stride, at = 0;
        for (int g = 0; g < groups; g++) {
            at = isShared ? 0 : at;
            for (int k = 0; k < stride; k += LANES, at += 16 * LANES) {
                int in = from + 4 * g * stride + k, out = to + 4 * g * stride + k;
                DoubleVector v0 = DoubleVector.fromArray(SPECIES, values, at);
                DoubleVector v1 = DoubleVector.fromArray(SPECIES, values, at + LANES);
                DoubleVector v2 = DoubleVector.fromArray(SPECIES, values, at + 2 * LANES);
                DoubleVector v3 = DoubleVector.fromArray(SPECIES, values, at + 3 * LANES);
                DoubleVector v4 = DoubleVector.fromArray(SPECIES, values, at + 4 * LANES);
                DoubleVector v5 = DoubleVector.fromArray(SPECIES, values, at + 5 * LANES);
                DoubleVector v6 = DoubleVector.fromArray(SPECIES, values, at + 6 * LANES);
                DoubleVector v7 = DoubleVector.fromArray(SPECIES, values, at + 7 * LANES);
                DoubleVector v8 = DoubleVector.fromArray(SPECIES, values, at + 8 * LANES);
                DoubleVector v9 = DoubleVector.fromArray(SPECIES, values, at + 9 * LANES);
                DoubleVector v10 = DoubleVector.fromArray(SPECIES, values, at + 10 * LANES);
                DoubleVector v11 = DoubleVector.fromArray(SPECIES, values, at + 11 * LANES);
                DoubleVector v12 = DoubleVector.fromArray(SPECIES, values, at + 12 * LANES);
                DoubleVector v13 = DoubleVector.fromArray(SPECIES, values, at + 13 * LANES);
                DoubleVector v14 = DoubleVector.fromArray(SPECIES, values, at + 14 * LANES);
                DoubleVector v15 = DoubleVector.fromArray(SPECIES, values, at + 15 * LANES);
                for (int c = 0; c < count; c++) {
                    DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, in);
                    DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, in + near);
                    DoubleVector a2 = DoubleVector.fromArray(SPECIES, x, in + far);
                    DoubleVector a3 = DoubleVector.fromArray(SPECIES, x, in + far + near);
                    DoubleVector b0 = a1.fma(v1, a0.mul(v0));
                    DoubleVector b1 = a1.fma(v3, a0.mul(v2));
                    DoubleVector b2 = a3.fma(v5, a2.mul(v4));
                    DoubleVector b3 = a3.fma(v7, a2.mul(v6));
                    DoubleVector c0 = b2.fma(v9, b0.mul(v8));
                    DoubleVector c2 = b2.fma(v11, b0.mul(v10));
                    DoubleVector c1 = b3.fma(v13, b1.mul(v12));
                    DoubleVector c3 = b3.fma(v15, b1.mul(v14));
                    EXACT.cast(c0).intoArray(y, out);
                    EXACT.cast(c1).intoArray(y, out + near);
                    EXACT.cast(c2).intoArray(y, out + far);
                    EXACT.cast(c3).intoArray(y, out + far + near);
                    in += xDistance;
                    out += yDistance;
                }
            }
        }
    }

    @Override
    public void within(
            int count,
            double[] values,
            boolean isShared,
            int stride,
            int numbers,
            double[] x,
            int from,
            int xDistance,
            double[] y,
            int to,
            int yDistance) {
        DoubleVector first = DoubleVector.fromArray(SPECIES, FIRST, stride * LANES);
        DoubleVector second = DoubleVector.fromArray(SPECIES, SECOND, stride * LANES);
        VectorShuffle<Double> firsts = FIRST_SHUFFLES.get(stride), seconds = SECOND_SHUFFLES.get(stride);
        int step = isShared ? 0 : 2 * LANES;
        for (int i = 0, at = 0; i < numbers; i += LANES, at += step) {
            DoubleVector p = DoubleVector.fromArray(SPECIES, values, at);
            DoubleVector q = DoubleVector.fromArray(SPECIES, values, at + LANES);
            for (int c = 0; c < count; c++) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, x, from + c * xDistance + i);
                DoubleVector b = Species.DOUBLE_SELECTS
                        ? second.selectFrom(a).fma(q, first.selectFrom(a).mul(p))
                        : a.rearrange(seconds).fma(q, a.rearrange(firsts).mul(p));
                EXACT.cast(b).intoArray(y, to + c * yDistance + i);
            }
        }
    }

    @Override
    public void withinThrice(
            int count,
            double[] values,
            boolean isShared,
            int[] strides,
            int numbers,
            double[] x,
            int from,
            int xDistance,
            double[] y,
            int to,
            int yDistance) {
        DoubleVector first0 = DoubleVector.fromArray(SPECIES, FIRST, strides[0] * LANES);
        DoubleVector second0 = DoubleVector.fromArray(SPECIES, SECOND, strides[0] * LANES);
        DoubleVector first1 = DoubleVector.fromArray(SPECIES, FIRST, strides[1] * LANES);
        DoubleVector second1 = DoubleVector.fromArray(SPECIES, SECOND, strides[1] * LANES);
        DoubleVector first2 = DoubleVector.fromArray(SPECIES, FIRST, strides[2] * LANES);
        DoubleVector second2 = DoubleVector.fromArray(SPECIES, SECOND, strides[2] * LANES);
        int step = isShared ? 0 : 6 * LANES;
        for (int i = 0, at = 0; i < numbers; i += LANES, at += step) {
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, values, at);
            DoubleVector q0 = DoubleVector.fromArray(SPECIES, values, at + LANES);
            DoubleVector p1 = DoubleVector.fromArray(SPECIES, values, at + 2 * LANES);
            DoubleVector q1 = DoubleVector.fromArray(SPECIES, values, at + 3 * LANES);
            DoubleVector p2 = DoubleVector.fromArray(SPECIES, values, at + 4 * LANES);
            DoubleVector q2 = DoubleVector.fromArray(SPECIES, values, at + 5 * LANES);
            for (int c = 0; c < count; c++) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, x, from + c * xDistance + i);
                DoubleVector b =
                        second0.selectFrom(a).fma(q0, first0.selectFrom(a).mul(p0));
                DoubleVector d =
                        second1.selectFrom(b).fma(q1, first1.selectFrom(b).mul(p1));
                DoubleVector e =
                        second2.selectFrom(d).fma(q2, first2.selectFrom(d).mul(p2));
                EXACT.cast(e).intoArray(y, to + c * yDistance + i);
            }
        }
    }
}
