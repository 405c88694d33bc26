package dev.lanewise.engine.hadamard;

/**
 * The order of the rows of a Hadamard matrix of order {@code n = 2^k}, that is, of the coefficients of the transform.
 *
 * <p>Row {@code i} of the transform in a given ordering is row {@code natural(i)} of the natural one. All three matrices
 * are symmetric.
 */
public enum WalshOrdering {
    /** Hadamard's: the Kronecker power of {@code [1 1; 1 -1]}. */
    NATURAL,

    /** Paley's: row {@code i} is the product of the Rademacher functions that the bits of {@code i} name. */
    DYADIC,

    /** Walsh's: row {@code i} has {@code i} changes of sign. */
    SEQUENCY;

    /**
     * The natural index of a row: {@code i}, its bits reversed, or the bits of its Gray code reversed.
     *
     * @param i the index in this ordering, from 0 to {@code 2^bits - 1}
     * @param bits the logarithm of the order, from 0 to 30
     * @return the index in natural order
     */
    public int natural(int i, int bits) {
        if (bits < 0 || bits > 30 || i < 0 || i >>> bits != 0) {
            throw new IllegalArgumentException(
                    "index: got " + i + " of 2^" + bits + ", wanted 0 to 2^bits - 1 and bits from 0 to 30");
        }
        return index(i, bits);
    }

    /** {@link #natural}, unchecked. */
    int index(int i, int bits) {
        return switch (this) {
            case NATURAL -> i;
            case DYADIC -> reverse(i, bits);
            case SEQUENCY -> reverse(i ^ (i >>> 1), bits);
        };
    }

    private static int reverse(int i, int bits) {
        return bits == 0 ? 0 : Integer.reverse(i) >>> (Integer.SIZE - bits);
    }
}
