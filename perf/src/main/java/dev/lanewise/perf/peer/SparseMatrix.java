package dev.lanewise.perf.peer;

import java.util.Arrays;
import java.util.Random;

/**
 * A square matrix with as many entries in each row, in random columns.
 *
 * @param n the order
 * @param perRow how many entries in a row
 * @param columns their columns, row after row, in increasing order
 * @param values the entries
 */
public record SparseMatrix(int n, int perRow, int[] columns, double[] values) {
    /**
     * A random matrix.
     *
     * @param n the order
     * @param perRow how many entries in a row
     * @return the matrix
     */
    public static SparseMatrix random(int n, int perRow) {
        Random random = new Random(1);
        int[] columns = new int[n * perRow];
        double[] values = new double[n * perRow];
        for (int i = 0; i < n; i++) {
            int[] chosen = random.ints(0, n).distinct().limit(perRow).sorted().toArray();
            System.arraycopy(chosen, 0, columns, i * perRow, perRow);
        }
        Arrays.setAll(values, k -> random.nextGaussian());
        return new SparseMatrix(n, perRow, columns, values);
    }
}
