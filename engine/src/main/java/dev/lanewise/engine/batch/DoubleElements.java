package dev.lanewise.engine.batch;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.scalar.DoubleElementsKernel;

/** Sums, products and quotients of vectors, element by element, unchecked. The output may be an input in the same place. */
public final class DoubleElements {
    private static final DoubleElementsKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleElementsKernel(), DoubleElementsKernel::new);

    private DoubleElements() {}

    /**
     * {@code y = a + b}.
     *
     * @param a holds a vector
     * @param aAt its first element
     * @param b holds another
     * @param bAt its first element
     * @param y gets the sum
     * @param yAt its first element
     * @param length how many elements
     */
    public static void add(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int length) {
        KERNEL.add(a, aAt, b, bAt, y, yAt, length);
    }

    /**
     * {@code y = a b}.
     *
     * @param a holds a vector
     * @param aAt its first element
     * @param b holds another
     * @param bAt its first element
     * @param y gets the product
     * @param yAt its first element
     * @param length how many elements
     */
    public static void multiply(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int length) {
        KERNEL.multiply(a, aAt, b, bAt, y, yAt, length);
    }

    /**
     * {@code y = a / b}.
     *
     * @param a holds a vector
     * @param aAt its first element
     * @param b holds another
     * @param bAt its first element
     * @param y gets the quotient
     * @param yAt its first element
     * @param length how many elements
     */
    public static void divide(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int length) {
        KERNEL.divide(a, aAt, b, bAt, y, yAt, length);
    }

    /**
     * {@code y = factor a}.
     *
     * @param factor a number
     * @param a holds a vector
     * @param aAt its first element
     * @param y gets the multiple
     * @param yAt its first element
     * @param length how many elements
     */
    public static void scale(double factor, double[] a, int aAt, double[] y, int yAt, int length) {
        KERNEL.scale(factor, a, aAt, y, yAt, length);
    }
}
