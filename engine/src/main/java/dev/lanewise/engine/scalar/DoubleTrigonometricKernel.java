package dev.lanewise.engine.scalar;

import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * What comes before and after the Fourier transform in a cosine transform of type II, III or IV, or a sine transform, in plain
 * Java: the contract that the SIMD kernel overrides. Nothing is checked here; input and output are different arrays.
 *
 * <p>Cosine and sine transforms differ in the {@code sign} of what lies at the odd places of the signal or at the descending
 * places of the spectrum, 1 for cosines and -1 for sines; in a factor {@code i} or {@code sqrt(i)} of the roots in the tables; and
 * the spectrum of a sine transform begins one place earlier.
 */
public class DoubleTrigonometricKernel {
    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

    /** Makes the kernel. */
    public DoubleTrigonometricKernel() {}

    /**
     * A signal of {@code 2 h} elements in the order of type II, even places up and then odd ones down, as {@code h} complex
     * numbers: {@code z_j = x_(4j) + i x_(4j+2)} and {@code z_(h-1-j) = sign (x_(4j+3) + i x_(4j+1))}, of which the middle one
     * has the last two elements.
     *
     * @param x the signal
     * @param from its first element
     * @param h half its length
     * @param sign 1 or -1
     * @param zRe gets the real parts
     * @param zIm gets the imaginary parts
     */
    public void sort(double[] x, int from, int h, double sign, double[] zRe, double[] zIm) {
        sort(x, from, h, sign, zRe, zIm, 0);
    }

    /**
     * The same from group of four {@code first} on.
     *
     * @param x the signal
     * @param from its first element
     * @param h half its length
     * @param sign 1 or -1
     * @param zRe gets the real parts
     * @param zIm gets the imaginary parts
     * @param first the first {@code j}
     */
    protected final void sort(double[] x, int from, int h, double sign, double[] zRe, double[] zIm, int first) {
        for (int j = first; j < h / 2; j++) {
            zRe[j] = x[from + 4 * j];
            zIm[j] = x[from + 4 * j + 2];
            zRe[h - 1 - j] = x[from + 4 * j + 3] * sign;
            zIm[h - 1 - j] = x[from + 4 * j + 1] * sign;
        }
        if (h % 2 == 1) {
            zRe[h / 2] = x[from + 2 * h - 2];
            zIm[h / 2] = x[from + 2 * h - 1] * sign;
        }
    }

    /**
     * The reverse of {@link #sort}.
     *
     * @param zRe the real parts
     * @param zIm the imaginary parts
     * @param h half the length of the signal
     * @param sign 1 or -1
     * @param x gets the signal
     * @param to its first element
     */
    public void unsort(double[] zRe, double[] zIm, int h, double sign, double[] x, int to) {
        unsort(zRe, zIm, h, sign, x, to, 0);
    }

    /**
     * The same from group of four {@code first} on.
     *
     * @param zRe the real parts
     * @param zIm the imaginary parts
     * @param h half the length of the signal
     * @param sign 1 or -1
     * @param x gets the signal
     * @param to its first element
     * @param first the first {@code j}
     */
    protected final void unsort(double[] zRe, double[] zIm, int h, double sign, double[] x, int to, int first) {
        for (int j = first; j < h / 2; j++) {
            x[to + 4 * j] = zRe[j];
            x[to + 4 * j + 2] = zIm[j];
            x[to + 4 * j + 3] = zRe[h - 1 - j] * sign;
            x[to + 4 * j + 1] = zIm[h - 1 - j] * sign;
        }
        if (h % 2 == 1) {
            x[to + 2 * h - 2] = zRe[h / 2];
            x[to + 2 * h - 1] = zIm[h / 2] * sign;
        }
    }

    /**
     * From the transform {@code Z} of the sorted signal to the four coefficients {@code k}, {@code h - k}, {@code h + k} and {@code
     * 2 h - k} of type II for {@code first <= k < past}. With {@code E = Z_k + conj Z_(h-k)}, {@code O = -i (Z_k - conj Z_(h-k))},
     * {@code q = a_k E + b_k O} and {@code g = a_k E - b_k O},
     *
     * <pre>
     *    y_k = f Re q                             y_(2h-k) = -sign f Im q
     *    y_(h-k) = sign f sqrt(1/2) (Re g - Im g)   y_(h+k) = f sqrt(1/2) (Re g + Im g)</pre>
     *
     * @param zRe real parts of {@code Z}
     * @param zIm imaginary parts
     * @param h their number
     * @param roots {@code a} and {@code b}: {@code exp(-pi i k / 4h)} and its fifth power, or {@code i} times these; for {@code k}
     *     up to {@code h/2} the real parts of {@code a}, as many imaginary parts, the same of {@code b}
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param y gets the coefficients
     * @param to the place of {@code y_0}
     * @param first the first {@code k}, positive
     * @param past one past the last, at most {@code (h + 1) / 2}
     */
    public void rotate(
            double[] zRe,
            double[] zIm,
            int h,
            double[] roots,
            double factor,
            double sign,
            double[] y,
            int to,
            int first,
            int past) {
        int step = h / 2 + 1;
        double direct = factor, mirrored = -sign * factor;
        double turned = factor * SQRT_HALF, turnedMirrored = sign * turned;
        for (int k = first; k < past; k++) {
            double a = zRe[k], b = zIm[k], c = zRe[h - k], d = zIm[h - k];
            double evenRe = a + c, evenIm = b - d, oddRe = b + d, oddIm = c - a;
            double ar = roots[k], ai = roots[step + k], br = roots[2 * step + k], bi = roots[3 * step + k];
            double eRe = DoubleFused.fma(evenRe, ar, -(evenIm * ai));
            double eIm = DoubleFused.fma(evenRe, ai, evenIm * ar);
            double oRe = DoubleFused.fma(oddRe, br, -(oddIm * bi));
            double oIm = DoubleFused.fma(oddRe, bi, oddIm * br);
            double gRe = eRe - oRe, gIm = eIm - oIm;
            y[to + k] = (eRe + oRe) * direct;
            y[to + 2 * h - k] = (eIm + oIm) * mirrored;
            y[to + h - k] = (gRe - gIm) * turnedMirrored;
            y[to + h + k] = (gRe + gIm) * turned;
        }
    }

    /**
     * The transpose of {@link #rotate}: from four coefficients to {@code Z_k} and {@code Z_(h-k)}, of which the inverse transform
     * is the sorted signal of type III. With {@code c = f (y_k - i sign y_(2h-k))}, {@code d = f sqrt(1/2) ((y_(h+k) + sign y_(h-k))
     * + i (y_(h+k) - sign y_(h-k)))}, {@code p = conj(a_k) (c + d)} and {@code q = conj(b_k) (c - d)},
     *
     * <pre>    Z_k = p + i q,    Z_(h-k) = conj(p - i q).</pre>
     *
     * @param y the coefficients
     * @param from the place of {@code y_0}
     * @param h a quarter of a turn in them
     * @param roots as for {@link #rotate}
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param zRe gets the real parts of {@code Z}
     * @param zIm gets the imaginary parts
     * @param first the first {@code k}, positive
     * @param past one past the last, at most {@code (h + 1) / 2}
     */
    public void unrotate(
            double[] y,
            int from,
            int h,
            double[] roots,
            double factor,
            double sign,
            double[] zRe,
            double[] zIm,
            int first,
            int past) {
        int step = h / 2 + 1;
        double mirrored = -sign * factor, turned = factor * SQRT_HALF;
        for (int k = first; k < past; k++) {
            double low = y[from + k], high = y[from + 2 * h - k], up = y[from + h + k], down = y[from + h - k] * sign;
            double dRe = (up + down) * turned, dIm = (up - down) * turned;
            double sumRe = DoubleFused.fma(low, factor, dRe), sumIm = DoubleFused.fma(high, mirrored, dIm);
            double differenceRe = DoubleFused.fma(low, factor, -dRe);
            double differenceIm = DoubleFused.fma(high, mirrored, -dIm);
            double ar = roots[k], ai = roots[step + k], br = roots[2 * step + k], bi = roots[3 * step + k];
            double pRe = DoubleFused.fma(sumRe, ar, sumIm * ai);
            double pIm = DoubleFused.fma(sumIm, ar, -(sumRe * ai));
            double qRe = DoubleFused.fma(differenceRe, br, differenceIm * bi);
            double qIm = DoubleFused.fma(differenceIm, br, -(differenceRe * bi));
            zRe[k] = pRe - qIm;
            zIm[k] = pIm + qRe;
            zRe[h - k] = pRe + qIm;
            zIm[h - k] = qRe - pIm;
        }
    }

    /**
     * What comes before the transform in type IV of even length {@code 2 h}: {@code t_j = a_j (x_(2j) + i sign x_(2h-1-2j))}.
     *
     * @param x the signal
     * @param from its first element
     * @param h half its length
     * @param rootsRe real parts of {@code a}
     * @param rootsIm imaginary parts
     * @param sign 1 or -1
     * @param tRe gets the real parts of {@code t}
     * @param tIm gets the imaginary parts
     * @param first the first {@code j}
     * @param past one past the last
     */
    public void fold(
            double[] x,
            int from,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double sign,
            double[] tRe,
            double[] tIm,
            int first,
            int past) {
        for (int j = first; j < past; j++) {
            double re = x[from + 2 * j], im = x[from + 2 * h - 1 - 2 * j] * sign;
            tRe[j] = DoubleFused.fma(re, rootsRe[j], -(im * rootsIm[j]));
            tIm[j] = DoubleFused.fma(re, rootsIm[j], im * rootsRe[j]);
        }
    }

    /**
     * What comes after it: with {@code w = f a_k T_k}, {@code y_(2k) = Re w} and {@code y_(2h-1-2k) = -sign Im w}, for {@code
     * first <= k < past} and as many {@code k} counted from the other end.
     *
     * @param tRe real parts of {@code T}
     * @param tIm imaginary parts
     * @param h their number
     * @param rootsRe real parts of {@code a}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param y gets the coefficients
     * @param to the first of them
     * @param first the first {@code k}
     * @param past one past the last, at most {@code (h + 1) / 2}
     */
    public void unfold(
            double[] tRe,
            double[] tIm,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double sign,
            double[] y,
            int to,
            int first,
            int past) {
        double mirrored = -sign * factor;
        for (int k = first; k < past; k++) {
            int m = h - 1 - k;
            double re = tRe[k], im = tIm[k], mRe = tRe[m], mIm = tIm[m];
            double ar = rootsRe[k], ai = rootsIm[k], br = rootsRe[m], bi = rootsIm[m];
            y[to + 2 * k] = DoubleFused.fma(re, ar, -(im * ai)) * factor;
            y[to + 2 * k + 1] = DoubleFused.fma(mRe, bi, mIm * br) * mirrored;
            y[to + 2 * m] = DoubleFused.fma(mRe, br, -(mIm * bi)) * factor;
            y[to + 2 * m + 1] = DoubleFused.fma(re, ai, im * ar) * mirrored;
        }
    }

    /**
     * Sums and differences of elements that go up and others that go down, {@code x_(up+j) +- x_(down-j)}.
     *
     * @param x the elements
     * @param up the first of those that go up
     * @param down the first of those that go down
     * @param sums gets the sums
     * @param sumsTo the first of them
     * @param differences gets the differences
     * @param differencesTo the first of them
     * @param length how many
     */
    public void butterflies(
            double[] x,
            int up,
            int down,
            double[] sums,
            int sumsTo,
            double[] differences,
            int differencesTo,
            int length) {
        for (int j = 0; j < length; j++) {
            double a = x[up + j], b = x[down - j];
            sums[sumsTo + j] = a + b;
            differences[differencesTo + j] = a - b;
        }
    }

    /**
     * From the spectrum {@code V} of a sorted signal of any length to the coefficients {@code k} and {@code n - k} of type II:
     * with {@code q = f a_k V_k}, {@code y_k = Re q} and {@code y_(n-k) = -sign Im q}.
     *
     * @param re real parts of {@code V}
     * @param im imaginary parts
     * @param n the length
     * @param rootsRe real parts of {@code a}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param y gets the coefficients
     * @param to the place of {@code y_0}
     * @param first the first {@code k}, positive
     * @param past one past the last, at most {@code (n + 1) / 2}
     */
    public void turn(
            double[] re,
            double[] im,
            int n,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double sign,
            double[] y,
            int to,
            int first,
            int past) {
        double mirrored = -sign * factor;
        for (int k = first; k < past; k++) {
            double a = re[k], b = im[k], ar = rootsRe[k], ai = rootsIm[k];
            y[to + k] = DoubleFused.fma(a, ar, -(b * ai)) * factor;
            y[to + n - k] = DoubleFused.fma(a, ai, b * ar) * mirrored;
        }
    }

    /**
     * The transpose of {@link #turn}: {@code V_k = f conj(a_k) (y_k - i sign y_(n-k))}.
     *
     * @param y the coefficients
     * @param from the place of {@code y_0}
     * @param n the length
     * @param rootsRe real parts of {@code a}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param re gets the real parts of {@code V}
     * @param im gets the imaginary parts
     * @param first the first {@code k}, positive
     * @param past one past the last, at most {@code (n + 1) / 2}
     */
    public void unturn(
            double[] y,
            int from,
            int n,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double sign,
            double[] re,
            double[] im,
            int first,
            int past) {
        double mirrored = -sign * factor;
        for (int k = first; k < past; k++) {
            double low = y[from + k] * factor, high = y[from + n - k] * mirrored;
            double ar = rootsRe[k], ai = rootsIm[k];
            re[k] = DoubleFused.fma(low, ar, high * ai);
            im[k] = DoubleFused.fma(high, ar, -(low * ai));
        }
    }
}
