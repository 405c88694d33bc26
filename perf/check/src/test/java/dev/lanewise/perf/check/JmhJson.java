package dev.lanewise.perf.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts as JMH 1.37 writes them with {@code -rf json}, shortened to what is read. */
final class JmhJson {
    static final String JDK = "25.0.3+9-LTS";

    private JmhJson() {}

    static String of(String... entries) {
        return Arrays.stream(entries).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    static String entry(String benchmark, String mode, String metrics) {
        return "{\"jmhVersion\": \"1.37\", \"benchmark\": \"" + benchmark + "\", \"mode\": \"" + mode
                + "\", \"threads\": 1, \"forks\": 10, \"vmVersion\": \"" + JDK + "\", " + metrics + "}";
    }

    /** A benchmark with forks of one iteration each, beside a yardstick. */
    static String paired(String benchmark, double[] scores, double[] yardstick) {
        return entry(
                benchmark,
                "avgt",
                primary("ns/op", forks(scores)) + ", \"secondaryMetrics\": {\"yardstickArithmeticV1\": {\"score\": 1.0,"
                        + " \"scoreUnit\": \"#\", \"rawData\": " + forks(yardstick) + "}}");
    }

    static String alone(String benchmark, double... scores) {
        return entry(benchmark, "avgt", primary("ns/op", forks(scores)) + ", \"secondaryMetrics\": {}");
    }

    static String primary(String unit, String rawData) {
        return "\"primaryMetric\": {\"score\": 1.0, \"scoreError\": \"NaN\", \"scoreUnit\": \"" + unit
                + "\", \"rawData\": " + rawData + "}";
    }

    private static String forks(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "[%.17g]", value))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static double[] constant(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
