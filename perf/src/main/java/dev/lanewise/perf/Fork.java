package dev.lanewise.perf;

import dev.lanewise.perf.duel.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts fresh virtual machines. */
final class Fork {
    private static final String PEER_PROPERTIES = "lanewise.peer.";

    private Fork() {}

    /**
     * Fights a match in a machine of its own.
     *
     * @param flags for the machine
     * @param family of the match
     * @param key of the match
     * @param quick with few samples
     * @param threads of each contestant
     * @return the samples
     * @throws IOException if the machine cannot be started
     * @throws InterruptedException if this thread is interrupted
     * @throws IllegalStateException if the machine fails; says what it said
     */
    static List<Samples> run(List<String> flags, String family, String key, boolean quick, int threads)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx6g",
                // So that all is compiled once it has run for a while, and not whenever a compiler thread gets to it.
                "-XX:-BackgroundCompilation",
                "-XX:CompileThresholdScaling=0.2",
                "-cp",
                System.getProperty("java.class.path")));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PEER_PROPERTIES))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(flags);
        command.addAll(List.of(Worker.class.getName(), family, key, String.valueOf(quick), String.valueOf(threads)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<Samples> samples = new ArrayList<>();
        StringBuilder other = new StringBuilder();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(Worker.MARK)) {
                    samples.add(Samples.parse(line.substring(Worker.MARK.length())));
                } else {
                    other.append(line).append('\n');
                }
            }
        } finally {
            process.destroy();
        }
        int status = process.waitFor();
        if (status != 0 || samples.isEmpty()) {
            throw new IllegalStateException(key + ": the machine ended with status " + status + " and said\n" + other);
        }
        return samples;
    }
}
