package dev.lanewise.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DoubleAxisReversalTest {
    @Test
    void putsEveryElementWhereItsIndexWants() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int[] shape = random.ints(random.nextInt(7), 1, 8).toArray();
            if (shape.length > 0) {
                // Longer than a block now and then, on the first axis or the last.
                shape[random.nextBoolean() ? 0 : shape.length - 1] *= 1 + random.nextInt(5);
            }
            int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            double[] columnMajor = new double[size];
            double[] expected = new double[size];
            int[] index = new int[shape.length];
            for (int i = 0; i < size; i++) {
                columnMajor[i] = i;
                expected[rowMajorOffset(index, shape)] = i;
                advanceFirstFastest(index, shape);
            }
            double[] rowMajor = DoubleAxisReversal.toRowMajor(columnMajor, shape);
            assertArrayEquals(expected, rowMajor, "seed " + seed + ", shape " + NpyShape.text(shape));
        }
    }

    private static int rowMajorOffset(int[] index, int[] shape) {
        int offset = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            offset = offset * shape[axis] + index[axis];
        }
        return offset;
    }

    private static void advanceFirstFastest(int[] index, int[] shape) {
        for (int axis = 0; axis < shape.length; axis++) {
            if (++index[axis] < shape[axis]) {
                return;
            }
            index[axis] = 0;
        }
    }

    @Test
    void copiesNothingWhereBothOrdersAreTheSame() {
        double[] data = new double[6];
        for (int[] shape : new int[][] {{6}, {1, 6}, {6, 1}, {1, 1, 6, 1}}) {
            assertSame(data, DoubleAxisReversal.toRowMajor(data, shape));
        }
        double[] none = {};
        assertSame(none, DoubleAxisReversal.toRowMajor(none, new int[] {3, 0, 2}));
    }
}
