package dev.lanewise.engine.scalar;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.roots.RootsOfUnity;

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
public class DoubleFourierKernel {
    /** The largest radix of a pass. */
    public static final int LARGEST_RADIX = 13;

    /** What the parts of a pass are multiples of: whole vectors at any width. */
    public static final int GRAIN = 64;

    private static final boolean FUSED = Backend.fusesMultiplyAdd();
    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

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
     * Whether {@link #whole} runs transforms of a length: all passes at once.
     *
     * @param n the length, a power of two
     * @return true if it does
     */
    public boolean runsWhole(int n) {
        return false;
    }

    /**
     * A whole transform.
     *
     * @param n the length
     * @param srcRe real parts of the input
     * @param srcReOffset the first of them
     * @param srcIm imaginary parts of the input
     * @param srcImOffset the first of them
     * @param dstRe real parts of the output; may be those of the input
     * @param dstReOffset the first of them
     * @param dstIm imaginary parts of the output; may be those of the input
     * @param dstImOffset the first of them
     * @param leadingFactors of the first pass, as {@link #leadingLanes} wants them
     * @param factors of all passes; those of the first are not looked at
     * @param buffer of {@link #wholeScratchLength} numbers, of which nothing is kept
     */
    public void whole(
            int n,
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            double[] leadingFactors,
            double[][] factors,
            double[] buffer) {
        throw new UnsupportedOperationException("length " + n);
    }

    /**
     * How much scratch {@link #whole} takes.
     *
     * @param n the length
     * @return numbers
     */
    public int wholeScratchLength(int n) {
        return 0;
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
        int step = s * m;
        int firstP = m == 1 ? 0 : first, pastP = m == 1 ? 1 : past;
        int q = m == 1 ? first : 0, count = m == 1 ? past - first : s;
        for (int p = firstP; p < pastP; p++) {
            int from = s * p + q, to = s * radix * p + q;
            int fr = srcReOffset + from, fi = srcImOffset + from, tr = dstReOffset + to, ti = dstImOffset + to;
            switch (radix) {
                case 2 -> radix2(srcRe, fr, srcIm, fi, step, dstRe, tr, dstIm, ti, s, count);
                case 4 -> radix4(srcRe, fr, srcIm, fi, step, dstRe, tr, dstIm, ti, s, count);
                case 8 -> radix8(srcRe, fr, srcIm, fi, step, dstRe, tr, dstIm, ti, s, count);
                case 3 -> DoubleFourierOddRadix.radix3(srcRe, fr, srcIm, fi, step, dstRe, tr, dstIm, ti, s, count);
                case 5 -> DoubleFourierOddRadix.radix5(srcRe, fr, srcIm, fi, step, dstRe, tr, dstIm, ti, s, count);
                case 9 ->
                    DoubleFourierOddRadix.radix9(srcRe, fr, srcIm, fi, step, dstRe, tr, dstIm, ti, s, count, scratch);
                default ->
                    DoubleFourierOddRadix.any(
                            radix, srcRe, fr, srcIm, fi, step, dstRe, tr, dstIm, ti, s, count, scratch);
            }
            if (m > 1) {
                int at = factorsOffset + 2 * (radix - 1) * p;
                for (int k = 1; k < radix; k++, at += 2) {
                    multiply(dstRe, tr + k * s, dstIm, ti + k * s, s, factors[at], factors[at + 1]);
                }
            }
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

    static double fma(double a, double b, double c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    private static void multiply(
            double[] re, int reOffset, double[] im, int imOffset, int length, double factorRe, double factorIm) {
        for (int i = 0; i < length; i++) {
            double a = re[reOffset + i];
            double b = im[imOffset + i];
            re[reOffset + i] = fma(a, factorRe, -(b * factorIm));
            im[imOffset + i] = fma(a, factorIm, b * factorRe);
        }
    }

    private static void radix2(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            int step,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int s,
            int count) {
        for (int q = 0; q < count; q++) {
            double x0r = xr[fr + q], x1r = xr[fr + step + q];
            double x0i = xi[fi + q], x1i = xi[fi + step + q];
            yr[tr + q] = x0r + x1r;
            yi[ti + q] = x0i + x1i;
            yr[tr + s + q] = x0r - x1r;
            yi[ti + s + q] = x0i - x1i;
        }
    }

    private static void radix4(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            int step,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int s,
            int count) {
        for (int q = 0; q < count; q++) {
            double x0r = xr[fr + q], x1r = xr[fr + step + q], x2r = xr[fr + 2 * step + q], x3r = xr[fr + 3 * step + q];
            double x0i = xi[fi + q], x1i = xi[fi + step + q], x2i = xi[fi + 2 * step + q], x3i = xi[fi + 3 * step + q];
            double a0r = x0r + x2r, a2r = x0r - x2r, a1r = x1r + x3r, a3r = x1r - x3r;
            double a0i = x0i + x2i, a2i = x0i - x2i, a1i = x1i + x3i, a3i = x1i - x3i;
            yr[tr + q] = a0r + a1r;
            yi[ti + q] = a0i + a1i;
            yr[tr + s + q] = a2r + a3i;
            yi[ti + s + q] = a2i - a3r;
            yr[tr + 2 * s + q] = a0r - a1r;
            yi[ti + 2 * s + q] = a0i - a1i;
            yr[tr + 3 * s + q] = a2r - a3i;
            yi[ti + 3 * s + q] = a2i + a3r;
        }
    }

    private static void radix8(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            int step,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int s,
            int count) {
        for (int q = 0; q < count; q++) {
            int i = fr + q, j = fi + q;
            double x0r = xr[i], x1r = xr[i + step], x2r = xr[i + 2 * step], x3r = xr[i + 3 * step];
            double x4r = xr[i + 4 * step], x5r = xr[i + 5 * step], x6r = xr[i + 6 * step], x7r = xr[i + 7 * step];
            double x0i = xi[j], x1i = xi[j + step], x2i = xi[j + 2 * step], x3i = xi[j + 3 * step];
            double x4i = xi[j + 4 * step], x5i = xi[j + 5 * step], x6i = xi[j + 6 * step], x7i = xi[j + 7 * step];
            double a0r = x0r + x4r, a4r = x0r - x4r, a1r = x1r + x5r, a5r = x1r - x5r;
            double a2r = x2r + x6r, a6r = x2r - x6r, a3r = x3r + x7r, a7r = x3r - x7r;
            double a0i = x0i + x4i, a4i = x0i - x4i, a1i = x1i + x5i, a5i = x1i - x5i;
            double a2i = x2i + x6i, a6i = x2i - x6i, a3i = x3i + x7i, a7i = x3i - x7i;
            double b0r = a0r + a2r, b2r = a0r - a2r, b1r = a1r + a3r, b3r = a1r - a3r;
            double b0i = a0i + a2i, b2i = a0i - a2i, b1i = a1i + a3i, b3i = a1i - a3i;
            double b4r = a4r + a6i, b4i = a4i - a6r, b6r = a4r - a6i, b6i = a4i + a6r;
            double c5r = a5r + a5i, c5i = a5i - a5r, c7r = a7i - a7r, c7i = a7i + a7r;
            double b5r = c5r + c7r, b5i = c5i - c7i, b7r = c5r - c7r, b7i = c5i + c7i;
            int k = tr + q, l = ti + q;
            yr[k] = b0r + b1r;
            yi[l] = b0i + b1i;
            yr[k + s] = fma(b5r, SQRT_HALF, b4r);
            yi[l + s] = fma(b5i, SQRT_HALF, b4i);
            yr[k + 2 * s] = b2r + b3i;
            yi[l + 2 * s] = b2i - b3r;
            yr[k + 3 * s] = fma(b7i, SQRT_HALF, b6r);
            yi[l + 3 * s] = fma(b7r, -SQRT_HALF, b6i);
            yr[k + 4 * s] = b0r - b1r;
            yi[l + 4 * s] = b0i - b1i;
            yr[k + 5 * s] = fma(b5r, -SQRT_HALF, b4r);
            yi[l + 5 * s] = fma(b5i, -SQRT_HALF, b4i);
            yr[k + 6 * s] = b2r - b3i;
            yi[l + 6 * s] = b2i + b3r;
            yr[k + 7 * s] = fma(b7i, -SQRT_HALF, b6r);
            yi[l + 7 * s] = fma(b7r, SQRT_HALF, b6i);
        }
    }
}
