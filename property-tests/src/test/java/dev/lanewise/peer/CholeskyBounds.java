package dev.lanewise.peer;

import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Precision;

/**
 * How far Cholesky's factor and solutions by it may be from the exact ones, in the Frobenius norm, with {@code g(s) = s u /
 * (1 - s u)} and {@code S = || |L| |L|^T ||}; sums in steps of products round a few times more than those of the theorems.
 * L is that of a peer, and so are singular values for norms.
 *
 * <p>The factor is that of {@code A + E}, {@code ||E|| <= g(n + 1) S}, and with {@code d = ||A^-1||_2 ||E|| < 1}
 *
 * <pre>    || dL || <= ||L||_2 d / (sqrt(2) (1 - d))</pre>
 *
 * <p>(N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorems 10.3 and 10.8). Solutions are those
 * of {@code A + E}, {@code ||E|| <= g(3 n + 1) S} (theorem 10.4), and {@code x' - x = -A^-1 E x'}.
 */
public final class CholeskyBounds {
    private static final int MORE = 10;

    private final int n;
    private final double size;
    private final double norm;
    private final double inverse;

    /** Those of a positive definite matrix with a row at least. */
    public CholeskyBounds(Peer peer, PeerMatrix a, PeerMatrix l) {
        n = a.rows();
        size = l.normOfSizes(l.transposed());
        double[] singular = peer.singularValues(a);
        norm = Math.sqrt(singular[0]);
        inverse = 1 / singular[n - 1];
    }

    private double perturbation(Precision precision) {
        return inverse * ErrorBounds.gamma(n + 1 + MORE, precision) * size;
    }

    /** Whether {@code d <= 1/2}: beyond, the bounds are infinite or say next to nothing. */
    public boolean hold(Precision precision) {
        return perturbation(precision) <= 0.5;
    }

    /** The largest {@code || dL ||}. */
    public double l(Precision precision) {
        double d = perturbation(precision);
        return norm * d / (Math.sqrt(2) * (1 - d));
    }

    /** The largest error of a computed X, {@code A X = B}. */
    public double solution(PeerMatrix x, Precision precision) {
        return inverse * ErrorBounds.gamma(3 * (n + MORE) + 1, precision) * size * x.norm();
    }
}
