package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.ComplexNumbers;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.FourierBounds;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.RealFourierBounds;

/** What the laws of either precision compare. */
final class RealFourierCheck {
    private RealFourierCheck() {}

    private static double norm(Numbers x, Normalization normalization) {
        int n = x.length();
        return HadamardMatrix.factor(n, normalization).value() * Math.sqrt(n) * x.norm2();
    }

    /** Fails unless two transforms of a vector are near, each within its bound. */
    static void assertNear(
            Numbers x, ComplexNumbers wanted, ComplexNumbers came, Normalization normalization, String context) {
        int n = x.length();
        double bound = RealFourierBounds.vector(n, normalization, x.precision())
                + ErrorBounds.gamma(FourierBounds.roundings(n, normalization), x.precision());
        double error = wanted.distance(came);
        double allowed = bound * norm(x, normalization);
        assertTrue(error <= allowed, () -> context + ": off by " + error + ", allowed " + allowed);
    }

    /** Fails unless a vector is near to what two transforms and so many roundings more have made of it. */
    static void assertNear(Numbers wanted, Numbers came, double norm, double more, String context) {
        int n = wanted.length();
        double bound = 2 * RealFourierBounds.vector(n, Normalization.ORTHO, wanted.precision())
                + more * wanted.precision().unitRoundoff();
        double error = wanted.distance(came);
        double allowed = bound * norm;
        assertTrue(error <= allowed, () -> context + ": off by " + error + ", allowed " + allowed);
    }
}
