package dev.lanewise.cli;

import static dev.lanewise.cli.NpyFiles.assertHolds;
import static dev.lanewise.cli.NpyFiles.bytes;
import static dev.lanewise.cli.NpyFiles.parse;
import static dev.lanewise.cli.NpyFiles.randomDoubles;
import static dev.lanewise.cli.NpyFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.storage.MapFile;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.FloatHadamard;
import dev.lanewise.structured.FloatLinearMap;
import dev.lanewise.structured.LinearMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorizeCommandTest {
    @TempDir
    Path folder;

    private static double[] dense(int rows, int cols) {
        return randomDoubles(rows * cols);
    }

    private Path out() {
        return folder.resolve("out.map");
    }

    /** What is printed; the map is read from its file. */
    private String factorized(NpyArray matrix, String... more) {
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"factorize", "-", "--out", out().toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return CommandRun.of(bytes(matrix), args).succeeds().text();
    }

    /** The map is that of the matrix to the tolerance of the search, (64 (1 + log2(n)) + n) u, in the Frobenius norm. */
    private void assertRecovered(DoubleLinearMap matrix, String structure, String... more) throws IOException {
        String said = factorized(NpyArray.of(matrix.toDense(), matrix.rows(), matrix.cols()), more);
        assertTrue(said.startsWith("structure   " + structure), said);
        assertTrue(said.contains("; within the tolerance"), said);
        DoubleLinearMap map = assertInstanceOf(DoubleLinearMap.class, MapFile.read(out()));
        assertTrue(map.operations() <= matrix.rows() * matrix.cols() * 2L, map.describe());
        assertNear(matrix.toDense(), map.toDense(), matrix.rows());
    }

    private static void assertNear(double[] wanted, double[] came, int n) {
        double square = 0, error = 0;
        for (int i = 0; i < wanted.length; i++) {
            square += wanted[i] * wanted[i];
            error += (wanted[i] - came[i]) * (wanted[i] - came[i]);
        }
        double tolerance = (64 * (1 + Math.log(n) / Math.log(2)) + n) * 0x1p-53;
        assertTrue(Math.sqrt(error) <= tolerance * Math.sqrt(square), Math.sqrt(error / square) + " of the norm");
    }

    @Test
    void findsTransforms() throws IOException {
        assertRecovered(DoubleHadamard.of(32, Normalization.ORTHO), "butterfly of 5 factors of rank 1");
        assertRecovered(
                DoubleTrigonometricMap.of(TrigonometricKind.DCT2, 32, Normalization.ORTHO),
                "butterfly of 4 factors of rank 2");
    }

    @Test
    void findsCirculants() throws IOException {
        assertRecovered(DoubleCirculantMap.of(randomDoubles(96)), "circulant 96");
    }

    @Test
    void findsKroneckerProductsOfAnyShape() throws IOException {
        DoubleLinearMap product = DoubleKroneckerProduct.of(List.of(
                DoubleDenseMap.of(3, 4, dense(3, 4)),
                DoubleDenseMap.of(5, 2, dense(5, 2)),
                DoubleDenseMap.of(2, 3, dense(2, 3))));
        assertRecovered(product, "Kronecker product");
        assertTrue(MapFile.read(out()).parts().size() == 3, MapFile.read(out()).describe());
    }

    @Test
    void takesAsManyLevelsAsWanted() throws IOException {
        DoubleLinearMap hadamard = DoubleHadamard.of(16, Normalization.BACKWARD);
        assertRecovered(hadamard, "butterfly of 2 factors of rank 1", "--levels", "2");
        assertRecovered(hadamard, "butterfly of 4 factors of rank 1", "--levels", "auto");
    }

    @Test
    void findsComplexTransformsThatApplyTakes() throws IOException {
        int n = 16;
        DoubleLinearMap fourier = DoubleFourierMap.of(n, Normalization.BACKWARD);
        double[] both = fourier.toDense(), re = new double[n * n], im = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            re[i] = both[i / n * 2 * n + i % n];
            im[i] = both[(n + i / n) * 2 * n + i % n];
        }
        String said = factorized(NpyArray.ofComplex(re, im, n, n));
        assertTrue(said.startsWith("structure   butterfly of 4 factors of rank 1"), said);
        double[] x = randomDoubles(n);
        byte[] y = CommandRun.of(bytes(NpyArray.of(x, n)), "apply", out().toString(), "-", "-")
                .succeeds()
                .out();
        double[] wanted = fourier.apply(Arrays.copyOf(x, 2 * n));
        for (int i = 0; i < n; i++) {
            // Entries of magnitude 1: n terms, and the error of the matrix in the Frobenius norm n.
            double near = 2 * n * 64 * 5 * 0x1p-53;
            assertEquals(wanted[i], parse(y).doubles()[i], near);
            assertEquals(wanted[n + i], parse(y).imaginaryDoubles()[i], near);
        }
    }

    @Test
    void floatsAreFactorizedAndStoredInFloat() throws IOException {
        FloatLinearMap hadamard = FloatHadamard.of(16, Normalization.BACKWARD);
        String said = factorized(NpyArray.of(hadamard.toDense(), 16, 16));
        assertTrue(said.contains("within the tolerance"), said);
        assertArrayEquals(
                hadamard.toDense(),
                assertInstanceOf(FloatLinearMap.class, MapFile.read(out())).toDense(),
                16 * 64 * 5 * 0x1p-24f);
    }

    /** No structure: what is nearest, with its error, or status 4 if a tolerance is missed. */
    @Test
    void givesWhatIsNearestUnlessAToleranceIsMissed() throws IOException {
        NpyArray matrix = NpyArray.of(dense(16, 16), 16, 16);
        String said = factorized(matrix);
        assertTrue(said.contains("; the nearest that was found, beyond the tolerance of "), said);
        LinearMap map = MapFile.read(out());
        assertEquals(16, map.rows());
        byte[] before = Files.readAllBytes(out());
        CommandRun run =
                CommandRun.of(bytes(matrix), "factorize", "-", "--out", out().toString(), "--tolerance", "1e-6");
        assertEquals(4, run.status());
        assertTrue(
                run.err()
                        .matches("lanewise: standard input: got an error of \\S+ with what is nearest, .*,"
                                + " wanted 1e-6 or less\\R"),
                run.err());
        assertArrayEquals(before, Files.readAllBytes(out()));
        assertHolds(folder, "out.map");
    }

    @Test
    void reportGoesToStandardErrorIfTheMapGoesToStandardOutput() throws IOException {
        byte[] in = bytes(NpyArray.of(DoubleHadamard.of(8, Normalization.ORTHO).toDense(), 8, 8));
        CommandRun run = CommandRun.of(in, "factorize", "-", "--out", "-");
        assertEquals(0, run.status());
        assertTrue(run.err().startsWith("structure   butterfly"), run.err());
        assertEquals(8, MapFile.read(new ByteArrayInputStream(run.out()), "out").rows());
    }

    @Test
    void wrongMatricesAreStatus3() {
        assertInput(NpyArray.of(new double[4], 4), "got f8 (4,), wanted a matrix, of one row and one column or more");
        assertInput(
                NpyArray.of(new double[0], 0, 4), "got f8 (0, 4), wanted a matrix, of one row and one column or more");
        assertInput(NpyArray.of(new double[] {1, 2, Double.NaN, 4}, 2, 2), "got NaN at (1, 0), wanted finite numbers");
    }

    private void assertInput(NpyArray matrix, String problem) {
        CommandRun.of(bytes(matrix), "factorize", "-", "--out", out().toString())
                .fails(3, "standard input: " + problem);
        assertHolds(folder);
    }

    @Test
    void imaginaryPartsHaveToBeFiniteToo() {
        double[] im = {0, 0, 0, Double.POSITIVE_INFINITY};
        CommandRun run = CommandRun.of(
                bytes(NpyArray.ofComplex(new double[4], im, 2, 2)), "factorize", "-", "--out", out().toString());
        assertEquals(3, run.status());
        assertTrue(run.err().contains("Infinity"), run.err());
    }

    @Test
    void wrongOptionsAreStatus2() {
        String in = write(folder.resolve("in.npy"), NpyArray.of(dense(8, 12), 8, 12));
        String[] line = {"factorize", in, "--out", out().toString()};
        CommandRun.of(line[0], line[1], line[2], line[3], "--levels", "4")
                .fails(2, "--levels: got 4, wanted auto or 1 to 3 for a matrix of 8 x 12");
        CommandRun.of(line[0], line[1], line[2], line[3], "--levels", "0")
                .fails(
                        2,
                        "Invalid value for option '--levels': got '0', wanted auto or an integer of 1 or more;"
                                + " see lanewise factorize --help");
        CommandRun.of(line[0], line[1], line[2], line[3], "--tolerance", "1")
                .fails(
                        2,
                        "Invalid value for option '--tolerance': got '1', wanted a number from 0 to less than 1, such as"
                                + " 1e-6; see lanewise factorize --help");
    }

    @Test
    void outputInAMissingFolderIsStatus5() {
        Path out = folder.resolve("none/out.map");
        CommandRun.of("factorize", "no-such-file.npy", "--out", out.toString())
                .fails(5, out + ": its directory does not exist, wanted an output that can be written");
    }
}
