package dev.lanewise.storage;

import dev.lanewise.structured.LinearMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The bytes of a file of a map, put together from the description of the format and not by the code under test. */
final class HandMadeMap {
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    /** A file of numbers of so many bytes. */
    HandMadeMap(int numberBytes) {
        bytes.put(new byte[] {(byte) 0x93, 0x4c, 0x57, 0x4d, 0x41, 0x50, 0x0d, 0x0a});
        bytes.putInt(1).putInt(numberBytes).putLong(0);
    }

    HandMadeMap ints(int... numbers) {
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return this;
    }

    HandMadeMap doubles(double... numbers) {
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        return this;
    }

    HandMadeMap floats(float... numbers) {
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        return this;
    }

    HandMadeMap bytes(int... numbers) {
        for (int number : numbers) {
            bytes.put((byte) number);
        }
        return this;
    }

    /** The whole file, with its length and its checksum. */
    byte[] file() {
        return file(bytes.position() + 4L);
    }

    /** The file with a length that need not be its own, and the right checksum. */
    byte[] file(long length) {
        bytes.putLong(16, length);
        byte[] file = new byte[bytes.position() + 4];
        System.arraycopy(bytes.array(), 0, file, 0, bytes.position());
        return summed(file);
    }

    /** The same with the checksum that its bytes have. */
    static byte[] summed(byte[] file) {
        CRC32C checksum = new CRC32C();
        checksum.update(file, 0, file.length - 4);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 4, (int) checksum.getValue());
        return file;
    }

    static LinearMap read(byte[] file) throws IOException {
        return MapFile.read(new ByteArrayInputStream(file), "hand-made");
    }

    static byte[] written(LinearMap map) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MapFile.write(out, map);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
