package dev.lanewise.perf.check;

/**
 * What became of one benchmark. The change is that of the time, relative to the baseline: 0.1 is a tenth slower.
 *
 * @param id of the benchmark
 * @param verdict what can be said
 * @param effect the change; NaN where there is nothing to compare, as are the bounds
 * @param low the lower end of its confidence interval
 * @param high the upper end
 * @param runs how many runs the baseline has
 * @param forks how many virtual machines measured it now
 */
public record Change(String id, Verdict verdict, double effect, double low, double high, int runs, int forks) {
    static Change onOneSide(String id, Verdict verdict, int runs, int forks) {
        return new Change(id, verdict, Double.NaN, Double.NaN, Double.NaN, runs, forks);
    }
}
