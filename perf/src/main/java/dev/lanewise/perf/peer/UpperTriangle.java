package dev.lanewise.perf.peer;

/**
 * The factor R of {@code A = Q R}, as what can be compared: rows of R and columns of Q may have either sign, and the last ones
 * are off by as much as A is ill-conditioned, but {@code R^T R = A^T A} and {@code R^T Q^T C = A^T C} hold to rounding.
 *
 * @param n rows and columns
 * @param elements row-major; what is below the diagonal is not read
 */
public record UpperTriangle(int n, double[] elements) {
    /**
     * {@code R^T R}.
     *
     * @return the product, row-major
     */
    public double[] gram() {
        double[] upper = elements.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                upper[i * n + j] = 0;
            }
        }
        return transposedTimes(upper);
    }

    /**
     * {@code R^T C}.
     *
     * @param c of n x n, row-major
     * @return the product, row-major
     */
    public double[] transposedTimes(double[] c) {
        double[] product = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) {
                double factor = elements[k * n + i];
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += factor * c[k * n + j];
                }
            }
        }
        return product;
    }
}
