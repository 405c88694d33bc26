package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleDiagonalPlusLowRank;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.MapProperty;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleLowRankMapLaws {
    private static double[] factor(int rows, int rank) {
        return Inputs.gaussian(rows, new double[rows * rank]);
    }

    private static DoubleLowRankMap lowRank(int rows, int cols, int rank) {
        return DoubleLowRankMap.of(
                DoubleDenseMap.of(rows, rank, factor(rows, rank)), DoubleDenseMap.of(cols, rank, factor(cols, rank)));
    }

    private static DenseMatrix matrix(int rows, int cols, int rank) {
        return DenseMatrix.of(rows, rank, Numbers.of(factor(rows, rank)))
                .times(DenseMatrix.of(cols, rank, Numbers.of(factor(cols, rank)))
                        .transposed());
    }

    private abstract static class LowRank extends DoubleLinearMapLaws {
        private final int rows;
        private final int cols;
        private final int rank;

        LowRank(int rows, int cols, int rank) {
            this.rows = rows;
            this.cols = cols;
            this.rank = rank;
        }

        @Override
        protected DoubleLinearMap map() {
            return lowRank(rows, cols, rank);
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(rows, cols, rank);
        }
    }

    @Group
    final class Wide extends LowRank {
        Wide() {
            super(5, 9, 2);
        }
    }

    @Group
    final class OfRankZero extends LowRank {
        OfRankZero() {
            super(3, 4, 0);
        }
    }

    /** Of more columns than rows: no low rank, but the same sums. */
    @Group
    final class OfFullRank extends LowRank {
        OfFullRank() {
            super(3, 3, 4);
        }
    }

    private static double[] diagonal(int n) {
        double[] d = Inputs.gaussian(n, new double[n]);
        for (int i = 0; i < n; i++) {
            d[i] = 2 + Math.abs(d[i]);
        }
        return d;
    }

    private static DoubleDiagonalPlusLowRank plusDiagonal(int n, int rank) {
        return DoubleDiagonalPlusLowRank.of(DoubleDiagonal.of(diagonal(n)), lowRank(n, n, rank));
    }

    private static DenseMatrix matrixPlusDiagonal(int n, int rank) {
        return matrix(n, n, rank).plus(DenseMatrix.scalings(Numbers.of(diagonal(n))));
    }

    @Group
    final class PlusDiagonal extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return plusDiagonal(11, 3);
        }

        @Override
        protected DenseMatrix dense() {
            return matrixPlusDiagonal(11, 3);
        }
    }

    /** Of two different factors. */
    @Group
    final class PlusDiagonalUnsymmetric extends DoubleLinearMapLaws {
        private final double[] other = Inputs.gaussian(77, new double[12]);

        @Override
        protected DoubleLinearMap map() {
            return DoubleDiagonalPlusLowRank.of(
                    DoubleDiagonal.of(diagonal(6)),
                    DoubleLowRankMap.of(DoubleDenseMap.of(6, 2, factor(6, 2)), DoubleDenseMap.of(6, 2, other)));
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.of(6, 2, Numbers.of(factor(6, 2)))
                    .times(DenseMatrix.of(6, 2, Numbers.of(other)).transposed())
                    .plus(DenseMatrix.scalings(Numbers.of(diagonal(6))));
        }
    }

    /** The diagonal is large enough for the capacitance matrix to be well conditioned. */
    @Example
    void theInverseSolvesByWoodbury() {
        for (int rank : new int[] {0, 1, 3}) {
            DoubleLinearMap map = plusDiagonal(11, rank);
            DenseMatrix matrix = matrixPlusDiagonal(11, rank);
            double[] b = Inputs.gaussian(5, new double[11]);
            Numbers right = Numbers.of(b);
            InverseCheck.assertSolves(matrix, right, Numbers.of(map.inverse().apply(b)), "rank " + rank);
            InverseCheck.assertSolves(
                    matrix.transposed(), right, Numbers.of(map.inverse().applyTransposed(b)), "transposed, " + rank);
        }
    }

    /** {@code det (I + u v^T) = 1 + v^T u}. */
    @Example
    void theDeterminantIsThatOfTheCapacitance() {
        DoubleLinearMap map = DoubleDiagonalPlusLowRank.of(
                DoubleDiagonal.of(1, 2, 4),
                DoubleLowRankMap.of(
                        DoubleDenseMap.of(3, 1, new double[] {1, 2, 4}),
                        DoubleDenseMap.of(3, 1, new double[] {1, 1, 1})));
        assertEquals(8 * 4, map.determinant().value());
        assertEquals(3 + 3 + 3, map.parameters());
    }

    @Example
    void whatIsSingularSaysWhat() {
        DoubleLowRankMap ones = DoubleLowRankMap.of(
                DoubleDenseMap.of(2, 1, new double[] {1, 0}), DoubleDenseMap.of(2, 1, new double[] {-1, 0}));
        DoubleLinearMap map = DoubleDiagonalPlusLowRank.of(DoubleDiagonal.of(1, 1), ones);
        assertTrue(assertThrows(SingularMatrixException.class, map::inverse)
                .getMessage()
                .contains("capacitance"));
        DoubleLinearMap other = DoubleDiagonalPlusLowRank.of(DoubleDiagonal.of(1, 0), ones);
        assertEquals(
                1, assertThrows(SingularMatrixException.class, other::inverse).index());
        assertThrows(UnsupportedOperationException.class, ones::inverse);
    }

    @Example
    void whatIsSymmetricIsKnown() {
        DoubleDenseMap u = DoubleDenseMap.of(3, 1, new double[] {1, 2, 3});
        DoubleLowRankMap gram = DoubleLowRankMap.of(u, u);
        assertTrue(gram.is(MapProperty.SYMMETRIC) && !gram.is(MapProperty.INVERTIBLE));
        assertTrue(
                DoubleDiagonalPlusLowRank.of(DoubleDiagonal.of(1, 1, 1), gram).is(MapProperty.POSITIVE_DEFINITE));
        DoubleLinearMap indefinite = DoubleDiagonalPlusLowRank.of(DoubleDiagonal.of(1, -1, 1), gram);
        assertTrue(indefinite.is(MapProperty.SYMMETRIC) && !indefinite.is(MapProperty.POSITIVE_DEFINITE));
    }

    @Example
    void whatDoesNotFitIsRefused() {
        DoubleDenseMap u = DoubleDenseMap.of(3, 1, new double[3]), v = DoubleDenseMap.of(3, 2, new double[6]);
        Refusal.of(() -> DoubleLowRankMap.of(u, v), "3 x 1", "3 x 2", "columns");
        Refusal.of(
                () -> DoubleDiagonalPlusLowRank.of(DoubleDiagonal.of(1, 2), DoubleLowRankMap.of(u, u)),
                "2 x 2",
                "3 x 3");
        Refusal.ofNull("u", () -> DoubleLowRankMap.of(null, v));
        Refusal.ofNull("v", () -> DoubleLowRankMap.of(u, null));
        Refusal.ofNull("diagonal", () -> DoubleDiagonalPlusLowRank.of(null, DoubleLowRankMap.of(u, u)));
        Refusal.ofNull("lowRank", () -> DoubleDiagonalPlusLowRank.of(DoubleDiagonal.of(1), null));
    }
}
