package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/** Arrays for tests, in files and as bytes. */
final class NpyFiles {
    private NpyFiles() {}

    static double[] randomDoubles(int count) {
        return new Random(count).doubles(count, -1, 1).toArray();
    }

    static float[] randomFloats(int count) {
        Random random = new Random(count);
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = random.nextFloat(-1, 1);
        }
        return floats;
    }

    static String write(Path file, NpyArray array) {
        try {
            Npy.write(file, array);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    static NpyArray read(Path file) {
        try {
            return Npy.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(NpyArray array) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Npy.write(out, array);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A file of version 1.0 with two axes, of small numbers that every type holds. */
    static byte[] handMade(String type, boolean fortran, double[] data, int rows, int columns) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': ("
                + rows + ", " + columns + "), }";
        int size = type.charAt(2) - '0';
        ByteBuffer file =
                ByteBuffer.allocate(10 + header.length() + data.length * size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        file.put(header.getBytes(StandardCharsets.ISO_8859_1));
        file.order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < data.length; i++) {
            double element = data[fortran ? i % rows * columns + i / rows : i];
            switch (type.substring(1)) {
                case "u1", "i1" -> file.put((byte) element);
                case "u2", "i2" -> file.putShort((short) element);
                case "u4", "i4" -> file.putInt((int) element);
                case "u8", "i8" -> file.putLong((long) element);
                case "f2" -> file.putShort(Float.floatToFloat16((float) element));
                case "f4" -> file.putFloat((float) element);
                default -> file.putDouble(element);
            }
        }
        return file.array();
    }

    static NpyArray parse(byte[] bytes) {
        try {
            return Npy.read(new ByteArrayInputStream(bytes), "bytes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts what a folder holds, and so that no temporary file was left. */
    static void assertHolds(Path folder, String... names) {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    Stream.of(names).sorted().toList(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
