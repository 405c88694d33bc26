package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.FourierMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleFourierMapLaws {
    private abstract static class Fourier extends DoubleLinearMapLaws {
        private final int n;
        private final Normalization normalization;

        Fourier(int n, Normalization normalization) {
            this.n = n;
            this.normalization = normalization;
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleFourierMap.of(n, normalization);
        }

        @Override
        protected DenseMatrix dense() {
            return FourierMatrix.complex(n, normalization);
        }
    }

    @Group
    final class OfOneNumber extends Fourier {
        OfOneNumber() {
            super(1, Normalization.BACKWARD);
        }
    }

    @Group
    final class OfTwoNumbersForward extends Fourier {
        OfTwoNumbersForward() {
            super(2, Normalization.FORWARD);
        }
    }

    @Group
    final class OfSixteenNumbers extends Fourier {
        OfSixteenNumbers() {
            super(16, Normalization.BACKWARD);
        }
    }

    @Group
    final class OfFifteenNumbersOrthonormal extends Fourier {
        OfFifteenNumbersOrthonormal() {
            super(15, Normalization.ORTHO);
        }
    }

    @Group
    final class OfTwelveNumbersForward extends Fourier {
        OfTwelveNumbersForward() {
            super(12, Normalization.FORWARD);
        }
    }

    @Group
    final class OfSeventeenNumbersOrthonormal extends Fourier {
        OfSeventeenNumbersOrthonormal() {
            super(17, Normalization.ORTHO);
        }
    }

    @Group
    final class TransposedOfTenNumbersForward extends Fourier {
        TransposedOfTenNumbersForward() {
            super(10, Normalization.FORWARD);
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
    void itIsThePlanOnTheHalvesOfAVector() {
        for (Normalization normalization : Normalization.values()) {
            double[] x = Inputs.gaussian(3, new double[2 * 60]);
            double[] re = Arrays.copyOfRange(x, 0, 60);
            double[] im = Arrays.copyOfRange(x, 60, 120);
            DoubleFourierPlan.of(60).normalized(normalization).transform(re, im);
            double[] y = DoubleFourierMap.of(60, normalization).apply(x);
            Bits.assertSame(re, Arrays.copyOfRange(y, 0, 60), normalization + ", real parts");
            Bits.assertSame(im, Arrays.copyOfRange(y, 60, 120), normalization + ", imaginary parts");
        }
    }

    @Example
    void theTransposeOfTheOppositeNormalisationIsTheInverse() {
        for (Normalization normalization : Normalization.values()) {
            double[] x = Inputs.gaussian(4, new double[2 * 48]);
            double[] re = Arrays.copyOfRange(x, 0, 48);
            double[] im = Arrays.copyOfRange(x, 48, 96);
            DoubleFourierPlan.of(48).normalized(normalization).inverse().transform(re, im);
            double[] y = DoubleFourierMap.of(48, normalization.inverse()).applyTransposed(x);
            Bits.assertSame(re, Arrays.copyOfRange(y, 0, 48), normalization + ", real parts");
            Bits.assertSame(im, Arrays.copyOfRange(y, 48, 96), normalization + ", imaginary parts");
        }
    }

    @Example
    void itCostsFiveOperationsForEachNumberAndLevel() {
        assertEquals(5 * 64 * 6, DoubleFourierMap.of(64, Normalization.BACKWARD).operations());
        assertEquals(
                "Fourier 64, ORTHO",
                DoubleFourierMap.of(64, Normalization.ORTHO).name());
        assertEquals(
                "conjugate Fourier 64, ORTHO",
                DoubleFourierMap.of(64, Normalization.ORTHO).transposed().name());
    }

    @Example
    void lengthsThatNoPlanTakesAreRefused() {
        Refusal.of(() -> DoubleFourierMap.of(0, Normalization.ORTHO), "length", "got 0");
        Refusal.of(() -> DoubleFourierMap.of(-3, Normalization.ORTHO), "length", "got -3");
        Refusal.of(() -> DoubleFourierMap.of((1 << 29) + 1, Normalization.ORTHO), "length", "got 536870913");
        Refusal.ofNull("normalization", () -> DoubleFourierMap.of(4, null));
    }
}
