package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Factors of a butterfly matrix with blocks of 2 x 2. The numbers of a block, or of four that belong together, stay in registers
 * while the loop runs along the vectors side by side. Two factors at once and no more: the numbers of
 * a third would not stay in registers.
 */
final class DoubleButterflyPairs {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleButterflyPairs() {}

    /**
     * Reads what is going to be overwritten, a number of each vector of two rows, so that it is in the first cache by then. The sum goes
     * to where the first row begins, which will be written too, or C2 would leave it out.
     */
    private static void fetch(double[] y, int columns, int row, int other) {
        double sum = 0;
        for (int c = LANES - 1; c < columns; c += LANES) {
            sum += y[row + c] + y[other + c];
        }
        y[row] = sum;
    }

    /** The same for four rows. */
    static void fetch(double[] y, int columns, int row, int second, int third, int fourth) {
        double sum = 0;
        for (int c = LANES - 1; c < columns; c += LANES) {
            sum += (y[row + c] + y[second + c]) + (y[third + c] + y[fourth + c]);
        }
        y[row] = sum;
    }

    /** One factor: pairs of rows. */
    static void once(
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
        int at = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++, at += 4) {
                int row = 2 * g * stride + k, x0 = from + row * xPitch, y0 = to + row * yPitch;
                int x1 = x0 + stride * xPitch, y1 = y0 + stride * yPitch;
                if (isApart) {
                    fetch(y, columns, y0, y1);
                }
                DoubleVector v0 = DoubleVector.broadcast(SPECIES, values[at]);
                DoubleVector v1 = DoubleVector.broadcast(SPECIES, values[at + 1]);
                DoubleVector v2 = DoubleVector.broadcast(SPECIES, values[at + 2]);
                DoubleVector v3 = DoubleVector.broadcast(SPECIES, values[at + 3]);
                for (int c = 0; c < columns; c += LANES) {
                    DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, x0 + c);
                    DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, x1 + c);
                    DoubleVector t = a1.fma(v1, a0.mul(v0));
                    a1 = a1.fma(v3, a0.mul(v2));
                    a0 = t;
                    EXACT.cast(a0).intoArray(y, y0 + c);
                    EXACT.cast(a1).intoArray(y, y1 + c);
                }
            }
        }
    }

    /** Two factors: sets of 4 rows. */
    static void twice(
            int columns,
            double[] values,
            int groups,
            int stride,
            int near,
            int far,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        boolean isApart = x != y || from != to;
        int at = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++, at += 16) {
                int row = 4 * g * stride + k, x0 = from + row * xPitch, y0 = to + row * yPitch;
                int x1 = x0 + near * xPitch, y1 = y0 + near * yPitch;
                int x2 = x0 + far * xPitch, y2 = y0 + far * yPitch;
                int x3 = x2 + near * xPitch, y3 = y2 + near * yPitch;
                if (isApart) {
                    fetch(y, columns, y0, y1, y2, y3);
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
                    DoubleVector t = a1.fma(v1, a0.mul(v0));
                    a1 = a1.fma(v3, a0.mul(v2));
                    a0 = t;
                    t = a3.fma(v5, a2.mul(v4));
                    a3 = a3.fma(v7, a2.mul(v6));
                    a2 = t;
                    t = a2.fma(v9, a0.mul(v8));
                    a2 = a2.fma(v11, a0.mul(v10));
                    a0 = t;
                    t = a3.fma(v13, a1.mul(v12));
                    a3 = a3.fma(v15, a1.mul(v14));
                    a1 = t;
                    EXACT.cast(a0).intoArray(y, y0 + c);
                    EXACT.cast(a1).intoArray(y, y1 + c);
                    EXACT.cast(a2).intoArray(y, y2 + c);
                    EXACT.cast(a3).intoArray(y, y3 + c);
                }
            }
        }
    }

    /** One factor of complex numbers: pairs of rows. */
    static void complex(
            int columns,
            double[] values,
            int groups,
            int stride,
            double[] x,
            int from,
            int xPitch,
            int xIm,
            double[] y,
            int to,
            int yPitch,
            int yIm) {
        boolean isApart = x != y || from != to;
        int at = 0;
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < stride; k++, at += 8) {
                int row = 2 * g * stride + k, x0 = from + row * xPitch, y0 = to + row * yPitch;
                int x1 = x0 + xIm, x2 = x0 + stride * xPitch, x3 = x2 + xIm;
                int y1 = y0 + yIm, y2 = y0 + stride * yPitch, y3 = y2 + yIm;
                if (isApart) {
                    fetch(y, columns, y0, y1, y2, y3);
                }
                DoubleVector v0 = DoubleVector.broadcast(SPECIES, values[at]);
                DoubleVector v1 = DoubleVector.broadcast(SPECIES, values[at + 1]);
                DoubleVector v2 = DoubleVector.broadcast(SPECIES, values[at + 2]);
                DoubleVector v3 = DoubleVector.broadcast(SPECIES, values[at + 3]);
                DoubleVector v4 = DoubleVector.broadcast(SPECIES, values[at + 4]);
                DoubleVector v5 = DoubleVector.broadcast(SPECIES, values[at + 5]);
                DoubleVector v6 = DoubleVector.broadcast(SPECIES, values[at + 6]);
                DoubleVector v7 = DoubleVector.broadcast(SPECIES, values[at + 7]);
                DoubleVector minus1 = DoubleVector.broadcast(SPECIES, -values[at + 1]);
                DoubleVector minus3 = DoubleVector.broadcast(SPECIES, -values[at + 3]);
                DoubleVector minus5 = DoubleVector.broadcast(SPECIES, -values[at + 5]);
                DoubleVector minus7 = DoubleVector.broadcast(SPECIES, -values[at + 7]);
                for (int c = 0; c < columns; c += LANES) {
                    DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, x0 + c);
                    DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, x1 + c);
                    DoubleVector a2 = DoubleVector.fromArray(SPECIES, x, x2 + c);
                    DoubleVector a3 = DoubleVector.fromArray(SPECIES, x, x3 + c);
                    DoubleVector re0 = a3.fma(minus3, a2.fma(v2, a1.fma(minus1, a0.mul(v0))));
                    DoubleVector im0 = a2.fma(v3, a3.fma(v2, a0.fma(v1, a1.mul(v0))));
                    DoubleVector re1 = a3.fma(minus7, a2.fma(v6, a1.fma(minus5, a0.mul(v4))));
                    DoubleVector im1 = a2.fma(v7, a3.fma(v6, a0.fma(v5, a1.mul(v4))));
                    EXACT.cast(re0).intoArray(y, y0 + c);
                    EXACT.cast(im0).intoArray(y, y1 + c);
                    EXACT.cast(re1).intoArray(y, y2 + c);
                    EXACT.cast(im1).intoArray(y, y3 + c);
                }
            }
        }
    }
}
