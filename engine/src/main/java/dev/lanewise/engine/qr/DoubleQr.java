package dev.lanewise.engine.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleRows;

/**
 * The QR factorisation of a matrix of any shape by Householder reflections,
 *
 * <pre>    A = Q R,    A of m x n, Q of m x m with Q^T Q = I, R of m x n upper triangular,</pre>
 *
 * <p>with room for its factors: Q is kept as the vectors of the reflections below the diagonal of R, and {@link #applyQ applied}
 * without being formed. With {@code k = min(m, n)}, only the first k rows of R and k columns of Q are more than zeros and a
 * basis of the rest; the thin factorisation is these.
 *
 * <pre>{@code
 * DoubleQr qr = new DoubleQr(m, n);
 * qr.factorize(a, MatrixLayout.of(m, n));
 * qr.solve(b, MatrixLayout.of(m, 1), x, MatrixLayout.of(n, 1)); // min || A x - b ||
 * }</pre>
 *
 * <p>The diagonal of R may have either sign, as in LAPACK. Numbers close to overflow and underflow do no harm. The computed
 * factors are those of a matrix {@code A + E}, column by column {@code ||e_j|| <= c m n u ||a_j||}, with a Q that is within
 * {@code c m n u} of an orthogonal one, c a small constant (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd
 * ed., theorems 19.4 and 19.5); in practice the factor is about {@code sqrt(m n)} and {@code sqrt(m)}.
 *
 * <p>The same bits always: they depend on A alone, not on layout, threads or machine. An instance may be used again, by one
 * thread at a time; once it is factorised any number of threads may read it, each with a workspace of its own.
 *
 * <p>Source: R. Schreiber and C. Van Loan, A storage-efficient WY representation for products of Householder transformations,
 * SIAM J. Sci. Stat. Comput. 10(1), 1989, pp. 53-57.
 */
public final class DoubleQr {
    /** Magnitudes whose sums of squares and products are far from overflow, and whose inverses are from underflow. */
    private static final int USUAL_EXPONENT = Double.MAX_EXPONENT / 4;

    private final DoubleReflectors reflectors;
    private final int m;
    private final int n;
    private final int k;
    private boolean factorized;

    /**
     * Makes room for the factors of a matrix, {@code (m + 48) n} numbers or so.
     *
     * @param rows of the matrix, at least 0
     * @param columns of the matrix, at least 0
     * @throws IllegalArgumentException if one is negative, or an array cannot hold the matrix
     */
    public DoubleQr(int rows, int columns) {
        DoubleOperands.checkMachine();
        reflectors = new DoubleReflectors(rows, columns);
        m = rows;
        n = columns;
        k = Math.min(m, n);
    }

    /**
     * How many rows the matrix has.
     *
     * @return m
     */
    public int rows() {
        return m;
    }

    /**
     * How many columns the matrix has.
     *
     * @return n
     */
    public int columns() {
        return n;
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
     * Factorises a matrix. After an exception this holds no factors.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is not that of this, the array is too short, or an element is not finite
     */
    public void factorize(double[] a, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        factorize(a, layout, null, workspace, parallelism);
    }

    /** With columns exchanged, if there is a pivoting. */
    void factorize(
            double[] a, MatrixLayout layout, DoublePivoting pivoting, Workspace workspace, Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.check(a, "A", layout);
        DoubleOperands.checkShape("A", layout, m, n);
        factorized = false;
        double greatest = DoubleRows.copyFinite("A", a, layout, reflectors.factors, reflectors.pitch);
        int exponent = Math.getExponent(greatest);
        boolean scaled = greatest != 0 && Math.abs(exponent) > USUAL_EXPONENT;
        if (scaled) {
            scale(Math.scalb((double) 1, -exponent), false);
        }
        if (pivoting == null) {
            reflectors.factorize(workspace, parallelism);
        } else {
            pivoting.factorize(reflectors, workspace, parallelism);
        }
        if (scaled) {
            scale(Math.scalb((double) 1, exponent), true);
        }
        factorized = true;
    }

    private void scale(double factor, boolean upper) {
        for (int i = 0; i < (upper ? k : m); i++) {
            int first = upper ? i : 0;
            DoubleRows.KERNEL.scale(factor, reflectors.factors, i * reflectors.pitch + first, n - first);
        }
    }

    /**
     * Gives R.
     *
     * @param r gets R
     * @param layout where, of n columns and any number of rows up to m, of which those after the k-th are zero
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public void copyR(double[] r, MatrixLayout layout) {
        checkFactorized();
        DoubleOperands.checkWritten(r, "R", layout);
        if (layout.columns() != n || layout.rows() > m) {
            throw new IllegalArgumentException("R: got " + layout.shape() + ", wanted up to " + m + " x " + n);
        }
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < n; j++) {
                r[layout.index(i, j)] = j < i ? 0 : reflectors.factors[i * reflectors.pitch + j];
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
    public void copyQ(double[] q, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        checkFactorized();
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.checkWritten(q, "Q", layout);
        layout.checkAdjacent("Q");
        if (layout.rows() != m || layout.columns() > m) {
            throw new IllegalArgumentException("Q: got " + layout.shape() + ", wanted " + m + " x up to " + m);
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < layout.columns(); j++) {
                q[layout.index(i, j)] = i == j ? 1 : 0;
            }
        }
        apply(false, true, q, layout, workspace, parallelism);
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
    public void applyQ(double[] c, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
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
    public void applyQTransposed(double[] c, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
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
        apply(transposed, false, c, layout, workspace, parallelism);
    }

    private void apply(
            boolean transposed,
            boolean identity,
            double[] c,
            MatrixLayout layout,
            Workspace workspace,
            Parallelism parallelism) {
        reflectors.apply(
                transposed,
                identity,
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
    public void solve(double[] b, MatrixLayout bLayout, double[] x, MatrixLayout xLayout) {
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
    public void solve(
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        checkSystem(b, bLayout, m, x, xLayout, n, workspace, parallelism);
        DoubleQrSystems.solve(reflectors, false, b, bLayout, x, xLayout, workspace, parallelism);
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
    public void solveTransposed(
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        checkSystem(b, bLayout, n, x, xLayout, m, workspace, parallelism);
        DoubleQrSystems.solve(reflectors, true, b, bLayout, x, xLayout, workspace, parallelism);
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
    double diagonal(int i) {
        return reflectors.factors[i * (reflectors.pitch + 1)];
    }

    void checkFactorized() {
        if (!factorized) {
            throw new IllegalStateException("nothing is factorised");
        }
    }
}
