package dev.lanewise.engine.trigonometric;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.engine.fourier.FourierSchedule;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.scalar.DoubleColumnsKernel;
import java.util.Arrays;

/**
 * Type II of odd length {@code n}, and type III, its transpose, by a real Fourier transform of the same length, as {@link
 * DoubleTypeTwoEven} says it.
 */
final class DoubleTypeTwoOdd extends DoubleTrigonometric {
    private static final DoubleColumnsKernel ROWS = DoubleColumns.KERNEL;
    private static final int WIDTH = DoubleColumns.MOST;

    private final boolean transposes;
    private final boolean sine;
    private final int n;

    /** Without a factor in either direction that is used. */
    private final DoubleRealFourierPlan real;

    /** {@code r^k}, or {@code i r^k} for sines, {@code k = 0 ... n/2}. */
    private final double[] rootsRe;

    private final double[] rootsIm;

    private DoubleTypeTwoOdd(
            boolean transposes, boolean sine, int n, DoubleRealFourierPlan real, double[] rootsRe, double[] rootsIm) {
        this.transposes = transposes;
        this.sine = sine;
        this.n = n;
        this.real = real;
        this.rootsRe = rootsRe;
        this.rootsIm = rootsIm;
    }

    /** Type II. */
    static DoubleTypeTwoOdd of(boolean sine, int n) {
        double[] rootsRe = new double[n / 2 + 1];
        double[] rootsIm = new double[n / 2 + 1];
        for (int k = 0; k <= n / 2; k++) {
            rootsRe[k] = RootsOfUnity.doubleReal(sine ? n - k : -k, 4L * n);
            rootsIm[k] = RootsOfUnity.doubleImaginary(sine ? n - k : -k, 4L * n);
        }
        return new DoubleTypeTwoOdd(false, sine, n, DoubleRealFourierPlan.of(n), rootsRe, rootsIm);
    }

    @Override
    DoubleTrigonometric transposed() {
        Normalization without = transposes ? Normalization.BACKWARD : Normalization.FORWARD;
        return new DoubleTypeTwoOdd(!transposes, sine, n, real.normalized(without), rootsRe, rootsIm);
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
        double[] v = workspace.takeDoubles(n);
        double[] re = workspace.takeDoubles(n / 2 + 1);
        double[] im = workspace.takeDoubles(n / 2 + 1);
        try {
            if (transposes) {
                toSpectrum(in, from, re, im, factor, orthogonal ? 2 * SQRT_HALF : 1);
                real.inverse(re, im, BUFFER, v, BUFFER, workspace, parallelism);
                unsort(v, out, to);
            } else {
                sort(in, from, v);
                real.forward(v, BUFFER, re, im, BUFFER, workspace, parallelism);
                toCoefficients(re, im, out, to, factor, orthogonal ? SQRT_HALF : 1);
            }
        } finally {
            release(workspace, 3);
        }
    }

    private void sort(double[] x, int from, double[] v) {
        double sign = sine ? -1 : 1;
        for (int j = 0; j < n / 2; j++) {
            v[j] = x[from + 2 * j];
            v[n - 1 - j] = x[from + 2 * j + 1] * sign;
        }
        v[n / 2] = x[from + n - 1];
    }

    private void unsort(double[] v, double[] x, int to) {
        double sign = sine ? -1 : 1;
        for (int j = 0; j < n / 2; j++) {
            x[to + 2 * j] = v[j];
            x[to + 2 * j + 1] = v[n - 1 - j] * sign;
        }
        x[to + n - 1] = v[n / 2];
    }

    private void toCoefficients(double[] re, double[] im, double[] y, int to, double factor, double edge) {
        int start = sine ? to - 1 : to;
        y[sine ? start + n : start] = re[0] * (2 * factor * edge);
        KERNEL.turn(re, im, n, rootsRe, rootsIm, 2 * factor, sine ? -1 : 1, y, start, 1, n / 2 + 1);
    }

    private void toSpectrum(double[] y, int from, double[] re, double[] im, double factor, double edge) {
        int start = sine ? from - 1 : from;
        re[0] = y[sine ? start + n : start] * (factor * edge);
        im[0] = 0;
        KERNEL.unturn(y, start, n, rootsRe, rootsIm, factor, sine ? -1 : 1, re, im, 1, n / 2 + 1);
    }

    @Override
    boolean takesColumns() {
        return !FourierSchedule.of(n).isConvolution();
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
        double[] v = workspace.takeDoubles(n * WIDTH);
        double[] re = workspace.takeDoubles((n / 2 + 1) * WIDTH);
        double[] im = workspace.takeDoubles((n / 2 + 1) * WIDTH);
        try {
            double sign = sine ? -1 : 1;
            int up = n / 2 + 1, down = n / 2, last = (n - 1) * WIDTH;
            if (transposes) {
                int start = sine ? from - inPitch : from;
                double edge = orthogonal ? 2 * SQRT_HALF : 1;
                ROWS.scale(in, sine ? start + n * inPitch : start, 0, factor * edge, re, 0, 0, 1);
                Arrays.fill(im, 0, WIDTH, 0);
                COLUMNS_KERNEL.unturn(in, start, inPitch, n, rootsRe, rootsIm, factor, sign, re, im);
                real.inverse(re, im, DoubleColumns.BUFFER, v, DoubleColumns.BUFFER, workspace, parallelism);
                ROWS.scale(v, 0, WIDTH, 1, out, to, 2 * outPitch, up);
                ROWS.scale(v, last, -WIDTH, sign, out, to + outPitch, 2 * outPitch, down);
            } else {
                ROWS.scale(in, from, 2 * inPitch, 1, v, 0, WIDTH, up);
                ROWS.scale(in, from + inPitch, 2 * inPitch, sign, v, last, -WIDTH, down);
                real.forward(v, DoubleColumns.BUFFER, re, im, DoubleColumns.BUFFER, workspace, parallelism);
                int start = sine ? to - outPitch : to;
                double edge = orthogonal ? SQRT_HALF : 1;
                ROWS.scale(re, 0, 0, 2 * factor * edge, out, sine ? start + n * outPitch : start, 0, 1);
                COLUMNS_KERNEL.turn(re, im, n, rootsRe, rootsIm, 2 * factor, sign, out, start, outPitch);
            }
        } finally {
            release(workspace, 3);
        }
    }

    @Override
    long operations() {
        return real.operations();
    }

    @Override
    String describe() {
        return "as many real points";
    }
}
