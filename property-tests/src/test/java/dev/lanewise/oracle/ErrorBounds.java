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
 * {@code 1.0 / n} once, in float the same once more from double to float (the first two then count next to nothing); the
 * product once: three roundings at most. A power of two as factor costs none. A fused multiply-add by 1 or -1 rounds
 * once, as a sum does. Hence {@code y_i = f sum +-x_j (1 + t_j)}, where {@code |t_j| <= g(s) = s u / (1 - s u)} with
 * {@code s} the number of roundings (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., lemma 3.1),
 * and {@code y_i} is off by at most {@code g(s) f ||x||_1}; plus half the smallest subnormal, should the product with the
 * factor underflow.
 *
 * <p><b>Any input, as a vector.</b> A stage of {@code H_2} doubles squares of norms and rounds each element once, so it
 * adds {@code u} times the norm. The {@code q} sums of a base round partial sums of magnitudes: {@code g(q)} times
 * {@code |C| |x|}, whose rows have {@code q + 1} terms where {@code C} has norm {@code sqrt(q + 1)}:
 * {@code q sqrt(q + 1)} roundings. So {@code ||error||_2 <= g(s') ||y||_2} with
 * {@code s' = bits + 1 + q sqrt(q + 1) + 3}.
 *
 * <p><b>Gaussian input, as a vector.</b> Rounding errors of a stage then behave as independent numbers of mean zero and
 * at most {@code u} in relative size, which orthogonal stages carry along unchanged: their squares add up, and
 * {@code ||error||_2 / ||y||_2} is about {@code u sqrt(s)} at most (W. M. Gentleman and G. Sande, Fast Fourier
 * transforms for fun and profit, AFIPS 1966, pp. 563-578; N. J. Higham and T. Mary, A new approach to probabilistic
 * rounding error analysis, SIAM J. Sci. Comput. 41, 2019, theorem 2.4). A rounding error is spread evenly over half a
 * unit in the last place, so that its root mean square is below {@code u / sqrt(3)}: that slack is what chance has.
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

    private static int factorRoundings(int n, Normalization normalization) {
        boolean powerOfTwo = Integer.bitCount(n) == 1;
        return switch (normalization) {
            case BACKWARD -> 0;
            case ORTHO -> powerOfTwo && HadamardMatrix.bitsOf(n) % 2 == 0 ? 0 : 3;
            case FORWARD -> powerOfTwo ? 0 : 3;
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
        return HadamardMatrix.bitsOf(n) + (base == 1 ? 0 : 1 + q * Math.sqrt(q + 1)) + 3;
    }

    /** What the error of the whole vector is about at most for Gaussian input, relative to its norm. */
    public static double gaussian(int n, Normalization normalization, Precision precision) {
        return precision.unitRoundoff() * Math.sqrt(roundings(n, normalization));
    }
}
