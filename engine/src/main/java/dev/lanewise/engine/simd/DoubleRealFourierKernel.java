package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * What turns complex Fourier transforms into those of real vectors, on vectors: ascending indices as they lie, descending ones
 * with their lanes reversed. Where vectors do not fill the pairs, the last one overlaps the one before; fewer pairs than a
 * vector has lanes are left to the scalar kernel.
 */
public final class DoubleRealFourierKernel extends dev.lanewise.engine.scalar.DoubleRealFourierKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();

    /** C2 does not shuffle vectors of two doubles: each shuffle would be a call and an object. */
    private static final boolean SHUFFLES = LANES > 2;

    private static final VectorShuffle<Double> REVERSED = VectorShuffle.iota(SPECIES, LANES - 1, -1, false);

    /** Makes the kernel. */
    public DoubleRealFourierKernel() {}

    @Override
    public void untanglePairs(
            double[] zRe,
            double[] zIm,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] re,
            double[] im,
            int to,
            int first,
            int past) {
        if (!SHUFFLES || past - first < LANES) {
            super.untanglePairs(zRe, zIm, h, rootsRe, rootsIm, factor, re, im, to, first, past);
            return;
        }
        int whole = past - (past - first) % LANES;
        untangleVectors(zRe, zIm, h, rootsRe, rootsIm, factor, re, im, to, first, whole);
        if (whole < past) {
            untangleVectors(zRe, zIm, h, rootsRe, rootsIm, factor, re, im, to, past - LANES, past);
        }
    }

    private static void untangleVectors(
            double[] zRe,
            double[] zIm,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] re,
            double[] im,
            int to,
            int first,
            int past) {
        double half = factor * 0.5;
        int mirror = h - LANES + 1;
        for (int k = first; k < past; k += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, zRe, k);
            DoubleVector b = DoubleVector.fromArray(SPECIES, zIm, k);
            DoubleVector c = DoubleVector.fromArray(SPECIES, zRe, mirror - k).rearrange(REVERSED);
            DoubleVector d = DoubleVector.fromArray(SPECIES, zIm, mirror - k).rearrange(REVERSED);
            DoubleVector wr = DoubleVector.fromArray(SPECIES, rootsRe, k).mul(half);
            DoubleVector wi = DoubleVector.fromArray(SPECIES, rootsIm, k).mul(half);
            DoubleVector evenRe = a.add(c), evenIm = b.sub(d), oddRe = b.add(d), oddIm = c.sub(a);
            DoubleVector turnedRe = oddRe.fma(wr, oddIm.mul(wi).neg());
            DoubleVector turnedIm = oddRe.fma(wi, oddIm.mul(wr));
            DoubleVector f = DoubleVector.broadcast(SPECIES, half);
            evenRe.fma(f, turnedRe).intoArray(re, to + k);
            evenIm.fma(f, turnedIm).intoArray(im, to + k);
            evenRe.fma(f, turnedRe.neg()).rearrange(REVERSED).intoArray(re, to + mirror - k);
            evenIm.fma(f.neg(), turnedIm).rearrange(REVERSED).intoArray(im, to + mirror - k);
        }
    }

    @Override
    public void tanglePairs(
            double[] re,
            double[] im,
            int from,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] zRe,
            double[] zIm,
            int first,
            int past) {
        if (!SHUFFLES || past - first < LANES) {
            super.tanglePairs(re, im, from, h, rootsRe, rootsIm, factor, zRe, zIm, first, past);
            return;
        }
        int whole = past - (past - first) % LANES;
        tangleVectors(re, im, from, h, rootsRe, rootsIm, factor, zRe, zIm, first, whole);
        if (whole < past) {
            tangleVectors(re, im, from, h, rootsRe, rootsIm, factor, zRe, zIm, past - LANES, past);
        }
    }

    private static void tangleVectors(
            double[] re,
            double[] im,
            int from,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] zRe,
            double[] zIm,
            int first,
            int past) {
        int mirror = h - LANES + 1;
        for (int k = first; k < past; k += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, re, from + k);
            DoubleVector b = DoubleVector.fromArray(SPECIES, im, from + k);
            DoubleVector c =
                    DoubleVector.fromArray(SPECIES, re, from + mirror - k).rearrange(REVERSED);
            DoubleVector d =
                    DoubleVector.fromArray(SPECIES, im, from + mirror - k).rearrange(REVERSED);
            DoubleVector wr = DoubleVector.fromArray(SPECIES, rootsRe, k).mul(factor);
            DoubleVector wi = DoubleVector.fromArray(SPECIES, rootsIm, k).mul(factor);
            DoubleVector evenRe = a.add(c), evenIm = b.sub(d), oddRe = a.sub(c), oddIm = b.add(d);
            DoubleVector turnedRe = oddRe.fma(wi, oddIm.mul(wr).neg());
            DoubleVector turnedIm = oddRe.fma(wr, oddIm.mul(wi));
            DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
            evenRe.fma(f, turnedRe).intoArray(zRe, k);
            evenIm.fma(f, turnedIm).intoArray(zIm, k);
            evenRe.fma(f, turnedRe.neg()).rearrange(REVERSED).intoArray(zRe, mirror - k);
            evenIm.fma(f.neg(), turnedIm).rearrange(REVERSED).intoArray(zIm, mirror - k);
        }
    }
}
