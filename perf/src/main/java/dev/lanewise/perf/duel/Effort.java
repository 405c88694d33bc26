package dev.lanewise.perf.duel;

/**
 * How long a comparison takes.
 *
 * @param forks fresh virtual machines
 * @param samples of each contestant in each of them
 * @param sampleNanoseconds least time of a sample; short work is repeated
 * @param warmUpNanoseconds least time that each contestant runs before the first
 */
public record Effort(int forks, int samples, long sampleNanoseconds, long warmUpNanoseconds) {
    /** For a look: some minutes for everything. */
    public static final Effort QUICK = new Effort(2, 9, 1_000_000, 1_000_000_000);

    /** For figures that are to be quoted. */
    public static final Effort FULL = new Effort(5, 15, 3_000_000, 2_000_000_000L);

    @Override
    public String toString() {
        return forks + " virtual machines, " + samples + " samples each of " + sampleNanoseconds / 1e6
                + " ms or more after " + warmUpNanoseconds / 1e6 + " ms or more of warm-up";
    }
}
