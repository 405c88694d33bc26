package dev.lanewise.cli;

import dev.lanewise.engine.Layout;
import dev.lanewise.npy.NpyArray;
import java.util.List;

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
        new ArrayJob(streams, options)
                .run(
                        List.of(new ArrayJob.Input("IN", in)),
                        out,
                        (inputs, means) -> map(inputs.get(0), ArrayFiles.inputName(in), maker, means));
    }

    private static NpyArray map(NpyArray array, String name, MapMaker maker, ArrayJob.Means means) {
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
        means.progress().begin("computing", array.type().isComplex() ? 2L * rows : rows);
        return array.type().isFloat()
                ? inFloat(array, shape, rows, map, means)
                : inDouble(array, shape, rows, map, means);
    }

    private static NpyArray inDouble(NpyArray array, int[] shape, int rows, RowMap map, ArrayJob.Means means) {
        double[] real = array.doubles();
        inPieces(rows, real.length, means, piece -> map.apply(real, piece, means.workspace(), means.parallelism()));
        if (!array.type().isComplex()) {
            return NpyArray.of(real, shape);
        }
        double[] imaginary = array.imaginaryDoubles();
        inPieces(
                rows, real.length, means, piece -> map.apply(imaginary, piece, means.workspace(), means.parallelism()));
        return NpyArray.ofComplex(real, imaginary, shape);
    }

    private static NpyArray inFloat(NpyArray array, int[] shape, int rows, RowMap map, ArrayJob.Means means) {
        float[] real = array.floats();
        inPieces(rows, real.length, means, piece -> map.apply(real, piece, means.workspace(), means.parallelism()));
        if (!array.type().isComplex()) {
            return NpyArray.of(real, shape);
        }
        float[] imaginary = array.imaginaryFloats();
        inPieces(
                rows, real.length, means, piece -> map.apply(imaginary, piece, means.workspace(), means.parallelism()));
        return NpyArray.ofComplex(real, imaginary, shape);
    }

    private static void inPieces(int rows, int elements, ArrayJob.Means means, Part part) {
        int length = rows == 0 ? 1 : elements / rows;
        int perPiece = Math.max(1, PIECE / length);
        for (int row = 0, count; row < rows; row += count) {
            count = Math.min(perPiece, rows - row);
            part.map(Layout.rows(row * length, count, length));
            means.progress().step(count);
        }
    }
}
