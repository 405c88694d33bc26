package dev.lanewise.engine.qr;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.panel.DoubleProduct;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.scalar.DoubleRowsKernel;
import java.util.Arrays;

/**
 * Reflections with column pivoting: the next column is always the one of which most is left. Of a panel only the columns and rows
 * that are needed are brought up to date, and all the others by one product {@code A - V F^T} at its end. Norms of what is left are
 * brought down step by step, and computed anew where too many digits would be lost. A large matrix is read once for many columns, as
 * {@link DoubleLikelyPivots} says; otherwise it is multiplied by the vector of each reflection.
 *
 * <p>Sources: G. Quintana-Orti, X. Sun and C. H. Bischof, A BLAS-3 version of the QR factorization with column pivoting, SIAM J.
 * Sci. Comput. 19(5), 1998, pp. 1486-1494, algorithm 3; Z. Drmac and Z. Bujanovic, On the failure of rank-revealing QR
 * factorization software: a case study, ACM Trans. Math. Softw. 35(2), 2008, article 12, section 4, on the norms.
 */
final class DoubleGreedyPivoting extends DoublePivoting {
    private static final DoubleRowsKernel KERNEL = DoubleRows.KERNEL;

    private static final int WIDTH = 32;

    /** A norm whose square has come down to so much of itself is computed anew: it has lost some digits. */
    private static final double LEAST_LEFT = (double) 1 / 128;

    /** Scratch after sums: one number for each row of a panel. */
    private static final int COEFFICIENTS = DoubleRowsKernel.SCRATCH;

    private final int m;
    private final int n;

    private final double[] taus;
    private final double[] norms;

    /** What has been left of the square of each norm since it was computed. */
    private final double[] fractions;

    private final double[] squares;
    private final int vectorPitch;
    private final int factorPitch;
    private final DoubleLikelyPivots likely;

    /** The columns that the columns of a panel have been exchanged with. */
    private final int[] pivots = new int[WIDTH];

    DoubleGreedyPivoting(int m, int n) {
        super(n);
        this.m = m;
        this.n = n;
        taus = new double[Math.min(m, n)];
        norms = new double[n];
        fractions = new double[n];
        squares = new double[n];
        vectorPitch = DoubleRows.padded(m) + 8;
        factorPitch = n + 8;
        likely = new DoubleLikelyPivots(m, n, WIDTH);
    }

    @Override
    void factorize(DoubleReflectors reflectors, Workspace workspace, Parallelism parallelism) {
        int count = Math.min(m, n), room = Math.min(WIDTH, count);
        double[] vectors = workspace.takeDoubles(room * vectorPitch),
                factors = workspace.takeDoubles(room * factorPitch);
        double[] scratch = workspace.takeDoubles(DoubleRowsKernel.SCRATCH + 2 * WIDTH);
        try {
            Arrays.fill(fractions, 0);
            reset();
            likely.begin();
            refreshNorms(reflectors, 0);
            for (int first = 0; first < count; ) {
                int most = Math.min(WIDTH, count - first);
                int width = panel(reflectors, first, most, vectors, factors, scratch, workspace, parallelism);
                int next = first + width;
                exchangeAbove(reflectors, first, width);
                DoubleProduct.multiply(
                        m - next,
                        n - next,
                        width,
                        -1,
                        vectors,
                        width,
                        1,
                        vectorPitch,
                        factors,
                        next,
                        factorPitch,
                        1,
                        1,
                        reflectors.factors,
                        next * (reflectors.pitch + 1),
                        reflectors.pitch,
                        1,
                        workspace,
                        parallelism);
                store(reflectors, first, width, vectors);
                refreshNorms(reflectors, next);
                first = next;
            }
            reflectors.formTriangles(taus, workspace);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Some columns, as many as are wanted or until a norm has become stale; gives how many. */
    private int panel(
            DoubleReflectors reflectors,
            int first,
            int most,
            double[] vectors,
            double[] factors,
            double[] scratch,
            Workspace workspace,
            Parallelism parallelism) {
        double[] a = reflectors.factors;
        int pitch = reflectors.pitch, length = m - first, padded = DoubleRows.padded(length);
        boolean anyStale = false;
        int i = 0;
        likely.beginPanel();
        for (; i < most && !anyStale; i++) {
            int j = first + i, pivot = j + KERNEL.indexOfGreatest(norms, j, n - j), row = i * vectorPitch;
            boolean known = likely.know(pivot, norms, a, pitch, first, i, most - i, workspace, parallelism);
            Arrays.fill(vectors, row, row + i, 0);
            Arrays.fill(vectors, row + length, row + padded, 0);
            exchange(reflectors, first, i, pivot, factors, vectors, row);

            // The column as it is by now, and its reflection.
            for (int l = 0; l < i; l++) {
                scratch[COEFFICIENTS + l] = -factors[l * factorPitch + j];
            }
            KERNEL.addCombination(scratch, COEFFICIENTS, vectors, i, vectorPitch, i, vectors, row + i, length - i);
            double tau = reflect(vectors, row, i, padded, a, j * (pitch + 1), scratch);
            taus[j] = tau;

            int right = n - j - 1, at = j * (pitch + 1) + 1;
            likely.keep(i, j + 1, a, at);
            if (!known || tau == 0 || !updateFromProducts(first, i, a, pitch, vectors, factors, scratch)) {
                update(first, i, a, pitch, tau, padded, vectors, factors, scratch);
            }
            notMoreThanBefore(a, j, pitch);
            anyStale = KERNEL.bringDown(norms, fractions, j + 1, a, at, right, LEAST_LEFT);
        }
        return i;
    }

    /** What a reflection does to the columns to the right, tau A^T v of A as it would be; and the row, which is one of R. */
    private void update(
            int first,
            int i,
            double[] a,
            int pitch,
            double tau,
            int padded,
            double[] vectors,
            double[] factors,
            double[] scratch) {
        int j = first + i, right = n - j - 1, to = i * factorPitch + j + 1, row = i * vectorPitch;
        int at = j * (pitch + 1) + 1, length = m - first;
        Arrays.fill(factors, to, to + right, 0);
        KERNEL.addCombination(vectors, row + i, a, at, pitch, length - i, factors, to, right);
        KERNEL.products(1, vectors, row, 0, i, vectors, 0, vectorPitch, padded, scratch, COEFFICIENTS, 0, scratch);
        for (int l = 0; l < i; l++) {
            scratch[COEFFICIENTS + l] = -scratch[COEFFICIENTS + l];
        }
        KERNEL.addCombination(scratch, COEFFICIENTS, factors, j + 1, factorPitch, i, factors, to, right);
        KERNEL.scale(tau, factors, to, right);
        updateRow(i + 1, i, j, a, at, vectors, factors, scratch);
    }

    /**
     * The same from the inner products of the column, which give the row of R; its difference to what the row would be without this
     * reflection is what the reflection does. Tells whether they were of use.
     */
    private boolean updateFromProducts(
            int first, int i, double[] a, int pitch, double[] vectors, double[] factors, double[] scratch) {
        int j = first + i, right = n - j - 1, to = i * factorPitch + j + 1, at = j * (pitch + 1) + 1;
        double beta = a[at - 1], factor = likely.take(j, Math.abs(beta), factors, to);
        if (factor == 0) {
            return false;
        }
        for (int l = 0; l < i; l++) {
            scratch[COEFFICIENTS + l] = -factor * a[(first + l) * pitch + j];
        }
        KERNEL.addCombination(scratch, COEFFICIENTS, a, first * pitch + j + 1, pitch, i, factors, to, right);
        KERNEL.scale(1 / (factor * beta), factors, to, right);
        updateRow(i, i, j, a, at, vectors, factors, scratch);
        KERNEL.exchange(factors, to, a, at, right);
        KERNEL.addMultiple(-1, a, at, factors, to, right);
        return true;
    }

    /** Row i of the panel after so many reflections. */
    private void updateRow(
            int count, int i, int j, double[] a, int at, double[] vectors, double[] factors, double[] scratch) {
        for (int l = 0; l < count; l++) {
            scratch[COEFFICIENTS + l] = -vectors[l * vectorPitch + i];
        }
        KERNEL.addCombination(scratch, COEFFICIENTS, factors, j + 1, factorPitch, count, a, at, n - j - 1);
    }

    /** What an element of the diagonal of R is more than the one before by rounding alone, is taken from it. */
    private void notMoreThanBefore(double[] a, int j, int pitch) {
        int at = j * (pitch + 1);
        if (j > 0) {
            double before = Math.abs(a[at - pitch - 1]), size = Math.abs(a[at]);
            if (size > before && size - before <= (m + n) * Math.ulp(before)) {
                a[at] = Math.copySign(before, a[at]);
            }
        }
    }

    /** Exchanges columns from the panel's first row on; what is left of the chosen one goes to its vector instead. */
    private void exchange(
            DoubleReflectors reflectors, int first, int i, int pivot, double[] factors, double[] vectors, int row) {
        double[] a = reflectors.factors;
        int j = first + i, pitch = reflectors.pitch;
        pivots[i] = pivot;
        for (int k = j; k < m; k++) {
            vectors[row + k - first] = a[k * pitch + pivot];
            a[k * pitch + pivot] = a[k * pitch + j];
        }
        if (pivot == j) {
            return;
        }
        for (int l = 0; l < i; l++) {
            swap(a, (first + l) * pitch + j, (first + l) * pitch + pivot);
            swap(factors, l * factorPitch + j, l * factorPitch + pivot);
        }
        likely.exchange(j, pivot, i);
        norms[pivot] = norms[j];
        fractions[pivot] = fractions[j];
        int column = permutation[j];
        permutation[j] = permutation[pivot];
        permutation[pivot] = column;
    }

    /** The same exchanges in the rows of R above the panel, row by row. */
    private void exchangeAbove(DoubleReflectors reflectors, int first, int width) {
        for (int k = 0; k < first; k++) {
            int row = k * reflectors.pitch;
            for (int i = 0; i < width; i++) {
                swap(reflectors.factors, row + first + i, row + pivots[i]);
            }
        }
    }

    private static void swap(double[] x, int i, int j) {
        double element = x[i];
        x[i] = x[j];
        x[j] = element;
    }

    /** As in a {@link DoubleReflectorPanel}: of element i of a row and all after it; gives tau. */
    private static double reflect(
            double[] vectors, int row, int i, int length, double[] r, int diagonal, double[] scratch) {
        double alpha = vectors[row + i];
        vectors[row + i] = 0;
        double rest = square(vectors, row, length, scratch), square = alpha * alpha + rest;
        int exponent = 0;
        if (!DoubleReflectorPanel.isUsual(square) || rest == 0) {
            double greatest = KERNEL.greatest(vectors, row, length);
            if (greatest == 0) {
                vectors[row + i] = 1;
                r[diagonal] = alpha;
                return 0;
            }
            exponent = Math.getExponent(Math.max(Math.abs(alpha), greatest));
            double factor = Math.scalb((double) 1, -exponent);
            KERNEL.scale(factor, vectors, row, length);
            alpha *= factor;
            square = alpha * alpha + square(vectors, row, length, scratch);
        }
        double beta = -Math.copySign(SquareRoot.of(square), alpha);
        KERNEL.scale(1 / (alpha - beta), vectors, row, length);
        vectors[row + i] = 1;
        r[diagonal] = Math.scalb(beta, exponent);
        return (beta - alpha) / beta;
    }

    private static double square(double[] vectors, int row, int length, double[] scratch) {
        int to = DoubleRowsKernel.SCRATCH;
        KERNEL.products(1, vectors, row, 0, 1, vectors, row, 0, length, scratch, to, 0, scratch);
        return scratch[to];
    }

    /** Computes stale norms anew: row by row if that is most of them. */
    private void refreshNorms(DoubleReflectors reflectors, int first) {
        int count = 0;
        for (int c = first; c < n; c++) {
            count += fractions[c] <= LEAST_LEFT ? 1 : 0;
        }
        boolean together = 2 * count > n - first;
        if (together) {
            sumSquares(reflectors, first);
        }
        for (int c = first; c < n; c++) {
            if (fractions[c] <= LEAST_LEFT) {
                fractions[c] = 1;
                norms[c] = norm(reflectors, first, c, together ? squares[c] : squareSum(reflectors, first, c, 1));
            }
        }
    }

    private void sumSquares(DoubleReflectors reflectors, int first) {
        Arrays.fill(squares, first, n, 0);
        for (int i = first; i < m; i++) {
            addSquares(reflectors.factors, i * reflectors.pitch, first);
        }
    }

    private void addSquares(double[] a, int row, int first) {
        for (int c = first; c < n; c++) {
            double element = a[row + c];
            squares[c] += element * element;
        }
    }

    private double squareSum(DoubleReflectors reflectors, int first, int column, double factor) {
        double sum = 0;
        for (int i = first; i < m; i++) {
            double element = reflectors.factors[i * reflectors.pitch + column] * factor;
            sum += element * element;
        }
        return sum;
    }

    /** Of a column from a row on, of which the sum of squares is known, if it has not overflowed or lost what counts. */
    private double norm(DoubleReflectors reflectors, int first, int column, double sum) {
        if (DoubleReflectorPanel.isUsual(sum)) {
            return SquareRoot.of(sum);
        }
        double greatest = 0;
        for (int i = first; i < m; i++) {
            greatest = Math.max(greatest, Math.abs(reflectors.factors[i * reflectors.pitch + column]));
        }
        if (greatest == 0) {
            return 0;
        }
        int exponent = Math.getExponent(greatest);
        double scaled = squareSum(reflectors, first, column, Math.scalb((double) 1, -exponent));
        return Math.scalb(SquareRoot.of(scaled), exponent);
    }

    /** The vectors below the diagonal. */
    private void store(DoubleReflectors reflectors, int first, int width, double[] vectors) {
        for (int i = 1; i < m - first; i++) {
            int to = (first + i) * reflectors.pitch + first;
            for (int l = 0; l < Math.min(i, width); l++) {
                reflectors.factors[to + l] = vectors[l * vectorPitch + i];
            }
        }
    }
}
