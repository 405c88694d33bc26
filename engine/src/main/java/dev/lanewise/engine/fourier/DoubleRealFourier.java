package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.scalar.DoubleFourierKernel;
import dev.lanewise.engine.scalar.DoubleRealFourierKernel;

/** A way to transform one real vector of adjacent elements to its first {@code n/2 + 1} coefficients, and back. */
abstract class DoubleRealFourier {
    static final DoubleRealFourierKernel KERNEL =
            Backend.choose(dev.lanewise.engine.simd.DoubleRealFourierKernel::new, DoubleRealFourierKernel::new);

    static final DoubleFourierKernel FOURIER_KERNEL =
            Backend.choose(dev.lanewise.engine.simd.DoubleFourierKernel::new, DoubleFourierKernel::new);

    /** Where a buffer holds one vector. */
    static final Layout BUFFER = Layout.contiguous(0);

    /** The way for a length: the length alone decides. */
    static DoubleRealFourier of(int n) {
        return n % 2 == 0 ? new DoubleHalfLengthFourier(n) : new DoubleRealThroughComplex(n);
    }

    /** The coefficients, times {@code factor}. */
    abstract void forward(
            double[] x,
            int from,
            double[] re,
            double[] im,
            int to,
            double factor,
            Workspace workspace,
            Parallelism parallelism);

    /** The vector of these coefficients, times {@code n factor}. */
    abstract void inverse(
            double[] re,
            double[] im,
            int from,
            double[] x,
            int to,
            double factor,
            Workspace workspace,
            Parallelism parallelism);

    /** The way, as {@link DoubleRealFourierPlan#describe} tells it. */
    abstract String describe();
}
