package dev.lanewise.perf.peer;

/**
 * A matrix of n x n, row-major, that is factorised.
 *
 * @param n rows and columns
 * @param single whether it is factorised in single precision
 * @param elements its elements
 */
public record SquareMatrix(int n, boolean single, double[] elements) {
    /** The transpose of row-major n x n: the same matrix column-major, or back. */
    static double[] transposed(int n, double[] elements) {
        double[] transposed = new double[elements.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j * n + i] = elements[i * n + j];
            }
        }
        return transposed;
    }
}
