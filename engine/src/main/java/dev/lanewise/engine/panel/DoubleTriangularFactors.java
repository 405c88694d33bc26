package dev.lanewise.engine.panel;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.scalar.DoubleRowsKernel;

/** Triangular factors of a matrix in its place, by halves: of a symmetric one, and of any with its rows exchanged. */
public final class DoubleTriangularFactors {
    private static final DoubleRowsKernel KERNEL = DoubleRows.KERNEL;

    /** Rows and columns of a symmetric matrix that are not cut. */
    private static final int SMALL = 24;

    /** Columns of a matrix that are not cut. */
    private static final int FEW = 16;

    private DoubleTriangularFactors() {}

    /**
     * {@code A = U^T U} of a symmetric matrix, in its upper triangle; what is below is overwritten.
     *
     * @param n rows and columns
     * @param a holds A
     * @param aOffset its first element
     * @param pitch from one row to the next
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     * @return the first pivot that is not positive, or -1; its value is on the diagonal then
     */
    public static int cholesky(
            int n, double[] a, int aOffset, int pitch, Workspace workspace, Parallelism parallelism) {
        if (n <= SMALL) {
            return smallCholesky(n, a, aOffset, pitch);
        }
        int half = (n / 2 + FEW - 1) / FEW * FEW, rest = n - half;
        int beside = aOffset + half, corner = aOffset + half * (pitch + 1);
        int failed = cholesky(half, a, aOffset, pitch, workspace, parallelism);
        if (failed >= 0) {
            return failed;
        }
        DoubleTriangularBlocks.solve(
                half, rest, true, false, a, aOffset, 1, pitch, a, beside, pitch, 1, workspace, parallelism);
        DoubleSymmetricBlocks.multiply(
                rest, half, -1, a, beside, 1, pitch, 1, a, corner, pitch, false, workspace, parallelism);
        failed = cholesky(rest, a, corner, pitch, workspace, parallelism);
        return failed < 0 ? failed : half + failed;
    }

    /** Row after row, each taken from those below as often as it is in them. */
    private static int smallCholesky(int n, double[] a, int aOffset, int pitch) {
        for (int k = 0; k < n; k++) {
            int at = aOffset + k * (pitch + 1), length = n - k - 1;
            double pivot = a[at];
            if (!(pivot > 0)) {
                return k;
            }
            double root = SquareRoot.of(pivot);
            a[at] = root;
            for (int j = at + 1; j <= at + length; j++) {
                a[j] /= root;
            }
            for (int i = 1; i <= length; i++) {
                int row = at + i * pitch;
                KERNEL.addMultiple(-a[at + i], a, at + i, a, row + i, n - k - i);
            }
        }
        return -1;
    }

    /**
     * {@code P A = L U} of a matrix with at least as many rows as columns, in its place, L with ones on its diagonal; of the rows
     * the one with the largest element in a column is brought up.
     *
     * @param m rows
     * @param n columns, m at most
     * @param a holds A
     * @param aOffset its first element
     * @param pitch from one row to the next
     * @param first the number of the first row
     * @param pivots gets for every row from that on, n of them, the number of the row that it was exchanged for
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     */
    public static void lu(
            int m,
            int n,
            double[] a,
            int aOffset,
            int pitch,
            int first,
            int[] pivots,
            Workspace workspace,
            Parallelism parallelism) {
        if (n <= FEW) {
            smallLu(m, n, a, aOffset, pitch, first, pivots, workspace);
            return;
        }
        int left = (n / 2 + FEW - 1) / FEW * FEW, right = n - left;
        lu(m, left, a, aOffset, pitch, first, pivots, workspace, parallelism);
        rightOf(m, left, right, a, aOffset, pitch, first, pivots, workspace, parallelism);
        int corner = aOffset + left * (pitch + 1);
        lu(m - left, right, a, corner, pitch, first + left, pivots, workspace, parallelism);
        exchange(a, aOffset - first * pitch, pitch, left, first + left, first + n, pivots);
    }

    /**
     * What a factorisation of the columns to the left does to those to the right: rows are exchanged, the upper ones become rows
     * of U, and what they take away from the lower ones is taken.
     *
     * @param m rows
     * @param left columns that are factorised
     * @param right columns to the right of them
     * @param a holds A
     * @param aOffset its first element
     * @param pitch from one row to the next
     * @param first the number of the first row
     * @param pivots tells the exchanges
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     */
    public static void rightOf(
            int m,
            int left,
            int right,
            double[] a,
            int aOffset,
            int pitch,
            int first,
            int[] pivots,
            Workspace workspace,
            Parallelism parallelism) {
        int beside = aOffset + left, below = aOffset + left * pitch, corner = below + left;
        exchange(a, beside - first * pitch, pitch, right, first, first + left, pivots);
        DoubleTriangularBlocks.solve(
                left, right, true, true, a, aOffset, pitch, 1, a, beside, pitch, 1, workspace, parallelism);
        DoubleProduct.multiply(
                m - left,
                right,
                left,
                -1,
                a,
                below,
                pitch,
                1,
                a,
                beside,
                pitch,
                1,
                1,
                a,
                corner,
                pitch,
                1,
                workspace,
                parallelism);
    }

    /** Exchanges of rows from one number to another, in some columns. */
    private static void exchange(double[] a, int origin, int pitch, int columns, int from, int past, int[] pivots) {
        for (int i = from; i < past; i++) {
            if (pivots[i] != i) {
                KERNEL.exchange(a, origin + i * pitch, a, origin + pivots[i] * pitch, columns);
            }
        }
    }

    /** Columns side by side, so that all that is done to one runs along it. */
    private static void smallLu(
            int m, int n, double[] a, int aOffset, int pitch, int first, int[] pivots, Workspace workspace) {
        int length = m + 8; // rows of 2^i would be at the same few places of a cache
        double[] columns = workspace.takeDoubles(n * length + n);
        int factors = n * length;
        try {
            DoublePanels.copy(a, aOffset, pitch, 1, m, n, columns, 0, length);
            for (int k = 0; k < n; k++) {
                int column = k * length, pivot = KERNEL.indexOfGreatest(columns, column + k, m - k) + k;
                pivots[first + k] = first + pivot;
                for (int j = 0; j < n; j++) {
                    double upper = columns[j * length + k];
                    columns[j * length + k] = columns[j * length + pivot];
                    columns[j * length + pivot] = upper;
                    columns[factors + j] = -columns[j * length + k];
                }
                double divisor = columns[column + k];
                if (divisor != 0) {
                    KERNEL.divide(divisor, columns, column + k + 1, m - k - 1);
                }
                int next = column + length + k + 1;
                KERNEL.addMultiples(
                        columns, column + k + 1, columns, factors + k + 1, columns, next, length, n - k - 1, m - k - 1);
            }
            DoublePanels.copy(columns, 0, length, 1, n, m, a, aOffset, pitch);
        } finally {
            workspace.releaseDoubles();
        }
    }
}
