package dev.lanewise.perf.duel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a match in several virtual machines.
 *
 * @param match the match
 * @param samples by contestant, ours first, one array for each virtual machine
 */
public record Result(Match match, Map<String, List<double[]>> samples) {
    /** The name of ours. */
    public static final String OURS = "ours";

    /**
     * Gathers.
     *
     * @param match the match
     * @param forks what each virtual machine measured
     * @return the result
     */
    public static Result of(Match match, List<List<Samples>> forks) {
        Map<String, List<double[]>> samples = new LinkedHashMap<>();
        for (List<Samples> fork : forks) {
            for (Samples each : fork) {
                samples.computeIfAbsent(each.contestant(), name -> new ArrayList<>())
                        .add(each.nanoseconds());
            }
        }
        samples.forEach((name, times) -> {
            if (times.size() != forks.size()) {
                throw new IllegalStateException(match.key() + ": got samples of " + name + " from " + times.size()
                        + " machines, wanted " + forks.size());
            }
        });
        if (!samples.containsKey(OURS)) {
            throw new IllegalStateException(
                    match.key() + ": got samples of " + samples.keySet() + ", wanted ours, too");
        }
        return new Result(match, samples);
    }

    /**
     * The nanoseconds that a contestant takes.
     *
     * @param contestant its name
     * @return the median of all samples
     */
    public double nanoseconds(String contestant) {
        return PairedRatio.median(samples.get(contestant).stream()
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray());
    }

    /**
     * All but ours.
     *
     * @return their names
     */
    public List<String> peers() {
        return samples.keySet().stream().filter(name -> !name.equals(OURS)).toList();
    }

    /**
     * How many times faster ours is.
     *
     * @param peer than whom
     * @return the ratio
     */
    public PairedRatio speedup(String peer) {
        return PairedRatio.of(samples.get(peer), samples.get(OURS));
    }

    /**
     * The rate of ours.
     *
     * @return floating-point operations a nanosecond
     */
    public double gigaflops() {
        return match.flops() / nanoseconds(OURS);
    }
}
