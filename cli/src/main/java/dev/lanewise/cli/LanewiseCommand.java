package dev.lanewise.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code lanewise} command. */
@Command(
        name = "lanewise",
        description = "Structured linear algebra on NumPy files, at the speed of the processor's vectors.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = ReleaseVersion.class,
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Files are NumPy .npy files; - is standard input or output.",
            "Example:",
            "  lanewise rotate vectors.npy rotated.npy --seed 42"
        })
public final class LanewiseCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "print the version and exit")
    private boolean version;

    @Spec
    private CommandSpec spec;

    private LanewiseCommand() {}

    /**
     * Runs the command and ends the virtual machine with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(run(args, StandardStreams.ofProcess()));
    }

    /**
     * Runs the command in this virtual machine, without a progress bar.
     *
     * @param args the command line
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @return the exit status
     */
    public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
        return run(args, new StandardStreams(in, out, err, Optional.empty()));
    }

    static int run(String[] args, StandardStreams streams) {
        // Before anything is parsed, so that an error of parsing can be traced as well.
        ErrorLine error = new ErrorLine(streams.err(), List.of(args).contains("--debug"));
        try {
            TextOutput text = new TextOutput(streams.out());
            int status = commandLine(args, streams, text, error).execute(args);
            if (status == ExitStatus.DONE) {
                text.close();
            }
            return status;
        } catch (Throwable e) {
            return error.report(e);
        }
    }

    private static CommandLine commandLine(String[] args, StandardStreams streams, TextOutput text, ErrorLine error) {
        CommandLine line = new CommandLine(new LanewiseCommand());
        Map<String, Supplier<Object>> commands = commands(streams, text);
        if (args.length > 0 && commands.containsKey(args[0])) {
            // Picocli reads every command that it is given by reflection, which takes some milliseconds each.
            commands.keySet().retainAll(Set.of(args[0]));
        }
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return line.setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setOut(new PrintWriter(text.stream(), true))
                .setErr(new PrintWriter(streams.err(), true))
                .setParameterExceptionHandler((thrown, rejected) -> error.report(thrown))
                .setExecutionExceptionHandler((thrown, failed, result) -> error.report(thrown));
    }

    /** All commands, in the order in which the help lists them. */
    private static Map<String, Supplier<Object>> commands(StandardStreams streams, TextOutput text) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("info", () -> new InfoCommand(streams, text));
        commands.put("demo", () -> new DemoCommand(streams, text));
        commands.put("transform", () -> new TransformCommand(streams));
        commands.put("convolve", () -> new ConvolveCommand(streams));
        commands.put("rotate", () -> new RotateCommand(streams));
        commands.put("qr", () -> new QrCommand(streams));
        commands.put("lstsq", () -> new LstsqCommand(streams));
        commands.put("factorize", () -> new FactorizeCommand(streams, text));
        commands.put("apply", () -> new ApplyCommand(streams));
        return commands;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "got no command, wanted one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
