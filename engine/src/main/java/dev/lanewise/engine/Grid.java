package dev.lanewise.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Where an array of several axes lies in a Java array: row-major and without gaps, so that element {@code (i, j, k)} of shape
 * {@code (a, b, c)} is at
 *
 * <pre>offset + (i b + j) c + k</pre>
 *
 * <p>It is to transforms over several axes what {@link Layout} is to those of vectors. Immutable; may be used by many threads
 * at once.
 */
public final class Grid {
    /** Vectors side by side that are worth a layout of their own: fewer are transformed one by one anyway. */
    private static final int FEW_COLUMNS = 4;

    private final int offset;
    private final int[] shape;
    private final int size;

    /** Found when first asked for, since a plan asks each time it runs and for some of the axes only. */
    private final AtomicReferenceArray<List<Layout>> along;

    /** As the layouts. */
    private volatile Grid atOrigin;

    private Grid(int offset, int[] shape) {
        this.offset = offset;
        this.shape = shape;
        this.size = size(shape);
        this.along = new AtomicReferenceArray<>(shape.length);
        if (offset < 0) {
            throw new IllegalArgumentException("offset: got " + offset + ", wanted 0 or more");
        }
    }

    /**
     * An array that begins at index 0.
     *
     * @param shape the lengths of its axes, each at least 1, their product at most 2^31 - 1; none for a single number
     * @return the grid
     * @throws IllegalArgumentException if a length is not positive or there are too many elements
     */
    public static Grid of(int... shape) {
        return at(0, shape);
    }

    /**
     * An array that begins at any index.
     *
     * @param offset index of its first element, at least 0
     * @param shape the lengths of its axes, each at least 1, their product at most 2^31 - 1; none for a single number
     * @return the grid
     * @throws IllegalArgumentException if the offset is negative, a length is not positive or there are too many elements
     */
    public static Grid at(int offset, int... shape) {
        return new Grid(offset, Objects.requireNonNull(shape, "shape").clone());
    }

    private static int size(int[] shape) {
        long size = 1;
        for (int length : shape) {
            if (length < 1) {
                throw new IllegalArgumentException("shape: got " + text(shape) + ", wanted every length 1 or more");
            }
            size *= length;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "shape: got " + text(shape) + ", wanted at most 2^31 - 1 elements in all");
            }
        }
        return (int) size;
    }

    /**
     * The index of the first element.
     *
     * @return the index
     */
    public int offset() {
        return offset;
    }

    /**
     * The lengths of the axes.
     *
     * @return a copy
     */
    public int[] shape() {
        return shape.clone();
    }

    /**
     * How many axes there are.
     *
     * @return the number, 0 for a single number
     */
    public int axes() {
        return shape.length;
    }

    /**
     * The length of one axis.
     *
     * @param axis which, from 0
     * @return its length
     * @throws IllegalArgumentException if there is no such axis
     */
    public int length(int axis) {
        checkAxis(axis);
        return shape[axis];
    }

    /**
     * How many elements there are.
     *
     * @return the product of the lengths
     */
    public int size() {
        return size;
    }

    /**
     * An array that begins at the same index and has another length along one axis.
     *
     * @param axis which, from 0
     * @param length its length
     * @return the grid
     * @throws IllegalArgumentException if there is no such axis, the length is not positive, or there are too many elements
     */
    public Grid withLength(int axis, int length) {
        checkAxis(axis);
        int[] changed = shape.clone();
        changed[axis] = length;
        return new Grid(offset, changed);
    }

    /**
     * Where the vectors along one axis lie: each element is in one of them, of one of the layouts. Those along the last axis
     * are rows, those along the first columns, those along an axis between are columns for each index before it, unless there
     * are less than a handful after it. Layout and vector in it depend on nothing but the indices of the other axes, so that
     * grids that differ in this axis' length alone agree.
     *
     * @param axis which, from 0
     * @return the layouts; the same list each time
     * @throws IllegalArgumentException if there is no such axis
     */
    public List<Layout> along(int axis) {
        checkAxis(axis);
        List<Layout> known = along.getPlain(axis);
        if (known == null) {
            known = layouts(axis);
            along.setRelease(axis, known);
        }
        return known;
    }

    private List<Layout> layouts(int axis) {
        int before = product(0, axis);
        int length = shape[axis];
        int after = product(axis + 1, shape.length);
        if (after == 1) {
            return List.of(Layout.rows(offset, before, length));
        }
        if (before == 1) {
            return List.of(Layout.columns(offset, after, after));
        }
        boolean columns = after >= FEW_COLUMNS;
        List<Layout> layouts = new ArrayList<>(columns ? before : after);
        for (int i = 0; i < (columns ? before : after); i++) {
            layouts.add(
                    columns
                            ? Layout.columns(offset + i * length * after, after, after)
                            : new Layout(offset + i, after, before, length * after));
        }
        return List.copyOf(layouts);
    }

    private int product(int from, int to) {
        int product = 1;
        for (int axis = from; axis < to; axis++) {
            product *= shape[axis];
        }
        return product;
    }

    /**
     * Whether both have the same lengths.
     *
     * @param other another grid
     * @return true if they have, wherever they begin
     */
    public boolean hasShapeOf(Grid other) {
        return Arrays.equals(shape, other.shape);
    }

    /**
     * Whether both have the same lengths, but for one axis.
     *
     * @param other another grid
     * @param except the axis whose length does not matter
     * @return true if they have, wherever they begin
     */
    public boolean hasShapeOf(Grid other, int except) {
        boolean same = shape.length == other.shape.length;
        for (int axis = 0; same && axis < shape.length; axis++) {
            same = axis == except || shape[axis] == other.shape[axis];
        }
        return same;
    }

    /**
     * The same shape at offset 0, for a copy of its own.
     *
     * @return the grid; the same one each time
     */
    public Grid atOrigin() {
        if (offset == 0) {
            return this;
        }
        Grid known = atOrigin;
        if (known == null) {
            known = new Grid(0, shape);
            atOrigin = known;
        }
        return known;
    }

    /**
     * Checks that the grid lies within an array.
     *
     * @param name what the array is called, for the message
     * @param arrayLength the length of the array
     * @throws IllegalArgumentException if it does not
     */
    public void checkWithin(String name, int arrayLength) {
        if ((long) offset + size > arrayLength) {
            throw new IllegalArgumentException(name + ": an array of length " + arrayLength + " cannot hold " + this
                    + "; wanted length " + ((long) offset + size) + " or more");
        }
    }

    /**
     * Checks an input at this grid and an output in the same array: they may be the same elements in the same places, or lie
     * apart.
     *
     * @param output where the output lies
     * @throws IllegalArgumentException if they overlap in any other way
     */
    public void checkOverlap(Grid output) {
        Objects.requireNonNull(output, "output");
        boolean apart = (long) offset + size <= output.offset || (long) output.offset + output.size <= offset;
        if (!apart && !equals(output)) {
            throw new IllegalArgumentException("input " + this + " and output " + output
                    + " overlap in one array; wanted the same place (in place) or no overlap");
        }
    }

    private void checkAxis(int axis) {
        if (axis < 0 || axis >= shape.length) {
            throw new IllegalArgumentException("axis: got " + axis + ", wanted 0 to " + (shape.length - 1)
                    + ", since the shape is " + text(shape));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid that && offset == that.offset && hasShapeOf(that);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + offset;
    }

    /** Shape and offset, for example {@code (2, 3) at offset 7}. */
    @Override
    public String toString() {
        return text(shape) + " at offset " + offset;
    }

    private static String text(int[] shape) {
        return Arrays.toString(shape).replace('[', '(').replace(']', ')');
    }
}
