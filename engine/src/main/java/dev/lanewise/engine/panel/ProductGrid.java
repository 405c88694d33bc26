package dev.lanewise.engine.panel;

/**
 * How the result of a product is cut into pieces, one for each thread: rows times columns of pieces, as square as they may be,
 * since each packs what it reads of both factors. Every piece begins at a tile.
 *
 * @param rows into how many pieces the rows are cut
 * @param columns into how many pieces the columns are cut
 */
public record ProductGrid(int rows, int columns) {
    /**
     * The grid that packs least.
     *
     * @param m rows of the result
     * @param n columns of the result
     * @param pieces how many at most
     * @return the grid
     */
    public static ProductGrid of(int m, int n, int pieces) {
        ProductGrid best = new ProductGrid(1, 1);
        double least = Double.POSITIVE_INFINITY;
        for (int rows = 1; rows <= pieces; rows++) {
            if (pieces % rows == 0) {
                int columns = pieces / rows;
                double packed = (double) m / rows + (double) n / columns;
                if (packed < least) {
                    least = packed;
                    best = new ProductGrid(rows, columns);
                }
            }
        }
        return best;
    }

    /**
     * How many pieces there are.
     *
     * @return the number
     */
    public int pieces() {
        return rows * columns;
    }

    /**
     * Where a piece begins.
     *
     * @param piece which one, along the dimension; that after the last ends at {@code length}
     * @param pieces into how many the dimension is cut
     * @param length of the dimension
     * @param tile of which it is a multiple, but for the end
     * @return the first row or column
     */
    static int start(int piece, int pieces, int length, int tile) {
        long even = (long) length * piece / pieces;
        return (int) Math.min(length, (even + tile - 1) / tile * tile);
    }
}
