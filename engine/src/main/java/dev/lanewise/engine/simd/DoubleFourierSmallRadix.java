package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The passes of radix 2 and of odd radices of a Fourier transform, with {@code s >= LANES}; the graphs are those of the scalar twin. */
final class DoubleFourierSmallRadix {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();

    private static final double[][] COEFFICIENTS = new double[DoubleFourierKernel.LARGEST_RADIX + 1][];

    static {
        for (int radix = 3; radix < COEFFICIENTS.length; radix += 2) {
            COEFFICIENTS[radix] = RootsOfUnity.doubleCoefficients(radix);
        }
    }

    private DoubleFourierSmallRadix() {}

    static void radix2(
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
            int factorsOffset) {
        boolean multiplied = m > 1;
        int step = s * m, vectors = m * Math.ceilDiv(s, LANES);
        int from = 0, to = 0, q = 0, at = factorsOffset;
        for (int i = 0; i < vectors; i++) {
            int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + step);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + step);
            DoubleVector y0r = x0r.add(x1r), y1r = x0r.sub(x1r);
            DoubleVector y0i = x0i.add(x1i), y1i = x0i.sub(x1i);
            if (multiplied) {
                DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at + 0]),
                        w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
                DoubleVector z1 = y1r.fma(w1r, y1i.mul(w1i).neg());
                y1i = y1r.fma(w1i, y1i.mul(w1r));
                y1r = z1;
            }
            int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
            y0r.intoArray(dstRe, tr);
            y1r.intoArray(dstRe, tr + s);
            y0i.intoArray(dstIm, ti);
            y1i.intoArray(dstIm, ti + s);
            q += LANES;
            if (q >= s) {
                q = 0;
                from += s;
                to += 2 * s;
                at += 2;
            } else if (q > s - LANES) {
                q = s - LANES;
            }
        }
    }

    static void radix3(
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
            int factorsOffset) {
        double[] c = COEFFICIENTS[3];
        DoubleVector cosine = DoubleVector.broadcast(SPECIES, c[0]), sine = DoubleVector.broadcast(SPECIES, c[1]);
        boolean multiplied = m > 1;
        int step = s * m, vectors = m * Math.ceilDiv(s, LANES);
        int from = 0, to = 0, q = 0, at = factorsOffset;
        for (int i = 0; i < vectors; i++) {
            int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + step);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * step);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + step);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * step);
            DoubleVector ur = x1r.add(x2r), vr = x1r.sub(x2r), ui = x1i.add(x2i), vi = x1i.sub(x2i);
            DoubleVector ar = ur.fma(cosine, x0r), ai = ui.fma(cosine, x0i), br = vr.mul(sine), bi = vi.mul(sine);
            DoubleVector y0r = x0r.add(ur), y1r = ar.add(bi), y2r = ar.sub(bi);
            DoubleVector y0i = x0i.add(ui), y1i = ai.sub(br), y2i = ai.add(br);
            if (multiplied) {
                DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at + 0]),
                        w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
                DoubleVector z1 = y1r.fma(w1r, y1i.mul(w1i).neg());
                y1i = y1r.fma(w1i, y1i.mul(w1r));
                y1r = z1;
                DoubleVector w2r = DoubleVector.broadcast(SPECIES, factors[at + 2]),
                        w2i = DoubleVector.broadcast(SPECIES, factors[at + 3]);
                DoubleVector z2 = y2r.fma(w2r, y2i.mul(w2i).neg());
                y2i = y2r.fma(w2i, y2i.mul(w2r));
                y2r = z2;
            }
            int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
            y0r.intoArray(dstRe, tr);
            y1r.intoArray(dstRe, tr + s);
            y2r.intoArray(dstRe, tr + 2 * s);
            y0i.intoArray(dstIm, ti);
            y1i.intoArray(dstIm, ti + s);
            y2i.intoArray(dstIm, ti + 2 * s);
            q += LANES;
            if (q >= s) {
                q = 0;
                from += s;
                to += 3 * s;
                at += 4;
            } else if (q > s - LANES) {
                q = s - LANES;
            }
        }
    }

    static void radix5(
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
            int factorsOffset) {
        double[] c = COEFFICIENTS[5];
        DoubleVector cos1 = DoubleVector.broadcast(SPECIES, c[0]), sin1 = DoubleVector.broadcast(SPECIES, c[1]);
        DoubleVector cos2 = DoubleVector.broadcast(SPECIES, c[2]), sin2 = DoubleVector.broadcast(SPECIES, c[3]);
        DoubleVector minusSin1 = DoubleVector.broadcast(SPECIES, -c[1]);
        boolean multiplied = m > 1;
        int step = s * m, vectors = m * Math.ceilDiv(s, LANES);
        int from = 0, to = 0, q = 0, at = factorsOffset;
        for (int i = 0; i < vectors; i++) {
            int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
            DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr);
            DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + step);
            DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * step);
            DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * step);
            DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 4 * step);
            DoubleVector x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
            DoubleVector x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + step);
            DoubleVector x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * step);
            DoubleVector x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * step);
            DoubleVector x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * step);
            DoubleVector u1r = x1r.add(x4r), v1r = x1r.sub(x4r), u2r = x2r.add(x3r), v2r = x2r.sub(x3r);
            DoubleVector u1i = x1i.add(x4i), v1i = x1i.sub(x4i), u2i = x2i.add(x3i), v2i = x2i.sub(x3i);
            DoubleVector a1r = u2r.fma(cos2, u1r.fma(cos1, x0r)), a2r = u2r.fma(cos1, u1r.fma(cos2, x0r));
            DoubleVector b1r = v2r.fma(sin2, v1r.mul(sin1)), b2r = v2r.fma(minusSin1, v1r.mul(sin2));
            DoubleVector a1i = u2i.fma(cos2, u1i.fma(cos1, x0i)), a2i = u2i.fma(cos1, u1i.fma(cos2, x0i));
            DoubleVector b1i = v2i.fma(sin2, v1i.mul(sin1)), b2i = v2i.fma(minusSin1, v1i.mul(sin2));
            DoubleVector y0r = x0r.add(u1r).add(u2r),
                    y1r = a1r.add(b1i),
                    y2r = a2r.add(b2i),
                    y3r = a2r.sub(b2i),
                    y4r = a1r.sub(b1i);
            DoubleVector y0i = x0i.add(u1i).add(u2i),
                    y1i = a1i.sub(b1r),
                    y2i = a2i.sub(b2r),
                    y3i = a2i.add(b2r),
                    y4i = a1i.add(b1r);
            if (multiplied) {
                DoubleVector w1r = DoubleVector.broadcast(SPECIES, factors[at + 0]),
                        w1i = DoubleVector.broadcast(SPECIES, factors[at + 1]);
                DoubleVector z1 = y1r.fma(w1r, y1i.mul(w1i).neg());
                y1i = y1r.fma(w1i, y1i.mul(w1r));
                y1r = z1;
                DoubleVector w2r = DoubleVector.broadcast(SPECIES, factors[at + 2]),
                        w2i = DoubleVector.broadcast(SPECIES, factors[at + 3]);
                DoubleVector z2 = y2r.fma(w2r, y2i.mul(w2i).neg());
                y2i = y2r.fma(w2i, y2i.mul(w2r));
                y2r = z2;
                DoubleVector w3r = DoubleVector.broadcast(SPECIES, factors[at + 4]),
                        w3i = DoubleVector.broadcast(SPECIES, factors[at + 5]);
                DoubleVector z3 = y3r.fma(w3r, y3i.mul(w3i).neg());
                y3i = y3r.fma(w3i, y3i.mul(w3r));
                y3r = z3;
                DoubleVector w4r = DoubleVector.broadcast(SPECIES, factors[at + 6]),
                        w4i = DoubleVector.broadcast(SPECIES, factors[at + 7]);
                DoubleVector z4 = y4r.fma(w4r, y4i.mul(w4i).neg());
                y4i = y4r.fma(w4i, y4i.mul(w4r));
                y4r = z4;
            }
            int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
            y0r.intoArray(dstRe, tr);
            y1r.intoArray(dstRe, tr + s);
            y2r.intoArray(dstRe, tr + 2 * s);
            y3r.intoArray(dstRe, tr + 3 * s);
            y4r.intoArray(dstRe, tr + 4 * s);
            y0i.intoArray(dstIm, ti);
            y1i.intoArray(dstIm, ti + s);
            y2i.intoArray(dstIm, ti + 2 * s);
            y3i.intoArray(dstIm, ti + 3 * s);
            y4i.intoArray(dstIm, ti + 4 * s);
            q += LANES;
            if (q >= s) {
                q = 0;
                from += s;
                to += 5 * s;
                at += 8;
            } else if (q > s - LANES) {
                q = s - LANES;
            }
        }
    }

    /** Any odd radix, by loops; the sums and differences stand in {@code scratch}, {@code 2 (radix - 1)} vectors. */
    static void any(
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
        int vectors = m * Math.ceilDiv(s, LANES);
        int from = 0, to = 0, q = 0, at = factorsOffset;
        for (int i = 0; i < vectors; i++) {
            int fr = srcReOffset + from + q, fi = srcImOffset + from + q;
            int tr = dstReOffset + to + q, ti = dstImOffset + to + q;
            sums(radix, srcRe, fr, srcIm, fi, s * m, dstRe, tr, dstIm, ti, scratch);
            outputs(radix, srcRe, fr, srcIm, fi, dstRe, tr, dstIm, ti, s, scratch);
            if (m > 1) {
                for (int k = 1; k < radix; k++) {
                    multiply(dstRe, tr + k * s, dstIm, ti + k * s, factors[at + 2 * k - 2], factors[at + 2 * k - 1]);
                }
            }
            q += LANES;
            if (q >= s) {
                q = 0;
                from += s;
                to += radix * s;
                at += 2 * (radix - 1);
            } else if (q > s - LANES) {
                q = s - LANES;
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
            ur.intoArray(scratch, put);
            ui.intoArray(scratch, put + LANES);
            ar.sub(br).intoArray(scratch, put + 2 * LANES);
            ai.sub(bi).intoArray(scratch, put + 3 * LANES);
            yr = yr.add(ur);
            yi = yi.add(ui);
        }
        yr.intoArray(dstRe, tr);
        yi.intoArray(dstIm, ti);
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
                ar = DoubleVector.fromArray(SPECIES, scratch, 4 * j * LANES).fma(cosine, ar);
                ai = DoubleVector.fromArray(SPECIES, scratch, (4 * j + 1) * LANES)
                        .fma(cosine, ai);
                br = DoubleVector.fromArray(SPECIES, scratch, (4 * j + 2) * LANES)
                        .fma(sine, br);
                bi = DoubleVector.fromArray(SPECIES, scratch, (4 * j + 3) * LANES)
                        .fma(sine, bi);
            }
            ar.add(bi).intoArray(dstRe, tr + k * s);
            ai.sub(br).intoArray(dstIm, ti + k * s);
            ar.sub(bi).intoArray(dstRe, tr + (radix - k) * s);
            ai.add(br).intoArray(dstIm, ti + (radix - k) * s);
        }
    }

    private static void multiply(double[] re, int reAt, double[] im, int imAt, double factorRe, double factorIm) {
        DoubleVector a = DoubleVector.fromArray(SPECIES, re, reAt), b = DoubleVector.fromArray(SPECIES, im, imAt);
        a.fma(DoubleVector.broadcast(SPECIES, factorRe), b.mul(factorIm).neg()).intoArray(re, reAt);
        a.fma(DoubleVector.broadcast(SPECIES, factorIm), b.mul(factorRe)).intoArray(im, imAt);
    }
}
