package dev.lanewise.engine.simd;

import dev.lanewise.engine.roots.RootsOfUnity;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transform of 64 real numbers on vectors of eight lanes, all in registers, with the bits of the complex transform of length
 * 32 = 8 x 4 and {@link DoubleRealFourierKernel#untangle} after it. The first pass takes four complex numbers of a vector as they
 * come, real and imaginary parts in turn; the transposition between the passes also sets them apart.
 */
final class DoubleRealFourier64 {
    private static final VectorSpecies<Double> EIGHT = Species.DOUBLE_EIGHT;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(EIGHT);

    /** Whether vectors have the lanes for it; nothing else is to be asked for where they do not. */
    static final boolean IS_THERE = EIGHT.length() == 8;

    /** Half the length. */
    private static final int H = 32;

    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

    // What multiplies numbers whose parts are exchanged: -i and i, and these times the root of a half.
    private static final double[] TURN = {1, -1, 1, -1, 1, -1, 1, -1};
    private static final double[] TURN_BACK = {-1, 1, -1, 1, -1, 1, -1, 1};
    private static final double[] TURN_HALF = new double[8];
    private static final double[] TURN_HALF_BACK = new double[8];

    // Indices for selectFrom: the lower halves of two vectors in turn, and the upper ones; a vector reversed, but for
    // its first
    // lane, and before it the first lane of the next vector.
    private static final double[] LOW = {0, 8, 1, 9, 2, 10, 3, 11};
    private static final double[] HIGH = {4, 12, 5, 13, 6, 14, 7, 15};
    private static final double[] MIRROR = {8, 7, 6, 5, 4, 3, 2, 1};

    /** Between the passes: {@code exp(-2 pi i j p / 32)} for p = 0 ... 7, for j = 0 ... 3, real parts and imaginary ones. */
    private static final double[] FACTORS = new double[4 * 2 * 8];

    private static final VectorShuffle<Double> PARTS_EXCHANGED = VectorShuffle.fromOp(EIGHT, lane -> lane ^ 1);
    private static final VectorShuffle<Double> REVERSED = VectorShuffle.iota(EIGHT, EIGHT.length() - 1, -1, false);

    /** Of p = 0, which the first pass does not multiply. */
    private static final VectorMask<Double> FIRST = VectorMask.fromLong(EIGHT, 1);

    static {
        for (int lane = 0; lane < 8; lane++) {
            TURN_HALF[lane] = TURN[lane] * SQRT_HALF;
            TURN_HALF_BACK[lane] = TURN_BACK[lane] * SQRT_HALF;
            for (int j = 0; j < 4; j++) {
                FACTORS[16 * j + lane] = RootsOfUnity.doubleReal(j * lane, H);
                FACTORS[16 * j + 8 + lane] = -RootsOfUnity.doubleImaginary(j * lane, H);
            }
        }
    }

    private DoubleRealFourier64() {}

    static void transform(
            double[] x, int from, double[] rootsRe, double[] rootsIm, double factor, double[] re, double[] im, int to) {
        DoubleVector turn = DoubleVector.fromArray(EIGHT, TURN, 0);
        DoubleVector turnBack = DoubleVector.fromArray(EIGHT, TURN_BACK, 0);
        DoubleVector x0 = DoubleVector.fromArray(EIGHT, x, from), x4 = DoubleVector.fromArray(EIGHT, x, from + 32);
        DoubleVector x1 = DoubleVector.fromArray(EIGHT, x, from + 8), x5 = DoubleVector.fromArray(EIGHT, x, from + 40);
        DoubleVector x2 = DoubleVector.fromArray(EIGHT, x, from + 16), x6 = DoubleVector.fromArray(EIGHT, x, from + 48);
        DoubleVector x3 = DoubleVector.fromArray(EIGHT, x, from + 24), x7 = DoubleVector.fromArray(EIGHT, x, from + 56);
        DoubleVector a0 = x0.add(x4), a4 = x0.sub(x4), a1 = x1.add(x5), a5 = x1.sub(x5);
        DoubleVector a2 = x2.add(x6), a6 = x2.sub(x6), a3 = x3.add(x7), a7 = x3.sub(x7);
        DoubleVector b0 = a0.add(a2), b2 = a0.sub(a2), b1 = a1.add(a3), b3 = a1.sub(a3);
        DoubleVector a5x = a5.rearrange(PARTS_EXCHANGED), a6x = a6.rearrange(PARTS_EXCHANGED);
        DoubleVector b4 = a6x.fma(turn, a4), b6 = a6x.fma(turnBack, a4);
        DoubleVector c5 = a5x.fma(turn, a5), c7 = a7.fma(turnBack, a7.rearrange(PARTS_EXCHANGED));
        DoubleVector b5 = c7.fma(turn, c5), b7 = c7.fma(turnBack, c5);
        DoubleVector b3x = b3.rearrange(PARTS_EXCHANGED), b7x = b7.rearrange(PARTS_EXCHANGED);
        DoubleVector y0 = b0.add(b1), y4 = b0.sub(b1), y2 = b3x.fma(turn, b2), y6 = b3x.fma(turnBack, b2);
        DoubleVector half = DoubleVector.broadcast(EIGHT, SQRT_HALF);
        DoubleVector y1 = b5.fma(half, b4), y5 = b5.fma(half.neg(), b4);
        DoubleVector y3 = b7x.fma(DoubleVector.fromArray(EIGHT, TURN_HALF, 0), b6);
        DoubleVector y7 = b7x.fma(DoubleVector.fromArray(EIGHT, TURN_HALF_BACK, 0), b6);

        DoubleVector low = DoubleVector.fromArray(EIGHT, LOW, 0), high = DoubleVector.fromArray(EIGHT, HIGH, 0);
        DoubleVector p0 = low.selectFrom(y0, y4), p1 = high.selectFrom(y0, y4);
        DoubleVector p2 = low.selectFrom(y1, y5), p3 = high.selectFrom(y1, y5);
        DoubleVector p4 = low.selectFrom(y2, y6), p5 = high.selectFrom(y2, y6);
        DoubleVector p6 = low.selectFrom(y3, y7), p7 = high.selectFrom(y3, y7);
        DoubleVector q0 = low.selectFrom(p0, p4), q1 = high.selectFrom(p0, p4);
        DoubleVector q2 = low.selectFrom(p1, p5), q3 = high.selectFrom(p1, p5);
        DoubleVector q4 = low.selectFrom(p2, p6), q5 = high.selectFrom(p2, p6);
        DoubleVector q6 = low.selectFrom(p3, p7), q7 = high.selectFrom(p3, p7);
        DoubleVector v0r = low.selectFrom(q0, q4), v0i = high.selectFrom(q0, q4);
        DoubleVector v1r = low.selectFrom(q1, q5), v1i = high.selectFrom(q1, q5);
        DoubleVector v2r = low.selectFrom(q2, q6), v2i = high.selectFrom(q2, q6);
        DoubleVector v3r = low.selectFrom(q3, q7), v3i = high.selectFrom(q3, q7);

        DoubleVector f0r = DoubleVector.fromArray(EIGHT, FACTORS, 0), f0i = DoubleVector.fromArray(EIGHT, FACTORS, 8);
        DoubleVector f1r = DoubleVector.fromArray(EIGHT, FACTORS, 16), f1i = DoubleVector.fromArray(EIGHT, FACTORS, 24);
        DoubleVector f2r = DoubleVector.fromArray(EIGHT, FACTORS, 32), f2i = DoubleVector.fromArray(EIGHT, FACTORS, 40);
        DoubleVector f3r = DoubleVector.fromArray(EIGHT, FACTORS, 48), f3i = DoubleVector.fromArray(EIGHT, FACTORS, 56);
        DoubleVector u0r = v0r.fma(f0r, v0i.mul(f0i).neg()).blend(v0r, FIRST);
        DoubleVector u0i = v0r.fma(f0i, v0i.mul(f0r)).blend(v0i, FIRST);
        DoubleVector u1r = v1r.fma(f1r, v1i.mul(f1i).neg()).blend(v1r, FIRST);
        DoubleVector u1i = v1r.fma(f1i, v1i.mul(f1r)).blend(v1i, FIRST);
        DoubleVector u2r = v2r.fma(f2r, v2i.mul(f2i).neg()).blend(v2r, FIRST);
        DoubleVector u2i = v2r.fma(f2i, v2i.mul(f2r)).blend(v2i, FIRST);
        DoubleVector u3r = v3r.fma(f3r, v3i.mul(f3i).neg()).blend(v3r, FIRST);
        DoubleVector u3i = v3r.fma(f3i, v3i.mul(f3r)).blend(v3i, FIRST);

        DoubleVector d0r = u0r.add(u2r), d2r = u0r.sub(u2r), d1r = u1r.add(u3r), d3r = u1r.sub(u3r);
        DoubleVector d0i = u0i.add(u2i), d2i = u0i.sub(u2i), d1i = u1i.add(u3i), d3i = u1i.sub(u3i);
        DoubleVector z0r = d0r.add(d1r), z2r = d0r.sub(d1r), z1r = d2r.add(d3i), z3r = d2r.sub(d3i);
        DoubleVector z0i = d0i.add(d1i), z2i = d0i.sub(d1i), z1i = d2i.sub(d3r), z3i = d2i.add(d3r);

        DoubleVector mirror = DoubleVector.fromArray(EIGHT, MIRROR, 0);
        DoubleVector scale = DoubleVector.broadcast(EIGHT, factor * 0.5), minus = scale.neg();
        DoubleVector c0r = mirror.selectFrom(z3r, z0r), c0i = mirror.selectFrom(z3i, z0i);
        DoubleVector w0r = DoubleVector.fromArray(EIGHT, rootsRe, 0).mul(scale);
        DoubleVector w0i = DoubleVector.fromArray(EIGHT, rootsIm, 0).mul(scale);
        DoubleVector even0r = z0r.add(c0r), even0i = z0i.sub(c0i), odd0r = z0i.add(c0i), odd0i = c0r.sub(z0r);
        DoubleVector turned0r = odd0r.fma(w0r, odd0i.mul(w0i).neg()), turned0i = odd0r.fma(w0i, odd0i.mul(w0r));
        EXACT.cast(even0r.fma(scale, turned0r)).intoArray(re, to);
        EXACT.cast(even0i.fma(scale, turned0i)).intoArray(im, to);
        EXACT.cast(even0r.fma(scale, turned0r.neg()).rearrange(REVERSED)).intoArray(re, to + 25);
        EXACT.cast(even0i.fma(minus, turned0i).rearrange(REVERSED)).intoArray(im, to + 25);
        DoubleVector c1r = mirror.selectFrom(z2r, z3r), c1i = mirror.selectFrom(z2i, z3i);
        DoubleVector w1r = DoubleVector.fromArray(EIGHT, rootsRe, 8).mul(scale);
        DoubleVector w1i = DoubleVector.fromArray(EIGHT, rootsIm, 8).mul(scale);
        DoubleVector even1r = z1r.add(c1r), even1i = z1i.sub(c1i), odd1r = z1i.add(c1i), odd1i = c1r.sub(z1r);
        DoubleVector turned1r = odd1r.fma(w1r, odd1i.mul(w1i).neg()), turned1i = odd1r.fma(w1i, odd1i.mul(w1r));
        EXACT.cast(even1r.fma(scale, turned1r)).intoArray(re, to + 8);
        EXACT.cast(even1i.fma(scale, turned1i)).intoArray(im, to + 8);
        EXACT.cast(even1r.fma(scale, turned1r.neg()).rearrange(REVERSED)).intoArray(re, to + 17);
        EXACT.cast(even1i.fma(minus, turned1i).rearrange(REVERSED)).intoArray(im, to + 17);
        double a = z0r.lane(0), b = z0i.lane(0);
        re[to] = (a + b) * factor;
        im[to] = 0;
        re[to + H] = (a - b) * factor;
        im[to + H] = 0;
        re[to + H / 2] = z2r.lane(0) * factor;
        im[to + H / 2] = -(z2i.lane(0) * factor);
    }
}
