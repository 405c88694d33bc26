package dev.lanewise.engine.panel;

import dev.lanewise.engine.MatrixLayout;
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
        int m = layout.rows(), n = layout.columns();
        DoublePanels.copy(a, layout.offset(), layout.columnStride(), layout.rowStride(), n, m, rows, 0, pitch);
        double greatest = 0;
        for (int i = 0; i < m; i++) {
            greatest = Math.max(greatest, KERNEL.greatest(rows, i * pitch, n));
        }
        if (!(greatest <= Double.MAX_VALUE)) {
            throw notFinite(name, a, layout);
        }
        return greatest;
    }

    private static IllegalArgumentException notFinite(String name, double[] a, MatrixLayout layout) {
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                double value = a[layout.index(i, j)];
                if (!Double.isFinite(value)) {
                    return new IllegalArgumentException(
                            name + ": got " + value + " at (" + i + ", " + j + "), wanted finite numbers");
                }
            }
        }
        throw new AssertionError("an element was not finite, and now all are: the array is being written");
    }
}
