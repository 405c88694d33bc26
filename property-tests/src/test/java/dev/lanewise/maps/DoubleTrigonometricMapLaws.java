package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.FourierMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.LinearOracle;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleTrigonometricMapLaws {
    private static final int LONGEST_WRITTEN_OUT = 20;

    private abstract static class Trigonometric extends DoubleLinearMapLaws {
        private final TrigonometricKind kind;
        private final int n;
        private final Normalization normalization;

        Trigonometric(TrigonometricKind kind, int n, Normalization normalization) {
            this.kind = kind;
            this.n = n;
            this.normalization = normalization;
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleTrigonometricMap.of(kind, n, normalization);
        }

        @Override
        protected DenseMatrix dense() {
            return FourierMatrix.trigonometric(kind, n, normalization);
        }
    }

    @Group
    final class CosinesOneOfSixteen extends Trigonometric {
        CosinesOneOfSixteen() {
            super(TrigonometricKind.DCT1, 16, Normalization.BACKWARD);
        }
    }

    @Group
    final class CosinesOneOfFifteenOrthonormal extends Trigonometric {
        CosinesOneOfFifteenOrthonormal() {
            super(TrigonometricKind.DCT1, 15, Normalization.ORTHO);
        }
    }

    @Group
    final class CosinesTwoOfSixteenOrthonormal extends Trigonometric {
        CosinesTwoOfSixteenOrthonormal() {
            super(TrigonometricKind.DCT2, 16, Normalization.ORTHO);
        }
    }

    @Group
    final class CosinesTwoOfFifteenForward extends Trigonometric {
        CosinesTwoOfFifteenForward() {
            super(TrigonometricKind.DCT2, 15, Normalization.FORWARD);
        }
    }

    @Group
    final class CosinesThreeOfSixteenForward extends Trigonometric {
        CosinesThreeOfSixteenForward() {
            super(TrigonometricKind.DCT3, 16, Normalization.FORWARD);
        }
    }

    @Group
    final class CosinesThreeOfFifteen extends Trigonometric {
        CosinesThreeOfFifteen() {
            super(TrigonometricKind.DCT3, 15, Normalization.BACKWARD);
        }
    }

    @Group
    final class CosinesFourOfSixteen extends Trigonometric {
        CosinesFourOfSixteen() {
            super(TrigonometricKind.DCT4, 16, Normalization.BACKWARD);
        }
    }

    @Group
    final class CosinesFourOfFifteenOrthonormal extends Trigonometric {
        CosinesFourOfFifteenOrthonormal() {
            super(TrigonometricKind.DCT4, 15, Normalization.ORTHO);
        }
    }

    @Group
    final class SinesOneOfSixteenOrthonormal extends Trigonometric {
        SinesOneOfSixteenOrthonormal() {
            super(TrigonometricKind.DST1, 16, Normalization.ORTHO);
        }
    }

    @Group
    final class SinesOneOfFifteenForward extends Trigonometric {
        SinesOneOfFifteenForward() {
            super(TrigonometricKind.DST1, 15, Normalization.FORWARD);
        }
    }

    @Group
    final class SinesTwoOfSixteenForward extends Trigonometric {
        SinesTwoOfSixteenForward() {
            super(TrigonometricKind.DST2, 16, Normalization.FORWARD);
        }
    }

    @Group
    final class SinesTwoOfFifteen extends Trigonometric {
        SinesTwoOfFifteen() {
            super(TrigonometricKind.DST2, 15, Normalization.BACKWARD);
        }
    }

    @Group
    final class SinesThreeOfSixteen extends Trigonometric {
        SinesThreeOfSixteen() {
            super(TrigonometricKind.DST3, 16, Normalization.BACKWARD);
        }
    }

    @Group
    final class SinesThreeOfFifteenOrthonormal extends Trigonometric {
        SinesThreeOfFifteenOrthonormal() {
            super(TrigonometricKind.DST3, 15, Normalization.ORTHO);
        }
    }

    @Group
    final class SinesFourOfSixteenOrthonormal extends Trigonometric {
        SinesFourOfSixteenOrthonormal() {
            super(TrigonometricKind.DST4, 16, Normalization.ORTHO);
        }
    }

    @Group
    final class SinesFourOfFifteenForward extends Trigonometric {
        SinesFourOfFifteenForward() {
            super(TrigonometricKind.DST4, 15, Normalization.FORWARD);
        }
    }

    @Group
    final class CosinesOneOfSixtySeven extends Trigonometric {
        CosinesOneOfSixtySeven() {
            super(TrigonometricKind.DCT1, 67, Normalization.BACKWARD);
        }
    }

    @Group
    final class SinesOneOfSixtyFiveForward extends Trigonometric {
        SinesOneOfSixtyFiveForward() {
            super(TrigonometricKind.DST1, 65, Normalization.FORWARD);
        }
    }

    /** Even lengths, odd ones and those with a large prime, down to the shortest there are, under every normalisation. */
    @Example
    void everyKindAndItsTransposeWrittenOutAreTheDefinition() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n = kind.shortestLength(); n <= LONGEST_WRITTEN_OUT; n++) {
                for (Normalization normalization : Normalization.values()) {
                    DoubleLinearMap map = DoubleTrigonometricMap.of(kind, n, normalization);
                    DenseMatrix matrix = FourierMatrix.trigonometric(kind, n, normalization);
                    LinearOracle.assertDense(matrix, Numbers.of(map.toDense()), map.name());
                    DoubleLinearMap transposed = map.transposed();
                    LinearOracle.assertDense(
                            matrix.transposed(), Numbers.of(transposed.toDense()), map.name() + ", transposed");
                    LinearOracle.assertDense(
                            matrix,
                            Numbers.of(transposed.transposed().toDense()),
                            map.name() + ", transposed and back");
                }
            }
        }
    }

    @Example
    void itIsThePlan() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (Normalization normalization : Normalization.values()) {
                double[] x = Inputs.gaussian(7, new double[60]);
                double[] y = DoubleTrigonometricMap.of(kind, 60, normalization).apply(x);
                DoubleTrigonometricPlan.of(kind, 60).normalized(normalization).transform(x);
                Bits.assertSame(x, y, kind + ", " + normalization);
            }
        }
    }

    @Example
    void orthonormalTransposesAreTheInverseKindToTheLastBit() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            double[] x = Inputs.gaussian(8, new double[60]);
            double[] wanted = DoubleTrigonometricMap.of(kind.inverse(), 60, Normalization.ORTHO)
                    .apply(x);
            DoubleLinearMap map = DoubleTrigonometricMap.of(kind, 60, Normalization.ORTHO);
            Bits.assertSame(wanted, map.applyTransposed(x), kind.name());
            Bits.assertSame(wanted, map.transposed().apply(x), kind + ", transposed");
            assertEquals(kind.inverse() + " 60, ORTHO", map.transposed().name());
        }
    }

    @Example
    void symmetricKindsAreTheirOwnTranspose() {
        for (Normalization normalization : Normalization.values()) {
            for (TrigonometricKind kind :
                    new TrigonometricKind[] {TrigonometricKind.DCT4, TrigonometricKind.DST1, TrigonometricKind.DST4}) {
                DoubleLinearMap map = DoubleTrigonometricMap.of(kind, 9, normalization);
                assertSame(map, map.transposed());
            }
        }
        DoubleLinearMap orthonormal = DoubleTrigonometricMap.of(TrigonometricKind.DCT1, 9, Normalization.ORTHO);
        assertSame(orthonormal, orthonormal.transposed());
    }

    @Example
    void itCostsHalfOfAComplexFourierTransform() {
        DoubleLinearMap map = DoubleTrigonometricMap.of(TrigonometricKind.DCT2, 64, Normalization.BACKWARD);
        assertEquals(5 * 64 * 6 / 2, map.operations());
        assertEquals("DCT2 64, BACKWARD", map.name());
    }

    @Example
    void lengthsThatNoPlanTakesAreRefused() {
        Refusal.of(() -> DoubleTrigonometricMap.of(TrigonometricKind.DCT2, 0, Normalization.ORTHO), "length", "got 0");
        Refusal.of(() -> DoubleTrigonometricMap.of(TrigonometricKind.DCT1, 1, Normalization.ORTHO), "length", "got 1");
        Refusal.of(() -> DoubleTrigonometricMap.of(TrigonometricKind.DST4, -3, Normalization.ORTHO), "got -3");
        Refusal.ofNull("kind", () -> DoubleTrigonometricMap.of(null, 4, Normalization.ORTHO));
        Refusal.ofNull("normalization", () -> DoubleTrigonometricMap.of(TrigonometricKind.DCT2, 4, null));
    }
}
