package dev.lanewise.structured.solve;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/** When a solver stops, and what it may use. Immutable: each method gives options that differ in one thing. */
public final class SolverOptions {
    /**
     * Half of the digits of the precision; at most ten iterations a column, and 100 at least; a restart of GMRES after 50; the
     * norm of the map estimated; failure is an exception; nobody listens.
     */
    public static final SolverOptions DEFAULTS = new SolverOptions(0, 0, 50, 0, false, null);

    private static final int PER_COLUMN = 10;
    private static final int LEAST_ITERATIONS = 100;

    private final double tolerance;
    private final int mostIterations;
    private final int restart;
    private final double mapNorm;
    private final boolean returnsLast;
    private final IterationListener listener;

    private SolverOptions(
            double tolerance,
            int mostIterations,
            int restart,
            double mapNorm,
            boolean returnsLast,
            IterationListener listener) {
        this.tolerance = tolerance;
        this.mostIterations = mostIterations;
        this.restart = restart;
        this.mapNorm = mapNorm;
        this.returnsLast = returnsLast;
        this.listener = listener;
    }

    /**
     * With another tolerance {@code tol} of the backward error, as in
     * {@code ||b - A x|| <= tol (||A|| ||x|| + ||b||)}. Rounding sets a limit of a moderate multiple of the unit roundoff; less
     * than that ends in {@link StoppingReason#STAGNATED}.
     *
     * @param tolerance more than 0, less than 1
     * @return the options
     * @throws IllegalArgumentException if it is not
     */
    public SolverOptions tolerance(double tolerance) {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance: got " + tolerance + ", wanted more than 0 and less than 1");
        }
        return new SolverOptions(tolerance, mostIterations, restart, mapNorm, returnsLast, listener);
    }

    /**
     * With another limit of the number of iterations of each right side.
     *
     * @param mostIterations at least 1
     * @return the options
     * @throws IllegalArgumentException if it is less
     */
    public SolverOptions mostIterations(int mostIterations) {
        if (mostIterations < 1) {
            throw new IllegalArgumentException("mostIterations: got " + mostIterations + ", wanted 1 or more");
        }
        return new SolverOptions(tolerance, mostIterations, restart, mapNorm, returnsLast, listener);
    }

    /**
     * With another number of iterations after which GMRES begins anew: it keeps as many vectors, twice as many with a
     * preconditioner.
     *
     * @param restart at least 1
     * @return the options
     * @throws IllegalArgumentException if it is less
     */
    public SolverOptions restart(int restart) {
        if (restart < 1) {
            throw new IllegalArgumentException("restart: got " + restart + ", wanted 1 or more");
        }
        return new SolverOptions(tolerance, mostIterations, restart, mapNorm, returnsLast, listener);
    }

    /**
     * With a known 2-norm of the map. Otherwise it is estimated, from below, by the largest ||A v|| / ||v|| of the vectors that
     * the map is applied to, so that the rule is never laxer than it says.
     *
     * @param mapNorm more than 0, finite
     * @return the options
     * @throws IllegalArgumentException if it is not
     */
    public SolverOptions mapNorm(double mapNorm) {
        if (!(mapNorm > 0 && mapNorm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mapNorm: got " + mapNorm + ", wanted a finite number above 0");
        }
        return new SolverOptions(tolerance, mostIterations, restart, mapNorm, returnsLast, listener);
    }

    /**
     * With the last iterate as the result where the method fails, instead of {@link NotConvergedException}; the reports tell.
     *
     * @return the options
     */
    public SolverOptions returningLast() {
        return new SolverOptions(tolerance, mostIterations, restart, mapNorm, true, listener);
    }

    /**
     * With a listener.
     *
     * @param listener is told of every iteration, and may end the solver
     * @return the options
     */
    public SolverOptions listener(IterationListener listener) {
        Objects.requireNonNull(listener, "listener");
        return new SolverOptions(tolerance, mostIterations, restart, mapNorm, returnsLast, listener);
    }

    /**
     * With a question that is asked after every iteration, in place of a listener.
     *
     * @param isCancelled whether to stop
     * @return the options
     */
    public SolverOptions cancelledBy(BooleanSupplier isCancelled) {
        Objects.requireNonNull(isCancelled, "isCancelled");
        return listener((rightSide, iteration, error) -> !isCancelled.getAsBoolean());
    }

    /** The tolerance, where {@code ulp} is the distance from 1 to the next number. */
    double toleranceFor(double ulp) {
        return tolerance == 0 ? Math.sqrt(ulp) : tolerance;
    }

    int mostIterationsFor(int columns) {
        long most = Math.max(LEAST_ITERATIONS, (long) PER_COLUMN * columns);
        return mostIterations == 0 ? (int) Math.min(Integer.MAX_VALUE, most) : mostIterations;
    }

    int restart() {
        return restart;
    }

    double mapNorm() {
        return mapNorm;
    }

    boolean returnsLast() {
        return returnsLast;
    }

    IterationListener listener() {
        return listener;
    }

    @Override
    public String toString() {
        return "tolerance " + (tolerance == 0 ? "of half the digits" : tolerance) + ", "
                + (mostIterations == 0 ? "ten iterations a column" : mostIterations + " iterations")
                + " at most, restart after " + restart + ", norm of the map "
                + (mapNorm == 0 ? "estimated" : mapNorm)
                + (returnsLast ? ", returns the last iterate" : "")
                + (listener == null ? "" : ", with a listener");
    }
}
