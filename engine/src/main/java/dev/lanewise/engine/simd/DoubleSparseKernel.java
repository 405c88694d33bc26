package dev.lanewise.engine.simd;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of a sparse matrix, on vectors whose lanes are vectors side by side: strips of four, of two, then of one, of which the
 * last may overlap the one before it and gives the same once more.
 */
public final class DoubleSparseKernel extends dev.lanewise.engine.scalar.DoubleSparseKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Makes the kernel. */
    public DoubleSparseKernel() {}

    @Override
    public void multiplyColumns(
            int[] starts,
            int[] columns,
            double[] values,
            int first,
            int past,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch,
            int count) {
        if (count < LANES) {
            super.multiplyColumns(starts, columns, values, first, past, x, from, xPitch, y, to, yPitch, count);
            return;
        }
        for (int i = first; i < past; i++) {
            int entry = starts[i], end = starts[i + 1], row = to + i * yPitch, c = 0;
            for (; c + 4 * LANES <= count; c += 4 * LANES) {
                fourOfRow(entry, end, columns, values, x, from + c, xPitch, y, row + c);
            }
            for (; c + 2 * LANES <= count; c += 2 * LANES) {
                twoOfRow(entry, end, columns, values, x, from + c, xPitch, y, row + c);
            }
            for (; c < count; c += LANES) {
                int at = Math.min(c, count - LANES);
                oneOfRow(entry, end, columns, values, x, from + at, xPitch, y, row + at);
            }
        }
    }

    private static void fourOfRow(
            int entry, int end, int[] columns, double[] values, double[] x, int from, int xPitch, double[] y, int to) {
        DoubleVector y0 = DoubleVector.zero(SPECIES), y1 = y0, y2 = y0, y3 = y0;
        for (int k = entry; k < end; k++) {
            DoubleVector value = DoubleVector.broadcast(SPECIES, values[k]);
            int at = from + columns[k] * xPitch;
            y0 = EXACT.cast(value.fma(DoubleVector.fromArray(SPECIES, x, at), y0));
            y1 = EXACT.cast(value.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), y1));
            y2 = EXACT.cast(value.fma(DoubleVector.fromArray(SPECIES, x, at + 2 * LANES), y2));
            y3 = EXACT.cast(value.fma(DoubleVector.fromArray(SPECIES, x, at + 3 * LANES), y3));
        }
        EXACT.cast(y0).intoArray(y, to);
        EXACT.cast(y1).intoArray(y, to + LANES);
        EXACT.cast(y2).intoArray(y, to + 2 * LANES);
        EXACT.cast(y3).intoArray(y, to + 3 * LANES);
    }

    private static void twoOfRow(
            int entry, int end, int[] columns, double[] values, double[] x, int from, int xPitch, double[] y, int to) {
        DoubleVector y0 = DoubleVector.zero(SPECIES), y1 = y0;
        for (int k = entry; k < end; k++) {
            DoubleVector value = DoubleVector.broadcast(SPECIES, values[k]);
            int at = from + columns[k] * xPitch;
            y0 = EXACT.cast(value.fma(DoubleVector.fromArray(SPECIES, x, at), y0));
            y1 = EXACT.cast(value.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), y1));
        }
        EXACT.cast(y0).intoArray(y, to);
        EXACT.cast(y1).intoArray(y, to + LANES);
    }

    private static void oneOfRow(
            int entry, int end, int[] columns, double[] values, double[] x, int from, int xPitch, double[] y, int to) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int k = entry; k < end; k++) {
            DoubleVector value = DoubleVector.broadcast(SPECIES, values[k]);
            sum = EXACT.cast(value.fma(DoubleVector.fromArray(SPECIES, x, from + columns[k] * xPitch), sum));
        }
        EXACT.cast(sum).intoArray(y, to);
    }

    @Override
    public void multiplyTransposedColumns(
            int[] starts,
            int[] columns,
            double[] values,
            int rows,
            int cols,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch,
            int count) {
        if (count < LANES) {
            super.multiplyTransposedColumns(starts, columns, values, rows, cols, x, from, xPitch, y, to, yPitch, count);
            return;
        }
        // A strip begins at zero again where it overlaps the one before it.
        int c = 0;
        for (; c + 2 * LANES <= count; c += 2 * LANES) {
            zero(cols, y, to + c, yPitch, 2 * LANES);
            for (int i = 0; i < rows; i++) {
                twoFromRow(starts[i], starts[i + 1], columns, values, x, from + c + i * xPitch, y, to + c, yPitch);
            }
        }
        for (; c < count; c += LANES) {
            int at = Math.min(c, count - LANES);
            zero(cols, y, to + at, yPitch, LANES);
            for (int i = 0; i < rows; i++) {
                oneFromRow(starts[i], starts[i + 1], columns, values, x, from + at + i * xPitch, y, to + at, yPitch);
            }
        }
    }

    private static void zero(int rows, double[] y, int to, int yPitch, int count) {
        for (int j = 0; j < rows; j++) {
            Arrays.fill(y, to + j * yPitch, to + j * yPitch + count, 0);
        }
    }

    private static void twoFromRow(
            int entry, int end, int[] columns, double[] values, double[] x, int from, double[] y, int to, int yPitch) {
        DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, from);
        DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, from + LANES);
        for (int k = entry; k < end; k++) {
            DoubleVector value = DoubleVector.broadcast(SPECIES, values[k]);
            int at = to + columns[k] * yPitch;
            EXACT.cast(value.fma(x0, DoubleVector.fromArray(SPECIES, y, at))).intoArray(y, at);
            EXACT.cast(value.fma(x1, DoubleVector.fromArray(SPECIES, y, at + LANES)))
                    .intoArray(y, at + LANES);
        }
    }

    private static void oneFromRow(
            int entry, int end, int[] columns, double[] values, double[] x, int from, double[] y, int to, int yPitch) {
        DoubleVector factor = DoubleVector.fromArray(SPECIES, x, from);
        for (int k = entry; k < end; k++) {
            DoubleVector value = DoubleVector.broadcast(SPECIES, values[k]);
            int at = to + columns[k] * yPitch;
            EXACT.cast(value.fma(factor, DoubleVector.fromArray(SPECIES, y, at)))
                    .intoArray(y, at);
        }
    }
}
