package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.FourierMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleLinearMap;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleHartleyMapLaws {
    private abstract static class Hartley extends DoubleLinearMapLaws {
        private final int n;
        private final Normalization normalization;

        Hartley(int n, Normalization normalization) {
            this.n = n;
            this.normalization = normalization;
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleHartleyMap.of(n, normalization);
        }

        @Override
        protected DenseMatrix dense() {
            return FourierMatrix.hartley(n, normalization);
        }
    }

    @Group
    final class OfOneNumber extends Hartley {
        OfOneNumber() {
            super(1, Normalization.ORTHO);
        }
    }

    @Group
    final class OfSixteenNumbersOrthonormal extends Hartley {
        OfSixteenNumbersOrthonormal() {
            super(16, Normalization.ORTHO);
        }
    }

    @Group
    final class OfFifteenNumbers extends Hartley {
        OfFifteenNumbers() {
            super(15, Normalization.BACKWARD);
        }
    }

    @Group
    final class OfSeventeenNumbersForward extends Hartley {
        OfSeventeenNumbersForward() {
            super(17, Normalization.FORWARD);
        }
    }

    @Example
    void itIsThePlan() {
        for (Normalization normalization : Normalization.values()) {
            double[] x = Inputs.gaussian(7, new double[60]);
            double[] y = DoubleHartleyMap.of(60, normalization).apply(x);
            DoubleHartleyPlan.of(60).normalized(normalization).transform(x);
            Bits.assertSame(x, y, normalization.name());
        }
    }

    @Example
    void itIsSymmetricAndCostsARealTransform() {
        DoubleLinearMap map = DoubleHartleyMap.of(64, Normalization.FORWARD);
        assertSame(map, map.transposed());
        assertEquals(5 * 64 * 6 / 2, map.operations());
        assertEquals("Hartley 64, FORWARD", map.name());
    }

    @Example
    void lengthsThatNoPlanTakesAreRefused() {
        Refusal.of(() -> DoubleHartleyMap.of(0, Normalization.ORTHO), "length", "got 0");
        Refusal.of(() -> DoubleHartleyMap.of(-3, Normalization.ORTHO), "length", "got -3");
        Refusal.ofNull("normalization", () -> DoubleHartleyMap.of(4, null));
    }
}
