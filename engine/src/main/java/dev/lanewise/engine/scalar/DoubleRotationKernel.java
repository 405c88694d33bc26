package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

/**
 * Two rows that become two others, in plain Java: the contract that the SIMD kernel overrides. Nothing is checked here.
 *
 * <p>The order of summing is that of {@link #SUMS} sums: element {@code i} is multiplied and added to sum {@code i mod SUMS},
 * fused, from zero; then the upper half of the sums is added to the lower one until one is left. So rows of which products
 * are wanted must be as long as a multiple of that: shorter ones are filled up with zeros.
 */
public class DoubleRotationKernel {
    /** How many sums there are, 128 bytes; also how much scratch is needed. */
    public static final int SUMS = 128 / Double.BYTES;

    /** Makes the kernel. */
    public DoubleRotationKernel() {}

    /**
     * {@code x = p x + q y} and {@code y = r x + s y} at once, and the inner product of the new y and a third row: {@code fma(p, x,
     * q y)} and {@code fma(s, y, r x)}.
     *
     * @param p from x to x
     * @param q from y to x
     * @param r from x to y
     * @param s from y to y
     * @param a holds the rows
     * @param x the first element of x
     * @param y the first element of y
     * @param z the first element of the third row, neither x nor y
     * @param length of all, a multiple of {@link #SUMS}
     * @param scratch of length {@link #SUMS}
     * @return the inner product
     */
    public double rotate(
            double p, double q, double r, double s, double[] a, int x, int y, int z, int length, double[] scratch) {
        for (int l = 0; l < SUMS; l++) {
            scratch[l] = 0;
        }
        for (int k = 0; k < length; k += SUMS) {
            rotateSome(p, q, r, s, a, x + k, y + k, z + k, scratch);
        }
        return sum(scratch);
    }

    private static void rotateSome(
            double p, double q, double r, double s, double[] a, int x, int y, int z, double[] sums) {
        for (int l = 0; l < SUMS; l++) {
            double first = a[x + l], second = a[y + l], next = fma(s, second, r * first);
            a[x + l] = fma(p, first, q * second);
            a[y + l] = next;
            sums[l] = fma(a[z + l], next, sums[l]);
        }
    }

    /**
     * {@code x = p x + q y} and {@code y = r x + s y} at once: {@code fma(p, x, q y)} and {@code fma(s, y, r x)}.
     *
     * @param p from x to x
     * @param q from y to x
     * @param r from x to y
     * @param s from y to y
     * @param x holds x
     * @param at its first element
     * @param y holds y, apart from it
     * @param from its first element
     * @param length of both, any
     */
    public void rotate(double p, double q, double r, double s, double[] x, int at, double[] y, int from, int length) {
        rotate(p, q, r, s, x, at, 1, y, from, 1, length);
    }

    /**
     * The same of vectors whose elements are not adjacent.
     *
     * @param p from x to x
     * @param q from y to x
     * @param r from x to y
     * @param s from y to y
     * @param x holds x
     * @param at its first element
     * @param stride from one element to the next
     * @param y holds y, which shares no place with it
     * @param from its first element
     * @param otherStride from one element to the next
     * @param length of both, any
     */
    public final void rotate(
            double p,
            double q,
            double r,
            double s,
            double[] x,
            int at,
            int stride,
            double[] y,
            int from,
            int otherStride,
            int length) {
        for (int k = 0; k < length; k++) {
            int i = at + k * stride, j = from + k * otherStride;
            double first = x[i], second = y[j];
            x[i] = fma(p, first, q * second);
            y[j] = fma(s, second, r * first);
        }
    }

    /**
     * The inner product of two rows.
     *
     * @param a holds the rows
     * @param x the first element of one
     * @param y the first element of the other
     * @param length of both, a multiple of {@link #SUMS}
     * @param scratch of length {@link #SUMS}
     * @return the inner product
     */
    public double product(double[] a, int x, int y, int length, double[] scratch) {
        for (int l = 0; l < SUMS; l++) {
            scratch[l] = 0;
        }
        for (int k = 0; k < length; k += SUMS) {
            productOfSome(a, x + k, y + k, scratch);
        }
        return sum(scratch);
    }

    private static void productOfSome(double[] a, int x, int y, double[] sums) {
        for (int l = 0; l < SUMS; l++) {
            sums[l] = fma(a[x + l], a[y + l], sums[l]);
        }
    }

    private static double sum(double[] sums) {
        for (int half = SUMS / 2; half > 0; half /= 2) {
            for (int l = 0; l < half; l++) {
                sums[l] += sums[l + half];
            }
        }
        return sums[0];
    }
}
