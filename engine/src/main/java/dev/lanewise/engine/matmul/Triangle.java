package dev.lanewise.engine.matmul;

/** Which half of a square matrix is meant; the diagonal belongs to either. */
public enum Triangle {
    /** Elements {@code (i, j)} with {@code j <= i}. */
    LOWER,

    /** Elements {@code (i, j)} with {@code j >= i}. */
    UPPER
}
