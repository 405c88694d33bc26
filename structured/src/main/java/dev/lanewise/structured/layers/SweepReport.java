package dev.lanewise.structured.layers;

import java.util.Locale;

/** What a stage of a search for factors did: why it ended, after how many sweeps, and how the error went down. */
public final class SweepReport {
    private final String stage;
    private final EndOfSweeps reason;
    private final double[] errors;

    SweepReport(String stage, EndOfSweeps reason, double[] errors) {
        this.stage = stage;
        this.reason = reason;
        this.errors = errors;
    }

    /**
     * Which stage it was.
     *
     * @return its name
     */
    public String stage() {
        return stage;
    }

    /**
     * Why there were no more sweeps.
     *
     * @return the reason
     */
    public EndOfSweeps reason() {
        return reason;
    }

    /**
     * How many sweeps there were.
     *
     * @return the number
     */
    public int sweeps() {
        return errors.length;
    }

    /**
     * The relative error after the last sweep.
     *
     * @return {@code ||A - lambda S_1 ... S_J||_F / ||A||_F}
     */
    public double error() {
        return errors[errors.length - 1];
    }

    /**
     * The relative errors after each sweep.
     *
     * @return a new array
     */
    public double[] errors() {
        return errors.clone();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s after %d sweeps, error %.3g", stage, reason, sweeps(), error());
    }
}
