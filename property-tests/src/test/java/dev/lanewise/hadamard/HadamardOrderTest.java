package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.engine.hadamard.HadamardOrder;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.HadamardMatrix;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class HadamardOrderTest {
    private static final int LARGEST = 1 << 30;
    private static final TreeSet<Integer> ALL = new TreeSet<>(HadamardMatrix.ordersUpTo(LARGEST));

    /** The oracle's own matrices are what they are said to be: without that no test here would mean anything. */
    @Test
    void theMatricesOfTheDefinitionAreSymmetricAndOrthogonal() {
        for (int n : List.of(1, 2, 4, 12, 20, 28, 24, 56, 80)) {
            HadamardMatrix matrix = HadamardMatrix.of(n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    int product = 0;
                    for (int k = 0; k < n; k++) {
                        product += matrix.entry(i, k) * matrix.entry(j, k);
                    }
                    assertEquals(i == j ? n : 0, product, "rows " + i + " and " + j + " of " + n);
                    assertEquals(1, Math.abs(matrix.entry(i, j)));
                    assertEquals(matrix.entry(i, j), matrix.entry(j, i));
                }
            }
        }
    }

    @Test
    void exactlyTheMultiplesByPowersOfTwoOf1And12And20And28AreSupported() {
        for (int n = -10; n <= 100_000; n++) {
            assertEquals(ALL.contains(n), HadamardOrder.isSupported(n), "n = " + n);
        }
        for (int n : ALL) {
            HadamardOrder order = HadamardOrder.of(n);
            assertEquals(n, order.n());
            assertEquals(HadamardMatrix.baseOf(n), order.base());
            assertEquals(HadamardMatrix.bitsOf(n), order.bits());
            assertEquals(order, new HadamardOrder(order.base(), order.bits()));
        }
        for (int n : new int[] {Integer.MIN_VALUE, LARGEST + 1, 20 << 26, 12 << 27, 28 << 26, Integer.MAX_VALUE}) {
            assertFalse(HadamardOrder.isSupported(n), "n = " + n);
        }
    }

    @Test
    void dimensionsThatPeopleHaveAreSupported() {
        for (int n : new int[] {384, 640, 768, 896, 1280, 1536, 3072}) {
            assertTrue(HadamardOrder.isSupported(n), "n = " + n);
        }
    }

    @Test
    void theNearestOrdersBelowAndAboveAreFound() {
        for (int n = 1; n <= 20_000; n++) {
            assertEquals(ALL.floor(n), HadamardOrder.atMost(n).n());
            assertEquals(ALL.ceiling(n), HadamardOrder.atLeast(n).n());
        }
        for (int n : new int[] {LARGEST - 1, LARGEST}) {
            assertEquals(ALL.floor(n), HadamardOrder.atMost(n).n());
            assertEquals(LARGEST, HadamardOrder.atLeast(n).n());
        }
        for (int n : new int[] {LARGEST + 1, 20 << 26, 12 << 27, Integer.MAX_VALUE}) {
            assertEquals(LARGEST, HadamardOrder.atMost(n).n());
            Refusal.of(() -> HadamardOrder.atLeast(n), "" + n, "2^30");
        }
        Refusal.of(() -> HadamardOrder.atMost(0), "got 0", "1 or more");
        Refusal.of(() -> HadamardOrder.atMost(-3), "got -3", "1 or more");
    }

    @Test
    void anUnsupportedLengthIsRefusedWithTheNearestThatAreSupported() {
        for (int n : new int[] {3, 5, 13, 100, 1000, 1111, 900_000_001}) {
            String wanted = "nearest: " + ALL.floor(n) + " and " + ALL.ceiling(n);
            Refusal.of(() -> HadamardOrder.of(n), "length", "got " + n, wanted);
            Refusal.of(() -> DoubleHadamardPlan.of(n), "length", "got " + n, wanted);
            Refusal.of(() -> FloatHadamardPlan.of(n), "length", "got " + n, wanted);
        }
        for (int n : new int[] {0, -1, Integer.MIN_VALUE}) {
            Refusal.of(() -> HadamardOrder.of(n), "got " + n, "nearest: 1");
            Refusal.of(() -> DoubleHadamardPlan.of(n), "got " + n, "nearest: 1");
        }
        for (int n : new int[] {LARGEST + 1, 20 << 26, 12 << 27, 28 << 26, Integer.MAX_VALUE}) {
            Refusal.of(() -> HadamardOrder.of(n), "got " + n, "nearest: " + LARGEST);
            Refusal.of(() -> DoubleHadamardPlan.of(n), "got " + n, "nearest: " + LARGEST);
        }
    }

    @Test
    void componentsOutOfRangeAreRefused() {
        Refusal.of(() -> new HadamardOrder(2, 3), "base", "got 2", "1, 12, 20 or 28");
        Refusal.of(() -> new HadamardOrder(1, -1), "bits", "got -1");
        Refusal.of(() -> new HadamardOrder(1, 31), "bits", "got 31");
        Refusal.of(() -> new HadamardOrder(28, 26), "bits", "got 26");
        Refusal.of(() -> new HadamardOrder(12, Integer.MAX_VALUE), "bits", "got 2147483647");
    }

    @Test
    void additionsAreThoseOfTheFactors() {
        assertEquals(10L << 10, HadamardOrder.of(1 << 10).additions());
        assertEquals(30L << 30, HadamardOrder.of(1 << 30).additions());
        // b / 2 an element for the base: one for its pair, q = b / 2 - 1 for its row of the conference matrix
        assertEquals(96L * (3 + 6), HadamardOrder.of(96).additions());
        assertEquals(20L * 10, HadamardOrder.of(20).additions());
        assertEquals(56L * (1 + 14), HadamardOrder.of(56).additions());
    }

    @Test
    void anOrderPrintsItsBaseAndItsPower() {
        assertEquals("2^10", HadamardOrder.of(1024).toString());
        assertEquals("12 * 2^6", HadamardOrder.of(768).toString());
    }

    @Test
    void plansOfTheLargestOrdersAreMadeAndRefuseWhatIsTooShort() {
        for (int n : new int[] {LARGEST, 28 << 25, 20 << 25, 12 << 26}) {
            DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(Normalization.ORTHO);
            assertEquals(n, plan.length());
            assertEquals(n, plan.order().n());
            assertTrue(plan.describe().contains("" + n), plan.describe());
            Refusal.of(() -> plan.transform(new double[16]), "length 16", "wanted " + n);
            Layout two = Layout.rows(0, 2, n);
            Refusal.of(() -> plan.transform(new double[16], two, new Workspace()), "length 16", "" + 2L * n);
        }
    }
}
