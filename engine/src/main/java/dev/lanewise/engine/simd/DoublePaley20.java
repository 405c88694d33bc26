package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The factor {@code H_20 x I} of a Hadamard matrix by Paley's construction, written out: the sums of the scalar kernel
 * for {@code q = 9}, in the same order, with everything in registers. The signs are those of the
 * squares 1, -1, i, -i in the field of 9 elements.
 */
final class DoublePaley20 {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoublePaley20() {}

    /** All rows in place, a vector of columns at a time. */
    static void columns(double[] x, int offset, int stride, int columns, double scale) {
        boolean scaled = scale != 1;
        for (int at = offset; at < offset + columns; at += LANES) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, at + stride);
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, at + 2 * stride);
            DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, at + 3 * stride);
            DoubleVector x4 = DoubleVector.fromArray(SPECIES, x, at + 4 * stride);
            DoubleVector x5 = DoubleVector.fromArray(SPECIES, x, at + 5 * stride);
            DoubleVector x6 = DoubleVector.fromArray(SPECIES, x, at + 6 * stride);
            DoubleVector x7 = DoubleVector.fromArray(SPECIES, x, at + 7 * stride);
            DoubleVector x8 = DoubleVector.fromArray(SPECIES, x, at + 8 * stride);
            DoubleVector x9 = DoubleVector.fromArray(SPECIES, x, at + 9 * stride);
            DoubleVector x10 = DoubleVector.fromArray(SPECIES, x, at + 10 * stride);
            DoubleVector x11 = DoubleVector.fromArray(SPECIES, x, at + 11 * stride);
            DoubleVector x12 = DoubleVector.fromArray(SPECIES, x, at + 12 * stride);
            DoubleVector x13 = DoubleVector.fromArray(SPECIES, x, at + 13 * stride);
            DoubleVector x14 = DoubleVector.fromArray(SPECIES, x, at + 14 * stride);
            DoubleVector x15 = DoubleVector.fromArray(SPECIES, x, at + 15 * stride);
            DoubleVector x16 = DoubleVector.fromArray(SPECIES, x, at + 16 * stride);
            DoubleVector x17 = DoubleVector.fromArray(SPECIES, x, at + 17 * stride);
            DoubleVector x18 = DoubleVector.fromArray(SPECIES, x, at + 18 * stride);
            DoubleVector x19 = DoubleVector.fromArray(SPECIES, x, at + 19 * stride);
            DoubleVector s0 = x0.add(x1), d0 = x0.sub(x1);
            DoubleVector s1 = x2.add(x3), d1 = x2.sub(x3);
            DoubleVector s2 = x4.add(x5), d2 = x4.sub(x5);
            DoubleVector s3 = x6.add(x7), d3 = x6.sub(x7);
            DoubleVector s4 = x8.add(x9), d4 = x8.sub(x9);
            DoubleVector s5 = x10.add(x11), d5 = x10.sub(x11);
            DoubleVector s6 = x12.add(x13), d6 = x12.sub(x13);
            DoubleVector s7 = x14.add(x15), d7 = x14.sub(x15);
            DoubleVector s8 = x16.add(x17), d8 = x16.sub(x17);
            DoubleVector s9 = x18.add(x19), d9 = x18.sub(x19);
            DoubleVector even0a = d0.add(s1).add(s2).add(s3).add(s4).add(s5);
            DoubleVector even0 = even0a.add(s6).add(s7).add(s8).add(s9);
            DoubleVector odd0a = d1.sub(s0).add(d2).add(d3).add(d4).add(d5);
            DoubleVector odd0 = odd0a.add(d6).add(d7).add(d8).add(d9);
            DoubleVector even1a = d1.add(s2).add(s3).add(s4).sub(s5).sub(s6);
            DoubleVector even1 = even1a.add(s7).sub(s8).sub(s9).add(s0);
            DoubleVector odd1a = d2.sub(s1).add(d3).add(d4).sub(d5).sub(d6);
            DoubleVector odd1 = odd1a.add(d7).sub(d8).sub(d9).add(d0);
            DoubleVector even2a = d2.add(s3).sub(s4).add(s5).sub(s6).sub(s7);
            DoubleVector even2 = even2a.add(s8).sub(s9).add(s0).add(s1);
            DoubleVector odd2a = d3.sub(s2).sub(d4).add(d5).sub(d6).sub(d7);
            DoubleVector odd2 = odd2a.add(d8).sub(d9).add(d0).add(d1);
            DoubleVector even3a = d3.sub(s4).sub(s5).add(s6).sub(s7).sub(s8);
            DoubleVector even3 = even3a.add(s9).add(s0).add(s1).add(s2);
            DoubleVector odd3a = s3.neg().sub(d4).sub(d5).add(d6).sub(d7).sub(d8);
            DoubleVector odd3 = odd3a.add(d9).add(d0).add(d1).add(d2);
            DoubleVector even4a = d4.add(s5).add(s6).add(s7).sub(s8).sub(s9);
            DoubleVector even4 = even4a.add(s0).add(s1).sub(s2).sub(s3);
            DoubleVector odd4a = d5.sub(s4).add(d6).add(d7).sub(d8).sub(d9);
            DoubleVector odd4 = odd4a.add(d0).add(d1).sub(d2).sub(d3);
            DoubleVector even5a = d5.add(s6).sub(s7).add(s8).sub(s9).add(s0);
            DoubleVector even5 = even5a.sub(s1).add(s2).sub(s3).add(s4);
            DoubleVector odd5a = d6.sub(s5).sub(d7).add(d8).sub(d9).add(d0);
            DoubleVector odd5 = odd5a.sub(d1).add(d2).sub(d3).add(d4);
            DoubleVector even6a = d6.sub(s7).sub(s8).add(s9).add(s0).sub(s1);
            DoubleVector even6 = even6a.sub(s2).add(s3).add(s4).add(s5);
            DoubleVector odd6a = s6.neg().sub(d7).sub(d8).add(d9).add(d0).sub(d1);
            DoubleVector odd6 = odd6a.sub(d2).add(d3).add(d4).add(d5);
            DoubleVector even7a = d7.add(s8).add(s9).add(s0).add(s1).sub(s2);
            DoubleVector even7 = even7a.sub(s3).add(s4).sub(s5).sub(s6);
            DoubleVector odd7a = d8.sub(s7).add(d9).add(d0).add(d1).sub(d2);
            DoubleVector odd7 = odd7a.sub(d3).add(d4).sub(d5).sub(d6);
            DoubleVector even8a = d8.add(s9).add(s0).sub(s1).add(s2).sub(s3);
            DoubleVector even8 = even8a.sub(s4).add(s5).sub(s6).add(s7);
            DoubleVector odd8a = d9.sub(s8).add(d0).sub(d1).add(d2).sub(d3);
            DoubleVector odd8 = odd8a.sub(d4).add(d5).sub(d6).add(d7);
            DoubleVector even9a = d9.add(s0).sub(s1).sub(s2).add(s3).sub(s4);
            DoubleVector even9 = even9a.sub(s5).add(s6).add(s7).add(s8);
            DoubleVector odd9a = d0.sub(s9).sub(d1).sub(d2).add(d3).sub(d4);
            DoubleVector odd9 = odd9a.sub(d5).add(d6).add(d7).add(d8);
            if (scaled) {
                even0 = even0.mul(factor);
                odd0 = odd0.mul(factor);
                even1 = even1.mul(factor);
                odd1 = odd1.mul(factor);
                even2 = even2.mul(factor);
                odd2 = odd2.mul(factor);
                even3 = even3.mul(factor);
                odd3 = odd3.mul(factor);
                even4 = even4.mul(factor);
                odd4 = odd4.mul(factor);
                even5 = even5.mul(factor);
                odd5 = odd5.mul(factor);
                even6 = even6.mul(factor);
                odd6 = odd6.mul(factor);
                even7 = even7.mul(factor);
                odd7 = odd7.mul(factor);
                even8 = even8.mul(factor);
                odd8 = odd8.mul(factor);
                even9 = even9.mul(factor);
                odd9 = odd9.mul(factor);
            }
            EXACT.cast(even0).intoArray(x, at);
            EXACT.cast(odd0).intoArray(x, at + stride);
            EXACT.cast(even1).intoArray(x, at + 2 * stride);
            EXACT.cast(odd1).intoArray(x, at + 3 * stride);
            EXACT.cast(even2).intoArray(x, at + 4 * stride);
            EXACT.cast(odd2).intoArray(x, at + 5 * stride);
            EXACT.cast(even3).intoArray(x, at + 6 * stride);
            EXACT.cast(odd3).intoArray(x, at + 7 * stride);
            EXACT.cast(even4).intoArray(x, at + 8 * stride);
            EXACT.cast(odd4).intoArray(x, at + 9 * stride);
            EXACT.cast(even5).intoArray(x, at + 10 * stride);
            EXACT.cast(odd5).intoArray(x, at + 11 * stride);
            EXACT.cast(even6).intoArray(x, at + 12 * stride);
            EXACT.cast(odd6).intoArray(x, at + 13 * stride);
            EXACT.cast(even7).intoArray(x, at + 14 * stride);
            EXACT.cast(odd7).intoArray(x, at + 15 * stride);
            EXACT.cast(even8).intoArray(x, at + 16 * stride);
            EXACT.cast(odd8).intoArray(x, at + 17 * stride);
            EXACT.cast(even9).intoArray(x, at + 18 * stride);
            EXACT.cast(odd9).intoArray(x, at + 19 * stride);
        }
    }
}
