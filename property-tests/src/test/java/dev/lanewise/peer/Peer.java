package dev.lanewise.peer;

import java.util.List;

/** Another library, for a second opinion on factorisations. Matrices have a row and a column at least. */
public interface Peer {
    /** All of them. */
    List<Peer> ALL = List.of(new Ejml(), new OjAlgo());

    /**
     * {@code A = Q R}, with {@code k = min(m, n)} columns of Q and rows of R.
     *
     * @param q of m x k
     * @param r of k x n
     */
    record Qr(PeerMatrix q, PeerMatrix r) {
        /** With no negative element on the diagonal of R: the one of full rank, of which there are as many as there are signs. */
        public Qr positive() {
            return new Qr(q.transposed().rowsSignedBy(r).transposed(), r.rowsSignedBy(r));
        }
    }

    /**
     * {@code P A = L U}.
     *
     * @param rows those of A in the order of P A
     * @param l of m x k
     * @param u of k x n
     */
    record Lu(int[] rows, PeerMatrix l, PeerMatrix u) {}

    /** Whose opinion it is. */
    String name();

    /** Without pivoting. */
    Qr qr(PeerMatrix a);

    /** With partial pivoting. */
    Lu lu(PeerMatrix a);

    /** The solution of {@code A X = B}, by elimination. */
    PeerMatrix solve(PeerMatrix a, PeerMatrix b);

    /** By elimination. */
    PeerMatrix inverse(PeerMatrix a);

    /** By elimination. */
    double determinant(PeerMatrix a);

    /** L of {@code A = L L^T}. */
    PeerMatrix cholesky(PeerMatrix a);

    /** The solution of {@code A X = B}, by Cholesky's factors. */
    PeerMatrix solvePositive(PeerMatrix a, PeerMatrix b);

    /** The solution of least squares, by reflections; of A with no fewer rows than columns, of full rank. */
    PeerMatrix leastSquares(PeerMatrix a, PeerMatrix b);

    /** The shortest solution of least squares, by singular values, for any A. */
    PeerMatrix shortest(PeerMatrix a, PeerMatrix b);

    /** The largest first. */
    double[] singularValues(PeerMatrix a);

    /** Those of a symmetric matrix, the largest first. */
    double[] eigenvalues(PeerMatrix a);

    /** How many singular values are more than rounding, by the library's own notion of it. */
    int rank(PeerMatrix a);
}
