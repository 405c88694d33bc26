package dev.lanewise.engine.trigonometric;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.engine.fourier.FourierSchedule;
import dev.lanewise.engine.scalar.DoubleColumnsKernel;
import java.util.Arrays;

/**
 * Type I. With {@code m} the half period, {@code n - 1} for cosines and {@code n + 1} for sines, and elements counted from 0 for
 * cosines and from 1 for sines: as long as {@code m} is even and not small, elements {@code j} and {@code m - j} are added and
 * subtracted, which leaves a transform of type I and one of type III, both of half period {@code m/2}:
 *
 * <pre>
 *    cosines   y_(2p)   = DCT1(x_j + x_(m-j))_p    j = 0 ... m/2
 *              y_(2p+1) = DCT3(x_j - x_(m-j))_p    j = 0 ... m/2 - 1
 *    sines     y_(2p)   = DST1(x_j - x_(m-j))_p    j = 1 ... m/2 - 1
 *              y_(2p+1) = DST3(x_j + x_(m-j))_p    j = 1 ... m/2</pre>
 *
 * <p>The matrices of sums and differences are orthogonal up to a factor, so errors do not grow, unlike those of the shorter way
 * through a real Fourier transform of length {@code m}, which divides by sines. What is left in the end is a real Fourier
 * transform of length {@code 2 m} of the vector continued by its symmetries.
 *
 * <p>Source: G. Plonka, M. Tasche, Fast and numerically stable algorithms for discrete cosine transforms, Linear Algebra Appl.
 * 394, 2005, pp. 309-345.
 */
final class DoubleTypeOne extends DoubleTrigonometric {
    /** A half period up to this is not split. */
    private static final int SHORT = 64;

    private static final DoubleColumnsKernel ROWS = DoubleColumns.KERNEL;
    private static final int WIDTH = DoubleColumns.MOST;

    private final boolean sine;

    /** The half period. */
    private final int m;

    /** Type III and type I of half of it, or null. */
    private final DoubleTrigonometric three;

    private final DoubleTypeOne one;

    /** Of length {@code 2 m}, or null. */
    private final DoubleRealFourierPlan real;

    private DoubleTypeOne(boolean sine, int m) {
        this.sine = sine;
        this.m = m;
        boolean splits = m % 2 == 0 && m > SHORT;
        three = splits ? of(sine ? TrigonometricKind.DST3 : TrigonometricKind.DCT3, m / 2) : null;
        one = splits ? new DoubleTypeOne(sine, m / 2) : null;
        real = splits ? null : DoubleRealFourierPlan.of(2 * m);
    }

    static DoubleTypeOne of(boolean sine, int n) {
        return new DoubleTypeOne(sine, sine ? n + 1 : n - 1);
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
        if (real != null) {
            runReal(in, from, out, to, factor, orthogonal, workspace, parallelism);
        } else if (sine) {
            runSines(in, from, out, to, factor, workspace, parallelism);
        } else {
            runCosines(in, from, out, to, factor, orthogonal, workspace, parallelism);
        }
        if (orthogonal && !sine) {
            out[to] *= SQRT_HALF;
            out[to + m] *= SQRT_HALF;
        }
    }

    private void runCosines(
            double[] x,
            int from,
            double[] y,
            int to,
            double factor,
            boolean orthogonal,
            Workspace workspace,
            Parallelism parallelism) {
        int half = m / 2;
        double[] sums = workspace.takeDoubles(half + 1);
        double[] differences = workspace.takeDoubles(half);
        try {
            KERNEL.butterflies(x, from, from + m, sums, 0, differences, 0, half);
            sums[half] = 2 * x[from + half];
            if (orthogonal) {
                sums[0] *= 2 * SQRT_HALF;
                differences[0] *= 2 * SQRT_HALF;
            }
            one.run(sums, 0, sums, 0, factor, false, workspace, parallelism);
            three.run(differences, 0, differences, 0, factor, false, workspace, parallelism);
            FOURIER_KERNEL.join(sums, 0, differences, 0, y, to, half);
            y[to + m] = sums[half];
        } finally {
            release(workspace, 2);
        }
    }

    private void runSines(
            double[] x, int from, double[] y, int to, double factor, Workspace workspace, Parallelism parallelism) {
        int half = m / 2;
        double[] sums = workspace.takeDoubles(half);
        double[] differences = workspace.takeDoubles(half - 1);
        try {
            KERNEL.butterflies(x, from, from + m - 2, sums, 0, differences, 0, half - 1);
            sums[half - 1] = 2 * x[from + half - 1];
            one.run(differences, 0, differences, 0, factor, false, workspace, parallelism);
            three.run(sums, 0, sums, 0, factor, false, workspace, parallelism);
            FOURIER_KERNEL.join(sums, 0, differences, 0, y, to, half - 1);
            y[to + m - 2] = sums[half - 1];
        } finally {
            release(workspace, 2);
        }
    }

    private void runReal(
            double[] x,
            int from,
            double[] y,
            int to,
            double factor,
            boolean orthogonal,
            Workspace workspace,
            Parallelism parallelism) {
        double[] period = workspace.takeDoubles(2 * m);
        double[] re = workspace.takeDoubles(m + 1);
        double[] im = workspace.takeDoubles(m + 1);
        try {
            period[0] = sine ? 0 : x[from];
            period[m] = sine ? 0 : x[from + m];
            for (int j = 1; j < m; j++) {
                double element = x[sine ? from + j - 1 : from + j];
                period[j] = element;
                period[2 * m - j] = sine ? -element : element;
            }
            if (orthogonal && !sine) {
                period[0] *= 2 * SQRT_HALF;
                period[m] *= 2 * SQRT_HALF;
            }
            real.forward(period, BUFFER, re, im, BUFFER, workspace, parallelism);
            for (int k = sine ? 1 : 0; k <= (sine ? m - 1 : m); k++) {
                y[sine ? to + k - 1 : to + k] = sine ? im[k] * -factor : re[k] * factor;
            }
        } finally {
            release(workspace, 3);
        }
    }

    @Override
    boolean takesColumns() {
        return real == null
                ? three.takesColumns() && one.takesColumns()
                : !FourierSchedule.of(m).isConvolution();
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
        if (real != null) {
            runRealColumns(in, from, inPitch, out, to, outPitch, factor, orthogonal, workspace, parallelism);
        } else if (sine) {
            runSineColumns(in, from, inPitch, out, to, outPitch, factor, workspace, parallelism);
        } else {
            runCosineColumns(in, from, inPitch, out, to, outPitch, factor, orthogonal, workspace, parallelism);
        }
        if (orthogonal && !sine) {
            ROWS.scale(out, to, 0, SQRT_HALF, out, to, 0, 1);
            ROWS.scale(out, to + m * outPitch, 0, SQRT_HALF, out, to + m * outPitch, 0, 1);
        }
    }

    private void runCosineColumns(
            double[] x,
            int from,
            int inPitch,
            double[] y,
            int to,
            int outPitch,
            double factor,
            boolean orthogonal,
            Workspace workspace,
            Parallelism parallelism) {
        int half = m / 2;
        double[] sums = workspace.takeDoubles((half + 1) * WIDTH);
        double[] differences = workspace.takeDoubles(half * WIDTH);
        try {
            int mirror = from + m * inPitch;
            ROWS.sum(x, from, inPitch, 1, x, mirror, -inPitch, 1, 1, sums, 0, WIDTH, half);
            ROWS.sum(x, from, inPitch, 1, x, mirror, -inPitch, -1, 1, differences, 0, WIDTH, half);
            ROWS.scale(x, from + half * inPitch, 0, 2, sums, half * WIDTH, 0, 1);
            if (orthogonal) {
                ROWS.scale(sums, 0, 0, 2 * SQRT_HALF, sums, 0, 0, 1);
                ROWS.scale(differences, 0, 0, 2 * SQRT_HALF, differences, 0, 0, 1);
            }
            one.runColumns(sums, 0, WIDTH, sums, 0, WIDTH, factor, false, workspace, parallelism);
            three.runColumns(differences, 0, WIDTH, differences, 0, WIDTH, factor, false, workspace, parallelism);
            ROWS.scale(sums, 0, WIDTH, 1, y, to, 2 * outPitch, half + 1);
            ROWS.scale(differences, 0, WIDTH, 1, y, to + outPitch, 2 * outPitch, half);
        } finally {
            release(workspace, 2);
        }
    }

    private void runSineColumns(
            double[] x,
            int from,
            int inPitch,
            double[] y,
            int to,
            int outPitch,
            double factor,
            Workspace workspace,
            Parallelism parallelism) {
        int half = m / 2;
        double[] sums = workspace.takeDoubles(half * WIDTH);
        double[] differences = workspace.takeDoubles((half - 1) * WIDTH);
        try {
            int mirror = from + (m - 2) * inPitch;
            ROWS.sum(x, from, inPitch, 1, x, mirror, -inPitch, 1, 1, sums, 0, WIDTH, half - 1);
            ROWS.sum(x, from, inPitch, 1, x, mirror, -inPitch, -1, 1, differences, 0, WIDTH, half - 1);
            ROWS.scale(x, from + (half - 1) * inPitch, 0, 2, sums, (half - 1) * WIDTH, 0, 1);
            one.runColumns(differences, 0, WIDTH, differences, 0, WIDTH, factor, false, workspace, parallelism);
            three.runColumns(sums, 0, WIDTH, sums, 0, WIDTH, factor, false, workspace, parallelism);
            ROWS.scale(sums, 0, WIDTH, 1, y, to, 2 * outPitch, half);
            ROWS.scale(differences, 0, WIDTH, 1, y, to + outPitch, 2 * outPitch, half - 1);
        } finally {
            release(workspace, 2);
        }
    }

    private void runRealColumns(
            double[] x,
            int from,
            int inPitch,
            double[] y,
            int to,
            int outPitch,
            double factor,
            boolean orthogonal,
            Workspace workspace,
            Parallelism parallelism) {
        double[] period = workspace.takeDoubles(2 * m * WIDTH);
        double[] re = workspace.takeDoubles((m + 1) * WIDTH);
        double[] im = workspace.takeDoubles((m + 1) * WIDTH);
        try {
            int last = (2 * m - 1) * WIDTH;
            if (sine) {
                Arrays.fill(period, 0, WIDTH, 0);
                Arrays.fill(period, m * WIDTH, (m + 1) * WIDTH, 0);
                ROWS.scale(x, from, inPitch, 1, period, WIDTH, WIDTH, m - 1);
                ROWS.scale(x, from, inPitch, -1, period, last, -WIDTH, m - 1);
            } else {
                double edge = orthogonal ? 2 * SQRT_HALF : 1;
                ROWS.scale(x, from, 0, edge, period, 0, 0, 1);
                ROWS.scale(x, from + m * inPitch, 0, edge, period, m * WIDTH, 0, 1);
                ROWS.scale(x, from + inPitch, inPitch, 1, period, WIDTH, WIDTH, m - 1);
                ROWS.scale(x, from + inPitch, inPitch, 1, period, last, -WIDTH, m - 1);
            }
            real.forward(period, DoubleColumns.BUFFER, re, im, DoubleColumns.BUFFER, workspace, parallelism);
            if (sine) {
                ROWS.scale(im, WIDTH, WIDTH, -factor, y, to, outPitch, m - 1);
            } else {
                ROWS.scale(re, 0, WIDTH, factor, y, to, outPitch, m + 1);
            }
        } finally {
            release(workspace, 3);
        }
    }

    @Override
    long operations() {
        return real != null ? real.operations() : one.operations() + three.operations() + m;
    }

    @Override
    String describe() {
        int splits = 0;
        DoubleTypeOne last = this;
        for (; last.real == null; last = last.one) {
            splits++;
        }
        String halves = splits == 0 ? "" : splits + " times halved with type III, then ";
        return halves + 2 * last.m + " real points";
    }
}
