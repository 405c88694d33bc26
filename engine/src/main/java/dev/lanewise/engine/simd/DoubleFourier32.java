package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transform of length 32 = 8 x 4 on vectors of 4, all in registers. Indices are constants, so that C2 checks the bounds of
 * each array once.
 */
final class DoubleFourier32 {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();
    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

    private DoubleFourier32() {}

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
        DoubleVector half = DoubleVector.broadcast(SPECIES, SQRT_HALF),
                minusHalf = DoubleVector.broadcast(SPECIES, -SQRT_HALF);
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW, 0),
                high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH, 0);
        DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset);
        DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 4);
        DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 8);
        DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 12);
        DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 16);
        DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 20);
        DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 24);
        DoubleVector x7r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 28);
        DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset);
        DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 4);
        DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 8);
        DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 12);
        DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 16);
        DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 20);
        DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 24);
        DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 28);
        DoubleVector a0r = x0r.add(x4r), a4r = x0r.sub(x4r);
        DoubleVector a1r = x1r.add(x5r), a5r = x1r.sub(x5r);
        DoubleVector a2r = x2r.add(x6r), a6r = x2r.sub(x6r);
        DoubleVector a3r = x3r.add(x7r), a7r = x3r.sub(x7r);
        DoubleVector a0i = x0i.add(x4i), a4i = x0i.sub(x4i);
        DoubleVector a1i = x1i.add(x5i), a5i = x1i.sub(x5i);
        DoubleVector a2i = x2i.add(x6i), a6i = x2i.sub(x6i);
        DoubleVector a3i = x3i.add(x7i), a7i = x3i.sub(x7i);
        DoubleVector b0r = a0r.add(a2r), b2r = a0r.sub(a2r), b1r = a1r.add(a3r), b3r = a1r.sub(a3r);
        DoubleVector b0i = a0i.add(a2i), b2i = a0i.sub(a2i), b1i = a1i.add(a3i), b3i = a1i.sub(a3i);
        DoubleVector b4r = a4r.add(a6i), b4i = a4i.sub(a6r), b6r = a4r.sub(a6i), b6i = a4i.add(a6r);
        DoubleVector c5r = a5r.add(a5i), c5i = a5i.sub(a5r), c7r = a7i.sub(a7r), c7i = a7i.add(a7r);
        DoubleVector b5r = c5r.add(c7r), b5i = c5i.sub(c7i), b7r = c5r.sub(c7r), b7i = c5i.add(c7i);
        DoubleVector y0r = b0r.add(b1r), y0i = b0i.add(b1i), y4r = b0r.sub(b1r), y4i = b0i.sub(b1i);
        DoubleVector y2r = b2r.add(b3i), y2i = b2i.sub(b3r), y6r = b2r.sub(b3i), y6i = b2i.add(b3r);
        DoubleVector y1r = b5r.fma(half, b4r), y1i = b5i.fma(half, b4i);
        DoubleVector y5r = b5r.fma(minusHalf, b4r), y5i = b5i.fma(minusHalf, b4i);
        DoubleVector y3r = b7i.fma(half, b6r), y3i = b7r.fma(minusHalf, b6i);
        DoubleVector y7r = b7i.fma(minusHalf, b6r), y7i = b7r.fma(half, b6i);
        DoubleVector w1r = DoubleVector.fromArray(SPECIES, factors, 0),
                w1i = DoubleVector.fromArray(SPECIES, factors, LANES);
        DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
        DoubleVector w2r = DoubleVector.fromArray(SPECIES, factors, 2 * LANES),
                w2i = DoubleVector.fromArray(SPECIES, factors, 3 * LANES);
        DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
        DoubleVector w3r = DoubleVector.fromArray(SPECIES, factors, 4 * LANES),
                w3i = DoubleVector.fromArray(SPECIES, factors, 5 * LANES);
        DoubleVector z3r = y3r.fma(w3r, y3i.mul(w3i).neg()), z3i = y3r.fma(w3i, y3i.mul(w3r));
        DoubleVector w4r = DoubleVector.fromArray(SPECIES, factors, 6 * LANES),
                w4i = DoubleVector.fromArray(SPECIES, factors, 7 * LANES);
        DoubleVector z4r = y4r.fma(w4r, y4i.mul(w4i).neg()), z4i = y4r.fma(w4i, y4i.mul(w4r));
        DoubleVector w5r = DoubleVector.fromArray(SPECIES, factors, 8 * LANES),
                w5i = DoubleVector.fromArray(SPECIES, factors, 9 * LANES);
        DoubleVector z5r = y5r.fma(w5r, y5i.mul(w5i).neg()), z5i = y5r.fma(w5i, y5i.mul(w5r));
        DoubleVector w6r = DoubleVector.fromArray(SPECIES, factors, 10 * LANES),
                w6i = DoubleVector.fromArray(SPECIES, factors, 11 * LANES);
        DoubleVector z6r = y6r.fma(w6r, y6i.mul(w6i).neg()), z6i = y6r.fma(w6i, y6i.mul(w6r));
        DoubleVector w7r = DoubleVector.fromArray(SPECIES, factors, 12 * LANES),
                w7i = DoubleVector.fromArray(SPECIES, factors, 13 * LANES);
        DoubleVector z7r = y7r.fma(w7r, y7i.mul(w7i).neg()), z7i = y7r.fma(w7i, y7i.mul(w7r));
        DoubleVector p0r = low.selectFrom(y0r, z4r), p1r = high.selectFrom(y0r, z4r);
        DoubleVector p2r = low.selectFrom(z1r, z5r), p3r = high.selectFrom(z1r, z5r);
        DoubleVector p4r = low.selectFrom(z2r, z6r), p5r = high.selectFrom(z2r, z6r);
        DoubleVector p6r = low.selectFrom(z3r, z7r), p7r = high.selectFrom(z3r, z7r);
        DoubleVector q0r = low.selectFrom(p0r, p4r), q1r = high.selectFrom(p0r, p4r);
        DoubleVector q2r = low.selectFrom(p1r, p5r), q3r = high.selectFrom(p1r, p5r);
        DoubleVector q4r = low.selectFrom(p2r, p6r), q5r = high.selectFrom(p2r, p6r);
        DoubleVector q6r = low.selectFrom(p3r, p7r), q7r = high.selectFrom(p3r, p7r);
        DoubleVector u0r = low.selectFrom(q0r, q4r), u1r = high.selectFrom(q0r, q4r);
        DoubleVector u2r = low.selectFrom(q1r, q5r), u3r = high.selectFrom(q1r, q5r);
        DoubleVector u4r = low.selectFrom(q2r, q6r), u5r = high.selectFrom(q2r, q6r);
        DoubleVector u6r = low.selectFrom(q3r, q7r), u7r = high.selectFrom(q3r, q7r);
        DoubleVector p0i = low.selectFrom(y0i, z4i), p1i = high.selectFrom(y0i, z4i);
        DoubleVector p2i = low.selectFrom(z1i, z5i), p3i = high.selectFrom(z1i, z5i);
        DoubleVector p4i = low.selectFrom(z2i, z6i), p5i = high.selectFrom(z2i, z6i);
        DoubleVector p6i = low.selectFrom(z3i, z7i), p7i = high.selectFrom(z3i, z7i);
        DoubleVector q0i = low.selectFrom(p0i, p4i), q1i = high.selectFrom(p0i, p4i);
        DoubleVector q2i = low.selectFrom(p1i, p5i), q3i = high.selectFrom(p1i, p5i);
        DoubleVector q4i = low.selectFrom(p2i, p6i), q5i = high.selectFrom(p2i, p6i);
        DoubleVector q6i = low.selectFrom(p3i, p7i), q7i = high.selectFrom(p3i, p7i);
        DoubleVector u0i = low.selectFrom(q0i, q4i), u1i = high.selectFrom(q0i, q4i);
        DoubleVector u2i = low.selectFrom(q1i, q5i), u3i = high.selectFrom(q1i, q5i);
        DoubleVector u4i = low.selectFrom(q2i, q6i), u5i = high.selectFrom(q2i, q6i);
        DoubleVector u6i = low.selectFrom(q3i, q7i), u7i = high.selectFrom(q3i, q7i);
        DoubleVector d0r = u0r.add(u4r), d2r = u0r.sub(u4r), d1r = u2r.add(u6r), d3r = u2r.sub(u6r);
        DoubleVector d0i = u0i.add(u4i), d2i = u0i.sub(u4i), d1i = u2i.add(u6i), d3i = u2i.sub(u6i);
        DoubleVector e0r = d0r.add(d1r), e0i = d0i.add(d1i), e2r = d0r.sub(d1r), e2i = d0i.sub(d1i);
        DoubleVector e1r = d2r.add(d3i), e1i = d2i.sub(d3r), e3r = d2r.sub(d3i), e3i = d2i.add(d3r);
        EXACT.cast(e0r).intoArray(dstRe, dstReOffset);
        EXACT.cast(e1r).intoArray(dstRe, dstReOffset + 8);
        EXACT.cast(e2r).intoArray(dstRe, dstReOffset + 16);
        EXACT.cast(e3r).intoArray(dstRe, dstReOffset + 24);
        EXACT.cast(e0i).intoArray(dstIm, dstImOffset);
        EXACT.cast(e1i).intoArray(dstIm, dstImOffset + 8);
        EXACT.cast(e2i).intoArray(dstIm, dstImOffset + 16);
        EXACT.cast(e3i).intoArray(dstIm, dstImOffset + 24);
        DoubleVector f0r = u1r.add(u5r), f2r = u1r.sub(u5r), f1r = u3r.add(u7r), f3r = u3r.sub(u7r);
        DoubleVector f0i = u1i.add(u5i), f2i = u1i.sub(u5i), f1i = u3i.add(u7i), f3i = u3i.sub(u7i);
        DoubleVector g0r = f0r.add(f1r), g0i = f0i.add(f1i), g2r = f0r.sub(f1r), g2i = f0i.sub(f1i);
        DoubleVector g1r = f2r.add(f3i), g1i = f2i.sub(f3r), g3r = f2r.sub(f3i), g3i = f2i.add(f3r);
        EXACT.cast(g0r).intoArray(dstRe, dstReOffset + 4);
        EXACT.cast(g1r).intoArray(dstRe, dstReOffset + 12);
        EXACT.cast(g2r).intoArray(dstRe, dstReOffset + 20);
        EXACT.cast(g3r).intoArray(dstRe, dstReOffset + 28);
        EXACT.cast(g0i).intoArray(dstIm, dstImOffset + 4);
        EXACT.cast(g1i).intoArray(dstIm, dstImOffset + 12);
        EXACT.cast(g2i).intoArray(dstIm, dstImOffset + 20);
        EXACT.cast(g3i).intoArray(dstIm, dstImOffset + 28);
    }
}
