package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * A real transform of even length {@code n = 2 h}: even elements as real parts and odd ones as imaginary parts of a complex
 * vector of length {@code h}, whose transform holds those of both, one symmetric and one antisymmetric under conjugation.
 *
 * <p>Source: J. W. Cooley, P. A. W. Lewis, P. D. Welch, The fast Fourier transform algorithm: programming considerations in
 * the calculation of sine, cosine and Laplace transforms, J. Sound Vib. 12, 1970, pp. 315-337.
 */
final class DoubleHalfLengthFourier extends DoubleRealFourier {
    private final int h;
    private final DoubleFourierPlan complex;
    private final DoubleFourierPlan complexInverse;
    private final double[] rootsRe;
    private final double[] rootsIm;

    DoubleHalfLengthFourier(int n) {
        h = n / 2;
        complex = DoubleFourierPlan.of(h);
        complexInverse = complex.inverse().normalized(Normalization.FORWARD);
        int pairs = (h + 1) / 2;
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
        double[] zRe = workspace.takeDoubles(h);
        double[] zIm = workspace.takeDoubles(h);
        try {
            FOURIER_KERNEL.split(x, from, zRe, 0, zIm, 0, h);
            complex.transform(zRe, zIm, BUFFER, zRe, zIm, BUFFER, workspace, parallelism);
            KERNEL.untangle(zRe, zIm, h, rootsRe, rootsIm, factor, re, im, to);
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
        double[] zRe = workspace.takeDoubles(h);
        double[] zIm = workspace.takeDoubles(h);
        try {
            KERNEL.tangle(re, im, from, h, rootsRe, rootsIm, factor, zRe, zIm);
            complexInverse.transform(zRe, zIm, BUFFER, zRe, zIm, BUFFER, workspace, parallelism);
            FOURIER_KERNEL.join(zRe, 0, zIm, 0, x, to, h);
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
