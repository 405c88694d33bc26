package dev.lanewise.kronecker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;

/** Gradients of {@code sum of <g_j, (A_1 x ... x A_k) x_j>} by the definition, in twice the precision: every entry of the product. */
final class KroneckerGradientOracle {
    private final int[] rows;
    private final int[] cols;
    private final Numbers[] factors;

    KroneckerGradientOracle(int[] rows, int[] cols, Numbers... factors) {
        this.rows = rows;
        this.cols = cols;
        this.factors = factors;
    }

    private static int product(int[] sizes) {
        int product = 1;
        for (int size : sizes) {
            product *= size;
        }
        return product;
    }

    /** The index of a factor within that of all. */
    private static int index(int[] sizes, int factor, int all) {
        int rest = all;
        for (int i = sizes.length - 1; i > factor; i--) {
            rest /= sizes[i];
        }
        return rest % sizes[factor];
    }

    private int place(int factor, int row, int col) {
        return index(rows, factor, row) * cols[factor] + index(cols, factor, col);
    }

    /** An entry of the product of all factors but one; of all if there is no such factor. */
    private Twofold entry(int row, int col, int without, boolean magnitudes) {
        Twofold entry = new Twofold().add(1);
        for (int i = 0; i < factors.length; i++) {
            if (i != without) {
                double value = factors[i].at(place(i, row, col));
                entry = new Twofold().addProduct(entry, new Twofold().add(magnitudes ? Math.abs(value) : value));
            }
        }
        return entry;
    }

    private Twofold[][] gradients(Numbers x, Numbers g, int count, boolean magnitudes) {
        int k = factors.length, m = product(rows), n = product(cols);
        Twofold[][] all = new Twofold[k + 1][];
        for (int i = 0; i <= k; i++) {
            all[i] = new Twofold[i < k ? factors[i].length() : n * count];
            for (int at = 0; at < all[i].length; at++) {
                all[i][at] = new Twofold();
            }
        }
        for (int row = 0; row < m; row++) {
            for (int col = 0; col < n; col++) {
                Twofold pairs = new Twofold(), entry = entry(row, col, k, magnitudes);
                for (int j = 0; j < count; j++) {
                    double of = g.at(j * m + row), in = x.at(j * n + col);
                    pairs.addProduct(magnitudes ? Math.abs(of) : of, magnitudes ? Math.abs(in) : in);
                    all[k][j * n + col].addProduct(entry, new Twofold().add(magnitudes ? Math.abs(of) : of));
                }
                for (int i = 0; i < k; i++) {
                    all[i][place(i, row, col)].addProduct(entry(row, col, i, magnitudes), pairs);
                }
            }
        }
        return all;
    }

    /** Fails unless these are the gradients, those of the inputs last, within the bounds of {@code DoubleKroneckerGradient}. */
    void assertGradients(Numbers x, Numbers g, int count, Numbers[] computed, String context) {
        Twofold[][] exact = gradients(x, g, count, false), sizes = gradients(x, g, count, true);
        int sum = 0, before = product(cols), after = 1;
        for (int i = 0; i < factors.length; i++) {
            sum += rows[i] + cols[i];
        }
        for (int i = factors.length; i >= 0; i--) {
            int roundings = sum;
            if (i < factors.length) {
                before /= cols[i];
                roundings += 2 * count * before * after + 12;
                after *= rows[i];
            }
            double gamma = ErrorBounds.gamma(roundings, x.precision());
            for (int at = 0; at < exact[i].length; at++) {
                double off = exact[i][at].distance(computed[i].at(at)), allowed = gamma * sizes[i][at].value();
                assertTrue(
                        off <= allowed, context + ", factor " + i + ", " + at + ": off by " + off + " of " + allowed);
            }
        }
    }
}
