package dev.lanewise;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.backend.CacheSizes;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.engine.qr.DoubleQr;
import java.util.Objects;

/**
 * Least squares with a matrix A of m x n and right sides B of m x c,
 *
 * <pre>    min || A x - b ||_2    for every column b of B,</pre>
 *
 * <p>by QR with column pivoting, {@code A P = Q R}. The diagonal of R tells the numerical rank r of A, as {@link
 * DoublePivotedQr#rank()} says. If it is n, there is one solution, and {@link #solve} gives it. If it is less, as it is of every
 * matrix with fewer rows than columns, there are many, and {@link #solveShortest} gives the one with the least {@code || x ||_2}.
 *
 * <pre>{@code
 * DoubleLeastSquares.solve(a, MatrixLayout.of(m, n), b, MatrixLayout.of(m, 1), x, MatrixLayout.of(n, 1),
 *         new Workspace(), Parallelism.NONE);
 * }</pre>
 *
 * <p>The computed solution of {@link #solve} is that of a matrix {@code A + E} and of a right side {@code b + f} that are as near as
 * {@link DoubleQr} says of its factors. That of {@link #solveShortest} is too, but for what the numerical rank leaves out of A,
 * some {@code max(m, n)} units of rounding of its norm.
 *
 * <p>Matrices may have any strides. A and B are only read, and X must lie apart from both. Every call makes room for the factors of
 * A and takes the rest from the workspace. The same bits always: they depend on A and b alone, not on layouts, other columns of B,
 * threads or machine.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., 2013, section 5.5: 5.5.6 on pivoting and the rank,
 * 5.5.2 on the complete orthogonal decomposition.
 */
public final class DoubleLeastSquares {
    /** Right sides that are solved at a time where the rank is not full. */
    private static final int STRIP = 256;

    private DoubleLeastSquares() {}

    /**
     * The only solution of every least-squares problem {@code min || A x - b ||_2}.
     *
     * @param a holds A, of m x n
     * @param aLayout where
     * @param b holds B, of m x c
     * @param bLayout where
     * @param x gets X, of n x c
     * @param xLayout where
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, X overlaps A, B or itself, or an element of A or B
     *     is not finite; X is untouched
     * @throws RankDeficientException if the numerical rank of A is less than n; X is untouched
     */
    public static void solve(
            double[] a,
            MatrixLayout aLayout,
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        check(a, aLayout, b, bLayout, x, xLayout, workspace, parallelism);
        DoublePivotedQr factors = factorized(a, aLayout, workspace, parallelism);
        if (factors.rank() < aLayout.columns()) {
            throw new RankDeficientException(aLayout.rows(), aLayout.columns(), factors.rank());
        }
        solveOnly(factors, b, bLayout, x, xLayout, workspace, parallelism);
    }

    /**
     * The shortest solution, {@code min || x ||_2}, among all of every least-squares problem {@code min || A x - b ||_2}, for a
     * matrix of any shape and rank. With r its numerical rank,
     *
     * <pre>    A P = Q [R11 R12; 0 0],    [R11 R12]^T = Z T,    x = P Z T^-T (Q^T b)_1,</pre>
     *
     * <p>where R11 has r rows and columns and {@code (Q^T b)_1} are the first r elements. If r is n, the bits are those of {@link
     * #solve}; if it is 0, X is zero.
     *
     * @param a holds A, of m x n
     * @param aLayout where
     * @param b holds B, of m x c
     * @param bLayout where
     * @param x gets X, of n x c
     * @param xLayout where
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     * @return the numerical rank of A
     * @throws IllegalArgumentException if shapes do not fit, an array is too short, X overlaps A, B or itself, or an element of A or B
     *     is not finite; X is untouched
     */
    public static int solveShortest(
            double[] a,
            MatrixLayout aLayout,
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        check(a, aLayout, b, bLayout, x, xLayout, workspace, parallelism);
        DoublePivotedQr factors = factorized(a, aLayout, workspace, parallelism);
        int rank = factors.rank();
        if (rank == aLayout.columns()) {
            solveOnly(factors, b, bLayout, x, xLayout, workspace, parallelism);
        } else if (rank == 0) {
            fillZero(x, xLayout);
        } else {
            solveShortest(factors, rank, b, bLayout, x, xLayout, workspace, parallelism);
        }
        return rank;
    }

    private static DoublePivotedQr factorized(
            double[] a, MatrixLayout aLayout, Workspace workspace, Parallelism parallelism) {
        DoublePivotedQr factors = new DoublePivotedQr(aLayout.rows(), aLayout.columns());
        factors.factorize(a, aLayout, workspace, parallelism);
        return factors;
    }

    private static void solveOnly(
            DoublePivotedQr factors,
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        MatrixLayout ofY = MatrixLayout.of(xLayout.rows(), xLayout.columns());
        double[] y = workspace.takeDoubles(ofY.rows() * ofY.columns());
        try {
            factors.qr().solve(b, bLayout, y, ofY, workspace, parallelism);
            putRows(y, ofY, factors.permutation(), x, xLayout);
        } finally {
            workspace.releaseDoubles();
        }
    }

    private static void solveShortest(
            DoublePivotedQr factors,
            int rank,
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int m = bLayout.rows(), n = xLayout.rows(), columns = xLayout.columns();
        DoubleQr rows = factorizedRows(factors.qr(), rank, workspace, parallelism);
        int[] permutation = factors.permutation();
        int strip = Math.min(Math.min(STRIP, columns), Math.max(1, Workspace.LARGEST_ARRAY / Math.max(m, n)));
        double[] c = workspace.takeDoubles(m * strip), y = workspace.takeDoubles(n * strip);
        try {
            for (int j = 0; j < columns; j += strip) {
                int count = Math.min(strip, columns - j);
                MatrixLayout ofC = MatrixLayout.of(m, count), ofY = MatrixLayout.of(n, count);
                copy(b, bLayout.block(0, j, m, count), c, ofC);
                factors.qr().applyQTransposed(c, ofC, workspace, parallelism);
                rows.solveTransposed(c, ofC.block(0, 0, rank, count), y, ofY, workspace, parallelism);
                putRows(y, ofY, permutation, x, xLayout.block(0, j, n, count));
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** The factors of the transpose of the first rows of R. */
    private static DoubleQr factorizedRows(DoubleQr qr, int rank, Workspace workspace, Parallelism parallelism) {
        MatrixLayout ofRows = MatrixLayout.of(rank, qr.columns());
        DoubleQr factors = new DoubleQr(qr.columns(), rank);
        double[] r = workspace.takeDoubles(rank * qr.columns());
        try {
            qr.copyR(r, ofRows);
            factors.factorize(r, ofRows.transposed(), workspace, parallelism);
        } finally {
            workspace.releaseDoubles();
        }
        return factors;
    }

    private static void copy(double[] from, MatrixLayout fromLayout, double[] to, MatrixLayout toLayout) {
        for (int i = 0; i < toLayout.rows(); i++) {
            for (int j = 0; j < toLayout.columns(); j++) {
                to[toLayout.index(i, j)] = from[fromLayout.index(i, j)];
            }
        }
    }

    /** {@code X = P Y}. */
    private static void putRows(double[] y, MatrixLayout ofY, int[] permutation, double[] x, MatrixLayout xLayout) {
        for (int i = 0; i < ofY.rows(); i++) {
            for (int j = 0; j < ofY.columns(); j++) {
                x[xLayout.index(permutation[i], j)] = y[ofY.index(i, j)];
            }
        }
    }

    private static void fillZero(double[] x, MatrixLayout layout) {
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                x[layout.index(i, j)] = 0;
            }
        }
    }

    private static void check(
            double[] a,
            MatrixLayout aLayout,
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        // What may be wrong with a system property is said here, and not in some initialiser.
        Backend.active();
        CacheSizes.current();
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        checkWithin("A", a, aLayout);
        checkWithin("B", b, bLayout);
        checkWithin("X", x, xLayout);
        xLayout.checkDistinct("X");
        int m = aLayout.rows(), n = aLayout.columns();
        if (bLayout.rows() != m || xLayout.rows() != n || bLayout.columns() != xLayout.columns()) {
            throw new IllegalArgumentException("got A of " + aLayout.shape() + ", B of " + bLayout.shape()
                    + " and X of " + xLayout.shape() + ", wanted B of " + m + " x c and X of " + n + " x c");
        }
        checkApart(x, xLayout, "A", a, aLayout);
        checkApart(x, xLayout, "B", b, bLayout);
        checkFinite(b, bLayout);
    }

    private static void checkWithin(String name, double[] array, MatrixLayout layout) {
        Objects.requireNonNull(array, name);
        Objects.requireNonNull(layout, "layout of " + name);
        layout.checkWithin(name, array.length);
    }

    private static void checkApart(
            double[] x, MatrixLayout xLayout, String name, double[] other, MatrixLayout otherLayout) {
        if (x == other && xLayout.overlaps(otherLayout)) {
            throw new IllegalArgumentException("X overlaps " + name + ": got " + xLayout + " and " + otherLayout
                    + " in one array, wanted them apart");
        }
    }

    private static void checkFinite(double[] b, MatrixLayout layout) {
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                double value = b[layout.index(i, j)];
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "B: got " + value + " at (" + i + ", " + j + "), wanted finite numbers");
                }
            }
        }
    }
}
