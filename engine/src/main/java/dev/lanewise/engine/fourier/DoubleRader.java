package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.roots.RootsOfUnity;

/**
 * The transform of a prime length {@code n} as a circular convolution of length {@code n - 1}: with {@code g} a primitive root of
 * {@code n}, {@code w = exp(-2 pi i / n)} and all exponents of {@code g} modulo {@code n - 1},
 *
 * <pre>    X_(g^-p) = x_0 + sum over q of x_(g^q) w^(g^(q-p)),    X_0 = x_0 + sum over q of x_(g^q).</pre>
 *
 * <p>The sum in {@code X_0} is the zeroth coefficient of the transform of {@code x_(g^q)}; {@code x_0}, added to the zeroth
 * coefficient of the product of the two transforms, is in all of the convolution.
 *
 * <p>Source: C. M. Rader, Discrete Fourier transforms when the number of data samples is prime, Proc. IEEE 56, 1968, pp.
 * 1107-1108.
 */
final class DoubleRader implements DoubleFourierConvolution {
    private final DoubleFourierPasses passes;

    /** {@code g^q}. */
    private final int[] powers;

    /** The transform of {@code w^(g^-q)}, divided by {@code n - 1}. */
    private final double[] filterRe;

    private final double[] filterIm;

    DoubleRader(int n, DoubleFourierPasses passes) {
        this.passes = passes;
        int l = n - 1;
        powers = PrimitiveRoot.powers(n);
        filterRe = new double[l];
        filterIm = new double[l];
        for (int q = 0; q < l; q++) {
            int power = powers[(l - q) % l];
            filterRe[q] = RootsOfUnity.doubleReal(power, n);
            filterIm[q] = -RootsOfUnity.doubleImaginary(power, n);
        }
        passes.run(filterRe, 0, filterIm, 0, filterRe, 0, filterIm, 0, 1, new Workspace());
        double factor = (double) 1 / l;
        DoubleFourierPasses.KERNEL.scale(filterRe, 0, l, factor);
        DoubleFourierPasses.KERNEL.scale(filterIm, 0, l, factor);
    }

    @Override
    public void run(
            double[] inRe,
            int inReOffset,
            double[] inIm,
            int inImOffset,
            double[] outRe,
            int outReOffset,
            double[] outIm,
            int outImOffset,
            Workspace workspace,
            Parallelism parallelism) {
        int l = passes.length(), re = DoubleFourierPasses.START, im = DoubleFourierPasses.imaginaryStart(l);
        double[] a = workspace.lined().takeDoubles(im + l);
        double[] b = workspace.lined().takeDoubles(im + l);
        try {
            double firstRe = inRe[inReOffset];
            double firstIm = inIm[inImOffset];
            for (int q = 0; q < l; q++) {
                a[re + q] = inRe[inReOffset + powers[q]];
                a[im + q] = inIm[inImOffset + powers[q]];
            }
            passes.run(a, re, a, im, b, re, b, im, 1, workspace, parallelism);
            outRe[outReOffset] = firstRe + b[re];
            outIm[outImOffset] = firstIm + b[im];
            DoubleFourierPasses.KERNEL.multiply(b, re, b, im, filterRe, filterIm, 0, b, re, b, im, l);
            b[re] += firstRe;
            b[im] += firstIm;
            passes.run(b, im, b, re, a, im, a, re, 1, workspace, parallelism); // backwards
            outRe[outReOffset + 1] = a[re];
            outIm[outImOffset + 1] = a[im];
            for (int p = 1; p < l; p++) {
                outRe[outReOffset + powers[l - p]] = a[re + p];
                outIm[outImOffset + powers[l - p]] = a[im + p];
            }
        } finally {
            workspace.lined().releaseDoubles();
            workspace.lined().releaseDoubles();
        }
    }
}
