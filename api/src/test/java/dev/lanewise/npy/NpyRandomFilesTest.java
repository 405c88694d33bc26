package dev.lanewise.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpyRandomFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("x.npy");
        for (int seed = 0; seed < 600; seed++) {
            NpyArray array = randomArray(new Random(seed), seed % 6);
            Npy.write(file, array);
            assertSameArray(array, Npy.read(file), "seed " + seed);
            assertSameArray(array, HandMadeFile.read(Files.readAllBytes(file)), "as a stream, seed " + seed);
            assertArrayEquals(Files.readAllBytes(file), HandMadeFile.written(array), "seed " + seed);
        }
    }

    private static void assertSameArray(NpyArray expected, NpyArray actual, String message) {
        assertEquals(expected.toString(), actual.toString(), message);
        assertArrayEquals(bits(expected.doubles()), bits(actual.doubles()), message);
        if (expected.type().isComplex()) {
            assertArrayEquals(bits(expected.imaginaryDoubles()), bits(actual.imaginaryDoubles()), message);
        }
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    private static NpyArray randomArray(Random random, int kind) {
        int[] shape = random.ints(random.nextInt(5), 0, random.nextInt(10) == 0 ? 40 : 6)
                .toArray();
        int size = NpyShape.elements(shape);
        return switch (kind) {
            case 0 -> NpyArray.of(randomDoubles(random, size), shape);
            case 1 -> NpyArray.of(randomFloats(random, size), shape);
            case 2 -> NpyArray.ofComplex(randomDoubles(random, size), randomDoubles(random, size), shape);
            case 3 -> NpyArray.ofComplex(randomFloats(random, size), randomFloats(random, size), shape);
            case 4 -> NpyArray.of(random.ints(size).toArray(), shape);
            default -> NpyArray.of(random.longs(size).toArray(), shape);
        };
    }

    /** Any bits, so infinities, NaN with a payload and subnormal numbers as well. */
    private static double[] randomDoubles(Random random, int size) {
        return random.longs(size).mapToDouble(Double::longBitsToDouble).toArray();
    }

    private static float[] randomFloats(Random random, int size) {
        float[] floats = new float[size];
        for (int i = 0; i < size; i++) {
            floats[i] = Float.intBitsToFloat(random.nextInt());
        }
        return floats;
    }

    @Test
    void aDamagedFileIsReadOrRefusedAndNothingElse() throws IOException {
        byte[][] files = {
            HandMadeFile.written(NpyArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3)),
            HandMadeFile.of(1, HandMadeFile.header(">f4", true, "(4, 5)"), new byte[80]),
            HandMadeFile.of(2, HandMadeFile.header("<c8", true, "(3, 1, 2)"), new byte[48]),
            HandMadeFile.of(3, HandMadeFile.header("|u1", false, "(100000, 1)"), new byte[100_000]),
        };
        int refused = 0;
        int tried = 40_000;
        for (int seed = 0; seed < tried; seed++) {
            Random random = new Random(seed);
            byte[] file = files[random.nextInt(files.length)].clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                file[random.nextInt(Math.min(160, file.length))] ^= (byte) (1 << random.nextInt(8));
            }
            refused += isRefused(file, seed) ? 1 : 0;
        }
        assertTrue(refused > tried / 4 && refused < tried, refused + " of " + tried + " refused");
    }

    @Test
    void aHeaderOfRandomTokensIsReadOrRefusedAndNothingElse() {
        String[] tokens = {
            "{",
            "}",
            "(",
            ")",
            "[",
            ",",
            ":",
            "'",
            "\"",
            " ",
            "-",
            "L",
            "0",
            "1",
            "9",
            "2147483639",
            "'descr': ",
            "'<f8'",
            "'|u1'",
            "'fortran_order': ",
            "True",
            "False",
            "'shape': ",
            "(2,)",
            "(1, 2)",
            "\n",
            "\\",
            "\u00e9"
        };
        for (int seed = 0; seed < 40_000; seed++) {
            Random random = new Random(seed);
            StringBuilder header = new StringBuilder(random.nextInt(3) == 0 ? "" : "{'descr': '<f8', ");
            for (int count = random.nextInt(16); count > 0; count--) {
                header.append(tokens[random.nextInt(tokens.length)]);
            }
            isRefused(HandMadeFile.of(1 + random.nextInt(3), header.toString(), new byte[16]), seed);
        }
    }

    /** A header that promised gigabytes and was believed would be out of memory here. */
    private static boolean isRefused(byte[] file, int seed) {
        try {
            HandMadeFile.read(file);
            return false;
        } catch (NpyFormatException e) {
            return true;
        } catch (IOException | RuntimeException | Error e) {
            return fail("seed " + seed, e);
        }
    }
}
