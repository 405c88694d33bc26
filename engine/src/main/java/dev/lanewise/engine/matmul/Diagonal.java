package dev.lanewise.engine.matmul;

/** What stands on the diagonal of a triangular matrix. */
public enum Diagonal {
    /** What is stored there. */
    STORED,

    /** Ones; what is stored there belongs to another matrix and is not read. */
    UNIT
}
