package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.ConvolutionSchedule;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.LinearOracle;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ToeplitzMatrix;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.MapProperty;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleToeplitzMapLaws {
    /** A shape for transforms. */
    private static final int ROWS = 150;

    private static final int COLS = 2;

    /** An order for transforms, of square matrices. */
    private static final int ORDER = 100;

    private abstract static class Toeplitz extends DoubleLinearMapLaws {
        private final double[] column;
        private final double[] row;

        Toeplitz(int rows, int cols) {
            column = Inputs.gaussian(rows, new double[rows]);
            row = Inputs.gaussian(~cols, new double[cols]);
            row[0] = column[0];
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleToeplitzMap.of(column, row);
        }

        @Override
        protected DenseMatrix dense() {
            return ToeplitzMatrix.of(Numbers.of(column), Numbers.of(row));
        }
    }

    @Group
    final class OfOneNumber extends Toeplitz {
        OfOneNumber() {
            super(1, 1);
        }
    }

    @Group
    final class TallByDirectSums extends Toeplitz {
        TallByDirectSums() {
            super(7, 3);
        }
    }

    /** Their transposes, with few outputs, go by direct sums. */
    @Group
    final class TallByTransforms extends Toeplitz {
        TallByTransforms() {
            super(ROWS, COLS);
        }
    }

    @Group
    final class SquareByDirectSums extends Toeplitz {
        SquareByDirectSums() {
            super(9, 9);
        }
    }

    @Group
    final class Wide extends Toeplitz {
        Wide() {
            super(4, 11);
        }
    }

    @Group
    final class Symmetric extends DoubleLinearMapLaws {
        private final double[] column = Inputs.gaussian(1, new double[7]);

        @Override
        protected DoubleLinearMap map() {
            return DoubleToeplitzMap.symmetric(column);
        }

        @Override
        protected DenseMatrix dense() {
            return ToeplitzMatrix.of(Numbers.of(column), Numbers.of(column));
        }
    }

    /** Predictors are off by the residual of the recursion, {@code 8 n^3 G^2 ||T||}, times {@code ||T^-1||}; {@code G} is 3/2. */
    @Group
    final class InverseOfHalvings extends DoubleLinearMapLaws {
        private static final int N = 9;

        @Override
        protected DoubleLinearMap map() {
            return DoubleToeplitzMap.symmetric(halvings(N)).inverse();
        }

        @Override
        protected DenseMatrix dense() {
            return ToeplitzMatrix.inverseOfHalvings(N, 8 * N * N * N * 9 / 4 * 9);
        }
    }

    private static double[] halvings(int n) {
        double[] t = new double[n];
        t[0] = 1;
        for (int k = 1; k < n; k++) {
            t[k] = t[k - 1] * 0.5;
        }
        return t;
    }

    @Example
    void theseShapesGoBothWays() {
        assertEquals(
                ConvolutionSchedule.Method.WHOLE,
                ConvolutionSchedule.of(COLS, ROWS + COLS - 1, ConvolutionMode.VALID)
                        .method());
        assertEquals(
                ConvolutionSchedule.Method.WHOLE,
                ConvolutionSchedule.of(ORDER, 2 * ORDER - 1, ConvolutionMode.SAME)
                        .method());
        assertEquals(
                ConvolutionSchedule.Method.DIRECT,
                ConvolutionSchedule.of(9, 17, ConvolutionMode.SAME).method());
    }

    @Example
    void squareOnesByTransformsAreTheirMatricesAlsoInPlace() {
        double[] column = Inputs.gaussian(1, new double[ORDER]), row = Inputs.gaussian(2, new double[ORDER]);
        row[0] = column[0];
        DoubleToeplitzMap map = DoubleToeplitzMap.of(column, row);
        DenseMatrix matrix = ToeplitzMatrix.of(Numbers.of(column), Numbers.of(row));
        double[] x = Inputs.uneven(3, new double[3 * ORDER]), first = Arrays.copyOf(x, ORDER);
        LinearOracle.assertApplied(matrix, Numbers.of(first), Numbers.of(map.apply(first)), "apply");
        LinearOracle.assertApplied(
                matrix.transposed(), Numbers.of(first), Numbers.of(map.applyTransposed(first)), "transposed");
        double[] there = x.clone();
        Layout columns = Layout.columns(0, 3, 3), rows = Layout.rows(0, 3, ORDER);
        for (Layout layout : new Layout[] {columns, rows}) {
            double[] apart = new double[x.length], inPlace = x.clone();
            map.apply(there, layout, apart, layout, new Workspace(), Parallelism.NONE);
            map.apply(inPlace, layout, inPlace, layout, new Workspace(), Parallelism.NONE);
            Bits.assertSame(apart, inPlace, "in place at " + layout);
        }
        Bits.assertSame(x, there, "input");
    }

    @Example
    void columnAndRowStandWhereTheyBelong() {
        DoubleToeplitzMap map = DoubleToeplitzMap.of(new double[] {1, 2, 3}, new double[] {1, 5});
        Bits.assertSame(new double[] {1, 5, 2, 1, 3, 2}, map.toDense(), "dense");
        Bits.assertSame(new double[] {1, 2, 3, 5, 1, 2}, map.transposed().toDense(), "transposed");
        Bits.assertSame(new double[] {1, 2, 3}, map.column(), "column");
        Bits.assertSame(new double[] {1, 5}, map.row(), "row");
        assertEquals(4, map.parameters());
    }

    /** A band of a long matrix is convolved in blocks, at a cost that does not grow with the square of its order. */
    @Example
    void aNarrowBandCostsLittleAndIsRightAtItsEnds() {
        int n = 20000, below = 37, above = 5;
        double[] column = new double[n], row = new double[n], x = Inputs.gaussian(3, new double[n]);
        System.arraycopy(Inputs.gaussian(1, new double[below + 1]), 0, column, 0, below + 1);
        System.arraycopy(Inputs.gaussian(2, new double[above + 1]), 0, row, 0, above + 1);
        row[0] = column[0];
        DoubleToeplitzMap map = DoubleToeplitzMap.of(column, row);
        assertTrue(map.operations() < 200L * n, map.describe());
        ToeplitzCheck.assertBand(
                Numbers.of(column),
                Numbers.of(row),
                below,
                above,
                Numbers.of(x),
                Numbers.of(map.apply(x)),
                0,
                1,
                36,
                37,
                38,
                10000,
                n - 6,
                n - 5,
                n - 1);
    }

    @Example
    void whatIsKnownFollowsFromTheCoefficients() {
        double[] some = {2, 1, 0.5}, alone = {2, 0, 0};
        DoubleToeplitzMap symmetric = DoubleToeplitzMap.symmetric(some);
        assertTrue(symmetric.is(MapProperty.SYMMETRIC));
        assertSame(symmetric, symmetric.transposed());
        DoubleToeplitzMap lower = DoubleToeplitzMap.of(some, alone);
        assertTrue(lower.is(MapProperty.LOWER_TRIANGULAR) && lower.is(MapProperty.INVERTIBLE));
        assertTrue(!lower.is(MapProperty.UPPER_TRIANGULAR) && !lower.is(MapProperty.SYMMETRIC));
        assertTrue(DoubleToeplitzMap.of(alone, some).is(MapProperty.UPPER_TRIANGULAR));
        assertTrue(DoubleToeplitzMap.symmetric(alone).is(MapProperty.DIAGONAL));
        assertTrue(DoubleToeplitzMap.of(new double[] {1, 2}, new double[] {1})
                .properties()
                .isEmpty());
        assertTrue(symmetric.inverse().is(MapProperty.POSITIVE_DEFINITE));
        assertSame(symmetric, symmetric.inverse().inverse());
    }

    /** Levinson's recursion would divide by a zero here, though the matrix is regular. */
    @Example
    void whatIsNotPositiveDefiniteIsInvertedWithPivots() {
        double[] swap = {0, 1};
        DoubleToeplitzMap map = DoubleToeplitzMap.symmetric(swap);
        Bits.assertSame(new double[] {3, 2}, map.inverse().apply(new double[] {2, 3}), "swap");
        assertEquals(-1, map.determinant().value());
        DoubleToeplitzMap other = DoubleToeplitzMap.of(new double[] {1, 2}, new double[] {1, 4});
        assertEquals(-1, other.determinant().sign());
        ToeplitzCheck.assertLogarithm(Math.log(7), other.determinant().logarithm(), 2, Numbers.of(swap));
        assertThrows(SingularMatrixException.class, () -> DoubleToeplitzMap.symmetric(new double[] {1, 1})
                .inverse());
    }

    /** That of halvings is {@code (1 - 1/4)^(n-1)}. */
    @Example
    void theDeterminantIsThatOfThePivots() {
        int n = 300;
        ToeplitzCheck.assertLogarithm(
                (n - 1) * Math.log(0.75),
                DoubleToeplitzMap.symmetric(halvings(n)).determinant().logarithm(),
                n,
                Numbers.of(halvings(1)));
    }

    @Example
    void largeAndOblongOnesHaveNoInverse() {
        double[] large = halvings(DoubleToeplitzMap.LARGEST_INVERSE + 1);
        DoubleToeplitzMap map = DoubleToeplitzMap.symmetric(large);
        assertThrows(UnsupportedOperationException.class, map::inverse);
        assertThrows(UnsupportedOperationException.class, map::determinant);
        DoubleToeplitzMap oblong = DoubleToeplitzMap.of(new double[] {1, 2}, new double[] {1});
        assertThrows(UnsupportedOperationException.class, oblong::inverse);
        assertThrows(UnsupportedOperationException.class, oblong::determinant);
    }

    @Example
    void coefficientsThatMakeNoMatrixAreRefused() {
        double[] one = {1};
        Refusal.of(() -> DoubleToeplitzMap.of(new double[0], one), "column", "0");
        Refusal.of(() -> DoubleToeplitzMap.of(one, new double[0]), "row", "0");
        Refusal.of(() -> DoubleToeplitzMap.of(one, new double[] {2, 1}), "row[0]", "2.0", "1.0");
        Refusal.of(() -> DoubleToeplitzMap.of(new double[] {1, Double.NaN}, one), "column[1]", "NaN");
        Refusal.of(() -> DoubleToeplitzMap.of(one, new double[] {1, Double.NEGATIVE_INFINITY}), "row[1]", "-Infinity");
        Refusal.ofNull("column", () -> DoubleToeplitzMap.of(null, one));
        Refusal.ofNull("row", () -> DoubleToeplitzMap.of(one, null));
    }

    @Example
    void coefficientsAreCopied() {
        double[] column = {1, 2}, row = {1, 3};
        DoubleToeplitzMap map = DoubleToeplitzMap.of(column, row);
        column[1] = 7;
        row[1] = 7;
        map.column()[0] = 7;
        map.row()[0] = 7;
        Bits.assertSame(new double[] {1, 3, 2, 1}, map.toDense(), "dense");
        Bits.assertSame(new double[] {1, 2, 3, 1}, map.transposed().toDense(), "transposed");
    }
}
