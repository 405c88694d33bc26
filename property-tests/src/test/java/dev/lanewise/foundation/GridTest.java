package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Layout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GridTest {
    private static final int HUGE = Integer.MAX_VALUE;

    @Test
    void vectorsAlongAnAxisAreFoundInOrderWhateverTheirLayout() {
        int[][] shapes = {
            {5},
            {3, 4},
            {4, 3},
            {1, 6},
            {6, 1},
            {2, 3, 4},
            {4, 3, 2},
            {3, 5, 9},
            {2, 1, 7},
            {2, 3, 2, 5},
            {1, 1, 1},
            {2, 2, 2, 2, 2}
        };
        for (int[] shape : shapes) {
            for (int offset : new int[] {0, 11}) {
                Grid grid = Grid.at(offset, shape);
                for (int axis = 0; axis < shape.length; axis++) {
                    assertEquals(
                            sorted(AxisVectors.of(offset, shape, axis)),
                            sorted(inLayouts(grid.along(axis), shape[axis])),
                            grid + ", axis " + axis);
                }
            }
        }
    }

    private static List<List<Integer>> inLayouts(List<Layout> layouts, int length) {
        List<List<Integer>> vectors = new ArrayList<>();
        for (Layout layout : layouts) {
            for (int vector = 0; vector < layout.count(); vector++) {
                List<Integer> indices = new ArrayList<>();
                for (int i = 0; i < length; i++) {
                    indices.add(layout.start(vector) + i * layout.stride());
                }
                vectors.add(indices);
            }
        }
        return vectors;
    }

    private static List<String> sorted(List<List<Integer>> vectors) {
        return vectors.stream().map(Object::toString).sorted().toList();
    }

    /** So that a transform to another length takes each vector to its place. */
    @Test
    void gridsThatDifferInOneLengthHaveTheirVectorsInTheSameOrderAlongIt() {
        for (int[] shape : new int[][] {{5}, {3, 4}, {2, 3, 4}, {4, 3, 2}, {3, 5, 9}, {2, 3, 2, 5}, {2, 5, 1, 3}}) {
            Grid grid = Grid.at(3, shape);
            for (int axis = 0; axis < shape.length; axis++) {
                for (int length : new int[] {1, 2, 9, 40}) {
                    Grid other = grid.withLength(axis, length);
                    List<List<Integer>> from = inLayouts(grid.along(axis), 1);
                    List<List<Integer>> to = inLayouts(other.along(axis), 1);
                    assertEquals(
                            order(AxisVectors.of(3, shape, axis), from),
                            order(AxisVectors.of(3, other.shape(), axis), to),
                            grid + " and " + other + ", axis " + axis);
                }
            }
        }
    }

    /** Which of all vectors these are, by their first elements. */
    private static List<Integer> order(List<List<Integer>> all, List<List<Integer>> firsts) {
        List<Integer> starts = all.stream().map(vector -> vector.get(0)).toList();
        return firsts.stream().map(first -> starts.indexOf(first.get(0))).toList();
    }

    @Test
    void manyVectorsSideBySideAreColumnsAndFewAreTakenFromAllRowsAtOnce() {
        assertEquals(List.of(Layout.rows(2, 12, 5)), Grid.at(2, 3, 4, 5).along(2));
        assertEquals(List.of(Layout.columns(2, 20, 20)), Grid.at(2, 3, 4, 5).along(0));
        assertEquals(
                List.of(Layout.columns(2, 5, 5), Layout.columns(22, 5, 5), Layout.columns(42, 5, 5)),
                Grid.at(2, 3, 4, 5).along(1));
        assertEquals(
                List.of(new Layout(2, 2, 1000, 8), new Layout(3, 2, 1000, 8)),
                Grid.at(2, 1000, 4, 2).along(1));
    }

    @Test
    void layoutsAreFoundOnce() {
        Grid grid = Grid.of(3, 4, 5);
        assertSame(grid.along(1), grid.along(1));
    }

    @Test
    void shapeIsTheCallersNoMore() {
        int[] shape = {2, 3};
        Grid grid = Grid.of(shape);
        shape[0] = 9;
        grid.shape()[1] = 9;
        assertArrayEquals(new int[] {2, 3}, grid.shape());
        assertEquals(6, grid.size());
        assertEquals(2, grid.axes());
        assertEquals(3, grid.length(1));
    }

    @Test
    void aGridIsItsShapeAndItsOffset() {
        assertEquals(Grid.of(2, 3), Grid.at(0, 2, 3));
        assertEquals(Grid.of(2, 3).hashCode(), Grid.at(0, 2, 3).hashCode());
        assertNotEquals(Grid.of(2, 3), Grid.of(3, 2));
        assertNotEquals(Grid.of(2, 3), Grid.at(1, 2, 3));
        assertEquals(Grid.at(4, 2, 7), Grid.at(4, 2, 3).withLength(1, 7));
        assertEquals("(2, 3) at offset 7", Grid.at(7, 2, 3).toString());
    }

    @Test
    void aSingleNumberHasNoAxes() {
        Grid grid = Grid.at(5);
        assertEquals(0, grid.axes());
        assertEquals(1, grid.size());
        Refusal.of(() -> grid.along(0), "axis", "got 0");
    }

    @Test
    void shapesThatMeanNothingAreRefused() {
        Refusal.of(() -> Grid.of(2, 0), "shape", "(2, 0)", "1 or more");
        Refusal.of(() -> Grid.of(-1, 2), "shape", "(-1, 2)", "1 or more");
        Refusal.of(() -> Grid.at(-1, 2), "offset", "got -1");
        Refusal.of(() -> Grid.of(1 << 16, 1 << 15), "shape", "(65536, 32768)", "2^31 - 1");
        Refusal.of(() -> Grid.of(HUGE, HUGE, HUGE, HUGE), "shape", "2^31 - 1");
        // Their product is 2^64, which a long would take for 0.
        Refusal.of(() -> Grid.of(1 << 16, 1 << 16, 1 << 16, 1 << 16), "shape", "2^31 - 1");
        assertDoesNotThrow(() -> Grid.of(HUGE));
        Refusal.of(() -> Grid.of(2, 3).withLength(2, 3), "axis", "got 2", "0 to 1");
        Refusal.of(() -> Grid.of(2, 3).withLength(1, 0), "shape", "(2, 0)");
        Refusal.of(() -> Grid.of(2, 3).length(-1), "axis", "got -1", "0 to 1");
        Refusal.of(() -> Grid.of(2, 3).along(2), "axis", "got 2", "0 to 1", "(2, 3)");
        Refusal.ofNull("shape", () -> Grid.of((int[]) null));
    }

    @Test
    void arraysThatAreTooShortAreRefusedWithBothLengths() {
        assertDoesNotThrow(() -> Grid.at(2, 3, 4).checkWithin("x", 14));
        Refusal.of(() -> Grid.at(2, 3, 4).checkWithin("x", 13), "x", "length 13", "(3, 4) at offset 2", "14 or more");
        Refusal.of(() -> Grid.at(HUGE, 3).checkWithin("x", HUGE), "x", "" + (HUGE + 3L));
    }

    @Test
    void placesThatOverlapWithoutBeingTheSameAreRefused() {
        Grid grid = Grid.at(6, 2, 3);
        for (Grid fine : new Grid[] {Grid.at(6, 2, 3), Grid.at(0, 2, 3), Grid.at(12, 2, 3), Grid.at(HUGE, 2, 3)}) {
            assertDoesNotThrow(() -> grid.checkOverlap(fine));
        }
        for (Grid wrong : new Grid[] {Grid.at(1, 2, 3), Grid.at(11, 2, 3), Grid.at(6, 3, 2), Grid.at(7, 2, 3)}) {
            Refusal.of(() -> grid.checkOverlap(wrong), "overlap", grid.toString(), wrong.toString());
        }
        Refusal.ofNull("output", () -> grid.checkOverlap(null));
    }
}
