package dev.lanewise.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks of ours beside their peers in several fresh virtual machines each, and prints medians over the machines
 * as a table: {@code Compare [--quick] [--only fwht|rotation] [--bits 128|256|512] [--backend scalar|simd]}.
 */
public final class Compare {
    private static final int FORKS = 3;
    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    private final boolean quick;
    private final List<String> machineArguments = new ArrayList<>(List.of(MODULE));

    /** What the machines print, warnings of the JDK most of all; the table is what is wanted. */
    private final Path log;

    private Compare(boolean quick) throws IOException {
        this.quick = quick;
        this.log = Files.createTempFile("lanewise-compare", ".log");
    }

    /**
     * Runs the comparison.
     *
     * @param arguments as above
     * @throws RunnerException if JMH fails
     * @throws IOException if JMH's output cannot be written
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        List<String> words = Arrays.asList(arguments);
        Compare compare = new Compare(words.contains("--quick"));
        String bits = after(words, "--bits", "");
        if (!bits.isEmpty()) {
            compare.machineArguments.add("-XX:MaxVectorSize=" + Integer.parseInt(bits) / 8);
        }
        String backend = after(words, "--backend", "");
        if (!backend.isEmpty()) {
            compare.machineArguments.add("-Dlanewise.backend=" + backend);
        }
        String only = after(words, "--only", "");
        if (only.isEmpty() || only.equals("fwht")) {
            compare.hadamard();
        }
        if (only.isEmpty() || only.equals("rotation")) {
            compare.rotation();
        }
    }

    private static String after(List<String> words, String option, String otherwise) {
        int at = words.indexOf(option);
        return at < 0 || at + 1 == words.size() ? otherwise : words.get(at + 1);
    }

    private void hadamard() throws RunnerException {
        List<String> powers = new ArrayList<>();
        for (int bits = 6; bits <= 24; bits += quick ? 6 : 2) {
            powers.add(String.valueOf(1 << bits));
        }
        String[] others =
                quick ? new String[] {"768"} : new String[] {"384", "640", "768", "896", "1280", "1536", "3072"};
        Map<Integer, Map<String, Double>> medians = new TreeMap<>();
        collect(medians, run("HadamardBenchmark.*", powers.toArray(new String[0]), "n"));
        collect(medians, run("HadamardBenchmark.(ours|inPlace|copy).*", others, "n"));
        header("Walsh-Hadamard transform, ns an element");
        System.out.printf(
                "%10s %8s %9s %8s %7s %8s %9s %8s %7s %8s %8s%n",
                "n", "f32", "in place", "copy", "/copy", "f64", "in place", "copy", "/copy", "C. Math", "speedup");
        medians.forEach((n, row) -> {
            double f64 = row.get("oursDouble") / n;
            Double peer = row.get("commonsMathDouble");
            System.out.printf(
                    "%10d %s %s %8s %8s%n",
                    n,
                    besideCopy(row, "Float", n),
                    besideCopy(row, "Double", n),
                    peer == null ? "-" : format("%.3f", peer / n),
                    peer == null ? "-" : format("%.1f", peer / n / f64));
        });
    }

    private static String besideCopy(Map<String, Double> row, String type, int n) {
        double ours = row.get("ours" + type) / n;
        double inPlace = row.get("inPlace" + type) / n;
        double copy = row.get("copy" + type) / n;
        return String.format(Locale.ROOT, "%8.3f %9.3f %8.3f %7.2f", ours, inPlace, copy, ours / copy);
    }

    private void rotation() throws RunnerException {
        String rows = quick ? "2000" : "100000";
        Map<Integer, Map<String, Double>> medians = new TreeMap<>();
        collect(medians, run("RotationBenchmark.(ours|transforms)", new String[] {rows}, "rows"));
        // A dense product of all rows takes a quarter of a minute; fewer take as long for each.
        Map<Integer, Map<String, Double>> dense = new TreeMap<>();
        collect(dense, run("RotationBenchmark.ejmlDense", new String[] {"1000"}, "rows"));
        double denseRow = dense.get(1000).get("ejmlDense") / 1000;
        header("Rotation of rows of dimension 768, f32, two blocks, ns a row");
        System.out.printf(
                "%10s %10s %12s %8s %12s %8s%n", "rows", "ours", "transforms", "ratio", "EJML dense", "speedup");
        medians.forEach((count, row) -> {
            double ours = row.get("ours") / count;
            double transforms = row.get("transforms") / count;
            System.out.printf(
                    Locale.ROOT,
                    "%10d %10.1f %12.1f %8.2f %12.1f %8.1f%n",
                    count,
                    ours,
                    transforms,
                    ours / transforms,
                    denseRow,
                    denseRow / ours);
        });
    }

    private void header(String title) {
        System.out.printf(
                "%n%s%n%s; medians of %d virtual machines; %s%n",
                title,
                System.getProperty("java.vm.version"),
                quick ? 1 : FORKS,
                String.join(" ", machineArguments.subList(1, machineArguments.size())));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    private Collection<RunResult> run(String benchmarks, String[] values, String parameter) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("dev.lanewise.perf." + benchmarks)
                .param(parameter, values)
                .forks(quick ? 1 : FORKS)
                .warmupIterations(quick ? 3 : 5)
                .warmupTime(TimeValue.milliseconds(200))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(quick ? 100 : 200))
                .jvmArgs(machineArguments.toArray(new String[0]))
                .jvmArgsAppend("-Xmx6g")
                .verbosity(VerboseMode.SILENT)
                .output(log.toString());
        return new Runner(options.build()).run();
    }

    /** Adds the median over forks of each fork's median, by parameter and benchmark. */
    private static void collect(Map<Integer, Map<String, Double>> medians, Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            String parameter = result.getParams().getParam("n") == null ? "rows" : "n";
            int key = Integer.parseInt(result.getParams().getParam(parameter));
            double[] forks = result.getBenchmarkResults().stream()
                    .mapToDouble(Compare::medianOfFork)
                    .toArray();
            medians.computeIfAbsent(key, k -> new TreeMap<>())
                    .put(name.substring(name.lastIndexOf('.') + 1), median(forks));
        }
    }

    private static double medianOfFork(BenchmarkResult fork) {
        return median(fork.getIterationResults().stream()
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
