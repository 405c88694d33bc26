package dev.lanewise.structured.kronecker;

/**
 * A sum in double precision of numbers of either, with the rounding errors of its additions kept beside it: off by about one rounding of
 * the sum, and the square of the unit roundoff times the sum of magnitudes (A. Neumaier, Z. Angew. Math. Mech. 54, 1974, pp. 39-51).
 */
final class WideSum {
    private double sum;
    private double rest;

    /** One more term. */
    void add(double x) {
        double next = sum + x;
        rest += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
        sum = next;
    }

    /** One more product, rounded. */
    void addProduct(double x, double y) {
        add(x * y);
    }

    /** A multiple of the logarithm of a positive number. */
    void addLogarithm(double factor, double x) {
        add(factor * StrictMath.log(x));
    }

    /** The logarithm of {@code 2 pi}, so many times. */
    void addLogarithmOfTurn(double factor) {
        addLogarithm(factor, 2 * Math.PI);
    }

    /** The sum. */
    double value() {
        return sum + rest;
    }

    /** The sum in the precision of some numbers. */
    double rounded(double[] like) {
        return value();
    }

    /** The sum in the precision of some numbers. */
    float rounded(float[] like) {
        return (float) value();
    }
}
