package dev.lanewise.cli;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.npy.NpyArray;

/** What commands on matrices ask of an array that was read; all fail as {@link CommandFailure#input}. */
final class MatrixInput {
    private MatrixInput() {}

    /** Where the elements of a real matrix are. */
    static MatrixLayout layout(String name, NpyArray array) {
        int[] shape = array.shape();
        if (shape.length != 2) {
            throw CommandFailure.input(name + ": got " + array + ", wanted a matrix, of two axes", null);
        }
        requireReal(name, array);
        return MatrixLayout.of(shape[0], shape[1]);
    }

    /** Where the elements of a real matrix are, or those of a real vector, which is a column. */
    static MatrixLayout layoutOfColumns(String name, NpyArray array) {
        int[] shape = array.shape();
        if (shape.length != 1 && shape.length != 2) {
            throw CommandFailure.input(name + ": got " + array + ", wanted a vector or a matrix", null);
        }
        requireReal(name, array);
        return MatrixLayout.of(shape[0], shape.length == 1 ? 1 : shape[1]);
    }

    private static void requireReal(String name, NpyArray array) {
        if (array.type().isComplex()) {
            throw CommandFailure.input(name + ": got " + array + ", wanted real numbers", null);
        }
    }

    /** Wants no NaN and no infinity in a real matrix or vector. */
    static void requireFinite(String name, NpyArray array) {
        int at = array.type().isFloat() ? firstNotFinite(array.floats()) : firstNotFinite(array.doubles());
        if (at < array.size()) {
            int[] shape = array.shape();
            String place = shape.length == 1 ? at + "," : at / shape[1] + ", " + at % shape[1];
            throw CommandFailure.input(
                    name + ": got " + array.doubles()[at] + " at (" + place + "), wanted finite numbers", null);
        }
    }

    private static int firstNotFinite(double[] data) {
        int at = 0;
        while (at < data.length && Double.isFinite(data[at])) {
            at++;
        }
        return at;
    }

    private static int firstNotFinite(float[] data) {
        int at = 0;
        while (at < data.length && Float.isFinite(data[at])) {
            at++;
        }
        return at;
    }
}
