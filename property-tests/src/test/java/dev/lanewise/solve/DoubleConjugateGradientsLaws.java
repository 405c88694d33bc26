package dev.lanewise.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleZero;
import dev.lanewise.structured.solve.DoubleConjugateGradients;
import dev.lanewise.structured.solve.DoubleIterativeSolver;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.IndefiniteMapException;
import dev.lanewise.structured.solve.SolverOptions;
import dev.lanewise.structured.solve.SolverReport;
import dev.lanewise.structured.solve.StoppingReason;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DoubleConjugateGradientsLaws extends DoubleSolverLaws {
    @Override
    DoubleIterativeSolver solver(DoubleLinearMap map, SolverOptions options) {
        return DoubleConjugateGradients.of(map, options);
    }

    @Override
    DoubleIterativeSolver solver(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        return DoubleConjugateGradients.of(map, preconditioner, options);
    }

    @Override
    DoubleSystems.Matrix matrix(long seed) {
        return DoubleSystems.symmetric(seed, DoubleSystems.between(1, 20, N));
    }

    @Property(tries = TRIES)
    void asManyIterationsAsDistinctEigenvaluesAreEnough(@ForAll("seeds") long seed) {
        double[] eigenvalues = new double[N], signs = {1, 2, 7};
        for (int i = 0; i < N; i++) {
            eigenvalues[i] = signs[i % 3];
        }
        double[] b = Inputs.gaussian(seed, new double[N]);
        DoubleLinearMap map = DoubleSystems.symmetric(seed, eigenvalues).map();
        assertTrue(solver(map).solve(b).iterations() <= 3, context(seed));
        assertTrue(solver(DoubleDiagonal.of(eigenvalues)).solve(b).iterations() <= 3, context(seed));
    }

    /** It is least in each Krylov space, and these grow. */
    @Property(tries = TRIES)
    void theErrorInTheNormOfTheMapNeverGrowsAndKeepsItsBound(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = matrix(seed);
        double[] wanted = Inputs.gaussian(seed, new double[N]), b = a.map().apply(wanted);
        var root = Math.sqrt(largest());
        var rate = (root - 1) / (root + 1);
        Numbers solution = Numbers.of(wanted);
        var first = SystemOracle.energy(a.dense(), Numbers.of(new double[N]), solution);
        var before = first;
        var rounding = N * SystemOracle.ulp(Numbers.of(b).precision()) * first * largest();
        for (int k = 1; k <= 12; k++) {
            SolverOptions options = SolverOptions.DEFAULTS.mostIterations(k).returningLast();
            var now = SystemOracle.energy(
                    a.dense(), Numbers.of(solver(a.map(), options).solve(b).x()), solution);
            assertTrue(now <= before + rounding, context(seed) + ": " + now + " after " + before);
            var bound = 2 * Math.exp(k * Math.log(rate)) * first;
            assertTrue(now <= bound + rounding, context(seed) + ": " + now + ", allowed " + bound + " after " + k);
            before = now;
        }
    }

    /** The same reflections with the reciprocals between them. */
    @Property(tries = TRIES)
    void theInverseAsPreconditionerSolvesAtOnce(@ForAll("seeds") long seed) {
        double[] reciprocals = DoubleSystems.between(1, 20, N);
        for (int i = 0; i < N; i++) {
            reciprocals[i] = 1 / reciprocals[i];
        }
        DoubleLinearMap inverse = DoubleSystems.symmetric(seed, reciprocals).map();
        double[] b = Inputs.gaussian(seed, new double[N]);
        DoubleSolution solution =
                solver(matrix(seed).map(), inverse, SolverOptions.DEFAULTS).solve(b);
        assertTrue(solution.iterations() <= 2, context(seed) + ": " + solution);
        double[] uneven = DoubleSystems.between(1, 1000, N);
        DoubleLinearMap diagonal = DoubleDiagonal.of(uneven);
        assertEquals(
                1,
                solver(diagonal, diagonal.inverse(), SolverOptions.DEFAULTS)
                        .solve(b)
                        .iterations());
    }

    @Example
    void aMapThatIsNotPositiveDefiniteIsSaidToBeNone() {
        double[] b = {1, 1, 1};
        IndefiniteMapException e = assertThrows(IndefiniteMapException.class, () -> solver(DoubleDiagonal.of(1, 2, -4))
                .solve(b));
        assertTrue(!e.isPreconditioner() && e.value() == -1 && e.iteration() == 0 && e.rightSide() == 0);
        assertTrue(e.getMessage().contains("-1.0") && e.getMessage().contains("p^T A p"), e.getMessage());
        IndefiniteMapException zero = assertThrows(
                IndefiniteMapException.class, () -> solver(DoubleZero.of(3, 3)).solve(b));
        assertTrue(zero.value() == 0);
    }

    @Example
    void whatHappenedUntilThenIsTold() {
        double[] b = {1, 1, 1, 0.125};
        DoubleLinearMap map = DoubleDiagonal.of(8, 6, 3, -1);
        IndefiniteMapException e =
                assertThrows(IndefiniteMapException.class, () -> solver(map).solve(b));
        assertTrue(e.iteration() > 0 && !e.isPreconditioner(), e.getMessage());
        assertEquals(StoppingReason.INDEFINITE, e.report().reason());
        assertEquals(e.iteration(), e.report().iterations());
        SolverReport shorter = solver(
                        map,
                        SolverOptions.DEFAULTS.mostIterations(e.iteration()).returningLast())
                .solve(b)
                .report();
        Bits.assertSame(shorter.residuals(), e.report().residuals(), "residuals");
        Bits.assertSame(shorter.errors(), e.report().errors(), "errors");
    }

    @Example
    void aPreconditionerThatIsNotPositiveDefiniteIsSaidToBeNone() {
        double[] b = {1, 1, 1};
        DoubleLinearMap map = DoubleDiagonal.of(1, 2, 3);
        IndefiniteMapException e = assertThrows(
                IndefiniteMapException.class, () -> solver(map, DoubleDiagonal.of(1, 1, -3), SolverOptions.DEFAULTS)
                        .solve(b));
        assertTrue(e.isPreconditioner() && e.value() == -1 && e.iteration() == 0);
        assertTrue(e.getMessage().contains("preconditioner"), e.getMessage());
    }

    @Example
    void aSingularMapWithASolutionIsSolved() {
        DoubleSolution solution = solver(DoubleDiagonal.of(1, 0, 3)).solve(new double[] {2, 0, 6});
        assertEquals(2, solution.x()[0], 0.001);
        assertEquals(0, solution.x()[1]);
        assertEquals(2, solution.x()[2], 0.001);
    }

    @Example
    void mapsThatAreNotSquareAreRefused() {
        DoubleLinearMap tall = DoubleDenseMap.of(3, 2, new double[6]);
        Refusal.of(() -> solver(tall), "3 x 2", "square");
        Refusal.of(() -> solver(tall, tall, SolverOptions.DEFAULTS), "3 x 2", "square");
    }
}
