package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Passes of the radices 11 and 13 with {@code s >= LANES}, and first passes of all odd radices; the graph is that of the scalar
 * twin.
 */
final class DoubleFourierOddRadix {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleFourierOddRadix() {}

    /** Rows of any odd radix, a butterfly in each lane. */
    static void any(
            int radix,
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
            int at = factorsOffset + factorsPitch * row;
            for (int next = 0; next < length; next += LANES) {
                int q = Math.min(next, length - LANES); // the last vector overlaps the one before
                int fr = srcReOffset + srcPitch * row + q, fi = srcImOffset + srcPitch * row + q;
                int tr = dstReOffset + dstPitch * row + q, ti = dstImOffset + dstPitch * row + q;
                butterfly(radix, srcRe, fr, srcIm, fi, srcStep, dstRe, tr, dstIm, ti, dstStep, factors, at);
            }
        }
    }

    /**
     * The first pass, {@code s = 1}, of any odd radix: vectors run along {@code p}, with factors for as many, and their outputs
     * are sorted number by number. Where vectors do not fill the part, the last one overlaps the one before.
     */
    static void leading(
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
            int first,
            int past,
            double[] factors,
            int factorsOffset,
            double[] scratch) {
        int re = 0, im = radix * LANES;
        for (int next = first; next < past; next += LANES) {
            int p = Math.min(next, past - LANES);
            int fr = srcReOffset + p, fi = srcImOffset + p;
            butterfly(radix, srcRe, fr, srcIm, fi, m, scratch, re, scratch, im, LANES, null, 0);
            int at = factorsOffset + 2 * (radix - 1) * next;
            for (int k = 1; k < radix; k++, at += 2 * LANES) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, scratch, re + k * LANES);
                DoubleVector b = DoubleVector.fromArray(SPECIES, scratch, im + k * LANES);
                DoubleVector wr = DoubleVector.fromArray(SPECIES, factors, at);
                DoubleVector wi = DoubleVector.fromArray(SPECIES, factors, at + LANES);
                EXACT.cast(a.fma(wr, b.mul(wi).neg())).intoArray(scratch, re + k * LANES);
                EXACT.cast(a.fma(wi, b.mul(wr))).intoArray(scratch, im + k * LANES);
            }
            sort(radix, scratch, re, dstRe, dstReOffset + radix * p);
            sort(radix, scratch, im, dstIm, dstImOffset + radix * p);
        }
    }

    /** From rows of one vector each to columns. */
    private static void sort(int rows, double[] src, int from, double[] dst, int to) {
        for (int lane = 0, at = to; lane < LANES; lane++, at += rows) {
            for (int k = 0, row = from + lane; k < rows; k++, row += LANES) {
                dst[at + k] = src[row];
            }
        }
    }

    private static void butterfly(
            int radix,
            double[] srcRe,
            int fr,
            double[] srcIm,
            int fi,
            int srcStep,
            double[] dstRe,
            int tr,
            double[] dstIm,
            int ti,
            int dstStep,
            double[] factors,
            int at) {
        switch (radix) {
            case 3 ->
                DoubleFourierOddButterfly.radix3(
                        srcRe, fr, srcIm, fi, srcStep, dstRe, tr, dstIm, ti, dstStep, factors, at);
            case 5 ->
                DoubleFourierOddButterfly.radix5(
                        srcRe, fr, srcIm, fi, srcStep, dstRe, tr, dstIm, ti, dstStep, factors, at);
            case 7 ->
                DoubleFourierOddButterfly.radix7(
                        srcRe, fr, srcIm, fi, srcStep, dstRe, tr, dstIm, ti, dstStep, factors, at);
            case 11 ->
                DoubleFourierOddButterfly.radix11(
                        srcRe, fr, srcIm, fi, srcStep, dstRe, tr, dstIm, ti, dstStep, factors, at);
            default ->
                DoubleFourierOddButterfly.radix13(
                        srcRe, fr, srcIm, fi, srcStep, dstRe, tr, dstIm, ti, dstStep, factors, at);
        }
    }
}
