package dev.lanewise.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleZero;
import dev.lanewise.structured.solve.DoubleIterativeSolver;
import dev.lanewise.structured.solve.DoubleMinres;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.IndefiniteMapException;
import dev.lanewise.structured.solve.SolverOptions;
import dev.lanewise.structured.solve.StoppingReason;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DoubleMinresLaws extends DoubleSolverLaws {
    @Override
    DoubleIterativeSolver solver(DoubleLinearMap map, SolverOptions options) {
        return DoubleMinres.of(map, options);
    }

    @Override
    DoubleIterativeSolver solver(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        return DoubleMinres.of(map, preconditioner, options);
    }

    /** Of both signs. */
    @Override
    DoubleSystems.Matrix matrix(long seed) {
        double[] eigenvalues = DoubleSystems.between(1, 20, N);
        for (int i = 1; i < N; i += 3) {
            eigenvalues[i] = -eigenvalues[i];
        }
        return DoubleSystems.symmetric(seed, eigenvalues);
    }

    @Property(tries = TRIES)
    void residualsNeverGrow(@ForAll("seeds") long seed) {
        double[] b = Inputs.gaussian(seed, new double[N]);
        DoubleSolution solution = solver(matrix(seed).map()).solve(b);
        var slack = 4 * N * SystemOracle.ulp(Numbers.of(b).precision());
        var residuals = solution.report().residuals();
        SystemOracle.assertDoNotGrow(residuals, slack * residuals[0], context(seed));
    }

    @Property(tries = TRIES)
    void asManyIterationsAsDistinctEigenvaluesAreEnough(@ForAll("seeds") long seed) {
        double[] eigenvalues = new double[N], some = {-1, 2, 7};
        for (int i = 0; i < N; i++) {
            eigenvalues[i] = some[i % 3];
        }
        double[] b = Inputs.gaussian(seed, new double[N]);
        assertTrue(
                solver(DoubleSystems.symmetric(seed, eigenvalues).map())
                                .solve(b)
                                .iterations()
                        <= 3,
                context(seed));
        assertTrue(solver(DoubleDiagonal.of(eigenvalues)).solve(b).iterations() <= 3, context(seed));
    }

    /** Then the eigenvalues are 1 and -1. */
    @Example
    void theInverseOfTheMagnitudesAsPreconditionerSolvesInTwoSteps() {
        double[] eigenvalues = DoubleSystems.between(-10, 9.5, 40), magnitudes = eigenvalues.clone();
        for (int i = 0; i < 40; i++) {
            magnitudes[i] = 1 / Math.abs(eigenvalues[i] == 0 ? 1 : eigenvalues[i]);
            eigenvalues[i] = eigenvalues[i] == 0 ? 1 : eigenvalues[i];
        }
        double[] b = Inputs.gaussian(1, new double[40]);
        DoubleSolution solution = solver(
                        DoubleDiagonal.of(eigenvalues), DoubleDiagonal.of(magnitudes), SolverOptions.DEFAULTS)
                .solve(b);
        assertTrue(solution.iterations() <= 2, "" + solution);
        assertEquals(StoppingReason.SOLVED, solution.reason());
    }

    @Property(tries = TRIES)
    void aSingularMapWithASolutionIsSolved(@ForAll("seeds") long seed) {
        double[] eigenvalues = DoubleSystems.between(-9.5, 10.5, N);
        eigenvalues[9] = 0;
        DoubleSystems.Matrix a = DoubleSystems.symmetric(seed, eigenvalues);
        double[] b = a.map().apply(Inputs.gaussian(seed, new double[N]));
        DoubleSolution solution = solver(a.map()).solve(b);
        SystemOracle.assertSolved(
                a.dense(), 10.5, Numbers.of(solution.x()), Numbers.of(b), solution.report(), context(seed));
    }

    /** The least residual is the part of b in the null space. */
    @Property(tries = TRIES)
    void aSingularMapWithoutASolutionGivesALeastSquaresSolution(@ForAll("seeds") long seed) {
        double[] eigenvalues = DoubleSystems.between(-9.5, 10.5, N);
        eigenvalues[3] = 0;
        double[] b = Inputs.gaussian(seed, new double[N]);
        b[3] = 2;
        DoubleSolution solution = solver(DoubleDiagonal.of(eigenvalues)).solve(b);
        assertEquals(StoppingReason.LEAST_SQUARES, solution.reason(), context(seed));
        var tolerance = solution.report().tolerance();
        double gradient = 0, residual = 0;
        for (int i = 0; i < N; i++) {
            double r = b[i] - eigenvalues[i] * solution.x()[i];
            residual += r * r;
            gradient += eigenvalues[i] * r * (eigenvalues[i] * r);
        }
        assertTrue(
                gradient <= 1.01 * 11 * tolerance * 11 * tolerance * residual,
                context(seed) + ": " + gradient + " of " + residual);
        assertEquals(2, solution.report().residual(), 0.01, context(seed));
    }

    @Example
    void aMapOfZeroHasALeastSquaresSolutionOfZero() {
        DoubleSolution solution = solver(DoubleZero.of(3, 3)).solve(new double[] {1, 2, 3});
        assertEquals(StoppingReason.LEAST_SQUARES, solution.reason());
        assertEquals(0, Numbers.of(solution.x()).norm2());
    }

    @Example
    void aPreconditionerThatIsNotPositiveDefiniteIsSaidToBeNone() {
        double[] b = {1, 1, 1};
        DoubleLinearMap map = DoubleDiagonal.of(1, 2, 3);
        IndefiniteMapException e = assertThrows(
                IndefiniteMapException.class, () -> solver(map, DoubleDiagonal.of(1, 1, -3), SolverOptions.DEFAULTS)
                        .solve(b));
        assertTrue(e.isPreconditioner() && e.value() == -1 && e.iteration() == 0);
        assertEquals(1, e.report().residuals().length);
    }

    @Example
    void mapsThatAreNotSquareAreRefused() {
        Refusal.of(() -> solver(DoubleDenseMap.of(3, 2, new double[6])), "3 x 2", "square");
    }
}
