package dev.lanewise.engine.scalar;

import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * {@link DoubleTrigonometricKernel} for {@link DoubleColumnsKernel#COLUMNS} vectors side by side, to the same bits, in plain Java:
 * the contract that the SIMD kernel overrides. Nothing is checked here; input and output are different arrays.
 */
public class DoubleTrigonometricColumns {
    private static final int COLUMNS = DoubleColumnsKernel.COLUMNS;
    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

    /** Makes the kernel. */
    public DoubleTrigonometricColumns() {}

    /**
     * {@link DoubleTrigonometricKernel#rotate}.
     *
     * @param zRe real parts of {@code Z}, row after row
     * @param zIm imaginary parts
     * @param h their number
     * @param roots {@code a} and {@code b}
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param y gets the coefficients
     * @param to the place of {@code y_0}
     * @param pitch from one row to the next
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
            int pitch) {
        int step = h / 2 + 1;
        double mirrored = -sign * factor;
        double turned = factor * SQRT_HALF, turnedMirrored = sign * turned;
        for (int k = 1; k < (h + 1) / 2; k++) {
            double ar = roots[k], ai = roots[step + k], br = roots[2 * step + k], bi = roots[3 * step + k];
            int low = k * COLUMNS, high = (h - k) * COLUMNS;
            int direct = to + k * pitch, mirror = to + (2 * h - k) * pitch;
            int down = to + (h - k) * pitch, up = to + (h + k) * pitch;
            for (int q = 0; q < COLUMNS; q++) {
                double a = zRe[low + q], b = zIm[low + q], c = zRe[high + q], d = zIm[high + q];
                double evenRe = a + c, evenIm = b - d, oddRe = b + d, oddIm = c - a;
                double eRe = DoubleFused.fma(evenRe, ar, -(evenIm * ai));
                double eIm = DoubleFused.fma(evenRe, ai, evenIm * ar);
                double oRe = DoubleFused.fma(oddRe, br, -(oddIm * bi));
                double oIm = DoubleFused.fma(oddRe, bi, oddIm * br);
                double gRe = eRe - oRe, gIm = eIm - oIm;
                y[direct + q] = (eRe + oRe) * factor;
                y[mirror + q] = (eIm + oIm) * mirrored;
                y[down + q] = (gRe - gIm) * turnedMirrored;
                y[up + q] = (gRe + gIm) * turned;
            }
        }
    }

    /**
     * {@link DoubleTrigonometricKernel#unrotate}.
     *
     * @param y the coefficients
     * @param from the place of {@code y_0}
     * @param pitch from one row to the next
     * @param h a quarter of a turn in them
     * @param roots as for {@link #rotate}
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param zRe gets the real parts of {@code Z}, row after row
     * @param zIm gets the imaginary parts
     */
    public void unrotate(
            double[] y,
            int from,
            int pitch,
            int h,
            double[] roots,
            double factor,
            double sign,
            double[] zRe,
            double[] zIm) {
        int step = h / 2 + 1;
        double mirrored = -sign * factor, turned = factor * SQRT_HALF;
        for (int k = 1; k < (h + 1) / 2; k++) {
            double ar = roots[k], ai = roots[step + k], br = roots[2 * step + k], bi = roots[3 * step + k];
            int direct = from + k * pitch, mirror = from + (2 * h - k) * pitch;
            int below = from + (h - k) * pitch, above = from + (h + k) * pitch;
            int lowTo = k * COLUMNS, highTo = (h - k) * COLUMNS;
            for (int q = 0; q < COLUMNS; q++) {
                double low = y[direct + q], high = y[mirror + q], up = y[above + q], down = y[below + q] * sign;
                double dRe = (up + down) * turned, dIm = (up - down) * turned;
                double sumRe = DoubleFused.fma(low, factor, dRe);
                double sumIm = DoubleFused.fma(high, mirrored, dIm);
                double differenceRe = DoubleFused.fma(low, factor, -dRe);
                double differenceIm = DoubleFused.fma(high, mirrored, -dIm);
                double pRe = DoubleFused.fma(sumRe, ar, sumIm * ai);
                double pIm = DoubleFused.fma(sumIm, ar, -(sumRe * ai));
                double qRe = DoubleFused.fma(differenceRe, br, differenceIm * bi);
                double qIm = DoubleFused.fma(differenceIm, br, -(differenceRe * bi));
                zRe[lowTo + q] = pRe - qIm;
                zIm[lowTo + q] = pIm + qRe;
                zRe[highTo + q] = pRe + qIm;
                zIm[highTo + q] = qRe - pIm;
            }
        }
    }

    /**
     * {@link DoubleTrigonometricKernel#fold}.
     *
     * @param x the signals
     * @param from their first elements
     * @param pitch from one row to the next
     * @param h half their length
     * @param rootsRe real parts of {@code a}
     * @param rootsIm imaginary parts
     * @param sign 1 or -1
     * @param tRe gets the real parts of {@code t}, row after row
     * @param tIm gets the imaginary parts
     */
    public void fold(
            double[] x,
            int from,
            int pitch,
            int h,
            double[] rootsRe,
            double[] rootsIm,
            double sign,
            double[] tRe,
            double[] tIm) {
        for (int j = 0; j < h; j++) {
            double ar = rootsRe[j], ai = rootsIm[j];
            int up = from + 2 * j * pitch, down = from + (2 * h - 1 - 2 * j) * pitch, at = j * COLUMNS;
            for (int q = 0; q < COLUMNS; q++) {
                double re = x[up + q], im = x[down + q] * sign;
                tRe[at + q] = DoubleFused.fma(re, ar, -(im * ai));
                tIm[at + q] = DoubleFused.fma(re, ai, im * ar);
            }
        }
    }

    /**
     * {@link DoubleTrigonometricKernel#unfold}.
     *
     * @param tRe real parts of {@code T}, row after row
     * @param tIm imaginary parts
     * @param h their number
     * @param rootsRe real parts of {@code a}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param y gets the coefficients
     * @param to the first of them
     * @param pitch from one row to the next
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
            int pitch) {
        double mirrored = -sign * factor;
        for (int k = 0; k < h; k++) {
            double ar = rootsRe[k], ai = rootsIm[k];
            int up = to + 2 * k * pitch, down = to + (2 * h - 1 - 2 * k) * pitch, at = k * COLUMNS;
            for (int q = 0; q < COLUMNS; q++) {
                double re = tRe[at + q], im = tIm[at + q];
                y[up + q] = DoubleFused.fma(re, ar, -(im * ai)) * factor;
                y[down + q] = DoubleFused.fma(re, ai, im * ar) * mirrored;
            }
        }
    }

    /**
     * {@link DoubleTrigonometricKernel#turn}.
     *
     * @param re real parts of {@code V}, row after row
     * @param im imaginary parts
     * @param n the length
     * @param rootsRe real parts of {@code a}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param y gets the coefficients
     * @param to the place of {@code y_0}
     * @param pitch from one row to the next
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
            int pitch) {
        double mirrored = -sign * factor;
        for (int k = 1; k < (n + 1) / 2; k++) {
            double ar = rootsRe[k], ai = rootsIm[k];
            int at = k * COLUMNS, up = to + k * pitch, down = to + (n - k) * pitch;
            for (int q = 0; q < COLUMNS; q++) {
                double a = re[at + q], b = im[at + q];
                y[up + q] = DoubleFused.fma(a, ar, -(b * ai)) * factor;
                y[down + q] = DoubleFused.fma(a, ai, b * ar) * mirrored;
            }
        }
    }

    /**
     * {@link DoubleTrigonometricKernel#unturn}.
     *
     * @param y the coefficients
     * @param from the place of {@code y_0}
     * @param pitch from one row to the next
     * @param n the length
     * @param rootsRe real parts of {@code a}
     * @param rootsIm imaginary parts
     * @param factor {@code f}
     * @param sign 1 or -1
     * @param re gets the real parts of {@code V}, row after row
     * @param im gets the imaginary parts
     */
    public void unturn(
            double[] y,
            int from,
            int pitch,
            int n,
            double[] rootsRe,
            double[] rootsIm,
            double factor,
            double sign,
            double[] re,
            double[] im) {
        double mirrored = -sign * factor;
        for (int k = 1; k < (n + 1) / 2; k++) {
            double ar = rootsRe[k], ai = rootsIm[k];
            int at = k * COLUMNS, up = from + k * pitch, down = from + (n - k) * pitch;
            for (int q = 0; q < COLUMNS; q++) {
                double low = y[up + q] * factor, high = y[down + q] * mirrored;
                re[at + q] = DoubleFused.fma(low, ar, high * ai);
                im[at + q] = DoubleFused.fma(high, ar, -(low * ai));
            }
        }
    }
}
