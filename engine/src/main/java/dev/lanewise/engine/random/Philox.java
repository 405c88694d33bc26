package dev.lanewise.engine.random;

import java.util.Objects;

/**
 * Philox4x32-10, a counter-based generator of random numbers: every number is a function of seed, stream and index alone,
 * so that any index is reached at once, and any number of threads on any machine get the same ones.
 *
 * <p>Block {@code b} of stream {@code s} under seed {@code k} is the bijection of the 128-bit counter {@code (b, s)}, low
 * words first, under the 64-bit key {@code k}; it gives four 32-bit numbers, with indices {@code 4 b} to {@code 4 b + 3}.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011,
 * section 4.
 *
 * @param seed the key
 * @param stream which of the 2^64 independent sequences of the seed
 */
public record Philox(long seed, long stream) {
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    /**
     * Stream 0 of a seed.
     *
     * @param seed the key
     */
    public Philox(long seed) {
        this(seed, 0);
    }

    /**
     * Four numbers at once.
     *
     * @param block which four, as an unsigned number
     * @param out gets the numbers with indices {@code 4 block} to {@code 4 block + 3}
     * @param offset where the first goes
     */
    public void block(long block, int[] out, int offset) {
        if (offset < 0 || offset > Objects.requireNonNull(out, "out").length - 4) {
            throw new IllegalArgumentException("out: got offset " + offset + " in an array of length " + out.length
                    + ", wanted room for 4 elements from 0 or more");
        }
        int c0 = (int) block;
        int c1 = (int) (block >>> 32);
        int c2 = (int) stream;
        int c3 = (int) (stream >>> 32);
        int k0 = (int) seed;
        int k1 = (int) (seed >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = MULTIPLIER_0 * (c0 & 0xFFFFFFFFL);
            long p1 = MULTIPLIER_1 * (c2 & 0xFFFFFFFFL);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c1 = (int) p1;
            c3 = (int) p0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[offset] = c0;
        out[offset + 1] = c1;
        out[offset + 2] = c2;
        out[offset + 3] = c3;
    }

    /**
     * One number, uniform over all values of an int.
     *
     * @param index which, as an unsigned number below 2^64
     * @return the number
     */
    public int intAt(long index) {
        int[] four = new int[4];
        block(index >>> 2, four, 0);
        return four[(int) index & 3];
    }

    /**
     * One number, uniform over all values of a long: the numbers of indices {@code 2 index} (low half) and
     * {@code 2 index + 1}.
     *
     * @param index which, as an unsigned number below 2^63
     * @return the number
     */
    public long longAt(long index) {
        int[] four = new int[4];
        block(index >>> 1, four, 0);
        int low = (int) (index & 1) * 2;
        return (four[low] & 0xFFFFFFFFL) | (long) four[low + 1] << 32;
    }

    /**
     * Independent fair signs: sign {@code i} is -1 where bit {@code i mod 32} of number {@code i / 32} is set.
     *
     * @param first the index of the first sign, at least 0
     * @param signs gets 1 or -1 in every place
     */
    public void signs(long first, double[] signs) {
        Objects.requireNonNull(signs, "signs");
        if (first < 0) {
            throw new IllegalArgumentException("first: got " + first + ", wanted 0 or more");
        }
        int[] four = new int[4];
        long loaded = -1;
        for (int i = 0; i < signs.length; i++) {
            long index = first + i;
            if (index >>> 7 != loaded) {
                loaded = index >>> 7;
                block(loaded, four, 0);
            }
            signs[i] = (four[(int) (index >>> 5) & 3] >>> index & 1) == 0 ? 1 : -1;
        }
    }

    /**
     * The same signs in single precision.
     *
     * @param first the index of the first sign, at least 0
     * @param signs gets 1 or -1 in every place
     */
    public void signs(long first, float[] signs) {
        double[] doubles = new double[Objects.requireNonNull(signs, "signs").length];
        signs(first, doubles);
        for (int i = 0; i < signs.length; i++) {
            signs[i] = (float) doubles[i];
        }
    }
}
