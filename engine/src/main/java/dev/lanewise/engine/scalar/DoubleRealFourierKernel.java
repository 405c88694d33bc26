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
     * From the transform {@code Z} of {@code x_(2j) + i x_(2j+1)}, of length {@code h}, to the first {@code h + 1} coefficients
     * of {@code x}: with {@code w = exp(-pi i / h)},
     *
     * <pre>    X_k = f/2 ((Z_k + conj Z_(h-k)) - i w^k (Z_k - conj Z_(h-k))),    k = 0 ... h,    Z_h = Z_0.</pre>
     *
     * @param zRe real parts of {@code Z}
     * @param zIm imaginary parts
     * @param h the length
     * @param rootsRe real parts of {@code w^k}, {@code k < h/2} at least
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param re gets the real parts of {@code X}
     * @param im gets the imaginary parts
     * @param to the first of both
     */
    public final void untangle(
            double[] zRe,
            double[] zIm,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] re,
            double[] im,
            int to) {
        re[to] = (zRe[0] + zIm[0]) * factor;
        im[to] = 0;
        re[to + h] = (zRe[0] - zIm[0]) * factor;
        im[to + h] = 0;
        if (h % 2 == 0) {
            re[to + h / 2] = zRe[h / 2] * factor;
            im[to + h / 2] = -(zIm[h / 2] * factor);
        }
        untanglePairs(zRe, zIm, h, rootsRe, rootsIm, factor, re, im, to, 1, (h + 1) / 2);
    }

    /**
     * The coefficients {@code k} and {@code h - k} of {@link #untangle} for {@code first <= k < past}.
     *
     * @param zRe real parts of {@code Z}
     * @param zIm imaginary parts
     * @param h the length
     * @param rootsRe real parts of {@code w^k}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param re gets the real parts of {@code X}
     * @param im gets the imaginary parts
     * @param to the first of both
     * @param first the first {@code k}, positive
     * @param past one past the last, at most {@code (h + 1) / 2}
     */
    public void untanglePairs(
            double[] zRe,
            double[] zIm,
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
            double a = zRe[k], b = zIm[k], c = zRe[h - k], d = zIm[h - k];
            double wr = rootsRe[k] * half, wi = rootsIm[k] * half;
            double evenRe = a + c, evenIm = b - d, oddRe = b + d, oddIm = c - a;
            double turnedRe = DoubleFourierKernel.fma(oddRe, wr, -(oddIm * wi));
            double turnedIm = DoubleFourierKernel.fma(oddRe, wi, oddIm * wr);
            re[to + k] = DoubleFourierKernel.fma(evenRe, half, turnedRe);
            im[to + k] = DoubleFourierKernel.fma(evenIm, half, turnedIm);
            re[to + h - k] = DoubleFourierKernel.fma(evenRe, half, -turnedRe);
            im[to + h - k] = DoubleFourierKernel.fma(evenIm, -half, turnedIm);
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
     * @param zIm gets the imaginary parts
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
            double[] zIm) {
        zRe[0] = (re[from] + re[from + h]) * factor;
        zIm[0] = (re[from] - re[from + h]) * factor;
        if (h % 2 == 0) {
            zRe[h / 2] = re[from + h / 2] * (2 * factor);
            zIm[h / 2] = -(im[from + h / 2] * (2 * factor));
        }
        tanglePairs(re, im, from, h, rootsRe, rootsIm, factor, zRe, zIm, 1, (h + 1) / 2);
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
     * @param zIm gets the imaginary parts
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
            double[] zIm,
            int first,
            int past) {
        for (int k = first; k < past; k++) {
            double a = re[from + k], b = im[from + k], c = re[from + h - k], d = im[from + h - k];
            double wr = rootsRe[k] * factor, wi = rootsIm[k] * factor;
            double evenRe = a + c, evenIm = b - d, oddRe = a - c, oddIm = b + d;
            // i conj(w) (oddRe + i oddIm)
            double turnedRe = DoubleFourierKernel.fma(oddRe, wi, -(oddIm * wr));
            double turnedIm = DoubleFourierKernel.fma(oddRe, wr, oddIm * wi);
            zRe[k] = DoubleFourierKernel.fma(evenRe, factor, turnedRe);
            zIm[k] = DoubleFourierKernel.fma(evenIm, factor, turnedIm);
            zRe[h - k] = DoubleFourierKernel.fma(evenRe, factor, -turnedRe);
            zIm[h - k] = DoubleFourierKernel.fma(evenIm, -factor, turnedIm);
        }
    }
}
