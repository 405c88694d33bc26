package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.structured.butterfly.ButterflyOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ButterflyOrderTest {
    @Test
    void ordersOfEight() {
        assertArrayEquals(
                new int[] {0, 4, 2, 6, 1, 5, 3, 7},
                ButterflyOrder.bitReversed(8).indices());
        assertArrayEquals(
                new int[] {0, 2, 4, 6, 7, 5, 3, 1}, ButterflyOrder.evenOdd(8).indices());
        assertArrayEquals(new int[] {0, 2, 4, 3, 1}, ButterflyOrder.evenOdd(5).indices());
        assertArrayEquals(
                new int[] {0, 4, 2, 5, 1, 6, 3, 7}, ButterflyOrder.wavelet(8).indices());
        assertArrayEquals(
                new int[] {0, 4, 6, 2, 3, 7, 5, 1}, ButterflyOrder.sequency(8).indices());
        assertArrayEquals(
                new int[] {0, 2, 4, 1, 3, 5}, ButterflyOrder.digitReversed(2, 3).indices());
        assertArrayEquals(
                ButterflyOrder.bitReversed(16).indices(),
                ButterflyOrder.digitReversed(2, 2, 2, 2).indices());
        assertArrayEquals(new int[] {0}, ButterflyOrder.bitReversed(1).indices());
    }

    /**
     * In every pair of places that agree modulo {@code m / 2}, frequencies agree modulo m, but for their sign, or are 0
     * and m / 2.
     */
    @Test
    void foldedFrequenciesShareAClass() {
        for (int n = 4; n <= 256; n *= 2) {
            for (int halves = 0; halves <= 2; halves++) {
                int[] order = ButterflyOrder.folded(n, halves).indices();
                for (int m = 2; m <= n / 2; m *= 2) {
                    for (int i = m / 2; i < n; i++) {
                        int one = fold(2 * order[i] + halves, 2 * m),
                                other = fold(2 * order[i % (m / 2)] + halves, 2 * m);
                        boolean isSpecial = one % m == 0 && other % m == 0;
                        assertTrue(one == other || isSpecial, n + ", " + halves + ", " + m + ", place " + i);
                    }
                }
            }
        }
    }

    private static int fold(int frequency, int period) {
        int rest = frequency % period;
        return Math.min(rest, period - rest);
    }

    @Test
    void everyOrderHasEveryIndexOnceAndAnInverse() {
        for (int n : new int[] {1, 2, 4, 12, 32, 30, 49}) {
            for (ButterflyOrder order : ButterflyOrder.usual(n)) {
                int[] sorted = order.indices();
                Arrays.sort(sorted);
                assertArrayEquals(IntStream.range(0, n).toArray(), sorted, order + " of " + n);
                int[] inverse = order.inverse().indices();
                for (int i = 0; i < n; i++) {
                    assertEquals(i, order.indices()[inverse[i]], order + " of " + n);
                }
            }
        }
    }

    @Test
    void equalityIsThatOfTheIndices() {
        ButterflyOrder one = new ButterflyOrder("one", new int[] {1, 0});
        ButterflyOrder other = new ButterflyOrder("other", new int[] {1, 0});
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertNotEquals(one, ButterflyOrder.natural(2));
        one.indices()[0] = 7;
        assertEquals(1, one.indices()[0]);
    }

    @Test
    void whatIsNoPermutationIsRefused() {
        Refusal.of(() -> new ButterflyOrder("mine", new int[] {0, 2}), "mine", "2 at 1", "0 to 1");
        Refusal.of(() -> new ButterflyOrder("mine", new int[] {0, 0}), "0 at 1", "once");
        Refusal.of(() -> new ButterflyOrder("mine", new int[] {-1}), "-1");
        Refusal.ofNull("indices", () -> new ButterflyOrder("mine", null));
        Refusal.of(() -> ButterflyOrder.bitReversed(6), "6", "4 and 8");
        Refusal.of(() -> ButterflyOrder.folded(8, 3), "3", "0, 1 or 2");
        Refusal.of(() -> ButterflyOrder.digitReversed(4, 0), "0");
        Refusal.of(() -> ButterflyOrder.digitReversed(1 << 20, 1 << 20), "1048576");
        Refusal.of(() -> ButterflyOrder.natural(-1), "-1");
    }
}
