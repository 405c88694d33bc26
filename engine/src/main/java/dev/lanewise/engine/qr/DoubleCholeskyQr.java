package dev.lanewise.engine.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleProduct;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.panel.DoubleSymmetricBlocks;
import dev.lanewise.engine.panel.DoubleTriangularBlocks;
import dev.lanewise.engine.panel.DoubleTriangularFactors;
import java.util.Arrays;

/**
 * The thin QR factorisation of a matrix with many more rows than columns by Cholesky factors,
 *
 * <pre>    A = Q R,    A of m x n, m >= n, Q of m x n with Q^T Q = I, R of n x n upper triangular, r_jj >= 0,</pre>
 *
 * <p>where Q is wanted as numbers: all but a small part of the work is products of matrices. A pass is {@code R^T R = Q^T Q, Q = Q
 * R^-1}, beginning with A. It leaves Q as far from orthogonal as the square of its condition is times the unit roundoff u, so
 * passes are repeated until Q was within 1/2 of orthogonal before the last one, and is orthogonal to a few {@code (m n) u} after
 * it: two of them if the condition of A is well below {@code u^(-1/2)}. Where it is not, and the first factorisation breaks down,
 * the diagonal of {@code A^T A} is shifted upwards by so little that it does not, and there are three.
 *
 * <p>A condition of about {@code 1/u} is beyond this, and so are sums of squares close to overflow or underflow. This is noticed,
 * by the numbers and not by an estimate, and the matrix is factorised as in {@link DoubleTallQr}, for which room is made then.
 * {@code ||A - Q R|| <= c m n u ||A||} and {@code ||Q^T Q - I|| <= c m n u} hold for any A, c a small constant.
 *
 * <p>The same bits always: they depend on A alone, not on layouts, threads or the machine. An instance serves one thread at a time.
 *
 * <p>Source: T. Fukaya, R. Kannan, Y. Nakatsukasa, Y. Yamamoto and Y. Yanagisawa, Shifted Cholesky QR for computing the QR
 * factorization of ill-conditioned matrices, SIAM J. Sci. Comput. 42(1), 2020, pp. A477-A503, algorithms 2.1 and 4.1. The shift
 * there is one that can be proved to be enough; here it is the first of a series that is enough.
 */
public final class DoubleCholeskyQr {
    /** Passes at most. */
    private static final int PASSES = 3;

    /** Rows that are in a cache while all is done to them. */
    private static final int STRIP = 512;

    /** From one column of a strip to the next: columns of 2^i elements would all be at the same few places of a cache. */
    private static final int PITCH = STRIP + 8;

    /** Sums of Gram matrices that are formed apart, so that threads can share the work. */
    private static final int MOST_GROUPS = 64;

    /** The square of how far from orthogonal Q may be, in the Frobenius norm, for the next pass to be the last. */
    private static final double NEAR = (double) 1 / 4;

    /** The first shift is so many times {@code n u}, relative to each element of the diagonal; then it grows by as much. */
    private static final int SHIFT = 8;

    /**
     * Squares of columns whose Gram matrices lose nothing that counts: half of all exponents there are. Each product that underflows
     * is off by the smallest number at most, which even m times is far below u times the least of these.
     */
    private static final double MOST_SQUARE = Math.scalb((double) 1, Double.MAX_EXPONENT / 2),
            LEAST_SQUARE = 1 / MOST_SQUARE;

    private final int m;
    private final int n;
    private final int groups;
    private final double[] gram;
    private final double[] factor;
    private final double[] product;
    private final double[] total;
    private final MatrixLayout ofTotal;
    private DoubleTallQr fallback;

    /**
     * Makes room for what is needed beside Q and R: a few times {@code n^2} numbers.
     *
     * @param rows of the matrix, as many as columns at least
     * @param columns of the matrix, at least 0
     * @throws IllegalArgumentException if there are fewer rows than columns, or less than none, or an array cannot hold the matrix
     */
    public DoubleCholeskyQr(int rows, int columns) {
        DoubleOperands.checkMachine();
        DoubleTallQr.checkTall(rows, columns);
        m = rows;
        n = columns;
        groups = Math.clamp(m / Math.max(STRIP, n), 1, MOST_GROUPS); // whose sums are no more than the matrix
        gram = new double[n * n];
        factor = new double[n * n];
        product = new double[n * n];
        total = new double[n * n];
        ofTotal = MatrixLayout.of(n, n);
    }

    /**
     * Factorises a matrix.
     *
     * @param a holds A, which is only read
     * @param aLayout where, of any strides
     * @param q gets Q
     * @param qLayout where, of the same shape; elements of a row, or of a column, must be adjacent
     * @param r gets R
     * @param rLayout where, of n x n
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @return how many passes it took; 0 if the condition of A was beyond them
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, outputs overlap A, each other or themselves, or
     *     an element is not finite; after the last of these Q holds anything
     */
    public int factorize(
            double[] a,
            MatrixLayout aLayout,
            double[] q,
            MatrixLayout qLayout,
            double[] r,
            MatrixLayout rLayout,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.check(a, "A", aLayout);
        DoubleOperands.checkWritten(q, "Q", qLayout);
        DoubleOperands.checkWritten(r, "R", rLayout);
        qLayout.checkAdjacent("Q");
        DoubleOperands.checkShape("A", aLayout, m, n);
        DoubleOperands.checkShape("Q", qLayout, m, n);
        DoubleOperands.checkShape("R", rLayout, n, n);
        DoubleOperands.checkApart(q, "Q", qLayout, a, "A", aLayout);
        DoubleOperands.checkApart(r, "R", rLayout, a, "A", aLayout);
        DoubleOperands.checkApart(r, "R", rLayout, q, "Q", qLayout);
        int passes = passes(a, aLayout, q, qLayout, workspace, parallelism);
        if (passes == 0) {
            factorizeByReflections(a, aLayout, q, qLayout, workspace, parallelism);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[rLayout.index(i, j)] = j < i ? 0 : total[i * n + j];
            }
        }
        return passes;
    }

    /** Gives how many it took, or 0. */
    private int passes(
            double[] a,
            MatrixLayout aLayout,
            double[] q,
            MatrixLayout qLayout,
            Workspace workspace,
            Parallelism parallelism) {
        strips(a, aLayout, null, null, true, workspace, parallelism);
        for (int pass = 1; pass <= PASSES; pass++) {
            boolean last = pass > 1 && squareFromIdentity() <= NEAR;
            if (pass == PASSES && !last || !factorizeGram(pass == 1, workspace)) {
                return 0;
            }
            multiplyTotal(pass == 1, workspace);
            strips(pass == 1 ? a : q, pass == 1 ? aLayout : qLayout, q, qLayout, !last, workspace, parallelism);
            if (last) {
                return pass;
            }
        }
        return 0;
    }

    private double squareFromIdentity() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double element = gram[i * n + j] - (i == j ? 1 : 0);
                sum += (i == j ? 1 : 2) * element * element;
            }
        }
        return sum;
    }

    /** The Cholesky factor of the Gram matrix, or of one shifted so that it has one. */
    private boolean factorizeGram(boolean mayShift, Workspace workspace) {
        for (int i = 0; i < n; i++) {
            double square = gram[i * (n + 1)];
            if (!(square >= LEAST_SQUARE && square <= MOST_SQUARE)) {
                return false;
            }
        }
        double shift = 0, first = SHIFT * n * Math.ulp((double) 1);
        while (shift <= 1) {
            System.arraycopy(gram, 0, factor, 0, n * n);
            for (int i = 0; i < n; i++) {
                factor[i * (n + 1)] += shift * gram[i * (n + 1)];
            }
            if (DoubleTriangularFactors.cholesky(n, factor, 0, n, workspace, Parallelism.NONE) < 0) {
                for (int i = 1; i < n; i++) {
                    Arrays.fill(factor, i * n, i * n + i, 0);
                }
                return true;
            }
            if (!mayShift) {
                return false;
            }
            shift = shift == 0 ? first : SHIFT * shift;
        }
        return false;
    }

    /** R so far, with the factor of this pass before it. */
    private void multiplyTotal(boolean first, Workspace workspace) {
        if (first) {
            System.arraycopy(factor, 0, total, 0, n * n);
            return;
        }
        DoubleProduct.multiply(
                n, n, n, 1, factor, 0, n, 1, total, 0, n, 1, 0, product, 0, n, 1, workspace, Parallelism.NONE);
        System.arraycopy(product, 0, total, 0, n * n);
    }

    /**
     * Strip after strip of a matrix, A or Q: it is taken times the inverse of the factor and becomes one of Q, and its Gram matrix is
     * added up, as is asked for.
     */
    private void strips(
            double[] x,
            MatrixLayout layout,
            double[] q,
            MatrixLayout qLayout,
            boolean withGram,
            Workspace workspace,
            Parallelism parallelism) {
        double[] grams = workspace.takeDoubles(withGram ? groups * n * n : 0);
        try {
            Parallelism useful = parallelism.forOperations(2.0 * m * n * n);
            if (useful.workers() == 1) {
                for (int group = 0; group < groups; group++) {
                    group(group, x, layout, q, qLayout, withGram, grams, workspace);
                }
            } else {
                workspace.worker(useful.workers() - 1); // made before the threads start
                useful.forEach(
                        groups,
                        (group, worker) ->
                                group(group, x, layout, q, qLayout, withGram, grams, workspace.worker(worker)));
            }
            if (withGram) {
                System.arraycopy(grams, 0, gram, 0, n * n);
                for (int i = n * n; i < groups * n * n; i++) {
                    gram[i % (n * n)] += grams[i];
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** The strips lie column after column, so that all that is done to them runs along their columns. */
    private void group(
            int group,
            double[] x,
            MatrixLayout layout,
            double[] q,
            MatrixLayout qLayout,
            boolean withGram,
            double[] grams,
            Workspace workspace) {
        int past = (int) ((long) m * (group + 1) / groups), first = (int) ((long) m * group / groups);
        double[] strip = workspace.takeDoubles(n * PITCH);
        try {
            if (withGram) {
                Arrays.fill(grams, group * n * n, (group + 1) * n * n, 0);
            }
            for (int from = first; from < past; from += STRIP) {
                int rows = Math.min(STRIP, past - from);
                DoubleRows.copyColumns(
                        x, layout.index(from, 0), layout.rowStride(), layout.columnStride(), rows, n, strip, 0, PITCH);
                if (q != null) {
                    DoubleTriangularBlocks.solve(
                            n, rows, true, false, factor, 0, 1, n, strip, 0, PITCH, 1, workspace, Parallelism.NONE);
                    DoubleRows.copyFromColumns(
                            strip,
                            0,
                            PITCH,
                            rows,
                            n,
                            q,
                            qLayout.index(from, 0),
                            qLayout.adjacentRowStride(),
                            qLayout.adjacentColumnStride());
                }
                if (withGram) {
                    DoubleSymmetricBlocks.multiply(
                            n,
                            rows,
                            1,
                            strip,
                            0,
                            PITCH,
                            1,
                            1,
                            grams,
                            group * n * n,
                            n,
                            false,
                            workspace,
                            Parallelism.NONE);
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void factorizeByReflections(
            double[] a,
            MatrixLayout aLayout,
            double[] q,
            MatrixLayout qLayout,
            Workspace workspace,
            Parallelism parallelism) {
        if (fallback == null) {
            fallback = new DoubleTallQr(m, n);
        }
        fallback.factorize(a, aLayout, workspace, parallelism);
        fallback.copyQ(q, qLayout, workspace, parallelism);
        fallback.copyR(total, ofTotal);
        for (int j = 0; j < n; j++) {
            if (total[j * (n + 1)] < 0) {
                for (int i = j; i < n; i++) {
                    total[j * n + i] = -total[j * n + i];
                }
                for (int i = 0; i < m; i++) {
                    q[qLayout.index(i, j)] = -q[qLayout.index(i, j)];
                }
            }
        }
    }
}
