package dev.lanewise.leastsquares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.DoubleLeastSquares;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.peer.Peer;
import dev.lanewise.peer.PeerMatrix;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A second opinion, by singular values, on solutions and on shortest ones. */
final class DoubleLeastSquaresPeerLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    @Property(tries = 60)
    void theOnlySolutionIsThatOfPeers(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(max = 30) int more,
            @ForAll @IntRange(min = 1, max = 10) int columns,
            @ForAll("seeds") long seed) {
        int m = n + more;
        double[] a = Inputs.gaussian(seed, new double[m * n]);
        Assume.that(agrees(true, m, n, n, columns, a, "seed " + seed));
    }

    @Property(tries = 60)
    void theShortestSolutionIsThatOfPeersWhateverTheRank(
            @ForAll @IntRange(min = 1, max = 30) int rank,
            @ForAll @IntRange(max = 30) int moreRows,
            @ForAll @IntRange(max = 30) int moreColumns,
            @ForAll @IntRange(min = 1, max = 10) int columns,
            @ForAll("seeds") long seed) {
        int m = rank + moreRows, n = rank + moreColumns;
        double[] a = LowRankMatrix.of(m, rank, n, seed).product().toDoubles();
        Assume.that(agrees(false, m, n, rank, columns, a, "seed " + seed));
    }

    @Property(tries = 60)
    void itIsOfWideMatricesOfFullRank(
            @ForAll @IntRange(min = 1, max = 40) int m,
            @ForAll @IntRange(min = 1, max = 30) int more,
            @ForAll @IntRange(min = 1, max = 10) int columns,
            @ForAll("seeds") long seed) {
        int n = m + more;
        Assume.that(agrees(false, m, n, m, columns, Inputs.gaussian(seed, new double[m * n]), "seed " + seed));
    }

    @Example
    void itIsOfALargeMatrix() {
        double[] a = LowRankMatrix.of(256, 100, 256, 1).product().toDoubles();
        assertTrue(agrees(false, 256, 256, 100, 3, a, "integers"), "the bounds hold");
    }

    private boolean agrees(boolean only, int m, int n, int rank, int columns, double[] a, String context) {
        PeerMatrix matrix = PeerMatrix.of(m, n, a);
        for (Peer peer : Peer.ALL) {
            if (!LeastSquaresPeerCheck.holds(peer, matrix, rank)) {
                return false;
            }
        }
        double[] b = Inputs.gaussian(2, new double[m * columns]), x = new double[n * columns];
        MatrixLayout ofA = MatrixLayout.of(m, n), ofB = MatrixLayout.of(m, columns), ofX = MatrixLayout.of(n, columns);
        if (only) {
            DoubleLeastSquares.solve(a, ofA, b, ofB, x, ofX, workspace, Parallelism.NONE);
        } else {
            int numerical = DoubleLeastSquares.solveShortest(a, ofA, b, ofB, x, ofX, workspace, Parallelism.NONE);
            assertEquals(rank, numerical, context);
        }
        PeerMatrix sides = PeerMatrix.of(m, columns, b), ours = PeerMatrix.of(n, columns, x);
        for (Peer peer : Peer.ALL) {
            LeastSquaresPeerCheck.assertAgrees(peer, matrix, rank, sides, ours, context);
        }
        return true;
    }
}
