package dev.lanewise.structured.kronecker;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.butterfly.DoubleMatrixFit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The Kronecker product that is nearest to a matrix, of the shapes that look right: to be tried by
 * {@link dev.lanewise.structured.butterfly.DoubleButterflyRecovery}.
 *
 * <p>Every entry of a Kronecker product {@code B x C} follows from two others and the largest one, p: from that with its own place in
 * B and p's place in C, and from that with p's place in B and its own in C; their product is the entry times p. For every pair of shapes some
 * entries are compared with what so would follow. Of the shapes that fit about best, or to rounding, those with the fewest numbers are taken, the nearest
 * product is that of {@link DoubleKroneckerApproximation}, and its factors are taken apart in the same way as long as they are
 * products to rounding. A matrix of which no shapes explain half the sum of squares is not fitted.
 */
public final class DoubleKroneckerFit implements DoubleMatrixFit {
    /** Entries that are compared for each pair of shapes. */
    private static final int SAMPLES = 2048;

    /** A fit that leaves so much of the sum of squares is none. */
    private static final double MOST = 0.5;

    /** So many times what the best leaves is no worse. */
    private static final double ALIKE = 2;

    /** Roundings of what follows from entries, each of which is a product of some rounded numbers. */
    private static final int ROUNDINGS = 64;

    /** A fit of any matrix. */
    public DoubleKroneckerFit() {}

    @Override
    public String name() {
        return "Kronecker product";
    }

    /** Shapes of the factors, and what they leave of the sum of squares of the samples, over that sum. */
    private record Shapes(MatrixLayout left, MatrixLayout right, double rest) {
        long numbers() {
            return (long) left.rows() * left.columns() + (long) right.rows() * right.columns();
        }
    }

    @Override
    public Optional<DoubleLinearMap> fit(double[] a, int rows, int cols) {
        Shapes best = shapes(a, rows, cols);
        if (best == null || best.rest > MOST) {
            return Optional.empty();
        }
        DoubleKroneckerApproximation nearest = DoubleKroneckerApproximation.of(best.left, best.right, a, 1);
        if (nearest.left().isEmpty()) {
            return Optional.empty();
        }
        DoubleLinearMap left = apart(nearest.left().get(0)),
                right = apart(nearest.right().get(0));
        return Optional.of(DoubleKroneckerProduct.of(List.of(left, right)));
    }

    /** A factor as a product of others, if it is one to rounding. */
    private DoubleLinearMap apart(DoubleDenseMap factor) {
        double[] entries = factor.values();
        Shapes best = shapes(entries, factor.rows(), factor.cols());
        double rounding = Math.ulp((double) 1) * (factor.rows() + factor.cols());
        if (best == null || best.rest > ROUNDINGS * rounding) {
            return factor;
        }
        DoubleKroneckerApproximation nearest = DoubleKroneckerApproximation.of(best.left, best.right, entries, 1);
        double[] values = nearest.singularValues();
        boolean isProduct = values.length > 0 && nearest.error() <= rounding * values[0];
        return isProduct
                ? DoubleKroneckerProduct.of(List.of(
                        apart(nearest.left().get(0)), apart(nearest.right().get(0))))
                : factor;
    }

    /** The best shapes; null if there is only one entry, or all are 0. */
    private static Shapes shapes(double[] a, int rows, int cols) {
        int pivot = 0;
        for (int i = 0; i < a.length; i++) {
            pivot = Math.abs(a[i]) > Math.abs(a[pivot]) ? i : pivot;
        }
        if (a.length == 0 || a[pivot] == 0) {
            return null;
        }
        List<Shapes> all = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (int m = 1; m <= rows; m++) {
            for (int n = 1; rows % m == 0 && n <= cols; n++) {
                boolean isWhole = m * n == 1 || m == rows && n == cols;
                if (cols % n == 0 && !isWhole) {
                    MatrixLayout left = MatrixLayout.of(m, n), right = MatrixLayout.of(rows / m, cols / n);
                    Shapes next = new Shapes(left, right, rest(a, rows, cols, pivot, right.rows(), right.columns()));
                    all.add(next);
                    least = Math.min(least, next.rest);
                }
            }
        }
        double rounding = ROUNDINGS * Math.ulp((double) 1), most = ALIKE * least + rounding * rounding;
        return all.stream()
                .filter(shapes -> shapes.rest <= most)
                .min(Comparator.comparingLong(Shapes::numbers).thenComparing(Shapes::rest))
                .orElse(null);
    }

    /** What shapes leave of the sum of squares of the samples, over that sum; the right factor is of p x q. */
    private static double rest(double[] a, int rows, int cols, int pivot, int p, int q) {
        int pivotRow = pivot / cols, pivotCol = pivot % cols;
        double largest = a[pivot], left = 0, all = 0;
        long place = 0;
        for (int s = 0; s < SAMPLES; s++) {
            int row, col;
            if (a.length <= SAMPLES) {
                row = s % a.length / cols;
                col = s % a.length % cols;
            } else {
                place = place * 6364136223846793005L + 1442695040888963407L; // places by chance, as Knuth's MMIX
                row = (int) ((place >>> 33) % rows);
                col = (int) ((place >>> 17) % cols);
            }
            double outer = a[(row / p * p + pivotRow % p) * cols + col / q * q + pivotCol % q] / largest;
            double inner = a[(pivotRow / p * p + row % p) * cols + pivotCol / q * q + col % q] / largest;
            double entry = a[row * cols + col] / largest, difference = entry - outer * inner;
            left += difference * difference;
            all += entry * entry;
        }
        return all > 0 ? left / all : left;
    }
}
