package dev.lanewise.kronecker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;
import java.util.List;

/** Kronecker products from their definition, entry by entry, in twice the precision. */
final class KroneckerCheck {
    /** Elements that are looked at: the first, the last and some between. */
    private static final int ELEMENTS = 12;

    /** Products that are summed in one chain. */
    private static final int DEPTH = 192;

    private KroneckerCheck() {}

    /** A factor as it is applied: {@code rows x cols}, row after row. */
    record Factor(int rows, int cols, Numbers entries) {
        Factor transposed() {
            double[] turned = new double[rows * cols];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < cols; j++) {
                    turned[j * rows + i] = entries.at(i * cols + j);
                }
            }
            return new Factor(cols, rows, new Numbers(entries.precision(), turned));
        }
    }

    /** Fails unless some elements of {@code y = (A_1 x ... x A_k) x} are within the bound of the plan. */
    static void assertApplied(List<Factor> factors, Numbers x, Numbers y, String context) {
        int rows = 1, cols = 1, roundings = 0;
        for (Factor factor : factors) {
            rows *= factor.rows;
            cols *= factor.cols;
            roundings += Math.min(factor.cols, DEPTH) + Math.ceilDiv(factor.cols, DEPTH) + 1;
        }
        assertEquals(cols, x.length(), context);
        assertEquals(rows, y.length(), context);
        double gamma = ErrorBounds.gamma(roundings, x.precision()) + 4.0 * cols * factors.size() * 0x1p-106;
        for (int e = 0; e < Math.min(rows, ELEMENTS); e++) {
            int i = rows <= ELEMENTS ? e : (int) ((rows - 1L) * e / (ELEMENTS - 1));
            Twofold exact = new Twofold();
            double magnitude = 0;
            for (int j = 0; j < cols; j++) {
                Twofold entry = entry(factors, i, j);
                exact.addProduct(entry, new Twofold().add(x.at(j)));
                magnitude += Math.abs(entry.value() * x.at(j));
            }
            double off = exact.distance(y.at(i)), allowed = gamma * magnitude;
            assertTrue(off <= allowed, context + ": element " + i + " is off by " + off + ", allowed " + allowed);
        }
    }

    private static Twofold entry(List<Factor> factors, int i, int j) {
        Twofold entry = new Twofold().add(1);
        int row = i, column = j;
        for (int f = factors.size() - 1; f >= 0; f--) {
            Factor factor = factors.get(f);
            double a = factor.entries.at(row % factor.rows * factor.cols + column % factor.cols);
            entry = new Twofold().addProduct(entry, new Twofold().add(a));
            row /= factor.rows;
            column /= factor.cols;
        }
        return entry;
    }
}
