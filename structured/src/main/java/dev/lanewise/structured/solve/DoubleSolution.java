package dev.lanewise.structured.solve;

import java.util.Objects;

/** The solution of one system, and how it came about. */
public final class DoubleSolution {
    private final double[] x;
    private final SolverReport report;

    /** The solution in an array that nobody else will change. */
    DoubleSolution(double[] x, SolverReport report) {
        this.x = Objects.requireNonNull(x, "x");
        this.report = report;
    }

    /**
     * The solution.
     *
     * @return {@code x}, the same array each time
     */
    public double[] x() {
        return x;
    }

    /**
     * How many iterations there were.
     *
     * @return the number
     */
    public int iterations() {
        return report.iterations();
    }

    /**
     * Why the solver stopped.
     *
     * @return the reason
     */
    public StoppingReason reason() {
        return report.reason();
    }

    /**
     * All that is told of the solution: its backward error, and the history of errors.
     *
     * @return the report
     */
    public SolverReport report() {
        return report;
    }

    @Override
    public String toString() {
        return report.toString();
    }
}
