package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transpose of a matrix in square tiles that fit registers. To zip rows {@code i} and {@code i + l/2} of a tile of {@code
 * l} rows moves the leading bit of the number of a row behind the number of the column, so that {@code log2 l} such steps
 * exchange rows and columns. Where tiles do not fill the matrix, the last ones overlap those before.
 */
final class DoubleTransposition {
    private static final int LANES = Species.DOUBLE.length();

    /** The species of so many lanes, if it is the width of the kernels or less; any other is not used. */
    private static final VectorSpecies<Double> EIGHT = LANES == 16 ? Species.DOUBLE_HALF : Species.DOUBLE;

    private static final VectorSpecies<Double> FOUR =
            LANES == 16 ? Species.DOUBLE_QUARTER : LANES == 8 ? Species.DOUBLE_HALF : Species.DOUBLE;

    private static final Class<? extends DoubleVector> EXACT_EIGHT = Species.exactDouble(EIGHT);
    private static final Class<? extends DoubleVector> EXACT_FOUR = Species.exactDouble(FOUR);

    // Indices for selectFrom: the lower halves of two vectors in turn, and the upper ones.
    private static final double[] LOW_OF_EIGHT = {0, 8, 1, 9, 2, 10, 3, 11};
    private static final double[] HIGH_OF_EIGHT = {4, 12, 5, 13, 6, 14, 7, 15};
    private static final double[] LOW_OF_FOUR = {0, 4, 1, 5};
    private static final double[] HIGH_OF_FOUR = {2, 6, 3, 7};

    private DoubleTransposition() {}

    /** At least eight rows and as many columns. */
    static void tilesOfEight(
            double[] src, int from, int srcPitch, int rows, int columns, double[] dst, int to, int dstPitch) {
        DoubleVector low = DoubleVector.fromArray(EIGHT, LOW_OF_EIGHT, 0);
        DoubleVector high = DoubleVector.fromArray(EIGHT, HIGH_OF_EIGHT, 0);
        for (int column = 0; column < columns; column += 8) {
            int j = Math.min(column, columns - 8);
            for (int row = 0; row < rows; row += 8) {
                int i = Math.min(row, rows - 8);
                int down = to + dstPitch * j + i;
                fetch(dst, down, dstPitch);
                int at = from + srcPitch * i + j;
                DoubleVector a0 = DoubleVector.fromArray(EIGHT, src, at);
                DoubleVector a1 = DoubleVector.fromArray(EIGHT, src, at + srcPitch);
                DoubleVector a2 = DoubleVector.fromArray(EIGHT, src, at + 2 * srcPitch);
                DoubleVector a3 = DoubleVector.fromArray(EIGHT, src, at + 3 * srcPitch);
                DoubleVector a4 = DoubleVector.fromArray(EIGHT, src, at + 4 * srcPitch);
                DoubleVector a5 = DoubleVector.fromArray(EIGHT, src, at + 5 * srcPitch);
                DoubleVector a6 = DoubleVector.fromArray(EIGHT, src, at + 6 * srcPitch);
                DoubleVector a7 = DoubleVector.fromArray(EIGHT, src, at + 7 * srcPitch);
                DoubleVector b0 = low.selectFrom(a0, a4), b1 = high.selectFrom(a0, a4);
                DoubleVector b2 = low.selectFrom(a1, a5), b3 = high.selectFrom(a1, a5);
                DoubleVector b4 = low.selectFrom(a2, a6), b5 = high.selectFrom(a2, a6);
                DoubleVector b6 = low.selectFrom(a3, a7), b7 = high.selectFrom(a3, a7);
                DoubleVector c0 = low.selectFrom(b0, b4), c1 = high.selectFrom(b0, b4);
                DoubleVector c2 = low.selectFrom(b1, b5), c3 = high.selectFrom(b1, b5);
                DoubleVector c4 = low.selectFrom(b2, b6), c5 = high.selectFrom(b2, b6);
                DoubleVector c6 = low.selectFrom(b3, b7), c7 = high.selectFrom(b3, b7);
                EXACT_EIGHT.cast(low.selectFrom(c0, c4)).intoArray(dst, down);
                EXACT_EIGHT.cast(high.selectFrom(c0, c4)).intoArray(dst, down + dstPitch);
                EXACT_EIGHT.cast(low.selectFrom(c1, c5)).intoArray(dst, down + 2 * dstPitch);
                EXACT_EIGHT.cast(high.selectFrom(c1, c5)).intoArray(dst, down + 3 * dstPitch);
                EXACT_EIGHT.cast(low.selectFrom(c2, c6)).intoArray(dst, down + 4 * dstPitch);
                EXACT_EIGHT.cast(high.selectFrom(c2, c6)).intoArray(dst, down + 5 * dstPitch);
                EXACT_EIGHT.cast(low.selectFrom(c3, c7)).intoArray(dst, down + 6 * dstPitch);
                EXACT_EIGHT.cast(high.selectFrom(c3, c7)).intoArray(dst, down + 7 * dstPitch);
            }
        }
    }

    /**
     * Reads a number of each of the eight rows that are going to be overwritten, so that they are in the first cache by then: a vector
     * across two lines that are not there takes several times as long to store. The sum is only there for C2 to keep what it is made of.
     */
    private static void fetch(double[] dst, int first, int pitch) {
        int last = first + 7;
        double sum = dst[last] + dst[last + pitch] + (dst[last + 2 * pitch] + dst[last + 3 * pitch]);
        dst[first] =
                sum + (dst[last + 4 * pitch] + dst[last + 5 * pitch] + (dst[last + 6 * pitch] + dst[last + 7 * pitch]));
    }

    /** At least four rows and as many columns. */
    static void tilesOfFour(
            double[] src, int from, int srcPitch, int rows, int columns, double[] dst, int to, int dstPitch) {
        DoubleVector low = DoubleVector.fromArray(FOUR, LOW_OF_FOUR, 0);
        DoubleVector high = DoubleVector.fromArray(FOUR, HIGH_OF_FOUR, 0);
        for (int column = 0; column < columns; column += 4) {
            int j = Math.min(column, columns - 4);
            for (int row = 0; row < rows; row += 4) {
                int i = Math.min(row, rows - 4);
                int at = from + srcPitch * i + j;
                DoubleVector a0 = DoubleVector.fromArray(FOUR, src, at);
                DoubleVector a1 = DoubleVector.fromArray(FOUR, src, at + srcPitch);
                DoubleVector a2 = DoubleVector.fromArray(FOUR, src, at + 2 * srcPitch);
                DoubleVector a3 = DoubleVector.fromArray(FOUR, src, at + 3 * srcPitch);
                DoubleVector b0 = low.selectFrom(a0, a2), b1 = high.selectFrom(a0, a2);
                DoubleVector b2 = low.selectFrom(a1, a3), b3 = high.selectFrom(a1, a3);
                int down = to + dstPitch * j + i;
                EXACT_FOUR.cast(low.selectFrom(b0, b2)).intoArray(dst, down);
                EXACT_FOUR.cast(high.selectFrom(b0, b2)).intoArray(dst, down + dstPitch);
                EXACT_FOUR.cast(low.selectFrom(b1, b3)).intoArray(dst, down + 2 * dstPitch);
                EXACT_FOUR.cast(high.selectFrom(b1, b3)).intoArray(dst, down + 3 * dstPitch);
            }
        }
    }
}
