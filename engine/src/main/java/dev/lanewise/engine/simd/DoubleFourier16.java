package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transform of length 16 = 4 x 4 on vectors of 4, all in registers. Indices are constants, so that C2 checks the bounds of
 * each array once.
 */
final class DoubleFourier16 {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleFourier16() {}

    static void transform(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            double[] factors) {
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW, 0),
                high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH, 0);
        DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset);
        DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 4);
        DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 8);
        DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 12);
        DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset);
        DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 4);
        DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 8);
        DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 12);
        DoubleVector a0r = x0r.add(x2r), a2r = x0r.sub(x2r), a1r = x1r.add(x3r), a3r = x1r.sub(x3r);
        DoubleVector a0i = x0i.add(x2i), a2i = x0i.sub(x2i), a1i = x1i.add(x3i), a3i = x1i.sub(x3i);
        DoubleVector y0r = a0r.add(a1r), y0i = a0i.add(a1i), y2r = a0r.sub(a1r), y2i = a0i.sub(a1i);
        DoubleVector y1r = a2r.add(a3i), y1i = a2i.sub(a3r), y3r = a2r.sub(a3i), y3i = a2i.add(a3r);
        DoubleVector w1r = DoubleVector.fromArray(SPECIES, factors, 0),
                w1i = DoubleVector.fromArray(SPECIES, factors, LANES);
        DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
        DoubleVector w2r = DoubleVector.fromArray(SPECIES, factors, 2 * LANES),
                w2i = DoubleVector.fromArray(SPECIES, factors, 3 * LANES);
        DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
        DoubleVector w3r = DoubleVector.fromArray(SPECIES, factors, 4 * LANES),
                w3i = DoubleVector.fromArray(SPECIES, factors, 5 * LANES);
        DoubleVector z3r = y3r.fma(w3r, y3i.mul(w3i).neg()), z3i = y3r.fma(w3i, y3i.mul(w3r));
        DoubleVector p0r = low.selectFrom(y0r, z2r), p1r = high.selectFrom(y0r, z2r);
        DoubleVector p2r = low.selectFrom(z1r, z3r), p3r = high.selectFrom(z1r, z3r);
        DoubleVector u0r = low.selectFrom(p0r, p2r), u1r = high.selectFrom(p0r, p2r);
        DoubleVector u2r = low.selectFrom(p1r, p3r), u3r = high.selectFrom(p1r, p3r);
        DoubleVector p0i = low.selectFrom(y0i, z2i), p1i = high.selectFrom(y0i, z2i);
        DoubleVector p2i = low.selectFrom(z1i, z3i), p3i = high.selectFrom(z1i, z3i);
        DoubleVector u0i = low.selectFrom(p0i, p2i), u1i = high.selectFrom(p0i, p2i);
        DoubleVector u2i = low.selectFrom(p1i, p3i), u3i = high.selectFrom(p1i, p3i);
        DoubleVector d0r = u0r.add(u2r), d2r = u0r.sub(u2r), d1r = u1r.add(u3r), d3r = u1r.sub(u3r);
        DoubleVector d0i = u0i.add(u2i), d2i = u0i.sub(u2i), d1i = u1i.add(u3i), d3i = u1i.sub(u3i);
        DoubleVector e0r = d0r.add(d1r), e0i = d0i.add(d1i), e2r = d0r.sub(d1r), e2i = d0i.sub(d1i);
        DoubleVector e1r = d2r.add(d3i), e1i = d2i.sub(d3r), e3r = d2r.sub(d3i), e3i = d2i.add(d3r);
        EXACT.cast(e0r).intoArray(dstRe, dstReOffset);
        EXACT.cast(e1r).intoArray(dstRe, dstReOffset + 4);
        EXACT.cast(e2r).intoArray(dstRe, dstReOffset + 8);
        EXACT.cast(e3r).intoArray(dstRe, dstReOffset + 12);
        EXACT.cast(e0i).intoArray(dstIm, dstImOffset);
        EXACT.cast(e1i).intoArray(dstIm, dstImOffset + 4);
        EXACT.cast(e2i).intoArray(dstIm, dstImOffset + 8);
        EXACT.cast(e3i).intoArray(dstIm, dstImOffset + 12);
    }
}
