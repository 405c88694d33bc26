package dev.lanewise.structured.solve;

import java.util.List;

/** A solver did not reach its tolerance for some right side. The caller's arrays are as they were. */
public final class NotConvergedException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** What happened to each right side. */
    private final transient List<SolverReport> reports;

    NotConvergedException(List<SolverReport> reports) {
        super(firstFailure(reports).toString());
        this.reports = reports;
    }

    private static SolverReport firstFailure(List<SolverReport> reports) {
        return reports.stream()
                .filter(report -> report.reason().isFailure())
                .findFirst()
                .orElseThrow();
    }

    /**
     * What happened to each right side, those that converged among them.
     *
     * @return the reports, with their histories; null if the exception has been serialized
     */
    public List<SolverReport> reports() {
        return reports;
    }

    /**
     * What happened to the first right side that did not converge.
     *
     * @return its report; null if the exception has been serialized
     */
    public SolverReport report() {
        return reports == null ? null : firstFailure(reports);
    }
}
