package dev.lanewise.peer;

import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;

/**
 * Normal numbers, whose matrix of n x n has a norm of about {@code 2 sqrt(n)} (A. Edelman, Eigenvalues and condition
 * numbers of random matrices, SIAM J. Matrix Anal. Appl. 9(4), 1988, pp. 543-560), and {@code 3 sqrt(n)} more in one place
 * of each row and column: no singular value is far from {@code sqrt(n)} to {@code 5 sqrt(n)}.
 */
public final class WellConditioned {
    private WellConditioned() {}

    /** One whose order has no factor 7. */
    public static Numbers of(int n, long seed) {
        double[] a = Inputs.gaussian(seed, new double[n * n]);
        for (int i = 0; i < n; i++) {
            a[i * n + (7 * i + 3) % n] += 3 * Math.sqrt(n);
        }
        return Numbers.of(a);
    }
}
