package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.butterfly.DoubleButterflyTransforms;
import net.jqwik.api.Example;

/**
 * The transforms as butterflies are those that the library has, within {@code 8 u log2(n) ||A||_2} for each unit
 * vector, and as much again for these themselves, whose bounds are no larger (see {@link
 * dev.lanewise.oracle.FourierBounds}); u for a vector of order 1.
 */
final class DoubleButterflyTransformLaws {
    private static final int[] ORDERS = {1, 2, 4, 8, 16, 64};

    /** Factors are the same in all lengths: of the larger ones this is enough. */
    private static final Normalization[] LARGE = {Normalization.ORTHO};

    private static void assertSame(DoubleLinearMap wanted, DoubleLinearMap map, int largestRadix, String what) {
        int n = wanted.cols();
        assertEquals(n, map.cols(), what);
        assertEquals(n, map.rows(), what);
        ButterflyCheck.assertSameTransform(
                n, Numbers.of(wanted.toDense()), Numbers.of(map.toDense()), largestRadix, what);
        Numbers turned = Numbers.of(wanted.transposed().toDense());
        Numbers found = Numbers.of(map.transposed().toDense());
        ButterflyCheck.assertSameTransform(n, turned, found, largestRadix, what + ", transposed");
    }

    @Example
    void hadamard() {
        for (int n : ORDERS) {
            for (Normalization normalization : Normalization.values()) {
                DoubleLinearMap map = DoubleButterflyTransforms.hadamard(n, normalization);
                assertSame(DoubleHadamard.of(n, normalization), map, 2, "Hadamard " + n + " " + normalization);
            }
        }
        assertEquals(
                2L * 2 * 64 * 6,
                DoubleButterflyTransforms.hadamard(64, Normalization.ORTHO).operations(),
                64 * 6);
    }

    @Example
    void hartley() {
        for (int n : ORDERS) {
            for (Normalization normalization : Normalization.values()) {
                DoubleLinearMap map = DoubleButterflyTransforms.hartley(n, normalization);
                assertSame(DoubleHartleyMap.of(n, normalization), map, 2, "Hartley " + n + " " + normalization);
            }
        }
    }

    @Example
    void cosinesAndSines() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n : kind.type() == 1 ? new int[0] : ORDERS) {
                for (Normalization normalization : n <= 8 ? Normalization.values() : LARGE) {
                    DoubleLinearMap map = DoubleButterflyTransforms.trigonometric(kind, n, normalization);
                    DoubleLinearMap wanted = DoubleTrigonometricMap.of(kind, n, normalization);
                    assertSame(wanted, map, 2, kind + " " + n + " " + normalization);
                }
            }
        }
    }

    @Example
    void fourierOfPowersOfTwoAndOfOtherLengths() {
        for (int n : new int[] {1, 2, 3, 5, 8, 12, 45, 64, 77}) {
            for (Normalization normalization : Normalization.values()) {
                DoubleLinearMap map = DoubleButterflyTransforms.fourier(n, normalization);
                assertSame(DoubleFourierMap.of(n, normalization), map, 11, "Fourier " + n + " " + normalization);
            }
        }
        for (int[] radices : new int[][] {{4, 4}, {2, 8}, {6, 5}, {5, 6}, {1, 7}, {30}}) {
            int n = radices.length == 1 ? radices[0] : radices[0] * radices[1];
            DoubleLinearMap map = DoubleButterflyTransforms.fourier(Normalization.ORTHO, radices);
            assertSame(DoubleFourierMap.of(n, Normalization.ORTHO), map, 30, "Fourier " + n);
        }
    }

    @Example
    void circulants() {
        for (int n : new int[] {1, 2, 6, 8, 15, 32}) {
            double[] re = Inputs.gaussian(n, new double[n]), im = Inputs.gaussian(~n, new double[n]);
            Numbers wanted = Numbers.of(DoubleComplexCirculant.ofColumn(re, im).toDense());
            Numbers found =
                    Numbers.of(DoubleButterflyTransforms.circulant(re, im).toDense());
            ButterflyCheck.assertSameCirculant(
                    n, wanted, found, Numbers.of(re).norm1() + Numbers.of(im).norm1());
        }
    }

    @Example
    void haar() {
        for (int n : ORDERS) {
            ButterflyCheck.assertHaar(
                    n, Numbers.of(DoubleButterflyTransforms.haar(n).toDense()));
        }
    }

    @Example
    void whatIsNoPowerOfTwoIsRefusedWithTheNearest() {
        Refusal.of(() -> DoubleButterflyTransforms.hadamard(12, Normalization.ORTHO), "12", "8 and 16");
        Refusal.of(() -> DoubleButterflyTransforms.haar(0), "0", "power of two");
        Refusal.of(() -> DoubleButterflyTransforms.hartley(1000, Normalization.ORTHO), "1000", "512 and 1024");
        Refusal.of(
                () -> DoubleButterflyTransforms.trigonometric(TrigonometricKind.DCT2, 3, Normalization.ORTHO),
                "3",
                "2 and 4");
        Refusal.of(
                () -> DoubleButterflyTransforms.trigonometric(TrigonometricKind.DST1, 4, Normalization.ORTHO),
                "DST1",
                "II, III or IV");
        Refusal.ofNull("kind", () -> DoubleButterflyTransforms.trigonometric(null, 4, Normalization.ORTHO));
        Refusal.ofNull("normalization", () -> DoubleButterflyTransforms.hadamard(4, null));
        Refusal.of(() -> DoubleButterflyTransforms.fourier(0, Normalization.ORTHO), "0", "1 to");
        Refusal.of(() -> DoubleButterflyTransforms.fourier(Normalization.ORTHO), "none");
        Refusal.of(() -> DoubleButterflyTransforms.fourier(Normalization.ORTHO, 3, 0), "0");
        Refusal.of(() -> DoubleButterflyTransforms.circulant(new double[2], new double[3]), "2 and 3");
        Refusal.of(() -> DoubleButterflyTransforms.circulant(new double[0], new double[0]), "0");
        double[] bad = {1, Double.NaN};
        Refusal.of(() -> DoubleButterflyTransforms.circulant(bad, new double[2]), "NaN");
    }
}
