package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleWindow;
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

    private static DoubleLinearMap signsOfTwo() {
        return DoubleSignDiagonal.of(new double[] {1, -1});
    }
}
