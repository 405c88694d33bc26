package dev.lanewise.engine.hadamard;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.scalar.DoubleHadamardKernel;

/**
 * Transforms of a power of two of the columns of a matrix, from where it lies to where it is wanted, with no buffer between. The stages
 * run in ascending order as those of {@link DoubleHadamardBlocks}, so that the bits are the same.
 *
 * <p>Eight pieces of adjacent rows are joined as soon as all are there, pieces of pieces first: so pieces are joined while they are in a
 * near cache, whatever its size.
 */
final class DoubleHadamardColumns {
    private static final DoubleHadamardKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleHadamardKernel(), DoubleHadamardKernel::new);

    /** Stages that join pieces: eight rows far apart are as many as the sets of a cache have places for. */
    private static final int JOINED = 3;

    /** Stages of the smallest pieces at most. */
    private static final int MOST_FIRST = 4;

    /** Columns that are transformed together at most: eight rows of them are in the first cache. */
    private static final int MOST = 256;

    private DoubleHadamardColumns() {}

    /**
     * Transforms.
     *
     * @param bits the logarithm of the number of rows, more than 0
     * @param columns how many
     * @param in holds the matrix
     * @param from its first element
     * @param inRow from one row to the next
     * @param out gets the transform; the same array with the same place and rows, or apart
     * @param to its first element
     * @param outRow from one row to the next
     * @param signs of the rows, which are multiplied by them first; null for none
     * @param scale what all is multiplied by in the end
     */
    static void transform(
            int bits,
            int columns,
            double[] in,
            int from,
            int inRow,
            double[] out,
            int to,
            int outRow,
            double[] signs,
            double scale) {
        for (int at = 0; at < columns; at += MOST) {
            int some = Math.min(MOST, columns - at);
            if (signs == null) {
                piece(bits, some, in, from + at, inRow, out, to + at, outRow, scale);
            } else {
                KERNEL.copyRows(in, from + at, inRow, out, to + at, outRow, 1 << bits, some, signs);
                piece(bits, some, out, to + at, outRow, out, to + at, outRow, scale);
            }
        }
    }

    private static void piece(
            int bits, int columns, double[] in, int from, int inRow, double[] out, int to, int outRow, double scale) {
        if (bits <= MOST_FIRST) {
            KERNEL.radix(in, from, inRow, out, to, outRow, columns, bits, scale);
            return;
        }
        int rest = bits - JOINED, part = 1 << rest, distance = outRow << rest;
        for (int i = 0; i < 1 << JOINED; i++) {
            piece(rest, columns, in, from + i * part * inRow, inRow, out, to + i * distance, outRow, 1);
        }
        if (outRow == columns) {
            KERNEL.radix(out, to, distance, out, to, distance, distance, JOINED, scale);
            return;
        }
        for (int row = 0; row < part; row++) {
            int at = to + row * outRow;
            KERNEL.radix(out, at, distance, out, at, distance, columns, JOINED, scale);
        }
    }
}
