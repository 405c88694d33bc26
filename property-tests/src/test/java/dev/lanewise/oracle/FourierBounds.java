package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.FourierSchedule;
import java.util.List;

/**
 * What rounding may do to a discrete Fourier transform, as a vector, relative to its norm {@code f sqrt(n) ||x||_2}; derived.
 *
 * <p><b>Any input.</b> A pass of radix {@code r} is {@code sqrt(r)} times a unitary matrix. If each pass is off by {@code g(s)
 * = s u / (1 - s u)} relative to its own result, with {@code u} the unit roundoff, then all are by {@code g} of the sum of
 * their {@code s}, since {@code g(a) + g(b) + g(a) g(b) <= g(a + b)} (N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., theorem 24.2 and lemma 3.3, the latter true of real numbers as well). So "roundings" may be added
 * up. Those of a pass:
 *
 * <ul>
 *   <li>A stage of sums and differences of two, where the stage is unitary up to a factor, is one: 1 for radix 2, 2 for
 *       radix 4. In radix 8 the longest way is through four of them, and {@code sqrt(1/2)} is rounded: 5.
 *   <li>An odd radix {@code r = 2 h + 1} has one stage of sums {@code u_j} and differences {@code v_j}; then {@code (x_0, u)}
 *       goes through a matrix {@code C} of ones and cosines and {@code v} through a matrix {@code S} of sines; then comes
 *       another stage of sums. Measured so that the first stage and the last are unitary, that is with {@code u_j} and
 *       {@code v_j} divided by {@code sqrt(2)} and the results multiplied by it, both matrices are {@code sqrt(r)} times
 *       orthogonal ones. Each sum of {@code h + 1} products at most passes {@code h} roundings, so that it is off by
 *       {@code g(h) |C| |(x_0, u)|}, where {@code |C|} has at most the Frobenius norm of {@code C}, {@code sqrt(r) sqrt(h +
 *       1)}. A cosine or sine is within one unit in its last place, that is {@code u} or less as it is below 1; it counts
 *       twice here: as a matrix of {@code h^2} of them at most {@code 2 u h}. In all {@code 2 + h sqrt(h + 1) + 2 h / sqrt(r)}.
 *   <li>A complex product with a factor, in each pass but the last: 2 for the product, one of whose two multiplications is
 *       fused (C.-P. Jeannerod, P. Kornerup, N. Louvet, J.-M. Muller, Error bounds on complex floating-point multiplication
 *       with an FMA, Math. Comp. 86, 2017, pp. 881-898) and {@code sqrt(2)} for the factor, each part of which is within
 *       {@code u}: the {@code mu} of theorem 24.2.
 * </ul>
 *
 * <p><b>Any input, through Rader's convolution</b> of length {@code m = n - 1} whose passes come to {@code p} roundings. All is
 * relative to {@code sqrt(n) ||x||_2}. With {@code b} the roots in the order of the generator and {@code B} its transform: all
 * {@code |B_k| = sqrt(n)} but {@code B_0 = -1} (C. F. Gauss: they are his sums).
 *
 * <ul>
 *   <li>The passes there and the product with {@code B / m}: an error {@code e_k} of coefficient {@code k} contributes {@code |B_k
 *       e_k|^2 / m} to the squares of that of the convolution, and {@code |e_0|^2} to that of {@code X_0}: {@code (n / m) |e_k|^2} in
 *       all for any {@code k}, as if the product were with a unitary matrix. So they count once: {@code p + 2}.
 *   <li>The sums with {@code x_0}, and the passes back: {@code 1 + p}, relative to the convolution and {@code X_0} together,
 *       which are {@code X}.
 *   <li>The error {@code d} of {@code B}, as kept, has the norm {@code g(sqrt(2) + p + 2) m}: roots, passes, {@code 1 / m} and
 *       the product with it. As nothing is known of how it is spread, it counts {@code m / sqrt(n) <= sqrt(n - 1)} times: {@code
 *       ||a * F^-1 d||_2 <= ||a||_2 max|d_k| <= ||x||_2 ||d||_2}.
 * </ul>
 *
 * <p><b>Any input, through a convolution with a chirp</b> of length {@code l} whose passes come to {@code p} roundings. With
 * {@code h} the conjugate chirp, {@code 2 n - 1} numbers of absolute value 1, and {@code H} its transform over {@code l}:
 *
 * <ul>
 *   <li>The error {@code d} of {@code h}, as kept in {@code H}, has the norm {@code g(sqrt(2) + p + 2) sqrt(2 n - 1)}: factors,
 *       passes, {@code 1 / l} and the product with it. It is convolved with {@code x} times the chirp, and {@code ||x * d||_2
 *       <= ||x||_1 ||d||_2 <= sqrt(n) ||x||_2 ||d||_2}: that is {@code sqrt(2 n - 1)} times as many, and no better is
 *       certain.
 *   <li>The errors of the chirp's product with the input, of the passes there and back and of the product with {@code H},
 *       {@code (2 + sqrt(2)) + 2 p + 2}, grow by as much as {@code H} is uneven, {@code l max|H_k| / sqrt(n)}. Now {@code l H_k}
 *       is two sums of {@code n} terms {@code exp(pi i j^2 / n + i t j)} at most, and the square of one of these is at most
 *       {@code n + 2 sum over d < n of |sum over j of exp(2 pi i j d / n)|}, the inner sum over part of the {@code j}, so no
 *       more than {@code 1 / sin(pi d / n) <= n / (2 min(d, n - d))} (H. Weyl, Ueber die Gleichverteilung von Zahlen mod.
 *       Eins, Math. Ann. 77, 1916, pp. 313-352: differencing): {@code n (1 + 2 (1 + log(n / 2)))} together. So it is
 *       {@code 2 sqrt(3 + 2 log(n / 2))}.
 *   <li>Last comes another product with the chirp.
 * </ul>
 *
 * <p>Then, if there is a factor, its roundings as in {@link ErrorBounds}. Nothing is said of underflow: the inputs that this
 * is used for stay clear of it.
 *
 * <p><b>Gaussian input.</b> Rounding errors that are independent add up by their squares, and a transform by passes has some
 * {@code log2 n} of them on every way: what is asked for is {@code u sqrt(log2 n)}, four times as much through a convolution,
 * which is three transforms, of as much as more than twice the length. (W. M. Gentleman, G. Sande, Fast Fourier transforms,
 * for fun and profit, AFIPS 29, 1966, pp. 563-578; J. C. Schatzman, Accuracy of the discrete Fourier transform and the fast
 * Fourier transform, SIAM J. Sci. Comput. 17, 1996, pp. 1150-1166, who finds that factors any worse than within {@code u}
 * show.)
 */
public final class FourierBounds {
    /** The roundings of a complex product, and of it with a factor that is rounded. */
    private static final double PRODUCT = 2;

    private static final double FACTOR = Math.sqrt(2);

    private FourierBounds() {}

    /** The roundings of a transform without a factor. */
    public static double roundings(int n) {
        FourierSchedule schedule = FourierSchedule.of(n);
        double passes = passes(schedule.radices());
        double filter = FACTOR + passes + 2;
        return switch (schedule.method()) {
            case PASSES -> passes;
            case RADER -> 2 * passes + PRODUCT + 1 + Math.sqrt(n - 1) * filter;
            case CHIRP -> {
                double unevenness = 2 * Math.sqrt(3 + 2 * Math.log(n / 2.0));
                yield unevenness * (PRODUCT + FACTOR + 2 * passes + PRODUCT)
                        + Math.sqrt(2.0 * n - 1) * filter
                        + PRODUCT
                        + FACTOR;
            }
        };
    }

    /** The roundings of a transform with the factor of a normalisation, that of the forward transform. */
    public static double roundings(int n, Normalization normalization) {
        return roundings(n) + ErrorBounds.factorRoundings(n, normalization);
    }

    private static double passes(List<Integer> radices) {
        double roundings = 0;
        for (int radix : radices) {
            roundings += butterfly(radix);
        }
        return roundings + Math.max(0, radices.size() - 1) * (PRODUCT + FACTOR);
    }

    private static double butterfly(int radix) {
        int half = radix / 2;
        return switch (radix) {
            case 2 -> 1;
            case 4 -> 2;
            case 8 -> 5;
            case 9 -> 2 * butterfly(3) + PRODUCT + FACTOR;
            default -> 2 + half * Math.sqrt(half + 1) + 2 * half / Math.sqrt(radix);
        };
    }

    /** What the definition as it is computed here may itself be off by, relative to {@code f sqrt(n) ||x||_2}. */
    static double oracle(int n) {
        return 0x1p-98 * n * n;
    }

    /** What the error is to stay below for Gaussian input, relative to the norm. */
    public static double gaussian(int n, Precision precision) {
        double levels = Math.log(n) / Math.log(2);
        double products = FourierSchedule.of(n).isConvolution() ? 4 : 1;
        return products * precision.unitRoundoff() * Math.max(1, Math.sqrt(levels));
    }
}
