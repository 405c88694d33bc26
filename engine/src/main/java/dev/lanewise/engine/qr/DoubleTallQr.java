package dev.lanewise.engine.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleRows;

/**
 * The QR factorisation of a matrix with many more rows than columns,
 *
 * <pre>    A = Q R,    A of m x n, m >= n, Q of m x m with Q^T Q = I, R of m x n upper triangular,</pre>
 *
 * <p>with room for its factors, which are what those of {@link DoubleQr} are but for signs, found in another order: blocks of
 * rows that fit into a cache are factorised one by one, then their R's, one below the other, in the same way, until one is left.
 * So A is read once and threads share the work. Q is kept as the reflections of all blocks and {@link #applyQ applied} without
 * being formed.
 *
 * <pre>{@code
 *   A_1 = Q_1 R_1      [ R_1 ]
 *   A_2 = Q_2 R_2      [ R_2 ] = Q_5 R_5
 *   A_3 = Q_3 R_3      [ R_3 ]               [ R_5 ] = Q_7 R
 *   A_4 = Q_4 R_4      [ R_4 ] = Q_6 R_6     [ R_6 ]
 * }</pre>
 *
 * <p>The shape of this tree depends on m and n alone, and with it the bits. Rounding, numbers close to overflow and underflow,
 * reuse and threads: as of {@link DoubleQr}, with the m of the longest way through the tree, which is about {@code log m} blocks
 * long.
 *
 * <p>Source: J. Demmel, L. Grigori, M. Hoemmen and J. Langou, Communication-optimal parallel and sequential QR and LU
 * factorizations, SIAM J. Sci. Comput. 34(1), 2012, pp. A206-A239, section 3.
 */
public final class DoubleTallQr extends DoubleQrFactors {
    private final DoubleReflectorTree tree;

    /**
     * Makes room for the factors of a matrix, a few per cent more than the matrix has.
     *
     * @param rows of the matrix, as many as columns at least
     * @param columns of the matrix, at least 0
     * @throws IllegalArgumentException if there are fewer rows than columns, or less than none, or an array cannot hold the matrix
     */
    public DoubleTallQr(int rows, int columns) {
        super(rows, columns);
        DoubleOperands.checkMachine();
        checkTall(rows, columns);
        tree = new DoubleReflectorTree(rows, columns);
    }

    /** Checks the shape of a matrix that is tall, and that an array holds it. */
    static void checkTall(int rows, int columns) {
        MatrixLayout.of(rows, columns);
        if (rows < columns) {
            throw new IllegalArgumentException(
                    "got a matrix of " + rows + " x " + columns + ", wanted one of as many rows as columns or more");
        }
        if ((long) rows * columns > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "got a matrix of " + rows + " x " + columns + ", wanted one that an array can hold");
        }
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
        DoubleOperands.checkRun(workspace, parallelism);
        DoubleOperands.check(a, "A", layout);
        DoubleOperands.checkShape("A", layout, m, n);
        factorized = false;
        tree.factorize(a, layout, 1, workspace, parallelism);
        // The columns of R are as long as those of A: what is wrong with the one shows in the other.
        if (DoubleQr.isUnusual(tree.greatest())) {
            int exponent = Math.getExponent(DoubleRows.greatestFinite("A", a, layout));
            tree.factorize(a, layout, Math.scalb((double) 1, -exponent), workspace, parallelism);
            DoubleRows.KERNEL.scale(Math.scalb((double) 1, exponent), tree.r, 0, n * n);
        }
        factorized = true;
    }

    @Override
    double[] r() {
        return tree.r;
    }

    @Override
    int rPitch() {
        return n;
    }

    @Override
    void apply(
            boolean transposed,
            int columns,
            double[] c,
            int at,
            int row,
            int column,
            Workspace workspace,
            Parallelism parallelism) {
        tree.apply(transposed, false, columns, c, at, row, column, workspace, parallelism);
    }

    @Override
    void form(int columns, double[] q, int at, int row, int column, Workspace workspace, Parallelism parallelism) {
        boolean thin = columns <= n;
        for (int i = 0; i < (thin ? n : m); i++) {
            for (int j = 0; j < columns; j++) {
                q[at + i * row + j * column] = i == j ? 1 : 0;
            }
        }
        tree.apply(false, thin, columns, q, at, row, column, workspace, parallelism);
    }
}
