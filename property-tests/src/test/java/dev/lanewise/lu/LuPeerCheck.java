package dev.lanewise.lu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Determinant;
import dev.lanewise.oracle.Precision;
import dev.lanewise.peer.Agreement;
import dev.lanewise.peer.LuBounds;
import dev.lanewise.peer.Peer;
import dev.lanewise.peer.PeerMatrix;

/** Whether what elimination gives is what peers say, within {@link LuBounds} of ours and of theirs, which is in double. */
final class LuPeerCheck {
    private LuPeerCheck() {}

    /** The order of a matrix of normal numbers for whose factors the bounds hold: their condition grows with it. */
    static int largeGaussian(Precision precision) {
        return precision == Precision.DOUBLE ? 256 : 32;
    }

    /** Whether the bounds hold; if so, fails unless pivots are the same, or may be others, and factors are within the bounds. */
    static boolean factorsAgree(Peer peer, PeerMatrix a, int[] rows, PeerMatrix l, PeerMatrix u, String of) {
        Peer.Lu theirs = peer.lu(a);
        LuBounds bounds = new LuBounds(peer, a, theirs);
        if (!bounds.hold(a.precision())) {
            return false;
        }
        String context = peer.name() + ", " + a.rows() + " x " + a.columns() + ", " + of;
        double ofL = bounds.l(a.precision()) + bounds.l(Precision.DOUBLE);
        double ofU = bounds.u(a.precision()) + bounds.u(Precision.DOUBLE);
        int same = 0;
        while (same < l.columns() && rows[same] == theirs.rows()[same]) {
            same++;
        }
        if (same < l.columns()) {
            // Theirs is the largest element, 1 in L; ours is one that rounding may have made as large.
            double size = Math.abs(theirs.l().at(placeOf(rows[same], theirs.rows()), same));
            Agreement.assertNoLess(1 - ofL, size, context + ": pivot " + same);
            return false;
        }
        // Below the k-th row they may stand in different orders.
        int[] places = new int[a.rows()];
        for (int i = 0; i < a.rows(); i++) {
            places[i] = placeOf(theirs.rows()[i], rows);
        }
        PeerMatrix inTheirOrder = l.transposed().columnsInOrder(places).transposed();
        Agreement.assertNear(theirs.l(), inTheirOrder, ofL, context + ": L");
        Agreement.assertNear(theirs.u(), u, ofU, context + ": U");
        return true;
    }

    private static int placeOf(int row, int[] rows) {
        int place = 0;
        while (rows[place] != row) {
            place++;
        }
        return place;
    }

    /** Fails unless X solves {@code A X = B}, or {@code A^T X = B}, as peers do. */
    static void assertSolution(PeerMatrix a, boolean transposed, PeerMatrix b, PeerMatrix x, String of) {
        PeerMatrix matrix = transposed ? a.transposed() : a;
        for (Peer peer : Peer.ALL) {
            // Our solution is by the factors of A, theirs by those of its transpose.
            LuBounds ofOurs = new LuBounds(peer, a, peer.lu(a));
            LuBounds ofTheirs = transposed ? new LuBounds(peer, matrix, peer.lu(matrix)) : ofOurs;
            PeerMatrix theirs = peer.solve(matrix, b);
            double allowed = ofOurs.solution(x, a.precision()) + ofTheirs.solution(theirs, Precision.DOUBLE);
            Agreement.assertNear(theirs, x, allowed, peer.name() + ", n = " + a.rows() + ", " + of + ": X");
        }
    }

    /** Fails unless X is the inverse of A as peers have it. */
    static void assertInverse(PeerMatrix a, PeerMatrix x, String of) {
        for (Peer peer : Peer.ALL) {
            LuBounds bounds = new LuBounds(peer, a, peer.lu(a));
            PeerMatrix theirs = peer.inverse(a);
            double allowed = bounds.solution(x, a.precision()) + bounds.solution(theirs, Precision.DOUBLE);
            Agreement.assertNear(theirs, x, allowed, peer.name() + ", n = " + a.rows() + ", " + of + ": inverse");
        }
    }

    /** Whether the bounds hold; if so, fails unless signs are the same and logarithms within the bounds. */
    static boolean determinantAgrees(Peer peer, PeerMatrix a, Determinant ours, String of) {
        LuBounds bounds = new LuBounds(peer, a, peer.lu(a));
        double allowed = bounds.determinant(a.precision()) + bounds.determinant(Precision.DOUBLE);
        if (allowed > 1) {
            return false;
        }
        String context = peer.name() + ", n = " + a.rows() + ", " + of;
        double theirs = peer.determinant(a), logarithm = Math.log(Math.abs(theirs));
        assertTrue(Math.abs(theirs) > 0 && Math.abs(logarithm) < 700, context + ": a number has room for it");
        assertEquals(Math.signum(theirs), ours.sign(), context + ": sign");
        // Logarithms, and the products that ours is the sum of, are rounded.
        double rounded = 8 * Precision.DOUBLE.unitRoundoff() * (1 + Math.abs(logarithm));
        assertEquals(logarithm, ours.logarithm(), allowed + rounded, context + ": logarithm of the determinant");
        return true;
    }
}
