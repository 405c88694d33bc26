package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows times one vector, every sum in order: square tiles are transposed in registers, as {@link DoubleTransposition} does, so that the
 * rows are the lanes.
 */
final class DoubleOrderedProducts {
    private static final int LANES = Species.DOUBLE.length();

    /** The species of so many lanes, if it is the width of the kernels or less; any other is not used. */
    private static final VectorSpecies<Double> EIGHT = LANES == 16 ? Species.DOUBLE_HALF : Species.DOUBLE;

    private static final VectorSpecies<Double> FOUR = Species.DOUBLE;

    private static final Class<? extends DoubleVector> EXACT_EIGHT = Species.exactDouble(EIGHT);
    private static final Class<? extends DoubleVector> EXACT_FOUR = Species.exactDouble(FOUR);

    // Indices for selectFrom: the lower halves of two vectors in turn, and the upper ones.
    private static final double[] LOW_OF_EIGHT = {0, 8, 1, 9, 2, 10, 3, 11};
    private static final double[] HIGH_OF_EIGHT = {4, 12, 5, 13, 6, 14, 7, 15};
    private static final double[] LOW_OF_FOUR = {0, 4, 1, 5};
    private static final double[] HIGH_OF_FOUR = {2, 6, 3, 7};

    private DoubleOrderedProducts() {}

    /** Eight rows; of a length that is a multiple of eight. */
    static void eight(double[] rows, int at, int pitch, double[] x, int from, int length, double[] sums, int to) {
        DoubleVector low = DoubleVector.fromArray(EIGHT, LOW_OF_EIGHT, 0);
        DoubleVector high = DoubleVector.fromArray(EIGHT, HIGH_OF_EIGHT, 0);
        DoubleVector sum = DoubleVector.zero(EIGHT);
        for (int k = 0; k < length; k += 8) {
            int i = at + k, j = from + k;
            DoubleVector a0 = DoubleVector.fromArray(EIGHT, rows, i);
            DoubleVector a1 = DoubleVector.fromArray(EIGHT, rows, i + pitch);
            DoubleVector a2 = DoubleVector.fromArray(EIGHT, rows, i + 2 * pitch);
            DoubleVector a3 = DoubleVector.fromArray(EIGHT, rows, i + 3 * pitch);
            DoubleVector a4 = DoubleVector.fromArray(EIGHT, rows, i + 4 * pitch);
            DoubleVector a5 = DoubleVector.fromArray(EIGHT, rows, i + 5 * pitch);
            DoubleVector a6 = DoubleVector.fromArray(EIGHT, rows, i + 6 * pitch);
            DoubleVector a7 = DoubleVector.fromArray(EIGHT, rows, i + 7 * pitch);
            DoubleVector b0 = low.selectFrom(a0, a4), b1 = high.selectFrom(a0, a4);
            DoubleVector b2 = low.selectFrom(a1, a5), b3 = high.selectFrom(a1, a5);
            DoubleVector b4 = low.selectFrom(a2, a6), b5 = high.selectFrom(a2, a6);
            DoubleVector b6 = low.selectFrom(a3, a7), b7 = high.selectFrom(a3, a7);
            DoubleVector c0 = low.selectFrom(b0, b4), c1 = high.selectFrom(b0, b4);
            DoubleVector c2 = low.selectFrom(b1, b5), c3 = high.selectFrom(b1, b5);
            DoubleVector c4 = low.selectFrom(b2, b6), c5 = high.selectFrom(b2, b6);
            DoubleVector c6 = low.selectFrom(b3, b7), c7 = high.selectFrom(b3, b7);
            sum = low.selectFrom(c0, c4).fma(DoubleVector.broadcast(EIGHT, x[j]), sum);
            sum = high.selectFrom(c0, c4).fma(DoubleVector.broadcast(EIGHT, x[j + 1]), sum);
            sum = low.selectFrom(c1, c5).fma(DoubleVector.broadcast(EIGHT, x[j + 2]), sum);
            sum = high.selectFrom(c1, c5).fma(DoubleVector.broadcast(EIGHT, x[j + 3]), sum);
            sum = low.selectFrom(c2, c6).fma(DoubleVector.broadcast(EIGHT, x[j + 4]), sum);
            sum = high.selectFrom(c2, c6).fma(DoubleVector.broadcast(EIGHT, x[j + 5]), sum);
            sum = low.selectFrom(c3, c7).fma(DoubleVector.broadcast(EIGHT, x[j + 6]), sum);
            sum = EXACT_EIGHT.cast(high.selectFrom(c3, c7).fma(DoubleVector.broadcast(EIGHT, x[j + 7]), sum));
        }
        EXACT_EIGHT.cast(sum).intoArray(sums, to);
    }

    /** Four rows; of a length that is a multiple of four. */
    static void four(double[] rows, int at, int pitch, double[] x, int from, int length, double[] sums, int to) {
        DoubleVector low = DoubleVector.fromArray(FOUR, LOW_OF_FOUR, 0);
        DoubleVector high = DoubleVector.fromArray(FOUR, HIGH_OF_FOUR, 0);
        DoubleVector sum = DoubleVector.zero(FOUR);
        for (int k = 0; k < length; k += 4) {
            int i = at + k, j = from + k;
            DoubleVector a0 = DoubleVector.fromArray(FOUR, rows, i);
            DoubleVector a1 = DoubleVector.fromArray(FOUR, rows, i + pitch);
            DoubleVector a2 = DoubleVector.fromArray(FOUR, rows, i + 2 * pitch);
            DoubleVector a3 = DoubleVector.fromArray(FOUR, rows, i + 3 * pitch);
            DoubleVector b0 = low.selectFrom(a0, a2), b1 = high.selectFrom(a0, a2);
            DoubleVector b2 = low.selectFrom(a1, a3), b3 = high.selectFrom(a1, a3);
            sum = low.selectFrom(b0, b2).fma(DoubleVector.broadcast(FOUR, x[j]), sum);
            sum = high.selectFrom(b0, b2).fma(DoubleVector.broadcast(FOUR, x[j + 1]), sum);
            sum = low.selectFrom(b1, b3).fma(DoubleVector.broadcast(FOUR, x[j + 2]), sum);
            sum = EXACT_FOUR.cast(high.selectFrom(b1, b3).fma(DoubleVector.broadcast(FOUR, x[j + 3]), sum));
        }
        EXACT_FOUR.cast(sum).intoArray(sums, to);
    }
}
