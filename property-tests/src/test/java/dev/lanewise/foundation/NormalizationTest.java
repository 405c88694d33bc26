package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Twofold;
import org.junit.jupiter.api.Test;

final class NormalizationTest {
    /** The root and the quotient round once each, {@code 1.0 / n} once. */
    @Test
    void factorsAreWhatTheirNamesSayToWithinTheirRoundings() {
        for (int n : new int[] {1, 2, 3, 12, 640, 1 << 20, (1 << 30) - 1, 1 << 30, Integer.MAX_VALUE}) {
            for (Normalization normalization : Normalization.values()) {
                int roundings =
                        switch (normalization) {
                            case BACKWARD -> 0;
                            case ORTHO -> 2;
                            case FORWARD -> 1;
                        };
                Twofold exact = HadamardMatrix.factor(n, normalization);
                double factor = normalization.doubleFactor(n);
                double error = exact.distance(factor);
                double bound = ErrorBounds.gamma(roundings, Precision.DOUBLE) * exact.value();
                String context = normalization + " of " + n + " is " + factor;
                assertTrue(error <= bound, context + "; off by " + error + ", allowed " + bound);
                assertEquals((float) factor, normalization.floatFactor(n), context);
            }
        }
    }

    @Test
    void powersOfTwoHaveExactFactors() {
        for (int bits = 0; bits <= 30; bits++) {
            assertEquals(Math.scalb(1.0, -bits), Normalization.FORWARD.doubleFactor(1 << bits));
            if (bits % 2 == 0) {
                assertEquals(Math.scalb(1.0, -bits / 2), Normalization.ORTHO.doubleFactor(1 << bits));
            }
        }
    }

    @Test
    void aNormalizationAndItsInverseDivideByNTogether() {
        for (Normalization normalization : Normalization.values()) {
            assertEquals(normalization, normalization.inverse().inverse());
            double product =
                    normalization.doubleFactor(768) * normalization.inverse().doubleFactor(768);
            // Two factors of at most two roundings each, and their product: gamma(5) < 6 u.
            assertEquals(1.0 / 768, product, 6 * 0x1p-53 / 768);
        }
    }

    @Test
    void lengthsThatAreNotPositiveAreRefused() {
        for (Normalization normalization : Normalization.values()) {
            Refusal.of(() -> normalization.doubleFactor(0), "got 0", "1 or more");
            Refusal.of(() -> normalization.doubleFactor(-4), "got -4", "1 or more");
            Refusal.of(() -> normalization.floatFactor(-4), "got -4", "1 or more");
        }
    }
}
