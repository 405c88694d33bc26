package dev.lanewise.perf;

import dev.lanewise.perf.check.CheckCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: the regression check on our own benchmarks. */
@Command(name = "check", description = "Says whether our benchmarks have become slower. Takes some minutes.")
final class Check implements Callable<Integer> {
    private static final int FORKS = 12;
    private static final int WARM_UP = 6;
    private static final int ITERATIONS = 8;

    @Option(names = "--baseline", paramLabel = "FILE", description = "the baselines (default: ${DEFAULT-VALUE})")
    private Path baseline = Path.of("perf", "baseline.json");

    @Option(
            names = "--record",
            paramLabel = "RUNS",
            description = "measure so many times and add them to the baseline instead")
    private int runs;

    @Option(names = "--out", paramLabel = "FOLDER", description = "where the results of JMH go")
    private Path out = Path.of("perf", "target");

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException, RunnerException {
        List<String> arguments = new ArrayList<>(List.of("--baseline", baseline.toString()));
        if (runs > 0) {
            arguments.add("--record");
        }
        int repeats = Math.max(1, runs);
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("check")
                .setInitialMax((long) repeats * benchmarks() * FORKS * (WARM_UP + ITERATIONS))
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .build()) {
            for (int run = 0; run < repeats; run++) {
                arguments.add(measure("check-" + run + ".json", bar).toString());
            }
        }
        System.out.println(FORKS + " forks, " + WARM_UP + " iterations of warm-up, " + ITERATIONS + " measured");
        return CheckCommand.run(arguments.toArray(new String[0]), System.out, System.err);
    }

    private static long benchmarks() {
        return Arrays.stream(CheckedBenchmark.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .count();
    }

    private Path measure(String name, ProgressBar bar) throws IOException, RunnerException {
        Files.createDirectories(out);
        Path results = out.resolve(name);
        // The Vector API is thousands of times slower until C2 is through, so its methods are compiled early, and
        // waited for.
        new Runner(
                        new OptionsBuilder()
                                .include(CheckedBenchmark.class.getName())
                                .forks(FORKS)
                                .warmupIterations(WARM_UP)
                                .warmupTime(TimeValue.milliseconds(100))
                                .measurementIterations(ITERATIONS)
                                .measurementTime(TimeValue.milliseconds(40))
                                .jvmArgs(
                                        "--add-modules=jdk.incubator.vector",
                                        "-Xmx2g",
                                        "-XX:-BackgroundCompilation",
                                        "-XX:CompileThresholdScaling=0.2")
                                .resultFormat(ResultFormatType.JSON)
                                .result(results.toString())
                                .build(),
                        new ProgressOutput(bar))
                .run();
        return results;
    }
}
