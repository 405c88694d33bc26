package dev.lanewise.engine.trigonometric;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * Type IV of even length {@code n = 2 h} by {@code h} complex points. With {@code z_j = x_(2j) + i x_(n-1-2j)} and {@code a_j =
 * exp(-pi i (8 j + 1) / 8n)},
 *
 * <pre>    w_k = a_k sum over j of a_j z_j exp(-2 pi i j k / h),    y_(2k) = 2 Re w_k,    y_(n-1-2k) = -2 Im w_k.</pre>
 *
 * <p>Proof: the exponents add up to {@code -i t}, {@code t = pi (4 j + 1) (4 k + 1) / 4n}; the definition has {@code cos t} for
 * {@code x_(2j)} and {@code cos(2 pi k + pi/2 - t) = sin t} for {@code x_(n-1-2j)} in {@code y_(2k)}, {@code sin t} and {@code
 * -cos t} in {@code y_(n-1-2k)}.
 *
 * <p>Sines: the same with {@code -x_(n-1-2j)}, {@code 2 Im w_k}, and {@code sqrt(i) a_j} for {@code a_j}.
 *
 * <p>Source: H. S. Malvar, Signal Processing with Lapped Transforms, 1992, section 2.5.
 */
final class DoubleTypeFourEven extends DoubleTrigonometric {
    private final boolean sine;
    private final int h;
    private final DoubleFourierPlan complex;
    private final double[] rootsRe;
    private final double[] rootsIm;

    DoubleTypeFourEven(boolean sine, int n) {
        this.sine = sine;
        h = n / 2;
        complex = DoubleFourierPlan.of(h);
        rootsRe = new double[h];
        rootsIm = new double[h];
        for (int j = 0; j < h; j++) {
            long at = (sine ? 2L * n : 0) - (8L * j + 1);
            rootsRe[j] = RootsOfUnity.doubleReal(at, 16L * n);
            rootsIm[j] = RootsOfUnity.doubleImaginary(at, 16L * n);
        }
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
        double[] tRe = workspace.takeDoubles(h);
        double[] tIm = workspace.takeDoubles(h);
        try {
            double sign = sine ? -1 : 1;
            KERNEL.fold(in, from, h, rootsRe, rootsIm, sign, tRe, tIm, 0, h);
            complex.transform(tRe, tIm, BUFFER, tRe, tIm, BUFFER, workspace, parallelism);
            KERNEL.unfold(tRe, tIm, h, rootsRe, rootsIm, 2 * factor, sign, out, to, 0, (h + 1) / 2);
        } finally {
            release(workspace, 2);
        }
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
        double[] tRe = workspace.takeDoubles(h * DoubleColumns.MOST);
        double[] tIm = workspace.takeDoubles(h * DoubleColumns.MOST);
        try {
            double sign = sine ? -1 : 1;
            COLUMNS_KERNEL.fold(in, from, inPitch, h, rootsRe, rootsIm, sign, tRe, tIm);
            complex.transform(tRe, tIm, DoubleColumns.BUFFER, tRe, tIm, DoubleColumns.BUFFER, workspace, parallelism);
            COLUMNS_KERNEL.unfold(tRe, tIm, h, rootsRe, rootsIm, 2 * factor, sign, out, to, outPitch);
        } finally {
            release(workspace, 2);
        }
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
