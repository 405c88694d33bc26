package dev.lanewise.cli;

import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.npy.NpyArray;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lanewise convolve}: the linear convolution of two arrays along their last axis. */
@Command(
        name = "convolve",
        description = {
            "Convolves two arrays along their last axis.",
            "B is one vector, with which every row of A is convolved, or has the other axes of A: then each row of A is"
                    + " convolved with the row of B in its place. Either may be complex."
        },
        footer = {
            "",
            "Two arrays of f4 and c8 are computed in single precision, all else in double.",
            "Example:",
            "  lanewise convolve signals.npy kernel.npy smoothed.npy --mode same"
        })
final class ConvolveCommand implements Runnable {
    private final StandardStreams streams;

    @Parameters(index = "0", paramLabel = "A", description = "the signals, a .npy file; - is standard input")
    private String a;

    @Parameters(index = "1", paramLabel = "B", description = "the kernel, a .npy file; - is standard input")
    private String b;

    @Parameters(index = "2", paramLabel = "OUT", description = "the convolution; - is standard output")
    private String out;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "full",
            converter = OptionValues.Mode.class,
            description = "of rows of n and k elements full gives all n + k - 1, same the n in the middle, valid those"
                    + " that depend on nothing beyond the ends of the longer (default: ${DEFAULT-VALUE})")
    private ConvolutionMode mode;

    @Mixin
    private SharedOptions options;

    ConvolveCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        new ArrayJob(streams, options)
                .run(
                        List.of(new ArrayJob.Input("A", a), new ArrayJob.Input("B", b)),
                        out,
                        (inputs, means) -> convolution(inputs.get(0), inputs.get(1), means));
    }

    private NpyArray convolution(NpyArray signals, NpyArray kernels, ArrayJob.Means means) {
        ConvolutionShape shape =
                ConvolutionShape.of(ArrayFiles.inputName(a), signals, ArrayFiles.inputName(b), kernels, mode);
        try {
            return signals.type().isFloat() && kernels.type().isFloat()
                    ? new FloatRowConvolution(shape, means)
                            .of(FloatArrayParts.of(signals), FloatArrayParts.of(kernels))
                            .toArray()
                    : new DoubleRowConvolution(shape, means)
                            .of(DoubleArrayParts.of(signals), DoubleArrayParts.of(kernels))
                            .toArray();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.input(ArrayFiles.inputName(b) + ": " + e.getMessage(), e);
        }
    }
}
