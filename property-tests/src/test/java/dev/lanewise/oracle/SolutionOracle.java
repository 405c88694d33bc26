package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.fail;

/** What {@code T X} lacks of {@code B} in twice the precision, of row-major matrices without gaps. */
public final class SolutionOracle {
    private SolutionOracle() {}

    /**
     * Fails unless every element of {@code T X - B} is {@code g(n) |T| |X|} at most, which says the same as that every column x
     * solves {@code (T + E) x = b} with some {@code |E| <= g(n) |T|} (N. J. Higham, Accuracy and Stability of Numerical
     * Algorithms, 2nd ed., theorems 8.5 and 7.3), plus a smallest number for each operation that underflows.
     *
     * @param n rows and columns of T
     * @param columns of X and B
     * @param t T, with zeros in its other triangle
     * @param x X
     * @param b B
     * @param context for messages
     */
    public static void assertSolution(int n, int columns, Numbers t, Numbers x, Numbers b, String context) {
        // The oracle's own sum in twice the precision may be off as well.
        double gamma = ErrorBounds.gamma(n, t.precision()) + 6.0 * (n + 4) * 0x1p-106;
        for (int i = 0; i < n; i++) {
            double underflow = (n + Math.abs(t.at(i * n + i))) * t.precision().smallest();
            for (int j = 0; j < columns; j++) {
                Twofold sum = new Twofold();
                double size = 0;
                for (int p = 0; p < n; p++) {
                    sum.addProduct(t.at(i * n + p), x.at(p * columns + j));
                    size += Math.abs(t.at(i * n + p) * x.at(p * columns + j));
                }
                double residual = sum.distance(b.at(i * columns + j));
                if (!(residual <= gamma * size + underflow)) {
                    fail(context + ": element (" + i + ", " + j + ") of T X is " + sum.value() + ", that of B "
                            + b.at(i * columns + j) + "; off by " + residual + ", allowed " + gamma * size);
                }
            }
        }
    }
}
