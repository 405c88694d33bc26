package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

/**
 * The product of a panel of rows and a panel of columns, in plain Java: the contract that the SIMD kernel overrides. In a panel
 * the rows of A, or the columns of B, stand side by side: a number of each, then the next of each. Nothing is checked here.
 *
 * <p>What every element is, whatever the tile: the sum of its products in one chain of fused multiply-adds from zero, in the
 * order of the depth, and one more that multiplies it by {@code alpha} and adds what it is added to.
 */
public class DoubleTileKernel {
    /** Fewer are summed one by one: a loop over them is not worth its start. */
    private static final int FEW_COLUMNS = 8;

    /** Makes the kernel. */
    public DoubleTileKernel() {}

    /**
     * How many rows a tile has.
     *
     * @return the number
     */
    public int rows() {
        return 4;
    }

    /**
     * How many columns a tile has.
     *
     * @return the number
     */
    public int columns() {
        return 64;
    }

    /**
     * How many rows a tile has that holds what is left of them.
     *
     * @param left how many are left, 1 to {@link #rows}
     * @return the number, from that to {@link #rows}
     */
    public int rowsFor(int left) {
        return left;
    }

    /**
     * How many columns a tile has that holds what is left of them.
     *
     * @param left how many are left, 1 to {@link #columns}
     * @return the number, from that to {@link #columns}
     */
    public int columnsFor(int left) {
        return left;
    }

    /**
     * {@code C = alpha A B + D} of a tile. {@code D} may be {@code C} itself.
     *
     * @param rows of the tile, one of those that {@link #rowsFor} tells
     * @param columns of the tile, one of those that {@link #columnsFor} tells
     * @param a the panel of A
     * @param aOffset where it begins
     * @param b the panel of B
     * @param bOffset where it begins
     * @param depth how many numbers of each row and column
     * @param alpha the factor
     * @param addend holds D
     * @param addendOffset its first element
     * @param addendPitch from one row to the next
     * @param c gets C
     * @param cOffset its first element
     * @param cPitch from one row to the next
     * @param sums scratch for a row of the tile
     */
    public void product(
            int rows,
            int columns,
            double[] a,
            int aOffset,
            double[] b,
            int bOffset,
            int depth,
            double alpha,
            double[] addend,
            int addendOffset,
            int addendPitch,
            double[] c,
            int cOffset,
            int cPitch,
            double[] sums) {
        for (int i = 0; i < rows; i++) {
            clear(sums, columns);
            int k = 0;
            for (; k + 3 < depth; k += 4) {
                int from = aOffset + k * rows + i;
                double a0 = a[from], a1 = a[from + rows], a2 = a[from + 2 * rows], a3 = a[from + 3 * rows];
                fourSteps(a0, a1, a2, a3, b, bOffset + k * columns, columns, columns, sums);
            }
            for (; k < depth; k++) {
                step(a[aOffset + k * rows + i], b, bOffset + k * columns, columns, sums);
            }
            finish(sums, columns, alpha, addend, addendOffset + i * addendPitch, c, cOffset + i * cPitch);
        }
    }

    /**
     * How much scratch {@link #small} takes.
     *
     * @param n columns of B and C
     * @return the length
     */
    public int smallScratchLength(int n) {
        return n < FEW_COLUMNS ? 0 : n;
    }

    /**
     * {@code C = alpha A B + D} without packing, of a depth that is one step. {@code D} may be {@code C} itself.
     *
     * @param m rows of A and C
     * @param n columns of B and C
     * @param k columns of A, rows of B
     * @param alpha the factor
     * @param a holds A
     * @param aOffset its first element
     * @param aRow from one row of A to the next
     * @param aColumn from one column of A to the next
     * @param b holds B, row by row
     * @param bOffset its first element
     * @param bRow from one row of B to the next
     * @param addend holds D; if its rows are 0 apart, it is one vector of any width in all places
     * @param addendOffset its first element
     * @param addendRow from one row to the next
     * @param c gets C
     * @param cOffset its first element
     * @param cRow from one row to the next
     * @param sums scratch of {@link #smallScratchLength}; null if that is 0
     */
    public void small(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            double[] addend,
            int addendOffset,
            int addendRow,
            double[] c,
            int cOffset,
            int cRow,
            double[] sums) {
        for (int i = 0; i < m; i++) {
            int rowOfA = aOffset + i * aRow, rowOfD = addendOffset + i * addendRow, rowOfC = cOffset + i * cRow;
            if (n < FEW_COLUMNS) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int p = 0; p < k; p++) {
                        sum = fma(a[rowOfA + p * aColumn], b[bOffset + p * bRow + j], sum);
                    }
                    c[rowOfC + j] = fma(alpha, sum, addend[rowOfD + j]);
                }
            } else {
                clear(sums, n);
                int p = 0;
                for (; p + 3 < k; p += 4) {
                    int from = rowOfA + p * aColumn;
                    double a0 = a[from], a1 = a[from + aColumn], a2 = a[from + 2 * aColumn], a3 = a[from + 3 * aColumn];
                    fourSteps(a0, a1, a2, a3, b, bOffset + p * bRow, bRow, n, sums);
                }
                for (; p < k; p++) {
                    step(a[rowOfA + p * aColumn], b, bOffset + p * bRow, n, sums);
                }
                finish(sums, n, alpha, addend, rowOfD, c, rowOfC);
            }
        }
    }

    private static void clear(double[] sums, int columns) {
        for (int j = 0; j < columns; j++) {
            sums[j] = 0;
        }
    }

    private static void fourSteps(
            double a0, double a1, double a2, double a3, double[] b, int at, int pitch, int columns, double[] sums) {
        int first = at, second = at + pitch, third = at + 2 * pitch, fourth = at + 3 * pitch;
        for (int j = 0; j < columns; j++) {
            double two = fma(a1, b[second + j], fma(a0, b[first + j], sums[j]));
            sums[j] = fma(a3, b[fourth + j], fma(a2, b[third + j], two));
        }
    }

    private static void step(double a, double[] b, int at, int columns, double[] sums) {
        for (int j = 0; j < columns; j++) {
            sums[j] = fma(a, b[at + j], sums[j]);
        }
    }

    private static void finish(
            double[] sums, int columns, double alpha, double[] addend, int from, double[] c, int to) {
        for (int j = 0; j < columns; j++) {
            c[to + j] = fma(alpha, sums[j], addend[from + j]);
        }
    }
}
