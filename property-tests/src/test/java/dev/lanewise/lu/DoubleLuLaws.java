package dev.lanewise.lu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.lu.DoubleLu;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ProductOracle;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** {@code P A = L U} within the rigorous bound, for any matrix; solutions, the inverse, the determinant. */
final class DoubleLuLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private DoubleLu factorized(int m, int n, double[] a) {
        DoubleLu lu = new DoubleLu(m, n);
        lu.factorize(a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
        return lu;
    }

    private static double[] l(DoubleLu lu, int m, int k) {
        double[] l = Bits.guard(new double[m * k]);
        lu.copyL(l, MatrixLayout.of(m, k));
        return l;
    }

    private static double[] u(DoubleLu lu, int k, int n) {
        double[] u = Bits.guard(new double[k * n]);
        lu.copyU(u, MatrixLayout.of(k, n));
        return u;
    }

    /**
     * The error is at most {@code g(k) |L| |U|} in whatever order terms are summed (N. J. Higham, Accuracy and Stability of
     * Numerical Algorithms, 2nd ed., theorem 9.3); sums in steps of products round a few times more.
     */
    @Property(tries = 150)
    void theProductOfTheFactorsIsTheMatrixWithItsRowsExchanged(
            @ForAll @IntRange(max = 90) int m,
            @ForAll @IntRange(max = 90) int n,
            @ForAll("seeds") long seed,
            @ForAll boolean singular) {
        double[] a = Inputs.uneven(seed, new double[m * n]);
        if (singular) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j += 3) {
                    a[i * n + j] = i % 2;
                }
            }
        }
        double[] before = a.clone(), exchanged = new double[m * n];
        DoubleLu lu = factorized(m, n, a);
        Bits.assertSame(before, a, "A");
        int k = Math.min(m, n);
        int[] rows = lu.rows();
        boolean[] seen = new boolean[m];
        for (int i = 0; i < m; i++) {
            assertTrue(!seen[rows[i]], "row " + rows[i] + " stands twice");
            seen[rows[i]] = true;
            System.arraycopy(a, rows[i] * n, exchanged, i * n, n);
        }
        double[] l = l(lu, m, k), u = u(lu, k, n);
        for (double element : l) {
            assertTrue(Math.abs(element) <= 1, "L holds " + element);
        }
        Numbers wanted = Numbers.of(exchanged);
        ProductOracle.assertProduct(
                k + 10, m, n, k, 1, Numbers.of(l), Numbers.of(u), 0, wanted, wanted, "seed " + seed);
    }

    /** The residual is at most {@code g(3 n) |L| |U| |x|} in the row that L's was exchanged for; refined, a few u. */
    @Property(tries = 80)
    void solutionsSolveAndRefinedOnesDoElementByElement(
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(max = 40) int columns,
            @ForAll("seeds") long seed,
            @ForAll boolean transposed) {
        double[] a = Inputs.gaussian(seed, new double[n * n]), b = Inputs.gaussian(seed + 1, new double[n * columns]);
        DoubleLu lu = factorized(n, n, a);
        MatrixLayout ofB = MatrixLayout.of(n, columns),
                ofX = MatrixLayout.of(columns, n).transposed();
        double[] x = Bits.guard(new double[n * columns]);
        if (transposed) {
            lu.solveTransposed(b, ofB, x, ofX, workspace, Parallelism.NONE);
        } else {
            lu.solve(b, ofB, x, ofX, workspace, Parallelism.NONE);
        }
        Numbers l = Numbers.of(l(lu, n, n)), u = Numbers.of(u(lu, n, n)), solution = Numbers.of(x);
        SolutionCheck check = new SolutionCheck(n, Numbers.of(a), l, u, lu.rows(), transposed);
        for (int j = 0; j < columns; j++) {
            check.assertSolves(Numbers.of(b), j, columns, solution, j * n, "seed " + seed);
        }
        if (!transposed) {
            double error = lu.refine(a, MatrixLayout.of(n, n), b, ofB, x, ofX, workspace);
            SolutionCheck.assertRefined(n, Numbers.of(error), "seed " + seed);
        }
    }

    @Property(tries = 60)
    void theInverseTimesTheMatrixIsTheIdentity(@ForAll @IntRange(max = 60) int n, @ForAll("seeds") long seed) {
        double[] a = Inputs.gaussian(seed, new double[n * n]),
                x = Bits.guard(new double[n * n]),
                identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] += 3 * n; // well conditioned
            identity[i * n + i] = 1;
        }
        factorized(n, n, a).invert(x, MatrixLayout.of(n, n), workspace, Parallelism.NONE);
        Numbers wanted = Numbers.of(identity);
        // ||A X - I|| <= g(3 n) || |L| |U| |X| ||; of a matrix like this L and U are near the identity and A.
        ProductOracle.assertProduct(
                20 * n + 20, n, n, n, 1, Numbers.of(a), Numbers.of(x), 0, wanted, wanted, "seed " + seed);
    }

    @Example
    void theDeterminantOfIntegersIsExact() {
        double[] a = {2, -1, 3, 4, 0, 5, -2, 7, 1};
        Determinant determinant = factorized(3, 3, a).determinant();
        SolutionCheck.assertNear(28, determinant.value(), Numbers.of(a));
        assertEquals(1, determinant.sign());
        assertEquals(
                0, factorized(2, 2, new double[] {1, 2, 2, 4}).determinant().sign());
        assertEquals(Determinant.ONE, factorized(0, 0, new double[0]).determinant());
    }

    /** Far beyond what a number can be: {@code det(s I) = s^n}. */
    @Example
    void aDeterminantBeyondAllNumbersHasItsLogarithm() {
        int n = 300;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + (i + 1) % n] = -1024; // a cycle of 300 is odd, and so are not 300 signs
        }
        Determinant determinant = factorized(n, n, a).determinant();
        assertEquals(-1, determinant.sign());
        assertEquals(10L * n, determinant.exponent());
        assertEquals(10 * n * Math.log(2), determinant.logarithm(), 1e-6);
        assertEquals(Double.NEGATIVE_INFINITY, determinant.value());
    }

    /** An estimate never says worse than it is, and seldom much better. */
    @Property(tries = 60)
    void theConditionIsEstimated(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll("seeds") long seed) {
        double[] a = Inputs.gaussian(seed, new double[n * n]), x = new double[n * n];
        MatrixLayout square = MatrixLayout.of(n, n);
        DoubleLu lu = factorized(n, n, a);
        lu.invert(x, square, workspace, Parallelism.NONE);
        SolutionCheck.assertEstimate(
                n,
                Numbers.of(a),
                Numbers.of(x),
                Numbers.of(lu.reciprocalCondition(a, square, workspace)),
                "seed " + seed);
    }

    @Property(tries = 60)
    void theBitsDependOnTheMatrixAlone(
            @ForAll @IntRange(max = 100) int m,
            @ForAll @IntRange(max = 100) int n,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(min = 1, max = 3) int threads) {
        double[] a = Inputs.uneven(seed, new double[m * n]);
        DoubleLu lu = factorized(m, n, a);
        int k = Math.min(m, n);
        double[] l = l(lu, m, k), u = u(lu, k, n);
        for (MatrixLayout layout : List.of(
                MatrixLayout.rowMajor(4, m, n, n + 5),
                MatrixLayout.rowMajor(2, n, m, m + 1).transposed(),
                new MatrixLayout(1, m, n, 3 * n + 1, 2))) {
            double[] placed = Bits.guard(new double[(int) layout.end() + 1]);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    placed[layout.index(i, j)] = a[i * n + j];
                }
            }
            lu.factorize(placed, layout, workspace, Parallelism.threads(threads));
            Bits.assertSame(l, l(lu, m, k), "L of " + layout + ", seed " + seed);
            Bits.assertSame(u, u(lu, k, n), "U of " + layout + ", seed " + seed);
        }
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int n = 130;
        double[] a = Inputs.gaussian(1, new double[n * n]), u = u(factorized(n, n, a), n, n);
        EveryParallelism.run((parallelism, context) -> {
            DoubleLu lu = new DoubleLu(n, n);
            lu.factorize(a, MatrixLayout.of(n, n), new Workspace(), parallelism);
            Bits.assertSame(u, u(lu, n, n), context);
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        for (int n : new int[] {3, 20, 70}) {
            double[] a = Inputs.gaussian(1, new double[n * n]), x = new double[n * n];
            DoubleLu lu = new DoubleLu(n, n);
            MatrixLayout layout = MatrixLayout.of(n, n);
            Allocation.assertNone("factorize " + n, () -> lu.factorize(a, layout, workspace, Parallelism.NONE));
            Allocation.assertNone("solve " + n, () -> lu.solve(a, layout, x, layout, workspace, Parallelism.NONE));
            Allocation.assertNone("invert " + n, () -> lu.invert(x, layout, workspace, Parallelism.NONE));
        }
    }
}
