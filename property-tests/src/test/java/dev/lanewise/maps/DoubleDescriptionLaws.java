package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleKroneckerSum;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.DoubleWindow;
import dev.lanewise.structured.butterfly.DoubleButterflyTransforms;
import java.util.List;
import net.jqwik.api.Example;

/** A description is a tree: a line for each map with its shape and its cost, parts two places further in. */
final class DoubleDescriptionLaws {
    /** 24 = 12 * 2: one addition an element for the 2, six for the base, and the factor: 8 * 24 = 192. */
    @Example
    void mapsWithinMapsAreIndentedBelowThem() {
        DoubleLinearMap signs = DoubleSignDiagonal.of(Inputs.signs(1, new double[24]));
        DoubleLinearMap hadamard = DoubleHadamard.of(24, Normalization.ORTHO);
        DoubleLinearMap window = DoubleWindow.of(hadamard.times(signs), 1, 30);
        DoubleLinearMap inner = DoublePermutation.of(new int[] {1, 0}).times(signsOfTwo());
        DoubleLinearMap map = new DoublePlainMap(30, 40, new double[1200])
                .transposed()
                .times(window.transposed())
                .times(DoubleWindow.of(DoubleWindow.of(inner, 0, 5), 25, 30))
                .times(window);
        assertEquals("""
                product of 4: 40 x 30, 2,834 operations, 52 parameters
                  transpose: 40 x 30, 2,400 operations, 0 parameters
                    plain: 30 x 40, 2,400 operations, 0 parameters
                  window from 1: 30 x 30, 216 operations, 24 parameters
                    product of 2: 24 x 24, 216 operations, 24 parameters
                      sign diagonal: 24 x 24, 24 operations, 24 parameters
                      Hadamard 12 * 2^1, ORTHO: 24 x 24, 192 operations, 0 parameters
                  window from 25: 30 x 30, 2 operations, 4 parameters
                    window from 0: 5 x 5, 2 operations, 4 parameters
                      product of 2: 2 x 2, 2 operations, 4 parameters
                        permutation: 2 x 2, 0 operations, 2 parameters
                        sign diagonal: 2 x 2, 2 operations, 2 parameters
                  window from 1: 30 x 30, 216 operations, 24 parameters
                    Hadamard 12 * 2^1, ORTHO, after signs: 24 x 24, 216 operations, 24 parameters""", map.describe());
    }

    /** Products, sums, multiples and transposes are complex as their parts are; where vectors are put together they are not. */
    @Example
    void mapsOfComplexNumbersSayThatTheyAre() {
        DoubleLinearMap fourier = DoubleFourierMap.of(2, Normalization.BACKWARD);
        DoubleLinearMap turn = DoubleComplexDiagonal.of(new double[] {0, 1}, new double[] {1, 0});
        DoubleLinearMap swap = DoublePermutation.of(new int[] {1, 0, 3, 2});
        for (DoubleLinearMap map : List.of(
                fourier,
                turn,
                DoubleButterflyTransforms.fourier(4, Normalization.BACKWARD),
                DoubleComplexCirculant.ofColumn(new double[] {1, 2}, new double[] {3, 4}),
                swap.times(fourier).times(swap),
                fourier.plus(swap),
                fourier.times(2),
                fourier.transposed())) {
            assertTrue(map.isComplex(), map.describe());
        }
        for (DoubleLinearMap map : List.of(
                swap,
                DoubleKroneckerProduct.of(List.of(fourier, turn)),
                DoubleKroneckerSum.of(List.of(fourier, turn)),
                DoubleBlockDiagonal.of(List.of(fourier, turn)),
                DoubleStack.of(List.of(fourier, turn)),
                DoubleWindow.of(fourier, 0, 6))) {
            assertFalse(map.isComplex(), map.describe());
        }
    }

    private static DoubleLinearMap signsOfTwo() {
        return DoubleSignDiagonal.of(new double[] {1, -1});
    }
}
