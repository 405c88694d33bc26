package dev.lanewise.perf.check;

import java.util.Locale;

/** What can be said of a benchmark beside its baseline. */
public enum Verdict {
    /** The interval of the change lies within {@link RegressionTest#MARGIN} either way. */
    SAME,

    /** The interval lies above zero, and the change is more than the margin. */
    SLOWER,

    /** The interval lies below zero, and the change is more than the margin. */
    FASTER,

    /** Neither: the noise is too large for the measurements there are. */
    CANNOT_TELL,

    /** There is no baseline for it. */
    NEW,

    /** There is a baseline for it, and no measurement. */
    GONE;

    /** In words, as {@code cannot tell}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
