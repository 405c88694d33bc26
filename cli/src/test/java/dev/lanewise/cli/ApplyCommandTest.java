package dev.lanewise.cli;

import static dev.lanewise.cli.NpyFiles.assertHolds;
import static dev.lanewise.cli.NpyFiles.bytes;
import static dev.lanewise.cli.NpyFiles.parse;
import static dev.lanewise.cli.NpyFiles.randomDoubles;
import static dev.lanewise.cli.NpyFiles.randomFloats;
import static dev.lanewise.cli.NpyFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.npy.NpyType;
import dev.lanewise.storage.MapFile;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.FloatDenseMap;
import dev.lanewise.structured.LinearMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
    @TempDir
    Path folder;

    private String map(LinearMap map) throws IOException {
        Path file = folder.resolve("x.map");
        MapFile.write(file, map);
        return file.toString();
    }

    private static DoubleLinearMap dense(int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, randomDoubles(rows * cols));
    }

    private static NpyArray run(NpyArray in, String... args) {
        String[] all = new String[args.length + 3];
        System.arraycopy(new String[] {"apply", args[0], "-", "-"}, 0, all, 0, 4);
        System.arraycopy(args, 1, all, 4, args.length - 1);
        return parse(CommandRun.of(bytes(in), all).succeeds().out());
    }

    @Test
    void appliesTheMapToEveryRow() throws IOException {
        DoubleLinearMap map = dense(3, 5);
        double[] data = randomDoubles(20);
        NpyArray result = run(NpyArray.of(data, 2, 2, 5), map(map));
        assertArrayEquals(new int[] {2, 2, 3}, result.shape());
        for (int row = 0; row < 4; row++) {
            double[] wanted = map.apply(Arrays.copyOfRange(data, 5 * row, 5 * row + 5));
            assertArrayEquals(wanted, Arrays.copyOfRange(result.doubles(), 3 * row, 3 * row + 3));
        }
    }

    @Test
    void appliesTheTranspose() throws IOException {
        DoubleLinearMap map = dense(3, 5);
        double[] data = randomDoubles(3);
        NpyArray result = run(NpyArray.of(data, 3), map(map), "--transpose");
        assertArrayEquals(new int[] {5}, result.shape());
        assertArrayEquals(map.applyTransposed(data), result.doubles());
    }

    @Test
    void realMapsTakeComplexRowsPartByPart() throws IOException {
        DoubleLinearMap map = dense(2, 4);
        double[] re = randomDoubles(4), im = Arrays.copyOf(randomDoubles(5), 4);
        NpyArray result = run(NpyArray.ofComplex(re, im, 1, 4), map(map));
        assertEquals(NpyType.C16, result.type());
        assertArrayEquals(new int[] {1, 2}, result.shape());
        assertArrayEquals(map.apply(re), result.doubles());
        assertArrayEquals(map.apply(im), result.imaginaryDoubles());
    }

    @Test
    void complexMapsTakeComplexRowsOfTheirOwnLength() throws IOException {
        DoubleLinearMap map = DoubleFourierMap.of(4, Normalization.ORTHO).times(2);
        double[] re = randomDoubles(12), im = Arrays.copyOf(randomDoubles(13), 12);
        String file = map(map);
        NpyArray result = run(NpyArray.ofComplex(re, im, 3, 4), file);
        assertArrayEquals(new int[] {3, 4}, result.shape());
        NpyArray transposed = run(NpyArray.ofComplex(re, im, 3, 4), file, "--transpose");
        for (int row = 0; row < 3; row++) {
            double[] x = Arrays.copyOf(Arrays.copyOfRange(re, 4 * row, 4 * row + 4), 8);
            System.arraycopy(im, 4 * row, x, 4, 4);
            assertComplex(map.apply(x), result, row);
            assertComplex(map.applyTransposed(x), transposed, row);
        }
    }

    private static void assertComplex(double[] wanted, NpyArray result, int row) {
        int n = wanted.length / 2;
        assertArrayEquals(
                Arrays.copyOf(wanted, n), Arrays.copyOfRange(result.doubles(), n * row, n * row + n), "row " + row);
        assertArrayEquals(
                Arrays.copyOfRange(wanted, n, 2 * n),
                Arrays.copyOfRange(result.imaginaryDoubles(), n * row, n * row + n),
                "row " + row);
    }

    @Test
    void complexMapsTakeRealRows() throws IOException {
        DoubleLinearMap map = DoubleFourierMap.of(5, Normalization.BACKWARD);
        double[] re = randomDoubles(5);
        NpyArray result = run(NpyArray.of(re, 5), map(map));
        assertEquals(NpyType.C16, result.type());
        assertComplex(map.apply(Arrays.copyOf(re, 10)), result, 0);
    }

    @Test
    void floatsAreComputedInFloatWhateverTheMapIs() throws IOException {
        DoubleLinearMap map = dense(3, 4);
        float[] rounded = new float[12];
        for (int i = 0; i < 12; i++) {
            rounded[i] = (float) randomDoubles(12)[i];
        }
        float[] data = randomFloats(4);
        NpyArray result = run(NpyArray.of(data, 4), map(map));
        assertEquals(NpyType.F4, result.type());
        assertArrayEquals(FloatDenseMap.of(3, 4, rounded).apply(data), result.floats());
        NpyArray inDouble = run(NpyArray.of(randomDoubles(4), 4), map(FloatDenseMap.of(3, 4, rounded)));
        assertEquals(NpyType.F8, inDouble.type());
    }

    @Test
    void complexFloatsStayComplexFloats() throws IOException {
        float[] re = randomFloats(8), im = Arrays.copyOf(randomFloats(9), 8);
        NpyArray result = run(NpyArray.ofComplex(re, im, 8), map(DoubleFourierMap.of(8, Normalization.ORTHO)));
        assertEquals(NpyType.C8, result.type());
    }

    @Test
    void mapMayComeFromStandardInput() throws IOException {
        DoubleLinearMap map = DoubleHadamard.of(4, Normalization.BACKWARD);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        MapFile.write(file, map);
        double[] data = randomDoubles(4);
        String in = write(folder.resolve("in.npy"), NpyArray.of(data, 4));
        byte[] out = CommandRun.of(file.toByteArray(), "apply", "-", in, "-")
                .succeeds()
                .out();
        assertArrayEquals(map.apply(data), parse(out).doubles());
        CommandRun.of(file.toByteArray(), "apply", "-", "-", "-")
                .fails(2, "MAP, IN: got - for both, wanted standard input once at most");
    }

    @Test
    void threadsDoNotChangeABit() throws IOException {
        String file = map(dense(60, 50));
        NpyArray in = NpyArray.of(randomDoubles(70 * 50), 70, 50);
        assertArrayEquals(
                run(in, file).doubles(), run(in, file, "--threads", "3").doubles());
    }

    @Test
    void noRowsGiveNoRows() throws IOException {
        assertArrayEquals(
                new int[] {0, 3},
                run(NpyArray.of(new double[0], 0, 5), map(dense(3, 5))).shape());
    }

    @Test
    void timeIsOneLine() throws IOException {
        CommandRun run =
                CommandRun.of(bytes(NpyArray.of(randomDoubles(4), 4)), "apply", map(dense(3, 4)), "-", "-", "--time");
        assertEquals(0, run.status());
        assertTrue(run.err().startsWith("time: reading "), run.err());
    }

    @Test
    void rowsOfAnotherLengthAreStatus3() throws IOException {
        String file = map(dense(3, 5));
        byte[] in = bytes(NpyArray.of(randomDoubles(4), 4));
        CommandRun.of(in, "apply", file, "-", "-")
                .fails(3, "standard input: got rows of 4, wanted 5, as " + file + " of 3 x 5 takes");
        CommandRun.of(in, "apply", file, "-", "-", "--transpose")
                .fails(3, "standard input: got rows of 4, wanted 3, as " + file + " of 3 x 5 takes with --transpose");
        String complex = map(DoubleFourierMap.of(2, Normalization.ORTHO));
        CommandRun.of(in, "apply", complex, "-", "-")
                .fails(3, "standard input: got rows of 4, wanted 2, as " + complex + " of 2 x 2 takes");
        CommandRun.of(bytes(NpyArray.of(new double[1])), "apply", complex, "-", "-")
                .fails(3, "standard input: got f8 (), a single number, wanted one axis or more");
    }

    @Test
    void damagedMapIsStatus3AndLeavesTheOutputAsItWas() throws IOException {
        Path file = Path.of(map(dense(2, 2)));
        byte[] damaged = Files.readAllBytes(file);
        damaged[40] ^= 1;
        Files.write(file, damaged);
        Path out = folder.resolve("out.npy");
        Files.writeString(out, "precious");
        CommandRun run =
                CommandRun.of(bytes(NpyArray.of(randomDoubles(2), 2)), "apply", file.toString(), "-", out.toString());
        assertEquals(3, run.status());
        assertTrue(run.err().startsWith("lanewise: " + file + ": byte 68: damaged: the checksum"), run.err());
        assertEquals("precious", Files.readString(out));
        assertHolds(folder, "out.npy", "x.map");
    }

    @Test
    void whatIsNoMapIsStatus3() {
        String in = write(folder.resolve("in.npy"), NpyArray.of(randomDoubles(2), 2));
        CommandRun.of("apply", in, in, "-")
                .fails(
                        3,
                        in + ": byte 0: not a file of a map: it starts with 93 4e 55 4d 50 59 01 00,"
                                + " wanted 93 4c 57 4d 41 50 0d 0a");
        CommandRun.of("apply", "none.map", in, "-").fails(3, "none.map: no such file, wanted a file of a map");
    }

    @Test
    void numbersTooLargeForFloatsAreStatus3() throws IOException {
        String file = map(DoubleDenseMap.of(1, 1, new double[] {1e300}));
        CommandRun.of(bytes(NpyArray.of(new float[1], 1)), "apply", file, "-", "-")
                .fails(3, file + ": byte 36: entries: got 1.0E300 for a float as number 0, wanted a finite number");
    }
}
