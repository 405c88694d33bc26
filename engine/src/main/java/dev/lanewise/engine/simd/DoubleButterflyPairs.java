package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Factors of a butterfly matrix with blocks of 2 x 2, one to three of them for each time that numbers are read and written, on
 * two vectors of lanes: four numbers of a block serve eight operations. A number of an output is a product and a fused multiply-add.
 */
final class DoubleButterflyPairs {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    private DoubleButterflyPairs() {}

    /** One factor: units of 2 rows. The values of a unit follow those of the one before. */
    static void one(
            double[] values,
            int at,
            int units,
            int d0,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int x1 = d0 * xPitch, y1 = d0 * yPitch;
        for (int unit = 0; unit < units; unit++, at += 4, from += xPitch, to += yPitch) {
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, from),
                    b0 = DoubleVector.fromArray(SPECIES, x, from + LANES);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, from + x1),
                    b1 = DoubleVector.fromArray(SPECIES, x, from + x1 + LANES);
            DoubleVector p = DoubleVector.broadcast(SPECIES, values[at]),
                    q = DoubleVector.broadcast(SPECIES, values[at + 1]),
                    r = DoubleVector.broadcast(SPECIES, values[at + 2]),
                    s = DoubleVector.broadcast(SPECIES, values[at + 3]);
            DoubleVector t = a1.fma(q, a0.mul(p));
            a1 = a1.fma(s, a0.mul(r));
            a0 = t;
            t = b1.fma(q, b0.mul(p));
            b1 = b1.fma(s, b0.mul(r));
            b0 = t;
            EXACT.cast(a0).intoArray(y, to);
            EXACT.cast(b0).intoArray(y, to + LANES);
            EXACT.cast(a1).intoArray(y, to + y1);
            EXACT.cast(b1).intoArray(y, to + y1 + LANES);
        }
    }

    /** Two factors: units of 4 rows. The values of a unit follow those of the one before. */
    static void two(
            double[] values,
            int at,
            int units,
            int d0,
            int d1,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int x1 = d0 * xPitch, y1 = d0 * yPitch;
        int x2 = d1 * xPitch, y2 = d1 * yPitch;
        int x3 = (d0 + d1) * xPitch, y3 = (d0 + d1) * yPitch;
        for (int unit = 0; unit < units; unit++, at += 16, from += xPitch, to += yPitch) {
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, from),
                    b0 = DoubleVector.fromArray(SPECIES, x, from + LANES);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, from + x1),
                    b1 = DoubleVector.fromArray(SPECIES, x, from + x1 + LANES);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, x, from + x2),
                    b2 = DoubleVector.fromArray(SPECIES, x, from + x2 + LANES);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, x, from + x3),
                    b3 = DoubleVector.fromArray(SPECIES, x, from + x3 + LANES);
            DoubleVector p = DoubleVector.broadcast(SPECIES, values[at]),
                    q = DoubleVector.broadcast(SPECIES, values[at + 1]),
                    r = DoubleVector.broadcast(SPECIES, values[at + 2]),
                    s = DoubleVector.broadcast(SPECIES, values[at + 3]);
            DoubleVector t = a1.fma(q, a0.mul(p));
            a1 = a1.fma(s, a0.mul(r));
            a0 = t;
            t = b1.fma(q, b0.mul(p));
            b1 = b1.fma(s, b0.mul(r));
            b0 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 4]);
            q = DoubleVector.broadcast(SPECIES, values[at + 5]);
            r = DoubleVector.broadcast(SPECIES, values[at + 6]);
            s = DoubleVector.broadcast(SPECIES, values[at + 7]);
            t = a3.fma(q, a2.mul(p));
            a3 = a3.fma(s, a2.mul(r));
            a2 = t;
            t = b3.fma(q, b2.mul(p));
            b3 = b3.fma(s, b2.mul(r));
            b2 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 8]);
            q = DoubleVector.broadcast(SPECIES, values[at + 9]);
            r = DoubleVector.broadcast(SPECIES, values[at + 10]);
            s = DoubleVector.broadcast(SPECIES, values[at + 11]);
            t = a2.fma(q, a0.mul(p));
            a2 = a2.fma(s, a0.mul(r));
            a0 = t;
            t = b2.fma(q, b0.mul(p));
            b2 = b2.fma(s, b0.mul(r));
            b0 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 12]);
            q = DoubleVector.broadcast(SPECIES, values[at + 13]);
            r = DoubleVector.broadcast(SPECIES, values[at + 14]);
            s = DoubleVector.broadcast(SPECIES, values[at + 15]);
            t = a3.fma(q, a1.mul(p));
            a3 = a3.fma(s, a1.mul(r));
            a1 = t;
            t = b3.fma(q, b1.mul(p));
            b3 = b3.fma(s, b1.mul(r));
            b1 = t;
            EXACT.cast(a0).intoArray(y, to);
            EXACT.cast(b0).intoArray(y, to + LANES);
            EXACT.cast(a1).intoArray(y, to + y1);
            EXACT.cast(b1).intoArray(y, to + y1 + LANES);
            EXACT.cast(a2).intoArray(y, to + y2);
            EXACT.cast(b2).intoArray(y, to + y2 + LANES);
            EXACT.cast(a3).intoArray(y, to + y3);
            EXACT.cast(b3).intoArray(y, to + y3 + LANES);
        }
    }

    /** Three factors: units of 8 rows. The values of a unit follow those of the one before. */
    static void three(
            double[] values,
            int at,
            int units,
            int d0,
            int d1,
            int d2,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int x1 = d0 * xPitch, y1 = d0 * yPitch;
        int x2 = d1 * xPitch, y2 = d1 * yPitch;
        int x3 = (d0 + d1) * xPitch, y3 = (d0 + d1) * yPitch;
        int x4 = d2 * xPitch, y4 = d2 * yPitch;
        int x5 = (d0 + d2) * xPitch, y5 = (d0 + d2) * yPitch;
        int x6 = (d1 + d2) * xPitch, y6 = (d1 + d2) * yPitch;
        int x7 = (d0 + d1 + d2) * xPitch, y7 = (d0 + d1 + d2) * yPitch;
        for (int unit = 0; unit < units; unit++, at += 48, from += xPitch, to += yPitch) {
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, x, from),
                    b0 = DoubleVector.fromArray(SPECIES, x, from + LANES);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, x, from + x1),
                    b1 = DoubleVector.fromArray(SPECIES, x, from + x1 + LANES);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, x, from + x2),
                    b2 = DoubleVector.fromArray(SPECIES, x, from + x2 + LANES);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, x, from + x3),
                    b3 = DoubleVector.fromArray(SPECIES, x, from + x3 + LANES);
            DoubleVector a4 = DoubleVector.fromArray(SPECIES, x, from + x4),
                    b4 = DoubleVector.fromArray(SPECIES, x, from + x4 + LANES);
            DoubleVector a5 = DoubleVector.fromArray(SPECIES, x, from + x5),
                    b5 = DoubleVector.fromArray(SPECIES, x, from + x5 + LANES);
            DoubleVector a6 = DoubleVector.fromArray(SPECIES, x, from + x6),
                    b6 = DoubleVector.fromArray(SPECIES, x, from + x6 + LANES);
            DoubleVector a7 = DoubleVector.fromArray(SPECIES, x, from + x7),
                    b7 = DoubleVector.fromArray(SPECIES, x, from + x7 + LANES);
            DoubleVector p = DoubleVector.broadcast(SPECIES, values[at]),
                    q = DoubleVector.broadcast(SPECIES, values[at + 1]),
                    r = DoubleVector.broadcast(SPECIES, values[at + 2]),
                    s = DoubleVector.broadcast(SPECIES, values[at + 3]);
            DoubleVector t = a1.fma(q, a0.mul(p));
            a1 = a1.fma(s, a0.mul(r));
            a0 = t;
            t = b1.fma(q, b0.mul(p));
            b1 = b1.fma(s, b0.mul(r));
            b0 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 4]);
            q = DoubleVector.broadcast(SPECIES, values[at + 5]);
            r = DoubleVector.broadcast(SPECIES, values[at + 6]);
            s = DoubleVector.broadcast(SPECIES, values[at + 7]);
            t = a3.fma(q, a2.mul(p));
            a3 = a3.fma(s, a2.mul(r));
            a2 = t;
            t = b3.fma(q, b2.mul(p));
            b3 = b3.fma(s, b2.mul(r));
            b2 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 8]);
            q = DoubleVector.broadcast(SPECIES, values[at + 9]);
            r = DoubleVector.broadcast(SPECIES, values[at + 10]);
            s = DoubleVector.broadcast(SPECIES, values[at + 11]);
            t = a5.fma(q, a4.mul(p));
            a5 = a5.fma(s, a4.mul(r));
            a4 = t;
            t = b5.fma(q, b4.mul(p));
            b5 = b5.fma(s, b4.mul(r));
            b4 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 12]);
            q = DoubleVector.broadcast(SPECIES, values[at + 13]);
            r = DoubleVector.broadcast(SPECIES, values[at + 14]);
            s = DoubleVector.broadcast(SPECIES, values[at + 15]);
            t = a7.fma(q, a6.mul(p));
            a7 = a7.fma(s, a6.mul(r));
            a6 = t;
            t = b7.fma(q, b6.mul(p));
            b7 = b7.fma(s, b6.mul(r));
            b6 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 16]);
            q = DoubleVector.broadcast(SPECIES, values[at + 17]);
            r = DoubleVector.broadcast(SPECIES, values[at + 18]);
            s = DoubleVector.broadcast(SPECIES, values[at + 19]);
            t = a2.fma(q, a0.mul(p));
            a2 = a2.fma(s, a0.mul(r));
            a0 = t;
            t = b2.fma(q, b0.mul(p));
            b2 = b2.fma(s, b0.mul(r));
            b0 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 20]);
            q = DoubleVector.broadcast(SPECIES, values[at + 21]);
            r = DoubleVector.broadcast(SPECIES, values[at + 22]);
            s = DoubleVector.broadcast(SPECIES, values[at + 23]);
            t = a3.fma(q, a1.mul(p));
            a3 = a3.fma(s, a1.mul(r));
            a1 = t;
            t = b3.fma(q, b1.mul(p));
            b3 = b3.fma(s, b1.mul(r));
            b1 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 24]);
            q = DoubleVector.broadcast(SPECIES, values[at + 25]);
            r = DoubleVector.broadcast(SPECIES, values[at + 26]);
            s = DoubleVector.broadcast(SPECIES, values[at + 27]);
            t = a6.fma(q, a4.mul(p));
            a6 = a6.fma(s, a4.mul(r));
            a4 = t;
            t = b6.fma(q, b4.mul(p));
            b6 = b6.fma(s, b4.mul(r));
            b4 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 28]);
            q = DoubleVector.broadcast(SPECIES, values[at + 29]);
            r = DoubleVector.broadcast(SPECIES, values[at + 30]);
            s = DoubleVector.broadcast(SPECIES, values[at + 31]);
            t = a7.fma(q, a5.mul(p));
            a7 = a7.fma(s, a5.mul(r));
            a5 = t;
            t = b7.fma(q, b5.mul(p));
            b7 = b7.fma(s, b5.mul(r));
            b5 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 32]);
            q = DoubleVector.broadcast(SPECIES, values[at + 33]);
            r = DoubleVector.broadcast(SPECIES, values[at + 34]);
            s = DoubleVector.broadcast(SPECIES, values[at + 35]);
            t = a4.fma(q, a0.mul(p));
            a4 = a4.fma(s, a0.mul(r));
            a0 = t;
            t = b4.fma(q, b0.mul(p));
            b4 = b4.fma(s, b0.mul(r));
            b0 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 36]);
            q = DoubleVector.broadcast(SPECIES, values[at + 37]);
            r = DoubleVector.broadcast(SPECIES, values[at + 38]);
            s = DoubleVector.broadcast(SPECIES, values[at + 39]);
            t = a5.fma(q, a1.mul(p));
            a5 = a5.fma(s, a1.mul(r));
            a1 = t;
            t = b5.fma(q, b1.mul(p));
            b5 = b5.fma(s, b1.mul(r));
            b1 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 40]);
            q = DoubleVector.broadcast(SPECIES, values[at + 41]);
            r = DoubleVector.broadcast(SPECIES, values[at + 42]);
            s = DoubleVector.broadcast(SPECIES, values[at + 43]);
            t = a6.fma(q, a2.mul(p));
            a6 = a6.fma(s, a2.mul(r));
            a2 = t;
            t = b6.fma(q, b2.mul(p));
            b6 = b6.fma(s, b2.mul(r));
            b2 = t;
            p = DoubleVector.broadcast(SPECIES, values[at + 44]);
            q = DoubleVector.broadcast(SPECIES, values[at + 45]);
            r = DoubleVector.broadcast(SPECIES, values[at + 46]);
            s = DoubleVector.broadcast(SPECIES, values[at + 47]);
            t = a7.fma(q, a3.mul(p));
            a7 = a7.fma(s, a3.mul(r));
            a3 = t;
            t = b7.fma(q, b3.mul(p));
            b7 = b7.fma(s, b3.mul(r));
            b3 = t;
            EXACT.cast(a0).intoArray(y, to);
            EXACT.cast(b0).intoArray(y, to + LANES);
            EXACT.cast(a1).intoArray(y, to + y1);
            EXACT.cast(b1).intoArray(y, to + y1 + LANES);
            EXACT.cast(a2).intoArray(y, to + y2);
            EXACT.cast(b2).intoArray(y, to + y2 + LANES);
            EXACT.cast(a3).intoArray(y, to + y3);
            EXACT.cast(b3).intoArray(y, to + y3 + LANES);
            EXACT.cast(a4).intoArray(y, to + y4);
            EXACT.cast(b4).intoArray(y, to + y4 + LANES);
            EXACT.cast(a5).intoArray(y, to + y5);
            EXACT.cast(b5).intoArray(y, to + y5 + LANES);
            EXACT.cast(a6).intoArray(y, to + y6);
            EXACT.cast(b6).intoArray(y, to + y6 + LANES);
            EXACT.cast(a7).intoArray(y, to + y7);
            EXACT.cast(b7).intoArray(y, to + y7 + LANES);
        }
    }
}
