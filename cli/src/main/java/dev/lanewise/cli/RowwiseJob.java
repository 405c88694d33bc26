package dev.lanewise.cli;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.npy.NpyArray;

/**
 * Reads an array, maps all its rows along the last axis, and writes it: what {@code transform} and {@code rotate} share.
 * Of a complex array the real and the imaginary part are mapped one after the other. Types f4 and c8 are computed in
 * float, all others in double.
 */
final class RowwiseJob {
    /** Elements mapped between two steps of the progress bar, which takes some hundredths of a second. */
    private static final int PIECE = 1 << 24;

    private final StandardStreams streams;
    private final SharedOptions options;
    private final Workspace workspace = new Workspace();
    private final PhaseTimes times = new PhaseTimes();
    private Parallelism parallelism;

    RowwiseJob(StandardStreams streams, SharedOptions options) {
        this.streams = streams;
        this.options = options;
    }

    /** Makes the map once the shape is known. */
    interface MapMaker {
        /**
         * The map for the rows of an array of this many axes, the last of this length.
         *
         * @throws IllegalArgumentException if it takes no rows of this length
         */
        RowMap of(int axes, int length);
    }

    /** One of the arrays that hold the elements: maps some rows of it. */
    private interface Part {
        void map(Layout rows);
    }

    void run(String in, String out, MapMaker maker) {
        parallelism = options.parallelism();
        ArrayFiles files = new ArrayFiles(streams);
        files.requirePlace(out);
        try (Progress progress = new Progress(streams.terminal())) {
            times.begin(PhaseTimes.Phase.READING);
            NpyArray array = files.read(in, progress);
            times.begin(PhaseTimes.Phase.COMPUTING);
            NpyArray mapped = map(array, ArrayFiles.inputName(in), maker, progress);
            times.begin(PhaseTimes.Phase.WRITING);
            files.write(out, mapped, progress);
            times.end();
        } catch (OutOfMemoryError e) {
            long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
            throw CommandFailure.input(
                    ArrayFiles.inputName(in) + ": needs more than the " + mebibytes + " MiB that Java may use, wanted a"
                            + " smaller array or more memory, for instance by LANEWISE_JAVA_OPTIONS=-Xmx16g",
                    e);
        }
        options.report(times, streams);
    }

    private NpyArray map(NpyArray array, String name, MapMaker maker, Progress progress) {
        int[] shape = array.shape();
        if (shape.length == 0) {
            throw CommandFailure.input(name + ": got " + array + ", a single number, wanted one axis or more", null);
        }
        int length = shape[shape.length - 1];
        RowMap map;
        try {
            map = maker.of(shape.length, length);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.input(name + ": " + e.getMessage(), e);
        }
        int rows = array.size() / length;
        progress.begin("computing", array.type().isComplex() ? 2L * rows : rows);
        return array.type().isFloat()
                ? inFloat(array, shape, rows, map, progress)
                : inDouble(array, shape, rows, map, progress);
    }

    private NpyArray inDouble(NpyArray array, int[] shape, int rows, RowMap map, Progress progress) {
        double[] real = array.doubles();
        inPieces(rows, real.length, progress, piece -> map.apply(real, piece, workspace, parallelism));
        if (!array.type().isComplex()) {
            return NpyArray.of(real, shape);
        }
        double[] imaginary = array.imaginaryDoubles();
        inPieces(rows, real.length, progress, piece -> map.apply(imaginary, piece, workspace, parallelism));
        return NpyArray.ofComplex(real, imaginary, shape);
    }

    private NpyArray inFloat(NpyArray array, int[] shape, int rows, RowMap map, Progress progress) {
        float[] real = array.floats();
        inPieces(rows, real.length, progress, piece -> map.apply(real, piece, workspace, parallelism));
        if (!array.type().isComplex()) {
            return NpyArray.of(real, shape);
        }
        float[] imaginary = array.imaginaryFloats();
        inPieces(rows, real.length, progress, piece -> map.apply(imaginary, piece, workspace, parallelism));
        return NpyArray.ofComplex(real, imaginary, shape);
    }

    private static void inPieces(int rows, int elements, Progress progress, Part part) {
        int length = rows == 0 ? 1 : elements / rows;
        int perPiece = Math.max(1, PIECE / length);
        for (int row = 0, count; row < rows; row += count) {
            count = Math.min(perPiece, rows - row);
            part.map(Layout.rows(row * length, count, length));
            progress.step(count);
        }
    }
}
