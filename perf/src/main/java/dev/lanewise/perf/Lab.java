package dev.lanewise.perf;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The performance lab: what {@code ./perf/run} runs. */
@Command(
        name = "./perf/run",
        description = "The performance lab.",
        subcommands = {Compare.class, Check.class, Report.class, Limits.class})
public final class Lab implements Runnable {
    @Spec
    private CommandSpec spec;

    private Lab() {}

    /**
     * Runs a command.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command in this virtual machine; returns the exit status. */
    static int run(String... arguments) {
        return new CommandLine(new Lab())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionExceptionHandler((thrown, line, result) -> {
                    System.err.println("perf/run: " + thrown.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "wanted a command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
