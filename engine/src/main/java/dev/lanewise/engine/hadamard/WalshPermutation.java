package dev.lanewise.engine.hadamard;

/**
 * The natural indices of all rows in another ordering, in tiles that suit caches.
 *
 * <p>Reversing bits and taking the Gray code are linear over bits, so that the index of a row is the exclusive or of those
 * of the parts of its number: {@code tileBits} high bits, the middle, and {@code tileBits} low bits. High bits of a row
 * become low bits of its natural index and the other way round: the {@code 2^tileBits x 2^tileBits} elements of one middle
 * are short runs on both sides.
 */
final class WalshPermutation {
    /** Runs of 32: a few cache lines, and no more of them than a cache has room for. */
    private static final int LARGEST_TILE = 5;

    private final WalshOrdering ordering;
    private final int bits;
    private final int tileBits;
    private final int[] high;
    private final int[] low;

    WalshPermutation(WalshOrdering ordering, int bits) {
        this.ordering = ordering;
        this.bits = bits;
        this.tileBits = Math.min(LARGEST_TILE, bits / 2);
        this.high = new int[1 << tileBits];
        this.low = new int[1 << tileBits];
        for (int i = 0; i < 1 << tileBits; i++) {
            high[i] = ordering.natural(i << (bits - tileBits), bits);
            low[i] = ordering.natural(i, bits);
        }
    }

    /** The number of bits of the high and of the low part. */
    int tileBits() {
        return tileBits;
    }

    /** How many middles there are. */
    int tiles() {
        return 1 << (bits - 2 * tileBits);
    }

    /** The number of the first row of a tile. */
    int row(int tile) {
        return tile << tileBits;
    }

    /** From one high part to the next. */
    int highStep() {
        return 1 << (bits - tileBits);
    }

    /** The natural index of the first row of a tile. */
    int tile(int tile) {
        return ordering.index(tile << tileBits, bits);
    }

    /** What each high part contributes. */
    int[] high() {
        return high;
    }

    /** What each low part contributes. */
    int[] low() {
        return low;
    }
}
