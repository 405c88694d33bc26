package dev.lanewise.cholesky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.cholesky.DoubleCholesky;
import dev.lanewise.engine.matmul.DoubleSymmetricProduct;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.foundation.Refusal;
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

/** {@code A = L L^T} within the rigorous bound, from either triangle; and what is not positive definite is told. */
final class DoubleCholeskyLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    /** {@code G G^T + I}, both triangles. */
    private double[] positive(int n, long seed) {
        double[] g = Inputs.gaussian(seed, new double[n * n]), a = new double[n * n];
        MatrixLayout square = MatrixLayout.of(n, n);
        DoubleSymmetricProduct.multiply(1, g, square, 0, a, square, Triangle.LOWER, workspace, Parallelism.NONE);
        for (int i = 0; i < n; i++) {
            a[i * n + i] += 1;
            for (int j = 0; j < i; j++) {
                a[j * n + i] = a[i * n + j];
            }
        }
        return a;
    }

    private DoubleCholesky factorized(int n, double[] a) {
        DoubleCholesky cholesky = new DoubleCholesky(n);
        cholesky.factorize(a, MatrixLayout.of(n, n), Triangle.LOWER, workspace, Parallelism.NONE);
        return cholesky;
    }

    private static double[] l(int n, DoubleCholesky cholesky) {
        double[] l = Bits.guard(new double[n * n]);
        cholesky.copyL(l, MatrixLayout.of(n, n));
        return l;
    }

    private static double[] transposed(int n, double[] a) {
        double[] t = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                t[j * n + i] = a[i * n + j];
            }
        }
        return t;
    }

    /** The error is at most {@code g(n + 1) |L| |L|^T} (Higham, theorem 10.3); sums in steps round a few times more. */
    @Property(tries = 100)
    void theProductOfTheFactorsIsTheMatrix(
            @ForAll @IntRange(max = 100) int n, @ForAll("seeds") long seed, @ForAll Triangle triangle) {
        double[] a = positive(n, seed), before = a.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (triangle == Triangle.LOWER ? j > i : j < i) {
                    a[i * n + j] = Double.NaN; // whoever reads it gives himself away
                }
            }
        }
        DoubleCholesky cholesky = new DoubleCholesky(n);
        cholesky.factorize(a, MatrixLayout.of(n, n), triangle, workspace, Parallelism.NONE);
        double[] l = l(n, cholesky);
        for (int i = 0; i < n; i++) {
            assertTrue(l[i * n + i] > 0, "diagonal");
            for (int j = i + 1; j < n; j++) {
                assertEquals(0, l[i * n + j], "above the diagonal");
            }
        }
        Numbers wanted = Numbers.of(before);
        ProductOracle.assertProduct(
                n + 10, n, n, n, 1, Numbers.of(l), Numbers.of(transposed(n, l)), 0, wanted, wanted, "seed " + seed);
    }

    @Property(tries = 60)
    void solutionsSolveAndTheInverseIsSymmetric(
            @ForAll @IntRange(max = 60) int n, @ForAll @IntRange(max = 20) int columns, @ForAll("seeds") long seed) {
        double[] a = positive(n, seed), b = Inputs.gaussian(seed + 1, new double[n * columns]);
        for (int i = 0; i < n; i++) {
            a[i * n + i] += 10 * n; // well conditioned, so that residuals are small beside A X
        }
        double[] x = Bits.guard(new double[n * columns]), inverse = Bits.guard(new double[n * n]);
        DoubleCholesky cholesky = factorized(n, a);
        MatrixLayout ofX = MatrixLayout.of(n, columns);
        cholesky.solve(b, ofX, x, ofX, workspace, Parallelism.NONE);
        Numbers wanted = Numbers.of(b), matrix = Numbers.of(a);
        ProductOracle.assertProduct(
                20 * n + 20, n, columns, n, 1, matrix, Numbers.of(x), 0, wanted, wanted, "seed " + seed);
        cholesky.invert(inverse, MatrixLayout.of(n, n), workspace, Parallelism.NONE);
        Bits.assertSame(inverse, transposed(n, inverse), "the inverse");
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        Numbers one = Numbers.of(identity);
        ProductOracle.assertProduct(20 * n + 20, n, n, n, 1, matrix, Numbers.of(inverse), 0, one, one, "inverse");
        if (n > 0) {
            double reciprocal = cholesky.reciprocalCondition(a, MatrixLayout.of(n, n), workspace);
            assertTrue(reciprocal > 0 && reciprocal <= 1.001, "1 / condition: " + reciprocal);
        }
    }

    /** The leading blocks are positive definite up to the pivot that is not. */
    @Property(tries = 60)
    void whatIsNotPositiveDefiniteIsToldWithThePivot(
            @ForAll @IntRange(min = 1, max = 80) int n,
            @ForAll @IntRange(max = 79) int which,
            @ForAll("seeds") long seed,
            @ForAll boolean zero) {
        int bad = which % n;
        double[] a = positive(n, seed);
        for (int j = 0; j < n && zero; j++) {
            a[bad * n + j] = 0;
            a[j * n + bad] = 0;
        }
        if (!zero) {
            a[bad * n + bad] = -1;
        }
        DoubleCholesky cholesky = factorized(n, positive(n, seed));
        NotPositiveDefiniteException e = assertThrows(
                NotPositiveDefiniteException.class,
                () -> cholesky.factorize(a, MatrixLayout.of(n, n), Triangle.LOWER, workspace, Parallelism.NONE));
        assertEquals(bad, e.index(), e.getMessage());
        assertTrue(e.getMessage().contains("pivot " + bad), e.getMessage());
        assertThrows(IllegalStateException.class, () -> l(n, cholesky), "what failed holds no factor");
    }

    @Example
    void theDeterminantIsThatOfTheFactorsTwice() {
        double[] a = {4, 2, 2, 5};
        assertEquals(16, factorized(2, a).determinant().value(), 1e-5);
        assertEquals(Math.log(16), factorized(2, a).determinant().logarithm(), 1e-5);
    }

    @Example
    void threadsAndLayoutsChangeNoBit() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int n = 130;
        double[] a = positive(n, 1), l = l(n, factorized(n, a));
        MatrixLayout strided = new MatrixLayout(3, n, n, 2 * n + 2, 2);
        double[] placed = Bits.guard(new double[(int) strided.end()]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                placed[strided.index(i, j)] = a[i * n + j];
            }
        }
        EveryParallelism.run((parallelism, context) -> {
            DoubleCholesky cholesky = new DoubleCholesky(n);
            cholesky.factorize(placed, strided, Triangle.UPPER, new Workspace(), parallelism);
            Bits.assertSame(l, l(n, cholesky), context);
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        for (int n : new int[] {3, 20, 70}) {
            double[] a = positive(n, 1), x = new double[n * n];
            DoubleCholesky cholesky = new DoubleCholesky(n);
            MatrixLayout layout = MatrixLayout.of(n, n);
            Allocation.assertNone(
                    "factorize " + n, () -> cholesky.factorize(a, layout, Triangle.UPPER, workspace, Parallelism.NONE));
            Allocation.assertNone(
                    "solve " + n, () -> cholesky.solve(a, layout, x, layout, workspace, Parallelism.NONE));
        }
    }

    @Example
    void whatDoesNotFitIsRefused() {
        double[] a = positive(3, 1), b = a.clone();
        MatrixLayout square = MatrixLayout.of(3, 3);
        DoubleCholesky cholesky = new DoubleCholesky(3);
        assertThrows(IllegalStateException.class, () -> cholesky.solve(a, square, b, square));
        Refusal.of(() -> new DoubleCholesky(-1), "-1");
        Refusal.of(() -> cholesky.factorize(a, MatrixLayout.of(3, 2), Triangle.LOWER), "A", "3 x 2", "3 x 3");
        Refusal.of(() -> cholesky.factorize(new double[8], square, Triangle.LOWER), "A", "length 8");
        double[] infinite = a.clone();
        infinite[3] = Double.POSITIVE_INFINITY;
        Refusal.of(() -> cholesky.factorize(infinite, square, Triangle.LOWER), "A", "Infinity", "(1, 0)");
        cholesky.factorize(infinite, square, Triangle.UPPER);
        Refusal.ofNull("triangle", () -> cholesky.factorize(a, square, null));
        cholesky.factorize(a, square, Triangle.LOWER);
        Refusal.of(() -> cholesky.solve(a, MatrixLayout.of(2, 3), b, square), "2 x 3", "3 x c");
        Refusal.of(() -> cholesky.solve(b, square, b, square), "X overlaps B");
        Refusal.of(() -> cholesky.copyL(b, MatrixLayout.of(2, 3)), "L", "2 x 3");
        Bits.assertSame(a, b, "after refusals");
    }
}
