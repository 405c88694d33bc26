package dev.lanewise.cli;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.storage.MapFile;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lanewise factorize}: from a matrix that is written out to the structure it has. */
@Command(
        name = "factorize",
        description = {
            "Finds the structure of a matrix that is written out, and stores it as a map.",
            "Looked for are butterfly factors, as those of fast transforms, in the usual orders of rows and columns,"
                    + " circulant matrices and Kronecker products. The cheapest that is off by no more than rounding,"
                    + " also that of the numbers that its entries were computed from, is taken, or by no more than"
                    + " --tolerance; if there is none, the nearest that was found. What was found, its error in the"
                    + " Frobenius norm and its operations are printed on standard output, or on standard error if the"
                    + " map goes there."
        },
        footer = {
            "",
            "f4 and c8 are computed and stored in single precision, all else in double.",
            "Example:",
            "  lanewise factorize transform.npy --out transform.map",
            "  lanewise apply transform.map vectors.npy out.npy"
        })
final class FactorizeCommand implements Runnable {
    private final StandardStreams streams;
    private final TextOutput text;

    @Parameters(index = "0", paramLabel = "IN", description = "the matrix, a .npy file; - is standard input")
    private String in;

    @Option(names = "--out", required = true, paramLabel = "MAP", description = "gets the map; - is standard output")
    private String out;

    @Option(
            names = "--levels",
            paramLabel = "LEVELS",
            defaultValue = "auto",
            converter = OptionValues.Levels.class,
            description = "how many butterfly factors, if it is not circulant, or auto (default: ${DEFAULT-VALUE})")
    private int levels;

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            converter = OptionValues.Tolerance.class,
            description =
                    "the error that is allowed, relative to the norm of the matrix; if nothing is as near, that is"
                            + " exit status 4, and no map is written")
    private String tolerance;

    @Mixin
    private SharedOptions options;

    FactorizeCommand(StandardStreams streams, TextOutput text) {
        this.streams = streams;
        this.text = text;
    }

    @Override
    public void run() {
        ArrayJob.Output output = new ArrayJob.Output("--out", out);
        new ArrayJob(streams, options)
                .run(List.of(new ArrayJob.Input("IN", in)), List.of(output), (files, times, means) -> {
                    times.begin(PhaseTimes.Phase.READING);
                    NpyArray array = files.read("IN", in, means.progress());
                    times.begin(PhaseTimes.Phase.COMPUTING);
                    means.progress().begin("computing");
                    FoundStructure found = found(ArrayFiles.inputName(in), array);
                    times.begin(PhaseTimes.Phase.WRITING);
                    files.writeMap(output, found.map(), means.progress());
                    means.progress().end();
                    print(found);
                });
    }

    private FoundStructure found(String name, NpyArray array) {
        int[] shape = array.shape();
        if (shape.length != 2 || shape[0] == 0 || shape[1] == 0) {
            throw CommandFailure.input(
                    name + ": got " + array + ", wanted a matrix, of one row and one column or more", null);
        }
        MatrixInput.requireFinite(name, array);
        MatrixLayout layout = MatrixLayout.of(shape[0], shape[1]);
        boolean isComplex = array.type().isComplex();
        FoundStructure found;
        try {
            if (array.type().isFloat()) {
                float[] imaginary = isComplex ? array.imaginaryFloats() : new float[0];
                found = FloatStructureSearch.of(array.floats(), imaginary, layout, levels, tolerance);
            } else {
                double[] imaginary = isComplex ? array.imaginaryDoubles() : new double[0];
                found = DoubleStructureSearch.of(array.doubles(), imaginary, layout, levels, tolerance);
            }
        } catch (IllegalArgumentException e) {
            throw CommandFailure.input(name + ": " + e.getMessage(), e);
        }
        if (tolerance != null && !found.isRecovered()) {
            throw CommandFailure.numbers(
                    String.format(
                            Locale.ROOT,
                            "%s: got an error of %.1e with what is nearest, %s, wanted %s or less",
                            name,
                            found.error(),
                            found.name(),
                            tolerance),
                    null);
        }
        return found;
    }

    private void print(FoundStructure found) {
        PrintStream stream = out.equals("-") ? streams.err() : text.stream();
        stream.println("structure   " + found.name());
        stream.println(String.format(
                Locale.ROOT,
                "error       %.1e of the norm, at most %.1e; %s the tolerance of %.1e",
                found.error(),
                found.bound(),
                found.isRecovered() ? "within" : "the nearest that was found, beyond",
                found.tolerance()));
        stream.println(String.format(
                Locale.ROOT,
                "operations  %,d, written out %,d: %.1f times as many",
                found.operations(),
                found.denseOperations(),
                (double) found.denseOperations() / Math.max(1, found.operations())));
        stream.println(String.format(Locale.ROOT, "file        %,d bytes", MapFile.length(found.map())));
        stream.flush();
    }
}
