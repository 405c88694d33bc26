package dev.lanewise.perf.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.FunctionDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeersTest {
    /** Small integers, of which every sum is exact. */
    private static final double[] INPUT = {1, -2, 3, 4, -5, 6, 7, 8};

    private static double[] definition() {
        double[] result = new double[INPUT.length];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < INPUT.length; j++) {
                result[i] += Integer.bitCount(i & j) % 2 == 0 ? INPUT[j] : -INPUT[j];
            }
        }
        return result;
    }

    @Test
    void transformsAreThatOfTheDefinition() {
        List<Contestant> present = new ArrayList<>();
        for (boolean single : new boolean[] {true, false}) {
            CommonsMathHadamard.of(INPUT, single).ifPresent(present::add);
            FftwHadamard.of(INPUT, single).ifPresent(present::add);
        }
        assertTrue(!present.isEmpty());
        for (Contestant contestant : present) {
            contestant.run();
            contestant.run();
            assertArrayEquals(definition(), contestant.result(), contestant.name());
        }
    }

    @Test
    void lengthsThatAPeerCannotDoAreLeftOut() {
        assertEquals(Optional.empty(), CommonsMathHadamard.of(new double[12], false));
        assertEquals(Optional.empty(), CommonsMathHadamard.of(new double[8], true));
        assertEquals(Optional.empty(), FftwHadamard.of(new double[12], false));
    }

    /** Of the first unit vector but one: the roots of unity. */
    @Test
    void fourierTransformsAreThatOfTheDefinition() {
        int n = 12;
        double[] re = new double[n];
        double[] im = new double[n];
        re[1] = 1;
        double[] wanted = new double[2 * n];
        for (int k = 0; k < n; k++) {
            wanted[k] = Math.cos(2 * Math.PI * k / n);
            wanted[n + k] = -Math.sin(2 * Math.PI * k / n);
        }
        for (boolean single : new boolean[] {true, false}) {
            List<Contestant> contestants = new ArrayList<>(List.of(JTransformsFourier.of(re, im, single, 1)));
            FftwFourier.of(re, im, single).ifPresent(contestants::add);
            for (Contestant contestant : contestants) {
                contestant.run();
                contestant.run();
                assertArrayEquals(wanted, contestant.result(), single ? 1e-6 : 1e-15, contestant.name());
            }
        }
    }

    /** Real parts, then imaginary ones. */
    private static double[] fourier(double[] re, double[] im) {
        int n = re.length;
        double[] parts = new double[2 * n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                double cosine = Math.cos(2 * Math.PI * (j * k % n) / n);
                double sine = Math.sin(2 * Math.PI * (j * k % n) / n);
                parts[k] += re[j] * cosine + im[j] * sine;
                parts[n + k] += im[j] * cosine - re[j] * sine;
            }
        }
        return parts;
    }

    private static double[] noise(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).map(x -> (float) x).toArray();
    }

    private static void assertAll(double[] wanted, List<Contestant> contestants, boolean single, String context) {
        for (Contestant contestant : contestants) {
            contestant.run();
            contestant.run();
            double tolerance = single ? 2e-5 : 1e-13;
            assertArrayEquals(wanted, contestant.result(), tolerance, contestant.name() + ", " + context);
        }
    }

    @Test
    void fourierTransformsOfRowsAreThatOfEachRow() {
        int rows = 3;
        int cols = 10;
        double[] re = noise(rows * cols, 1);
        double[] im = noise(rows * cols, 2);
        double[] wanted = new double[2 * rows * cols];
        for (int row = 0; row < rows; row++) {
            double[] one = fourier(
                    Arrays.copyOfRange(re, row * cols, (row + 1) * cols),
                    Arrays.copyOfRange(im, row * cols, (row + 1) * cols));
            System.arraycopy(one, 0, wanted, row * cols, cols);
            System.arraycopy(one, cols, wanted, (rows + row) * cols, cols);
        }
        for (boolean single : new boolean[] {true, false}) {
            List<Contestant> contestants = new ArrayList<>(List.of(JTransformsFourier.ofRows(re, im, cols, single, 1)));
            FftwFourier.ofRows(re, im, cols, single).ifPresent(contestants::add);
            assertAll(wanted, contestants, single, "rows");
        }
    }

    /** Other numbers of rows than of columns, so that axes that are mixed up show. */
    @Test
    void fourierTransformsOfMatricesAreThatOfTheDefinition() {
        int rows = 6;
        int cols = 10;
        double[] re = noise(rows * cols, 3);
        double[] im = noise(rows * cols, 4);
        double[] wanted = new double[2 * rows * cols];
        for (int k = 0; k < rows * cols; k++) {
            for (int j = 0; j < rows * cols; j++) {
                double angle = 2
                        * Math.PI
                        * ((double) (k / cols) * (j / cols) / rows + (double) (k % cols) * (j % cols) / cols);
                wanted[k] += re[j] * Math.cos(angle) + im[j] * Math.sin(angle);
                wanted[rows * cols + k] += im[j] * Math.cos(angle) - re[j] * Math.sin(angle);
            }
        }
        for (boolean single : new boolean[] {true, false}) {
            List<Contestant> contestants = new ArrayList<>(List.of(JTransformsFourier.ofGrid(re, im, cols, single, 1)));
            FftwFourier.ofGrid(re, im, cols, single).ifPresent(contestants::add);
            assertAll(wanted, contestants, single, "matrix");
        }
    }

    /** Of even length and of odd, which JTransforms packs in different ways. */
    @Test
    void realFourierTransformsAreTheFirstHalfOfTheDefinition() {
        for (int n : new int[] {2, 3, 8, 9, 12, 15}) {
            double[] x = noise(n, n);
            double[] all = fourier(x, new double[n]);
            int coefficients = n / 2 + 1;
            double[] wanted = Arrays.copyOf(all, 2 * coefficients);
            System.arraycopy(all, n, wanted, coefficients, coefficients);
            for (boolean single : new boolean[] {true, false}) {
                List<Contestant> contestants = new ArrayList<>(List.of(JTransformsFourier.ofReal(x, single, 1)));
                FftwRealFourier.of(x, single).ifPresent(contestants::add);
                assertAll(wanted, contestants, single, "n = " + n);
            }
        }
    }

    private static double cosineOrSine(TrigonometricKind kind, double[] x, int k) {
        int n = x.length;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            boolean first = j == 0;
            boolean last = j == n - 1;
            double half = 0.5;
            sum += x[j]
                    * switch (kind) {
                        case DCT1 -> (first || last ? 1 : 2) * Math.cos(Math.PI * j * k / (n - 1));
                        case DCT2 -> 2 * Math.cos(Math.PI * (j + half) * k / n);
                        case DCT3 -> (first ? 1 : 2) * Math.cos(Math.PI * j * (k + half) / n);
                        case DCT4 -> 2 * Math.cos(Math.PI * (j + half) * (k + half) / n);
                        case DST1 -> 2 * Math.sin(Math.PI * (j + 1) * (k + 1) / (n + 1));
                        case DST2 -> 2 * Math.sin(Math.PI * (j + half) * (k + 1) / n);
                        case DST3 -> (last ? 1 : 2) * Math.sin(Math.PI * (j + 1) * (k + half) / n);
                        case DST4 -> 2 * Math.sin(Math.PI * (j + half) * (k + half) / n);
                    };
        }
        return sum;
    }

    /** At powers of two and elsewhere, where the factors of JTransforms are others. */
    @Test
    void cosineAndSineTransformsAreThatOfTheDefinition() {
        for (int n : new int[] {5, 8, 12}) {
            double[] x = noise(n, n);
            for (TrigonometricKind kind : TrigonometricKind.values()) {
                double[] wanted = new double[n];
                Arrays.setAll(wanted, k -> cosineOrSine(kind, x, k));
                for (boolean single : new boolean[] {true, false}) {
                    List<Contestant> contestants = new ArrayList<>();
                    JTransformsTrigonometric.of(kind, x, single, 1).ifPresent(contestants::add);
                    FftwTrigonometric.of(kind, x, single).ifPresent(contestants::add);
                    assertAll(wanted, contestants, single, kind + ", n = " + n);
                }
            }
        }
    }

    @Test
    void kindsThatAPeerHasNotAreLeftOut() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            boolean present =
                    JTransformsTrigonometric.of(kind, new double[8], false, 1).isPresent();
            assertEquals(kind.name().endsWith("2") || kind.name().endsWith("3"), present, kind.name());
        }
    }

    /** With a result as long as the transform, with one shorter, and with a kernel of one element. */
    @Test
    void convolutionsAreThatOfTheDefinition() {
        for (int[] lengths : new int[][] {{5, 4}, {8, 3}, {6, 1}, {1, 1}}) {
            double[] x = noise(lengths[0], 5);
            double[] h = noise(lengths[1], 6);
            double[] wanted = new double[x.length + h.length - 1];
            for (int i = 0; i < wanted.length; i++) {
                for (int j = Math.max(0, i - x.length + 1); j < Math.min(h.length, i + 1); j++) {
                    wanted[i] += h[j] * x[i - j];
                }
            }
            for (boolean single : new boolean[] {true, false}) {
                List<Contestant> contestants =
                        List.of(DirectConvolution.of(x, h, single), JTransformsConvolution.of(x, h, single, 1));
                assertAll(wanted, contestants, single, Arrays.toString(lengths));
            }
        }
    }

    @Test
    void productsAreThatOfTheDefinition() {
        double[] a = {1, 2, 3, 4, 5, 6, 7, 8}, b = {1, 2, 3, 4, 5, 6};
        double[] wanted = {9, 12, 15, 19, 26, 33, 29, 40, 51, 39, 54, 69};
        double[] wantedOfTransposed = {5, 11, 17, 11, 25, 39, 17, 39, 61, 23, 53, 83};
        for (boolean single : new boolean[] {true, false}) {
            for (boolean transposed : new boolean[] {true, false}) {
                DenseProduct product = new DenseProduct(4, 3, 2, transposed, single, a, b);
                List<Contestant> contestants = new ArrayList<>(List.of(
                        EjmlProduct.of(product),
                        new OjAlgoProduct(product),
                        NetlibProduct.plain(product),
                        NetlibProduct.vector(product)));
                OpenBlasProduct.of(product, 1).ifPresent(contestants::add);
                for (Contestant contestant : contestants) {
                    contestant.run();
                    contestant.run();
                    double[] right = transposed ? wantedOfTransposed : wanted;
                    assertArrayEquals(right, contestant.result(), contestant.name() + product);
                }
            }
        }
    }

    @Test
    void aLibraryThatIsNotInstalledIsAbsent() {
        assertEquals(Optional.empty(), NativeLibrary.find("libnosuchlibrary.so.7", "/no/such/path/libx.so"));
    }

    @Test
    void aNamedLibraryThatIsNotThereIsRefused() {
        System.setProperty("lanewise.peer.ffht", "/no/such/libffht.so");
        try {
            String message = assertThrows(IllegalArgumentException.class, () -> FfhtHadamard.of(INPUT, true))
                    .getMessage();
            assertEquals("-Dlanewise.peer.ffht=/no/such/libffht.so: wanted a shared library", message);
        } finally {
            System.clearProperty("lanewise.peer.ffht");
        }
        assertEquals(Optional.empty(), FfhtHadamard.of(INPUT, true));
    }

    @Test
    void aFunctionThatALibraryHasNotIsToldByName() {
        NativeLibrary.find("libfftw3.so.3").ifPresent(library -> {
            String message = assertThrows(
                            IllegalStateException.class,
                            () -> library.function("no_such_function", FunctionDescriptor.ofVoid()))
                    .getMessage();
            assertTrue(message.contains("no_such_function"), message);
        });
    }
}
