package dev.lanewise.engine.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;

/**
 * The factors of a matrix, {@code A = Q R} with Q orthogonal of m x m and kept as reflections and R upper triangular of m x n,
 * however they were found: what can be had from them.
 *
 * <p>Once the matrix is factorised any number of threads may read its factors, each with a workspace of its own. No result depends
 * on layouts, threads or the machine.
 */
public abstract sealed class DoubleQrFactors permits DoubleQr, DoubleTallQr {
    final int m;
    final int n;
    final int k;
    boolean factorized;

    /** Of an m x n matrix; shapes have been checked. */
    DoubleQrFactors(int rows, int columns) {
        m = rows;
        n = columns;
        k = Math.min(m, n);
    }

    /**
     * How many rows the matrix has.
     *
     * @return m
     */
    public final int rows() {
        return m;
    }

    /**
     * How many columns the matrix has.
     *
     * @return n
     */
    public final int columns() {
        return n;
    }

    /** What holds R, from its first element on, row after row; what is below its diagonal may be something else. */
    abstract double[] r();

    /** From one row of R to the next. */
    abstract int rPitch();

    /**
     * {@code C = Q C} or {@code Q^T C}, in its place.
     *
     * @param transposed whether it is {@code Q^T}
     * @param columns of C
     * @param c holds C
     * @param at its first element
     * @param row from one row to the next
     * @param column from one column to the next; this or that from one row to the next is 1
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     */
    abstract void apply(
            boolean transposed,
            int columns,
            double[] c,
            int at,
            int row,
            int column,
            Workspace workspace,
            Parallelism parallelism);

    /** The first columns of Q, to a matrix as of {@link #apply}. */
    abstract void form(
            int columns, double[] q, int at, int row, int column, Workspace workspace, Parallelism parallelism);

    /**
     * Gives R.
     *
     * @param r gets R
     * @param layout where, of n columns and any number of rows up to m, of which those after the k-th are zero
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public final void copyR(double[] r, MatrixLayout layout) {
        checkFactorized();
        DoubleOperands.checkWritten(r, "R", layout);
        if (layout.columns() != n || layout.rows() > m) {
            throw new IllegalArgumentException("R: got " + layout.shape() + ", wanted up to " + m + " x " + n);
        }
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < n; j++) {
                r[layout.index(i, j)] = j < i ? 0 : r()[i * rPitch() + j];
            }
        }
    }

    /**
     * Gives the first columns of Q.
     *
     * @param q gets them
     * @param layout where, of m rows and any number of columns up to m; elements of a row, or of a column, must be adjacent
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public final void copyQ(double[] q, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        checkFactorized();
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.checkWritten(q, "Q", layout);
        layout.checkAdjacent("Q");
        if (layout.rows() != m || layout.columns() > m) {
            throw new IllegalArgumentException("Q: got " + layout.shape() + ", wanted " + m + " x up to " + m);
        }
        form(
                layout.columns(),
                q,
                layout.offset(),
                layout.adjacentRowStride(),
                layout.adjacentColumnStride(),
                workspace,
                parallelism);
    }

    /**
     * {@code C = Q C}, in its place. For {@code C Q^T}, which is the transpose of {@code Q C^T}, give the
     * {@linkplain MatrixLayout#transposed transposed} layout of C.
     *
     * @param c holds C
     * @param layout where, of m rows; elements of a row, or of a column, must be adjacent
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public final void applyQ(double[] c, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        apply(false, c, layout, workspace, parallelism);
    }

    /**
     * {@code C = Q^T C}, in its place. For {@code C Q}, which is the transpose of {@code Q^T C^T}, give the
     * {@linkplain MatrixLayout#transposed transposed} layout of C.
     *
     * @param c holds C
     * @param layout where, of m rows; elements of a row, or of a column, must be adjacent
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public final void applyQTransposed(double[] c, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        apply(true, c, layout, workspace, parallelism);
    }

    private void apply(
            boolean transposed, double[] c, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        checkFactorized();
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.checkWritten(c, "C", layout);
        layout.checkAdjacent("C");
        if (layout.rows() != m) {
            throw new IllegalArgumentException("C: got " + layout.shape() + ", wanted " + m + " rows");
        }
        apply(
                transposed,
                layout.columns(),
                c,
                layout.offset(),
                layout.adjacentRowStride(),
                layout.adjacentColumnStride(),
                workspace,
                parallelism);
    }

    /**
     * Solves least-squares problems, {@code min || A x - b ||_2} for every column b of B, with scratch of its own, on the calling
     * thread.
     *
     * @param b holds B, which is only read
     * @param bLayout where, of m rows
     * @param x gets X
     * @param xLayout where, of n rows and as many columns; elements of a row, or of a column, must be adjacent
     * @throws IllegalArgumentException if {@code m < n}, shapes do not fit, an array is too short, or X overlaps B or itself
     * @throws SingularMatrixException if R has a zero on its diagonal; X is untouched
     * @throws IllegalStateException if nothing is factorised
     */
    public final void solve(double[] b, MatrixLayout bLayout, double[] x, MatrixLayout xLayout) {
        solve(b, bLayout, x, xLayout, new Workspace(), Parallelism.NONE);
    }

    /**
     * Solves least-squares problems, {@code min || A x - b ||_2} for every column b of B.
     *
     * @param b holds B, which is only read
     * @param bLayout where, of m rows
     * @param x gets X
     * @param xLayout where, of n rows and as many columns; elements of a row, or of a column, must be adjacent
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if {@code m < n}, shapes do not fit, an array is too short, or X overlaps B or itself
     * @throws SingularMatrixException if R has a zero on its diagonal; X is untouched
     * @throws IllegalStateException if nothing is factorised
     */
    public final void solve(
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        checkSystem(b, bLayout, m, x, xLayout, n, workspace, parallelism);
        DoubleQrSystems.solve(this, false, b, bLayout, x, xLayout, workspace, parallelism);
    }

    /**
     * Solves underdetermined systems, {@code min || x ||_2} with {@code A^T x = b} for every column b of B.
     *
     * @param b holds B, which is only read
     * @param bLayout where, of n rows
     * @param x gets X
     * @param xLayout where, of m rows and as many columns
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if {@code m < n}, shapes do not fit, an array is too short, or X overlaps B or itself
     * @throws SingularMatrixException if R has a zero on its diagonal; X is untouched
     * @throws IllegalStateException if nothing is factorised
     */
    public final void solveTransposed(
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        checkSystem(b, bLayout, n, x, xLayout, m, workspace, parallelism);
        DoubleQrSystems.solve(this, true, b, bLayout, x, xLayout, workspace, parallelism);
    }

    private void checkSystem(
            double[] b,
            MatrixLayout bLayout,
            int bRows,
            double[] x,
            MatrixLayout xLayout,
            int xRows,
            Workspace workspace,
            Parallelism parallelism) {
        checkFactorized();
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.check(b, "B", bLayout);
        DoubleOperands.checkWritten(x, "X", xLayout);
        if (m < n) {
            throw new IllegalArgumentException(
                    "got a matrix of " + m + " x " + n + ", wanted one of as many rows as columns or more");
        }
        if (bLayout.rows() != bRows || xLayout.rows() != xRows || bLayout.columns() != xLayout.columns()) {
            throw new IllegalArgumentException("got B of " + bLayout.shape() + " and X of " + xLayout.shape()
                    + ", wanted " + bRows + " x c and " + xRows + " x c");
        }
        DoubleOperands.checkApart(x, "X", xLayout, b, "B", bLayout);
        for (int i = 0; i < k; i++) {
            if (diagonal(i) == 0) {
                throw new SingularMatrixException("R of " + n + " x " + n, i);
            }
        }
    }

    /** Element i of the diagonal of R. */
    final double diagonal(int i) {
        return r()[i * (rPitch() + 1)];
    }

    final void checkFactorized() {
        if (!factorized) {
            throw new IllegalStateException("nothing is factorised");
        }
    }
}
