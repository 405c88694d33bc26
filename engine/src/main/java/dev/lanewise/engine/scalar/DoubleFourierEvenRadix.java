package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFourierKernel.product;
import static dev.lanewise.engine.scalar.DoubleFused.fma;

import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * {@link DoubleFourierKernel#butterflies} of the radices 2, 4 and 8: one loop over the numbers of all rows, for rows of any
 * length, in which each output is multiplied by its factor on the way to memory.
 */
final class DoubleFourierEvenRadix {
    private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

    /** Rows from here on have a loop of their own, two numbers at a time, so that an address serves for both. */
    private static final int LONG_ROW = 64;

    private DoubleFourierEvenRadix() {}

    static void radix2(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            int srcStep,
            int srcPitch,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int dstStep,
            int dstPitch,
            int rows,
            int length,
            double[] factors,
            int at,
            int factorsPitch) {
        for (int e = 0, k = 0, w = at, q = 0, count = rows * length; count > 0; count--, e++, k++) {
            double x0r = xr[fr + e], x1r = xr[fr + e + srcStep];
            double x0i = xi[fi + e], x1i = xi[fi + e + srcStep];
            double y1r = x0r - x1r, y1i = x0i - x1i;
            yr[tr + k] = x0r + x1r;
            yi[ti + k] = x0i + x1i;
            if (factors == null) {
                yr[tr + k + dstStep] = y1r;
                yi[ti + k + dstStep] = y1i;
            } else {
                product(y1r, y1i, factors, w, yr, tr + k + dstStep, yi, ti + k + dstStep);
            }
            if (++q == length) {
                q = 0;
                e += srcPitch - length;
                k += dstPitch - length;
                w += factorsPitch;
            }
        }
    }

    static void radix4(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            int srcStep,
            int srcPitch,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int dstStep,
            int dstPitch,
            int rows,
            int length,
            double[] factors,
            int at,
            int factorsPitch) {
        if (length >= LONG_ROW) {
            for (int row = 0; row < rows; row++) {
                int f = fr + srcPitch * row, g = fi + srcPitch * row, i = tr + dstPitch * row, j = ti + dstPitch * row;
                if (factors == null) {
                    last4(xr, f, xi, g, srcStep, yr, i, yi, j, dstStep, length);
                } else {
                    row4(xr, f, xi, g, srcStep, yr, i, yi, j, dstStep, length, factors, at + factorsPitch * row);
                }
            }
            return;
        }
        for (int e = 0, k = 0, w = at, q = 0, count = rows * length; count > 0; count--, e++, k++) {
            int f = fr + e, g = fi + e, i = tr + k, j = ti + k;
            double x0r = xr[f], x1r = xr[f + srcStep], x2r = xr[f + 2 * srcStep], x3r = xr[f + 3 * srcStep];
            double x0i = xi[g], x1i = xi[g + srcStep], x2i = xi[g + 2 * srcStep], x3i = xi[g + 3 * srcStep];
            double a0r = x0r + x2r, a2r = x0r - x2r, a1r = x1r + x3r, a3r = x1r - x3r;
            double a0i = x0i + x2i, a2i = x0i - x2i, a1i = x1i + x3i, a3i = x1i - x3i;
            double y1r = a2r + a3i, y1i = a2i - a3r, y3r = a2r - a3i, y3i = a2i + a3r;
            double y2r = a0r - a1r, y2i = a0i - a1i;
            yr[i] = a0r + a1r;
            yi[j] = a0i + a1i;
            if (factors == null) {
                yr[i + dstStep] = y1r;
                yi[j + dstStep] = y1i;
                yr[i + 2 * dstStep] = y2r;
                yi[j + 2 * dstStep] = y2i;
                yr[i + 3 * dstStep] = y3r;
                yi[j + 3 * dstStep] = y3i;
            } else {
                product(y1r, y1i, factors, w, yr, i + dstStep, yi, j + dstStep);
                product(y2r, y2i, factors, w + 2, yr, i + 2 * dstStep, yi, j + 2 * dstStep);
                product(y3r, y3i, factors, w + 4, yr, i + 3 * dstStep, yi, j + 3 * dstStep);
            }
            if (++q == length) {
                q = 0;
                e += srcPitch - length;
                k += dstPitch - length;
                w += factorsPitch;
            }
        }
    }

    /** A row with its factors. */
    private static void row4(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            int srcStep,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int dstStep,
            int length,
            double[] factors,
            int at) {
        double w1r = factors[at], w1i = factors[at + 1];
        double w2r = factors[at + 2], w2i = factors[at + 3];
        double w3r = factors[at + 4], w3i = factors[at + 5];
        for (int q = 0; q < length - 1; q += 2) {
            int f = fr + q, g = fi + q, i = tr + q, j = ti + q;
            double x0r = xr[f], x1r = xr[f + srcStep], x2r = xr[f + 2 * srcStep], x3r = xr[f + 3 * srcStep];
            double x0i = xi[g], x1i = xi[g + srcStep], x2i = xi[g + 2 * srcStep], x3i = xi[g + 3 * srcStep];
            double a0r = x0r + x2r, a2r = x0r - x2r, a1r = x1r + x3r, a3r = x1r - x3r;
            double a0i = x0i + x2i, a2i = x0i - x2i, a1i = x1i + x3i, a3i = x1i - x3i;
            double v0r = xr[f + 1],
                    v1r = xr[f + srcStep + 1],
                    v2r = xr[f + 2 * srcStep + 1],
                    v3r = xr[f + 3 * srcStep + 1];
            double v0i = xi[g + 1],
                    v1i = xi[g + srcStep + 1],
                    v2i = xi[g + 2 * srcStep + 1],
                    v3i = xi[g + 3 * srcStep + 1];
            double b0r = v0r + v2r, b2r = v0r - v2r, b1r = v1r + v3r, b3r = v1r - v3r;
            double b0i = v0i + v2i, b2i = v0i - v2i, b1i = v1i + v3i, b3i = v1i - v3i;
            yr[i] = a0r + a1r;
            yi[j] = a0i + a1i;
            yr[i + 1] = b0r + b1r;
            yi[j + 1] = b0i + b1i;
            product(a2r + a3i, a2i - a3r, w1r, w1i, yr, i + dstStep, yi, j + dstStep);
            product(b2r + b3i, b2i - b3r, w1r, w1i, yr, i + dstStep + 1, yi, j + dstStep + 1);
            product(a0r - a1r, a0i - a1i, w2r, w2i, yr, i + 2 * dstStep, yi, j + 2 * dstStep);
            product(b0r - b1r, b0i - b1i, w2r, w2i, yr, i + 2 * dstStep + 1, yi, j + 2 * dstStep + 1);
            product(a2r - a3i, a2i + a3r, w3r, w3i, yr, i + 3 * dstStep, yi, j + 3 * dstStep);
            product(b2r - b3i, b2i + b3r, w3r, w3i, yr, i + 3 * dstStep + 1, yi, j + 3 * dstStep + 1);
        }
        if (length % 2 == 1) {
            int q = length - 2; // the last pair overlaps the one before
            row4(xr, fr + q, xi, fi + q, srcStep, yr, tr + q, yi, ti + q, dstStep, 2, factors, at);
        }
    }

    /** A row without factors. */
    private static void last4(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            int srcStep,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int dstStep,
            int length) {
        for (int q = 0; q < length - 1; q += 2) {
            int f = fr + q, g = fi + q, i = tr + q, j = ti + q;
            double x0r = xr[f], x1r = xr[f + srcStep], x2r = xr[f + 2 * srcStep], x3r = xr[f + 3 * srcStep];
            double x0i = xi[g], x1i = xi[g + srcStep], x2i = xi[g + 2 * srcStep], x3i = xi[g + 3 * srcStep];
            double a0r = x0r + x2r, a2r = x0r - x2r, a1r = x1r + x3r, a3r = x1r - x3r;
            double a0i = x0i + x2i, a2i = x0i - x2i, a1i = x1i + x3i, a3i = x1i - x3i;
            double v0r = xr[f + 1],
                    v1r = xr[f + srcStep + 1],
                    v2r = xr[f + 2 * srcStep + 1],
                    v3r = xr[f + 3 * srcStep + 1];
            double v0i = xi[g + 1],
                    v1i = xi[g + srcStep + 1],
                    v2i = xi[g + 2 * srcStep + 1],
                    v3i = xi[g + 3 * srcStep + 1];
            double b0r = v0r + v2r, b2r = v0r - v2r, b1r = v1r + v3r, b3r = v1r - v3r;
            double b0i = v0i + v2i, b2i = v0i - v2i, b1i = v1i + v3i, b3i = v1i - v3i;
            yr[i] = a0r + a1r;
            yi[j] = a0i + a1i;
            yr[i + 1] = b0r + b1r;
            yi[j + 1] = b0i + b1i;
            yr[i + dstStep] = a2r + a3i;
            yi[j + dstStep] = a2i - a3r;
            yr[i + dstStep + 1] = b2r + b3i;
            yi[j + dstStep + 1] = b2i - b3r;
            yr[i + 2 * dstStep] = a0r - a1r;
            yi[j + 2 * dstStep] = a0i - a1i;
            yr[i + 2 * dstStep + 1] = b0r - b1r;
            yi[j + 2 * dstStep + 1] = b0i - b1i;
            yr[i + 3 * dstStep] = a2r - a3i;
            yi[j + 3 * dstStep] = a2i + a3r;
            yr[i + 3 * dstStep + 1] = b2r - b3i;
            yi[j + 3 * dstStep + 1] = b2i + b3r;
        }
        if (length % 2 == 1) {
            int q = length - 2; // the last pair overlaps the one before
            last4(xr, fr + q, xi, fi + q, srcStep, yr, tr + q, yi, ti + q, dstStep, 2);
        }
    }

    static void radix8(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            int srcStep,
            int srcPitch,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int dstStep,
            int dstPitch,
            int rows,
            int length,
            double[] factors,
            int at,
            int factorsPitch) {
        for (int e = 0, k = 0, w = at, q = 0, count = rows * length; count > 0; count--, e++, k++) {
            int f = fr + e, g = fi + e, i = tr + k, j = ti + k;
            double x0r = xr[f], x1r = xr[f + srcStep], x2r = xr[f + 2 * srcStep], x3r = xr[f + 3 * srcStep];
            double x4r = xr[f + 4 * srcStep],
                    x5r = xr[f + 5 * srcStep],
                    x6r = xr[f + 6 * srcStep],
                    x7r = xr[f + 7 * srcStep];
            double x0i = xi[g], x1i = xi[g + srcStep], x2i = xi[g + 2 * srcStep], x3i = xi[g + 3 * srcStep];
            double x4i = xi[g + 4 * srcStep],
                    x5i = xi[g + 5 * srcStep],
                    x6i = xi[g + 6 * srcStep],
                    x7i = xi[g + 7 * srcStep];
            double a0r = x0r + x4r, a4r = x0r - x4r, a1r = x1r + x5r, a5r = x1r - x5r;
            double a2r = x2r + x6r, a6r = x2r - x6r, a3r = x3r + x7r, a7r = x3r - x7r;
            double a0i = x0i + x4i, a4i = x0i - x4i, a1i = x1i + x5i, a5i = x1i - x5i;
            double a2i = x2i + x6i, a6i = x2i - x6i, a3i = x3i + x7i, a7i = x3i - x7i;
            double b0r = a0r + a2r, b2r = a0r - a2r, b1r = a1r + a3r, b3r = a1r - a3r;
            double b0i = a0i + a2i, b2i = a0i - a2i, b1i = a1i + a3i, b3i = a1i - a3i;
            double b4r = a4r + a6i, b4i = a4i - a6r, b6r = a4r - a6i, b6i = a4i + a6r;
            double c5r = a5r + a5i, c5i = a5i - a5r, c7r = a7i - a7r, c7i = a7i + a7r;
            double b5r = c5r + c7r, b5i = c5i - c7i, b7r = c5r - c7r, b7i = c5i + c7i;
            double y1r = fma(b5r, SQRT_HALF, b4r), y1i = fma(b5i, SQRT_HALF, b4i);
            double y2r = b2r + b3i, y2i = b2i - b3r;
            double y3r = fma(b7i, SQRT_HALF, b6r), y3i = fma(b7r, -SQRT_HALF, b6i);
            double y4r = b0r - b1r, y4i = b0i - b1i;
            double y5r = fma(b5r, -SQRT_HALF, b4r), y5i = fma(b5i, -SQRT_HALF, b4i);
            double y6r = b2r - b3i, y6i = b2i + b3r;
            double y7r = fma(b7i, -SQRT_HALF, b6r), y7i = fma(b7r, SQRT_HALF, b6i);
            yr[i] = b0r + b1r;
            yi[j] = b0i + b1i;
            if (factors == null) {
                yr[i + dstStep] = y1r;
                yi[j + dstStep] = y1i;
                yr[i + 2 * dstStep] = y2r;
                yi[j + 2 * dstStep] = y2i;
                yr[i + 3 * dstStep] = y3r;
                yi[j + 3 * dstStep] = y3i;
                yr[i + 4 * dstStep] = y4r;
                yi[j + 4 * dstStep] = y4i;
                yr[i + 5 * dstStep] = y5r;
                yi[j + 5 * dstStep] = y5i;
                yr[i + 6 * dstStep] = y6r;
                yi[j + 6 * dstStep] = y6i;
                yr[i + 7 * dstStep] = y7r;
                yi[j + 7 * dstStep] = y7i;
            } else {
                product(y1r, y1i, factors, w, yr, i + dstStep, yi, j + dstStep);
                product(y2r, y2i, factors, w + 2, yr, i + 2 * dstStep, yi, j + 2 * dstStep);
                product(y3r, y3i, factors, w + 4, yr, i + 3 * dstStep, yi, j + 3 * dstStep);
                product(y4r, y4i, factors, w + 6, yr, i + 4 * dstStep, yi, j + 4 * dstStep);
                product(y5r, y5i, factors, w + 8, yr, i + 5 * dstStep, yi, j + 5 * dstStep);
                product(y6r, y6i, factors, w + 10, yr, i + 6 * dstStep, yi, j + 6 * dstStep);
                product(y7r, y7i, factors, w + 12, yr, i + 7 * dstStep, yi, j + 7 * dstStep);
            }
            if (++q == length) {
                q = 0;
                e += srcPitch - length;
                k += dstPitch - length;
                w += factorsPitch;
            }
        }
    }
}
