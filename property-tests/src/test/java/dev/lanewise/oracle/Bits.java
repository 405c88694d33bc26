package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;

/**
 * Bits of numbers: whether they are the same (all NaNs count as one), and guard values.
 *
 * <p>A guard is a NaN with a payload of its own: nothing computes it, and whoever reads it gives himself away.
 */
public final class Bits {
    private static final long DOUBLE_GUARD = 0x7FF8_0BAD_0BAD_0BADL;
    private static final int FLOAT_GUARD = 0x7FC0_0BAD;

    private Bits() {}

    /** Fills with guards. */
    public static double[] guard(double[] x) {
        Arrays.fill(x, Double.longBitsToDouble(DOUBLE_GUARD));
        return x;
    }

    /** Fills with guards. */
    public static float[] guard(float[] x) {
        Arrays.fill(x, Float.intBitsToFloat(FLOAT_GUARD));
        return x;
    }

    /** Whether a guard is as it was. */
    public static boolean isGuard(double x) {
        return Double.doubleToRawLongBits(x) == DOUBLE_GUARD;
    }

    /** Whether a guard is as it was. */
    public static boolean isGuard(float x) {
        return Float.floatToRawIntBits(x) == FLOAT_GUARD;
    }

    /** Fails unless both have the same bits throughout. */
    public static void assertSame(double[] expected, double[] actual, String context) {
        for (int i = 0; i < Math.max(expected.length, actual.length); i++) {
            if (i >= expected.length
                    || i >= actual.length
                    || Double.doubleToLongBits(expected[i]) != Double.doubleToLongBits(actual[i])) {
                fail(difference(
                        context,
                        i,
                        i < expected.length ? expected[i] : "none",
                        i < actual.length ? actual[i] : "none"));
            }
        }
    }

    /** Fails unless both have the same bits throughout. */
    public static void assertSame(float[] expected, float[] actual, String context) {
        for (int i = 0; i < Math.max(expected.length, actual.length); i++) {
            if (i >= expected.length
                    || i >= actual.length
                    || Float.floatToIntBits(expected[i]) != Float.floatToIntBits(actual[i])) {
                fail(difference(
                        context,
                        i,
                        i < expected.length ? expected[i] : "none",
                        i < actual.length ? actual[i] : "none"));
            }
        }
    }

    private static String difference(String context, int i, Object expected, Object actual) {
        return context + ": element " + i + " is " + actual + ", wanted the bits of " + expected;
    }
}
