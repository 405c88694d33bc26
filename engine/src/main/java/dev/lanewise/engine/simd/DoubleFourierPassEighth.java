package dev.lanewise.engine.simd;

import dev.lanewise.engine.scalar.DoubleFourierKernel;

/** Where the widths of {@link DoubleFourierPass} end: the scalar kernel, but for its whole transforms. */
class DoubleFourierPassEighth extends DoubleFourierKernel {
    @Override
    public boolean runsWhole(int n) {
        return false;
    }
}
