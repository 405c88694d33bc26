package dev.lanewise.engine.qr;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleProduct;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.scalar.DoubleRowsKernel;
import dev.lanewise.engine.scalar.SquareRoot;
import java.util.Arrays;

/**
 * Reflections with column pivoting: the next column is always the one of which most is left. Of a panel only the columns and rows
 * that are needed are brought up to date, and all the others by one product {@code A - V F^T} at its end. Norms of what is left are
 * brought down step by step, and computed anew where too many digits would be lost.
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

    private final int m;
    private final int n;

    private final double[] taus;
    private final double[] norms;

    /** What has been left of the square of each norm since it was computed. */
    private final double[] fractions;

    private final double[] squares;
    private final int vectorPitch;
    private final int factorPitch;

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
    }

    @Override
    void factorize(DoubleReflectors reflectors, Workspace workspace, Parallelism parallelism) {
        int count = Math.min(m, n), most = Math.min(WIDTH, count);
        double[] vectors = workspace.takeDoubles(most * vectorPitch),
                factors = workspace.takeDoubles(most * factorPitch);
        double[] scratch = workspace.takeDoubles(DoubleRowsKernel.SCRATCH + 2 * WIDTH);
        try {
            Arrays.fill(fractions, 0);
            reset();
            refreshNorms(reflectors, 0);
            for (int first = 0; first < count; ) {
                int width = panel(reflectors, first, Math.min(WIDTH, count - first), vectors, factors, scratch);
                int next = first + width;
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
            DoubleReflectors reflectors, int first, int most, double[] vectors, double[] factors, double[] scratch) {
        double[] a = reflectors.factors;
        int pitch = reflectors.pitch, length = m - first, padded = DoubleRows.padded(length);
        int coefficients = DoubleRowsKernel.SCRATCH;
        boolean anyStale = false;
        int i = 0;
        for (; i < most && !anyStale; i++) {
            int j = first + i, pivot = j + KERNEL.indexOfGreatest(norms, j, n - j);
            exchange(reflectors, j, pivot, factors, i);

            // The column as it is by now, and its reflection.
            int row = i * vectorPitch;
            Arrays.fill(vectors, row, row + i, 0);
            Arrays.fill(vectors, row + length, row + padded, 0);
            for (int k = i; k < length; k++) {
                vectors[row + k] = a[(first + k) * pitch + j];
            }
            for (int l = 0; l < i; l++) {
                scratch[coefficients + l] = -factors[l * factorPitch + j];
            }
            KERNEL.addCombination(scratch, coefficients, vectors, i, vectorPitch, i, vectors, row + i, length - i);
            double tau = reflect(vectors, row, i, padded, a, j * (pitch + 1), scratch);
            taus[j] = tau;
            notMoreThanBefore(a, j, pitch);

            // What it does to the columns to the right: tau A^T v, of A as it would be.
            int right = n - j - 1, to = i * factorPitch + j + 1;
            Arrays.fill(factors, to, to + right, 0);
            KERNEL.addCombination(vectors, row + i, a, j * (pitch + 1) + 1, pitch, length - i, factors, to, right);
            KERNEL.products(1, vectors, row, 0, i, vectors, 0, vectorPitch, padded, scratch, coefficients, 0, scratch);
            for (int l = 0; l < i; l++) {
                scratch[coefficients + l] = -scratch[coefficients + l];
            }
            KERNEL.addCombination(scratch, coefficients, factors, j + 1, factorPitch, i, factors, to, right);
            KERNEL.scale(tau, factors, to, right);

            // The row, which is one of R.
            for (int l = 0; l <= i; l++) {
                scratch[coefficients + l] = -vectors[l * vectorPitch + i];
            }
            KERNEL.addCombination(
                    scratch, coefficients, factors, j + 1, factorPitch, i + 1, a, j * (pitch + 1) + 1, right);
            anyStale = bringDown(a, j * (pitch + 1) + 1, j + 1);
        }
        return i;
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

    private void exchange(DoubleReflectors reflectors, int j, int pivot, double[] factors, int known) {
        if (pivot == j) {
            return;
        }
        for (int i = 0; i < m; i++) {
            swap(reflectors.factors, i * reflectors.pitch + j, i * reflectors.pitch + pivot);
        }
        for (int l = 0; l < known; l++) {
            swap(factors, l * factorPitch + j, l * factorPitch + pivot);
        }
        norms[pivot] = norms[j];
        fractions[pivot] = fractions[j];
        int column = permutation[j];
        permutation[j] = permutation[pivot];
        permutation[pivot] = column;
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

    /** Norms without the row that has just become one of R; tells whether one has become stale. */
    private boolean bringDown(double[] a, int row, int from) {
        double least = 1;
        for (int c = from; c < n; c++) {
            double norm = norms[c], part = Math.abs(a[row + c - from]) / Math.max(norm, Double.MIN_NORMAL);
            double left = Math.max(0, (1 + part) * (1 - part)), fraction = fractions[c] * left;
            norms[c] = norm * SquareRoot.of(left);
            fractions[c] = fraction;
            least = Math.min(least, fraction);
        }
        return least <= LEAST_LEFT;
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
