package dev.lanewise.givens;

import dev.lanewise.oracle.Precision;

/**
 * How far products of rotations are from having the determinant 1: that of k of them, as they are stored, is
 * {@code (c_1^2 + s_1^2) ... (c_k^2 + s_k^2)}, and its distance from 1 the sum of those of the factors, but for their products.
 */
final class Drift {
    private double sum;
    private double sizes;
    private int products;

    /** Adds a rotation to the product. */
    void add(double c, double s) {
        sum += GivensErrors.unitLength(c, s);
    }

    /** Goes on to the next product. */
    void next() {
        sizes += Math.abs(sum);
        sum = 0;
        products++;
    }

    /** The mean distance, in units of u. */
    double mean(Precision precision) {
        return sizes / products / precision.unitRoundoff();
    }
}
