package dev.lanewise.leastsquares;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.oracle.Precision;
import dev.lanewise.peer.Agreement;
import dev.lanewise.peer.LeastSquaresBounds;
import dev.lanewise.peer.Peer;
import dev.lanewise.peer.PeerMatrix;

/** Whether solutions are what peers say by singular values, within {@link LeastSquaresBounds} of ours and of theirs. */
final class LeastSquaresPeerCheck {
    private LeastSquaresPeerCheck() {}

    /** Whether the bounds of a matrix of that rank hold: without, the numerical rank is another. */
    static boolean holds(Peer peer, PeerMatrix a, int rank) {
        return new LeastSquaresBounds(peer, a, rank).hold(a.precision());
    }

    /** Fails unless the rank is that of a peer, and X within the bounds. */
    static void assertAgrees(Peer peer, PeerMatrix a, int rank, PeerMatrix b, PeerMatrix x, String of) {
        String context = peer.name() + ", " + a.rows() + " x " + a.columns() + " of rank " + rank + ", " + of;
        assertEquals(peer.rank(a), rank, context);
        LeastSquaresBounds bounds = new LeastSquaresBounds(peer, a, rank);
        PeerMatrix theirs = peer.shortest(a, b);
        double allowed = bounds.solution(theirs, b, a.precision()) + bounds.solution(theirs, b, Precision.DOUBLE);
        Agreement.assertNear(theirs, x, allowed, context);
    }
}
