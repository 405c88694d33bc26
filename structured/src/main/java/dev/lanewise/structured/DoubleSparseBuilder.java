package dev.lanewise.structured;

import dev.lanewise.engine.Workspace;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * Gathers the entries of a {@link DoubleSparseMap} in any order.
 *
 * <p>Entries for the same place are summed in the order in which they came, from the first on, so that the same calls give the same
 * bits. A sum of {@code k} entries is off by at most {@code g(k - 1)} times the sum of their magnitudes, where {@code g(s) = s u / (1
 * - s u)} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 4.2). Zeros stay, those that are given and
 * those that are sums: which entries are stored depends on their places alone.
 *
 * <p>A builder serves one thread at a time. It may build more than once, and go on after.
 */
public final class DoubleSparseBuilder {
    private static final int LEAST = 16;

    private final int rows;
    private final int cols;

    /** Row and column of each entry, the row in the upper half: their order is that of rows, then columns. */
    private final LongArrayList places = new LongArrayList();

    private double[] values = new double[LEAST];

    /**
     * Makes a builder without entries.
     *
     * @param rows the number of rows of the matrix, at least 0
     * @param cols the number of its columns, at least 0
     * @throws IllegalArgumentException if one is negative
     */
    public DoubleSparseBuilder(int rows, int cols) {
        if (rows < 0 || cols < 0) {
            throw new IllegalArgumentException("shape: got " + rows + " x " + cols + ", wanted 0 or more of each");
        }
        this.rows = rows;
        this.cols = cols;
    }

    /**
     * Adds a number to an entry.
     *
     * @param i its row
     * @param j its column
     * @param value the number, finite
     * @return this builder
     * @throws IllegalArgumentException if the place is not in the matrix, or the number is not finite
     * @throws IllegalStateException if there are more numbers than an array can hold
     */
    public DoubleSparseBuilder add(int i, int j, double value) {
        if (i < 0 || i >= rows || j < 0 || j >= cols) {
            throw new IllegalArgumentException(
                    "entry (" + i + ", " + j + "): wanted a place in a matrix of " + rows + " x " + cols);
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "entry (" + i + ", " + j + "): got " + value + ", wanted a finite number");
        }
        int count = places.size();
        if (count == values.length) {
            values = Arrays.copyOf(values, longer(count));
        }
        values[count] = value;
        places.add((long) i << Integer.SIZE | j);
        return this;
    }

    private static int longer(int length) {
        if (length == Workspace.LARGEST_ARRAY) {
            throw new IllegalStateException("entries: got more than " + length + ", wanted what an array can hold");
        }
        return (int) Math.min(2L * length, Workspace.LARGEST_ARRAY);
    }

    /**
     * Builds the map of the entries so far.
     *
     * @return the map
     * @throws ArithmeticException if a sum overflows
     */
    public DoubleSparseMap build() {
        int count = places.size();
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            order[k] = k;
        }
        long[] keys = places.toLongArray();
        LongArrays.radixSortIndirect(order, keys, true); // stable: what came first is summed first
        int[] starts = new int[rows + 1], columns = new int[count];
        double[] sums = new double[count];
        int entries = 0;
        for (int k = 0; k < count; k++) {
            long place = keys[order[k]];
            if (k > 0 && place == keys[order[k - 1]]) {
                sums[entries - 1] += values[order[k]];
            } else {
                columns[entries] = (int) place;
                sums[entries++] = values[order[k]];
                starts[(int) (place >>> Integer.SIZE) + 1]++;
            }
        }
        for (int i = 0; i < rows; i++) {
            starts[i + 1] += starts[i];
        }
        checkSums(starts, columns, sums);
        return DoubleSparseMap.of(rows, cols, starts, Arrays.copyOf(columns, entries), Arrays.copyOf(sums, entries));
    }

    private void checkSums(int[] starts, int[] columns, double[] sums) {
        for (int i = 0; i < rows; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                if (!Double.isFinite(sums[k])) {
                    throw new ArithmeticException("entry (" + i + ", " + columns[k] + "): its sum is " + sums[k]
                            + ", wanted a finite number");
                }
            }
        }
    }
}
