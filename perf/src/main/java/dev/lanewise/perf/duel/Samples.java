package dev.lanewise.perf.duel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The times of one contestant in one virtual machine.
 *
 * @param key of the match
 * @param contestant its name
 * @param nanoseconds of one run of the work each, in the order in which they were taken: the {@code i}-th stands beside
 *     the {@code i}-th of the others
 */
public record Samples(String key, String contestant, double[] nanoseconds) {
    private static final String SEPARATOR = "\t";

    /**
     * As one line of text.
     *
     * @return the line
     */
    public String toLine() {
        return key
                + SEPARATOR
                + contestant
                + SEPARATOR
                + Arrays.stream(nanoseconds)
                        .mapToObj(time -> String.format(Locale.ROOT, "%.3f", time))
                        .collect(Collectors.joining(" "));
    }

    /**
     * Reads a line.
     *
     * @param line what {@link #toLine} made
     * @return the samples
     */
    public static Samples parse(String line) {
        List<String> parts = List.of(line.split(SEPARATOR, -1));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("samples: got \"" + line + "\", wanted key, name and times");
        }
        return new Samples(
                parts.get(0),
                parts.get(1),
                Arrays.stream(parts.get(2).split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }
}
