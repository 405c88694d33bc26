package dev.lanewise.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleZero;
import dev.lanewise.structured.solve.DoubleGmres;
import dev.lanewise.structured.solve.DoubleIterativeSolver;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.NotConvergedException;
import dev.lanewise.structured.solve.SolverOptions;
import dev.lanewise.structured.solve.StoppingReason;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DoubleGmresLaws extends DoubleSolverLaws {
    @Override
    DoubleIterativeSolver solver(DoubleLinearMap map, SolverOptions options) {
        return DoubleGmres.of(map, options);
    }

    @Override
    DoubleIterativeSolver solver(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        return DoubleGmres.of(map, preconditioner, options);
    }

    @Override
    DoubleSystems.Matrix matrix(long seed) {
        return DoubleSystems.general(seed, N, N, DoubleSystems.between(1, 20, N));
    }

    /** Eight iterations between restarts make progress where the symmetric part of the map is positive. */
    private static DoubleSystems.Matrix nearDiagonal(long seed) {
        double[] entries = Inputs.gaussian(seed, new double[N * N]);
        for (int i = 0; i < N * N; i++) {
            entries[i] = entries[i] / (4 * N) + (i % (N + 1) == 0 ? 1 + i / N : 0);
        }
        return DoubleSystems.Matrix.of(N, N, entries);
    }

    @Property(tries = TRIES)
    void residualsNeverGrowWithAndWithoutRestarts(@ForAll("seeds") long seed) {
        double[] b = Inputs.gaussian(seed, new double[N]);
        DoubleSystems.Matrix a = nearDiagonal(seed);
        for (int restart : new int[] {8, 50}) {
            DoubleSolution solution =
                    solver(a.map(), SolverOptions.DEFAULTS.restart(restart)).solve(b);
            var residuals = solution.report().residuals();
            var slack = 4 * N * SystemOracle.ulp(Numbers.of(b).precision()) * residuals[0];
            SystemOracle.assertDoNotGrow(residuals, slack, context(seed));
            SystemOracle.assertSolved(
                    a.dense(), N + 2, Numbers.of(solution.x()), Numbers.of(b), solution.report(), context(seed));
            assertTrue(restart == 8 || solution.iterations() <= N, context(seed));
        }
    }

    @Property(tries = TRIES)
    void asManyIterationsAsDistinctEigenvaluesAreEnough(@ForAll("seeds") long seed) {
        double[] eigenvalues = new double[N], some = {1, -2, 7};
        for (int i = 0; i < N; i++) {
            eigenvalues[i] = some[i % 3];
        }
        double[] b = Inputs.gaussian(seed, new double[N]);
        assertTrue(solver(DoubleDiagonal.of(eigenvalues)).solve(b).iterations() <= 3, context(seed));
        assertEquals(1, solver(DoubleIdentity.of(N)).solve(b).iterations(), context(seed));
    }

    /** The end of the space is happy: then all digits are there. */
    @Property(tries = TRIES)
    void theEndOfTheKrylovSpaceHasASolution(@ForAll("seeds") long seed) {
        double[] eigenvalues = new double[N];
        for (int i = 0; i < N; i++) {
            eigenvalues[i] = i % 2 == 0 ? 2 : -4;
        }
        DoubleSystems.Matrix a = DoubleSystems.symmetric(seed, eigenvalues);
        double[] b = Inputs.gaussian(seed, new double[N]);
        DoubleSolution solution = solver(
                        a.map(), SolverOptions.DEFAULTS.tolerance(0.000001).mapNorm(4))
                .solve(b);
        assertEquals(2, solution.iterations(), context(seed));
        SystemOracle.assertSolved(
                a.dense(), 4, Numbers.of(solution.x()), Numbers.of(b), solution.report(), context(seed));
    }

    /** Every step of a cyclic shift leaves the residual as it is, but for the last, and a restart forgets them all. */
    @Example
    void aRestartThatStandsStillIsStagnation() {
        double[] column = new double[8], b = new double[8];
        column[1] = 1;
        b[0] = 1;
        DoubleLinearMap shift = DoubleCirculantMap.of(column);
        assertEquals(8, solver(shift).solve(b).iterations());
        NotConvergedException e =
                assertThrows(NotConvergedException.class, () -> solver(shift, SolverOptions.DEFAULTS.restart(5))
                        .solve(b));
        assertEquals(StoppingReason.STAGNATED, e.report().reason());
        assertEquals(5, e.report().iterations());
    }

    @Example
    void singularMapsWithoutASolutionBreakDownAndWithOneAreSolved() {
        NotConvergedException zero = assertThrows(
                NotConvergedException.class, () -> solver(DoubleZero.of(2, 2)).solve(new double[] {1, 2}));
        assertEquals(StoppingReason.BREAKDOWN, zero.report().reason());
        DoubleLinearMap nilpotent = DoubleDenseMap.of(2, 2, new double[] {0, 1, 0, 0});
        assertEquals(
                StoppingReason.BREAKDOWN,
                solver(nilpotent, SolverOptions.DEFAULTS.returningLast())
                        .solve(new double[] {1, 0})
                        .reason());
        DoubleSolution solution = solver(DoubleDiagonal.of(3, 0, 1)).solve(new double[] {3, 0, 2});
        assertEquals(1, solution.x()[0], 0.001);
        assertEquals(0, solution.x()[1]);
        assertEquals(2, solution.x()[2], 0.001);
    }

    @Property(tries = TRIES)
    void theInverseAsPreconditionerSolvesInOneStep(@ForAll("seeds") long seed) {
        double[] b = Inputs.gaussian(seed, new double[N]), entries = DoubleSystems.between(1, 1000, N);
        DoubleLinearMap map = DoubleDiagonal.of(entries);
        assertEquals(
                1, solver(map, map.inverse(), SolverOptions.DEFAULTS).solve(b).iterations(), context(seed));
    }

    /** A few iterations of another solver, more of them each time. */
    @Property(tries = TRIES)
    void anotherSolverMayBeThePreconditioner(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = matrix(seed);
        DoubleIterativeSolver outer = DoubleGmres.flexible(
                a.map(),
                (rightSide, iteration, v, vOffset, z, zOffset, workspace) -> {
                    SolverOptions few = SolverOptions.DEFAULTS.mostIterations(3 + iteration % 4);
                    DoubleGmres.of(a.map(), few.returningLast())
                            .solve(
                                    v,
                                    Layout.contiguous(vOffset),
                                    z,
                                    Layout.contiguous(zOffset),
                                    workspace,
                                    Parallelism.NONE);
                },
                SolverOptions.DEFAULTS);
        double[] b = Inputs.gaussian(seed, new double[N]);
        DoubleSolution solution = outer.solve(b);
        SystemOracle.assertSolved(
                a.dense(), largest(), Numbers.of(solution.x()), Numbers.of(b), solution.report(), context(seed));
        assertEquals("flexible GMRES", solution.report().method());
        double[] both = new double[2 * N], x = new double[2 * N];
        System.arraycopy(b, 0, both, N, N);
        both[3] = 1;
        Layout rows = Layout.rows(0, 2, N);
        outer.solve(both, rows, x, rows, new Workspace(), Parallelism.NONE);
        Bits.assertSame(solution.x(), java.util.Arrays.copyOfRange(x, N, 2 * N), context(seed));
    }

    @Property(tries = TRIES)
    void aMapAsFlexiblePreconditionerHasTheBitsOfTheMap(@ForAll("seeds") long seed) {
        DoubleLinearMap map = matrix(seed).map(), preconditioner = DoubleDenseMap.of(N, N, nearlyIdentity(seed));
        double[] b = Inputs.gaussian(seed, new double[N]);
        DoubleIterativeSolver flexible = DoubleGmres.flexible(
                map,
                (rightSide, iteration, v, vOffset, z, zOffset, workspace) -> preconditioner.apply(
                        v, Layout.contiguous(vOffset), z, Layout.contiguous(zOffset), workspace, Parallelism.NONE),
                SolverOptions.DEFAULTS);
        Bits.assertSame(
                solver(map, preconditioner, SolverOptions.DEFAULTS).solve(b).x(),
                flexible.solve(b).x(),
                context(seed));
    }

    @Example
    void whatDoesNotFitTheMethodIsRefused() {
        DoubleLinearMap tall = DoubleDenseMap.of(3, 2, new double[6]);
        Refusal.of(() -> solver(tall), "3 x 2", "square", "LSMR");
        Refusal.ofNull(
                "preconditioner",
                () -> DoubleGmres.flexible(tall.transposed().times(tall), null, SolverOptions.DEFAULTS));
    }
}
