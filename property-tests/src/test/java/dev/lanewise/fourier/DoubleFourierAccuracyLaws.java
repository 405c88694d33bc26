package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.oracle.FourierBounds;
import dev.lanewise.oracle.FourierOracle;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Twofold;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/**
 * On Gaussian input the relative error in the 2-norm is at most {@code u sqrt(log2 n)}, four times that where the transform
 * is a convolution.
 */
final class DoubleFourierAccuracyLaws {
    /** The definition takes {@code n^2} products: all lengths up to 200, later all smooth ones, all primes and a seventh of the others. */
    @Example
    void lengthsUpTo1024AreAsAccurateAsIsAskedFor() {
        for (int n : FourierLengths.spreadUpTo(1024)) {
            for (boolean inverse : n <= 100 ? new boolean[] {false, true} : new boolean[] {n % 2 == 0}) {
                assertAccurate(n, inverse);
            }
        }
    }

    @Example
    @Tag("long")
    void allLengthsUpTo1024AreAsAccurateAsIsAskedForEitherWay() {
        for (int n = 1; n <= 1024; n++) {
            assertAccurate(n, false);
            assertAccurate(n, true);
        }
    }

    @Example
    void longLengthsAreAsAccurateAsIsAskedFor() {
        assertAccurate(FourierLengths.LONG, 20);
    }

    @Example
    @Tag("long")
    void theseInMoreCoefficientsAndTheLongestAreAsAccurateAsIsAskedFor() {
        assertAccurate(FourierLengths.LONG, 60);
        assertAccurate(FourierLengths.LONGEST, 60);
    }

    /** The error of one short vector is a matter of luck: of those there are several, and it is their mean that is told. */
    private static void assertAccurate(int n, boolean inverse) {
        DoubleFourierPlan plan = inverse ? DoubleFourierPlan.of(n).inverse() : DoubleFourierPlan.of(n);
        FourierOracle oracle = FourierOracle.of(n).of(inverse, Normalization.BACKWARD);
        int vectors = Math.ceilDiv(400, n);
        var squares = new Twofold();
        for (int seed = 0; seed < vectors; seed++) {
            DoubleSignal x = DoubleSignal.gaussian(1000 * seed + n, n);
            var error = oracle.relativeError(x.numbers(), x.through(plan).numbers());
            squares.addProduct(error, error);
        }
        var error = Math.sqrt(squares.value() / vectors);
        var bound = FourierBounds.gaussian(n, Precision.DOUBLE);
        assertTrue(error <= bound, "n = " + n + ", inverse: " + inverse + ": " + error + " > " + bound);
    }

    /** In so many of the coefficients, and the first and the last. */
    private static void assertAccurate(List<Integer> lengths, int samples) {
        for (int n : lengths) {
            DoubleSignal x = DoubleSignal.gaussian(n, n);
            DoubleSignal y = x.through(DoubleFourierPlan.of(n));
            var error = FourierOracle.of(n).relativeError(x.numbers(), y.numbers(), samples, n);
            var bound = FourierBounds.gaussian(n, Precision.DOUBLE);
            assertTrue(error <= bound, "n = " + n + ": " + error + " > " + bound);
        }
    }
}
