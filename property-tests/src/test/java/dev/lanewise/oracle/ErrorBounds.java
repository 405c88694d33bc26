package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;

/**
 * What rounding may do to a Walsh-Hadamard transform {@code y = f H x}, derived.
 *
 * <p><b>Any input, each element.</b> With {@code u} the unit roundoff, a rounded sum is {@code (a + b)(1 + d)} with
 * {@code |d| <= u}, and underflow adds nothing to it. A term {@code +-x_j} of {@code y_i} passes through so many sums:
 *
 * <ul>
 *   <li>one for each factor {@code H_2} of the order: {@code bits};
 *   <li>for a base {@code b = 2 (q + 1)}: one in its pair, then {@code q} at most in the sum of {@code q + 1} terms from
 *       left to right: {@code b / 2}.
 * </ul>
 *
 * <p>and then through the product with the factor. That factor is itself rounded: {@code 1 / Math.sqrt(n)} twice and
 * {@code 1.0 / n} once; the product once: three roundings under ORTHO, two under FORWARD. In float the factor is rounded
 * once more, to float, which would leave two under either: each of those in double is {@code 2^-29 u}, less together than
 * the {@code s (s + 1) / 2 u^2} that {@code g(s)} has to spare over {@code (1 + u)^s - 1}. A power of two as factor costs
 * none. A fused multiply-add by 1 or -1 rounds once, as a sum does. Hence {@code y_i = f sum +-x_j (1 + t_j)}, where
 * {@code |t_j| <= g(s) = s u / (1 - s u)} with {@code s} the number of roundings (N. J. Higham, Accuracy and Stability of
 * Numerical Algorithms, 2nd ed., lemma 3.1), and {@code y_i} is off by at most {@code g(s) f ||x||_1}; plus half the
 * smallest subnormal, should the product with the factor underflow.
 *
 * <p><b>Any input, as a vector.</b> A stage of {@code H_2} doubles squares of norms and rounds each element once, so it
 * adds {@code u} times the norm. After the stage of its pairs, a base is {@code M = [C I; -I C]} with the conference
 * matrix {@code C}, on the sums and the differences. Its {@code q} sums a row are off by at most {@code g(q) |M| |x|}.
 * Rows and columns of {@code M} have {@code q + 1} entries 1 or -1, so that {@code |M|} has norm {@code q + 1}, and
 * {@code M M^T = (q + 1) I}, so that {@code M} multiplies every norm by {@code sqrt(q + 1)}: relative to that
 * {@code g(q) sqrt(q + 1)}, or {@code q sqrt(q + 1)} roundings. So {@code ||error||_2 <= g(s') ||y||_2} with
 * {@code s' = bits + 1 + q sqrt(q + 1)} and the roundings of the factor.
 *
 * <p><b>Gaussian input, as a vector.</b> Then every element is Gaussian after every stage, and its rounding errors are
 * taken to be independent numbers of mean zero and at most {@code u} in relative size, which orthogonal stages carry along
 * unchanged: their squares add up (C. J. Weinstein, Roundoff noise in floating point fast Fourier transform computation,
 * IEEE Trans. Audio Electroacoust. AU-17, 1969, pp. 209-215; T. Kaneko and B. Liu, Accumulation of round-off error in fast
 * Fourier transforms, J. ACM 17, 1970, pp. 637-654). In units of {@code u^2 ||y||_2^2} that is
 *
 * <ul>
 *   <li>1 for each factor {@code H_2}, for the pairs of a base, and for the product with a factor that is no power of two;
 *   <li>for the sums of a base {@code (2 + 3 + ... + (q + 1)) / (q + 1) = (q + 2) / 2 - 1 / (q + 1)}, as a sum of
 *       {@code k} of its {@code q + 1} independent terms has {@code k / (q + 1)} of the variance of all.
 * </ul>
 *
 * <p>The error of the factor itself is no chance: it is the same for all coefficients and is added to the root. A rounding
 * error is spread evenly over half a unit in the last place, so that its root mean square is below {@code u / sqrt(3)}:
 * that slack is what chance has.
 */
public final class ErrorBounds {
    /** The bounds are rounded themselves, some of them sums of hundreds of terms: 2^-40 covers 8192 roundings. */
    private static final double ROUNDED = 1 + 0x1p-40;

    private ErrorBounds() {}

    /** {@code g(s) = s u / (1 - s u)}. */
    public static double gamma(double roundings, Precision precision) {
        double su = roundings * precision.unitRoundoff();
        return su / (1 - su) * ROUNDED;
    }

    /** The sums that a term passes through. */
    public static int sums(int n) {
        int base = HadamardMatrix.baseOf(n);
        return HadamardMatrix.bitsOf(n) + (base == 1 ? 0 : base / 2);
    }

    /** The roundings that a term passes through, {@code s}. */
    public static int roundings(int n, Normalization normalization) {
        return sums(n) + factorRoundings(n, normalization);
    }

    /** The roundings of the factor and of the product with it, for any length. */
    static int factorRoundings(int n, Normalization normalization) {
        boolean powerOfTwo = Integer.bitCount(n) == 1;
        return switch (normalization) {
            case BACKWARD -> 0;
            case ORTHO -> powerOfTwo && HadamardMatrix.bitsOf(n) % 2 == 0 ? 0 : 3;
            case FORWARD -> powerOfTwo ? 0 : 2;
        };
    }

    /** The largest error of an element. */
    public static double element(Numbers x, Normalization normalization) {
        int n = x.length();
        double oracle = 2.0 * n * 0x1p-106;
        double relative = gamma(roundings(n, normalization), x.precision()) + oracle;
        double underflow =
                normalization == Normalization.BACKWARD ? 0 : x.precision().smallest() / 2;
        return relative * HadamardMatrix.factor(n, normalization).value() * x.norm1() * ROUNDED + underflow;
    }

    /** The largest error of the whole vector under {@link Normalization#ORTHO}, relative to its norm. */
    public static double vector(int n, Precision precision) {
        return gamma(vectorRoundings(n), precision);
    }

    /** {@code s'}. */
    public static double vectorRoundings(int n) {
        int base = HadamardMatrix.baseOf(n);
        double q = base / 2 - 1;
        double ofBase = base == 1 ? 0 : 1 + q * Math.sqrt(q + 1);
        return HadamardMatrix.bitsOf(n) + ofBase + factorRoundings(n, Normalization.ORTHO);
    }

    /** What the error of the whole vector is about at most for Gaussian input, relative to its norm. */
    public static double gaussian(int n, Normalization normalization, Precision precision) {
        int base = HadamardMatrix.baseOf(n);
        double q = base / 2 - 1;
        double ofBase = base == 1 ? 0 : 1 + (q + 2) / 2 - 1 / (q + 1);
        int ofProduct = factorRoundings(n, normalization) == 0 ? 0 : 1;
        double byChance = precision.unitRoundoff() * Math.sqrt(HadamardMatrix.bitsOf(n) + ofBase + ofProduct);
        return byChance + factorError(n, normalization, precision);
    }

    /** The relative error of the factor as it is rounded. */
    private static double factorError(int n, Normalization normalization, Precision precision) {
        Twofold exact = HadamardMatrix.factor(n, normalization);
        boolean wide = precision == Precision.DOUBLE;
        double rounded = wide ? normalization.doubleFactor(n) : normalization.floatFactor(n);
        return exact.distance(rounded) / exact.value();
    }
}
