package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The factor {@code H_28 x I} of a Hadamard matrix by Paley's construction, written out: the sums of the scalar kernel
 * for {@code q = 13}, in the same order. The signs are those of the quadratic residues 1, 3, 4, 9,
 * 10 and 12 modulo 13. In four pieces, because all 28 rows together are more than the compiler takes at once.
 */
final class DoublePaley28 {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();
    private static final int COLUMNS = 4 * LANES;
    private static final int DIFFERENCES = 14 * COLUMNS;

    /** Sums and differences of the pairs of rows, for a few columns. */
    static final int SCRATCH = 2 * DIFFERENCES;

    private DoublePaley28() {}

    /** All rows in place. */
    static void columns(double[] x, int offset, int stride, int columns, double[] scratch, double scale) {
        for (int column = 0; column < columns; column += COLUMNS) {
            int at = offset + column;
            int few = Math.min(COLUMNS, columns - column);
            for (int i = 0; i < 14; i++) {
                pair(x, at + 2 * i * stride, stride, scratch, i * COLUMNS, few);
            }
            upperEvenRows(scratch, x, at, stride, few, scale);
            lowerEvenRows(scratch, x, at, stride, few, scale);
            upperOddRows(scratch, x, at, stride, few, scale);
            lowerOddRows(scratch, x, at, stride, few, scale);
        }
    }

    private static void pair(double[] x, int from, int stride, double[] scratch, int to, int columns) {
        for (int j = 0; j < columns; j += LANES) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, from + j);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, from + stride + j);
            EXACT.cast(x0.add(x1)).intoArray(scratch, to + j);
            EXACT.cast(x0.sub(x1)).intoArray(scratch, to + DIFFERENCES + j);
        }
    }

    /** Even rows of the first half. */
    private static void upperEvenRows(double[] scratch, double[] x, int offset, int stride, int columns, double scale) {
        for (int s = 0; s < columns; s += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int d = s + DIFFERENCES, at = offset + s;
            DoubleVector s0 = DoubleVector.fromArray(SPECIES, scratch, s);
            DoubleVector s1 = DoubleVector.fromArray(SPECIES, scratch, s + COLUMNS);
            DoubleVector s2 = DoubleVector.fromArray(SPECIES, scratch, s + 2 * COLUMNS);
            DoubleVector s3 = DoubleVector.fromArray(SPECIES, scratch, s + 3 * COLUMNS);
            DoubleVector s4 = DoubleVector.fromArray(SPECIES, scratch, s + 4 * COLUMNS);
            DoubleVector s5 = DoubleVector.fromArray(SPECIES, scratch, s + 5 * COLUMNS);
            DoubleVector s6 = DoubleVector.fromArray(SPECIES, scratch, s + 6 * COLUMNS);
            DoubleVector s7 = DoubleVector.fromArray(SPECIES, scratch, s + 7 * COLUMNS);
            DoubleVector s8 = DoubleVector.fromArray(SPECIES, scratch, s + 8 * COLUMNS);
            DoubleVector s9 = DoubleVector.fromArray(SPECIES, scratch, s + 9 * COLUMNS);
            DoubleVector s10 = DoubleVector.fromArray(SPECIES, scratch, s + 10 * COLUMNS);
            DoubleVector s11 = DoubleVector.fromArray(SPECIES, scratch, s + 11 * COLUMNS);
            DoubleVector s12 = DoubleVector.fromArray(SPECIES, scratch, s + 12 * COLUMNS);
            DoubleVector s13 = DoubleVector.fromArray(SPECIES, scratch, s + 13 * COLUMNS);
            DoubleVector d0 = DoubleVector.fromArray(SPECIES, scratch, d);
            DoubleVector even0a =
                    d0.add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7);
            DoubleVector even0 =
                    even0a.add(s8).add(s9).add(s10).add(s11).add(s12).add(s13);
            EXACT.cast(even0.mul(factor)).intoArray(x, at);
            DoubleVector d1 = DoubleVector.fromArray(SPECIES, scratch, d + COLUMNS);
            DoubleVector even1a =
                    d1.add(s2).sub(s3).add(s4).add(s5).sub(s6).sub(s7).sub(s8);
            DoubleVector even1 =
                    even1a.sub(s9).add(s10).add(s11).sub(s12).add(s13).add(s0);
            EXACT.cast(even1.mul(factor)).intoArray(x, at + 2 * stride);
            DoubleVector d2 = DoubleVector.fromArray(SPECIES, scratch, d + 2 * COLUMNS);
            DoubleVector even2a =
                    d2.add(s3).sub(s4).add(s5).add(s6).sub(s7).sub(s8).sub(s9);
            DoubleVector even2 =
                    even2a.sub(s10).add(s11).add(s12).sub(s13).add(s0).add(s1);
            EXACT.cast(even2.mul(factor)).intoArray(x, at + 4 * stride);
            DoubleVector d3 = DoubleVector.fromArray(SPECIES, scratch, d + 3 * COLUMNS);
            DoubleVector even3a =
                    d3.add(s4).sub(s5).add(s6).add(s7).sub(s8).sub(s9).sub(s10);
            DoubleVector even3 =
                    even3a.sub(s11).add(s12).add(s13).add(s0).sub(s1).add(s2);
            EXACT.cast(even3.mul(factor)).intoArray(x, at + 6 * stride);
            DoubleVector d4 = DoubleVector.fromArray(SPECIES, scratch, d + 4 * COLUMNS);
            DoubleVector even4a =
                    d4.add(s5).sub(s6).add(s7).add(s8).sub(s9).sub(s10).sub(s11);
            DoubleVector even4 =
                    even4a.sub(s12).add(s13).add(s0).add(s1).sub(s2).add(s3);
            EXACT.cast(even4.mul(factor)).intoArray(x, at + 8 * stride);
            DoubleVector d5 = DoubleVector.fromArray(SPECIES, scratch, d + 5 * COLUMNS);
            DoubleVector even5a =
                    d5.add(s6).sub(s7).add(s8).add(s9).sub(s10).sub(s11).sub(s12);
            DoubleVector even5 = even5a.sub(s13).add(s0).add(s1).add(s2).sub(s3).add(s4);
            EXACT.cast(even5.mul(factor)).intoArray(x, at + 10 * stride);
            DoubleVector d6 = DoubleVector.fromArray(SPECIES, scratch, d + 6 * COLUMNS);
            DoubleVector even6a =
                    d6.add(s7).sub(s8).add(s9).add(s10).sub(s11).sub(s12).sub(s13);
            DoubleVector even6 = even6a.add(s0).sub(s1).add(s2).add(s3).sub(s4).add(s5);
            EXACT.cast(even6.mul(factor)).intoArray(x, at + 12 * stride);
        }
    }

    /** Even rows of the second half. */
    private static void lowerEvenRows(double[] scratch, double[] x, int offset, int stride, int columns, double scale) {
        for (int s = 0; s < columns; s += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int d = s + DIFFERENCES, at = offset + s;
            DoubleVector s0 = DoubleVector.fromArray(SPECIES, scratch, s);
            DoubleVector s1 = DoubleVector.fromArray(SPECIES, scratch, s + COLUMNS);
            DoubleVector s2 = DoubleVector.fromArray(SPECIES, scratch, s + 2 * COLUMNS);
            DoubleVector s3 = DoubleVector.fromArray(SPECIES, scratch, s + 3 * COLUMNS);
            DoubleVector s4 = DoubleVector.fromArray(SPECIES, scratch, s + 4 * COLUMNS);
            DoubleVector s5 = DoubleVector.fromArray(SPECIES, scratch, s + 5 * COLUMNS);
            DoubleVector s6 = DoubleVector.fromArray(SPECIES, scratch, s + 6 * COLUMNS);
            DoubleVector s7 = DoubleVector.fromArray(SPECIES, scratch, s + 7 * COLUMNS);
            DoubleVector s8 = DoubleVector.fromArray(SPECIES, scratch, s + 8 * COLUMNS);
            DoubleVector s9 = DoubleVector.fromArray(SPECIES, scratch, s + 9 * COLUMNS);
            DoubleVector s10 = DoubleVector.fromArray(SPECIES, scratch, s + 10 * COLUMNS);
            DoubleVector s11 = DoubleVector.fromArray(SPECIES, scratch, s + 11 * COLUMNS);
            DoubleVector s12 = DoubleVector.fromArray(SPECIES, scratch, s + 12 * COLUMNS);
            DoubleVector s13 = DoubleVector.fromArray(SPECIES, scratch, s + 13 * COLUMNS);
            DoubleVector d7 = DoubleVector.fromArray(SPECIES, scratch, d + 7 * COLUMNS);
            DoubleVector even7a =
                    d7.add(s8).sub(s9).add(s10).add(s11).sub(s12).sub(s13).add(s0);
            DoubleVector even7 = even7a.sub(s1).sub(s2).add(s3).add(s4).sub(s5).add(s6);
            EXACT.cast(even7.mul(factor)).intoArray(x, at + 14 * stride);
            DoubleVector d8 = DoubleVector.fromArray(SPECIES, scratch, d + 8 * COLUMNS);
            DoubleVector even8a =
                    d8.add(s9).sub(s10).add(s11).add(s12).sub(s13).add(s0).sub(s1);
            DoubleVector even8 = even8a.sub(s2).sub(s3).add(s4).add(s5).sub(s6).add(s7);
            EXACT.cast(even8.mul(factor)).intoArray(x, at + 16 * stride);
            DoubleVector d9 = DoubleVector.fromArray(SPECIES, scratch, d + 9 * COLUMNS);
            DoubleVector even9a =
                    d9.add(s10).sub(s11).add(s12).add(s13).add(s0).sub(s1).sub(s2);
            DoubleVector even9 = even9a.sub(s3).sub(s4).add(s5).add(s6).sub(s7).add(s8);
            EXACT.cast(even9.mul(factor)).intoArray(x, at + 18 * stride);
            DoubleVector d10 = DoubleVector.fromArray(SPECIES, scratch, d + 10 * COLUMNS);
            DoubleVector even10a =
                    d10.add(s11).sub(s12).add(s13).add(s0).add(s1).sub(s2).sub(s3);
            DoubleVector even10 =
                    even10a.sub(s4).sub(s5).add(s6).add(s7).sub(s8).add(s9);
            EXACT.cast(even10.mul(factor)).intoArray(x, at + 20 * stride);
            DoubleVector d11 = DoubleVector.fromArray(SPECIES, scratch, d + 11 * COLUMNS);
            DoubleVector even11a =
                    d11.add(s12).sub(s13).add(s0).add(s1).add(s2).sub(s3).sub(s4);
            DoubleVector even11 =
                    even11a.sub(s5).sub(s6).add(s7).add(s8).sub(s9).add(s10);
            EXACT.cast(even11.mul(factor)).intoArray(x, at + 22 * stride);
            DoubleVector d12 = DoubleVector.fromArray(SPECIES, scratch, d + 12 * COLUMNS);
            DoubleVector even12a =
                    d12.add(s13).add(s0).sub(s1).add(s2).add(s3).sub(s4).sub(s5);
            DoubleVector even12 =
                    even12a.sub(s6).sub(s7).add(s8).add(s9).sub(s10).add(s11);
            EXACT.cast(even12.mul(factor)).intoArray(x, at + 24 * stride);
            DoubleVector d13 = DoubleVector.fromArray(SPECIES, scratch, d + 13 * COLUMNS);
            DoubleVector even13a =
                    d13.add(s0).add(s1).sub(s2).add(s3).add(s4).sub(s5).sub(s6);
            DoubleVector even13 =
                    even13a.sub(s7).sub(s8).add(s9).add(s10).sub(s11).add(s12);
            EXACT.cast(even13.mul(factor)).intoArray(x, at + 26 * stride);
        }
    }

    /** Odd rows of the first half. */
    private static void upperOddRows(double[] scratch, double[] x, int offset, int stride, int columns, double scale) {
        for (int s = 0; s < columns; s += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int d = s + DIFFERENCES, at = offset + s;
            DoubleVector d0 = DoubleVector.fromArray(SPECIES, scratch, d);
            DoubleVector d1 = DoubleVector.fromArray(SPECIES, scratch, d + COLUMNS);
            DoubleVector d2 = DoubleVector.fromArray(SPECIES, scratch, d + 2 * COLUMNS);
            DoubleVector d3 = DoubleVector.fromArray(SPECIES, scratch, d + 3 * COLUMNS);
            DoubleVector d4 = DoubleVector.fromArray(SPECIES, scratch, d + 4 * COLUMNS);
            DoubleVector d5 = DoubleVector.fromArray(SPECIES, scratch, d + 5 * COLUMNS);
            DoubleVector d6 = DoubleVector.fromArray(SPECIES, scratch, d + 6 * COLUMNS);
            DoubleVector d7 = DoubleVector.fromArray(SPECIES, scratch, d + 7 * COLUMNS);
            DoubleVector d8 = DoubleVector.fromArray(SPECIES, scratch, d + 8 * COLUMNS);
            DoubleVector d9 = DoubleVector.fromArray(SPECIES, scratch, d + 9 * COLUMNS);
            DoubleVector d10 = DoubleVector.fromArray(SPECIES, scratch, d + 10 * COLUMNS);
            DoubleVector d11 = DoubleVector.fromArray(SPECIES, scratch, d + 11 * COLUMNS);
            DoubleVector d12 = DoubleVector.fromArray(SPECIES, scratch, d + 12 * COLUMNS);
            DoubleVector d13 = DoubleVector.fromArray(SPECIES, scratch, d + 13 * COLUMNS);
            DoubleVector s0 = DoubleVector.fromArray(SPECIES, scratch, s);
            DoubleVector odd0a =
                    d1.sub(s0).add(d2).add(d3).add(d4).add(d5).add(d6).add(d7);
            DoubleVector odd0 = odd0a.add(d8).add(d9).add(d10).add(d11).add(d12).add(d13);
            EXACT.cast(odd0.mul(factor)).intoArray(x, at + stride);
            DoubleVector s1 = DoubleVector.fromArray(SPECIES, scratch, s + COLUMNS);
            DoubleVector odd1a =
                    d2.sub(s1).sub(d3).add(d4).add(d5).sub(d6).sub(d7).sub(d8);
            DoubleVector odd1 =
                    odd1a.sub(d9).add(d10).add(d11).sub(d12).add(d13).add(d0);
            EXACT.cast(odd1.mul(factor)).intoArray(x, at + 3 * stride);
            DoubleVector s2 = DoubleVector.fromArray(SPECIES, scratch, s + 2 * COLUMNS);
            DoubleVector odd2a =
                    d3.sub(s2).sub(d4).add(d5).add(d6).sub(d7).sub(d8).sub(d9);
            DoubleVector odd2 =
                    odd2a.sub(d10).add(d11).add(d12).sub(d13).add(d0).add(d1);
            EXACT.cast(odd2.mul(factor)).intoArray(x, at + 5 * stride);
            DoubleVector s3 = DoubleVector.fromArray(SPECIES, scratch, s + 3 * COLUMNS);
            DoubleVector odd3a =
                    d4.sub(s3).sub(d5).add(d6).add(d7).sub(d8).sub(d9).sub(d10);
            DoubleVector odd3 = odd3a.sub(d11).add(d12).add(d13).add(d0).sub(d1).add(d2);
            EXACT.cast(odd3.mul(factor)).intoArray(x, at + 7 * stride);
            DoubleVector s4 = DoubleVector.fromArray(SPECIES, scratch, s + 4 * COLUMNS);
            DoubleVector odd4a =
                    d5.sub(s4).sub(d6).add(d7).add(d8).sub(d9).sub(d10).sub(d11);
            DoubleVector odd4 = odd4a.sub(d12).add(d13).add(d0).add(d1).sub(d2).add(d3);
            EXACT.cast(odd4.mul(factor)).intoArray(x, at + 9 * stride);
            DoubleVector s5 = DoubleVector.fromArray(SPECIES, scratch, s + 5 * COLUMNS);
            DoubleVector odd5a =
                    d6.sub(s5).sub(d7).add(d8).add(d9).sub(d10).sub(d11).sub(d12);
            DoubleVector odd5 = odd5a.sub(d13).add(d0).add(d1).add(d2).sub(d3).add(d4);
            EXACT.cast(odd5.mul(factor)).intoArray(x, at + 11 * stride);
            DoubleVector s6 = DoubleVector.fromArray(SPECIES, scratch, s + 6 * COLUMNS);
            DoubleVector odd6a =
                    d7.sub(s6).sub(d8).add(d9).add(d10).sub(d11).sub(d12).sub(d13);
            DoubleVector odd6 = odd6a.add(d0).sub(d1).add(d2).add(d3).sub(d4).add(d5);
            EXACT.cast(odd6.mul(factor)).intoArray(x, at + 13 * stride);
        }
    }

    /** Odd rows of the second half. */
    private static void lowerOddRows(double[] scratch, double[] x, int offset, int stride, int columns, double scale) {
        for (int s = 0; s < columns; s += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            int d = s + DIFFERENCES, at = offset + s;
            DoubleVector d0 = DoubleVector.fromArray(SPECIES, scratch, d);
            DoubleVector d1 = DoubleVector.fromArray(SPECIES, scratch, d + COLUMNS);
            DoubleVector d2 = DoubleVector.fromArray(SPECIES, scratch, d + 2 * COLUMNS);
            DoubleVector d3 = DoubleVector.fromArray(SPECIES, scratch, d + 3 * COLUMNS);
            DoubleVector d4 = DoubleVector.fromArray(SPECIES, scratch, d + 4 * COLUMNS);
            DoubleVector d5 = DoubleVector.fromArray(SPECIES, scratch, d + 5 * COLUMNS);
            DoubleVector d6 = DoubleVector.fromArray(SPECIES, scratch, d + 6 * COLUMNS);
            DoubleVector d7 = DoubleVector.fromArray(SPECIES, scratch, d + 7 * COLUMNS);
            DoubleVector d8 = DoubleVector.fromArray(SPECIES, scratch, d + 8 * COLUMNS);
            DoubleVector d9 = DoubleVector.fromArray(SPECIES, scratch, d + 9 * COLUMNS);
            DoubleVector d10 = DoubleVector.fromArray(SPECIES, scratch, d + 10 * COLUMNS);
            DoubleVector d11 = DoubleVector.fromArray(SPECIES, scratch, d + 11 * COLUMNS);
            DoubleVector d12 = DoubleVector.fromArray(SPECIES, scratch, d + 12 * COLUMNS);
            DoubleVector d13 = DoubleVector.fromArray(SPECIES, scratch, d + 13 * COLUMNS);
            DoubleVector s7 = DoubleVector.fromArray(SPECIES, scratch, s + 7 * COLUMNS);
            DoubleVector odd7a =
                    d8.sub(s7).sub(d9).add(d10).add(d11).sub(d12).sub(d13).add(d0);
            DoubleVector odd7 = odd7a.sub(d1).sub(d2).add(d3).add(d4).sub(d5).add(d6);
            EXACT.cast(odd7.mul(factor)).intoArray(x, at + 15 * stride);
            DoubleVector s8 = DoubleVector.fromArray(SPECIES, scratch, s + 8 * COLUMNS);
            DoubleVector odd8a =
                    d9.sub(s8).sub(d10).add(d11).add(d12).sub(d13).add(d0).sub(d1);
            DoubleVector odd8 = odd8a.sub(d2).sub(d3).add(d4).add(d5).sub(d6).add(d7);
            EXACT.cast(odd8.mul(factor)).intoArray(x, at + 17 * stride);
            DoubleVector s9 = DoubleVector.fromArray(SPECIES, scratch, s + 9 * COLUMNS);
            DoubleVector odd9a =
                    d10.sub(s9).sub(d11).add(d12).add(d13).add(d0).sub(d1).sub(d2);
            DoubleVector odd9 = odd9a.sub(d3).sub(d4).add(d5).add(d6).sub(d7).add(d8);
            EXACT.cast(odd9.mul(factor)).intoArray(x, at + 19 * stride);
            DoubleVector s10 = DoubleVector.fromArray(SPECIES, scratch, s + 10 * COLUMNS);
            DoubleVector odd10a =
                    d11.sub(s10).sub(d12).add(d13).add(d0).add(d1).sub(d2).sub(d3);
            DoubleVector odd10 = odd10a.sub(d4).sub(d5).add(d6).add(d7).sub(d8).add(d9);
            EXACT.cast(odd10.mul(factor)).intoArray(x, at + 21 * stride);
            DoubleVector s11 = DoubleVector.fromArray(SPECIES, scratch, s + 11 * COLUMNS);
            DoubleVector odd11a =
                    d12.sub(s11).sub(d13).add(d0).add(d1).add(d2).sub(d3).sub(d4);
            DoubleVector odd11 = odd11a.sub(d5).sub(d6).add(d7).add(d8).sub(d9).add(d10);
            EXACT.cast(odd11.mul(factor)).intoArray(x, at + 23 * stride);
            DoubleVector s12 = DoubleVector.fromArray(SPECIES, scratch, s + 12 * COLUMNS);
            DoubleVector odd12a =
                    d13.sub(s12).add(d0).sub(d1).add(d2).add(d3).sub(d4).sub(d5);
            DoubleVector odd12 = odd12a.sub(d6).sub(d7).add(d8).add(d9).sub(d10).add(d11);
            EXACT.cast(odd12.mul(factor)).intoArray(x, at + 25 * stride);
            DoubleVector s13 = DoubleVector.fromArray(SPECIES, scratch, s + 13 * COLUMNS);
            DoubleVector odd13a =
                    d0.sub(s13).add(d1).sub(d2).add(d3).add(d4).sub(d5).sub(d6);
            DoubleVector odd13 =
                    odd13a.sub(d7).sub(d8).add(d9).add(d10).sub(d11).add(d12);
            EXACT.cast(odd13.mul(factor)).intoArray(x, at + 27 * stride);
        }
    }
}
