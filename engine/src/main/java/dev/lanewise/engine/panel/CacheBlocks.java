package dev.lanewise.engine.panel;

import dev.lanewise.engine.backend.CacheSizes;

/** How much of a matrix is worked on at a time, by the caches; results never depend on it. */
final class CacheBlocks {
    private CacheBlocks() {}

    /**
     * How many columns of a block of B stay in the second cache, which they share with what goes by.
     *
     * @param bytes of a number
     * @param depth numbers of a column
     * @param step of which it is a multiple
     * @return the number, at least one step
     */
    static int columns(int bytes, int depth, int step) {
        return Math.max(1, CacheSizes.current().l2() / 2 / (bytes * depth) / step) * step;
    }
}
