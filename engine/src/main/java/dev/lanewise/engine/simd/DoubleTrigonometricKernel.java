package dev.lanewise.engine.simd;

/** Before and after the Fourier transform in cosine and sine transforms, on vectors. */
public final class DoubleTrigonometricKernel extends dev.lanewise.engine.scalar.DoubleTrigonometricKernel {
    /** Makes the kernel. */
    public DoubleTrigonometricKernel() {}
}
