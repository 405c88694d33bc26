package dev.lanewise.perf.peer;

import java.util.Arrays;

/**
 * Decompositions of square matrices in double precision, with all vectors, and what tells whether they are right: the values,
 * and the product of the factors and ones, which no sign of a vector changes.
 */
public enum Spectrum {
    /** {@code A = U S V^T}; operations are those of Golub and Reinsch's way. */
    SVD("svd", 22),
    /** {@code A = V D V^T} of a symmetric matrix; operations are those of the QR algorithm. */
    EIGEN("eigen", 9);

    private final String family;
    private final double cubes;

    Spectrum(String family, double cubes) {
        this.family = family;
        this.cubes = cubes;
    }

    /**
     * What the comparison of it is called.
     *
     * @return the name of the family
     */
    public String family() {
        return family;
    }

    /**
     * How many operations it takes by the usual count (G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., tables 8.6.1 and
     * 8.3.1).
     *
     * @param n rows and columns
     * @return the number
     */
    public double operations(int n) {
        return cubes * n * n * n;
    }

    /**
     * A matrix that it is for.
     *
     * @param n rows and columns
     * @param gaussian n n numbers
     * @return the matrix, row-major
     */
    public double[] matrix(int n, double[] gaussian) {
        double[] a = gaussian.clone();
        for (int i = 0; i < n && this == EIGEN; i++) {
            for (int j = 0; j < i; j++) {
                a[i * n + j] = a[j * n + i];
            }
        }
        return a;
    }

    /**
     * What is compared.
     *
     * @param n rows and columns
     * @param left U or V, row-major
     * @param values in the order of the columns of U and V
     * @param right V, row-major
     * @return the values, the greatest first, and {@code U S V^T} times ones
     */
    public double[] compared(int n, double[] left, double[] values, double[] right) {
        double[] compared = new double[2 * n], sorted = values.clone();
        Arrays.sort(sorted);
        for (int j = 0; j < n; j++) {
            compared[j] = sorted[n - 1 - j];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += right[i * n + j];
            }
            for (int i = 0; i < n; i++) {
                compared[n + i] += left[i * n + j] * values[j] * sum;
            }
        }
        return compared;
    }
}
