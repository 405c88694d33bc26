package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.BandedSolution;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.MapProperty;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class DoubleBandedMapLaws implements Seeds {
    /** Normal numbers in the band, and what is not to be read outside of the matrix. */
    private static double[] diagonals(long seed, int rows, int cols, int lower, int upper) {
        double[] diagonals = Inputs.gaussian(seed, new double[(lower + upper + 1) * rows]);
        for (int k = 0; k < diagonals.length; k++) {
            int i = k % rows, j = i + k / rows - lower;
            diagonals[k] = j < 0 || j >= cols ? Double.NaN : diagonals[k];
        }
        return diagonals;
    }

    private static DenseMatrix written(int rows, int cols, int lower, int upper, double[] diagonals) {
        double[] dense = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            for (int j = Math.max(0, i - lower); j < cols && j <= i + upper; j++) {
                dense[i * cols + j] = diagonals[(j - i + lower) * rows + i];
            }
        }
        return DenseMatrix.of(rows, cols, Numbers.of(dense));
    }

    private abstract static class Banded extends DoubleLinearMapLaws {
        private final int rows;
        private final int cols;
        private final int lower;
        private final int upper;
        private final double[] diagonals;

        Banded(int rows, int cols, int lower, int upper) {
            this.rows = rows;
            this.cols = cols;
            this.lower = lower;
            this.upper = upper;
            diagonals = diagonals(rows + cols, rows, cols, lower, upper);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleBandedMap.of(rows, cols, lower, upper, diagonals);
        }

        @Override
        protected DenseMatrix dense() {
            return written(rows, cols, lower, upper, diagonals);
        }
    }

    /** Long enough for strips of every kind between the edges. */
    @Group
    final class Square extends Banded {
        Square() {
            super(43, 43, 2, 1);
        }
    }

    /** Rows at the end have no entries. */
    @Group
    final class Tall extends Banded {
        Tall() {
            super(17, 6, 3, 1);
        }
    }

    @Group
    final class Wide extends Banded {
        Wide() {
            super(7, 19, 1, 4);
        }
    }

    @Group
    final class WithABandWiderThanTheMatrix extends Banded {
        WithABandWiderThanTheMatrix() {
            super(5, 4, 9, 6);
        }
    }

    @Group
    final class OfOneNumber extends Banded {
        OfOneNumber() {
            super(1, 1, 0, 0);
        }
    }

    @Group
    final class WithoutColumns extends Banded {
        WithoutColumns() {
            super(4, 0, 1, 1);
        }
    }

    /** The inverse gives each vector its bits wherever it lies, and works in place. */
    @Group
    final class Inverse extends DoubleLinearMapMemoryLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleBandedMap.of(13, 13, 2, 1, diagonals(3, 13, 13, 2, 1)).inverse();
        }
    }

    /** {@link BandedSolution} has the bound; rows are exchanged in nearly every matrix of normal numbers. */
    @Property(tries = 100)
    void theInverseSolvesWithinTheBound(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(max = 4) int lower,
            @ForAll @IntRange(max = 4) int upper,
            @ForAll("seeds") long seed) {
        double[] diagonals = diagonals(seed, n, n, lower, upper);
        // On the safe side of singular: the diagonal has its share, of either sign, and others are larger than it all
        // the same.
        for (int i = 0; i < n; i++) {
            diagonals[lower * n + i] += Math.copySign(1, diagonals[lower * n + i]);
        }
        DoubleLinearMap map = DoubleBandedMap.of(n, n, lower, upper, diagonals);
        DenseMatrix a = written(n, n, lower, upper, diagonals);
        double[] b = Inputs.uneven(~seed, new double[n]);
        String context = n + " x " + n + ", " + lower + " below and " + upper + " above, seed " + seed;
        DoubleLinearMap inverse = map.inverse();
        assertSolves(a, lower, upper, false, inverse.apply(b), b, context);
        assertSolves(a, lower, upper, true, inverse.applyTransposed(b), b, context + ", transposed");
        assertSolves(a, lower, upper, true, inverse.transposed().apply(b), b, context + ", its transpose");
        double[] ofTranspose = map.transposed().inverse().apply(b);
        assertSolves(a.transposed(), upper, lower, false, ofTranspose, b, context + ", of the transpose");
    }

    private static void assertSolves(
            DenseMatrix a, int lower, int upper, boolean transposed, double[] x, double[] b, String context) {
        BandedSolution.assertSolves(a, lower, upper, transposed, Numbers.of(x), Numbers.of(b), context);
    }

    /** Ones beside the diagonal, and zeros on it: without exchanges there is no way, and with them all is exact. */
    @Example
    void zerosOnTheDiagonalAreExchanged() {
        double[] diagonals = {Double.NaN, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, Double.NaN};
        DoubleBandedMap map = DoubleBandedMap.of(4, 4, 1, 1, diagonals);
        double[] x = {3, 5, 7, 9};
        Bits.assertSame(new double[] {5, 3, 9, 7}, map.inverse().apply(x), "inverse");
        Bits.assertSame(new double[] {5, 3, 9, 7}, map.inverse().applyTransposed(x), "inverse, transposed");
        assertEquals(1, map.determinant().value());
    }

    /** 2 and -1 have the determinant n + 1; of 3 there are two roundings in the last pivot, and three in the product. */
    @Example
    void theDeterminantIsThatOfTheFactors() {
        double[] diagonals = {0, -1, -1, 2, 2, 2, -1, -1, 0};
        DoubleBandedMap map = DoubleBandedMap.of(3, 3, 1, 1, diagonals);
        assertEquals(4, map.determinant().value(), 4 * 3 * Math.ulp(1.0));
        assertEquals(0.25, map.inverse().determinant().value(), 3 * Math.ulp(1.0));
        assertEquals(
                1, DoubleBandedMap.of(0, 0, 2, 1, new double[0]).determinant().value());
        double[] lone = {0, 1, 0, 0, 1, 0};
        assertEquals(-1, DoubleBandedMap.of(2, 2, 1, 1, lone).determinant().value());
    }

    @Example
    void theRowWhereAMatrixIsSingularIsNamed() {
        double[] diagonals = {0, 1, 2, 1, 1, 5, 1, 0, 0};
        DoubleBandedMap map = DoubleBandedMap.of(3, 3, 1, 1, diagonals);
        assertEquals(
                0, DoubleBandedMap.of(3, 3, 0, 0, new double[3]).determinant().value());
        DoubleBandedMap zero = DoubleBandedMap.of(3, 3, 0, 0, new double[] {1, 0, 0});
        assertEquals(
                1, assertThrows(SingularMatrixException.class, zero::inverse).index());
        // Rows 0 and 1 are the same, but row 2 takes the place of what is left of row 1.
        assertEquals(
                2, assertThrows(SingularMatrixException.class, map::inverse).index());
        DoubleBandedMap oblong = DoubleBandedMap.of(2, 3, 0, 0, new double[] {1, 1});
        assertThrows(UnsupportedOperationException.class, oblong::inverse);
        assertThrows(UnsupportedOperationException.class, oblong::determinant);
    }

    /** The picture in the documentation. */
    @Example
    void aColumnOfTheDiagonalsIsARowOfTheMatrix() {
        double[] diagonals = {-1, 10, 21, 32, 0, 11, 22, 33, 1, 12, 23, 34, 2, 13, 24, -1};
        double[] wanted = {0, 1, 2, 0, 0, 10, 11, 12, 13, 0, 0, 21, 22, 23, 24, 0, 0, 32, 33, 34};
        DoubleBandedMap map = DoubleBandedMap.of(4, 5, 1, 2, diagonals);
        Bits.assertSame(wanted, map.toDense(), "dense");
        diagonals[4] = 7;
        Bits.assertSame(wanted, map.toDense(), "dense, of a copy");
        double[] held = map.diagonals();
        assertArrayEquals(new boolean[] {true, true}, new boolean[] {held[0] == 0, held[15] == 0});
        held[4] = 7;
        Bits.assertSame(wanted, map.toDense(), "dense, of its own");
    }

    @Example
    void itSaysWhatItHolds() {
        DoubleBandedMap map = DoubleBandedMap.of(5, 4, 9, 6, new double[80]);
        assertEquals(4, map.lower());
        assertEquals(3, map.upper());
        assertEquals(2 * 20, map.operations());
        assertEquals(8 * 5, map.parameters());
        assertEquals("banded, 4 below and 3 above", map.name());
        DoubleBandedMap square = DoubleBandedMap.of(3, 3, 1, 0, new double[] {0, 1, 1, 1, 1, 1});
        assertTrue(square.is(MapProperty.LOWER_TRIANGULAR) && !square.is(MapProperty.UPPER_TRIANGULAR));
        assertTrue(square.transposed().is(MapProperty.UPPER_TRIANGULAR));
        assertEquals(2 * 5, square.operations());
        assertSame(square, square.inverse().inverse());
        assertSame(square, square.transposed().transposed());
        assertTrue(square.inverse().is(MapProperty.INVERTIBLE));
    }

    private static void refused(int rows, int cols, int lower, int upper, double[] diagonals, String... parts) {
        Refusal.of(() -> DoubleBandedMap.of(rows, cols, lower, upper, diagonals), parts);
    }

    @Example
    void diagonalsThatAreNoMatrixAreRefused() {
        double[] six = {Double.NaN, 1, 2, 3, 4, 5};
        refused(-1, 3, 1, 0, six, "-1 x 3");
        refused(3, -1, 1, 0, six, "3 x -1");
        refused(3, 3, -1, 0, six, "-1 below");
        refused(3, 3, 1, -2, six, "-2 above");
        refused(3, 3, 1, 1, six, "got 6", "3 diagonals of 3");
        refused(4, 3, 0, 0, six, "got 6", "1 diagonals of 4");
        refused(3, 3, Integer.MAX_VALUE, Integer.MAX_VALUE, six, "got 6", "4294967295 diagonals");
        refused(0, 3, 1, 0, six, "got 6", "2 diagonals of 0");
        refused(3, 3, 0, 1, six, "(0, 0)", "NaN", "finite");
        six[5] = Double.NEGATIVE_INFINITY;
        refused(3, 3, 1, 0, six, "(2, 2)", "-Infinity", "finite");
        Refusal.ofNull("diagonals", () -> DoubleBandedMap.of(3, 3, 1, 0, null));
    }
}
