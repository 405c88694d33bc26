package dev.lanewise.engine.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
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
public final class DoubleQr extends DoubleQrFactors {
    /** Magnitudes whose sums of squares and products are far from overflow, and whose inverses are from underflow. */
    private static final int USUAL_EXPONENT = Double.MAX_EXPONENT / 4;

    private final DoubleReflectors reflectors;

    /**
     * Makes room for the factors of a matrix, {@code (m + 48) n} numbers or so.
     *
     * @param rows of the matrix, at least 0
     * @param columns of the matrix, at least 0
     * @throws IllegalArgumentException if one is negative, or an array cannot hold the matrix
     */
    public DoubleQr(int rows, int columns) {
        super(rows, columns);
        DoubleOperands.checkMachine();
        reflectors = new DoubleReflectors(rows, columns);
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
        boolean scaled = isUnusual(greatest);
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

    /** Whether sums of squares and products of such numbers are close to overflow or underflow, or beyond. */
    static boolean isUnusual(double greatest) {
        return greatest != 0 && Math.abs(Math.getExponent(greatest)) > USUAL_EXPONENT;
    }

    private void scale(double factor, boolean upper) {
        for (int i = 0; i < (upper ? k : m); i++) {
            int first = upper ? i : 0;
            DoubleRows.KERNEL.scale(factor, reflectors.factors, i * reflectors.pitch + first, n - first);
        }
    }

    @Override
    double[] r() {
        return reflectors.factors;
    }

    @Override
    int rPitch() {
        return reflectors.pitch;
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
        reflectors.apply(transposed, false, columns, c, at, row, column, workspace, parallelism);
    }

    @Override
    void form(int columns, double[] q, int at, int row, int column, Workspace workspace, Parallelism parallelism) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < columns; j++) {
                q[at + i * row + j * column] = i == j ? 1 : 0;
            }
        }
        reflectors.apply(false, true, columns, q, at, row, column, workspace, parallelism);
    }
}
