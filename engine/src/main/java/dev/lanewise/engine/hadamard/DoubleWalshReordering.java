package dev.lanewise.engine.hadamard;

/** Writes coefficients that come in natural order in another one: {@code out[i] = x[natural(i)]}. */
final class DoubleWalshReordering {
    /**
     * Tiles of so many times so many elements: index {@code i} is split into {@code TILE} high bits, the middle and
     * {@code TILE} low bits. All three orderings turn high bits into low ones, so that within a tile both sides stay in
     * the same few cache lines.
     */
    private static final int TILE = 3;

    private DoubleWalshReordering() {}

    static void write(WalshOrdering ordering, HadamardOrder order, double[] x, double[] out, int offset, int stride) {
        int bits = order.bits();
        if (ordering == WalshOrdering.NATURAL) {
            for (int i = 0; i < order.n(); i++) {
                out[offset + i * stride] = x[i];
            }
            return;
        }
        if (bits < 4 * TILE) {
            for (int i = 0; i < 1 << bits; i++) {
                out[offset + i * stride] = x[ordering.index(i, bits)];
            }
            return;
        }
        int high = bits - TILE;
        for (int middle = 0; middle < 1 << (high - TILE); middle++) {
            for (int lowEnd = 0; lowEnd < 1 << TILE; lowEnd++) {
                for (int highEnd = 0; highEnd < 1 << TILE; highEnd++) {
                    int i = highEnd << high | middle << TILE | lowEnd;
                    out[offset + i * stride] = x[ordering.index(i, bits)];
                }
            }
        }
    }
}
