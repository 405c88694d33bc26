package dev.lanewise.engine.trigonometric;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.scalar.DoubleFourierKernel;
import dev.lanewise.engine.scalar.DoubleTrigonometricColumns;
import dev.lanewise.engine.scalar.DoubleTrigonometricKernel;

/** A way to transform one vector of adjacent elements. */
abstract class DoubleTrigonometric {
    static final DoubleTrigonometricKernel KERNEL = Backend.choose(
            () -> new dev.lanewise.engine.simd.DoubleTrigonometricKernel(), DoubleTrigonometricKernel::new);

    static final DoubleFourierKernel FOURIER_KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleFourierKernel(), DoubleFourierKernel::new);

    static final DoubleTrigonometricColumns COLUMNS_KERNEL = Backend.choose(
            () -> new dev.lanewise.engine.simd.DoubleTrigonometricColumns(), DoubleTrigonometricColumns::new);

    /** Where a buffer holds one vector. */
    static final Layout BUFFER = Layout.contiguous(0);

    static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);

    /** The way for a kind and a length: they alone decide. */
    static DoubleTrigonometric of(TrigonometricKind kind, int n) {
        boolean even = n % 2 == 0;
        return switch (kind.type()) {
            case 1 -> DoubleTypeOne.of(kind.isSine(), n);
            case 4 -> even ? new DoubleTypeFourEven(kind.isSine(), n) : new DoubleTypeFourOdd(kind.isSine(), n);
            default -> {
                DoubleTrigonometric two =
                        even ? DoubleTypeTwoEven.of(kind.isSine(), n) : DoubleTypeTwoOdd.of(kind.isSine(), n);
                yield kind.type() == 2 ? two : two.transposed();
            }
        };
    }

    /**
     * Transforms a vector, in place if input and output are the same.
     *
     * @param factor what the result is multiplied by
     * @param orthogonal whether the first and last elements, or coefficients, that the definition weighs otherwise than the
     *     rest get the factor that makes rows of the matrix orthogonal
     */
    abstract void run(
            double[] in,
            int from,
            double[] out,
            int to,
            double factor,
            boolean orthogonal,
            Workspace workspace,
            Parallelism parallelism);

    /** Whether there is a way for {@link DoubleColumns#MOST} vectors side by side. */
    boolean takesColumns() {
        return false;
    }

    /** {@link #run} of vectors side by side. */
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
        throw new UnsupportedOperationException(describe());
    }

    /** The way of the inverse kind; it shares the tables of this one. */
    DoubleTrigonometric transposed() {
        return this;
    }

    /** How many operations it takes, by the count that {@link DoubleTrigonometricPlan#operations} says. */
    abstract long operations();

    /** The way, as {@link DoubleTrigonometricPlan#describe} tells it. */
    abstract String describe();

    static void release(Workspace workspace, int arrays) {
        for (int i = 0; i < arrays; i++) {
            workspace.releaseDoubles();
        }
    }
}
