package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

/**
 * The passes of a Fourier transform in plain Java: the contract that the SIMD kernel overrides.
 *
 * <p>A pass of radix {@code r} is one step of a decimation in frequency that sorts itself (T. G. Stockham; in the form of C.
 * Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992, section 1.7): with {@code w = exp(-2 pi i / (r
 * m))}, for all {@code p < m}, {@code k < r} and {@code q < s},
 *
 * <pre>    dst[q + s (r p + k)] = w^(p k) sum over j of exp(-2 pi i j k / r) src[q + s (p + m j)].</pre>
 *
 * <p>Starting with {@code r m = n} and {@code s = 1}, each next pass has {@code m} divided by its radix and {@code s}
 * multiplied by the one before; after the last, where {@code m = 1}, {@code dst} is the transform. Starting with {@code s =
 * c} instead, it is {@code c} transforms at once, of columns that lie interleaved.
 *
 * <p>What fixes the bits: the graphs of the radices as written here, and one complex product with {@code w^(p k)} for all
 * {@code k > 0} in each pass but the last. Nothing is checked here; input and output are different arrays, or apart.
 */
public class DoubleFourierKernel extends DoubleFourierWholeKernel {
    /** The largest radix of a pass. */
    public static final int LARGEST_RADIX = 13;

    /** What the parts of a pass are multiples of: whole vectors at any width. */
    public static final int GRAIN = 64;

    /** Makes the kernel. */
    public DoubleFourierKernel() {}

    /**
     * How the factors of a first pass, {@code s = 1}, are to lie. If the answer is 1, in the order of {@code p}, and for each
     * {@code p} those of {@code k = 1 ... radix - 1}, each real part followed by its imaginary one. If it is {@code l > 1}, for
     * {@code l} consecutive {@code p} after another, and for each of these groups the {@code l} real parts and then the
     * {@code l} imaginary ones for {@code k = 1}, those for {@code k = 2} and so on; if {@code l} does not divide {@code m}, the
     * last group is {@code p = m - l ... m - 1}. Other passes have them as if the answer were 1.
     *
     * @param radix of the pass
     * @param m of the pass
     * @return {@code l}
     */
    public int leadingLanes(int radix, int m) {
        return 1;
    }

    /**
     * How much scratch {@link #pass} takes.
     *
     * @return numbers
     */
    public int scratchLength() {
        return 2 * LARGEST_RADIX;
    }

    /**
     * A pass, or the part of it for {@code first <= p < past}; in the last one, {@code m = 1}, for {@code first <= q < past}.
     * Whoever cuts a pass into parts cuts at multiples of {@link #GRAIN}, at {@code p} only where {@code s < GRAIN}.
     *
     * @param radix 2, 4, 8, 9 or an odd prime up to 13
     * @param srcRe real parts of the input
     * @param srcReOffset the first of them
     * @param srcIm imaginary parts of the input
     * @param srcImOffset the first of them
     * @param dstRe real parts of the output
     * @param dstReOffset the first of them
     * @param dstIm imaginary parts of the output
     * @param dstImOffset the first of them
     * @param m how many butterflies
     * @param s how many of each, side by side
     * @param first where the part begins; 0 for all
     * @param past where it ends; {@code m}, or {@code s} if {@code m} is 1, for all
     * @param factors the powers of {@code w} for {@code k = 1 ... radix - 1}, as {@link #leadingLanes} wants them
     * @param factorsOffset the first of them
     * @param scratch {@link #scratchLength} numbers of which nothing is kept
     */
    public void pass(
            int radix,
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int m,
            int s,
            int first,
            int past,
            double[] factors,
            int factorsOffset,
            double[] scratch) {
        int a = srcReOffset, b = srcImOffset, c = dstReOffset, d = dstImOffset, f = factorsOffset;
        inRows(radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, first, past, factors, f, scratch);
    }

    /**
     * A pass by {@link #butterflies}: what a kernel calls that need not ask those of narrower vectors.
     *
     * @param radix as of {@link #pass}, and so are all others
     * @param srcRe as there
     * @param srcReOffset as there
     * @param srcIm as there
     * @param srcImOffset as there
     * @param dstRe as there
     * @param dstReOffset as there
     * @param dstIm as there
     * @param dstImOffset as there
     * @param m as there
     * @param s as there
     * @param first as there
     * @param past as there
     * @param factors as there
     * @param factorsOffset as there
     * @param scratch as there
     */
    protected final void inRows(
            int radix,
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int m,
            int s,
            int first,
            int past,
            double[] factors,
            int factorsOffset,
            double[] scratch) {
        int a = srcReOffset, b = srcImOffset, c = dstReOffset, d = dstImOffset;
        if (m == 1) {
            a += first;
            b += first;
            c += first;
            d += first;
            butterflies(
                    radix, srcRe, a, srcIm, b, s, 0, dstRe, c, dstIm, d, s, 0, 1, past - first, null, 0, 0, scratch);
        } else {
            int step = s * m, r = radix * s, g = 2 * (radix - 1), f = factorsOffset + g * first, count = past - first;
            a += s * first;
            b += s * first;
            c += r * first;
            d += r * first;
            butterflies(radix, srcRe, a, srcIm, b, step, s, dstRe, c, dstIm, d, s, r, count, s, factors, f, g, scratch);
        }
    }

    /**
     * Butterflies in rows, what passes are made of: for all {@code i < rows}, {@code k < radix} and {@code q < length},
     *
     * <pre>    dst[q + dstPitch i + dstStep k] = w_(i k) sum over j of exp(-2 pi i j k / radix) src[q + srcPitch i + srcStep j].</pre>
     *
     * @param radix as of a pass
     * @param srcRe real parts of the input
     * @param srcReOffset the first of them
     * @param srcIm imaginary parts of the input
     * @param srcImOffset the first of them
     * @param srcStep between the inputs of a butterfly
     * @param srcPitch between rows of the input
     * @param dstRe real parts of the output
     * @param dstReOffset the first of them
     * @param dstIm imaginary parts of the output
     * @param dstImOffset the first of them
     * @param dstStep between the outputs of a butterfly
     * @param dstPitch between rows of the output
     * @param rows how many
     * @param length of a row
     * @param factors {@code w_(i k)} for {@code k = 1 ... radix - 1}, each real part followed by its imaginary one; null if all
     *     are one
     * @param factorsOffset the first of them
     * @param factorsPitch between those of rows
     * @param scratch {@link #scratchLength} numbers of which nothing is kept
     */
    public void butterflies(
            int radix,
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            int srcStep,
            int srcPitch,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int dstStep,
            int dstPitch,
            int rows,
            int length,
            double[] factors,
            int factorsOffset,
            int factorsPitch,
            double[] scratch) {
        int a = srcReOffset, b = srcImOffset, c = dstReOffset, d = dstImOffset, f = factorsOffset, g = factorsPitch;
        int h = srcStep, i = srcPitch, j = dstStep, k = dstPitch;
        switch (radix) {
            case 2 ->
                DoubleFourierEvenRadix.radix2(
                        srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g);
            case 4 ->
                DoubleFourierEvenRadix.radix4(
                        srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g);
            case 8 ->
                DoubleFourierEvenRadix.radix8(
                        srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g);
            case 3 ->
                DoubleFourierOddRadix.radix3(
                        srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g);
            case 5 ->
                DoubleFourierOddRadix.radix5(
                        srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g);
            case 7 ->
                DoubleFourierOddRadix.radix7(
                        srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g);
            case 9 ->
                DoubleFourierOddRadix.radix9(
                        srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g);
            default ->
                DoubleFourierOddRadix.any(
                        radix, srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g,
                        scratch);
        }
    }

    /**
     * The product of complex numbers with real ones: {@code x = factor x}.
     *
     * @param x real or imaginary parts
     * @param offset the first of them
     * @param length how many
     * @param factor the real number
     */
    public void scale(double[] x, int offset, int length, double factor) {
        for (int i = offset; i < offset + length; i++) {
            x[i] *= factor;
        }
    }

    /**
     * The elementwise product of complex numbers, {@code dst = src .* factors}.
     *
     * @param srcRe real parts of the first
     * @param srcReOffset the first of them
     * @param srcIm imaginary parts of the first
     * @param srcImOffset the first of them
     * @param factorsRe real parts of the second
     * @param factorsIm imaginary parts of the second
     * @param factorsOffset the first of both
     * @param dstRe real parts of the product; may be those of the first
     * @param dstReOffset the first of them
     * @param dstIm imaginary parts of the product; may be those of the first
     * @param dstImOffset the first of them
     * @param length how many
     */
    public void multiply(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] factorsRe,
            double[] factorsIm,
            int factorsOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int length) {
        for (int i = 0; i < length; i++) {
            double re = srcRe[srcReOffset + i];
            double im = srcIm[srcImOffset + i];
            dstRe[dstReOffset + i] = fma(re, factorsRe[factorsOffset + i], -(im * factorsIm[factorsOffset + i]));
            dstIm[dstImOffset + i] = fma(re, factorsIm[factorsOffset + i], im * factorsRe[factorsOffset + i]);
        }
    }

    /**
     * Takes alternating real and imaginary parts apart.
     *
     * @param pairs the parts, in turn
     * @param pairsOffset the first real one
     * @param re gets the real parts
     * @param reOffset the first of them
     * @param im gets the imaginary parts
     * @param imOffset the first of them
     * @param length how many pairs
     */
    public void split(
            double[] pairs, int pairsOffset, double[] re, int reOffset, double[] im, int imOffset, int length) {
        for (int i = 0; i < length; i++) {
            re[reOffset + i] = pairs[pairsOffset + 2 * i];
            im[imOffset + i] = pairs[pairsOffset + 2 * i + 1];
        }
    }

    /**
     * The reverse of {@link #split}.
     *
     * @param re the real parts
     * @param reOffset the first of them
     * @param im the imaginary parts
     * @param imOffset the first of them
     * @param pairs gets both, in turn
     * @param pairsOffset the first real one
     * @param length how many pairs
     */
    public void join(
            double[] re, int reOffset, double[] im, int imOffset, double[] pairs, int pairsOffset, int length) {
        for (int i = 0; i < length; i++) {
            pairs[pairsOffset + 2 * i] = re[reOffset + i];
            pairs[pairsOffset + 2 * i + 1] = im[imOffset + i];
        }
    }

    /** The product of a number with a factor, real part and imaginary part, goes to memory. */
    static void product(double re, double im, double[] factors, int at, double[] yr, int i, double[] yi, int j) {
        product(re, im, factors[at], factors[at + 1], yr, i, yi, j);
    }

    /** The same with a factor that is at hand. */
    static void product(
            double re, double im, double factorRe, double factorIm, double[] yr, int i, double[] yi, int j) {
        yr[i] = fma(re, factorRe, -(im * factorIm));
        yi[j] = fma(re, factorIm, im * factorRe);
    }
}
