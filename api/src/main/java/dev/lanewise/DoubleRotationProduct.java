package dev.lanewise;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.hadamard.HadamardOrder;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleWindow;
import java.util.ArrayList;
import java.util.List;

/** The factors of a {@link HadamardRotation}. */
final class DoubleRotationProduct {
    private DoubleRotationProduct() {}

    /**
     * Version 1: window {@code i}, counted over all blocks in the order in which they are applied, takes its signs from
     * stream {@code i} of the seed.
     */
    static DoubleLinearMap of(int dimension, int blocks, long seed) {
        int n = HadamardOrder.atMost(dimension).n();
        int windows = blocks * RotationWindows.perBlock(dimension, n);
        DoubleHadamard hadamard = DoubleHadamard.of(n, Normalization.ORTHO);
        List<DoubleLinearMap> factors = new ArrayList<>();
        for (int window = windows - 1; window >= 0; window--) {
            DoubleLinearMap signs = DoubleSignDiagonal.random(n, new Philox(seed, window));
            factors.add(DoubleWindow.of(hadamard.times(signs), window % 2 * (dimension - n), dimension));
        }
        return DoubleProduct.of(factors);
    }
}
