package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.butterfly.ButterflyPattern;

/**
 * Where two chainable factors meet. The entries of their product fall into classes, disjoint blocks of {@code rows x
 * cols}, {@code rows = b_1} and {@code cols = c_2}; that of a group {@code i < a_2} on the right and an offset {@code k
 * < d_1} on the left is the product of {@code rows x rank} entries of the left factor and {@code rank x cols} of the
 * right one, and no other class has a use for these.
 *
 * <p>Source: Q.-T. Le, L. Zheng, E. Riccietti, R. Gribonval, Butterfly factorization with error guarantees, arXiv
 * 2411.04506, 2024.
 *
 * @param left the pattern of the left factor
 * @param right the pattern of the right factor
 * @param product that of their product
 * @param rank how many numbers pass between them in a class
 */
record ButterflySplit(ButterflyPattern left, ButterflyPattern right, ButterflyPattern product, int rank) {
    static ButterflySplit of(ButterflyPattern left, ButterflyPattern right) {
        return new ButterflySplit(left, right, left.times(right), left.rank(right));
    }

    int rows() {
        return left.blockRows();
    }

    int cols() {
        return right.blockCols();
    }

    int classes() {
        return right.groups() * left.stride();
    }

    private int group(int number) {
        return number / left.stride();
    }

    private int offset(int number) {
        return number % left.stride();
    }

    /** Groups on the right to one on the left. */
    private int fine() {
        return right.groups() / left.groups();
    }

    /** Offsets on the left to one on the right. */
    private int coarse() {
        return left.stride() / right.stride();
    }

    /** Where a class begins among the values of the left factor. */
    int leftStart(int number) {
        int block = group(number) / fine() * left.stride() + offset(number);
        return block * left.blockRows() * left.blockCols() + group(number) % fine() * rank;
    }

    int leftStride() {
        return left.blockCols();
    }

    int rightStart(int number) {
        int block = group(number) * right.stride() + offset(number) % right.stride();
        return (block * right.blockRows() + offset(number) / right.stride()) * right.blockCols();
    }

    int rightStride() {
        return coarse() * right.blockCols();
    }

    int productStart(int number) {
        int block = group(number) / fine() * product.stride() + offset(number) % right.stride();
        int row = offset(number) / right.stride(), col = group(number) % fine() * right.blockCols();
        return (block * product.blockRows() + row) * product.blockCols() + col;
    }

    int productStride() {
        return coarse() * product.blockCols();
    }
}
