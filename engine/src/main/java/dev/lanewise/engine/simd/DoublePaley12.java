package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The factor {@code H_12 x I} of a Hadamard matrix by Paley's construction, written out: the sums of the scalar kernel
 * for {@code q = 5}, in the same order, with everything in registers. The signs are those of the
 * quadratic residues 1 and 4 modulo 5.
 */
final class DoublePaley12 {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoublePaley12() {}

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
            DoubleVector s0 = x0.add(x1), d0 = x0.sub(x1);
            DoubleVector s1 = x2.add(x3), d1 = x2.sub(x3);
            DoubleVector s2 = x4.add(x5), d2 = x4.sub(x5);
            DoubleVector s3 = x6.add(x7), d3 = x6.sub(x7);
            DoubleVector s4 = x8.add(x9), d4 = x8.sub(x9);
            DoubleVector s5 = x10.add(x11), d5 = x10.sub(x11);
            DoubleVector even0 = d0.add(s1).add(s2).add(s3).add(s4).add(s5);
            DoubleVector odd0 = d1.sub(s0).add(d2).add(d3).add(d4).add(d5);
            DoubleVector even1 = d1.add(s2).sub(s3).sub(s4).add(s5).add(s0);
            DoubleVector odd1 = d2.sub(s1).sub(d3).sub(d4).add(d5).add(d0);
            DoubleVector even2 = d2.add(s3).sub(s4).sub(s5).add(s0).add(s1);
            DoubleVector odd2 = d3.sub(s2).sub(d4).sub(d5).add(d0).add(d1);
            DoubleVector even3 = d3.add(s4).sub(s5).add(s0).sub(s1).add(s2);
            DoubleVector odd3 = d4.sub(s3).sub(d5).add(d0).sub(d1).add(d2);
            DoubleVector even4 = d4.add(s5).add(s0).sub(s1).sub(s2).add(s3);
            DoubleVector odd4 = d5.sub(s4).add(d0).sub(d1).sub(d2).add(d3);
            DoubleVector even5 = d5.add(s0).add(s1).sub(s2).sub(s3).add(s4);
            DoubleVector odd5 = d0.sub(s5).add(d1).sub(d2).sub(d3).add(d4);
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
        }
    }
}
