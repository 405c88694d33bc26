package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.peer.Peer;
import dev.lanewise.peer.PeerMatrix;
import dev.lanewise.peer.WellConditioned;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A second opinion on R and on thin Q, up to the signs of rows and of columns, and on least squares. */
final class DoubleQrPeerLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private DoubleQr factorized(int m, int n, double[] a) {
        DoubleQr qr = new DoubleQr(m, n);
        qr.factorize(a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
        return qr;
    }

    @Property(tries = 60)
    void factorsAreThoseOfPeersButForSigns(
            @ForAll @IntRange(min = 1, max = 50) int m,
            @ForAll @IntRange(min = 1, max = 50) int n,
            @ForAll("seeds") long seed) {
        Assume.that(factorsAgree(m, n, Inputs.gaussian(seed, new double[m * n]), "seed " + seed));
    }

    @Example
    void theyAreOfALargeMatrix() {
        assertTrue(factorsAgree(256, 256, WellConditioned.of(256, 1).toDoubles(), "shifted"), "the bounds hold");
    }

    private boolean factorsAgree(int m, int n, double[] a, String context) {
        int k = Math.min(m, n);
        double[] q = new double[m * k], r = new double[k * n];
        DoubleQr qr = factorized(m, n, a);
        qr.copyQ(q, MatrixLayout.of(m, k), workspace, Parallelism.NONE);
        qr.copyR(r, MatrixLayout.of(k, n));
        PeerMatrix matrix = PeerMatrix.of(m, n, a), ofQ = PeerMatrix.of(m, k, q), ofR = PeerMatrix.of(k, n, r);
        boolean all = true;
        for (Peer peer : Peer.ALL) {
            all &= QrPeerCheck.factorsAgree(peer, matrix, ofQ, ofR, context);
        }
        return all;
    }

    @Property(tries = 60)
    void solutionsOfLeastSquaresAreThoseOfPeers(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(max = 30) int more,
            @ForAll @IntRange(min = 1, max = 10) int columns,
            @ForAll("seeds") long seed) {
        int m = n + more;
        Assume.that(solutionAgrees(m, n, columns, Inputs.gaussian(seed, new double[m * n]), "seed " + seed));
    }

    @Example
    void theyAreOfALargeSystem() {
        assertTrue(solutionAgrees(256, 256, 3, WellConditioned.of(256, 1).toDoubles(), "shifted"), "the bounds hold");
    }

    private boolean solutionAgrees(int m, int n, int columns, double[] a, String context) {
        double[] b = Inputs.gaussian(2, new double[m * columns]), x = new double[n * columns];
        MatrixLayout ofX = MatrixLayout.of(n, columns);
        factorized(m, n, a).solve(b, MatrixLayout.of(m, columns), x, ofX, workspace, Parallelism.NONE);
        PeerMatrix matrix = PeerMatrix.of(m, n, a), sides = PeerMatrix.of(m, columns, b);
        boolean all = true;
        for (Peer peer : Peer.ALL) {
            all &= QrPeerCheck.solutionAgrees(peer, matrix, sides, PeerMatrix.of(n, columns, x), context);
        }
        return all;
    }
}
