package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.fail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bits of numbers: whether they are the same (all NaNs count as one), digests of them, and guard values.
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

    /** The first 64 bits of the SHA-256 digest of the numbers, each as eight bytes, highest first. */
    public static String digest(double[] x) {
        MessageDigest digest = sha256();
        for (double value : x) {
            digest.update(bytes(Double.doubleToLongBits(value), Long.BYTES));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** The first 64 bits of the SHA-256 digest of the numbers, each as four bytes, highest first. */
    public static String digest(float[] x) {
        MessageDigest digest = sha256();
        for (float value : x) {
            digest.update(bytes(Float.floatToIntBits(value), Integer.BYTES));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static byte[] bytes(long bits, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (bits >>> 8 * (count - 1 - i));
        }
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
