package dev.lanewise.structured.layers;

import java.util.Arrays;

/** Keeps the history of a stage, and decides when it is at its end. Errors come from either precision; here all is double. */
final class Sweeps {
    private static final int FIRST_CAPACITY = 32;

    /** Ulps of relative error that are rounding. */
    private static final int ROUNDING = 4;

    private final String name;
    private final int stage;
    private final SweepOptions options;
    private final double ulp;
    private double[] errors = new double[FIRST_CAPACITY];
    private int count;
    private boolean isStill;
    private EndOfSweeps reason;

    Sweeps(String name, int stage, SweepOptions options, double ulp) {
        this.name = name;
        this.stage = stage;
        this.options = options;
        this.ulp = ulp;
    }

    /** A sweep is done; whether it was the last. */
    boolean ends(double error) {
        if (count == errors.length) {
            errors = Arrays.copyOf(errors, 2 * count);
        }
        errors[count++] = error;
        boolean wasStill = isStill;
        isStill = count > 1 && Math.abs(errors[count - 2] - error) <= options.tolerance() * error;
        boolean isCancelled = options.listener() != null && !options.listener().goesOn(stage, count, error);
        if (isCancelled) {
            reason = EndOfSweeps.CANCELLED;
        } else if (error <= ROUNDING * ulp) {
            reason = EndOfSweeps.EXACT;
        } else if (isStill && wasStill) {
            reason = EndOfSweeps.SETTLED;
        } else if (count >= options.mostSweeps()) {
            reason = EndOfSweeps.MOST_SWEEPS;
        }
        return reason != null;
    }

    /** What is told of a stage that did not come to its sweeps. */
    SweepReport cancelled(double error) {
        return new SweepReport(name, EndOfSweeps.CANCELLED, new double[] {error});
    }

    boolean isCancelled() {
        return reason == EndOfSweeps.CANCELLED;
    }

    SweepReport report() {
        return new SweepReport(name, reason == null ? EndOfSweeps.CANCELLED : reason, Arrays.copyOf(errors, count));
    }
}
