package dev.lanewise.engine.sparse;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import java.util.Objects;

/**
 * The LU factorisation of a square banded matrix with partial pivoting,
 *
 * <pre>    A = P_0 L_0 P_1 L_1 ... U,</pre>
 *
 * <p>where {@code P_k} exchanges row {@code k} and one of the {@code lower} rows below it, {@code L_k} subtracts multiples of row
 * {@code k}, none larger than 1, from them, and U is upper triangular with {@code lower + upper} diagonals above the main one: as
 * many more than A as rows from below may bring.
 *
 * <p>A row of the factors has the multiples of the {@code lower} rows above, the diagonal, and the row of U, {@code 2 lower + upper +
 * 1} numbers at most. The multiples stay where they were made, so that exchanges do not widen L.
 *
 * <p>A computed solution solves a system with a matrix {@code A + E}, {@code |E| <= g(3 n) P^T |L| |U|} element by element, where
 * {@code g(s) = s u / (1 - s u)} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem 9.4).
 *
 * <p>A vector has the same bits whatever the others, layout, threads or machine. An instance does not change and may be used by many
 * threads at once.
 *
 * <p>Source: G. H. Golub, C. F. Van Loan, Matrix Computations, 4th ed., section 4.3.3.
 */
public final class DoubleBandedLu {
    private final int n;
    private final int lower;

    /** Diagonals of U above the main one. */
    private final int upper;

    /** From the place of one entry to that of the next in the same column: row i begins with column {@code i - lower}. */
    private final int pitch;

    private final double[] factors;
    private final int[] pivots;
    private final DoubleOutputs solution;
    private final DoubleOutputs transposedSolution;

    private DoubleBandedLu(int n, int lower, int upper) {
        this.n = n;
        this.lower = lower;
        this.upper = upper;
        pitch = lower + upper;
        factors = new double[(pitch + 1) * n];
        pivots = new int[n];
        solution = new Solution(false);
        transposedSolution = new Solution(true);
    }

    /**
     * Factorises a matrix, singular ones too.
     *
     * @param matrix A, square
     * @return the factors
     * @throws IllegalArgumentException if A is not square, or an array cannot hold the factors
     */
    public static DoubleBandedLu of(DoubleBandedProduct matrix) {
        Objects.requireNonNull(matrix, "matrix");
        int n = matrix.rows(), lower = matrix.lower();
        if (matrix.cols() != n) {
            throw new IllegalArgumentException("got " + n + " x " + matrix.cols() + ", wanted a square matrix");
        }
        int upper = (int) Math.min((long) lower + matrix.upper(), Math.max(0, n - 1));
        long room = (lower + upper + 1L) * n;
        if (room > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "factors: got " + room + " numbers, wanted at most " + Workspace.LARGEST_ARRAY);
        }
        DoubleBandedLu lu = new DoubleBandedLu(n, lower, upper);
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - lower); j < n && j - i <= matrix.upper(); j++) {
                lu.factors[lu.place(i, j)] = matrix.entry(i, j - i);
            }
        }
        lu.factorize();
        return lu;
    }

    /** Where entry {@code (i, j)} is. */
    private int place(int i, int j) {
        return i * pitch + j + lower;
    }

    private void factorize() {
        for (int k = 0; k < n; k++) {
            int below = Math.min(lower, n - 1 - k), right = Math.min(upper, n - 1 - k), pivot = k;
            for (int i = k + 1; i <= k + below; i++) {
                if (Math.abs(factors[place(i, k)]) > Math.abs(factors[place(pivot, k)])) {
                    pivot = i;
                }
            }
            pivots[k] = pivot;
            for (int j = k; j <= k + right && pivot != k; j++) {
                double entry = factors[place(k, j)];
                factors[place(k, j)] = factors[place(pivot, j)];
                factors[place(pivot, j)] = entry;
            }
            double divisor = factors[place(k, k)];
            if (divisor == 0 || below == 0) {
                continue; // without a pivot all of the column is zero already
            }
            int first = place(k + 1, k);
            for (int i = 0; i < below; i++) {
                factors[first + i * pitch] /= divisor;
            }
            DoubleBandedProduct.KERNEL.spread(
                    below, factors, first, pitch, factors, place(k, k + 1), first + 1, pitch, right);
        }
    }

    /**
     * The number of rows, and of columns.
     *
     * @return how many
     */
    public int rows() {
        return n;
    }

    /**
     * How many numbers are held, exchanges among them.
     *
     * @return the number
     */
    public long parameters() {
        return (long) factors.length + n;
    }

    /**
     * How many additions and multiplications the solution for one right side takes, a fused pair counting as two.
     *
     * @return the number
     */
    public long operations() {
        return solution.operations();
    }

    /**
     * The determinant.
     *
     * @return the determinant of A
     */
    public Determinant determinant() {
        Determinant determinant = Determinant.ONE;
        for (int i = 0; i < n; i++) {
            double entry = factors[place(i, i)];
            determinant = determinant.times(pivots[i] == i ? entry : -entry);
        }
        return determinant;
    }

    /**
     * Checks that there is an inverse.
     *
     * @throws SingularMatrixException if U has a zero on its diagonal; names the first row that does
     */
    public void checkRegular() {
        for (int i = 0; i < n; i++) {
            if (factors[place(i, i)] == 0) {
                throw new SingularMatrixException("U of a banded matrix of " + n + " x " + n, i);
            }
        }
    }

    /**
     * Solves {@code A y_j = x_j}. Vectors are taken side by side in groups, a single one as it is; threads share groups.
     *
     * @param x holds the right sides, of length n
     * @param xLayout where they lie
     * @param y gets the solutions, which may be the same places
     * @param yLayout where they go, as many as right sides
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if vectors do not lie within their array, outputs overlap each other, the counts differ, or
     *     inputs and outputs overlap otherwise than in place
     * @throws SingularMatrixException if U has a zero on its diagonal; y is untouched
     */
    public void solve(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        checkRegular();
        DoubleSideBySide.map(solution, x, xLayout, y, yLayout, workspace, parallelism);
    }

    /**
     * Solves {@code A^T y_j = x_j}, under the same terms.
     *
     * @param x holds the right sides, of length n
     * @param xLayout where they lie
     * @param y gets the solutions, which may be the same places
     * @param yLayout where they go, as many as right sides
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException as {@link #solve}
     * @throws SingularMatrixException if U has a zero on its diagonal; y is untouched
     */
    public void solveTransposed(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        checkRegular();
        DoubleSideBySide.map(transposedSolution, x, xLayout, y, yLayout, workspace, parallelism);
    }

    /** Every sum ends with the term that was computed last, so that the others need not wait for it. */
    private final class Solution extends DoubleOutputs {
        private final boolean transposed;

        Solution(boolean transposed) {
            super(n, n);
            this.transposed = transposed;
        }

        @Override
        long operations() {
            return (2L * (lower + upper) + 1) * n;
        }

        @Override
        boolean splits() {
            return false;
        }

        @Override
        void ofOne(double[] x, int from, double[] y, int to, int first, int past) {
            System.arraycopy(x, from, y, to, n);
            inPlace(y, to, 1, 1);
        }

        @Override
        void ofSeveral(
                double[] x, int from, int xPitch, double[] y, int to, int yPitch, int count, int first, int past) {
            for (int i = 0; i < n; i++) {
                System.arraycopy(x, from + i * xPitch, y, to + i * yPitch, count);
            }
            inPlace(y, to, yPitch, count);
        }

        private void inPlace(double[] b, int at, int step, int count) {
            if (transposed) {
                upperTransposed(b, at, step, count);
                lowerTransposed(b, at, step, count);
            } else {
                lower(b, at, step, count);
                upper(b, at, step, count);
            }
        }
    }

    private void lower(double[] b, int at, int step, int count) {
        for (int k = 0; k < n; k++) {
            int row = at + k * step, below = Math.min(lower, n - 1 - k);
            exchange(b, row, at + pivots[k] * step, count);
            DoubleBandedProduct.KERNEL.spread(below, factors, place(k + 1, k), pitch, b, row, row + step, step, count);
        }
    }

    private void upper(double[] b, int at, int step, int count) {
        for (int i = n - 1; i >= 0; i--) {
            int right = Math.min(upper, n - 1 - i), row = at + i * step;
            double divisor = factors[place(i, i)];
            DoubleBandedProduct.KERNEL.reduce(
                    right, factors, place(i, i + right), -1, divisor, b, row + right * step, -step, row, count);
        }
    }

    private void upperTransposed(double[] b, int at, int step, int count) {
        for (int j = 0; j < n; j++) {
            int above = Math.min(upper, j), row = at + j * step;
            double divisor = factors[place(j, j)];
            DoubleBandedProduct.KERNEL.reduce(
                    above, factors, place(j - above, j), pitch, divisor, b, row - above * step, step, row, count);
        }
    }

    private void lowerTransposed(double[] b, int at, int step, int count) {
        for (int k = n - 1; k >= 0; k--) {
            int below = Math.min(lower, n - 1 - k), row = at + k * step;
            DoubleBandedProduct.KERNEL.reduce(
                    below, factors, place(k + below, k), -pitch, 1, b, row + below * step, -step, row, count);
            exchange(b, row, at + pivots[k] * step, count);
        }
    }

    private static void exchange(double[] b, int row, int other, int count) {
        for (int c = 0; c < count && row != other; c++) {
            double element = b[row + c];
            b[row + c] = b[other + c];
            b[other + c] = element;
        }
    }
}
