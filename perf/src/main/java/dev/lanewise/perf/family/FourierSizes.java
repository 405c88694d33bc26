package dev.lanewise.perf.family;

import java.util.ArrayList;
import java.util.List;

/** The lengths that transforms of the Fourier family are compared at: powers of two, products of small primes, primes. */
final class FourierSizes {
    private static final List<Integer> QUICK = List.of(1 << 10, 1 << 16, 1000, 1009);
    private static final List<Integer> MIXED = List.of(1000, 3000, 5040, 44100, 360360, 1009, 10007, 65537);
    private static final int LEAST_BITS = 6;
    private static final int MOST_BITS = 20;

    private FourierSizes() {}

    static List<Integer> all(boolean quick) {
        if (quick) {
            return QUICK;
        }
        List<Integer> sizes = new ArrayList<>();
        for (int bits = LEAST_BITS; bits <= MOST_BITS; bits++) {
            sizes.add(1 << bits);
        }
        sizes.addAll(MIXED);
        return sizes;
    }

    /** A benchmark's name for a length, so that powers of two have a table and a picture of their own. */
    static String benchmark(String name, int n) {
        return Integer.bitCount(n) == 1 ? name : name + "-mixed";
    }

    /** The operations of a transform of {@code n} complex numbers by the usual count. */
    static double operations(double n) {
        return 5 * n * (Math.log(n) / Math.log(2));
    }

    /**
     * How far two may lie apart, relative to the largest result: either side is off by some log2 n roundings in units of the
     * 2-norm, which is sqrt(n) times the root of the mean square at most, and the largest result is no smaller than that.
     */
    static double tolerance(double n, boolean single) {
        return 2 * 40 * Math.sqrt(n) * (single ? 0x1p-24 : 0x1p-53);
    }
}
