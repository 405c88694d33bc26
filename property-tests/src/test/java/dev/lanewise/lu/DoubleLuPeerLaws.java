package dev.lanewise.lu;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.lu.DoubleLu;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.peer.Peer;
import dev.lanewise.peer.PeerMatrix;
import dev.lanewise.peer.WellConditioned;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A second opinion on pivots and factors, solutions, inverses and determinants. */
final class DoubleLuPeerLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private DoubleLu factorized(int m, int n, double[] a) {
        DoubleLu lu = new DoubleLu(m, n);
        lu.factorize(a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
        return lu;
    }

    private static double[] gaussian(int n) {
        return Inputs.gaussian(1, new double[n * n]);
    }

    private static int largeGaussian() {
        return LuPeerCheck.largeGaussian(Numbers.of(new double[0]).precision());
    }

    @Property(tries = 60)
    void pivotsAndFactorsAreThoseOfPeers(
            @ForAll @IntRange(min = 1, max = 40) int m,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll("seeds") long seed) {
        Assume.that(factorsAgree(m, n, Inputs.gaussian(seed, new double[m * n]), "seed " + seed));
    }

    @Example
    void theyAreOfLargeMatrices() {
        int n = largeGaussian();
        assertTrue(factorsAgree(n, n, gaussian(n), "Gaussian"), "the bounds hold");
        assertTrue(factorsAgree(256, 256, WellConditioned.of(256, 1).toDoubles(), "shifted"), "the bounds hold");
    }

    private boolean factorsAgree(int m, int n, double[] a, String context) {
        int k = Math.min(m, n);
        double[] l = new double[m * k], u = new double[k * n];
        DoubleLu lu = factorized(m, n, a);
        lu.copyL(l, MatrixLayout.of(m, k));
        lu.copyU(u, MatrixLayout.of(k, n));
        PeerMatrix matrix = PeerMatrix.of(m, n, a), ofL = PeerMatrix.of(m, k, l), ofU = PeerMatrix.of(k, n, u);
        boolean all = true;
        for (Peer peer : Peer.ALL) {
            all &= LuPeerCheck.factorsAgree(peer, matrix, lu.rows(), ofL, ofU, context);
        }
        return all;
    }

    @Property(tries = 60)
    void solutionsAreThoseOfPeers(
            @ForAll @IntRange(min = 1, max = 50) int n,
            @ForAll @IntRange(min = 1, max = 10) int columns,
            @ForAll("seeds") long seed,
            @ForAll boolean transposed) {
        assertSolution(n, columns, Inputs.gaussian(seed, new double[n * n]), transposed, "seed " + seed);
    }

    @Example
    void theyAreOfLargeSystems() {
        assertSolution(largeGaussian(), 3, gaussian(largeGaussian()), false, "Gaussian");
        assertSolution(256, 3, WellConditioned.of(256, 1).toDoubles(), true, "shifted");
    }

    private void assertSolution(int n, int columns, double[] a, boolean transposed, String context) {
        double[] b = Inputs.gaussian(2, new double[n * columns]), x = new double[n * columns];
        MatrixLayout sides = MatrixLayout.of(n, columns);
        if (transposed) {
            factorized(n, n, a).solveTransposed(b, sides, x, sides, workspace, Parallelism.NONE);
        } else {
            factorized(n, n, a).solve(b, sides, x, sides, workspace, Parallelism.NONE);
        }
        PeerMatrix ofB = PeerMatrix.of(n, columns, b), ofX = PeerMatrix.of(n, columns, x);
        LuPeerCheck.assertSolution(PeerMatrix.of(n, n, a), transposed, ofB, ofX, context);
    }

    @Property(tries = 60)
    void inversesAreThoseOfPeers(@ForAll @IntRange(min = 1, max = 50) int n, @ForAll("seeds") long seed) {
        assertInverse(n, Inputs.gaussian(seed, new double[n * n]), "seed " + seed);
    }

    @Example
    void theyAreOfALargeMatrix() {
        assertInverse(256, WellConditioned.of(256, 1).toDoubles(), "shifted");
    }

    private void assertInverse(int n, double[] a, String context) {
        double[] x = new double[n * n];
        factorized(n, n, a).invert(x, MatrixLayout.of(n, n), workspace, Parallelism.NONE);
        LuPeerCheck.assertInverse(PeerMatrix.of(n, n, a), PeerMatrix.of(n, n, x), context);
    }

    @Property(tries = 60)
    void determinantsAreThoseOfPeers(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll("seeds") long seed) {
        Assume.that(determinantAgrees(n, Inputs.gaussian(seed, new double[n * n]), "seed " + seed));
    }

    @Example
    void thatOfALargeMatrixIs() {
        assertTrue(determinantAgrees(largeGaussian(), gaussian(largeGaussian()), "Gaussian"), "the bounds hold");
    }

    private boolean determinantAgrees(int n, double[] a, String context) {
        PeerMatrix matrix = PeerMatrix.of(n, n, a);
        boolean all = true;
        for (Peer peer : Peer.ALL) {
            all &= LuPeerCheck.determinantAgrees(
                    peer, matrix, factorized(n, n, a).determinant(), context);
        }
        return all;
    }
}
