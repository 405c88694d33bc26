package dev.lanewise.conformance;

import java.util.ArrayList;
import java.util.List;

/** The lengths at which transforms are run. */
final class Lengths {
    /** Both sides of every change of path: shorter than a vector, one vector, low stages, a block, joined blocks. */
    static final List<Integer> POWERS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 1024, 4096, 8192);

    /** The same for the other bases. */
    static final List<Integer> OTHERS = List.of(12, 20, 28, 48, 80, 224, 640, 768, 3072);

    private Lengths() {}

    /** Every power of two up to 2^16, 2^20, and 12, 20 and 28 times every one up to 2^10. */
    static List<Integer> all() {
        List<Integer> lengths = new ArrayList<>();
        for (int bits = 0; bits <= 16; bits++) {
            lengths.add(1 << bits);
        }
        lengths.add(1 << 20);
        for (int base : new int[] {12, 20, 28}) {
            for (int bits = 0; bits <= 10; bits++) {
                lengths.add(base << bits);
            }
        }
        return lengths;
    }

    static List<Integer> some() {
        List<Integer> lengths = new ArrayList<>(POWERS);
        lengths.addAll(OTHERS);
        return lengths;
    }
}
