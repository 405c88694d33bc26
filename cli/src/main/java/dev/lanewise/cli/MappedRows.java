package dev.lanewise.cli;

import dev.lanewise.engine.Workspace;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.structured.LinearMap;

/**
 * How a map takes the rows of an array.
 *
 * @param isComplex whether the map is one of complex numbers: of vectors that hold all real parts and then all imaginary parts
 * @param count how many rows
 * @param inputs their length, of complex numbers for a complex map
 * @param outputs the length of the results
 * @param shape that of the array of the results
 */
record MappedRows(boolean isComplex, int count, int inputs, int outputs, int[] shape) {
    /** Refuses rows that the map does not take as {@link CommandFailure#input}. */
    static MappedRows of(LinearMap map, boolean transpose, NpyArray array, String mapName, String name) {
        int[] shape = array.shape();
        if (shape.length == 0) {
            throw CommandFailure.input(name + ": got " + array + ", a single number, wanted one axis or more", null);
        }
        boolean isComplex = map.isComplex();
        int parts = isComplex ? 2 : 1;
        int inputs = (transpose ? map.rows() : map.cols()) / parts;
        int outputs = (transpose ? map.cols() : map.rows()) / parts;
        int length = shape[shape.length - 1];
        if (length != inputs) {
            throw CommandFailure.input(
                    name + ": got rows of " + length + ", wanted " + inputs + ", as " + mapName + " of "
                            + map.rows() / parts + " x " + map.cols() / parts + " takes"
                            + (transpose ? " with --transpose" : ""),
                    null);
        }
        shape[shape.length - 1] = outputs;
        long count = 1;
        for (int i = 0; i < shape.length - 1; i++) {
            count *= shape[i]; // an array of no elements may have more rows than fit into an int
            count = Math.min(count, Integer.MAX_VALUE);
        }
        if (count * outputs > Workspace.LARGEST_ARRAY) {
            throw CommandFailure.input(
                    name + ": got " + array + ", of which " + mapName + " makes " + count + " rows of " + outputs
                            + ", wanted at most " + Workspace.LARGEST_ARRAY + " elements",
                    null);
        }
        return new MappedRows(isComplex, (int) count, inputs, outputs, shape);
    }
}
