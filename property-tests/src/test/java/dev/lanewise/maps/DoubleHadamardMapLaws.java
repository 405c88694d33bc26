package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleSignDiagonal;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleHadamardMapLaws {
    private abstract static class Hadamard extends DoubleLinearMapLaws {
        private final int n;
        private final Normalization normalization;

        Hadamard(int n, Normalization normalization) {
            this.n = n;
            this.normalization = normalization;
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleHadamard.of(n, normalization);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.hadamard(n, normalization);
        }
    }

    private abstract static class SignedHadamard extends DoubleLinearMapLaws {
        private final int n;
        private final Normalization normalization;
        private final double[] signs;

        SignedHadamard(int n, Normalization normalization) {
            this.n = n;
            this.normalization = normalization;
            this.signs = Inputs.signs(n, new double[n]);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleHadamard.of(n, normalization).times(DoubleSignDiagonal.of(signs));
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.hadamard(n, normalization).times(DenseMatrix.diagonal(Numbers.of(signs)));
        }
    }

    @Group
    final class OfOrderOne extends Hadamard {
        OfOrderOne() {
            super(1, Normalization.ORTHO);
        }
    }

    @Group
    final class OfOrderEight extends Hadamard {
        OfOrderEight() {
            super(8, Normalization.BACKWARD);
        }
    }

    @Group
    final class OfOrderThirtyTwoOrthonormal extends Hadamard {
        OfOrderThirtyTwoOrthonormal() {
            super(32, Normalization.ORTHO);
        }
    }

    @Group
    final class OfOrderTwelveForward extends Hadamard {
        OfOrderTwelveForward() {
            super(12, Normalization.FORWARD);
        }
    }

    @Group
    final class OfOrderFortyOrthonormal extends Hadamard {
        OfOrderFortyOrthonormal() {
            super(40, Normalization.ORTHO);
        }
    }

    @Group
    final class OfOrderSixteenAfterSigns extends SignedHadamard {
        OfOrderSixteenAfterSigns() {
            super(16, Normalization.ORTHO);
        }
    }

    @Group
    final class OfOrderTwentyEightAfterSigns extends SignedHadamard {
        OfOrderTwentyEightAfterSigns() {
            super(28, Normalization.BACKWARD);
        }
    }

    @Group
    final class OfOrderTwentyFourAfterSignsForward extends SignedHadamard {
        OfOrderTwentyFourAfterSignsForward() {
            super(24, Normalization.FORWARD);
        }
    }

    @Example
    void signsToTheRightAreTakenUpWithoutAPassOfTheirOwn() {
        DoubleSignDiagonal signs = DoubleSignDiagonal.of(Inputs.signs(1, new double[16]));
        DoubleLinearMap once = DoubleHadamard.of(16, Normalization.ORTHO).times(signs);
        assertTrue(once instanceof DoubleHadamard, once.describe());
        DoubleLinearMap twice = once.times(signs);
        assertEquals(2, twice.parts().size(), "a second diagonal stays a factor of its own: " + twice.describe());
    }

    @Example
    void aTransformCostsItsAdditionsAndAScaledOneAProductMoreForEachElement() {
        // n log2 n, and for a base b / 2 an element more
        assertEquals(64 * 6, DoubleHadamard.of(64, Normalization.BACKWARD).operations());
        assertEquals(64 * 6 + 64, DoubleHadamard.of(64, Normalization.ORTHO).operations());
        assertEquals(96 * (3 + 6), DoubleHadamard.of(96, Normalization.BACKWARD).operations());
    }

    @Example
    void unsupportedOrdersAreRefusedWithTheNearestThatAre() {
        Refusal.of(() -> DoubleHadamard.of(100, Normalization.ORTHO), "got 100", "96", "112");
        Refusal.ofNull("normalization", () -> DoubleHadamard.of(64, null));
    }
}
