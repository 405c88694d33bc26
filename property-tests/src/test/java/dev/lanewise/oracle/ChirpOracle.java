package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.fourier.FastLengths;

/**
 * Compares a chirp-z transform of {@code n} elements at {@code m} frequencies {@code (first + k step) / denominator} with its
 * definition.
 *
 * <p><b>Any input</b>, in the 2-norm, relative to {@code ||x||_2}, as for {@link FourierBounds}: with {@code p} the roundings of
 * a complex transform of the length {@code l} of the convolution, 2 of a product and {@code 2 sqrt(2)} of a factor, each part of
 * which is within {@code 2 u}:
 *
 * <ul>
 *   <li>the chirp, {@code n + m - 1} numbers of absolute value 1, kept as its transform over {@code l}, is off by {@code g(2
 *       sqrt(2) + p + 2) sqrt(n + m - 1)}, and convolved with at most {@code ||x||_1 <= sqrt(n) ||x||_2};
 *   <li>the errors of the product before, of the transforms there and back and of the product with the chirp's, {@code 2 + 2
 *       sqrt(2) + 2 p + 2}, grow by the largest coefficient of the chirp at most;
 *   <li>last comes another product with a factor: {@code 2 + 2 sqrt(2)} relative to the result, which is no longer than what the
 *       largest coefficient makes of the input.
 * </ul>
 *
 * <p>The largest coefficient is computed here by a transform in double; a hundredth more is far more than that can be off.
 *
 * <p><b>Gaussian input</b>: four times {@code u sqrt(log2 l)}, as for the Fourier transforms that are convolutions, relative to
 * {@code sqrt(m) ||x||_2}, which is about the norm of the result.
 */
public final class ChirpOracle {
    private ChirpOracle() {}

    private static double squaredError(ComplexNumbers x, ComplexNumbers y, long first, long step, int denominator) {
        double squares = 0;
        UnitRoots roots = UnitRoots.of(denominator);
        for (int k = 0; k < y.length(); k++) {
            int turn = (int) Math.floorMod(-first - k * step, (long) denominator);
            squares += roots.coefficient(x, turn).squaredDistance(y.re().at(k), y.im().at(k));
        }
        return squares;
    }

    /** The largest absolute value among the coefficients of the chirp as it is wound around a length. */
    private static double largest(int n, int m, int l, long step, int denominator) {
        double[] re = new double[l];
        double[] im = new double[l];
        for (int d = 1 - n; d < m; d++) {
            double angle = Math.PI * Math.floorMod(step * d % (2L * denominator) * d, 2L * denominator) / denominator;
            re[Math.floorMod(d, l)] = Math.cos(angle);
            im[Math.floorMod(d, l)] = Math.sin(angle);
        }
        Layout layout = Layout.contiguous(0);
        DoubleFourierPlan.of(l).transform(re, im, layout, re, im, layout, new Workspace(), Parallelism.NONE);
        double largest = 0;
        for (int k = 0; k < l; k++) {
            largest = Math.max(largest, Math.hypot(re[k], im[k]));
        }
        return 1.01 * largest;
    }

    private static double bound(int n, int m, long step, int denominator, Precision precision) {
        int l = FastLengths.nextFastLength(n + m - 1);
        double p = FourierBounds.roundings(l);
        double factor = 2 * Math.sqrt(2);
        double scaling = ErrorBounds.factorRoundings(l, Normalization.FORWARD);
        double ofChirp = ErrorBounds.gamma(factor + p + 2 + scaling, precision) * Math.sqrt(n + m - 1.0) * Math.sqrt(n);
        double ofOthers = ErrorBounds.gamma(2 * (2 + factor) + 2 * p + 2, precision);
        return ofChirp + ofOthers * largest(n, m, l, step, denominator) + FourierBounds.oracle(Math.max(n, m));
    }

    /** Fails unless the transform is right within the bound for any input. */
    public static void assertTransform(
            ComplexNumbers x, ComplexNumbers y, long first, long step, int denominator, String context) {
        double error = Math.sqrt(squaredError(x, y, first, step, denominator));
        double allowed = bound(x.length(), y.length(), step, denominator, x.precision()) * x.norm2();
        assertTrue(error <= allowed, () -> context + ": off by " + error + ", allowed " + allowed);
    }

    /** Fails unless the transform of Gaussian input is as right as it is to be. */
    public static void assertTypical(
            ComplexNumbers x, ComplexNumbers y, long first, long step, int denominator, String context) {
        int l = FastLengths.nextFastLength(x.length() + y.length() - 1);
        double error = Math.sqrt(squaredError(x, y, first, step, denominator));
        double allowed = 4 * x.precision().unitRoundoff() * Math.sqrt(Math.log(l) / Math.log(2));
        double norm = Math.sqrt(y.length()) * x.norm2();
        assertTrue(error <= allowed * norm, () -> context + ": off by " + error / norm + ", allowed " + allowed);
    }

    /** Fails unless a Fourier transform and that of its frequencies are the same within the bounds of both. */
    public static void assertSame(ComplexNumbers x, ComplexNumbers fourier, ComplexNumbers chirp, String context) {
        int n = x.length();
        double allowed = (bound(n, n, 1, n, x.precision())
                        + Math.sqrt(n) * ErrorBounds.gamma(FourierBounds.roundings(n), x.precision()))
                * x.norm2();
        double error = fourier.distance(chirp);
        assertTrue(error <= allowed, () -> context + ": off by " + error + ", allowed " + allowed);
    }
}
