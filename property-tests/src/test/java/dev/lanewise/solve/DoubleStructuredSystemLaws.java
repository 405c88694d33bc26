package dev.lanewise.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleSelection;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.solve.DoubleConjugateGradients;
import dev.lanewise.structured.solve.DoubleGmres;
import dev.lanewise.structured.solve.DoubleIterativeSolver;
import dev.lanewise.structured.solve.DoubleLsmr;
import dev.lanewise.structured.solve.DoubleMinres;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.SolverOptions;
import dev.lanewise.structured.solve.SolverReport;
import dev.lanewise.structured.solve.StoppingReason;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the solvers are for: maps that are never written out, and have no direct solve. */
final class DoubleStructuredSystemLaws implements Seeds {
    private static final int N = 60;

    /**
     * A symmetric Toeplitz matrix of diagonals 2, -1 and a little more: a leading part of a circulant one of about twice the size,
     * whose eigenvalues are 2.01 - 2 cos(t).
     */
    private static DoubleLinearMap toeplitz(int n) {
        double[] column = new double[2 * n];
        column[0] = 2.01;
        column[1] = -1;
        column[2 * n - 1] = -1;
        int[] leading = new int[n];
        for (int i = 0; i < n; i++) {
            leading[i] = i;
        }
        DoubleLinearMap selection = DoubleSelection.of(2 * n, leading);
        return selection.times(DoubleCirculantMap.of(column)).times(selection.transposed());
    }

    private static DenseMatrix dense(DoubleLinearMap map) {
        return DenseMatrix.of(map.rows(), map.cols(), Numbers.of(map.toDense()));
    }

    /** Its map rounds as transforms do: some ten times the roundings of the circulant one, by its norm. */
    private static void assertSolved(
            DenseMatrix matrix, double norm, double[] b, DoubleSolution solution, String context) {
        assertEquals(StoppingReason.SOLVED, solution.reason(), context);
        Numbers x = Numbers.of(solution.x()), right = Numbers.of(b);
        var residual = SystemOracle.norm(SystemOracle.residual(matrix, x, right));
        var rounding = 100 * SystemOracle.ulp(right.precision());
        var most = (solution.report().tolerance() + rounding) * (norm * x.norm2() + right.norm2());
        assertTrue(residual <= most, context + ": " + residual + ", allowed " + most);
    }

    /** The map is a matrix of rank two off the circulant one, so that few eigenvalues of the preconditioned one are not 1. */
    @Property(tries = 3)
    void aToeplitzSystemIsSolvedByAllAndACirculantPreconditionerIsWorthIt(@ForAll("seeds") long seed) {
        DoubleLinearMap map = toeplitz(N);
        DenseMatrix dense = dense(map);
        double[] b = Inputs.gaussian(seed, new double[N]), column = new double[N];
        column[0] = 2.01;
        column[1] = -1;
        column[N - 1] = -1;
        // The inverse of the circulant matrix of the same diagonals (G. Strang, Stud. Appl. Math. 74, 1986) is
        // circulant.
        double[] unit = new double[N];
        unit[0] = 1;
        DoubleSolution first = DoubleGmres.of(
                        DoubleCirculantMap.of(column),
                        SolverOptions.DEFAULTS.restart(N).tolerance(0.000001))
                .solve(unit);
        DoubleLinearMap preconditioner = DoubleCirculantMap.of(first.x());
        SolverOptions options = SolverOptions.DEFAULTS;
        for (DoubleIterativeSolver solver : List.of(
                DoubleConjugateGradients.of(map, options),
                DoubleMinres.of(map, options),
                DoubleLsmr.of(map, options.mostIterations(10000)),
                DoubleGmres.of(map, options.restart(N)))) {
            assertSolved(dense, 4.01, b, solver.solve(b), solver.getClass().getSimpleName() + ", seed " + seed);
        }
        int plain = DoubleConjugateGradients.of(map, options).solve(b).iterations();
        for (DoubleIterativeSolver solver : List.of(
                DoubleConjugateGradients.of(map, preconditioner, options),
                DoubleMinres.of(map, preconditioner, options),
                DoubleLsmr.of(map, preconditioner, options),
                DoubleGmres.of(map, preconditioner, options))) {
            DoubleSolution solution = solver.solve(b);
            String context = solver.getClass().getSimpleName() + ", preconditioned, seed " + seed;
            assertSolved(dense, 4.01, b, solution, context);
            assertTrue(solution.iterations() <= 10 && plain > 20, context + ": " + solution + ", plain " + plain);
        }
    }

    @Example
    void dampingIsAStackedSystem() {
        DoubleLinearMap map = toeplitz(N),
                damped = DoubleStack.of(List.of(map, DoubleIdentity.of(N).times(3)));
        double[] b = Inputs.gaussian(7, new double[N]), longer = java.util.Arrays.copyOf(b, 2 * N);
        DoubleSolution solution = DoubleLsmr.of(damped, SolverOptions.DEFAULTS).solve(longer);
        assertEquals(StoppingReason.LEAST_SQUARES, solution.reason());
        DoubleLinearMap normal =
                map.transposed().times(map).plus(DoubleIdentity.of(N).times(9));
        DoubleSolution wanted =
                DoubleConjugateGradients.of(normal, SolverOptions.DEFAULTS).solve(map.applyTransposed(b));
        // Both are off by ||N^-1|| <= 1/9 times what they leave of the normal equations N x = A^T b, with ||A|| <=
        // 4.01, so that
        // ||N|| <= 26: the one tol (||N|| ||x|| + ||A^T b||) at most, the other tol ||(A, 3 I)|| ||r||, where ||r|| <=
        // ||b||.
        var tolerance = wanted.report().tolerance();
        var size = 26 * Numbers.of(wanted.x()).norm2()
                + (4.01 + 5.1) * Numbers.of(b).norm2();
        var most = 1.01 * tolerance * size / 9;
        assertTrue(Numbers.of(solution.x()).distance(Numbers.of(wanted.x())) <= most, solution + ", " + wanted);
    }

    /** Some need many iterations, some few, and some none, and each begins elsewhere. */
    @Property(tries = 3)
    void rightSidesThatEndAtDifferentTimesDoNotDisturbEachOther(@ForAll("seeds") long seed) {
        int n = 24, count = 4;
        DoubleLinearMap map = DoubleDiagonal.of(DoubleSystems.between(1, 50, n));
        SolverOptions options = SolverOptions.DEFAULTS;
        for (DoubleIterativeSolver solver : List.of(
                DoubleConjugateGradients.of(map, options),
                DoubleMinres.of(map, options),
                DoubleLsmr.of(map, options),
                DoubleGmres.of(map, options.restart(7)))) {
            double[] b = Inputs.gaussian(seed, new double[count * n]),
                    x = Inputs.gaussian(~seed, new double[count * n]);
            for (int i = 1; i < n; i++) {
                b[n + i] = 0;
                x[n + i] = 0;
                b[2 * n + i] *= i % 2;
                x[2 * n + i] *= i % 2;
            }
            double[][] wanted = new double[count][];
            int[] iterations = new int[count];
            for (int j = 0; j < count; j++) {
                DoubleSolution alone = solver.solve(part(b, j, n), part(x, j, n));
                wanted[j] = alone.x();
                iterations[j] = alone.iterations();
            }
            Layout rows = Layout.rows(0, count, n);
            List<SolverReport> reports = solver.improve(b, rows, x, rows, new Workspace(), Parallelism.threads(2));
            for (int j = 0; j < count; j++) {
                String context = solver.getClass().getSimpleName() + ", vector " + j + ", seed " + seed;
                Bits.assertSame(wanted[j], part(x, j, n), context);
                assertEquals(iterations[j], reports.get(j).iterations(), context);
            }
            assertTrue(iterations[1] == 1 && iterations[0] > 1 && iterations[2] > 1, "different times");
        }
    }

    private static double[] part(double[] x, int vector, int n) {
        return java.util.Arrays.copyOfRange(x, vector * n, (vector + 1) * n);
    }
}
