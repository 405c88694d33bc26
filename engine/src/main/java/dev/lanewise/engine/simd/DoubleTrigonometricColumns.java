package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.scalar.DoubleColumnsKernel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Before and after the Fourier transform in cosine and sine transforms of vectors that lie side by side, on vectors. */
public final class DoubleTrigonometricColumns extends dev.lanewise.engine.scalar.DoubleTrigonometricColumns {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();
    private static final int COLUMNS = DoubleColumnsKernel.COLUMNS;
    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

    /** Makes the kernel. */
    public DoubleTrigonometricColumns() {}

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
            int pitch) {
        int step = h / 2 + 1;
        double mirrored = -sign * factor;
        double turned = factor * SQRT_HALF, turnedMirrored = sign * turned;
        for (int k = 1; k < (h + 1) / 2; k++) {
            DoubleVector ar = DoubleVector.broadcast(SPECIES, roots[k]);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, roots[step + k]);
            DoubleVector br = DoubleVector.broadcast(SPECIES, roots[2 * step + k]);
            DoubleVector bi = DoubleVector.broadcast(SPECIES, roots[3 * step + k]);
            int low = k * COLUMNS, high = (h - k) * COLUMNS;
            int direct = to + k * pitch, mirror = to + (2 * h - k) * pitch;
            int down = to + (h - k) * pitch, up = to + (h + k) * pitch;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, zRe, low + q),
                        b = DoubleVector.fromArray(SPECIES, zIm, low + q),
                        c = DoubleVector.fromArray(SPECIES, zRe, high + q),
                        d = DoubleVector.fromArray(SPECIES, zIm, high + q);
                DoubleVector evenRe = a.add(c), evenIm = b.sub(d), oddRe = b.add(d), oddIm = c.sub(a);
                DoubleVector eRe = evenRe.fma(ar, evenIm.mul(ai).neg());
                DoubleVector eIm = evenRe.fma(ai, evenIm.mul(ar));
                DoubleVector oRe = oddRe.fma(br, oddIm.mul(bi).neg());
                DoubleVector oIm = oddRe.fma(bi, oddIm.mul(br));
                DoubleVector gRe = eRe.sub(oRe), gIm = eIm.sub(oIm);
                EXACT.cast(eRe.add(oRe).mul(DoubleVector.broadcast(SPECIES, factor)))
                        .intoArray(y, direct + q);
                EXACT.cast(eIm.add(oIm).mul(DoubleVector.broadcast(SPECIES, mirrored)))
                        .intoArray(y, mirror + q);
                EXACT.cast(gRe.sub(gIm).mul(DoubleVector.broadcast(SPECIES, turnedMirrored)))
                        .intoArray(y, down + q);
                EXACT.cast(gRe.add(gIm).mul(DoubleVector.broadcast(SPECIES, turned)))
                        .intoArray(y, up + q);
            }
        }
    }

    @Override
    public void unrotate(
            double[] y,
            int from,
            int pitch,
            int h,
            double[] roots,
            double factor,
            double sign,
            double[] zRe,
            double[] zIm) {
        int step = h / 2 + 1;
        double mirrored = -sign * factor, turned = factor * SQRT_HALF;
        DoubleVector f = DoubleVector.broadcast(SPECIES, factor), g = DoubleVector.broadcast(SPECIES, mirrored);
        for (int k = 1; k < (h + 1) / 2; k++) {
            DoubleVector ar = DoubleVector.broadcast(SPECIES, roots[k]);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, roots[step + k]);
            DoubleVector br = DoubleVector.broadcast(SPECIES, roots[2 * step + k]);
            DoubleVector bi = DoubleVector.broadcast(SPECIES, roots[3 * step + k]);
            int direct = from + k * pitch, mirror = from + (2 * h - k) * pitch;
            int below = from + (h - k) * pitch, above = from + (h + k) * pitch;
            int lowTo = k * COLUMNS, highTo = (h - k) * COLUMNS;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector low = DoubleVector.fromArray(SPECIES, y, direct + q),
                        high = DoubleVector.fromArray(SPECIES, y, mirror + q),
                        up = DoubleVector.fromArray(SPECIES, y, above + q),
                        down = DoubleVector.fromArray(SPECIES, y, below + q).mul(DoubleVector.broadcast(SPECIES, sign));
                DoubleVector dRe = up.add(down).mul(DoubleVector.broadcast(SPECIES, turned)),
                        dIm = up.sub(down).mul(DoubleVector.broadcast(SPECIES, turned));
                DoubleVector sumRe = low.fma(f, dRe);
                DoubleVector sumIm = high.fma(g, dIm);
                DoubleVector differenceRe = low.fma(f, dRe.neg());
                DoubleVector differenceIm = high.fma(g, dIm.neg());
                DoubleVector pRe = sumRe.fma(ar, sumIm.mul(ai));
                DoubleVector pIm = sumIm.fma(ar, sumRe.mul(ai).neg());
                DoubleVector qRe = differenceRe.fma(br, differenceIm.mul(bi));
                DoubleVector qIm = differenceIm.fma(br, differenceRe.mul(bi).neg());
                EXACT.cast(pRe.sub(qIm)).intoArray(zRe, lowTo + q);
                EXACT.cast(pIm.add(qRe)).intoArray(zIm, lowTo + q);
                EXACT.cast(pRe.add(qIm)).intoArray(zRe, highTo + q);
                EXACT.cast(qRe.sub(pIm)).intoArray(zIm, highTo + q);
            }
        }
    }

    @Override
    public void fold(
            double[] x,
            int from,
            int pitch,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double sign,
            double[] tRe,
            double[] tIm) {
        for (int j = 0; j < h; j++) {
            DoubleVector ar = DoubleVector.broadcast(SPECIES, rootsRe[j]);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, rootsIm[j]);
            int up = from + 2 * j * pitch, down = from + (2 * h - 1 - 2 * j) * pitch, at = j * COLUMNS;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector re = DoubleVector.fromArray(SPECIES, x, up + q),
                        im = DoubleVector.fromArray(SPECIES, x, down + q).mul(DoubleVector.broadcast(SPECIES, sign));
                EXACT.cast(re.fma(ar, im.mul(ai).neg())).intoArray(tRe, at + q);
                EXACT.cast(re.fma(ai, im.mul(ar))).intoArray(tIm, at + q);
            }
        }
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
            int pitch) {
        double mirrored = -sign * factor;
        for (int k = 0; k < h; k++) {
            DoubleVector ar = DoubleVector.broadcast(SPECIES, rootsRe[k]);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, rootsIm[k]);
            int up = to + 2 * k * pitch, down = to + (2 * h - 1 - 2 * k) * pitch, at = k * COLUMNS;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector re = DoubleVector.fromArray(SPECIES, tRe, at + q),
                        im = DoubleVector.fromArray(SPECIES, tIm, at + q);
                EXACT.cast(re.fma(ar, im.mul(ai).neg()).mul(DoubleVector.broadcast(SPECIES, factor)))
                        .intoArray(y, up + q);
                EXACT.cast(re.fma(ai, im.mul(ar)).mul(DoubleVector.broadcast(SPECIES, mirrored)))
                        .intoArray(y, down + q);
            }
        }
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
            int pitch) {
        double mirrored = -sign * factor;
        for (int k = 1; k < (n + 1) / 2; k++) {
            DoubleVector ar = DoubleVector.broadcast(SPECIES, rootsRe[k]);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, rootsIm[k]);
            int at = k * COLUMNS, up = to + k * pitch, down = to + (n - k) * pitch;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, re, at + q);
                DoubleVector b = DoubleVector.fromArray(SPECIES, im, at + q);
                EXACT.cast(a.fma(ar, b.mul(ai).neg()).mul(DoubleVector.broadcast(SPECIES, factor)))
                        .intoArray(y, up + q);
                EXACT.cast(a.fma(ai, b.mul(ar)).mul(DoubleVector.broadcast(SPECIES, mirrored)))
                        .intoArray(y, down + q);
            }
        }
    }

    @Override
    public void unturn(
            double[] y,
            int from,
            int pitch,
            int n,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double sign,
            double[] re,
            double[] im) {
        double mirrored = -sign * factor;
        for (int k = 1; k < (n + 1) / 2; k++) {
            DoubleVector ar = DoubleVector.broadcast(SPECIES, rootsRe[k]);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, rootsIm[k]);
            int at = k * COLUMNS, up = from + k * pitch, down = from + (n - k) * pitch;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector low =
                        DoubleVector.fromArray(SPECIES, y, up + q).mul(DoubleVector.broadcast(SPECIES, factor));
                DoubleVector high =
                        DoubleVector.fromArray(SPECIES, y, down + q).mul(DoubleVector.broadcast(SPECIES, mirrored));
                EXACT.cast(low.fma(ar, high.mul(ai))).intoArray(re, at + q);
                EXACT.cast(high.fma(ar, low.mul(ai).neg())).intoArray(im, at + q);
            }
        }
    }
}
