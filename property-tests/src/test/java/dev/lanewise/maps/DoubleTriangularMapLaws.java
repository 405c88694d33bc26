package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.SolutionOracle;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleTriangularMap;
import dev.lanewise.structured.MapProperty;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class DoubleTriangularMapLaws implements Seeds {
    /** Normal numbers over n, and more on the diagonal, so that solutions do not grow; others are not to be read. */
    private static double[] square(int n, Triangle triangle, Diagonal diagonal) {
        double[] entries = Inputs.gaussian(n, new double[n * n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean isWithin = triangle == Triangle.LOWER ? j < i : j > i;
                double entry = entries[i * n + j] / n;
                boolean isStored = i == j && diagonal == Diagonal.STORED;
                entries[i * n + j] = isWithin ? entry : isStored ? 2 + entry : Double.NaN;
            }
        }
        return entries;
    }

    /** The same with zeros and ones where they belong. */
    private static double[] written(int n, Triangle triangle, Diagonal diagonal) {
        double[] entries = square(n, triangle, diagonal);
        for (int i = 0; i < n * n; i++) {
            entries[i] = Double.isNaN(entries[i]) ? i / n == i % n ? 1 : 0 : entries[i];
        }
        return entries;
    }

    private static double[] turned(int n, double[] entries) {
        double[] turned = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            turned[i] = entries[i % n * n + i / n];
        }
        return turned;
    }

    private static DoubleTriangularMap map(int n, Triangle triangle, Diagonal diagonal) {
        return DoubleTriangularMap.of(n, triangle, diagonal, square(n, triangle, diagonal));
    }

    private abstract static class Triangular extends DoubleLinearMapLaws {
        private final int n;
        private final Triangle triangle;
        private final Diagonal diagonal;

        Triangular(int n, Triangle triangle, Diagonal diagonal) {
            this.n = n;
            this.triangle = triangle;
            this.diagonal = diagonal;
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleTriangularMapLaws.map(n, triangle, diagonal);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.of(n, n, Numbers.of(written(n, triangle, diagonal)));
        }
    }

    @Group
    final class Lower extends Triangular {
        Lower() {
            super(13, Triangle.LOWER, Diagonal.STORED);
        }
    }

    @Group
    final class UnitUpper extends Triangular {
        UnitUpper() {
            super(18, Triangle.UPPER, Diagonal.UNIT);
        }
    }

    @Group
    final class TransposedUpper extends Triangular {
        TransposedUpper() {
            super(9, Triangle.UPPER, Diagonal.STORED);
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
    final class OfOneNumber extends Triangular {
        OfOneNumber() {
            super(1, Triangle.LOWER, Diagonal.STORED);
        }
    }

    @Group
    final class OfNone extends Triangular {
        OfNone() {
            super(0, Triangle.UPPER, Diagonal.UNIT);
        }
    }

    /** The inverse gives each vector its bits wherever it lies, and works in place. */
    @Group
    final class Inverse extends DoubleLinearMapMemoryLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleTriangularMapLaws.map(15, Triangle.LOWER, Diagonal.STORED)
                    .inverse();
        }
    }

    /** N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem 8.5. */
    @Property(tries = 60)
    void theInverseSolvesWithinTheBound(
            @ForAll Triangle triangle,
            @ForAll Diagonal diagonal,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll("seeds") long seed) {
        DoubleLinearMap map = map(n, triangle, diagonal);
        double[] b = Inputs.uneven(seed, new double[n]), t = written(n, triangle, diagonal);
        String context = triangle + ", " + diagonal + ", n = " + n + ", seed " + seed;
        assertSolves(n, t, map.inverse().apply(b), b, context);
        assertSolves(n, turned(n, t), map.inverse().applyTransposed(b), b, context + ", transposed");
        assertSolves(n, turned(n, t), map.inverse().transposed().apply(b), b, context + ", its transpose");
        assertSolves(n, turned(n, t), map.transposed().inverse().apply(b), b, context + ", of the transpose");
    }

    private static void assertSolves(int n, double[] t, double[] x, double[] b, String context) {
        SolutionOracle.assertSolution(n, 1, Numbers.of(t), Numbers.of(x), Numbers.of(b), context);
    }

    @Example
    void inversesAndTransposesGoBack() {
        DoubleLinearMap map = map(6, Triangle.UPPER, Diagonal.STORED);
        assertSame(map, map.inverse().inverse());
        assertSame(map, map.transposed().transposed());
        assertSame(map.transposed().inverse(), map.inverse().transposed());
        assertSame(map.inverse(), map.inverse().transposed().transposed());
    }

    @Example
    void itSaysWhatItHolds() {
        DoubleTriangularMap lower = map(6, Triangle.LOWER, Diagonal.STORED);
        assertTrue(lower.is(MapProperty.LOWER_TRIANGULAR) && lower.is(MapProperty.INVERTIBLE));
        assertFalse(lower.is(MapProperty.UPPER_TRIANGULAR));
        assertTrue(lower.transposed().is(MapProperty.UPPER_TRIANGULAR));
        assertTrue(lower.inverse().is(MapProperty.LOWER_TRIANGULAR));
        assertEquals(Triangle.UPPER, ((DoubleTriangularMap) lower.transposed()).triangle());
        assertEquals(Diagonal.STORED, lower.diagonal());
        assertEquals(36, lower.operations());
        assertEquals(36, lower.parameters());
        assertEquals("lower triangular", lower.name());
        assertEquals("inverse of lower triangular", lower.inverse().name());
        DoubleTriangularMap unit = map(6, Triangle.UPPER, Diagonal.UNIT);
        assertEquals(30, unit.operations());
        assertEquals("unit upper triangular", unit.name());
        assertTrue(unit.is(MapProperty.INVERTIBLE));
    }

    /** Powers of two: exact. */
    @Example
    void theDeterminantIsTheProductOfTheDiagonal() {
        double[] entries = {2, 0, 0, 7, -8, 0, 7, 7, 0.5};
        DoubleTriangularMap map = DoubleTriangularMap.of(3, Triangle.LOWER, Diagonal.STORED, entries);
        assertEquals(-8, map.determinant().value());
        assertEquals(-0.125, map.inverse().determinant().value());
        assertEquals(
                1,
                DoubleTriangularMap.of(3, Triangle.LOWER, Diagonal.UNIT, entries)
                        .determinant()
                        .value());
    }

    @Example
    void theEntriesAreCopied() {
        double[] entries = square(4, Triangle.LOWER, Diagonal.STORED);
        DoubleLinearMap map = DoubleTriangularMap.of(4, Triangle.LOWER, Diagonal.STORED, entries);
        double[] wanted = map.toDense();
        entries[4] = 7;
        Bits.assertSame(wanted, map.toDense(), "dense");
    }

    @Example
    void aZeroOnTheDiagonalIsNamed() {
        double[] entries = {1, 5, 5, 9, 0, 5, 9, 9, 0};
        DoubleTriangularMap map = DoubleTriangularMap.of(3, Triangle.UPPER, Diagonal.STORED, entries);
        assertFalse(map.is(MapProperty.INVERTIBLE));
        assertEquals(0, map.determinant().value());
        assertEquals(
                1, assertThrows(SingularMatrixException.class, map::inverse).index());
        assertTrue(DoubleTriangularMap.of(3, Triangle.UPPER, Diagonal.UNIT, entries)
                .is(MapProperty.INVERTIBLE));
    }

    @Example
    void whatIsNoTriangleIsRefused() {
        double[] four = {1, 2, Double.NaN, 4};
        Refusal.of(() -> DoubleTriangularMap.of(-1, Triangle.LOWER, Diagonal.STORED, four), "n", "-1");
        Refusal.of(
                () -> DoubleTriangularMap.of(3, Triangle.LOWER, Diagonal.STORED, four), "got 4", "wanted 9", "3 x 3");
        Refusal.of(() -> DoubleTriangularMap.of(65536, Triangle.LOWER, Diagonal.STORED, four), "4294967296");
        Refusal.of(() -> DoubleTriangularMap.of(2, Triangle.LOWER, Diagonal.STORED, four), "(1, 0)", "NaN", "finite");
        four[3] = Double.POSITIVE_INFINITY;
        Refusal.of(() -> DoubleTriangularMap.of(2, Triangle.UPPER, Diagonal.STORED, four), "(1, 1)", "Infinity");
        assertEquals(
                2,
                DoubleTriangularMap.of(2, Triangle.UPPER, Diagonal.UNIT, four).rows());
        Refusal.ofNull("triangle", () -> DoubleTriangularMap.of(2, null, Diagonal.UNIT, four));
        Refusal.ofNull("diagonal", () -> DoubleTriangularMap.of(2, Triangle.LOWER, null, four));
        Refusal.ofNull("entries", () -> DoubleTriangularMap.of(2, Triangle.LOWER, Diagonal.UNIT, null));
    }
}
