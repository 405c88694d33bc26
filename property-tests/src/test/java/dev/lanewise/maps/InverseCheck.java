package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;

/** Whether what an inverse gives solves the system, in twice the precision. */
final class InverseCheck {
    /** {@code |L| |U|} of a well-conditioned matrix may be so many times as large as {@code |A|} (Higham, section 9.4: of order 1). */
    private static final int GROWTH = 4;

    private InverseCheck() {}

    /**
     * Fails unless {@code ||b - A x||_inf <= c g(3 n + s) ||A||_inf ||x||_inf}, the backward error of direct solves (N. J. Higham,
     * Accuracy and Stability of Numerical Algorithms, 2nd ed., theorems 8.5 and 9.4), where {@code s} are the roundings of the
     * map itself.
     */
    static void assertSolves(DenseMatrix matrix, Numbers b, Numbers x, String context) {
        int n = matrix.rows();
        assertEquals(n, b.length(), context);
        assertEquals(n, x.length(), context);
        double ofMatrix = 0, ofSolution = 0, residual = 0;
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int j = 0; j < n; j++) {
                row += matrix.magnitude(i, j);
            }
            ofMatrix = Math.max(ofMatrix, row);
            ofSolution = Math.max(ofSolution, Math.abs(x.at(i)));
            residual = Math.max(residual, matrix.element(i, x).distance(b.at(i)));
        }
        double gamma = ErrorBounds.gamma(3.0 * n + matrix.roundings(), b.precision());
        double allowed = GROWTH * gamma * ofMatrix * ofSolution;
        assertTrue(residual <= allowed, context + ": residual " + residual + ", allowed " + allowed);
    }
}
