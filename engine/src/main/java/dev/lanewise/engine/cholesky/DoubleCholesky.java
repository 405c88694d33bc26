package dev.lanewise.engine.cholesky;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.engine.panel.DoubleInverseNorm;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.panel.DoubleTriangularBlocks;
import dev.lanewise.engine.panel.DoubleTriangularFactors;
import java.util.Objects;

/**
 * The Cholesky factorisation of a symmetric positive definite matrix,
 *
 * <pre>    A = L L^T,    A of n x n, L lower triangular with a positive diagonal,</pre>
 *
 * <p>with room for its factor. One triangle of A is read.
 *
 * <p>A computed solution solves a system with a matrix {@code A + E}, {@code |E| <= g(3 n + 1) |L| |L|^T} element by element, where
 * {@code g(s) = s u / (1 - s u)} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem 10.4).
 *
 * <p>The same bits always: they depend on A alone, not on layout, threads or machine. An instance may be used again, by one
 * thread at a time; once it is factorised any number of threads may read it, each with a workspace of its own.
 */
public final class DoubleCholesky {
    private final int n;
    private final int pitch;

    /** {@code L^T} in the upper triangle; below it there is nothing of use. */
    private final double[] factor;

    private boolean factorized;

    /**
     * Makes room for the factor of a matrix.
     *
     * @param n rows and columns, at least 0
     * @throws IllegalArgumentException if it is negative, or an array cannot hold the matrix
     */
    public DoubleCholesky(int n) {
        DoubleOperands.checkMachine();
        this.n = n;
        pitch = DoubleRows.pitch(n, n);
        factor = new double[n * pitch];
    }

    /**
     * Factorises a matrix with scratch of its own, on the calling thread.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @param triangle which half is read
     * @throws IllegalArgumentException if its shape is not that of this, the array is too short, or an element is not finite
     * @throws NotPositiveDefiniteException if A is not positive definite
     */
    public void factorize(double[] a, MatrixLayout layout, Triangle triangle) {
        factorize(a, layout, triangle, new Workspace(), Parallelism.NONE);
    }

    /**
     * Factorises a matrix. After an exception this holds no factor.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @param triangle which half is read
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is not that of this, the array is too short, or an element is not finite
     * @throws NotPositiveDefiniteException if A is not positive definite
     */
    public void factorize(
            double[] a, MatrixLayout layout, Triangle triangle, Workspace workspace, Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.check(a, "A", layout);
        DoubleOperands.checkShape("A", layout, n, n);
        boolean lower = Objects.requireNonNull(triangle, "triangle") == Triangle.LOWER;
        factorized = false;
        DoubleRows.copyFiniteTriangle("A", a, layout, lower, factor, pitch);
        int failed = n == 0 ? -1 : DoubleTriangularFactors.cholesky(n, factor, 0, pitch, workspace, parallelism);
        if (failed >= 0) {
            throw new NotPositiveDefiniteException(failed, factor[failed * (pitch + 1)]);
        }
        factorized = true;
    }

    /**
     * Gives L.
     *
     * @param l gets L
     * @param layout where, of n x n
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public void copyL(double[] l, MatrixLayout layout) {
        checkFactorized();
        DoubleOperands.checkWritten(l, "L", layout);
        DoubleOperands.checkShape("L", layout, n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                l[layout.index(i, j)] = j > i ? 0 : factor[j * pitch + i];
            }
        }
    }

    /**
     * The determinant of A.
     *
     * @return the determinant
     * @throws IllegalStateException if nothing is factorised
     */
    public Determinant determinant() {
        checkFactorized();
        Determinant determinant = Determinant.ONE;
        for (int i = 0; i < n; i++) {
            double root = factor[i * (pitch + 1)];
            determinant = determinant.times(root).times(root);
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
     * @throws IllegalStateException if nothing is factorised
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
     * @throws IllegalStateException if nothing is factorised
     */
    public void solve(
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        checkFactorized();
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.copyRightSides(b, bLayout, x, xLayout, n);
        solve(x, xLayout, workspace, parallelism);
    }

    /**
     * Gives the inverse.
     *
     * @param x gets {@code A^-1}, both triangles
     * @param layout where, of n x n; elements of a row, or of a column, must be adjacent
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public void invert(double[] x, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        checkFactorized();
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.checkWritten(x, "X", layout);
        layout.checkAdjacent("X");
        DoubleOperands.checkShape("X", layout, n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                x[layout.index(i, j)] = i == j ? 1 : 0;
            }
        }
        solve(x, layout, workspace, parallelism);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                x[layout.index(j, i)] = x[layout.index(i, j)];
            }
        }
    }

    /**
     * An estimate of {@code 1 / (||A||_1 ||A^-1||_1)}, seldom more than three times the number itself and, but for rounding, never
     * less.
     *
     * @param a holds A as it was factorised but with both triangles, for its norm
     * @param layout where
     * @param workspace scratch of the calling thread
     * @return the estimate
     * @throws IllegalArgumentException if the shape is another, or the array is too short
     * @throws IllegalStateException if nothing is factorised
     */
    public double reciprocalCondition(double[] a, MatrixLayout layout, Workspace workspace) {
        checkFactorized();
        DoubleOperands.checkRun(workspace, Parallelism.NONE);
        DoubleOperands.check(a, "A", layout);
        DoubleOperands.checkShape("A", layout, n, n);
        MatrixLayout column = MatrixLayout.of(n, 1);
        return DoubleInverseNorm.reciprocalCondition(
                a, layout, (transposed, x) -> solve(x, column, workspace, Parallelism.NONE));
    }

    /** In the place of the right sides. */
    private void solve(double[] x, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        triangle(true, x, layout, workspace, parallelism);
        triangle(false, x, layout, workspace, parallelism);
    }

    /** L or its transpose. */
    private void triangle(
            boolean lower, double[] x, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        int row = lower ? 1 : pitch, column = lower ? pitch : 1;
        DoubleTriangularBlocks.solve(
                n,
                layout.columns(),
                lower,
                false,
                factor,
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
}
