package dev.lanewise.cholesky;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.Precision;
import dev.lanewise.peer.Agreement;
import dev.lanewise.peer.CholeskyBounds;
import dev.lanewise.peer.Peer;
import dev.lanewise.peer.PeerMatrix;

/** Whether L and X are what peers say, within {@link CholeskyBounds} of ours and of theirs, which is in double. */
final class CholeskyPeerCheck {
    private CholeskyPeerCheck() {}

    static void assertAgrees(PeerMatrix a, PeerMatrix l, PeerMatrix b, PeerMatrix x, String of) {
        for (Peer peer : Peer.ALL) {
            String context = peer.name() + ", n = " + a.rows() + ", " + of;
            PeerMatrix factor = peer.cholesky(a), solution = peer.solvePositive(a, b);
            CholeskyBounds bounds = new CholeskyBounds(peer, a, factor);
            assertTrue(bounds.hold(a.precision()), context + ": too ill conditioned");
            double ofL = bounds.l(a.precision()) + bounds.l(Precision.DOUBLE);
            Agreement.assertNear(factor, l, ofL, context + ": L");
            double ofX = bounds.solution(x, a.precision()) + bounds.solution(solution, Precision.DOUBLE);
            Agreement.assertNear(solution, x, ofX, context + ": X");
        }
    }
}
