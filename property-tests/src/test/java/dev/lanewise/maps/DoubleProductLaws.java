package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lanewise.engine.Normalization;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleSignDiagonal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleProductLaws {
    private static double[] entries(int rows, int cols) {
        return Inputs.gaussian(rows, new double[rows * cols]);
    }

    private static DoubleLinearMap map(int rows, int cols) {
        return new DoublePlainMap(rows, cols, entries(rows, cols));
    }

    private static DenseMatrix dense(int rows, int cols) {
        return DenseMatrix.of(rows, cols, Numbers.of(entries(rows, cols)));
    }

    @Group
    final class OfSquareMaps extends DoubleLinearMapLaws {
        private final double[] signs = Inputs.signs(4, new double[20]);
        private final int[] indices = {3, 1, 4, 15, 9, 2, 6, 5, 0, 7, 19, 8, 18, 10, 17, 11, 16, 12, 14, 13};

        @Override
        protected DoubleLinearMap map() {
            return DoublePermutation.of(indices)
                    .times(DoubleHadamard.of(20, Normalization.ORTHO))
                    .times(DoubleSignDiagonal.of(signs))
                    .times(DoubleHadamard.of(20, Normalization.FORWARD));
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.permutation(indices)
                    .times(DenseMatrix.hadamard(20, Normalization.ORTHO))
                    .times(DenseMatrix.diagonal(Numbers.of(signs)))
                    .times(DenseMatrix.hadamard(20, Normalization.FORWARD));
        }
    }

    @Group
    final class WideOfThree extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleProductLaws.map(3, 7)
                    .times(DoubleProductLaws.map(7, 2))
                    .times(DoubleProductLaws.map(2, 5));
        }

        @Override
        protected DenseMatrix dense() {
            return DoubleProductLaws.dense(3, 7)
                    .times(DoubleProductLaws.dense(7, 2))
                    .times(DoubleProductLaws.dense(2, 5));
        }
    }

    /** Square as a whole, but not in its factors: in place, the first factor must not overwrite what it reads. */
    @Group
    final class SquareOfTallAndWide extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleProductLaws.map(6, 2).times(DoubleProductLaws.map(2, 6));
        }

        @Override
        protected DenseMatrix dense() {
            return DoubleProductLaws.dense(6, 2).times(DoubleProductLaws.dense(2, 6));
        }
    }

    @Group
    final class OfSquareAndTall extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleHadamard.of(8, Normalization.ORTHO)
                    .times(DoubleProductLaws.map(8, 3))
                    .times(DoubleProductLaws.map(3, 3));
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.hadamard(8, Normalization.ORTHO)
                    .times(DoubleProductLaws.dense(8, 3))
                    .times(DoubleProductLaws.dense(3, 3));
        }
    }

    /** Through nothing: the product of an {@code n x 0} by a {@code 0 x m} map is zero. */
    @Group
    final class ThroughNothing extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleProductLaws.map(3, 0).times(DoubleProductLaws.map(0, 4));
        }

        @Override
        protected DenseMatrix dense() {
            return DoubleProductLaws.dense(3, 0).times(DoubleProductLaws.dense(0, 4));
        }
    }

    @Example
    void productsWithinAreOpened() {
        DoubleLinearMap product = map(2, 3).times(map(3, 4).times(map(4, 5)));
        assertEquals(3, product.parts().size(), product.describe());
        assertEquals(2 * (2 * 3 + 3 * 4 + 4 * 5), product.operations());
    }

    @Example
    void aProductOfOneFactorIsThatFactor() {
        DoubleLinearMap map = map(2, 3);
        assertSame(map, DoubleProduct.of(List.of(map)));
    }

    @Example
    void productsOfNothingOrOfWhatIsMissingAreRefused() {
        Refusal.of(() -> DoubleProduct.of(List.of()), "got none", "one or more");
        Refusal.ofNull("factors", () -> DoubleProduct.of(null));
        Refusal.ofNull("factor 1", () -> DoubleProduct.of(Arrays.asList(map(2, 2), null)));
        Refusal.ofNull("factor 0", () -> DoubleProduct.of(Arrays.asList((DoubleLinearMap) null)));
    }

    @Example
    void shapesThatDoNotMatchAreRefusedWithBoth() {
        Refusal.of(() -> map(2, 3).times(map(4, 5)), "2 x 3", "4 x 5");
    }
}
