package dev.lanewise.engine.jacobi;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.engine.qr.DoubleQr;
import java.util.Arrays;
import java.util.Objects;

/**
 * The singular value decomposition of a matrix of any shape by Jacobi's method from one side,
 *
 * <pre>    A = U S V^T,    A of m x n, U of m x k, V of n x k, U^T U = V^T V = I, S = diag(s_1 >= s_2 >= ... >= s_k >= 0),</pre>
 *
 * <p>{@code k = min(m, n)}, with room for its factors.
 *
 * <p>A is factorised twice before, {@code A P = Q_1 R} with column pivoting and rows in the order of their size, and {@code R^T = Q_2
 * L^T}; the columns of the triangle L are nearly orthogonal and are made so by rotations. Small singular values are as accurate as
 * large ones wherever scaling alone makes them small: for {@code A = B D, m >= n}, or {@code A = D B, m <= n}, and a diagonal D of
 * any sizes, every singular value has a relative error of about the unit roundoff u times the condition of B. So it has for {@code A = D_1
 * B D_2} if, in the order in which D_1 and D_2 fall, the leading blocks of B are conditioned as well as B, and no element of B is small
 * beside others; for other B the matrix does not determine its small singular values, or rows do not show their order. {@code ||A - U S
 * V^T|| <= c k u ||A||} and {@code ||U^T U - I||, ||V^T V - I|| <= c k u}, c a small constant.
 *
 * <p>The same bits always: they depend on A alone, not on layout, threads or machine. An instance may be used again, by one thread at
 * a time; once it is factorised any number of threads may read it, each with a workspace of its own.
 *
 * <p>Source: Z. Drmac and K. Veselic, New fast and accurate Jacobi SVD algorithm I and II, SIAM J. Matrix Anal. Appl. 29(4), 2008,
 * pp. 1322-1342 and 1343-1362; the second, right factors are accumulated here.
 */
public final class DoubleSvd {
    private final int m;
    private final int n;
    private final int most;
    private final int k;
    private final DoublePivotedQr first;
    private final DoubleQr second;
    private final DoubleScaledRows scaled;
    private final DoubleRowRotations rotations;

    /** Where A is copied to, and where its triangles are: made once, so that a call makes none. */
    private final MatrixLayout ofSorted, ofR, ofTransposedR;

    /** Which row of A, or column if they are more, stands where. */
    private final long[] rowOrder;

    /** Which rotated row belongs to a singular value. */
    private final int[] order;

    private final double[] values;
    private int sweeps;
    private boolean factorized;

    /**
     * Makes room for the factors of a matrix.
     *
     * @param rows of the matrix, at least 0
     * @param columns of the matrix, at least 0
     * @throws IllegalArgumentException if one is negative, or an array cannot hold the matrix
     */
    public DoubleSvd(int rows, int columns) {
        DoubleOperands.checkMachine();
        MatrixLayout.of(rows, columns);
        m = rows;
        n = columns;
        most = Math.max(m, n);
        k = Math.min(m, n);
        first = new DoublePivotedQr(most, k);
        second = new DoubleQr(k, k);
        scaled = new DoubleScaledRows(k, k, true);
        rotations = new DoubleRowRotations(scaled);
        ofSorted = MatrixLayout.of(most, k);
        ofR = MatrixLayout.rowMajor(scaled.row(0), k, k, scaled.pitch);
        ofTransposedR = ofR.transposed();
        rowOrder = new long[most];
        order = new int[k];
        values = new double[k];
    }

    /**
     * Factorises a matrix with scratch of its own, on the calling thread.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @throws IllegalArgumentException if its shape is not that of this, the array is too short, or an element is not finite
     */
    public void factorize(double[] a, MatrixLayout layout) {
        factorize(a, layout, JacobiOrder.IN_TURN, new Workspace(), Parallelism.NONE);
    }

    /**
     * Factorises a matrix. After an exception this holds no factors.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @param jacobiOrder of the rotations
     * @param workspace scratch of the calling thread; with it, a call on one thread and in turn allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is not that of this, the array is too short, or an element is not finite
     */
    public void factorize(
            double[] a, MatrixLayout layout, JacobiOrder jacobiOrder, Workspace workspace, Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        Objects.requireNonNull(jacobiOrder, "jacobiOrder");
        DoubleOperands.check(a, "A", layout);
        DoubleOperands.checkShape("A", layout, m, n);
        factorized = false;
        double greatest = DoubleRows.greatestFinite("A", a, layout);
        double[] sorted = workspace.takeDoubles(most * k);
        try {
            sortRows(a, layout, sorted, Math.getExponent(greatest));
            first.factorize(sorted, ofSorted, workspace, parallelism);
        } finally {
            workspace.releaseDoubles();
        }
        scaled.clear();
        first.qr().copyR(scaled.values, ofR);
        second.factorize(scaled.values, ofTransposedR, workspace, parallelism);
        second.copyR(scaled.values, ofR);
        sweeps = rotations.orthogonalize(jacobiOrder, workspace, parallelism);
        scaled.sort(order);
        for (int j = 0; j < k; j++) {
            values[j] = scaled.norm(order[j], Math.getExponent(greatest));
        }
        scaled.normalize(workspace);
        factorized = true;
    }

    /** Rows with greater elements first, to powers of two, all times a power of two so that the greatest element is about 1. */
    private void sortRows(double[] a, MatrixLayout layout, double[] sorted, int exponent) {
        int toNext = m >= n ? layout.rowStride() : layout.columnStride(),
                along = m >= n ? layout.columnStride() : layout.rowStride();
        for (int i = 0; i < most; i++) {
            double size = 0;
            for (int j = 0; j < k; j++) {
                size = Math.max(size, Math.abs(a[layout.offset() + i * toNext + j * along]));
            }
            rowOrder[i] = (long) (exponent - Math.getExponent(size)) << Integer.SIZE | i;
        }
        Arrays.sort(rowOrder);
        double factor = Math.scalb((double) 1, -exponent);
        for (int i = 0; i < most; i++) {
            for (int j = 0; j < k; j++) {
                sorted[i * k + j] = factor * a[layout.offset() + (int) rowOrder[i] * toNext + j * along];
            }
        }
    }

    /**
     * The singular values, from the greatest to the least.
     *
     * @return k numbers
     * @throws IllegalStateException if nothing is factorised
     */
    public double[] singularValues() {
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
     * The numerical rank: how many singular values are more than {@code max(m, n)} times the distance of 1 from the next number,
     * relative to the greatest.
     *
     * @return the rank
     * @throws IllegalStateException if nothing is factorised
     */
    public int rank() {
        checkFactorized();
        int rank = 0;
        while (rank < k && values[rank] > most * Math.ulp((double) 1) * values[0]) {
            rank++;
        }
        return rank;
    }

    /**
     * Gives the first columns of U, the left singular vectors.
     *
     * @param u gets them
     * @param layout where, of m rows and any number of columns up to k
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public void copyU(double[] u, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        copyVectors(u, "U", layout, m, m >= n, workspace, parallelism);
    }

    /**
     * Gives the first columns of V, the right singular vectors.
     *
     * @param v gets them
     * @param layout where, of n rows and any number of columns up to k
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if its shape is another, the array is too short, or elements share places
     * @throws IllegalStateException if nothing is factorised
     */
    public void copyV(double[] v, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
        copyVectors(v, "V", layout, n, m < n, workspace, parallelism);
    }

    private void copyVectors(
            double[] to,
            String name,
            MatrixLayout layout,
            int length,
            boolean rotated,
            Workspace workspace,
            Parallelism parallelism) {
        checkFactorized();
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.checkWritten(to, name, layout);
        if (layout.rows() != length || layout.columns() > k) {
            throw new IllegalArgumentException(
                    name + ": got " + layout.shape() + ", wanted " + length + " x up to " + k);
        }
        double[] held = rotated ? scaled.values : scaled.companions;
        int columns = layout.columns();
        int[] permutation = first.permutation();
        double[] vectors = workspace.takeDoubles(length * columns);
        try {
            Arrays.fill(vectors, 0, length * columns, 0);
            for (int j = 0; j < columns; j++) {
                int from = rotated ? scaled.row(order[j]) : scaled.companion(order[j]);
                System.arraycopy(held, from, vectors, j * length, k);
            }
            DoubleQr factors = rotated ? first.qr() : second;
            factors.applyQ(vectors, MatrixLayout.of(columns, length).transposed(), workspace, parallelism);
            for (int i = 0; i < length; i++) {
                int row = rotated ? (int) rowOrder[i] : permutation[i];
                for (int j = 0; j < columns; j++) {
                    to[layout.index(row, j)] = vectors[j * length + i];
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void checkFactorized() {
        if (!factorized) {
            throw new IllegalStateException("nothing is factorised");
        }
    }
}
