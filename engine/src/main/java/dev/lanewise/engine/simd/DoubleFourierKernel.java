package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes of a Fourier transform on vectors. What does not fill a vector is left to the scalar kernel, which runs the
 * same graph.
 */
public final class DoubleFourierKernel extends dev.lanewise.engine.scalar.DoubleFourierKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();

    /** C2 does not shuffle vectors of two doubles: each shuffle would be a call and an object. */
    private static final boolean SHUFFLES = LANES > 2;

    /** Makes the kernel. */
    public DoubleFourierKernel() {}

    @Override
    public boolean wantsFactorsByOutput(int radix, int m, int s) {
        return SHUFFLES && s == 1 && m >= LANES && (radix == 4 || radix == 8);
    }

    @Override
    public int scratchLength() {
        return super.scratchLength() * LANES;
    }

    @Override
    public void pass(
            int radix,
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int m,
            int s,
            double[] factors,
            int factorsOffset,
            double[] scratch) {
        int a = srcReOffset, b = srcImOffset, c = dstReOffset, d = dstImOffset, f = factorsOffset;
        if (s < LANES) {
            if (wantsFactorsByOutput(radix, m, s)) {
                leading(radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, factors, f);
            } else if (SHUFFLES && 2 * s == LANES && m > 1 && (radix == 4 || radix == 8)) {
                paired(radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, factors, f);
            } else {
                super.pass(radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, factors, f, scratch);
            }
            return;
        }
        switch (radix) {
            case 2 -> DoubleFourierSmallRadix.radix2(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, factors, f);
            case 3 -> DoubleFourierSmallRadix.radix3(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, factors, f);
            case 4 -> {
                if (m == 1) {
                    DoubleFourierRadix4.last(srcRe, a, srcIm, b, dstRe, c, dstIm, d, s, 0, s - s % LANES);
                    if (s % LANES > 0) {
                        DoubleFourierRadix4.last(srcRe, a, srcIm, b, dstRe, c, dstIm, d, s, s - LANES, s);
                    }
                } else {
                    DoubleFourierRadix4.middle(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, factors, f);
                }
            }
            case 5 -> DoubleFourierSmallRadix.radix5(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, factors, f);
            case 8 -> {
                if (m == 1) {
                    DoubleFourierRadix8.last(srcRe, a, srcIm, b, dstRe, c, dstIm, d, s, 0, s - s % LANES);
                    if (s % LANES > 0) {
                        DoubleFourierRadix8.last(srcRe, a, srcIm, b, dstRe, c, dstIm, d, s, s - LANES, s);
                    }
                } else {
                    DoubleFourierRadix8.middle(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, factors, f);
                }
            }
            default ->
                DoubleFourierSmallRadix.any(radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, factors, f, scratch);
        }
    }

    /** The first pass. Where vectors do not fill {@code m}, the last one overlaps the one before. */
    private static void leading(
            int radix,
            double[] srcRe,
            int a,
            double[] srcIm,
            int b,
            double[] dstRe,
            int c,
            double[] dstIm,
            int d,
            int m,
            double[] factors,
            int f) {
        int whole = m - m % LANES;
        if (radix == 4) {
            DoubleFourierSorting4.leading(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, 0, whole, factors, f);
            if (whole < m) {
                DoubleFourierSorting4.leading(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, m - LANES, m, factors, f);
            }
        } else {
            DoubleFourierSorting8.leading(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, 0, whole, factors, f);
            if (whole < m) {
                DoubleFourierSorting8.leading(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, m - LANES, m, factors, f);
            }
        }
    }

    private static void paired(
            int radix,
            double[] srcRe,
            int a,
            double[] srcIm,
            int b,
            double[] dstRe,
            int c,
            double[] dstIm,
            int d,
            int m,
            double[] factors,
            int f) {
        int whole = m - m % 2;
        if (radix == 4) {
            DoubleFourierSorting4.paired(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, 0, whole, factors, f);
            if (whole < m) {
                DoubleFourierSorting4.paired(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, m - 2, m, factors, f);
            }
        } else {
            DoubleFourierSorting8.paired(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, 0, whole, factors, f);
            if (whole < m) {
                DoubleFourierSorting8.paired(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, m - 2, m, factors, f);
            }
        }
    }

    @Override
    public void scale(double[] x, int offset, int length, double factor) {
        int whole = length - length % LANES;
        for (int i = offset; i < offset + whole; i += LANES) {
            DoubleVector.fromArray(SPECIES, x, i).mul(factor).intoArray(x, i);
        }
        super.scale(x, offset + whole, length - whole, factor);
    }

    @Override
    public void multiply(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] factorsRe,
            double[] factorsIm,
            int factorsOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector re = DoubleVector.fromArray(SPECIES, srcRe, srcReOffset + i);
            DoubleVector im = DoubleVector.fromArray(SPECIES, srcIm, srcImOffset + i);
            DoubleVector factorRe = DoubleVector.fromArray(SPECIES, factorsRe, factorsOffset + i);
            DoubleVector factorIm = DoubleVector.fromArray(SPECIES, factorsIm, factorsOffset + i);
            re.fma(factorRe, im.mul(factorIm).neg()).intoArray(dstRe, dstReOffset + i);
            re.fma(factorIm, im.mul(factorRe)).intoArray(dstIm, dstImOffset + i);
        }
        super.multiply(
                srcRe,
                srcReOffset + whole,
                srcIm,
                srcImOffset + whole,
                factorsRe,
                factorsIm,
                factorsOffset + whole,
                dstRe,
                dstReOffset + whole,
                dstIm,
                dstImOffset + whole,
                length - whole);
    }

    @Override
    public void split(
            double[] pairs, int pairsOffset, double[] re, int reOffset, double[] im, int imOffset, int length) {
        DoubleVector even = DoubleVector.fromArray(SPECIES, DoubleLaneZips.EVEN, 0);
        DoubleVector odd = DoubleVector.fromArray(SPECIES, DoubleLaneZips.ODD, 0);
        int whole = SHUFFLES ? length - length % LANES : 0;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, pairs, pairsOffset + 2 * i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, pairs, pairsOffset + 2 * i + LANES);
            even.selectFrom(a, b).intoArray(re, reOffset + i);
            odd.selectFrom(a, b).intoArray(im, imOffset + i);
        }
        super.split(pairs, pairsOffset + 2 * whole, re, reOffset + whole, im, imOffset + whole, length - whole);
    }

    @Override
    public void join(
            double[] re, int reOffset, double[] im, int imOffset, double[] pairs, int pairsOffset, int length) {
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW, 0);
        DoubleVector high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH, 0);
        int whole = SHUFFLES ? length - length % LANES : 0;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, re, reOffset + i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, im, imOffset + i);
            low.selectFrom(a, b).intoArray(pairs, pairsOffset + 2 * i);
            high.selectFrom(a, b).intoArray(pairs, pairsOffset + 2 * i + LANES);
        }
        super.join(re, reOffset + whole, im, imOffset + whole, pairs, pairsOffset + 2 * whole, length - whole);
    }
}
