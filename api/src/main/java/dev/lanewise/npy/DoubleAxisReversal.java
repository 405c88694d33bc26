package dev.lanewise.npy;

import java.util.Arrays;

/** Brings an array from column-major (Fortran) to row-major (C) order. */
final class DoubleAxisReversal {
    /** Elements of the last axis moved together: one or two cache lines of the target, so that each is written once. */
    private static final int BLOCK = 16;

    private DoubleAxisReversal() {}

    /**
     * The same elements in row-major order.
     *
     * @param columnMajor the elements, the first index varying fastest
     * @param shape the dimensions, whose product is the number of elements
     * @return a new array, or the same one if both orders are the same
     */
    static double[] toRowMajor(double[] columnMajor, int[] shape) {
        int[] axes = Arrays.stream(shape).filter(dimension -> dimension != 1).toArray();
        if (axes.length < 2 || columnMajor.length == 0) {
            return columnMajor;
        }
        double[] rowMajor = new double[columnMajor.length];
        int last = axes.length - 1;
        int[] fromStrides = columnMajorStrides(axes);
        int[] toStrides = rowMajorStrides(axes);
        int planes = columnMajor.length / axes[0] / axes[last];
        int[] index = new int[axes.length];
        int from = 0;
        int to = 0;
        for (int plane = 0; plane < planes; plane++) {
            transpose(columnMajor, from, fromStrides[last], rowMajor, to, toStrides[0], axes[0], axes[last]);
            // Counts through the axes between the first and the last, as an odometer does.
            for (int axis = last - 1; axis > 0; axis--) {
                from += fromStrides[axis];
                to += toStrides[axis];
                if (++index[axis] < axes[axis]) {
                    break;
                }
                from -= axes[axis] * fromStrides[axis];
                to -= axes[axis] * toStrides[axis];
                index[axis] = 0;
            }
        }
        return rowMajor;
    }

    private static void transpose(
            double[] source, int from, int fromStride, double[] target, int to, int toStride, int rows, int columns) {
        for (int start = 0; start < columns; start += BLOCK) {
            int end = Math.min(columns, start + BLOCK);
            for (int row = 0; row < rows; row++) {
                for (int column = start; column < end; column++) {
                    target[to + row * toStride + column] = source[from + row + column * fromStride];
                }
            }
        }
    }

    private static int[] columnMajorStrides(int[] axes) {
        int[] strides = new int[axes.length];
        int stride = 1;
        for (int axis = 0; axis < axes.length; axis++) {
            strides[axis] = stride;
            stride *= axes[axis];
        }
        return strides;
    }

    private static int[] rowMajorStrides(int[] axes) {
        int[] strides = new int[axes.length];
        int stride = 1;
        for (int axis = axes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= axes[axis];
        }
        return strides;
    }
}
