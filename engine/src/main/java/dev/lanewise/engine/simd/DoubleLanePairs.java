package dev.lanewise.engine.simd;

import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Constants of the stages within a vector: stage {@code h} pairs lane {@code i} with lane {@code i ^ h}. */
final class DoubleLanePairs {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();

    static final VectorShuffle<Double> SWAP_1 = swap(1);
    static final VectorShuffle<Double> SWAP_2 = swap(2);
    static final VectorShuffle<Double> SWAP_4 = swap(4);
    static final VectorShuffle<Double> SWAP_8 = swap(8);

    // 1 for the lower lane of a pair, -1 for the upper. Arrays, to be loaded before each loop: what is kept in a static
    // field as a vector is unwrapped again each time round.
    static final double[] SIGN_1 = signs(1);
    static final double[] SIGN_2 = signs(2);
    static final double[] SIGN_4 = signs(4);
    static final double[] SIGN_8 = signs(8);

    private DoubleLanePairs() {}

    private static VectorShuffle<Double> swap(int h) {
        return VectorShuffle.fromOp(SPECIES, lane -> h < LANES ? lane ^ h : lane);
    }

    private static double[] signs(int h) {
        double[] signs = new double[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            signs[lane] = (lane & h) == 0 ? 1 : -1;
        }
        return signs;
    }
}
