package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The low stages of {@link DoubleHadamardLow} on many vectors at once. */
final class DoubleHadamardLowWide {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleHadamardLowWide() {}

    /** All stages within a vector, and three between. */
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
        DoubleVector sign2 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_2, 0);
        DoubleVector sign4 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_4, 0);
        DoubleVector sign8 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_8, 0);
        boolean signed = signs != null;
        boolean scaled = scale != 1;
        for (int i = 0; i < length; i += 8 * LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + i, to = dstOffset + i;
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, src, from);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, src, from + LANES);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, src, from + 2 * LANES);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, src, from + 3 * LANES);
            DoubleVector v4 = DoubleVector.fromArray(SPECIES, src, from + 4 * LANES);
            DoubleVector v5 = DoubleVector.fromArray(SPECIES, src, from + 5 * LANES);
            DoubleVector v6 = DoubleVector.fromArray(SPECIES, src, from + 6 * LANES);
            DoubleVector v7 = DoubleVector.fromArray(SPECIES, src, from + 7 * LANES);
            if (signed) {
                int at = signsOffset + i;
                v0 = v0.mul(DoubleVector.fromArray(SPECIES, signs, at));
                v1 = v1.mul(DoubleVector.fromArray(SPECIES, signs, at + LANES));
                v2 = v2.mul(DoubleVector.fromArray(SPECIES, signs, at + 2 * LANES));
                v3 = v3.mul(DoubleVector.fromArray(SPECIES, signs, at + 3 * LANES));
                v4 = v4.mul(DoubleVector.fromArray(SPECIES, signs, at + 4 * LANES));
                v5 = v5.mul(DoubleVector.fromArray(SPECIES, signs, at + 5 * LANES));
                v6 = v6.mul(DoubleVector.fromArray(SPECIES, signs, at + 6 * LANES));
                v7 = v7.mul(DoubleVector.fromArray(SPECIES, signs, at + 7 * LANES));
            }
            v0 = v0.fma(sign1, v0.rearrange(DoubleLanePairs.SWAP_1));
            v1 = v1.fma(sign1, v1.rearrange(DoubleLanePairs.SWAP_1));
            v2 = v2.fma(sign1, v2.rearrange(DoubleLanePairs.SWAP_1));
            v3 = v3.fma(sign1, v3.rearrange(DoubleLanePairs.SWAP_1));
            v4 = v4.fma(sign1, v4.rearrange(DoubleLanePairs.SWAP_1));
            v5 = v5.fma(sign1, v5.rearrange(DoubleLanePairs.SWAP_1));
            v6 = v6.fma(sign1, v6.rearrange(DoubleLanePairs.SWAP_1));
            v7 = v7.fma(sign1, v7.rearrange(DoubleLanePairs.SWAP_1));
            if (LANES > 2) {
                v0 = v0.fma(sign2, v0.rearrange(DoubleLanePairs.SWAP_2));
                v1 = v1.fma(sign2, v1.rearrange(DoubleLanePairs.SWAP_2));
                v2 = v2.fma(sign2, v2.rearrange(DoubleLanePairs.SWAP_2));
                v3 = v3.fma(sign2, v3.rearrange(DoubleLanePairs.SWAP_2));
                v4 = v4.fma(sign2, v4.rearrange(DoubleLanePairs.SWAP_2));
                v5 = v5.fma(sign2, v5.rearrange(DoubleLanePairs.SWAP_2));
                v6 = v6.fma(sign2, v6.rearrange(DoubleLanePairs.SWAP_2));
                v7 = v7.fma(sign2, v7.rearrange(DoubleLanePairs.SWAP_2));
            }
            if (LANES > 4) {
                v0 = v0.fma(sign4, v0.rearrange(DoubleLanePairs.SWAP_4));
                v1 = v1.fma(sign4, v1.rearrange(DoubleLanePairs.SWAP_4));
                v2 = v2.fma(sign4, v2.rearrange(DoubleLanePairs.SWAP_4));
                v3 = v3.fma(sign4, v3.rearrange(DoubleLanePairs.SWAP_4));
                v4 = v4.fma(sign4, v4.rearrange(DoubleLanePairs.SWAP_4));
                v5 = v5.fma(sign4, v5.rearrange(DoubleLanePairs.SWAP_4));
                v6 = v6.fma(sign4, v6.rearrange(DoubleLanePairs.SWAP_4));
                v7 = v7.fma(sign4, v7.rearrange(DoubleLanePairs.SWAP_4));
            }
            if (LANES > 8) {
                v0 = v0.fma(sign8, v0.rearrange(DoubleLanePairs.SWAP_8));
                v1 = v1.fma(sign8, v1.rearrange(DoubleLanePairs.SWAP_8));
                v2 = v2.fma(sign8, v2.rearrange(DoubleLanePairs.SWAP_8));
                v3 = v3.fma(sign8, v3.rearrange(DoubleLanePairs.SWAP_8));
                v4 = v4.fma(sign8, v4.rearrange(DoubleLanePairs.SWAP_8));
                v5 = v5.fma(sign8, v5.rearrange(DoubleLanePairs.SWAP_8));
                v6 = v6.fma(sign8, v6.rearrange(DoubleLanePairs.SWAP_8));
                v7 = v7.fma(sign8, v7.rearrange(DoubleLanePairs.SWAP_8));
            }
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
            if (scaled) {
                c0 = c0.mul(factor);
                c1 = c1.mul(factor);
                c2 = c2.mul(factor);
                c3 = c3.mul(factor);
                c4 = c4.mul(factor);
                c5 = c5.mul(factor);
                c6 = c6.mul(factor);
                c7 = c7.mul(factor);
            }
            EXACT.cast(c0).intoArray(dst, to);
            EXACT.cast(c1).intoArray(dst, to + LANES);
            EXACT.cast(c2).intoArray(dst, to + 2 * LANES);
            EXACT.cast(c3).intoArray(dst, to + 3 * LANES);
            EXACT.cast(c4).intoArray(dst, to + 4 * LANES);
            EXACT.cast(c5).intoArray(dst, to + 5 * LANES);
            EXACT.cast(c6).intoArray(dst, to + 6 * LANES);
            EXACT.cast(c7).intoArray(dst, to + 7 * LANES);
        }
    }

    /** All stages within a vector, and four between. */
    static void sixteenVectors(
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            int length,
            double[] signs,
            int signsOffset,
            double scale) {
        DoubleVector sign1 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_1, 0);
        DoubleVector sign2 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_2, 0);
        DoubleVector sign4 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_4, 0);
        DoubleVector sign8 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_8, 0);
        boolean signed = signs != null;
        boolean scaled = scale != 1;
        for (int i = 0; i < length; i += 16 * LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + i, to = dstOffset + i;
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, src, from);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, src, from + LANES);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, src, from + 2 * LANES);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, src, from + 3 * LANES);
            DoubleVector v4 = DoubleVector.fromArray(SPECIES, src, from + 4 * LANES);
            DoubleVector v5 = DoubleVector.fromArray(SPECIES, src, from + 5 * LANES);
            DoubleVector v6 = DoubleVector.fromArray(SPECIES, src, from + 6 * LANES);
            DoubleVector v7 = DoubleVector.fromArray(SPECIES, src, from + 7 * LANES);
            DoubleVector v8 = DoubleVector.fromArray(SPECIES, src, from + 8 * LANES);
            DoubleVector v9 = DoubleVector.fromArray(SPECIES, src, from + 9 * LANES);
            DoubleVector v10 = DoubleVector.fromArray(SPECIES, src, from + 10 * LANES);
            DoubleVector v11 = DoubleVector.fromArray(SPECIES, src, from + 11 * LANES);
            DoubleVector v12 = DoubleVector.fromArray(SPECIES, src, from + 12 * LANES);
            DoubleVector v13 = DoubleVector.fromArray(SPECIES, src, from + 13 * LANES);
            DoubleVector v14 = DoubleVector.fromArray(SPECIES, src, from + 14 * LANES);
            DoubleVector v15 = DoubleVector.fromArray(SPECIES, src, from + 15 * LANES);
            if (signed) {
                int at = signsOffset + i;
                v0 = v0.mul(DoubleVector.fromArray(SPECIES, signs, at));
                v1 = v1.mul(DoubleVector.fromArray(SPECIES, signs, at + LANES));
                v2 = v2.mul(DoubleVector.fromArray(SPECIES, signs, at + 2 * LANES));
                v3 = v3.mul(DoubleVector.fromArray(SPECIES, signs, at + 3 * LANES));
                v4 = v4.mul(DoubleVector.fromArray(SPECIES, signs, at + 4 * LANES));
                v5 = v5.mul(DoubleVector.fromArray(SPECIES, signs, at + 5 * LANES));
                v6 = v6.mul(DoubleVector.fromArray(SPECIES, signs, at + 6 * LANES));
                v7 = v7.mul(DoubleVector.fromArray(SPECIES, signs, at + 7 * LANES));
                v8 = v8.mul(DoubleVector.fromArray(SPECIES, signs, at + 8 * LANES));
                v9 = v9.mul(DoubleVector.fromArray(SPECIES, signs, at + 9 * LANES));
                v10 = v10.mul(DoubleVector.fromArray(SPECIES, signs, at + 10 * LANES));
                v11 = v11.mul(DoubleVector.fromArray(SPECIES, signs, at + 11 * LANES));
                v12 = v12.mul(DoubleVector.fromArray(SPECIES, signs, at + 12 * LANES));
                v13 = v13.mul(DoubleVector.fromArray(SPECIES, signs, at + 13 * LANES));
                v14 = v14.mul(DoubleVector.fromArray(SPECIES, signs, at + 14 * LANES));
                v15 = v15.mul(DoubleVector.fromArray(SPECIES, signs, at + 15 * LANES));
            }
            v0 = v0.fma(sign1, v0.rearrange(DoubleLanePairs.SWAP_1));
            v1 = v1.fma(sign1, v1.rearrange(DoubleLanePairs.SWAP_1));
            v2 = v2.fma(sign1, v2.rearrange(DoubleLanePairs.SWAP_1));
            v3 = v3.fma(sign1, v3.rearrange(DoubleLanePairs.SWAP_1));
            v4 = v4.fma(sign1, v4.rearrange(DoubleLanePairs.SWAP_1));
            v5 = v5.fma(sign1, v5.rearrange(DoubleLanePairs.SWAP_1));
            v6 = v6.fma(sign1, v6.rearrange(DoubleLanePairs.SWAP_1));
            v7 = v7.fma(sign1, v7.rearrange(DoubleLanePairs.SWAP_1));
            v8 = v8.fma(sign1, v8.rearrange(DoubleLanePairs.SWAP_1));
            v9 = v9.fma(sign1, v9.rearrange(DoubleLanePairs.SWAP_1));
            v10 = v10.fma(sign1, v10.rearrange(DoubleLanePairs.SWAP_1));
            v11 = v11.fma(sign1, v11.rearrange(DoubleLanePairs.SWAP_1));
            v12 = v12.fma(sign1, v12.rearrange(DoubleLanePairs.SWAP_1));
            v13 = v13.fma(sign1, v13.rearrange(DoubleLanePairs.SWAP_1));
            v14 = v14.fma(sign1, v14.rearrange(DoubleLanePairs.SWAP_1));
            v15 = v15.fma(sign1, v15.rearrange(DoubleLanePairs.SWAP_1));
            if (LANES > 2) {
                v0 = v0.fma(sign2, v0.rearrange(DoubleLanePairs.SWAP_2));
                v1 = v1.fma(sign2, v1.rearrange(DoubleLanePairs.SWAP_2));
                v2 = v2.fma(sign2, v2.rearrange(DoubleLanePairs.SWAP_2));
                v3 = v3.fma(sign2, v3.rearrange(DoubleLanePairs.SWAP_2));
                v4 = v4.fma(sign2, v4.rearrange(DoubleLanePairs.SWAP_2));
                v5 = v5.fma(sign2, v5.rearrange(DoubleLanePairs.SWAP_2));
                v6 = v6.fma(sign2, v6.rearrange(DoubleLanePairs.SWAP_2));
                v7 = v7.fma(sign2, v7.rearrange(DoubleLanePairs.SWAP_2));
                v8 = v8.fma(sign2, v8.rearrange(DoubleLanePairs.SWAP_2));
                v9 = v9.fma(sign2, v9.rearrange(DoubleLanePairs.SWAP_2));
                v10 = v10.fma(sign2, v10.rearrange(DoubleLanePairs.SWAP_2));
                v11 = v11.fma(sign2, v11.rearrange(DoubleLanePairs.SWAP_2));
                v12 = v12.fma(sign2, v12.rearrange(DoubleLanePairs.SWAP_2));
                v13 = v13.fma(sign2, v13.rearrange(DoubleLanePairs.SWAP_2));
                v14 = v14.fma(sign2, v14.rearrange(DoubleLanePairs.SWAP_2));
                v15 = v15.fma(sign2, v15.rearrange(DoubleLanePairs.SWAP_2));
            }
            if (LANES > 4) {
                v0 = v0.fma(sign4, v0.rearrange(DoubleLanePairs.SWAP_4));
                v1 = v1.fma(sign4, v1.rearrange(DoubleLanePairs.SWAP_4));
                v2 = v2.fma(sign4, v2.rearrange(DoubleLanePairs.SWAP_4));
                v3 = v3.fma(sign4, v3.rearrange(DoubleLanePairs.SWAP_4));
                v4 = v4.fma(sign4, v4.rearrange(DoubleLanePairs.SWAP_4));
                v5 = v5.fma(sign4, v5.rearrange(DoubleLanePairs.SWAP_4));
                v6 = v6.fma(sign4, v6.rearrange(DoubleLanePairs.SWAP_4));
                v7 = v7.fma(sign4, v7.rearrange(DoubleLanePairs.SWAP_4));
                v8 = v8.fma(sign4, v8.rearrange(DoubleLanePairs.SWAP_4));
                v9 = v9.fma(sign4, v9.rearrange(DoubleLanePairs.SWAP_4));
                v10 = v10.fma(sign4, v10.rearrange(DoubleLanePairs.SWAP_4));
                v11 = v11.fma(sign4, v11.rearrange(DoubleLanePairs.SWAP_4));
                v12 = v12.fma(sign4, v12.rearrange(DoubleLanePairs.SWAP_4));
                v13 = v13.fma(sign4, v13.rearrange(DoubleLanePairs.SWAP_4));
                v14 = v14.fma(sign4, v14.rearrange(DoubleLanePairs.SWAP_4));
                v15 = v15.fma(sign4, v15.rearrange(DoubleLanePairs.SWAP_4));
            }
            if (LANES > 8) {
                v0 = v0.fma(sign8, v0.rearrange(DoubleLanePairs.SWAP_8));
                v1 = v1.fma(sign8, v1.rearrange(DoubleLanePairs.SWAP_8));
                v2 = v2.fma(sign8, v2.rearrange(DoubleLanePairs.SWAP_8));
                v3 = v3.fma(sign8, v3.rearrange(DoubleLanePairs.SWAP_8));
                v4 = v4.fma(sign8, v4.rearrange(DoubleLanePairs.SWAP_8));
                v5 = v5.fma(sign8, v5.rearrange(DoubleLanePairs.SWAP_8));
                v6 = v6.fma(sign8, v6.rearrange(DoubleLanePairs.SWAP_8));
                v7 = v7.fma(sign8, v7.rearrange(DoubleLanePairs.SWAP_8));
                v8 = v8.fma(sign8, v8.rearrange(DoubleLanePairs.SWAP_8));
                v9 = v9.fma(sign8, v9.rearrange(DoubleLanePairs.SWAP_8));
                v10 = v10.fma(sign8, v10.rearrange(DoubleLanePairs.SWAP_8));
                v11 = v11.fma(sign8, v11.rearrange(DoubleLanePairs.SWAP_8));
                v12 = v12.fma(sign8, v12.rearrange(DoubleLanePairs.SWAP_8));
                v13 = v13.fma(sign8, v13.rearrange(DoubleLanePairs.SWAP_8));
                v14 = v14.fma(sign8, v14.rearrange(DoubleLanePairs.SWAP_8));
                v15 = v15.fma(sign8, v15.rearrange(DoubleLanePairs.SWAP_8));
            }
            DoubleVector a0 = v0.add(v1), a1 = v0.sub(v1);
            DoubleVector a2 = v2.add(v3), a3 = v2.sub(v3);
            DoubleVector a4 = v4.add(v5), a5 = v4.sub(v5);
            DoubleVector a6 = v6.add(v7), a7 = v6.sub(v7);
            DoubleVector a8 = v8.add(v9), a9 = v8.sub(v9);
            DoubleVector a10 = v10.add(v11), a11 = v10.sub(v11);
            DoubleVector a12 = v12.add(v13), a13 = v12.sub(v13);
            DoubleVector a14 = v14.add(v15), a15 = v14.sub(v15);
            DoubleVector b0 = a0.add(a2), b2 = a0.sub(a2);
            DoubleVector b1 = a1.add(a3), b3 = a1.sub(a3);
            DoubleVector b4 = a4.add(a6), b6 = a4.sub(a6);
            DoubleVector b5 = a5.add(a7), b7 = a5.sub(a7);
            DoubleVector b8 = a8.add(a10), b10 = a8.sub(a10);
            DoubleVector b9 = a9.add(a11), b11 = a9.sub(a11);
            DoubleVector b12 = a12.add(a14), b14 = a12.sub(a14);
            DoubleVector b13 = a13.add(a15), b15 = a13.sub(a15);
            DoubleVector c0 = b0.add(b4), c4 = b0.sub(b4);
            DoubleVector c1 = b1.add(b5), c5 = b1.sub(b5);
            DoubleVector c2 = b2.add(b6), c6 = b2.sub(b6);
            DoubleVector c3 = b3.add(b7), c7 = b3.sub(b7);
            DoubleVector c8 = b8.add(b12), c12 = b8.sub(b12);
            DoubleVector c9 = b9.add(b13), c13 = b9.sub(b13);
            DoubleVector c10 = b10.add(b14), c14 = b10.sub(b14);
            DoubleVector c11 = b11.add(b15), c15 = b11.sub(b15);
            DoubleVector d0 = c0.add(c8), d8 = c0.sub(c8);
            DoubleVector d1 = c1.add(c9), d9 = c1.sub(c9);
            DoubleVector d2 = c2.add(c10), d10 = c2.sub(c10);
            DoubleVector d3 = c3.add(c11), d11 = c3.sub(c11);
            DoubleVector d4 = c4.add(c12), d12 = c4.sub(c12);
            DoubleVector d5 = c5.add(c13), d13 = c5.sub(c13);
            DoubleVector d6 = c6.add(c14), d14 = c6.sub(c14);
            DoubleVector d7 = c7.add(c15), d15 = c7.sub(c15);
            if (scaled) {
                d0 = d0.mul(factor);
                d1 = d1.mul(factor);
                d2 = d2.mul(factor);
                d3 = d3.mul(factor);
                d4 = d4.mul(factor);
                d5 = d5.mul(factor);
                d6 = d6.mul(factor);
                d7 = d7.mul(factor);
                d8 = d8.mul(factor);
                d9 = d9.mul(factor);
                d10 = d10.mul(factor);
                d11 = d11.mul(factor);
                d12 = d12.mul(factor);
                d13 = d13.mul(factor);
                d14 = d14.mul(factor);
                d15 = d15.mul(factor);
            }
            EXACT.cast(d0).intoArray(dst, to);
            EXACT.cast(d1).intoArray(dst, to + LANES);
            EXACT.cast(d2).intoArray(dst, to + 2 * LANES);
            EXACT.cast(d3).intoArray(dst, to + 3 * LANES);
            EXACT.cast(d4).intoArray(dst, to + 4 * LANES);
            EXACT.cast(d5).intoArray(dst, to + 5 * LANES);
            EXACT.cast(d6).intoArray(dst, to + 6 * LANES);
            EXACT.cast(d7).intoArray(dst, to + 7 * LANES);
            EXACT.cast(d8).intoArray(dst, to + 8 * LANES);
            EXACT.cast(d9).intoArray(dst, to + 9 * LANES);
            EXACT.cast(d10).intoArray(dst, to + 10 * LANES);
            EXACT.cast(d11).intoArray(dst, to + 11 * LANES);
            EXACT.cast(d12).intoArray(dst, to + 12 * LANES);
            EXACT.cast(d13).intoArray(dst, to + 13 * LANES);
            EXACT.cast(d14).intoArray(dst, to + 14 * LANES);
            EXACT.cast(d15).intoArray(dst, to + 15 * LANES);
        }
    }
}
