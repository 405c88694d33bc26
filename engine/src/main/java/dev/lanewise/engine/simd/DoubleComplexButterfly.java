package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Factors of a butterfly matrix of complex numbers. Each value comes as real part and imaginary part; a product is a chain of the
 * real part's and then the imaginary part's.
 */
final class DoubleComplexButterfly {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleComplexButterfly() {}

    /** One row of a block, on two vectors of lanes. */
    static void row(
            double[] values, int at, int count, double[] x, int from, int xStep, int xIm, double[] y, int to, int yIm) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, values[at]);
        DoubleVector b = DoubleVector.broadcast(SPECIES, values[at + 1]),
                minus = DoubleVector.broadcast(SPECIES, -values[at + 1]);
        DoubleVector u = DoubleVector.fromArray(SPECIES, x, from), v = DoubleVector.fromArray(SPECIES, x, from + xIm);
        DoubleVector re0 = v.fma(minus, u.mul(a)), im0 = u.fma(b, v.mul(a));
        u = DoubleVector.fromArray(SPECIES, x, from + LANES);
        v = DoubleVector.fromArray(SPECIES, x, from + xIm + LANES);
        DoubleVector re1 = v.fma(minus, u.mul(a)), im1 = u.fma(b, v.mul(a));
        for (int q = 1; q < count; q++) {
            int in = from + q * xStep;
            a = DoubleVector.broadcast(SPECIES, values[at + 2 * q]);
            b = DoubleVector.broadcast(SPECIES, values[at + 2 * q + 1]);
            minus = DoubleVector.broadcast(SPECIES, -values[at + 2 * q + 1]);
            u = DoubleVector.fromArray(SPECIES, x, in);
            v = DoubleVector.fromArray(SPECIES, x, in + xIm);
            re0 = EXACT.cast(v.fma(minus, u.fma(a, re0)));
            im0 = EXACT.cast(u.fma(b, v.fma(a, im0)));
            u = DoubleVector.fromArray(SPECIES, x, in + LANES);
            v = DoubleVector.fromArray(SPECIES, x, in + xIm + LANES);
            re1 = EXACT.cast(v.fma(minus, u.fma(a, re1)));
            im1 = EXACT.cast(u.fma(b, v.fma(a, im1)));
        }
        EXACT.cast(re0).intoArray(y, to);
        EXACT.cast(re1).intoArray(y, to + LANES);
        EXACT.cast(im0).intoArray(y, to + yIm);
        EXACT.cast(im1).intoArray(y, to + yIm + LANES);
    }

    /** One factor of 2 x 2 blocks: units of 2 rows, on one vector of lanes. */
    static void one(
            double[] values,
            int at,
            int units,
            int d0,
            double[] x,
            int from,
            int xPitch,
            int xIm,
            double[] y,
            int to,
            int yPitch,
            int yIm) {
        int x1 = d0 * xPitch, y1 = d0 * yPitch;
        for (int unit = 0; unit < units; unit++, at += 8, from += xPitch, to += yPitch) {
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, from),
                    b0 = DoubleVector.fromArray(SPECIES, x, from + xIm);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, from + x1),
                    b1 = DoubleVector.fromArray(SPECIES, x, from + x1 + xIm);
            DoubleVector p = DoubleVector.broadcast(SPECIES, values[at]);
            DoubleVector q = DoubleVector.broadcast(SPECIES, values[at + 1]);
            DoubleVector r = DoubleVector.broadcast(SPECIES, values[at + 2]);
            DoubleVector s = DoubleVector.broadcast(SPECIES, values[at + 3]);
            DoubleVector minusQ = DoubleVector.broadcast(SPECIES, -values[at + 1]);
            DoubleVector minusS = DoubleVector.broadcast(SPECIES, -values[at + 3]);
            DoubleVector re = b1.fma(minusS, a1.fma(r, b0.fma(minusQ, a0.mul(p))));
            DoubleVector im = a1.fma(s, b1.fma(r, a0.fma(q, b0.mul(p))));
            p = DoubleVector.broadcast(SPECIES, values[at + 4]);
            q = DoubleVector.broadcast(SPECIES, values[at + 5]);
            r = DoubleVector.broadcast(SPECIES, values[at + 6]);
            s = DoubleVector.broadcast(SPECIES, values[at + 7]);
            minusQ = DoubleVector.broadcast(SPECIES, -values[at + 5]);
            minusS = DoubleVector.broadcast(SPECIES, -values[at + 7]);
            DoubleVector high = b1.fma(minusS, a1.fma(r, b0.fma(minusQ, a0.mul(p))));
            b1 = a1.fma(s, b1.fma(r, a0.fma(q, b0.mul(p))));
            a1 = high;
            a0 = re;
            b0 = im;
            EXACT.cast(a0).intoArray(y, to);
            EXACT.cast(b0).intoArray(y, to + yIm);
            EXACT.cast(a1).intoArray(y, to + y1);
            EXACT.cast(b1).intoArray(y, to + y1 + yIm);
        }
    }

    /** Two factors: units of 4 rows. */
    static void two(
            double[] values,
            int at,
            int units,
            int d0,
            int d1,
            double[] x,
            int from,
            int xPitch,
            int xIm,
            double[] y,
            int to,
            int yPitch,
            int yIm) {
        int x1 = d0 * xPitch, y1 = d0 * yPitch;
        int x2 = d1 * xPitch, y2 = d1 * yPitch;
        int x3 = (d0 + d1) * xPitch, y3 = (d0 + d1) * yPitch;
        for (int unit = 0; unit < units; unit++, at += 32, from += xPitch, to += yPitch) {
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, from),
                    b0 = DoubleVector.fromArray(SPECIES, x, from + xIm);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, from + x1),
                    b1 = DoubleVector.fromArray(SPECIES, x, from + x1 + xIm);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, x, from + x2),
                    b2 = DoubleVector.fromArray(SPECIES, x, from + x2 + xIm);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, x, from + x3),
                    b3 = DoubleVector.fromArray(SPECIES, x, from + x3 + xIm);
            DoubleVector p = DoubleVector.broadcast(SPECIES, values[at]);
            DoubleVector q = DoubleVector.broadcast(SPECIES, values[at + 1]);
            DoubleVector r = DoubleVector.broadcast(SPECIES, values[at + 2]);
            DoubleVector s = DoubleVector.broadcast(SPECIES, values[at + 3]);
            DoubleVector minusQ = DoubleVector.broadcast(SPECIES, -values[at + 1]);
            DoubleVector minusS = DoubleVector.broadcast(SPECIES, -values[at + 3]);
            DoubleVector re = b1.fma(minusS, a1.fma(r, b0.fma(minusQ, a0.mul(p))));
            DoubleVector im = a1.fma(s, b1.fma(r, a0.fma(q, b0.mul(p))));
            p = DoubleVector.broadcast(SPECIES, values[at + 4]);
            q = DoubleVector.broadcast(SPECIES, values[at + 5]);
            r = DoubleVector.broadcast(SPECIES, values[at + 6]);
            s = DoubleVector.broadcast(SPECIES, values[at + 7]);
            minusQ = DoubleVector.broadcast(SPECIES, -values[at + 5]);
            minusS = DoubleVector.broadcast(SPECIES, -values[at + 7]);
            DoubleVector high = b1.fma(minusS, a1.fma(r, b0.fma(minusQ, a0.mul(p))));
            b1 = a1.fma(s, b1.fma(r, a0.fma(q, b0.mul(p))));
            a1 = high;
            a0 = re;
            b0 = im;
            p = DoubleVector.broadcast(SPECIES, values[at + 8]);
            q = DoubleVector.broadcast(SPECIES, values[at + 9]);
            r = DoubleVector.broadcast(SPECIES, values[at + 10]);
            s = DoubleVector.broadcast(SPECIES, values[at + 11]);
            minusQ = DoubleVector.broadcast(SPECIES, -values[at + 9]);
            minusS = DoubleVector.broadcast(SPECIES, -values[at + 11]);
            re = b3.fma(minusS, a3.fma(r, b2.fma(minusQ, a2.mul(p))));
            im = a3.fma(s, b3.fma(r, a2.fma(q, b2.mul(p))));
            p = DoubleVector.broadcast(SPECIES, values[at + 12]);
            q = DoubleVector.broadcast(SPECIES, values[at + 13]);
            r = DoubleVector.broadcast(SPECIES, values[at + 14]);
            s = DoubleVector.broadcast(SPECIES, values[at + 15]);
            minusQ = DoubleVector.broadcast(SPECIES, -values[at + 13]);
            minusS = DoubleVector.broadcast(SPECIES, -values[at + 15]);
            high = b3.fma(minusS, a3.fma(r, b2.fma(minusQ, a2.mul(p))));
            b3 = a3.fma(s, b3.fma(r, a2.fma(q, b2.mul(p))));
            a3 = high;
            a2 = re;
            b2 = im;
            p = DoubleVector.broadcast(SPECIES, values[at + 16]);
            q = DoubleVector.broadcast(SPECIES, values[at + 17]);
            r = DoubleVector.broadcast(SPECIES, values[at + 18]);
            s = DoubleVector.broadcast(SPECIES, values[at + 19]);
            minusQ = DoubleVector.broadcast(SPECIES, -values[at + 17]);
            minusS = DoubleVector.broadcast(SPECIES, -values[at + 19]);
            re = b2.fma(minusS, a2.fma(r, b0.fma(minusQ, a0.mul(p))));
            im = a2.fma(s, b2.fma(r, a0.fma(q, b0.mul(p))));
            p = DoubleVector.broadcast(SPECIES, values[at + 20]);
            q = DoubleVector.broadcast(SPECIES, values[at + 21]);
            r = DoubleVector.broadcast(SPECIES, values[at + 22]);
            s = DoubleVector.broadcast(SPECIES, values[at + 23]);
            minusQ = DoubleVector.broadcast(SPECIES, -values[at + 21]);
            minusS = DoubleVector.broadcast(SPECIES, -values[at + 23]);
            high = b2.fma(minusS, a2.fma(r, b0.fma(minusQ, a0.mul(p))));
            b2 = a2.fma(s, b2.fma(r, a0.fma(q, b0.mul(p))));
            a2 = high;
            a0 = re;
            b0 = im;
            p = DoubleVector.broadcast(SPECIES, values[at + 24]);
            q = DoubleVector.broadcast(SPECIES, values[at + 25]);
            r = DoubleVector.broadcast(SPECIES, values[at + 26]);
            s = DoubleVector.broadcast(SPECIES, values[at + 27]);
            minusQ = DoubleVector.broadcast(SPECIES, -values[at + 25]);
            minusS = DoubleVector.broadcast(SPECIES, -values[at + 27]);
            re = b3.fma(minusS, a3.fma(r, b1.fma(minusQ, a1.mul(p))));
            im = a3.fma(s, b3.fma(r, a1.fma(q, b1.mul(p))));
            p = DoubleVector.broadcast(SPECIES, values[at + 28]);
            q = DoubleVector.broadcast(SPECIES, values[at + 29]);
            r = DoubleVector.broadcast(SPECIES, values[at + 30]);
            s = DoubleVector.broadcast(SPECIES, values[at + 31]);
            minusQ = DoubleVector.broadcast(SPECIES, -values[at + 29]);
            minusS = DoubleVector.broadcast(SPECIES, -values[at + 31]);
            high = b3.fma(minusS, a3.fma(r, b1.fma(minusQ, a1.mul(p))));
            b3 = a3.fma(s, b3.fma(r, a1.fma(q, b1.mul(p))));
            a3 = high;
            a1 = re;
            b1 = im;
            EXACT.cast(a0).intoArray(y, to);
            EXACT.cast(b0).intoArray(y, to + yIm);
            EXACT.cast(a1).intoArray(y, to + y1);
            EXACT.cast(b1).intoArray(y, to + y1 + yIm);
            EXACT.cast(a2).intoArray(y, to + y2);
            EXACT.cast(b2).intoArray(y, to + y2 + yIm);
            EXACT.cast(a3).intoArray(y, to + y3);
            EXACT.cast(b3).intoArray(y, to + y3 + yIm);
        }
    }
}
