package dev.lanewise.npy;

import java.util.Arrays;
import java.util.Objects;

/**
 * An array of any number of dimensions, as a {@code .npy} file holds it.
 *
 * <p>Elements stand in row-major (C) order, the last index varying fastest, whatever the order in the file. A complex
 * array is held as two arrays of equal length, the real and the imaginary parts. A shape of no dimension is a single
 * number; a shape with a dimension 0 has no elements.
 *
 * <p>Elements are shared, not copied: the array handed to a factory method is the one that the accessor of the same
 * type returns, call after call, and a change of it changes this array. Only an accessor that has to convert returns a
 * new array, and says so. The shape is copied.
 */
public final class NpyArray {
    private final NpyType type;
    private final int[] shape;
    private final Object real;
    private final Object imaginary;

    /**
     * Shares {@code real} and {@code imaginary}: {@code double[]}, {@code float[]}, {@code int[]} or {@code long[]}.
     */
    NpyArray(NpyType type, Object real, Object imaginary, int[] shape) {
        this.type = type;
        this.real = real;
        this.imaginary = imaginary;
        this.shape = shape;
    }

    /**
     * An array of type {@link NpyType#F8}.
     *
     * @param data the elements in row-major order, shared
     * @param shape the dimensions, none negative, at most 64; none for a single number
     * @return the array
     * @throws IllegalArgumentException if the product of the dimensions is not {@code data.length}
     */
    public static NpyArray of(double[] data, int... shape) {
        return new NpyArray(NpyType.F8, data, null, checked(shape, data.length));
    }

    /**
     * An array of type {@link NpyType#F4}.
     *
     * @param data the elements in row-major order, shared
     * @param shape the dimensions, none negative, at most 64; none for a single number
     * @return the array
     * @throws IllegalArgumentException if the product of the dimensions is not {@code data.length}
     */
    public static NpyArray of(float[] data, int... shape) {
        return new NpyArray(NpyType.F4, data, null, checked(shape, data.length));
    }

    /**
     * An array of type {@link NpyType#I4}, for labels and permutations.
     *
     * @param data the elements in row-major order, shared
     * @param shape the dimensions, none negative, at most 64; none for a single number
     * @return the array
     * @throws IllegalArgumentException if the product of the dimensions is not {@code data.length}
     */
    public static NpyArray of(int[] data, int... shape) {
        return new NpyArray(NpyType.I4, data, null, checked(shape, data.length));
    }

    /**
     * An array of type {@link NpyType#I8}, for labels and permutations; every {@code long} is written exactly.
     *
     * @param data the elements in row-major order, shared
     * @param shape the dimensions, none negative, at most 64; none for a single number
     * @return the array
     * @throws IllegalArgumentException if the product of the dimensions is not {@code data.length}
     */
    public static NpyArray of(long[] data, int... shape) {
        return new NpyArray(NpyType.I8, data, null, checked(shape, data.length));
    }

    /**
     * An array of type {@link NpyType#C16}.
     *
     * @param real the real parts in row-major order, shared
     * @param imaginary the imaginary parts, as many, shared
     * @param shape the dimensions, none negative, at most 64; none for a single number
     * @return the array
     * @throws IllegalArgumentException if the product of the dimensions is not the length of both arrays
     */
    public static NpyArray ofComplex(double[] real, double[] imaginary, int... shape) {
        requireSameLength(real.length, imaginary.length);
        return new NpyArray(NpyType.C16, real, imaginary, checked(shape, real.length));
    }

    /**
     * An array of type {@link NpyType#C8}.
     *
     * @param real the real parts in row-major order, shared
     * @param imaginary the imaginary parts, as many, shared
     * @param shape the dimensions, none negative, at most 64; none for a single number
     * @return the array
     * @throws IllegalArgumentException if the product of the dimensions is not the length of both arrays
     */
    public static NpyArray ofComplex(float[] real, float[] imaginary, int... shape) {
        requireSameLength(real.length, imaginary.length);
        return new NpyArray(NpyType.C8, real, imaginary, checked(shape, real.length));
    }

    /**
     * The type of an element in the file that was read, or that will be written.
     *
     * @return the type
     */
    public NpyType type() {
        return type;
    }

    /**
     * The dimensions.
     *
     * @return a copy; empty for a single number
     */
    public int[] shape() {
        return shape.clone();
    }

    /**
     * How many elements the array has: the product of the dimensions.
     *
     * @return 1 for a single number, 0 if a dimension is 0
     */
    public int size() {
        return NpyShape.elements(shape);
    }

    /**
     * The elements in double, in row-major order; of a complex array the real parts.
     *
     * @return the array's own elements; a new array, widened exactly, if
     *     {@linkplain NpyType#isFloat() the type is held in float}; a new array, rounded to the nearest double, if made
     *     from an {@code int[]} or {@code long[]}
     */
    public double[] doubles() {
        return inDouble(real);
    }

    /**
     * The imaginary parts in double, in row-major order.
     *
     * @return the array's own elements; a new array, widened exactly, if
     *     {@linkplain NpyType#isFloat() the type is held in float}
     * @throws IllegalStateException if the type is not complex
     */
    public double[] imaginaryDoubles() {
        requireComplex();
        return inDouble(imaginary);
    }

    /**
     * The elements in float, in row-major order; of a complex array the real parts.
     *
     * @return the array's own elements
     * @throws IllegalStateException if {@linkplain NpyType#isFloat() the type is not held in float}
     */
    public float[] floats() {
        requireFloat();
        return (float[]) real;
    }

    /**
     * The imaginary parts in float, in row-major order.
     *
     * @return the array's own elements
     * @throws IllegalStateException if the type is not {@link NpyType#C8}
     */
    public float[] imaginaryFloats() {
        requireFloat();
        requireComplex();
        return (float[]) imaginary;
    }

    /**
     * The type and the shape.
     *
     * @return for example {@code f8 (3, 4)}
     */
    @Override
    public String toString() {
        return type.code() + " " + NpyShape.text(shape);
    }

    /** The array that holds the elements or their real parts, of the one of four types that it was made with. */
    Object real() {
        return real;
    }

    private static double[] inDouble(Object data) {
        if (data instanceof double[] doubles) {
            return doubles;
        }
        if (data instanceof int[] ints) {
            return Arrays.stream(ints).asDoubleStream().toArray();
        }
        if (data instanceof long[] longs) {
            return Arrays.stream(longs).asDoubleStream().toArray();
        }
        float[] floats = (float[]) data;
        double[] widened = new double[floats.length];
        for (int i = 0; i < widened.length; i++) {
            widened[i] = floats[i];
        }
        return widened;
    }

    private void requireFloat() {
        if (!type.isFloat()) {
            throw new IllegalStateException(
                    "elements of type " + type.code() + ", wanted f4 or c8; others are in double");
        }
    }

    private void requireComplex() {
        if (!type.isComplex()) {
            throw new IllegalStateException("elements of type " + type.code() + ", wanted c8 or c16");
        }
    }

    private static void requireSameLength(int real, int imaginary) {
        if (real != imaginary) {
            throw new IllegalArgumentException(
                    real + " real and " + imaginary + " imaginary parts, wanted as many of both");
        }
    }

    private static int[] checked(int[] shape, int length) {
        int[] copy = Objects.requireNonNull(shape, "shape").clone();
        if (copy.length > NpyShape.MAX_AXES) {
            throw new IllegalArgumentException(
                    "a shape of " + copy.length + " dimensions, wanted at most " + NpyShape.MAX_AXES);
        }
        if (Arrays.stream(copy).anyMatch(dimension -> dimension < 0)) {
            throw new IllegalArgumentException("shape " + NpyShape.text(copy) + ", wanted no negative dimension");
        }
        if (NpyShape.elements(copy) != length) {
            throw new IllegalArgumentException("shape " + NpyShape.text(copy) + " of " + length
                    + " elements, wanted the product of the dimensions");
        }
        return copy;
    }
}
