package dev.lanewise.engine.lu;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleInverseNorm;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.panel.DoubleTriangularBlocks;
import dev.lanewise.engine.panel.DoubleTriangularFactors;

/**
 * The LU factorisation of a matrix of any shape with partial pivoting,
 *
 * <pre>    P A = L U,    A of m x n, L of m x k unit lower triangular, U of k x n upper triangular, k = min(m, n),</pre>
 *
 * <p>with room for its factors. P exchanges rows so that no element of L is larger than 1. With D the diagonal of U, {@code L D
 * (D^-1 U)} is the LDU factorisation.
 *
 * <p>A computed solution of a square system solves one with a matrix {@code A + E}, {@code |E| <= g(3 n) P^T |L| |U|} element by
 * element, where {@code g(s) = s u / (1 - s u)} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem
 * 9.4); {@link #refine} makes it small relative to {@code |A|} as well.
 *
 * <p>The same bits always: they depend on A alone, not on layout, threads or machine. An instance may be used again, by one
 * thread at a time; once it is factorised any number of threads may read it, each with a workspace of its own.
 *
 * <p>Source: S. Toledo, Locality of reference in LU decomposition with partial pivoting, SIAM J. Matrix Anal. Appl. 18(4), 1997,
 * pp. 1065-1081.
 */
public final class DoubleLu {
    private final int m;
    private final int n;
    private final int k;
    private final int pitch;
    private final double[] factors;
    private final int[] pivots;
    private boolean factorized;

    /**
     * Makes room for the factors of a matrix.
     *
     * @param rows of the matrix, at least 0
     * @param columns of the matrix, at least 0
     * @throws IllegalArgumentException if one is negative, or an array cannot hold the matrix
     */
    public DoubleLu(int rows, int columns) {
        DoubleOperands.checkMachine();
        m = rows;
        n = columns;
        pitch = DoubleRows.pitch(rows, columns);
        k = Math.min(m, n);
        factors = new double[m * pitch];
        pivots = new int[k];
    }

    /**
     * Factorises a matrix with scratch of its own, on the calling thread.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @throws IllegalArgumentException if its shape is not that of this, the array is too short, or an element is not finite
     */
    public void factorize(double[] a, MatrixLayout layout) {
        factorize(a, layout, new Workspace(), Parallelism.NONE);
    }

    /**
     * Factorises a matrix, singular ones too. After an exception this holds no factors.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is not that of this, the array is too short, or an element is not finite
     */
    public void factorize(double[] a, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.check(a, "A", layout);
        DoubleOperands.checkShape("A", layout, m, n);
        factorized = false;
        DoubleRows.copyFinite("A", a, layout, factors, pitch);
        if (k > 0) {
            DoubleTriangularFactors.lu(m, k, factors, 0, pitch, 0, pivots, workspace, parallelism);
        }
        if (n > k) {
            DoubleTriangularFactors.rightOf(m, k, n - k, factors, 0, pitch, 0, pivots, workspace, parallelism);
        }
        factorized = true;
    }

    /**
     * Gives L.
     *
     * @param l gets L
     * @param layout where, of m x k
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public void copyL(double[] l, MatrixLayout layout) {
        checkFactorized();
        DoubleOperands.checkWritten(l, "L", layout);
        DoubleOperands.checkShape("L", layout, m, k);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < k; j++) {
                l[layout.index(i, j)] = j < i ? factors[i * pitch + j] : j == i ? 1 : 0;
            }
        }
    }

    /**
     * Gives U.
     *
     * @param u gets U
     * @param layout where, of k x n
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public void copyU(double[] u, MatrixLayout layout) {
        checkFactorized();
        DoubleOperands.checkWritten(u, "U", layout);
        DoubleOperands.checkShape("U", layout, k, n);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < n; j++) {
                u[layout.index(i, j)] = j < i ? 0 : factors[i * pitch + j];
            }
        }
    }

    /**
     * The rows of A in the order of those of {@code P A}.
     *
     * @return m numbers of rows
     * @throws IllegalStateException if nothing is factorised
     */
    public int[] rows() {
        checkFactorized();
        int[] rows = new int[m];
        for (int i = 0; i < m; i++) {
            rows[i] = i;
        }
        for (int i = 0; i < k; i++) {
            int row = rows[i];
            rows[i] = rows[pivots[i]];
            rows[pivots[i]] = row;
        }
        return rows;
    }

    /**
     * The determinant of a square matrix.
     *
     * @return the determinant
     * @throws IllegalStateException if nothing is factorised, or the matrix is not square
     */
    public Determinant determinant() {
        checkFactorized();
        checkSquare();
        Determinant determinant = Determinant.ONE;
        for (int i = 0; i < n; i++) {
            determinant = determinant.times(pivots[i] == i ? factors[i * (pitch + 1)] : -factors[i * (pitch + 1)]);
        }
        return determinant;
    }

    /**
     * Solves {@code A X = B}, with scratch of its own, on the calling thread.
     *
     * @param b holds B, which is only read
     * @param bLayout where, of n rows
     * @param x gets X
     * @param xLayout where, of the same shape; elements of a row, or of a column, must be adjacent
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or X overlaps B or itself
     * @throws SingularMatrixException if U has a zero on its diagonal; X is untouched
     * @throws IllegalStateException if nothing is factorised, or the matrix is not square
     */
    public void solve(double[] b, MatrixLayout bLayout, double[] x, MatrixLayout xLayout) {
        solve(b, bLayout, x, xLayout, new Workspace(), Parallelism.NONE);
    }

    /**
     * Solves {@code A X = B}.
     *
     * @param b holds B, which is only read
     * @param bLayout where, of n rows
     * @param x gets X
     * @param xLayout where, of the same shape; elements of a row, or of a column, must be adjacent
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or X overlaps B or itself
     * @throws SingularMatrixException if U has a zero on its diagonal; X is untouched
     * @throws IllegalStateException if nothing is factorised, or the matrix is not square
     */
    public void solve(
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        checkSolvable(workspace, parallelism);
        DoubleOperands.copyRightSides(b, bLayout, x, xLayout, n);
        solve(false, x, xLayout, workspace, parallelism);
    }

    /**
     * Solves {@code A^T X = B}.
     *
     * @param b holds B, which is only read
     * @param bLayout where, of n rows
     * @param x gets X
     * @param xLayout where, of the same shape; elements of a row, or of a column, must be adjacent
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or X overlaps B or itself
     * @throws SingularMatrixException if U has a zero on its diagonal; X is untouched
     * @throws IllegalStateException if nothing is factorised, or the matrix is not square
     */
    public void solveTransposed(
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        checkSolvable(workspace, parallelism);
        DoubleOperands.copyRightSides(b, bLayout, x, xLayout, n);
        solve(true, x, xLayout, workspace, parallelism);
    }

    /**
     * Gives the inverse.
     *
     * @param x gets {@code A^-1}
     * @param layout where, of n x n; elements of a row, or of a column, must be adjacent
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws SingularMatrixException if U has a zero on its diagonal; X is untouched
     * @throws IllegalStateException if nothing is factorised, or the matrix is not square
     */
    public void invert(double[] x, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        checkSolvable(workspace, parallelism);
        DoubleOperands.checkWritten(x, "X", layout);
        layout.checkAdjacent("X");
        DoubleOperands.checkShape("X", layout, n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                x[layout.index(i, j)] = i == j ? 1 : 0;
            }
        }
        solve(false, x, layout, workspace, parallelism);
    }

    /**
     * An estimate of {@code 1 / (||A||_1 ||A^-1||_1)}, seldom more than three times the number itself and never less; 0 for a
     * singular matrix. N. J. Higham and F. Tisseur, A block algorithm for matrix 1-norm estimation, SIAM J. Matrix Anal. Appl.
     * 21(4), 2000, pp. 1185-1201, with one column.
     *
     * @param a holds A as it was factorised, for its norm
     * @param layout where
     * @param workspace scratch of the calling thread
     * @return the estimate
     * @throws IllegalArgumentException if the shape is another, or the array is too short
     * @throws IllegalStateException if nothing is factorised, or the matrix is not square
     */
    public double reciprocalCondition(double[] a, MatrixLayout layout, Workspace workspace) {
        checkFactorized();
        checkSquare();
        DoubleOperands.checkRun(workspace, Parallelism.NONE);
        DoubleOperands.check(a, "A", layout);
        DoubleOperands.checkShape("A", layout, n, n);
        for (int i = 0; i < n; i++) {
            if (factors[i * (pitch + 1)] == 0) {
                return 0;
            }
        }
        MatrixLayout column = MatrixLayout.of(n, 1);
        return DoubleInverseNorm.reciprocalCondition(
                a, layout, (transposed, x) -> solve(transposed, x, column, workspace, Parallelism.NONE));
    }

    /**
     * Improves solutions of {@code A X = B} by those for what they leave over, while that helps.
     *
     * @param a holds A as it was factorised
     * @param aLayout where
     * @param b holds B
     * @param bLayout where
     * @param x holds X as it was solved, and gets it improved
     * @param xLayout where
     * @param workspace scratch of the calling thread
     * @return the largest backward error of a column, {@code max |b - A x| / (|A| |x| + |b|)} element by element
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, or X overlaps A, B or itself
     * @throws SingularMatrixException if U has a zero on its diagonal; X is untouched
     * @throws IllegalStateException if nothing is factorised, or the matrix is not square
     */
    public double refine(
            double[] a,
            MatrixLayout aLayout,
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace) {
        checkSolvable(workspace, Parallelism.NONE);
        DoubleOperands.check(a, "A", aLayout);
        DoubleOperands.checkShape("A", aLayout, n, n);
        DoubleOperands.check(b, "B", bLayout);
        DoubleOperands.checkShape("B", bLayout, n, bLayout.columns());
        DoubleOperands.checkWritten(x, "X", xLayout);
        DoubleOperands.checkShape("X", xLayout, n, bLayout.columns());
        DoubleOperands.checkApart(x, "X", xLayout, a, "A", aLayout);
        DoubleOperands.checkApart(x, "X", xLayout, b, "B", bLayout);
        double error = 0;
        for (int j = 0; j < bLayout.columns(); j++) {
            MatrixLayout bColumn = bLayout.block(0, j, n, 1), xColumn = xLayout.block(0, j, n, 1);
            error = Math.max(error, DoubleRefinement.refine(this, a, aLayout, b, bColumn, x, xColumn, workspace));
        }
        return error;
    }

    /** In the place of the right sides. */
    private void solve(
            boolean transposed, double[] x, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        if (!transposed) {
            for (int i = 0; i < n; i++) {
                exchange(x, layout, i, pivots[i]);
            }
        }
        triangle(transposed, !transposed, x, layout, workspace, parallelism);
        triangle(transposed, transposed, x, layout, workspace, parallelism);
        if (transposed) {
            for (int i = n - 1; i >= 0; i--) {
                exchange(x, layout, i, pivots[i]);
            }
        }
    }

    private static void exchange(double[] x, MatrixLayout layout, int i, int j) {
        for (int c = 0; c < layout.columns() && i != j; c++) {
            double element = x[layout.index(i, c)];
            x[layout.index(i, c)] = x[layout.index(j, c)];
            x[layout.index(j, c)] = element;
        }
    }

    /** L, if it is the unit triangle that is meant, or U. */
    private void triangle(
            boolean transposed,
            boolean unit,
            double[] x,
            MatrixLayout layout,
            Workspace workspace,
            Parallelism parallelism) {
        int row = transposed ? 1 : pitch, column = transposed ? pitch : 1;
        DoubleTriangularBlocks.solve(
                n,
                layout.columns(),
                unit != transposed,
                unit,
                factors,
                0,
                row,
                column,
                x,
                layout.offset(),
                layout.adjacentRowStride(),
                layout.adjacentColumnStride(),
                workspace,
                parallelism);
    }

    private void checkFactorized() {
        if (!factorized) {
            throw new IllegalStateException("nothing is factorised");
        }
    }

    private void checkSquare() {
        if (m != n) {
            throw new IllegalStateException("got a matrix of " + m + " x " + n + ", wanted a square one");
        }
    }

    private void checkSolvable(Workspace workspace, Parallelism parallelism) {
        checkFactorized();
        checkSquare();
        DoubleOperands.checkRun(workspace, parallelism);
        for (int i = 0; i < n; i++) {
            if (factors[i * (pitch + 1)] == 0) {
                throw new SingularMatrixException("U of " + n + " x " + n, i);
            }
        }
    }
}
