package dev.lanewise.peer;

import dev.lanewise.oracle.Precision;

/**
 * How far computed solutions of {@code min || A x - b ||} may be from the exact ones, in the 2-norm.
 *
 * <p>By reflections, and by singular values, they are those of A and b that are off by {@code e ||A||_F} and {@code e
 * ||b||}, where {@code e = 10 u sqrt(m n)} as in {@link QrBounds} (N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., theorem 20.3; E. Anderson et al., LAPACK Users' Guide, 3rd ed., 1999, section 4.9, on singular
 * values). What is shortest is by two factorisations, and a numerical rank leaves out of A what is no more than {@code 2 u
 * max(m, n, 10)} of it in any column.
 *
 * <p>Of A with a singular value as its least one that is not zero, {@code k} the quotient, {@code d = k ||E||_2 / ||A||_2 <
 * 1} and r the residual, a solution, or the shortest one if A + E is of the same rank, is off by
 *
 * <pre>    k / (1 - d) (t ||x|| + || f || / ||A|| + t k ||r|| / ||A||) + t k ||x||,    t = ||E|| / ||A||</pre>
 *
 * <p>at most (A. Bjorck, Numerical Methods for Least Squares Problems, 1996, theorem 1.4.6; Higham, theorem 20.1, is the
 * case of full rank). The norms of x and r are those of a peer, whose error is of higher order here.
 */
public final class LeastSquaresBounds {
    private final PeerMatrix a;
    private final int rank;
    private final double largest;
    private final double condition;

    /** Those of a matrix of that rank, at least 1. */
    public LeastSquaresBounds(Peer peer, PeerMatrix a, int rank) {
        this.a = a;
        this.rank = rank;
        double[] singular = peer.singularValues(a);
        largest = singular[0];
        condition = largest / singular[rank - 1];
    }

    /** {@code || E || / ||A||_2}. */
    private double backward(Precision precision) {
        int m = a.rows(), n = a.columns();
        double e = QrBounds.reflections(m, n, precision) * a.norm() / largest;
        if (rank == n) {
            return e;
        }
        double ofColumn = 2 * precision.unitRoundoff() * Math.max(10, Math.max(m, n));
        return 2 * e + (rank == m ? 0 : ofColumn * Math.sqrt(n - rank));
    }

    /** Whether {@code d <= 1/2}: beyond, the bounds are infinite or say next to nothing. */
    public boolean hold(Precision precision) {
        return condition * backward(precision) <= 0.5;
    }

    /** The largest error of all columns of X. */
    public double solution(PeerMatrix x, PeerMatrix b, Precision precision) {
        double t = backward(precision), d = condition * t, length = x.norm(), residual = a.residual(x, b);
        double f = QrBounds.reflections(a.rows(), a.columns(), precision) * b.norm();
        double ofProjection = t * length + f / largest + t * condition * residual / largest;
        return condition / (1 - d) * ofProjection + t * condition * length;
    }
}
