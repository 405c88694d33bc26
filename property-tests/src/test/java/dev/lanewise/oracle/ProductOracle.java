package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.fail;

/** {@code C = alpha A B + beta C} in twice the precision, of row-major matrices without gaps. */
public final class ProductOracle {
    private ProductOracle() {}

    /**
     * Fails unless every element is within {@code g(s) (|alpha| |A| |B| + |beta| |C|)} of the exact one (N. J. Higham, Accuracy
     * and Stability of Numerical Algorithms, 2nd ed., section 3.5), plus a smallest number for each operation that underflows.
     *
     * @param roundings the s
     * @param m rows of C
     * @param n columns of C
     * @param k columns of A
     * @param alpha the factor of the product
     * @param a A
     * @param b B
     * @param beta the factor of C
     * @param before C before
     * @param after C after
     * @param context for messages
     */
    public static void assertProduct(
            int roundings,
            int m,
            int n,
            int k,
            double alpha,
            Numbers a,
            Numbers b,
            double beta,
            Numbers before,
            Numbers after,
            String context) {
        // The oracle's own sum in twice the precision may be off as well, and its product with alpha.
        double gamma = ErrorBounds.gamma(roundings, a.precision()) + 6.0 * (k + 4) * 0x1p-106;
        double underflow = (k + 2) * a.precision().smallest();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                Twofold sum = new Twofold(), exact = new Twofold();
                double size = Math.abs(beta * before.at(i * n + j));
                for (int p = 0; p < k; p++) {
                    sum.addProduct(a.at(i * k + p), b.at(p * n + j));
                    size += Math.abs(alpha * a.at(i * k + p) * b.at(p * n + j));
                }
                exact.addProduct(beta, before.at(i * n + j));
                exact.addProduct(alpha, sum.value()).addProduct(alpha, sum.rest());
                double error = exact.distance(after.at(i * n + j));
                if (!(error <= gamma * size + underflow)) {
                    fail(context + ": element (" + i + ", " + j + ") is " + after.at(i * n + j) + ", exactly "
                            + exact.value() + "; off by " + error + ", allowed " + gamma * size);
                }
            }
        }
    }
}
