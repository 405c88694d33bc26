package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.FourierMatrix;
import dev.lanewise.oracle.Numbers;

/** Whether a complex butterfly of rounded roots of unity is the Fourier transform. */
final class ButterflyFourier {
    private ButterflyFourier() {}

    /**
     * Fails unless the columns, in bit-reversed order, are those of the transform: an entry is a product of as many roots as there are
     * factors, each rounded once, and of sums that the matrix of the factors counts.
     */
    static void assertIsTransform(int bits, DenseMatrix factors, Numbers dense) {
        int n = 1 << bits;
        DenseMatrix wanted = FourierMatrix.complex(n, Normalization.BACKWARD);
        double gamma = ErrorBounds.gamma(factors.roundings() + bits, dense.precision());
        for (int j = 0; j < 2 * n; j++) {
            int source = j / n * n + (Integer.reverse(j % n) >>> Integer.SIZE - bits);
            for (int i = 0; i < 2 * n; i++) {
                double off = wanted.entry(i, j).distance(dense.at(i * 2 * n + source));
                assertTrue(off <= gamma * factors.magnitude(i, source), "(" + i + ", " + j + "): off by " + off);
            }
        }
    }
}
