package dev.lanewise.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;

/** Writes one array to a stream, chunk by chunk. */
final class NpyWriter {
    private static final int CHUNK_BYTES = 1 << 17;

    private static final Set<NpyType> WRITTEN =
            EnumSet.of(NpyType.F4, NpyType.F8, NpyType.C8, NpyType.C16, NpyType.I4, NpyType.I8);

    private final NpyArray array;
    private final LongConsumer progress;

    /** Writes an array; {@code progress} is given the bytes of each piece. */
    NpyWriter(NpyArray array, LongConsumer progress) {
        this.progress = progress;
        this.array = Objects.requireNonNull(array, "array");
        if (!WRITTEN.contains(array.type())) {
            throw new IllegalArgumentException(
                    "an array of type " + array.type().code()
                            + ", wanted f4 f8 c8 c16 i4 or i8; NpyArray.of(array.doubles(), array.shape()) is one of"
                            + " type f8");
        }
        if (array.real() instanceof double[] elements) {
            requireFits(elements, array.type());
        }
    }

    void write(OutputStream out) throws IOException {
        out.write(NpyHeader.bytesFor(array.type(), array.shape()));
        int size = array.size();
        int elementBytes = array.type().bytes();
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, (long) size * elementBytes))
                .order(ByteOrder.LITTLE_ENDIAN);
        int count;
        for (int from = 0; from < size; from += count) {
            count = Math.min(size - from, chunk.capacity() / elementBytes);
            put(from, count, chunk);
            out.write(chunk.array(), 0, count * elementBytes);
            progress.accept((long) count * elementBytes);
        }
        out.flush();
        if (out instanceof PrintStream printer && printer.checkError()) {
            // A print stream, such as System.out, keeps its errors to itself.
            throw new IOException("the stream could not be written");
        }
    }

    private void put(int from, int count, ByteBuffer chunk) {
        switch (array.type()) {
            case F8 -> chunk.asDoubleBuffer().put(array.doubles(), from, count);
            case F4 -> chunk.asFloatBuffer().put(array.floats(), from, count);
            case C16 -> interleave(array.doubles(), array.imaginaryDoubles(), from, count, chunk.asDoubleBuffer());
            case C8 -> interleave(array.floats(), array.imaginaryFloats(), from, count, chunk.asFloatBuffer());
            case I4 -> putInts(array.real(), from, count, chunk);
            case I8 -> putLongs(array.real(), from, count, chunk);
            default -> throw new IllegalStateException("type " + array.type().code() + ", refused when constructed");
        }
    }

    private static void interleave(double[] real, double[] imaginary, int from, int count, DoubleBuffer into) {
        for (int i = from; i < from + count; i++) {
            into.put(real[i]).put(imaginary[i]);
        }
    }

    private static void interleave(float[] real, float[] imaginary, int from, int count, FloatBuffer into) {
        for (int i = from; i < from + count; i++) {
            into.put(real[i]).put(imaginary[i]);
        }
    }

    private static void putInts(Object elements, int from, int count, ByteBuffer chunk) {
        if (elements instanceof int[] ints) {
            chunk.asIntBuffer().put(ints, from, count);
            return;
        }
        double[] doubles = (double[]) elements;
        for (int i = 0; i < count; i++) {
            chunk.putInt(Integer.BYTES * i, (int) doubles[from + i]);
        }
    }

    private static void putLongs(Object elements, int from, int count, ByteBuffer chunk) {
        if (elements instanceof long[] longs) {
            chunk.asLongBuffer().put(longs, from, count);
            return;
        }
        double[] doubles = (double[]) elements;
        for (int i = 0; i < count; i++) {
            chunk.putLong(Long.BYTES * i, (long) doubles[from + i]);
        }
    }

    /** An array read from a file of integers is held in doubles, and its owner may have put others there since. */
    private static void requireFits(double[] elements, NpyType type) {
        boolean ints = type == NpyType.I4;
        if (!ints && type != NpyType.I8) {
            return;
        }
        for (int i = 0; i < elements.length; i++) {
            double element = elements[i];
            if (element != (ints ? (int) element : (double) (long) element)) {
                throw new IllegalArgumentException(
                        "element " + i + " is " + element + ", wanted an integer that type " + type.code() + " holds");
            }
        }
    }
}
