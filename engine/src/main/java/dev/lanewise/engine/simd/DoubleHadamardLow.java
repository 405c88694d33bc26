package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Low stages of the Walsh-Hadamard transform on adjacent elements, each method a different number of vectors at once.
 *
 * <p>A stage within a vector is one shuffle and one multiply-add: lane {@code i} becomes its partner, lane {@code i ^ h},
 * plus itself times 1 or minus 1. The product is exact, so this is the sum or the difference, rounded once. Stages between
 * vectors are plain sums and differences. Guards on the lane count fold away.
 */
final class DoubleHadamardLow {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleHadamardLow() {}

    /** No stage: signs and factor alone. */
    static void noStage(
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            int length,
            double[] signs,
            int signsOffset,
            double scale) {
        if (signs == null && scale == 1) {
            if (src != dst || srcOffset != dstOffset) {
                System.arraycopy(src, srcOffset, dst, dstOffset, length);
            }
            return;
        }
        for (int i = 0; i < length; i += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            DoubleVector v = DoubleVector.fromArray(SPECIES, src, srcOffset + i);
            if (signs != null) {
                v = v.mul(DoubleVector.fromArray(SPECIES, signs, signsOffset + i));
            }
            EXACT.cast(v.mul(factor)).intoArray(dst, dstOffset + i);
        }
    }

    /** Stage {@code bit} alone, in place, for a bit within a vector. */
    static void oneStage(double[] x, int offset, int length, int bit, double scale) {
        switch (bit) {
            case 0 -> {
                DoubleVector sign = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_1, 0);
                for (int i = offset; i < offset + length; i += LANES) {
                    DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
                    DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
                    EXACT.cast(v.fma(sign, v.rearrange(DoubleLanePairs.SWAP_1)).mul(factor))
                            .intoArray(x, i);
                }
            }
            case 1 -> {
                DoubleVector sign = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_2, 0);
                for (int i = offset; i < offset + length; i += LANES) {
                    DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
                    DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
                    EXACT.cast(v.fma(sign, v.rearrange(DoubleLanePairs.SWAP_2)).mul(factor))
                            .intoArray(x, i);
                }
            }
            case 2 -> {
                DoubleVector sign = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_4, 0);
                for (int i = offset; i < offset + length; i += LANES) {
                    DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
                    DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
                    EXACT.cast(v.fma(sign, v.rearrange(DoubleLanePairs.SWAP_4)).mul(factor))
                            .intoArray(x, i);
                }
            }
            default -> {
                DoubleVector sign = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_8, 0);
                for (int i = offset; i < offset + length; i += LANES) {
                    DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
                    DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
                    EXACT.cast(v.fma(sign, v.rearrange(DoubleLanePairs.SWAP_8)).mul(factor))
                            .intoArray(x, i);
                }
            }
        }
    }

    /** Adjacent rows of {@code columns} elements, fewer than a vector has, to rows a vector apart. */
    static void spread(double[] x, int offset, int columns, int rows, double[] out, int outOffset) {
        int end = offset + rows * columns;
        for (int r = 0, at = offset, to = outOffset; r < rows; r++, at += columns, to += LANES) {
            if (at + LANES <= end) {
                EXACT.cast(DoubleVector.fromArray(SPECIES, x, at)).intoArray(out, to);
            } else {
                System.arraycopy(x, at, out, to, columns);
            }
        }
    }

    /** The way back: what a row has beyond its columns is written over by the next. */
    static void gather(double[] spread, int spreadOffset, int rows, double[] x, int offset, int columns) {
        int end = offset + rows * columns;
        for (int r = 0, from = spreadOffset, at = offset; r < rows; r++, from += LANES, at += columns) {
            if (at + LANES <= end) {
                EXACT.cast(DoubleVector.fromArray(SPECIES, spread, from)).intoArray(x, at);
            } else {
                System.arraycopy(spread, from, x, at, columns);
            }
        }
    }

    /** All stages within a vector. */
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
        DoubleVector sign2 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_2, 0);
        DoubleVector sign4 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_4, 0);
        DoubleVector sign8 = DoubleVector.fromArray(SPECIES, DoubleLanePairs.SIGN_8, 0);
        boolean signed = signs != null;
        boolean scaled = scale != 1;
        for (int i = 0; i < length; i += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + i, to = dstOffset + i;
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, src, from);
            if (signed) {
                int at = signsOffset + i;
                v0 = v0.mul(DoubleVector.fromArray(SPECIES, signs, at));
            }
            v0 = v0.fma(sign1, v0.rearrange(DoubleLanePairs.SWAP_1));
            if (LANES > 2) {
                v0 = v0.fma(sign2, v0.rearrange(DoubleLanePairs.SWAP_2));
            }
            if (LANES > 4) {
                v0 = v0.fma(sign4, v0.rearrange(DoubleLanePairs.SWAP_4));
            }
            if (LANES > 8) {
                v0 = v0.fma(sign8, v0.rearrange(DoubleLanePairs.SWAP_8));
            }
            if (scaled) {
                v0 = v0.mul(factor);
            }
            EXACT.cast(v0).intoArray(dst, to);
        }
    }

    /** All stages within a vector, and one between. */
    static void twoVectors(
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
        for (int i = 0; i < length; i += 2 * LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + i, to = dstOffset + i;
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, src, from);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, src, from + LANES);
            if (signed) {
                int at = signsOffset + i;
                v0 = v0.mul(DoubleVector.fromArray(SPECIES, signs, at));
                v1 = v1.mul(DoubleVector.fromArray(SPECIES, signs, at + LANES));
            }
            v0 = v0.fma(sign1, v0.rearrange(DoubleLanePairs.SWAP_1));
            v1 = v1.fma(sign1, v1.rearrange(DoubleLanePairs.SWAP_1));
            if (LANES > 2) {
                v0 = v0.fma(sign2, v0.rearrange(DoubleLanePairs.SWAP_2));
                v1 = v1.fma(sign2, v1.rearrange(DoubleLanePairs.SWAP_2));
            }
            if (LANES > 4) {
                v0 = v0.fma(sign4, v0.rearrange(DoubleLanePairs.SWAP_4));
                v1 = v1.fma(sign4, v1.rearrange(DoubleLanePairs.SWAP_4));
            }
            if (LANES > 8) {
                v0 = v0.fma(sign8, v0.rearrange(DoubleLanePairs.SWAP_8));
                v1 = v1.fma(sign8, v1.rearrange(DoubleLanePairs.SWAP_8));
            }
            DoubleVector a0 = v0.add(v1), a1 = v0.sub(v1);
            if (scaled) {
                a0 = a0.mul(factor);
                a1 = a1.mul(factor);
            }
            EXACT.cast(a0).intoArray(dst, to);
            EXACT.cast(a1).intoArray(dst, to + LANES);
        }
    }

    /** All stages within a vector, and two between. */
    static void fourVectors(
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
        for (int i = 0; i < length; i += 4 * LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + i, to = dstOffset + i;
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, src, from);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, src, from + LANES);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, src, from + 2 * LANES);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, src, from + 3 * LANES);
            if (signed) {
                int at = signsOffset + i;
                v0 = v0.mul(DoubleVector.fromArray(SPECIES, signs, at));
                v1 = v1.mul(DoubleVector.fromArray(SPECIES, signs, at + LANES));
                v2 = v2.mul(DoubleVector.fromArray(SPECIES, signs, at + 2 * LANES));
                v3 = v3.mul(DoubleVector.fromArray(SPECIES, signs, at + 3 * LANES));
            }
            v0 = v0.fma(sign1, v0.rearrange(DoubleLanePairs.SWAP_1));
            v1 = v1.fma(sign1, v1.rearrange(DoubleLanePairs.SWAP_1));
            v2 = v2.fma(sign1, v2.rearrange(DoubleLanePairs.SWAP_1));
            v3 = v3.fma(sign1, v3.rearrange(DoubleLanePairs.SWAP_1));
            if (LANES > 2) {
                v0 = v0.fma(sign2, v0.rearrange(DoubleLanePairs.SWAP_2));
                v1 = v1.fma(sign2, v1.rearrange(DoubleLanePairs.SWAP_2));
                v2 = v2.fma(sign2, v2.rearrange(DoubleLanePairs.SWAP_2));
                v3 = v3.fma(sign2, v3.rearrange(DoubleLanePairs.SWAP_2));
            }
            if (LANES > 4) {
                v0 = v0.fma(sign4, v0.rearrange(DoubleLanePairs.SWAP_4));
                v1 = v1.fma(sign4, v1.rearrange(DoubleLanePairs.SWAP_4));
                v2 = v2.fma(sign4, v2.rearrange(DoubleLanePairs.SWAP_4));
                v3 = v3.fma(sign4, v3.rearrange(DoubleLanePairs.SWAP_4));
            }
            if (LANES > 8) {
                v0 = v0.fma(sign8, v0.rearrange(DoubleLanePairs.SWAP_8));
                v1 = v1.fma(sign8, v1.rearrange(DoubleLanePairs.SWAP_8));
                v2 = v2.fma(sign8, v2.rearrange(DoubleLanePairs.SWAP_8));
                v3 = v3.fma(sign8, v3.rearrange(DoubleLanePairs.SWAP_8));
            }
            DoubleVector a0 = v0.add(v1), a1 = v0.sub(v1);
            DoubleVector a2 = v2.add(v3), a3 = v2.sub(v3);
            DoubleVector b0 = a0.add(a2), b2 = a0.sub(a2);
            DoubleVector b1 = a1.add(a3), b3 = a1.sub(a3);
            if (scaled) {
                b0 = b0.mul(factor);
                b1 = b1.mul(factor);
                b2 = b2.mul(factor);
                b3 = b3.mul(factor);
            }
            EXACT.cast(b0).intoArray(dst, to);
            EXACT.cast(b1).intoArray(dst, to + LANES);
            EXACT.cast(b2).intoArray(dst, to + 2 * LANES);
            EXACT.cast(b3).intoArray(dst, to + 3 * LANES);
        }
    }
}
