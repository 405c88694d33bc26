package dev.lanewise.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the header of a {@code .npy} file says about the data behind it.
 *
 * @param type the type of an element
 * @param order the order of the bytes of an element
 * @param fortran whether the first index varies fastest, rather than the last
 * @param shape the dimensions, with at most {@link NpyShape#MAX_ELEMENTS} elements
 */
record NpyHeader(NpyType type, ByteOrder order, boolean fortran, int[] shape) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** NumPy starts the data at a multiple of this, so that the file can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    /** NumPy leaves room for so many digits of the first dimension, so that a file can grow in place. */
    private static final int GROWTH_DIGITS = 21;

    int size() {
        return NpyShape.elements(shape);
    }

    long dataBytes() {
        return (long) size() * type.bytes();
    }

    /**
     * The header of an array in row-major order, little endian, as NumPy 1.23 and later write it in version 1.0, whose
     * two bytes of length suffice for {@link NpyShape#MAX_AXES} dimensions.
     */
    static byte[] bytesFor(NpyType type, int[] shape) {
        StringBuilder text = new StringBuilder();
        text.append("{'descr': '<").append(type.code());
        text.append("', 'fortran_order': False, 'shape': ")
                .append(NpyShape.text(shape))
                .append(", }");
        if (shape.length > 0) {
            text.append(" ".repeat(GROWTH_DIGITS - String.valueOf(shape[0]).length()));
        }
        int prefix = MAGIC.length + 2 + Short.BYTES;
        // As NumPy does: a whole line of spaces where none was needed.
        int padding = ALIGNMENT - (prefix + text.length() + 1) % ALIGNMENT;
        text.append(" ".repeat(padding)).append('\n');
        return ByteBuffer.allocate(prefix + text.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) text.length())
                .put(text.toString().getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }
}
