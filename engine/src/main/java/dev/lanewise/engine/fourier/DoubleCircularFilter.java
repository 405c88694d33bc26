package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.scalar.DoubleConvolutionKernel;

/**
 * The circular convolution of one length {@code l} with a fixed filter, by the convolution theorem: the inverse transform of
 * the product of transforms. That of the filter is kept, divided by {@code l}.
 */
final class DoubleCircularFilter {
    static final DoubleConvolutionKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleConvolutionKernel(), DoubleConvolutionKernel::new);

    private static final int START = DoubleFourierPasses.START;

    private static final Layout WHOLE = Layout.contiguous(0);

    /** In scratch that is on whole lines of the cache. */
    private static final Layout LINED = Layout.contiguous(START);

    private final DoubleRealFourierPlan forward;
    private final DoubleRealFourierPlan unscaled;
    private final double[] filterRe;
    private final double[] filterIm;

    /** The filter has the length of the convolution, and is not kept. */
    DoubleCircularFilter(double[] filter) {
        forward = DoubleRealFourierPlan.of(filter.length);
        unscaled = forward.normalized(Normalization.FORWARD);
        filterRe = new double[forward.coefficients()];
        filterIm = new double[forward.coefficients()];
        unscaled.forward(filter, WHOLE, filterRe, filterIm, WHOLE, new Workspace(), Parallelism.NONE);
    }

    /** Convolves the first {@code l} elements of an array in place, or with the filter reversed in time. */
    void apply(double[] x, boolean reversed, Workspace workspace) {
        int coefficients = forward.coefficients();
        double[] re = workspace.lined().takeDoubles(START + coefficients);
        double[] im = workspace.lined().takeDoubles(START + coefficients);
        try {
            forward.forward(x, WHOLE, re, im, LINED, workspace, Parallelism.NONE);
            if (reversed) {
                KERNEL.multiplyConjugate(re, START, im, START, filterRe, filterIm, 0, coefficients);
            } else {
                KERNEL.multiply(re, START, im, START, filterRe, filterIm, 0, coefficients);
            }
            unscaled.inverse(re, im, LINED, x, WHOLE, workspace, Parallelism.NONE);
        } finally {
            workspace.lined().releaseDoubles();
            workspace.lined().releaseDoubles();
        }
    }
}
