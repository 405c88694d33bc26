package dev.lanewise.engine.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;

/**
 * The QR factorisation of a matrix of any shape with column pivoting,
 *
 * <pre>    A P = Q R,    |r_11| >= |r_22| >= ...,</pre>
 *
 * <p>with room for its factors. In every step the column of which most is left becomes the next one, so that the diagonal of R, but
 * for rounding, does not increase and tells the numerical {@link #rank rank} of A: {@code A P} has the factors {@link #qr}.
 *
 * <p>Rounding, bits, reuse and threads: as of {@link DoubleQr}.
 */
public final class DoublePivotedQr {
    /** Of smaller matrices the rounding errors of a few operations, which may add up, are more than the size tells. */
    private static final int LEAST_SIZE = 10;

    private final DoubleQr qr;
    private final DoublePivoting pivoting;

    /**
     * Makes room for the factors of a matrix.
     *
     * @param rows of the matrix, at least 0
     * @param columns of the matrix, at least 0
     * @throws IllegalArgumentException if one is negative, or an array cannot hold the matrix
     */
    public DoublePivotedQr(int rows, int columns) {
        this(new DoubleQr(rows, columns), new DoubleGreedyPivoting(rows, columns));
    }

    private DoublePivotedQr(DoubleQr qr, DoublePivoting pivoting) {
        this.qr = qr;
        this.pivoting = pivoting;
    }

    /**
     * Makes room for the factors of a matrix whose columns are chosen by a sketch of it, some at a time: random sums of its rows, a few
     * more than columns are chosen. All else is done by products of matrices, which is faster by half or so where the matrix does not
     * fit into a cache. The diagonal of R tells the rank as well, but is not quite in order: an element may be greater than one before.
     *
     * @param rows of the matrix, at least 0
     * @param columns of the matrix, at least 0
     * @param seed of the sketch: the same seed gives the same factors for ever
     * @return room for them
     * @throws IllegalArgumentException if a number is negative, or an array cannot hold the matrix
     */
    public static DoublePivotedQr sketched(int rows, int columns, long seed) {
        DoubleOperands.checkMachine();
        DoubleSketchedPivoting.checkRoom(rows, columns);
        return new DoublePivotedQr(new DoubleQr(rows, columns), new DoubleSketchedPivoting(rows, columns, seed));
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
        qr.factorize(a, layout, pivoting, workspace, parallelism);
    }

    /**
     * The factors of {@code A P}.
     *
     * @return Q and R
     */
    public DoubleQr qr() {
        return qr;
    }

    /**
     * The columns of A in the order of those of {@code A P}.
     *
     * @return n numbers of columns
     * @throws IllegalStateException if nothing is factorised
     */
    public int[] permutation() {
        qr.checkFactorized();
        return pivoting.permutation.clone();
    }

    /**
     * The numerical rank: how many elements of the diagonal of R are more than {@code max(m, n, 10)} times the distance of 1 from
     * the next number, relative to the first.
     *
     * @return the rank
     * @throws IllegalStateException if nothing is factorised
     */
    public int rank() {
        double unit = Math.ulp((double) 1);
        return rank(Math.max(LEAST_SIZE, Math.max(qr.rows(), qr.columns())) * unit);
    }

    /**
     * The numerical rank for a tolerance of one's own.
     *
     * @param tolerance what is no more than this of the first element of R's diagonal, counts as zero; at least 0
     * @return the rank
     * @throws IllegalArgumentException if the tolerance is negative or NaN
     * @throws IllegalStateException if nothing is factorised
     */
    public int rank(double tolerance) {
        qr.checkFactorized();
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance: got " + tolerance + ", wanted 0 or more");
        }
        int most = Math.min(qr.rows(), qr.columns()), rank = 0;
        while (rank < most && Math.abs(qr.diagonal(rank)) > tolerance * Math.abs(qr.diagonal(0))) {
            rank++;
        }
        return rank;
    }
}
