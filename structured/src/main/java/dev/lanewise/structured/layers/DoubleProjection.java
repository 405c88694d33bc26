package dev.lanewise.structured.layers;

import java.util.Arrays;
import java.util.Objects;

/**
 * The matrix of a {@link Sparsity} and of Frobenius norm 1 that is nearest to a given one,
 *
 * <pre>    P(X) = argmin ||S - X||_F,    S sparse, ||S||_F = 1.</pre>
 *
 * <p>It keeps the entries of largest magnitude, as many as there may be (of each row, of each column), and divides them by their norm
 * (L. Le Magoarou and R. Gribonval, IEEE J. Sel. Topics Signal Process. 10(4), 2016, appendix A). Of entries of the same
 * magnitude, the first ones stay, in the order of rows; so the result is one, and the same always. Where all that stay are zero,
 * all matrices of the support are as near, and the first place of it has 1.
 *
 * <p>For {@link Sparsity#perRowAndColumn} the rule is as stated there. It is feasible and idempotent, but there may be nearer
 * matrices with as many entries. With {@link Sparsity#withTies} the nearest is not wanted either.
 *
 * <p>Rounding: entries are off by at most {@code g(10 + log2 n)} times their magnitude, {@code g(s) = s u / (1 - s u)}, where {@code n} is the
 * number of entries of the matrix: the norm is the root of a sum in pairs of chains of 8 squares (N. J. Higham, Accuracy and Stability
 * of Numerical Algorithms, 2nd ed., section 4.2); plus a smallest subnormal number.
 */
public final class DoubleProjection {
    private DoubleProjection() {}

    /**
     * Projects a matrix.
     *
     * @param sparsity what may differ from zero
     * @param x the matrix, row after row, finite
     * @return the nearest one, a new array
     * @throws IllegalArgumentException if {@code x} has not as many entries, or one is not finite
     */
    public static double[] nearest(Sparsity sparsity, double[] x) {
        Objects.requireNonNull(sparsity, "sparsity");
        DoubleTable.check("x", x, sparsity.rows(), sparsity.cols());
        DoubleTable table = new DoubleTable(sparsity.rows(), sparsity.cols(), x.clone());
        project(sparsity, table);
        return table.entries;
    }

    /** Projects in place, unchecked. */
    static void project(Sparsity sparsity, DoubleTable table) {
        boolean[] kept = kept(sparsity, table.entries);
        for (int i = 0; i < kept.length; i++) {
            table.entries[i] = kept[i] ? table.entries[i] : 0;
        }
        if (DoubleTable.largest(table.entries) == 0) {
            Arrays.fill(table.entries, 0);
            table.entries[first(kept)] = 1;
            return;
        }
        table.normalize();
        table.divide(table.norm());
    }

    private static int first(boolean[] kept) {
        int at = 0;
        while (!kept[at]) {
            at++;
        }
        return at;
    }

    private static boolean[] kept(Sparsity sparsity, double[] x) {
        int rows = sparsity.rows(), cols = sparsity.cols();
        boolean[] kept = new boolean[x.length];
        switch (sparsity.kind()) {
            case DENSE -> Arrays.fill(kept, true);
            case ENTRIES -> keepLargest(x, 0, 1, x.length, sparsity, kept);
            case ROWS -> keepOfRows(x, rows, cols, sparsity, kept);
            case COLUMNS -> keepOfColumns(x, rows, cols, sparsity, kept);
            case ROWS_AND_COLUMNS -> {
                keepOfRows(x, rows, cols, sparsity, kept);
                keepOfColumns(x, rows, cols, sparsity, kept);
            }
            default -> {
                for (int place : sparsity.places()) {
                    kept[place] = true;
                }
            }
        }
        return kept;
    }

    private static void keepOfRows(double[] x, int rows, int cols, Sparsity sparsity, boolean[] kept) {
        for (int i = 0; i < rows; i++) {
            keepLargest(x, i * cols, 1, cols, sparsity, kept);
        }
    }

    private static void keepOfColumns(double[] x, int rows, int cols, Sparsity sparsity, boolean[] kept) {
        for (int j = 0; j < cols; j++) {
            keepLargest(x, j, cols, rows, sparsity, kept);
        }
    }

    /** Marks the {@code count} largest of {@code length} numbers, of those alike the first: no more than are left are larger. */
    private static void keepLargest(double[] x, int at, int stride, int length, Sparsity sparsity, boolean[] kept) {
        double[] magnitudes = new double[length];
        for (int i = 0; i < length; i++) {
            magnitudes[i] = Math.abs(x[at + i * stride]);
        }
        double[] sorted = magnitudes.clone();
        Arrays.sort(sorted);
        double middle = sorted[length - sparsity.count()];
        var most = middle * (1 + sparsity.ties());
        var least = middle * (1 - sparsity.ties());
        int left = sparsity.count();
        for (int i = 0; i < length; i++) {
            if (magnitudes[i] > most) {
                kept[at + i * stride] = true;
                left--;
            }
        }
        for (int i = 0; i < length && left > 0; i++) {
            if (magnitudes[i] >= least && magnitudes[i] <= most) {
                kept[at + i * stride] = true;
                left--;
            }
        }
    }
}
