package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;

/** The bounds of linearity and symmetry, in double for either precision. */
final class LinearityCheck {
    private LinearityCheck() {}

    /**
     * {@code H (x - 3 z)} against {@code H x - 3 H z}. The combination rounds twice, each transform {@code s} times;
     * the right side is summed exactly here. So they differ by at most
     * {@code (g(s + 2) + g(s)) f (||x||_1 + 3 ||z||_1)}.
     */
    static void assertLinear(
            Normalization normalization, Numbers x, Numbers z, Numbers hx, Numbers hz, Numbers combined) {
        int n = x.length();
        int s = ErrorBounds.roundings(n, normalization);
        double factor = HadamardMatrix.factor(n, normalization).value();
        double bound = (ErrorBounds.gamma(s + 2, x.precision()) + ErrorBounds.gamma(s, x.precision()))
                * factor
                * (x.norm1() + 3 * z.norm1());
        for (int i = 0; i < n; i++) {
            Twofold wanted = new Twofold().add(hx.at(i)).addProduct(-3, hz.at(i));
            double difference = wanted.distance(combined.at(i));
            assertTrue(
                    difference <= bound,
                    "n = " + n + ", coefficient " + i + ": off by " + difference + ", allowed " + bound);
        }
    }

    /**
     * {@code <H x, z>} against {@code <x, H z>}: each is off by at most {@code g(s) f ||x||_1 ||z||_1}, the inner products
     * themselves are exact.
     */
    static void assertSymmetric(Normalization normalization, Numbers x, Numbers z, Numbers hx, Numbers hz) {
        int n = x.length();
        double gamma = ErrorBounds.gamma(ErrorBounds.roundings(n, normalization), x.precision());
        double factor = HadamardMatrix.factor(n, normalization).value();
        // u^2 for the inner products, which are rounded to double in the end: 4 u of double covers both and the
        // difference.
        double bound = (2 * gamma + 0x1p-51) * factor * x.norm1() * z.norm1();
        double difference = Math.abs(hx.dot(z) - x.dot(hz));
        assertTrue(difference <= bound, "n = " + n + ": off by " + difference + ", allowed " + bound);
    }

    /**
     * A transform and its inverse against the input: with {@code g} the bound of one relative to the norm, together at most
     * {@code 2 g + g^2 <= g(2 s')}.
     */
    static void assertLedBack(Numbers x, Numbers back) {
        double bound = ErrorBounds.gamma(2 * ErrorBounds.vectorRoundings(x.length()), x.precision()) * x.norm2();
        double error = x.distance(back);
        assertTrue(error <= bound, "n = " + x.length() + ": off by " + error + ", allowed " + bound);
    }

    /** Norms differ by at most the norm of the error; 4 u of double are for the two norms as computed here. */
    static void assertSameNorm(Numbers x, Numbers y) {
        double bound = (ErrorBounds.vector(x.length(), x.precision()) + 0x1p-51) * x.norm2();
        double change = Math.abs(y.norm2() - x.norm2());
        assertTrue(change <= bound, "n = " + x.length() + ": changed by " + change + ", allowed " + bound);
    }
}
