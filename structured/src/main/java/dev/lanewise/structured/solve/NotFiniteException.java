package dev.lanewise.structured.solve;

/** An infinity or a NaN came up in a solver: from a map, or where numbers grew too large. The caller's arrays are as they were. */
public final class NotFiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** When it came up. */
    private final int iteration;

    /** For which right side. */
    private final int rightSide;

    /** What happened until then. */
    private final transient SolverReport report;

    NotFiniteException(String what, double value, SolverReport report) {
        super(what + " is " + value + " in iteration " + report.iterations() + " of right side " + report.rightSide()
                + ", wanted a finite number");
        this.iteration = report.iterations();
        this.rightSide = report.rightSide();
        this.report = report;
    }

    /**
     * In which iteration it came up.
     *
     * @return how many iterations were complete
     */
    public int iteration() {
        return iteration;
    }

    /**
     * For which right side it came up.
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
