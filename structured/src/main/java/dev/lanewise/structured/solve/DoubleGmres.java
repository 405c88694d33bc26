package dev.lanewise.structured.solve;

import dev.lanewise.structured.DoubleLinearMap;
import java.util.List;
import java.util.Objects;

/**
 * GMRES: {@code A x = b} where {@code A} is square. Each iterate has the least residual {@code ||b - A x_k||} of all in its Krylov
 * space, so that it never grows. After {@link SolverOptions#restart} iterations it begins anew; without that it would end after
 * {@code n} iterations in exact arithmetic, with it it may stand still, {@link StoppingReason#STAGNATED}.
 *
 * <p>A preconditioner {@code M}, any map near the inverse of {@code A}, is applied on the right, {@code A M y = b}, {@code x = M y}, so
 * that residuals are those of the system itself. A flexible one, {@link DoubleFlexiblePreconditioner}, may be another in each
 * iteration.
 *
 * <p>The basis is made by modified Gram-Schmidt, a second time for a vector that loses more than half of its square (J. W. Daniel, W. B.
 * Gragg, L. Kaufman and G. W. Stewart, Math. Comp. 30, 1976, pp. 772-795). Where the Krylov space ends, it has a solution if the
 * map is invertible; if the map is singular it may have none, {@link StoppingReason#BREAKDOWN} (P. N. Brown and H. F. Walker, SIAM
 * J. Matrix Anal. Appl. 18(1), 1997, pp. 37-51).
 *
 * <p>Each iteration applies {@code A} and {@code M} once, and costs {@code 4 k n} operations in the k-th after a restart, up to
 * {@code 8 k n} with the second time; the norm of {@code x} takes {@code 2 k n} more with a preconditioner. As many vectors for each
 * right side as iterations between restarts and one more, twice as many with a preconditioner, beside those of
 * {@link DoubleIterativeSolver}, which tells when it stops.
 *
 * <p>Sources: Y. Saad and M. H. Schultz, SIAM J. Sci. Stat. Comput. 7(3), 1986, pp. 856-869; Y. Saad, A flexible inner-outer
 * preconditioned GMRES algorithm, SIAM J. Sci. Comput. 14(2), 1993, pp. 461-469.
 */
public final class DoubleGmres extends DoubleIterativeSolver {
    private final DoubleFlexiblePreconditioner flexible;
    private final boolean isPreconditioned;
    private final List<DoubleProducts.Step> cycle;

    private DoubleGmres(
            DoubleLinearMap map,
            DoubleLinearMap preconditioner,
            DoubleFlexiblePreconditioner flexible,
            SolverOptions options) {
        super(map, options);
        this.flexible = flexible;
        this.isPreconditioned = preconditioner != null || flexible != null;
        DoubleProducts.Step product = DoubleProducts.Step.of(map, false);
        this.cycle = preconditioner == null
                ? List.of(product)
                : List.of(product, DoubleProducts.Step.of(preconditioner, false));
    }

    /**
     * The solver of a map.
     *
     * @param map the map {@code A}, square
     * @param options when it stops
     * @return the solver
     * @throws IllegalArgumentException if the map is not square
     */
    public static DoubleGmres of(DoubleLinearMap map, SolverOptions options) {
        checkSquare(map);
        return new DoubleGmres(map, null, null, options);
    }

    /**
     * The solver of a map with a preconditioner.
     *
     * @param map the map {@code A}, square
     * @param preconditioner the map {@code M}, of the same shape, near the inverse of {@code A}
     * @param options when it stops
     * @return the solver
     * @throws IllegalArgumentException if the map is not square, or the preconditioner has another shape
     */
    public static DoubleGmres of(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options) {
        checkSquare(map);
        return new DoubleGmres(map, checkPreconditioner(preconditioner, map.cols()), null, options);
    }

    /**
     * The solver of a map with a preconditioner that may be another each time: FGMRES.
     *
     * @param map the map {@code A}, square
     * @param preconditioner is applied to one vector at a time
     * @param options when it stops
     * @return the solver
     * @throws IllegalArgumentException if the map is not square
     */
    public static DoubleGmres flexible(
            DoubleLinearMap map, DoubleFlexiblePreconditioner preconditioner, SolverOptions options) {
        checkSquare(map);
        return new DoubleGmres(map, null, Objects.requireNonNull(preconditioner, "preconditioner"), options);
    }

    @Override
    List<DoubleProducts.Step> cycle() {
        return cycle;
    }

    @Override
    DoubleProcess process(DoubleProcess.Origin origin) {
        return new DoubleGmresProcess(origin, isPreconditioned, flexible);
    }

    @Override
    String method() {
        return flexible == null ? "GMRES" : "flexible GMRES";
    }
}
