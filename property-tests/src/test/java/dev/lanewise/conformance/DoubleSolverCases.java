package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.solve.DoubleConjugateGradients;
import dev.lanewise.structured.solve.DoubleFlexiblePreconditioner;
import dev.lanewise.structured.solve.DoubleGmres;
import dev.lanewise.structured.solve.DoubleIterativeSolver;
import dev.lanewise.structured.solve.DoubleLsmr;
import dev.lanewise.structured.solve.DoubleMinres;
import dev.lanewise.structured.solve.SolverOptions;
import dev.lanewise.structured.solve.SolverReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Iterative solvers with and without a preconditioner, on some right sides at once: solutions and histories. */
final class DoubleSolverCases {
    private static final int COUNT = 3;

    private DoubleSolverCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (int n : new int[] {5, 96}) {
            solvers(n)
                    .forEach((name, solver) -> cases.accept(new ConformanceCase(
                            "solve/double/" + name + "/n=" + n,
                            (digest, parallelism) -> solve(solver, digest, parallelism))));
        }
    }

    private static Map<String, DoubleIterativeSolver> solvers(int n) {
        double[] column = new double[n], scales = Inputs.doubles(n, n);
        column[0] = 3;
        column[1] = -1;
        column[n - 1] = -1;
        for (int i = 0; i < n; i++) {
            scales[i] = 1 / (3 + scales[i] * scales[i]);
        }
        DoubleLinearMap definite = DoubleCirculantMap.of(column), preconditioner = DoubleDiagonal.of(scales);
        DoubleLinearMap indefinite = definite.minus(DoubleIdentity.of(n).times(2.25));
        DoubleLinearMap dense =
                DoubleDenseMap.of(n, n, Inputs.doubles(n * n, 7)).plus(definite.times(n));
        DoubleLinearMap tall = DoubleDenseMap.of(n, n / 2, Inputs.doubles(n * (n / 2), 9));
        SolverOptions options =
                SolverOptions.DEFAULTS.mostIterations(40).restart(15).returningLast();
        Map<String, DoubleIterativeSolver> solvers = new LinkedHashMap<>();
        solvers.put("conjugate-gradients", DoubleConjugateGradients.of(definite, options));
        solvers.put(
                "conjugate-gradients/preconditioned", DoubleConjugateGradients.of(definite, preconditioner, options));
        solvers.put("minres", DoubleMinres.of(indefinite, options));
        solvers.put("minres/preconditioned", DoubleMinres.of(indefinite, preconditioner, options));
        solvers.put("lsmr", DoubleLsmr.of(tall, options));
        solvers.put("lsmr/preconditioned", DoubleLsmr.of(dense, preconditioner, options));
        solvers.put("gmres", DoubleGmres.of(dense, options));
        solvers.put("gmres/preconditioned", DoubleGmres.of(dense, preconditioner, options));
        solvers.put("gmres/flexible", DoubleGmres.flexible(dense, everyOther(preconditioner), options));
        return solvers;
    }

    /** Another one in every other step. */
    private static DoubleFlexiblePreconditioner everyOther(DoubleLinearMap preconditioner) {
        return (rightSide, iteration, v, vOffset, z, zOffset, workspace) -> {
            if (iteration % 2 == 0) {
                System.arraycopy(v, vOffset, z, zOffset, preconditioner.cols());
            } else {
                Layout from = Layout.contiguous(vOffset), to = Layout.contiguous(zOffset);
                preconditioner.apply(v, from, z, to, workspace, Parallelism.NONE);
            }
        };
    }

    private static void solve(DoubleIterativeSolver solver, Digest digest, Parallelism parallelism) {
        int rows = solver.map().rows(), cols = solver.map().cols();
        double[] b = Inputs.doubles(COUNT * rows, 3), x = new double[COUNT * cols];
        List<SolverReport> reports = solver.solve(
                b, Layout.rows(0, COUNT, rows), x, Layout.columns(0, COUNT, COUNT), new Workspace(), parallelism);
        digest.add(b);
        digest.add(x);
        for (SolverReport report : reports) {
            digest.add(report.residuals());
            digest.add(report.errors());
            digest.add(report.gradients());
        }
    }
}
