package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ToeplitzMatrix;
import dev.lanewise.oracle.Twofold;

/** Checks of what Toeplitz matrices and their relatives give, within derived bounds. */
final class ToeplitzCheck {
    private ToeplitzCheck() {}

    /**
     * Fails unless {@code T x} is {@code b} within {@link ToeplitzMatrix#levinsonResidual}.
     *
     * @param inverseNorm bounds the 2-norm of the inverses of all leading blocks
     */
    static void assertSolves(Numbers column, Numbers row, Numbers b, Numbers x, double inverseNorm) {
        DenseMatrix matrix = ToeplitzMatrix.of(column, row);
        double bound = ToeplitzMatrix.levinsonResidual(column, row, inverseNorm, b.norm2());
        for (int i = 0; i < b.length(); i++) {
            double residual = matrix.element(i, x).distance(b.at(i));
            assertTrue(residual <= bound, "element " + i + " is off by " + residual + ", allowed " + bound);
        }
    }

    /** Fails unless {@code x} solves the system of {@code 2^-k}: the norm of its inverse times the residual is allowed. */
    static void assertSolvesHalvings(Numbers column, Numbers b, Numbers x) {
        int n = b.length();
        DenseMatrix inverse = ToeplitzMatrix.inverseOfHalvings(n, 0);
        double bound = 3 * Math.sqrt(n) * ToeplitzMatrix.levinsonResidual(column, column, 3, b.norm2());
        for (int i = 0; i < n; i++) {
            double error = inverse.element(i, b).distance(x.at(i));
            assertTrue(error <= bound, "n = " + n + ", element " + i + " is off by " + error + ", allowed " + bound);
        }
    }

    /** Fails unless some elements of the product of a band with a vector of Gaussian numbers are right. */
    static void assertBand(Numbers column, Numbers row, int below, int above, Numbers x, Numbers y, int... elements) {
        int n = x.length();
        // By blocks of l up to 2^12, whose root is 2^6: r(l) is below 8 log2(l), and ||x||_2 of a block below 2^7.
        double bound = ErrorBounds.gamma(3 * 8 * 12 + 3, x.precision()) * (1 << 6 + 7) * (column.norm2() + row.norm2());
        for (int i : elements) {
            Twofold wanted = new Twofold();
            for (int j = Math.max(0, i - below); j <= Math.min(n - 1, i + above); j++) {
                wanted.addProduct(i >= j ? column.at(i - j) : row.at(j - i), x.at(j));
            }
            double error = wanted.distance(y.at(i));
            assertTrue(error <= bound, "element " + i + " is off by " + error + ", allowed " + bound);
        }
    }

    /** Fails unless {@code P y} is {@code x} in the 2-norm, within a relative bound. */
    static void assertInverse(DenseMatrix matrix, Numbers x, Numbers y, double bound, String context) {
        double sum = 0;
        for (int i = 0; i < x.length(); i++) {
            double residual = matrix.element(i, y).distance(x.at(i));
            sum += residual * residual;
        }
        double error = Math.sqrt(sum);
        assertTrue(error <= bound * x.norm2(), context + ": off by " + error + ", allowed " + bound * x.norm2());
    }

    /** Fails unless {@code y} is the solution of a circulant system of a condition. */
    static void assertCirculantInverse(DenseMatrix matrix, Numbers x, Numbers y, double condition) {
        double bound = ToeplitzMatrix.circulantResidual(x.length(), condition, x.precision());
        assertInverse(matrix, x, y, bound, "circulant of order " + x.length());
    }

    /** Fails unless {@code y} is the solution of a complex circulant system of a condition. */
    static void assertComplexCirculantInverse(DenseMatrix matrix, Numbers x, Numbers y, double condition) {
        double bound = ToeplitzMatrix.complexCirculantResidual(x.length() / 2, condition, x.precision());
        assertInverse(matrix, x, y, bound, "complex circulant of order " + x.length() / 2);
    }

    /** Fails unless {@code y} is the solution of a complex diagonal system, {@code x = D y}: each number for itself. */
    static void assertComplexQuotients(Numbers re, Numbers im, Numbers x, Numbers y) {
        int n = re.length();
        double gamma = ErrorBounds.gamma(8, x.precision());
        for (int i = 0; i < n; i++) {
            Twofold real = new Twofold().addProduct(re.at(i), y.at(i)).addProduct(-im.at(i), y.at(n + i));
            Twofold imaginary = new Twofold().addProduct(im.at(i), y.at(i)).addProduct(re.at(i), y.at(n + i));
            double size = Math.abs(x.at(i)) + Math.abs(x.at(n + i));
            // |D| |D^-1| has entries of 1 and of 2 |Re d Im d| / |d|^2, which is 1 at most.
            double error = Math.max(real.distance(x.at(i)), imaginary.distance(x.at(n + i)));
            assertTrue(error <= gamma * size, "number " + i + " is off by " + error + ", allowed " + gamma * size);
        }
    }

    /** Fails unless a logarithm of a determinant of {@code n} factors is right: some roundings for each. */
    static void assertLogarithm(double wanted, double got, int n, Numbers precision) {
        assertEquals(wanted, got, ErrorBounds.gamma(20.0 * n * n, precision.precision()));
    }
}
