package dev.lanewise.jacobi;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.engine.jacobi.JacobiOrder;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.SingularValueOracle;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Small singular values have as many digits as large ones: of {@code D_1 B D_2} each is off by {@code c u} times the condition of B, c
 * = 10, whatever is in D_1 and D_2 (Z. Drmac and K. Veselic, New fast and accurate Jacobi SVD algorithm I, SIAM J. Matrix Anal. Appl.
 * 29(4), 2008, section 3).
 */
final class DoubleSvdAccuracyLaws implements Seeds {
    private final Workspace workspace = new Workspace();

    private Numbers values(int m, int n, double[] a, JacobiOrder order) {
        DoubleSvd svd = new DoubleSvd(m, n);
        svd.factorize(a, MatrixLayout.of(m, n), order, workspace, Parallelism.NONE);
        return Numbers.of(svd.singularValues());
    }

    private void check(int m, int n, double[] a, JacobiOrder order, String context) {
        SingularValueOracle oracle = SingularValueOracle.of(m, n, Numbers.of(a));
        SpectralCheck.assertRelativelyNear(oracle, values(m, n, a, order), ScaledMatrix.CONDITION, context);
        double[] t = new double[m * n];
        for (int i = 0; i < m * n; i++) {
            t[i % n * m + i / n] = a[i];
        }
        SpectralCheck.assertRelativelyNear(oracle, values(n, m, t, order), ScaledMatrix.CONDITION, context + ", A^T");
    }

    @Property(tries = 40)
    void smallSingularValuesOfScaledColumnsAreAccurate(
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll @IntRange(max = 3) int more,
            @ForAll("seeds") long seed,
            @ForAll boolean random) {
        double[] a = ScaledMatrix.fill(n + more, n, false, true, seed, new double[(n + more) * n]);
        check(n + more, n, a, random ? JacobiOrder.random(seed) : JacobiOrder.IN_TURN, "seed " + seed);
    }

    @Property(tries = 40)
    void smallSingularValuesOfScaledRowsAreAccurate(
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll @IntRange(max = 3) int more,
            @ForAll("seeds") long seed) {
        double[] a = ScaledMatrix.fill(n + more, n, true, false, seed, new double[(n + more) * n]);
        check(n + more, n, a, JacobiOrder.IN_TURN, "seed " + seed);
    }

    @Property(tries = 40)
    void smallSingularValuesOfScaledRowsAndColumnsAreAccurate(
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll @IntRange(max = 3) int more,
            @ForAll("seeds") long seed) {
        double[] a = ScaledMatrix.fill(n + more, n, true, true, seed, new double[(n + more) * n]);
        check(n + more, n, a, JacobiOrder.IN_TURN, "seed " + seed);
    }

    /** More than a block of rows, so that blocks meet. */
    @Example
    void theyAreInSeveralBlocks() {
        int n = 20;
        double[] a = ScaledMatrix.fill(n, n, false, true, 1, new double[n * n]);
        check(n, n, a, JacobiOrder.IN_TURN, "20 x 20");
    }
}
