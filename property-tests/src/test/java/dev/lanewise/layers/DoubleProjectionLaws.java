package dev.lanewise.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.layers.DoubleProjection;
import dev.lanewise.structured.layers.Sparsity;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DoubleProjectionLaws implements Seeds {
    private static final int TRIES = 20;
    private static final int ROWS = 3, COLS = 4, MOST = 2;

    private static final List<Sparsity> ALL = List.of(
            Sparsity.dense(ROWS, COLS),
            Sparsity.entries(ROWS, COLS, 5),
            Sparsity.perRow(ROWS, COLS, MOST),
            Sparsity.perColumn(ROWS, COLS, MOST),
            Sparsity.perRowAndColumn(ROWS, COLS, 1),
            Sparsity.support(ROWS, COLS, 11, 0, 6));

    /** Integers, so that many are alike. */
    private static double[] matrix(long seed) {
        return Inputs.integers(seed, 3, new double[ROWS * COLS]);
    }

    @Property(tries = TRIES)
    void nearestOfAllMatricesOfTheSparsity(@ForAll("seeds") long seed) {
        for (double[] x : List.of(matrix(seed), Inputs.gaussian(seed, new double[ROWS * COLS]))) {
            Numbers numbers = Numbers.of(x);
            LayerCheck.assertNearest(numbers, projected(0, x), mask -> true, "dense");
            LayerCheck.assertNearest(numbers, projected(1, x), mask -> Integer.bitCount(mask) <= 5, "entries");
            LayerCheck.assertNearest(numbers, projected(2, x), LayerCheck.atMost(ROWS, COLS, MOST, true), "rows");
            LayerCheck.assertNearest(numbers, projected(3, x), LayerCheck.atMost(ROWS, COLS, MOST, false), "columns");
            int support = 1 << 11 | 1 | 1 << 6;
            LayerCheck.assertNearest(numbers, projected(5, x), mask -> (mask & ~support) == 0, "support");
        }
    }

    private static Numbers projected(int which, double[] x) {
        return Numbers.of(DoubleProjection.nearest(ALL.get(which), x));
    }

    @Property(tries = TRIES)
    void ofNormOneAndProjectedToItself(@ForAll("seeds") long seed) {
        for (Sparsity sparsity : ALL) {
            double[] x = matrix(seed), before = x.clone();
            double[] once = DoubleProjection.nearest(sparsity, x);
            Bits.assertSame(before, x, "the matrix is only read");
            Numbers numbers = Numbers.of(once);
            var u = numbers.precision().unitRoundoff();
            var bound = 2 * LayerCheck.projectionRoundings(once.length) * u;
            assertEquals(1, numbers.norm2(), bound, sparsity.toString());
            int entries = 0;
            double[] twice = DoubleProjection.nearest(sparsity, once);
            for (int i = 0; i < x.length; i++) {
                entries += once[i] != 0 ? 1 : 0;
                assertTrue(once[i] == 0 || x[i] == 0 || Math.signum(once[i]) == Math.signum(x[i]));
                assertEquals(once[i], twice[i], 2 * bound, sparsity + " at " + i);
                assertEquals(once[i] == 0, twice[i] == 0, sparsity + " at " + i);
            }
            assertTrue(entries <= sparsity.mostEntries(), sparsity + " has " + entries);
        }
    }

    @Property(tries = TRIES)
    void multiplesByPowersOfTwoHaveTheSameBits(@ForAll("seeds") long seed) {
        double[] x = Inputs.gaussian(seed, new double[ROWS * COLS]), multiple = x.clone();
        for (int exponent : new int[] {-90, 7, 90}) {
            for (int i = 0; i < x.length; i++) {
                multiple[i] = Math.scalb(x[i], exponent);
            }
            for (Sparsity sparsity : ALL) {
                Bits.assertSame(
                        DoubleProjection.nearest(sparsity, x),
                        DoubleProjection.nearest(sparsity, multiple),
                        sparsity + " and 2^" + exponent);
            }
        }
    }

    @Example
    void ofEntriesAlikeTheFirstStay() {
        double[] ones = {1, -1, 1, 1, 1, -1, 1, 1, 1};
        double[] first = DoubleProjection.nearest(Sparsity.entries(3, 3, 4), ones);
        Bits.assertSame(new double[] {0.5, -0.5, 0.5, 0.5, 0, 0, 0, 0, 0}, first, "entries");
        double[] rows = DoubleProjection.nearest(Sparsity.perColumn(2, 2, 1), new double[] {1, 2, 1, 2});
        Numbers of = Numbers.of(rows);
        assertTrue(of.at(0) > 0 && of.at(1) > of.at(0) && of.at(2) == 0 && of.at(3) == 0);
        // The first row and the first column, by the rule of both.
        double[] both = DoubleProjection.nearest(Sparsity.perRowAndColumn(3, 3, 1), ones);
        for (int i = 0; i < 9; i++) {
            assertEquals(i < 3 || i % 3 == 0, both[i] != 0, "" + i);
        }
    }

    @Example
    void noiseWithinTheTiesChangesNoSupport() {
        double[] noisy = {0.98, 1.01, 1, 1.02, 0.99, 1.03};
        Sparsity sparsity = Sparsity.perRow(2, 3, 2);
        double[] kept = DoubleProjection.nearest(sparsity.withTies(0.05), noisy);
        double[] largest = DoubleProjection.nearest(sparsity, noisy);
        for (int i = 0; i < 6; i++) {
            assertEquals(i % 3 < 2, kept[i] != 0, "with ties, " + i);
            assertEquals(i != 0 && i != 4, largest[i] != 0, "without, " + i);
        }
        // What is larger by more than the share stays, wherever it is.
        double[] last = DoubleProjection.nearest(Sparsity.entries(1, 3, 1).withTies(0.05), new double[] {1, 1, 1.2});
        Bits.assertSame(new double[] {0, 0, 1}, last, "the largest");
    }

    @Example
    void zerosAndTheEndsOfTheRange() {
        double[] zeros = new double[ROWS * COLS];
        assertEquals(1, DoubleProjection.nearest(Sparsity.support(ROWS, COLS, 6, 9), zeros)[6]);
        for (Sparsity sparsity : ALL) {
            assertEquals(1, projectedNorm(sparsity, zeros));
        }
        for (double extreme : new double[] {Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL}) {
            double[] four =
                    DoubleProjection.nearest(Sparsity.dense(2, 2), new double[] {extreme, -extreme, extreme, extreme});
            Bits.assertSame(new double[] {0.5, -0.5, 0.5, 0.5}, four, "" + extreme);
        }
    }

    private static double projectedNorm(Sparsity sparsity, double[] x) {
        double sum = 0;
        for (double number : DoubleProjection.nearest(sparsity, x)) {
            sum += Math.abs(number);
        }
        return sum;
    }

    @Example
    void whatIsNoMatrixIsRefused() {
        Sparsity sparsity = Sparsity.dense(2, 3);
        Refusal.ofNull("sparsity", () -> DoubleProjection.nearest(null, new double[6]));
        Refusal.ofNull("x", () -> DoubleProjection.nearest(sparsity, null));
        Refusal.of(() -> DoubleProjection.nearest(sparsity, new double[5]), "x", "5 entries", "6", "2 x 3");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] x = {1, 2, 3, 4, bad, 6};
            Refusal.of(() -> DoubleProjection.nearest(sparsity, x), "x", "(1, 1)", "" + bad, "finite");
        }
    }
}
