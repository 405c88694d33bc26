package dev.lanewise.engine.simd;

import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * What {@link DoubleLaneZips} has as indices, for kernels of transforms where {@code selectFrom} is {@linkplain Species#DOUBLE_SELECTS not
 * compiled}: both vectors are shuffled the same way, and a mask says which lanes are of the second. (To {@code rearrange} two vectors
 * at once is the same in Java, but leaves C2 without the class of what it blends, and so with garbage: see {@link Species#exactDouble}.)
 */
final class DoubleLaneShuffles {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;

    static final VectorShuffle<Double> LOW = of(DoubleLaneZips.LOW);
    static final VectorShuffle<Double> HIGH = of(DoubleLaneZips.HIGH);
    static final VectorShuffle<Double> LOW_HALVES = of(DoubleLaneZips.LOW_HALVES);
    static final VectorShuffle<Double> HIGH_HALVES = of(DoubleLaneZips.HIGH_HALVES);

    /** What {@link #LOW} and {@link #HIGH} take from the second vector, the others take the upper half. */
    static final VectorMask<Double> ODD_LANES =
            VectorMask.fromLong(SPECIES, 0xAAAAAAAAAAAAAAAAL & -1L >>> -SPECIES.length());

    private DoubleLaneShuffles() {}

    /** Of which lane of either vector. */
    private static VectorShuffle<Double> of(double[] index) {
        return VectorShuffle.fromOp(SPECIES, i -> (int) index[i] % SPECIES.length());
    }
}
