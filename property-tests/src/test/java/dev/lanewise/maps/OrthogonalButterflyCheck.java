package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.oracle.ButterflyMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.OrthogonalBlocks;
import dev.lanewise.oracle.Twofold;

/** Whether butterflies are orthogonal, and gradients with respect to their parameters right. */
final class OrthogonalButterflyCheck {
    private OrthogonalButterflyCheck() {}

    /** Fails unless {@code ||A^T A - I||_F}, with sums of one row of it at a time in twice the precision, is at most {@code g(s)}. */
    static void assertOrthogonal(int n, Numbers dense, double roundings, String context) {
        double gamma = ErrorBounds.gamma(roundings, dense.precision());
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int j = 0; j < n; j++) {
                Twofold sum = new Twofold();
                for (int k = 0; k < n; k++) {
                    sum.addProduct(dense.at(k * n + i), dense.at(k * n + j));
                }
                double off = sum.distance(i == j ? 1 : 0);
                row += off * off;
            }
            // A row of A^T A - I is no longer than its norm, in which the 2-norm is the largest.
            assertTrue(Math.sqrt(row) <= gamma, context + ", row " + i + ": " + Math.sqrt(row) + " of " + gamma);
        }
    }

    /**
     * Fails unless a derivative with respect to an angle is half the difference of the function at the angle plus and minus a right angle,
     * which is exact for {@code a cos + b sin + c}. With factors of norm {@code sqrt(2)} in magnitudes, each function is off by {@code
     * g(2 L + 2 L + 2)} of {@code 2^(L/2) sum |g_j| |x_j|}, and by 2 roundings of the angle; the derivative, of four entries, by {@code
     * g(4 L + 2 m + 12 + 6)} of twice that.
     */
    static void assertShifted(
            int factors,
            int count,
            Numbers x,
            Numbers g,
            Numbers above,
            Numbers below,
            double computed,
            String context) {
        double wanted = (above.dot(g) - below.dot(g)) / 2;
        double gamma = ErrorBounds.gamma(4 * factors + 2 * count + 18, x.precision());
        double allowed = 4 * gamma * Math.pow(2, factors / 2.0) * x.norm2() * g.norm2();
        assertTrue(
                Math.abs(computed - wanted) <= allowed,
                context + ": " + computed + ", wanted " + wanted + " within " + allowed);
    }

    /**
     * Fails unless these are the derivatives of one factor of Cayley transforms, by differences in twice the precision. The third
     * derivative along one parameter is at most 12 in norm, so that a step of 2^-30 is off by 2^-59; the gradient of an entry is off by
     * {@code g(2 b + 2 m + 12)}, the products with W, of norm 2, by {@code 2 g(b)} each.
     */
    static void assertCayleyGradient(
            ButterflyPattern pattern, Numbers parameters, Numbers x, Numbers g, int count, Numbers computed) {
        int b = pattern.blockRows(), n = pattern.rows(), each = b * (b - 1) / 2;
        double step = 0x1p-30, gamma = ErrorBounds.gamma(5 * b + 2 * count + 20, x.precision()) + 0x1p-58;
        for (int i = 0; i < parameters.length(); i++) {
            int block = i / each;
            Twofold[] above = OrthogonalBlocks.transform(b, parameters, block * each, i, step);
            Twofold[] below = OrthogonalBlocks.transform(b, parameters, block * each, i, -step);
            double sum = 0, size = 0;
            for (int row = 0; row < n; row++) {
                for (int col = 0; col < n; col++) {
                    int place = ButterflyMatrix.place(pattern, row, col), at = place % (b * b);
                    if (!ButterflyMatrix.isOnSupport(pattern, row, col) || place / (b * b) != block) {
                        continue;
                    }
                    Twofold gradient = new Twofold();
                    double sizes = 0;
                    for (int j = 0; j < count; j++) {
                        gradient.addProduct(g.at(j * n + row), x.at(j * n + col));
                        sizes += Math.abs(g.at(j * n + row) * x.at(j * n + col));
                    }
                    double derivative = new Twofold()
                                    .add(above[at])
                                    .add(-below[at].value())
                                    .add(-below[at].rest())
                                    .value()
                            / (2 * step);
                    sum += derivative * gradient.value();
                    size += sizes;
                }
            }
            // Products of W, W and the sizes have entries of 4 times the sum of the sizes at most.
            double off = Math.abs(sum - computed.at(i));
            assertTrue(off <= 4 * gamma * size, "parameter " + i + ": off by " + off + " of " + 4 * gamma * size);
        }
    }
}
