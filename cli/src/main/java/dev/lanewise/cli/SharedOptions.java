package dev.lanewise.cli;

import dev.lanewise.engine.Parallelism;
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

    Parallelism parallelism() {
        return Parallelism.threads(threads);
    }

    /** Prints the times if they were asked for. */
    void report(PhaseTimes times, StandardStreams streams) {
        if (time) {
            streams.err().println(times);
        }
    }
}
