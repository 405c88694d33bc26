package dev.lanewise.perf.peer;

/**
 * A product of dense row-major matrices, {@code C = A B} or, with B transposed, {@code C = A B^T}: {@code A} of {@code m x k},
 * {@code C} of {@code m x n}.
 *
 * @param m rows of A and C
 * @param n columns of C
 * @param k columns of A
 * @param transposed whether {@code B} is of {@code n x k} and transposed, and not of {@code k x n}
 * @param single whether it is computed in single precision
 * @param a A
 * @param b B
 */
public record DenseProduct(int m, int n, int k, boolean transposed, boolean single, double[] a, double[] b) {
    /** Columns of B as it lies. */
    int columnsOfB() {
        return transposed ? k : n;
    }

    /** Rows of B as it lies. */
    int rowsOfB() {
        return transposed ? n : k;
    }
}
