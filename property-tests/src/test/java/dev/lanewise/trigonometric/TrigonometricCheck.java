package dev.lanewise.trigonometric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.TrigonometricBounds;

/** What the laws of either precision compare. */
final class TrigonometricCheck {
    private TrigonometricCheck() {}

    /** What an orthogonal transform may be off by, relatively. */
    static double bound(TrigonometricKind kind, int n, Precision precision) {
        return TrigonometricBounds.vector(kind, n, Normalization.ORTHO, precision);
    }

    /** Fails unless one vector is no further from another. */
    static void assertNear(Numbers wanted, Numbers came, double allowed, String context) {
        double error = wanted.distance(came);
        assertTrue(error <= allowed, () -> context + ": off by " + error + ", allowed " + allowed);
    }
}
