package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transform of length 64 = 8 x 8: on vectors of 8 all in registers, on vectors of 4 in two loops. Indices have constant
 * distances, so that C2 checks the bounds of each array once.
 */
final class DoubleFourier64 {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();
    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

    /** Where the imaginary parts lie in the buffer. */
    private static final int IM = 72;

    static final int BUFFER = 2 * IM;

    private DoubleFourier64() {}

    static void transform(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            double[] factors,
            double[] buffer) {
        int a = srcReOffset, b = srcImOffset, c = dstReOffset, d = dstImOffset;
        if (LANES == 8) {
            inRegisters(srcRe, a, srcIm, b, dstRe, c, dstIm, d, factors);
        } else {
            first(srcRe, a, srcIm, b, factors, buffer);
            second(buffer, dstRe, c, dstIm, d);
        }
    }

    private static void inRegisters(
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
        DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 8);
        DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 16);
        DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 24);
        DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 32);
        DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 40);
        DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 48);
        DoubleVector x7r = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + 56);
        DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset);
        DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 8);
        DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 16);
        DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 24);
        DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 32);
        DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 40);
        DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 48);
        DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + 56);
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
        DoubleVector d0r = u0r.add(u4r), d4r = u0r.sub(u4r);
        DoubleVector d1r = u1r.add(u5r), d5r = u1r.sub(u5r);
        DoubleVector d2r = u2r.add(u6r), d6r = u2r.sub(u6r);
        DoubleVector d3r = u3r.add(u7r), d7r = u3r.sub(u7r);
        DoubleVector d0i = u0i.add(u4i), d4i = u0i.sub(u4i);
        DoubleVector d1i = u1i.add(u5i), d5i = u1i.sub(u5i);
        DoubleVector d2i = u2i.add(u6i), d6i = u2i.sub(u6i);
        DoubleVector d3i = u3i.add(u7i), d7i = u3i.sub(u7i);
        DoubleVector e0r = d0r.add(d2r), e2r = d0r.sub(d2r), e1r = d1r.add(d3r), e3r = d1r.sub(d3r);
        DoubleVector e0i = d0i.add(d2i), e2i = d0i.sub(d2i), e1i = d1i.add(d3i), e3i = d1i.sub(d3i);
        DoubleVector e4r = d4r.add(d6i), e4i = d4i.sub(d6r), e6r = d4r.sub(d6i), e6i = d4i.add(d6r);
        DoubleVector f5r = d5r.add(d5i), f5i = d5i.sub(d5r), f7r = d7i.sub(d7r), f7i = d7i.add(d7r);
        DoubleVector e5r = f5r.add(f7r), e5i = f5i.sub(f7i), e7r = f5r.sub(f7r), e7i = f5i.add(f7i);
        DoubleVector v0r = e0r.add(e1r), v0i = e0i.add(e1i), v4r = e0r.sub(e1r), v4i = e0i.sub(e1i);
        DoubleVector v2r = e2r.add(e3i), v2i = e2i.sub(e3r), v6r = e2r.sub(e3i), v6i = e2i.add(e3r);
        DoubleVector v1r = e5r.fma(half, e4r), v1i = e5i.fma(half, e4i);
        DoubleVector v5r = e5r.fma(minusHalf, e4r), v5i = e5i.fma(minusHalf, e4i);
        DoubleVector v3r = e7i.fma(half, e6r), v3i = e7r.fma(minusHalf, e6i);
        DoubleVector v7r = e7i.fma(minusHalf, e6r), v7i = e7r.fma(half, e6i);
        EXACT.cast(v0r).intoArray(dstRe, dstReOffset);
        EXACT.cast(v1r).intoArray(dstRe, dstReOffset + 8);
        EXACT.cast(v2r).intoArray(dstRe, dstReOffset + 16);
        EXACT.cast(v3r).intoArray(dstRe, dstReOffset + 24);
        EXACT.cast(v4r).intoArray(dstRe, dstReOffset + 32);
        EXACT.cast(v5r).intoArray(dstRe, dstReOffset + 40);
        EXACT.cast(v6r).intoArray(dstRe, dstReOffset + 48);
        EXACT.cast(v7r).intoArray(dstRe, dstReOffset + 56);
        EXACT.cast(v0i).intoArray(dstIm, dstImOffset);
        EXACT.cast(v1i).intoArray(dstIm, dstImOffset + 8);
        EXACT.cast(v2i).intoArray(dstIm, dstImOffset + 16);
        EXACT.cast(v3i).intoArray(dstIm, dstImOffset + 24);
        EXACT.cast(v4i).intoArray(dstIm, dstImOffset + 32);
        EXACT.cast(v5i).intoArray(dstIm, dstImOffset + 40);
        EXACT.cast(v6i).intoArray(dstIm, dstImOffset + 48);
        EXACT.cast(v7i).intoArray(dstIm, dstImOffset + 56);
    }

    private static void first(
            double[] srcRe, int srcReOffset, double[] srcIm, int srcImOffset, double[] factors, double[] buffer) {
        DoubleVector half = DoubleVector.broadcast(SPECIES, SQRT_HALF),
                minusHalf = DoubleVector.broadcast(SPECIES, -SQRT_HALF);
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW, 0),
                high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH, 0);
        for (int p = 0; p < 8; p += LANES) {
            int fr = srcReOffset + p, fi = srcImOffset + p, at = 14 * p, tr = 8 * p, ti = IM + 8 * p;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + 8);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 16);
            DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 24);
            DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 32);
            DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, fr + 40);
            DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, fr + 48);
            DoubleVector x7r = DoubleVector.fromArray(SPECIES, srcRe, fr + 56);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + 8);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 16);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 24);
            DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 32);
            DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 40);
            DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 48);
            DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 56);
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
            DoubleVector w1r = DoubleVector.fromArray(SPECIES, factors, at),
                    w1i = DoubleVector.fromArray(SPECIES, factors, at + LANES);
            DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
            DoubleVector w2r = DoubleVector.fromArray(SPECIES, factors, at + 2 * LANES),
                    w2i = DoubleVector.fromArray(SPECIES, factors, at + 3 * LANES);
            DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
            DoubleVector w3r = DoubleVector.fromArray(SPECIES, factors, at + 4 * LANES),
                    w3i = DoubleVector.fromArray(SPECIES, factors, at + 5 * LANES);
            DoubleVector z3r = y3r.fma(w3r, y3i.mul(w3i).neg()), z3i = y3r.fma(w3i, y3i.mul(w3r));
            DoubleVector w4r = DoubleVector.fromArray(SPECIES, factors, at + 6 * LANES),
                    w4i = DoubleVector.fromArray(SPECIES, factors, at + 7 * LANES);
            DoubleVector z4r = y4r.fma(w4r, y4i.mul(w4i).neg()), z4i = y4r.fma(w4i, y4i.mul(w4r));
            DoubleVector w5r = DoubleVector.fromArray(SPECIES, factors, at + 8 * LANES),
                    w5i = DoubleVector.fromArray(SPECIES, factors, at + 9 * LANES);
            DoubleVector z5r = y5r.fma(w5r, y5i.mul(w5i).neg()), z5i = y5r.fma(w5i, y5i.mul(w5r));
            DoubleVector w6r = DoubleVector.fromArray(SPECIES, factors, at + 10 * LANES),
                    w6i = DoubleVector.fromArray(SPECIES, factors, at + 11 * LANES);
            DoubleVector z6r = y6r.fma(w6r, y6i.mul(w6i).neg()), z6i = y6r.fma(w6i, y6i.mul(w6r));
            DoubleVector w7r = DoubleVector.fromArray(SPECIES, factors, at + 12 * LANES),
                    w7i = DoubleVector.fromArray(SPECIES, factors, at + 13 * LANES);
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
            EXACT.cast(u0r).intoArray(buffer, tr);
            EXACT.cast(u1r).intoArray(buffer, tr + LANES);
            EXACT.cast(u2r).intoArray(buffer, tr + 2 * LANES);
            EXACT.cast(u3r).intoArray(buffer, tr + 3 * LANES);
            EXACT.cast(u4r).intoArray(buffer, tr + 4 * LANES);
            EXACT.cast(u5r).intoArray(buffer, tr + 5 * LANES);
            EXACT.cast(u6r).intoArray(buffer, tr + 6 * LANES);
            EXACT.cast(u7r).intoArray(buffer, tr + 7 * LANES);
            EXACT.cast(u0i).intoArray(buffer, ti);
            EXACT.cast(u1i).intoArray(buffer, ti + LANES);
            EXACT.cast(u2i).intoArray(buffer, ti + 2 * LANES);
            EXACT.cast(u3i).intoArray(buffer, ti + 3 * LANES);
            EXACT.cast(u4i).intoArray(buffer, ti + 4 * LANES);
            EXACT.cast(u5i).intoArray(buffer, ti + 5 * LANES);
            EXACT.cast(u6i).intoArray(buffer, ti + 6 * LANES);
            EXACT.cast(u7i).intoArray(buffer, ti + 7 * LANES);
        }
    }

    private static void second(double[] buffer, double[] dstRe, int dstReOffset, double[] dstIm, int dstImOffset) {
        DoubleVector half = DoubleVector.broadcast(SPECIES, SQRT_HALF),
                minusHalf = DoubleVector.broadcast(SPECIES, -SQRT_HALF);
        for (int q = 0; q < 8; q += LANES) {
            int fr = q, fi = IM + q, tr = dstReOffset + q, ti = dstImOffset + q;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, buffer, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, buffer, fr + 8);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, buffer, fr + 16);
            DoubleVector x3r = DoubleVector.fromArray(SPECIES, buffer, fr + 24);
            DoubleVector x4r = DoubleVector.fromArray(SPECIES, buffer, fr + 32);
            DoubleVector x5r = DoubleVector.fromArray(SPECIES, buffer, fr + 40);
            DoubleVector x6r = DoubleVector.fromArray(SPECIES, buffer, fr + 48);
            DoubleVector x7r = DoubleVector.fromArray(SPECIES, buffer, fr + 56);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, buffer, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, buffer, fi + 8);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, buffer, fi + 16);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, buffer, fi + 24);
            DoubleVector x4i = DoubleVector.fromArray(SPECIES, buffer, fi + 32);
            DoubleVector x5i = DoubleVector.fromArray(SPECIES, buffer, fi + 40);
            DoubleVector x6i = DoubleVector.fromArray(SPECIES, buffer, fi + 48);
            DoubleVector x7i = DoubleVector.fromArray(SPECIES, buffer, fi + 56);
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
            EXACT.cast(y0r).intoArray(dstRe, tr);
            EXACT.cast(y1r).intoArray(dstRe, tr + 8);
            EXACT.cast(y2r).intoArray(dstRe, tr + 16);
            EXACT.cast(y3r).intoArray(dstRe, tr + 24);
            EXACT.cast(y4r).intoArray(dstRe, tr + 32);
            EXACT.cast(y5r).intoArray(dstRe, tr + 40);
            EXACT.cast(y6r).intoArray(dstRe, tr + 48);
            EXACT.cast(y7r).intoArray(dstRe, tr + 56);
            EXACT.cast(y0i).intoArray(dstIm, ti);
            EXACT.cast(y1i).intoArray(dstIm, ti + 8);
            EXACT.cast(y2i).intoArray(dstIm, ti + 16);
            EXACT.cast(y3i).intoArray(dstIm, ti + 24);
            EXACT.cast(y4i).intoArray(dstIm, ti + 32);
            EXACT.cast(y5i).intoArray(dstIm, ti + 40);
            EXACT.cast(y6i).intoArray(dstIm, ti + 48);
            EXACT.cast(y7i).intoArray(dstIm, ti + 56);
        }
    }
}
