package dev.lanewise.perf.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.FunctionDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void productsAreThatOfTheDefinition() {
        float[] vectors = {1, 2, 3, 4, 5, 6, 7, 8};
        float[] rotation = {1, 2, 3, 4};
        DenseProduct product = new DenseProduct(vectors, rotation, 4, 2);
        double[] wanted = {5, 11, 11, 25, 17, 39, 23, 53};
        List<Contestant> contestants = new ArrayList<>(List.of(
                new EjmlProduct(product),
                new OjAlgoProduct(product),
                NetlibProduct.plain(product),
                NetlibProduct.vector(product)));
        OpenBlasProduct.of(product, 1).ifPresent(contestants::add);
        for (Contestant contestant : contestants) {
            contestant.run();
            contestant.run();
            assertArrayEquals(wanted, contestant.result(), contestant.name());
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
