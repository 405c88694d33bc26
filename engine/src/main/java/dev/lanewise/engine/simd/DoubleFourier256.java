package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transform of length 256 = 8 x 8 x 4 on vectors of 4, 8 or 16: three loops whose indices have constant distances, so that C2
 * checks the bounds of each array once.
 */
final class DoubleFourier256 {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();
    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);
    /** Where the parts lie in the buffer; not at the same place of a page. */
    private static final int IM = 296, RE2 = 2 * 296, IM2 = 3 * 296;

    static final int BUFFER = 4 * 296;

    private DoubleFourier256() {}

    static void transform(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            double[] leadingFactors,
            double[][] factors,
            double[] buffer) {
        first(srcRe, srcReOffset, srcIm, srcImOffset, leadingFactors, buffer);
        if (LANES <= 8) {
            second(factors[1], buffer);
        } else {
            DoubleFourierSorting8.paired(buffer, 0, buffer, IM, buffer, RE2, buffer, IM2, 4, 0, 4, factors[1], 0);
        }
        third(buffer, dstRe, dstReOffset, dstIm, dstImOffset);
    }

    private static void first(
            double[] srcRe, int srcReOffset, double[] srcIm, int srcImOffset, double[] factors, double[] buffer) {
        DoubleVector half = DoubleVector.broadcast(SPECIES, SQRT_HALF),
                minusHalf = DoubleVector.broadcast(SPECIES, -SQRT_HALF);
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW, 0),
                high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH, 0);
        for (int p = 0; p < 32; p += LANES) {
            int fr = srcReOffset + p, fi = srcImOffset + p, at = 14 * p, tr = 8 * p, ti = IM + 8 * p;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + 32);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 64);
            DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 96);
            DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 128);
            DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, fr + 160);
            DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, fr + 192);
            DoubleVector x7r = DoubleVector.fromArray(SPECIES, srcRe, fr + 224);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + 32);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 64);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 96);
            DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 128);
            DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 160);
            DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 192);
            DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 224);
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

    /** With vectors of 8, one to a row, or of 4, two. */
    private static void second(double[] factors, double[] buffer) {
        DoubleVector half = DoubleVector.broadcast(SPECIES, SQRT_HALF),
                minusHalf = DoubleVector.broadcast(SPECIES, -SQRT_HALF);
        for (int p = 0; p < 4; p++) {
            int from = 8 * p, to = 64 * p, at = 14 * p;
            for (int q = 0; q < 8; q += LANES) {
                int fr = from + q, fi = IM + from + q, tr = RE2 + to + q, ti = IM2 + to + q;
                DoubleVector x0r = DoubleVector.fromArray(SPECIES, buffer, fr);
                DoubleVector x1r = DoubleVector.fromArray(SPECIES, buffer, fr + 32);
                DoubleVector x2r = DoubleVector.fromArray(SPECIES, buffer, fr + 64);
                DoubleVector x3r = DoubleVector.fromArray(SPECIES, buffer, fr + 96);
                DoubleVector x4r = DoubleVector.fromArray(SPECIES, buffer, fr + 128);
                DoubleVector x5r = DoubleVector.fromArray(SPECIES, buffer, fr + 160);
                DoubleVector x6r = DoubleVector.fromArray(SPECIES, buffer, fr + 192);
                DoubleVector x7r = DoubleVector.fromArray(SPECIES, buffer, fr + 224);
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, buffer, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, buffer, fi + 32);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, buffer, fi + 64);
                DoubleVector x3i = DoubleVector.fromArray(SPECIES, buffer, fi + 96);
                DoubleVector x4i = DoubleVector.fromArray(SPECIES, buffer, fi + 128);
                DoubleVector x5i = DoubleVector.fromArray(SPECIES, buffer, fi + 160);
                DoubleVector x6i = DoubleVector.fromArray(SPECIES, buffer, fi + 192);
                DoubleVector x7i = DoubleVector.fromArray(SPECIES, buffer, fi + 224);
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
                DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at]),
                        w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
                DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
                DoubleVector w2r = DoubleVector.broadcast(SPECIES, factors[at + 2]),
                        w2i = DoubleVector.broadcast(SPECIES, factors[at + 3]);
                DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
                DoubleVector w3r = DoubleVector.broadcast(SPECIES, factors[at + 4]),
                        w3i = DoubleVector.broadcast(SPECIES, factors[at + 5]);
                DoubleVector z3r = y3r.fma(w3r, y3i.mul(w3i).neg()), z3i = y3r.fma(w3i, y3i.mul(w3r));
                DoubleVector w4r = DoubleVector.broadcast(SPECIES, factors[at + 6]),
                        w4i = DoubleVector.broadcast(SPECIES, factors[at + 7]);
                DoubleVector z4r = y4r.fma(w4r, y4i.mul(w4i).neg()), z4i = y4r.fma(w4i, y4i.mul(w4r));
                DoubleVector w5r = DoubleVector.broadcast(SPECIES, factors[at + 8]),
                        w5i = DoubleVector.broadcast(SPECIES, factors[at + 9]);
                DoubleVector z5r = y5r.fma(w5r, y5i.mul(w5i).neg()), z5i = y5r.fma(w5i, y5i.mul(w5r));
                DoubleVector w6r = DoubleVector.broadcast(SPECIES, factors[at + 10]),
                        w6i = DoubleVector.broadcast(SPECIES, factors[at + 11]);
                DoubleVector z6r = y6r.fma(w6r, y6i.mul(w6i).neg()), z6i = y6r.fma(w6i, y6i.mul(w6r));
                DoubleVector w7r = DoubleVector.broadcast(SPECIES, factors[at + 12]),
                        w7i = DoubleVector.broadcast(SPECIES, factors[at + 13]);
                DoubleVector z7r = y7r.fma(w7r, y7i.mul(w7i).neg()), z7i = y7r.fma(w7i, y7i.mul(w7r));
                EXACT.cast(y0r).intoArray(buffer, tr);
                EXACT.cast(z1r).intoArray(buffer, tr + 8);
                EXACT.cast(z2r).intoArray(buffer, tr + 16);
                EXACT.cast(z3r).intoArray(buffer, tr + 24);
                EXACT.cast(z4r).intoArray(buffer, tr + 32);
                EXACT.cast(z5r).intoArray(buffer, tr + 40);
                EXACT.cast(z6r).intoArray(buffer, tr + 48);
                EXACT.cast(z7r).intoArray(buffer, tr + 56);
                EXACT.cast(y0i).intoArray(buffer, ti);
                EXACT.cast(z1i).intoArray(buffer, ti + 8);
                EXACT.cast(z2i).intoArray(buffer, ti + 16);
                EXACT.cast(z3i).intoArray(buffer, ti + 24);
                EXACT.cast(z4i).intoArray(buffer, ti + 32);
                EXACT.cast(z5i).intoArray(buffer, ti + 40);
                EXACT.cast(z6i).intoArray(buffer, ti + 48);
                EXACT.cast(z7i).intoArray(buffer, ti + 56);
            }
        }
    }

    private static void third(double[] buffer, double[] dstRe, int dstReOffset, double[] dstIm, int dstImOffset) {
        for (int q = 0; q < 64; q += LANES) {
            int fr = RE2 + q, fi = IM2 + q, tr = dstReOffset + q, ti = dstImOffset + q;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, buffer, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, buffer, fr + 64);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, buffer, fr + 128);
            DoubleVector x3r = DoubleVector.fromArray(SPECIES, buffer, fr + 192);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, buffer, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, buffer, fi + 64);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, buffer, fi + 128);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, buffer, fi + 192);
            DoubleVector a0r = x0r.add(x2r), a2r = x0r.sub(x2r), a1r = x1r.add(x3r), a3r = x1r.sub(x3r);
            DoubleVector a0i = x0i.add(x2i), a2i = x0i.sub(x2i), a1i = x1i.add(x3i), a3i = x1i.sub(x3i);
            DoubleVector y0r = a0r.add(a1r), y0i = a0i.add(a1i), y2r = a0r.sub(a1r), y2i = a0i.sub(a1i);
            DoubleVector y1r = a2r.add(a3i), y1i = a2i.sub(a3r), y3r = a2r.sub(a3i), y3i = a2i.add(a3r);
            EXACT.cast(y0r).intoArray(dstRe, tr);
            EXACT.cast(y1r).intoArray(dstRe, tr + 64);
            EXACT.cast(y2r).intoArray(dstRe, tr + 128);
            EXACT.cast(y3r).intoArray(dstRe, tr + 192);
            EXACT.cast(y0i).intoArray(dstIm, ti);
            EXACT.cast(y1i).intoArray(dstIm, ti + 64);
            EXACT.cast(y2i).intoArray(dstIm, ti + 128);
            EXACT.cast(y3i).intoArray(dstIm, ti + 192);
        }
    }
}
