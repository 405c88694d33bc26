package dev.lanewise.oracle;

import java.util.SplittableRandom;

/** Fills vectors with numbers of a kind, from a seed; not by the library's own generator. */
public final class Inputs {
    private Inputs() {}

    /** Independent standard normal numbers. */
    public static double[] gaussian(long seed, double[] x) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian();
        }
        return x;
    }

    /** The same numbers in single precision. */
    public static float[] gaussian(long seed, float[] x) {
        return narrow(gaussian(seed, new double[x.length]), x);
    }

    /** A direction at random, every one as likely as another: Gaussian numbers over their norm. */
    public static double[] direction(long seed, double[] x) {
        gaussian(seed, x);
        double norm = Numbers.of(x).norm2();
        for (int i = 0; i < x.length; i++) {
            x[i] /= norm;
        }
        return x;
    }

    /** Normal numbers times powers of two from 2^-20 to 2^20, and one in eight zero: sums cancel and absorb. */
    public static double[] uneven(long seed, double[] x) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(8) == 0 ? 0 : Math.scalb(random.nextGaussian(), random.nextInt(-20, 21));
        }
        return x;
    }

    /** The same numbers in single precision. */
    public static float[] uneven(long seed, float[] x) {
        return narrow(uneven(seed, new double[x.length]), x);
    }

    /** Integers from {@code -limit} to {@code limit}. */
    public static double[] integers(long seed, int limit, double[] x) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(-limit, limit + 1);
        }
        return x;
    }

    /** The same integers in single precision. */
    public static float[] integers(long seed, int limit, float[] x) {
        return narrow(integers(seed, limit, new double[x.length]), x);
    }

    /** Signs, 1 or -1. */
    public static double[] signs(long seed, double[] x) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextBoolean() ? 1 : -1;
        }
        return x;
    }

    /** The same signs in single precision. */
    public static float[] signs(long seed, float[] x) {
        return narrow(signs(seed, new double[x.length]), x);
    }

    /** Mostly finite numbers, with zeros of both signs, subnormal numbers, infinities and NaN strewn in. */
    public static double[] special(long seed, double[] x) {
        double[] specials = {
            0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN
        };
        SplittableRandom random = new SplittableRandom(seed);
        int kinds = random.nextInt(1, specials.length + 1);
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(4) == 0 ? specials[random.nextInt(kinds)] : random.nextInt(-9, 10);
        }
        return x;
    }

    /** The same kinds in single precision. */
    public static float[] special(long seed, float[] x) {
        double[] wide = special(seed, new double[x.length]);
        for (int i = 0; i < x.length; i++) {
            boolean least = Math.abs(wide[i]) == Double.MIN_VALUE;
            boolean most = wide[i] == Double.MAX_VALUE;
            x[i] = least ? Math.copySign(Float.MIN_VALUE, (float) wide[i]) : most ? Float.MAX_VALUE : (float) wide[i];
        }
        return x;
    }

    /** Numbers in single precision. */
    public static float[] narrow(double[] wide) {
        return narrow(wide, new float[wide.length]);
    }

    private static float[] narrow(double[] wide, float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) wide[i];
        }
        return x;
    }
}
