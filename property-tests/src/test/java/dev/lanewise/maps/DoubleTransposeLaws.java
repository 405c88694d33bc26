package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleSignDiagonal;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

/** Transposes, and the plain dense map of the tests, which has no better form of it. */
final class DoubleTransposeLaws {
    private abstract static class Dense extends DoubleLinearMapLaws {
        private final int rows;
        private final int cols;
        private final double[] entries;

        Dense(int rows, int cols) {
            this.rows = rows;
            this.cols = cols;
            this.entries = Inputs.gaussian(rows, new double[rows * cols]);
        }

        @Override
        protected DoubleLinearMap map() {
            return new DoublePlainMap(rows, cols, entries);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.of(rows, cols, Numbers.of(entries));
        }
    }

    private abstract static class TransposedDense extends Dense {
        TransposedDense(int rows, int cols) {
            super(cols, rows);
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

    @Group
    final class OfAPlainSquare extends Dense {
        OfAPlainSquare() {
            super(5, 5);
        }
    }

    @Group
    final class OfAPlainWide extends Dense {
        OfAPlainWide() {
            super(2, 7);
        }
    }

    @Group
    final class OfNoRows extends Dense {
        OfNoRows() {
            super(0, 3);
        }
    }

    @Group
    final class OfNoColumns extends Dense {
        OfNoColumns() {
            super(3, 0);
        }
    }

    @Group
    final class Square extends TransposedDense {
        Square() {
            super(6, 6);
        }
    }

    @Group
    final class Tall extends TransposedDense {
        Tall() {
            super(9, 2);
        }
    }

    @Group
    final class WithoutColumns extends TransposedDense {
        WithoutColumns() {
            super(4, 0);
        }
    }

    @Group
    final class OfSignsAndHadamard extends DoubleLinearMapLaws {
        private final double[] signs = Inputs.signs(8, new double[12]);

        @Override
        protected DoubleLinearMap map() {
            return DoubleHadamard.of(12, Normalization.ORTHO)
                    .times(DoubleSignDiagonal.of(signs))
                    .transposed();
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.diagonal(Numbers.of(signs)).times(DenseMatrix.hadamard(12, Normalization.ORTHO));
        }
    }

    @Example
    void theTransposeOfATransposeIsTheMapItself() {
        DoubleLinearMap map = new DoublePlainMap(2, 3, new double[6]);
        assertSame(map, map.transposed().transposed());
    }

    @Example
    void symmetricMapsAreTheirOwnTranspose() {
        DoubleLinearMap signs = DoubleSignDiagonal.of(new double[] {1, -1});
        DoubleLinearMap hadamard = DoubleHadamard.of(2, Normalization.ORTHO);
        assertSame(signs, signs.transposed());
        assertSame(hadamard, hadamard.transposed());
    }
}
