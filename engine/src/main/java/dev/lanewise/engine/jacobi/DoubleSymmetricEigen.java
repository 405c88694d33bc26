package dev.lanewise.engine.jacobi;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.panel.DoubleTriangularFactors;
import java.util.Arrays;
import java.util.Objects;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix by Jacobi's method,
 *
 * <pre>    A = V D V^T,    A of n x n, V^T V = I, D = diag(d_1 >= d_2 >= ... >= d_n),</pre>
 *
 * <p>with room for them. One triangle of A is read.
 *
 * <p>Of a positive definite matrix the Cholesky factor is taken, {@code A = L L^T}, rows and columns in the order of the diagonal,
 * and its columns are made orthogonal by rotations: they become the eigenvectors, times the roots of the eigenvalues. Small eigenvalues
 * are as accurate as large ones wherever the matrix determines them: for {@code A = D B D}, with a diagonal D of any sizes, every
 * eigenvalue has a relative error of about the unit roundoff u times the condition of B.
 *
 * <p>Any other matrix is shifted, {@code A + s I}, by so much that it is positive definite, which is about its most negative eigenvalue
 * at least and {@code ||A||} at most but for a small factor. Then the error of an eigenvalue is {@code c n u ||A||}, as it is with other
 * methods. In either case {@code ||A - V D V^T|| <= c n u ||A||} and {@code ||V^T V - I|| <= c n u}, c a small constant.
 *
 * <p>The same bits always: they depend on A alone, not on layout, threads or machine. An instance may be used again, by one thread at
 * a time; once it is factorised any number of threads may read it.
 *
 * <p>Sources: K. Veselic and V. Hari, A note on a one-sided Jacobi algorithm, Numer. Math. 56, 1989, pp. 627-633; J. Demmel and K.
 * Veselic, Jacobi's method is more accurate than QR, SIAM J. Matrix Anal. Appl. 13(4), 1992, pp. 1204-1245, section 3.
 */
public final class DoubleSymmetricEigen {
    private final int n;
    private final DoubleScaledRows scaled;
    private final DoubleRowRotations rotations;

    /** Which row of A stands where, after its exponent. */
    private final long[] rowOrder;

    /** Which rotated row belongs to an eigenvalue. */
    private final int[] order;

    private final double[] values;
    private int sweeps;
    private boolean factorized;

    /**
     * Makes room for the eigenvectors of a matrix.
     *
     * @param n rows and columns, at least 0
     * @throws IllegalArgumentException if it is negative, or an array cannot hold the matrix
     */
    public DoubleSymmetricEigen(int n) {
        DoubleOperands.checkMachine();
        MatrixLayout.of(n, n);
        this.n = n;
        scaled = new DoubleScaledRows(n, n, false);
        rotations = new DoubleRowRotations(scaled);
        rowOrder = new long[n];
        order = new int[n];
        values = new double[n];
    }

    /**
     * Factorises a matrix with scratch of its own, on the calling thread.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @param triangle which half is read
     * @throws IllegalArgumentException if its shape is not that of this, the array is too short, or an element is not finite
     */
    public void factorize(double[] a, MatrixLayout layout, Triangle triangle) {
        factorize(a, layout, triangle, JacobiOrder.IN_TURN, new Workspace(), Parallelism.NONE);
    }

    /**
     * Factorises a matrix. After an exception this holds nothing.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @param triangle which half is read
     * @param jacobiOrder of the rotations
     * @param workspace scratch of the calling thread; with it, a call on one thread and in turn allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is not that of this, the array is too short, or an element is not finite
     */
    public void factorize(
            double[] a,
            MatrixLayout layout,
            Triangle triangle,
            JacobiOrder jacobiOrder,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        Objects.requireNonNull(jacobiOrder, "jacobiOrder");
        DoubleOperands.check(a, "A", layout);
        DoubleOperands.checkShape("A", layout, n, n);
        boolean lower = Objects.requireNonNull(triangle, "triangle") == Triangle.LOWER;
        factorized = false;
        double[] copy = workspace.takeDoubles(n * n);
        double greatest, shift;
        try {
            DoubleRows.copyFiniteTriangle("A", a, layout, lower, copy, n);
            greatest = greatestOfTriangle(copy);
            sortRows(copy, Math.getExponent(greatest));
            scaled.clear();
            shift = factorizeShifted(copy, Math.scalb((double) 1, -Math.getExponent(greatest)), workspace, parallelism);
        } finally {
            workspace.releaseDoubles();
        }
        sweeps = rotations.orthogonalize(jacobiOrder, workspace, parallelism);
        scaled.sort(order);
        for (int j = 0; j < n; j++) {
            double root = scaled.norm(order[j], 0);
            values[j] = Math.scalb(root * root - shift, Math.getExponent(greatest));
        }
        scaled.normalize(workspace);
        factorized = true;
    }

    private double greatestOfTriangle(double[] copy) {
        double greatest = 0;
        for (int i = 0; i < n; i++) {
            greatest = Math.max(greatest, DoubleRows.KERNEL.greatest(copy, i * (n + 1), n - i));
        }
        return greatest;
    }

    /** Rows with greater elements on the diagonal first, to powers of two. */
    private void sortRows(double[] copy, int exponent) {
        for (int i = 0; i < n; i++) {
            rowOrder[i] = (long) (exponent - Math.getExponent(copy[i * (n + 1)])) << Integer.SIZE | i;
        }
        Arrays.sort(rowOrder);
    }

    /** The rows of the Cholesky factor, for rotation; gives by how much the matrix has been shifted. */
    private double factorizeShifted(double[] copy, double factor, Workspace workspace, Parallelism parallelism) {
        double shift = 0, square = 0;
        while (true) {
            square = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    int row = (int) rowOrder[i], column = (int) rowOrder[j];
                    double element = factor * copy[Math.min(row, column) * n + Math.max(row, column)];
                    square += (i == j ? 1 : 2) * element * element;
                    scaled.values[scaled.row(i) + j] = i == j ? element + shift : element;
                }
            }
            if (n == 0
                    || square == 0
                    || DoubleTriangularFactors.cholesky(
                                    n, scaled.values, scaled.row(0), scaled.pitch, workspace, parallelism)
                            < 0) {
                break;
            }
            double size = SquareRoot.of(square / n);
            shift = shift == 0 ? 4 * n * Math.ulp(size) : shift < size ? size : 2 * shift;
        }
        for (int i = 1; i < n; i++) {
            Arrays.fill(scaled.values, scaled.row(i), scaled.row(i) + i, 0);
        }
        return shift;
    }

    /**
     * The eigenvalues, from the greatest to the least.
     *
     * @return n numbers
     * @throws IllegalStateException if nothing is factorised
     */
    public double[] eigenvalues() {
        checkFactorized();
        return values.clone();
    }

    /**
     * How many sweeps of rotations it took, of which the last has none.
     *
     * @return sweeps
     * @throws IllegalStateException if nothing is factorised
     */
    public int sweeps() {
        checkFactorized();
        return sweeps;
    }

    /**
     * Gives the first columns of V, the eigenvectors.
     *
     * @param v gets them
     * @param layout where, of n rows and any number of columns up to n
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public void copyV(double[] v, MatrixLayout layout) {
        checkFactorized();
        DoubleOperands.checkWritten(v, "V", layout);
        if (layout.rows() != n || layout.columns() > n) {
            throw new IllegalArgumentException("V: got " + layout.shape() + ", wanted " + n + " x up to " + n);
        }
        for (int i = 0; i < n; i++) {
            int row = (int) rowOrder[i];
            for (int j = 0; j < layout.columns(); j++) {
                v[layout.index(row, j)] = scaled.values[scaled.row(order[j]) + i];
            }
        }
    }

    private void checkFactorized() {
        if (!factorized) {
            throw new IllegalStateException("nothing is factorised");
        }
    }
}
