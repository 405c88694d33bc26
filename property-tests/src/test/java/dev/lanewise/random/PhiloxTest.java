package dev.lanewise.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.foundation.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PhiloxTest {
    private static final double FALSE_ALARM = 1e-6;

    private static int[] block(Philox philox, long block) {
        int[] four = new int[4];
        philox.block(block, four, 0);
        return four;
    }

    /**
     * The known answers for {@code philox4x32} with 10 rounds in the file {@code kat_vectors} of the authors' own library
     * Random123: counter and key all zeros, all ones, and the digits of pi.
     */
    @Test
    void theKnownAnswersOfRandom123ComeOut() {
        assertArrayEquals(new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, block(new Philox(0, 0), 0));
        assertArrayEquals(new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}, block(new Philox(-1, -1), -1));
        Philox pi = new Philox(0x299f31d0_a4093822L, 0x03707344_13198a2eL);
        assertArrayEquals(new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}, block(pi, 0x85a308d3_243f6a88L));
    }

    @Test
    void anyIndexIsReachedAtOnce() {
        Philox philox = new Philox(42, 7);
        for (long first : new long[] {0, 1L << 32, Long.MAX_VALUE / 4 * 4 - 400, -400}) {
            for (long index = first; index < first + 100; index++) {
                int[] four = block(philox, index >>> 2);
                assertEquals(four[(int) (index & 3)], philox.intAt(index), "int " + index);
            }
        }
        for (long first : new long[] {0, 1L << 31, 1L << 32, 1L << 62, Long.MAX_VALUE - 99}) {
            for (int i = 0; i < 100; i++) {
                long index = first + i;
                // Twice the index is unsigned: it may be 2^63 and more.
                long low = philox.intAt(2 * index) & 0xFFFFFFFFL;
                long high = (long) philox.intAt(2 * index + 1) << 32;
                assertEquals(high | low, philox.longAt(index), "long " + index);
            }
        }
    }

    @Test
    void aBlockGoesWhereItIsSentAndNowhereElse() {
        int[] out = {1, 2, 3, 4, 5, 6, 7};
        new Philox(3).block(9, out, 2);
        int[] four = block(new Philox(3, 0), 9);
        assertArrayEquals(new int[] {1, 2, four[0], four[1], four[2], four[3], 7}, out);
    }

    /**
     * A change of one bit in seed, stream or block changes everything: no two of the 4 (1 + 3 * 64) = 772 numbers agree.
     * (Chance would make two agree once in 2^33 / 772^2 = 14,000 generators; this one never changes.)
     */
    @Test
    void seedsStreamsAndBlocksGiveNumbersOfTheirOwn() {
        Map<Integer, String> seen = new HashMap<>();
        addAll(seen, block(new Philox(0, 0), 0), "all zero");
        for (int bit = 0; bit < 64; bit++) {
            addAll(seen, block(new Philox(1L << bit, 0), 0), "seed 2^" + bit);
            addAll(seen, block(new Philox(0, 1L << bit), 0), "stream 2^" + bit);
            addAll(seen, block(new Philox(0, 0), 1L << bit), "block 2^" + bit);
        }
        assertEquals(4 * (1 + 3 * 64), seen.size());
    }

    private static void addAll(Map<Integer, String> seen, int[] four, String context) {
        for (int number : four) {
            String before = seen.put(number, context);
            assertNull(before, number + " with " + context + " and with " + before);
        }
    }

    /** Numbers of two streams agree in half of their bits: binomial, so within Hoeffding's bound. */
    @Test
    void streamsAndSeedsAreIndependent() {
        int numbers = 1 << 14;
        Philox[] others = {new Philox(1, 1), new Philox(2, 0), new Philox(2, 1)};
        for (Philox other : others) {
            long agreeing = 0;
            for (int i = 0; i < numbers; i++) {
                agreeing += Integer.bitCount(~(new Philox(1, 0).intAt(i) ^ other.intAt(i)));
            }
            assertHalf(agreeing, 32L * numbers, "bits shared with " + other);
        }
    }

    /** W. Hoeffding, J. Amer. Statist. Assoc. 58, 1963, theorem 1: P(|mean - 1/2| > t) is at most 2 exp(-2 n t^2). */
    private static void assertHalf(long hits, long of, String context) {
        double margin = Math.sqrt(Math.log(2 / FALSE_ALARM) / (2.0 * of));
        double share = (double) hits / of;
        assertTrue(Math.abs(share - 0.5) <= margin, context + ": " + share + ", wanted 1/2 within " + margin);
    }

    @Test
    void signsAreTheBitsOfTheNumbers() {
        Philox philox = new Philox(-5, 11);
        for (long first : new long[] {0, 1, 31, 32, 127, 128, 1000, (1L << 40) + 77}) {
            double[] signs = new double[500];
            philox.signs(first, signs);
            for (int i = 0; i < signs.length; i++) {
                long index = first + i;
                int bit = philox.intAt(index / 32) >>> (int) (index % 32) & 1;
                assertEquals(bit == 1 ? -1 : 1, signs[i], "sign " + index);
            }
        }
    }

    @Test
    void floatSignsAreTheDoubleSigns() {
        double[] doubles = new double[1000];
        float[] floats = new float[1000];
        new Philox(8, 2).signs(333, doubles);
        new Philox(8, 2).signs(333, floats);
        for (int i = 0; i < 1000; i++) {
            assertEquals(doubles[i], floats[i]);
        }
    }

    @Test
    void signsAreBalancedAndUncorrelated() {
        double[] signs = new double[1 << 20];
        new Philox(2026).signs(0, signs);
        for (int lag : new int[] {0, 1, 2, 31, 32, 128, 4096}) {
            long positive = 0;
            int pairs = signs.length - lag;
            for (int i = 0; i < pairs; i++) {
                positive += (lag == 0 ? signs[i] : signs[i] * signs[i + lag]) > 0 ? 1 : 0;
            }
            assertHalf(positive, pairs, "lag " + lag);
        }
    }

    @Test
    void anyThreadsGetTheSameNumbers() {
        Philox philox = new Philox(77, 3);
        double[] wanted = new double[10_000];
        philox.signs(0, wanted);
        for (int threads : new int[] {1, 2, 3, 7}) {
            double[] signs = new double[wanted.length];
            Parallelism.threads(threads).forEach(100, (piece, worker) -> {
                double[] part = new double[100];
                philox.signs(100L * piece, part);
                System.arraycopy(part, 0, signs, 100 * piece, 100);
            });
            assertArrayEquals(wanted, signs);
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithNothingWritten() {
        int[] out = {9, 9, 9, 9, 9};
        for (int offset : new int[] {-1, 2, 5, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            Refusal.of(() -> new Philox(1).block(0, out, offset), "" + offset, "5");
        }
        assertArrayEquals(new int[] {9, 9, 9, 9, 9}, out);
        double[] signs = {9, 9};
        Refusal.of(() -> new Philox(1).signs(-1, signs), "first", "-1", "0 or more");
        Refusal.of(() -> new Philox(1).signs(Long.MIN_VALUE, new float[2]), "first", "0 or more");
        assertArrayEquals(new double[] {9, 9}, signs);
        Refusal.ofNull("out", () -> new Philox(1).block(0, null, 0));
        Refusal.ofNull("signs", () -> new Philox(1).signs(0, (double[]) null));
        Refusal.ofNull("signs", () -> new Philox(1).signs(0, (float[]) null));
    }

    @Test
    void oneArgumentMeansStreamZero() {
        assertEquals(new Philox(5, 0), new Philox(5));
    }
}
