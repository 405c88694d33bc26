package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleMonarchMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleMonarchMapLaws {
    private static double[] entries(int seed, int rows, int cols) {
        return Inputs.gaussian(seed, new double[rows * cols]);
    }

    private static List<DoubleDenseMap> blocks(int seed, int count, int rows, int cols) {
        List<DoubleDenseMap> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(DoubleDenseMap.of(rows, cols, entries(seed + i, rows, cols)));
        }
        return blocks;
    }

    private static DenseMatrix diagonal(int seed, int count, int rows, int cols) {
        DenseMatrix diagonal = DenseMatrix.of(rows, cols, Numbers.of(entries(seed, rows, cols)));
        for (int i = 1; i < count; i++) {
            diagonal = diagonal.beside(DenseMatrix.of(rows, cols, Numbers.of(entries(seed + i, rows, cols))));
        }
        return diagonal;
    }

    /** Column after column of a matrix of so many rows and columns. */
    private static DenseMatrix shuffle(int rows, int columns) {
        int[] source = new int[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                source[j * rows + i] = i * columns + j;
            }
        }
        return DenseMatrix.permutation(source);
    }

    private abstract static class Monarch extends DoubleLinearMapLaws {
        private final int b;
        private final int p;
        private final int q;
        private final int r;

        Monarch(int b, int p, int q, int r) {
            this.b = b;
            this.p = p;
            this.q = q;
            this.r = r;
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleMonarchMap.of(blocks(1, b, p, q), blocks(100, p, r, b));
        }

        @Override
        protected DenseMatrix dense() {
            return shuffle(p, r)
                    .times(diagonal(100, p, r, b))
                    .times(shuffle(b, p))
                    .times(diagonal(1, b, p, q));
        }
    }

    @Group
    final class OfSquares extends Monarch {
        OfSquares() {
            super(4, 4, 4, 4);
        }
    }

    @Group
    final class OfFourSizes extends Monarch {
        OfFourSizes() {
            super(3, 2, 5, 4);
        }
    }

    /** Square as a whole: in place. */
    @Group
    final class OfOblongBlocks extends Monarch {
        OfOblongBlocks() {
            super(2, 3, 6, 4);
        }
    }

    @Group
    final class OfOneFirst extends Monarch {
        OfOneFirst() {
            super(1, 3, 4, 2);
        }
    }

    @Group
    final class OfOneSecond extends Monarch {
        OfOneSecond() {
            super(3, 1, 2, 5);
        }
    }

    @Example
    void itHasTheParametersOfItsBlocks() {
        DoubleLinearMap map = DoubleMonarchMap.of(blocks(1, 8, 8, 8), blocks(2, 8, 8, 8));
        assertEquals(2 * 8 * 8 * 8, map.parameters());
        assertEquals(4 * 8 * 8 * 8, map.operations());
    }

    @Example
    void blocksThatDoNotFitAreRefused() {
        List<DoubleDenseMap> first = blocks(1, 3, 2, 5), second = blocks(2, 2, 4, 3);
        Refusal.of(() -> DoubleMonarchMap.of(first, blocks(2, 3, 4, 3)), "3 first", "2 x 5", "3 second", "4 x 3");
        Refusal.of(() -> DoubleMonarchMap.of(first, blocks(2, 2, 4, 2)), "2 second", "4 x 2");
        Refusal.of(() -> DoubleMonarchMap.of(List.of(), second), "first", "no blocks");
        Refusal.of(() -> DoubleMonarchMap.of(first, List.of()), "second", "no blocks");
        List<DoubleDenseMap> uneven = List.of(first.get(0), first.get(1), second.get(0));
        Refusal.of(() -> DoubleMonarchMap.of(uneven, second), "first block 2", "4 x 3", "2 x 5");
        Refusal.ofNull("first", () -> DoubleMonarchMap.of(null, second));
        Refusal.ofNull("second block 1", () -> DoubleMonarchMap.of(first, Arrays.asList(second.get(0), null)));
    }
}
