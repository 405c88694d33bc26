package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.engine.grid.DoubleFourierGridPlan;
import dev.lanewise.engine.grid.DoubleRealFourierGridPlan;
import dev.lanewise.engine.grid.DoubleRealToRealGridPlan;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.Refusal;
import org.junit.jupiter.api.Test;

/** What plans say of their cost: the usual count. */
final class DoubleFourierOperationsTest {
    private static long passes(long factorOfTwo, int n) {
        return Math.round(factorOfTwo / 2.0 * n * (Math.log(n) / Math.log(2)));
    }

    @Test
    void complexTransformsBySmallPrimesTakeFiveNLogN() {
        assertEquals(0, DoubleFourierPlan.of(1).operations());
        assertEquals(10, DoubleFourierPlan.of(2).operations());
        assertEquals(5 * 1024 * 10, DoubleFourierPlan.of(1024).operations());
        assertEquals(5L * (1 << 20) * 20, DoubleFourierPlan.of(1 << 20).operations());
        for (int n : new int[] {3, 13, 1000, 1001, 44_100}) {
            assertEquals(passes(10, n), DoubleFourierPlan.of(n).operations(), "n = " + n);
            assertEquals(passes(10, n), DoubleFourierPlan.of(n).inverse().operations(), "n = " + n);
        }
    }

    /** Of length 16, 1008 and 2048. */
    @Test
    void convolutionsTakeTwoTransformsOfTheirLengthAndProducts() {
        assertEquals(2 * 5 * 16 * 4 + 6 * 16, DoubleFourierPlan.of(17).operations());
        assertEquals(passes(20, 1008) + 6 * 1008, DoubleFourierPlan.of(1009).operations());
        assertEquals(
                2 * 5 * 2048 * 11 + 6 * 2048 + 12 * 1019,
                DoubleFourierPlan.of(1019).operations());
    }

    @Test
    void realTransformsTakeHalfAsMuch() {
        for (int n : new int[] {1, 2, 15, 16, 1000, 1001, 1 << 16}) {
            assertEquals(passes(5, n), DoubleRealFourierPlan.of(n).operations(), "n = " + n);
            assertEquals(passes(5, n), DoubleHartleyPlan.of(n).operations(), "n = " + n);
        }
        long complex = DoubleFourierPlan.of(1009).operations();
        assertEquals(complex, DoubleRealFourierPlan.of(1009).operations());
        assertEquals(complex + 5 * 1009, DoubleRealFourierPlan.of(2018).operations());
    }

    @Test
    void cosineAndSineTransformsTakeWhatRealOnesTake() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n : new int[] {2, 15, 16, 1000, 1001, 1 << 16}) {
                DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, n);
                assertEquals(plan.operations(), plan.inverse().operations(), plan.describe());
                if (kind.type() != 1) {
                    assertEquals(passes(5, n), plan.operations(), plan.describe());
                }
            }
        }
        // Period 16 as it is; period 256 once divided, into type III of length 64 and the real transform of period 128.
        assertEquals(
                passes(5, 16),
                DoubleTrigonometricPlan.of(TrigonometricKind.DCT1, 9).operations());
        assertEquals(
                passes(5, 16),
                DoubleTrigonometricPlan.of(TrigonometricKind.DST1, 7).operations());
        long divided = passes(5, 64) + passes(5, 128) + 128;
        assertEquals(
                divided, DoubleTrigonometricPlan.of(TrigonometricKind.DCT1, 129).operations());
        assertEquals(
                divided, DoubleTrigonometricPlan.of(TrigonometricKind.DST1, 127).operations());
    }

    @Test
    void gridsTakeTheTransformsOfAllVectorsAlongTheirAxes() {
        Grid grid = Grid.of(3, 16, 4);
        long along16 = 12L * 5 * 16 * 4;
        long along4 = 48L * 5 * 4 * 2;
        assertEquals(along16 + along4, DoubleFourierGridPlan.of(grid, 1, 2).operations(grid));
        assertEquals(
                2 * (along16 + along4), DoubleFourierGridPlan.of(grid, 1, 2).operations(Grid.of(6, 16, 4)));
        assertEquals(
                (along16 + along4) / 2,
                DoubleRealToRealGridPlan.hartley(grid, 1, 2).operations(grid));
        assertEquals(
                along16 / 2,
                DoubleRealToRealGridPlan.trigonometric(TrigonometricKind.DCT2, grid, 1)
                        .inverse()
                        .operations(grid));
        // 9 x 4 coefficients in each of three: the axis of length 4 has nine vectors, of complex numbers.
        assertEquals(
                along16 / 2 + 27L * 5 * 4 * 2,
                DoubleRealFourierGridPlan.of(grid, 2, 1).operations(grid));
        assertEquals(along16 / 2, DoubleRealFourierGridPlan.of(grid, 1).operations(grid));
        Grid other = Grid.of(3, 8, 4);
        Refusal.of(() -> DoubleFourierGridPlan.of(grid, 1).operations(other), "grid", "length 16 along axis 1");
        Refusal.of(() -> DoubleRealFourierGridPlan.of(grid, 1).operations(other), "grid", "length 16 along axis 1");
        Refusal.of(() -> DoubleRealToRealGridPlan.hartley(grid, 1).operations(other), "length 16 along axis 1");
    }
}
