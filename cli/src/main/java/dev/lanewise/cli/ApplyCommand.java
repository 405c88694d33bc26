package dev.lanewise.cli;

import dev.lanewise.npy.NpyArray;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lanewise apply}: a stored map of every row. */
@Command(
        name = "apply",
        description = {
            "Applies a stored map to every row: y = A x.",
            "Rows lie along the last axis and are as long as the map has columns, with --transpose as it has rows. A"
                    + " complex map, such as a Fourier transform or a butterfly found in complex numbers, takes rows of"
                    + " complex or of real numbers and gives complex ones; a real map takes real and imaginary parts"
                    + " one after the other."
        },
        footer = {
            "",
            "f4 and c8 are computed and written in single precision, all else in double, whatever the map was stored in.",
            "Example, there and back by an orthogonal map:",
            "  lanewise apply transform.map vectors.npy out.npy",
            "  lanewise apply transform.map out.npy again.npy --transpose"
        })
final class ApplyCommand implements Runnable {
    private final StandardStreams streams;

    @Parameters(index = "0", paramLabel = "MAP", description = "the map, as factorize writes it; - is standard input")
    private String map;

    @Parameters(index = "1", paramLabel = "IN", description = "the array, a .npy file; - is standard input")
    private String in;

    @Parameters(index = "2", paramLabel = "OUT", description = "the array of the results; - is standard output")
    private String out;

    @Option(names = "--transpose", description = "apply the transpose; of a complex map the conjugate transpose")
    private boolean transpose;

    @Mixin
    private SharedOptions options;

    ApplyCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        List<ArrayJob.Output> outputs = List.of(new ArrayJob.Output("OUT", out));
        new ArrayJob(streams, options)
                .run(
                        List.of(new ArrayJob.Input("MAP", map), new ArrayJob.Input("IN", in)),
                        outputs,
                        (files, times, means) -> {
                            times.begin(PhaseTimes.Phase.READING);
                            NpyArray array = files.read("IN", in, means.progress());
                            NpyArray result = array.type().isFloat()
                                    ? inFloat(array, files, times, means)
                                    : inDouble(array, files, times, means);
                            times.begin(PhaseTimes.Phase.WRITING);
                            files.write(outputs, List.of(result), means.progress());
                        });
    }

    private NpyArray inDouble(NpyArray array, ArrayFiles files, PhaseTimes times, ArrayJob.Means means) {
        var stored = files.readDoubleMap("MAP", map, means.progress());
        times.begin(PhaseTimes.Phase.COMPUTING);
        MappedRows rows = MappedRows.of(stored, transpose, array, ArrayFiles.inputName(map), ArrayFiles.inputName(in));
        return new DoubleMapRows(stored, transpose, rows, means).of(array);
    }

    private NpyArray inFloat(NpyArray array, ArrayFiles files, PhaseTimes times, ArrayJob.Means means) {
        var stored = files.readFloatMap("MAP", map, means.progress());
        times.begin(PhaseTimes.Phase.COMPUTING);
        MappedRows rows = MappedRows.of(stored, transpose, array, ArrayFiles.inputName(map), ArrayFiles.inputName(in));
        return new FloatMapRows(stored, transpose, rows, means).of(array);
    }
}
