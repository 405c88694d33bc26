package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleDenseMapLaws {
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
            return DoubleDenseMap.of(rows, cols, entries);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.of(rows, cols, Numbers.of(entries));
        }
    }

    @Group
    final class Square extends Dense {
        Square() {
            super(17, 17);
        }
    }

    @Group
    final class Wide extends Dense {
        Wide() {
            super(3, 11);
        }
    }

    @Group
    final class Tall extends Dense {
        Tall() {
            super(19, 2);
        }
    }

    @Group
    final class OneRow extends Dense {
        OneRow() {
            super(1, 9);
        }
    }

    @Group
    final class OneColumn extends Dense {
        OneColumn() {
            super(9, 1);
        }
    }

    @Group
    final class WithoutRows extends Dense {
        WithoutRows() {
            super(0, 4);
        }
    }

    @Group
    final class WithoutColumns extends Dense {
        WithoutColumns() {
            super(4, 0);
        }
    }

    /** Of a matrix with a dominant diagonal: its condition is below 3. */
    private static double[] dominant(int n) {
        double[] entries = Inputs.gaussian(n, new double[n * n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * n + j] = i == j ? 1 : entries[i * n + j] / (8 * n);
            }
        }
        return entries;
    }

    @Example
    void theInverseSolves() {
        int n = 23;
        DoubleLinearMap map = DoubleDenseMap.of(n, n, dominant(n));
        DenseMatrix matrix = DenseMatrix.of(n, n, Numbers.of(dominant(n)));
        double[] b = Inputs.gaussian(1, new double[n]);
        Numbers right = Numbers.of(b);
        InverseCheck.assertSolves(matrix, right, Numbers.of(map.inverse().apply(b)), "inverse");
        InverseCheck.assertSolves(
                matrix.transposed(), right, Numbers.of(map.inverse().applyTransposed(b)), "inverse, transposed");
        InverseCheck.assertSolves(
                matrix.transposed(),
                right,
                Numbers.of(map.transposed().inverse().apply(b)),
                "transpose, inverse");
        assertSame(map, map.inverse().inverse());
        assertSame(map, map.transposed().transposed());
    }

    @Example
    void theDeterminantIsThatOfItsFactors() {
        assertEquals(
                -2,
                DoubleDenseMap.of(2, 2, new double[] {1, 2, 3, 4}).determinant().value(),
                1e-6);
    }

    @Example
    void singularMatricesHaveNoInverse() {
        DoubleLinearMap map = DoubleDenseMap.of(2, 2, new double[] {1, 2, 2, 4});
        assertThrows(SingularMatrixException.class, map::inverse);
        DoubleLinearMap wide = DoubleDenseMap.of(1, 2, new double[] {1, 2});
        assertTrue(assertThrows(UnsupportedOperationException.class, wide::inverse)
                .getMessage()
                .contains("1 x 2"));
    }

    @Example
    void theEntriesAreCopied() {
        double[] entries = {1, 2, 3, 4};
        DoubleLinearMap map = DoubleDenseMap.of(2, 2, entries);
        entries[0] = 7;
        Bits.assertSame(new double[] {1, 2, 3, 4}, map.toDense(), "entries");
        assertEquals(4, map.parameters());
        assertEquals(8, map.operations());
    }

    @Example
    void whatIsNoMatrixIsRefused() {
        Refusal.of(() -> DoubleDenseMap.of(2, 2, new double[3]), "got 3", "wanted 4", "2 x 2");
        Refusal.of(() -> DoubleDenseMap.of(2, 2, new double[] {1, 2, Double.NaN, 4}), "(1, 0)", "NaN");
        Refusal.of(() -> DoubleDenseMap.of(-1, 0, new double[0]), "-1 x 0");
        Refusal.ofNull("entries", () -> DoubleDenseMap.of(1, 1, null));
    }
}
