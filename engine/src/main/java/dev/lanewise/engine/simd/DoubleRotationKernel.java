package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Two rows that become two others, on vectors: the sums stay in registers, two to eight vectors of them. */
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
            sum0 = rotateOne(vp, vq, vr, vs, a, x + k, y + k, z + k, sum0);
            sum1 = rotateOne(vp, vq, vr, vs, a, x + k + LANES, y + k + LANES, z + k + LANES, sum1);
        }
        EXACT.cast(sum0.add(sum1)).intoArray(sums, 0);
    }

    private static void productTwo(double[] a, int x, int y, int length, double[] sums) {
        DoubleVector sum0 = DoubleVector.zero(SPECIES), sum1 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += 2 * LANES) {
            sum0 = productOfOne(a, x + k, y + k, sum0);
            sum1 = productOfOne(a, x + k + LANES, y + k + LANES, sum1);
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
            sum0 = rotateOne(vp, vq, vr, vs, a, x + k, y + k, z + k, sum0);
            sum1 = rotateOne(vp, vq, vr, vs, a, x + k + LANES, y + k + LANES, z + k + LANES, sum1);
            sum2 = rotateOne(vp, vq, vr, vs, a, x + k + 2 * LANES, y + k + 2 * LANES, z + k + 2 * LANES, sum2);
            sum3 = rotateOne(vp, vq, vr, vs, a, x + k + 3 * LANES, y + k + 3 * LANES, z + k + 3 * LANES, sum3);
        }
        EXACT.cast(sum0.add(sum2).add(sum1.add(sum3))).intoArray(sums, 0);
    }

    private static void productFour(double[] a, int x, int y, int length, double[] sums) {
        DoubleVector sum0 = DoubleVector.zero(SPECIES),
                sum1 = DoubleVector.zero(SPECIES),
                sum2 = DoubleVector.zero(SPECIES),
                sum3 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += 4 * LANES) {
            sum0 = productOfOne(a, x + k, y + k, sum0);
            sum1 = productOfOne(a, x + k + LANES, y + k + LANES, sum1);
            sum2 = productOfOne(a, x + k + 2 * LANES, y + k + 2 * LANES, sum2);
            sum3 = productOfOne(a, x + k + 3 * LANES, y + k + 3 * LANES, sum3);
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
            sum0 = rotateOne(vp, vq, vr, vs, a, x + k, y + k, z + k, sum0);
            sum1 = rotateOne(vp, vq, vr, vs, a, x + k + LANES, y + k + LANES, z + k + LANES, sum1);
            sum2 = rotateOne(vp, vq, vr, vs, a, x + k + 2 * LANES, y + k + 2 * LANES, z + k + 2 * LANES, sum2);
            sum3 = rotateOne(vp, vq, vr, vs, a, x + k + 3 * LANES, y + k + 3 * LANES, z + k + 3 * LANES, sum3);
            sum4 = rotateOne(vp, vq, vr, vs, a, x + k + 4 * LANES, y + k + 4 * LANES, z + k + 4 * LANES, sum4);
            sum5 = rotateOne(vp, vq, vr, vs, a, x + k + 5 * LANES, y + k + 5 * LANES, z + k + 5 * LANES, sum5);
            sum6 = rotateOne(vp, vq, vr, vs, a, x + k + 6 * LANES, y + k + 6 * LANES, z + k + 6 * LANES, sum6);
            sum7 = rotateOne(vp, vq, vr, vs, a, x + k + 7 * LANES, y + k + 7 * LANES, z + k + 7 * LANES, sum7);
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
            sum0 = productOfOne(a, x + k, y + k, sum0);
            sum1 = productOfOne(a, x + k + LANES, y + k + LANES, sum1);
            sum2 = productOfOne(a, x + k + 2 * LANES, y + k + 2 * LANES, sum2);
            sum3 = productOfOne(a, x + k + 3 * LANES, y + k + 3 * LANES, sum3);
            sum4 = productOfOne(a, x + k + 4 * LANES, y + k + 4 * LANES, sum4);
            sum5 = productOfOne(a, x + k + 5 * LANES, y + k + 5 * LANES, sum5);
            sum6 = productOfOne(a, x + k + 6 * LANES, y + k + 6 * LANES, sum6);
            sum7 = productOfOne(a, x + k + 7 * LANES, y + k + 7 * LANES, sum7);
        }
        EXACT.cast(sum0.add(sum4).add(sum2.add(sum6)).add(sum1.add(sum5).add(sum3.add(sum7))))
                .intoArray(sums, 0);
    }

    private static DoubleVector rotateOne(
            DoubleVector p,
            DoubleVector q,
            DoubleVector r,
            DoubleVector s,
            double[] a,
            int x,
            int y,
            int z,
            DoubleVector sum) {
        DoubleVector first = DoubleVector.fromArray(SPECIES, a, x), second = DoubleVector.fromArray(SPECIES, a, y);
        DoubleVector third = DoubleVector.fromArray(SPECIES, a, z), next = first.fma(r, second.mul(s));
        EXACT.cast(second.fma(q, first.mul(p))).intoArray(a, x);
        EXACT.cast(next).intoArray(a, y);
        return third.fma(next, sum);
    }

    private static DoubleVector productOfOne(double[] a, int x, int y, DoubleVector sum) {
        return DoubleVector.fromArray(SPECIES, a, x).fma(DoubleVector.fromArray(SPECIES, a, y), sum);
    }
}
