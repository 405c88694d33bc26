package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Normalization;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.structured.DoubleHadamard;
import net.jqwik.api.Example;

/** What no map can be, and what none can give. */
final class DoubleLinearMapRefusalLaws {
    @Example
    void negativeShapesAreRefusedWithBothNumbers() {
        Refusal.of(() -> new DoublePlainMap(-1, 2, new double[0]), "shape", "-1 x 2", "0 or more");
        Refusal.of(() -> new DoublePlainMap(2, -3, new double[0]), "shape", "2 x -3", "0 or more");
    }

    @Example
    void aMatrixThatFitsIntoNoArrayIsNotWrittenOut() {
        // 2^16 * 2^16 is 0 in an int, and 12 * 2^13 squared is 9663676416, which wraps to 1073741824
        for (int n : new int[] {1 << 16, 12 << 13}) {
            Refusal.of(() -> DoubleHadamard.of(n, Normalization.ORTHO).toDense(), "toDense", n + " x " + n);
        }
    }

    @Example
    void emptyMapsAreWrittenOutAsNothing() {
        assertEquals(0, new DoublePlainMap(0, 5, new double[0]).toDense().length);
        assertEquals(0, new DoublePlainMap(5, 0, new double[0]).toDense().length);
    }
}
