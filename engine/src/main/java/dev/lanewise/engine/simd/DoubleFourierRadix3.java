package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Radix 3. */
final class DoubleFourierRadix3 extends DoubleFourierRadix {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Cosine and sine of one 3th of a turn, of two, and so on. */
    private static final double[] ROOTS = RootsOfUnity.doubleCoefficients(3);

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
        int step = LANES * m;
        for (int p = firstP; p < pastP; p++) {
            int fr = srcReOffset + LANES * p, fi = srcImOffset + LANES * p;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + step);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * step);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + step);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * step);
            DoubleVector u1r = x1r.add(x2r), v1r = x1r.sub(x2r);
            DoubleVector u1i = x1i.add(x2i), v1i = x1i.sub(x2i);
            DoubleVector y0r = x0r.add(u1r);
            DoubleVector y0i = x0i.add(u1i);
            DoubleVector a1r = u1r.fma(cos1, x0r);
            DoubleVector b1r = v1r.mul(sin1);
            DoubleVector a1i = u1i.fma(cos1, x0i);
            DoubleVector b1i = v1i.mul(sin1);
            DoubleVector y1r = a1r.add(b1i), y1i = a1i.sub(b1r), y2r = a1r.sub(b1i), y2i = a1i.add(b1r);
            int at = factorsOffset + 4 * p;
            DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at]),
                    w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
            DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
            DoubleVector w2r = DoubleVector.broadcast(SPECIES, factors[at + 2]),
                    w2i = DoubleVector.broadcast(SPECIES, factors[at + 3]);
            DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
            int tr = dstReOffset + 3 * LANES * p, ti = dstImOffset + 3 * LANES * p;
            EXACT.cast(y0r).intoArray(dstRe, tr);
            EXACT.cast(z1r).intoArray(dstRe, tr + LANES);
            EXACT.cast(z2r).intoArray(dstRe, tr + 2 * LANES);
            EXACT.cast(y0i).intoArray(dstIm, ti);
            EXACT.cast(z1i).intoArray(dstIm, ti + LANES);
            EXACT.cast(z2i).intoArray(dstIm, ti + 2 * LANES);
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
        for (int row = 0; row < rows; row++) {
            int from = srcPitch * row, to = dstPitch * row, at = factorsOffset + factorsPitch * row;
            for (int q = 0; q < length; q += LANES) {
                int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
                DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
                DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep);
                DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep);
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector u1r = x1r.add(x2r), v1r = x1r.sub(x2r);
                DoubleVector u1i = x1i.add(x2i), v1i = x1i.sub(x2i);
                DoubleVector y0r = x0r.add(u1r);
                DoubleVector y0i = x0i.add(u1i);
                DoubleVector a1r = u1r.fma(cos1, x0r);
                DoubleVector b1r = v1r.mul(sin1);
                DoubleVector a1i = u1i.fma(cos1, x0i);
                DoubleVector b1i = v1i.mul(sin1);
                DoubleVector y1r = a1r.add(b1i), y1i = a1i.sub(b1r), y2r = a1r.sub(b1i), y2i = a1i.add(b1r);
                DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at]),
                        w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
                DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
                DoubleVector w2r = DoubleVector.broadcast(SPECIES, factors[at + 2]),
                        w2i = DoubleVector.broadcast(SPECIES, factors[at + 3]);
                DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(z1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(z2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(z1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(z2i).intoArray(dstIm, ti + 2 * dstStep);
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
        for (int row = 0; row < rows; row++) {
            int from = srcPitch * row, to = dstPitch * row;
            for (int q = 0; q < length; q += LANES) {
                int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
                DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
                DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep);
                DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep);
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector u1r = x1r.add(x2r), v1r = x1r.sub(x2r);
                DoubleVector u1i = x1i.add(x2i), v1i = x1i.sub(x2i);
                DoubleVector y0r = x0r.add(u1r);
                DoubleVector y0i = x0i.add(u1i);
                DoubleVector a1r = u1r.fma(cos1, x0r);
                DoubleVector b1r = v1r.mul(sin1);
                DoubleVector a1i = u1i.fma(cos1, x0i);
                DoubleVector b1i = v1i.mul(sin1);
                DoubleVector y1r = a1r.add(b1i), y1i = a1i.sub(b1r), y2r = a1r.sub(b1i), y2i = a1i.add(b1r);
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(y1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(y2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(y1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(y2i).intoArray(dstIm, ti + 2 * dstStep);
            }
        }
    }
}
