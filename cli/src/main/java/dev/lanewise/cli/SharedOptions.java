package dev.lanewise.cli;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.backend.CacheSizes;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class SharedOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            converter = OptionValues.Threads.class,
            description =
                    "how many threads may work at once (default: ${DEFAULT-VALUE}); the result never depends on it")
    private int threads;

    @Option(
            names = "--time",
            description = "print a line with the seconds spent reading, computing and writing on standard error")
    private boolean time;

    @Option(names = "--debug", description = "print a stack trace with an error")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    /** How many threads may work; refuses system properties of the engine that mean nothing, before any work is done. */
    Parallelism parallelism() {
        requireEngine();
        return Parallelism.threads(threads);
    }

    /** Fails as {@link CommandFailure#usage} if a {@code -Dlanewise...} has a value that means nothing or cannot be had. */
    static void requireEngine() {
        try {
            CacheSizes.current();
            Parallelism.threads(2).forOperations(0);
            Backend.active();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }

    /** Prints the times if they were asked for. */
    void report(PhaseTimes times, StandardStreams streams) {
        if (time) {
            streams.err().println(times);
        }
    }
}
