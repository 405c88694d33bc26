package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Radix 7. */
final class DoubleFourierRadix7 extends DoubleFourierRadix {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Cosine and sine of one 7th of a turn, of two, and so on. */
    private static final double[] ROOTS = RootsOfUnity.doubleCoefficients(7);

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
        DoubleVector minusSin1 = DoubleVector.broadcast(SPECIES, -ROOTS[1]);
        DoubleVector minusSin3 = DoubleVector.broadcast(SPECIES, -ROOTS[5]);
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
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + step);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * step);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * step);
            DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * step);
            DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * step);
            DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * step);
            DoubleVector u1r = x1r.add(x6r), v1r = x1r.sub(x6r);
            DoubleVector u2r = x2r.add(x5r), v2r = x2r.sub(x5r);
            DoubleVector u3r = x3r.add(x4r), v3r = x3r.sub(x4r);
            DoubleVector u1i = x1i.add(x6i), v1i = x1i.sub(x6i);
            DoubleVector u2i = x2i.add(x5i), v2i = x2i.sub(x5i);
            DoubleVector u3i = x3i.add(x4i), v3i = x3i.sub(x4i);
            DoubleVector y0r = x0r.add(u1r).add(u2r).add(u3r);
            DoubleVector y0i = x0i.add(u1i).add(u2i).add(u3i);
            DoubleVector a1r = u3r.fma(cos3, u2r.fma(cos2, u1r.fma(cos1, x0r)));
            DoubleVector b1r = v3r.fma(sin3, v2r.fma(sin2, v1r.mul(sin1)));
            DoubleVector a1i = u3i.fma(cos3, u2i.fma(cos2, u1i.fma(cos1, x0i)));
            DoubleVector b1i = v3i.fma(sin3, v2i.fma(sin2, v1i.mul(sin1)));
            DoubleVector y1r = a1r.add(b1i), y1i = a1i.sub(b1r), y6r = a1r.sub(b1i), y6i = a1i.add(b1r);
            DoubleVector a2r = u3r.fma(cos1, u2r.fma(cos3, u1r.fma(cos2, x0r)));
            DoubleVector b2r = v3r.fma(minusSin1, v2r.fma(minusSin3, v1r.mul(sin2)));
            DoubleVector a2i = u3i.fma(cos1, u2i.fma(cos3, u1i.fma(cos2, x0i)));
            DoubleVector b2i = v3i.fma(minusSin1, v2i.fma(minusSin3, v1i.mul(sin2)));
            DoubleVector y2r = a2r.add(b2i), y2i = a2i.sub(b2r), y5r = a2r.sub(b2i), y5i = a2i.add(b2r);
            DoubleVector a3r = u3r.fma(cos2, u2r.fma(cos1, u1r.fma(cos3, x0r)));
            DoubleVector b3r = v3r.fma(sin2, v2r.fma(minusSin1, v1r.mul(sin3)));
            DoubleVector a3i = u3i.fma(cos2, u2i.fma(cos1, u1i.fma(cos3, x0i)));
            DoubleVector b3i = v3i.fma(sin2, v2i.fma(minusSin1, v1i.mul(sin3)));
            DoubleVector y3r = a3r.add(b3i), y3i = a3i.sub(b3r), y4r = a3r.sub(b3i), y4i = a3i.add(b3r);
            int at = factorsOffset + 12 * p;
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
            int tr = dstReOffset + 7 * LANES * p, ti = dstImOffset + 7 * LANES * p;
            EXACT.cast(y0r).intoArray(dstRe, tr);
            EXACT.cast(z1r).intoArray(dstRe, tr + LANES);
            EXACT.cast(z2r).intoArray(dstRe, tr + 2 * LANES);
            EXACT.cast(z3r).intoArray(dstRe, tr + 3 * LANES);
            EXACT.cast(z4r).intoArray(dstRe, tr + 4 * LANES);
            EXACT.cast(z5r).intoArray(dstRe, tr + 5 * LANES);
            EXACT.cast(z6r).intoArray(dstRe, tr + 6 * LANES);
            EXACT.cast(y0i).intoArray(dstIm, ti);
            EXACT.cast(z1i).intoArray(dstIm, ti + LANES);
            EXACT.cast(z2i).intoArray(dstIm, ti + 2 * LANES);
            EXACT.cast(z3i).intoArray(dstIm, ti + 3 * LANES);
            EXACT.cast(z4i).intoArray(dstIm, ti + 4 * LANES);
            EXACT.cast(z5i).intoArray(dstIm, ti + 5 * LANES);
            EXACT.cast(z6i).intoArray(dstIm, ti + 6 * LANES);
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
        DoubleVector minusSin1 = DoubleVector.broadcast(SPECIES, -ROOTS[1]);
        DoubleVector minusSin3 = DoubleVector.broadcast(SPECIES, -ROOTS[5]);
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
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
                DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
                DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * srcStep);
                DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * srcStep);
                DoubleVector u1r = x1r.add(x6r), v1r = x1r.sub(x6r);
                DoubleVector u2r = x2r.add(x5r), v2r = x2r.sub(x5r);
                DoubleVector u3r = x3r.add(x4r), v3r = x3r.sub(x4r);
                DoubleVector u1i = x1i.add(x6i), v1i = x1i.sub(x6i);
                DoubleVector u2i = x2i.add(x5i), v2i = x2i.sub(x5i);
                DoubleVector u3i = x3i.add(x4i), v3i = x3i.sub(x4i);
                DoubleVector y0r = x0r.add(u1r).add(u2r).add(u3r);
                DoubleVector y0i = x0i.add(u1i).add(u2i).add(u3i);
                DoubleVector a1r = u3r.fma(cos3, u2r.fma(cos2, u1r.fma(cos1, x0r)));
                DoubleVector b1r = v3r.fma(sin3, v2r.fma(sin2, v1r.mul(sin1)));
                DoubleVector a1i = u3i.fma(cos3, u2i.fma(cos2, u1i.fma(cos1, x0i)));
                DoubleVector b1i = v3i.fma(sin3, v2i.fma(sin2, v1i.mul(sin1)));
                DoubleVector y1r = a1r.add(b1i), y1i = a1i.sub(b1r), y6r = a1r.sub(b1i), y6i = a1i.add(b1r);
                DoubleVector a2r = u3r.fma(cos1, u2r.fma(cos3, u1r.fma(cos2, x0r)));
                DoubleVector b2r = v3r.fma(minusSin1, v2r.fma(minusSin3, v1r.mul(sin2)));
                DoubleVector a2i = u3i.fma(cos1, u2i.fma(cos3, u1i.fma(cos2, x0i)));
                DoubleVector b2i = v3i.fma(minusSin1, v2i.fma(minusSin3, v1i.mul(sin2)));
                DoubleVector y2r = a2r.add(b2i), y2i = a2i.sub(b2r), y5r = a2r.sub(b2i), y5i = a2i.add(b2r);
                DoubleVector a3r = u3r.fma(cos2, u2r.fma(cos1, u1r.fma(cos3, x0r)));
                DoubleVector b3r = v3r.fma(sin2, v2r.fma(minusSin1, v1r.mul(sin3)));
                DoubleVector a3i = u3i.fma(cos2, u2i.fma(cos1, u1i.fma(cos3, x0i)));
                DoubleVector b3i = v3i.fma(sin2, v2i.fma(minusSin1, v1i.mul(sin3)));
                DoubleVector y3r = a3r.add(b3i), y3i = a3i.sub(b3r), y4r = a3r.sub(b3i), y4i = a3i.add(b3r);
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
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(z1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(z2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(z3r).intoArray(dstRe, tr + 3 * dstStep);
                EXACT.cast(z4r).intoArray(dstRe, tr + 4 * dstStep);
                EXACT.cast(z5r).intoArray(dstRe, tr + 5 * dstStep);
                EXACT.cast(z6r).intoArray(dstRe, tr + 6 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(z1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(z2i).intoArray(dstIm, ti + 2 * dstStep);
                EXACT.cast(z3i).intoArray(dstIm, ti + 3 * dstStep);
                EXACT.cast(z4i).intoArray(dstIm, ti + 4 * dstStep);
                EXACT.cast(z5i).intoArray(dstIm, ti + 5 * dstStep);
                EXACT.cast(z6i).intoArray(dstIm, ti + 6 * dstStep);
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
        DoubleVector minusSin1 = DoubleVector.broadcast(SPECIES, -ROOTS[1]);
        DoubleVector minusSin3 = DoubleVector.broadcast(SPECIES, -ROOTS[5]);
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
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
                DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
                DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * srcStep);
                DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * srcStep);
                DoubleVector u1r = x1r.add(x6r), v1r = x1r.sub(x6r);
                DoubleVector u2r = x2r.add(x5r), v2r = x2r.sub(x5r);
                DoubleVector u3r = x3r.add(x4r), v3r = x3r.sub(x4r);
                DoubleVector u1i = x1i.add(x6i), v1i = x1i.sub(x6i);
                DoubleVector u2i = x2i.add(x5i), v2i = x2i.sub(x5i);
                DoubleVector u3i = x3i.add(x4i), v3i = x3i.sub(x4i);
                DoubleVector y0r = x0r.add(u1r).add(u2r).add(u3r);
                DoubleVector y0i = x0i.add(u1i).add(u2i).add(u3i);
                DoubleVector a1r = u3r.fma(cos3, u2r.fma(cos2, u1r.fma(cos1, x0r)));
                DoubleVector b1r = v3r.fma(sin3, v2r.fma(sin2, v1r.mul(sin1)));
                DoubleVector a1i = u3i.fma(cos3, u2i.fma(cos2, u1i.fma(cos1, x0i)));
                DoubleVector b1i = v3i.fma(sin3, v2i.fma(sin2, v1i.mul(sin1)));
                DoubleVector y1r = a1r.add(b1i), y1i = a1i.sub(b1r), y6r = a1r.sub(b1i), y6i = a1i.add(b1r);
                DoubleVector a2r = u3r.fma(cos1, u2r.fma(cos3, u1r.fma(cos2, x0r)));
                DoubleVector b2r = v3r.fma(minusSin1, v2r.fma(minusSin3, v1r.mul(sin2)));
                DoubleVector a2i = u3i.fma(cos1, u2i.fma(cos3, u1i.fma(cos2, x0i)));
                DoubleVector b2i = v3i.fma(minusSin1, v2i.fma(minusSin3, v1i.mul(sin2)));
                DoubleVector y2r = a2r.add(b2i), y2i = a2i.sub(b2r), y5r = a2r.sub(b2i), y5i = a2i.add(b2r);
                DoubleVector a3r = u3r.fma(cos2, u2r.fma(cos1, u1r.fma(cos3, x0r)));
                DoubleVector b3r = v3r.fma(sin2, v2r.fma(minusSin1, v1r.mul(sin3)));
                DoubleVector a3i = u3i.fma(cos2, u2i.fma(cos1, u1i.fma(cos3, x0i)));
                DoubleVector b3i = v3i.fma(sin2, v2i.fma(minusSin1, v1i.mul(sin3)));
                DoubleVector y3r = a3r.add(b3i), y3i = a3i.sub(b3r), y4r = a3r.sub(b3i), y4i = a3i.add(b3r);
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(y1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(y2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(y3r).intoArray(dstRe, tr + 3 * dstStep);
                EXACT.cast(y4r).intoArray(dstRe, tr + 4 * dstStep);
                EXACT.cast(y5r).intoArray(dstRe, tr + 5 * dstStep);
                EXACT.cast(y6r).intoArray(dstRe, tr + 6 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(y1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(y2i).intoArray(dstIm, ti + 2 * dstStep);
                EXACT.cast(y3i).intoArray(dstIm, ti + 3 * dstStep);
                EXACT.cast(y4i).intoArray(dstIm, ti + 4 * dstStep);
                EXACT.cast(y5i).intoArray(dstIm, ti + 5 * dstStep);
                EXACT.cast(y6i).intoArray(dstIm, ti + 6 * dstStep);
            }
        }
    }
}
