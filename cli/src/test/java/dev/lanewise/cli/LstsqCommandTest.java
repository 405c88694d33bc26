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

class LstsqCommandTest {
    @TempDir
    Path folder;

    private NpyArray solve(NpyArray a, NpyArray b, String... options) {
        return parse(run(a, b, options).succeeds().out());
    }

    private CommandRun run(NpyArray a, NpyArray b, String... options) {
        List<String> args = new ArrayList<>(List.of("lstsq", "-", write(folder.resolve("b.npy"), b), "-"));
        args.addAll(List.of(options));
        return CommandRun.of(bytes(a), args.toArray(String[]::new));
    }

    private static NpyArray real(int seed, int... shape) {
        double[] data = randomDoubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b) + seed);
        return NpyArray.of(Arrays.copyOfRange(data, seed, data.length), shape);
    }

    /** A matrix whose columns are nearly orthogonal. */
    private static NpyArray wellConditioned(int m, int n) {
        NpyArray a = real(0, m, n);
        for (int i = 0; i < Math.min(m, n); i++) {
            a.doubles()[i * (n + 1)] += 2 * n;
        }
        return a;
    }

    /** {@code A^T (b - A x)}, column by column, which is zero for a solution. */
    private static double[] normal(NpyArray a, NpyArray b, NpyArray x) {
        int m = a.shape()[0], n = a.shape()[1], columns = b.shape().length == 1 ? 1 : b.shape()[1];
        double[] result = new double[n * columns];
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < m; i++) {
                double rest = b.doubles()[i * columns + c];
                for (int j = 0; j < n; j++) {
                    rest -= a.doubles()[i * n + j] * x.doubles()[j * columns + c];
                }
                for (int j = 0; j < n; j++) {
                    result[j * columns + c] += a.doubles()[i * n + j] * rest;
                }
            }
        }
        return result;
    }

    private static double norm(double... x) {
        return Math.sqrt(Arrays.stream(x).map(e -> e * e).sum());
    }

    private static void assertSolves(NpyArray a, NpyArray b, NpyArray x, double u) {
        double size = norm(a.doubles());
        double allowed = 20 * u * Math.sqrt(a.size()) * size * (norm(b.doubles()) + size * norm(x.doubles()));
        assertArrayEquals(new double[x.size()], normal(a, b, x), allowed, "A^T (b - A x)");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,7", "9,4", "120,31", "6,1"})
    void solutionsLeaveAResidualThatIsOrthogonalToTheColumns(int m, int n) {
        NpyArray a = wellConditioned(m, n);
        for (int columns : new int[] {0, 1, 3, 70}) {
            NpyArray b = real(1, m, columns);
            NpyArray x = solve(a, b);
            assertEquals("f8 (" + n + ", " + columns + ")", x.toString());
            assertSolves(a, b, x, 0x1p-53);
            assertArrayEquals(bytes(x), bytes(solve(a, b, "--method", "qr", "--min-norm", "--threads", "3")));
        }
        NpyArray b = real(1, m);
        NpyArray x = solve(a, b);
        assertEquals("f8 (" + n + ",)", x.toString());
        assertSolves(a, b, x, 0x1p-53);
    }

    @Test
    void twoArraysOfFloatsAreComputedInFloatAndAllElseInDouble() {
        NpyArray floats = NpyArray.of(randomFloats(40), 10, 4), b = NpyArray.of(randomFloats(10), 10);
        NpyArray x = solve(floats, b);
        assertEquals("f4 (4,)", x.toString());
        assertSolves(floats, b, x, 0x1p-24);
        assertEquals("f4 (4,)", solve(floats, b, "--min-norm").toString());
        NpyArray wide = solve(floats, NpyArray.of(b.doubles(), 10));
        assertEquals("f8 (4,)", wide.toString());
        assertSolves(floats, b, wide, 0x1p-53);
        assertEquals("f8 (4,)", solve(real(0, 10, 4), b).toString());
        assertEquals("f8 (4,)", solve(floats, NpyArray.of(new int[10], 10)).toString());
    }

    @Test
    void aSolutionThatIsKnownIsFound() {
        // y = 1 + 2 t through three points, which it meets.
        NpyArray a = NpyArray.of(new int[] {1, 0, 1, 1, 1, 2}, 3, 2);
        assertArrayEquals(
                new double[] {1, 2},
                solve(a, NpyArray.of(new int[] {1, 3, 5}, 3)).doubles(),
                1e-14);
    }

    @Test
    void theShortestOfManySolutionsIsGivenWhereItIsAskedFor() {
        // x1 + x2 = 2 of rank 1; and with a third unknown that nothing depends on.
        NpyArray a = NpyArray.of(new int[] {1, 1, 0, 2, 2, 0}, 2, 3);
        NpyArray x = solve(a, NpyArray.of(new int[] {2, 4}, 2), "--min-norm");
        assertEquals("f8 (3,)", x.toString());
        assertArrayEquals(new double[] {1, 1, 0}, x.doubles(), 1e-14);
        assertArrayEquals(
                new double[3],
                solve(NpyArray.of(new double[6], 2, 3), real(0, 2), "--min-norm")
                        .doubles());
    }

    @Test
    void aWideMatrixHasManySolutions() {
        NpyArray a = wellConditioned(5, 9), b = real(1, 5, 2);
        NpyArray x = solve(a, b, "--min-norm");
        assertEquals("f8 (9, 2)", x.toString());
        assertSolves(a, b, x, 0x1p-53);
        assertRankDeficient(a, b, "numerical rank 5 of a matrix of 5 x 9, wanted 9");
    }

    @Test
    void aRankDeficientMatrixIsStatus4WithItsNumericalRank() {
        double[] data = randomDoubles(40);
        for (int i = 0; i < 10; i++) {
            data[4 * i + 3] = data[4 * i] - data[4 * i + 1];
        }
        NpyArray b = real(0, 10);
        assertRankDeficient(NpyArray.of(data, 10, 4), b, "numerical rank 3 of a matrix of 10 x 4, wanted 4");
        assertRankDeficient(NpyArray.of(new float[40], 10, 4), b, "numerical rank 0 of a matrix of 10 x 4, wanted 4");
        assertRankDeficient(
                NpyArray.of(new float[40], 10, 4),
                NpyArray.of(new float[10], 10),
                "numerical rank 0 of a matrix of 10 x 4, wanted 4");
    }

    private void assertRankDeficient(NpyArray matrix, NpyArray rightSides, String message) {
        String a = write(folder.resolve("a.npy"), matrix), b = write(folder.resolve("b.npy"), rightSides);
        String x = folder.resolve("x.npy").toString();
        String wanted = ": got " + message + " for one solution; --min-norm gives the shortest of many";
        CommandRun.of("lstsq", a, b, x).fails(4, a + wanted);
        CommandRun.of(bytes(matrix), "lstsq", "-", b, x).fails(4, "standard input" + wanted);
        assertHolds(folder, "a.npy", "b.npy");
    }

    @Test
    void withoutElementsThereAreZerosOrNothing() {
        assertEquals("f8 (0,)", solve(real(0, 5, 0), real(0, 5)).toString());
        assertEquals("f8 (0, 2)", solve(real(0, 0, 0), real(0, 0, 2)).toString());
        NpyArray x = solve(real(0, 0, 3), real(0, 0, 2), "--min-norm");
        assertEquals("f8 (3, 2)", x.toString());
        assertArrayEquals(new double[6], x.doubles());
        run(real(0, 0, 3), real(0, 0))
                .fails(
                        4,
                        "standard input: got numerical rank 0 of a matrix of 0 x 3, wanted 3 for one solution;"
                                + " --min-norm gives the shortest of many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f8", ">f8", ">i2", "<u1", "<f2"})
    void everyOrderOfBytesAndElementsIsTheSameArray(String type) throws IOException {
        double[] data = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 100, 120};
        NpyArray a = real(0, 4, 2);
        byte[] ofMatrix = bytes(solve(NpyArray.of(data.clone(), 4, 3), real(1, 4)));
        byte[] ofRightSides = bytes(solve(a, NpyArray.of(data.clone(), 4, 3)));
        String matrix = write(folder.resolve("a.npy"), a), vector = write(folder.resolve("v.npy"), real(1, 4));
        for (boolean fortran : new boolean[] {false, true}) {
            Path file = folder.resolve("file.npy");
            Files.write(file, handMade(type, fortran, data, 4, 3));
            assertArrayEquals(
                    ofMatrix,
                    CommandRun.of("lstsq", file.toString(), vector, "-")
                            .succeeds()
                            .out());
            assertArrayEquals(
                    ofRightSides,
                    CommandRun.of("lstsq", matrix, file.toString(), "-")
                            .succeeds()
                            .out());
        }
    }

    @Test
    void filesAreWrittenAndNoneIsLeftBeside() {
        String a = write(folder.resolve("a.npy"), real(0, 10, 3));
        String b = write(folder.resolve("b.npy"), real(1, 10));
        CommandRun.of("lstsq", a, b, folder.resolve("x.npy").toString()).succeeds();
        assertEquals("f8 (3,)", read(folder.resolve("x.npy")).toString());
        CommandRun.of("lstsq", a, b, b).succeeds();
        assertArrayEquals(bytes(read(folder.resolve("x.npy"))), bytes(read(Path.of(b))));
        assertHolds(folder, "a.npy", "b.npy", "x.npy");
        CommandRun.of(bytes(real(1, 10)), "lstsq", a, "-", b).succeeds();
        assertArrayEquals(bytes(read(folder.resolve("x.npy"))), bytes(read(Path.of(b))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    5     | 5     | a | got f8 (5,), wanted a matrix, of two axes
                    2,3,4 | 2     | a | got f8 (2, 3, 4), wanted a matrix, of two axes
                    5,3   | 5,1,1 | b | got f8 (5, 1, 1), wanted a vector or a matrix
                    5,3   | 4     | b | got f8 (4,) for f8 (5, 3), wanted length 5 along the first axis
                    5,3   | 3,5   | b | got f8 (3, 5) for f8 (5, 3), wanted length 5 along the first axis
                    """)
    void arraysThatDoNotFitAreStatus3(String aShape, String bShape, String wrong, String message) {
        String a = write(folder.resolve("a.npy"), real(0, shape(aShape)));
        String b = write(folder.resolve("b.npy"), real(0, shape(bShape)));
        CommandRun.of("lstsq", a, b, "-").fails(3, (wrong.equals("a") ? a : b) + ": " + message);
    }

    private static int[] shape(String text) {
        return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    @Test
    void solutionsThatNoArrayHoldsAreStatus3() {
        String a = write(folder.resolve("a.npy"), NpyArray.of(new float[100_000], 1, 100_000));
        CommandRun.of("lstsq", a, a, "-", "--min-norm")
                .fails(
                        3,
                        a
                                + ": got f4 (1, 100000), which with f4 (1, 100000) makes 10000000000 elements, wanted 2^31 - 1"
                                + " at most");
    }

    @Test
    void complexNumbersAndSuchThatAreNotFiniteAreStatus3() {
        NpyArray a = real(0, 5, 3);
        String b = folder.resolve("b.npy").toString();
        run(a, NpyArray.ofComplex(new float[5], new float[5], 5)).fails(3, b + ": got c8 (5,), wanted real numbers");
        run(NpyArray.ofComplex(new double[15], new double[15], 5, 3), real(0, 5))
                .fails(3, "standard input: got c16 (5, 3), wanted real numbers");
        NpyArray infinite = real(1, 5), notANumber = NpyArray.of(randomFloats(10), 5, 2);
        infinite.doubles()[3] = Double.POSITIVE_INFINITY;
        notANumber.floats()[7] = Float.NaN;
        run(a, infinite).fails(3, b + ": got Infinity at (3,), wanted finite numbers");
        run(a, notANumber).fails(3, b + ": got NaN at (3, 1), wanted finite numbers");
        a.doubles()[14] = Double.NaN;
        run(a, real(0, 5)).fails(3, "standard input: got NaN at (4, 2), wanted finite numbers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --method sketch | Invalid value for option '--method': got 'sketch', wanted qr
                    --seed 1        | got '--seed', wanted no more than --debug --help --method --min-norm --threads --time
                    c               | got 'c', wanted no more than A B X
                    """)
    void aWrongCommandLineIsStatus2(String options, String wanted) {
        CommandRun.of(("lstsq a b x " + options).split(" ")).fails(2, wanted + "; see lanewise lstsq --help");
    }

    @Test
    void standardInputTwiceAndEmptyNamesAreStatus2() {
        CommandRun.of("lstsq", "-", "-", "x.npy").fails(2, "A, B: got - for both, wanted standard input once at most");
        String a = write(folder.resolve("a.npy"), real(0, 5, 3));
        CommandRun.of("lstsq", "", a, "-").fails(2, "A: got an empty name, wanted a file or -");
        CommandRun.of("lstsq", a, "", "-").fails(2, "B: got an empty name, wanted a file or -");
        CommandRun.of("lstsq", a, a, "").fails(2, "X: got an empty name, wanted a file or -");
    }

    @Test
    void aMissingFileIsStatus3AndAnOutputThatCannotBeIsStatus5Before() {
        CommandRun.of(bytes(real(0, 5, 3)), "lstsq", "-", "none.npy", "-")
                .fails(3, "none.npy: no such file, wanted a .npy file");
        CommandRun.of("lstsq", "none.npy", "none.npy", "none/x.npy")
                .fails(5, "none/x.npy: its directory does not exist, wanted an output that can be written");
        String a = write(folder.resolve("a.npy"), real(0, 5, 3));
        CommandRun.intoFullDevice("lstsq", a, a, "-")
                .fails(5, "standard output: No space left on device, wanted an output that can be written");
    }

    @Test
    void helpHasAnExampleAndTimeTellsAllPhases() {
        String help = CommandRun.of("lstsq", "--help").succeeds().text();
        assertTrue(help.contains("lanewise lstsq features.npy targets.npy weights.npy"), help);
        CommandRun run = run(real(0, 5, 3), real(0, 5), "--time");
        assertTrue(run.err().matches("time: reading \\S+ s, computing \\S+ s, writing \\S+ s\\R"), run.err());
    }
}
