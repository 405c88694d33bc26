package dev.lanewise.structured.solve;

import dev.lanewise.structured.DoubleLinearMap;
import java.util.List;

/**
 * MINRES: {@code A x = b} where {@code A} is symmetric, definite or not. Each iterate has the least residual
 * {@code ||b - A x_k||} of all in its Krylov space, so that it never grows; in exact arithmetic it is zero after as many
 * iterations as there are distinct eigenvalues. In rounding, solutions may be off by more than those of GMRES:
 * {@code cond(A)^2} times the unit roundoff where {@code cond(A)} is large (Sleijpen, van der Vorst and Modersitzki, SIAM J. Matrix
 * Anal. Appl. 22(3), 2000, pp. 726-751); the residual is seen anew at the end, and the method begins again if it does not agree.
 *
 * <p><b>Singular maps.</b> If there is a solution, one is found. If there is none, the residual ends at the least there is, and so
 * does the method, with {@link StoppingReason#LEAST_SQUARES}, when {@code ||A r|| <= tol ||A|| ||r||}; its {@code x} is a least
 * squares solution, not the shortest one.
 *
 * <p>A preconditioner {@code M}, symmetric and positive definite, applies what is near the inverse of a positive definite map that is
 * near {@code A}, such as its absolute value. Then the residual is least in the norm {@code (r^T M r)^(1/2)}, the rule for
 * {@code A r} is in that norm too, and the rule for {@code r} is as it was, of the residual itself in 2-norm. If it is found not to
 * be positive definite, {@link IndefiniteMapException} says so. That {@code A} and {@code M} are symmetric is not checked.
 *
 * <p>Each iteration applies {@code A} and {@code M} once. Five vectors for each right side, one more with a preconditioner, beside
 * those of {@link DoubleIterativeSolver}, which tells when it stops.
 *
 * <p>Sources: C. C. Paige and M. A. Saunders, Solution of sparse indefinite systems of linear equations, SIAM J. Numer. Anal. 12(4),
 * 1975, pp. 617-629; S.-C. T. Choi, C. C. Paige and M. A. Saunders, MINRES-QLP, SIAM J. Sci. Comput. 33(4), 2011, pp. 1810-1836, for
 * {@code ||A r||}.
 */
public final class DoubleMinres extends DoubleIterativeSolver {
    private final DoubleLinearMap preconditioner;
    private final List<DoubleProducts.Step> cycle;

    private DoubleMinres(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
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
     * @param map the map {@code A}, square and symmetric
     * @param options when it stops
     * @return the solver
     * @throws IllegalArgumentException if the map is not square
     */
    public static DoubleMinres of(DoubleLinearMap map, SolverOptions options) {
        checkSquare(map);
        return new DoubleMinres(map, null, options);
    }

    /**
     * The solver of a map with a preconditioner.
     *
     * @param map the map {@code A}, square and symmetric
     * @param preconditioner the map {@code M}, of the same shape, symmetric and positive definite
     * @param options when it stops
     * @return the solver
     * @throws IllegalArgumentException if the map is not square, or the preconditioner has another shape
     */
    public static DoubleMinres of(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        checkSquare(map);
        return new DoubleMinres(map, checkPreconditioner(preconditioner, map.cols()), options);
    }

    @Override
    List<DoubleProducts.Step> cycle() {
        return cycle;
    }

    @Override
    DoubleProcess process(DoubleProcess.Origin origin) {
        return new DoubleMinresProcess(origin, preconditioner != null);
    }

    @Override
    String method() {
        return "MINRES";
    }
}
