package dev.lanewise.structured.layers;

/** Why there were no more sweeps. */
public enum EndOfSweeps {
    /** The error is that of rounding: no more than four units in the last place of 1. */
    EXACT("exact"),
    /** The error changed by less than the tolerance, two times in a row. */
    SETTLED("settled"),
    /** There were as many sweeps as allowed. */
    MOST_SWEEPS("most sweeps"),
    /** The listener did not want to go on. */
    CANCELLED("cancelled");

    private final String text;

    EndOfSweeps(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
