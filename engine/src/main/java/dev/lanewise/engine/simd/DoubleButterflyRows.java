package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Rows of dense blocks of a butterfly factor, on two vectors of lanes: eight, four or one at once, or one of complex numbers. */
final class DoubleButterflyRows {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleButterflyRows() {}

    static void eight(
            double[] values, int at, int count, double[] x, int from, int xStep, double[] y, int to, int yStep) {
        DoubleVector u = DoubleVector.fromArray(SPECIES, x, from), v = DoubleVector.fromArray(SPECIES, x, from + LANES);
        DoubleVector value = DoubleVector.broadcast(SPECIES, values[at]);
        DoubleVector u0 = value.mul(u), v0 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + count]);
        DoubleVector u1 = value.mul(u), v1 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 2 * count]);
        DoubleVector u2 = value.mul(u), v2 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 3 * count]);
        DoubleVector u3 = value.mul(u), v3 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 4 * count]);
        DoubleVector u4 = value.mul(u), v4 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 5 * count]);
        DoubleVector u5 = value.mul(u), v5 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 6 * count]);
        DoubleVector u6 = value.mul(u), v6 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 7 * count]);
        DoubleVector u7 = value.mul(u), v7 = value.mul(v);
        for (int q = 1; q < count; q++) {
            int in = from + q * xStep;
            u = DoubleVector.fromArray(SPECIES, x, in);
            v = DoubleVector.fromArray(SPECIES, x, in + LANES);
            value = DoubleVector.broadcast(SPECIES, values[at + q]);
            u0 = EXACT.cast(value.fma(u, u0));
            v0 = EXACT.cast(value.fma(v, v0));
            value = DoubleVector.broadcast(SPECIES, values[at + count + q]);
            u1 = EXACT.cast(value.fma(u, u1));
            v1 = EXACT.cast(value.fma(v, v1));
            value = DoubleVector.broadcast(SPECIES, values[at + 2 * count + q]);
            u2 = EXACT.cast(value.fma(u, u2));
            v2 = EXACT.cast(value.fma(v, v2));
            value = DoubleVector.broadcast(SPECIES, values[at + 3 * count + q]);
            u3 = EXACT.cast(value.fma(u, u3));
            v3 = EXACT.cast(value.fma(v, v3));
            value = DoubleVector.broadcast(SPECIES, values[at + 4 * count + q]);
            u4 = EXACT.cast(value.fma(u, u4));
            v4 = EXACT.cast(value.fma(v, v4));
            value = DoubleVector.broadcast(SPECIES, values[at + 5 * count + q]);
            u5 = EXACT.cast(value.fma(u, u5));
            v5 = EXACT.cast(value.fma(v, v5));
            value = DoubleVector.broadcast(SPECIES, values[at + 6 * count + q]);
            u6 = EXACT.cast(value.fma(u, u6));
            v6 = EXACT.cast(value.fma(v, v6));
            value = DoubleVector.broadcast(SPECIES, values[at + 7 * count + q]);
            u7 = EXACT.cast(value.fma(u, u7));
            v7 = EXACT.cast(value.fma(v, v7));
        }
        EXACT.cast(u0).intoArray(y, to);
        EXACT.cast(v0).intoArray(y, to + LANES);
        EXACT.cast(u1).intoArray(y, to + yStep);
        EXACT.cast(v1).intoArray(y, to + yStep + LANES);
        EXACT.cast(u2).intoArray(y, to + 2 * yStep);
        EXACT.cast(v2).intoArray(y, to + 2 * yStep + LANES);
        EXACT.cast(u3).intoArray(y, to + 3 * yStep);
        EXACT.cast(v3).intoArray(y, to + 3 * yStep + LANES);
        EXACT.cast(u4).intoArray(y, to + 4 * yStep);
        EXACT.cast(v4).intoArray(y, to + 4 * yStep + LANES);
        EXACT.cast(u5).intoArray(y, to + 5 * yStep);
        EXACT.cast(v5).intoArray(y, to + 5 * yStep + LANES);
        EXACT.cast(u6).intoArray(y, to + 6 * yStep);
        EXACT.cast(v6).intoArray(y, to + 6 * yStep + LANES);
        EXACT.cast(u7).intoArray(y, to + 7 * yStep);
        EXACT.cast(v7).intoArray(y, to + 7 * yStep + LANES);
    }

    static void four(
            double[] values, int at, int count, double[] x, int from, int xStep, double[] y, int to, int yStep) {
        DoubleVector u = DoubleVector.fromArray(SPECIES, x, from), v = DoubleVector.fromArray(SPECIES, x, from + LANES);
        DoubleVector value = DoubleVector.broadcast(SPECIES, values[at]);
        DoubleVector u0 = value.mul(u), v0 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + count]);
        DoubleVector u1 = value.mul(u), v1 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 2 * count]);
        DoubleVector u2 = value.mul(u), v2 = value.mul(v);
        value = DoubleVector.broadcast(SPECIES, values[at + 3 * count]);
        DoubleVector u3 = value.mul(u), v3 = value.mul(v);
        for (int q = 1; q < count; q++) {
            int in = from + q * xStep;
            u = DoubleVector.fromArray(SPECIES, x, in);
            v = DoubleVector.fromArray(SPECIES, x, in + LANES);
            value = DoubleVector.broadcast(SPECIES, values[at + q]);
            u0 = EXACT.cast(value.fma(u, u0));
            v0 = EXACT.cast(value.fma(v, v0));
            value = DoubleVector.broadcast(SPECIES, values[at + count + q]);
            u1 = EXACT.cast(value.fma(u, u1));
            v1 = EXACT.cast(value.fma(v, v1));
            value = DoubleVector.broadcast(SPECIES, values[at + 2 * count + q]);
            u2 = EXACT.cast(value.fma(u, u2));
            v2 = EXACT.cast(value.fma(v, v2));
            value = DoubleVector.broadcast(SPECIES, values[at + 3 * count + q]);
            u3 = EXACT.cast(value.fma(u, u3));
            v3 = EXACT.cast(value.fma(v, v3));
        }
        EXACT.cast(u0).intoArray(y, to);
        EXACT.cast(v0).intoArray(y, to + LANES);
        EXACT.cast(u1).intoArray(y, to + yStep);
        EXACT.cast(v1).intoArray(y, to + yStep + LANES);
        EXACT.cast(u2).intoArray(y, to + 2 * yStep);
        EXACT.cast(v2).intoArray(y, to + 2 * yStep + LANES);
        EXACT.cast(u3).intoArray(y, to + 3 * yStep);
        EXACT.cast(v3).intoArray(y, to + 3 * yStep + LANES);
    }

    static void one(double[] values, int at, int count, double[] x, int from, int xStep, double[] y, int to) {
        DoubleVector u = DoubleVector.fromArray(SPECIES, x, from), v = DoubleVector.fromArray(SPECIES, x, from + LANES);
        DoubleVector value = DoubleVector.broadcast(SPECIES, values[at]);
        DoubleVector u0 = value.mul(u), v0 = value.mul(v);
        for (int q = 1; q < count; q++) {
            int in = from + q * xStep;
            u = DoubleVector.fromArray(SPECIES, x, in);
            v = DoubleVector.fromArray(SPECIES, x, in + LANES);
            value = DoubleVector.broadcast(SPECIES, values[at + q]);
            u0 = EXACT.cast(value.fma(u, u0));
            v0 = EXACT.cast(value.fma(v, v0));
        }
        EXACT.cast(u0).intoArray(y, to);
        EXACT.cast(v0).intoArray(y, to + LANES);
    }

    /** One row of complex numbers: products with the real part and then those with the imaginary part. */
    static void complex(
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

    /** Blocks of 4 x 4: the numbers of a block stay in registers while the loop runs along the vectors side by side. */
    static void quads(
            int columns,
            double[] values,
            int groups,
            int stride,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        boolean isApart = x != y || from != to;
        int at = 0, xStep = stride * xPitch, yStep = stride * yPitch;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++, at += 16) {
                int row = 4 * g * stride + k, x0 = from + row * xPitch, y0 = to + row * yPitch;
                int x1 = x0 + xStep, x2 = x1 + xStep, x3 = x2 + xStep;
                int y1 = y0 + yStep, y2 = y1 + yStep, y3 = y2 + yStep;
                if (isApart) {
                    DoubleButterflyPairs.fetch(y, columns, y0, y1, y2, y3);
                }
                DoubleVector v0 = DoubleVector.broadcast(SPECIES, values[at]);
                DoubleVector v1 = DoubleVector.broadcast(SPECIES, values[at + 1]);
                DoubleVector v2 = DoubleVector.broadcast(SPECIES, values[at + 2]);
                DoubleVector v3 = DoubleVector.broadcast(SPECIES, values[at + 3]);
                DoubleVector v4 = DoubleVector.broadcast(SPECIES, values[at + 4]);
                DoubleVector v5 = DoubleVector.broadcast(SPECIES, values[at + 5]);
                DoubleVector v6 = DoubleVector.broadcast(SPECIES, values[at + 6]);
                DoubleVector v7 = DoubleVector.broadcast(SPECIES, values[at + 7]);
                DoubleVector v8 = DoubleVector.broadcast(SPECIES, values[at + 8]);
                DoubleVector v9 = DoubleVector.broadcast(SPECIES, values[at + 9]);
                DoubleVector v10 = DoubleVector.broadcast(SPECIES, values[at + 10]);
                DoubleVector v11 = DoubleVector.broadcast(SPECIES, values[at + 11]);
                DoubleVector v12 = DoubleVector.broadcast(SPECIES, values[at + 12]);
                DoubleVector v13 = DoubleVector.broadcast(SPECIES, values[at + 13]);
                DoubleVector v14 = DoubleVector.broadcast(SPECIES, values[at + 14]);
                DoubleVector v15 = DoubleVector.broadcast(SPECIES, values[at + 15]);
                for (int c = 0; c < columns; c += LANES) {
                    DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, x0 + c);
                    DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, x1 + c);
                    DoubleVector a2 = DoubleVector.fromArray(SPECIES, x, x2 + c);
                    DoubleVector a3 = DoubleVector.fromArray(SPECIES, x, x3 + c);
                    DoubleVector b0 = a0.mul(v0);
                    DoubleVector b1 = a0.mul(v4);
                    DoubleVector b2 = a0.mul(v8);
                    DoubleVector b3 = a0.mul(v12);
                    b0 = a1.fma(v1, b0);
                    b1 = a1.fma(v5, b1);
                    b2 = a1.fma(v9, b2);
                    b3 = a1.fma(v13, b3);
                    b0 = a2.fma(v2, b0);
                    b1 = a2.fma(v6, b1);
                    b2 = a2.fma(v10, b2);
                    b3 = a2.fma(v14, b3);
                    b0 = a3.fma(v3, b0);
                    b1 = a3.fma(v7, b1);
                    b2 = a3.fma(v11, b2);
                    b3 = a3.fma(v15, b3);
                    EXACT.cast(b0).intoArray(y, y0 + c);
                    EXACT.cast(b1).intoArray(y, y1 + c);
                    EXACT.cast(b2).intoArray(y, y2 + c);
                    EXACT.cast(b3).intoArray(y, y3 + c);
                }
            }
        }
    }
}
