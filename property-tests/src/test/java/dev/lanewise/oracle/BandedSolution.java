package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.fail;

/**
 * What a solution by elimination with partial pivoting within a band leaves over.
 *
 * <p>The computed x solves {@code (A + E) x = b} with {@code |E| <= g(3 n) P^T |L| |U|} (N. J. Higham, Accuracy and Stability of
 * Numerical Algorithms, 2nd ed., theorem 9.4). A column of L has {@code lower + 1} entries of magnitude 1 at most, one of U has
 * {@code lower + upper + 1}, none larger than {@code r max |a_ij|} with the growth {@code r <= 2^(2 p - 1) - (p - 1) 2^(p - 2)}, {@code
 * p = max(lower, upper)} (theorem 9.11, of Z. Bohte). So
 *
 * <pre>    || E ||_1 <= g(3 n) (lower + 1) (lower + upper + 1) r max |a_ij|,</pre>
 *
 * <p>which bounds {@code ||b - A x||_1} by {@code ||E||_1 ||x||_1}, and {@code ||b - A^T x||} in the norm of largest elements by
 * {@code ||E||_1} times that of x.
 */
public final class BandedSolution {
    private BandedSolution() {}

    /**
     * Fails unless x solves the system within the bound.
     *
     * @param a A, written out
     * @param lower diagonals below the main one
     * @param upper diagonals above it
     * @param transposed whether the system is that of {@code A^T}
     * @param x the solution
     * @param b the right side
     * @param context for the message
     */
    public static void assertSolves(
            DenseMatrix a, int lower, int upper, boolean transposed, Numbers x, Numbers b, String context) {
        int n = a.rows(), p = Math.max(1, Math.max(lower, upper));
        double largest = 0;
        for (int i = 0; i < n * n; i++) {
            largest = Math.max(largest, Math.abs(a.entry(i / n, i % n).value()));
        }
        double growth = Math.scalb(1.0, 2 * p - 1) - (p - 1) * Math.scalb(1.0, p - 2);
        double e = ErrorBounds.gamma(3 * n, x.precision()) * (lower + 1) * (lower + upper + 1) * growth * largest;
        DenseMatrix matrix = transposed ? a.transposed() : a;
        double residual = 0, size = 0;
        for (int i = 0; i < n; i++) {
            double rest = matrix.element(i, x).distance(b.at(i)), element = Math.abs(x.at(i));
            residual = transposed ? Math.max(residual, rest) : residual + rest;
            size = transposed ? Math.max(size, element) : size + element;
        }
        if (!(residual <= e * size)) {
            fail(context + ": the residual is " + residual + ", allowed " + e * size);
        }
    }
}
