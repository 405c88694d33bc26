package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleComplexButterfly;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The classic transforms as butterfly factors, times permutations where these are needed, for work that goes on from
 * there: factors that are trained, changed, or looked at. Who wants the transform alone is better served by {@link
 * dev.lanewise.structured.DoubleFourierMap} and its kind.
 *
 * <p>The factors of the Hadamard, Fourier, Haar and circulant matrices are of rank 1 between any two parts, with blocks
 * of {@code 2 x 2} or as large as the radix; those of the real transforms are of rank 2, with blocks of {@code 4 x 4}
 * that overlap, {@link ButterflyPattern#overlapping}, and {@code 8 n (log2(n) - 1)} operations. Every entry is a root
 * of unity, real or imaginary part, rounded correctly but for its last place, times a factor of the normalisation in
 * one of the factors, the last that is applied.
 *
 * <p>Rounding: {@code ||error||_2 <= c u log2(n) ||A||_2 ||x||_2}, for u the unit roundoff and {@code c = 8}: a factor
 * is {@code sqrt(2)} times an orthogonal matrix, or near it, and its blocks round each element four times at most
 * besides the rounding of its entries (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem
 * 24.2); for radices of the Fourier transform that are no powers of two r times as much, r the largest.
 *
 * <p>Source: T. Dao, A. Gu, M. Eichhorn, A. Rudra, C. Re, Learning fast algorithms for linear transforms using
 * butterfly factorizations, ICML 2019, section 3. There the Hadamard, Fourier and circulant matrices are in the class
 * BB*, by permutations, and cosine and sine transforms of length n are real parts of complex ones; here these are real
 * throughout, by folding frequencies f and -f into one block, see {@link ButterflyOrder#folded}.
 */
public final class DoubleButterflyTransforms {
    private DoubleButterflyTransforms() {}

    /**
     * The Walsh-Hadamard matrix, {@code H x H x ... x H} with {@code H = [1 1; 1 -1]}.
     *
     * @param n the order, a power of two
     * @param normalization decides the factor
     * @return a {@link DoubleButterflyMap}
     * @throws IllegalArgumentException if n is no power of two
     */
    public static DoubleLinearMap hadamard(int n, Normalization normalization) {
        ButterflyOrder.checkPowerOfTwo(n);
        double factor = Objects.requireNonNull(normalization, "normalization").doubleFactor(n);
        List<ButterflyPattern> patterns = ButterflyPattern.overlapping(n, 1);
        if (n == 1) {
            return DoubleButterflyMap.of(List.of(new ButterflyPattern(1, 1, 1, 1)), new double[] {factor});
        }
        double[][] values = new double[patterns.size()][];
        for (int l = 0; l < values.length; l++) {
            double size = l == 0 ? factor : 1;
            values[l] = new double[patterns.get(l).entriesOfGroup()];
            for (int at = 0; at < values[l].length; at++) {
                values[l][at] = at % 4 == 3 ? -size : size;
            }
        }
        return DoubleButterflyMap.of(patterns, values);
    }

    /**
     * The orthonormal Haar wavelet transform: the mean times {@code sqrt(n)} first, then the details, coarse to fine.
     * Of the blocks of its factors only those at offset 0 are none but the identity.
     *
     * @param n the order, a power of two
     * @return a {@link DoubleButterflyMap} after which comes a permutation
     * @throws IllegalArgumentException if n is no power of two
     */
    public static DoubleLinearMap haar(int n) {
        ButterflyOrder.checkPowerOfTwo(n);
        if (n == 1) {
            return hadamard(1, Normalization.BACKWARD);
        }
        List<ButterflyPattern> patterns = ButterflyPattern.overlapping(n, 1);
        double half = SquareRoot.of(0.5);
        double[][] values = new double[patterns.size()][];
        for (int l = 0; l < values.length; l++) {
            values[l] = new double[patterns.get(l).entriesOfGroup()];
            for (int at = 4; at < values[l].length; at += 4) {
                values[l][at] = 1;
                values[l][at + 3] = 1;
            }
            Arrays.fill(values[l], 0, 3, half);
            values[l][3] = -half;
        }
        ButterflyOrder order = ButterflyOrder.wavelet(n);
        return DoublePermutation.of(order.inverse().indices()).times(DoubleButterflyMap.of(patterns, values));
    }

    /**
     * The discrete Hartley transform, {@code cos(2 pi j k / n) + sin(2 pi j k / n)}.
     *
     * @param n the order, a power of two
     * @param normalization decides the factor
     * @return a {@link DoubleButterflyMap} between two permutations
     * @throws IllegalArgumentException if n is no power of two
     */
    public static DoubleLinearMap hartley(int n, Normalization normalization) {
        double factor =
                Objects.requireNonNull(normalization, "normalization").doubleFactor(n) * SquareRoot.of((double) 2);
        // sqrt(2) cos(t - pi / 4) = cos(t) + sin(t).
        DoubleFoldedButterfly folded = new DoubleFoldedButterfly(n, 0);
        double[] sizes = new double[n];
        Arrays.fill(sizes, factor);
        long[] phases = new long[n];
        Arrays.fill(phases, -n);
        return folded.map(sizes, phases, ButterflyOrder.bitReversed(n), false);
    }

    /**
     * A cosine or sine transform of type II, III or IV, as {@link TrigonometricKind} defines them. Type III is the
     * transpose of type II, but for the weights of its rows. The columns of type II and IV are taken in the order of
     * {@link ButterflyOrder#evenOdd}, with bits reversed.
     *
     * @param kind which
     * @param n the order, a power of two
     * @param normalization decides the factor
     * @return a {@link DoubleButterflyMap} between two permutations
     * @throws IllegalArgumentException if n is no power of two, or the type is I, whose period is none with these
     *     lengths
     */
    public static DoubleLinearMap trigonometric(TrigonometricKind kind, int n, Normalization normalization) {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(normalization, "normalization");
        ButterflyOrder.checkPowerOfTwo(n);
        if (kind.type() == 1) {
            throw new IllegalArgumentException("kind: got " + kind + ", wanted a type II, III or IV");
        }
        boolean third = kind.type() == 3;
        TrigonometricKind of = third ? kind.inverse() : kind;
        double[] sizes = sizes(kind, n, normalization);
        long[] phases = new long[n];
        for (int k = 0; k < n; k++) {
            int next = of.isSine() ? 2 * k + 2 : 2 * k;
            // In 8 n-ths of a turn; sin(t) = cos(t - pi / 2).
            phases[k] = (of.type() == 4 ? 2L * k + 1 : next) - (of.isSine() ? 2L * n : 0);
        }
        int halves = of.type() == 4 ? 1 : of.isSine() ? 2 : 0;
        boolean flips = of == TrigonometricKind.DCT4 || of == TrigonometricKind.DST2;
        DoubleLinearMap map = new DoubleFoldedButterfly(n, halves)
                .map(sizes, phases, ButterflyOrder.evenOdd(n).bitReversed(), flips);
        return third ? map.transposed() : map;
    }

    /** The weights of the rows of type II and IV, or of the columns of type III. */
    private static double[] sizes(TrigonometricKind kind, int n, Normalization normalization) {
        double[] sizes = new double[n];
        double usual =
                switch (normalization) {
                    case BACKWARD -> 2;
                    case ORTHO -> SquareRoot.of((double) 2 / n);
                    case FORWARD -> (double) 1 / n;
                };
        Arrays.fill(sizes, usual);
        // Of types II only an orthogonal transform has a row that weighs less; of types III each has such a column.
        int single = kind.isSine() ? n - 1 : 0;
        if (kind.type() != 4 && normalization == Normalization.ORTHO) {
            sizes[single] = SquareRoot.of((double) 1 / n);
        } else if (kind.type() == 3) {
            sizes[single] = usual / 2;
        }
        return sizes;
    }

    /**
     * The Fourier transform of n complex numbers as a real matrix of order {@code 2 n}, on all real parts and then all
     * imaginary parts, as {@link dev.lanewise.structured.DoubleFourierMap}: radices are the prime factors, ascending.
     *
     * @param n how many complex numbers, at least 1 and less than 2^29
     * @param normalization decides the factor
     * @return a {@link DoubleComplexButterfly} after a permutation
     * @throws IllegalArgumentException if n is another, or has a prime factor so large that a factor has 2^31 entries
     *     or more
     */
    public static DoubleLinearMap fourier(int n, Normalization normalization) {
        if (n < 1 || n >= 1 << 29) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 to 2^29 - 1");
        }
        return fourier(normalization, ButterflyOrder.primeRadices(n));
    }

    /**
     * The Fourier transform of {@code n = r_1 r_2 ... r_L} complex numbers with given radices.
     *
     * @param normalization decides the factor
     * @param radices r_1, the one that is applied last, to r_L; one at least
     * @return a {@link DoubleComplexButterfly} after a permutation
     * @throws IllegalArgumentException if there are none, or one is less than 1, or their product is 2^29 or more, or a
     *     factor has 2^31 entries or more
     */
    public static DoubleLinearMap fourier(Normalization normalization, int... radices) {
        double[][][] factors = fourierFactors(radices);
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(radices);
        int n = patterns.getFirst().rows();
        double factor = Objects.requireNonNull(normalization, "normalization").doubleFactor(n);
        for (int at = 0; at < factors[0][0].length; at++) {
            factors[0][0][at] *= factor;
            factors[1][0][at] *= factor;
        }
        int[] order = ButterflyOrder.digitReversed(radices).indices(), both = new int[2 * n];
        for (int i = 0; i < n; i++) {
            both[i] = order[i];
            both[n + i] = n + order[i];
        }
        return DoubleComplexButterfly.of(patterns, factors[0], factors[1]).times(DoublePermutation.of(both));
    }

    /**
     * Real and imaginary parts of the first group of each factor: {@code exp(-2 pi i q (k + d r) / m)} in block k, with
     * m = d radix.
     */
    private static double[][][] fourierFactors(int[] radices) {
        if (Objects.requireNonNull(radices, "radices").length == 0) {
            throw new IllegalArgumentException("radices: got none, wanted one or more");
        }
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(radices);
        if (patterns.getFirst().rows() >= 1 << 29) {
            throw new IllegalArgumentException(
                    "length: got " + patterns.getFirst().rows() + ", wanted less than 2^29");
        }
        double[][] re = new double[radices.length][], im = new double[radices.length][];
        for (int l = 0; l < radices.length; l++) {
            ButterflyPattern pattern = patterns.get(l);
            int radix = radices[l], stride = pattern.stride(), length = stride * radix;
            re[l] = new double[pattern.entriesOfGroup()];
            im[l] = new double[re[l].length];
            for (int at = 0; at < re[l].length; at++) {
                int block = at / (radix * radix), row = at / radix % radix, col = at % radix;
                long turn = -(long) col * (block + stride * row);
                re[l][at] = RootsOfUnity.doubleReal(turn, length);
                im[l][at] = RootsOfUnity.doubleImaginary(turn, length);
            }
        }
        return new double[][][] {re, im};
    }

    /**
     * A circulant matrix of {@code n x n} complex numbers, {@code C_kj = c_((k-j) mod n) = F^-1 diag(F c) F}, as a real
     * one of order {@code 2 n}, as {@link dev.lanewise.structured.DoubleComplexCirculant}: with {@code F = B P}, P the
     * permutation of the digits, it is {@code (1 / n) G D G^H} for G the conjugate of B and D the eigenvalues in the
     * order of the digits, and {@code G D / n} is one butterfly.
     *
     * @param re the real parts of the first column, 1 at least, finite
     * @param im the imaginary parts, as many
     * @return the product of a {@link DoubleComplexButterfly} and the transpose of another, without permutations
     * @throws IllegalArgumentException if there are none, or as many as {@link #fourier(int, Normalization)} refuses,
     *     or more of one than of the other, or one is not finite, or their transform overflows
     */
    public static DoubleLinearMap circulant(double[] re, double[] im) {
        int n = Objects.requireNonNull(re, "re").length;
        DoubleComplexDiagonal column = DoubleComplexDiagonal.of(re, im); // checks
        DoubleLinearMap fourier = fourier(n, Normalization.BACKWARD);
        double[] both = Arrays.copyOf(column.re(), 2 * n);
        System.arraycopy(column.im(), 0, both, n, n);
        double[] spectrum = fourier.apply(both);
        int[] radices = ButterflyOrder.primeRadices(n);
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(radices);
        double[][][] factors = fourierFactors(radices);
        for (double[] values : factors[1]) {
            for (int at = 0; at < values.length; at++) {
                values[at] = -values[at];
            }
        }
        DoubleLinearMap back =
                DoubleComplexButterfly.of(patterns, factors[0], factors[1]).transposed();
        int last = radices.length - 1, radix = radices[last];
        double[] lastRe = new double[n * radix], lastIm = new double[n * radix];
        int[] order = ButterflyOrder.digitReversed(radices).indices();
        for (int at = 0; at < lastRe.length; at++) {
            // Block, row and column of the factor that is applied first, whose stride is 1 and whose groups are alike.
            int from = order[at / (radix * radix) * radix + at % radix], root = at % (radix * radix);
            double dRe = spectrum[from] / n, dIm = spectrum[n + from] / n;
            lastRe[at] = factors[0][last][root] * dRe - factors[1][last][root] * dIm;
            lastIm[at] = factors[0][last][root] * dIm + factors[1][last][root] * dRe;
        }
        factors[0][last] = lastRe;
        factors[1][last] = lastIm;
        for (int i = 0; i < 2 * n; i++) {
            if (!Double.isFinite(spectrum[i])) {
                throw new IllegalArgumentException(
                        "transform of the column: got " + spectrum[i] + " at " + i % n + ", wanted finite numbers");
            }
        }
        return DoubleComplexButterfly.of(patterns, factors[0], factors[1]).times(back);
    }
}
