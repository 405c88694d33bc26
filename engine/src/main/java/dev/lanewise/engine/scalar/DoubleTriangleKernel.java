package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

/**
 * Small triangular matrices and the rows of another, in plain Java: the contract that the SIMD kernel overrides. The triangle
 * is a lower one; an upper one is given from its last element on, with negative strides. Nothing is checked here.
 */
public class DoubleTriangleKernel {
    /** Makes the kernel. */
    public DoubleTriangleKernel() {}

    /**
     * {@code B = T^-1 B}, row after row: {@code x_i = (b_i - t_i0 x_0 - t_i1 x_1 - ...) / t_ii}, where every product is fused
     * with the subtraction.
     *
     * @param n rows and columns of T, rows of B
     * @param columns of B
     * @param t holds T
     * @param tOffset its first element
     * @param tRow from one row of T to the next
     * @param tColumn from one column of T to the next
     * @param unit whether the diagonal of T is not stored, since it is of ones
     * @param b holds B
     * @param bOffset its first element
     * @param bRow from one row of B to the next
     */
    public void solve(
            int n,
            int columns,
            double[] t,
            int tOffset,
            int tRow,
            int tColumn,
            boolean unit,
            double[] b,
            int bOffset,
            int bRow) {
        for (int i = 0; i < n; i++) {
            int row = bOffset + i * bRow, at = tOffset + i * tRow;
            for (int j = 0; j < i; j++) {
                add(-t[at + j * tColumn], b, bOffset + j * bRow, row, columns);
            }
            if (!unit) {
                divide(t[at + i * tColumn], b, row, columns);
            }
        }
    }

    /**
     * {@code B = T B}, the last row first: {@code t_ii b_i + t_i0 b_0 + t_i1 b_1 + ...}, where every product but the first is
     * fused with the addition.
     *
     * @param n rows and columns of T, rows of B
     * @param columns of B
     * @param t holds T
     * @param tOffset its first element
     * @param tRow from one row of T to the next
     * @param tColumn from one column of T to the next
     * @param unit whether the diagonal of T is not stored, since it is of ones
     * @param b holds B
     * @param bOffset its first element
     * @param bRow from one row of B to the next
     */
    public void multiply(
            int n,
            int columns,
            double[] t,
            int tOffset,
            int tRow,
            int tColumn,
            boolean unit,
            double[] b,
            int bOffset,
            int bRow) {
        for (int i = n - 1; i >= 0; i--) {
            int row = bOffset + i * bRow, at = tOffset + i * tRow;
            if (!unit) {
                multiply(t[at + i * tColumn], b, row, columns);
            }
            for (int j = 0; j < i; j++) {
                add(t[at + j * tColumn], b, bOffset + j * bRow, row, columns);
            }
        }
    }

    private static void add(double factor, double[] b, int from, int to, int columns) {
        for (int c = 0; c < columns; c++) {
            b[to + c] = fma(factor, b[from + c], b[to + c]);
        }
    }

    private static void divide(double divisor, double[] b, int at, int columns) {
        for (int c = at; c < at + columns; c++) {
            b[c] /= divisor;
        }
    }

    private static void multiply(double factor, double[] b, int at, int columns) {
        for (int c = at; c < at + columns; c++) {
            b[c] *= factor;
        }
    }
}
