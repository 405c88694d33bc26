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

import dev.lanewise.npy.NpyArray;
import dev.lanewise.npy.NpyType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformCommandTest {
    /**
     * For rows of n = 96 numbers up to 1, there and back: each way is off by at most g(s) n in an element, by the bound of
     * {@code DoubleHadamardPlan} with s = 12.
     */
    private static final double NEAR = 2 * 12 * 0x1p-53 * 96;

    /** The same for n = 16, s = 7. */
    private static final float NEAR_IN_FLOAT = 2 * 7 * 0x1p-24f * 16;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "backward, false, 1",
        "ortho, false, 0.5",
        "forward, false, 0.25",
        "backward, true, 0.25",
        "ortho, true, 0.5",
        "forward, true, 1"
    })
    void normDecidesTheFactorOfEachDirection(String norm, boolean inverse, double factor) {
        NpyArray in = NpyArray.of(new double[] {1, 2, 3, 5}, 4);
        String direction = inverse ? "--inverse" : "--threads=1";
        byte[] out = CommandRun.of(bytes(in), "transform", "fwht", "-", "-", "--norm", norm, direction)
                .succeeds()
                .out();
        double[] wanted = {11 * factor, -3 * factor, -5 * factor, 1 * factor};
        assertArrayEquals(wanted, parse(out).doubles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"backward", "ortho", "forward"})
    void inverseUndoesTheTransformUnderTheSameNorm(String norm) {
        double[] data = randomDoubles(3 * 96);
        String in = write(folder.resolve("in.npy"), NpyArray.of(data.clone(), 3, 96));
        String there = folder.resolve("there.npy").toString();
        String back = folder.resolve("back.npy").toString();
        CommandRun.of("transform", "fwht", in, there, "--norm", norm).succeeds();
        CommandRun.of("transform", "fwht", there, back, "--norm", norm, "--inverse")
                .succeeds();
        assertArrayEquals(data, read(Path.of(back)).doubles(), NEAR);
        assertArrayEquals(new int[] {3, 96}, read(Path.of(back)).shape());
        assertHolds(folder, "in.npy", "there.npy", "back.npy");
    }

    @Test
    void backwardIsTheDefaultNorm() {
        byte[] in = bytes(NpyArray.of(randomDoubles(8), 8));
        assertArrayEquals(
                CommandRun.of(in, "transform", "fwht", "-", "-", "--norm", "backward")
                        .succeeds()
                        .out(),
                CommandRun.of(in, "transform", "fwht", "-", "-").succeeds().out());
    }

    @Test
    void floatsStayFloats() {
        float[] data = randomFloats(32);
        byte[] back = thereAndBack(bytes(NpyArray.of(data.clone(), 2, 16)));
        assertEquals(NpyType.F4, parse(back).type());
        assertArrayEquals(data, parse(back).floats(), NEAR_IN_FLOAT);
    }

    @Test
    void realAndImaginaryPartAreTransformedEach() {
        NpyArray in = NpyArray.ofComplex(new double[] {1, 2}, new double[] {5, -1}, 2);
        NpyArray out = parse(CommandRun.of(bytes(in), "transform", "fwht", "-", "-")
                .succeeds()
                .out());
        assertEquals(NpyType.C16, out.type());
        assertArrayEquals(new double[] {3, -1}, out.doubles());
        assertArrayEquals(new double[] {4, 6}, out.imaginaryDoubles());
    }

    @Test
    void complexFloatsStayComplexFloats() {
        NpyArray in = NpyArray.ofComplex(new float[] {1, 2}, new float[] {5, -1}, 1, 2);
        NpyArray out = parse(CommandRun.of(bytes(in), "transform", "fwht", "-", "-")
                .succeeds()
                .out());
        assertEquals(NpyType.C8, out.type());
        assertArrayEquals(new float[] {3, -1}, out.floats());
        assertArrayEquals(new float[] {4, 6}, out.imaginaryFloats());
    }

    @Test
    void integersBecomeDoubles() {
        byte[] out = CommandRun.of(bytes(NpyArray.of(new long[] {1, 2}, 2)), "transform", "fwht", "-", "-")
                .succeeds()
                .out();
        assertEquals("f8 (2,)", parse(out).toString());
    }

    @Test
    void threadsDoNotChangeABit() {
        byte[] in = bytes(NpyArray.of(randomDoubles(1 << 14), 2, 1 << 13));
        assertArrayEquals(
                CommandRun.of(in, "transform", "fwht", "-", "-").succeeds().out(),
                CommandRun.of(in, "transform", "fwht", "-", "-", "--threads", "2")
                        .succeeds()
                        .out());
    }

    @ParameterizedTest
    @CsvSource({"-1, 4", "1, 4", "-1, ''"})
    void lastAxisAndItsLengthMayBeSaid(String axes, String length) {
        byte[] in = bytes(NpyArray.of(randomDoubles(8), 2, 4));
        String[] args = length.isEmpty()
                ? new String[] {"transform", "fwht", "-", "-", "--axes", axes}
                : new String[] {"transform", "fwht", "-", "-", "--axes", axes, "--length", length};
        assertArrayEquals(
                CommandRun.of(in, "transform", "fwht", "-", "-").succeeds().out(),
                CommandRun.of(in, args).succeeds().out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,1", "1,1"})
    void severalAxesAreStatus2BeforeAnythingIsRead(String axes) {
        CommandRun.of("transform", "fwht", "no-such-file.npy", "-", "--axes", axes)
                .fails(
                        2,
                        "--axes: got " + axes + ", wanted the last axis, -1, which is the only one that fwht works on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "2"})
    void otherAxisIsStatus2(String axes) {
        byte[] in = bytes(NpyArray.of(randomDoubles(8), 2, 4));
        CommandRun.of(in, "transform", "fwht", "-", "-", "--axes", axes)
                .fails(
                        2,
                        "--axes: got " + axes
                                + ", wanted the last axis, -1 or 1, which is the only one that fwht works on");
    }

    @Test
    void otherLengthIsStatus2() {
        byte[] in = bytes(NpyArray.of(randomDoubles(8), 2, 4));
        CommandRun.of(in, "transform", "fwht", "-", "-", "--length", "8")
                .fails(2, "--length: got 8, wanted 4, the length of the last axis, which fwht neither cuts nor pads");
    }

    @Test
    void unsupportedLengthIsStatus3AndTellsTheNearest() {
        byte[] in = bytes(NpyArray.of(randomDoubles(100), 100));
        CommandRun.of(in, "transform", "fwht", "-", "-")
                .fails(
                        3,
                        "standard input: length: got 100, wanted a supported Hadamard order"
                                + " (m * 2^k for m = 1, 12, 20, 28, at most 2^30); nearest: 96 and 112");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --norm both  | '--norm': got 'both', wanted backward, ortho or forward
                    --axes 0,x   | '--axes' (AXES): got 'x', wanted integers such as -1 or 0,1
                    --length 0   | '--length': got '0', wanted an integer of 1 or more
                    """)
    void wrongValueIsStatus2(String option, String wanted) {
        String[] parts = option.split(" ");
        CommandRun.of("transform", "fwht", "a", "b", parts[0], parts[1])
                .fails(2, "Invalid value for option " + wanted + "; see lanewise transform --help");
    }

    @Test
    void kindThatNobodyKnowsIsStatus2BeforeAnythingIsRead() {
        CommandRun.of("transform", "fwh", "none.npy", "out.npy")
                .fails(
                        2,
                        "KIND: got 'fwh', wanted one of fwht, fft, rfft, dht, dct1, dct2, dct3, dct4, dst1, dst2, dst3,"
                                + " dst4");
    }

    private static byte[] thereAndBack(byte[] in) {
        byte[] there =
                CommandRun.of(in, "transform", "fwht", "-", "-").succeeds().out();
        return CommandRun.of(there, "transform", "fwht", "-", "-", "--inverse")
                .succeeds()
                .out();
    }
}
