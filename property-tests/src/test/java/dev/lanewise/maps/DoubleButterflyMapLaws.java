package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ButterflyMatrix;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleMonarchMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleButterflyMapLaws {
    private static ButterflyPattern pattern(int groups, int rows, int cols, int stride) {
        return new ButterflyPattern(groups, rows, cols, stride);
    }

    /** Gaussian values; of factors with an odd number those of one group, if groups may share. */
    private static double[][] values(List<ButterflyPattern> patterns, boolean isShared) {
        double[][] values = new double[patterns.size()][];
        for (int l = 0; l < values.length; l++) {
            ButterflyPattern pattern = patterns.get(l);
            values[l] = new double[isShared && l % 2 == 1 ? pattern.entriesOfGroup() : pattern.entries()];
            Inputs.gaussian(l + 1, values[l]);
        }
        return values;
    }

    private abstract static class Butterfly extends DoubleLinearMapLaws {
        private final List<ButterflyPattern> patterns;
        private final double[][] values;

        Butterfly(boolean isShared, List<ButterflyPattern> patterns) {
            this.patterns = patterns;
            values = values(patterns, isShared);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleButterflyMap.of(patterns, values);
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(patterns, values);
        }
    }

    private static DenseMatrix matrix(List<ButterflyPattern> patterns, double[][] values) {
        List<DenseMatrix> factors = new ArrayList<>();
        for (int l = 0; l < values.length; l++) {
            factors.add(ButterflyMatrix.factor(patterns.get(l), Numbers.of(values[l])));
        }
        return ButterflyMatrix.product(factors);
    }

    @Group
    final class OfRadix2 extends Butterfly {
        OfRadix2() {
            super(false, ButterflyPattern.ofRadices(2, 2, 2));
        }
    }

    /** Two passes of three factors, the strides of which rise, or fall in the transpose. */
    @Group
    final class OfSixFactors extends Butterfly {
        OfSixFactors() {
            super(false, ButterflyPattern.ofRadices(2, 2, 2, 2, 2, 2));
        }
    }

    /** Two passes of two, every second factor with one block for all groups. */
    @Group
    final class OfSharedGroups extends Butterfly {
        OfSharedGroups() {
            super(true, ButterflyPattern.ofRadices(2, 2, 2, 2));
        }
    }

    @Group
    final class OfMixedRadices extends Butterfly {
        OfMixedRadices() {
            super(true, ButterflyPattern.ofRadices(3, 2, 5));
        }
    }

    /** Rows of blocks by eights, by fours and one by one. */
    @Group
    final class OfOblongBlocks extends Butterfly {
        OfOblongBlocks() {
            super(false, List.of(pattern(1, 3, 2, 4), pattern(2, 2, 7, 2), pattern(4, 7, 13, 1)));
        }
    }

    @Group
    final class OfBlocksThatOverlap extends Butterfly {
        OfBlocksThatOverlap() {
            super(false, ButterflyPattern.overlapping(16, 2));
        }
    }

    /** One pass, which cannot be in place. */
    @Group
    final class OfOneFactor extends Butterfly {
        OfOneFactor() {
            super(true, List.of(pattern(2, 5, 5, 1)));
        }
    }

    /** Strides neither double nor halve all the way. */
    @Group
    final class OfPairsInAnyOrder extends Butterfly {
        OfPairsInAnyOrder() {
            super(
                    false,
                    List.of(
                            pattern(8, 2, 2, 1),
                            pattern(8, 2, 2, 1),
                            pattern(1, 2, 2, 8),
                            pattern(2, 2, 2, 4),
                            pattern(4, 2, 2, 2),
                            pattern(1, 2, 2, 8)));
        }
    }

    @Example
    void twoFactorsAreAMonarchMatrixInAnotherOrder() {
        int m = 3;
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(m, m);
        double[][] values = values(patterns, false);
        List<DoubleDenseMap> first = new ArrayList<>(), second = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            first.add(DoubleDenseMap.of(m, m, Arrays.copyOfRange(values[1], i * m * m, (i + 1) * m * m)));
            second.add(DoubleDenseMap.of(m, m, Arrays.copyOfRange(values[0], i * m * m, (i + 1) * m * m)));
        }
        double[] x = Inputs.integers(1, 9, new double[m * m]), y = new double[m * m];
        double[] monarch = DoubleMonarchMap.of(first, second).apply(x);
        Bits.assertSame(DoubleButterflyMap.of(patterns, values).apply(x), monarch, "Monarch");
    }

    /** Blocks that are near the identity, so that their conditions multiply to a few. */
    private static double[][] nearIdentity(List<ButterflyPattern> patterns, boolean isShared) {
        double[][] values = values(patterns, isShared);
        for (int l = 0; l < values.length; l++) {
            int order = patterns.get(l).blockRows();
            for (int i = 0; i < values[l].length; i++) {
                values[l][i] = values[l][i] / (8 * order) + (i % (order * order) % (order + 1) == 0 ? 1 : 0);
            }
        }
        return values;
    }

    /**
     * A computed inverse of a block of order b has {@code |X Y - I| <= 4 g(3 b) |X| |Y|}: N. J. Higham, Accuracy and Stability of
     * Numerical Algorithms, 2nd ed., section 14.3, with 4 for the growth in LU factors. Residuals of inner factors go through the outer
     * ones and their inverses.
     */
    @Example
    void theInverseSolvesWithinTheConditionsOfItsBlocks() {
        for (boolean isShared : new boolean[] {false, true}) {
            for (List<ButterflyPattern> patterns : List.of(
                    ButterflyPattern.ofRadices(2, 2, 2, 2),
                    ButterflyPattern.ofRadices(3, 2, 5),
                    ButterflyPattern.overlapping(16, 2))) {
                double[][] values = nearIdentity(patterns, isShared);
                DoubleButterflyMap map = DoubleButterflyMap.of(patterns, values);
                DoubleButterflyMap inverse = (DoubleButterflyMap) map.inverse();
                assertEquals(map.parameters(), inverse.parameters());
                DenseMatrix product = matrix(patterns, values).times(matrix(inverse.patterns(), valuesOf(inverse)));
                ButterflyInverse.assertIdentity(product, Numbers.of(values[0]).precision(), patterns, map.name());
                double[] x = Inputs.gaussian(1, new double[map.rows()]), y = inverse.apply(x);
                ButterflyInverse.assertSolved(matrix(patterns, values), patterns, Numbers.of(x), Numbers.of(y));
            }
        }
    }

    private static double[][] valuesOf(DoubleButterflyMap map) {
        double[][] values = new double[map.patterns().size()][];
        for (int l = 0; l < values.length; l++) {
            values[l] = map.values(l);
        }
        return values;
    }

    @Example
    void theDeterminantIsThatOfAllBlocks() {
        List<ButterflyPattern> patterns = List.of(pattern(2, 2, 2, 2), pattern(4, 2, 2, 1));
        double[] own = {2, 1, 1, 1, 4, 2, 1, 1, 1, 0, 1, -1, 2, 1, 1, 2}, shared = {4, 2, 1, 1};
        assertEquals(
                1 * 2 * -1 * 3 * 16,
                DoubleButterflyMap.of(patterns, own, shared).determinant().value());
        double[] singular = {1, 2, 2, 4};
        assertEquals(
                0, DoubleButterflyMap.of(patterns, own, singular).determinant().value());
        assertEquals(
                -1,
                DoubleButterflyMap.of(List.of(pattern(1, 2, 2, 1)), new double[] {0, 1, 1, 0})
                        .determinant()
                        .value());
    }

    @Example
    void aSingularBlockIsNamed() {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 2, 2);
        double[][] values = nearIdentity(patterns, false);
        Arrays.fill(values[1], 12, 16, 1);
        SingularMatrixException exception =
                assertThrows(SingularMatrixException.class, () -> DoubleButterflyMap.of(patterns, values)
                        .inverse());
        assertTrue(exception.getMessage().contains("block 3 of factor 1, of the pattern (2, 2, 2, 2)"), "" + exception);
        assertEquals(1, exception.index());
        double[] tiny = {Double.MIN_VALUE, 0, 0, 1};
        SingularMatrixException overflow = assertThrows(
                SingularMatrixException.class,
                () -> DoubleButterflyMap.of(List.of(pattern(1, 2, 2, 1)), tiny).inverse());
        assertTrue(overflow.getMessage().contains("overflows"), "" + overflow);
    }

    @Example
    void blocksThatAreNotSquareHaveNoInverse() {
        List<ButterflyPattern> oblong = List.of(pattern(1, 3, 2, 2), pattern(2, 2, 3, 1));
        DoubleButterflyMap map = DoubleButterflyMap.of(oblong, values(oblong, false));
        assertEquals(map.rows(), map.cols());
        for (String message : List.of(
                assertThrows(UnsupportedOperationException.class, map::inverse).getMessage(),
                assertThrows(UnsupportedOperationException.class, map::determinant)
                        .getMessage())) {
            assertTrue(message.contains("3 x 2") && message.contains("factor 0"), message);
        }
    }

    @Example
    void itCountsItsValuesAndItsSums() {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 2, 2, 2);
        DoubleLinearMap own = DoubleButterflyMap.of(patterns, values(patterns, false));
        assertEquals(4 * 32, own.parameters());
        assertEquals(4 * 3 * 16, own.operations());
        assertEquals("butterfly of 4 factors", own.name());
        assertEquals(
                32 + 16 + 32 + 4,
                DoubleButterflyMap.of(patterns, values(patterns, true)).parameters());
    }

    @Example
    void valuesAreCopied() {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 2);
        double[][] values = values(patterns, false);
        DoubleButterflyMap map = DoubleButterflyMap.of(patterns, values);
        double[] wanted = map.toDense(), first = values[0].clone();
        values[0][3] = 7;
        map.values(0)[2] = 7;
        Bits.assertSame(wanted, map.toDense(), "dense");
        Bits.assertSame(first, map.values(0), "values");
        assertEquals(patterns, map.patterns());
        assertThrows(IndexOutOfBoundsException.class, () -> map.values(2));
    }

    @Example
    void factorsThatAreNoneAreRefused() {
        List<ButterflyPattern> two = ButterflyPattern.ofRadices(2, 2);
        double[] eight = new double[8], four = new double[4];
        Refusal.of(() -> DoubleButterflyMap.of(List.of()), "factors", "none");
        Refusal.of(() -> DoubleButterflyMap.of(two, eight), "values", "1 factors", "2");
        Refusal.of(() -> DoubleButterflyMap.of(two, eight, new double[7]), "factor 1", "got 7", "8", "4");
        double[] wrong = {1, 2, Double.NaN, 4, 5, 6, 7, 8};
        Refusal.of(() -> DoubleButterflyMap.of(two, eight, wrong), "value 2 of factor 1", "NaN", "finite");
        List<ButterflyPattern> apart = List.of(pattern(1, 2, 2, 2), pattern(1, 3, 2, 1));
        Refusal.of(() -> DoubleButterflyMap.of(apart, eight, new double[6]), "factors 0 and 1", "4 columns", "3 rows");
        Refusal.ofNull("patterns", () -> DoubleButterflyMap.of(null, four));
        Refusal.ofNull("values", () -> DoubleButterflyMap.of(two, (double[][]) null));
        Refusal.ofNull("values of factor 1", () -> DoubleButterflyMap.of(two, eight, null));
        Refusal.ofNull("pattern 1", () -> DoubleButterflyMap.of(Arrays.asList(two.get(0), null), eight, eight));
    }
}
