package dev.lanewise.perf.check;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code perf-check}, for builds: exit status 0 if nothing has become slower; 1 if something has, a benchmark is gone, or
 * the files or the command line cannot be used.
 */
@Command(
        name = "perf-check",
        description = {
            "Says of every benchmark whether it is as fast as before.",
            "Takes what JMH writes with -f 10 -rf json. With --record it adds runs to the baseline of this processor and JDK;"
                    + " five separate ones are needed, ten are good."
        },
        footer = {
            "",
            "Examples:",
            "  perf-check --baseline baseline.json --record run1.json run2.json run3.json run4.json run5.json",
            "  perf-check --baseline baseline.json now.json"
        })
public final class CheckCommand implements Callable<Integer> {
    @Option(
            names = "--baseline",
            required = true,
            paramLabel = "FILE",
            description = "the baselines of any number of machines")
    private Path baseline;

    @Option(names = "--record", description = "add the results to the baseline instead of comparing them")
    private boolean record;

    @Option(
            names = "--processor",
            paramLabel = "NAME",
            description = "the processor that ran the benchmarks, if not that of this machine")
    private String processor;

    @Parameters(
            paramLabel = "RESULTS",
            arity = "1..*",
            description = "what JMH wrote; with --record one file for each run")
    private List<Path> files;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private CheckCommand() {}

    /**
     * Runs the command and ends the virtual machine with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /**
     * Runs the command in this virtual machine.
     *
     * @param args the command line
     * @param out gets the summary
     * @param err gets what is wrong, one line
     * @return the exit status
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new CommandLine(new CheckCommand())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setParameterExceptionHandler((thrown, rejected) -> fail(err, thrown.getMessage()))
                .setExecutionExceptionHandler((thrown, failed, result) -> fail(err, message(thrown)))
                .execute(args);
    }

    private static int fail(PrintStream err, String message) {
        err.println("perf-check: " + message);
        return 1;
    }

    private static String message(Exception thrown) {
        if (thrown instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        return thrown instanceof DamagedResultsException || thrown instanceof IOException
                ? thrown.getMessage()
                : thrown.toString();
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (record) {
            Baseline known = Files.exists(baseline) ? Baseline.read(baseline) : Baseline.empty();
            for (Path file : files) {
                JmhResults results = JmhResults.read(file);
                known.add(machine(results), results);
            }
            known.write(baseline);
            out.printf("%s: %d run(s) added%n", baseline, files.size());
            return 0;
        }
        if (files.size() != 1) {
            throw new DamagedResultsException("got " + files.size() + " files of results, wanted one to compare");
        }
        JmhResults results = JmhResults.read(files.get(0));
        Machine machine = machine(results);
        List<Change> changes = Baseline.read(baseline).compare(machine, results);
        out.print(Summary.of(machine, changes));
        out.flush();
        return changes.stream().anyMatch(Summary::isFailure) ? 1 : 0;
    }

    private Machine machine(JmhResults results) {
        return new Machine(processor == null ? Machine.thisProcessor() : processor, results.jdk());
    }
}
