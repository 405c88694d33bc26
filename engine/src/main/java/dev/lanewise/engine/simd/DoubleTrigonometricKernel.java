package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Before and after the Fourier transform in cosine and sine transforms, on vectors: ascending indices as they lie, descending
 * ones with their lanes reversed. Where vectors do not fill a pass, the last one overlaps the one before; less than a vector is
 * left to the scalar kernel.
 */
public final class DoubleTrigonometricKernel extends dev.lanewise.engine.scalar.DoubleTrigonometricKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** C2 does not shuffle vectors of two doubles: each shuffle would be a call and an object. */
    private static final boolean SHUFFLES = LANES > 2;

    private static final boolean SELECTS = SHUFFLES && Species.DOUBLE_SELECTS;

    private static final VectorShuffle<Double> REVERSED = VectorShuffle.iota(SPECIES, LANES - 1, -1, false);

    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

    /** Makes the kernel. */
    public DoubleTrigonometricKernel() {}

    @Override
    public void sort(double[] x, int from, int h, double sign, double[] zRe, double[] zIm) {
        DoubleVector even = DoubleVector.fromArray(SPECIES, DoubleLaneZips.EVEN, 0);
        DoubleVector odd = DoubleVector.fromArray(SPECIES, DoubleLaneZips.ODD, 0);
        DoubleVector evenDown = DoubleVector.fromArray(SPECIES, DoubleLaneZips.EVEN_DOWN, 0);
        DoubleVector oddDown = DoubleVector.fromArray(SPECIES, DoubleLaneZips.ODD_DOWN, 0);
        int groups = h / 2;
        int whole = SELECTS ? groups - groups % LANES : 0;
        int mirror = h - LANES;
        for (int j = 0; j < whole; j += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, x, from + 4 * j);
            DoubleVector b = DoubleVector.fromArray(SPECIES, x, from + 4 * j + LANES);
            DoubleVector c = DoubleVector.fromArray(SPECIES, x, from + 4 * j + 2 * LANES);
            DoubleVector d = DoubleVector.fromArray(SPECIES, x, from + 4 * j + 3 * LANES);
            DoubleVector evens = even.selectFrom(a, b), moreEvens = even.selectFrom(c, d);
            DoubleVector odds = odd.selectFrom(a, b), moreOdds = odd.selectFrom(c, d);
            EXACT.cast(even.selectFrom(evens, moreEvens)).intoArray(zRe, j);
            EXACT.cast(odd.selectFrom(evens, moreEvens)).intoArray(zIm, j);
            EXACT.cast(oddDown.selectFrom(odds, moreOdds).mul(DoubleVector.broadcast(SPECIES, sign)))
                    .intoArray(zRe, mirror - j);
            EXACT.cast(evenDown.selectFrom(odds, moreOdds).mul(DoubleVector.broadcast(SPECIES, sign)))
                    .intoArray(zIm, mirror - j);
        }
        sort(x, from, h, sign, zRe, zIm, whole);
    }

    @Override
    public void unsort(double[] zRe, double[] zIm, int h, double sign, double[] x, int to) {
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW, 0);
        DoubleVector high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH, 0);
        DoubleVector lowDown = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW_DOWN, 0);
        DoubleVector highDown = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH_DOWN, 0);
        int groups = h / 2;
        int whole = SELECTS ? groups - groups % LANES : 0;
        int mirror = h - LANES;
        for (int j = 0; j < whole; j += LANES) {
            DoubleVector re = DoubleVector.fromArray(SPECIES, zRe, j);
            DoubleVector im = DoubleVector.fromArray(SPECIES, zIm, j);
            DoubleVector reDown =
                    DoubleVector.fromArray(SPECIES, zRe, mirror - j).mul(DoubleVector.broadcast(SPECIES, sign));
            DoubleVector imDown =
                    DoubleVector.fromArray(SPECIES, zIm, mirror - j).mul(DoubleVector.broadcast(SPECIES, sign));
            DoubleVector evens = low.selectFrom(re, im), moreEvens = high.selectFrom(re, im);
            DoubleVector odds = lowDown.selectFrom(imDown, reDown), moreOdds = highDown.selectFrom(imDown, reDown);
            EXACT.cast(low.selectFrom(evens, odds)).intoArray(x, to + 4 * j);
            EXACT.cast(high.selectFrom(evens, odds)).intoArray(x, to + 4 * j + LANES);
            EXACT.cast(low.selectFrom(moreEvens, moreOdds)).intoArray(x, to + 4 * j + 2 * LANES);
            EXACT.cast(high.selectFrom(moreEvens, moreOdds)).intoArray(x, to + 4 * j + 3 * LANES);
        }
        unsort(zRe, zIm, h, sign, x, to, whole);
    }

    @Override
    public void rotate(
            double[] zRe,
            double[] zIm,
            int h,
            double[] roots,
            double factor,
            double sign,
            double[] y,
            int to,
            int first,
            int past) {
        if (!SHUFFLES || past - first < LANES) {
            super.rotate(zRe, zIm, h, roots, factor, sign, y, to, first, past);
            return;
        }
        int whole = past - (past - first) % LANES;
        rotateVectors(zRe, zIm, h, roots, factor, sign, y, to, first, whole);
        if (whole < past) {
            rotateVectors(zRe, zIm, h, roots, factor, sign, y, to, past - LANES, past);
        }
    }

    private static void rotateVectors(
            double[] zRe,
            double[] zIm,
            int h,
            double[] roots,
            double factor,
            double sign,
            double[] y,
            int to,
            int first,
            int past) {
        int step = h / 2 + 1;
        int mirror = h - LANES + 1;
        double mirrored = -sign * factor;
        double turned = factor * SQRT_HALF, turnedMirrored = sign * turned;
        for (int k = first; k < past; k += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, zRe, k);
            DoubleVector b = DoubleVector.fromArray(SPECIES, zIm, k);
            DoubleVector c = DoubleVector.fromArray(SPECIES, zRe, mirror - k).rearrange(REVERSED);
            DoubleVector d = DoubleVector.fromArray(SPECIES, zIm, mirror - k).rearrange(REVERSED);
            DoubleVector evenRe = a.add(c), evenIm = b.sub(d), oddRe = b.add(d), oddIm = c.sub(a);
            DoubleVector ar = DoubleVector.fromArray(SPECIES, roots, k);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, roots, step + k);
            DoubleVector br = DoubleVector.fromArray(SPECIES, roots, 2 * step + k);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, roots, 3 * step + k);
            DoubleVector eRe = evenRe.fma(ar, evenIm.mul(ai).neg());
            DoubleVector eIm = evenRe.fma(ai, evenIm.mul(ar));
            DoubleVector oRe = oddRe.fma(br, oddIm.mul(bi).neg());
            DoubleVector oIm = oddRe.fma(bi, oddIm.mul(br));
            DoubleVector gRe = eRe.sub(oRe), gIm = eIm.sub(oIm);
            EXACT.cast(eRe.add(oRe).mul(DoubleVector.broadcast(SPECIES, factor)))
                    .intoArray(y, to + k);
            EXACT.cast(eIm.add(oIm)
                            .mul(DoubleVector.broadcast(SPECIES, mirrored))
                            .rearrange(REVERSED))
                    .intoArray(y, to + h + mirror - k);
            EXACT.cast(gRe.sub(gIm)
                            .mul(DoubleVector.broadcast(SPECIES, turnedMirrored))
                            .rearrange(REVERSED))
                    .intoArray(y, to + mirror - k);
            EXACT.cast(gRe.add(gIm).mul(DoubleVector.broadcast(SPECIES, turned)))
                    .intoArray(y, to + h + k);
        }
    }

    @Override
    public void unrotate(
            double[] y,
            int from,
            int h,
            double[] roots,
            double factor,
            double sign,
            double[] zRe,
            double[] zIm,
            int first,
            int past) {
        if (!SHUFFLES || past - first < LANES) {
            super.unrotate(y, from, h, roots, factor, sign, zRe, zIm, first, past);
            return;
        }
        int whole = past - (past - first) % LANES;
        unrotateVectors(y, from, h, roots, factor, sign, zRe, zIm, first, whole);
        if (whole < past) {
            unrotateVectors(y, from, h, roots, factor, sign, zRe, zIm, past - LANES, past);
        }
    }

    private static void unrotateVectors(
            double[] y,
            int from,
            int h,
            double[] roots,
            double factor,
            double sign,
            double[] zRe,
            double[] zIm,
            int first,
            int past) {
        int step = h / 2 + 1;
        int mirror = h - LANES + 1;
        double mirrored = -sign * factor, turned = factor * SQRT_HALF;
        for (int k = first; k < past; k += LANES) {
            DoubleVector low = DoubleVector.fromArray(SPECIES, y, from + k);
            DoubleVector high =
                    DoubleVector.fromArray(SPECIES, y, from + h + mirror - k).rearrange(REVERSED);
            DoubleVector up = DoubleVector.fromArray(SPECIES, y, from + h + k);
            DoubleVector down = DoubleVector.fromArray(SPECIES, y, from + mirror - k)
                    .rearrange(REVERSED)
                    .mul(DoubleVector.broadcast(SPECIES, sign));
            DoubleVector dRe = up.add(down).mul(DoubleVector.broadcast(SPECIES, turned)),
                    dIm = up.sub(down).mul(DoubleVector.broadcast(SPECIES, turned));
            DoubleVector f = DoubleVector.broadcast(SPECIES, factor), g = DoubleVector.broadcast(SPECIES, mirrored);
            DoubleVector sumRe = low.fma(f, dRe), sumIm = high.fma(g, dIm);
            DoubleVector differenceRe = low.fma(f, dRe.neg()), differenceIm = high.fma(g, dIm.neg());
            DoubleVector ar = DoubleVector.fromArray(SPECIES, roots, k);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, roots, step + k);
            DoubleVector br = DoubleVector.fromArray(SPECIES, roots, 2 * step + k);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, roots, 3 * step + k);
            DoubleVector pRe = sumRe.fma(ar, sumIm.mul(ai)),
                    pIm = sumIm.fma(ar, sumRe.mul(ai).neg());
            DoubleVector qRe = differenceRe.fma(br, differenceIm.mul(bi));
            DoubleVector qIm = differenceIm.fma(br, differenceRe.mul(bi).neg());
            EXACT.cast(pRe.sub(qIm)).intoArray(zRe, k);
            EXACT.cast(pIm.add(qRe)).intoArray(zIm, k);
            EXACT.cast(pRe.add(qIm).rearrange(REVERSED)).intoArray(zRe, mirror - k);
            EXACT.cast(qRe.sub(pIm).rearrange(REVERSED)).intoArray(zIm, mirror - k);
        }
    }

    @Override
    public void fold(
            double[] x,
            int from,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double sign,
            double[] tRe,
            double[] tIm,
            int first,
            int past) {
        DoubleVector even = DoubleVector.fromArray(SPECIES, DoubleLaneZips.EVEN, 0);
        DoubleVector oddDown = DoubleVector.fromArray(SPECIES, DoubleLaneZips.ODD_DOWN, 0);
        int whole = SELECTS ? first + (past - first) / LANES * LANES : first;
        int mirror = from + 2 * h - LANES;
        for (int j = first; j < whole; j += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, x, from + 2 * j);
            DoubleVector b = DoubleVector.fromArray(SPECIES, x, from + 2 * j + LANES);
            DoubleVector c = DoubleVector.fromArray(SPECIES, x, mirror - LANES - 2 * j);
            DoubleVector d = DoubleVector.fromArray(SPECIES, x, mirror - 2 * j);
            DoubleVector re = even.selectFrom(a, b),
                    im = oddDown.selectFrom(c, d).mul(DoubleVector.broadcast(SPECIES, sign));
            DoubleVector ar = DoubleVector.fromArray(SPECIES, rootsRe, j);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, rootsIm, j);
            EXACT.cast(re.fma(ar, im.mul(ai).neg())).intoArray(tRe, j);
            EXACT.cast(re.fma(ai, im.mul(ar))).intoArray(tIm, j);
        }
        super.fold(x, from, h, rootsRe, rootsIm, sign, tRe, tIm, whole, past);
    }

    @Override
    public void unfold(
            double[] tRe,
            double[] tIm,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double sign,
            double[] y,
            int to,
            int first,
            int past) {
        DoubleVector low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW, 0);
        DoubleVector high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH, 0);
        double mirrored = -sign * factor;
        int whole = SELECTS ? first + (past - first) / LANES * LANES : first;
        int mirror = h - LANES;
        for (int k = first; k < whole; k += LANES) {
            DoubleVector re = DoubleVector.fromArray(SPECIES, tRe, k), im = DoubleVector.fromArray(SPECIES, tIm, k);
            DoubleVector ar = DoubleVector.fromArray(SPECIES, rootsRe, k);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, rootsIm, k);
            DoubleVector mRe = DoubleVector.fromArray(SPECIES, tRe, mirror - k);
            DoubleVector mIm = DoubleVector.fromArray(SPECIES, tIm, mirror - k);
            DoubleVector br = DoubleVector.fromArray(SPECIES, rootsRe, mirror - k);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, rootsIm, mirror - k);
            DoubleVector evens = re.fma(ar, im.mul(ai).neg()).mul(DoubleVector.broadcast(SPECIES, factor));
            DoubleVector odds = re.fma(ai, im.mul(ar))
                    .mul(DoubleVector.broadcast(SPECIES, mirrored))
                    .rearrange(REVERSED);
            DoubleVector upperEvens = mRe.fma(br, mIm.mul(bi).neg()).mul(DoubleVector.broadcast(SPECIES, factor));
            DoubleVector upperOdds = mRe.fma(bi, mIm.mul(br))
                    .mul(DoubleVector.broadcast(SPECIES, mirrored))
                    .rearrange(REVERSED);
            EXACT.cast(low.selectFrom(evens, upperOdds)).intoArray(y, to + 2 * k);
            EXACT.cast(high.selectFrom(evens, upperOdds)).intoArray(y, to + 2 * k + LANES);
            EXACT.cast(low.selectFrom(upperEvens, odds)).intoArray(y, to + 2 * mirror - 2 * k);
            EXACT.cast(high.selectFrom(upperEvens, odds)).intoArray(y, to + 2 * mirror - 2 * k + LANES);
        }
        super.unfold(tRe, tIm, h, rootsRe, rootsIm, factor, sign, y, to, whole, past);
    }

    @Override
    public void butterflies(
            double[] x,
            int up,
            int down,
            double[] sums,
            int sumsTo,
            double[] differences,
            int differencesTo,
            int length) {
        int whole = SHUFFLES ? length - length % LANES : 0;
        int mirror = down - LANES + 1;
        for (int j = 0; j < whole; j += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, x, up + j);
            DoubleVector b = DoubleVector.fromArray(SPECIES, x, mirror - j).rearrange(REVERSED);
            EXACT.cast(a.add(b)).intoArray(sums, sumsTo + j);
            EXACT.cast(a.sub(b)).intoArray(differences, differencesTo + j);
        }
        super.butterflies(
                x, up + whole, down - whole, sums, sumsTo + whole, differences, differencesTo + whole, length - whole);
    }

    @Override
    public void turn(
            double[] re,
            double[] im,
            int n,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double sign,
            double[] y,
            int to,
            int first,
            int past) {
        double mirrored = -sign * factor;
        int whole = SHUFFLES ? first + (past - first) / LANES * LANES : first;
        int mirror = to + n - LANES + 1;
        for (int k = first; k < whole; k += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, re, k), b = DoubleVector.fromArray(SPECIES, im, k);
            DoubleVector ar = DoubleVector.fromArray(SPECIES, rootsRe, k);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, rootsIm, k);
            EXACT.cast(a.fma(ar, b.mul(ai).neg()).mul(DoubleVector.broadcast(SPECIES, factor)))
                    .intoArray(y, to + k);
            EXACT.cast(a.fma(ai, b.mul(ar))
                            .mul(DoubleVector.broadcast(SPECIES, mirrored))
                            .rearrange(REVERSED))
                    .intoArray(y, mirror - k);
        }
        super.turn(re, im, n, rootsRe, rootsIm, factor, sign, y, to, whole, past);
    }

    @Override
    public void unturn(
            double[] y,
            int from,
            int n,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double sign,
            double[] re,
            double[] im,
            int first,
            int past) {
        double mirrored = -sign * factor;
        int whole = SHUFFLES ? first + (past - first) / LANES * LANES : first;
        int mirror = from + n - LANES + 1;
        for (int k = first; k < whole; k += LANES) {
            DoubleVector low =
                    DoubleVector.fromArray(SPECIES, y, from + k).mul(DoubleVector.broadcast(SPECIES, factor));
            DoubleVector high = DoubleVector.fromArray(SPECIES, y, mirror - k)
                    .rearrange(REVERSED)
                    .mul(DoubleVector.broadcast(SPECIES, mirrored));
            DoubleVector ar = DoubleVector.fromArray(SPECIES, rootsRe, k);
            DoubleVector ai = DoubleVector.fromArray(SPECIES, rootsIm, k);
            EXACT.cast(low.fma(ar, high.mul(ai))).intoArray(re, k);
            EXACT.cast(high.fma(ar, low.mul(ai).neg())).intoArray(im, k);
        }
        super.unturn(y, from, n, rootsRe, rootsIm, factor, sign, re, im, whole, past);
    }
}
