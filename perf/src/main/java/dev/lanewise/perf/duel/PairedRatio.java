package dev.lanewise.perf.duel;

import java.util.Arrays;
import java.util.List;

/**
 * How many times faster one contestant is than another: the median of the ratios of samples that stand beside each other,
 * and an interval for it.
 *
 * <p>The interval is that of the medians of the virtual machines, between which the compiler and the memory differ most:
 * from the least to the greatest of {@code k} of them. The true median lies outside with a probability of
 * {@code 2^(1-k)} (the sign test).
 *
 * @param median of all pairs
 * @param low least median of a virtual machine
 * @param high greatest
 */
public record PairedRatio(double median, double low, double high) {
    /**
     * Compares.
     *
     * @param slower the samples of one contestant, one array for each virtual machine
     * @param faster those of the other, of the same lengths
     * @return how many times as long the first takes
     */
    public static PairedRatio of(List<double[]> slower, List<double[]> faster) {
        if (slower.isEmpty() || slower.size() != faster.size()) {
            throw new IllegalArgumentException("samples: got " + slower.size() + " and " + faster.size()
                    + " machines, wanted as many, and one at least");
        }
        double[] all = {};
        double[] medians = new double[slower.size()];
        for (int fork = 0; fork < medians.length; fork++) {
            double[] ratios = ratios(slower.get(fork), faster.get(fork));
            medians[fork] = median(ratios);
            int before = all.length;
            all = Arrays.copyOf(all, before + ratios.length);
            System.arraycopy(ratios, 0, all, before, ratios.length);
        }
        return new PairedRatio(
                median(all),
                Arrays.stream(medians).min().getAsDouble(),
                Arrays.stream(medians).max().getAsDouble());
    }

    /**
     * How sure the interval is.
     *
     * @param machines how many virtual machines it comes from
     * @return the probability that the true median lies in it
     */
    public static double confidence(int machines) {
        return 1 - Math.pow(2, 1 - machines);
    }

    private static double[] ratios(double[] slower, double[] faster) {
        if (slower.length == 0 || slower.length != faster.length) {
            throw new IllegalArgumentException(
                    "samples: got " + slower.length + " and " + faster.length + ", wanted as many, and one at least");
        }
        double[] ratios = new double[slower.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = slower[i] / faster[i];
        }
        return ratios;
    }

    /**
     * The median.
     *
     * @param values some numbers, one at least
     * @return the one in the middle, or the mean of the two
     */
    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
