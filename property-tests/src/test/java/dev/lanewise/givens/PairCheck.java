package dev.lanewise.givens;

import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;

/**
 * What rounding may do to a pair that is rotated, derived. A product and a sum are rounded for each element, so that the pair is
 * off by at most {@code u |s| |(x, y)| + u |(x', y')|}; c and s are off by {@code (1 + 128 u) u} of themselves, so that
 * {@code sqrt(c^2 + s^2)} is as well. Those are three roundings; the terms of second order are less than a fourth.
 */
final class PairCheck {
    private static final int ROUNDINGS = 4;

    private PairCheck() {}

    /** Fails unless one has about the norm of the other. */
    static void assertSameNorm(Numbers pair, Numbers rotated, String context) {
        assertSmall(rotated.norm2() - pair.norm2(), 1, pair, context);
    }

    /** Fails unless a pair that so many rotations led to is about what it is to be. */
    static void assertNear(int rotations, Numbers wanted, Numbers pair, String context) {
        assertSmall(pair.distance(wanted), rotations, wanted, context);
    }

    private static void assertSmall(double error, int rotations, Numbers pair, String context) {
        double allowed = ErrorBounds.gamma(rotations * ROUNDINGS, pair.precision()) * pair.norm2();
        if (!(Math.abs(error) <= allowed)) {
            fail(context + ": off by " + error + ", allowed " + allowed);
        }
    }
}
