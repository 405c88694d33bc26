package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import java.util.Arrays;

/** A real transform of odd length as a complex one with imaginary parts that are zero. */
final class DoubleRealThroughComplex extends DoubleRealFourier {
    private final int n;
    private final DoubleFourierPlan complex;
    private final DoubleFourierPlan complexInverse;

    DoubleRealThroughComplex(int n) {
        this.n = n;
        complex = DoubleFourierPlan.of(n);
        complexInverse = complex.inverse().normalized(Normalization.FORWARD);
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
        double[] zRe = workspace.takeDoubles(n);
        double[] zIm = workspace.takeDoubles(n);
        try {
            int coefficients = n / 2 + 1;
            System.arraycopy(x, from, zRe, 0, n);
            Arrays.fill(zIm, 0, n, 0);
            complex.transform(zRe, zIm, BUFFER, zRe, zIm, BUFFER, workspace, parallelism);
            zIm[0] = 0;
            if (factor != 1) {
                FOURIER_KERNEL.scale(zRe, 0, coefficients, factor);
                FOURIER_KERNEL.scale(zIm, 0, coefficients, factor);
            }
            System.arraycopy(zRe, 0, re, to, coefficients);
            System.arraycopy(zIm, 0, im, to, coefficients);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
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
        double[] zRe = workspace.takeDoubles(n);
        double[] zIm = workspace.takeDoubles(n);
        try {
            zRe[0] = re[from];
            zIm[0] = 0;
            for (int k = 1; k <= n / 2; k++) {
                zRe[k] = re[from + k];
                zIm[k] = im[from + k];
                zRe[n - k] = re[from + k];
                zIm[n - k] = -im[from + k];
            }
            complexInverse.transform(zRe, zIm, BUFFER, zRe, zIm, BUFFER, workspace, parallelism);
            if (factor != 1) {
                FOURIER_KERNEL.scale(zRe, 0, n, factor);
            }
            System.arraycopy(zRe, 0, x, to, n);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** One element is its own transform; of other lengths columns are transformed one by one, as complex ones are. */
    @Override
    boolean takesColumns() {
        return n == 1;
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
        DoubleColumns.KERNEL.scale(x, from, 0, factor, re, to, 0, 1);
        Arrays.fill(im, to, to + DoubleColumns.MOST, 0);
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
        DoubleColumns.KERNEL.scale(re, from, 0, factor, x, to, 0, 1);
    }

    @Override
    String describe() {
        return "complex points: " + complex.schedule();
    }
}
