package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.oracle.Precision;
import dev.lanewise.peer.Agreement;
import dev.lanewise.peer.Ejml;
import dev.lanewise.peer.LeastSquaresBounds;
import dev.lanewise.peer.Peer;
import dev.lanewise.peer.PeerMatrix;
import dev.lanewise.peer.QrBounds;

/** Whether what reflections give is what peers say, within {@link QrBounds} of ours and of theirs, which is in double. */
final class QrPeerCheck {
    private static final Ejml EJML = new Ejml();

    private QrPeerCheck() {}

    private static String context(Peer peer, PeerMatrix a, String of) {
        return peer.name() + ", " + a.rows() + " x " + a.columns() + ", " + of;
    }

    /** Whether the bounds hold; if so, fails unless factors are within them but for signs. */
    static boolean factorsAgree(Peer peer, PeerMatrix a, PeerMatrix q, PeerMatrix r, String of) {
        QrBounds bounds = new QrBounds(peer, a);
        if (!bounds.hold(a.precision())) {
            return false;
        }
        Peer.Qr ours = new Peer.Qr(q, r).positive(), theirs = peer.qr(a).positive();
        double ofR = bounds.r(a.precision()) + bounds.r(Precision.DOUBLE);
        double ofQ = bounds.q(a.precision()) + bounds.q(Precision.DOUBLE);
        Agreement.assertNear(theirs.r(), ours.r(), ofR, context(peer, a, of) + ": R");
        Agreement.assertNear(theirs.q(), ours.q(), ofQ, context(peer, a, of) + ": Q");
        return true;
    }

    /** Whether the bounds of least squares hold; if so, fails unless the solution is within them. */
    static boolean solutionAgrees(Peer peer, PeerMatrix a, PeerMatrix b, PeerMatrix x, String of) {
        LeastSquaresBounds bounds = new LeastSquaresBounds(peer, a, a.columns());
        if (!bounds.hold(a.precision())) {
            return false;
        }
        PeerMatrix theirs = peer.leastSquares(a, b);
        double allowed = bounds.solution(theirs, b, a.precision()) + bounds.solution(theirs, b, Precision.DOUBLE);
        Agreement.assertNear(theirs, x, allowed, context(peer, a, of) + ": X");
        return true;
    }

    /** The threshold of {@link dev.lanewise.engine.qr.DoublePivotedQr#rank()}. */
    private static double threshold(PeerMatrix a, Precision precision) {
        return Math.max(10, Math.max(a.rows(), a.columns())) * 2 * precision.unitRoundoff();
    }

    /**
     * Whether the bounds hold; if so, fails unless pivots are those of EJML, or the first other one may be another, and R
     * is within the bounds as far as pivots are the same. (ojAlgo has no such factorisation.)
     */
    static boolean pivotedFactorsAgree(PeerMatrix a, int[] columns, PeerMatrix r, String of) {
        Ejml.PivotedQr theirs = EJML.pivotedQr(a, threshold(a, Precision.DOUBLE));
        int k = r.rows(), same = 0;
        while (same < k && columns[same] == theirs.columns()[same]) {
            same++;
        }
        String context = context(EJML, a, of);
        // After k pivots in common the other columns may stand in different orders.
        int common = same == k ? a.columns() : same;
        int[] places = new int[common];
        for (int j = 0; j < common; j++) {
            places[j] = placeOf(theirs.columns()[j], columns);
        }
        PeerMatrix leading = a.columnsInOrder(theirs.columns()).columns(0, common);
        QrBounds bounds = new QrBounds(EJML, leading);
        if (!bounds.hold(a.precision())) {
            return false;
        }
        PeerMatrix ours = r.columnsInOrder(places).firstRows(same),
                wanted = theirs.r().columns(0, common).firstRows(same);
        double allowed = bounds.r(a.precision()) + bounds.r(Precision.DOUBLE);
        Agreement.assertNear(wanted.rowsSignedBy(wanted), ours.rowsSignedBy(ours), allowed, context + ": R");
        if (same < k) {
            double ofOurs = left(theirs.r(), same, placeOf(columns[same], theirs.columns()));
            double ofTheirs = left(theirs.r(), same, same), longest = longestColumn(a);
            double slack = bounds.left(longest, a.precision()) + bounds.left(longest, Precision.DOUBLE);
            double least = ofTheirs * (1 - roundingOfNorms(a)) - 2 * slack;
            Agreement.assertNoLess(least, ofOurs, context + ": what is left of pivot " + same);
        }
        return true;
    }

    /** As {@link QrCheck#assertLargestFirst} says of norms that are brought down step by step. */
    private static double roundingOfNorms(PeerMatrix a) {
        return 1000 * Math.sqrt((double) a.rows() * a.columns()) * a.precision().unitRoundoff();
    }

    private static double longestColumn(PeerMatrix a) {
        double longest = 0;
        for (int j = 0; j < a.columns(); j++) {
            longest = Math.max(longest, a.columns(j, j + 1).norm());
        }
        return longest;
    }

    /** What is left of a column after some steps, by R. */
    private static double left(PeerMatrix r, int steps, int column) {
        double squares = 0;
        for (int i = steps; i < r.rows(); i++) {
            squares += r.at(i, column) * r.at(i, column);
        }
        return Math.sqrt(squares);
    }

    private static int placeOf(int column, int[] columns) {
        int place = 0;
        while (columns[place] != column) {
            place++;
        }
        return place;
    }

    /**
     * Whether the rank is beyond doubt; if so, fails unless a rank is what peers say, by singular values and, EJML, by
     * pivoting. The rank is that of the matrix before its columns were scaled, of which singular values are large or
     * nothing. What is left of the longest column before step r is no less than {@code s_r / sqrt(n - r + 1)}, since no
     * matrix of rank {@code r - 1} is nearer than {@code s_r} (G. H. Golub and C. F. Van Loan, Matrix Computations, 4th
     * ed., 2013, theorem 2.4.8), and the first column is no longer than {@code s_1}: that is to be ten times the threshold.
     */
    static boolean ranksAgree(Peer peer, PeerMatrix unscaled, PeerMatrix a, int rank, String of) {
        int exact = peer.rank(unscaled);
        double[] singular = peer.singularValues(a);
        if (exact > 0) {
            double least = singular[exact - 1] / Math.sqrt(a.columns() - exact + 1);
            if (least < 10 * threshold(a, a.precision()) * singular[0]) {
                return false;
            }
        }
        assertEquals(exact, rank, context(peer, a, of) + ": before scaling");
        assertEquals(peer.rank(a), rank, context(peer, a, of));
        int byPivoting = EJML.pivotedQr(a, threshold(a, Precision.DOUBLE)).rank();
        assertEquals(byPivoting, rank, context(EJML, a, of) + ": by pivoting");
        return true;
    }
}
