package dev.lanewise.peer;

import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Precision;

/**
 * How far what is computed by elimination may be from what is exact, in the Frobenius norm, with {@code g(s) = s u / (1 - s
 * u)} and {@code S = || |L| |U| ||}; sums in steps of products round a few times more than those of the theorems. L and U
 * are those of a peer, and so are singular values for norms.
 *
 * <p><b>Factors</b> are those of {@code A + E}, {@code ||E|| <= g(k) S}, and with {@code d = ||L^-1||_2 ||U^-1||_2 ||E|| <
 * 1}
 *
 * <pre>    || dL || <= ||L||_2 d / (1 - d),    || dU || <= ||U||_2 d / (1 - d)</pre>
 *
 * <p>(N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorems 9.3 and 9.15). If A is not square,
 * both are made so by parts of the identity: {@code [A1 0; A2 I] = [L1 0; L2 I] [U 0; 0 I]}, and the transpose of that.
 *
 * <p><b>Solutions</b> are those of {@code A + E}, {@code ||E|| <= g(3 n) S}, a column of the inverse as any (theorem 9.4,
 * section 14.3), and {@code x' - x = -A^-1 E x'}.
 *
 * <p><b>The determinant</b> is that of {@code A + E}, {@code ||E|| <= g(n) S}, rounded n times: {@code det(I + A^-1 E)} is
 * a product of n eigenvalues within {@code ||A^-1||_2 ||E||} of 1.
 */
public final class LuBounds {
    private static final int MORE = 10;

    private final int k;
    private final double size;
    private final double lNorm;
    private final double uNorm;
    private final double inverseOfFactors;
    private final double inverse;

    /** Those of a matrix with a row and a column at least, of full rank. */
    public LuBounds(Peer peer, PeerMatrix a, Peer.Lu factors) {
        k = Math.min(a.rows(), a.columns());
        size = factors.l().normOfSizes(factors.u());
        double[] ofL = peer.singularValues(factors.l().squared()),
                ofU = peer.singularValues(factors.u().squared());
        lNorm = ofL[0];
        uNorm = ofU[0];
        inverseOfFactors = 1 / (ofL[ofL.length - 1] * ofU[ofU.length - 1]);
        inverse = 1 / peer.singularValues(a)[k - 1];
    }

    private double perturbation(Precision precision) {
        return ErrorBounds.gamma(k + MORE, precision) * size * inverseOfFactors;
    }

    private double relative(Precision precision) {
        double d = perturbation(precision);
        return d / (1 - d);
    }

    /** Whether {@code d <= 1/2}: beyond, the bounds are infinite or say next to nothing. */
    public boolean hold(Precision precision) {
        return perturbation(precision) <= 0.5;
    }

    /** The largest {@code || dL ||}. */
    public double l(Precision precision) {
        return lNorm * relative(precision);
    }

    /** The largest {@code || dU ||}. */
    public double u(Precision precision) {
        return uNorm * relative(precision);
    }

    /** The largest error of a computed X, {@code A X = B} or the inverse. */
    public double solution(PeerMatrix x, Precision precision) {
        return inverse * ErrorBounds.gamma(3 * (k + MORE), precision) * size * x.norm();
    }

    /** The largest error of the logarithm of the determinant's magnitude. */
    public double determinant(Precision precision) {
        double d = inverse * ErrorBounds.gamma(k + MORE, precision) * size;
        return d < 1 ? -k * Math.log1p(-d) - Math.log1p(-ErrorBounds.gamma(k, precision)) : Double.POSITIVE_INFINITY;
    }
}
