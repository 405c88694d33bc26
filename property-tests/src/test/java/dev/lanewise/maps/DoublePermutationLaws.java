package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoublePermutationLaws {
    /**
     * Cycles of 1, 2, 3 and so on elements, the last of what is left, of the numbers {@code 0, step, 2 step} ... modulo
     * {@code n}, with the step prime to it.
     */
    private static int[] indices(int n, int step) {
        int[] indices = new int[n];
        for (int start = 0, length = 1; start < n; start += length, length++) {
            int cycle = Math.min(length, n - start);
            for (int i = 0; i < cycle; i++) {
                indices[(start + i) * step % n] = (start + (i + 1) % cycle) * step % n;
            }
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

    @Group
    final class OfNothing extends Permutation {
        OfNothing() {
            super(0, 1);
        }
    }

    @Group
    final class OfOneElement extends Permutation {
        OfOneElement() {
            super(1, 1);
        }
    }

    @Group
    final class OfNineteenElements extends Permutation {
        OfNineteenElements() {
            super(19, 7);
        }
    }

    @Example
    void eachElementComesFromItsSource() {
        double[] y = DoublePermutation.of(new int[] {2, 0, 1}).apply(new double[] {5, 6, 7});
        Bits.assertSame(new double[] {7, 5, 6}, y, "gathered");
    }

    @Example
    void theTransposeIsTheInverseToTheLastBit() {
        DoubleLinearMap map = DoublePermutation.of(indices(50, 7));
        double[] x = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = i;
        }
        Bits.assertSame(x, map.transposed().apply(map.apply(x)), "there and back");
    }

    @Example
    void theIndicesAreCopiedInAndOut() {
        int[] indices = {1, 0};
        DoublePermutation map = DoublePermutation.of(indices);
        indices[0] = 0;
        map.indices()[1] = 1;
        assertArrayEquals(new int[] {1, 0}, map.indices());
    }

    @Example
    void whatIsNoPermutationIsRefused() {
        Refusal.of(() -> DoublePermutation.of(new int[] {0, 3, 1}), "permutation[1]", "3", "0 to 2");
        Refusal.of(() -> DoublePermutation.of(new int[] {0, -1}), "permutation[1]", "-1", "0 to 1");
        Refusal.of(() -> DoublePermutation.of(new int[] {2, 0, 2}), "got 2 at 0 and at 2", "every index once");
        Refusal.ofNull("source", () -> DoublePermutation.of(null));
    }
}
