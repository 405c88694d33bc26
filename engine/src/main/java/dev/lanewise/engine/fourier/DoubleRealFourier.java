package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.scalar.DoubleFourierKernel;
import dev.lanewise.engine.scalar.DoubleRealFourierColumns;
import dev.lanewise.engine.scalar.DoubleRealFourierKernel;

/** A way to transform one real vector of adjacent elements to its first {@code n/2 + 1} coefficients, and back. */
abstract class DoubleRealFourier {
    static final DoubleRealFourierKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleRealFourierKernel(), DoubleRealFourierKernel::new);

    static final DoubleFourierKernel FOURIER_KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleFourierKernel(), DoubleFourierKernel::new);

    static final DoubleRealFourierColumns COLUMNS_KERNEL = Backend.choose(
            () -> new dev.lanewise.engine.simd.DoubleRealFourierColumns(), DoubleRealFourierColumns::new);

    /** Where a buffer holds one vector. */
    static final Layout BUFFER = Layout.contiguous(0);

    /** The way for a length: the length alone decides. */
    static DoubleRealFourier of(int n) {
        if (n % 2 == 0) {
            return new DoubleHalfLengthFourier(n);
        }
        int rest = n;
        int radix = 0; // the least prime factor
        for (int prime = 3; prime <= FourierSchedule.LARGEST_PRIME; prime += 2) {
            while (rest % prime == 0) {
                rest /= prime;
                radix = radix == 0 ? prime : radix;
            }
        }
        return n > 1 && rest == 1 ? new DoubleOddFourier(n, radix) : new DoubleRealThroughComplex(n);
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

    /** Whether there is a way for {@link DoubleColumns#MOST} vectors side by side. */
    boolean takesColumns() {
        return false;
    }

    /** {@link #forward} of vectors side by side. */
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
        throw new UnsupportedOperationException(describe());
    }

    /** {@link #inverse} of vectors side by side. */
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
        throw new UnsupportedOperationException(describe());
    }

    /** The way, as {@link DoubleRealFourierPlan#describe} tells it. */
    abstract String describe();
}
