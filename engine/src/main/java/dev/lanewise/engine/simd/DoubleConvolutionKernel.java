package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The arithmetic of convolutions on vectors: lanes run along the outputs. What does not fill a vector is left to the scalar
 * kernel, which runs the same graph.
 */
public final class DoubleConvolutionKernel extends dev.lanewise.engine.scalar.DoubleConvolutionKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Vectors of sums that run at once: as many as hide the time that a fused multiply and add takes. */
    private static final int TILE = 8 * LANES;

    /** Makes the kernel. */
    public DoubleConvolutionKernel() {}

    @Override
    public void slide(
            double[] x,
            int xOffset,
            double[] taps,
            int tapsOffset,
            int count,
            double[] y,
            int yOffset,
            int length,
            boolean onto) {
        int i = 0;
        for (; i <= length - TILE; i += TILE) {
            slideTile(x, xOffset + i, taps, tapsOffset, count, y, yOffset + i, onto);
        }
        for (; i <= length - LANES; i += LANES) {
            slideVector(x, xOffset + i, taps, tapsOffset, count, y, yOffset + i, onto);
        }
        super.slide(x, xOffset + i, taps, tapsOffset, count, y, yOffset + i, length - i, onto);
    }

    private static void slideTile(
            double[] x, int from, double[] taps, int tapsOffset, int count, double[] y, int to, boolean onto) {
        DoubleVector s0 = DoubleVector.zero(SPECIES), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        if (onto) {
            s0 = DoubleVector.fromArray(SPECIES, y, to);
            s1 = DoubleVector.fromArray(SPECIES, y, to + LANES);
            s2 = DoubleVector.fromArray(SPECIES, y, to + 2 * LANES);
            s3 = DoubleVector.fromArray(SPECIES, y, to + 3 * LANES);
            s4 = DoubleVector.fromArray(SPECIES, y, to + 4 * LANES);
            s5 = DoubleVector.fromArray(SPECIES, y, to + 5 * LANES);
            s6 = DoubleVector.fromArray(SPECIES, y, to + 6 * LANES);
            s7 = DoubleVector.fromArray(SPECIES, y, to + 7 * LANES);
        }
        for (int j = 0; j < count; j++) {
            DoubleVector tap = DoubleVector.broadcast(SPECIES, taps[tapsOffset + j]);
            s0 = tap.fma(DoubleVector.fromArray(SPECIES, x, from + j), EXACT.cast(s0));
            s1 = tap.fma(DoubleVector.fromArray(SPECIES, x, from + j + LANES), EXACT.cast(s1));
            s2 = tap.fma(DoubleVector.fromArray(SPECIES, x, from + j + 2 * LANES), EXACT.cast(s2));
            s3 = tap.fma(DoubleVector.fromArray(SPECIES, x, from + j + 3 * LANES), EXACT.cast(s3));
            s4 = tap.fma(DoubleVector.fromArray(SPECIES, x, from + j + 4 * LANES), EXACT.cast(s4));
            s5 = tap.fma(DoubleVector.fromArray(SPECIES, x, from + j + 5 * LANES), EXACT.cast(s5));
            s6 = tap.fma(DoubleVector.fromArray(SPECIES, x, from + j + 6 * LANES), EXACT.cast(s6));
            s7 = tap.fma(DoubleVector.fromArray(SPECIES, x, from + j + 7 * LANES), EXACT.cast(s7));
        }
        EXACT.cast(s0).intoArray(y, to);
        EXACT.cast(s1).intoArray(y, to + LANES);
        EXACT.cast(s2).intoArray(y, to + 2 * LANES);
        EXACT.cast(s3).intoArray(y, to + 3 * LANES);
        EXACT.cast(s4).intoArray(y, to + 4 * LANES);
        EXACT.cast(s5).intoArray(y, to + 5 * LANES);
        EXACT.cast(s6).intoArray(y, to + 6 * LANES);
        EXACT.cast(s7).intoArray(y, to + 7 * LANES);
    }

    private static void slideVector(
            double[] x, int from, double[] taps, int tapsOffset, int count, double[] y, int to, boolean onto) {
        DoubleVector sum = onto ? DoubleVector.fromArray(SPECIES, y, to) : DoubleVector.zero(SPECIES);
        for (int j = 0; j < count; j++) {
            DoubleVector tap = DoubleVector.broadcast(SPECIES, taps[tapsOffset + j]);
            sum = tap.fma(DoubleVector.fromArray(SPECIES, x, from + j), EXACT.cast(sum));
        }
        EXACT.cast(sum).intoArray(y, to);
    }

    @Override
    public void multiply(
            double[] re,
            int reOffset,
            double[] im,
            int imOffset,
            double[] factorsRe,
            double[] factorsIm,
            int factorsOffset,
            int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, re, reOffset + i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, im, imOffset + i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, factorsRe, factorsOffset + i);
            DoubleVector d = DoubleVector.fromArray(SPECIES, factorsIm, factorsOffset + i);
            EXACT.cast(a.fma(c, b.mul(d).neg())).intoArray(re, reOffset + i);
            EXACT.cast(a.fma(d, b.mul(c))).intoArray(im, imOffset + i);
        }
        super.multiply(
                re,
                reOffset + whole,
                im,
                imOffset + whole,
                factorsRe,
                factorsIm,
                factorsOffset + whole,
                length - whole);
    }

    @Override
    public void multiplyConjugate(
            double[] re,
            int reOffset,
            double[] im,
            int imOffset,
            double[] factorsRe,
            double[] factorsIm,
            int factorsOffset,
            int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, re, reOffset + i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, im, imOffset + i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, factorsRe, factorsOffset + i);
            DoubleVector d = DoubleVector.fromArray(SPECIES, factorsIm, factorsOffset + i);
            EXACT.cast(a.fma(c, b.mul(d))).intoArray(re, reOffset + i);
            EXACT.cast(a.neg().fma(d, b.mul(c))).intoArray(im, imOffset + i);
        }
        super.multiplyConjugate(
                re,
                reOffset + whole,
                im,
                imOffset + whole,
                factorsRe,
                factorsIm,
                factorsOffset + whole,
                length - whole);
    }
}
