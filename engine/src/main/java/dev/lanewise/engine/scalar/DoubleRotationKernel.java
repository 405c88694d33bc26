package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

/** Two vectors that become two others, in plain Java: the contract that the SIMD kernel overrides. Nothing is checked here. */
public class DoubleRotationKernel {
    /** Makes the kernel. */
    public DoubleRotationKernel() {}

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
}
