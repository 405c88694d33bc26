package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Radix 8. */
final class DoubleFourierRadix8 extends DoubleFourierRadix {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();
    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

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
        DoubleVector half = DoubleVector.broadcast(SPECIES, SQRT_HALF),
                minusHalf = DoubleVector.broadcast(SPECIES, -SQRT_HALF);
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
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + step);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * step);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * step);
            DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * step);
            DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * step);
            DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * step);
            DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 7 * step);
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
            int at = factorsOffset + 14 * p;
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
            int tr = dstReOffset + 8 * LANES * p, ti = dstImOffset + 8 * LANES * p;
            EXACT.cast(y0r).intoArray(dstRe, tr);
            EXACT.cast(z1r).intoArray(dstRe, tr + LANES);
            EXACT.cast(z2r).intoArray(dstRe, tr + 2 * LANES);
            EXACT.cast(z3r).intoArray(dstRe, tr + 3 * LANES);
            EXACT.cast(z4r).intoArray(dstRe, tr + 4 * LANES);
            EXACT.cast(z5r).intoArray(dstRe, tr + 5 * LANES);
            EXACT.cast(z6r).intoArray(dstRe, tr + 6 * LANES);
            EXACT.cast(z7r).intoArray(dstRe, tr + 7 * LANES);
            EXACT.cast(y0i).intoArray(dstIm, ti);
            EXACT.cast(z1i).intoArray(dstIm, ti + LANES);
            EXACT.cast(z2i).intoArray(dstIm, ti + 2 * LANES);
            EXACT.cast(z3i).intoArray(dstIm, ti + 3 * LANES);
            EXACT.cast(z4i).intoArray(dstIm, ti + 4 * LANES);
            EXACT.cast(z5i).intoArray(dstIm, ti + 5 * LANES);
            EXACT.cast(z6i).intoArray(dstIm, ti + 6 * LANES);
            EXACT.cast(z7i).intoArray(dstIm, ti + 7 * LANES);
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
        DoubleVector half = DoubleVector.broadcast(SPECIES, SQRT_HALF),
                minusHalf = DoubleVector.broadcast(SPECIES, -SQRT_HALF);
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
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
                DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
                DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * srcStep);
                DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * srcStep);
                DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 7 * srcStep);
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
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(z1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(z2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(z3r).intoArray(dstRe, tr + 3 * dstStep);
                EXACT.cast(z4r).intoArray(dstRe, tr + 4 * dstStep);
                EXACT.cast(z5r).intoArray(dstRe, tr + 5 * dstStep);
                EXACT.cast(z6r).intoArray(dstRe, tr + 6 * dstStep);
                EXACT.cast(z7r).intoArray(dstRe, tr + 7 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(z1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(z2i).intoArray(dstIm, ti + 2 * dstStep);
                EXACT.cast(z3i).intoArray(dstIm, ti + 3 * dstStep);
                EXACT.cast(z4i).intoArray(dstIm, ti + 4 * dstStep);
                EXACT.cast(z5i).intoArray(dstIm, ti + 5 * dstStep);
                EXACT.cast(z6i).intoArray(dstIm, ti + 6 * dstStep);
                EXACT.cast(z7i).intoArray(dstIm, ti + 7 * dstStep);
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
        DoubleVector half = DoubleVector.broadcast(SPECIES, SQRT_HALF),
                minusHalf = DoubleVector.broadcast(SPECIES, -SQRT_HALF);
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
                DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
                DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
                DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
                DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
                DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
                DoubleVector x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * srcStep);
                DoubleVector x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * srcStep);
                DoubleVector x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 7 * srcStep);
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
                int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
                EXACT.cast(y0r).intoArray(dstRe, tr);
                EXACT.cast(y1r).intoArray(dstRe, tr + dstStep);
                EXACT.cast(y2r).intoArray(dstRe, tr + 2 * dstStep);
                EXACT.cast(y3r).intoArray(dstRe, tr + 3 * dstStep);
                EXACT.cast(y4r).intoArray(dstRe, tr + 4 * dstStep);
                EXACT.cast(y5r).intoArray(dstRe, tr + 5 * dstStep);
                EXACT.cast(y6r).intoArray(dstRe, tr + 6 * dstStep);
                EXACT.cast(y7r).intoArray(dstRe, tr + 7 * dstStep);
                EXACT.cast(y0i).intoArray(dstIm, ti);
                EXACT.cast(y1i).intoArray(dstIm, ti + dstStep);
                EXACT.cast(y2i).intoArray(dstIm, ti + 2 * dstStep);
                EXACT.cast(y3i).intoArray(dstIm, ti + 3 * dstStep);
                EXACT.cast(y4i).intoArray(dstIm, ti + 4 * dstStep);
                EXACT.cast(y5i).intoArray(dstIm, ti + 5 * dstStep);
                EXACT.cast(y6i).intoArray(dstIm, ti + 6 * dstStep);
                EXACT.cast(y7i).intoArray(dstIm, ti + 7 * dstStep);
            }
        }
    }
}
