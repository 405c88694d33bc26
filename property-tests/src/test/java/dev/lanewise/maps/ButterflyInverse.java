package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import java.util.List;

/** Whether what is made of the inverses of blocks is the inverse, in twice the precision. */
final class ButterflyInverse {
    /** {@code |L| |U|} of blocks near the identity, over their magnitudes. */
    private static final int GROWTH = 4;

    private ButterflyInverse() {}

    /** The roundings of the inverses of all blocks. */
    private static double gamma(List<ButterflyPattern> patterns, Precision precision) {
        int orders = 0;
        for (ButterflyPattern pattern : patterns) {
            orders += pattern.blockRows();
        }
        return GROWTH * ErrorBounds.gamma(3.0 * orders, precision);
    }

    /** Fails unless the product of a matrix and its inverse, with its magnitudes, is the identity. */
    static void assertIdentity(
            DenseMatrix product, Precision precision, List<ButterflyPattern> patterns, String context) {
        double gamma = gamma(patterns, precision);
        for (int i = 0; i < product.rows(); i++) {
            for (int j = 0; j < product.cols(); j++) {
                double off = product.entry(i, j).distance(i == j ? 1 : 0);
                double allowed = gamma * product.magnitude(i, j);
                assertTrue(off <= allowed, context + " (" + i + ", " + j + "): off by " + off + " of " + allowed);
            }
        }
    }

    /** Fails unless {@code A y = x}, where rows of the magnitudes of {@code A} and of its inverse sum to two at most for each factor. */
    static void assertSolved(DenseMatrix matrix, List<ButterflyPattern> patterns, Numbers x, Numbers y) {
        double gamma = 2 * gamma(patterns, x.precision()), largest = 0;
        for (int i = 0; i < x.length(); i++) {
            largest = Math.max(largest, Math.abs(x.at(i)));
        }
        double condition = Math.scalb(largest, 2 * patterns.size());
        for (int i = 0; i < x.length(); i++) {
            double off = matrix.element(i, y).distance(x.at(i));
            assertTrue(off <= gamma * condition, "element " + i + ": off by " + off);
        }
    }
}
