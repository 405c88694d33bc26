package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Radix 9, as 3 x 3. */
final class DoubleFourierRadix9 extends DoubleFourierRadix {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Cosine and sine of one 9th of a turn, of two, and so on. */
    private static final double[] ROOTS = RootsOfUnity.doubleCoefficients(9);

    @Override
    void narrow(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int m,
            int firstP,
            int pastP,
            double[] factors,
            int factorsOffset) {
        DoubleVector cos1 = DoubleVector.broadcast(SPECIES, ROOTS[0]), sin1 = DoubleVector.broadcast(SPECIES, ROOTS[1]);
        DoubleVector cos2 = DoubleVector.broadcast(SPECIES, ROOTS[2]), sin2 = DoubleVector.broadcast(SPECIES, ROOTS[3]);
        DoubleVector cos3 = DoubleVector.broadcast(SPECIES, ROOTS[4]), sin3 = DoubleVector.broadcast(SPECIES, ROOTS[5]);
        DoubleVector cos4 = DoubleVector.broadcast(SPECIES, ROOTS[6]), sin4 = DoubleVector.broadcast(SPECIES, ROOTS[7]);
        int step = LANES * m;
        for (int p = firstP; p < pastP; p++) {
            int fr = srcReOffset + LANES * p, fi = srcImOffset + LANES * p;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + step);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * step);
            DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * step);
            DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 4 * step);
            DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, fr + 5 * step);
            DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, fr + 6 * step);
            DoubleVector x7r = DoubleVector.fromArray(SPECIES, srcRe, fr + 7 * step);
            DoubleVector x8r = DoubleVector.fromArray(SPECIES, srcRe, fr + 8 * step);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + step);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * step);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * step);
            DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * step);
            DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * step);
            DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * step);
            DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 7 * step);
            DoubleVector x8i = DoubleVector.fromArray(SPECIES, srcIm, fi + 8 * step);
            DoubleVector u0r = x3r.add(x6r), v0r = x3r.sub(x6r), u0i = x3i.add(x6i), v0i = x3i.sub(x6i);
            DoubleVector c00r = x0r.add(u0r), c00i = x0i.add(u0i);
            DoubleVector a0r = u0r.fma(cos3, x0r), b0r = v0r.mul(sin3);
            DoubleVector a0i = u0i.fma(cos3, x0i), b0i = v0i.mul(sin3);
            DoubleVector c01r = a0r.add(b0i), c01i = a0i.sub(b0r);
            DoubleVector c02r = a0r.sub(b0i), c02i = a0i.add(b0r);
            DoubleVector u1r = x4r.add(x7r), v1r = x4r.sub(x7r), u1i = x4i.add(x7i), v1i = x4i.sub(x7i);
            DoubleVector c10r = x1r.add(u1r), c10i = x1i.add(u1i);
            DoubleVector a1r = u1r.fma(cos3, x1r), b1r = v1r.mul(sin3);
            DoubleVector a1i = u1i.fma(cos3, x1i), b1i = v1i.mul(sin3);
            DoubleVector c11r = a1r.add(b1i), c11i = a1i.sub(b1r);
            DoubleVector c12r = a1r.sub(b1i), c12i = a1i.add(b1r);
            DoubleVector u2r = x5r.add(x8r), v2r = x5r.sub(x8r), u2i = x5i.add(x8i), v2i = x5i.sub(x8i);
            DoubleVector c20r = x2r.add(u2r), c20i = x2i.add(u2i);
            DoubleVector a2r = u2r.fma(cos3, x2r), b2r = v2r.mul(sin3);
            DoubleVector a2i = u2i.fma(cos3, x2i), b2i = v2i.mul(sin3);
            DoubleVector c21r = a2r.add(b2i), c21i = a2i.sub(b2r);
            DoubleVector c22r = a2r.sub(b2i), c22i = a2i.add(b2r);
            DoubleVector d11r = c11r.fma(cos1, c11i.mul(sin1)),
                    d11i = c11i.fma(cos1, c11r.mul(sin1).neg());
            DoubleVector d12r = c12r.fma(cos2, c12i.mul(sin2)),
                    d12i = c12i.fma(cos2, c12r.mul(sin2).neg());
            DoubleVector d21r = c21r.fma(cos2, c21i.mul(sin2)),
                    d21i = c21i.fma(cos2, c21r.mul(sin2).neg());
            DoubleVector d22r = c22r.fma(cos4, c22i.mul(sin4)),
                    d22i = c22i.fma(cos4, c22r.mul(sin4).neg());
            DoubleVector u3r = c10r.add(c20r), v3r = c10r.sub(c20r), u3i = c10i.add(c20i), v3i = c10i.sub(c20i);
            DoubleVector y0r = c00r.add(u3r), y0i = c00i.add(u3i);
            DoubleVector a3r = u3r.fma(cos3, c00r), b3r = v3r.mul(sin3);
            DoubleVector a3i = u3i.fma(cos3, c00i), b3i = v3i.mul(sin3);
            DoubleVector y3r = a3r.add(b3i), y3i = a3i.sub(b3r);
            DoubleVector y6r = a3r.sub(b3i), y6i = a3i.add(b3r);
            DoubleVector u4r = d11r.add(d21r), v4r = d11r.sub(d21r), u4i = d11i.add(d21i), v4i = d11i.sub(d21i);
            DoubleVector y1r = c01r.add(u4r), y1i = c01i.add(u4i);
            DoubleVector a4r = u4r.fma(cos3, c01r), b4r = v4r.mul(sin3);
            DoubleVector a4i = u4i.fma(cos3, c01i), b4i = v4i.mul(sin3);
            DoubleVector y4r = a4r.add(b4i), y4i = a4i.sub(b4r);
            DoubleVector y7r = a4r.sub(b4i), y7i = a4i.add(b4r);
            DoubleVector u5r = d12r.add(d22r), v5r = d12r.sub(d22r), u5i = d12i.add(d22i), v5i = d12i.sub(d22i);
            DoubleVector y2r = c02r.add(u5r), y2i = c02i.add(u5i);
            DoubleVector a5r = u5r.fma(cos3, c02r), b5r = v5r.mul(sin3);
            DoubleVector a5i = u5i.fma(cos3, c02i), b5i = v5i.mul(sin3);
            DoubleVector y5r = a5r.add(b5i), y5i = a5i.sub(b5r);
            DoubleVector y8r = a5r.sub(b5i), y8i = a5i.add(b5r);
            int at = factorsOffset + 16 * p;
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
            DoubleVector w8r = DoubleVector.broadcast(SPECIES, factors[at + 14]),
                    w8i = DoubleVector.broadcast(SPECIES, factors[at + 15]);
            DoubleVector z8r = y8r.fma(w8r, y8i.mul(w8i).neg()), z8i = y8r.fma(w8i, y8i.mul(w8r));
            int tr = dstReOffset + 9 * LANES * p, ti = dstImOffset + 9 * LANES * p;
            EXACT.cast(y0r).intoArray(dstRe, tr);
            EXACT.cast(z1r).intoArray(dstRe, tr + LANES);
            EXACT.cast(z2r).intoArray(dstRe, tr + 2 * LANES);
            EXACT.cast(z3r).intoArray(dstRe, tr + 3 * LANES);
            EXACT.cast(z4r).intoArray(dstRe, tr + 4 * LANES);
            EXACT.cast(z5r).intoArray(dstRe, tr + 5 * LANES);
            EXACT.cast(z6r).intoArray(dstRe, tr + 6 * LANES);
            EXACT.cast(z7r).intoArray(dstRe, tr + 7 * LANES);
            EXACT.cast(z8r).intoArray(dstRe, tr + 8 * LANES);
            EXACT.cast(y0i).intoArray(dstIm, ti);
            EXACT.cast(z1i).intoArray(dstIm, ti + LANES);
            EXACT.cast(z2i).intoArray(dstIm, ti + 2 * LANES);
            EXACT.cast(z3i).intoArray(dstIm, ti + 3 * LANES);
            EXACT.cast(z4i).intoArray(dstIm, ti + 4 * LANES);
            EXACT.cast(z5i).intoArray(dstIm, ti + 5 * LANES);
            EXACT.cast(z6i).intoArray(dstIm, ti + 6 * LANES);
            EXACT.cast(z7i).intoArray(dstIm, ti + 7 * LANES);
            EXACT.cast(z8i).intoArray(dstIm, ti + 8 * LANES);
        }
    }

    @Override
    void wide(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            int srcStep,
            int srcPitch,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int dstStep,
            int dstPitch,
            int rows,
            int length,
            double[] factors,
            int factorsOffset,
            int factorsPitch) {
        DoubleVector cos1 = DoubleVector.broadcast(SPECIES, ROOTS[0]), sin1 = DoubleVector.broadcast(SPECIES, ROOTS[1]);
        DoubleVector cos2 = DoubleVector.broadcast(SPECIES, ROOTS[2]), sin2 = DoubleVector.broadcast(SPECIES, ROOTS[3]);
        DoubleVector cos3 = DoubleVector.broadcast(SPECIES, ROOTS[4]), sin3 = DoubleVector.broadcast(SPECIES, ROOTS[5]);
        DoubleVector cos4 = DoubleVector.broadcast(SPECIES, ROOTS[6]), sin4 = DoubleVector.broadcast(SPECIES, ROOTS[7]);
        for (int row = 0; row < rows; row++) {
            int from = srcPitch * row, to = dstPitch * row, at = factorsOffset + factorsPitch * row;
            for (int q = 0; q < length; q += LANES) {
                int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
                DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
                DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep);
                DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep);
                DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * srcStep);
                DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 4 * srcStep);
                DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, fr + 5 * srcStep);
                DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, fr + 6 * srcStep);
                DoubleVector x7r = DoubleVector.fromArray(SPECIES, srcRe, fr + 7 * srcStep);
                DoubleVector x8r = DoubleVector.fromArray(SPECIES, srcRe, fr + 8 * srcStep);
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
                DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
                DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * srcStep);
                DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * srcStep);
                DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 7 * srcStep);
                DoubleVector x8i = DoubleVector.fromArray(SPECIES, srcIm, fi + 8 * srcStep);
                DoubleVector u0r = x3r.add(x6r), v0r = x3r.sub(x6r), u0i = x3i.add(x6i), v0i = x3i.sub(x6i);
                DoubleVector c00r = x0r.add(u0r), c00i = x0i.add(u0i);
                DoubleVector a0r = u0r.fma(cos3, x0r), b0r = v0r.mul(sin3);
                DoubleVector a0i = u0i.fma(cos3, x0i), b0i = v0i.mul(sin3);
                DoubleVector c01r = a0r.add(b0i), c01i = a0i.sub(b0r);
                DoubleVector c02r = a0r.sub(b0i), c02i = a0i.add(b0r);
                DoubleVector u1r = x4r.add(x7r), v1r = x4r.sub(x7r), u1i = x4i.add(x7i), v1i = x4i.sub(x7i);
                DoubleVector c10r = x1r.add(u1r), c10i = x1i.add(u1i);
                DoubleVector a1r = u1r.fma(cos3, x1r), b1r = v1r.mul(sin3);
                DoubleVector a1i = u1i.fma(cos3, x1i), b1i = v1i.mul(sin3);
                DoubleVector c11r = a1r.add(b1i), c11i = a1i.sub(b1r);
                DoubleVector c12r = a1r.sub(b1i), c12i = a1i.add(b1r);
                DoubleVector u2r = x5r.add(x8r), v2r = x5r.sub(x8r), u2i = x5i.add(x8i), v2i = x5i.sub(x8i);
                DoubleVector c20r = x2r.add(u2r), c20i = x2i.add(u2i);
                DoubleVector a2r = u2r.fma(cos3, x2r), b2r = v2r.mul(sin3);
                DoubleVector a2i = u2i.fma(cos3, x2i), b2i = v2i.mul(sin3);
                DoubleVector c21r = a2r.add(b2i), c21i = a2i.sub(b2r);
                DoubleVector c22r = a2r.sub(b2i), c22i = a2i.add(b2r);
                DoubleVector d11r = c11r.fma(cos1, c11i.mul(sin1)),
                        d11i = c11i.fma(cos1, c11r.mul(sin1).neg());
                DoubleVector d12r = c12r.fma(cos2, c12i.mul(sin2)),
                        d12i = c12i.fma(cos2, c12r.mul(sin2).neg());
                DoubleVector d21r = c21r.fma(cos2, c21i.mul(sin2)),
                        d21i = c21i.fma(cos2, c21r.mul(sin2).neg());
                DoubleVector d22r = c22r.fma(cos4, c22i.mul(sin4)),
                        d22i = c22i.fma(cos4, c22r.mul(sin4).neg());
                DoubleVector u3r = c10r.add(c20r), v3r = c10r.sub(c20r), u3i = c10i.add(c20i), v3i = c10i.sub(c20i);
                DoubleVector y0r = c00r.add(u3r), y0i = c00i.add(u3i);
                DoubleVector a3r = u3r.fma(cos3, c00r), b3r = v3r.mul(sin3);
                DoubleVector a3i = u3i.fma(cos3, c00i), b3i = v3i.mul(sin3);
                DoubleVector y3r = a3r.add(b3i), y3i = a3i.sub(b3r);
                DoubleVector y6r = a3r.sub(b3i), y6i = a3i.add(b3r);
                DoubleVector u4r = d11r.add(d21r), v4r = d11r.sub(d21r), u4i = d11i.add(d21i), v4i = d11i.sub(d21i);
                DoubleVector y1r = c01r.add(u4r), y1i = c01i.add(u4i);
                DoubleVector a4r = u4r.fma(cos3, c01r), b4r = v4r.mul(sin3);
                DoubleVector a4i = u4i.fma(cos3, c01i), b4i = v4i.mul(sin3);
                DoubleVector y4r = a4r.add(b4i), y4i = a4i.sub(b4r);
                DoubleVector y7r = a4r.sub(b4i), y7i = a4i.add(b4r);
                DoubleVector u5r = d12r.add(d22r), v5r = d12r.sub(d22r), u5i = d12i.add(d22i), v5i = d12i.sub(d22i);
                DoubleVector y2r = c02r.add(u5r), y2i = c02i.add(u5i);
                DoubleVector a5r = u5r.fma(cos3, c02r), b5r = v5r.mul(sin3);
                DoubleVector a5i = u5i.fma(cos3, c02i), b5i = v5i.mul(sin3);
                DoubleVector y5r = a5r.add(b5i), y5i = a5i.sub(b5r);
                DoubleVector y8r = a5r.sub(b5i), y8i = a5i.add(b5r);
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
                DoubleVector w8r = DoubleVector.broadcast(SPECIES, factors[at + 14]),
                        w8i = DoubleVector.broadcast(SPECIES, factors[at + 15]);
                DoubleVector z8r = y8r.fma(w8r, y8i.mul(w8i).neg()), z8i = y8r.fma(w8i, y8i.mul(w8r));
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(z1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(z2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(z3r).intoArray(dstRe, tr + 3 * dstStep);
                EXACT.cast(z4r).intoArray(dstRe, tr + 4 * dstStep);
                EXACT.cast(z5r).intoArray(dstRe, tr + 5 * dstStep);
                EXACT.cast(z6r).intoArray(dstRe, tr + 6 * dstStep);
                EXACT.cast(z7r).intoArray(dstRe, tr + 7 * dstStep);
                EXACT.cast(z8r).intoArray(dstRe, tr + 8 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(z1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(z2i).intoArray(dstIm, ti + 2 * dstStep);
                EXACT.cast(z3i).intoArray(dstIm, ti + 3 * dstStep);
                EXACT.cast(z4i).intoArray(dstIm, ti + 4 * dstStep);
                EXACT.cast(z5i).intoArray(dstIm, ti + 5 * dstStep);
                EXACT.cast(z6i).intoArray(dstIm, ti + 6 * dstStep);
                EXACT.cast(z7i).intoArray(dstIm, ti + 7 * dstStep);
                EXACT.cast(z8i).intoArray(dstIm, ti + 8 * dstStep);
            }
        }
    }

    @Override
    void last(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            int srcStep,
            int srcPitch,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int dstStep,
            int dstPitch,
            int rows,
            int length) {
        DoubleVector cos1 = DoubleVector.broadcast(SPECIES, ROOTS[0]), sin1 = DoubleVector.broadcast(SPECIES, ROOTS[1]);
        DoubleVector cos2 = DoubleVector.broadcast(SPECIES, ROOTS[2]), sin2 = DoubleVector.broadcast(SPECIES, ROOTS[3]);
        DoubleVector cos3 = DoubleVector.broadcast(SPECIES, ROOTS[4]), sin3 = DoubleVector.broadcast(SPECIES, ROOTS[5]);
        DoubleVector cos4 = DoubleVector.broadcast(SPECIES, ROOTS[6]), sin4 = DoubleVector.broadcast(SPECIES, ROOTS[7]);
        for (int row = 0; row < rows; row++) {
            int from = srcPitch * row, to = dstPitch * row;
            for (int q = 0; q < length; q += LANES) {
                int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
                DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
                DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep);
                DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep);
                DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * srcStep);
                DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 4 * srcStep);
                DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, fr + 5 * srcStep);
                DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, fr + 6 * srcStep);
                DoubleVector x7r = DoubleVector.fromArray(SPECIES, srcRe, fr + 7 * srcStep);
                DoubleVector x8r = DoubleVector.fromArray(SPECIES, srcRe, fr + 8 * srcStep);
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
                DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
                DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * srcStep);
                DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * srcStep);
                DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 7 * srcStep);
                DoubleVector x8i = DoubleVector.fromArray(SPECIES, srcIm, fi + 8 * srcStep);
                DoubleVector u0r = x3r.add(x6r), v0r = x3r.sub(x6r), u0i = x3i.add(x6i), v0i = x3i.sub(x6i);
                DoubleVector c00r = x0r.add(u0r), c00i = x0i.add(u0i);
                DoubleVector a0r = u0r.fma(cos3, x0r), b0r = v0r.mul(sin3);
                DoubleVector a0i = u0i.fma(cos3, x0i), b0i = v0i.mul(sin3);
                DoubleVector c01r = a0r.add(b0i), c01i = a0i.sub(b0r);
                DoubleVector c02r = a0r.sub(b0i), c02i = a0i.add(b0r);
                DoubleVector u1r = x4r.add(x7r), v1r = x4r.sub(x7r), u1i = x4i.add(x7i), v1i = x4i.sub(x7i);
                DoubleVector c10r = x1r.add(u1r), c10i = x1i.add(u1i);
                DoubleVector a1r = u1r.fma(cos3, x1r), b1r = v1r.mul(sin3);
                DoubleVector a1i = u1i.fma(cos3, x1i), b1i = v1i.mul(sin3);
                DoubleVector c11r = a1r.add(b1i), c11i = a1i.sub(b1r);
                DoubleVector c12r = a1r.sub(b1i), c12i = a1i.add(b1r);
                DoubleVector u2r = x5r.add(x8r), v2r = x5r.sub(x8r), u2i = x5i.add(x8i), v2i = x5i.sub(x8i);
                DoubleVector c20r = x2r.add(u2r), c20i = x2i.add(u2i);
                DoubleVector a2r = u2r.fma(cos3, x2r), b2r = v2r.mul(sin3);
                DoubleVector a2i = u2i.fma(cos3, x2i), b2i = v2i.mul(sin3);
                DoubleVector c21r = a2r.add(b2i), c21i = a2i.sub(b2r);
                DoubleVector c22r = a2r.sub(b2i), c22i = a2i.add(b2r);
                DoubleVector d11r = c11r.fma(cos1, c11i.mul(sin1)),
                        d11i = c11i.fma(cos1, c11r.mul(sin1).neg());
                DoubleVector d12r = c12r.fma(cos2, c12i.mul(sin2)),
                        d12i = c12i.fma(cos2, c12r.mul(sin2).neg());
                DoubleVector d21r = c21r.fma(cos2, c21i.mul(sin2)),
                        d21i = c21i.fma(cos2, c21r.mul(sin2).neg());
                DoubleVector d22r = c22r.fma(cos4, c22i.mul(sin4)),
                        d22i = c22i.fma(cos4, c22r.mul(sin4).neg());
                DoubleVector u3r = c10r.add(c20r), v3r = c10r.sub(c20r), u3i = c10i.add(c20i), v3i = c10i.sub(c20i);
                DoubleVector y0r = c00r.add(u3r), y0i = c00i.add(u3i);
                DoubleVector a3r = u3r.fma(cos3, c00r), b3r = v3r.mul(sin3);
                DoubleVector a3i = u3i.fma(cos3, c00i), b3i = v3i.mul(sin3);
                DoubleVector y3r = a3r.add(b3i), y3i = a3i.sub(b3r);
                DoubleVector y6r = a3r.sub(b3i), y6i = a3i.add(b3r);
                DoubleVector u4r = d11r.add(d21r), v4r = d11r.sub(d21r), u4i = d11i.add(d21i), v4i = d11i.sub(d21i);
                DoubleVector y1r = c01r.add(u4r), y1i = c01i.add(u4i);
                DoubleVector a4r = u4r.fma(cos3, c01r), b4r = v4r.mul(sin3);
                DoubleVector a4i = u4i.fma(cos3, c01i), b4i = v4i.mul(sin3);
                DoubleVector y4r = a4r.add(b4i), y4i = a4i.sub(b4r);
                DoubleVector y7r = a4r.sub(b4i), y7i = a4i.add(b4r);
                DoubleVector u5r = d12r.add(d22r), v5r = d12r.sub(d22r), u5i = d12i.add(d22i), v5i = d12i.sub(d22i);
                DoubleVector y2r = c02r.add(u5r), y2i = c02i.add(u5i);
                DoubleVector a5r = u5r.fma(cos3, c02r), b5r = v5r.mul(sin3);
                DoubleVector a5i = u5i.fma(cos3, c02i), b5i = v5i.mul(sin3);
                DoubleVector y5r = a5r.add(b5i), y5i = a5i.sub(b5r);
                DoubleVector y8r = a5r.sub(b5i), y8i = a5i.add(b5r);
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(y1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(y2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(y3r).intoArray(dstRe, tr + 3 * dstStep);
                EXACT.cast(y4r).intoArray(dstRe, tr + 4 * dstStep);
                EXACT.cast(y5r).intoArray(dstRe, tr + 5 * dstStep);
                EXACT.cast(y6r).intoArray(dstRe, tr + 6 * dstStep);
                EXACT.cast(y7r).intoArray(dstRe, tr + 7 * dstStep);
                EXACT.cast(y8r).intoArray(dstRe, tr + 8 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(y1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(y2i).intoArray(dstIm, ti + 2 * dstStep);
                EXACT.cast(y3i).intoArray(dstIm, ti + 3 * dstStep);
                EXACT.cast(y4i).intoArray(dstIm, ti + 4 * dstStep);
                EXACT.cast(y5i).intoArray(dstIm, ti + 5 * dstStep);
                EXACT.cast(y6i).intoArray(dstIm, ti + 6 * dstStep);
                EXACT.cast(y7i).intoArray(dstIm, ti + 7 * dstStep);
                EXACT.cast(y8i).intoArray(dstIm, ti + 8 * dstStep);
            }
        }
    }
}
