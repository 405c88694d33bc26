package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.roots.RootsOfUnity;
import java.util.Arrays;

/**
 * The transform of any length {@code n} as a circular convolution of length {@code l >= 2 n - 1}: with {@code c_j = exp(-pi i
 * j^2 / n)},
 *
 * <pre>    X_k = c_k sum over j of (x_j c_j) conj(c_(k-j)),    since j k = (j^2 + k^2 - (k - j)^2) / 2.</pre>
 *
 * <p>Source: L. I. Bluestein, A linear filtering approach to the computation of discrete Fourier transform, IEEE Trans. Audio
 * Electroacoust. 18, 1970, pp. 451-455.
 */
final class DoubleChirp implements DoubleFourierConvolution {
    private final int n;
    private final DoubleFourierPasses passes;
    private final double[] chirpRe;
    private final double[] chirpIm;

    /** The transform of the conjugate chirp, divided by {@code l}. */
    private final double[] filterRe;

    private final double[] filterIm;

    DoubleChirp(int n, DoubleFourierPasses passes) {
        this.n = n;
        this.passes = passes;
        int l = passes.length();
        chirpRe = new double[n];
        chirpIm = new double[n];
        filterRe = new double[l];
        filterIm = new double[l];
        for (int j = 0; j < n; j++) {
            long square = (long) j * j % (2L * n);
            chirpRe[j] = RootsOfUnity.doubleReal(square, 2L * n);
            chirpIm[j] = -RootsOfUnity.doubleImaginary(square, 2L * n);
            filterRe[j] = chirpRe[j];
            filterIm[j] = -chirpIm[j];
            filterRe[(l - j) % l] = filterRe[j];
            filterIm[(l - j) % l] = filterIm[j];
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
            var kernel = DoubleFourierPasses.KERNEL;
            kernel.multiply(inRe, inReOffset, inIm, inImOffset, chirpRe, chirpIm, 0, a, re, a, im, n);
            Arrays.fill(a, re + n, re + l, 0);
            Arrays.fill(a, im + n, im + l, 0);
            passes.run(a, re, a, im, b, re, b, im, 1, workspace, parallelism);
            kernel.multiply(b, re, b, im, filterRe, filterIm, 0, b, re, b, im, l);
            passes.run(b, im, b, re, a, im, a, re, 1, workspace, parallelism); // backwards
            kernel.multiply(a, re, a, im, chirpRe, chirpIm, 0, outRe, outReOffset, outIm, outImOffset, n);
        } finally {
            workspace.lined().releaseDoubles();
            workspace.lined().releaseDoubles();
        }
    }
}
