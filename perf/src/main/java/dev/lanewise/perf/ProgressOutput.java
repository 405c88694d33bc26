package dev.lanewise.perf;

import java.util.Collection;
import me.tongfei.progressbar.ProgressBar;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** What JMH does, as steps of a progress bar: one for each iteration. */
final class ProgressOutput implements OutputFormat {
    private final ProgressBar bar;

    ProgressOutput(ProgressBar bar) {
        this.bar = bar;
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        bar.setExtraMessage(benchmark.getBenchmark().replaceFirst(".*\\.", ""));
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams parameters, int iteration, IterationResult result) {
        bar.step();
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams parameters, int iteration) {}

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void print(String text) {}

    @Override
    public void println(String text) {}

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void write(int character) {}

    @Override
    public void write(byte[] characters) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
