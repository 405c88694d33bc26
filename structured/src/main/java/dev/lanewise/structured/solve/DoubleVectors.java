package dev.lanewise.structured.solve;

import dev.lanewise.engine.backend.SquareRoot;

/**
 * Inner products and combinations of vectors of adjacent elements, in an order that depends on their length alone.
 *
 * <p>An inner product has eight partial sums, of every eighth product each, that are added in pairs; so it is off by at most
 * {@code g(n / 8 + 4) |x|^T |y|}, {@code g(k) = k u / (1 - k u)} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd
 * ed., section 3.1).
 */
final class DoubleVectors {
    private static final int SUMS = 8;

    /** Sums of squares beyond this are not told from what underflow may do to them. */
    private static final double SMALLEST_SQUARES = Double.MIN_NORMAL / Math.ulp((double) 1);

    private DoubleVectors() {}

    /** {@code x^T y}. */
    static double dot(double[] x, int xAt, double[] y, int yAt, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int whole = n - n % SUMS;
        for (int i = 0; i < whole; i += SUMS) {
            s0 += x[xAt + i] * y[yAt + i];
            s1 += x[xAt + i + 1] * y[yAt + i + 1];
            s2 += x[xAt + i + 2] * y[yAt + i + 2];
            s3 += x[xAt + i + 3] * y[yAt + i + 3];
            s4 += x[xAt + i + 4] * y[yAt + i + 4];
            s5 += x[xAt + i + 5] * y[yAt + i + 5];
            s6 += x[xAt + i + 6] * y[yAt + i + 6];
            s7 += x[xAt + i + 7] * y[yAt + i + 7];
        }
        for (int i = whole; i < n; i++) {
            s0 += x[xAt + i] * y[yAt + i];
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    /** {@code x^T y} of vectors at the beginning of their arrays. */
    static double dot(double[] x, double[] y, int n) {
        return dot(x, 0, y, 0, n);
    }

    /** {@code ||x||_2}; squares that would overflow or underflow are those of a multiple of {@code x} by a power of two. */
    static double norm(double[] x, int at, int n) {
        double squares = dot(x, at, x, at, n);
        if (squares > n * SMALLEST_SQUARES && squares <= Double.MAX_VALUE) {
            return SquareRoot.of(squares);
        }
        double largest = largest(x, at, n);
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
        double sum = squares(x, at, n, Math.scalb((double) 1, -exponent));
        return Math.scalb(SquareRoot.of(sum), exponent);
    }

    /** {@code ||f x||_2^2} for a power of two: the sum of {@link #dot}, so that a norm has the same bits by either. */
    private static double squares(double[] x, int at, int n, double f) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int whole = n - n % SUMS;
        for (int i = at; i < at + whole; i += SUMS) {
            s0 += (f * x[i]) * (f * x[i]);
            s1 += (f * x[i + 1]) * (f * x[i + 1]);
            s2 += (f * x[i + 2]) * (f * x[i + 2]);
            s3 += (f * x[i + 3]) * (f * x[i + 3]);
            s4 += (f * x[i + 4]) * (f * x[i + 4]);
            s5 += (f * x[i + 5]) * (f * x[i + 5]);
            s6 += (f * x[i + 6]) * (f * x[i + 6]);
            s7 += (f * x[i + 7]) * (f * x[i + 7]);
        }
        for (int i = at + whole; i < at + n; i++) {
            s0 += (f * x[i]) * (f * x[i]);
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    /** {@code ||x||_2} of a vector at the beginning of its array. */
    static double norm(double[] x, int n) {
        return norm(x, 0, n);
    }

    /** {@code sqrt(a^2 + b^2)} by the larger of them, so that no square overflows. */
    static double length(double a, double b) {
        double large = Math.max(Math.abs(a), Math.abs(b)), small = Math.min(Math.abs(a), Math.abs(b));
        if (large == 0 || !Double.isFinite(large)) {
            return large;
        }
        double quotient = small / large;
        return large * SquareRoot.of(1 + quotient * quotient);
    }

    /** The largest magnitude, NaN if there is one. */
    static double largest(double[] x, int at, int n) {
        double largest = 0;
        for (int i = at; i < at + n; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        return largest;
    }

    /** {@code y = y + a x}. */
    static void add(double a, double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += a * x[i];
        }
    }

    /** {@code y = x + a y}. */
    static void addTo(double[] x, int xAt, double a, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[xAt + i] + a * y[i];
        }
    }

    /** {@code y = x / a}: not by the reciprocal, which may overflow. */
    static void divide(double[] x, int xAt, double a, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[xAt + i] / a;
        }
    }
}
