package dev.lanewise.engine.simd;

/**
 * Tiles in registers: 12 rows of two vectors where there are 32 of them, which is so with vectors of 512 bits, and otherwise 6;
 * what is left over at the edges in smaller ones.
 */
public final class DoubleTileKernel extends dev.lanewise.engine.scalar.DoubleTileKernel {
    private static final int LANES = Species.DOUBLE.length();

    // C2 does not compile vectors of one lane: where these would be, columns are summed one by one.
    private static final int HALF = Math.max(2, DoubleSmallProductHalf.LANES);
    private static final int QUARTER = Math.max(2, DoubleSmallProductQuarter.LANES);

    private static final int ROWS = Species.DOUBLE.vectorBitSize() >= 512 ? 12 : 6;

    /** Makes the kernel. */
    public DoubleTileKernel() {}

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return 2 * LANES;
    }

    @Override
    public int rowsFor(int left) {
        return left <= 4 ? 4 : left <= 6 ? 6 : left <= 8 ? 8 : 12;
    }

    @Override
    public int columnsFor(int left) {
        return left <= LANES ? LANES : 2 * LANES;
    }

    @Override
    public void product(
            int rows,
            int columns,
            double[] a,
            int aOffset,
            double[] b,
            int bOffset,
            int depth,
            double alpha,
            double[] addend,
            int addendOffset,
            int addendPitch,
            double[] c,
            int cOffset,
            int cPitch,
            double[] sums) {
        int i = aOffset, j = bOffset, d = addendOffset, p = addendPitch;
        if (columns > LANES) {
            switch (rows) {
                case 12 -> DoubleTile12x2.product(a, i, b, j, depth, alpha, addend, d, p, c, cOffset, cPitch);
                case 8 -> DoubleTile8x2.product(a, i, b, j, depth, alpha, addend, d, p, c, cOffset, cPitch);
                case 6 -> DoubleTile6x2.product(a, i, b, j, depth, alpha, addend, d, p, c, cOffset, cPitch);
                default -> DoubleTile4x2.product(a, i, b, j, depth, alpha, addend, d, p, c, cOffset, cPitch);
            }
        } else {
            switch (rows) {
                case 12 -> DoubleTile12x1.product(a, i, b, j, depth, alpha, addend, d, p, c, cOffset, cPitch);
                case 8 -> DoubleTile8x1.product(a, i, b, j, depth, alpha, addend, d, p, c, cOffset, cPitch);
                case 6 -> DoubleTile6x1.product(a, i, b, j, depth, alpha, addend, d, p, c, cOffset, cPitch);
                default -> DoubleTile4x1.product(a, i, b, j, depth, alpha, addend, d, p, c, cOffset, cPitch);
            }
        }
    }

    @Override
    public int smallScratchLength(int n) {
        return n >= QUARTER ? 0 : super.smallScratchLength(n);
    }

    @Override
    public void small(
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
            int cRow,
            double[] sums) {
        int i = aOffset, j = bOffset, d = addendOffset, p = addendRow;
        if (n >= LANES) {
            DoubleSmallProduct.multiply(
                    m, n, k, alpha, a, i, aRow, aColumn, b, j, bRow, addend, d, p, c, cOffset, cRow);
        } else if (n >= HALF) {
            DoubleSmallProductHalf.multiply(
                    m, n, k, alpha, a, i, aRow, aColumn, b, j, bRow, addend, d, p, c, cOffset, cRow);
        } else if (n >= QUARTER) {
            DoubleSmallProductQuarter.multiply(
                    m, n, k, alpha, a, i, aRow, aColumn, b, j, bRow, addend, d, p, c, cOffset, cRow);
        } else {
            super.small(m, n, k, alpha, a, i, aRow, aColumn, b, j, bRow, addend, d, p, c, cOffset, cRow, sums);
        }
    }
}
