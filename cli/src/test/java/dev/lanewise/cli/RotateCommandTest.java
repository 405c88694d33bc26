package dev.lanewise.cli;

import static dev.lanewise.cli.NpyFiles.assertHolds;
import static dev.lanewise.cli.NpyFiles.bytes;
import static dev.lanewise.cli.NpyFiles.parse;
import static dev.lanewise.cli.NpyFiles.randomDoubles;
import static dev.lanewise.cli.NpyFiles.randomFloats;
import static dev.lanewise.cli.NpyFiles.read;
import static dev.lanewise.cli.NpyFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.npy.NpyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotateCommandTest {
    /**
     * For rows of up to n = 768 numbers up to 1, there and back: a transform is off by at most g(s) |x|_2 in an element, by
     * the bound of {@code DoubleHadamardPlan} with s = 15, so by sqrt(n) times that in norm; rows of other lengths go
     * through 18 of them, three rounds of three windows each way.
     */
    private static final double NEAR = 18 * 15 * 0x1p-53 * 768;

    /** The same for windows of n = 96 of rows of 100, s = 12. */
    private static final float NEAR_IN_FLOAT = 18 * 12 * 0x1p-24f * 100;

    @TempDir
    Path folder;

    @Test
    void rotatesEveryRowAsTheApiDoes() {
        double[] data = randomDoubles(60);
        Path out = folder.resolve("out.npy");
        CommandRun.of("rotate", in(NpyArray.of(data.clone(), 3, 20)), out.toString(), "--seed", "-7", "--rounds", "3")
                .succeeds();
        HadamardRotation.of(20, 3, -7).applyToRows(data, 3, Parallelism.NONE);
        assertArrayEquals(new int[] {3, 20}, read(out).shape());
        assertArrayEquals(data, read(out).doubles());
    }

    @Test
    void takesTwoRoundsByDefault() {
        double[] data = randomDoubles(12);
        byte[] rotated = CommandRun.of(bytes(NpyArray.of(data, 12)), "rotate", "-", "-", "--seed", "5")
                .succeeds()
                .out();
        assertArrayEquals(
                HadamardRotation.of(12, 2, 5).apply(data), parse(rotated).doubles());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100, 768})
    void inverseBringsRowsOfAnyLengthBack(int length) {
        double[] data = randomDoubles(5 * length);
        byte[] back = thereAndBack(NpyArray.of(data.clone(), 5, length));
        assertArrayEquals(data, parse(back).doubles(), NEAR);
    }

    @Test
    void floatsAreComputedAndWrittenInFloat() {
        float[] data = randomFloats(200);
        byte[] rotated = CommandRun.of(bytes(NpyArray.of(data, 2, 100)), "rotate", "-", "-", "--seed", "1")
                .succeeds()
                .out();
        float[] wanted = data.clone();
        HadamardRotation.of(100, 1).applyToRows(wanted, 2, Parallelism.NONE);
        assertEquals(NpyType.F4, parse(rotated).type());
        assertArrayEquals(wanted, parse(rotated).floats());
        assertArrayEquals(
                data, parse(thereAndBack(NpyArray.of(data.clone(), 2, 100))).floats(), NEAR_IN_FLOAT);
    }

    @Test
    void complexArraysAreRotatedPartByPart() {
        double[] real = randomDoubles(30);
        double[] imaginary = Arrays.copyOf(randomDoubles(31), 30);
        byte[] rotated = CommandRun.of(
                        bytes(NpyArray.ofComplex(real, imaginary, 2, 15)), "rotate", "-", "-", "--seed", "1")
                .succeeds()
                .out();
        HadamardRotation.of(15, 1).applyToRows(real, 2, Parallelism.NONE);
        HadamardRotation.of(15, 1).applyToRows(imaginary, 2, Parallelism.NONE);
        assertEquals(NpyType.C16, parse(rotated).type());
        assertArrayEquals(real, parse(rotated).doubles());
        assertArrayEquals(imaginary, parse(rotated).imaginaryDoubles());
    }

    @Test
    void complexFloatsStayComplexFloats() {
        float[] real = randomFloats(8);
        float[] imaginary = randomFloats(9);
        imaginary = Arrays.copyOf(imaginary, 8);
        byte[] back = thereAndBack(NpyArray.ofComplex(real.clone(), imaginary.clone(), 8));
        assertEquals(NpyType.C8, parse(back).type());
        assertArrayEquals(real, parse(back).floats(), NEAR_IN_FLOAT);
        assertArrayEquals(imaginary, parse(back).imaginaryFloats(), NEAR_IN_FLOAT);
    }

    @Test
    void integersBecomeDoubles() {
        byte[] rotated = CommandRun.of(
                        bytes(NpyArray.of(new int[] {3, 4}, 1, 2)), "rotate", "-", "-", "--seed", "1", "--rounds", "1")
                .succeeds()
                .out();
        assertEquals(NpyType.F8, parse(rotated).type());
        assertEquals(5, Math.hypot(parse(rotated).doubles()[0], parse(rotated).doubles()[1]), NEAR);
    }

    @Test
    void rowsOfAnArrayOfManyAxesLieAlongTheLast() {
        double[] data = randomDoubles(24);
        byte[] deep = CommandRun.of(bytes(NpyArray.of(data.clone(), 2, 3, 4)), "rotate", "-", "-", "--seed", "1")
                .succeeds()
                .out();
        byte[] flat = CommandRun.of(bytes(NpyArray.of(data, 6, 4)), "rotate", "-", "-", "--seed", "1")
                .succeeds()
                .out();
        assertArrayEquals(new int[] {2, 3, 4}, parse(deep).shape());
        assertArrayEquals(parse(flat).doubles(), parse(deep).doubles());
    }

    @Test
    void noRowsGiveNoRows() {
        byte[] rotated = CommandRun.of(bytes(NpyArray.of(new double[0], 0, 4)), "rotate", "-", "-", "--seed", "1")
                .succeeds()
                .out();
        assertArrayEquals(new int[] {0, 4}, parse(rotated).shape());
    }

    /** Big and little endian, both orders of elements, and types that are only read: all give what the widened array gives. */
    @Test
    void everyTypeThatIsReadIsRotated() {
        double[] data = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24};
        byte[] wanted = CommandRun.of(bytes(NpyArray.of(data, 2, 12)), "rotate", "-", "-", "--seed", "1")
                .succeeds()
                .out();
        for (String type : new String[] {"|u1", "|i1", ">u2", "<i2", ">i4", "<u4", ">u8", "<i8", ">f8", "<f2"}) {
            for (boolean fortran : new boolean[] {false, true}) {
                byte[] in = NpyFiles.handMade(type, fortran, data, 2, 12);
                byte[] out = CommandRun.of(in, "rotate", "-", "-", "--seed", "1")
                        .succeeds()
                        .out();
                assertArrayEquals(wanted, out, type + (fortran ? ", Fortran order" : ""));
            }
        }
    }

    @Test
    void nameThatNoFileCanHaveIsStatus3Or5() {
        CommandRun.of("rotate", "a\0b", "-", "--seed", "1").fails(3, "a\\u0000b: no such file, wanted a .npy file");
        CommandRun.of("rotate", in(NpyArray.of(new double[2], 2)), "a\0b", "--seed", "1")
                .fails(5, "a\\u0000b: Nul character not allowed, wanted an output that can be written");
    }

    @Test
    void placeOfTheOutputIsLookedAtBeforeTheInputIsRead() {
        CommandRun.of("rotate", "no-such-file.npy", "", "--seed", "1")
                .fails(2, "OUT: got an empty name, wanted a file or -");
        Path out = folder.resolve("none/out.npy");
        CommandRun.of("rotate", "no-such-file.npy", out.toString(), "--seed", "1")
                .fails(5, out + ": its directory does not exist, wanted an output that can be written");
    }

    @Test
    void threadsDoNotChangeABit() {
        byte[] in = bytes(NpyArray.of(randomFloats(70 * 100), 70, 100));
        byte[] one =
                CommandRun.of(in, "rotate", "-", "-", "--seed", "1").succeeds().out();
        byte[] three = CommandRun.of(in, "rotate", "-", "-", "--seed", "1", "--threads", "3")
                .succeeds()
                .out();
        assertArrayEquals(one, three);
    }

    @Test
    void fileMayBeRotatedInPlace() {
        double[] data = randomDoubles(16);
        String file = in(NpyArray.of(data, 16));
        CommandRun.of("rotate", file, file, "--seed", "1").succeeds();
        assertArrayEquals(
                HadamardRotation.of(16, 1).apply(data), read(Path.of(file)).doubles());
    }

    @Test
    void timeIsOneLineOnStandardErrorAlone() {
        byte[] in = bytes(NpyArray.of(randomDoubles(16), 16));
        CommandRun run = CommandRun.of(in, "rotate", "-", "-", "--seed", "1", "--time");
        assertEquals(0, run.status());
        assertTrue(
                run.err()
                        .matches(
                                "time: reading \\d+\\.\\d{6} s, computing \\d+\\.\\d{6} s, writing \\d+\\.\\d{6} s\\R"),
                run.err());
        assertEquals(16, parse(run.out()).size());
    }

    @Test
    void missingInputIsStatus3() {
        CommandRun.of("rotate", "none.npy", folder.resolve("out.npy").toString(), "--seed", "1")
                .fails(3, "none.npy: no such file, wanted a .npy file");
        assertHolds(folder);
    }

    @Test
    void folderAsInputIsStatus3() {
        CommandRun.of("rotate", folder.toString(), "-", "--seed", "1")
                .fails(3, folder + ": a directory, wanted a .npy file");
    }

    @Test
    void damagedInputIsStatus3AndLeavesTheOutputAsItWas() throws IOException {
        Path damaged = folder.resolve("damaged.npy");
        byte[] whole = bytes(NpyArray.of(randomDoubles(4), 4));
        Files.write(damaged, Arrays.copyOf(whole, whole.length - 1));
        Path out = folder.resolve("out.npy");
        Files.writeString(out, "precious");
        CommandRun.of("rotate", damaged.toString(), out.toString(), "--seed", "1")
                .fails(3, damaged + ": 31 bytes of data came, wanted 32 for f8 (4,)");
        assertEquals("precious", Files.readString(out));
        assertHolds(folder, "damaged.npy", "out.npy");
    }

    @Test
    void emptyStandardInputIsStatus3() {
        CommandRun.of("rotate", "-", "-", "--seed", "1").fails(3, "standard input: empty, wanted a .npy file");
    }

    @Test
    void singleNumberIsStatus3() {
        CommandRun.of(bytes(NpyArray.of(new double[1])), "rotate", "-", "-", "--seed", "1")
                .fails(3, "standard input: got f8 (), a single number, wanted one axis or more");
    }

    @Test
    void rowsWithoutElementsAreStatus3() {
        CommandRun.of(bytes(NpyArray.of(new double[0], 3, 0)), "rotate", "-", "-", "--seed", "1")
                .fails(3, "standard input: dimension: got 0, wanted 1 to 2^30");
    }

    @Test
    void outputInAMissingFolderIsStatus5() {
        Path out = folder.resolve("none").resolve("out.npy");
        CommandRun.of("rotate", in(NpyArray.of(randomDoubles(4), 4)), out.toString(), "--seed", "1")
                .fails(5, out + ": its directory does not exist, wanted an output that can be written");
    }

    @Test
    void folderAsOutputIsStatus5() {
        CommandRun.of("rotate", in(NpyArray.of(randomDoubles(4), 4)), folder.toString(), "--seed", "1")
                .fails(5, folder + ": is a directory, wanted an output that can be written");
        assertHolds(folder, "in.npy");
    }

    @Test
    void fullStandardOutputIsStatus5() {
        CommandRun.intoFullDevice("rotate", in(NpyArray.of(randomDoubles(4), 4)), "-", "--seed", "1")
                .fails(5, "standard output: No space left on device, wanted an output that can be written");
    }

    private String in(NpyArray array) {
        return write(folder.resolve("in.npy"), array);
    }

    private static byte[] thereAndBack(NpyArray array) {
        byte[] there = CommandRun.of(bytes(array), "rotate", "-", "-", "--seed", "11")
                .succeeds()
                .out();
        return CommandRun.of(there, "rotate", "-", "-", "--seed", "11", "--inverse")
                .succeeds()
                .out();
    }
}
