package dev.lanewise.npy;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/** Turns the types that Java computes in double, but that are not doubles in the file, into doubles. */
final class Widening {
    private Widening() {}

    /**
     * Widens all of a chunk: exactly, but for eight-byte integers beyond 2^53, which are rounded to nearest, ties to
     * even.
     *
     * @param type the type of the elements, none of f4, f8, c8 and c16
     * @param chunk whole elements from index 0 to the limit, in the order of the buffer, which is backed by an array
     * @param into room for all of them
     * @return the elements, backed by {@code into}
     */
    static DoubleBuffer widen(NpyType type, ByteBuffer chunk, double[] into) {
        int count = chunk.limit() / type.bytes();
        switch (type) {
            case U1 -> unsignedBytes(chunk.array(), into, count);
            case I1 -> signedBytes(chunk.array(), into, count);
            case U2 -> unsignedShorts(chunk, into, count);
            case I2 -> shorts(chunk, into, count);
            case U4 -> unsignedInts(chunk, into, count);
            case I4 -> ints(chunk, into, count);
            case U8 -> unsignedLongs(chunk, into, count);
            case I8 -> longs(chunk, into, count);
            case F2 -> halves(chunk, into, count);
            default -> throw new IllegalArgumentException("type " + type.code() + ", wanted an integer type or f2");
        }
        return DoubleBuffer.wrap(into, 0, count);
    }

    private static void unsignedBytes(byte[] bytes, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = bytes[i] & 0xff;
        }
    }

    private static void signedBytes(byte[] bytes, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = bytes[i];
        }
    }

    private static void unsignedShorts(ByteBuffer chunk, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = chunk.getChar(Short.BYTES * i);
        }
    }

    private static void shorts(ByteBuffer chunk, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = chunk.getShort(Short.BYTES * i);
        }
    }

    private static void unsignedInts(ByteBuffer chunk, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = chunk.getInt(Integer.BYTES * i) & 0xffffffffL;
        }
    }

    private static void ints(ByteBuffer chunk, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = chunk.getInt(Integer.BYTES * i);
        }
    }

    private static void unsignedLongs(ByteBuffer chunk, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            long bits = chunk.getLong(Long.BYTES * i);
            // From 2^63 on: halved, with the bit that falls out kept so that ties still round as they should.
            into[i] = bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
        }
    }

    private static void longs(ByteBuffer chunk, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = chunk.getLong(Long.BYTES * i);
        }
    }

    private static void halves(ByteBuffer chunk, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = Float.float16ToFloat(chunk.getShort(Short.BYTES * i));
        }
    }
}
