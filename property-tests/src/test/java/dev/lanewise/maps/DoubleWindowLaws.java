package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lanewise.engine.Normalization;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleWindow;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleWindowLaws {
    private abstract static class HadamardWindow extends DoubleLinearMapLaws {
        private final int start;
        private final int n;

        HadamardWindow(int start, int n) {
            this.start = start;
            this.n = n;
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleWindow.of(DoubleHadamard.of(12, Normalization.ORTHO), start, n);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.hadamard(12, Normalization.ORTHO).window(start, n);
        }
    }

    @Group
    final class AtTheStart extends HadamardWindow {
        AtTheStart() {
            super(0, 17);
        }
    }

    @Group
    final class InTheMiddle extends HadamardWindow {
        InTheMiddle() {
            super(2, 17);
        }
    }

    @Group
    final class AtTheEnd extends HadamardWindow {
        AtTheEnd() {
            super(5, 17);
        }
    }

    @Group
    final class OfEverything extends HadamardWindow {
        OfEverything() {
            super(0, 12);
        }
    }

    /** A map that is not symmetric, so that a window cannot mistake it for its transpose. */
    @Group
    final class OnAMatrix extends DoubleLinearMapLaws {
        private final double[] entries = Inputs.gaussian(3, new double[16]);

        @Override
        protected DoubleLinearMap map() {
            return DoubleWindow.of(new DoublePlainMap(4, 4, entries), 1, 6);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.of(4, 4, Numbers.of(entries)).window(1, 6);
        }
    }

    @Group
    final class OfNothing extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleWindow.of(DoublePermutation.of(new int[0]), 2, 5);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.permutation(new int[] {0, 1, 2, 3, 4});
        }
    }

    @Example
    void aWindowOfEverythingIsTheMapItself() {
        DoubleLinearMap map = DoubleSignDiagonal.of(new double[] {1, -1});
        assertSame(map, DoubleWindow.of(map, 0, 2));
    }

    @Example
    void windowsThatDoNotFitAreRefused() {
        DoubleLinearMap map = DoubleHadamard.of(4, Normalization.ORTHO);
        Refusal.of(() -> DoubleWindow.of(map, -1, 8), "start -1", "length 4", "8");
        Refusal.of(() -> DoubleWindow.of(map, 5, 8), "start 5", "length 4", "8");
        Refusal.of(() -> DoubleWindow.of(map, 0, 3), "start 0", "length 4", "3");
        Refusal.of(() -> DoubleWindow.of(map, Integer.MAX_VALUE, 8), "start 2147483647");
        Refusal.of(() -> DoubleWindow.of(map, 0, -8));
        Refusal.of(() -> DoubleWindow.of(map, 0, Integer.MIN_VALUE));
        Refusal.of(() -> DoubleWindow.of(new DoublePlainMap(2, 3, new double[6]), 0, 8), "2 x 3", "square");
        Refusal.ofNull("map", () -> DoubleWindow.of(null, 0, 8));
    }
}
