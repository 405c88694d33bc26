package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
