package dev.lanewise.structured.layers;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;

/**
 * A bound of the square of a spectral norm, never below it and seldom far above.
 *
 * <p>For the symmetric {@code G = A^T A}, or {@code A A^T} if that is smaller, and {@code p = 1, 2, 4, ...},
 *
 * <pre>    max_i (G^p)_ii  <=  ||A||_2^(2 p)  <=  ||G^p||_inf  <=  sqrt(n) ||A||_2^(2 p).</pre>
 *
 * <p>{@code G} is squared until the two sides are within a percent of each other after the root of order {@code p}, or a few times: power
 * iteration on all unit vectors at once, so that no direction is missed (R. A. Horn and C. R. Johnson, Matrix Analysis, 2nd ed.,
 * theorem 5.6.9 and corollary 5.6.14). An orthogonal matrix needs no squaring.
 */
final class DoubleSpectralBound {
    /** Then the bound is within {@code n^(1/64)} of the square of the norm. */
    private static final int MOST_SQUARINGS = 5;

    private static final double CLOSE = 1.01;

    /** A little more, for the rounding of all that. */
    private static final double ROUNDING = 1.001;

    private DoubleSpectralBound() {}

    /** An upper bound of {@code ||A||_2^2}; 1 for no table, which is an identity. */
    static double square(DoubleTable a, Workspace workspace) {
        if (a == null) {
            return 1;
        }
        boolean isTall = a.rows >= a.cols;
        DoubleTable power = DoubleTable.product(a, isTall, a, !isTall, workspace);
        double bound = rowSum(power), least = diagonal(power), factor = 1;
        int p = 1;
        // G^p is that power of the factor, times the table.
        for (int k = 0; k < MOST_SQUARINGS && root(bound, p) > CLOSE * root(least, p); k++) {
            factor *= root(bound, p);
            power.divide(bound);
            power = DoubleTable.product(power, false, power, false, workspace);
            p *= 2;
            bound = rowSum(power);
            least = diagonal(power);
        }
        return ROUNDING * factor * root(bound, p);
    }

    /** {@code x^(1/p)} of a power of two {@code p}: square roots of square roots. */
    private static double root(double x, int p) {
        double root = x;
        for (int q = p; q > 1; q /= 2) {
            root = SquareRoot.of(root);
        }
        return root;
    }

    private static double rowSum(DoubleTable g) {
        double largest = 0;
        for (int i = 0; i < g.rows; i++) {
            double sum = 0;
            for (int j = 0; j < g.cols; j++) {
                sum += Math.abs(g.entries[i * g.cols + j]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private static double diagonal(DoubleTable g) {
        double largest = 0;
        for (int i = 0; i < g.rows; i++) {
            largest = Math.max(largest, g.entries[i * (g.cols + 1)]);
        }
        return largest;
    }
}
