package dev.lanewise.cli;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.npy.NpyArray;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lanewise qr}: the thin QR factorisation of a matrix. */
@Command(
        name = "qr",
        description = {
            "Factorises a matrix: A = Q R.",
            "Of a matrix of m x n, with k the lesser of both, Q is m x k with orthonormal columns and R is k x n, upper"
                    + " triangular; its diagonal may have either sign. With --pivot the columns of A are exchanged:"
                    + " A[:, P] = Q R, and the diagonal of R does not increase in magnitude, but for rounding."
        },
        footer = {
            "",
            "f4 is computed and written in single precision, all else in double.",
            "Example:",
            "  lanewise qr matrix.npy --q q.npy --r r.npy --pivot p.npy"
        })
final class QrCommand implements Runnable {
    private final StandardStreams streams;

    @Parameters(index = "0", paramLabel = "IN", description = "the matrix, a .npy file; - is standard input")
    private String in;

    @Option(
            names = "--q",
            required = true,
            paramLabel = "Q",
            description = "gets Q; - is standard output, for one of the outputs at most")
    private String q;

    @Option(names = "--r", required = true, paramLabel = "R", description = "gets R")
    private String r;

    @Option(
            names = "--pivot",
            paramLabel = "P",
            description = "exchange columns, and give their numbers, of type i8, in the order of those of Q R")
    private String pivot;

    @Mixin
    private SharedOptions options;

    QrCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        List<ArrayJob.Output> outputs =
                new ArrayList<>(List.of(new ArrayJob.Output("--q", q), new ArrayJob.Output("--r", r)));
        if (pivot != null) {
            outputs.add(new ArrayJob.Output("--pivot", pivot));
        }
        new ArrayJob(streams, options)
                .run(
                        List.of(new ArrayJob.Input("IN", in)),
                        outputs,
                        (inputs, means) -> factors(ArrayFiles.inputName(in), inputs.get(0), means));
    }

    private List<NpyArray> factors(String name, NpyArray array, ArrayJob.Means means) {
        MatrixLayout layout = MatrixInput.layout(name, array);
        MatrixInput.requireFinite(name, array);
        try {
            if (array.type().isFloat()) {
                return pivot == null
                        ? FloatThinQr.of(array.floats(), layout, means)
                        : FloatThinQr.pivoted(array.floats(), layout, means);
            }
            return pivot == null
                    ? DoubleThinQr.of(array.doubles(), layout, means)
                    : DoubleThinQr.pivoted(array.doubles(), layout, means);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.input(name + ": " + e.getMessage(), e);
        }
    }
}
