package dev.lanewise.fourier;

import dev.lanewise.engine.Grid;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A shape and some of its axes, as a plan over several axes takes them.
 *
 * @param shape the lengths of all axes
 * @param axes those along which to transform, in the order in which they are listed
 */
record GridShapes(int[] shape, int[] axes) {
    /** Powers of two, odd ones, primes that are convolutions, numbers of columns that fill groups and do not. */
    private static final int[] LENGTHS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 16, 17, 19, 30};

    /** One to four axes of a few thousand elements at most, at least {@code shortest} long each, and some of them. */
    static GridShapes random(SplittableRandom random, int shortest) {
        int[] shape = new int[random.nextInt(1, 5)];
        int size;
        do {
            size = 1;
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = Math.max(shortest, LENGTHS[random.nextInt(LENGTHS.length)]);
                size *= shape[axis];
            }
        } while (size > 4000);
        return new GridShapes(
                shape, Arrays.copyOf(shuffled(random, shape.length), random.nextInt(1, shape.length + 1)));
    }

    /** One to three axes of at most 7 elements and at least {@code shortest}, and some of them: for sums over all indices. */
    static GridShapes small(SplittableRandom random, int shortest) {
        int[] shape = new int[random.nextInt(1, 4)];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = random.nextInt(shortest, 8);
        }
        return new GridShapes(
                shape, Arrays.copyOf(shuffled(random, shape.length), random.nextInt(1, shape.length + 1)));
    }

    private static int[] shuffled(SplittableRandom random, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The shape at an offset. */
    Grid at(int offset) {
        return Grid.at(offset, shape);
    }

    /** The axes in another order. */
    GridShapes reordered(SplittableRandom random) {
        int[] order = shuffled(random, axes.length);
        return new GridShapes(
                shape, Arrays.stream(order).map(listed -> axes[listed]).toArray());
    }

    int size() {
        return at(0).size();
    }

    @Override
    public String toString() {
        return Arrays.toString(shape) + " along " + Arrays.toString(axes);
    }
}
