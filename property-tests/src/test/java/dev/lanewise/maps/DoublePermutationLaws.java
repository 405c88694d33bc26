package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class DoublePermutationLaws {
    /** {@code i -> step * i + 1} modulo {@code n}, with the step prime to it: cycles of many lengths. */
    private static int[] indices(int n, int step) {
        int[] indices = new int[n];
        for (int i = 0; i < n; i++) {
            indices[i] = (step * i + 1) % n;
        }
        return indices;
    }

    private abstract static class Permutation extends DoubleLinearMapLaws {
        private final int[] indices;

        Permutation(int n, int step) {
            indices = indices(n, step);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoublePermutation.of(indices);
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.permutation(indices);
        }
    }

    @Nested
    final class OfNothing extends Permutation {
        OfNothing() {
            super(0, 1);
        }
    }

    @Nested
    final class OfOneElement extends Permutation {
        OfOneElement() {
            super(1, 1);
        }
    }

    @Nested
    final class OfNineteenElements extends Permutation {
        OfNineteenElements() {
            super(19, 7);
        }
    }

    @Test
    void eachElementComesFromItsSource() {
        double[] y = DoublePermutation.of(new int[] {2, 0, 1}).apply(new double[] {5, 6, 7});
        Bits.assertSame(new double[] {7, 5, 6}, y, "gathered");
    }

    @Test
    void theTransposeIsTheInverseToTheLastBit() {
        DoubleLinearMap map = DoublePermutation.of(indices(50, 7));
        double[] x = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = i;
        }
        Bits.assertSame(x, map.transposed().apply(map.apply(x)), "there and back");
    }

    @Test
    void theIndicesAreCopiedInAndOut() {
        int[] indices = {1, 0};
        DoublePermutation map = DoublePermutation.of(indices);
        indices[0] = 0;
        map.indices()[1] = 1;
        assertArrayEquals(new int[] {1, 0}, map.indices());
    }

    @Test
    void whatIsNoPermutationIsRefused() {
        Refusal.of(() -> DoublePermutation.of(new int[] {0, 3, 1}), "permutation[1]", "3", "0 to 2");
        Refusal.of(() -> DoublePermutation.of(new int[] {0, -1}), "permutation[1]", "-1", "0 to 1");
        Refusal.of(() -> DoublePermutation.of(new int[] {2, 0, 2}), "got 2 at 0 and at 2", "every index once");
        Refusal.ofNull("source", () -> DoublePermutation.of(null));
    }
}
