package dev.lanewise.rotation;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RotationRefusalTest {
    private final HadamardRotation rotation = HadamardRotation.of(10, 1);
    private final double[] before = Inputs.gaussian(1, new double[20]);
    private final double[] doubles = before.clone();
    private final float[] floats = Inputs.gaussian(1, new float[20]);

    @AfterEach
    void nothingIsChanged() {
        Bits.assertSame(before, doubles, "after a refusal");
        Bits.assertSame(Inputs.gaussian(1, new float[20]), floats, "after a refusal");
    }

    @Test
    void dimensionsAndBlocksOutOfRangeAreRefused() {
        for (int d : new int[] {0, -1, Integer.MIN_VALUE, (1 << 30) + 1, Integer.MAX_VALUE}) {
            Refusal.of(() -> HadamardRotation.of(d, 1), "dimension", "got " + d, "1 to 2^30");
            Refusal.of(() -> HadamardRotation.of(d, 2, 1), "dimension", "got " + d, "1 to 2^30");
        }
        for (int blocks : new int[] {0, -1, 4, Integer.MAX_VALUE}) {
            Refusal.of(() -> HadamardRotation.of(10, blocks, 1), "blocks", "got " + blocks, "1, 2 or 3");
        }
    }

    @Test
    void vectorsOfAnotherLengthAreRefused() {
        Refusal.of(() -> rotation.apply(doubles), "length 20", "wanted 10");
        Refusal.of(() -> rotation.apply(floats), "length 20", "wanted 10");
        Refusal.of(() -> rotation.applyTransposed(doubles), "length 20", "wanted 10");
        Refusal.of(() -> rotation.applyTransposed(floats), "length 20", "wanted 10");
        Refusal.of(() -> rotation.apply(new double[0]), "length 0", "wanted 10");
    }

    @Test
    void matricesOfAnotherShapeAreRefused() {
        // 429496730 rows of 10 would be 4 elements in an int that overflowed
        for (int rows : new int[] {0, 1, 3, 429_496_730, Integer.MAX_VALUE}) {
            String[] parts = {"matrix", "20 elements", rows + " rows"};
            Refusal.of(() -> rotation.applyToRows(doubles, rows, Parallelism.NONE), parts);
            Refusal.of(() -> rotation.applyToRows(floats, rows, Parallelism.NONE), parts);
            Refusal.of(() -> rotation.applyTransposedToRows(doubles, rows, Parallelism.NONE), parts);
            Refusal.of(() -> rotation.applyTransposedToRows(floats, rows, Parallelism.NONE), parts);
        }
    }

    @Test
    void negativeNumbersOfRowsAreRefused() {
        for (int rows : new int[] {-1, -2, Integer.MIN_VALUE}) {
            String[] parts = {"rows", "got " + rows, "0 or more"};
            Refusal.of(() -> rotation.applyToRows(doubles, rows, Parallelism.NONE), parts);
            Refusal.of(() -> rotation.applyToRows(floats, rows, Parallelism.NONE), parts);
            Refusal.of(() -> rotation.applyTransposedToRows(doubles, rows, Parallelism.NONE), parts);
            Refusal.of(() -> rotation.applyTransposedToRows(floats, rows, Parallelism.NONE), parts);
        }
    }

    @Test
    void whatIsMissingIsRefusedByName() {
        Refusal.ofNull("x", () -> rotation.apply((double[]) null));
        Refusal.ofNull("x", () -> rotation.apply((float[]) null));
        Refusal.ofNull("x", () -> rotation.applyTransposed((double[]) null));
        Refusal.ofNull("x", () -> rotation.applyTransposed((float[]) null));
        Refusal.ofNull("matrix", () -> rotation.applyToRows((double[]) null, 2, Parallelism.NONE));
        Refusal.ofNull("matrix", () -> rotation.applyToRows((float[]) null, 2, Parallelism.NONE));
        Refusal.ofNull("matrix", () -> rotation.applyTransposedToRows((double[]) null, 2, Parallelism.NONE));
        Refusal.ofNull("matrix", () -> rotation.applyTransposedToRows((float[]) null, 2, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> rotation.applyToRows(doubles, 2, null));
        Refusal.ofNull("parallelism", () -> rotation.applyToRows(floats, 2, null));
        Refusal.ofNull("parallelism", () -> rotation.applyTransposedToRows(doubles, 2, null));
        Refusal.ofNull("parallelism", () -> rotation.applyTransposedToRows(floats, 2, null));
    }
}
