package dev.lanewise.engine.scalar;

import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * Butterflies of an odd radix {@code r}. With the sums {@code u_j = x_j + x_(r-j)} and the differences {@code v_j = x_j -
 * x_(r-j)}, for {@code k = 1 ... (r-1)/2},
 *
 * <pre>    y_k, y_(r-k) = (x_0 + sum over j of cos(2 pi j k / r) u_j) -+ i (sum over j of sin(2 pi j k / r) v_j),</pre>
 *
 * <p>the sums taken in ascending order of {@code j}, each term but the first sine fused to those before it.
 */
final class DoubleFourierOddRadix {
    private static final double[][] COEFFICIENTS = new double[DoubleFourierKernel.LARGEST_RADIX + 1][];

    private static final double COS_3_1 = RootsOfUnity.doubleReal(1, 3);
    private static final double SIN_3_1 = RootsOfUnity.doubleImaginary(1, 3);
    private static final double COS_5_1 = RootsOfUnity.doubleReal(1, 5);
    private static final double COS_5_2 = RootsOfUnity.doubleReal(2, 5);
    private static final double SIN_5_1 = RootsOfUnity.doubleImaginary(1, 5);
    private static final double SIN_5_2 = RootsOfUnity.doubleImaginary(2, 5);

    static {
        for (int radix = 3; radix < COEFFICIENTS.length; radix += 2) {
            COEFFICIENTS[radix] = RootsOfUnity.doubleCoefficients(radix);
        }
    }

    private DoubleFourierOddRadix() {}

    static void radix3(
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
            double x0r = xr[fr + q], x1r = xr[fr + step + q], x2r = xr[fr + 2 * step + q];
            double x0i = xi[fi + q], x1i = xi[fi + step + q], x2i = xi[fi + 2 * step + q];
            double u1r = x1r + x2r, v1r = x1r - x2r;
            double u1i = x1i + x2i, v1i = x1i - x2i;
            double a1r = fma(u1r, COS_3_1, x0r), a1i = fma(u1i, COS_3_1, x0i);
            double b1r = v1r * SIN_3_1, b1i = v1i * SIN_3_1;
            yr[tr + q] = x0r + u1r;
            yi[ti + q] = x0i + u1i;
            yr[tr + s + q] = a1r + b1i;
            yi[ti + s + q] = a1i - b1r;
            yr[tr + 2 * s + q] = a1r - b1i;
            yi[ti + 2 * s + q] = a1i + b1r;
        }
    }

    static void radix5(
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
            int f = fr + q, g = fi + q;
            double x0r = xr[f], x1r = xr[f + step], x2r = xr[f + 2 * step], x3r = xr[f + 3 * step];
            double x0i = xi[g], x1i = xi[g + step], x2i = xi[g + 2 * step], x3i = xi[g + 3 * step];
            double x4r = xr[f + 4 * step], x4i = xi[g + 4 * step];
            double u1r = x1r + x4r, v1r = x1r - x4r, u2r = x2r + x3r, v2r = x2r - x3r;
            double u1i = x1i + x4i, v1i = x1i - x4i, u2i = x2i + x3i, v2i = x2i - x3i;
            double a1r = fma(u2r, COS_5_2, fma(u1r, COS_5_1, x0r)), a1i = fma(u2i, COS_5_2, fma(u1i, COS_5_1, x0i));
            double a2r = fma(u2r, COS_5_1, fma(u1r, COS_5_2, x0r)), a2i = fma(u2i, COS_5_1, fma(u1i, COS_5_2, x0i));
            double b1r = fma(v2r, SIN_5_2, v1r * SIN_5_1), b1i = fma(v2i, SIN_5_2, v1i * SIN_5_1);
            double b2r = fma(v2r, -SIN_5_1, v1r * SIN_5_2), b2i = fma(v2i, -SIN_5_1, v1i * SIN_5_2);
            int k = tr + q, l = ti + q;
            yr[k] = x0r + u1r + u2r;
            yi[l] = x0i + u1i + u2i;
            yr[k + s] = a1r + b1i;
            yi[l + s] = a1i - b1r;
            yr[k + 2 * s] = a2r + b2i;
            yi[l + 2 * s] = a2i - b2r;
            yr[k + 3 * s] = a2r - b2i;
            yi[l + 3 * s] = a2i + b2r;
            yr[k + 4 * s] = a1r - b1i;
            yi[l + 4 * s] = a1i + b1r;
        }
    }

    /**
     * Radix 9 as 3 x 3: three columns, factors {@code exp(-2 pi i j k / 9)}, three rows. What the columns give stands in
     * {@code scratch}, 18 numbers.
     */
    static void radix9(
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
            int count,
            double[] scratch) {
        double[] roots = COEFFICIENTS[9];
        for (int q = 0; q < count; q++) {
            for (int j = 0; j < 3; j++) {
                int f = fr + j * step + q, g = fi + j * step + q;
                radix3(xr, f, xi, g, 3 * step, scratch, j, scratch, 9 + j, 3, 1);
                for (int k = 1; k < 3 && j > 0; k++) {
                    double cosine = roots[2 * j * k - 2], sine = roots[2 * j * k - 1];
                    double re = scratch[3 * k + j], im = scratch[9 + 3 * k + j];
                    scratch[3 * k + j] = fma(re, cosine, im * sine);
                    scratch[9 + 3 * k + j] = fma(im, cosine, -(re * sine));
                }
            }
            for (int k = 0; k < 3; k++) {
                radix3(scratch, 3 * k, scratch, 9 + 3 * k, 1, yr, tr + k * s + q, yi, ti + k * s + q, 3 * s, 1);
            }
        }
    }

    /** Any radix, by loops; the sums and differences stand in {@code scratch}, {@code 2 (radix - 1)} numbers. */
    static void any(
            int radix,
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
            int count,
            double[] scratch) {
        int half = radix / 2;
        double[] coefficients = COEFFICIENTS[radix];
        for (int q = 0; q < count; q++) {
            double x0r = xr[fr + q], x0i = xi[fi + q];
            double y0r = x0r, y0i = x0i;
            for (int j = 1, at = 0; j <= half; j++, at += 4) {
                double xjr = xr[fr + j * step + q], xnr = xr[fr + (radix - j) * step + q];
                double xji = xi[fi + j * step + q], xni = xi[fi + (radix - j) * step + q];
                scratch[at] = xjr + xnr;
                scratch[at + 1] = xji + xni;
                scratch[at + 2] = xjr - xnr;
                scratch[at + 3] = xji - xni;
                y0r += scratch[at];
                y0i += scratch[at + 1];
            }
            yr[tr + q] = y0r;
            yi[ti + q] = y0i;
            for (int k = 1, at = 0; k <= half; k++) {
                double cosine = coefficients[at++], sine = coefficients[at++];
                double ar = fma(scratch[0], cosine, x0r), ai = fma(scratch[1], cosine, x0i);
                double br = scratch[2] * sine, bi = scratch[3] * sine;
                for (int j = 4; j < 4 * half; j += 4) {
                    cosine = coefficients[at++];
                    sine = coefficients[at++];
                    ar = fma(scratch[j], cosine, ar);
                    ai = fma(scratch[j + 1], cosine, ai);
                    br = fma(scratch[j + 2], sine, br);
                    bi = fma(scratch[j + 3], sine, bi);
                }
                yr[tr + k * s + q] = ar + bi;
                yi[ti + k * s + q] = ai - br;
                yr[tr + (radix - k) * s + q] = ar - bi;
                yi[ti + (radix - k) * s + q] = ai + br;
            }
        }
    }

    private static double fma(double a, double b, double c) {
        return DoubleFourierKernel.fma(a, b, c);
    }
}
