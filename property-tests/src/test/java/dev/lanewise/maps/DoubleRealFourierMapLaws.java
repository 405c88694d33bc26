package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.FourierMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleRealFourierMap;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleRealFourierMapLaws {
    private abstract static class RealFourier extends DoubleLinearMapLaws {
        private final int n;
        private final Normalization normalization;

        RealFourier(int n, Normalization normalization) {
            this.n = n;
            this.normalization = normalization;
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleRealFourierMap.of(n, normalization);
        }

        @Override
        protected DenseMatrix dense() {
            return FourierMatrix.real(n, normalization);
        }
    }

    @Group
    final class OfOneNumber extends RealFourier {
        OfOneNumber() {
            super(1, Normalization.ORTHO);
        }
    }

    @Group
    final class OfTwoNumbers extends RealFourier {
        OfTwoNumbers() {
            super(2, Normalization.BACKWARD);
        }
    }

    @Group
    final class OfThreeNumbersForward extends RealFourier {
        OfThreeNumbersForward() {
            super(3, Normalization.FORWARD);
        }
    }

    @Group
    final class OfSixteenNumbers extends RealFourier {
        OfSixteenNumbers() {
            super(16, Normalization.BACKWARD);
        }
    }

    @Group
    final class OfFifteenNumbersOrthonormal extends RealFourier {
        OfFifteenNumbersOrthonormal() {
            super(15, Normalization.ORTHO);
        }
    }

    @Group
    final class OfThirtyNumbersForward extends RealFourier {
        OfThirtyNumbersForward() {
            super(30, Normalization.FORWARD);
        }
    }

    @Group
    final class OfSeventeenNumbers extends RealFourier {
        OfSeventeenNumbers() {
            super(17, Normalization.BACKWARD);
        }
    }

    @Group
    final class TransposedOfTwelveNumbersOrthonormal extends RealFourier {
        TransposedOfTwelveNumbersOrthonormal() {
            super(12, Normalization.ORTHO);
        }

        @Override
        protected DoubleLinearMap map() {
            return super.map().transposed();
        }

        @Override
        protected DenseMatrix dense() {
            return super.dense().transposed();
        }
    }

    @Example
    void itIsThePlanWithRealPartsBeforeImaginaryParts() {
        Layout layout = Layout.contiguous(0);
        for (int n : new int[] {60, 61}) {
            for (Normalization normalization : Normalization.values()) {
                double[] x = Inputs.gaussian(n, new double[n]);
                double[] re = new double[31];
                double[] im = new double[31];
                DoubleRealFourierPlan.of(n)
                        .normalized(normalization)
                        .forward(x, layout, re, im, layout, new Workspace(), Parallelism.NONE);
                double[] y = DoubleRealFourierMap.of(n, normalization).apply(x);
                Bits.assertSame(re, Arrays.copyOfRange(y, 0, 31), normalization + ", real parts");
                Bits.assertSame(im, Arrays.copyOfRange(y, 31, 62), normalization + ", imaginary parts");
            }
        }
    }

    @Example
    void whatMeetsARowOfZerosIsNotLookedAt() {
        double[] even = Inputs.gaussian(5, new double[10]);
        double[] wanted = DoubleRealFourierMap.of(8, Normalization.ORTHO).applyTransposed(even);
        even[5] = Double.NaN;
        even[9] = Double.POSITIVE_INFINITY;
        Bits.assertSame(
                wanted, DoubleRealFourierMap.of(8, Normalization.ORTHO).applyTransposed(even), "imaginary parts");
    }

    @Example
    void itCostsHalfOfTheComplexOne() {
        assertEquals(
                5 * 64 * 6 / 2,
                DoubleRealFourierMap.of(64, Normalization.BACKWARD).operations());
        assertEquals(
                "real Fourier 64, FORWARD",
                DoubleRealFourierMap.of(64, Normalization.FORWARD).name());
    }

    @Example
    void lengthsThatNoPlanTakesAreRefused() {
        Refusal.of(() -> DoubleRealFourierMap.of(0, Normalization.ORTHO), "length", "got 0");
        Refusal.of(() -> DoubleRealFourierMap.of(-3, Normalization.ORTHO), "length", "got -3");
        Refusal.of(() -> DoubleRealFourierMap.of((1 << 29) + 2, Normalization.ORTHO), "length", "got 536870914");
        Refusal.ofNull("normalization", () -> DoubleRealFourierMap.of(4, null));
    }
}
