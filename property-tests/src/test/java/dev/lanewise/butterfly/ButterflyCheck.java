package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.Numbers;

/** Comparisons of matrices that are written out, in double whatever their precision. */
final class ButterflyCheck {
    private ButterflyCheck() {}

    /**
     * Fails unless two transforms of order n agree: each is off by {@code 8 u log2(n) ||A||_2} at most for every unit
     * vector, {@code r / 2} times as much for radices up to r. {@code ||A||_2} is at most sqrt(2) times {@code ||A||_F
     * / sqrt(n)}: A is orthogonal but for weights of 1 and sqrt(2) of its rows. The number of factors counts as 1 more.
     */
    static void assertSameTransform(int n, Numbers wanted, Numbers found, int largestRadix, String what) {
        double norm = Math.sqrt(2.0 / n) * wanted.norm2(), log = Math.log(n) / Math.log(2);
        double bound = 2 * (1 + 8 * log * largestRadix / 2) * wanted.precision().unitRoundoff() * norm;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double difference = wanted.at(i * n + j) - found.at(i * n + j);
                sum += difference * difference;
            }
            assertTrue(Math.sqrt(sum) <= bound, what + ", column " + j + ": " + Math.sqrt(sum) + ", allowed " + bound);
        }
    }

    /**
     * Of a circulant the norm is the largest eigenvalue, which is no more than the sum of all magnitudes of a column.
     */
    static void assertSameCirculant(int n, Numbers wanted, Numbers found, double sumOfColumn) {
        double log = Math.log(n) / Math.log(2), unit = wanted.precision().unitRoundoff();
        double bound = 2 * 8 * 5 * (1 + 2 * log) * unit * sumOfColumn;
        for (int i = 0; i < wanted.length(); i++) {
            assertEquals(wanted.at(i), found.at(i), bound, "circulant " + n + ", entry " + i);
        }
    }

    /**
     * Rows are scaled differences of means: level l, from the coarsest, has {@code 2^l} of them. A factor has entries
     * with one rounding.
     */
    static void assertHaar(int n, Numbers found) {
        double unit = found.precision().unitRoundoff(), levels = Math.log(n) / Math.log(2);
        for (int i = 0; i < n; i++) {
            int level = i == 0 ? 1 : Integer.highestOneBit(i), length = n / level;
            int start = i == 0 ? 0 : (i - level) * length;
            for (int j = 0; j < n; j++) {
                boolean inside = j >= start && j < start + length;
                double sign = i > 0 && 2 * (j - start) >= length ? -1 : 1;
                double wanted = inside ? sign * Math.sqrt(1.0 / length) : 0;
                assertEquals(wanted, found.at(i * n + j), (1 + 2 * levels) * unit, "Haar " + n + ", " + i + ", " + j);
            }
        }
    }

    /** Fails unless two matrices are as far from each other as is told, relative to the norm of the first. */
    static void assertNear(Numbers a, Numbers written, double told, double rounding, String context) {
        assertEquals(told, FactorizationOracle.relativeDistance(a, written), rounding, context);
    }
}
