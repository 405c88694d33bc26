package dev.lanewise.engine.simd;

import dev.lanewise.engine.backend.Backend;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The species that all kernels use, at the width that {@link Backend#vectorBits()} tells. */
final class Species {
    private static final VectorShape SHAPE = VectorShape.forBitSize(Backend.vectorBits());

    static final VectorSpecies<Double> DOUBLE = SHAPE.withLanes(double.class);
    static final VectorSpecies<Float> FLOAT = SHAPE.withLanes(float.class);

    private Species() {}
}
