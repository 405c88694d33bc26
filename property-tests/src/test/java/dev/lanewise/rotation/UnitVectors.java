package dev.lanewise.rotation;

import dev.lanewise.oracle.Inputs;
import java.util.Arrays;
import java.util.List;

/** Inputs for moments: what is as far from even as can be, and what is even already. */
final class UnitVectors {
    private UnitVectors() {}

    /** Missed by the first window, missed by the second, spread evenly, and a direction at random. */
    static List<double[]> of(int d) {
        double[] last = new double[d];
        last[d - 1] = 1;
        double[] first = new double[d];
        first[0] = 1;
        double[] even = new double[d];
        Arrays.fill(even, 1 / Math.sqrt(d));
        return List.of(last, first, even, Inputs.direction(d, new double[d]));
    }
}
