package dev.lanewise.structured.solve;

import dev.lanewise.structured.DoubleLinearMap;
import java.util.List;

/**
 * Conjugate gradients: {@code A x = b} where {@code A} is symmetric and positive definite. Each iterate has the least error
 * {@code (x - x_k)^T A (x - x_k)} of all in its Krylov space; after {@code k} iterations that error is at most
 * {@code 2 ((sqrt(c) - 1) / (sqrt(c) + 1))^k} times the first, in its root, with {@code c = cond(A)}, and in exact arithmetic it
 * is zero after as many iterations as there are distinct eigenvalues.
 *
 * <p>A preconditioner {@code M}, symmetric and positive definite, applies what is near the inverse of {@code A}; then {@code c} is
 * the condition of {@code M A}. That {@code A} is symmetric is not checked. That it is not positive definite is found if
 * {@code p^T A p <= 0} for a direction {@code p} of the method, and said by {@link IndefiniteMapException}. A map that is singular,
 * but has no negative eigenvalues, has solutions if {@code b} is in its range; one is found.
 *
 * <p>Each iteration applies {@code A} and {@code M} once. Two vectors for each right side, beside those of
 * {@link DoubleIterativeSolver}, which tells when it stops.
 *
 * <p>Source: M. R. Hestenes and E. Stiefel, Methods of conjugate gradients for solving linear systems, J. Res. Nat. Bur. Standards
 * 49, 1952, pp. 409-436; Y. Saad, Iterative Methods for Sparse Linear Systems, 2nd ed., algorithm 9.1.
 */
public final class DoubleConjugateGradients extends DoubleIterativeSolver {
    private final DoubleLinearMap preconditioner;
    private final List<DoubleProducts.Step> cycle;

    private DoubleConjugateGradients(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        super(map, options);
        this.preconditioner = preconditioner;
        DoubleProducts.Step product = DoubleProducts.Step.of(map, false);
        this.cycle = preconditioner == null
                ? List.of(product)
                : List.of(product, DoubleProducts.Step.of(preconditioner, false));
    }

    /**
     * The solver of a map.
     *
     * @param map the map {@code A}, square, symmetric and positive definite
     * @param options when it stops
     * @return the solver
     * @throws IllegalArgumentException if the map is not square
     */
    public static DoubleConjugateGradients of(DoubleLinearMap map, SolverOptions options) {
        checkSquare(map);
        return new DoubleConjugateGradients(map, null, options);
    }

    /**
     * The solver of a map with a preconditioner.
     *
     * @param map the map {@code A}, square, symmetric and positive definite
     * @param preconditioner the map {@code M}, of the same shape, symmetric and positive definite, near the inverse of {@code A}
     * @param options when it stops
     * @return the solver
     * @throws IllegalArgumentException if the map is not square, or the preconditioner has another shape
     */
    public static DoubleConjugateGradients of(
            DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        checkSquare(map);
        return new DoubleConjugateGradients(map, checkPreconditioner(preconditioner, map.cols()), options);
    }

    @Override
    List<DoubleProducts.Step> cycle() {
        return cycle;
    }

    @Override
    DoubleProcess process(DoubleProcess.Origin origin) {
        return new DoubleConjugateGradientsProcess(origin, preconditioner != null);
    }

    @Override
    String method() {
        return "conjugate gradients";
    }
}
