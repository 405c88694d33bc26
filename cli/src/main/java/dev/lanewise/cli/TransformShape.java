package dev.lanewise.cli;

import dev.lanewise.engine.Grid;
import dev.lanewise.npy.NpyArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a transform over some axes changes the shape of an array. The array is first cut, or padded with zeros, along the last
 * axis listed; {@code rfft} then changes the length of that axis.
 *
 * <p>For the work all axes before the first of those are one, which is cut into pieces.
 *
 * @param axes the axes, from 0, as listed
 * @param input the shape once it was cut or padded
 * @param output the shape of the result
 */
record TransformShape(int[] axes, int[] input, int[] output) {
    /**
     * The shape of what a transform makes of an array.
     *
     * @param name what messages call the array
     * @param array the array
     * @param kind the transform
     * @param inverse whether it is its inverse
     * @param listed the axes, negative ones counted from the end
     * @param length what the last axis listed is cut or padded to, or, of {@code rfft --inverse}, what comes of it; null if
     *     nobody said
     * @throws CommandFailure if there are no such axes or the lengths do not fit
     */
    static TransformShape of(
            String name, NpyArray array, TransformKind kind, boolean inverse, List<Integer> listed, Integer length) {
        int[] shape = array.shape();
        if (shape.length == 0) {
            throw CommandFailure.input(name + ": got " + array + ", a single number, wanted one axis or more", null);
        }
        int[] axes = axes(listed, shape.length);
        int last = axes[axes.length - 1];
        int[] input = shape.clone();
        int[] output = shape.clone();
        boolean halves = kind.family() == TransformKind.Family.REAL_FOURIER;
        if (halves && inverse) {
            long n = length != null ? length : 2 * (shape[last] - 1L);
            if (n < 1) {
                throw CommandFailure.input(
                        name + ": got length " + shape[last] + " along axis " + last
                                + ", wanted 2 or more, or --length, the length of what comes of it",
                        null);
            }
            input[last] = (int) (n / 2 + 1);
            output[last] = (int) Math.min(n, Integer.MAX_VALUE);
        } else {
            int n = length != null ? length : shape[last];
            input[last] = n;
            output[last] = halves ? n / 2 + 1 : n;
        }
        for (int axis : axes) {
            if (input[axis] < kind.shortestLength()) {
                String wanted = ", wanted " + kind.shortestLength() + " or more for " + kind;
                throw axis == last && length != null
                        ? CommandFailure.usage("--length: got " + length + wanted)
                        : CommandFailure.input(
                                name + ": got " + array + ", of length " + input[axis] + " along axis " + axis + wanted,
                                null);
            }
        }
        double most = Math.max(elements(input), elements(output));
        if (most > Integer.MAX_VALUE) {
            String wanted = ", wanted no more than 2^31 - 1 elements in all";
            throw length != null
                    ? CommandFailure.usage("--length: got " + length + " for " + array + wanted)
                    : CommandFailure.input(
                            name + ": got " + array + " for a transform to twice as many" + wanted, null);
        }
        return new TransformShape(axes, input, output);
    }

    private static int[] axes(List<Integer> listed, int count) {
        int[] axes = new int[listed.size()];
        for (int i = 0; i < axes.length; i++) {
            int axis = listed.get(i);
            int fromFirst = axis < 0 ? axis + count : axis;
            if (fromFirst < 0 || fromFirst >= count) {
                throw CommandFailure.usage("--axes: got " + text(listed) + ", wanted numbers from " + -count + " to "
                        + (count - 1) + ", since the array has " + count + (count == 1 ? " axis" : " axes"));
            }
            for (int j = 0; j < i; j++) {
                if (axes[j] == fromFirst) {
                    throw CommandFailure.usage("--axes: got " + text(listed) + ", wanted each axis once at most");
                }
            }
            axes[i] = fromFirst;
        }
        return axes;
    }

    /** Axes as they are typed. */
    static String text(List<Integer> axes) {
        return axes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The product of the lengths, exact if it is an int. */
    private static double elements(int[] shape) {
        return Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    int last() {
        return axes[axes.length - 1];
    }

    /** How many pieces there are at most: all indices of the axes before the first that is transformed. */
    int batch() {
        return (int) elements(Arrays.copyOf(input, firstAxis()));
    }

    private int firstAxis() {
        return Arrays.stream(axes).min().getAsInt();
    }

    /** The axes of the grids below. */
    int[] gridAxes() {
        return Arrays.stream(axes).map(axis -> axis - firstAxis() + 1).toArray();
    }

    /** Some of the pieces as they lie in the input. */
    Grid inputGrid(int first, int count) {
        return grid(input, first, count);
    }

    /** Some of the pieces as they lie in the output. */
    Grid outputGrid(int first, int count) {
        return grid(output, first, count);
    }

    private Grid grid(int[] shape, int first, int count) {
        int[] rest = Arrays.copyOfRange(shape, firstAxis(), shape.length);
        int[] all = new int[rest.length + 1];
        all[0] = count;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return Grid.at((int) (first * elements(rest)), all);
    }

    /** A grid that with the lengths that a plan is made for, where {@code rfft} halves those before; there is one for empty arrays as well. */
    Grid planned() {
        int[] lengths = Arrays.copyOfRange(input[last()] < output[last()] ? output : input, firstAxis(), input.length);
        int[] all = new int[lengths.length + 1];
        all[0] = 1;
        for (int i = 0; i < lengths.length; i++) {
            all[i + 1] = Math.max(1, lengths[i]);
        }
        return Grid.of(all);
    }

    int outputSize() {
        return (int) elements(output);
    }

    boolean isEmpty() {
        return elements(input) == 0;
    }
}
