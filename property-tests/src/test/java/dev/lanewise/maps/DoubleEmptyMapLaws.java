package dev.lanewise.maps;

import dev.lanewise.engine.random.Philox;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleDiagonalPlusLowRank;
import dev.lanewise.structured.DoubleGivensChain;
import dev.lanewise.structured.DoubleHouseholderProduct;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleSelection;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.DoubleZero;
import java.util.List;
import net.jqwik.api.Group;

/** Maps of no rows or no columns, of nothing, and zero itself: all that holds of others holds of them. */
final class DoubleEmptyMapLaws {
    private static DenseMatrix zeros(int rows, int cols) {
        return DenseMatrix.of(rows, cols, Numbers.of(new double[rows * cols]));
    }

    private static DoubleDenseMap matrixOf(int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.gaussian(rows, new double[rows * cols]));
    }

    private abstract static class Empty extends DoubleLinearMapLaws {
        private final DoubleLinearMap map;

        Empty(DoubleLinearMap map) {
            this.map = map;
        }

        @Override
        protected DoubleLinearMap map() {
            return map;
        }

        @Override
        protected DenseMatrix dense() {
            return zeros(map.rows(), map.cols());
        }

        @Override
        protected boolean isSimplifiedInProducts() {
            return true;
        }
    }

    @Group
    final class Zero extends Empty {
        Zero() {
            super(DoubleZero.of(4, 7));
        }
    }

    @Group
    final class ZeroOfNoRows extends Empty {
        ZeroOfNoRows() {
            super(DoubleZero.of(0, 5));
        }
    }

    @Group
    final class Diagonal extends Empty {
        Diagonal() {
            super(DoubleDiagonal.of());
        }
    }

    @Group
    final class Signs extends Empty {
        Signs() {
            super(DoubleSignDiagonal.random(0, new Philox(1, 1)));
        }
    }

    @Group
    final class Identity extends Empty {
        Identity() {
            super(DoubleIdentity.of(0));
        }
    }

    @Group
    final class SelectionOfNothing extends Empty {
        SelectionOfNothing() {
            super(DoubleSelection.of(6));
        }
    }

    @Group
    final class SumOfNoColumns extends Empty {
        SumOfNoColumns() {
            super(matrixOf(3, 0).plus(matrixOf(3, 0)));
        }
    }

    @Group
    final class ProductThroughNothing extends Empty {
        ProductThroughNothing() {
            super(matrixOf(3, 0).times(matrixOf(0, 4)));
        }
    }

    @Group
    final class LowRankOfRankZero extends Empty {
        LowRankOfRankZero() {
            super(DoubleLowRankMap.of(matrixOf(5, 0), matrixOf(3, 0)));
        }
    }

    @Group
    final class StackOfNoRows extends Empty {
        StackOfNoRows() {
            super(DoubleStack.of(List.of(matrixOf(0, 4), DoubleZero.of(0, 4))));
        }
    }

    @Group
    final class BlocksOfNothing extends Empty {
        BlocksOfNothing() {
            super(DoubleBlockDiagonal.of(List.of(matrixOf(0, 2), matrixOf(3, 0))));
        }
    }

    @Group
    final class NoReflections extends Nothing {
        @Override
        protected DoubleLinearMap map() {
            return DoubleHouseholderProduct.of(4, 0, new double[0]);
        }
    }

    @Group
    final class NoRotations extends Nothing {
        @Override
        protected DoubleLinearMap map() {
            return DoubleGivensChain.ofAngles(4, new int[0], new int[0], new double[0]);
        }
    }

    @Group
    final class IdentityPlusRankZero extends Nothing {
        @Override
        protected DoubleLinearMap map() {
            return DoubleDiagonalPlusLowRank.of(
                    DoubleDiagonal.of(1, 1, 1, 1), DoubleLowRankMap.of(matrixOf(4, 0), matrixOf(4, 0)));
        }
    }

    /** Of order 4, the identity. */
    private abstract static class Nothing extends DoubleLinearMapLaws {
        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.diagonal(Numbers.of(new double[] {1, 1, 1, 1}));
        }
    }

    /** By a matrix whose inverse is exact. */
    @Group
    final class InverseOfDense extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleDenseMap.of(3, 3, new double[] {2, 0, 0, 1, 4, 0, 0, -2, 0.5})
                    .inverse();
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.of(3, 3, Numbers.of(new double[] {0.5, 0, 0, -0.125, 0.25, 0, -0.5, 1, 2}));
        }
    }
}
