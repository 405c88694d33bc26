package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Low stages of the Walsh-Hadamard transform for vectors of two lanes, which the compiler does not shuffle. In place of
 * stage 0 both elements of a pair are broadcast, and the second is added with either sign.
 *
 * <p>Only double vectors of 128 bits have two lanes; the float twin is never called.
 */
final class DoubleTwoLanes {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);

    private DoubleTwoLanes() {}

    /** Stage 0. */
    static void oneVector(
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            int length,
            double[] signs,
            int signsOffset,
            double scale) {
        DoubleVector sign1 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_1, 0);
        for (int i = 0; i < length; i += 2) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            double x0 = src[srcOffset + i];
            double x1 = src[srcOffset + i + 1];
            if (signs != null) {
                x0 *= signs[signsOffset + i];
                x1 *= signs[signsOffset + i + 1];
            }
            DoubleVector first = DoubleVector.broadcast(SPECIES, x0), second = DoubleVector.broadcast(SPECIES, x1);
            EXACT.cast(second.fma(sign1, first).mul(factor)).intoArray(dst, dstOffset + i);
        }
    }

    /** Stages 0 to 3. */
    static void eightVectors(
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            int length,
            double[] signs,
            int signsOffset,
            double scale) {
        DoubleVector sign1 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_1, 0);
        for (int i = 0; i < length; i += 16) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + i, to = dstOffset + i;
            double x0 = src[from], x1 = src[from + 1];
            double x2 = src[from + 2], x3 = src[from + 3];
            double x4 = src[from + 4], x5 = src[from + 5];
            double x6 = src[from + 6], x7 = src[from + 7];
            double x8 = src[from + 8], x9 = src[from + 9];
            double x10 = src[from + 10], x11 = src[from + 11];
            double x12 = src[from + 12], x13 = src[from + 13];
            double x14 = src[from + 14], x15 = src[from + 15];
            if (signs != null) {
                int at = signsOffset + i;
                x0 *= signs[at];
                x1 *= signs[at + 1];
                x2 *= signs[at + 2];
                x3 *= signs[at + 3];
                x4 *= signs[at + 4];
                x5 *= signs[at + 5];
                x6 *= signs[at + 6];
                x7 *= signs[at + 7];
                x8 *= signs[at + 8];
                x9 *= signs[at + 9];
                x10 *= signs[at + 10];
                x11 *= signs[at + 11];
                x12 *= signs[at + 12];
                x13 *= signs[at + 13];
                x14 *= signs[at + 14];
                x15 *= signs[at + 15];
            }
            DoubleVector v0 = DoubleVector.broadcast(SPECIES, x1).fma(sign1, DoubleVector.broadcast(SPECIES, x0));
            DoubleVector v1 = DoubleVector.broadcast(SPECIES, x3).fma(sign1, DoubleVector.broadcast(SPECIES, x2));
            DoubleVector v2 = DoubleVector.broadcast(SPECIES, x5).fma(sign1, DoubleVector.broadcast(SPECIES, x4));
            DoubleVector v3 = DoubleVector.broadcast(SPECIES, x7).fma(sign1, DoubleVector.broadcast(SPECIES, x6));
            DoubleVector v4 = DoubleVector.broadcast(SPECIES, x9).fma(sign1, DoubleVector.broadcast(SPECIES, x8));
            DoubleVector v5 = DoubleVector.broadcast(SPECIES, x11).fma(sign1, DoubleVector.broadcast(SPECIES, x10));
            DoubleVector v6 = DoubleVector.broadcast(SPECIES, x13).fma(sign1, DoubleVector.broadcast(SPECIES, x12));
            DoubleVector v7 = DoubleVector.broadcast(SPECIES, x15).fma(sign1, DoubleVector.broadcast(SPECIES, x14));
            DoubleVector a0 = v0.add(v1), a1 = v0.sub(v1);
            DoubleVector a2 = v2.add(v3), a3 = v2.sub(v3);
            DoubleVector a4 = v4.add(v5), a5 = v4.sub(v5);
            DoubleVector a6 = v6.add(v7), a7 = v6.sub(v7);
            DoubleVector b0 = a0.add(a2), b2 = a0.sub(a2);
            DoubleVector b1 = a1.add(a3), b3 = a1.sub(a3);
            DoubleVector b4 = a4.add(a6), b6 = a4.sub(a6);
            DoubleVector b5 = a5.add(a7), b7 = a5.sub(a7);
            DoubleVector c0 = b0.add(b4), c4 = b0.sub(b4);
            DoubleVector c1 = b1.add(b5), c5 = b1.sub(b5);
            DoubleVector c2 = b2.add(b6), c6 = b2.sub(b6);
            DoubleVector c3 = b3.add(b7), c7 = b3.sub(b7);
            EXACT.cast(c0.mul(factor)).intoArray(dst, to);
            EXACT.cast(c1.mul(factor)).intoArray(dst, to + 2);
            EXACT.cast(c2.mul(factor)).intoArray(dst, to + 4);
            EXACT.cast(c3.mul(factor)).intoArray(dst, to + 6);
            EXACT.cast(c4.mul(factor)).intoArray(dst, to + 8);
            EXACT.cast(c5.mul(factor)).intoArray(dst, to + 10);
            EXACT.cast(c6.mul(factor)).intoArray(dst, to + 12);
            EXACT.cast(c7.mul(factor)).intoArray(dst, to + 14);
        }
    }
}
