package dev.lanewise.perf.peer;

/**
 * A rotation of rows as people do it today, a dense matrix product in single precision: {@code Y = X R^T} with {@code X}
 * of {@code rows x d} and {@code R} of {@code d x d}, both row-major.
 *
 * @param vectors X
 * @param rotation R
 * @param rows how many rows
 * @param d their length
 */
public record DenseProduct(float[] vectors, float[] rotation, int rows, int d) {
    static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
