package dev.lanewise.perf.check;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Compares one run with the runs of a baseline.
 *
 * <p>A run gives one number for each virtual machine, a fork: the logarithm of a time. Forks of one run differ, by what the
 * compiler made and where the memory lay; but runs differ more than their forks tell, by what else the machine did that
 * hour. So the forks of a run are reduced to one number {@code m}, their median, and it is the {@code k} runs of the baseline that show how much such numbers vary. The new one is one more of them if nothing has
 * changed: with their mean {@code m'} and variance {@code s^2},
 *
 * <pre>    (m - m') / sqrt(max(s^2, v) + s^2 / k)    has Student's distribution with k - 1 degrees of freedom,</pre>
 *
 * <p>where {@code v}, the variance of {@code m} by its own forks, only widens the interval of a run noisier than those
 * before. The level is divided by the number of benchmarks (Bonferroni), so that one false alarm among all of them is as
 * rare as said.
 */
public final class RegressionTest {
    /** Changes up to this, either way, are none. */
    public static final double MARGIN = 0.02;

    /** How often any of the benchmarks may be called slower or faster though none is. */
    public static final double LEVEL = 0.01;

    /** Fewer forks say too little about a run. */
    public static final int FEWEST_FORKS = 10;

    /** Fewer runs say too little about how runs differ. */
    public static final int FEWEST_RUNS = 5;

    private final double level;

    /**
     * A test of one among several benchmarks.
     *
     * @param benchmarks how many are compared, at least 1
     */
    public RegressionTest(int benchmarks) {
        if (benchmarks < 1) {
            throw new IllegalArgumentException("benchmarks: got " + benchmarks + ", wanted 1 or more");
        }
        level = LEVEL / benchmarks;
    }

    /**
     * Compares.
     *
     * @param id of the benchmark
     * @param baseline the runs, {@link #FEWEST_RUNS} or more, each the logarithms of the times of its forks
     * @param now those of the new run, {@link #FEWEST_FORKS} or more
     * @return what became of it
     * @throws DamagedResultsException if there are fewer
     */
    public Change compare(String id, List<double[]> baseline, double[] now) {
        if (baseline.size() < FEWEST_RUNS) {
            throw new DamagedResultsException(
                    id + ": got a baseline of " + baseline.size() + " runs, wanted " + FEWEST_RUNS + " or more");
        }
        requireForks(id, now);
        int runs = baseline.size();
        double[] means = new double[runs];
        for (int run = 0; run < runs; run++) {
            requireForks(id, baseline.get(run));
            means[run] = median(baseline.get(run));
        }
        double mean = Arrays.stream(means).average().getAsDouble();
        double variance = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (runs - 1);
        double error = Math.sqrt(Math.max(variance, varianceOfMedian(now)) + variance / runs);
        double quantile = TDistribution.of(runs - 1).inverseSurvivalProbability(level / 2);
        double change = median(now) - mean;
        return new Change(
                id,
                verdict(change, quantile * error),
                Math.expm1(change),
                Math.expm1(change - quantile * error),
                Math.expm1(change + quantile * error),
                runs,
                now.length);
    }

    static void requireForks(String id, double[] forks) {
        if (forks.length < FEWEST_FORKS) {
            throw new DamagedResultsException(id + ": got " + forks.length + " forks, wanted " + FEWEST_FORKS
                    + " or more (-f " + FEWEST_FORKS + ")");
        }
    }

    private static Verdict verdict(double change, double halfWidth) {
        double margin = Math.log1p(MARGIN);
        if (Math.abs(change) + halfWidth <= margin) {
            return Verdict.SAME;
        }
        if (Math.abs(change) <= Math.max(margin, halfWidth)) {
            return Verdict.CANNOT_TELL;
        }
        return change > 0 ? Verdict.SLOWER : Verdict.FASTER;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The variance of a median as that of a normal sample, {@code pi / 2} times that of a mean, with the spread taken from
     * the median of the absolute deviations, so that a few outliers do not count (1.4826 makes it the standard deviation
     * of a normal sample: P. J. Huber, Robust Statistics, 1981, section 5.1).
     */
    static double varianceOfMedian(double[] values) {
        double median = median(values);
        double deviation = 1.4826
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - median))
                        .toArray());
        return Math.PI / 2 * deviation * deviation / values.length;
    }
}
