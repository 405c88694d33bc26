package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.FourierSchedule;
import dev.lanewise.engine.trigonometric.TrigonometricKind;

/**
 * What rounding may do to a cosine or sine transform of length {@code n}, as a vector; derived as in {@link FourierBounds}.
 *
 * <p><b>Any input.</b> With first and last elements and coefficients weighted so that they are orthogonal, all steps are, up to a
 * factor. Their roundings:
 *
 * <ul>
 *   <li>II and III, even {@code n}: the complex transform of {@code n/2} points; a stage of sums and one complex product, 1 and
 *       {@link RealFourierBounds#PRODUCT}; two more stages of sums, 2; a product with the normalisation times {@code sqrt(1/2)}, a
 *       constant within 1 ulp that is 2 roundings and with which 1 more comes, and 1 for the product itself.
 *   <li>II and III, odd {@code n}: the real transform, a complex product and 1 for the normalisation.
 *   <li>IV, even {@code n}: the complex transform, a product before and one after, 1 for the normalisation.
 *   <li>IV, odd {@code n}: the real transform, a stage of sums, the constant {@code sqrt(2)} and the normalisation, 5.
 *   <li>I: by sums and differences, 1, it falls into two orthogonal blocks, of which the worse counts; at the end the real transform
 *       of a period, and 1 for the normalisation. A tree of these is taken to be split down to any odd half period, or not, whichever
 *       is worse.
 * </ul>
 *
 * <p>The weights of an orthogonal transform, {@code sqrt(2)} and {@code sqrt(1/2)}, cost 3 more. Without them, relative errors of
 * elements are the same, but the norms are off by {@code sqrt(2)} at most for one weighted side, 2 for both.
 *
 * <p><b>Gaussian input.</b> Squares of independent errors add up, where a rounding has {@code u^2/3} on average. What is asked of the
 * Fourier transform is {@code u sqrt(log2 n)}, four times that through a convolution. A complex product with a rounded factor has
 * {@code u^2} at most, sums and products {@code u^2/3}: that is 3 at most for type IV, and less for the others; of type I each
 * split adds 1/3 to half of what its two halves have, which have 1 less each, and the transform of a period has 1 more. So it is
 * {@code u sqrt(log2 n + 3)}.
 */
public final class TrigonometricBounds {
    private static final double PRODUCT = RealFourierBounds.PRODUCT;

    private TrigonometricBounds() {}

    private static double roundings(TrigonometricKind kind, int n) {
        boolean even = n % 2 == 0;
        return switch (kind.type()) {
            case 1 -> ofTypeOne(kind.period(n) / 2);
            case 4 -> even ? FourierBounds.roundings(n / 2) + 2 * PRODUCT + 1 : RealFourierBounds.roundings(n) + 1 + 5;
            default -> ofTypesTwoAndThree(n);
        };
    }

    private static double ofTypesTwoAndThree(int n) {
        return n % 2 == 0
                ? FourierBounds.roundings(n / 2) + 1 + PRODUCT + 2 + 4
                : RealFourierBounds.roundings(n) + PRODUCT + 1;
    }

    private static double ofTypeOne(int half) {
        double period = RealFourierBounds.roundings(2 * half) + 1;
        if (half % 2 == 1) {
            return period;
        }
        return Math.max(period, 1 + Math.max(ofTypesTwoAndThree(half / 2), ofTypeOne(half / 2)));
    }

    /** What the error may be for any input, relative to {@code f sqrt(period) ||x||_2}. */
    public static double vector(TrigonometricKind kind, int n, Normalization normalization, Precision precision) {
        boolean orthogonal = normalization == Normalization.ORTHO;
        double unweighted = kind == TrigonometricKind.DCT1 ? 2 : kind.type() % 4 < 2 ? 1 : Math.sqrt(2);
        double roundings =
                roundings(kind, n) + ErrorBounds.factorRoundings(kind.period(n), normalization) + (orthogonal ? 3 : 0);
        return ErrorBounds.gamma(roundings, precision) * (orthogonal ? 1 : unweighted);
    }

    /** What the error is to stay below for Gaussian input, relative to the norm. */
    public static double gaussian(TrigonometricKind kind, int n, Precision precision) {
        int transform = kind.type() == 1 ? kind.period(n) / 2 : n;
        double products = FourierSchedule.of(transform).isConvolution() ? 4 : 1;
        return products * precision.unitRoundoff() * Math.sqrt(Math.log(n) / Math.log(2) + 3);
    }
}
