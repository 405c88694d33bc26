package dev.lanewise.engine;

import java.util.Objects;

/**
 * Where {@code count} vectors of the same length lie in one array: element {@code i} of vector {@code j} is at
 *
 * <pre>offset + i * stride + j * distance</pre>
 *
 * <p>The length of the vectors is not part of it. Rows of a row-major matrix have stride 1 and the leading dimension as
 * their distance; its columns have the leading dimension as their stride and distance 1.
 *
 * @param offset index of element 0 of vector 0, at least 0
 * @param stride from one element to the next, at least 1
 * @param count how many vectors, at least 0
 * @param distance from one vector to the next, at least 1
 */
public record Layout(int offset, int stride, int count, int distance) {
    /** Checks the ranges of the components. */
    public Layout {
        if (offset < 0) {
            throw new IllegalArgumentException("offset: got " + offset + ", wanted 0 or more");
        }
        if (stride < 1) {
            throw new IllegalArgumentException("stride: got " + stride + ", wanted 1 or more");
        }
        if (count < 0) {
            throw new IllegalArgumentException("count: got " + count + ", wanted 0 or more");
        }
        if (distance < 1) {
            throw new IllegalArgumentException("distance: got " + distance + ", wanted 1 or more");
        }
    }

    /**
     * One vector of adjacent elements.
     *
     * @param offset index of its element 0
     * @return the layout
     */
    public static Layout contiguous(int offset) {
        return new Layout(offset, 1, 1, 1);
    }

    /**
     * One vector of elements {@code stride} apart.
     *
     * @param offset index of its element 0
     * @param stride from one element to the next
     * @return the layout
     */
    public static Layout strided(int offset, int stride) {
        return new Layout(offset, stride, 1, 1);
    }

    /**
     * Rows of a row-major matrix.
     *
     * @param offset index of the first element of the first row
     * @param count how many rows
     * @param leadingDimension from one row to the next
     * @return the layout
     */
    public static Layout rows(int offset, int count, int leadingDimension) {
        return new Layout(offset, 1, count, leadingDimension);
    }

    /**
     * Columns of a row-major matrix.
     *
     * @param offset index of the first element of the first column
     * @param count how many columns
     * @param leadingDimension from one row to the next
     * @return the layout
     */
    public static Layout columns(int offset, int count, int leadingDimension) {
        return new Layout(offset, leadingDimension, count, 1);
    }

    /**
     * The index of element 0 of one vector.
     *
     * @param vector which vector
     * @return the index
     */
    public int start(int vector) {
        return offset + vector * distance;
    }

    /**
     * The index one past the last element of any of the vectors, in {@code long} so that nothing overflows.
     *
     * @param length the length of the vectors
     * @return the index; {@code offset} if there are no elements
     */
    public long end(int length) {
        return count == 0 || length == 0 ? offset : offset + (count - 1L) * distance + (length - 1L) * stride + 1;
    }

    /**
     * Checks that all vectors lie within an array.
     *
     * @param name what the array is called, for the message
     * @param arrayLength the length of the array
     * @param length the length of the vectors
     * @throws IllegalArgumentException if they do not
     */
    public void checkWithin(String name, int arrayLength, int length) {
        if (end(length) > arrayLength) {
            throw new IllegalArgumentException(name + ": an array of length " + arrayLength + " cannot hold " + count
                    + " vectors of length " + length + " at offset " + offset + ", stride " + stride + ", distance "
                    + distance + "; wanted length " + end(length) + " or more");
        }
    }

    /**
     * Checks that no element belongs to two vectors, so that they can be written: either each vector ends before the next
     * begins, or they are interleaved within one stride.
     *
     * @param name what the array is called, for the message
     * @param length the length of the vectors
     * @throws IllegalArgumentException if vectors share elements or cross each other
     */
    public void checkDistinct(String name, int length) {
        boolean apart = count < 2 || distance > (length - 1L) * stride;
        boolean interleaved = length < 2 || stride > (count - 1L) * distance;
        if (!apart && !interleaved) {
            throw new IllegalArgumentException(name + ": vectors of length " + length + " at stride " + stride
                    + " and distance " + distance + " overlap; wanted distance > " + (length - 1L) * stride
                    + " or stride > " + (count - 1L) * distance);
        }
    }

    /** Whether both name the same elements; a stride or a distance that no element depends on does not matter. */
    private boolean isSamePlaces(Layout other, int length) {
        return offset == other.offset
                && count == other.count
                && (length < 2 || stride == other.stride)
                && (count < 2 || distance == other.distance);
    }

    /**
     * Checks input vectors at this layout and output vectors in the same array: they may be the same elements in the same
     * places, or lie apart, the last of one before the first of the other.
     *
     * @param length the length of the inputs
     * @param output the layout of the outputs
     * @param outputLength the length of the outputs
     * @throws IllegalArgumentException if they overlap in any other way
     */
    public void checkOverlap(int length, Layout output, int outputLength) {
        Objects.requireNonNull(output, "output");
        boolean apart = end(length) <= output.offset || output.end(outputLength) <= offset;
        boolean inPlace = length == outputLength && isSamePlaces(output, length);
        if (!apart && !inPlace) {
            throw new IllegalArgumentException("input " + this + " of length " + length + " and output " + output
                    + " of length " + outputLength
                    + " overlap in one array; wanted the same place and length (in place) or no overlap");
        }
    }
}
