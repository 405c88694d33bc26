package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Passes of odd radices that are too large for registers, with {@code s >= LANES}, and first passes of all odd radices; the
 * graph is that of the scalar twin.
 */
final class DoubleFourierOddRadix {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private static final double[][] COEFFICIENTS = new double[DoubleFourierKernel.LARGEST_RADIX + 1][];

    static {
        for (int radix = 3; radix < COEFFICIENTS.length; radix += 2) {
            COEFFICIENTS[radix] = RootsOfUnity.doubleCoefficients(radix);
        }
    }

    private DoubleFourierOddRadix() {}

    /** Any odd radix, by loops; the sums and differences stand in {@code scratch}, {@code 2 (radix - 1)} vectors. */
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
            int factorsPitch,
            double[] scratch) {
        for (int row = 0; row < rows; row++) {
            int at = factorsOffset + factorsPitch * row;
            for (int next = 0; next < length; next += LANES) {
                int q = Math.min(next, length - LANES); // the last vector overlaps the one before
                int fr = srcReOffset + srcPitch * row + q, fi = srcImOffset + srcPitch * row + q;
                int tr = dstReOffset + dstPitch * row + q, ti = dstImOffset + dstPitch * row + q;
                sums(radix, srcRe, fr, srcIm, fi, srcStep, dstRe, tr, dstIm, ti, scratch);
                outputs(radix, srcRe, fr, srcIm, fi, dstRe, tr, dstIm, ti, dstStep, scratch);
                for (int k = 1; k < radix && factors != null; k++) {
                    double factorRe = factors[at + 2 * k - 2], factorIm = factors[at + 2 * k - 1];
                    multiply(dstRe, tr + k * dstStep, dstIm, ti + k * dstStep, factorRe, factorIm);
                }
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
        int re = 2 * radix * LANES, im = re + radix * LANES;
        for (int next = first; next < past; next += LANES) {
            int p = Math.min(next, past - LANES);
            int fr = srcReOffset + p, fi = srcImOffset + p;
            sums(radix, srcRe, fr, srcIm, fi, m, scratch, re, scratch, im, scratch);
            outputs(radix, srcRe, fr, srcIm, fi, scratch, re, scratch, im, LANES, scratch);
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

    private static void sums(
            int radix,
            double[] srcRe,
            int fr,
            double[] srcIm,
            int fi,
            int step,
            double[] dstRe,
            int tr,
            double[] dstIm,
            int ti,
            double[] scratch) {
        DoubleVector yr = DoubleVector.fromArray(SPECIES, srcRe, fr), yi = DoubleVector.fromArray(SPECIES, srcIm, fi);
        for (int j = 1, put = 0; j <= radix / 2; j++, put += 4 * LANES) {
            DoubleVector ar = DoubleVector.fromArray(SPECIES, srcRe, fr + j * step);
            DoubleVector br = DoubleVector.fromArray(SPECIES, srcRe, fr + (radix - j) * step);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, srcIm, fi + j * step);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, srcIm, fi + (radix - j) * step);
            DoubleVector ur = ar.add(br), ui = ai.add(bi);
            EXACT.cast(ur).intoArray(scratch, put);
            EXACT.cast(ui).intoArray(scratch, put + LANES);
            EXACT.cast(ar.sub(br)).intoArray(scratch, put + 2 * LANES);
            EXACT.cast(ai.sub(bi)).intoArray(scratch, put + 3 * LANES);
            yr = EXACT.cast(yr).add(ur);
            yi = EXACT.cast(yi).add(ui);
        }
        EXACT.cast(yr).intoArray(dstRe, tr);
        EXACT.cast(yi).intoArray(dstIm, ti);
    }

    private static void outputs(
            int radix,
            double[] srcRe,
            int fr,
            double[] srcIm,
            int fi,
            double[] dstRe,
            int tr,
            double[] dstIm,
            int ti,
            int s,
            double[] scratch) {
        double[] coefficients = COEFFICIENTS[radix];
        int half = radix / 2;
        for (int k = 1; k <= half; k++) {
            int at = 2 * half * (k - 1);
            DoubleVector ar = DoubleVector.fromArray(SPECIES, srcRe, fr),
                    ai = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector cosine = DoubleVector.broadcast(SPECIES, coefficients[at]),
                    sine = DoubleVector.broadcast(SPECIES, coefficients[at + 1]);
            ar = DoubleVector.fromArray(SPECIES, scratch, 0).fma(cosine, ar);
            ai = DoubleVector.fromArray(SPECIES, scratch, LANES).fma(cosine, ai);
            DoubleVector br =
                    DoubleVector.fromArray(SPECIES, scratch, 2 * LANES).mul(sine);
            DoubleVector bi =
                    DoubleVector.fromArray(SPECIES, scratch, 3 * LANES).mul(sine);
            for (int j = 1; j < half; j++) {
                cosine = DoubleVector.broadcast(SPECIES, coefficients[at + 2 * j]);
                sine = DoubleVector.broadcast(SPECIES, coefficients[at + 2 * j + 1]);
                ar = DoubleVector.fromArray(SPECIES, scratch, 4 * j * LANES).fma(cosine, EXACT.cast(ar));
                ai = DoubleVector.fromArray(SPECIES, scratch, (4 * j + 1) * LANES)
                        .fma(cosine, EXACT.cast(ai));
                br = DoubleVector.fromArray(SPECIES, scratch, (4 * j + 2) * LANES)
                        .fma(sine, EXACT.cast(br));
                bi = DoubleVector.fromArray(SPECIES, scratch, (4 * j + 3) * LANES)
                        .fma(sine, EXACT.cast(bi));
            }
            ar = EXACT.cast(ar);
            ai = EXACT.cast(ai);
            br = EXACT.cast(br);
            bi = EXACT.cast(bi);
            EXACT.cast(ar.add(bi)).intoArray(dstRe, tr + k * s);
            EXACT.cast(ai.sub(br)).intoArray(dstIm, ti + k * s);
            EXACT.cast(ar.sub(bi)).intoArray(dstRe, tr + (radix - k) * s);
            EXACT.cast(ai.add(br)).intoArray(dstIm, ti + (radix - k) * s);
        }
    }

    private static void multiply(double[] re, int reAt, double[] im, int imAt, double factorRe, double factorIm) {
        DoubleVector a = DoubleVector.fromArray(SPECIES, re, reAt), b = DoubleVector.fromArray(SPECIES, im, imAt);
        EXACT.cast(a.fma(
                        DoubleVector.broadcast(SPECIES, factorRe),
                        b.mul(DoubleVector.broadcast(SPECIES, factorIm)).neg()))
                .intoArray(re, reAt);
        EXACT.cast(a.fma(DoubleVector.broadcast(SPECIES, factorIm), b.mul(DoubleVector.broadcast(SPECIES, factorRe))))
                .intoArray(im, imAt);
    }
}
