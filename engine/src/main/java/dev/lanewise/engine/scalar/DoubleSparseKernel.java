package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

import java.util.Arrays;

/**
 * Products of a sparse matrix, in plain Java: the contract that the SIMD kernel overrides. Row {@code i} has the entries
 * {@code starts[i]} to {@code starts[i + 1] - 1} of {@code values}, in increasing order of their {@code columns}. Every element of a
 * product is one chain of fused multiply-adds that begins at zero, in the order of columns, or of rows for the transpose.
 * Nothing is checked here.
 */
public class DoubleSparseKernel {
    /** Makes the kernel. */
    public DoubleSparseKernel() {}

    /**
     * Some elements of {@code y = A x}. Four chains run at a time: one alone would wait for its own last sum.
     *
     * @param starts where rows begin
     * @param columns of entries
     * @param values of entries
     * @param first the first row
     * @param past one past the last row
     * @param x holds x, adjacent
     * @param from its element 0
     * @param y gets y, adjacent, apart from x
     * @param to its element 0
     */
    public final void multiply(
            int[] starts,
            int[] columns,
            double[] values,
            int first,
            int past,
            double[] x,
            int from,
            double[] y,
            int to) {
        int i = first;
        for (; i + 4 <= past; i += 4) {
            int a = starts[i], b = starts[i + 1], c = starts[i + 2], d = starts[i + 3], end = starts[i + 4];
            int common = Math.min(Math.min(b - a, c - b), Math.min(d - c, end - d));
            double p = 0, q = 0, r = 0, s = 0;
            for (int k = 0; k < common; k++) {
                p = fma(values[a + k], x[from + columns[a + k]], p);
                q = fma(values[b + k], x[from + columns[b + k]], q);
                r = fma(values[c + k], x[from + columns[c + k]], r);
                s = fma(values[d + k], x[from + columns[d + k]], s);
            }
            y[to + i] = rest(p, a + common, b, columns, values, x, from);
            y[to + i + 1] = rest(q, b + common, c, columns, values, x, from);
            y[to + i + 2] = rest(r, c + common, d, columns, values, x, from);
            y[to + i + 3] = rest(s, d + common, end, columns, values, x, from);
        }
        for (; i < past; i++) {
            y[to + i] = rest(0, starts[i], starts[i + 1], columns, values, x, from);
        }
    }

    private static double rest(
            double begun, int entry, int past, int[] columns, double[] values, double[] x, int from) {
        double sum = begun;
        for (int k = entry; k < past; k++) {
            sum = fma(values[k], x[from + columns[k]], sum);
        }
        return sum;
    }

    /**
     * {@code y = A^T x}.
     *
     * @param starts where rows begin
     * @param columns of entries
     * @param values of entries
     * @param rows how many A has
     * @param cols how many columns A has
     * @param x holds x, adjacent
     * @param from its element 0
     * @param y gets y, adjacent, apart from x
     * @param to its element 0
     */
    public final void multiplyTransposed(
            int[] starts,
            int[] columns,
            double[] values,
            int rows,
            int cols,
            double[] x,
            int from,
            double[] y,
            int to) {
        Arrays.fill(y, to, to + cols, 0);
        for (int i = 0; i < rows; i++) {
            double factor = x[from + i];
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                int at = to + columns[k];
                y[at] = fma(values[k], factor, y[at]);
            }
        }
    }

    /**
     * Some rows of {@code Y = A X} of vectors side by side: a row of X or Y has one element of each.
     *
     * @param starts where rows begin
     * @param columns of entries
     * @param values of entries
     * @param first the first row
     * @param past one past the last row
     * @param x holds X
     * @param from its element (0, 0)
     * @param xPitch from one row to the next
     * @param y gets Y, apart from X
     * @param to its element (0, 0)
     * @param yPitch from one row to the next
     * @param count how many vectors
     */
    public void multiplyColumns(
            int[] starts,
            int[] columns,
            double[] values,
            int first,
            int past,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch,
            int count) {
        for (int i = first; i < past; i++) {
            int row = to + i * yPitch;
            Arrays.fill(y, row, row + count, 0);
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                double value = values[k];
                int at = from + columns[k] * xPitch;
                for (int c = 0; c < count; c++) {
                    y[row + c] = fma(value, x[at + c], y[row + c]);
                }
            }
        }
    }

    /**
     * {@code Y = A^T X} of vectors side by side.
     *
     * @param starts where rows begin
     * @param columns of entries
     * @param values of entries
     * @param rows how many A has
     * @param cols how many columns A has
     * @param x holds X
     * @param from its element (0, 0)
     * @param xPitch from one row to the next
     * @param y gets Y, apart from X
     * @param to its element (0, 0)
     * @param yPitch from one row to the next
     * @param count how many vectors
     */
    public void multiplyTransposedColumns(
            int[] starts,
            int[] columns,
            double[] values,
            int rows,
            int cols,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch,
            int count) {
        for (int j = 0; j < cols; j++) {
            Arrays.fill(y, to + j * yPitch, to + j * yPitch + count, 0);
        }
        for (int i = 0; i < rows; i++) {
            int at = from + i * xPitch;
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                double value = values[k];
                int row = to + columns[k] * yPitch;
                for (int c = 0; c < count; c++) {
                    y[row + c] = fma(value, x[at + c], y[row + c]);
                }
            }
        }
    }
}
