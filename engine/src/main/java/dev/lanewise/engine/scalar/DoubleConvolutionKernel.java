package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

/**
 * The arithmetic of convolutions in plain Java: the contract that the SIMD kernel overrides.
 *
 * <p>What fixes the bits: a direct sum starts from zero, or from what is there, and takes the taps in their order, each fused;
 * of a complex product the second multiplication of each part is rounded and the first one fused with it. Nothing is checked
 * here.
 */
public class DoubleConvolutionKernel {
    /** Makes the kernel. */
    public DoubleConvolutionKernel() {}

    /**
     * Direct sums, {@code y_i = sum over j of taps_j x_(i+j)}, for all {@code i < length}.
     *
     * @param x the signal, {@code length + count - 1} elements
     * @param xOffset the first of them
     * @param taps the taps
     * @param tapsOffset the first of them
     * @param count how many, at least 1
     * @param y gets the sums, or what is there and the sums; not {@code x}, or apart from what is read of it
     * @param yOffset the first of them
     * @param length how many
     * @param onto whether they start from what is there
     */
    public void slide(
            double[] x,
            int xOffset,
            double[] taps,
            int tapsOffset,
            int count,
            double[] y,
            int yOffset,
            int length,
            boolean onto) {
        for (int i = 0; i < length; i++) {
            double sum = onto ? y[yOffset + i] : 0;
            for (int j = 0; j < count; j++) {
                sum = fma(taps[tapsOffset + j], x[xOffset + i + j], sum);
            }
            y[yOffset + i] = sum;
        }
    }

    /**
     * Products of complex numbers, {@code x = x .* factors}.
     *
     * @param re real parts of {@code x}
     * @param reOffset the first of them
     * @param im imaginary parts of {@code x}
     * @param imOffset the first of them
     * @param factorsRe real parts of the factors
     * @param factorsIm imaginary parts of the factors
     * @param factorsOffset the first of both
     * @param length how many
     */
    public void multiply(
            double[] re,
            int reOffset,
            double[] im,
            int imOffset,
            double[] factorsRe,
            double[] factorsIm,
            int factorsOffset,
            int length) {
        for (int i = 0; i < length; i++) {
            double a = re[reOffset + i];
            double b = im[imOffset + i];
            double c = factorsRe[factorsOffset + i];
            double d = factorsIm[factorsOffset + i];
            re[reOffset + i] = fma(a, c, -(b * d));
            im[imOffset + i] = fma(a, d, b * c);
        }
    }

    /**
     * Products of complex numbers and conjugates, {@code x = x .* conj(factors)}.
     *
     * @param re real parts of {@code x}
     * @param reOffset the first of them
     * @param im imaginary parts of {@code x}
     * @param imOffset the first of them
     * @param factorsRe real parts of the factors
     * @param factorsIm imaginary parts of the factors
     * @param factorsOffset the first of both
     * @param length how many
     */
    public void multiplyConjugate(
            double[] re,
            int reOffset,
            double[] im,
            int imOffset,
            double[] factorsRe,
            double[] factorsIm,
            int factorsOffset,
            int length) {
        for (int i = 0; i < length; i++) {
            double a = re[reOffset + i];
            double b = im[imOffset + i];
            double c = factorsRe[factorsOffset + i];
            double d = factorsIm[factorsOffset + i];
            re[reOffset + i] = fma(a, c, b * d);
            im[imOffset + i] = fma(-a, d, b * c);
        }
    }
}
