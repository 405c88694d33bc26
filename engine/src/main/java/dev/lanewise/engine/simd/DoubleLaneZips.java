package dev.lanewise.engine.simd;

import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Where {@code selectFrom} takes the lanes of two vectors {@code a} and {@code b} from: lanes of {@code a} count from 0, those
 * of {@code b} from {@code LANES}. Arrays, to be loaded before each loop: what is kept in a static field as a vector is
 * unwrapped again each time round.
 */
final class DoubleLaneZips {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();

    /** {@code a0 b0 a1 b1 ...}, the lower halves. */
    static final double[] LOW = new double[LANES];

    /** {@code ... a_last b_last}, the upper halves. */
    static final double[] HIGH = new double[LANES];

    /** The even lanes of {@code a}, then those of {@code b}. */
    static final double[] EVEN = new double[LANES];

    /** The odd lanes of {@code a}, then those of {@code b}. */
    static final double[] ODD = new double[LANES];

    /** The order of {@link #EVEN} reversed. */
    static final double[] EVEN_DOWN = new double[LANES];

    /** The order of {@link #ODD} reversed. */
    static final double[] ODD_DOWN = new double[LANES];

    /** {@code a_last b_last ...}, the upper halves, descending. */
    static final double[] LOW_DOWN = new double[LANES];

    /** {@code ... a0 b0}, the lower halves, descending. */
    static final double[] HIGH_DOWN = new double[LANES];

    /** The lower half of {@code a}, then that of {@code b}. */
    static final double[] LOW_HALVES = new double[LANES];

    /** The upper half of {@code a}, then that of {@code b}. */
    static final double[] HIGH_HALVES = new double[LANES];

    /** The upper half of the lanes. */
    static final VectorMask<Double> UPPER_HALF = VectorMask.fromLong(SPECIES, -1L << LANES / 2 & (1L << LANES) - 1);

    static {
        for (int i = 0; i < LANES / 2; i++) {
            LOW[2 * i] = i;
            LOW[2 * i + 1] = LANES + i;
            HIGH[2 * i] = LANES / 2 + i;
            HIGH[2 * i + 1] = LANES + LANES / 2 + i;
            EVEN[i] = 2 * i;
            EVEN[LANES / 2 + i] = LANES + 2 * i;
            ODD[i] = 2 * i + 1;
            ODD[LANES / 2 + i] = LANES + 2 * i + 1;
            EVEN_DOWN[LANES - 1 - i] = EVEN[i];
            EVEN_DOWN[LANES / 2 - 1 - i] = EVEN[LANES / 2 + i];
            ODD_DOWN[LANES - 1 - i] = ODD[i];
            ODD_DOWN[LANES / 2 - 1 - i] = ODD[LANES / 2 + i];
            LOW_DOWN[2 * i] = LANES - 1 - i;
            LOW_DOWN[2 * i + 1] = 2 * LANES - 1 - i;
            HIGH_DOWN[2 * i] = LANES / 2 - 1 - i;
            HIGH_DOWN[2 * i + 1] = LANES + LANES / 2 - 1 - i;
            LOW_HALVES[i] = i;
            LOW_HALVES[LANES / 2 + i] = LANES + i;
            HIGH_HALVES[i] = LANES / 2 + i;
            HIGH_HALVES[LANES / 2 + i] = LANES + LANES / 2 + i;
        }
    }

    private DoubleLaneZips() {}
}
