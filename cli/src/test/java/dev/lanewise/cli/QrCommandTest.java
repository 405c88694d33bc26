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
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrCommandTest {
    @TempDir
    Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private NpyArray array(String name) {
        return read(folder.resolve(name));
    }

    private void factorize(NpyArray a) {
        CommandRun.of(bytes(a), "qr", "-", "--q", file("q.npy"), "--r", file("r.npy"))
                .succeeds();
    }

    private void factorizePivoted(NpyArray a) {
        CommandRun.of(bytes(a), "qr", "-", "--q", file("q.npy"), "--r", file("r.npy"), "--pivot", file("p.npy"))
                .succeeds();
    }

    private static NpyArray real(int m, int n) {
        return NpyArray.of(randomDoubles(m * n), m, n);
    }

    /** How far sums of {@code m} or {@code n} products of numbers up to 1 are off: as QR factorisations are, or less. */
    private static double near(int m, int n, double u) {
        return 10 * u * Math.sqrt((double) m * n) * Math.sqrt(Math.max(m, n));
    }

    /** Asserts that the files hold the thin factors of a matrix with its columns in this order, of this type. */
    private void assertFactors(NpyArray matrix, int[] order, String type, double u) {
        int m = matrix.shape()[0], n = matrix.shape()[1], k = Math.min(m, n);
        NpyArray q = array("q.npy"), r = array("r.npy");
        assertEquals(type + " (" + m + ", " + k + ")", q.toString());
        assertEquals(type + " (" + k + ", " + n + ")", r.toString());
        double near = near(m, n, u);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += q.doubles()[i * k + l] * r.doubles()[l * n + j];
                }
                assertEquals(matrix.doubles()[i * n + order[j]], sum, near, "A at (" + i + ", " + order[j] + ")");
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int l = 0; l < m; l++) {
                    sum += q.doubles()[l * k + i] * q.doubles()[l * k + j];
                }
                assertEquals(i == j ? 1 : 0, sum, near, "Q^T Q at (" + i + ", " + j + ")");
                assertTrue(j >= i || r.doubles()[i * n + j] == 0, "R below its diagonal");
            }
        }
    }

    private int[] permutation(int n) {
        NpyArray p = array("p.npy");
        assertEquals("i8 (" + n + ",)", p.toString());
        int[] order = Arrays.stream(p.doubles()).mapToInt(x -> (int) x).toArray();
        assertArrayEquals(
                IntStream.range(0, n).toArray(), Arrays.stream(order).sorted().toArray());
        return order;
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,7", "9,4", "4,9", "120,31", "31,120", "1,6", "6,1", "0,3", "3,0", "0,0"})
    void theFactorsAreThin(int m, int n) {
        NpyArray a = real(m, n);
        factorize(a);
        assertFactors(a, IntStream.range(0, n).toArray(), "f8", 0x1p-53);
        assertHolds(folder, "q.npy", "r.npy");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,7", "9,4", "4,9", "120,31", "31,120", "1,6", "6,1", "0,3", "3,0", "0,0"})
    void withPivotColumnsAreExchangedAndTheDiagonalFalls(int m, int n) {
        NpyArray a = real(m, n);
        factorizePivoted(a);
        assertFactors(a, permutation(n), "f8", 0x1p-53);
        double[] r = array("r.npy").doubles();
        for (int i = 1; i < Math.min(m, n); i++) {
            double last = Math.abs(r[(i - 1) * (n + 1)]);
            assertTrue(Math.abs(r[i * (n + 1)]) <= last * (1 + 0x1p-40), "the diagonal of R at " + i);
        }
        assertHolds(folder, "p.npy", "q.npy", "r.npy");
    }

    @Test
    void floatsAreComputedInFloatAndAllElseInDouble() {
        NpyArray floats = NpyArray.of(randomFloats(60), 10, 6);
        factorize(floats);
        assertFactors(floats, IntStream.range(0, 6).toArray(), "f4", 0x1p-24);
        factorizePivoted(floats);
        assertFactors(floats, permutation(6), "f4", 0x1p-24);
        NpyArray ints = NpyArray.of(new int[] {1, 2, 3, 5, 8, 13}, 3, 2);
        factorize(ints);
        assertFactors(ints, new int[] {0, 1}, "f8", 13 * 0x1p-53);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f8", ">f8", ">i2", "<u1", "<f2"})
    void everyOrderOfBytesAndElementsIsTheSameArray(String type) throws IOException {
        double[] data = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 100, 120};
        factorize(NpyArray.of(data.clone(), 3, 4));
        byte[] q = bytes(array("q.npy")), r = bytes(array("r.npy"));
        for (boolean fortran : new boolean[] {false, true}) {
            Path a = folder.resolve("a.npy");
            Files.write(a, handMade(type, fortran, data, 3, 4));
            CommandRun.of("qr", a.toString(), "--q", file("q.npy"), "--r", file("r.npy"))
                    .succeeds();
            assertArrayEquals(q, bytes(array("q.npy")));
            assertArrayEquals(r, bytes(array("r.npy")));
        }
    }

    @Test
    void oneOutputMayBeStandardOutput() {
        NpyArray a = real(12, 5);
        factorizePivoted(a);
        for (String standard : new String[] {"q", "r", "p"}) {
            byte[] wanted = bytes(array(standard + ".npy"));
            String[] args = {
                "qr", "-", "--q", file("q2.npy"), "--r", file("r2.npy"), "--pivot", file("p2.npy"), "--threads", "3"
            };
            args["qrp".indexOf(standard) * 2 + 3] = "-";
            assertArrayEquals(wanted, CommandRun.of(bytes(a), args).succeeds().out());
        }
        assertEquals(bytes(array("q.npy")).length, bytes(array("q2.npy")).length);
        assertArrayEquals(bytes(array("q.npy")), bytes(array("q2.npy")));
        assertArrayEquals(bytes(array("r.npy")), bytes(array("r2.npy")));
        assertArrayEquals(bytes(array("p.npy")), bytes(array("p2.npy")));
    }

    @Test
    void threadsDoNotChangeABit() {
        NpyArray a = real(150, 140);
        factorizePivoted(a);
        byte[] q = bytes(array("q.npy")), r = bytes(array("r.npy")), p = bytes(array("p.npy"));
        CommandRun.of(
                        bytes(a),
                        "qr",
                        "-",
                        "--q",
                        file("q.npy"),
                        "--r",
                        file("r.npy"),
                        "--pivot",
                        file("p.npy"),
                        "--threads",
                        "3")
                .succeeds();
        assertArrayEquals(q, bytes(array("q.npy")));
        assertArrayEquals(r, bytes(array("r.npy")));
        assertArrayEquals(p, bytes(array("p.npy")));
    }

    @Test
    void noOutputIsLeftWhereOneCannotBeWritten() {
        String in = write(folder.resolve("a.npy"), real(5, 3));
        CommandRun.of("qr", in, "--q", file("q.npy"), "--r", file("none/r.npy"))
                .fails(5, file("none/r.npy") + ": its directory does not exist, wanted an output that can be written");
        CommandRun.intoFullDevice("qr", in, "--q", file("q.npy"), "--r", "-")
                .fails(5, "standard output: No space left on device, wanted an output that can be written");
        CommandRun.intoFullDevice("qr", in, "--q", "-", "--r", file("r.npy"))
                .fails(5, "standard output: No space left on device, wanted an output that can be written");
        assertHolds(folder, "a.npy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --q - --r -                       | --q, --r: got - for both, wanted standard output once at most
                    --q q.npy --r - --pivot -         | --r, --pivot: got - for both, wanted standard output once at most
                    --q x.npy --r x.npy               | --q, --r: got x.npy for both, wanted a file for each
                    --q x.npy --r r --pivot ./x.npy   | --q, --pivot: got x.npy for both, wanted a file for each
                    """)
    void outputsInOnePlaceAreStatus2(String options, String wanted) {
        CommandRun.of(("qr a.npy " + options).split(" ")).fails(2, wanted);
    }

    @Test
    void twoOutputsMayBeThrownAway() {
        CommandRun.of(bytes(real(5, 3)), "qr", "-", "--q", "/dev/null", "--r", "/dev/null")
                .succeeds();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    qr a.npy                            | Missing required options: '--q=Q', '--r=R'
                    qr a.npy --q q.npy                  | Missing required option: '--r=R'
                    qr --q q.npy --r r.npy              | Missing required parameter: 'IN'
                    qr a.npy b.npy --q q.npy --r r.npy  | got 'b.npy', wanted no more than IN
                    """)
    void aWrongCommandLineIsStatus2(String line, String wanted) {
        CommandRun.of(line.split(" ")).fails(2, wanted + "; see lanewise qr --help");
    }

    @Test
    void emptyNamesAreStatus2() {
        CommandRun.of("qr", "", "--q", file("q.npy"), "--r", file("r.npy"))
                .fails(2, "IN: got an empty name, wanted a file or -");
        CommandRun.of("qr", "a.npy", "--q", "", "--r", file("r.npy"))
                .fails(2, "--q: got an empty name, wanted a file or -");
        CommandRun.of("qr", "a.npy", "--q", file("q.npy"), "--r", "-", "--pivot", "")
                .fails(2, "--pivot: got an empty name, wanted a file or -");
    }

    @Test
    void whatIsNoRealMatrixIsStatus3() {
        assertRefused(NpyArray.of(new double[5], 5), "got f8 (5,), wanted a matrix, of two axes");
        assertRefused(NpyArray.of(new float[24], 2, 3, 4), "got f4 (2, 3, 4), wanted a matrix, of two axes");
        assertRefused(NpyArray.of(new double[] {1}), "got f8 (), wanted a matrix, of two axes");
        assertRefused(NpyArray.ofComplex(new double[6], new double[6], 2, 3), "got c16 (2, 3), wanted real numbers");
    }

    @Test
    void numbersThatAreNotFiniteAreStatus3() {
        double[] data = randomDoubles(15);
        data[7] = Double.NEGATIVE_INFINITY;
        data[11] = Double.NaN;
        assertRefused(NpyArray.of(data, 5, 3), "got -Infinity at (2, 1), wanted finite numbers");
        float[] floats = randomFloats(15);
        floats[14] = Float.NaN;
        assertRefused(NpyArray.of(floats, 5, 3), "got NaN at (4, 2), wanted finite numbers");
    }

    private void assertRefused(NpyArray array, String message) {
        String in = write(folder.resolve("a.npy"), array);
        CommandRun.of("qr", in, "--q", file("q.npy"), "--r", file("r.npy"), "--pivot", file("p.npy"))
                .fails(3, in + ": " + message);
        CommandRun.of(bytes(array), "qr", "-", "--q", file("q.npy"), "--r", file("r.npy"))
                .fails(3, "standard input: " + message);
        assertHolds(folder, "a.npy");
    }

    @Test
    void aMissingFileIsStatus3AndAnOutputThatCannotBeIsStatus5Before() {
        CommandRun.of("qr", "none.npy", "--q", file("q.npy"), "--r", file("r.npy"))
                .fails(3, "none.npy: no such file, wanted a .npy file");
        CommandRun.of("qr", "none.npy", "--q", file("q.npy"), "--r", "none/r.npy")
                .fails(5, "none/r.npy: its directory does not exist, wanted an output that can be written");
        assertHolds(folder);
    }

    @Test
    void helpHasAnExampleAndTimeTellsAllPhases() {
        String help = CommandRun.of("qr", "--help").succeeds().text();
        assertTrue(help.contains("lanewise qr matrix.npy --q q.npy --r r.npy --pivot p.npy"), help);
        CommandRun run = CommandRun.of(bytes(real(5, 3)), "qr", "-", "--q", "-", "--r", file("r.npy"), "--time");
        assertTrue(run.err().matches("time: reading \\S+ s, computing \\S+ s, writing \\S+ s\\R"), run.err());
        assertEquals("f8 (5, 3)", parse(run.out()).toString());
    }
}
