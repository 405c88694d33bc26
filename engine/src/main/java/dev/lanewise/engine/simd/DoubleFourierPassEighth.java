package dev.lanewise.engine.simd;

import dev.lanewise.engine.scalar.DoubleFourierKernel;

/** Where the widths of {@link DoubleFourierPass} end: the scalar kernel. */
class DoubleFourierPassEighth extends DoubleFourierKernel {}
