package dev.lanewise.engine.backend;

import java.util.function.Supplier;

/**
 * The two implementations of every kernel, and which of them runs.
 *
 * <p>The choice is made once, when this class is initialised, and never changes: SIMD where
 * {@code jdk.incubator.vector} is there and the virtual machine compiles it to vector instructions, otherwise scalar.
 * Both give the same bits. On the module path nothing is needed; on the class path the module has to be added with
 * {@code --add-modules jdk.incubator.vector}, and one log line says so where it is missing.
 *
 * <p>{@code -Dlanewise.backend=scalar} or {@code =simd} forces the choice; {@code simd} where it cannot be had is an
 * {@link IllegalStateException} that says why, thrown by every method here and by every factory of a plan.
 * {@code -Dlanewise.vectorBits=128} (or 256, 512) narrows the vectors.
 */
public enum Backend {
    /** Kernels on {@code jdk.incubator.vector}. */
    SIMD,

    /** Kernels in plain Java. */
    SCALAR;

    private static final BackendProbe.Finding FINDING = BackendProbe.run();

    /**
     * The implementation that runs.
     *
     * @return the backend
     * @throws IllegalArgumentException if a system property has a value that means nothing
     * @throws IllegalStateException if {@code simd} was asked for and cannot be had
     */
    public static Backend active() {
        return FINDING.orRefusal().backend();
    }

    /**
     * Why this one runs, in one sentence, and how to have the other.
     *
     * @return the reason
     */
    public static String reason() {
        return FINDING.orRefusal().reason();
    }

    /**
     * The width of a vector of the SIMD kernels.
     *
     * @return the width in bits; 0 when the scalar kernels run
     */
    public static int vectorBits() {
        return FINDING.orRefusal().vectorBits();
    }

    /**
     * Whether {@link Math#fma(double, double, double)} is one instruction here. Where it is not, kernels that would fuse
     * multiply and add do both apart: this is the one case in which results may differ in the last bits from those of
     * other machines.
     *
     * @return true on all processors since about 2013
     */
    public static boolean fusesMultiplyAdd() {
        return FINDING.orRefusal().fusesMultiplyAdd();
    }

    /**
     * Makes the kernel of the active backend. Kept in a {@code static final} field, it is a constant to the compiler.
     *
     * @param simd makes the SIMD kernel, called if SIMD is active; a lambda and not a reference to the constructor, for which
     *     the virtual machine verifies the class at once, which cannot be done where there are no vectors
     * @param scalar makes the scalar kernel
     * @param <K> the type of the kernel
     * @return the kernel
     */
    public static <K> K choose(Supplier<? extends K> simd, Supplier<? extends K> scalar) {
        return active() == SIMD ? simd.get() : scalar.get();
    }
}
