package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One butterfly of an odd radix in each lane, for {@link DoubleFourierOddRadix}: inputs and outputs at any distance, the
 * outputs but the first multiplied by the factors that stand at {@code at}, or by none. The sums and differences stay in
 * registers, while a loop makes two outputs at a time.
 */
final class DoubleFourierOddButterfly {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);

    private static final double[] COEFFICIENTS_3 = RootsOfUnity.doubleCoefficients(3);
    private static final double[] COEFFICIENTS_5 = RootsOfUnity.doubleCoefficients(5);
    private static final double[] COEFFICIENTS_7 = RootsOfUnity.doubleCoefficients(7);
    private static final double[] COEFFICIENTS_11 = RootsOfUnity.doubleCoefficients(11);
    private static final double[] COEFFICIENTS_13 = RootsOfUnity.doubleCoefficients(13);

    private DoubleFourierOddButterfly() {}

    static void radix3(
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
        DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr), x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
        DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep),
                x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
        DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep),
                x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
        DoubleVector u1r = x1r.add(x2r), v1r = x1r.sub(x2r);
        DoubleVector u1i = x1i.add(x2i), v1i = x1i.sub(x2i);
        EXACT.cast(x0r.add(u1r)).intoArray(dstRe, tr);
        EXACT.cast(x0i.add(u1i)).intoArray(dstIm, ti);
        int k = 1, c = 0;
        DoubleVector cos1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_3[c]),
                sin1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_3[c + 1]);
        DoubleVector a1r = u1r.fma(cos1, x0r), a1i = u1i.fma(cos1, x0i), b1r = v1r.mul(sin1), b1i = v1i.mul(sin1);
        DoubleVector yr = a1r.add(b1i), yi = a1i.sub(b1r), zr = a1r.sub(b1i), zi = a1i.add(b1r);
        int i = tr + k * dstStep, j = ti + k * dstStep, m = tr + (3 - k) * dstStep, n = ti + (3 - k) * dstStep;
        if (factors == null) {
            EXACT.cast(yr).intoArray(dstRe, i);
            EXACT.cast(yi).intoArray(dstIm, j);
            EXACT.cast(zr).intoArray(dstRe, m);
            EXACT.cast(zi).intoArray(dstIm, n);
        } else {
            int e = at + 2 * k - 2, f = at + 2 * (3 - k) - 2;
            DoubleVector vr = DoubleVector.broadcast(SPECIES, factors[e]),
                    vi = DoubleVector.broadcast(SPECIES, factors[e + 1]);
            DoubleVector wr = DoubleVector.broadcast(SPECIES, factors[f]),
                    wi = DoubleVector.broadcast(SPECIES, factors[f + 1]);
            EXACT.cast(yr.fma(vr, yi.mul(vi).neg())).intoArray(dstRe, i);
            EXACT.cast(yr.fma(vi, yi.mul(vr))).intoArray(dstIm, j);
            EXACT.cast(zr.fma(wr, zi.mul(wi).neg())).intoArray(dstRe, m);
            EXACT.cast(zr.fma(wi, zi.mul(wr))).intoArray(dstIm, n);
        }
    }

    static void radix5(
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
        DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr), x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
        DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep),
                x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
        DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 4 * srcStep),
                x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
        DoubleVector u1r = x1r.add(x4r), v1r = x1r.sub(x4r);
        DoubleVector u1i = x1i.add(x4i), v1i = x1i.sub(x4i);
        DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep),
                x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
        DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * srcStep),
                x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
        DoubleVector u2r = x2r.add(x3r), v2r = x2r.sub(x3r);
        DoubleVector u2i = x2i.add(x3i), v2i = x2i.sub(x3i);
        EXACT.cast(x0r.add(u1r).add(u2r)).intoArray(dstRe, tr);
        EXACT.cast(x0i.add(u1i).add(u2i)).intoArray(dstIm, ti);
        for (int k = 1, c = 0; k <= 2; k++, c += 4) {
            DoubleVector cos1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_5[c]),
                    sin1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_5[c + 1]);
            DoubleVector a1r = u1r.fma(cos1, x0r), a1i = u1i.fma(cos1, x0i), b1r = v1r.mul(sin1), b1i = v1i.mul(sin1);
            DoubleVector cos2 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_5[c + 2]),
                    sin2 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_5[c + 3]);
            DoubleVector a2r = u2r.fma(cos2, a1r), a2i = u2i.fma(cos2, a1i);
            DoubleVector b2r = v2r.fma(sin2, b1r), b2i = v2i.fma(sin2, b1i);
            DoubleVector yr = a2r.add(b2i), yi = a2i.sub(b2r), zr = a2r.sub(b2i), zi = a2i.add(b2r);
            int i = tr + k * dstStep, j = ti + k * dstStep, m = tr + (5 - k) * dstStep, n = ti + (5 - k) * dstStep;
            if (factors == null) {
                EXACT.cast(yr).intoArray(dstRe, i);
                EXACT.cast(yi).intoArray(dstIm, j);
                EXACT.cast(zr).intoArray(dstRe, m);
                EXACT.cast(zi).intoArray(dstIm, n);
            } else {
                int e = at + 2 * k - 2, f = at + 2 * (5 - k) - 2;
                DoubleVector vr = DoubleVector.broadcast(SPECIES, factors[e]),
                        vi = DoubleVector.broadcast(SPECIES, factors[e + 1]);
                DoubleVector wr = DoubleVector.broadcast(SPECIES, factors[f]),
                        wi = DoubleVector.broadcast(SPECIES, factors[f + 1]);
                EXACT.cast(yr.fma(vr, yi.mul(vi).neg())).intoArray(dstRe, i);
                EXACT.cast(yr.fma(vi, yi.mul(vr))).intoArray(dstIm, j);
                EXACT.cast(zr.fma(wr, zi.mul(wi).neg())).intoArray(dstRe, m);
                EXACT.cast(zr.fma(wi, zi.mul(wr))).intoArray(dstIm, n);
            }
        }
    }

    static void radix7(
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
        DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr), x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
        DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep),
                x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
        DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, fr + 6 * srcStep),
                x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * srcStep);
        DoubleVector u1r = x1r.add(x6r), v1r = x1r.sub(x6r);
        DoubleVector u1i = x1i.add(x6i), v1i = x1i.sub(x6i);
        DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep),
                x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
        DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, fr + 5 * srcStep),
                x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * srcStep);
        DoubleVector u2r = x2r.add(x5r), v2r = x2r.sub(x5r);
        DoubleVector u2i = x2i.add(x5i), v2i = x2i.sub(x5i);
        DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * srcStep),
                x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
        DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 4 * srcStep),
                x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
        DoubleVector u3r = x3r.add(x4r), v3r = x3r.sub(x4r);
        DoubleVector u3i = x3i.add(x4i), v3i = x3i.sub(x4i);
        EXACT.cast(x0r.add(u1r).add(u2r).add(u3r)).intoArray(dstRe, tr);
        EXACT.cast(x0i.add(u1i).add(u2i).add(u3i)).intoArray(dstIm, ti);
        for (int k = 1, c = 0; k <= 3; k++, c += 6) {
            DoubleVector cos1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_7[c]),
                    sin1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_7[c + 1]);
            DoubleVector a1r = u1r.fma(cos1, x0r), a1i = u1i.fma(cos1, x0i), b1r = v1r.mul(sin1), b1i = v1i.mul(sin1);
            DoubleVector cos2 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_7[c + 2]),
                    sin2 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_7[c + 3]);
            DoubleVector a2r = u2r.fma(cos2, a1r), a2i = u2i.fma(cos2, a1i);
            DoubleVector b2r = v2r.fma(sin2, b1r), b2i = v2i.fma(sin2, b1i);
            DoubleVector cos3 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_7[c + 4]),
                    sin3 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_7[c + 5]);
            DoubleVector a3r = u3r.fma(cos3, a2r), a3i = u3i.fma(cos3, a2i);
            DoubleVector b3r = v3r.fma(sin3, b2r), b3i = v3i.fma(sin3, b2i);
            DoubleVector yr = a3r.add(b3i), yi = a3i.sub(b3r), zr = a3r.sub(b3i), zi = a3i.add(b3r);
            int i = tr + k * dstStep, j = ti + k * dstStep, m = tr + (7 - k) * dstStep, n = ti + (7 - k) * dstStep;
            if (factors == null) {
                EXACT.cast(yr).intoArray(dstRe, i);
                EXACT.cast(yi).intoArray(dstIm, j);
                EXACT.cast(zr).intoArray(dstRe, m);
                EXACT.cast(zi).intoArray(dstIm, n);
            } else {
                int e = at + 2 * k - 2, f = at + 2 * (7 - k) - 2;
                DoubleVector vr = DoubleVector.broadcast(SPECIES, factors[e]),
                        vi = DoubleVector.broadcast(SPECIES, factors[e + 1]);
                DoubleVector wr = DoubleVector.broadcast(SPECIES, factors[f]),
                        wi = DoubleVector.broadcast(SPECIES, factors[f + 1]);
                EXACT.cast(yr.fma(vr, yi.mul(vi).neg())).intoArray(dstRe, i);
                EXACT.cast(yr.fma(vi, yi.mul(vr))).intoArray(dstIm, j);
                EXACT.cast(zr.fma(wr, zi.mul(wi).neg())).intoArray(dstRe, m);
                EXACT.cast(zr.fma(wi, zi.mul(wr))).intoArray(dstIm, n);
            }
        }
    }

    static void radix11(
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
        DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr), x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
        DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep),
                x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
        DoubleVector x10r = DoubleVector.fromArray(SPECIES, srcRe, fr + 10 * srcStep),
                x10i = DoubleVector.fromArray(SPECIES, srcIm, fi + 10 * srcStep);
        DoubleVector u1r = x1r.add(x10r), v1r = x1r.sub(x10r);
        DoubleVector u1i = x1i.add(x10i), v1i = x1i.sub(x10i);
        DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep),
                x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
        DoubleVector x9r = DoubleVector.fromArray(SPECIES, srcRe, fr + 9 * srcStep),
                x9i = DoubleVector.fromArray(SPECIES, srcIm, fi + 9 * srcStep);
        DoubleVector u2r = x2r.add(x9r), v2r = x2r.sub(x9r);
        DoubleVector u2i = x2i.add(x9i), v2i = x2i.sub(x9i);
        DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * srcStep),
                x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
        DoubleVector x8r = DoubleVector.fromArray(SPECIES, srcRe, fr + 8 * srcStep),
                x8i = DoubleVector.fromArray(SPECIES, srcIm, fi + 8 * srcStep);
        DoubleVector u3r = x3r.add(x8r), v3r = x3r.sub(x8r);
        DoubleVector u3i = x3i.add(x8i), v3i = x3i.sub(x8i);
        DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 4 * srcStep),
                x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
        DoubleVector x7r = DoubleVector.fromArray(SPECIES, srcRe, fr + 7 * srcStep),
                x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 7 * srcStep);
        DoubleVector u4r = x4r.add(x7r), v4r = x4r.sub(x7r);
        DoubleVector u4i = x4i.add(x7i), v4i = x4i.sub(x7i);
        DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, fr + 5 * srcStep),
                x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * srcStep);
        DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, fr + 6 * srcStep),
                x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * srcStep);
        DoubleVector u5r = x5r.add(x6r), v5r = x5r.sub(x6r);
        DoubleVector u5i = x5i.add(x6i), v5i = x5i.sub(x6i);
        EXACT.cast(x0r.add(u1r).add(u2r).add(u3r).add(u4r).add(u5r)).intoArray(dstRe, tr);
        EXACT.cast(x0i.add(u1i).add(u2i).add(u3i).add(u4i).add(u5i)).intoArray(dstIm, ti);
        for (int k = 1, c = 0; k <= 5; k++, c += 10) {
            DoubleVector cos1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c]),
                    sin1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c + 1]);
            DoubleVector a1r = u1r.fma(cos1, x0r), a1i = u1i.fma(cos1, x0i), b1r = v1r.mul(sin1), b1i = v1i.mul(sin1);
            DoubleVector cos2 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c + 2]),
                    sin2 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c + 3]);
            DoubleVector a2r = u2r.fma(cos2, a1r), a2i = u2i.fma(cos2, a1i);
            DoubleVector b2r = v2r.fma(sin2, b1r), b2i = v2i.fma(sin2, b1i);
            DoubleVector cos3 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c + 4]),
                    sin3 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c + 5]);
            DoubleVector a3r = u3r.fma(cos3, a2r), a3i = u3i.fma(cos3, a2i);
            DoubleVector b3r = v3r.fma(sin3, b2r), b3i = v3i.fma(sin3, b2i);
            DoubleVector cos4 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c + 6]),
                    sin4 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c + 7]);
            DoubleVector a4r = u4r.fma(cos4, a3r), a4i = u4i.fma(cos4, a3i);
            DoubleVector b4r = v4r.fma(sin4, b3r), b4i = v4i.fma(sin4, b3i);
            DoubleVector cos5 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c + 8]),
                    sin5 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_11[c + 9]);
            DoubleVector a5r = u5r.fma(cos5, a4r), a5i = u5i.fma(cos5, a4i);
            DoubleVector b5r = v5r.fma(sin5, b4r), b5i = v5i.fma(sin5, b4i);
            DoubleVector yr = a5r.add(b5i), yi = a5i.sub(b5r), zr = a5r.sub(b5i), zi = a5i.add(b5r);
            int i = tr + k * dstStep, j = ti + k * dstStep, m = tr + (11 - k) * dstStep, n = ti + (11 - k) * dstStep;
            if (factors == null) {
                EXACT.cast(yr).intoArray(dstRe, i);
                EXACT.cast(yi).intoArray(dstIm, j);
                EXACT.cast(zr).intoArray(dstRe, m);
                EXACT.cast(zi).intoArray(dstIm, n);
            } else {
                int e = at + 2 * k - 2, f = at + 2 * (11 - k) - 2;
                DoubleVector vr = DoubleVector.broadcast(SPECIES, factors[e]),
                        vi = DoubleVector.broadcast(SPECIES, factors[e + 1]);
                DoubleVector wr = DoubleVector.broadcast(SPECIES, factors[f]),
                        wi = DoubleVector.broadcast(SPECIES, factors[f + 1]);
                EXACT.cast(yr.fma(vr, yi.mul(vi).neg())).intoArray(dstRe, i);
                EXACT.cast(yr.fma(vi, yi.mul(vr))).intoArray(dstIm, j);
                EXACT.cast(zr.fma(wr, zi.mul(wi).neg())).intoArray(dstRe, m);
                EXACT.cast(zr.fma(wi, zi.mul(wr))).intoArray(dstIm, n);
            }
        }
    }

    static void radix13(
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
        DoubleVector x0r = DoubleVector.fromArray(SPECIES, srcRe, fr), x0i = DoubleVector.fromArray(SPECIES, srcIm, fi);
        DoubleVector x1r = DoubleVector.fromArray(SPECIES, srcRe, fr + srcStep),
                x1i = DoubleVector.fromArray(SPECIES, srcIm, fi + srcStep);
        DoubleVector x12r = DoubleVector.fromArray(SPECIES, srcRe, fr + 12 * srcStep),
                x12i = DoubleVector.fromArray(SPECIES, srcIm, fi + 12 * srcStep);
        DoubleVector u1r = x1r.add(x12r), v1r = x1r.sub(x12r);
        DoubleVector u1i = x1i.add(x12i), v1i = x1i.sub(x12i);
        DoubleVector x2r = DoubleVector.fromArray(SPECIES, srcRe, fr + 2 * srcStep),
                x2i = DoubleVector.fromArray(SPECIES, srcIm, fi + 2 * srcStep);
        DoubleVector x11r = DoubleVector.fromArray(SPECIES, srcRe, fr + 11 * srcStep),
                x11i = DoubleVector.fromArray(SPECIES, srcIm, fi + 11 * srcStep);
        DoubleVector u2r = x2r.add(x11r), v2r = x2r.sub(x11r);
        DoubleVector u2i = x2i.add(x11i), v2i = x2i.sub(x11i);
        DoubleVector x3r = DoubleVector.fromArray(SPECIES, srcRe, fr + 3 * srcStep),
                x3i = DoubleVector.fromArray(SPECIES, srcIm, fi + 3 * srcStep);
        DoubleVector x10r = DoubleVector.fromArray(SPECIES, srcRe, fr + 10 * srcStep),
                x10i = DoubleVector.fromArray(SPECIES, srcIm, fi + 10 * srcStep);
        DoubleVector u3r = x3r.add(x10r), v3r = x3r.sub(x10r);
        DoubleVector u3i = x3i.add(x10i), v3i = x3i.sub(x10i);
        DoubleVector x4r = DoubleVector.fromArray(SPECIES, srcRe, fr + 4 * srcStep),
                x4i = DoubleVector.fromArray(SPECIES, srcIm, fi + 4 * srcStep);
        DoubleVector x9r = DoubleVector.fromArray(SPECIES, srcRe, fr + 9 * srcStep),
                x9i = DoubleVector.fromArray(SPECIES, srcIm, fi + 9 * srcStep);
        DoubleVector u4r = x4r.add(x9r), v4r = x4r.sub(x9r);
        DoubleVector u4i = x4i.add(x9i), v4i = x4i.sub(x9i);
        DoubleVector x5r = DoubleVector.fromArray(SPECIES, srcRe, fr + 5 * srcStep),
                x5i = DoubleVector.fromArray(SPECIES, srcIm, fi + 5 * srcStep);
        DoubleVector x8r = DoubleVector.fromArray(SPECIES, srcRe, fr + 8 * srcStep),
                x8i = DoubleVector.fromArray(SPECIES, srcIm, fi + 8 * srcStep);
        DoubleVector u5r = x5r.add(x8r), v5r = x5r.sub(x8r);
        DoubleVector u5i = x5i.add(x8i), v5i = x5i.sub(x8i);
        DoubleVector x6r = DoubleVector.fromArray(SPECIES, srcRe, fr + 6 * srcStep),
                x6i = DoubleVector.fromArray(SPECIES, srcIm, fi + 6 * srcStep);
        DoubleVector x7r = DoubleVector.fromArray(SPECIES, srcRe, fr + 7 * srcStep),
                x7i = DoubleVector.fromArray(SPECIES, srcIm, fi + 7 * srcStep);
        DoubleVector u6r = x6r.add(x7r), v6r = x6r.sub(x7r);
        DoubleVector u6i = x6i.add(x7i), v6i = x6i.sub(x7i);
        EXACT.cast(x0r.add(u1r).add(u2r).add(u3r).add(u4r).add(u5r).add(u6r)).intoArray(dstRe, tr);
        EXACT.cast(x0i.add(u1i).add(u2i).add(u3i).add(u4i).add(u5i).add(u6i)).intoArray(dstIm, ti);
        for (int k = 1, c = 0; k <= 6; k++, c += 12) {
            DoubleVector cos1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c]),
                    sin1 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 1]);
            DoubleVector a1r = u1r.fma(cos1, x0r), a1i = u1i.fma(cos1, x0i), b1r = v1r.mul(sin1), b1i = v1i.mul(sin1);
            DoubleVector cos2 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 2]),
                    sin2 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 3]);
            DoubleVector a2r = u2r.fma(cos2, a1r), a2i = u2i.fma(cos2, a1i);
            DoubleVector b2r = v2r.fma(sin2, b1r), b2i = v2i.fma(sin2, b1i);
            DoubleVector cos3 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 4]),
                    sin3 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 5]);
            DoubleVector a3r = u3r.fma(cos3, a2r), a3i = u3i.fma(cos3, a2i);
            DoubleVector b3r = v3r.fma(sin3, b2r), b3i = v3i.fma(sin3, b2i);
            DoubleVector cos4 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 6]),
                    sin4 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 7]);
            DoubleVector a4r = u4r.fma(cos4, a3r), a4i = u4i.fma(cos4, a3i);
            DoubleVector b4r = v4r.fma(sin4, b3r), b4i = v4i.fma(sin4, b3i);
            DoubleVector cos5 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 8]),
                    sin5 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 9]);
            DoubleVector a5r = u5r.fma(cos5, a4r), a5i = u5i.fma(cos5, a4i);
            DoubleVector b5r = v5r.fma(sin5, b4r), b5i = v5i.fma(sin5, b4i);
            DoubleVector cos6 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 10]),
                    sin6 = DoubleVector.broadcast(SPECIES, COEFFICIENTS_13[c + 11]);
            DoubleVector a6r = u6r.fma(cos6, a5r), a6i = u6i.fma(cos6, a5i);
            DoubleVector b6r = v6r.fma(sin6, b5r), b6i = v6i.fma(sin6, b5i);
            DoubleVector yr = a6r.add(b6i), yi = a6i.sub(b6r), zr = a6r.sub(b6i), zi = a6i.add(b6r);
            int i = tr + k * dstStep, j = ti + k * dstStep, m = tr + (13 - k) * dstStep, n = ti + (13 - k) * dstStep;
            if (factors == null) {
                EXACT.cast(yr).intoArray(dstRe, i);
                EXACT.cast(yi).intoArray(dstIm, j);
                EXACT.cast(zr).intoArray(dstRe, m);
                EXACT.cast(zi).intoArray(dstIm, n);
            } else {
                int e = at + 2 * k - 2, f = at + 2 * (13 - k) - 2;
                DoubleVector vr = DoubleVector.broadcast(SPECIES, factors[e]),
                        vi = DoubleVector.broadcast(SPECIES, factors[e + 1]);
                DoubleVector wr = DoubleVector.broadcast(SPECIES, factors[f]),
                        wi = DoubleVector.broadcast(SPECIES, factors[f + 1]);
                EXACT.cast(yr.fma(vr, yi.mul(vi).neg())).intoArray(dstRe, i);
                EXACT.cast(yr.fma(vi, yi.mul(vr))).intoArray(dstIm, j);
                EXACT.cast(zr.fma(wr, zi.mul(wi).neg())).intoArray(dstRe, m);
                EXACT.cast(zr.fma(wi, zi.mul(wr))).intoArray(dstIm, n);
            }
        }
    }
}
