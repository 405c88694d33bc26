package dev.lanewise.engine.scalar;

import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * Passes of the radices 2, 4 and 8, as {@link DoubleFourierKernel#pass} has them: one loop over {@code p} and {@code q}
 * together, for rows of any length, in which each output is multiplied by its factor on the way to memory.
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
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int m,
            int s,
            int first,
            int past,
            double[] factors,
            int at) {
        boolean last = m == 1;
        int step = s * m, q = 0, end = last ? past : s * past;
        for (int e = last ? first : s * first, k = last ? e : 2 * e, w = at + 2 * first; e < end; e++, k++) {
            double x0r = xr[fr + e], x1r = xr[fr + e + step];
            double x0i = xi[fi + e], x1i = xi[fi + e + step];
            double y1r = x0r - x1r, y1i = x0i - x1i;
            yr[tr + k] = x0r + x1r;
            yi[ti + k] = x0i + x1i;
            if (last) {
                yr[tr + k + s] = y1r;
                yi[ti + k + s] = y1i;
            } else {
                product(y1r, y1i, factors, w, yr, tr + k + s, yi, ti + k + s);
                if (++q == s) {
                    q = 0;
                    k += s;
                    w += 2;
                }
            }
        }
    }

    static void radix4(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int m,
            int s,
            int first,
            int past,
            double[] factors,
            int at) {
        if (s >= LONG_ROW && m == 1 && past - first > 1) {
            last4(xr, fr + first, xi, fi + first, s, yr, tr + first, yi, ti + first, past - first);
            return;
        }
        if (s >= LONG_ROW && m > 1) {
            for (int p = first; p < past; p++) {
                int f = fr + s * p, g = fi + s * p, i = tr + 4 * s * p, j = ti + 4 * s * p;
                row4(xr, f, xi, g, s * m, yr, i, yi, j, s, s, factors, at + 6 * p);
            }
            return;
        }
        boolean last = m == 1;
        int step = s * m, q = 0, end = last ? past : s * past;
        for (int e = last ? first : s * first, k = last ? e : 4 * e, w = at + 6 * first; e < end; e++, k++) {
            int f = fr + e, g = fi + e, i = tr + k, j = ti + k;
            double x0r = xr[f], x1r = xr[f + step], x2r = xr[f + 2 * step], x3r = xr[f + 3 * step];
            double x0i = xi[g], x1i = xi[g + step], x2i = xi[g + 2 * step], x3i = xi[g + 3 * step];
            double a0r = x0r + x2r, a2r = x0r - x2r, a1r = x1r + x3r, a3r = x1r - x3r;
            double a0i = x0i + x2i, a2i = x0i - x2i, a1i = x1i + x3i, a3i = x1i - x3i;
            double y1r = a2r + a3i, y1i = a2i - a3r, y3r = a2r - a3i, y3i = a2i + a3r;
            double y2r = a0r - a1r, y2i = a0i - a1i;
            yr[i] = a0r + a1r;
            yi[j] = a0i + a1i;
            if (last) {
                yr[i + s] = y1r;
                yi[j + s] = y1i;
                yr[i + 2 * s] = y2r;
                yi[j + 2 * s] = y2i;
                yr[i + 3 * s] = y3r;
                yi[j + 3 * s] = y3i;
            } else {
                product(y1r, y1i, factors, w, yr, i + s, yi, j + s);
                product(y2r, y2i, factors, w + 2, yr, i + 2 * s, yi, j + 2 * s);
                product(y3r, y3i, factors, w + 4, yr, i + 3 * s, yi, j + 3 * s);
                if (++q == s) {
                    q = 0;
                    k += 3 * s;
                    w += 6;
                }
            }
        }
    }

    /** A row of a pass but the last. */
    private static void row4(
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
            double[] factors,
            int at) {
        double w1r = factors[at], w1i = factors[at + 1];
        double w2r = factors[at + 2], w2i = factors[at + 3];
        double w3r = factors[at + 4], w3i = factors[at + 5];
        for (int q = 0; q < count - 1; q += 2) {
            int f = fr + q, g = fi + q, i = tr + q, j = ti + q;
            double x0r = xr[f], x1r = xr[f + step], x2r = xr[f + 2 * step], x3r = xr[f + 3 * step];
            double x0i = xi[g], x1i = xi[g + step], x2i = xi[g + 2 * step], x3i = xi[g + 3 * step];
            double a0r = x0r + x2r, a2r = x0r - x2r, a1r = x1r + x3r, a3r = x1r - x3r;
            double a0i = x0i + x2i, a2i = x0i - x2i, a1i = x1i + x3i, a3i = x1i - x3i;
            double v0r = xr[f + 1], v1r = xr[f + step + 1], v2r = xr[f + 2 * step + 1], v3r = xr[f + 3 * step + 1];
            double v0i = xi[g + 1], v1i = xi[g + step + 1], v2i = xi[g + 2 * step + 1], v3i = xi[g + 3 * step + 1];
            double b0r = v0r + v2r, b2r = v0r - v2r, b1r = v1r + v3r, b3r = v1r - v3r;
            double b0i = v0i + v2i, b2i = v0i - v2i, b1i = v1i + v3i, b3i = v1i - v3i;
            yr[i] = a0r + a1r;
            yi[j] = a0i + a1i;
            yr[i + 1] = b0r + b1r;
            yi[j + 1] = b0i + b1i;
            product(a2r + a3i, a2i - a3r, w1r, w1i, yr, i + s, yi, j + s);
            product(b2r + b3i, b2i - b3r, w1r, w1i, yr, i + s + 1, yi, j + s + 1);
            product(a0r - a1r, a0i - a1i, w2r, w2i, yr, i + 2 * s, yi, j + 2 * s);
            product(b0r - b1r, b0i - b1i, w2r, w2i, yr, i + 2 * s + 1, yi, j + 2 * s + 1);
            product(a2r - a3i, a2i + a3r, w3r, w3i, yr, i + 3 * s, yi, j + 3 * s);
            product(b2r - b3i, b2i + b3r, w3r, w3i, yr, i + 3 * s + 1, yi, j + 3 * s + 1);
        }
        if (count % 2 == 1) {
            int q = count - 2; // the last pair overlaps the one before
            row4(xr, fr + q, xi, fi + q, step, yr, tr + q, yi, ti + q, s, 2, factors, at);
        }
    }

    /** The last pass, whose rows are as far apart as those of the input. */
    private static void last4(
            double[] xr, int fr, double[] xi, int fi, int step, double[] yr, int tr, double[] yi, int ti, int count) {
        for (int q = 0; q < count - 1; q += 2) {
            int f = fr + q, g = fi + q, i = tr + q, j = ti + q;
            double x0r = xr[f], x1r = xr[f + step], x2r = xr[f + 2 * step], x3r = xr[f + 3 * step];
            double x0i = xi[g], x1i = xi[g + step], x2i = xi[g + 2 * step], x3i = xi[g + 3 * step];
            double a0r = x0r + x2r, a2r = x0r - x2r, a1r = x1r + x3r, a3r = x1r - x3r;
            double a0i = x0i + x2i, a2i = x0i - x2i, a1i = x1i + x3i, a3i = x1i - x3i;
            double v0r = xr[f + 1], v1r = xr[f + step + 1], v2r = xr[f + 2 * step + 1], v3r = xr[f + 3 * step + 1];
            double v0i = xi[g + 1], v1i = xi[g + step + 1], v2i = xi[g + 2 * step + 1], v3i = xi[g + 3 * step + 1];
            double b0r = v0r + v2r, b2r = v0r - v2r, b1r = v1r + v3r, b3r = v1r - v3r;
            double b0i = v0i + v2i, b2i = v0i - v2i, b1i = v1i + v3i, b3i = v1i - v3i;
            yr[i] = a0r + a1r;
            yi[j] = a0i + a1i;
            yr[i + 1] = b0r + b1r;
            yi[j + 1] = b0i + b1i;
            yr[i + step] = a2r + a3i;
            yi[j + step] = a2i - a3r;
            yr[i + step + 1] = b2r + b3i;
            yi[j + step + 1] = b2i - b3r;
            yr[i + 2 * step] = a0r - a1r;
            yi[j + 2 * step] = a0i - a1i;
            yr[i + 2 * step + 1] = b0r - b1r;
            yi[j + 2 * step + 1] = b0i - b1i;
            yr[i + 3 * step] = a2r - a3i;
            yi[j + 3 * step] = a2i + a3r;
            yr[i + 3 * step + 1] = b2r - b3i;
            yi[j + 3 * step + 1] = b2i + b3r;
        }
        if (count % 2 == 1) {
            int q = count - 2; // the last pair overlaps the one before
            last4(xr, fr + q, xi, fi + q, step, yr, tr + q, yi, ti + q, 2);
        }
    }

    static void radix8(
            double[] xr,
            int fr,
            double[] xi,
            int fi,
            double[] yr,
            int tr,
            double[] yi,
            int ti,
            int m,
            int s,
            int first,
            int past,
            double[] factors,
            int at) {
        boolean last = m == 1;
        int step = s * m, q = 0, end = last ? past : s * past;
        for (int e = last ? first : s * first, k = last ? e : 8 * e, w = at + 14 * first; e < end; e++, k++) {
            int f = fr + e, g = fi + e, i = tr + k, j = ti + k;
            double x0r = xr[f], x1r = xr[f + step], x2r = xr[f + 2 * step], x3r = xr[f + 3 * step];
            double x4r = xr[f + 4 * step], x5r = xr[f + 5 * step], x6r = xr[f + 6 * step], x7r = xr[f + 7 * step];
            double x0i = xi[g], x1i = xi[g + step], x2i = xi[g + 2 * step], x3i = xi[g + 3 * step];
            double x4i = xi[g + 4 * step], x5i = xi[g + 5 * step], x6i = xi[g + 6 * step], x7i = xi[g + 7 * step];
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
            if (last) {
                yr[i + s] = y1r;
                yi[j + s] = y1i;
                yr[i + 2 * s] = y2r;
                yi[j + 2 * s] = y2i;
                yr[i + 3 * s] = y3r;
                yi[j + 3 * s] = y3i;
                yr[i + 4 * s] = y4r;
                yi[j + 4 * s] = y4i;
                yr[i + 5 * s] = y5r;
                yi[j + 5 * s] = y5i;
                yr[i + 6 * s] = y6r;
                yi[j + 6 * s] = y6i;
                yr[i + 7 * s] = y7r;
                yi[j + 7 * s] = y7i;
            } else {
                product(y1r, y1i, factors, w, yr, i + s, yi, j + s);
                product(y2r, y2i, factors, w + 2, yr, i + 2 * s, yi, j + 2 * s);
                product(y3r, y3i, factors, w + 4, yr, i + 3 * s, yi, j + 3 * s);
                product(y4r, y4i, factors, w + 6, yr, i + 4 * s, yi, j + 4 * s);
                product(y5r, y5i, factors, w + 8, yr, i + 5 * s, yi, j + 5 * s);
                product(y6r, y6i, factors, w + 10, yr, i + 6 * s, yi, j + 6 * s);
                product(y7r, y7i, factors, w + 12, yr, i + 7 * s, yi, j + 7 * s);
                if (++q == s) {
                    q = 0;
                    k += 7 * s;
                    w += 14;
                }
            }
        }
    }

    private static void product(
            double re, double im, double factorRe, double factorIm, double[] yr, int i, double[] yi, int j) {
        yr[i] = fma(re, factorRe, -(im * factorIm));
        yi[j] = fma(re, factorIm, im * factorRe);
    }

    private static void product(
            double re, double im, double[] factors, int at, double[] yr, int i, double[] yi, int j) {
        DoubleFourierKernel.product(re, im, factors, at, yr, i, yi, j);
    }

    private static double fma(double a, double b, double c) {
        return DoubleFourierKernel.fma(a, b, c);
    }
}
