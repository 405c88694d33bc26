package dev.lanewise.trigonometric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.TrigonometricBounds;
import dev.lanewise.oracle.TrigonometricOracle;
import dev.lanewise.oracle.Twofold;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The transform is the matrix of the definition times the vector. */
final class DoubleTrigonometricDefinitionLaws implements Seeds, TrigonometricLengths {
    /** Around powers of two, where type I has a half period that is one; even, odd and prime lengths; half periods of each kind. */
    private static final List<Integer> LONG =
            List.of(1000, 1009, 1023, 1024, 1025, 3465, 4095, 4096, 4097, 5040, 10_007, 16_383, 16_384, 16_385, 44_100);

    private static final List<Integer> LONGEST =
            List.of(65_537, 1_000_003, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 4_782_969, 1 << 22, 10_000_000);

    private static double[] transformed(TrigonometricKind kind, Normalization normalization, double[] x) {
        double[] y = x.clone();
        DoubleTrigonometricPlan.of(kind, x.length).normalized(normalization).transform(y);
        return y;
    }

    @Example
    void lengthsUpTo256AreAsAccurateAsTheFourierTransformAndThreeStepsMore() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n = kind.shortestLength(); n <= 256; n++) {
                for (Normalization normalization : Normalization.values()) {
                    assertAccurate(kind, n, normalization);
                }
            }
        }
    }

    @Example
    @Tag("long")
    void allLengthsUpTo1024AreAsAccurate() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n = 257; n <= 1024; n++) {
                assertAccurate(kind, n, Normalization.ORTHO);
            }
        }
    }

    /** Of type I among them: through a real transform of length 16384 it would lose three digits or four at 16385. */
    @Example
    void longLengthsLoseNoDigits() {
        assertAccurate(LONG);
    }

    @Example
    @Tag("long")
    void theLongestLoseNoDigits() {
        assertAccurate(LONGEST);
    }

    /** The error of one short vector is a matter of luck: of those there are several, and it is their mean that is told. */
    private static void assertAccurate(TrigonometricKind kind, int n, Normalization normalization) {
        TrigonometricOracle oracle = TrigonometricOracle.of(kind, n);
        int vectors = Math.ceilDiv(200, n);
        var squares = new Twofold();
        for (int seed = 0; seed < vectors; seed++) {
            double[] x = Inputs.gaussian(1000 * seed + n, new double[n]);
            double[] y = transformed(kind, normalization, x);
            var error = oracle.relativeError(Numbers.of(x), Numbers.of(y), normalization);
            squares.addProduct(error, error);
        }
        var error = Math.sqrt(squares.value() / vectors);
        var bound = TrigonometricBounds.gaussian(kind, n, Precision.DOUBLE);
        assertTrue(error <= bound, kind + " " + n + " " + normalization + ": " + error + " > " + bound);
    }

    /** In some of the coefficients. */
    private static void assertAccurate(List<Integer> lengths) {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n : lengths) {
                double[] x = Inputs.gaussian(n, new double[n]);
                double[] y = transformed(kind, Normalization.ORTHO, x);
                var error = TrigonometricOracle.of(kind, n)
                        .relativeError(Numbers.of(x), Numbers.of(y), Normalization.ORTHO, 100, n);
                var bound = TrigonometricBounds.gaussian(kind, n, Precision.DOUBLE);
                assertTrue(error <= bound, kind + " " + n + ": " + error + " > " + bound);
            }
        }
    }

    @Property(tries = 600)
    void anyInputOfAnyLengthAgreesUnderEveryNormalization(
            @ForAll TrigonometricKind kind,
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        double[] y = transformed(kind, normalization, x);
        TrigonometricOracle.of(kind, n)
                .assertTransform(Numbers.of(x), Numbers.of(y), normalization, "uneven input, seed " + seed);
    }
}
