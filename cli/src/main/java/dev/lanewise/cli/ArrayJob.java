package dev.lanewise.cli;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.npy.NpyArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads arrays, computes others from them, and writes these: what the commands on arrays share. */
final class ArrayJob {
    private final StandardStreams streams;
    private final SharedOptions options;

    ArrayJob(StandardStreams streams, SharedOptions options) {
        this.streams = streams;
        this.options = options;
    }

    /**
     * An array, or a map, to be read.
     *
     * @param label what the command line calls it
     * @param file its file, or {@code -}
     */
    record Input(String label, String file) {}

    /**
     * An array, or a map, to be written.
     *
     * @param label what the command line calls it
     * @param file its file, or {@code -}
     */
    record Output(String label, String file) {}

    /** Computes an array from others. */
    interface Computation {
        /** The result; the inputs may be overwritten. */
        NpyArray of(List<NpyArray> inputs, Means means);
    }

    /** Computes arrays from others. */
    interface Computations {
        /** The results in the order of the outputs; the inputs may be overwritten. */
        List<NpyArray> of(List<NpyArray> inputs, Means means);
    }

    /**
     * What there is to compute with.
     *
     * @param progress shows how far it is
     * @param workspace scratch
     * @param parallelism how many threads may work
     */
    record Means(Progress progress, Workspace workspace, Parallelism parallelism) {}

    void run(List<Input> inputs, String out, Computation computation) {
        run(inputs, List.of(new Output("OUT", out)), (arrays, means) -> List.of(computation.of(arrays, means)));
    }

    void run(List<Input> inputs, List<Output> outputs, Computations computations) {
        run(inputs, outputs, (files, times, means) -> {
            times.begin(PhaseTimes.Phase.READING);
            List<NpyArray> arrays = new ArrayList<>();
            for (Input input : inputs) {
                arrays.add(files.read(input.label, input.file, means.progress));
            }
            times.begin(PhaseTimes.Phase.COMPUTING);
            List<NpyArray> results = computations.of(arrays, means);
            times.begin(PhaseTimes.Phase.WRITING);
            files.write(outputs, results, means.progress);
        });
    }

    /** Reads, computes and writes what is not arrays alone. */
    interface Steps {
        /** Does so, and says when each phase begins. */
        void run(ArrayFiles files, PhaseTimes times, Means means);
    }

    void run(List<Input> inputs, List<Output> outputs, Steps steps) {
        requireOneStandardInput(inputs);
        Parallelism parallelism = options.parallelism();
        ArrayFiles files = new ArrayFiles(streams);
        files.requirePlaces(outputs);
        PhaseTimes times = new PhaseTimes();
        try (Progress progress = new Progress(streams.terminal())) {
            steps.run(files, times, new Means(progress, new Workspace(), parallelism));
            times.end();
        } catch (OutOfMemoryError e) {
            long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
            String names = inputs.stream()
                    .map(input -> ArrayFiles.inputName(input.file))
                    .collect(Collectors.joining(", "));
            throw CommandFailure.input(
                    names + ": needs more than the " + mebibytes + " MiB that Java may use, wanted a smaller array or"
                            + " more memory, for instance by LANEWISE_JAVA_OPTIONS=-Xmx16g",
                    e);
        }
        options.report(times, streams);
    }

    private static void requireOneStandardInput(List<Input> inputs) {
        List<Input> standard =
                inputs.stream().filter(input -> input.file.equals("-")).toList();
        if (standard.size() > 1) {
            throw CommandFailure.usage(standard.get(0).label + ", " + standard.get(1).label
                    + ": got - for both, wanted standard input once at most");
        }
    }
}
