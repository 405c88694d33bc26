package dev.lanewise.structured.layers;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/** When a search for factors stops, and in which order factors take their turns. Immutable: each method gives options that differ in one thing. */
public final class SweepOptions {
    private static final double TOLERANCE = 1e-5;
    private static final int MOST_SWEEPS = 100;

    /** 100 sweeps at most, from right to left; settled at a change of 1e-5; nobody listens. */
    public static final SweepOptions DEFAULTS = new SweepOptions(TOLERANCE, MOST_SWEEPS, false, null);

    private final double tolerance;
    private final int mostSweeps;
    private final boolean fromLeft;
    private final SweepListener listener;

    private SweepOptions(double tolerance, int mostSweeps, boolean fromLeft, SweepListener listener) {
        this.tolerance = tolerance;
        this.mostSweeps = mostSweeps;
        this.fromLeft = fromLeft;
        this.listener = listener;
    }

    /**
     * With another tolerance: sweeps end when two in a row changed the error by no more than this share of it.
     *
     * @param tolerance at least 0, less than 1; 0 ends sweeps that change nothing
     * @return the options
     * @throws IllegalArgumentException if it is not
     */
    public SweepOptions tolerance(double tolerance) {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance: got " + tolerance + ", wanted at least 0 and less than 1");
        }
        return new SweepOptions(tolerance, mostSweeps, fromLeft, listener);
    }

    /**
     * With another limit of the number of sweeps of a stage.
     *
     * @param mostSweeps at least 1
     * @return the options
     * @throws IllegalArgumentException if it is less
     */
    public SweepOptions mostSweeps(int mostSweeps) {
        if (mostSweeps < 1) {
            throw new IllegalArgumentException("mostSweeps: got " + mostSweeps + ", wanted 1 or more");
        }
        return new SweepOptions(tolerance, mostSweeps, fromLeft, listener);
    }

    /**
     * With sweeps that begin at the first factor, the leftmost.
     *
     * @return the options
     */
    public SweepOptions leftToRight() {
        return new SweepOptions(tolerance, mostSweeps, true, listener);
    }

    /**
     * With sweeps that begin at the last factor.
     *
     * @return the options
     */
    public SweepOptions rightToLeft() {
        return new SweepOptions(tolerance, mostSweeps, false, listener);
    }

    /**
     * With a listener.
     *
     * @param listener is told of every sweep, and may end the search
     * @return the options
     */
    public SweepOptions listener(SweepListener listener) {
        return new SweepOptions(tolerance, mostSweeps, fromLeft, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * With a question that is asked after every sweep, in place of a listener.
     *
     * @param isCancelled whether to stop
     * @return the options
     */
    public SweepOptions cancelledBy(BooleanSupplier isCancelled) {
        Objects.requireNonNull(isCancelled, "isCancelled");
        return listener((stage, sweep, error) -> !isCancelled.getAsBoolean());
    }

    /** The rule for rounds that have sweeps within: nobody listens, since sweeps are listened to. */
    SweepOptions rounds(int most) {
        return new SweepOptions(tolerance, most, fromLeft, null);
    }

    double tolerance() {
        return tolerance;
    }

    int mostSweeps() {
        return mostSweeps;
    }

    boolean fromLeft() {
        return fromLeft;
    }

    SweepListener listener() {
        return listener;
    }

    @Override
    public String toString() {
        return mostSweeps + " sweeps at most, " + (fromLeft ? "left to right" : "right to left")
                + ", settled at a change of " + tolerance + (listener == null ? "" : ", with a listener");
    }
}
