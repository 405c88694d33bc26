package dev.lanewise.layers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A product of factors, and the nearest sparse matrix, from the definition. */
final class LayerCheck {
    /** A factor, row after row. */
    record Factor(int rows, int cols, Numbers entries) {
        int most(boolean ofRows) {
            int most = 0;
            for (int i = 0; i < (ofRows ? rows : cols); i++) {
                int count = 0;
                for (int j = 0; j < (ofRows ? cols : rows); j++) {
                    count += entries.at(ofRows ? i * cols + j : j * cols + i) != 0 ? 1 : 0;
                }
                most = Math.max(most, count);
            }
            return most;
        }
    }

    private LayerCheck() {}

    /** {@code ||A - scale S_1 ... S_J||_F / ||A||_F}, in twice the precision. */
    static double error(Numbers a, double scale, List<Factor> factors) {
        Twofold[] product = null;
        int rows = factors.getFirst().rows();
        for (Factor factor : factors) {
            Twofold[] next = new Twofold[rows * factor.cols()];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < factor.cols(); j++) {
                    Twofold sum = new Twofold();
                    for (int k = 0; k < factor.rows(); k++) {
                        double number = factor.entries().at(k * factor.cols() + j);
                        if (product == null) {
                            sum.add(i == k ? number : 0);
                        } else if (number != 0) {
                            sum.addProduct(product[i * factor.rows() + k], new Twofold().add(number));
                        }
                    }
                    next[i * factor.cols() + j] = sum;
                }
            }
            product = next;
        }
        double squares = 0;
        for (int i = 0; i < product.length; i++) {
            Twofold scaled = new Twofold().addProduct(product[i], new Twofold().add(scale));
            double difference = scaled.distance(a.at(i));
            squares += difference * difference;
        }
        return Math.sqrt(squares) / a.norm2();
    }

    /** Roundings of a projection of so many entries, as {@code DoubleProjection} says. */
    static int projectionRoundings(int n) {
        return 10 + Integer.SIZE - Integer.numberOfLeadingZeros(n - 1);
    }

    /** {@code y - D x}, in twice the precision. */
    static Numbers residual(Numbers d, Numbers x, Numbers y) {
        double[] rest = new double[y.length()];
        for (int i = 0; i < rest.length; i++) {
            Twofold sum = new Twofold().add(y.at(i));
            for (int j = 0; j < x.length(); j++) {
                sum.addProduct(-d.at(i * x.length() + j), x.at(j));
            }
            rest[i] = sum.value();
        }
        return new Numbers(y.precision(), rest);
    }

    /** A column of a matrix that is stored row after row. */
    static Numbers column(Numbers d, int cols, int j) {
        double[] column = new double[d.length() / cols];
        for (int i = 0; i < column.length; i++) {
            column[i] = d.at(i * cols + j);
        }
        return new Numbers(d.precision(), column);
    }

    /**
     * What rounding adds to a relative error: sums of as many products as the factors are wide, {@code g(s) |lambda| |S_1| ... |S_J|},
     * where the norms of factors are 1, so that those of all products are no more than {@code lambda} over the norm of the matrix.
     */
    static double rounding(Numbers a, double scale, List<Factor> factors) {
        int roundings = 14;
        for (Factor factor : factors) {
            roundings += factor.cols() + 2;
        }
        return 4 * roundings * a.precision().unitRoundoff() * Math.max(1, Math.abs(scale) / a.norm2());
    }

    /**
     * Fails unless a matrix is the nearest of norm 1 whose support is allowed: then its inner product with {@code x} is the
     * largest, which is the norm of what is kept, as {@code ||S - X||^2 = 1 - 2 <S, X> + ||X||^2}.
     */
    static void assertNearest(Numbers x, Numbers projected, IntPredicate isAllowed, String context) {
        int n = x.length(), support = 0;
        double best = 0;
        for (int mask = 0; mask < 1 << n; mask++) {
            if (isAllowed.test(mask)) {
                double squares = 0;
                for (int i = 0; i < n; i++) {
                    squares += (mask >> i & 1) * x.at(i) * x.at(i);
                }
                best = Math.max(best, Math.sqrt(squares));
            }
        }
        for (int i = 0; i < n; i++) {
            support |= projected.at(i) != 0 ? 1 << i : 0;
        }
        assertTrue(isAllowed.test(support), context + ": support " + Integer.toBinaryString(support));
        // The bound of DoubleProjection on each entry, and as much for the sums here.
        double rounding = 4 * projectionRoundings(n) * x.precision().unitRoundoff();
        double product = x.dot(projected);
        assertTrue(product >= best * (1 - rounding), context + ": " + product + " instead of " + best);
    }

    /** Whether the ones of a mask of a matrix are so many at most in each row, or column. */
    static IntPredicate atMost(int rows, int cols, int most, boolean ofRows) {
        return mask -> {
            List<Integer> counts = new ArrayList<>();
            for (int i = 0; i < (ofRows ? rows : cols); i++) {
                int count = 0;
                for (int j = 0; j < (ofRows ? cols : rows); j++) {
                    count += mask >> (ofRows ? i * cols + j : j * cols + i) & 1;
                }
                counts.add(count);
            }
            return counts.stream().allMatch(count -> count <= most);
        };
    }
}
