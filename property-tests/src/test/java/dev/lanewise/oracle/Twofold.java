package dev.lanewise.oracle;

/**
 * A running sum in about twice the precision of double: {@code high + low}, not evaluated.
 *
 * <p>One addition is off by at most {@code 2 u^2} times the sum, {@code u = 2^-53}, so that {@code n} of them are off by
 * at most {@code 2 n u^2} times the sum of the magnitudes.
 *
 * <p>Sources: D. E. Knuth, The Art of Computer Programming 2, 3rd ed., section 4.2.2, theorem B (the error of a sum);
 * M. Joldes, J.-M. Muller, V. Popescu, Tight and rigorous error bounds for basic building blocks of double-word arithmetic,
 * ACM Trans. Math. Software 44(2), 2017 (a double word plus a number: {@link #add}, step by step, and its {@code 2 u^2}).
 */
public final class Twofold {
    private double high;
    private double low;

    /** Zero. */
    public Twofold() {}

    /** The reciprocal of a square root, by one Newton step from double. */
    public static Twofold reciprocalSqrt(int n) {
        double estimate = 1 / Math.sqrt(n);
        double square = estimate * estimate;
        double residual = Math.fma(-n, square, 1) - n * Math.fma(estimate, estimate, -square);
        return new Twofold().add(estimate).add(estimate * residual / 2);
    }

    /** The reciprocal of an integer, by one Newton step from double. */
    public static Twofold reciprocal(int n) {
        double estimate = 1.0 / n;
        return new Twofold().add(estimate).add(estimate * Math.fma(-n, estimate, 1));
    }

    /** Adds a number. */
    public Twofold add(double x) {
        double sum = high + x;
        double part = sum - high;
        double error = (high - (sum - part)) + (x - part) + low;
        high = sum + error;
        low = error - (high - sum);
        return this;
    }

    /** Adds the product of two numbers, itself exact. */
    public Twofold addProduct(double x, double y) {
        double product = x * y;
        return add(product).add(Math.fma(x, y, -product));
    }

    /** Adds the product of two such sums. */
    public Twofold addProduct(Twofold x, Twofold y) {
        return addProduct(x.high, y.high).add(x.high * y.low + x.low * y.high);
    }

    /** Adds another such sum. */
    public Twofold add(Twofold other) {
        return add(other.high).add(other.low);
    }

    /** The part that a double holds. */
    public double value() {
        return high;
    }

    /** What {@link #value} lacks. */
    public double rest() {
        return low;
    }

    /** {@code |x - this|}. */
    public double distance(double x) {
        return Math.abs((x - high) - low);
    }
}
