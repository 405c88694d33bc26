package dev.lanewise.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/** Reads what files of maps are made of, and adds up the checksum. Memory is taken as data arrives, not as the file promises. */
final class MapInput {
    static final long UNKNOWN_LENGTH = -1;

    /** Bytes for which room is made on the word of the file alone. */
    private static final int UNPROVEN_BYTES = 1 << 20;

    private final InputStream in;
    private final String source;
    private final long length;
    private final LongConsumer progress;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer chunk = ByteBuffer.allocate(MapFormat.CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long position;

    /** Where the checksum begins, as the header says. */
    private long end;

    private int numberBytes;

    /** Reads from a stream of so many bytes, or of {@link #UNKNOWN_LENGTH}; errors call it {@code source}. */
    MapInput(InputStream in, String source, long length, LongConsumer progress) {
        this.in = in;
        this.source = source;
        this.length = length;
        this.progress = progress;
    }

    /** Reads the header, and returns the bytes of a number: 4 or 8. */
    int header() throws IOException {
        end = MapFormat.HEADER_BYTES;
        byte[] magic = bytes(MapFormat.MAGIC.length, "the magic bytes");
        if (!Arrays.equals(magic, MapFormat.MAGIC)) {
            HexFormat hex = HexFormat.ofDelimiter(" ");
            throw problem(
                    0,
                    "not a file of a map: it starts with " + hex.formatHex(magic) + ", wanted "
                            + hex.formatHex(MapFormat.MAGIC));
        }
        int version = integer("the version");
        if (version != MapFormat.VERSION) {
            throw problem(position - Integer.BYTES, "format version " + version + ", wanted " + MapFormat.VERSION);
        }
        numberBytes = integer("the size of a number");
        if (numberBytes != Float.BYTES && numberBytes != Double.BYTES) {
            throw problem(position - Integer.BYTES, "numbers of " + numberBytes + " bytes, wanted 4 or 8");
        }
        long whole = take(Long.BYTES, "the length of the file").getLong();
        long least = MapFormat.HEADER_BYTES + MapFormat.MAP_BYTES + MapFormat.CHECKSUM_BYTES;
        if (whole < least) {
            throw problem(position - Long.BYTES, "a file of " + whole + " bytes, wanted " + least + " or more");
        }
        if (length != UNKNOWN_LENGTH && length != whole) {
            throw problem(Math.min(length, whole), length + " bytes came, wanted " + whole + ", as byte 16 says");
        }
        end = whole - MapFormat.CHECKSUM_BYTES;
        return numberBytes;
    }

    /** How many bytes were read. */
    long position() {
        return position;
    }

    MapFormatException problem(long at, String problem) {
        return problem(at, problem, null);
    }

    MapFormatException problem(long at, String problem, Throwable cause) {
        return new MapFormatException(source, at, problem, cause);
    }

    int integer(String what) throws IOException {
        return take(Integer.BYTES, what).getInt();
    }

    /** An integer from {@code least} to {@code most}. */
    int integer(String what, int least, int most) throws IOException {
        int number = integer(what);
        if (number < least || number > most) {
            throw problem(position - Integer.BYTES, what + ": got " + number + ", wanted " + least + " to " + most);
        }
        return number;
    }

    byte[] bytes(int count, String what) throws IOException {
        requireLeft(count, Byte.BYTES, what);
        byte[] bytes = new byte[room(0, count, Byte.BYTES)];
        for (int at = 0; at < count; ) {
            int taken = next(count - at, Byte.BYTES, what);
            bytes = at + taken > bytes.length ? Arrays.copyOf(bytes, room(at + taken, count, Byte.BYTES)) : bytes;
            chunk.get(bytes, at, taken);
            at += taken;
        }
        return bytes;
    }

    /** Integers from {@code least} to {@code most}. */
    int[] integers(long count, String what, int least, int most) throws IOException {
        requireLeft(count, Integer.BYTES, what);
        int[] numbers = new int[room(0, (int) count, Integer.BYTES)];
        for (int at = 0; at < count; ) {
            int taken = next((int) count - at, Integer.BYTES, what);
            numbers = at + taken > numbers.length
                    ? Arrays.copyOf(numbers, room(at + taken, (int) count, Integer.BYTES))
                    : numbers;
            chunk.asIntBuffer().get(numbers, at, taken);
            for (int i = 0; i < taken; i++) {
                int number = numbers[at + i];
                if (number < least || number > most) {
                    throw problem(
                            placeInChunk(i, taken, Integer.BYTES),
                            what + ": got " + number + " as number " + (at + i) + ", wanted " + least + " to " + most);
                }
            }
            at += taken;
        }
        return numbers;
    }

    /** Finite numbers; floats are widened. */
    double[] doubles(long count, String what) throws IOException {
        requireLeft(count, numberBytes, what);
        double[] numbers = new double[room(0, (int) count, Double.BYTES)];
        for (int at = 0; at < count; ) {
            int taken = next((int) count - at, numberBytes, what);
            numbers = at + taken > numbers.length
                    ? Arrays.copyOf(numbers, room(at + taken, (int) count, Double.BYTES))
                    : numbers;
            if (numberBytes == Double.BYTES) {
                chunk.asDoubleBuffer().get(numbers, at, taken);
            }
            for (int i = 0; i < taken; i++) {
                if (numberBytes == Float.BYTES) {
                    numbers[at + i] = chunk.getFloat(i * Float.BYTES);
                }
                if (!Double.isFinite(numbers[at + i])) {
                    throw notFinite(what, at, i, taken, "" + numbers[at + i]);
                }
            }
            at += taken;
        }
        return numbers;
    }

    /** Finite numbers; doubles are rounded. */
    float[] floats(long count, String what) throws IOException {
        requireLeft(count, numberBytes, what);
        float[] numbers = new float[room(0, (int) count, Float.BYTES)];
        for (int at = 0; at < count; ) {
            int taken = next((int) count - at, numberBytes, what);
            numbers = at + taken > numbers.length
                    ? Arrays.copyOf(numbers, room(at + taken, (int) count, Float.BYTES))
                    : numbers;
            if (numberBytes == Float.BYTES) {
                chunk.asFloatBuffer().get(numbers, at, taken);
            }
            for (int i = 0; i < taken; i++) {
                if (numberBytes == Double.BYTES) {
                    numbers[at + i] = (float) chunk.getDouble(i * Double.BYTES);
                }
                if (!Float.isFinite(numbers[at + i])) {
                    boolean isLarge = numberBytes == Double.BYTES && Double.isFinite(chunk.getDouble(i * Double.BYTES));
                    String came = isLarge ? chunk.getDouble(i * Double.BYTES) + " for a float" : "" + numbers[at + i];
                    throw notFinite(what, at, i, taken, came);
                }
            }
            at += taken;
        }
        return numbers;
    }

    /** Reads the checksum, and wants nothing behind it. */
    void end() throws IOException {
        if (position != end) {
            throw problem(position, "the map ends here, wanted " + (end - position) + " bytes more of it");
        }
        int sum = (int) checksum.getValue();
        end += MapFormat.CHECKSUM_BYTES;
        int stored = integer("the checksum");
        if (stored != sum) {
            HexFormat hex = HexFormat.of();
            throw problem(
                    position - MapFormat.CHECKSUM_BYTES,
                    "damaged: the checksum of what came is " + hex.toHexDigits(sum) + ", wanted "
                            + hex.toHexDigits(stored));
        }
        if (in.read() >= 0) {
            throw problem(position, "more data came, wanted the end of the file");
        }
    }

    private MapFormatException notFinite(String what, int at, int i, int taken, String came) {
        return problem(
                placeInChunk(i, taken, numberBytes),
                what + ": got " + came + " as number " + (at + i) + ", wanted a finite number");
    }

    private long placeInChunk(int i, int taken, int size) {
        return position - (long) (taken - i) * size;
    }

    /** Refuses to take more than the file has before its checksum, or than an array holds. */
    private void requireLeft(long count, int size, String what) throws IOException {
        if (count > Integer.MAX_VALUE - 8 || count * size > end - position) {
            throw problem(
                    position,
                    what + ": wanted " + count + " of " + size + " bytes, got " + (end - position) + " bytes for it");
        }
    }

    /** The room for elements: all if the file is known to be so long, otherwise as it fills. */
    private int room(int wanted, int count, int size) {
        if (length != UNKNOWN_LENGTH) {
            return count;
        }
        return (int) Math.min(count, Math.max(UNPROVEN_BYTES / size, 2L * wanted));
    }

    /** Reads elements into the chunk: as many as go into it, at most {@code count}. */
    private int next(int count, int size, String what) throws IOException {
        int taken = Math.min(count, MapFormat.CHUNK_BYTES / size);
        take(taken * size, what);
        return taken;
    }

    /** The next bytes, in the chunk from its start. */
    private ByteBuffer take(int count, String what) throws IOException {
        if (count > end - position) {
            throw problem(position, what + ": wanted " + count + " bytes, got " + (end - position) + " for it");
        }
        int came = in.readNBytes(chunk.array(), 0, count);
        checksum.update(chunk.array(), 0, came);
        if (came < count) {
            String problem = position + came == 0
                    ? "empty, wanted a file of a map"
                    : "ends here, wanted " + (count - came) + " bytes more for " + what;
            throw problem(position + came, problem);
        }
        position += count;
        progress.accept(count);
        return chunk.position(0).limit(count);
    }
}
