package dev.lanewise.npy;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What holds for every shape: how many elements it has, and how Python writes it. */
final class NpyShape {
    /** The longest array that common virtual machines allocate. */
    static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

    /** NumPy's own limit since 2.0; it was 32 before. */
    static final int MAX_AXES = 64;

    /** The answer of {@link #elements} for a shape of more than {@link #MAX_ELEMENTS} elements. */
    static final int TOO_MANY = -1;

    private NpyShape() {}

    /**
     * The product of the dimensions, none negative: 1 for no dimension, 0 as soon as one is 0, or {@link #TOO_MANY}.
     */
    static int elements(int[] shape) {
        if (Arrays.stream(shape).anyMatch(dimension -> dimension == 0)) {
            return 0;
        }
        long product = 1;
        for (int dimension : shape) {
            product *= dimension;
            if (product > MAX_ELEMENTS) {
                return TOO_MANY;
            }
        }
        return (int) product;
    }

    /** The shape as a Python tuple: {@code ()}, {@code (3,)}, {@code (3, 4)}. */
    static String text(int[] shape) {
        String dimensions = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return shape.length == 1 ? "(" + dimensions + ",)" : "(" + dimensions + ")";
    }
}
