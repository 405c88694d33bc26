package dev.lanewise.engine.scalar;

/** Sums, products and quotients of vectors, element by element. The output may be an input in the same place. */
public class DoubleElementsKernel {
    /** Makes the kernel. */
    public DoubleElementsKernel() {}

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
    public void add(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int length) {
        for (int i = 0; i < length; i++) {
            y[yAt + i] = a[aAt + i] + b[bAt + i];
        }
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
    public void multiply(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int length) {
        for (int i = 0; i < length; i++) {
            y[yAt + i] = a[aAt + i] * b[bAt + i];
        }
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
    public void divide(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int length) {
        for (int i = 0; i < length; i++) {
            y[yAt + i] = a[aAt + i] / b[bAt + i];
        }
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
    public void scale(double factor, double[] a, int aAt, double[] y, int yAt, int length) {
        for (int i = 0; i < length; i++) {
            y[yAt + i] = factor * a[aAt + i];
        }
    }
}
