package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MatrixLayoutTest {
    private static final int HUGE = Integer.MAX_VALUE;

    @Test
    void factoriesNameTheUsualLayouts() {
        assertEquals(new MatrixLayout(0, 3, 4, 4, 1), MatrixLayout.of(3, 4));
        assertEquals(new MatrixLayout(0, 3, 0, 1, 1), MatrixLayout.of(3, 0));
        assertEquals(new MatrixLayout(7, 3, 4, 6, 1), MatrixLayout.rowMajor(7, 3, 4, 6));
        assertEquals(
                new MatrixLayout(7, 4, 3, 1, 6),
                MatrixLayout.rowMajor(7, 3, 4, 6).transposed());
        assertEquals(
                new MatrixLayout(7 + 6 + 2, 2, 1, 6, 1),
                MatrixLayout.rowMajor(7, 3, 4, 6).block(1, 2, 2, 1));
        assertEquals(7, MatrixLayout.rowMajor(7, 3, 4, 6).block(3, 2, 0, 2).offset(), "an empty block begins nowhere");
        assertEquals("3 x 4", MatrixLayout.of(3, 4).shape());
    }

    @Test
    void componentsOutOfRangeAreRefusedWithTheirNameAndValue() {
        Refusal.of(() -> new MatrixLayout(-1, 1, 1, 1, 1), "offset", "-1", "0 or more");
        Refusal.of(() -> MatrixLayout.of(-2, 1), "rows", "-2", "0 or more");
        Refusal.of(() -> MatrixLayout.of(1, -2), "columns", "-2", "0 or more");
        Refusal.of(() -> new MatrixLayout(0, 1, 1, 0, 1), "rowStride", "got 0", "1 or more");
        Refusal.of(() -> new MatrixLayout(0, 1, 1, 1, -1), "columnStride", "-1", "1 or more");
        Refusal.of(() -> MatrixLayout.rowMajor(0, 2, 5, 4), "leadingDimension", "got 4", "5 or more");
    }

    @Test
    void blocksOutsideAreRefused() {
        MatrixLayout layout = MatrixLayout.of(3, 4);
        Refusal.of(() -> layout.block(1, 0, 3, 1), "rows of the block", "3 from 1", "a part of 3");
        Refusal.of(() -> layout.block(0, 4, 1, 1), "columns of the block", "1 from 4", "a part of 4");
        Refusal.of(() -> layout.block(-1, 0, 1, 1), "rows of the block", "1 from -1");
        Refusal.of(() -> layout.block(0, 1, 1, HUGE), "columns of the block", HUGE + " from 1");
    }

    @Test
    void theEndIsTooLargeForAnIntWithoutOverflow() {
        MatrixLayout layout = new MatrixLayout(HUGE, HUGE, HUGE, HUGE, HUGE);
        assertEquals(HUGE + 2 * ((HUGE - 1L) * HUGE) + 1, layout.end());
        Refusal.of(() -> layout.checkWithin("A", HUGE), "A", "" + HUGE, "" + layout.end());
        Refusal.of(() -> MatrixLayout.of(3, 4).checkWithin("A", 11), "A", "length 11", "3 x 4", "12 or more");
        assertDoesNotThrow(() -> MatrixLayout.of(3, 4).checkWithin("A", 12));
        assertDoesNotThrow(() -> MatrixLayout.rowMajor(0, 0, 9, 9).checkWithin("A", 0));
    }

    private static Set<Integer> places(MatrixLayout layout) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                places.add(layout.index(i, j));
            }
        }
        return places;
    }

    @Test
    void whatIsTakenForDistinctIsAndAllUsualLayoutsAre() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            MatrixLayout layout = new MatrixLayout(
                    0, random.nextInt(5), random.nextInt(5), 1 + random.nextInt(7), 1 + random.nextInt(7));
            boolean allowed;
            try {
                layout.checkDistinct("C");
                allowed = true;
            } catch (IllegalArgumentException e) {
                allowed = false;
            }
            boolean distinct = places(layout).size() == layout.rows() * layout.columns();
            assertTrue(distinct || !allowed, layout.toString());
        }
        assertDoesNotThrow(() -> MatrixLayout.rowMajor(0, 3, 4, 4).checkDistinct("C"));
        assertDoesNotThrow(() -> MatrixLayout.rowMajor(0, 3, 4, 6).transposed().checkDistinct("C"));
        Refusal.of(
                () -> new MatrixLayout(0, 3, 4, 3, 1).checkDistinct("C"), "C", "3 x 4", "strides 3 and 1", "above 3");
    }

    private static boolean isAdjacent(MatrixLayout layout) {
        try {
            layout.checkAdjacent("B");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A stride that no step is taken along is of no matter; those that are given instead lead to the same places. */
    @Test
    void adjacentLayoutsHaveAStrideOfOneAndTheSamePlaces() {
        SplittableRandom random = new SplittableRandom(3);
        int adjacent = 0;
        for (int i = 0; i < 20_000; i++) {
            MatrixLayout layout = new MatrixLayout(
                    random.nextInt(5),
                    random.nextInt(4),
                    random.nextInt(4),
                    1 + random.nextInt(4),
                    1 + random.nextInt(4));
            boolean isLine = layout.rows() < 2 || layout.columns() < 2;
            boolean wanted = isLine || layout.rowStride() == 1 || layout.columnStride() == 1;
            assertEquals(wanted, isAdjacent(layout), layout.toString());
            if (wanted) {
                int row = layout.adjacentRowStride(), column = layout.adjacentColumnStride();
                MatrixLayout same = new MatrixLayout(layout.offset(), layout.rows(), layout.columns(), row, column);
                assertTrue(row == 1 || column == 1, layout + " has strides " + row + " and " + column);
                assertEquals(places(layout), places(same), layout.toString());
                adjacent++;
            }
        }
        assertTrue(adjacent > 1000 && adjacent < 19_000, "both kinds: " + adjacent);
        Refusal.of(
                () -> new MatrixLayout(0, 3, 4, 9, 2).checkAdjacent("B"),
                "B: got strides 9 and 2, wanted one of them to be 1");
    }

    @Test
    void adjacentStridesAreItsOwnButForASingleRowOrColumn() {
        MatrixLayout rows = MatrixLayout.rowMajor(0, 3, 4, 6), columns = rows.transposed();
        assertEquals(6, rows.adjacentRowStride());
        assertEquals(1, rows.adjacentColumnStride());
        assertEquals(1, columns.adjacentRowStride());
        assertEquals(6, columns.adjacentColumnStride());
        MatrixLayout row = new MatrixLayout(0, 1, 4, 5, 3), column = new MatrixLayout(0, 4, 1, 5, 3);
        assertEquals(1, row.adjacentRowStride());
        assertEquals(3, row.adjacentColumnStride());
        assertEquals(5, column.adjacentRowStride());
        assertEquals(1, column.adjacentColumnStride());
    }

    /** Blocks of one matrix, also transposed: exactly; whatever else: never a common place missed. */
    @Test
    void overlapIsExactForBlocksAndNeverMissed() {
        SplittableRandom random = new SplittableRandom(2);
        MatrixLayout whole = MatrixLayout.rowMajor(10, 9, 10, 10);
        int apart = 0;
        for (int i = 0; i < 20_000; i++) {
            MatrixLayout a = block(whole, random), b = block(whole, random);
            Set<Integer> common = places(a);
            common.retainAll(places(b));
            boolean lines = a.columns() > 0 && a.rows() > 0 && b.columns() > 0 && b.rows() > 0;
            assertEquals(lines && !common.isEmpty(), a.overlaps(b), a + " and " + b);
            apart += common.isEmpty() ? 1 : 0;
            MatrixLayout other = new MatrixLayout(
                    random.nextInt(90),
                    random.nextInt(4),
                    random.nextInt(4),
                    1 + random.nextInt(12),
                    1 + random.nextInt(12));
            Set<Integer> shared = places(a);
            shared.retainAll(places(other));
            assertTrue(shared.isEmpty() || a.overlaps(other) && other.overlaps(a), a + " and " + other);
        }
        assertTrue(apart > 1000 && apart < 19_000, "both kinds: " + apart);
        assertFalse(MatrixLayout.of(2, 2).overlaps(MatrixLayout.rowMajor(4, 2, 2, 2)), "one after the other");
    }

    private static MatrixLayout block(MatrixLayout whole, SplittableRandom random) {
        int row = random.nextInt(9), column = random.nextInt(10);
        MatrixLayout block = whole.block(row, column, random.nextInt(10 - row), random.nextInt(11 - column));
        return random.nextBoolean() ? block : block.transposed();
    }
}
