package dev.lanewise.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On processors with AVX2 and no more, as many are, nothing is allocated either. What C2 does not compile there, and does at the
 * same width on processors with AVX-512, gives the same bits many times slower: its garbage is how it is seen.
 */
final class Avx2SteadyStateTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "fourier.DoubleFourierSteadyStateLaws",
                "fourier.DoubleRealFourierPlacementLaws",
                "maps.DoubleMapSteadyStateLaws",
                "matmul.DoubleTriangularSteadyStateLaws"
            })
    void allocatesNothing(String laws) {
        assertRuns(laws);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "fourier.FloatFourierSteadyStateLaws",
                "hadamard.DoubleSteadyStateLaws",
                "hadamard.FloatSteadyStateLaws",
                "maps.DoubleFewEntriesSteadyStateLaws",
                "maps.DoubleStructureSteadyStateLaws",
                "maps.FloatMapSteadyStateLaws",
                "maps.FloatStructureSteadyStateLaws",
                "matmul.DoubleMatrixProductSteadyStateLaws",
                "matmul.FloatMatrixProductSteadyStateLaws",
                "matmul.FloatTriangularSteadyStateLaws",
                "trigonometric.DoubleRealTransformPlacementLaws",
                "trigonometric.FloatRealTransformPlacementLaws"
            })
    @Tag("long")
    void neitherDoOthers(String laws) {
        assertRuns(laws);
    }

    private static void assertRuns(String laws) {
        ForkedBackend.assumeSimd();
        String out = ForkedBackend.java()
                .with(ForkedBackend.ADD_MODULE)
                .with("-XX:+IgnoreUnrecognizedVMOptions", "-XX:UseAVX=2", "-Dlanewise.operationsPerThread=1")
                .with(SteadyStates.class.getName(), "dev.lanewise." + laws)
                .run()
                .outOfSuccess();
        assertTrue(Integer.parseInt(out.strip()) > 0, out);
    }
}
