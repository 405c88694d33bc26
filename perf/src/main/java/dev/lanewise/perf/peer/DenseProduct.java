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
public record DenseProduct(float[] vectors, float[] rotation, int rows, int d) {}
