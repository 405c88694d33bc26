package dev.lanewise.foundation;

import java.util.ArrayList;
import java.util.List;

/** The vectors along an axis of a row-major array, found by counting through all its indices. */
public final class AxisVectors {
    private AxisVectors() {}

    /** For each vector the places of its elements, in the order of the indices of the other axes. */
    public static List<List<Integer>> of(int offset, int[] shape, int axis) {
        int step = 1;
        for (int later = shape.length - 1; later > axis; later--) {
            step *= shape[later];
        }
        List<List<Integer>> vectors = new ArrayList<>();
        int[] index = new int[shape.length];
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        for (int place = 0; place < size; place++) {
            if (index[axis] == 0) {
                List<Integer> vector = new ArrayList<>();
                for (int i = 0; i < shape[axis]; i++) {
                    vector.add(offset + place + i * step);
                }
                vectors.add(vector);
            }
            count(index, shape);
        }
        return vectors;
    }

    /** The next index in row-major order; zeros again after the last. */
    public static void count(int[] index, int[] shape) {
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (++index[axis] < shape[axis]) {
                return;
            }
            index[axis] = 0;
        }
    }
}
