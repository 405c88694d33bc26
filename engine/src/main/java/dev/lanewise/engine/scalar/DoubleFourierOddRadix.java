package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFourierKernel.product;
import static dev.lanewise.engine.scalar.DoubleFused.fma;

import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * {@link DoubleFourierKernel#butterflies} of odd radices {@code r}. With the sums {@code u_j = x_j + x_(r-j)} and
 * the differences {@code v_j = x_j - x_(r-j)}, for {@code k = 1 ... (r-1)/2},
 *
 * <pre>    y_k, y_(r-k) = (x_0 + sum over j of cos(2 pi j k / r) u_j) -+ i (sum over j of sin(2 pi j k / r) v_j),</pre>
 *
 * <p>the sums taken in ascending order of {@code j}, each term but the first sine fused to those before it.
 */
final class DoubleFourierOddRadix {
    private static final double[][] COEFFICIENTS = new double[DoubleFourierKernel.LARGEST_RADIX + 1][];

    private static final double COS_3_1 = RootsOfUnity.doubleReal(1, 3), SIN_3_1 = RootsOfUnity.doubleImaginary(1, 3);
    private static final double COS_5_1 = RootsOfUnity.doubleReal(1, 5), SIN_5_1 = RootsOfUnity.doubleImaginary(1, 5);
    private static final double COS_5_2 = RootsOfUnity.doubleReal(2, 5), SIN_5_2 = RootsOfUnity.doubleImaginary(2, 5);
    private static final double COS_7_1 = RootsOfUnity.doubleReal(1, 7), SIN_7_1 = RootsOfUnity.doubleImaginary(1, 7);
    private static final double COS_7_2 = RootsOfUnity.doubleReal(2, 7), SIN_7_2 = RootsOfUnity.doubleImaginary(2, 7);
    private static final double COS_7_3 = RootsOfUnity.doubleReal(3, 7), SIN_7_3 = RootsOfUnity.doubleImaginary(3, 7);
    private static final double COS_9_1 = RootsOfUnity.doubleReal(1, 9), SIN_9_1 = RootsOfUnity.doubleImaginary(1, 9);
    private static final double COS_9_2 = RootsOfUnity.doubleReal(2, 9), SIN_9_2 = RootsOfUnity.doubleImaginary(2, 9);
    private static final double COS_9_4 = RootsOfUnity.doubleReal(4, 9), SIN_9_4 = RootsOfUnity.doubleImaginary(4, 9);

    static {
        for (int radix = 11; radix < COEFFICIENTS.length; radix += 2) {
            COEFFICIENTS[radix] = RootsOfUnity.doubleCoefficients(radix);
        }
    }

    private DoubleFourierOddRadix() {}

    static void radix3(
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
            double x0r = xr[f], x1r = xr[f + srcStep], x2r = xr[f + 2 * srcStep];
            double x0i = xi[g], x1i = xi[g + srcStep], x2i = xi[g + 2 * srcStep];
            double u1r = x1r + x2r, v1r = x1r - x2r, u1i = x1i + x2i, v1i = x1i - x2i;
            double a1r = fma(u1r, COS_3_1, x0r), a1i = fma(u1i, COS_3_1, x0i);
            double b1r = v1r * SIN_3_1, b1i = v1i * SIN_3_1;
            double y1r = a1r + b1i, y1i = a1i - b1r, y2r = a1r - b1i, y2i = a1i + b1r;
            yr[i] = x0r + u1r;
            yi[j] = x0i + u1i;
            if (factors == null) {
                yr[i + dstStep] = y1r;
                yi[j + dstStep] = y1i;
                yr[i + 2 * dstStep] = y2r;
                yi[j + 2 * dstStep] = y2i;
            } else {
                product(y1r, y1i, factors, w, yr, i + dstStep, yi, j + dstStep);
                product(y2r, y2i, factors, w + 2, yr, i + 2 * dstStep, yi, j + 2 * dstStep);
            }
            if (++q == length) {
                q = 0;
                e += srcPitch - length;
                k += dstPitch - length;
                w += factorsPitch;
            }
        }
    }

    static void radix5(
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
            double x0r = xr[f], x1r = xr[f + srcStep], x2r = xr[f + 2 * srcStep];
            double x3r = xr[f + 3 * srcStep], x4r = xr[f + 4 * srcStep];
            double x0i = xi[g], x1i = xi[g + srcStep], x2i = xi[g + 2 * srcStep];
            double x3i = xi[g + 3 * srcStep], x4i = xi[g + 4 * srcStep];
            double u1r = x1r + x4r, v1r = x1r - x4r, u2r = x2r + x3r, v2r = x2r - x3r;
            double u1i = x1i + x4i, v1i = x1i - x4i, u2i = x2i + x3i, v2i = x2i - x3i;
            double a1r = fma(u2r, COS_5_2, fma(u1r, COS_5_1, x0r)), a1i = fma(u2i, COS_5_2, fma(u1i, COS_5_1, x0i));
            double a2r = fma(u2r, COS_5_1, fma(u1r, COS_5_2, x0r)), a2i = fma(u2i, COS_5_1, fma(u1i, COS_5_2, x0i));
            double b1r = fma(v2r, SIN_5_2, v1r * SIN_5_1), b1i = fma(v2i, SIN_5_2, v1i * SIN_5_1);
            double b2r = fma(v2r, -SIN_5_1, v1r * SIN_5_2), b2i = fma(v2i, -SIN_5_1, v1i * SIN_5_2);
            double y1r = a1r + b1i, y1i = a1i - b1r, y4r = a1r - b1i, y4i = a1i + b1r;
            double y2r = a2r + b2i, y2i = a2i - b2r, y3r = a2r - b2i, y3i = a2i + b2r;
            yr[i] = x0r + u1r + u2r;
            yi[j] = x0i + u1i + u2i;
            if (factors == null) {
                yr[i + dstStep] = y1r;
                yi[j + dstStep] = y1i;
                yr[i + 2 * dstStep] = y2r;
                yi[j + 2 * dstStep] = y2i;
                yr[i + 3 * dstStep] = y3r;
                yi[j + 3 * dstStep] = y3i;
                yr[i + 4 * dstStep] = y4r;
                yi[j + 4 * dstStep] = y4i;
            } else {
                product(y1r, y1i, factors, w, yr, i + dstStep, yi, j + dstStep);
                product(y2r, y2i, factors, w + 2, yr, i + 2 * dstStep, yi, j + 2 * dstStep);
                product(y3r, y3i, factors, w + 4, yr, i + 3 * dstStep, yi, j + 3 * dstStep);
                product(y4r, y4i, factors, w + 6, yr, i + 4 * dstStep, yi, j + 4 * dstStep);
            }
            if (++q == length) {
                q = 0;
                e += srcPitch - length;
                k += dstPitch - length;
                w += factorsPitch;
            }
        }
    }

    static void radix7(
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
            double x4r = xr[f + 4 * srcStep], x5r = xr[f + 5 * srcStep], x6r = xr[f + 6 * srcStep];
            double x0i = xi[g], x1i = xi[g + srcStep], x2i = xi[g + 2 * srcStep], x3i = xi[g + 3 * srcStep];
            double x4i = xi[g + 4 * srcStep], x5i = xi[g + 5 * srcStep], x6i = xi[g + 6 * srcStep];
            double u1r = x1r + x6r, v1r = x1r - x6r, u2r = x2r + x5r, v2r = x2r - x5r, u3r = x3r + x4r, v3r = x3r - x4r;
            double u1i = x1i + x6i, v1i = x1i - x6i, u2i = x2i + x5i, v2i = x2i - x5i, u3i = x3i + x4i, v3i = x3i - x4i;
            double a1r = fma(u3r, COS_7_3, fma(u2r, COS_7_2, fma(u1r, COS_7_1, x0r)));
            double b1r = fma(v3r, SIN_7_3, fma(v2r, SIN_7_2, v1r * SIN_7_1));
            double a1i = fma(u3i, COS_7_3, fma(u2i, COS_7_2, fma(u1i, COS_7_1, x0i)));
            double b1i = fma(v3i, SIN_7_3, fma(v2i, SIN_7_2, v1i * SIN_7_1));
            double a2r = fma(u3r, COS_7_1, fma(u2r, COS_7_3, fma(u1r, COS_7_2, x0r)));
            double b2r = fma(v3r, -SIN_7_1, fma(v2r, -SIN_7_3, v1r * SIN_7_2));
            double a2i = fma(u3i, COS_7_1, fma(u2i, COS_7_3, fma(u1i, COS_7_2, x0i)));
            double b2i = fma(v3i, -SIN_7_1, fma(v2i, -SIN_7_3, v1i * SIN_7_2));
            double a3r = fma(u3r, COS_7_2, fma(u2r, COS_7_1, fma(u1r, COS_7_3, x0r)));
            double b3r = fma(v3r, SIN_7_2, fma(v2r, -SIN_7_1, v1r * SIN_7_3));
            double a3i = fma(u3i, COS_7_2, fma(u2i, COS_7_1, fma(u1i, COS_7_3, x0i)));
            double b3i = fma(v3i, SIN_7_2, fma(v2i, -SIN_7_1, v1i * SIN_7_3));
            double y1r = a1r + b1i, y1i = a1i - b1r, y6r = a1r - b1i, y6i = a1i + b1r;
            double y2r = a2r + b2i, y2i = a2i - b2r, y5r = a2r - b2i, y5i = a2i + b2r;
            double y3r = a3r + b3i, y3i = a3i - b3r, y4r = a3r - b3i, y4i = a3i + b3r;
            yr[i] = x0r + u1r + u2r + u3r;
            yi[j] = x0i + u1i + u2i + u3i;
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
            } else {
                product(y1r, y1i, factors, w, yr, i + dstStep, yi, j + dstStep);
                product(y2r, y2i, factors, w + 2, yr, i + 2 * dstStep, yi, j + 2 * dstStep);
                product(y3r, y3i, factors, w + 4, yr, i + 3 * dstStep, yi, j + 3 * dstStep);
                product(y4r, y4i, factors, w + 6, yr, i + 4 * dstStep, yi, j + 4 * dstStep);
                product(y5r, y5i, factors, w + 8, yr, i + 5 * dstStep, yi, j + 5 * dstStep);
                product(y6r, y6i, factors, w + 10, yr, i + 6 * dstStep, yi, j + 6 * dstStep);
            }
            if (++q == length) {
                q = 0;
                e += srcPitch - length;
                k += dstPitch - length;
                w += factorsPitch;
            }
        }
    }

    /** Radix 9 as 3 x 3: three columns, factors {@code exp(-2 pi i j k / 9)}, three rows. */
    static void radix9(
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
            double x8r = xr[f + 8 * srcStep];
            double x0i = xi[g], x1i = xi[g + srcStep], x2i = xi[g + 2 * srcStep], x3i = xi[g + 3 * srcStep];
            double x4i = xi[g + 4 * srcStep],
                    x5i = xi[g + 5 * srcStep],
                    x6i = xi[g + 6 * srcStep],
                    x7i = xi[g + 7 * srcStep];
            double x8i = xi[g + 8 * srcStep];
            double u0r = x3r + x6r, v0r = x3r - x6r, u0i = x3i + x6i, v0i = x3i - x6i;
            double c00r = x0r + u0r, c00i = x0i + u0i;
            double a0r = fma(u0r, COS_3_1, x0r), b0r = v0r * SIN_3_1;
            double a0i = fma(u0i, COS_3_1, x0i), b0i = v0i * SIN_3_1;
            double c01r = a0r + b0i, c01i = a0i - b0r, c02r = a0r - b0i, c02i = a0i + b0r;
            double u1r = x4r + x7r, v1r = x4r - x7r, u1i = x4i + x7i, v1i = x4i - x7i;
            double c10r = x1r + u1r, c10i = x1i + u1i;
            double a1r = fma(u1r, COS_3_1, x1r), b1r = v1r * SIN_3_1;
            double a1i = fma(u1i, COS_3_1, x1i), b1i = v1i * SIN_3_1;
            double c11r = a1r + b1i, c11i = a1i - b1r, c12r = a1r - b1i, c12i = a1i + b1r;
            double u2r = x5r + x8r, v2r = x5r - x8r, u2i = x5i + x8i, v2i = x5i - x8i;
            double c20r = x2r + u2r, c20i = x2i + u2i;
            double a2r = fma(u2r, COS_3_1, x2r), b2r = v2r * SIN_3_1;
            double a2i = fma(u2i, COS_3_1, x2i), b2i = v2i * SIN_3_1;
            double c21r = a2r + b2i, c21i = a2i - b2r, c22r = a2r - b2i, c22i = a2i + b2r;
            double d11r = fma(c11r, COS_9_1, c11i * SIN_9_1);
            double d11i = fma(c11i, COS_9_1, -(c11r * SIN_9_1));
            double d12r = fma(c12r, COS_9_2, c12i * SIN_9_2);
            double d12i = fma(c12i, COS_9_2, -(c12r * SIN_9_2));
            double d21r = fma(c21r, COS_9_2, c21i * SIN_9_2);
            double d21i = fma(c21i, COS_9_2, -(c21r * SIN_9_2));
            double d22r = fma(c22r, COS_9_4, c22i * SIN_9_4);
            double d22i = fma(c22i, COS_9_4, -(c22r * SIN_9_4));
            double u3r = c10r + c20r, v3r = c10r - c20r, u3i = c10i + c20i, v3i = c10i - c20i;
            double a3r = fma(u3r, COS_3_1, c00r), b3r = v3r * SIN_3_1;
            double a3i = fma(u3i, COS_3_1, c00i), b3i = v3i * SIN_3_1;
            double y3r = a3r + b3i, y3i = a3i - b3r, y6r = a3r - b3i, y6i = a3i + b3r;
            double u4r = d11r + d21r, v4r = d11r - d21r, u4i = d11i + d21i, v4i = d11i - d21i;
            double y1r = c01r + u4r, y1i = c01i + u4i;
            double a4r = fma(u4r, COS_3_1, c01r), b4r = v4r * SIN_3_1;
            double a4i = fma(u4i, COS_3_1, c01i), b4i = v4i * SIN_3_1;
            double y4r = a4r + b4i, y4i = a4i - b4r, y7r = a4r - b4i, y7i = a4i + b4r;
            double u5r = d12r + d22r, v5r = d12r - d22r, u5i = d12i + d22i, v5i = d12i - d22i;
            double y2r = c02r + u5r, y2i = c02i + u5i;
            double a5r = fma(u5r, COS_3_1, c02r), b5r = v5r * SIN_3_1;
            double a5i = fma(u5i, COS_3_1, c02i), b5i = v5i * SIN_3_1;
            double y5r = a5r + b5i, y5i = a5i - b5r, y8r = a5r - b5i, y8i = a5i + b5r;
            yr[i] = c00r + u3r;
            yi[j] = c00i + u3i;
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
                yr[i + 8 * dstStep] = y8r;
                yi[j + 8 * dstStep] = y8i;
            } else {
                product(y1r, y1i, factors, w, yr, i + dstStep, yi, j + dstStep);
                product(y2r, y2i, factors, w + 2, yr, i + 2 * dstStep, yi, j + 2 * dstStep);
                product(y3r, y3i, factors, w + 4, yr, i + 3 * dstStep, yi, j + 3 * dstStep);
                product(y4r, y4i, factors, w + 6, yr, i + 4 * dstStep, yi, j + 4 * dstStep);
                product(y5r, y5i, factors, w + 8, yr, i + 5 * dstStep, yi, j + 5 * dstStep);
                product(y6r, y6i, factors, w + 10, yr, i + 6 * dstStep, yi, j + 6 * dstStep);
                product(y7r, y7i, factors, w + 12, yr, i + 7 * dstStep, yi, j + 7 * dstStep);
                product(y8r, y8i, factors, w + 14, yr, i + 8 * dstStep, yi, j + 8 * dstStep);
            }
            if (++q == length) {
                q = 0;
                e += srcPitch - length;
                k += dstPitch - length;
                w += factorsPitch;
            }
        }
    }

    /** Any odd radix, by loops; the sums and differences stand in {@code scratch}, {@code 2 (radix - 1)} numbers. */
    static void any(
            int radix,
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
            int factorsPitch,
            double[] scratch) {
        int half = radix / 2;
        double[] coefficients = COEFFICIENTS[radix];
        for (int e = 0, o = 0, w = at, q = 0, count = rows * length; count > 0; count--, e++, o++) {
            double x0r = xr[fr + e], x0i = xi[fi + e];
            double y0r = x0r, y0i = x0i;
            for (int j = 1, t = 0; j <= half; j++, t += 4) {
                double xjr = xr[fr + e + j * srcStep], xnr = xr[fr + e + (radix - j) * srcStep];
                double xji = xi[fi + e + j * srcStep], xni = xi[fi + e + (radix - j) * srcStep];
                scratch[t] = xjr + xnr;
                scratch[t + 1] = xji + xni;
                scratch[t + 2] = xjr - xnr;
                scratch[t + 3] = xji - xni;
                y0r += scratch[t];
                y0i += scratch[t + 1];
            }
            int i = tr + o, i0 = ti + o;
            yr[i] = y0r;
            yi[i0] = y0i;
            for (int k = 1, c = 0; k <= half; k++) {
                double cosine = coefficients[c++], sine = coefficients[c++];
                double ar = fma(scratch[0], cosine, x0r), ai = fma(scratch[1], cosine, x0i);
                double br = scratch[2] * sine, bi = scratch[3] * sine;
                for (int t = 4; t < 4 * half; t += 4) {
                    cosine = coefficients[c++];
                    sine = coefficients[c++];
                    ar = fma(scratch[t], cosine, ar);
                    ai = fma(scratch[t + 1], cosine, ai);
                    br = fma(scratch[t + 2], sine, br);
                    bi = fma(scratch[t + 3], sine, bi);
                }
                int l = radix - k;
                if (factors == null) {
                    yr[i + k * dstStep] = ar + bi;
                    yi[i0 + k * dstStep] = ai - br;
                    yr[i + l * dstStep] = ar - bi;
                    yi[i0 + l * dstStep] = ai + br;
                } else {
                    product(ar + bi, ai - br, factors, w + 2 * k - 2, yr, i + k * dstStep, yi, i0 + k * dstStep);
                    product(ar - bi, ai + br, factors, w + 2 * l - 2, yr, i + l * dstStep, yi, i0 + l * dstStep);
                }
            }
            if (++q == length) {
                q = 0;
                e += srcPitch - length;
                o += dstPitch - length;
                w += factorsPitch;
            }
        }
    }
}
