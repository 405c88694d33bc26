package dev.lanewise.maps;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleSelection;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.DoubleSum;
import dev.lanewise.structured.DoubleZero;
import java.util.List;
import net.jqwik.api.Group;

/** Maps made of others, and the small ones that have no laws of their own. */
final class DoubleComposedMapLaws {
    private static double[] entries(int rows, int cols) {
        return Inputs.gaussian(rows, new double[rows * cols]);
    }

    private static DoubleLinearMap map(int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, entries(rows, cols));
    }

    private static DenseMatrix matrix(int rows, int cols) {
        return DenseMatrix.of(rows, cols, Numbers.of(entries(rows, cols)));
    }

    private static double[] diagonal(int n) {
        return Inputs.gaussian(n, new double[n]);
    }

    @Group
    final class Diagonal extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleDiagonal.of(diagonal(13));
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.scalings(Numbers.of(diagonal(13)));
        }
    }

    /** By powers of two, whose reciprocals are exact. */
    @Group
    final class InverseOfDiagonal extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleDiagonal.of(2, -8, 0.5, 1).inverse();
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.scalings(Numbers.of(new double[] {0.5, -0.125, 2, 1}));
        }
    }

    @Group
    final class Identity extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleIdentity.of(5);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.diagonal(Numbers.of(new double[] {1, 1, 1, 1, 1}));
        }
    }

    @Group
    final class Selection extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleSelection.of(6, 4, 0, 3);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.permutation(new int[] {4, 0, 3, 1, 2, 5}).rows(0, 1, 2);
        }
    }

    /** A selection of everything, square, which may be in place. */
    @Group
    final class SelectionOfAll extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleSelection.of(4, 2, 0, 3, 1);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.permutation(new int[] {2, 0, 3, 1});
        }
    }

    @Group
    final class Stride extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoublePermutation.stride(6, 2);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.permutation(new int[] {0, 2, 4, 1, 3, 5});
        }
    }

    @Group
    final class BitReversal extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoublePermutation.bitReversal(8);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.permutation(new int[] {0, 4, 2, 6, 1, 5, 3, 7});
        }
    }

    @Group
    final class Multiple extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleComposedMapLaws.map(3, 8).times(-3);
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(3, 8).times(-3);
        }

        @Override
        protected boolean isSimplifiedInProducts() {
            return true;
        }
    }

    @Group
    final class SquareSum extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleComposedMapLaws.map(8, 8)
                    .plus(DoubleHadamard.of(8, Normalization.BACKWARD))
                    .minus(DoubleDiagonal.of(diagonal(8)));
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(8, 8)
                    .plus(DenseMatrix.hadamard(8, Normalization.BACKWARD))
                    .plus(DenseMatrix.scalings(Numbers.of(diagonal(8))).times(-1));
        }
    }

    @Group
    final class WideSum extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleSum.of(List.of(
                    DoubleComposedMapLaws.map(2, 9),
                    DoubleZero.of(2, 9),
                    DoubleComposedMapLaws.map(2, 3).times(DoubleComposedMapLaws.map(3, 9))));
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(2, 9).plus(matrix(2, 3).times(matrix(3, 9)));
        }
    }

    @Group
    final class SquareBlocks extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleBlockDiagonal.of(List.of(
                    DoubleHadamard.of(4, Normalization.ORTHO),
                    DoubleComposedMapLaws.map(3, 3),
                    DoubleComposedMapLaws.map(0, 0)));
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.hadamard(4, Normalization.ORTHO).beside(matrix(3, 3));
        }
    }

    /** Square as a whole, but not in its blocks: in place, an output would overwrite the next input. */
    @Group
    final class OblongBlocks extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleBlockDiagonal.of(List.of(
                    DoubleComposedMapLaws.map(5, 2),
                    DoubleComposedMapLaws.map(0, 2),
                    DoubleComposedMapLaws.map(1, 4),
                    DoubleComposedMapLaws.map(2, 0)));
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(5, 2).beside(matrix(0, 2)).beside(matrix(1, 4)).beside(matrix(2, 0));
        }
    }

    @Group
    final class Stack extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleStack.of(List.of(
                    DoubleComposedMapLaws.map(3, 6),
                    DoubleComposedMapLaws.map(0, 6),
                    DoubleComposedMapLaws.map(2, 6),
                    DoubleComposedMapLaws.map(1, 6)));
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(3, 6).above(matrix(0, 6)).above(matrix(2, 6)).above(matrix(1, 6));
        }
    }

    @Group
    final class SideBySide extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleStack.sideBySide(
                    List.of(DoubleComposedMapLaws.map(3, 4), HadamardRows.map(), DoubleZero.of(3, 2)));
        }

        @Override
        protected DenseMatrix dense() {
            DenseMatrix nothing = DenseMatrix.of(3, 2, Numbers.of(new double[6]));
            return matrix(3, 4)
                    .transposed()
                    .above(HadamardRows.matrix().transposed())
                    .above(nothing.transposed())
                    .transposed();
        }
    }

    private static final class HadamardRows {
        static DoubleLinearMap map() {
            return DoubleHadamard.of(8, Normalization.ORTHO).restrictedToRows(1, 7, 2);
        }

        static DenseMatrix matrix() {
            return DenseMatrix.hadamard(8, Normalization.ORTHO).rows(1, 7, 2);
        }
    }

    /** Applied to many vectors, the first two and the last three factors are multiplied out. */
    @Group
    final class Bracketed extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return product();
        }

        @Override
        protected DenseMatrix dense() {
            return bracketed();
        }

        @Override
        protected boolean dependsOnTheCount() {
            return true;
        }
    }

    /** The same, from the right whatever the number of vectors. */
    @Group
    final class AsWritten extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return product().asWritten();
        }

        @Override
        protected DenseMatrix dense() {
            return bracketed();
        }
    }

    private static DoubleProduct product() {
        return (DoubleProduct) map(2, 30)
                .times(map(30, 16))
                .times(DoubleHadamard.of(16, Normalization.ORTHO))
                .times(DoubleDiagonal.of(diagonal(16)))
                .times(map(16, 3));
    }

    private static DenseMatrix bracketed() {
        return matrix(2, 30)
                .times(matrix(30, 16))
                .times(DenseMatrix.hadamard(16, Normalization.ORTHO))
                .times(DenseMatrix.scalings(Numbers.of(diagonal(16))))
                .times(matrix(16, 3));
    }
}
