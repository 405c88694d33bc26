package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;

/**
 * What rounding may do to a rotation. With {@code g} the bound of {@link ErrorBounds#vector} over all windows, a rotated
 * vector is off by at most {@code g ||x||}; so norms change by that, inner products by {@code (2 g + g^2) ||x|| ||z||}, and
 * there and back a vector is off by {@code (2 g + g^2) ||x||}; all are at most {@code g(2 s)} times the norms.
 */
final class RotationCheck {
    /** Norms and inner products are rounded to double here, in the end: 4 u of double. */
    private static final double HERE = 0x1p-51;

    private RotationCheck() {}

    /** Fails unless norms and the inner product are as before. */
    static void assertIsometric(RotationDefinition rotation, Numbers x, Numbers z, Numbers rx, Numbers rz) {
        double once = ErrorBounds.gamma(rotation.vectorRoundings(), x.precision()) + HERE;
        double twice = ErrorBounds.gamma(2 * rotation.vectorRoundings(), x.precision()) + HERE;
        check(Math.abs(rx.norm2() - x.norm2()), once * x.norm2(), rotation + ": norm");
        check(Math.abs(rz.norm2() - z.norm2()), once * z.norm2(), rotation + ": norm");
        check(Math.abs(rx.dot(rz) - x.dot(z)), twice * x.norm2() * z.norm2(), rotation + ": inner product");
    }

    /** Fails unless it is the vector again. */
    static void assertBack(RotationDefinition rotation, Numbers x, Numbers back) {
        double twice = ErrorBounds.gamma(2 * rotation.vectorRoundings(), x.precision());
        check(x.distance(back), twice * x.norm2(), rotation + ": there and back");
    }

    /** Fails unless the results of both precisions, for the same input, are as near as their bounds say. */
    static void assertClose(RotationDefinition rotation, Numbers x, Numbers ofDouble, Numbers ofFloat) {
        double bound = ErrorBounds.gamma(rotation.vectorRoundings(), ofDouble.precision())
                + ErrorBounds.gamma(rotation.vectorRoundings(), ofFloat.precision());
        check(ofDouble.distance(ofFloat), bound * x.norm2(), rotation + ": float and double");
    }

    private static void check(double difference, double bound, String context) {
        assertTrue(difference <= bound, () -> context + " off by " + difference + ", allowed " + bound);
    }
}
