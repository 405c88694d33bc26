package dev.lanewise.structured.solve;

/** A map that a method needs to be positive definite is found not to be. The caller's arrays are as they were. */
public final class IndefiniteMapException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** Whether it is the preconditioner. */
    private final boolean isPreconditioner;

    /** The quadratic form. */
    private final double value;

    /** When it was found. */
    private final int iteration;

    /** For which right side. */
    private final int rightSide;

    /** What happened until then. */
    private final transient SolverReport report;

    IndefiniteMapException(boolean isPreconditioner, double value, SolverReport report) {
        super((isPreconditioner
                        ? "the preconditioner M is not positive definite: r^T M r"
                        : "the map A is not positive definite: p^T A p")
                + " is " + value + " in iteration " + report.iterations() + " of right side " + report.rightSide()
                + (isPreconditioner ? "" : "; MINRES takes any symmetric map"));
        this.isPreconditioner = isPreconditioner;
        this.value = value;
        this.iteration = report.iterations();
        this.rightSide = report.rightSide();
        this.report = report;
    }

    /**
     * Whether it is the preconditioner that is not positive definite.
     *
     * @return false if it is the map
     */
    public boolean isPreconditioner() {
        return isPreconditioner;
    }

    /**
     * {@code p^T A p} or {@code r^T M r}, with the right side scaled by a power of two so that its largest element is at least
     * 1 and less than 2.
     *
     * @return the value, 0 or less
     */
    public double value() {
        return value;
    }

    /**
     * In which iteration it was found.
     *
     * @return how many iterations were complete
     */
    public int iteration() {
        return iteration;
    }

    /**
     * For which right side it was found.
     *
     * @return the index, from 0
     */
    public int rightSide() {
        return rightSide;
    }

    /**
     * What happened to that right side until then.
     *
     * @return its report, with its history; null if the exception has been serialized
     */
    public SolverReport report() {
        return report;
    }
}
