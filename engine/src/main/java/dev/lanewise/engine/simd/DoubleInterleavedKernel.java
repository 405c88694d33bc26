package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Six rows of four columns in registers where there are 32 of them, which is so with vectors of 512 bits, and of two elsewhere. */
public final class DoubleInterleavedKernel extends dev.lanewise.engine.scalar.DoubleInterleavedKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 6;
    private static final int COLUMNS = SPECIES.vectorBitSize() >= 512 ? 4 : 2;

    /** Makes the kernel. */
    public DoubleInterleavedKernel() {}

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public void bring(
            int rows, int depth, int products, double[] a, int from, int row, double[] panels, int to, int panel) {
        if (products % LANES != 0) {
            super.bring(rows, depth, products, a, from, row, panels, to, panel);
            return;
        }
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < rows; i++) {
                int in = from + k * products + i * row, out = to + (k * ROWS + i) * LANES;
                for (int j = 0; j < products; j += LANES, out += panel) {
                    EXACT.cast(DoubleVector.fromArray(SPECIES, a, in + j)).intoArray(panels, out);
                }
            }
        }
    }

    @Override
    public void product(
            int depth,
            double[] a,
            int aOffset,
            double[] b,
            int bOffset,
            double[] c,
            int cOffset,
            int cRow,
            int cColumn) {
        if (COLUMNS == 4) {
            DoubleInterleavedTile.rows6x4(depth, a, aOffset, b, bOffset, c, cOffset, cRow, cColumn);
        } else {
            DoubleInterleavedTile.rows6x2(depth, a, aOffset, b, bOffset, c, cOffset, cRow, cColumn);
        }
    }
}
