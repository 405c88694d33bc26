package dev.lanewise.engine.simd;

/** The sum of the lanes of a vector. */
final class DoubleLaneSums {
    private static final int LANES = Species.DOUBLE.length();

    private DoubleLaneSums() {}

    /** The upper half of the lanes is added to the lower one until one is left. */
    static double of(double[] sums, int at) {
        return switch (LANES) {
            case 2 -> sums[at] + sums[at + 1];
            case 4 -> fourth(sums, at, 2, 0) + fourth(sums, at, 2, 1);
            case 8 -> eighth(sums, at, 4);
            default -> {
                for (int j = at; j < at + 8; j++) {
                    sums[j] += sums[j + 8];
                }
                yield eighth(sums, at, 4);
            }
        };
    }

    private static double eighth(double[] sums, int at, int half) {
        return fourth(sums, at, half, 0)
                + fourth(sums, at, half, 2)
                + (fourth(sums, at, half, 1) + fourth(sums, at, half, 3));
    }

    private static double fourth(double[] sums, int at, int half, int j) {
        return sums[at + j] + sums[at + j + half];
    }
}
