package dev.lanewise.structured.solve;

import java.util.Locale;

/**
 * What a solver did for one right side: why it stopped, after how many iterations, and how the error went down. All numbers
 * are of the system as the caller gave it.
 */
public final class SolverReport {
    private final String method;
    private final int rightSide;
    private final StoppingReason reason;
    private final double residual;
    private final double error;
    private final double tolerance;
    private final double mapNorm;
    private final double[] residuals;
    private final double[] errors;
    private final double[] gradients;

    SolverReport(
            String method,
            int rightSide,
            StoppingReason reason,
            double residual,
            double error,
            double tolerance,
            double mapNorm,
            double[] residuals,
            double[] errors,
            double[] gradients) {
        this.method = method;
        this.rightSide = rightSide;
        this.reason = reason;
        this.residual = residual;
        this.error = error;
        this.tolerance = tolerance;
        this.mapNorm = mapNorm;
        this.residuals = residuals;
        this.errors = errors;
        this.gradients = gradients;
    }

    /**
     * Which method it was.
     *
     * @return its name
     */
    public String method() {
        return method;
    }

    /**
     * Which right side this is about.
     *
     * @return the index, from 0
     */
    public int rightSide() {
        return rightSide;
    }

    /**
     * Why the solver stopped.
     *
     * @return the reason
     */
    public StoppingReason reason() {
        return reason;
    }

    /**
     * How many iterations there were.
     *
     * @return the number
     */
    public int iterations() {
        return Math.max(0, residuals.length - 1);
    }

    /**
     * The norm {@code ||b - A x||_2} of the solution, computed anew at the end and not by a recurrence. If an exception put an end
     * to it, the last that was computed so.
     *
     * @return the norm; NaN if an exception came before the first
     */
    public double residual() {
        return residual;
    }

    /**
     * The backward error {@code ||b - A x|| / (||A|| ||x|| + ||b||)} of the solution, with the same residual. There are a matrix
     * {@code E} and a vector {@code f} with {@code (A + E) x = b + f}, {@code ||E|| <= error ||A||} and
     * {@code ||f|| <= error ||b||} (J. L. Rigal and J. Gaches, J. ACM 14(3), 1967, pp. 543-548).
     *
     * @return the error
     */
    public double error() {
        return error;
    }

    /**
     * What the backward error was to be.
     *
     * @return the tolerance
     */
    public double tolerance() {
        return tolerance;
    }

    /**
     * The norm of the map that errors are relative to: that of the options, or the estimate, which is never larger than the 2-norm
     * but for rounding.
     *
     * @return the norm
     */
    public double mapNorm() {
        return mapNorm;
    }

    /**
     * The norms {@code ||b - A x_k||} after each iteration, that of the beginning first. The later ones are those of the
     * recurrences of the method, which rounding may part from the truth.
     *
     * @return a new array of one more element than there were iterations; empty if an exception came before the first
     */
    public double[] residuals() {
        return residuals.clone();
    }

    /**
     * The backward errors after each iteration, that of the beginning first, with the norms of {@link #residuals}, and with what
     * was known of the norm of the map by then.
     *
     * @return a new array of as many elements
     */
    public double[] errors() {
        return errors.clone();
    }

    /**
     * The norms {@code ||A^T (b - A x_k)||} after each iteration, that of the beginning first; with a preconditioner {@code P},
     * {@code ||P^T A^T (b - A x_k)||}. Of LSMR alone, as its recurrences give them.
     *
     * @return a new array of one more element than there were iterations; empty if the method is another
     */
    public double[] gradients() {
        return gradients.clone();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, right side %d: %s after %d iterations, backward error %.3g, wanted %.3g",
                method,
                rightSide,
                reason,
                iterations(),
                error,
                tolerance);
    }
}
