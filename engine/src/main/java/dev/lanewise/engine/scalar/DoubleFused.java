package dev.lanewise.engine.scalar;

import dev.lanewise.engine.backend.Backend;

/** A multiply-add that is fused wherever the processor can do it: see {@link Backend#fusesMultiplyAdd}. */
final class DoubleFused {
    private static final boolean FUSED = Backend.fusesMultiplyAdd();

    private DoubleFused() {}

    /** {@code a b + c}. */
    static double fma(double a, double b, double c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }
}
