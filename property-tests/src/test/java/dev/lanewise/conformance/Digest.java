package dev.lanewise.conformance;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of the raw bits of numbers; all NaNs count as one. */
public final class Digest {
    /** 64 bits: two of a few thousand differing results agree by accident with a probability below 10^-12. */
    private static final int BYTES = 8;

    private final MessageDigest sha = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest of these numbers alone, each as eight bytes, highest first. */
    public static String of(double[] values) {
        Digest digest = new Digest();
        digest.add(values);
        return digest.hex();
    }

    /** The digest of these numbers alone, each as four bytes, highest first. */
    public static String of(float[] values) {
        Digest digest = new Digest();
        digest.add(values);
        return digest.hex();
    }

    void add(double[] values) {
        for (double value : values) {
            // Not the raw bits: this is what makes all NaNs one.
            add(Double.doubleToLongBits(value));
        }
    }

    void add(float[] values) {
        for (float value : values) {
            add(Float.floatToIntBits(value));
        }
    }

    void add(int[] values) {
        for (int value : values) {
            add(value);
        }
    }

    void add(long value) {
        room().putLong(value);
    }

    void add(int value) {
        room().putInt(value);
    }

    private ByteBuffer room() {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        sha.update(buffer.flip());
        buffer.clear();
    }

    /** The digits of the first {@link #BYTES} bytes of the digest, which ends with this. */
    String hex() {
        flush();
        return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
    }
}
