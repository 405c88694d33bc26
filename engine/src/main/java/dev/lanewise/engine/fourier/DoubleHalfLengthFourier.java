package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.scalar.DoubleColumnsKernel;
import java.util.Arrays;

/**
 * A real transform of even length {@code n = 2 h}: even elements as real parts and odd ones as imaginary parts of a complex
 * vector of length {@code h}, whose transform holds those of both, one symmetric and one antisymmetric under conjugation.
 *
 * <p>Source: J. W. Cooley, P. A. W. Lewis, P. D. Welch, The fast Fourier transform algorithm: programming considerations in
 * the calculation of sine, cosine and Laplace transforms, J. Sound Vib. 12, 1970, pp. 315-337.
 */
final class DoubleHalfLengthFourier extends DoubleRealFourier {
    /** Fewest complex numbers for which lines are worth asking for. */
    private static final int FEWEST = 128;

    /** Most of them that are in the first cache beside all else, and fewest and most that are in the second one alone. */
    private static final int MOST_IN_FIRST = (1 << 12) / Double.BYTES;

    private static final int FEWEST_IN_SECOND = (1 << 15) / Double.BYTES;
    private static final int MOST_IN_SECOND = (1 << 18) / Double.BYTES;

    /** Where the real parts of the complex vector are in scratch, on whole lines of the cache. */
    private static final int RE_START = DoubleFourierPasses.START;

    private final int h;
    private final DoubleFourierPlan complex;
    private final DoubleFourierPlan complexInverse;
    private final double[] rootsRe;
    private final double[] rootsIm;

    /** Where its imaginary parts are. */
    private final int imStart;

    /**
     * Whether the transform of the complex vector is there, and not where the coefficients go: the output is written once, and its vectors, which mostly lie in two
     * lines, are not read. It pays where both are in the first cache, or both only in the second.
     */
    private final boolean isApart;

    /** Whether the kernel does all of it at once. */
    private final boolean isWhole;

    DoubleHalfLengthFourier(int n) {
        h = n / 2;
        imStart = DoubleFourierPasses.imaginaryStart(h);
        isApart = h >= FEWEST && h <= MOST_IN_FIRST || h >= FEWEST_IN_SECOND && h <= MOST_IN_SECOND;
        isWhole = KERNEL.runsWhole(n);
        complex = DoubleFourierPlan.of(h);
        complexInverse = complex.inverse().normalized(Normalization.FORWARD);
        int pairs = h / 2 + 1;
        rootsRe = new double[pairs];
        rootsIm = new double[pairs];
        for (int k = 0; k < pairs; k++) {
            rootsRe[k] = RootsOfUnity.doubleReal(k, n);
            rootsIm[k] = -RootsOfUnity.doubleImaginary(k, n);
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
        if (isWhole) {
            KERNEL.whole(2 * h, x, from, rootsRe, rootsIm, factor, re, im, to);
            return;
        }
        Parallelism some = forComplex(parallelism);
        if (!isApart) {
            complex.batch().onePairs(x, from, false, re, to, im, to, false, workspace, some);
            KERNEL.untangle(re, to, im, to, h, rootsRe, rootsIm, factor, re, im, to);
            return;
        }
        double[] z = workspace.lined().takeDoubles(imStart + h);
        try {
            complex.batch().onePairs(x, from, false, z, RE_START, z, imStart, true, workspace, some);
            KERNEL.untangle(z, RE_START, z, imStart, h, rootsRe, rootsIm, factor, re, im, to);
        } finally {
            workspace.lined().releaseDoubles();
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
        Parallelism some = forComplex(parallelism);
        Workspace scratch = h < FEWEST ? workspace : workspace.lined();
        double[] z = scratch.takeDoubles(imStart + h);
        int a = RE_START, b = imStart;
        try {
            KERNEL.tangle(re, im, from, h, rootsRe, rootsIm, factor, z, a, z, b);
            // With parts exchanged it is the transform with the other sign.
            complex.batch().one(z, b, z, a, z, b, z, a, 1, workspace, some);
            FOURIER_KERNEL.join(z, a, z, b, x, to, h);
        } finally {
            scratch.releaseDoubles();
        }
    }

    private Parallelism forComplex(Parallelism asked) {
        return asked.forOperations(complex.operations());
    }

    @Override
    boolean takesColumns() {
        return !complex.schedule().isConvolution();
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
        double[] zRe = workspace.takeDoubles(h * DoubleColumns.MOST);
        double[] zIm = workspace.takeDoubles(h * DoubleColumns.MOST);
        try {
            DoubleColumnsKernel rows = DoubleColumns.KERNEL;
            rows.scale(x, from, 2 * xPitch, 1, zRe, 0, DoubleColumns.MOST, h);
            rows.scale(x, from + xPitch, 2 * xPitch, 1, zIm, 0, DoubleColumns.MOST, h);
            complex.transform(zRe, zIm, DoubleColumns.BUFFER, zRe, zIm, DoubleColumns.BUFFER, workspace, parallelism);
            int last = to + h * pitch;
            rows.sum(zRe, 0, 0, 1, zIm, 0, 0, 1, factor, re, to, 0, 1);
            rows.sum(zRe, 0, 0, 1, zIm, 0, 0, -1, factor, re, last, 0, 1);
            Arrays.fill(im, to, to + DoubleColumns.MOST, 0);
            Arrays.fill(im, last, last + DoubleColumns.MOST, 0);
            if (h % 2 == 0) {
                int at = h / 2 * DoubleColumns.MOST;
                int middle = to + h / 2 * pitch;
                rows.scale(zRe, at, 0, factor, re, middle, 0, 1);
                rows.scale(zIm, at, 0, -factor, im, middle, 0, 1);
            }
            COLUMNS_KERNEL.untanglePairs(zRe, zIm, h, rootsRe, rootsIm, factor, re, im, to, pitch);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
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
        double[] zRe = workspace.takeDoubles(h * DoubleColumns.MOST);
        double[] zIm = workspace.takeDoubles(h * DoubleColumns.MOST);
        try {
            DoubleColumnsKernel rows = DoubleColumns.KERNEL;
            int last = from + h * pitch;
            rows.sum(re, from, 0, 1, re, last, 0, 1, factor, zRe, 0, 0, 1);
            rows.sum(re, from, 0, 1, re, last, 0, -1, factor, zIm, 0, 0, 1);
            if (h % 2 == 0) {
                int at = h / 2 * DoubleColumns.MOST;
                int middle = from + h / 2 * pitch;
                rows.scale(re, middle, 0, 2 * factor, zRe, at, 0, 1);
                rows.scale(im, middle, 0, -2 * factor, zIm, at, 0, 1);
            }
            COLUMNS_KERNEL.tanglePairs(re, im, from, pitch, h, rootsRe, rootsIm, factor, zRe, zIm);
            complexInverse.transform(
                    zRe, zIm, DoubleColumns.BUFFER, zRe, zIm, DoubleColumns.BUFFER, workspace, parallelism);
            rows.scale(zRe, 0, DoubleColumns.MOST, 1, x, to, 2 * xPitch, h);
            rows.scale(zIm, 0, DoubleColumns.MOST, 1, x, to + xPitch, 2 * xPitch, h);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    @Override
    String describe() {
        return "half as many complex points: " + complex.schedule();
    }
}
