package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * A real transform of odd composite length {@code n = r m}: real transforms of length {@code r} of the columns of the vector as
 * an {@code r x m} matrix, factors {@code w^(j k)}, {@code w = exp(-2 pi i / n)}, and transforms of length {@code m} of the rows.
 * Columns of real numbers have conjugate symmetric transforms, so of rows {@code k} and {@code r - k} one is enough: there are
 * {@code (r - 1)/2} complex transforms, and a real one of row 0, which goes the same way.
 *
 * <p>Element {@code q} of row {@code k} is coefficient {@code k + r q}, or the conjugate of the one that mirrors it.
 */
final class DoubleOddFourier extends DoubleRealFourier {
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
