package dev.lanewise.engine.simd;

import dev.lanewise.engine.scalar.DoubleColumnsKernel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** What turns complex Fourier transforms into those of real vectors that lie side by side, on vectors. */
public final class DoubleRealFourierColumns extends dev.lanewise.engine.scalar.DoubleRealFourierColumns {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();
    private static final int COLUMNS = DoubleColumnsKernel.COLUMNS;

    /** Makes the kernel. */
    public DoubleRealFourierColumns() {}

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
            int pitch) {
        double half = factor * 0.5;
        DoubleVector f = DoubleVector.broadcast(SPECIES, half);
        for (int k = 1; k < (h + 1) / 2; k++) {
            DoubleVector wr = DoubleVector.broadcast(SPECIES, rootsRe[k] * half);
            DoubleVector wi = DoubleVector.broadcast(SPECIES, rootsIm[k] * half);
            int up = k * COLUMNS, down = (h - k) * COLUMNS;
            int upTo = to + k * pitch, downTo = to + (h - k) * pitch;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, zRe, up + q);
                DoubleVector b = DoubleVector.fromArray(SPECIES, zIm, up + q);
                DoubleVector c = DoubleVector.fromArray(SPECIES, zRe, down + q);
                DoubleVector d = DoubleVector.fromArray(SPECIES, zIm, down + q);
                DoubleVector evenRe = a.add(c), evenIm = b.sub(d), oddRe = b.add(d), oddIm = c.sub(a);
                DoubleVector turnedRe = oddRe.fma(wr, oddIm.mul(wi).neg());
                DoubleVector turnedIm = oddRe.fma(wi, oddIm.mul(wr));
                EXACT.cast(evenRe.fma(f, turnedRe)).intoArray(re, upTo + q);
                EXACT.cast(evenIm.fma(f, turnedIm)).intoArray(im, upTo + q);
                EXACT.cast(evenRe.fma(f, turnedRe.neg())).intoArray(re, downTo + q);
                EXACT.cast(evenIm.fma(f.neg(), turnedIm)).intoArray(im, downTo + q);
            }
        }
    }

    @Override
    public void tanglePairs(
            double[] re,
            double[] im,
            int from,
            int pitch,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] zRe,
            double[] zIm) {
        DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
        for (int k = 1; k < (h + 1) / 2; k++) {
            DoubleVector wr = DoubleVector.broadcast(SPECIES, rootsRe[k] * factor);
            DoubleVector wi = DoubleVector.broadcast(SPECIES, rootsIm[k] * factor);
            int up = from + k * pitch, down = from + (h - k) * pitch;
            int upTo = k * COLUMNS, downTo = (h - k) * COLUMNS;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, re, up + q);
                DoubleVector b = DoubleVector.fromArray(SPECIES, im, up + q);
                DoubleVector c = DoubleVector.fromArray(SPECIES, re, down + q);
                DoubleVector d = DoubleVector.fromArray(SPECIES, im, down + q);
                DoubleVector evenRe = a.add(c), evenIm = b.sub(d), oddRe = a.sub(c), oddIm = b.add(d);
                DoubleVector turnedRe = oddRe.fma(wi, oddIm.mul(wr).neg());
                DoubleVector turnedIm = oddRe.fma(wr, oddIm.mul(wi));
                EXACT.cast(evenRe.fma(f, turnedRe)).intoArray(zRe, upTo + q);
                EXACT.cast(evenIm.fma(f, turnedIm)).intoArray(zIm, upTo + q);
                EXACT.cast(evenRe.fma(f, turnedRe.neg())).intoArray(zRe, downTo + q);
                EXACT.cast(evenIm.fma(f.neg(), turnedIm)).intoArray(zIm, downTo + q);
            }
        }
    }

    @Override
    public void columns(
            double[] x,
            int from,
            int pitch,
            int radix,
            int m,
            double[] coefficients,
            double[] factorsRe,
            double[] factorsIm,
            double[] sums,
            double[] tRe,
            double[] tIm) {
        int half = radix / 2;
        for (int j = 0; j < m; j++) {
            int first = from + j * pitch, at = j * COLUMNS;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector sum = DoubleVector.fromArray(SPECIES, x, first + q);
                for (int i = 1; i <= half; i++) {
                    DoubleVector a = DoubleVector.fromArray(SPECIES, x, first + i * m * pitch + q);
                    DoubleVector b = DoubleVector.fromArray(SPECIES, x, first + (radix - i) * m * pitch + q);
                    sum = EXACT.cast(sum).add(a.add(b));
                }
                EXACT.cast(sum).intoArray(sums, at + q);
            }
        }
        for (int k = 0; k < half; k++) {
            for (int j = 0; j < m; j++) {
                DoubleVector wr = DoubleVector.broadcast(SPECIES, factorsRe[k * m + j]);
                DoubleVector wi = DoubleVector.broadcast(SPECIES, factorsIm[k * m + j]);
                int first = from + j * pitch, at = (k * m + j) * COLUMNS;
                for (int q = 0; q < COLUMNS; q += LANES) {
                    DoubleVector re = DoubleVector.fromArray(SPECIES, x, first + q);
                    DoubleVector im = DoubleVector.zero(SPECIES);
                    for (int i = 1; i <= half; i++) {
                        int of = 2 * (k * half + i - 1);
                        DoubleVector a = DoubleVector.fromArray(SPECIES, x, first + i * m * pitch + q);
                        DoubleVector b = DoubleVector.fromArray(SPECIES, x, first + (radix - i) * m * pitch + q);
                        re = a.add(b).fma(DoubleVector.broadcast(SPECIES, coefficients[of]), EXACT.cast(re));
                        im = b.sub(a).fma(DoubleVector.broadcast(SPECIES, coefficients[of + 1]), EXACT.cast(im));
                    }
                    re = EXACT.cast(re);
                    im = EXACT.cast(im);
                    EXACT.cast(re.fma(wr, im.mul(wi).neg())).intoArray(tRe, at + q);
                    EXACT.cast(re.fma(wi, im.mul(wr))).intoArray(tIm, at + q);
                }
            }
        }
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
            int pitch) {
        int half = radix / 2;
        DoubleVector f = DoubleVector.broadcast(SPECIES, 2 * factor);
        for (int j = 0; j < m; j++) {
            int first = to + j * pitch, at = j * COLUMNS;
            for (int q = 0; q < COLUMNS; q += LANES) {
                DoubleVector sum = DoubleVector.zero(SPECIES);
                for (int k = 0; k < half; k++) {
                    sum = EXACT.cast(sum).add(DoubleVector.fromArray(SPECIES, tRe, at + k * m * COLUMNS + q));
                }
                EXACT.cast(EXACT.cast(sum).fma(f, DoubleVector.fromArray(SPECIES, sums, at + q)))
                        .intoArray(x, first + q);
            }
        }
        for (int i = 1; i <= half; i++) {
            for (int j = 0; j < m; j++) {
                int at = j * COLUMNS;
                int up = to + (i * m + j) * pitch, down = to + ((radix - i) * m + j) * pitch;
                for (int q = 0; q < COLUMNS; q += LANES) {
                    DoubleVector even = DoubleVector.zero(SPECIES), odd = DoubleVector.zero(SPECIES);
                    for (int k = 0; k < half; k++) {
                        int of = 2 * ((i - 1) * half + k);
                        DoubleVector re = DoubleVector.fromArray(SPECIES, tRe, at + k * m * COLUMNS + q);
                        DoubleVector im = DoubleVector.fromArray(SPECIES, tIm, at + k * m * COLUMNS + q);
                        even = re.fma(DoubleVector.broadcast(SPECIES, coefficients[of]), EXACT.cast(even));
                        odd = im.fma(DoubleVector.broadcast(SPECIES, coefficients[of + 1]), EXACT.cast(odd));
                    }
                    even = EXACT.cast(even);
                    odd = EXACT.cast(odd);
                    DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, at + q);
                    EXACT.cast(even.sub(odd).fma(f, sum)).intoArray(x, up + q);
                    EXACT.cast(even.add(odd).fma(f, sum)).intoArray(x, down + q);
                }
            }
        }
    }

    @Override
    public void multiply(double[] re, double[] im, double[] factorsRe, double[] factorsIm, int rows) {
        for (int i = 0; i < rows; i++) {
            DoubleVector wr = DoubleVector.broadcast(SPECIES, factorsRe[i]);
            DoubleVector wi = DoubleVector.broadcast(SPECIES, factorsIm[i]);
            for (int q = 0; q < COLUMNS; q += LANES) {
                int at = i * COLUMNS + q;
                DoubleVector a = DoubleVector.fromArray(SPECIES, re, at), b = DoubleVector.fromArray(SPECIES, im, at);
                EXACT.cast(a.fma(wr, b.mul(wi).neg())).intoArray(re, at);
                EXACT.cast(a.fma(wi, b.mul(wr))).intoArray(im, at);
            }
        }
    }
}
