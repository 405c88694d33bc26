package dev.lanewise.perf.peer;

/**
 * A matrix of m x n, row-major, that is factorised.
 *
 * @param m rows
 * @param n columns
 * @param single whether it is factorised in single precision
 * @param elements its elements
 */
public record FactoredMatrix(int m, int n, boolean single, double[] elements) {
    /**
     * A square one.
     *
     * @param n rows and columns
     * @param single whether it is factorised in single precision
     * @param elements its elements
     */
    public FactoredMatrix(int n, boolean single, double[] elements) {
        this(n, n, single, elements);
    }

    /** The transpose of row-major n x n: the same matrix column-major, or back. */
    static double[] transposed(int n, double[] elements) {
        return transposed(n, n, elements);
    }

    /** The transpose of row-major m x n: the same matrix column-major. */
    static double[] transposed(int m, int n, double[] elements) {
        double[] transposed = new double[elements.length];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j * m + i] = elements[i * n + j];
            }
        }
        return transposed;
    }
}
