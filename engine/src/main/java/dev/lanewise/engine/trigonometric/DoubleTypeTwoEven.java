package dev.lanewise.engine.trigonometric;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.scalar.DoubleColumnsKernel;

/**
 * Type II of even length {@code n = 2 h}, and type III, its transpose, by {@code h} complex points. The signal is sorted, even
 * places up and odd places down, {@code v_j = x_(2j)} and {@code v_(n-1-j) = x_(2j+1)}; then, with {@code V} the Fourier
 * transform of {@code v} and {@code r = exp(-pi i / 2n)},
 *
 * <pre>    y_k = 2 Re(r^k V_k),    y_(n-k) = -2 Im(r^k V_k),    k = 0 ... h.</pre>
 *
 * <p>{@code V} in turn comes from the transform {@code Z} of {@code v_(2j) + i v_(2j+1)}, by {@code 2 V_k = E + r^(4k) O} and
 * {@code 2 conj V_(h-k) = E - r^(4k) O}, where {@code E = Z_k + conj Z_(h-k)} and {@code O = -i (Z_k - conj Z_(h-k))}. Both
 * steps are one pass here: two complex products, with {@code r^k} and {@code r^(5k)}, make four coefficients.
 *
 * <p>Sines: {@code DST2(x)_k = DCT2(x')_(n-1-k)} with {@code x'_j = (-1)^j x_j}.
 *
 * <p>Source: J. Makhoul, A fast cosine transform in one and two dimensions, IEEE Trans. Acoust. Speech Signal Process. 28, 1980,
 * pp. 27-34.
 */
final class DoubleTypeTwoEven extends DoubleTrigonometric {
    private static final DoubleColumnsKernel ROWS = DoubleColumns.KERNEL;
    private static final int WIDTH = DoubleColumns.MOST;

    private final boolean transposes;
    private final boolean sine;
    private final int h;
    private final DoubleFourierPlan complex;
    private final double[] roots;

    private DoubleTypeTwoEven(boolean transposes, boolean sine, int h, DoubleFourierPlan complex, double[] roots) {
        this.transposes = transposes;
        this.sine = sine;
        this.h = h;
        this.complex = complex;
        this.roots = roots;
    }

    /** Type II. */
    static DoubleTypeTwoEven of(boolean sine, int n) {
        int h = n / 2;
        int step = h / 2 + 1;
        double[] roots = new double[4 * step];
        long start = sine ? n : 0;
        for (int k = 0; k < step; k++) {
            for (int table = 0; table < 2; table++) {
                long at = start - (table == 0 ? k : 5L * k);
                roots[2 * table * step + k] = RootsOfUnity.doubleReal(at, 4L * n);
                roots[(2 * table + 1) * step + k] = RootsOfUnity.doubleImaginary(at, 4L * n);
            }
        }
        return new DoubleTypeTwoEven(false, sine, h, DoubleFourierPlan.of(h), roots);
    }

    @Override
    DoubleTrigonometric transposed() {
        // Whichever direction the transform has: it is to have no factor.
        Normalization without = transposes ? Normalization.BACKWARD : Normalization.FORWARD;
        DoubleFourierPlan back = complex.inverse().normalized(without);
        return new DoubleTypeTwoEven(!transposes, sine, h, back, roots);
    }

    @Override
    void run(
            double[] in,
            int from,
            double[] out,
            int to,
            double factor,
            boolean orthogonal,
            Workspace workspace,
            Parallelism parallelism) {
        double[] zRe = workspace.takeDoubles(h);
        double[] zIm = workspace.takeDoubles(h);
        try {
            if (transposes) {
                toComplex(in, from, zRe, zIm, factor, orthogonal ? 2 * SQRT_HALF : 1);
            } else {
                KERNEL.sort(in, from, h, sine ? -1 : 1, zRe, zIm);
            }
            complex.transform(zRe, zIm, BUFFER, zRe, zIm, BUFFER, workspace, parallelism);
            if (transposes) {
                KERNEL.unsort(zRe, zIm, h, sine ? -1 : 1, out, to);
            } else {
                toCoefficients(zRe, zIm, out, to, factor, orthogonal ? SQRT_HALF : 1);
            }
        } finally {
            release(workspace, 2);
        }
    }

    private void toCoefficients(double[] zRe, double[] zIm, double[] y, int to, double factor, double edge) {
        int n = 2 * h;
        int start = sine ? to - 1 : to;
        double sign = sine ? -1 : 1;
        y[sine ? start + n : start] = (zRe[0] + zIm[0]) * (2 * factor * edge);
        y[start + h] = (zRe[0] - zIm[0]) * (2 * SQRT_HALF * factor);
        if (h % 2 == 0) {
            int k = h / 2, step = k + 1;
            double re = zRe[k] * roots[k] + zIm[k] * roots[2 * step + k];
            double im = zRe[k] * roots[step + k] + zIm[k] * roots[3 * step + k];
            y[start + k] = re * (2 * factor);
            y[start + n - k] = im * (-2 * sign * factor);
        }
        KERNEL.rotate(zRe, zIm, h, roots, factor, sign, y, start, 1, (h + 1) / 2);
    }

    private void toComplex(double[] y, int from, double[] zRe, double[] zIm, double factor, double edge) {
        int n = 2 * h;
        int start = sine ? from - 1 : from;
        double sign = sine ? -1 : 1;
        double first = y[sine ? start + n : start] * (factor * edge);
        double middle = y[start + h] * (2 * SQRT_HALF * factor);
        zRe[0] = first + middle;
        zIm[0] = first - middle;
        if (h % 2 == 0) {
            int k = h / 2, step = k + 1;
            double re = y[start + k], im = -sign * y[start + n - k];
            zRe[k] = (re * roots[k] + im * roots[step + k]) * (2 * factor);
            zIm[k] = (re * roots[step + k] - im * roots[k]) * (2 * factor);
        }
        KERNEL.unrotate(y, start, h, roots, factor, sign, zRe, zIm, 1, (h + 1) / 2);
    }

    @Override
    boolean takesColumns() {
        return !complex.schedule().isConvolution();
    }

    @Override
    void runColumns(
            double[] in,
            int from,
            int inPitch,
            double[] out,
            int to,
            int outPitch,
            double factor,
            boolean orthogonal,
            Workspace workspace,
            Parallelism parallelism) {
        double[] zRe = workspace.takeDoubles(h * WIDTH);
        double[] zIm = workspace.takeDoubles(h * WIDTH);
        try {
            if (transposes) {
                toComplexColumns(in, from, inPitch, zRe, zIm, factor, orthogonal ? 2 * SQRT_HALF : 1);
            } else {
                sortColumns(in, from, inPitch, zRe, zIm);
            }
            complex.transform(zRe, zIm, DoubleColumns.BUFFER, zRe, zIm, DoubleColumns.BUFFER, workspace, parallelism);
            if (transposes) {
                unsortColumns(zRe, zIm, out, to, outPitch);
            } else {
                toCoefficientColumns(zRe, zIm, out, to, outPitch, factor, orthogonal ? SQRT_HALF : 1);
            }
        } finally {
            release(workspace, 2);
        }
    }

    private void sortColumns(double[] x, int from, int pitch, double[] zRe, double[] zIm) {
        double sign = sine ? -1 : 1;
        int up = (h + 1) / 2, down = h / 2, last = (h - 1) * WIDTH;
        ROWS.scale(x, from, 4 * pitch, 1, zRe, 0, WIDTH, up);
        ROWS.scale(x, from + 2 * pitch, 4 * pitch, 1, zIm, 0, WIDTH, down);
        ROWS.scale(x, from + 3 * pitch, 4 * pitch, sign, zRe, last, -WIDTH, down);
        ROWS.scale(x, from + pitch, 4 * pitch, sign, zIm, last, -WIDTH, up);
    }

    private void unsortColumns(double[] zRe, double[] zIm, double[] x, int to, int pitch) {
        double sign = sine ? -1 : 1;
        int up = (h + 1) / 2, down = h / 2, last = (h - 1) * WIDTH;
        ROWS.scale(zRe, 0, WIDTH, 1, x, to, 4 * pitch, up);
        ROWS.scale(zIm, 0, WIDTH, 1, x, to + 2 * pitch, 4 * pitch, down);
        ROWS.scale(zRe, last, -WIDTH, sign, x, to + 3 * pitch, 4 * pitch, down);
        ROWS.scale(zIm, last, -WIDTH, sign, x, to + pitch, 4 * pitch, up);
    }

    /** {@link #toCoefficients}, row by row. */
    private void toCoefficientColumns(
            double[] zRe, double[] zIm, double[] y, int to, int pitch, double factor, double edge) {
        int n = 2 * h;
        int start = sine ? to - pitch : to;
        double sign = sine ? -1 : 1;
        int first = sine ? start + n * pitch : start;
        ROWS.sum(zRe, 0, 0, 1, zIm, 0, 0, 1, 2 * factor * edge, y, first, 0, 1);
        ROWS.sum(zRe, 0, 0, 1, zIm, 0, 0, -1, 2 * SQRT_HALF * factor, y, start + h * pitch, 0, 1);
        if (h % 2 == 0) {
            int k = h / 2, step = k + 1, at = k * WIDTH;
            int up = start + k * pitch, down = start + (n - k) * pitch;
            double ar = roots[k], ai = roots[step + k], br = roots[2 * step + k], bi = roots[3 * step + k];
            ROWS.sum(zRe, at, 0, ar, zIm, at, 0, br, 2 * factor, y, up, 0, 1);
            ROWS.sum(zRe, at, 0, ai, zIm, at, 0, bi, -2 * sign * factor, y, down, 0, 1);
        }
        COLUMNS_KERNEL.rotate(zRe, zIm, h, roots, factor, sign, y, start, pitch);
    }

    /** {@link #toComplex}, row by row. */
    private void toComplexColumns(
            double[] y, int from, int pitch, double[] zRe, double[] zIm, double factor, double edge) {
        int n = 2 * h;
        int start = sine ? from - pitch : from;
        double sign = sine ? -1 : 1;
        int first = sine ? start + n * pitch : start, middle = start + h * pitch;
        double direct = factor * edge, turned = 2 * SQRT_HALF * factor;
        ROWS.sum(y, first, 0, direct, y, middle, 0, turned, 1, zRe, 0, 0, 1);
        ROWS.sum(y, first, 0, direct, y, middle, 0, -turned, 1, zIm, 0, 0, 1);
        if (h % 2 == 0) {
            int k = h / 2, step = k + 1, at = k * WIDTH;
            int up = start + k * pitch, down = start + (n - k) * pitch;
            double ar = roots[k], ai = roots[step + k];
            ROWS.sum(y, up, 0, ar, y, down, 0, -sign * ai, 2 * factor, zRe, at, 0, 1);
            ROWS.sum(y, up, 0, ai, y, down, 0, sign * ar, 2 * factor, zIm, at, 0, 1);
        }
        COLUMNS_KERNEL.unrotate(y, start, pitch, h, roots, factor, sign, zRe, zIm);
    }

    @Override
    long operations() {
        return complex.operations() + 5L * h;
    }

    @Override
    String describe() {
        return "half as many complex points: " + complex.schedule();
    }
}
