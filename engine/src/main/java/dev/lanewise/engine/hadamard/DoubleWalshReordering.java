package dev.lanewise.engine.hadamard;

/** Writes coefficients that come in natural order in another one: {@code out[i] = x[natural(i)]}. */
final class DoubleWalshReordering {
    private DoubleWalshReordering() {}

    /** How many elements of scratch {@link #write} wants. */
    static int scratch(WalshPermutation permutation) {
        return 1 << 2 * permutation.tileBits();
    }

    /** Tile by tile: runs of the input become columns of the tile, whose rows are runs of the output. */
    static void write(
            WalshPermutation permutation, double[] x, double[] out, int offset, int stride, double[] scratch) {
        int tileBits = permutation.tileBits();
        int size = 1 << tileBits;
        int[] high = permutation.high();
        int[] low = permutation.low();
        for (int tile = 0; tile < permutation.tiles(); tile++) {
            int natural = permutation.tile(tile);
            for (int l = 0; l < size; l++) {
                int from = natural ^ low[l];
                for (int h = 0; h < size; h++) {
                    scratch[h << tileBits | l] = x[from ^ high[h]];
                }
            }
            for (int h = 0; h < size; h++) {
                int to = offset + (permutation.row(tile) + h * permutation.highStep()) * stride;
                for (int l = 0; l < size; l++) {
                    out[to + l * stride] = scratch[h << tileBits | l];
                }
            }
        }
    }
}
