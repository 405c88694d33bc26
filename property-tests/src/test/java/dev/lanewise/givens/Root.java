package dev.lanewise.givens;

/** The square root, correctly rounded in either precision. */
final class Root {
    private Root() {}

    static double of(double x) {
        return Math.sqrt(x);
    }

    /** Rounding twice does no harm: double has more than twice the digits of float, and two. */
    static float of(float x) {
        return (float) Math.sqrt(x);
    }
}
