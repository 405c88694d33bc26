package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes of radix 4 of a Fourier transform in which a vector is of several {@code p}: their outputs lie apart, and are
 * brought together in registers.
 */
final class DoubleFourierSorting4 {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleFourierSorting4() {}

    /**
     * The first pass, {@code s = 1}, of butterflies {@code first ... past - 1}; their outputs are sorted by transposing in registers.
     * The factors are those of {@code first} and after it, by vectors.
     */
    static void leading(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int m,
            int first,
            int past,
            double[] factors,
            int factorsOffset) {
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW, 0),
                high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH, 0);
        for (int p = first; p < past; p += LANES) {
            int fr = srcReOffset + p, fi = srcImOffset + p;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + m);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * m);
            DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * m);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + m);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * m);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * m);
            DoubleVector a0r = x0r.add(x2r), a2r = x0r.sub(x2r), a1r = x1r.add(x3r), a3r = x1r.sub(x3r);
            DoubleVector a0i = x0i.add(x2i), a2i = x0i.sub(x2i), a1i = x1i.add(x3i), a3i = x1i.sub(x3i);
            DoubleVector y0r = a0r.add(a1r), y0i = a0i.add(a1i), y2r = a0r.sub(a1r), y2i = a0i.sub(a1i);
            DoubleVector y1r = a2r.add(a3i), y1i = a2i.sub(a3r), y3r = a2r.sub(a3i), y3i = a2i.add(a3r);
            int at = factorsOffset + 6 * (p - first);
            DoubleVector w1r = DoubleVector.fromArray(SPECIES, factors, at),
                    w1i = DoubleVector.fromArray(SPECIES, factors, at + LANES);
            DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
            DoubleVector w2r = DoubleVector.fromArray(SPECIES, factors, at + 2 * LANES),
                    w2i = DoubleVector.fromArray(SPECIES, factors, at + 3 * LANES);
            DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
            DoubleVector w3r = DoubleVector.fromArray(SPECIES, factors, at + 4 * LANES),
                    w3i = DoubleVector.fromArray(SPECIES, factors, at + 5 * LANES);
            DoubleVector z3r = y3r.fma(w3r, y3i.mul(w3i).neg()), z3i = y3r.fma(w3i, y3i.mul(w3r));
            int tr = dstReOffset + 4 * p, ti = dstImOffset + 4 * p;
            DoubleVector p0r = low.selectFrom(y0r, z2r), p1r = high.selectFrom(y0r, z2r);
            DoubleVector p2r = low.selectFrom(z1r, z3r), p3r = high.selectFrom(z1r, z3r);
            DoubleVector q0r = low.selectFrom(p0r, p2r), q1r = high.selectFrom(p0r, p2r);
            DoubleVector q2r = low.selectFrom(p1r, p3r), q3r = high.selectFrom(p1r, p3r);
            EXACT.cast(q0r).intoArray(dstRe, tr);
            EXACT.cast(q1r).intoArray(dstRe, tr + LANES);
            EXACT.cast(q2r).intoArray(dstRe, tr + 2 * LANES);
            EXACT.cast(q3r).intoArray(dstRe, tr + 3 * LANES);
            DoubleVector p0i = low.selectFrom(y0i, z2i), p1i = high.selectFrom(y0i, z2i);
            DoubleVector p2i = low.selectFrom(z1i, z3i), p3i = high.selectFrom(z1i, z3i);
            DoubleVector q0i = low.selectFrom(p0i, p2i), q1i = high.selectFrom(p0i, p2i);
            DoubleVector q2i = low.selectFrom(p1i, p3i), q3i = high.selectFrom(p1i, p3i);
            EXACT.cast(q0i).intoArray(dstIm, ti);
            EXACT.cast(q1i).intoArray(dstIm, ti + LANES);
            EXACT.cast(q2i).intoArray(dstIm, ti + 2 * LANES);
            EXACT.cast(q3i).intoArray(dstIm, ti + 3 * LANES);
        }
    }

    /** A pass with {@code s = LANES / 2}, of butterflies {@code first ... past - 1}, two of them in each vector. */
    static void paired(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int m,
            int first,
            int past,
            double[] factors,
            int factorsOffset) {
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW_HALVES, 0),
                high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH_HALVES, 0);
        VectorMask<Double> upper = DoubleLaneZips.UPPER_HALF;
        int step = LANES / 2 * m;
        for (int p = first; p < past; p += 2) {
            int fr = srcReOffset + LANES / 2 * p, fi = srcImOffset + LANES / 2 * p;
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
            DoubleVector
                    w1r =
                            DoubleVector.broadcast(SPECIES, factors[at + 0])
                                    .blend(DoubleVector.broadcast(SPECIES, factors[at + 6]), upper),
                    w1i =
                            DoubleVector.broadcast(SPECIES, factors[at + 1])
                                    .blend(DoubleVector.broadcast(SPECIES, factors[at + 7]), upper);
            DoubleVector z1r = y1r.fma(w1r, y1i.mul(w1i).neg()), z1i = y1r.fma(w1i, y1i.mul(w1r));
            DoubleVector
                    w2r =
                            DoubleVector.broadcast(SPECIES, factors[at + 2])
                                    .blend(DoubleVector.broadcast(SPECIES, factors[at + 8]), upper),
                    w2i =
                            DoubleVector.broadcast(SPECIES, factors[at + 3])
                                    .blend(DoubleVector.broadcast(SPECIES, factors[at + 9]), upper);
            DoubleVector z2r = y2r.fma(w2r, y2i.mul(w2i).neg()), z2i = y2r.fma(w2i, y2i.mul(w2r));
            DoubleVector
                    w3r =
                            DoubleVector.broadcast(SPECIES, factors[at + 4])
                                    .blend(DoubleVector.broadcast(SPECIES, factors[at + 10]), upper),
                    w3i =
                            DoubleVector.broadcast(SPECIES, factors[at + 5])
                                    .blend(DoubleVector.broadcast(SPECIES, factors[at + 11]), upper);
            DoubleVector z3r = y3r.fma(w3r, y3i.mul(w3i).neg()), z3i = y3r.fma(w3i, y3i.mul(w3r));
            int tr = dstReOffset + 2 * LANES * p, ti = dstImOffset + 2 * LANES * p;
            EXACT.cast(low.selectFrom(y0r, z1r)).intoArray(dstRe, tr);
            EXACT.cast(low.selectFrom(z2r, z3r)).intoArray(dstRe, tr + 1 * LANES);
            EXACT.cast(high.selectFrom(y0r, z1r)).intoArray(dstRe, tr + 2 * LANES);
            EXACT.cast(high.selectFrom(z2r, z3r)).intoArray(dstRe, tr + 3 * LANES);
            EXACT.cast(low.selectFrom(y0i, z1i)).intoArray(dstIm, ti);
            EXACT.cast(low.selectFrom(z2i, z3i)).intoArray(dstIm, ti + 1 * LANES);
            EXACT.cast(high.selectFrom(y0i, z1i)).intoArray(dstIm, ti + 2 * LANES);
            EXACT.cast(high.selectFrom(z2i, z3i)).intoArray(dstIm, ti + 3 * LANES);
        }
    }
}
