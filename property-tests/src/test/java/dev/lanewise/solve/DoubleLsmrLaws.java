package dev.lanewise.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleZero;
import dev.lanewise.structured.solve.DoubleIterativeSolver;
import dev.lanewise.structured.solve.DoubleLsmr;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.SolverOptions;
import dev.lanewise.structured.solve.StoppingReason;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DoubleLsmrLaws extends DoubleSolverLaws {
    private static final int FEW = 9;

    @Override
    DoubleIterativeSolver solver(DoubleLinearMap map, SolverOptions options) {
        return DoubleLsmr.of(map, options);
    }

    @Override
    DoubleIterativeSolver solver(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        return DoubleLsmr.of(map, preconditioner, options);
    }

    @Override
    DoubleSystems.Matrix matrix(long seed) {
        return DoubleSystems.general(seed, N, N, DoubleSystems.between(1, 20, N));
    }

    private static DoubleSystems.Matrix tall(long seed) {
        return DoubleSystems.general(seed, N, FEW, DoubleSystems.between(1, 5, FEW));
    }

    /** Fails unless {@code ||A^T r||} is as small as the second rule wants it; ||A|| is 5. */
    private static void assertLeastSquares(
            DoubleSystems.Matrix a, double[] b, DoubleSolution solution, String context) {
        assertEquals(StoppingReason.LEAST_SQUARES, solution.reason(), context);
        Numbers x = Numbers.of(solution.x()), right = Numbers.of(b);
        var residual = SystemOracle.residual(a.dense(), x, right);
        var gradient = SystemOracle.norm(SystemOracle.image(a.dense().transposed(), residual));
        var size = SystemOracle.norm(residual);
        var rounding = 2 * 5 * SystemOracle.residualRounding(a.dense(), x, right);
        assertTrue(
                gradient <= 1.001 * solution.report().tolerance() * 5 * size + rounding,
                context + ": " + gradient + " of " + size);
        assertTrue(Math.abs(size - solution.report().residual()) <= rounding, context);
    }

    @Property(tries = TRIES)
    void tallSystemsHaveLeastSquaresSolutions(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = tall(seed);
        double[] b = Inputs.gaussian(seed, new double[N]);
        assertLeastSquares(a, b, solver(a.map()).solve(b), context(seed));
        double[] start = Inputs.gaussian(~seed, new double[FEW]);
        assertLeastSquares(a, b, solver(a.map()).solve(b, start), context(seed) + ", from a guess");
    }

    @Property(tries = TRIES)
    void tallSystemsWithASolutionAreSolved(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = tall(seed);
        double[] b = a.map().apply(Inputs.gaussian(seed, new double[FEW]));
        DoubleSolution solution = solver(a.map()).solve(b);
        SystemOracle.assertSolved(
                a.dense(), 5, Numbers.of(solution.x()), Numbers.of(b), solution.report(), context(seed));
    }

    /** The shortest is in the range of A^T: it is the image of what it was made of. */
    @Property(tries = TRIES)
    void wideSystemsHaveTheirShortestSolution(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = DoubleSystems.general(seed, FEW, N, DoubleSystems.between(1, 5, FEW));
        double[] wanted = a.map().applyTransposed(Inputs.gaussian(seed, new double[FEW]));
        double[] b = a.map().apply(wanted);
        DoubleSolution solution = solver(a.map()).solve(b);
        Numbers x = Numbers.of(solution.x()), y = Numbers.of(wanted), right = Numbers.of(b);
        SystemOracle.assertSolved(a.dense(), 5, x, right, solution.report(), context(seed));
        // With the least singular value 1, but for rounding; that of x out of the range is N roundings of it.
        var residual = SystemOracle.norm(SystemOracle.residual(a.dense(), x, right));
        var rounding = 4 * SystemOracle.residualRounding(a.dense(), y, right);
        assertTrue(x.distance(y) <= 1.001 * residual + rounding, context(seed) + ": " + x.distance(y));
    }

    @Property(tries = TRIES)
    void matricesOfLessThanFullRankHaveLeastSquaresSolutions(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = DoubleSystems.general(seed, N, FEW, 5, 4, 3, 1);
        double[] b = Inputs.gaussian(seed, new double[N]);
        DoubleSolution solution = solver(a.map()).solve(b);
        assertLeastSquares(a, b, solution, context(seed));
        assertTrue(solution.iterations() <= 6, context(seed) + ": four singular values, " + solution);
    }

    @Property(tries = TRIES)
    void gradientsNeverGrow(@ForAll("seeds") long seed) {
        double[] b = Inputs.gaussian(seed, new double[N]);
        for (DoubleSystems.Matrix a : new DoubleSystems.Matrix[] {tall(seed), matrix(seed)}) {
            DoubleSolution solution = solver(a.map()).solve(b);
            var gradients = solution.report().gradients();
            assertEquals(solution.iterations() + 1, gradients.length);
            SystemOracle.assertDoNotGrow(gradients, 0, context(seed));
            // The residual of the recurrence is that of the solution.
            var residuals = solution.report().residuals();
            var rounding = 8 * SystemOracle.residualRounding(a.dense(), Numbers.of(solution.x()), Numbers.of(b));
            assertEquals(solution.report().residual(), residuals[residuals.length - 1], rounding, context(seed));
        }
    }

    @Property(tries = TRIES)
    void asManyIterationsAsDistinctSingularValuesAreEnough(@ForAll("seeds") long seed) {
        double[] values = new double[N], some = {1, 2, 7};
        for (int i = 0; i < N; i++) {
            values[i] = some[i % 3];
        }
        double[] b = Inputs.gaussian(seed, new double[N]);
        assertTrue(solver(DoubleDiagonal.of(values)).solve(b).iterations() <= 3, context(seed));
    }

    @Property(tries = TRIES)
    void preconditionersKeepLeastSquaresSolutions(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = tall(seed);
        double[] b = Inputs.gaussian(seed, new double[N]), scales = DoubleSystems.between(1, 3, FEW);
        DoubleSolution solution = solver(a.map(), DoubleDiagonal.of(scales), SolverOptions.DEFAULTS)
                .solve(b);
        assertEquals(StoppingReason.LEAST_SQUARES, solution.reason());
        DoubleSolution plain = solver(a.map()).solve(b);
        // Each is off by ||A^+|| ||(A^+)^T A^T r|| at most, and P^T A^T r is three times A^T r at most, ||A P|| 15.
        var most = solution.report().tolerance() * (15 + 5) * plain.report().residual() * 1.01;
        var rounding = 32 * SystemOracle.residualRounding(a.dense(), Numbers.of(plain.x()), Numbers.of(b));
        var distance = Numbers.of(plain.x()).distance(Numbers.of(solution.x()));
        assertTrue(distance <= most + rounding, context(seed) + ": " + distance + ", allowed " + most);
    }

    @Example
    void aMapOfZeroHasTheSolutionZero() {
        DoubleSolution solution = solver(DoubleZero.of(3, 2)).solve(new double[] {1, 2, 3});
        assertEquals(StoppingReason.LEAST_SQUARES, solution.reason());
        assertEquals(0, solution.iterations());
        assertEquals(0, Numbers.of(solution.x()).norm2());
        DoubleLinearMap empty = DoubleDenseMap.of(3, 0, new double[0]);
        assertEquals(0, solver(empty).solve(new double[] {1, 2, 3}).x().length);
        assertEquals(
                StoppingReason.LEAST_SQUARES,
                solver(empty).solve(new double[] {1, 2, 3}).reason());
        DoubleLinearMap wide = DoubleDenseMap.of(0, 3, new double[0]);
        assertEquals(3, solver(wide).solve(new double[0]).x().length);
    }

    @Example
    void preconditionersThatDoNotFitAreRefused() {
        DoubleLinearMap tall = DoubleDenseMap.of(3, 2, new double[6]);
        Refusal.of(() -> solver(tall, DoubleDiagonal.of(1, 1, 1), SolverOptions.DEFAULTS), "3 x 3", "2 x 2");
    }
}
