package dev.lanewise.perf;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.perf.check.Machine;
import dev.lanewise.perf.duel.Effort;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.duel.Samples;
import dev.lanewise.perf.family.Families;
import dev.lanewise.perf.family.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}: ours beside every peer that is present, in turn, in several fresh virtual machines. */
@Command(name = "compare", description = "Compares ours with every peer that is present.")
final class Compare implements Callable<Integer> {
    @Option(names = "--quick", description = "fewer sizes, but for --n, and fewer samples: some minutes")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "FAMILY",
            split = ",",
            description = "some of ${COMPLETION-CANDIDATES}",
            completionCandidates = FamilyNames.class)
    private List<String> only = List.of();

    @Option(names = "--n", paramLabel = "SIZE", split = ",", description = "these sizes only")
    private List<Long> sizes = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "threads of each contestant (default: 1)")
    private int threads = 1;

    @Option(names = "--bits", paramLabel = "N", description = "128, 256 or 512: as on a processor with such vectors")
    private Integer bits;

    @Option(names = "--backend", paramLabel = "NAME", description = "scalar or simd")
    private String backend;

    @Option(names = "--out", paramLabel = "FOLDER", description = "where compare.csv and compare.json go")
    private Path out = Path.of("perf", "target");

    @Mixin
    private HelpOption help = new HelpOption();

    /** What {@code --help} lists. */
    static final class FamilyNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Families.all().stream().map(Family::name).iterator();
        }
    }

    /** A match of a family. */
    private record Work(Family family, Match match) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Work> work = new ArrayList<>();
        for (Family family : only.isEmpty()
                ? Families.all()
                : only.stream().map(Families::named).toList()) {
            family.matches(quick && sizes.isEmpty(), threads).stream()
                    .filter(match -> sizes.isEmpty() || sizes.contains(match.n()))
                    .forEach(match -> work.add(new Work(family, match)));
        }
        if (work.isEmpty()) {
            throw new IllegalArgumentException("--n: got " + sizes + ", wanted sizes that are compared");
        }
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        List<String> flags = new ArrayList<>();
        if (bits != null) {
            flags.add("-XX:MaxVectorSize=" + bits / 8);
        }
        if (backend != null) {
            flags.add("-Dlanewise.backend=" + backend);
        }
        Map<String, String> environment = environment(effort, flags);
        environment.forEach((name, value) -> System.out.println(name + ": " + value));
        List<Result> results = new ArrayList<>();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("compare")
                .setInitialMax((long) work.size() * effort.forks())
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .build()) {
            for (Work each : work) {
                List<List<Samples>> forks = new ArrayList<>();
                for (int fork = 0; fork < effort.forks(); fork++) {
                    bar.setExtraMessage(each.match.key());
                    forks.add(Fork.run(flags, each.family.name(), each.match.key(), quick, threads));
                    bar.step();
                }
                results.add(Result.of(each.match, forks));
            }
        }
        System.out.print(ComparisonTable.of(results));
        Files.createDirectories(out);
        Files.writeString(out.resolve("compare.csv"), ComparisonFiles.csv(results, threads));
        Files.writeString(out.resolve("compare.json"), ComparisonFiles.json(results, threads, environment));
        System.out.println();
        System.out.println("written: " + out.resolve("compare.csv") + ", " + out.resolve("compare.json"));
        return 0;
    }

    private Map<String, String> environment(Effort effort, List<String> flags) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("processor", Machine.thisProcessor());
        environment.put("jdk", System.getProperty("java.vm.version"));
        environment.put(
                "backend",
                Backend.active() + ", " + Backend.vectorBits() + " bits"
                        + (flags.isEmpty() ? "" : ", run with " + flags));
        environment.put("effort", effort.toString());
        environment.put("threads", String.valueOf(threads));
        environment.put("peers", Peers.present());
        return environment;
    }
}
