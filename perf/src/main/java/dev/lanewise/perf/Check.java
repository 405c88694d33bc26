package dev.lanewise.perf;

import dev.lanewise.perf.check.CheckCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check}: the regression check on our own benchmarks. */
@Command(name = "check", description = "Says whether our benchmarks have become slower. Takes some minutes.")
final class Check implements Callable<Integer> {
    private static final int FORKS = 10;

    @Option(names = "--baseline", paramLabel = "FILE", description = "the baselines (default: ${DEFAULT-VALUE})")
    private Path baseline = Path.of("perf", "baseline.json");

    @Option(
            names = "--record",
            paramLabel = "RUNS",
            description = "measure so many times and add them to the baseline instead")
    private int runs;

    @Option(names = "--out", paramLabel = "FOLDER", description = "where the results of JMH go")
    private Path out = Path.of("perf", "target");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    @Override
    public Integer call() throws IOException, RunnerException {
        List<String> arguments = new ArrayList<>(List.of("--baseline", baseline.toString()));
        if (runs > 0) {
            arguments.add("--record");
        }
        for (int run = 0; run < Math.max(1, runs); run++) {
            System.err.println("check: run " + (run + 1) + " of " + Math.max(1, runs) + ", about a minute");
            arguments.add(measure("check-" + run + ".json").toString());
        }
        return CheckCommand.run(arguments.toArray(new String[0]), System.out, System.err);
    }

    private Path measure(String name) throws IOException, RunnerException {
        Files.createDirectories(out);
        Path results = out.resolve(name);
        new Runner(new OptionsBuilder()
                        .include(CheckedBenchmark.class.getName())
                        .forks(FORKS)
                        .warmupIterations(5)
                        .warmupTime(TimeValue.milliseconds(100))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(100))
                        .jvmArgs("--add-modules=jdk.incubator.vector", "-Xmx2g")
                        .verbosity(VerboseMode.SILENT)
                        .output(out.resolve("check.log").toString())
                        .resultFormat(ResultFormatType.JSON)
                        .result(results.toString())
                        .build())
                .run();
        return results;
    }
}
