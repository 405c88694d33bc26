package dev.lanewise.engine.scalar;

/**
 * {@link DoubleRealFourierKernel} for {@link DoubleColumnsKernel#COLUMNS} vectors side by side, to the same bits, in plain Java:
 * the contract that the SIMD kernel overrides. Nothing is checked here; input and output are different arrays.
 */
public class DoubleRealFourierColumns {
    private static final int COLUMNS = DoubleColumnsKernel.COLUMNS;

    /** Makes the kernel. */
    public DoubleRealFourierColumns() {}

    /**
     * {@link DoubleRealFourierKernel#untanglePairs}.
     *
     * @param zRe real parts of {@code Z}, row after row
     * @param zIm imaginary parts
     * @param h the length
     * @param rootsRe real parts of {@code w^k}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param re gets the real parts of {@code X}
     * @param im gets the imaginary parts
     * @param to the first of both
     * @param pitch from one row to the next in both
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
            int pitch) {
        double half = factor * 0.5;
        for (int k = 1; k < (h + 1) / 2; k++) {
            double wr = rootsRe[k] * half, wi = rootsIm[k] * half;
            int up = k * COLUMNS, down = (h - k) * COLUMNS;
            int upTo = to + k * pitch, downTo = to + (h - k) * pitch;
            for (int q = 0; q < COLUMNS; q++) {
                double a = zRe[up + q], b = zIm[up + q], c = zRe[down + q], d = zIm[down + q];
                double evenRe = a + c, evenIm = b - d, oddRe = b + d, oddIm = c - a;
                double turnedRe = DoubleFused.fma(oddRe, wr, -(oddIm * wi));
                double turnedIm = DoubleFused.fma(oddRe, wi, oddIm * wr);
                re[upTo + q] = DoubleFused.fma(evenRe, half, turnedRe);
                im[upTo + q] = DoubleFused.fma(evenIm, half, turnedIm);
                re[downTo + q] = DoubleFused.fma(evenRe, half, -turnedRe);
                im[downTo + q] = DoubleFused.fma(evenIm, -half, turnedIm);
            }
        }
    }

    /**
     * {@link DoubleRealFourierKernel#tanglePairs}.
     *
     * @param re real parts of {@code X}
     * @param im imaginary parts
     * @param from the first of both
     * @param pitch from one row to the next in both
     * @param h the length
     * @param rootsRe real parts of {@code w^k}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param zRe gets the real parts of {@code Z}, row after row
     * @param zIm gets the imaginary parts
     */
    public void tanglePairs(
            double[] re,
            double[] im,
            int from,
            int pitch,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double[] zRe,
            double[] zIm) {
        for (int k = 1; k < (h + 1) / 2; k++) {
            double wr = rootsRe[k] * factor, wi = rootsIm[k] * factor;
            int up = from + k * pitch, down = from + (h - k) * pitch;
            int upTo = k * COLUMNS, downTo = (h - k) * COLUMNS;
            for (int q = 0; q < COLUMNS; q++) {
                double a = re[up + q], b = im[up + q], c = re[down + q], d = im[down + q];
                double evenRe = a + c, evenIm = b - d, oddRe = a - c, oddIm = b + d;
                double turnedRe = DoubleFused.fma(oddRe, wi, -(oddIm * wr));
                double turnedIm = DoubleFused.fma(oddRe, wr, oddIm * wi);
                zRe[upTo + q] = DoubleFused.fma(evenRe, factor, turnedRe);
                zIm[upTo + q] = DoubleFused.fma(evenIm, factor, turnedIm);
                zRe[downTo + q] = DoubleFused.fma(evenRe, factor, -turnedRe);
                zIm[downTo + q] = DoubleFused.fma(evenIm, -factor, turnedIm);
            }
        }
    }

    /**
     * {@link DoubleRealFourierKernel#columns}.
     *
     * @param x the matrices, row by row
     * @param from their first elements
     * @param pitch from one element to the next
     * @param radix {@code r}
     * @param m the length of the rows
     * @param coefficients cosines and sines of {@code 2 pi i k / r} in turn
     * @param factorsRe real parts of {@code w^(j k)}
     * @param factorsIm imaginary parts
     * @param sums gets the sums
     * @param tRe gets the real parts of {@code t}
     * @param tIm gets the imaginary parts
     */
    public void columns(
            double[] x,
            int from,
            int pitch,
            int radix,
            int m,
            double[] coefficients,
            double[] factorsRe,
            double[] factorsIm,
            double[] sums,
            double[] tRe,
            double[] tIm) {
        int half = radix / 2;
        for (int j = 0; j < m; j++) {
            int first = from + j * pitch, at = j * COLUMNS;
            for (int q = 0; q < COLUMNS; q++) {
                double sum = x[first + q];
                for (int i = 1; i <= half; i++) {
                    sum += x[first + i * m * pitch + q] + x[first + (radix - i) * m * pitch + q];
                }
                sums[at + q] = sum;
            }
        }
        for (int k = 0; k < half; k++) {
            for (int j = 0; j < m; j++) {
                double wr = factorsRe[k * m + j], wi = factorsIm[k * m + j];
                int first = from + j * pitch, at = (k * m + j) * COLUMNS;
                for (int q = 0; q < COLUMNS; q++) {
                    double re = x[first + q], im = 0;
                    for (int i = 1; i <= half; i++) {
                        int of = 2 * (k * half + i - 1);
                        double a = x[first + i * m * pitch + q], b = x[first + (radix - i) * m * pitch + q];
                        re = DoubleFused.fma(a + b, coefficients[of], re);
                        im = DoubleFused.fma(b - a, coefficients[of + 1], im);
                    }
                    tRe[at + q] = DoubleFused.fma(re, wr, -(im * wi));
                    tIm[at + q] = DoubleFused.fma(re, wi, im * wr);
                }
            }
        }
    }

    /**
     * {@link DoubleRealFourierKernel#columnsBack}.
     *
     * @param sums the first coefficients, which are real
     * @param tRe real parts of the other coefficients {@code t}
     * @param tIm imaginary parts
     * @param radix {@code r}
     * @param m the length of the rows
     * @param coefficients cosines and sines of {@code 2 pi i k / r} in turn
     * @param factor {@code f}
     * @param x gets the matrices, row by row
     * @param to their first elements
     * @param pitch from one element to the next
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
            int pitch) {
        int half = radix / 2;
        double twice = 2 * factor;
        for (int j = 0; j < m; j++) {
            int first = to + j * pitch, at = j * COLUMNS;
            for (int q = 0; q < COLUMNS; q++) {
                double sum = 0;
                for (int k = 0; k < half; k++) {
                    sum += tRe[at + k * m * COLUMNS + q];
                }
                x[first + q] = DoubleFused.fma(sum, twice, sums[at + q]);
            }
        }
        for (int i = 1; i <= half; i++) {
            for (int j = 0; j < m; j++) {
                int at = j * COLUMNS;
                int up = to + (i * m + j) * pitch, down = to + ((radix - i) * m + j) * pitch;
                for (int q = 0; q < COLUMNS; q++) {
                    double even = 0, odd = 0;
                    for (int k = 0; k < half; k++) {
                        int of = 2 * ((i - 1) * half + k);
                        even = DoubleFused.fma(tRe[at + k * m * COLUMNS + q], coefficients[of], even);
                        odd = DoubleFused.fma(tIm[at + k * m * COLUMNS + q], coefficients[of + 1], odd);
                    }
                    x[up + q] = DoubleFused.fma(even - odd, twice, sums[at + q]);
                    x[down + q] = DoubleFused.fma(even + odd, twice, sums[at + q]);
                }
            }
        }
    }

    /**
     * The product of each row of complex numbers with one, in place.
     *
     * @param re real parts, row after row
     * @param im imaginary parts
     * @param factorsRe real parts of the factors
     * @param factorsIm imaginary parts
     * @param rows how many
     */
    public void multiply(double[] re, double[] im, double[] factorsRe, double[] factorsIm, int rows) {
        for (int i = 0; i < rows; i++) {
            double wr = factorsRe[i], wi = factorsIm[i];
            for (int at = i * COLUMNS; at < (i + 1) * COLUMNS; at++) {
                double a = re[at], b = im[at];
                re[at] = DoubleFused.fma(a, wr, -(b * wi));
                im[at] = DoubleFused.fma(a, wi, b * wr);
            }
        }
    }
}
