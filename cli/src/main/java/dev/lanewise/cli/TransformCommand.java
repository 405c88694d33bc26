package dev.lanewise.cli;

import dev.lanewise.engine.Normalization;
import dev.lanewise.npy.NpyArray;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lanewise transform}: a fast transform along some axes. */
@Command(
        name = "transform",
        description = {
            "Transforms an array along one axis or several.",
            "KIND is",
            "  fwht        fast Walsh-Hadamard transform in natural order, along the last",
            "              axis, of length m * 2^k with m = 1, 12, 20 or 28",
            "  fft         discrete Fourier transform; the result is complex",
            "  rfft        that of real numbers; of length n along the last axis listed",
            "              the first n/2 + 1 coefficients are kept",
            "  dht         discrete Hartley transform",
            "  dct1 ... dct4, dst1 ... dst4",
            "              discrete cosine and sine transforms, as SciPy defines them",
            "All but fwht take any length. fwht, dht, dct and dst of a complex array are",
            "those of its real and its imaginary parts."
        },
        footer = {
            "",
            "f4 and c8 are computed and written in single precision, all else in double.",
            "Examples:",
            "  lanewise transform fft signals.npy spectra.npy",
            "  lanewise transform dct2 images.npy coefficients.npy --axes 1,2 --norm ortho",
            "  lanewise transform rfft spectra.npy signals.npy --inverse --length 1001"
        })
final class TransformCommand implements Runnable {
    private final StandardStreams streams;

    @Parameters(index = "0", paramLabel = "KIND", description = "the transform")
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
                    + " forward; dct and dst have SciPy's factors (default: ${DEFAULT-VALUE})")
    private Normalization norm;

    @Option(
            names = "--axes",
            paramLabel = "AXES",
            split = ",",
            defaultValue = "-1",
            converter = OptionValues.Axis.class,
            description =
                    "the axes, such as 0,1; negative ones count from the end; for fwht the last one only (default:"
                            + " ${DEFAULT-VALUE})")
    private List<Integer> axes;

    @Option(
            names = "--length",
            paramLabel = "N",
            converter = OptionValues.Length.class,
            description = "cut the last axis listed, or pad it with zeros, to this length first; for rfft --inverse the"
                    + " length of the result along it (2 (m - 1) for m coefficients unless said); for fwht its length"
                    + " as it is")
    private Integer length;

    @Mixin
    private SharedOptions options;

    TransformCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        TransformKind transform = TransformKind.of(kind);
        if (transform.family() != TransformKind.Family.HADAMARD) {
            String name = ArrayFiles.inputName(in);
            new ArrayJob(streams, options)
                    .run(
                            List.of(new ArrayJob.Input("IN", in)),
                            out,
                            (inputs, means) -> alongAxes(inputs.get(0), name, transform, means));
            return;
        }
        if (axes.size() != 1) {
            throw wrongAxes("-1");
        }
        new RowwiseJob(streams, options).run(in, out, this::hadamard);
    }

    private NpyArray alongAxes(NpyArray array, String name, TransformKind transform, ArrayJob.Means means) {
        if (transform.needsRealInput(inverse) && array.type().isComplex()) {
            throw CommandFailure.input(
                    name + ": got " + array + ", wanted real numbers for " + transform + "; fft takes complex ones",
                    null);
        }
        TransformShape shape = TransformShape.of(name, array, transform, inverse, axes, length);
        try {
            return array.type().isFloat()
                    ? new FloatAxesTransform(shape, means)
                            .of(FloatArrayParts.of(array), transform, inverse, norm)
                            .toArray()
                    : new DoubleAxesTransform(shape, means)
                            .of(DoubleArrayParts.of(array), transform, inverse, norm)
                            .toArray();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.input(name + ": " + e.getMessage(), e);
        }
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
        String came = TransformShape.text(axes);
        return CommandFailure.usage("--axes: got " + came + ", wanted the last axis, " + wanted
                + ", which is the only one that fwht works on");
    }
}
