package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.HadamardRotation;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;

/**
 * What rounding may do to a rotation. With {@code g} the bound of {@link ErrorBounds#vector} over all windows, a rotated
 * vector is off by at most {@code g ||x||}; so norms change by that, inner products by {@code (2 g + g^2) ||x|| ||z||}, and
 * there and back a vector is off by {@code (2 g + g^2) ||x||}; all are at most {@code g(2 s)} times the norms.
 *
 * <p>Failures name the rotation by its identity, which holds the seed.
 */
final class RotationCheck {
    /** Norms and inner products are rounded to double here, in the end: 4 u of double. */
    private static final double HERE = 0x1p-51;

    private RotationCheck() {}

    /** Fails unless this is the vector as the definition rotates it. */
    static void assertDefined(HadamardRotation rotation, Numbers x, Numbers y) {
        RotationDefinition definition = RotationDefinition.of(rotation);
        assertEquals(rotation.dimension(), y.length(), rotation.identity());
        Twofold[] exact = definition.apply(rotation.seed(), x);
        Twofold squares = new Twofold();
        for (int i = 0; i < exact.length; i++) {
            double error = exact[i].distance(y.at(i));
            squares.addProduct(error, error);
        }
        double bound = ErrorBounds.gamma(definition.vectorRoundings(), x.precision()) + definition.oracleError();
        check(rotation, "the definition", Math.sqrt(squares.value()), bound * x.norm2());
    }

    /** Fails unless norms and the inner product are as before. */
    static void assertIsometric(HadamardRotation rotation, Numbers x, Numbers z, Numbers rx, Numbers rz) {
        double roundings = RotationDefinition.of(rotation).vectorRoundings();
        double once = ErrorBounds.gamma(roundings, x.precision()) + HERE;
        double twice = ErrorBounds.gamma(2 * roundings, x.precision()) + HERE;
        check(rotation, "norm of the first", Math.abs(rx.norm2() - x.norm2()), once * x.norm2());
        check(rotation, "norm of the second", Math.abs(rz.norm2() - z.norm2()), once * z.norm2());
        check(rotation, "inner product", Math.abs(rx.dot(rz) - x.dot(z)), twice * x.norm2() * z.norm2());
    }

    /** Fails unless it is the vector again. */
    static void assertBack(HadamardRotation rotation, Numbers x, Numbers back) {
        double roundings = RotationDefinition.of(rotation).vectorRoundings();
        double twice = ErrorBounds.gamma(2 * roundings, x.precision());
        check(rotation, "there and back", x.distance(back), twice * x.norm2());
    }

    /** Fails unless the results of both precisions, for the same input, are as near as their bounds say. */
    static void assertClose(HadamardRotation rotation, Numbers x, Numbers ofDouble, Numbers ofFloat) {
        double roundings = RotationDefinition.of(rotation).vectorRoundings();
        double bound =
                ErrorBounds.gamma(roundings, ofDouble.precision()) + ErrorBounds.gamma(roundings, ofFloat.precision());
        check(rotation, "float and double", ofDouble.distance(ofFloat), bound * x.norm2());
    }

    private static void check(HadamardRotation rotation, String what, double difference, double bound) {
        assertTrue(
                difference <= bound,
                () -> rotation.identity() + ": " + what + " off by " + difference + ", allowed " + bound);
    }
}
