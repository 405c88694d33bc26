package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.ComplexNumbers;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.FourierBounds;
import dev.lanewise.oracle.HadamardMatrix;

/**
 * The bounds of the laws, in double for either precision. With {@code s} the roundings of a transform, it is off by
 * {@code g(s)} relative to its norm {@code f sqrt(n) ||x||_2}.
 */
final class FourierCheck {
    /** What is computed here in double, with a few roundings to each element, relative to the norm: 16 of them. */
    private static final double COMPUTED = 0x1p-49;

    private FourierCheck() {}

    /** {@code f sqrt(n)}, by which a transform changes norms. */
    private static double gain(int n, Normalization factor) {
        return HadamardMatrix.factor(n, factor).value() * Math.sqrt(n);
    }

    private static void assertClose(ComplexNumbers wanted, ComplexNumbers came, double allowed, String context) {
        double error = wanted.distance(came);
        assertTrue(error <= allowed, () -> context + ": off by " + error + ", allowed " + allowed);
    }

    /** Two transforms that are to be the same, of inputs of the norm of {@code x}, one rounded a few times more before. */
    static void assertSameTransform(
            Normalization factor,
            ComplexNumbers x,
            ComplexNumbers wanted,
            ComplexNumbers came,
            int roundingsBefore,
            String context) {
        double s = FourierBounds.roundings(x.length(), factor);
        double relative =
                ErrorBounds.gamma(s, x.precision()) + ErrorBounds.gamma(s + roundingsBefore, x.precision()) + COMPUTED;
        assertClose(wanted, came, relative * gain(x.length(), factor) * x.norm2(), context);
    }

    /** {@code F (x - 3 z)} against {@code F x - 3 F z}; the combination rounds twice, each transform {@code s} times. */
    static void assertLinear(
            Normalization factor,
            ComplexNumbers x,
            ComplexNumbers z,
            ComplexNumbers fx,
            ComplexNumbers fz,
            ComplexNumbers combined,
            String context) {
        double s = FourierBounds.roundings(x.length(), factor);
        double relative = ErrorBounds.gamma(s + 2, x.precision()) + ErrorBounds.gamma(s, x.precision()) + COMPUTED;
        double norm = gain(x.length(), factor) * (x.norm2() + 3 * z.norm2());
        assertClose(fx.minus(3, fz), combined, relative * norm, context);
    }

    /** A transform and its inverse, in either order, against the input: {@code g(a) + g(b) + g(a) g(b) <= g(a + b)}. */
    static void assertLedBack(Normalization normalization, ComplexNumbers x, ComplexNumbers back, String context) {
        int n = x.length();
        double both = FourierBounds.roundings(n, normalization) + FourierBounds.roundings(n, normalization.inverse());
        double relative = ErrorBounds.gamma(both, x.precision()) + COMPUTED;
        assertClose(x, back, relative * x.norm2(), context);
    }

    /** Parseval: norms are multiplied by {@code f sqrt(n)}, and differ from that by at most the norm of the error. */
    static void assertParseval(Normalization factor, ComplexNumbers x, ComplexNumbers y, String context) {
        double relative = ErrorBounds.gamma(FourierBounds.roundings(x.length(), factor), x.precision()) + COMPUTED;
        double wanted = gain(x.length(), factor) * x.norm2();
        double came = y.norm2();
        assertTrue(
                Math.abs(came - wanted) <= relative * wanted,
                () -> context + ": norm " + came + ", wanted " + wanted + " within " + relative * wanted);
    }

    /**
     * The inverse, divided by {@code n}, of the product of two transforms {@code X} and {@code Z} against the convolution of
     * {@code x} and {@code z}. Since {@code |X_k| <= ||x||_1} and {@code ||Z||_2 = sqrt(n) ||z||_2} and the other way round,
     * the product is off by
     *
     * <pre>    sqrt(n) (g(s) ||x||_1 ||z||_2 + g(s) ||x||_2 ||z||_1 + g(s)^2 sqrt(n) ||x||_2 ||z||_2)</pre>
     *
     * <p>and by three roundings (each part is a sum of two products), all relative to at most {@code sqrt(n) m} with
     * {@code m} the larger of the first two; the inverse multiplies norms by {@code 1 / sqrt(n)} and adds its own.
     */
    static void assertConvolved(ComplexNumbers x, ComplexNumbers z, ComplexNumbers came, String context) {
        int n = x.length();
        double there = FourierBounds.roundings(n, Normalization.BACKWARD);
        double back = FourierBounds.roundings(n, Normalization.FORWARD);
        double size = Math.max(x.norm1() * z.norm2(), x.norm2() * z.norm1());
        double once = ErrorBounds.gamma(there, x.precision());
        double both = once * once * Math.sqrt(n) * x.norm2() * z.norm2();
        double allowed = (ErrorBounds.gamma(2 * there + 3 + back, x.precision()) + COMPUTED) * size + 2 * both;
        assertClose(x.convolvedWith(z), came, allowed, context);
    }
}
