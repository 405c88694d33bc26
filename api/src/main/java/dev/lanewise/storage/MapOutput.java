package dev.lanewise.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/** Writes what files of maps are made of, and adds up the checksum; or only counts the bytes. */
final class MapOutput {
    /** Null to count. */
    private final OutputStream out;

    private final LongConsumer progress;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer chunk = ByteBuffer.allocate(MapFormat.CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long position;

    private MapOutput(OutputStream out, LongConsumer progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Writes to a stream, and tells of each piece how many bytes it had. */
    static MapOutput to(OutputStream out, LongConsumer progress) {
        return new MapOutput(out, progress);
    }

    /** Writes nowhere. */
    static MapOutput counting() {
        return new MapOutput(null, bytes -> {});
    }

    /** How many bytes there are so far. */
    long position() {
        return position + chunk.position();
    }

    void bytes(byte[] bytes) throws IOException {
        for (byte each : bytes) {
            room(Byte.BYTES).put(each);
        }
    }

    void integer(int number) throws IOException {
        room(Integer.BYTES).putInt(number);
    }

    void longInteger(long number) throws IOException {
        room(Long.BYTES).putLong(number);
    }

    void integers(int[] numbers) throws IOException {
        for (int number : numbers) {
            room(Integer.BYTES).putInt(number);
        }
    }

    void doubles(double... numbers) throws IOException {
        for (double number : numbers) {
            room(Double.BYTES).putDouble(number);
        }
    }

    void floats(float... numbers) throws IOException {
        for (float number : numbers) {
            room(Float.BYTES).putFloat(number);
        }
    }

    /** The checksum of all that came before, and what is still in the buffer. */
    void end() throws IOException {
        empty();
        int sum = (int) checksum.getValue();
        integer(sum);
        empty();
        if (out != null) {
            out.flush();
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (chunk.remaining() < bytes) {
            empty();
        }
        return chunk;
    }

    private void empty() throws IOException {
        int count = chunk.position();
        if (out != null) {
            checksum.update(chunk.array(), 0, count);
            out.write(chunk.array(), 0, count);
        }
        chunk.clear();
        position += count;
        progress.accept(count);
    }
}
