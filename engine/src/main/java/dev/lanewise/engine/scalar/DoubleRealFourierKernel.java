package dev.lanewise.engine.scalar;

/**
 * What turns complex Fourier transforms into those of real vectors, in plain Java: the contract that the SIMD kernel
 * overrides. Nothing is checked here; input and output are different arrays.
 *
 * <p>What fixes the bits: one complex product with a root for each pair of coefficients, in the order written here.
 */
public class DoubleRealFourierKernel {
    /** Makes the kernel. */
    public DoubleRealFourierKernel() {}

    /**
     * Whether {@link #whole} is there for a length.
     *
     * @param n the length
     * @return true if it is
     */
    public boolean runsWhole(int n) {
        return false;
    }

    /**
     * The first {@code n/2 + 1} coefficients of a real vector at once, with the bits of the transform of half the length and
     * {@link #untangle}.
     *
     * @param n a length for which there is a kernel
     * @param x the vector
     * @param from its first element
     * @param rootsRe as for {@link #untangle}
     * @param rootsIm as for {@link #untangle}
     * @param factor as for {@link #untangle}
     * @param re gets the real parts
     * @param im gets the imaginary parts
     * @param to the first of both
     */
    public void whole(
            int n,
            double[] x,
            int from,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] re,
            double[] im,
            int to) {
        throw new UnsupportedOperationException("length " + n + " has no kernel of its own");
    }

    /**
     * From the transform {@code Z} of {@code x_(2j) + i x_(2j+1)}, of length {@code h}, to the first {@code h + 1} coefficients
     * of {@code x}, which may take its place: with {@code w = exp(-pi i / h)},
     *
     * <pre>    X_k = f/2 ((Z_k + conj Z_(h-k)) - i w^k (Z_k - conj Z_(h-k))),    k = 0 ... h,    Z_h = Z_0.</pre>
     *
     * @param zRe real parts of {@code Z}
     * @param zReOffset the first of them
     * @param zIm imaginary parts
     * @param zImOffset the first of them
     * @param h the length
     * @param rootsRe real parts of {@code w^k}, {@code k <= h/2} at least
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param re gets the real parts of {@code X}
     * @param im gets the imaginary parts
     * @param to the first of both
     */
    public final void untangle(
            double[] zRe,
            int zReOffset,
            double[] zIm,
            int zImOffset,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] re,
            double[] im,
            int to) {
        double a = zRe[zReOffset], b = zIm[zImOffset];
        double c = zRe[zReOffset + h / 2], d = zIm[zImOffset + h / 2];
        re[to] = (a + b) * factor;
        im[to] = 0;
        re[to + h] = (a - b) * factor;
        im[to + h] = 0;
        untanglePairs(zRe, zReOffset, zIm, zImOffset, h, rootsRe, rootsIm, factor, re, im, to, 1, h / 2 + 1);
        if (h % 2 == 0) {
            re[to + h / 2] = c * factor;
            im[to + h / 2] = -(d * factor);
        }
    }

    /**
     * The coefficients {@code k} and {@code h - k} of {@link #untangle} for {@code first <= k < past}. The one in the middle may
     * be asked for, so that vectors are filled, but is not to be had so where numbers overflow.
     *
     * @param zRe real parts of {@code Z}
     * @param zReOffset the first of them
     * @param zIm imaginary parts
     * @param zImOffset the first of them
     * @param h the length
     * @param rootsRe real parts of {@code w^k}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param re gets the real parts of {@code X}
     * @param im gets the imaginary parts
     * @param to the first of both
     * @param first the first {@code k}, positive
     * @param past one past the last, at most {@code h / 2 + 1}
     */
    public void untanglePairs(
            double[] zRe,
            int zReOffset,
            double[] zIm,
            int zImOffset,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] re,
            double[] im,
            int to,
            int first,
            int past) {
        double half = factor * 0.5;
        for (int k = first; k < past; k++) {
            double a = zRe[zReOffset + k], b = zIm[zImOffset + k];
            double c = zRe[zReOffset + h - k], d = zIm[zImOffset + h - k];
            double wr = rootsRe[k] * half, wi = rootsIm[k] * half;
            double evenRe = a + c, evenIm = b - d, oddRe = b + d, oddIm = c - a;
            double turnedRe = DoubleFused.fma(oddRe, wr, -(oddIm * wi));
            double turnedIm = DoubleFused.fma(oddRe, wi, oddIm * wr);
            re[to + k] = DoubleFused.fma(evenRe, half, turnedRe);
            im[to + k] = DoubleFused.fma(evenIm, half, turnedIm);
            re[to + h - k] = DoubleFused.fma(evenRe, half, -turnedRe);
            im[to + h - k] = DoubleFused.fma(evenIm, -half, turnedIm);
        }
    }

    /**
     * The way back: from the first {@code h + 1} coefficients of a real vector to the transform {@code Z} of {@code x_(2j) + i
     * x_(2j+1)}. The imaginary parts of {@code X_0} and {@code X_h} are taken for zero.
     *
     * <pre>    Z_k = f ((X_k + conj X_(h-k)) + i w^(-k) (X_k - conj X_(h-k))),    k = 0 ... h - 1.</pre>
     *
     * @param re real parts of {@code X}
     * @param im imaginary parts
     * @param from the first of both
     * @param h the length
     * @param rootsRe real parts of {@code w^k}, {@code k < h/2} at least
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param zRe gets the real parts of {@code Z}
     * @param zReOffset the first of them
     * @param zIm gets the imaginary parts
     * @param zImOffset the first of them
     */
    public final void tangle(
            double[] re,
            double[] im,
            int from,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] zRe,
            int zReOffset,
            double[] zIm,
            int zImOffset) {
        zRe[zReOffset] = (re[from] + re[from + h]) * factor;
        zIm[zImOffset] = (re[from] - re[from + h]) * factor;
        if (h % 2 == 0) {
            zRe[zReOffset + h / 2] = re[from + h / 2] * (2 * factor);
            zIm[zImOffset + h / 2] = -(im[from + h / 2] * (2 * factor));
        }
        tanglePairs(re, im, from, h, rootsRe, rootsIm, factor, zRe, zReOffset, zIm, zImOffset, 1, (h + 1) / 2);
    }

    /**
     * The numbers {@code k} and {@code h - k} of {@link #tangle} for {@code first <= k < past}.
     *
     * @param re real parts of {@code X}
     * @param im imaginary parts
     * @param from the first of both
     * @param h the length
     * @param rootsRe real parts of {@code w^k}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param zRe gets the real parts of {@code Z}
     * @param zReOffset the first of them
     * @param zIm gets the imaginary parts
     * @param zImOffset the first of them
     * @param first the first {@code k}, positive
     * @param past one past the last, at most {@code (h + 1) / 2}
     */
    public void tanglePairs(
            double[] re,
            double[] im,
            int from,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] zRe,
            int zReOffset,
            double[] zIm,
            int zImOffset,
            int first,
            int past) {
        for (int k = first; k < past; k++) {
            double a = re[from + k], b = im[from + k], c = re[from + h - k], d = im[from + h - k];
            double wr = rootsRe[k] * factor, wi = rootsIm[k] * factor;
            double evenRe = a + c, evenIm = b - d, oddRe = a - c, oddIm = b + d;
            // i conj(w) (oddRe + i oddIm)
            double turnedRe = DoubleFused.fma(oddRe, wi, -(oddIm * wr));
            double turnedIm = DoubleFused.fma(oddRe, wr, oddIm * wi);
            zRe[zReOffset + k] = DoubleFused.fma(evenRe, factor, turnedRe);
            zIm[zImOffset + k] = DoubleFused.fma(evenIm, factor, turnedIm);
            zRe[zReOffset + h - k] = DoubleFused.fma(evenRe, factor, -turnedRe);
            zIm[zImOffset + h - k] = DoubleFused.fma(evenIm, -factor, turnedIm);
        }
    }

    /**
     * Real transforms of odd length {@code r} of the columns of a matrix of {@code r} rows, and the factors that lead to the
     * transform of the matrix read row by row: with {@code w = exp(-2 pi i / (r m))}, {@code h = (r - 1)/2} and {@code j < m},
     *
     * <pre>
     *    sums_j = sum over i of x_(m i + j)
     *    t_(k-1, j) = w^(j k) sum over i of x_(m i + j) exp(-2 pi i k / r),    k = 1 ... h.</pre>
     *
     * @param x the matrix, row by row
     * @param from its first element
     * @param radix {@code r}
     * @param m the length of the rows
     * @param coefficients cosines and sines of {@code 2 pi i k / r} in turn, for {@code k = 1 ... h}, for {@code i = 1 ... h}
     * @param factorsRe real parts of {@code w^(j k)}, for {@code k = 1 ... h}, for all {@code j}
     * @param factorsIm imaginary parts
     * @param sums gets the sums
     * @param tRe gets the real parts of {@code t}, row by row
     * @param tIm gets the imaginary parts
     * @param first the first {@code j}
     * @param past one past the last
     */
    public void columns(
            double[] x,
            int from,
            int radix,
            int m,
            double[] coefficients,
            double[] factorsRe,
            double[] factorsIm,
            double[] sums,
            double[] tRe,
            double[] tIm,
            int first,
            int past) {
        int half = radix / 2;
        for (int j = first; j < past; j++) {
            double sum = x[from + j];
            for (int i = 1; i <= half; i++) {
                sum += x[from + i * m + j] + x[from + (radix - i) * m + j];
            }
            sums[j] = sum;
        }
        for (int k = 0; k < half; k++) {
            for (int j = first; j < past; j++) {
                double re = x[from + j], im = 0;
                for (int i = 1; i <= half; i++) {
                    int at = 2 * (k * half + i - 1);
                    double a = x[from + i * m + j], b = x[from + (radix - i) * m + j];
                    re = DoubleFused.fma(a + b, coefficients[at], re);
                    im = DoubleFused.fma(b - a, coefficients[at + 1], im);
                }
                double wr = factorsRe[k * m + j], wi = factorsIm[k * m + j];
                tRe[k * m + j] = DoubleFused.fma(re, wr, -(im * wi));
                tIm[k * m + j] = DoubleFused.fma(re, wi, im * wr);
            }
        }
    }

    /**
     * Real inverse transforms of odd length {@code r} to the columns of a matrix of {@code r} rows: with {@code h = (r - 1)/2},
     *
     * <pre>    x_(m i + j) = sums_j + 2 f Re sum over k = 1 ... h of t_(k-1, j) exp(2 pi i k / r).</pre>
     *
     * @param sums the first coefficients, which are real
     * @param tRe real parts of the other coefficients {@code t}, row by row
     * @param tIm imaginary parts
     * @param radix {@code r}
     * @param m the length of the rows
     * @param coefficients cosines and sines of {@code 2 pi i k / r} in turn, for {@code i = 1 ... h}, for {@code k = 1 ... h}
     * @param factor {@code f}
     * @param x gets the matrix, row by row
     * @param to its first element
     * @param first the first {@code j}
     * @param past one past the last
     */
    public void columnsBack(
            double[] sums,
            double[] tRe,
            double[] tIm,
            int radix,
            int m,
            double[] coefficients,
            double factor,
            double[] x,
            int to,
            int first,
            int past) {
        int half = radix / 2;
        double twice = 2 * factor;
        for (int j = first; j < past; j++) {
            double sum = 0;
            for (int k = 0; k < half; k++) {
                sum += tRe[k * m + j];
            }
            x[to + j] = DoubleFused.fma(sum, twice, sums[j]);
        }
        for (int i = 1; i <= half; i++) {
            for (int j = first; j < past; j++) {
                double even = 0, odd = 0;
                for (int k = 0; k < half; k++) {
                    int at = 2 * ((i - 1) * half + k);
                    even = DoubleFused.fma(tRe[k * m + j], coefficients[at], even);
                    odd = DoubleFused.fma(tIm[k * m + j], coefficients[at + 1], odd);
                }
                x[to + i * m + j] = DoubleFused.fma(even - odd, twice, sums[j]);
                x[to + (radix - i) * m + j] = DoubleFused.fma(even + odd, twice, sums[j]);
            }
        }
    }

    /**
     * From coefficients {@code k} of a real vector of length {@code n} to elements {@code k} and {@code n - k} of its Hartley
     * transform, {@code Re X_k - Im X_k} and {@code Re X_k + Im X_k}.
     *
     * @param re real parts of {@code X}
     * @param im imaginary parts
     * @param n the length
     * @param y gets the transform
     * @param to its first element
     * @param first the first {@code k}, positive
     * @param past one past the last, at most {@code (n + 1) / 2}
     */
    public void hartleyPairs(double[] re, double[] im, int n, double[] y, int to, int first, int past) {
        for (int k = first; k < past; k++) {
            y[to + k] = re[k] - im[k];
            y[to + n - k] = re[k] + im[k];
        }
    }
}
