package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Radix 4. */
final class DoubleFourierRadix4 extends DoubleFourierRadix {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

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
        int step = LANES * m;
        for (int p = firstP; p < pastP; p++) {
            int fr = srcReOffset + LANES * p, fi = srcImOffset + LANES * p;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + step);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * step);
            DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * step);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + step);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * step);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * step);
            DoubleVector a0r = x0r.add(x2r), a2r = x0r.sub(x2r), a1r = x1r.add(x3r), a3r = x1r.sub(x3r);
            DoubleVector a0i = x0i.add(x2i), a2i = x0i.sub(x2i), a1i = x1i.add(x3i), a3i = x1i.sub(x3i);
            DoubleVector y0r = a0r.add(a1r), y0i = a0i.add(a1i), y2r = a0r.sub(a1r), y2i = a0i.sub(a1i);
            DoubleVector y1r = a2r.add(a3i), y1i = a2i.sub(a3r), y3r = a2r.sub(a3i), y3i = a2i.add(a3r);
            int at = factorsOffset + 6 * p;
            DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at]),
                    w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
            DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
            DoubleVector w2r = DoubleVector.broadcast(SPECIES, factors[at + 2]),
                    w2i = DoubleVector.broadcast(SPECIES, factors[at + 3]);
            DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
            DoubleVector w3r = DoubleVector.broadcast(SPECIES, factors[at + 4]),
                    w3i = DoubleVector.broadcast(SPECIES, factors[at + 5]);
            DoubleVector z3r = y3r.fma(w3r, y3i.mul(w3i).neg()), z3i = y3r.fma(w3i, y3i.mul(w3r));
            int tr = dstReOffset + 4 * LANES * p, ti = dstImOffset + 4 * LANES * p;
            EXACT.cast(y0r).intoArray(dstRe, tr);
            EXACT.cast(z1r).intoArray(dstRe, tr + LANES);
            EXACT.cast(z2r).intoArray(dstRe, tr + 2 * LANES);
            EXACT.cast(z3r).intoArray(dstRe, tr + 3 * LANES);
            EXACT.cast(y0i).intoArray(dstIm, ti);
            EXACT.cast(z1i).intoArray(dstIm, ti + LANES);
            EXACT.cast(z2i).intoArray(dstIm, ti + 2 * LANES);
            EXACT.cast(z3i).intoArray(dstIm, ti + 3 * LANES);
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
        for (int row = 0; row < rows; row++) {
            int from = srcPitch * row, to = dstPitch * row, at = factorsOffset + factorsPitch * row;
            for (int q = 0; q < length; q += LANES) {
                int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
                DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
                DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep);
                DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep);
                DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * srcStep);
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
                DoubleVector a0r = x0r.add(x2r), a2r = x0r.sub(x2r), a1r = x1r.add(x3r), a3r = x1r.sub(x3r);
                DoubleVector a0i = x0i.add(x2i), a2i = x0i.sub(x2i), a1i = x1i.add(x3i), a3i = x1i.sub(x3i);
                DoubleVector y0r = a0r.add(a1r), y0i = a0i.add(a1i), y2r = a0r.sub(a1r), y2i = a0i.sub(a1i);
                DoubleVector y1r = a2r.add(a3i), y1i = a2i.sub(a3r), y3r = a2r.sub(a3i), y3i = a2i.add(a3r);
                DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at]),
                        w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
                DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
                DoubleVector w2r = DoubleVector.broadcast(SPECIES, factors[at + 2]),
                        w2i = DoubleVector.broadcast(SPECIES, factors[at + 3]);
                DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
                DoubleVector w3r = DoubleVector.broadcast(SPECIES, factors[at + 4]),
                        w3i = DoubleVector.broadcast(SPECIES, factors[at + 5]);
                DoubleVector z3r = y3r.fma(w3r, y3i.mul(w3i).neg()), z3i = y3r.fma(w3i, y3i.mul(w3r));
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(z1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(z2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(z3r).intoArray(dstRe, tr + 3 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(z1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(z2i).intoArray(dstIm, ti + 2 * dstStep);
                EXACT.cast(z3i).intoArray(dstIm, ti + 3 * dstStep);
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
        for (int row = 0; row < rows; row++) {
            int from = srcPitch * row, to = dstPitch * row;
            for (int q = 0; q < length; q += LANES) {
                int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
                DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
                DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep);
                DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep);
                DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * srcStep);
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
                DoubleVector a0r = x0r.add(x2r), a2r = x0r.sub(x2r), a1r = x1r.add(x3r), a3r = x1r.sub(x3r);
                DoubleVector a0i = x0i.add(x2i), a2i = x0i.sub(x2i), a1i = x1i.add(x3i), a3i = x1i.sub(x3i);
                DoubleVector y0r = a0r.add(a1r), y0i = a0i.add(a1i), y2r = a0r.sub(a1r), y2i = a0i.sub(a1i);
                DoubleVector y1r = a2r.add(a3i), y1i = a2i.sub(a3r), y3r = a2r.sub(a3i), y3i = a2i.add(a3r);
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(y1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(y2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(y3r).intoArray(dstRe, tr + 3 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(y1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(y2i).intoArray(dstIm, ti + 2 * dstStep);
                EXACT.cast(y3i).intoArray(dstIm, ti + 3 * dstStep);
            }
        }
    }
}
