package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Two rows that become two others, on vectors: the sums stay in registers, two to eight vectors of them. All is written out: a vector
 * that crosses a call was at times an object, each of which was allocated.
 */
public final class DoubleRotationKernel extends dev.lanewise.engine.scalar.DoubleRotationKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** The vectors of sums. */
    private static final int VECTORS = SUMS / LANES;

    /** Makes the kernel. */
    public DoubleRotationKernel() {}

    @Override
    public double rotate(
            double p, double q, double r, double s, double[] a, int x, int y, int z, int length, double[] scratch) {
        switch (VECTORS) {
            case 2 -> rotateTwo(p, q, r, s, a, x, y, z, length, scratch);
            case 4 -> rotateFour(p, q, r, s, a, x, y, z, length, scratch);
            default -> rotateEight(p, q, r, s, a, x, y, z, length, scratch);
        }
        return DoubleLaneSums.of(scratch, 0);
    }

    @Override
    public void rotate(double p, double q, double r, double s, double[] a, int x, int y, int length) {
        DoubleVector vp = DoubleVector.broadcast(SPECIES, p), vq = DoubleVector.broadcast(SPECIES, q);
        DoubleVector vr = DoubleVector.broadcast(SPECIES, r), vs = DoubleVector.broadcast(SPECIES, s);
        for (int k = 0; k < length; k += LANES) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, a, x + k),
                    second = DoubleVector.fromArray(SPECIES, a, y + k);
            EXACT.cast(second.fma(vq, first.mul(vp))).intoArray(a, x + k);
            EXACT.cast(first.fma(vr, second.mul(vs))).intoArray(a, y + k);
        }
    }

    @Override
    public double product(double[] a, int x, int y, int length, double[] scratch) {
        switch (VECTORS) {
            case 2 -> productTwo(a, x, y, length, scratch);
            case 4 -> productFour(a, x, y, length, scratch);
            default -> productEight(a, x, y, length, scratch);
        }
        return DoubleLaneSums.of(scratch, 0);
    }

    private static void rotateTwo(
            double p, double q, double r, double s, double[] a, int x, int y, int z, int length, double[] sums) {
        DoubleVector vp = DoubleVector.broadcast(SPECIES, p), vq = DoubleVector.broadcast(SPECIES, q);
        DoubleVector vr = DoubleVector.broadcast(SPECIES, r), vs = DoubleVector.broadcast(SPECIES, s);
        DoubleVector sum0 = DoubleVector.zero(SPECIES), sum1 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += 2 * LANES) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, a, x + k), y0 = DoubleVector.fromArray(SPECIES, a, y + k);
            DoubleVector next0 = x0.fma(vr, y0.mul(vs));
            EXACT.cast(y0.fma(vq, x0.mul(vp))).intoArray(a, x + k);
            EXACT.cast(next0).intoArray(a, y + k);
            sum0 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, z + k).fma(next0, sum0));
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, a, x + k + LANES),
                    y1 = DoubleVector.fromArray(SPECIES, a, y + k + LANES);
            DoubleVector next1 = x1.fma(vr, y1.mul(vs));
            EXACT.cast(y1.fma(vq, x1.mul(vp))).intoArray(a, x + k + LANES);
            EXACT.cast(next1).intoArray(a, y + k + LANES);
            sum1 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, z + k + LANES).fma(next1, sum1));
        }
        EXACT.cast(sum0.add(sum1)).intoArray(sums, 0);
    }

    private static void productTwo(double[] a, int x, int y, int length, double[] sums) {
        DoubleVector sum0 = DoubleVector.zero(SPECIES), sum1 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += 2 * LANES) {
            sum0 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, x + k).fma(DoubleVector.fromArray(SPECIES, a, y + k), sum0));
            sum1 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + LANES), sum1));
        }
        EXACT.cast(sum0.add(sum1)).intoArray(sums, 0);
    }

    private static void rotateFour(
            double p, double q, double r, double s, double[] a, int x, int y, int z, int length, double[] sums) {
        DoubleVector vp = DoubleVector.broadcast(SPECIES, p), vq = DoubleVector.broadcast(SPECIES, q);
        DoubleVector vr = DoubleVector.broadcast(SPECIES, r), vs = DoubleVector.broadcast(SPECIES, s);
        DoubleVector sum0 = DoubleVector.zero(SPECIES),
                sum1 = DoubleVector.zero(SPECIES),
                sum2 = DoubleVector.zero(SPECIES),
                sum3 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += 4 * LANES) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, a, x + k), y0 = DoubleVector.fromArray(SPECIES, a, y + k);
            DoubleVector next0 = x0.fma(vr, y0.mul(vs));
            EXACT.cast(y0.fma(vq, x0.mul(vp))).intoArray(a, x + k);
            EXACT.cast(next0).intoArray(a, y + k);
            sum0 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, z + k).fma(next0, sum0));
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, a, x + k + LANES),
                    y1 = DoubleVector.fromArray(SPECIES, a, y + k + LANES);
            DoubleVector next1 = x1.fma(vr, y1.mul(vs));
            EXACT.cast(y1.fma(vq, x1.mul(vp))).intoArray(a, x + k + LANES);
            EXACT.cast(next1).intoArray(a, y + k + LANES);
            sum1 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, z + k + LANES).fma(next1, sum1));
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, a, x + k + 2 * LANES),
                    y2 = DoubleVector.fromArray(SPECIES, a, y + k + 2 * LANES);
            DoubleVector next2 = x2.fma(vr, y2.mul(vs));
            EXACT.cast(y2.fma(vq, x2.mul(vp))).intoArray(a, x + k + 2 * LANES);
            EXACT.cast(next2).intoArray(a, y + k + 2 * LANES);
            sum2 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, z + k + 2 * LANES).fma(next2, sum2));
            DoubleVector x3 = DoubleVector.fromArray(SPECIES, a, x + k + 3 * LANES),
                    y3 = DoubleVector.fromArray(SPECIES, a, y + k + 3 * LANES);
            DoubleVector next3 = x3.fma(vr, y3.mul(vs));
            EXACT.cast(y3.fma(vq, x3.mul(vp))).intoArray(a, x + k + 3 * LANES);
            EXACT.cast(next3).intoArray(a, y + k + 3 * LANES);
            sum3 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, z + k + 3 * LANES).fma(next3, sum3));
        }
        EXACT.cast(sum0.add(sum2).add(sum1.add(sum3))).intoArray(sums, 0);
    }

    private static void productFour(double[] a, int x, int y, int length, double[] sums) {
        DoubleVector sum0 = DoubleVector.zero(SPECIES),
                sum1 = DoubleVector.zero(SPECIES),
                sum2 = DoubleVector.zero(SPECIES),
                sum3 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += 4 * LANES) {
            sum0 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, x + k).fma(DoubleVector.fromArray(SPECIES, a, y + k), sum0));
            sum1 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + LANES), sum1));
            sum2 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + 2 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + 2 * LANES), sum2));
            sum3 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + 3 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + 3 * LANES), sum3));
        }
        EXACT.cast(sum0.add(sum2).add(sum1.add(sum3))).intoArray(sums, 0);
    }

    private static void rotateEight(
            double p, double q, double r, double s, double[] a, int x, int y, int z, int length, double[] sums) {
        DoubleVector vp = DoubleVector.broadcast(SPECIES, p), vq = DoubleVector.broadcast(SPECIES, q);
        DoubleVector vr = DoubleVector.broadcast(SPECIES, r), vs = DoubleVector.broadcast(SPECIES, s);
        DoubleVector sum0 = DoubleVector.zero(SPECIES),
                sum1 = DoubleVector.zero(SPECIES),
                sum2 = DoubleVector.zero(SPECIES),
                sum3 = DoubleVector.zero(SPECIES),
                sum4 = DoubleVector.zero(SPECIES),
                sum5 = DoubleVector.zero(SPECIES),
                sum6 = DoubleVector.zero(SPECIES),
                sum7 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += 8 * LANES) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, a, x + k), y0 = DoubleVector.fromArray(SPECIES, a, y + k);
            DoubleVector next0 = x0.fma(vr, y0.mul(vs));
            EXACT.cast(y0.fma(vq, x0.mul(vp))).intoArray(a, x + k);
            EXACT.cast(next0).intoArray(a, y + k);
            sum0 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, z + k).fma(next0, sum0));
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, a, x + k + LANES),
                    y1 = DoubleVector.fromArray(SPECIES, a, y + k + LANES);
            DoubleVector next1 = x1.fma(vr, y1.mul(vs));
            EXACT.cast(y1.fma(vq, x1.mul(vp))).intoArray(a, x + k + LANES);
            EXACT.cast(next1).intoArray(a, y + k + LANES);
            sum1 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, z + k + LANES).fma(next1, sum1));
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, a, x + k + 2 * LANES),
                    y2 = DoubleVector.fromArray(SPECIES, a, y + k + 2 * LANES);
            DoubleVector next2 = x2.fma(vr, y2.mul(vs));
            EXACT.cast(y2.fma(vq, x2.mul(vp))).intoArray(a, x + k + 2 * LANES);
            EXACT.cast(next2).intoArray(a, y + k + 2 * LANES);
            sum2 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, z + k + 2 * LANES).fma(next2, sum2));
            DoubleVector x3 = DoubleVector.fromArray(SPECIES, a, x + k + 3 * LANES),
                    y3 = DoubleVector.fromArray(SPECIES, a, y + k + 3 * LANES);
            DoubleVector next3 = x3.fma(vr, y3.mul(vs));
            EXACT.cast(y3.fma(vq, x3.mul(vp))).intoArray(a, x + k + 3 * LANES);
            EXACT.cast(next3).intoArray(a, y + k + 3 * LANES);
            sum3 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, z + k + 3 * LANES).fma(next3, sum3));
            DoubleVector x4 = DoubleVector.fromArray(SPECIES, a, x + k + 4 * LANES),
                    y4 = DoubleVector.fromArray(SPECIES, a, y + k + 4 * LANES);
            DoubleVector next4 = x4.fma(vr, y4.mul(vs));
            EXACT.cast(y4.fma(vq, x4.mul(vp))).intoArray(a, x + k + 4 * LANES);
            EXACT.cast(next4).intoArray(a, y + k + 4 * LANES);
            sum4 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, z + k + 4 * LANES).fma(next4, sum4));
            DoubleVector x5 = DoubleVector.fromArray(SPECIES, a, x + k + 5 * LANES),
                    y5 = DoubleVector.fromArray(SPECIES, a, y + k + 5 * LANES);
            DoubleVector next5 = x5.fma(vr, y5.mul(vs));
            EXACT.cast(y5.fma(vq, x5.mul(vp))).intoArray(a, x + k + 5 * LANES);
            EXACT.cast(next5).intoArray(a, y + k + 5 * LANES);
            sum5 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, z + k + 5 * LANES).fma(next5, sum5));
            DoubleVector x6 = DoubleVector.fromArray(SPECIES, a, x + k + 6 * LANES),
                    y6 = DoubleVector.fromArray(SPECIES, a, y + k + 6 * LANES);
            DoubleVector next6 = x6.fma(vr, y6.mul(vs));
            EXACT.cast(y6.fma(vq, x6.mul(vp))).intoArray(a, x + k + 6 * LANES);
            EXACT.cast(next6).intoArray(a, y + k + 6 * LANES);
            sum6 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, z + k + 6 * LANES).fma(next6, sum6));
            DoubleVector x7 = DoubleVector.fromArray(SPECIES, a, x + k + 7 * LANES),
                    y7 = DoubleVector.fromArray(SPECIES, a, y + k + 7 * LANES);
            DoubleVector next7 = x7.fma(vr, y7.mul(vs));
            EXACT.cast(y7.fma(vq, x7.mul(vp))).intoArray(a, x + k + 7 * LANES);
            EXACT.cast(next7).intoArray(a, y + k + 7 * LANES);
            sum7 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, z + k + 7 * LANES).fma(next7, sum7));
        }
        EXACT.cast(sum0.add(sum4).add(sum2.add(sum6)).add(sum1.add(sum5).add(sum3.add(sum7))))
                .intoArray(sums, 0);
    }

    private static void productEight(double[] a, int x, int y, int length, double[] sums) {
        DoubleVector sum0 = DoubleVector.zero(SPECIES),
                sum1 = DoubleVector.zero(SPECIES),
                sum2 = DoubleVector.zero(SPECIES),
                sum3 = DoubleVector.zero(SPECIES),
                sum4 = DoubleVector.zero(SPECIES),
                sum5 = DoubleVector.zero(SPECIES),
                sum6 = DoubleVector.zero(SPECIES),
                sum7 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += 8 * LANES) {
            sum0 = EXACT.cast(
                    DoubleVector.fromArray(SPECIES, a, x + k).fma(DoubleVector.fromArray(SPECIES, a, y + k), sum0));
            sum1 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + LANES), sum1));
            sum2 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + 2 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + 2 * LANES), sum2));
            sum3 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + 3 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + 3 * LANES), sum3));
            sum4 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + 4 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + 4 * LANES), sum4));
            sum5 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + 5 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + 5 * LANES), sum5));
            sum6 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + 6 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + 6 * LANES), sum6));
            sum7 = EXACT.cast(DoubleVector.fromArray(SPECIES, a, x + k + 7 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, a, y + k + 7 * LANES), sum7));
        }
        EXACT.cast(sum0.add(sum4).add(sum2.add(sum6)).add(sum1.add(sum5).add(sum3.add(sum7))))
                .intoArray(sums, 0);
    }
}
