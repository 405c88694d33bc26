package dev.lanewise.structured.solve;

/** Why a solver stopped. */
public enum StoppingReason {
    /** {@code ||b - A x|| <= tol (||A|| ||x|| + ||b||)}, checked with the residual of the solution itself. */
    SOLVED("solved"),
    /**
     * The system has no solution as exact as that, but the residual is orthogonal to the range of the map within the
     * tolerance: a least squares solution. From {@link DoubleLsmr} and {@link DoubleMinres} alone, and their float twins.
     */
    LEAST_SQUARES("least squares solution"),
    /** The listener did not want to go on. */
    CANCELLED("cancelled"),
    /** There were as many iterations as allowed. */
    MOST_ITERATIONS("most iterations"),
    /** The residual does not become smaller: rounding allows no smaller one, or a restarted method goes round in a circle. */
    STAGNATED("stagnated"),
    /** The Krylov space ended without a solution in it, as it may where the map is singular. */
    BREAKDOWN("breakdown"),
    /** A map that must be positive definite is not: the report is that of an {@link IndefiniteMapException}. */
    INDEFINITE("indefinite map"),
    /** An infinity or a NaN came up: the report is that of a {@link NotFiniteException}. */
    NOT_FINITE("numbers not finite");

    private final String text;

    StoppingReason(String text) {
        this.text = text;
    }

    /**
     * Whether this is a failure: the solver was left to itself, and did not solve the problem.
     *
     * @return whether an exception is thrown for it
     */
    public boolean isFailure() {
        return this != SOLVED && this != LEAST_SQUARES && this != CANCELLED;
    }

    @Override
    public String toString() {
        return text;
    }
}
