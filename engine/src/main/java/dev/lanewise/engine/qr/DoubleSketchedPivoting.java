package dev.lanewise.engine.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.panel.DoubleProduct;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.panel.DoubleTriangularBlocks;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.engine.scalar.DoubleRowsKernel;
import java.util.Arrays;

/**
 * Column pivoting on a sketch: a few rows, each the sum of all rows of the matrix with signs at random, tell which columns come next,
 * a panel of them at a time; so all that is done to the matrix itself is done by products of matrices. What the panel does to the
 * sketch is known from its R; where too many digits would be lost, the rest of the matrix is sketched anew.
 *
 * <p>Sources: J. A. Duersch and M. Gu, Randomized QR with column pivoting, SIAM J. Sci. Comput. 39(4), 2017, pp. C263-C291, section 4;
 * P.-G. Martinsson, G. Quintana-Orti, N. Heavner and R. van de Geijn, Householder QR factorization with randomization for column
 * pivoting (HQRRP), SIAM J. Sci. Comput. 39(2), 2017, pp. C96-C115. The signs instead of Gaussian numbers: D. Achlioptas,
 * Database-friendly random projections, J. Comput. Syst. Sci. 66(4), 2003, pp. 671-687.
 */
final class DoubleSketchedPivoting extends DoublePivoting {
    private static final DoubleRowsKernel KERNEL = DoubleRows.KERNEL;

    private static final int WIDTH = DoubleReflectorPanel.WIDTH;

    /** Rows of the sketch: more than columns are chosen, so that the last of them are well chosen. */
    private static final int ROWS = WIDTH + 8;

    /** A square of a length that has come down to so much of itself has lost some digits. */
    private static final double LEAST_LEFT = Math.scalb((double) 1, -26);

    /** The same of one that is still brought down. */
    private static final double LITTLE_LEFT = Math.scalb((double) 1, -8);

    /** A smaller square may have lost digits to underflow; in a new sketch some are 1 and more. */
    private static final double LEAST_SQUARE = Math.scalb((double) 1, Double.MIN_EXPONENT / 2);

    private final int m;
    private final int n;
    private final int pitch;
    private final int vectorPitch;
    private final double[] signs;
    private final double[] sketch;
    private final double[] taus;
    private final int[] pivots;

    /** The squares of the lengths of the columns of the sketch: by now, when they were summed, and when it was made. */
    private final double[] squares;

    private final double[] summed;
    private final double[] made;
    private boolean stale;

    DoubleSketchedPivoting(int m, int n, long seed) {
        super(n);
        this.m = m;
        this.n = n;
        pitch = n + 8;
        vectorPitch = DoubleRows.padded(m) + 8;
        signs = new double[ROWS * m];
        new Philox(seed).signs(0, signs);
        sketch = new double[ROWS * pitch];
        taus = new double[Math.min(m, n)];
        pivots = new int[WIDTH];
        squares = new double[n];
        summed = new double[n];
        made = new double[n];
    }

    /** Checks that an array holds the sketch, and a panel, of a matrix. */
    static void checkRoom(int m, int n) {
        MatrixLayout.of(m, n);
        if (ROWS * (8 + Math.max(DoubleRowsKernel.SUMS + (long) m, n)) > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException("got a matrix of " + m + " x " + n
                    + ", wanted one of which an array can hold " + ROWS + " rows or columns");
        }
    }

    @Override
    void factorize(DoubleReflectors reflectors, Workspace workspace, Parallelism parallelism) {
        int count = Math.min(m, n);
        double[] vectors = workspace.takeDoubles(Math.min(WIDTH, count) * vectorPitch);
        double[] r = workspace.takeDoubles(WIDTH * WIDTH), t = workspace.takeDoubles(WIDTH * WIDTH);
        double[] scratch = workspace.takeDoubles(DoubleReflectorPanel.SCRATCH);
        try {
            reset();
            stale = true;
            for (int first = 0; first < count; ) {
                int most = Math.min(WIDTH, count - first);
                boolean anything = !stale || sketch(reflectors, first, workspace, parallelism);
                int width = anything ? choose(first, most, workspace) : takeAsTheyAre(first, most);
                if (width == 0) {
                    continue; // it was the old sketch that told no more
                }
                exchange(reflectors, first, width);
                panel(reflectors, first, width, vectors, r, t, scratch, workspace);
                apply(reflectors, first, width, vectors, t, workspace, parallelism);
                if (!stale) {
                    update(reflectors, first, width, workspace, parallelism);
                }
                first += width;
            }
            reflectors.formTriangles(taus, workspace);
        } finally {
            for (int i = 0; i < 4; i++) {
                workspace.releaseDoubles();
            }
        }
    }

    /** A new sketch, brought to ordinary size since what is left may be close to underflow; tells whether anything is left. */
    private boolean sketch(DoubleReflectors reflectors, int first, Workspace workspace, Parallelism parallelism) {
        DoubleProduct.multiply(
                ROWS,
                n - first,
                m - first,
                1,
                signs,
                first,
                m,
                1,
                reflectors.factors,
                first * (reflectors.pitch + 1),
                reflectors.pitch,
                1,
                0,
                sketch,
                first,
                pitch,
                1,
                workspace,
                parallelism);
        double greatest = 0;
        for (int i = 0; i < ROWS; i++) {
            greatest = Math.max(greatest, KERNEL.greatest(sketch, i * pitch + first, n - first));
        }
        if (greatest == 0) {
            return false;
        }
        double factor = Math.scalb((double) 1, -Math.getExponent(greatest));
        for (int i = 0; i < ROWS; i++) {
            KERNEL.scale(factor, sketch, i * pitch + first, n - first);
        }
        sumSquares(first);
        System.arraycopy(squares, first, made, first, n - first);
        stale = false;
        return true;
    }

    /** Nothing but zeros: no column is better than others. */
    private int takeAsTheyAre(int first, int most) {
        for (int i = 0; i < most; i++) {
            pivots[i] = first + i;
        }
        return most;
    }

    private void sumSquares(int first) {
        Arrays.fill(squares, first, n, 0);
        for (int i = 0; i < ROWS; i++) {
            for (int c = first; c < n; c++) {
                double element = sketch[i * pitch + c];
                squares[c] += element * element;
            }
        }
        System.arraycopy(squares, first, summed, first, n - first);
    }

    /**
     * The sketch becomes triangular, a column after the other that is the longest by then; gives how many could be chosen: at least
     * one by a new sketch.
     */
    private int choose(int first, int most, Workspace workspace) {
        double[] scratch = workspace.takeDoubles(ROWS + n);
        try {
            for (int i = 0; i < most; i++) {
                int j = first + i, pivot = j;
                for (int c = j; c < n; c++) {
                    if (squares[c] <= LITTLE_LEFT * summed[c]) {
                        summed[c] = squares[c] = square(i, c);
                    }
                    pivot = squares[c] > squares[pivot] ? c : pivot;
                }
                if (squares[pivot] <= LEAST_LEFT * made[pivot] || squares[pivot] < LEAST_SQUARE) {
                    stale = true;
                    return i;
                }
                pivots[i] = pivot;
                exchange(j, pivot);
                reflect(i, j, scratch);
            }
            return most;
        } finally {
            workspace.releaseDoubles();
        }
    }

    private double square(int row, int column) {
        double sum = 0;
        for (int i = row; i < ROWS; i++) {
            double element = sketch[i * pitch + column];
            sum += element * element;
        }
        return sum;
    }

    private void exchange(int j, int pivot) {
        for (int i = 0; i < ROWS; i++) {
            swap(sketch, i * pitch + j, i * pitch + pivot);
        }
        swap(squares, j, pivot);
        swap(summed, j, pivot);
        swap(made, j, pivot);
        int column = permutation[j];
        permutation[j] = permutation[pivot];
        permutation[pivot] = column;
    }

    private static void swap(double[] x, int i, int j) {
        double element = x[i];
        x[i] = x[j];
        x[j] = element;
    }

    /** A reflection of column j from row i on, applied to all columns after it. */
    private void reflect(int i, int j, double[] scratch) {
        int count = ROWS - i, right = n - j - 1;
        double norm = SquareRoot.of(square(i, j));
        double alpha = sketch[i * pitch + j], beta = -Math.copySign(norm, alpha);
        if (norm == 0) {
            return;
        }
        for (int l = 0; l < count; l++) {
            scratch[l] = sketch[(i + l) * pitch + j] / (alpha - beta);
            sketch[(i + l) * pitch + j] = 0;
        }
        scratch[0] = 1;
        sketch[i * pitch + j] = beta;
        Arrays.fill(scratch, ROWS, ROWS + right, 0);
        int beside = i * pitch + j + 1;
        KERNEL.addCombination(scratch, 0, sketch, beside, pitch, count, scratch, ROWS, right);
        double tau = (beta - alpha) / beta;
        for (int l = 0; l < count; l++) {
            scratch[l] *= -tau;
        }
        KERNEL.addMultiples(scratch, ROWS, scratch, 0, sketch, beside, pitch, count, right);
        for (int c = j + 1; c < n; c++) {
            double element = sketch[i * pitch + c];
            squares[c] = Math.max(0, squares[c] - element * element);
        }
    }

    /** The same exchanges of the columns of the matrix, row by row. */
    private void exchange(DoubleReflectors reflectors, int first, int width) {
        for (int i = 0; i < m; i++) {
            int row = i * reflectors.pitch;
            for (int l = 0; l < width; l++) {
                swap(reflectors.factors, row + first + l, row + pivots[l]);
            }
        }
    }

    private void panel(
            DoubleReflectors reflectors,
            int first,
            int width,
            double[] vectors,
            double[] r,
            double[] t,
            double[] scratch,
            Workspace workspace) {
        double[] a = reflectors.factors;
        int corner = first * (reflectors.pitch + 1), length = m - first, padded = DoubleRows.padded(length);
        DoubleColumns.KERNEL.transpose(a, corner, reflectors.pitch, length, width, vectors, 0, vectorPitch);
        for (int j = 0; j < width; j++) {
            Arrays.fill(vectors, j * vectorPitch + length, j * vectorPitch + padded, 0);
        }
        Arrays.fill(t, 0, WIDTH * WIDTH, 0);
        DoubleReflectorPanel.factorize(0, width, padded, vectors, 0, vectorPitch, r, t, 0, scratch, workspace);
        DoubleColumns.KERNEL.transpose(vectors, 0, vectorPitch, width, length, a, corner, reflectors.pitch);
        for (int i = 0; i < width; i++) {
            System.arraycopy(r, i * WIDTH + i, a, corner + i * (reflectors.pitch + 1), width - i);
            taus[first + i] = t[i * (WIDTH + 1)];
        }
    }

    private void apply(
            DoubleReflectors reflectors,
            int first,
            int width,
            double[] vectors,
            double[] t,
            Workspace workspace,
            Parallelism parallelism) {
        int right = n - first - width;
        Parallelism useful = parallelism.forOperations(4.0 * (m - first) * width * right);
        int pieces = useful.workers();
        if (pieces == 1) {
            apply(reflectors, first, width, 0, right, vectors, t, workspace);
            return;
        }
        workspace.worker(pieces - 1); // made before the threads start
        useful.forEach(pieces, (piece, worker) -> {
            int from = (int) ((long) right * piece / pieces), past = (int) ((long) right * (piece + 1) / pieces);
            apply(reflectors, first, width, from, past, vectors, t, workspace.worker(worker));
        });
    }

    private void apply(
            DoubleReflectors reflectors,
            int first,
            int width,
            int from,
            int past,
            double[] vectors,
            double[] t,
            Workspace workspace) {
        int length = m - first;
        DoubleBlockReflector.apply(
                true,
                width,
                vectors,
                0,
                vectorPitch,
                t,
                0,
                length,
                length,
                past - from,
                reflectors.factors,
                first * (reflectors.pitch + 1) + width + from,
                reflectors.pitch,
                1,
                workspace);
    }

    /** The sketch of what is left: of its upper rows the product of its triangle and {@code R_11^-1 R_12} is taken. */
    private void update(
            DoubleReflectors reflectors, int first, int width, Workspace workspace, Parallelism parallelism) {
        int next = first + width, right = n - next, corner = first * (reflectors.pitch + 1);
        double[] solution = workspace.takeDoubles(width * right);
        try {
            for (int i = 0; i < width; i++) {
                System.arraycopy(reflectors.factors, corner + i * reflectors.pitch + width, solution, i * right, right);
            }
            DoubleTriangularBlocks.solve(
                    width,
                    right,
                    false,
                    false,
                    reflectors.factors,
                    corner,
                    reflectors.pitch,
                    1,
                    solution,
                    0,
                    right,
                    1,
                    workspace,
                    parallelism);
            DoubleProduct.multiply(
                    width,
                    right,
                    width,
                    -1,
                    sketch,
                    first,
                    pitch,
                    1,
                    solution,
                    0,
                    right,
                    1,
                    1,
                    sketch,
                    next,
                    pitch,
                    1,
                    workspace,
                    parallelism);
            sumSquares(next);
        } finally {
            workspace.releaseDoubles();
        }
    }
}
