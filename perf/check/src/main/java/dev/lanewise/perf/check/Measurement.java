package dev.lanewise.perf.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What JMH measured for one benchmark under one set of parameters.
 *
 * @param id the name of the benchmark, and its parameters as {@code name:key=value,key=value}
 * @param unit of the scores
 * @param rate whether a score is a rate, of which more is better, or a time
 * @param forks the scores of the iterations of each virtual machine
 * @param counters further metrics by name, in the same shape: a {@linkplain Yardstick yardstick} is one
 */
public record Measurement(
        String id, String unit, boolean rate, List<double[]> forks, Map<String, List<double[]>> counters) {

    /** Checks that there is something, and that all of it is positive. */
    public Measurement {
        Objects.requireNonNull(unit, "unit");
        requirePositive(id, forks);
        counters.forEach((name, values) -> {
            if (values.size() != forks.size()) {
                throw new DamagedResultsException(id + ": got " + values.size() + " forks of " + name + ", wanted "
                        + forks.size() + " as of the score");
            }
        });
    }

    private static void requirePositive(String id, List<double[]> forks) {
        if (forks.isEmpty()) {
            throw new DamagedResultsException(id + ": got no forks, wanted some");
        }
        for (double[] fork : forks) {
            if (fork.length == 0) {
                throw new DamagedResultsException(id + ": got a fork without iterations, wanted one or more");
            }
            for (double score : fork) {
                if (!(score > 0 && score < Double.POSITIVE_INFINITY)) {
                    throw new DamagedResultsException(id + ": got a score of " + score + ", wanted a positive number");
                }
            }
        }
    }

    /**
     * One number for each virtual machine: the logarithm of the time of the benchmark in units of the yardstick, the median
     * over the iterations. A machine that is slower as a whole changes both, hence not this. A rate counts by its
     * reciprocal, so that more is always slower.
     *
     * @param yardstick the name of the counter, or null to take the times as they are
     * @return the logarithms
     * @throws DamagedResultsException if there is no such counter, or not one value of it for each iteration
     */
    public double[] logTimes(String yardstick) {
        List<double[]> units = yardstick == null ? null : counters.get(yardstick);
        if (yardstick != null && units == null) {
            throw new DamagedResultsException(id + ": got the counters " + counters.keySet() + ", wanted " + yardstick);
        }
        double[] times = new double[forks.size()];
        for (int fork = 0; fork < times.length; fork++) {
            double[] scores = forks.get(fork);
            double[] logs = new double[scores.length];
            for (int i = 0; i < logs.length; i++) {
                logs[i] = rate ? -Math.log(scores[i]) : Math.log(scores[i]);
            }
            if (units != null) {
                double[] unit = units.get(fork);
                if (unit.length != logs.length) {
                    throw new DamagedResultsException(id + ": got " + unit.length + " values of " + yardstick
                            + " in a fork, wanted " + logs.length);
                }
                for (int i = 0; i < logs.length; i++) {
                    if (!(unit[i] > 0 && unit[i] < Double.POSITIVE_INFINITY)) {
                        throw new DamagedResultsException(
                                id + ": got a " + yardstick + " of " + unit[i] + ", wanted a positive number");
                    }
                    logs[i] -= Math.log(unit[i]);
                }
            }
            times[fork] = RegressionTest.median(logs);
        }
        return times;
    }
}
