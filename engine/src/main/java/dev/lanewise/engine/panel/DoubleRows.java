package dev.lanewise.engine.panel;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.scalar.DoubleRowsKernel;

/** What is done with rows of numbers that lie side by side. */
public final class DoubleRows {
    /** What does it. */
    public static final DoubleRowsKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleRowsKernel(), DoubleRowsKernel::new);

    private DoubleRows() {}

    /**
     * The length that rows are filled up to with zeros, so that products of them can be summed.
     *
     * @param length of the row
     * @return the next multiple of the kernel's sums
     */
    public static int padded(int length) {
        return (length + DoubleRowsKernel.SUMS - 1) / DoubleRowsKernel.SUMS * DoubleRowsKernel.SUMS;
    }

    /**
     * From one row to the next where a matrix is factorised: rows of 2^i elements would all be at the same few places of a cache.
     *
     * @param rows of the matrix
     * @param columns of the matrix
     * @return the pitch
     * @throws IllegalArgumentException if one is negative, or an array cannot hold the matrix
     */
    public static int pitch(int rows, int columns) {
        MatrixLayout.of(rows, columns);
        long pitch = columns % 64 == 0 ? columns + 8L : columns;
        if (rows * pitch > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "got a matrix of " + rows + " x " + columns + ", wanted one that an array can hold");
        }
        return (int) pitch;
    }

    /**
     * Copies a matrix to rows of another array, and finds the greatest magnitude in it.
     *
     * @param name what the matrix is called, for the message
     * @param a holds the matrix
     * @param layout where
     * @param rows gets it, row after row
     * @param pitch from one row to the next
     * @return the greatest magnitude; 0 without elements
     * @throws IllegalArgumentException if an element is not finite
     */
    public static double copyFinite(String name, double[] a, MatrixLayout layout, double[] rows, int pitch) {
        if (layout.isEmpty()) {
            return 0;
        }
        copy(a, layout, false, rows, pitch);
        double greatest = 0;
        for (int i = 0; i < layout.rows(); i++) {
            greatest = Math.max(greatest, KERNEL.greatest(rows, i * pitch, layout.columns()));
        }
        return greatest <= Double.MAX_VALUE ? greatest : greatestFinite(name, a, layout);
    }

    /**
     * The greatest magnitude in a matrix, element by element.
     *
     * @param name what the matrix is called, for the message
     * @param a holds the matrix
     * @param layout where
     * @return the greatest magnitude; 0 without elements
     * @throws IllegalArgumentException if an element is not finite
     */
    public static double greatestFinite(String name, double[] a, MatrixLayout layout) {
        double greatest = 0;
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                double element = a[layout.index(i, j)];
                checkFinite(name, element, i, j);
                greatest = Math.max(greatest, Math.abs(element));
            }
        }
        return greatest;
    }

    /**
     * Copies one triangle of a symmetric matrix to the upper one in rows of another array; what is below gets anything.
     *
     * @param name what the matrix is called, for the message
     * @param a holds the matrix
     * @param layout where
     * @param lower whether it is the lower triangle
     * @param rows gets it, row after row
     * @param pitch from one row to the next
     * @throws IllegalArgumentException if an element of the triangle is not finite
     */
    public static void copyFiniteTriangle(
            String name, double[] a, MatrixLayout layout, boolean lower, double[] rows, int pitch) {
        if (layout.isEmpty()) {
            return;
        }
        copy(a, layout, lower, rows, pitch);
        double greatest = 0;
        int n = layout.rows();
        for (int i = 0; i < n; i++) {
            greatest = Math.max(greatest, KERNEL.greatest(rows, i * (pitch + 1), n - i));
        }
        if (!(greatest <= Double.MAX_VALUE)) {
            for (int i = 0; i < n; i++) {
                for (int j = lower ? 0 : i; j < (lower ? i + 1 : n); j++) {
                    checkFinite(name, a[layout.index(i, j)], i, j);
                }
            }
        }
    }

    /**
     * Copies a matrix so that its columns become rows.
     *
     * @param a holds the matrix
     * @param at its first element
     * @param row from one row to the next
     * @param column from one column to the next
     * @param m its rows
     * @param n its columns
     * @param columns gets its columns, one after the other
     * @param to where the first begins
     * @param pitch from one to the next
     */
    public static void copyColumns(
            double[] a, int at, int row, int column, int m, int n, double[] columns, int to, int pitch) {
        DoublePanels.copy(a, at, row, column, m, n, columns, to, pitch);
    }

    /**
     * Copies a matrix back from where its columns are rows.
     *
     * @param columns hold its columns, one after the other
     * @param from where the first begins
     * @param pitch from one to the next
     * @param m its rows
     * @param n its columns
     * @param a gets the matrix
     * @param at its first element
     * @param row from one row to the next
     * @param column from one column to the next; this or that from one row to the next is 1
     */
    public static void copyFromColumns(
            double[] columns, int from, int pitch, int m, int n, double[] a, int at, int row, int column) {
        if (column == 1) {
            DoublePanels.copy(columns, from, pitch, 1, n, m, a, at, row);
        } else {
            DoublePanels.copy(columns, from, 1, pitch, m, n, a, at, column);
        }
    }

    /** Row after row, or column after column. */
    private static void copy(double[] a, MatrixLayout layout, boolean transposed, double[] rows, int pitch) {
        int row = layout.rowStride(), column = layout.columnStride(), m = layout.rows(), n = layout.columns();
        if (transposed) {
            DoublePanels.copy(a, layout.offset(), row, column, m, n, rows, 0, pitch);
        } else {
            DoublePanels.copy(a, layout.offset(), column, row, n, m, rows, 0, pitch);
        }
    }

    private static void checkFinite(String name, double value, int i, int j) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    name + ": got " + value + " at (" + i + ", " + j + "), wanted finite numbers");
        }
    }
}
