package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.LinearOracle;
import dev.lanewise.oracle.Numbers;

/** The bounds of linearity and symmetry, in double for either precision. */
final class LinearityCheck {
    private LinearityCheck() {}

    /** {@code H (x - 3 z)} against {@code H x - 3 H z}: every entry of {@code |f H|} is {@code f}. */
    static void assertLinear(
            Normalization normalization,
            Numbers x,
            Numbers z,
            Numbers hx,
            Numbers hz,
            Numbers combined,
            String context) {
        int n = x.length();
        double magnitude = HadamardMatrix.factor(n, normalization).value() * (x.norm1() + 3 * z.norm1());
        LinearOracle.assertLinear(ErrorBounds.roundings(n, normalization), i -> magnitude, hx, hz, combined, context);
    }

    /** {@code <H x, z>} against {@code <x, H z>}. */
    static void assertSymmetric(
            Normalization normalization, Numbers x, Numbers z, Numbers hx, Numbers hz, String context) {
        int n = x.length();
        double magnitude = HadamardMatrix.factor(n, normalization).value() * x.norm1() * z.norm1();
        LinearOracle.assertAdjoint(ErrorBounds.roundings(n, normalization), magnitude, x, z, hx, hz, context);
    }

    /**
     * A transform and its inverse against the input: with {@code g} the bound of one relative to the norm, together at most
     * {@code 2 g + g^2 <= g(2 s')}.
     */
    static void assertLedBack(Numbers x, Numbers back, String context) {
        double bound = ErrorBounds.gamma(2 * ErrorBounds.vectorRoundings(x.length()), x.precision()) * x.norm2();
        double error = x.distance(back);
        assertTrue(error <= bound, context + ": off by " + error + ", allowed " + bound);
    }

    /** Norms differ by at most the norm of the error; 4 u of double are for the two norms as computed here. */
    static void assertSameNorm(Numbers x, Numbers y, String context) {
        double bound = (ErrorBounds.vector(x.length(), x.precision()) + 0x1p-51) * x.norm2();
        double before = x.norm2();
        double after = y.norm2();
        assertTrue(
                Math.abs(after - before) <= bound,
                context + ": norm " + before + " became " + after + ", allowed off " + bound);
    }
}
