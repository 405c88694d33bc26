package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * What turns complex Fourier transforms into those of real vectors, on vectors: ascending indices as they lie, descending ones
 * with their lanes reversed. What does not fill a vector is left to the scalar kernel or, where input and output are apart,
 * to a vector that overlaps the one before.
 */
public final class DoubleRealFourierKernel extends dev.lanewise.engine.scalar.DoubleRealFourierKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** C2 does not shuffle vectors of two doubles: each shuffle would be a call and an object. */
    private static final boolean SHUFFLES = LANES > 2;

    private static final VectorShuffle<Double> REVERSED = VectorShuffle.iota(SPECIES, LANES - 1, -1, false);

    /** Makes the kernel. */
    public DoubleRealFourierKernel() {}

    @Override
    public boolean runsWhole(int n) {
        return n == 64 && DoubleRealFourier64.IS_THERE;
    }

    @Override
    public void whole(
            int n,
            double[] x,
            int from,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] re,
            double[] im,
            int to) {
        DoubleRealFourier64.transform(x, from, rootsRe, rootsIm, factor, re, im, to);
    }

    @Override
    public void untanglePairs(
            double[] zRe,
            int zReOffset,
            double[] zIm,
            int zImOffset,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] re,
            double[] im,
            int to,
            int first,
            int past) {
        int whole = SHUFFLES ? past - (past - first) % LANES : first;
        double half = factor * 0.5;
        int mirror = h - LANES + 1;
        for (int k = first; k < whole; k += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, zRe, zReOffset + k);
            DoubleVector b = DoubleVector.fromArray(SPECIES, zIm, zImOffset + k);
            DoubleVector c =
                    DoubleVector.fromArray(SPECIES, zRe, zReOffset + mirror - k).rearrange(REVERSED);
            DoubleVector d =
                    DoubleVector.fromArray(SPECIES, zIm, zImOffset + mirror - k).rearrange(REVERSED);
            DoubleVector f = DoubleVector.broadcast(SPECIES, half);
            DoubleVector wr = DoubleVector.fromArray(SPECIES, rootsRe, k).mul(f);
            DoubleVector wi = DoubleVector.fromArray(SPECIES, rootsIm, k).mul(f);
            DoubleVector evenRe = a.add(c), evenIm = b.sub(d), oddRe = b.add(d), oddIm = c.sub(a);
            DoubleVector turnedRe = oddRe.fma(wr, oddIm.mul(wi).neg());
            DoubleVector turnedIm = oddRe.fma(wi, oddIm.mul(wr));
            EXACT.cast(evenRe.fma(f, turnedRe)).intoArray(re, to + k);
            EXACT.cast(evenIm.fma(f, turnedIm)).intoArray(im, to + k);
            EXACT.cast(evenRe.fma(f, turnedRe.neg()).rearrange(REVERSED)).intoArray(re, to + mirror - k);
            EXACT.cast(evenIm.fma(f.neg(), turnedIm).rearrange(REVERSED)).intoArray(im, to + mirror - k);
        }
        super.untanglePairs(zRe, zReOffset, zIm, zImOffset, h, rootsRe, rootsIm, factor, re, im, to, whole, past);
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
            int zReOffset,
            double[] zIm,
            int zImOffset,
            int first,
            int past) {
        if (!SHUFFLES || past - first < LANES) {
            super.tanglePairs(re, im, from, h, rootsRe, rootsIm, factor, zRe, zReOffset, zIm, zImOffset, first, past);
            return;
        }
        int whole = past - (past - first) % LANES;
        tangleVectors(re, im, from, h, rootsRe, rootsIm, factor, zRe, zReOffset, zIm, zImOffset, first, whole);
        if (whole < past) {
            tangleVectors(
                    re, im, from, h, rootsRe, rootsIm, factor, zRe, zReOffset, zIm, zImOffset, past - LANES, past);
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
            int zReOffset,
            double[] zIm,
            int zImOffset,
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
            DoubleVector wr = DoubleVector.fromArray(SPECIES, rootsRe, k).mul(DoubleVector.broadcast(SPECIES, factor));
            DoubleVector wi = DoubleVector.fromArray(SPECIES, rootsIm, k).mul(DoubleVector.broadcast(SPECIES, factor));
            DoubleVector evenRe = a.add(c), evenIm = b.sub(d), oddRe = a.sub(c), oddIm = b.add(d);
            DoubleVector turnedRe = oddRe.fma(wi, oddIm.mul(wr).neg());
            DoubleVector turnedIm = oddRe.fma(wr, oddIm.mul(wi));
            DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
            EXACT.cast(evenRe.fma(f, turnedRe)).intoArray(zRe, zReOffset + k);
            EXACT.cast(evenIm.fma(f, turnedIm)).intoArray(zIm, zImOffset + k);
            EXACT.cast(evenRe.fma(f, turnedRe.neg()).rearrange(REVERSED)).intoArray(zRe, zReOffset + mirror - k);
            EXACT.cast(evenIm.fma(f.neg(), turnedIm).rearrange(REVERSED)).intoArray(zIm, zImOffset + mirror - k);
        }
    }

    @Override
    public void columns(
            double[] x,
            int from,
            int radix,
            int m,
            double[] coefficients,
            double[] factorsRe,
            double[] factorsIm,
            double[] sums,
            double[] tRe,
            double[] tIm,
            int first,
            int past) {
        int whole = first + (past - first) / LANES * LANES;
        int half = radix / 2;
        for (int j = first; j < whole; j += LANES) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, x, from + j);
            for (int i = 1; i <= half; i++) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, x, from + i * m + j);
                DoubleVector b = DoubleVector.fromArray(SPECIES, x, from + (radix - i) * m + j);
                sum = EXACT.cast(sum).add(a.add(b));
            }
            EXACT.cast(sum).intoArray(sums, j);
        }
        for (int k = 0; k < half; k++) {
            for (int j = first; j < whole; j += LANES) {
                DoubleVector re = DoubleVector.fromArray(SPECIES, x, from + j);
                DoubleVector im = DoubleVector.zero(SPECIES);
                for (int i = 1; i <= half; i++) {
                    int at = 2 * (k * half + i - 1);
                    DoubleVector a = DoubleVector.fromArray(SPECIES, x, from + i * m + j);
                    DoubleVector b = DoubleVector.fromArray(SPECIES, x, from + (radix - i) * m + j);
                    re = a.add(b).fma(DoubleVector.broadcast(SPECIES, coefficients[at]), EXACT.cast(re));
                    im = b.sub(a).fma(DoubleVector.broadcast(SPECIES, coefficients[at + 1]), EXACT.cast(im));
                }
                re = EXACT.cast(re);
                im = EXACT.cast(im);
                DoubleVector wr = DoubleVector.fromArray(SPECIES, factorsRe, k * m + j);
                DoubleVector wi = DoubleVector.fromArray(SPECIES, factorsIm, k * m + j);
                EXACT.cast(re.fma(wr, im.mul(wi).neg())).intoArray(tRe, k * m + j);
                EXACT.cast(re.fma(wi, im.mul(wr))).intoArray(tIm, k * m + j);
            }
        }
        super.columns(x, from, radix, m, coefficients, factorsRe, factorsIm, sums, tRe, tIm, whole, past);
    }

    @Override
    public void columnsBack(
            double[] sums,
            double[] tRe,
            double[] tIm,
            int radix,
            int m,
            double[] coefficients,
            double factor,
            double[] x,
            int to,
            int first,
            int past) {
        int whole = first + (past - first) / LANES * LANES;
        int half = radix / 2;
        double twice = 2 * factor;
        for (int j = first; j < whole; j += LANES) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int k = 0; k < half; k++) {
                sum = EXACT.cast(sum).add(DoubleVector.fromArray(SPECIES, tRe, k * m + j));
            }
            DoubleVector leading = DoubleVector.fromArray(SPECIES, sums, j);
            EXACT.cast(EXACT.cast(sum).fma(DoubleVector.broadcast(SPECIES, twice), leading))
                    .intoArray(x, to + j);
        }
        for (int i = 1; i <= half; i++) {
            for (int j = first; j < whole; j += LANES) {
                DoubleVector even = DoubleVector.zero(SPECIES), odd = DoubleVector.zero(SPECIES);
                for (int k = 0; k < half; k++) {
                    int at = 2 * ((i - 1) * half + k);
                    DoubleVector re = DoubleVector.fromArray(SPECIES, tRe, k * m + j);
                    DoubleVector im = DoubleVector.fromArray(SPECIES, tIm, k * m + j);
                    even = re.fma(DoubleVector.broadcast(SPECIES, coefficients[at]), EXACT.cast(even));
                    odd = im.fma(DoubleVector.broadcast(SPECIES, coefficients[at + 1]), EXACT.cast(odd));
                }
                even = EXACT.cast(even);
                odd = EXACT.cast(odd);
                DoubleVector f = DoubleVector.broadcast(SPECIES, twice);
                DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, j);
                EXACT.cast(even.sub(odd).fma(f, sum)).intoArray(x, to + i * m + j);
                EXACT.cast(even.add(odd).fma(f, sum)).intoArray(x, to + (radix - i) * m + j);
            }
        }
        super.columnsBack(sums, tRe, tIm, radix, m, coefficients, factor, x, to, whole, past);
    }

    @Override
    public void hartleyPairs(double[] re, double[] im, int n, double[] y, int to, int first, int past) {
        int whole = SHUFFLES ? first + (past - first) / LANES * LANES : first;
        int mirror = to + n - LANES + 1;
        for (int k = first; k < whole; k += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, re, k);
            DoubleVector b = DoubleVector.fromArray(SPECIES, im, k);
            EXACT.cast(a.sub(b)).intoArray(y, to + k);
            EXACT.cast(a.add(b).rearrange(REVERSED)).intoArray(y, mirror - k);
        }
        super.hartleyPairs(re, im, n, y, to, whole, past);
    }
}
