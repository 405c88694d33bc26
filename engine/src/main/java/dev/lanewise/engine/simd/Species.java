package dev.lanewise.engine.simd;

import dev.lanewise.engine.backend.Backend;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The species of the kernels, at the width that {@link Backend#vectorBits()} tells and, for short rows, narrower ones. */
final class Species {
    private static final VectorShape SHAPE = VectorShape.forBitSize(Backend.vectorBits());

    static final VectorSpecies<Double> DOUBLE = SHAPE.withLanes(double.class);
    static final VectorSpecies<Float> FLOAT = SHAPE.withLanes(float.class);

    /** Half the width, and a quarter; 64 bits at least. */
    static final VectorSpecies<Double> DOUBLE_HALF = narrower(2).withLanes(double.class);

    static final VectorSpecies<Float> FLOAT_HALF = narrower(2).withLanes(float.class);
    static final VectorSpecies<Double> DOUBLE_QUARTER = narrower(4).withLanes(double.class);
    static final VectorSpecies<Float> FLOAT_QUARTER = narrower(4).withLanes(float.class);

    private Species() {}

    private static VectorShape narrower(int times) {
        return VectorShape.forBitSize(Math.max(64, SHAPE.vectorBitSize() / times));
    }
}
