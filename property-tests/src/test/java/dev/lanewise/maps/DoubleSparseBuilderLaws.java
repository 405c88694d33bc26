package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleSparseBuilder;
import dev.lanewise.structured.DoubleSparseMap;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Entries in any order, again and again for the same place, give the matrix of their sums. */
final class DoubleSparseBuilderLaws implements Seeds {
    /** Sums in the order of the calls are the same sums, to the last bit: each place has those of its own. */
    @Property(tries = 100)
    void entriesInAnyOrderGiveTheirSumsInTheOrderInWhichTheyCame(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = random.nextInt(1, 9), cols = random.nextInt(1, 9), count = random.nextInt(150);
        double[] values = Inputs.uneven(seed, new double[count]), wanted = new double[rows * cols];
        boolean[] isStored = new boolean[rows * cols];
        DoubleSparseBuilder builder = new DoubleSparseBuilder(rows, cols);
        for (double value : values) {
            int i = random.nextInt(rows), j = random.nextInt(cols), at = i * cols + j;
            builder.add(i, j, value);
            wanted[at] = isStored[at] ? wanted[at] + value : value;
            isStored[at] = true;
        }
        DoubleSparseMap map = builder.build();
        int[] starts = map.rowStarts(), columns = map.columns();
        double[] built = new double[rows * cols];
        int entries = 0;
        for (int i = 0; i < rows; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                assertTrue(isStored[i * cols + columns[k]], "an entry that nobody gave");
                built[i * cols + columns[k]] = map.values()[k];
            }
        }
        for (boolean stored : isStored) {
            entries += stored ? 1 : 0;
        }
        assertEquals(entries, map.nonzeros(), "seed " + seed);
        Bits.assertSame(wanted, built, "seed " + seed);
    }

    /** Integers are summed exactly, so that no order matters. */
    @Property(tries = 50)
    void theOrderOfEntriesDoesNotMatterWhereSumsAreExact(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(200);
        double[] values = Inputs.integers(seed, 9, new double[count]);
        int[] places = random.ints(count, 0, 35).toArray();
        DoubleSparseBuilder forward = new DoubleSparseBuilder(5, 7), backward = new DoubleSparseBuilder(5, 7);
        for (int k = 0; k < count; k++) {
            forward.add(places[k] / 7, places[k] % 7, values[k]);
            int back = count - 1 - k;
            backward.add(places[back] / 7, places[back] % 7, values[back]);
        }
        DoubleSparseMap map = forward.build(), same = backward.build();
        assertArrayEquals(map.rowStarts(), same.rowStarts());
        assertArrayEquals(map.columns(), same.columns());
        for (int k = 0; k < map.nonzeros(); k++) {
            assertTrue(map.values()[k] == same.values()[k], "seed " + seed);
        }
    }

    @Example
    void zerosStay() {
        DoubleSparseMap map = new DoubleSparseBuilder(2, 2)
                .add(1, 0, 3)
                .add(0, 1, 0)
                .add(1, 0, -3)
                .build();
        assertArrayEquals(new int[] {0, 1, 2}, map.rowStarts());
        assertArrayEquals(new int[] {1, 0}, map.columns());
        Bits.assertSame(new double[2], map.values(), "values");
    }

    @Example
    void aBuilderGoesOnAfterIt() {
        DoubleSparseBuilder builder = new DoubleSparseBuilder(1, 2).add(0, 1, 2);
        DoubleSparseMap first = builder.build();
        DoubleSparseMap second = builder.add(0, 1, 5).build();
        Bits.assertSame(new double[] {2}, first.values(), "first");
        Bits.assertSame(new double[] {7}, second.values(), "second");
    }

    @Example
    void aMatrixMayBeLargeWhereItsEntriesAreFew() {
        int n = 1 << 20;
        DoubleSparseMap map = new DoubleSparseBuilder(n, Integer.MAX_VALUE)
                .add(n - 1, Integer.MAX_VALUE - 1, 2)
                .add(0, Integer.MAX_VALUE - 1, 1)
                .build();
        assertArrayEquals(new int[] {Integer.MAX_VALUE - 1, Integer.MAX_VALUE - 1}, map.columns());
        Bits.assertSame(new double[] {1, 2}, map.values(), "values");
    }

    @Example
    void whatIsNoEntryIsRefused() {
        Refusal.of(() -> new DoubleSparseBuilder(-1, 2), "-1 x 2");
        Refusal.of(() -> new DoubleSparseBuilder(2, -1), "2 x -1");
        DoubleSparseBuilder builder = new DoubleSparseBuilder(2, 3).add(0, 0, 1);
        Refusal.of(() -> builder.add(2, 0, 1), "(2, 0)", "2 x 3");
        Refusal.of(() -> builder.add(-1, 0, 1), "(-1, 0)", "2 x 3");
        Refusal.of(() -> builder.add(0, 3, 1), "(0, 3)", "2 x 3");
        Refusal.of(() -> builder.add(0, -1, 1), "(0, -1)", "2 x 3");
        Refusal.of(() -> builder.add(1, 2, Double.NaN), "(1, 2)", "NaN", "finite");
        Refusal.of(() -> builder.add(1, 2, Double.POSITIVE_INFINITY), "(1, 2)", "Infinity");
        Refusal.of(() -> new DoubleSparseBuilder(0, 0).add(0, 0, 1), "(0, 0)", "0 x 0");
        assertEquals(1, builder.build().nonzeros(), "nothing refused is there");
        builder.add(1, 2, Double.MAX_VALUE).add(1, 2, Double.MAX_VALUE);
        String message = assertThrows(ArithmeticException.class, builder::build).getMessage();
        assertTrue(message.contains("(1, 2)") && message.contains("Infinity"), message);
    }
}
