package dev.lanewise.cholesky;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.cholesky.DoubleCholesky;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.peer.PeerMatrix;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A second opinion on the factor and on solutions. */
final class DoubleCholeskyPeerLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    @Property(tries = 60)
    void factorsAndSolutionsAreThoseOfPeers(
            @ForAll @IntRange(min = 1, max = 50) int n,
            @ForAll @IntRange(min = 1, max = 10) int columns,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle) {
        assertAgrees(n, columns, PositiveMatrix.of(n, seed, 1).toDoubles(), triangle, "seed " + seed);
    }

    @Example
    void theyAreOfALargeMatrix() {
        assertAgrees(256, 3, PositiveMatrix.of(256, 1, 256).toDoubles(), Triangle.LOWER, "shifted");
    }

    private void assertAgrees(int n, int columns, double[] a, Triangle triangle, String context) {
        double[] b = Inputs.gaussian(2, new double[n * columns]), x = new double[n * columns], l = new double[n * n];
        MatrixLayout square = MatrixLayout.of(n, n), sides = MatrixLayout.of(n, columns);
        DoubleCholesky cholesky = new DoubleCholesky(n);
        cholesky.factorize(a, square, triangle, workspace, Parallelism.NONE);
        cholesky.copyL(l, square);
        cholesky.solve(b, sides, x, sides, workspace, Parallelism.NONE);
        CholeskyPeerCheck.assertAgrees(
                PeerMatrix.of(n, n, a),
                PeerMatrix.of(n, n, l),
                PeerMatrix.of(n, columns, b),
                PeerMatrix.of(n, columns, x),
                context);
    }
}
