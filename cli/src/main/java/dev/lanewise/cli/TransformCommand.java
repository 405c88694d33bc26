package dev.lanewise.cli;

import dev.lanewise.engine.Normalization;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lanewise transform}: a fast transform of every row. */
@Command(
        name = "transform",
        description = {
            "Transforms every row.",
            "Rows lie along the last axis. KIND fwht is the fast Walsh-Hadamard transform in natural order, for rows of"
                    + " length m * 2^k with m = 1, 12, 20 or 28."
        },
        footer = {
            "",
            "f4 and c8 are computed and written in single precision, all else in double.",
            "Example:",
            "  lanewise transform fwht images.npy spectra.npy --norm ortho"
        })
final class TransformCommand implements Runnable {
    private static final String FWHT = "fwht";

    /** What later releases will know, so that a name from their manual is told apart from a slip of the keyboard. */
    private static final List<String> TO_COME =
            List.of("fft", "rfft", "dht", "dct1", "dct2", "dct3", "dct4", "dst1", "dst2", "dst3", "dst4");

    private final StandardStreams streams;

    @Parameters(index = "0", paramLabel = "KIND", description = "the transform: fwht")
    private String kind;

    @Parameters(index = "1", paramLabel = "IN", description = "the array, a .npy file; - is standard input")
    private String in;

    @Parameters(index = "2", paramLabel = "OUT", description = "the transformed array; - is standard output")
    private String out;

    @Option(names = "--inverse", description = "the inverse transform")
    private boolean inverse;

    @Option(
            names = "--norm",
            paramLabel = "NORM",
            defaultValue = "backward",
            converter = OptionValues.Norm.class,
            description = "where the factor 1/n goes: backward (with the inverse), ortho (1/sqrt(n) with both) or"
                    + " forward (default: ${DEFAULT-VALUE})")
    private Normalization norm;

    @Option(
            names = "--axes",
            paramLabel = "AXES",
            split = ",",
            defaultValue = "-1",
            converter = OptionValues.Axis.class,
            description = "the axes; for fwht the last one only (default: ${DEFAULT-VALUE})")
    private List<Integer> axes;

    @Option(
            names = "--length",
            paramLabel = "N",
            converter = OptionValues.Length.class,
            description = "the length of the rows; for fwht that of the last axis, which is neither cut nor padded")
    private Integer length;

    @Mixin
    private SharedOptions options;

    TransformCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        if (TO_COME.contains(kind)) {
            throw CommandFailure.usage("KIND: got '" + kind + "', which is not in this release yet, wanted " + FWHT);
        }
        if (!kind.equals(FWHT)) {
            throw CommandFailure.usage("KIND: got '" + kind + "', wanted " + FWHT);
        }
        if (axes.size() != 1) {
            throw wrongAxes("-1");
        }
        new RowwiseJob(streams, options).run(in, out, this::hadamard);
    }

    private RowMap hadamard(int axisCount, int lastLength) {
        int axis = axes.get(0);
        if (axis != -1 && axis != axisCount - 1) {
            throw wrongAxes("-1 or " + (axisCount - 1));
        }
        if (length != null && length != lastLength) {
            throw CommandFailure.usage("--length: got " + length + ", wanted " + lastLength
                    + ", the length of the last axis, which fwht neither cuts nor pads");
        }
        return new HadamardRows(lastLength, inverse ? norm.inverse() : norm);
    }

    private CommandFailure wrongAxes(String wanted) {
        String came = String.join(",", axes.stream().map(String::valueOf).toList());
        return CommandFailure.usage("--axes: got " + came + ", wanted the last axis, " + wanted
                + ", which is the only one that fwht works on");
    }
}
