package dev.lanewise.cli;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Patterns of as many butterfly factors as are asked for, of any shape. */
final class ButterflyChains {
    private ButterflyChains() {}

    /** How many factors there can be at most: as many as rows and columns both have prime factors, and 1 at least. */
    static int most(int rows, int columns) {
        return Math.max(1, Math.min(primes(rows).size(), primes(columns).size()));
    }

    /** The prime factors of a number in so many groups, as even as they come; the product of each. */
    static int[] radices(int n, int levels) {
        int[] radices = new int[levels];
        Arrays.fill(radices, 1);
        List<Integer> primes = primes(n);
        for (int i = primes.size() - 1; i >= 0; i--) {
            int least = 0;
            for (int l = 1; l < levels; l++) {
                least = radices[l] < radices[least] ? l : least;
            }
            radices[least] *= primes.get(i);
        }
        return radices;
    }

    /** Factors with blocks of {@code rows[l] x columns[l]} between which one number passes. */
    static List<ButterflyPattern> ofRadices(int[] rows, int[] columns) {
        List<ButterflyPattern> patterns = new ArrayList<>();
        int groups = 1, stride = Arrays.stream(rows).reduce(1, (a, b) -> a * b);
        for (int l = 0; l < rows.length; l++) {
            stride /= rows[l];
            patterns.add(new ButterflyPattern(groups, rows[l], columns[l], stride));
            groups *= columns[l];
        }
        return patterns;
    }

    /** In ascending order; none of 1. */
    private static List<Integer> primes(int n) {
        List<Integer> primes = new ArrayList<>();
        int rest = n;
        for (int p = 2; (long) p * p <= rest; p++) {
            for (; rest % p == 0; rest /= p) {
                primes.add(p);
            }
        }
        if (rest > 1) {
            primes.add(rest);
        }
        return primes;
    }
}
