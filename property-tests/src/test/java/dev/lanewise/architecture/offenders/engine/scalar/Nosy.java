package dev.lanewise.architecture.offenders.engine.scalar;

import dev.lanewise.architecture.offenders.engine.simd.Drifted;

/** A scalar kernel that knows a SIMD one, has none of its own name, and prints. */
public class Nosy {
    public Class<?> other() {
        System.out.println("kernels print nothing");
        return Drifted.class;
    }
}
