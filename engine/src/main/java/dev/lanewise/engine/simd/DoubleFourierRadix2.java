package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Radix 2. */
final class DoubleFourierRadix2 extends DoubleFourierRadix {
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
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + step);
            DoubleVector y0r = x0r.add(x1r), y1r = x0r.sub(x1r), y0i = x0i.add(x1i), y1i = x0i.sub(x1i);
            int at = factorsOffset + 2 * p;
            DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at]),
                    w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
            DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
            int tr = dstReOffset + 2 * LANES * p, ti = dstImOffset + 2 * LANES * p;
            EXACT.cast(y0r).intoArray(dstRe, tr);
            EXACT.cast(z1r).intoArray(dstRe, tr + LANES);
            EXACT.cast(y0i).intoArray(dstIm, ti);
            EXACT.cast(z1i).intoArray(dstIm, ti + LANES);
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
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector y0r = x0r.add(x1r), y1r = x0r.sub(x1r), y0i = x0i.add(x1i), y1i = x0i.sub(x1i);
                DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at]),
                        w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
                DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(z1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(z1i).intoArray(dstIm, ti + dstStep);
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
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector y0r = x0r.add(x1r), y1r = x0r.sub(x1r), y0i = x0i.add(x1i), y1i = x0i.sub(x1i);
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(y1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(y1i).intoArray(dstIm, ti + dstStep);
            }
        }
    }
}
