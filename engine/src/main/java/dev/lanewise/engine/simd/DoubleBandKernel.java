package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums along bands, on vectors: strips of four, then of one. Where input and output lie apart, the last strip may overlap the one
 * before it and gives the same once more.
 */
public final class DoubleBandKernel extends dev.lanewise.engine.scalar.DoubleBandKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Makes the kernel. */
    public DoubleBandKernel() {}

    @Override
    public void multiply(
            int first,
            int past,
            int terms,
            double[] band,
            int base,
            int stride,
            double[] x,
            int from,
            double[] y,
            int to) {
        if (past - first < LANES) {
            super.multiply(first, past, terms, band, base, stride, x, from, y, to);
            return;
        }
        int o = first;
        for (; o + 4 * LANES <= past; o += 4 * LANES) {
            fourAlong(terms, band, base + o, stride, x, from + o, y, to + o);
        }
        for (; o < past; o += LANES) {
            int at = Math.min(o, past - LANES);
            oneAlong(terms, band, base + at, stride, x, from + at, y, to + at);
        }
    }

    private static void fourAlong(
            int terms, double[] band, int base, int stride, double[] x, int from, double[] y, int to) {
        DoubleVector y0 = DoubleVector.zero(SPECIES), y1 = y0, y2 = y0, y3 = y0;
        for (int t = 0; t < terms; t++) {
            int at = base + t * stride, in = from + t;
            DoubleVector f0 = DoubleVector.fromArray(SPECIES, band, at);
            DoubleVector f1 = DoubleVector.fromArray(SPECIES, band, at + LANES);
            DoubleVector f2 = DoubleVector.fromArray(SPECIES, band, at + 2 * LANES);
            DoubleVector f3 = DoubleVector.fromArray(SPECIES, band, at + 3 * LANES);
            y0 = EXACT.cast(f0.fma(DoubleVector.fromArray(SPECIES, x, in), y0));
            y1 = EXACT.cast(f1.fma(DoubleVector.fromArray(SPECIES, x, in + LANES), y1));
            y2 = EXACT.cast(f2.fma(DoubleVector.fromArray(SPECIES, x, in + 2 * LANES), y2));
            y3 = EXACT.cast(f3.fma(DoubleVector.fromArray(SPECIES, x, in + 3 * LANES), y3));
        }
        EXACT.cast(y0).intoArray(y, to);
        EXACT.cast(y1).intoArray(y, to + LANES);
        EXACT.cast(y2).intoArray(y, to + 2 * LANES);
        EXACT.cast(y3).intoArray(y, to + 3 * LANES);
    }

    private static void oneAlong(
            int terms, double[] band, int base, int stride, double[] x, int from, double[] y, int to) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int t = 0; t < terms; t++) {
            DoubleVector factor = DoubleVector.fromArray(SPECIES, band, base + t * stride);
            sum = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, x, from + t), sum));
        }
        EXACT.cast(sum).intoArray(y, to);
    }

    @Override
    public void multiplyColumns(
            int first,
            int past,
            int terms,
            double[] band,
            int base,
            int stride,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch,
            int count) {
        if (count < LANES) {
            super.multiplyColumns(first, past, terms, band, base, stride, x, from, xPitch, y, to, yPitch, count);
            return;
        }
        for (int o = first; o < past; o++) {
            int at = base + o, in = from + o * xPitch, out = to + o * yPitch, c = 0;
            for (; c + 4 * LANES <= count; c += 4 * LANES) {
                fourOfRow(terms, band, at, stride, x, in + c, xPitch, y, out + c);
            }
            for (; c < count; c += LANES) {
                int shift = Math.min(c, count - LANES);
                oneOfRow(terms, band, at, stride, x, in + shift, xPitch, y, out + shift);
            }
        }
    }

    private static void fourOfRow(
            int terms, double[] band, int base, int stride, double[] x, int from, int xPitch, double[] y, int to) {
        DoubleVector y0 = DoubleVector.zero(SPECIES), y1 = y0, y2 = y0, y3 = y0;
        for (int t = 0; t < terms; t++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, band[base + t * stride]);
            int in = from + t * xPitch;
            y0 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, x, in), y0));
            y1 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, x, in + LANES), y1));
            y2 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, x, in + 2 * LANES), y2));
            y3 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, x, in + 3 * LANES), y3));
        }
        EXACT.cast(y0).intoArray(y, to);
        EXACT.cast(y1).intoArray(y, to + LANES);
        EXACT.cast(y2).intoArray(y, to + 2 * LANES);
        EXACT.cast(y3).intoArray(y, to + 3 * LANES);
    }

    private static void oneOfRow(
            int terms, double[] band, int base, int stride, double[] x, int from, int xPitch, double[] y, int to) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int t = 0; t < terms; t++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, band[base + t * stride]);
            sum = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, x, from + t * xPitch), sum));
        }
        EXACT.cast(sum).intoArray(y, to);
    }

    @Override
    public void reduce(
            int terms,
            double[] factors,
            int at,
            int stride,
            double divisor,
            double[] b,
            int from,
            int pitch,
            int to,
            int count) {
        int c = 0;
        for (; c + 4 * LANES <= count; c += 4 * LANES) {
            fourReduced(terms, factors, at, stride, divisor, b, from + c, pitch, to + c);
        }
        for (; c + LANES <= count; c += LANES) {
            oneReduced(terms, factors, at, stride, divisor, b, from + c, pitch, to + c);
        }
        if (c < count) {
            super.reduce(terms, factors, at, stride, divisor, b, from + c, pitch, to + c, count - c);
        }
    }

    private static void fourReduced(
            int terms, double[] factors, int at, int stride, double divisor, double[] b, int from, int pitch, int to) {
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, to);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, to + LANES);
        DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, to + 2 * LANES);
        DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, to + 3 * LANES);
        for (int t = 0; t < terms; t++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, -factors[at + t * stride]);
            int row = from + t * pitch;
            b0 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, row), b0));
            b1 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, row + LANES), b1));
            b2 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, row + 2 * LANES), b2));
            b3 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, row + 3 * LANES), b3));
        }
        DoubleVector all = DoubleVector.broadcast(SPECIES, divisor);
        EXACT.cast(b0.div(all)).intoArray(b, to);
        EXACT.cast(b1.div(all)).intoArray(b, to + LANES);
        EXACT.cast(b2.div(all)).intoArray(b, to + 2 * LANES);
        EXACT.cast(b3.div(all)).intoArray(b, to + 3 * LANES);
    }

    private static void oneReduced(
            int terms, double[] factors, int at, int stride, double divisor, double[] b, int from, int pitch, int to) {
        DoubleVector rest = DoubleVector.fromArray(SPECIES, b, to);
        for (int t = 0; t < terms; t++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, -factors[at + t * stride]);
            rest = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, from + t * pitch), rest));
        }
        EXACT.cast(rest.div(DoubleVector.broadcast(SPECIES, divisor))).intoArray(b, to);
    }

    @Override
    public void spread(
            int terms, double[] factors, int at, int stride, double[] b, int from, int to, int pitch, int count) {
        int c = 0;
        for (; c + LANES <= count; c += LANES) {
            oneSpread(terms, factors, at, stride, b, from + c, to + c, pitch);
        }
        if (c < count) {
            super.spread(terms, factors, at, stride, b, from + c, to + c, pitch, count - c);
        }
    }

    private static void oneSpread(
            int terms, double[] factors, int at, int stride, double[] b, int from, int to, int pitch) {
        DoubleVector one = DoubleVector.fromArray(SPECIES, b, from);
        for (int t = 0; t < terms; t++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, -factors[at + t * stride]);
            int row = to + t * pitch;
            EXACT.cast(factor.fma(one, DoubleVector.fromArray(SPECIES, b, row))).intoArray(b, row);
        }
    }
}
