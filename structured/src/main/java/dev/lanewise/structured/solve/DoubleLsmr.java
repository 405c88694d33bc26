package dev.lanewise.structured.solve;

import dev.lanewise.structured.DoubleLinearMap;
import java.util.List;

/**
 * LSMR: {@code min ||b - A x||_2} for {@code A} of any shape and rank, and so {@code A x = b} where there is a solution. Each iterate
 * has the least {@code ||A^T (b - A x_k)||} of all in its Krylov space, so that it never grows: it is MINRES on the normal equations,
 * without forming them. From {@code x = 0} and without a preconditioner, the solution is the shortest of all.
 *
 * <p><b>When it stops.</b> By one of two rules, with the residual {@code r} seen anew:
 *
 * <ul>
 *   <li>{@code ||r|| <= tol (||A|| ||x|| + ||b||)}: {@link StoppingReason#SOLVED};
 *   <li>{@code ||A^T r|| <= tol ||A|| ||r||}: {@link StoppingReason#LEAST_SQUARES}. Then {@code x} is the solution of a least squares
 *       problem whose map is off by at most {@code tol ||A||}.
 * </ul>
 *
 * <p>The norm of the map in the second one is always an estimate from below. With a preconditioner {@code P}, right of the map, the
 * method solves {@code min ||b - A P y||}, {@code x = P y}, and the second rule is of {@code A P} in place of {@code A}; the
 * solution of a problem with many is then the one with the shortest {@code y}. For damping, {@code min ||b - A x||^2 + d^2 ||x||^2},
 * solve with {@code A} above {@code d I}, and zeros below {@code b}.
 *
 * <p>The rate is that of conjugate gradients on {@code A^T A}, with {@code cond(A)} in place of its root. Each iteration applies
 * {@code A}, {@code A^T}, {@code P} and {@code P^T} once. Four vectors for each right side, two more with a preconditioner, beside
 * those of {@link DoubleIterativeSolver}.
 *
 * <p>Source: D. C.-L. Fong and M. A. Saunders, LSMR: an iterative algorithm for sparse least-squares problems, SIAM J. Sci. Comput.
 * 33(5), 2011, pp. 2950-2971; the rules are those of its section 3.
 */
public final class DoubleLsmr extends DoubleIterativeSolver {
    private final DoubleLinearMap preconditioner;
    private final List<DoubleProducts.Step> cycle;

    private DoubleLsmr(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        super(map, options);
        this.preconditioner = preconditioner;
        DoubleProducts.Step forth = DoubleProducts.Step.of(map, false), back = DoubleProducts.Step.of(map, true);
        this.cycle = preconditioner == null
                ? List.of(forth, back)
                : List.of(
                        forth,
                        back,
                        DoubleProducts.Step.of(preconditioner, true),
                        DoubleProducts.Step.of(preconditioner, false));
    }

    /**
     * The solver of a map.
     *
     * @param map the map {@code A}, of any shape
     * @param options when it stops
     * @return the solver
     */
    public static DoubleLsmr of(DoubleLinearMap map, SolverOptions options) {
        return new DoubleLsmr(map, null, options);
    }

    /**
     * The solver of a map with a preconditioner.
     *
     * @param map the map {@code A}, of any shape
     * @param preconditioner the map {@code P}, square with as many rows as {@code A} has columns, invertible; near the inverse of the
     *     triangular factor R of A for instance
     * @param options when it stops
     * @return the solver
     * @throws IllegalArgumentException if the preconditioner has another shape
     */
    public static DoubleLsmr of(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        return new DoubleLsmr(map, checkPreconditioner(preconditioner, map.cols()), options);
    }

    @Override
    List<DoubleProducts.Step> cycle() {
        return cycle;
    }

    @Override
    DoubleProcess process(DoubleProcess.Origin origin) {
        return new DoubleLsmrProcess(origin, preconditioner != null);
    }

    @Override
    String method() {
        return "LSMR";
    }
}
