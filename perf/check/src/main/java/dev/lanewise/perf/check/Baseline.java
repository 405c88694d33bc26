package dev.lanewise.perf.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What benchmarks took before: for each processor and JDK, each benchmark, each run, the logarithm of the time of each
 * fork in units of a yardstick. A text file, to be kept with the sources.
 */
public final class Baseline {
    private static final String FORMAT = "perf-check-baseline-v1";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    /** The runs of one benchmark. */
    private static final class Entry {
        private String yardstick;
        private List<double[]> runs = new ArrayList<>();
    }

    /** The benchmarks of one machine. */
    private static final class Section {
        private String processor;
        private String jdk;
        private Map<String, Entry> benchmarks = new TreeMap<>();

        boolean isOf(Machine machine) {
            return machine.processor().equals(processor) && machine.jdk().equals(jdk);
        }
    }

    private String format;
    private List<Section> machines = new ArrayList<>();

    private Baseline() {} // Gson leaves out what is not in the file

    /**
     * A baseline of nothing.
     *
     * @return the baseline
     */
    public static Baseline empty() {
        Baseline baseline = new Baseline();
        baseline.format = FORMAT;
        return baseline;
    }

    /**
     * Reads a file.
     *
     * @param file what {@link #write} wrote
     * @return the baseline
     * @throws IOException if it cannot be read
     * @throws DamagedResultsException if it is none
     */
    public static Baseline read(Path file) throws IOException {
        try {
            Baseline baseline = GSON.fromJson(Files.readString(file), Baseline.class);
            if (baseline == null || !FORMAT.equals(baseline.format)) {
                throw new DamagedResultsException("not of the format " + FORMAT);
            }
            baseline.check();
            return baseline;
        } catch (JsonParseException | NumberFormatException | DamagedResultsException e) {
            throw new DamagedResultsException(
                    file + ": got a damaged baseline, wanted one as recorded: " + e.getMessage(), e);
        }
    }

    private void check() {
        if (machines == null) {
            throw new DamagedResultsException("no machines");
        }
        for (Section section : machines) {
            if (section == null || section.processor == null || section.jdk == null || section.benchmarks == null) {
                throw new DamagedResultsException("a machine without processor, jdk or benchmarks");
            }
            section.benchmarks.forEach((id, entry) -> {
                if (entry == null || entry.runs == null || entry.runs.isEmpty() || entry.runs.contains(null)) {
                    throw new DamagedResultsException(id + ": no runs");
                }
                for (double[] run : entry.runs) {
                    for (double logarithm : run) {
                        if (!Double.isFinite(logarithm)) {
                            throw new DamagedResultsException(id + ": " + logarithm);
                        }
                    }
                }
            });
        }
    }

    /**
     * Writes a file.
     *
     * @param file the file, replaced if there is one
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        // Not Files.createTempFile, which lets nobody but the owner read what it creates.
        Path temporary = file.resolveSibling(file.getFileName() + "-" + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(temporary, GSON.toJson(this) + "\n");
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Whether it has something for a machine.
     *
     * @param machine the machine
     * @return true if it has
     */
    public boolean knows(Machine machine) {
        return machines.stream().anyMatch(section -> section.isOf(machine));
    }

    /**
     * The machines it knows.
     *
     * @return the machines
     */
    public List<Machine> machines() {
        return machines.stream()
                .map(section -> new Machine(section.processor, section.jdk))
                .toList();
    }

    /**
     * Adds a run.
     *
     * @param machine where it ran
     * @param results what it measured
     * @throws DamagedResultsException if a benchmark has fewer than {@link RegressionTest#FEWEST_FORKS} forks, or another
     *     yardstick than in the runs before; nothing is added then
     */
    public void add(Machine machine, JmhResults results) {
        Section section = section(machine);
        Map<String, Entry> known = section == null ? Map.of() : section.benchmarks;
        results.measurements().forEach((id, measurement) -> {
            String yardstick = Yardstick.of(measurement);
            Entry entry = known.get(id);
            if (entry != null && !Objects.equals(entry.yardstick, yardstick)) {
                throw new DamagedResultsException(id + ": got " + named(yardstick) + ", wanted "
                        + named(entry.yardstick) + " as in the runs before");
            }
            RegressionTest.requireForks(id, measurement.logTimes(yardstick));
        });
        if (section == null) {
            section = new Section();
            section.processor = machine.processor();
            section.jdk = machine.jdk();
            machines.add(section);
        }
        Map<String, Entry> benchmarks = section.benchmarks;
        results.measurements().forEach((id, measurement) -> {
            Entry entry = benchmarks.computeIfAbsent(id, key -> new Entry());
            entry.yardstick = Yardstick.of(measurement);
            entry.runs.add(measurement.logTimes(entry.yardstick));
        });
    }

    private static String named(String yardstick) {
        return yardstick == null ? "no yardstick" : yardstick;
    }

    private Section section(Machine machine) {
        return machines.stream()
                .filter(section -> section.isOf(machine))
                .findFirst()
                .orElse(null);
    }

    /**
     * Compares a run with those of the same machine.
     *
     * @param machine where it ran
     * @param results what it measured
     * @return what became of every benchmark that is on either side, by name
     * @throws DamagedResultsException if the machine is unknown, or there are too few runs or forks
     */
    public List<Change> compare(Machine machine, JmhResults results) {
        Section section = section(machine);
        if (section == null) {
            throw new DamagedResultsException("no baseline for " + machine + "; there is one for "
                    + (machines.isEmpty() ? "nothing" : machines()) + "; record one with --record");
        }
        long both = results.measurements().keySet().stream()
                .filter(section.benchmarks::containsKey)
                .count();
        RegressionTest test = new RegressionTest((int) Math.max(1, both));
        Map<String, Change> changes = new TreeMap<>();
        section.benchmarks.forEach((id, entry) -> {
            Measurement measurement = results.measurements().get(id);
            changes.put(
                    id,
                    measurement == null
                            ? Change.onOneSide(id, Verdict.GONE, entry.runs.size(), 0)
                            : test.compare(id, entry.runs, measurement.logTimes(entry.yardstick)));
        });
        results.measurements()
                .forEach((id, measurement) -> changes.computeIfAbsent(
                        id,
                        key -> Change.onOneSide(
                                id, Verdict.NEW, 0, measurement.forks().size())));
        return List.copyOf(changes.values());
    }
}
