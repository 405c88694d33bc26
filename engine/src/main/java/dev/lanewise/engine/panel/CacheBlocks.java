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

    /**
     * How many numbers of small matrices stay in the second cache while the rows that they multiply go by.
     *
     * @param bytes of a number
     * @return the number
     */
    static int entries(int bytes) {
        return CacheSizes.current().l2() / 4 / bytes;
    }

    /**
     * How many rows fill the second cache.
     *
     * @param bytes of a number
     * @param length numbers of a row
     * @param step of which it is a multiple
     * @return the number, at least one step
     */
    static int rows(int bytes, int length, int step) {
        long rows = CacheSizes.current().l2() / ((long) bytes * length);
        return (int) (rows / step + 1) * step;
    }
}
