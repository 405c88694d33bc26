package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** What a Fourier transform does to vectors; remainders are left to the scalar kernel, which runs the same graph. */
public final class DoubleFourierKernel extends DoubleFourierPass {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** C2 does not shuffle vectors of two doubles: each shuffle would be a call and an object. */
    private static final boolean SELECTS = LANES > 2 && Species.DOUBLE_SELECTS;

    /** Makes the kernel. */
    public DoubleFourierKernel() {}

    @Override
    public void scale(double[] x, int offset, int length, double factor) {
        int whole = length - length % LANES;
        DoubleVector factors =
                DoubleVector.broadcast(SPECIES, factor); // times a number, C2 may make an object of each product
        for (int i = offset; i < offset + whole; i += LANES) {
            EXACT.cast(DoubleVector.fromArray(SPECIES, x, i).mul(factors)).intoArray(x, i);
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
            EXACT.cast(re.fma(factorRe, im.mul(factorIm).neg())).intoArray(dstRe, dstReOffset + i);
            EXACT.cast(re.fma(factorIm, im.mul(factorRe))).intoArray(dstIm, dstImOffset + i);
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
        int whole = SELECTS ? length - length % LANES : 0;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, pairs, pairsOffset + 2 * i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, pairs, pairsOffset + 2 * i + LANES);
            EXACT.cast(even.selectFrom(a, b)).intoArray(re, reOffset + i);
            EXACT.cast(odd.selectFrom(a, b)).intoArray(im, imOffset + i);
        }
        super.split(pairs, pairsOffset + 2 * whole, re, reOffset + whole, im, imOffset + whole, length - whole);
    }

    @Override
    public void join(
            double[] re, int reOffset, double[] im, int imOffset, double[] pairs, int pairsOffset, int length) {
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW, 0);
        DoubleVector high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH, 0);
        int whole = SELECTS ? length - length % LANES : 0;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, re, reOffset + i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, im, imOffset + i);
            EXACT.cast(low.selectFrom(a, b)).intoArray(pairs, pairsOffset + 2 * i);
            EXACT.cast(high.selectFrom(a, b)).intoArray(pairs, pairsOffset + 2 * i + LANES);
        }
        super.join(re, reOffset + whole, im, imOffset + whole, pairs, pairsOffset + 2 * whole, length - whole);
    }
}
