package dev.lanewise.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs a tool of the JDK that runs the tests, as a process of its own. */
public final class JdkTool {
    private static final int SECONDS = 180;

    /** Options from the surroundings would change what a test asked for, and be reported among the errors. */
    private static final List<String> MEDDLING_VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVAC_OPTIONS", "CLASSPATH");

    private final String name;
    private final List<String> arguments = new ArrayList<>();

    private JdkTool(String name) {
        this.name = name;
    }

    /**
     * A tool.
     *
     * @param name its name, such as {@code java}
     * @param arguments what it is given first
     * @return the tool, not yet run
     */
    public static JdkTool named(String name, String... arguments) {
        return new JdkTool(name).with(Arrays.asList(arguments));
    }

    /**
     * The tool with more arguments.
     *
     * @param more what it is given next
     * @return this
     */
    public JdkTool with(List<String> more) {
        arguments.addAll(more);
        return this;
    }

    /**
     * The tool with more arguments.
     *
     * @param more what it is given next
     * @return this
     */
    public JdkTool with(Object... more) {
        return with(Arrays.stream(more).map(String::valueOf).toList());
    }

    /**
     * What came of a run.
     *
     * @param exit the exit code
     * @param out what it printed
     * @param err what it printed as errors
     */
    public record Outcome(int exit, String out, String err) {
        /**
         * The output of a run that was to succeed.
         *
         * @return what it printed
         */
        public String outOfSuccess() {
            if (exit != 0) {
                throw new AssertionError("exit code " + exit + ", wanted 0; output:\n" + out + "\nerrors:\n" + err);
            }
            return out;
        }
    }

    /**
     * Runs the tool to its end.
     *
     * @return what came of it
     */
    public Outcome run() {
        try {
            Path out = Files.createTempFile("lanewise-out", ".txt");
            Path err = Files.createTempFile("lanewise-err", ".txt");
            try {
                return new Outcome(exitCode(out, err), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int exitCode(Path out, Path err) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        MEDDLING_VARIABLES.forEach(builder.environment()::remove);
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(command + " did not end within " + SECONDS + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + command, e);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * The class path that holds given classes.
     *
     * @param classes one of each folder or jar
     * @return the folders and jars, joined
     */
    public static String classPathOf(Class<?>... classes) {
        return Arrays.stream(classes)
                .map(each -> homeOf(each).toString())
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /**
     * Where a class was loaded from.
     *
     * @param type the class
     * @return the folder or jar
     */
    public static Path homeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
