package dev.lanewise.perf.duel;

/**
 * One of those who do the same work: ours, a peer, or a plain copy as a yardstick. Its arrays are its own and filled when it
 * is made; what is timed is {@link #run} alone.
 */
public interface Contestant {
    /**
     * What tables call it.
     *
     * @return the name
     */
    String name();

    /** Does the work once. The result lands in an array that {@link #result} reads, so none of it can be left out. */
    void run();

    /**
     * The result of the last run.
     *
     * @return a copy; null if there is nothing to be compared, as for a plain copy
     */
    double[] result();
}
