package dev.lanewise.engine.backend;

/** The square root, correctly rounded, in the precision of its argument: {@link Math} has that of {@code double} only. */
public final class SquareRoot {
    private SquareRoot() {}

    /**
     * The square root of a {@code double}.
     *
     * @param x at least 0
     * @return the root
     */
    public static double of(double x) {
        return Math.sqrt(x);
    }

    /**
     * The square root of a {@code float}.
     *
     * @param x at least 0
     * @return the root
     */
    public static float of(float x) {
        return (float) Math.sqrt(x);
    }
}
