package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.FourierSchedule;

/**
 * What rounding may do to a real Fourier transform of length {@code n}, as a vector of all {@code n} coefficients, relative to its
 * norm; derived as in {@link FourierBounds}, and for any input. What is said of one direction is true of the other, which goes
 * through the transposed steps.
 *
 * <ul>
 *   <li>Even {@code n}: beside the complex transform of {@code n/2} points, sums and differences of the coefficients {@code k} and
 *       {@code n/2 - k}, a stage that is unitary up to a factor, 1; a factor and its product with 1/2 and the normalisation, and
 *       the product with it, {@code sqrt(2) + 1 + 2}; another stage of sums, 1.
 *   <li>Odd {@code n = r m} without a large prime: columns and factors as in a pass of radix {@code r}, then rows, of which the
 *       worst counts, and a product with the normalisation.
 *   <li>Other odd {@code n}: the complex transform.
 * </ul>
 *
 * <p>The Hartley transform adds a stage of sums.
 */
public final class RealFourierBounds {
    /** The roundings of a complex product, fused, with a factor that is rounded. */
    static final double PRODUCT = 2 + Math.sqrt(2);

    private RealFourierBounds() {}

    /** The roundings of a transform. */
    public static double roundings(int n) {
        if (n % 2 == 0) {
            return FourierBounds.roundings(n / 2) + PRODUCT + 3;
        }
        int radix = leastPrimeFactor(n);
        if (n == 1 || FourierSchedule.of(n).isConvolution()) {
            return FourierBounds.roundings(n) + 1;
        }
        if (n == radix) {
            return FourierBounds.roundings(n) + 1;
        }
        double rows = Math.max(FourierBounds.roundings(n / radix), roundings(n / radix));
        return FourierBounds.roundings(radix) + PRODUCT + rows + 1;
    }

    /** What the error may be for any input, relative to the norm. */
    public static double vector(int n, Normalization normalization, Precision precision) {
        return ErrorBounds.gamma(roundings(n) + ErrorBounds.factorRoundings(n, normalization), precision);
    }

    private static int leastPrimeFactor(int n) {
        int divisor = 2;
        while (divisor < n && n % divisor != 0) {
            divisor++;
        }
        return divisor;
    }
}
