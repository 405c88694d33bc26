package dev.lanewise.engine.simd;

/** Products that are too small to be packed, of at least a vector of columns. */
final class DoubleSmallProduct {
    static final int LANES = Species.DOUBLE.length();

    /** Whether there are 32 registers, which is certain of processors with vectors so wide; others may have 16. */
    private static final boolean HAS_MANY_REGISTERS = Species.DOUBLE.vectorBitSize() >= 512;

    /** Columns of the widest strip, if there are registers for it. */
    private static final int WIDEST = HAS_MANY_REGISTERS ? 4 * LANES : Integer.MAX_VALUE;

    /** Rows of its tiles. */
    private static final int ROWS = 6;

    /** Numbers of B that stay in the first cache while rows of A go by. */
    private static final int MOST_OF_B = (32 << 10) / Double.BYTES;

    private DoubleSmallProduct() {}

    /**
     * A row of tiles at a time, if B has several of the widest strips and no other, and stays in the first cache, so that A, which may come
     * from afar, is read once; strip after strip otherwise.
     */
    static void multiply(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            double[] addend,
            int addendOffset,
            int addendRow,
            double[] c,
            int cOffset,
            int cRow) {
        boolean byRows = n > WIDEST && n % WIDEST == 0 && (long) n * k <= MOST_OF_B;
        int rows;
        for (int i = 0; i < m; i += rows) {
            rows = byRows && m - i > ROWS && m - i != 8 ? ROWS : m - i;
            strips(
                    rows,
                    n,
                    k,
                    alpha,
                    a,
                    aOffset + i * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset,
                    bRow,
                    addend,
                    addendOffset + i * addendRow,
                    addendRow,
                    c,
                    cOffset + i * cRow,
                    cRow);
        }
    }

    /**
     * Columns are cut into strips of four vectors where there are 32 of them to hold the sums, and of one or two vectors, of which the
     * last may overlap; where a part of a vector would be left, a narrower strip goes before. Strips of four are better
     * than twice as many rows of two: there are fewer places in A to keep track of, which C2 has no registers for. Six rows of them, or of two
     * vectors where there are 16 registers, leave just enough for what is read; eight rows are two times four.
     */
    private static void strips(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            double[] addend,
            int addendOffset,
            int addendRow,
            double[] c,
            int cOffset,
            int cRow) {
        int width;
        for (int j = 0; j < n; j += width) {
            int left = n - j;
            width = left > 2 * LANES && left < 3 * LANES ? LANES : Math.min(left, 2 * LANES);
            int from = addendRow == 0 ? addendOffset : addendOffset + j;
            if (left == WIDEST || left - LANES >= WIDEST) {
                width = WIDEST;
                fourVectors(
                        m,
                        k,
                        alpha,
                        a,
                        aOffset,
                        aRow,
                        aColumn,
                        b,
                        bOffset + j,
                        bRow,
                        addend,
                        from,
                        addendRow,
                        c,
                        cOffset + j,
                        cRow);
            } else if (width == LANES) {
                vector(
                        m,
                        k,
                        alpha,
                        a,
                        aOffset,
                        aRow,
                        aColumn,
                        b,
                        bOffset + j,
                        bRow,
                        addend,
                        from,
                        addendRow,
                        c,
                        cOffset + j,
                        cRow);
            } else {
                twoVectors(
                        m,
                        k,
                        alpha,
                        a,
                        aOffset,
                        aRow,
                        aColumn,
                        b,
                        bOffset + j,
                        bRow,
                        addend,
                        from,
                        addendRow,
                        c,
                        cOffset + j,
                        cRow,
                        width - LANES);
            }
        }
    }

    private static void vector(
            int m,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int r,
            int s,
            double[] b,
            int j,
            int q,
            double[] d,
            int addendOffset,
            int p,
            double[] c,
            int cOffset,
            int t) {
        int i = 0;
        for (; i + 7 < m; i += 8) {
            DoubleSmallTile.rows8x1(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t);
        }
        for (; i + 3 < m; i += 4) {
            DoubleSmallTile.rows4x1(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t);
        }
        for (; i + 1 < m; i += 2) {
            DoubleSmallTile.rows2x1(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t);
        }
        if (i < m) {
            DoubleSmallTile.rows1x1(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t);
        }
    }

    private static void fourVectors(
            int m,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int r,
            int s,
            double[] b,
            int j,
            int q,
            double[] d,
            int addendOffset,
            int p,
            double[] c,
            int cOffset,
            int t) {
        int i = 0;
        for (; m - i >= 6 && m - i != 8; i += 6) {
            DoubleSmallTile.rows6x4(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t);
        }
        for (; i + 3 < m; i += 4) {
            DoubleSmallTile.rows4x4(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t);
        }
        if (i < m) {
            int at = aOffset + i * r, from = addendOffset + i * p, to = cOffset + i * t, half = 2 * LANES;
            twoVectors(m - i, k, alpha, a, at, r, s, b, j, q, d, from, p, c, to, t, LANES);
            twoVectors(m - i, k, alpha, a, at, r, s, b, j + half, q, d, from + half, p, c, to + half, t, LANES);
        }
    }

    private static void twoVectors(
            int m,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int r,
            int s,
            double[] b,
            int j,
            int q,
            double[] d,
            int addendOffset,
            int p,
            double[] c,
            int cOffset,
            int t,
            int u) {
        int i = 0;
        for (; HAS_MANY_REGISTERS && i + 7 < m; i += 8) {
            DoubleSmallTile.rows8x2(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t, u);
        }
        for (; !HAS_MANY_REGISTERS && m - i >= 6 && m - i != 8; i += 6) {
            DoubleSmallTile.rows6x2(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t, u);
        }
        for (; i + 3 < m; i += 4) {
            DoubleSmallTile.rows4x2(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t, u);
        }
        for (; i + 1 < m; i += 2) {
            DoubleSmallTile.rows2x2(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t, u);
        }
        if (i < m) {
            DoubleSmallTile.rows1x2(
                    a, aOffset + i * r, r, s, b, j, q, k, alpha, d, addendOffset + i * p, p, c, cOffset + i * t, t, u);
        }
    }
}
