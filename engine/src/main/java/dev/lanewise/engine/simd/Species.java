package dev.lanewise.engine.simd;

import dev.lanewise.engine.backend.Backend;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
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

    /** Eight lanes, or as many as there are: for kernels on blocks of eight. */
    static final VectorSpecies<Double> DOUBLE_EIGHT = upTo(8 * Double.SIZE).withLanes(double.class);

    static final VectorSpecies<Float> FLOAT_EIGHT = upTo(8 * Float.SIZE).withLanes(float.class);

    /**
     * Whether C2 compiles {@code selectFrom}, which takes lanes by an index. With AVX2 it does not for {@code double}: it is a call
     * in Java, an array and a loop for each, and ten times slower. Kernels then {@code rearrange} both vectors and blend them,
     * three instructions and not one. What the processor is beyond its widest vectors is not to be known from Java: so do those
     * of AVX-512 that are told to use 256 bits.
     */
    static final boolean DOUBLE_SELECTS = VectorShape.preferredShape().vectorBitSize() != 256;

    /** For {@code float} C2 makes these three instructions itself. */
    static final boolean FLOAT_SELECTS = true;

    private Species() {}

    /**
     * The class of the vectors of a species, through which kernels {@linkplain Class#cast cast} every vector that they store
     * and every one that has gone round a loop.
     *
     * <p>The methods of the Vector API are shared by all species, and so are the profiles of the virtual calls in them. In a
     * program in which vectors of two widths were hot while C2 gathered profiles, a method asks its vector first of which of
     * the two it is. C2 then tries, before the question has gone, to put an instruction for the method, and cannot; of the
     * try something is left that keeps the vector an object, whose numbers are allocated each time. A cast to a constant
     * class, which costs nothing once it is compiled, answers before the question is asked.
     */
    static Class<? extends DoubleVector> exactDouble(VectorSpecies<Double> species) {
        return species.vectorType().asSubclass(DoubleVector.class);
    }

    /** The same for {@code float}. */
    static Class<? extends FloatVector> exactFloat(VectorSpecies<Float> species) {
        return species.vectorType().asSubclass(FloatVector.class);
    }

    private static VectorShape upTo(int bits) {
        return VectorShape.forBitSize(Math.min(bits, SHAPE.vectorBitSize()));
    }

    private static VectorShape narrower(int times) {
        return VectorShape.forBitSize(Math.max(64, SHAPE.vectorBitSize() / times));
    }
}
