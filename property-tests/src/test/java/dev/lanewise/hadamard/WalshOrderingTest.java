package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.hadamard.WalshOrdering;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.HadamardMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WalshOrderingTest {
    @Test
    void everyOrderingIsAPermutation() {
        for (WalshOrdering ordering : WalshOrdering.values()) {
            for (int bits = 0; bits <= 12; bits++) {
                boolean[] seen = new boolean[1 << bits];
                for (int i = 0; i < seen.length; i++) {
                    seen[ordering.natural(i, bits)] = true;
                }
                boolean[] wanted = new boolean[seen.length];
                Arrays.fill(wanted, true);
                assertEquals(Arrays.toString(wanted), Arrays.toString(seen), ordering + ", " + bits);
            }
        }
    }

    @Test
    void theRowsOfTheDefinitionInSequencyOrderHaveSoManyChangesOfSign() {
        for (int bits = 0; bits <= 9; bits++) {
            int n = 1 << bits;
            HadamardMatrix matrix = HadamardMatrix.of(n);
            for (int i = 0; i < n; i++) {
                int row = WalshOrdering.SEQUENCY.natural(i, bits);
                int changes = 0;
                for (int j = 1; j < n; j++) {
                    changes += matrix.entry(row, j) == matrix.entry(row, j - 1) ? 0 : 1;
                }
                assertEquals(i, changes, "row " + i + " of " + n);
            }
        }
    }

    @Test
    void dyadicIndicesAreNaturalOnesWithTheirBitsReversed() {
        for (int bits = 0; bits <= 12; bits++) {
            for (int i = 0; i < 1 << bits; i++) {
                int reversed = 0;
                for (int k = 0; k < bits; k++) {
                    reversed |= (i >> k & 1) << (bits - 1 - k);
                }
                assertEquals(reversed, WalshOrdering.DYADIC.natural(i, bits));
                assertEquals(i, WalshOrdering.NATURAL.natural(i, bits));
            }
        }
    }

    @Test
    void theLargestOrderHasItsIndices() {
        assertEquals(1 << 29, WalshOrdering.DYADIC.natural(1, 30));
        assertEquals(1, WalshOrdering.SEQUENCY.natural((1 << 30) - 1, 30));
        assertEquals((1 << 30) - 1, WalshOrdering.NATURAL.natural((1 << 30) - 1, 30));
    }

    @Test
    void indicesAndBitsOutOfRangeAreRefused() {
        for (WalshOrdering ordering : WalshOrdering.values()) {
            Refusal.of(() -> ordering.natural(-1, 3), "-1");
            Refusal.of(() -> ordering.natural(8, 3), "8");
            Refusal.of(() -> ordering.natural(1, 0), "1");
            Refusal.of(() -> ordering.natural(0, -1), "-1");
            Refusal.of(() -> ordering.natural(0, 40), "40");
        }
    }
}
