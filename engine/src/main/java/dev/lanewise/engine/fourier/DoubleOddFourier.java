package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.scalar.DoubleColumnsKernel;

/**
 * A real transform of odd composite length {@code n = r m}: real transforms of length {@code r} of the columns of the vector as
 * an {@code r x m} matrix, factors {@code w^(j k)}, {@code w = exp(-2 pi i / n)}, and transforms of length {@code m} of the rows.
 * Columns of real numbers have conjugate symmetric transforms, so of rows {@code k} and {@code r - k} one is enough: there are
 * {@code (r - 1)/2} complex transforms, and a real one of row 0, which goes the same way.
 *
 * <p>Element {@code q} of row {@code k} is coefficient {@code k + r q}, or the conjugate of the one that mirrors it.
 */
final class DoubleOddFourier extends DoubleRealFourier {
    private static final DoubleColumnsKernel ROWS = DoubleColumns.KERNEL;
    private static final int WIDTH = DoubleColumns.MOST;

    private final int n;
    private final int radix;
    private final int m;
    private final int half;
    private final double[] coefficients;
    private final double[] factorsRe;
    private final double[] factorsIm;
    private final DoubleRealFourier real;
    private final DoubleFourierPlan complex;
    private final DoubleFourierPlan complexInverse;
    private final Layout rows;

    /** Each row of as many matrices side by side. */
    private final Layout[] columns;

    /** For {@code n} a multiple of the odd prime {@code radix}. */
    DoubleOddFourier(int n, int radix) {
        this.n = n;
        this.radix = radix;
        m = n / radix;
        half = radix / 2;
        coefficients = RootsOfUnity.doubleCoefficients(radix);
        factorsRe = new double[half * m];
        factorsIm = new double[half * m];
        for (int k = 1; k <= half; k++) {
            for (int j = 0; j < m; j++) {
                factorsRe[(k - 1) * m + j] = RootsOfUnity.doubleReal((long) j * k, n);
                factorsIm[(k - 1) * m + j] = -RootsOfUnity.doubleImaginary((long) j * k, n);
            }
        }
        real = DoubleRealFourier.of(m);
        complex = DoubleFourierPlan.of(m);
        complexInverse = complex.inverse().normalized(Normalization.FORWARD);
        rows = Layout.rows(0, half, m);
        columns = new Layout[half];
        for (int k = 0; k < half; k++) {
            columns[k] = Layout.columns(k * m * WIDTH, WIDTH, WIDTH);
        }
    }

    @Override
    void forward(
            double[] x,
            int from,
            double[] re,
            double[] im,
            int to,
            double factor,
            Workspace workspace,
            Parallelism parallelism) {
        double[] sums = workspace.takeDoubles(m);
        double[] tRe = workspace.takeDoubles(half * m);
        double[] tIm = workspace.takeDoubles(half * m);
        try {
            KERNEL.columns(x, from, radix, m, coefficients, factorsRe, factorsIm, sums, tRe, tIm, 0, m);
            complex.transform(tRe, tIm, rows, tRe, tIm, rows, workspace, parallelism);
            scatter(tRe, tIm, factor, re, im, to);
            // The rows are done with, their arrays may hold what becomes of the sums.
            real.forward(sums, 0, tRe, tIm, 0, factor, workspace, parallelism);
            for (int q = 0; q <= m / 2; q++) {
                re[to + radix * q] = tRe[q];
                im[to + radix * q] = tIm[q];
            }
        } finally {
            release(workspace);
        }
    }

    private void scatter(double[] tRe, double[] tIm, double factor, double[] re, double[] im, int to) {
        for (int k = 1, at = 0; k <= half; k++) {
            int coefficient = k;
            for (; coefficient <= n / 2; coefficient += radix, at++) {
                re[to + coefficient] = tRe[at] * factor;
                im[to + coefficient] = tIm[at] * factor;
            }
            for (coefficient = n - coefficient; coefficient > 0; coefficient -= radix, at++) {
                re[to + coefficient] = tRe[at] * factor;
                im[to + coefficient] = -tIm[at] * factor;
            }
        }
    }

    @Override
    void inverse(
            double[] re,
            double[] im,
            int from,
            double[] x,
            int to,
            double factor,
            Workspace workspace,
            Parallelism parallelism) {
        double[] sums = workspace.takeDoubles(m);
        double[] tRe = workspace.takeDoubles(half * m);
        double[] tIm = workspace.takeDoubles(half * m);
        try {
            for (int q = 0; q <= m / 2; q++) {
                tRe[q] = re[from + radix * q];
                tIm[q] = im[from + radix * q];
            }
            real.inverse(tRe, tIm, 0, sums, 0, factor, workspace, parallelism);
            gather(re, im, from, tRe, tIm);
            complexInverse.transform(tRe, tIm, rows, tRe, tIm, rows, workspace, parallelism);
            // With parts exchanged on both sides, it is the product with the conjugate factors.
            FOURIER_KERNEL.multiply(tIm, 0, tRe, 0, factorsRe, factorsIm, 0, tIm, 0, tRe, 0, half * m);
            KERNEL.columnsBack(sums, tRe, tIm, radix, m, coefficients, factor, x, to, 0, m);
        } finally {
            release(workspace);
        }
    }

    private void gather(double[] re, double[] im, int from, double[] tRe, double[] tIm) {
        for (int k = 1, at = 0; k <= half; k++) {
            int coefficient = k;
            for (; coefficient <= n / 2; coefficient += radix, at++) {
                tRe[at] = re[from + coefficient];
                tIm[at] = im[from + coefficient];
            }
            for (coefficient = n - coefficient; coefficient > 0; coefficient -= radix, at++) {
                tRe[at] = re[from + coefficient];
                tIm[at] = -im[from + coefficient];
            }
        }
    }

    @Override
    boolean takesColumns() {
        return true; // all prime factors are small
    }

    @Override
    void forwardColumns(
            double[] x,
            int from,
            int xPitch,
            double[] re,
            double[] im,
            int to,
            int pitch,
            double factor,
            Workspace workspace,
            Parallelism parallelism) {
        double[] sums = workspace.takeDoubles(m * WIDTH);
        double[] tRe = workspace.takeDoubles(half * m * WIDTH);
        double[] tIm = workspace.takeDoubles(half * m * WIDTH);
        try {
            COLUMNS_KERNEL.columns(x, from, xPitch, radix, m, coefficients, factorsRe, factorsIm, sums, tRe, tIm);
            for (int k = 1; k <= half; k++) {
                Layout row = columns[k - 1];
                complex.transform(tRe, tIm, row, tRe, tIm, row, workspace, parallelism);
                int up = ascending(k), down = m - up;
                int at = row.offset(), next = at + up * WIDTH;
                int first = to + k * pitch, mirror = to + (n - k - radix * up) * pitch;
                int step = radix * pitch;
                ROWS.scale(tRe, at, WIDTH, factor, re, first, step, up);
                ROWS.scale(tIm, at, WIDTH, factor, im, first, step, up);
                ROWS.scale(tRe, next, WIDTH, factor, re, mirror, -step, down);
                ROWS.scale(tIm, next, WIDTH, -factor, im, mirror, -step, down);
            }
            real.forwardColumns(sums, 0, WIDTH, tRe, tIm, 0, WIDTH, factor, workspace, parallelism);
            ROWS.scale(tRe, 0, WIDTH, 1, re, to, radix * pitch, m / 2 + 1);
            ROWS.scale(tIm, 0, WIDTH, 1, im, to, radix * pitch, m / 2 + 1);
        } finally {
            release(workspace);
        }
    }

    @Override
    void inverseColumns(
            double[] re,
            double[] im,
            int from,
            int pitch,
            double[] x,
            int to,
            int xPitch,
            double factor,
            Workspace workspace,
            Parallelism parallelism) {
        double[] sums = workspace.takeDoubles(m * WIDTH);
        double[] tRe = workspace.takeDoubles(half * m * WIDTH);
        double[] tIm = workspace.takeDoubles(half * m * WIDTH);
        try {
            ROWS.scale(re, from, radix * pitch, 1, tRe, 0, WIDTH, m / 2 + 1);
            ROWS.scale(im, from, radix * pitch, 1, tIm, 0, WIDTH, m / 2 + 1);
            real.inverseColumns(tRe, tIm, 0, WIDTH, sums, 0, WIDTH, factor, workspace, parallelism);
            for (int k = 1; k <= half; k++) {
                Layout row = columns[k - 1];
                int up = ascending(k), down = m - up;
                int at = row.offset(), next = at + up * WIDTH;
                int first = from + k * pitch, mirror = from + (n - k - radix * up) * pitch;
                int step = radix * pitch;
                ROWS.scale(re, first, step, 1, tRe, at, WIDTH, up);
                ROWS.scale(im, first, step, 1, tIm, at, WIDTH, up);
                ROWS.scale(re, mirror, -step, 1, tRe, next, WIDTH, down);
                ROWS.scale(im, mirror, -step, -1, tIm, next, WIDTH, down);
                complexInverse.transform(tRe, tIm, row, tRe, tIm, row, workspace, parallelism);
            }
            COLUMNS_KERNEL.multiply(tIm, tRe, factorsRe, factorsIm, half * m);
            COLUMNS_KERNEL.columnsBack(sums, tRe, tIm, radix, m, coefficients, factor, x, to, xPitch);
        } finally {
            release(workspace);
        }
    }

    /** How many coefficients {@code k}, {@code k + r}, ... are kept themselves; of the others in their row it is the mirrored. */
    private int ascending(int k) {
        return (n / 2 - k) / radix + 1;
    }

    private static void release(Workspace workspace) {
        workspace.releaseDoubles();
        workspace.releaseDoubles();
        workspace.releaseDoubles();
    }

    @Override
    String describe() {
        return half + " complex transforms of " + m + " points"
                + (m == 1 ? "" : " and a real one by " + real.describe());
    }
}
