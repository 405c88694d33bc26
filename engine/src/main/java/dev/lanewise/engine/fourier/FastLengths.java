package dev.lanewise.engine.fourier;

/**
 * Lengths that transform fast: what a signal is padded to where its length may be chosen.
 *
 * <p>They are the products of a power of two and at most two odd factors, each 3, 5 or 7, so that few passes are of odd
 * radices; above {@link #SHORT} those of them that are multiples of {@link #WHOLE}, so that passes work on whole vectors. From
 * 112 on each is at most 8/7 of the one before.
 */
public final class FastLengths {
    /** Up to here a length need not be a multiple of {@link #WHOLE}. */
    public static final int SHORT = 32;

    /** Divides the longer ones. */
    public static final int WHOLE = 8;

    /** The greatest. */
    public static final int LONGEST = 1 << 29;

    private static final int[] ODD_PARTS = {1, 3, 5, 7, 9, 15, 21, 25, 35, 49};

    private FastLengths() {}

    /**
     * The least fast length that is long enough.
     *
     * @param n the length that is needed, 1 to 2^29
     * @return the length, {@code n} or more
     * @throws IllegalArgumentException if {@code n} is less or more
     */
    public static int nextFastLength(int n) {
        if (n < 1 || n > LONGEST) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 to " + LONGEST);
        }
        int best = LONGEST;
        for (int odd : ODD_PARTS) {
            long length = n > SHORT ? (long) WHOLE * odd : odd;
            while (length < n) {
                length *= 2;
            }
            best = (int) Math.min(best, length);
        }
        return best;
    }

    /**
     * The least even length that is long enough and twice a fast one: a real transform of even length is a complex one of half
     * the length.
     *
     * @param n the length that is needed, 1 to 2^29
     * @return the length, {@code n} or more
     * @throws IllegalArgumentException if {@code n} is less or more
     */
    public static int nextFastRealLength(int n) {
        if (n < 1 || n > LONGEST) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 to " + LONGEST);
        }
        return 2 * nextFastLength((n + 1) / 2);
    }
}
