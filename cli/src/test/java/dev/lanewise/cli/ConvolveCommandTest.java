package dev.lanewise.cli;

import static dev.lanewise.cli.NpyFiles.assertHolds;
import static dev.lanewise.cli.NpyFiles.bytes;
import static dev.lanewise.cli.NpyFiles.handMade;
import static dev.lanewise.cli.NpyFiles.parse;
import static dev.lanewise.cli.NpyFiles.randomDoubles;
import static dev.lanewise.cli.NpyFiles.randomFloats;
import static dev.lanewise.cli.NpyFiles.read;
import static dev.lanewise.cli.NpyFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.npy.NpyArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvolveCommandTest {
    private static final List<String> MODES = List.of("full", "same", "valid");

    @TempDir
    Path folder;

    private NpyArray convolve(NpyArray a, NpyArray b, String... options) {
        String kernel = write(folder.resolve("b.npy"), b);
        List<String> args = new ArrayList<>(List.of("convolve", "-", kernel, "-"));
        args.addAll(List.of(options));
        return parse(
                CommandRun.of(bytes(a), args.toArray(String[]::new)).succeeds().out());
    }

    private static NpyArray real(int seed, int... shape) {
        double[] data = randomDoubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b) + seed);
        return NpyArray.of(Arrays.copyOfRange(data, seed, data.length), shape);
    }

    private static NpyArray complex(int seed, int... shape) {
        return NpyArray.ofComplex(
                real(seed, shape).doubles(), real(seed + 1, shape).doubles(), shape);
    }

    /** {@code y_i = sum over j of b_j a_(i-j)} of one row, from the element of the mode on: SciPy's definition. */
    private static double[] direct(double[] a, double[] b, String mode) {
        int n = a.length;
        int k = b.length;
        double[] full = new double[n + k - 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                full[i + j] += a[i] * b[j];
            }
        }
        return switch (mode) {
            case "full" -> full;
            case "same" -> Arrays.copyOfRange(full, (k - 1) / 2, (k - 1) / 2 + n);
            default -> Arrays.copyOfRange(full, Math.min(n, k) - 1, Math.max(n, k));
        };
    }

    private static double[] row(double[] data, int row, int length) {
        return Arrays.copyOfRange(data, row * length, (row + 1) * length);
    }

    private static double[] minus(double[] x, double[] y) {
        double[] difference = x.clone();
        for (int i = 0; i < x.length; i++) {
            difference[i] -= y[i];
        }
        return difference;
    }

    /** Sums of {@code k} products up to 1, by transforms of at most four times the length: some log2 n times as much. */
    private static double near(int n, int k) {
        return 40 * (n + k) * 0x1p-53;
    }

    @Test
    void rowsAreConvolvedWithOneKernelInEveryMode() {
        for (int n : new int[] {1, 2, 7, 40, 300}) {
            for (int k : new int[] {1, 2, 5, 64, 301}) {
                for (String mode : MODES) {
                    NpyArray a = real(0, 2, 3, n);
                    NpyArray b = real(1, k);
                    NpyArray y = convolve(a, b, "--mode", mode);
                    int length = y.shape()[2];
                    for (int row = 0; row < 6; row++) {
                        assertArrayEquals(
                                direct(row(a.doubles(), row, n), b.doubles(), mode),
                                row(y.doubles(), row, length),
                                near(n, k),
                                n + ", " + k + ", " + mode);
                    }
                    assertEquals("f8 (2, 3, " + length + ")", y.toString());
                }
            }
        }
    }

    @Test
    void eachRowHasTheKernelInItsPlaceWhereThereAreAsMany() {
        for (String mode : MODES) {
            NpyArray a = real(0, 2, 3, 50);
            NpyArray b = real(1, 2, 3, 9);
            NpyArray y = convolve(a, b, "--mode", mode);
            for (int row = 0; row < 6; row++) {
                assertArrayEquals(
                        direct(row(a.doubles(), row, 50), row(b.doubles(), row, 9), mode),
                        row(y.doubles(), row, y.shape()[2]),
                        near(50, 9));
            }
        }
    }

    @Test
    void fullIsTheDefaultMode() {
        NpyArray a = real(0, 10);
        NpyArray b = real(1, 4);
        assertArrayEquals(bytes(convolve(a, b, "--mode", "full")), bytes(convolve(a, b)));
    }

    @Test
    void partsOfComplexArraysAreConvolvedEachWithEach() {
        for (String mode : MODES) {
            for (int kernels : new int[] {1, 2}) {
                NpyArray a = complex(0, 2, 40);
                NpyArray b = kernels == 1 ? complex(2, 7) : complex(2, 2, 7);
                NpyArray realA = NpyArray.of(a.doubles().clone(), 2, 40);
                NpyArray realB = NpyArray.of(b.doubles().clone(), b.shape());
                NpyArray both = convolve(a, b, "--mode", mode);
                NpyArray first = convolve(a, realB, "--mode", mode);
                NpyArray second = convolve(realA, b, "--mode", mode);
                assertEquals("c16", both.type().code());
                assertEquals("c16", first.type().code());
                assertEquals("c16", second.type().code());
                int length = both.shape()[1];
                for (int row = 0; row < 2; row++) {
                    double[] ar = row(a.doubles(), row, 40);
                    double[] ai = row(a.imaginaryDoubles(), row, 40);
                    double[] br = row(b.doubles(), kernels == 1 ? 0 : row, 7);
                    double[] bi = row(b.imaginaryDoubles(), kernels == 1 ? 0 : row, 7);
                    double[] minusBi = Arrays.stream(bi).map(x -> -x).toArray();
                    double near = 2 * near(40, 7);
                    assertArrayEquals(
                            minus(direct(ar, br, mode), direct(ai, bi, mode)), row(both.doubles(), row, length), near);
                    assertArrayEquals(
                            minus(direct(ai, br, mode), direct(ar, minusBi, mode)),
                            row(both.imaginaryDoubles(), row, length),
                            near);
                    assertArrayEquals(direct(ar, br, mode), row(first.doubles(), row, length), near);
                    assertArrayEquals(direct(ai, br, mode), row(first.imaginaryDoubles(), row, length), near);
                    assertArrayEquals(direct(ar, br, mode), row(second.doubles(), row, length), near);
                    assertArrayEquals(direct(ar, bi, mode), row(second.imaginaryDoubles(), row, length), near);
                }
            }
        }
    }

    @Test
    void twoArraysOfFloatsAreComputedInFloatAndAllElseInDouble() {
        NpyArray floats = NpyArray.of(randomFloats(40), 40);
        NpyArray kernel = NpyArray.of(randomFloats(5), 5);
        NpyArray complexKernel = NpyArray.ofComplex(randomFloats(5), randomFloats(5), 5);
        assertEquals("f4 (44,)", convolve(floats, kernel).toString());
        assertEquals("c8 (44,)", convolve(floats, complexKernel).toString());
        assertEquals("f8 (44,)", convolve(floats, real(0, 5)).toString());
        assertEquals("f8 (44,)", convolve(real(0, 40), kernel).toString());
        assertEquals("c16 (44,)", convolve(real(0, 40), complexKernel).toString());
        assertEquals("f8 (44,)", convolve(NpyArray.of(new int[40], 40), kernel).toString());
        double[] wanted = direct(floats.doubles(), kernel.doubles(), "full");
        assertArrayEquals(wanted, convolve(floats, kernel).doubles(), near(40, 5) * 0x1p29);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f8", ">f8", ">i2", "<u1", "<f2"})
    void everyOrderOfBytesAndElementsIsTheSameArray(String type) throws IOException {
        double[] data = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 100, 120};
        NpyArray kernel = real(0, 3);
        byte[] plain = bytes(convolve(NpyArray.of(data.clone(), 3, 4), kernel));
        String b = write(folder.resolve("b.npy"), kernel);
        for (boolean fortran : new boolean[] {false, true}) {
            Path a = folder.resolve("a.npy");
            Files.write(a, handMade(type, fortran, data, 3, 4));
            assertArrayEquals(
                    plain,
                    CommandRun.of("convolve", a.toString(), b, "-").succeeds().out());
        }
    }

    @Test
    void filesAreWrittenAndNoneIsLeftBeside() {
        String a = write(folder.resolve("a.npy"), real(0, 3, 10));
        String b = write(folder.resolve("b.npy"), real(1, 4));
        String out = folder.resolve("out.npy").toString();
        CommandRun.of("convolve", a, b, out, "--mode", "valid").succeeds();
        assertEquals("f8 (3, 7)", read(Path.of(out)).toString());
        assertHolds(folder, "a.npy", "b.npy", "out.npy");
    }

    @Test
    void theKernelMayComeFromStandardInput() {
        NpyArray a = real(0, 3, 10);
        NpyArray b = real(1, 4);
        String file = write(folder.resolve("a.npy"), a);
        byte[] out =
                CommandRun.of(bytes(b), "convolve", file, "-", "-").succeeds().out();
        assertArrayEquals(bytes(convolve(a, b)), out);
    }

    @Test
    void threadsDoNotChangeABit() {
        NpyArray a = real(0, 40, 1000);
        NpyArray b = complex(1, 100);
        assertArrayEquals(bytes(convolve(a, b)), bytes(convolve(a, b, "--threads", "3")));
    }

    @Test
    void noRowsHaveNoConvolutions() {
        assertEquals("f8 (0, 13)", convolve(real(0, 0, 10), real(1, 4)).toString());
        assertEquals(
                "f8 (0, 10)",
                convolve(real(0, 0, 10), real(1, 0, 4), "--mode", "same").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2,10   | 3,4   | b | got f8 (3, 4) for f8 (2, 10), wanted one axis or the same axes before the last
                    10     | 2,4   | b | got f8 (2, 4) for f8 (10,), wanted one axis or the same axes before the last
                    2,3,10 | 3,4   | b | got f8 (3, 4) for f8 (2, 3, 10), wanted one axis or the same axes before the last
                    2,0    | 4     | a | got f8 (2, 0), wanted length 1 or more along the last axis
                    2,5    | 0     | b | got f8 (0,), wanted length 1 or more along the last axis
                    """)
    void arraysThatDoNotFitAreStatus3(String aShape, String bShape, String wrong, String message) {
        String a = write(folder.resolve("a.npy"), real(0, shape(aShape)));
        String b = write(folder.resolve("b.npy"), real(0, shape(bShape)));
        CommandRun.of("convolve", a, b, "-").fails(3, (wrong.equals("a") ? a : b) + ": " + message);
    }

    private static int[] shape(String text) {
        return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    @Test
    void singleNumbersAreStatus3() {
        String b = write(folder.resolve("b.npy"), NpyArray.of(new double[] {1}));
        CommandRun.of(bytes(real(0, 5)), "convolve", "-", b, "-")
                .fails(3, b + ": got f8 (), a single number, wanted one axis or more");
    }

    @Test
    void kernelsThatAreNotFiniteAreStatus3() {
        String b = write(folder.resolve("b.npy"), NpyArray.of(new double[] {1, Double.NaN}, 2));
        CommandRun.of(bytes(real(0, 5)), "convolve", "-", b, "-")
                .fails(3, b + ": kernel: got NaN as element 1, wanted finite numbers");
    }

    @Test
    void standardInputTwiceIsStatus2() {
        CommandRun.of("convolve", "-", "-", "out.npy")
                .fails(2, "A, B: got - for both, wanted standard input once at most");
    }

    @Test
    void wrongModeIsStatus2() {
        CommandRun.of("convolve", "a", "b", "c", "--mode", "all")
                .fails(
                        2,
                        "Invalid value for option '--mode': got 'all', wanted full, same or valid; see lanewise"
                                + " convolve --help");
    }

    @Test
    void emptyNamesAreStatus2() {
        String a = write(folder.resolve("a.npy"), real(0, 5));
        CommandRun.of("convolve", "", a, "-").fails(2, "A: got an empty name, wanted a file or -");
        CommandRun.of("convolve", a, "", "-").fails(2, "B: got an empty name, wanted a file or -");
    }

    @Test
    void aMissingFileIsStatus3() {
        CommandRun.of(bytes(real(0, 5)), "convolve", "-", "none.npy", "-")
                .fails(3, "none.npy: no such file, wanted a .npy file");
    }

    @Test
    void anOutputThatCannotBeIsStatus5BeforeAnythingIsRead() {
        CommandRun.of("convolve", "none.npy", "none.npy", "none/out.npy")
                .fails(5, "none/out.npy: its directory does not exist, wanted an output that can be written");
    }

    @Test
    void helpHasAnExampleAndTimeTellsAllPhases() {
        String help = CommandRun.of("convolve", "--help").succeeds().text();
        assertTrue(help.contains("lanewise convolve signals.npy kernel.npy smoothed.npy --mode same"), help);
        String b = write(folder.resolve("b.npy"), real(0, 3));
        CommandRun run = CommandRun.of(bytes(real(0, 5)), "convolve", "-", b, "-", "--time");
        assertTrue(run.err().matches("time: reading \\S+ s, computing \\S+ s, writing \\S+ s\\R"), run.err());
    }
}
