package dev.lanewise.engine;

/**
 * A determinant, which is often too large or too small for a number: {@code mantissa 2^exponent}.
 *
 * @param mantissa of magnitude 1 to 2, or 0
 * @param exponent of two
 */
public record Determinant(double mantissa, long exponent) {
    /** The determinant of the identity. */
    public static final Determinant ONE = new Determinant(1, 0);

    /**
     * This and one more factor. Rounds once.
     *
     * @param factor a finite number
     * @return the product
     */
    public Determinant times(double factor) {
        int ofFactor = Math.max(Math.getExponent(factor), Double.MIN_EXPONENT);
        double product = mantissa * Math.scalb(factor, -ofFactor);
        if (product == 0) {
            return new Determinant(0, 0);
        }
        int more = Math.getExponent(product);
        return new Determinant(Math.scalb(product, -more), exponent + ofFactor + more);
    }

    /**
     * The product of two determinants. Rounds once.
     *
     * @param other the other
     * @return the product
     */
    public Determinant times(Determinant other) {
        double product = mantissa * other.mantissa;
        if (product == 0) {
            return new Determinant(0, 0);
        }
        int more = Math.getExponent(product);
        return new Determinant(Math.scalb(product, -more), exponent + other.exponent + more);
    }

    /**
     * The determinant of the inverse. Rounds once.
     *
     * @return one over this
     * @throws ArithmeticException if this is 0
     */
    public Determinant reciprocal() {
        if (mantissa == 0) {
            throw new ArithmeticException("the determinant is 0: there is no inverse");
        }
        double one = 1 / mantissa;
        int more = Math.getExponent(one);
        return new Determinant(Math.scalb(one, -more), more - exponent);
    }

    /**
     * The determinant as a number.
     *
     * @return its value, infinite or 0 if it is beyond them
     */
    public double value() {
        return Math.scalb(mantissa, Math.clamp(exponent, -5000, 5000));
    }

    /**
     * Its sign.
     *
     * @return 1, -1 or 0
     */
    public int sign() {
        return mantissa > 0 ? 1 : mantissa < 0 ? -1 : 0;
    }

    /**
     * The natural logarithm of its magnitude.
     *
     * @return the logarithm; negative infinity if it is 0
     */
    public double logarithm() {
        return StrictMath.log(Math.abs(mantissa)) + exponent * StrictMath.log(2);
    }
}
