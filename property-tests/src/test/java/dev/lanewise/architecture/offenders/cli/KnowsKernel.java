package dev.lanewise.architecture.offenders.cli;

import dev.lanewise.architecture.offenders.engine.simd.Drifted;

/** A class of the command that calls a kernel. */
public class KnowsKernel {
    public Class<?> kernel() {
        return Drifted.class;
    }
}
