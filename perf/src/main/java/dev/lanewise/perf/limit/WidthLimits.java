package dev.lanewise.perf.limit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What one core does with vectors of one width, measured in a virtual machine of its own that takes it for the widest.
 *
 * @param floats multiply-adds in single precision, two operations each, a nanosecond
 * @param doubles in double precision
 * @param shuffles of vectors, a nanosecond
 */
record WidthLimits(double floats, double doubles, double shuffles) {
    private static final int ROUNDS = 30;

    /** Measures vectors of so many bits. */
    static WidthLimits measure(int bits) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-XX:MaxVectorSize=" + bits / 8,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WidthLimits.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("no limits of " + bits + " bits: " + said);
        }
        String[] numbers = said.substring(said.lastIndexOf('\n') + 1).split(" ");
        return new WidthLimits(
                Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    }

    /**
     * Prints the three numbers.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println(MachineLimits.best(ROUNDS, MultiplyAdds::floats) + " "
                + MachineLimits.best(ROUNDS, MultiplyAdds::doubles) + " "
                + MachineLimits.best(ROUNDS, MultiplyAdds::shuffles));
    }
}
