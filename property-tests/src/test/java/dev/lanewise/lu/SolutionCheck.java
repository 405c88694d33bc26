package dev.lanewise.lu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;

/**
 * Whether x solves {@code A x = b} as the factors allow: {@code |b - A x| <= g(3 n) P^T |L| |U| |x|} element by element, or the
 * same of the transpose (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem 9.4). Sums in steps of
 * products round a few times more.
 */
final class SolutionCheck {
    private final int n;
    private final Numbers a;
    private final boolean transposed;

    /** {@code P^T |L| |U|}. */
    private final double[] size;

    SolutionCheck(int n, Numbers a, Numbers l, Numbers u, int[] rows, boolean transposed) {
        this.n = n;
        this.a = a;
        this.transposed = transposed;
        size = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    size[rows[i] * n + j] += Math.abs(l.at(i * n + k) * u.at(k * n + j));
                }
            }
        }
    }

    /** One column of B, of which there are so many, and the solution from an index on. */
    void assertSolves(Numbers b, int column, int columns, Numbers x, int from, String context) {
        double gamma = ErrorBounds.gamma(3 * n + 30, a.precision());
        for (int i = 0; i < n; i++) {
            Twofold rest = new Twofold().add(b.at(i * columns + column));
            double allowed = 0;
            for (int j = 0; j < n; j++) {
                int at = transposed ? j * n + i : i * n + j;
                rest.addProduct(-a.at(at), x.at(from + j));
                allowed += size[at] * Math.abs(x.at(from + j));
            }
            if (!(Math.abs(rest.value()) <= gamma * allowed)) {
                fail(context + ": equation " + i + " is off by " + rest.value() + ", allowed " + gamma * allowed);
            }
        }
    }

    /** A step of refinement leaves {@code (n + 1) u} at most, unless the matrix is too ill conditioned (ibid., theorem 12.4). */
    static void assertRefined(int n, Numbers error, String context) {
        double allowed = (n + 4) * error.precision().unitRoundoff();
        assertTrue(error.at(0) <= allowed, context + ": backward error " + error.at(0) + ", allowed " + allowed);
    }

    static void assertNear(double wanted, double computed, Numbers precision) {
        assertEquals(wanted, computed, 10 * precision.precision().unitRoundoff() * Math.abs(wanted));
    }

    /** An estimate below {@code ||A^-1||_1} is a reciprocal above; a tenth of the norm it is always in practice. */
    static void assertEstimate(int n, Numbers a, Numbers inverse, Numbers reciprocal, String context) {
        double exact = 1 / (norm1(n, a) * norm1(n, inverse));
        // The computed inverse is off by n u times the condition, relatively.
        double slack = Math.min(0.5, 10 * n * a.precision().unitRoundoff() / exact);
        assertTrue(
                reciprocal.at(0) >= exact * (1 - slack) && reciprocal.at(0) <= 10 * exact,
                context + ": estimated " + reciprocal.at(0) + ", is " + exact);
    }

    private static double norm1(int n, Numbers a) {
        double norm = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Math.abs(a.at(i * n + j));
            }
            norm = Math.max(norm, sum);
        }
        return norm;
    }
}
