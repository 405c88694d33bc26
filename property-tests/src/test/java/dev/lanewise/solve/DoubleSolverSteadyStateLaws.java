package dev.lanewise.solve;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.solve.DoubleConjugateGradients;
import dev.lanewise.structured.solve.DoubleFlexiblePreconditioner;
import dev.lanewise.structured.solve.DoubleGmres;
import dev.lanewise.structured.solve.DoubleIterativeSolver;
import dev.lanewise.structured.solve.DoubleLsmr;
import dev.lanewise.structured.solve.DoubleMinres;
import dev.lanewise.structured.solve.SolverOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept, solving again makes reports alone: no vectors, however long they are. */
final class DoubleSolverSteadyStateLaws {
    private static final int N = 20000;
    private static final int ITERATIONS = 12;
    private static final int RIGHT_SIDES = 2;

    /**
     * What a right side may take for its objects, its histories of three numbers an iteration and the copies of them, and three
     * rotations of 40 bytes an iteration; a vector of floats would be 80000 bytes.
     */
    private static final int BYTES = 8000 + ITERATIONS * (3 * 3 * 8 + 3 * 40);

    private static void assertMakesNoVectors(DoubleIterativeSolver solver) {
        Workspace workspace = new Workspace();
        Layout rows = Layout.rows(0, RIGHT_SIDES, N);
        double[] b = Inputs.gaussian(1, new double[RIGHT_SIDES * N]), x = new double[RIGHT_SIDES * N];
        Allocation.assertAtMost(
                RIGHT_SIDES * BYTES,
                solver.getClass().getSimpleName(),
                () -> solver.solve(b, rows, x, rows, workspace, Parallelism.NONE));
    }

    @Test
    void solversMakeNoVectors() {
        DoubleLinearMap map = DoubleDiagonal.of(DoubleSystems.between(1, 1000, N));
        DoubleLinearMap preconditioner = DoubleDiagonal.of(DoubleSystems.between(2, 1, N));
        DoubleFlexiblePreconditioner flexible = (rightSide, iteration, v, vOffset, z, zOffset, workspace) -> {
            for (int i = 0; i < N; i++) {
                z[zOffset + i] = v[vOffset + i] * (iteration + 1);
            }
        };
        SolverOptions options =
                SolverOptions.DEFAULTS.mostIterations(ITERATIONS).restart(5).returningLast();
        for (DoubleIterativeSolver solver : List.of(
                DoubleConjugateGradients.of(map, options),
                DoubleConjugateGradients.of(map, preconditioner, options),
                DoubleMinres.of(map, options),
                DoubleMinres.of(map, preconditioner, options),
                DoubleLsmr.of(map, options),
                DoubleLsmr.of(map, preconditioner, options),
                DoubleGmres.of(map, options),
                DoubleGmres.of(map, preconditioner, options),
                DoubleGmres.flexible(map, flexible, options))) {
            assertMakesNoVectors(solver);
        }
    }
}
