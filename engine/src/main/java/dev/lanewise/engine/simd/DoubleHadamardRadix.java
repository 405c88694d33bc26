package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** One to four stages of the Walsh-Hadamard transform across rows, a vector of columns at a time. */
final class DoubleHadamardRadix {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleHadamardRadix() {}

    /** No stage: rows copied, each times a sign. */
    static void copyRows(
            double[] src,
            int srcOffset,
            int srcStride,
            double[] dst,
            int dstOffset,
            int dstStride,
            int rows,
            int columns,
            double[] signs) {
        for (int r = 0; r < rows; r++) {
            int from = srcOffset + r * srcStride;
            int to = dstOffset + r * dstStride;
            double sign = signs == null ? 1 : signs[r];
            for (int j = 0; j < columns; j += LANES) {
                EXACT.cast(DoubleVector.fromArray(SPECIES, src, from + j).mul(DoubleVector.broadcast(SPECIES, sign)))
                        .intoArray(dst, to + j);
            }
        }
    }

    /** One stage across 2 rows. */
    static void radix2(
            double[] src,
            int srcOffset,
            int srcStride,
            double[] dst,
            int dstOffset,
            int dstStride,
            int columns,
            double scale) {
        boolean scaled = scale != 1;
        for (int j = 0; j < columns; j += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + j, to = dstOffset + j;
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, src, from);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, src, from + srcStride);
            DoubleVector a0 = v0.add(v1), a1 = v0.sub(v1);
            if (scaled) {
                a0 = a0.mul(factor);
                a1 = a1.mul(factor);
            }
            EXACT.cast(a0).intoArray(dst, to);
            EXACT.cast(a1).intoArray(dst, to + dstStride);
        }
    }

    /** Two stages across 4 rows. */
    static void radix4(
            double[] src,
            int srcOffset,
            int srcStride,
            double[] dst,
            int dstOffset,
            int dstStride,
            int columns,
            double scale) {
        boolean scaled = scale != 1;
        for (int j = 0; j < columns; j += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + j, to = dstOffset + j;
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, src, from);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, src, from + srcStride);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, src, from + 2 * srcStride);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, src, from + 3 * srcStride);
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
            EXACT.cast(b1).intoArray(dst, to + dstStride);
            EXACT.cast(b2).intoArray(dst, to + 2 * dstStride);
            EXACT.cast(b3).intoArray(dst, to + 3 * dstStride);
        }
    }

    /** Three stages across 8 rows. */
    static void radix8(
            double[] src,
            int srcOffset,
            int srcStride,
            double[] dst,
            int dstOffset,
            int dstStride,
            int columns,
            double scale) {
        boolean scaled = scale != 1;
        for (int j = 0; j < columns; j += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + j, to = dstOffset + j;
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, src, from);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, src, from + srcStride);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, src, from + 2 * srcStride);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, src, from + 3 * srcStride);
            DoubleVector v4 = DoubleVector.fromArray(SPECIES, src, from + 4 * srcStride);
            DoubleVector v5 = DoubleVector.fromArray(SPECIES, src, from + 5 * srcStride);
            DoubleVector v6 = DoubleVector.fromArray(SPECIES, src, from + 6 * srcStride);
            DoubleVector v7 = DoubleVector.fromArray(SPECIES, src, from + 7 * srcStride);
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
            EXACT.cast(c1).intoArray(dst, to + dstStride);
            EXACT.cast(c2).intoArray(dst, to + 2 * dstStride);
            EXACT.cast(c3).intoArray(dst, to + 3 * dstStride);
            EXACT.cast(c4).intoArray(dst, to + 4 * dstStride);
            EXACT.cast(c5).intoArray(dst, to + 5 * dstStride);
            EXACT.cast(c6).intoArray(dst, to + 6 * dstStride);
            EXACT.cast(c7).intoArray(dst, to + 7 * dstStride);
        }
    }

    /** Four stages across 16 rows. */
    static void radix16(
            double[] src,
            int srcOffset,
            int srcStride,
            double[] dst,
            int dstOffset,
            int dstStride,
            int columns,
            double scale) {
        boolean scaled = scale != 1;
        for (int j = 0; j < columns; j += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int from = srcOffset + j, to = dstOffset + j;
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, src, from);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, src, from + srcStride);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, src, from + 2 * srcStride);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, src, from + 3 * srcStride);
            DoubleVector v4 = DoubleVector.fromArray(SPECIES, src, from + 4 * srcStride);
            DoubleVector v5 = DoubleVector.fromArray(SPECIES, src, from + 5 * srcStride);
            DoubleVector v6 = DoubleVector.fromArray(SPECIES, src, from + 6 * srcStride);
            DoubleVector v7 = DoubleVector.fromArray(SPECIES, src, from + 7 * srcStride);
            DoubleVector v8 = DoubleVector.fromArray(SPECIES, src, from + 8 * srcStride);
            DoubleVector v9 = DoubleVector.fromArray(SPECIES, src, from + 9 * srcStride);
            DoubleVector v10 = DoubleVector.fromArray(SPECIES, src, from + 10 * srcStride);
            DoubleVector v11 = DoubleVector.fromArray(SPECIES, src, from + 11 * srcStride);
            DoubleVector v12 = DoubleVector.fromArray(SPECIES, src, from + 12 * srcStride);
            DoubleVector v13 = DoubleVector.fromArray(SPECIES, src, from + 13 * srcStride);
            DoubleVector v14 = DoubleVector.fromArray(SPECIES, src, from + 14 * srcStride);
            DoubleVector v15 = DoubleVector.fromArray(SPECIES, src, from + 15 * srcStride);
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
            EXACT.cast(d1).intoArray(dst, to + dstStride);
            EXACT.cast(d2).intoArray(dst, to + 2 * dstStride);
            EXACT.cast(d3).intoArray(dst, to + 3 * dstStride);
            EXACT.cast(d4).intoArray(dst, to + 4 * dstStride);
            EXACT.cast(d5).intoArray(dst, to + 5 * dstStride);
            EXACT.cast(d6).intoArray(dst, to + 6 * dstStride);
            EXACT.cast(d7).intoArray(dst, to + 7 * dstStride);
            EXACT.cast(d8).intoArray(dst, to + 8 * dstStride);
            EXACT.cast(d9).intoArray(dst, to + 9 * dstStride);
            EXACT.cast(d10).intoArray(dst, to + 10 * dstStride);
            EXACT.cast(d11).intoArray(dst, to + 11 * dstStride);
            EXACT.cast(d12).intoArray(dst, to + 12 * dstStride);
            EXACT.cast(d13).intoArray(dst, to + 13 * dstStride);
            EXACT.cast(d14).intoArray(dst, to + 14 * dstStride);
            EXACT.cast(d15).intoArray(dst, to + 15 * dstStride);
        }
    }
}
