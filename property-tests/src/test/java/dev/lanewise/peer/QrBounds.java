package dev.lanewise.peer;

import dev.lanewise.oracle.Precision;

/**
 * How far computed factors {@code A = Q R}, of reflections and with a positive diagonal, may be from the exact ones, in the
 * Frobenius norm. They are those of a matrix that is off by {@code ||E|| <= e ||A||}, column by column, and Q is off once
 * more by {@code e sqrt(k)}, where {@code e = 10 u sqrt(m n)} (N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., theorem 19.4 and what follows it; section 19.3: the constants of the rigorous bounds are replaced by
 * their square roots, since rounding errors of reflections add up as independent numbers do).
 *
 * <p>With {@code d = ||A^+||_2 ||E|| < 1} of the first {@code k = min(m, n)} columns, which are to be of full rank,
 *
 * <pre>    || dR || <= sqrt(2) ||A||_2 d / (1 - d),    || dQ || <= sqrt(2) d / (1 - d)</pre>
 *
 * <p>(J.-G. Sun, Perturbation bounds for the Cholesky and QR factorizations, BIT 31, 1991, pp. 341-352; Higham, section
 * 19.9). Further columns B become {@code Q^T B} in R, off by {@code || dQ || ||B|| + e ||B||} at most. Norms are by
 * singular values of a peer.
 */
public final class QrBounds {
    private final int m;
    private final int n;
    private final int k;
    private final double largest;
    private final double condition;
    private final double rest;

    /** Those of a matrix with a row at least; without columns there is nothing but what is left beside them. */
    public QrBounds(Peer peer, PeerMatrix a) {
        m = a.rows();
        n = a.columns();
        k = Math.min(m, n);
        PeerMatrix lead = a.columns(0, k);
        double[] singular = k == 0 ? new double[] {0} : peer.singularValues(lead);
        largest = singular[0];
        condition = k == 0 ? 0 : lead.norm() / singular[k - 1];
        rest = a.columns(k, n).norm();
    }

    /** {@code e} of a matrix of m x n. */
    static double reflections(int m, int n, Precision precision) {
        return 10 * precision.unitRoundoff() * Math.sqrt((double) m * n);
    }

    private double backward(Precision precision) {
        return reflections(m, Math.max(1, n), precision);
    }

    private double perturbation(Precision precision) {
        return backward(precision) * condition;
    }

    /** Whether {@code d <= 1/2}: beyond, the bounds are infinite or say next to nothing. */
    public boolean hold(Precision precision) {
        return perturbation(precision) <= 0.5;
    }

    /** The largest {@code || dR ||}. */
    public double r(Precision precision) {
        double beside = (turn(precision) + backward(precision)) * rest;
        return Math.hypot(turn(precision) * largest, beside);
    }

    /** The largest {@code || dQ ||}, of k columns. */
    public double q(Precision precision) {
        return turn(precision) + Math.sqrt(k) * backward(precision);
    }

    /**
     * How far, of another column of that norm, the length of what is left beside these may be off: the projection on them
     * is by d (G. W. Stewart, On the perturbation of pseudo-inverses, projections and linear least squares problems, SIAM
     * Review 19(4), 1977, pp. 634-662), the column by e.
     */
    public double left(double norm, Precision precision) {
        return (perturbation(precision) + backward(precision)) * norm;
    }

    private double turn(Precision precision) {
        double d = perturbation(precision);
        return Math.sqrt(2) * d / (1 - d);
    }
}
