package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleSparseMap;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

/**
 * What takes the place of dense layers in networks and is made by the algebra: block-dense, and low rank or dense with a sparse part.
 * X. Wei and others, Building on efficient foundations, NeurIPS 2024, section 3; R. Chand and others, DSFormer, 2023.
 */
final class DoubleFeedforwardLayerLaws {
    private static double[] entries(int seed, int rows, int cols) {
        return Inputs.gaussian(seed, new double[rows * cols]);
    }

    private static DoubleDenseMap map(int seed, int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, entries(seed, rows, cols));
    }

    private static DenseMatrix matrix(int seed, int rows, int cols) {
        return DenseMatrix.of(rows, cols, Numbers.of(entries(seed, rows, cols)));
    }

    /** Two in each row, in columns that differ. */
    private static DoubleLinearMap sparse(int rows, int cols) {
        int[] starts = new int[rows + 1], columns = new int[2 * rows];
        Arrays.setAll(starts, i -> 2 * i);
        for (int i = 0; i < rows; i++) {
            columns[2 * i] = i % (cols - 1);
            columns[2 * i + 1] = cols - 1;
        }
        return DoubleSparseMap.of(rows, cols, starts, columns, entries(9, rows, 2));
    }

    private static DenseMatrix sparseMatrix(int rows, int cols) {
        double[] dense = new double[rows * cols], values = entries(9, rows, 2);
        for (int i = 0; i < rows; i++) {
            dense[i * cols + i % (cols - 1)] = values[2 * i];
            dense[i * cols + cols - 1] = values[2 * i + 1];
        }
        return DenseMatrix.of(rows, cols, Numbers.of(dense));
    }

    private static DoubleLinearMap blockDense() {
        return map(1, 14, 6).times(DoubleBlockDiagonal.of(List.of(map(2, 2, 5), map(3, 2, 5), map(4, 2, 5))));
    }

    @Group
    final class BlockDense extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return blockDense();
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(1, 14, 6)
                    .times(matrix(2, 2, 5).beside(matrix(3, 2, 5)).beside(matrix(4, 2, 5)));
        }
    }

    @Group
    final class LowRankAndSparse extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleLowRankMap.of(
                            DoubleFeedforwardLayerLaws.map(1, 12, 2), DoubleFeedforwardLayerLaws.map(2, 9, 2))
                    .plus(sparse(12, 9));
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(1, 12, 2).times(matrix(2, 9, 2).transposed()).plus(sparseMatrix(12, 9));
        }
    }

    /** Blocks of which there are few, and the rest sparse; square, so that it may be in place. */
    @Group
    final class BlocksAndSparse extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleBlockDiagonal.of(
                            List.of(DoubleFeedforwardLayerLaws.map(1, 4, 4), DoubleFeedforwardLayerLaws.map(2, 4, 4)))
                    .plus(sparse(8, 8));
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(1, 4, 4).beside(matrix(2, 4, 4)).plus(sparseMatrix(8, 8));
        }
    }

    @Group
    final class DenseTimesSparse extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleFeedforwardLayerLaws.map(1, 10, 4).times(sparse(4, 11));
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(1, 10, 4).times(sparseMatrix(4, 11));
        }
    }

    @Example
    void theyTakeFewerOperationsThanDense() {
        assertEquals(14 * 6 + 6 * 5, blockDense().parameters());
        assertEquals(2 * (14 * 6 + 6 * 5), blockDense().operations());
        assertTrue(blockDense().operations() < 2 * 14 * 15);
    }
}
