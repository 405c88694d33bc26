package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.lanewise.engine.random.Philox;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleSignDiagonal;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleSignDiagonalLaws {
    private abstract static class Diagonal extends DoubleLinearMapLaws {
        private final double[] signs;

        Diagonal(int n) {
            signs = Inputs.signs(n, new double[n]);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleSignDiagonal.of(signs);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.diagonal(Numbers.of(signs));
        }
    }

    @Group
    final class OfNoSigns extends Diagonal {
        OfNoSigns() {
            super(0);
        }
    }

    @Group
    final class OfOneSign extends Diagonal {
        OfOneSign() {
            super(1);
        }
    }

    @Group
    final class OfThirteenSigns extends Diagonal {
        OfThirteenSigns() {
            super(13);
        }
    }

    @Example
    void theSignsAreCopiedInAndOut() {
        double[] signs = {1, -1, 1};
        DoubleSignDiagonal map = DoubleSignDiagonal.of(signs);
        signs[0] = -1;
        map.signs()[1] = 1;
        assertNotSame(map.signs(), map.signs());
        Bits.assertSame(new double[] {1, -1, 1}, map.signs(), "signs");
    }

    @Example
    void randomSignsAreTheFirstOfTheirSequence() {
        double[] wanted = new double[300];
        new Philox(5, 7).signs(0, wanted);
        Bits.assertSame(wanted, DoubleSignDiagonal.random(300, new Philox(5, 7)).signs(), "signs");
    }

    @Example
    void whatIsNoSignIsRefused() {
        Refusal.of(() -> DoubleSignDiagonal.of(new double[] {1, -1, 0}), "signs[2]", "0.0", "1 or -1");
        Refusal.of(() -> DoubleSignDiagonal.of(new double[] {Double.NaN}), "signs[0]", "NaN", "1 or -1");
        Refusal.of(() -> DoubleSignDiagonal.of(new double[] {1, 1.5}), "signs[1]", "1.5", "1 or -1");
        Refusal.ofNull("signs", () -> DoubleSignDiagonal.of(null));
        Refusal.ofNull("random", () -> DoubleSignDiagonal.random(4, null));
        Refusal.of(() -> DoubleSignDiagonal.random(-1, new Philox(1)), "-1", "0 or more");
    }
}
