package dev.lanewise.engine.scalar;

/**
 * The complex roots of unity {@code exp(2 pi i k / n)}, each part within one unit in its last place.
 *
 * <p>The angle is reduced to an eighth of the circle in integers, taken to twice the working precision, and the part that a
 * double cannot hold corrects sine and cosine by one term of their Taylor series. {@link StrictMath} makes them the same on
 * every machine.
 */
public final class RootsOfUnity {
    private static final double QUARTER_PI = Math.PI / 4;

    /** What {@link #QUARTER_PI} lacks: pi to 107 bits is {@link Math#PI} and 1.2246467991473532e-16. */
    private static final double QUARTER_PI_TAIL = 1.2246467991473532e-16 / 4;

    private RootsOfUnity() {}

    /**
     * The real part, {@code cos(2 pi k / n)}.
     *
     * @param k which root
     * @param n of how many, at least 1 and at most 2^59
     * @return the part
     */
    public static double doubleReal(long k, long n) {
        return part(k, n, false);
    }

    /**
     * The imaginary part, {@code sin(2 pi k / n)}.
     *
     * @param k which root
     * @param n of how many, at least 1 and at most 2^59
     * @return the part
     */
    public static double doubleImaginary(long k, long n) {
        return part(k, n, true);
    }

    /**
     * {@link #doubleReal} rounded to float.
     *
     * @param k which root
     * @param n of how many, at least 1 and at most 2^59
     * @return the part
     */
    public static float floatReal(long k, long n) {
        return (float) part(k, n, false);
    }

    /**
     * {@link #doubleImaginary} rounded to float.
     *
     * @param k which root
     * @param n of how many, at least 1 and at most 2^59
     * @return the part
     */
    public static float floatImaginary(long k, long n) {
        return (float) part(k, n, true);
    }

    private static double part(long k, long n, boolean imaginary) {
        long eighths = 8 * Math.floorMod(k, n);
        int octant = (int) (eighths / n);
        long rest = octant % 2 == 0 ? eighths % n : n - eighths % n;
        // Octants 1, 2, 5 and 6 are nearer to the imaginary axis: sine and cosine change places.
        boolean sine = imaginary ^ ((octant + 1) / 2 % 2 == 1);
        double magnitude = sine ? sine(rest, n) : cosine(rest, n);
        boolean negative = imaginary ? octant >= 4 : octant >= 2 && octant < 6;
        return negative ? -magnitude : magnitude;
    }

    private static double sine(long rest, long n) {
        double angle = QUARTER_PI * (rest / (double) n);
        return Math.fma(StrictMath.cos(angle), tail(rest, n), StrictMath.sin(angle));
    }

    private static double cosine(long rest, long n) {
        double angle = QUARTER_PI * (rest / (double) n);
        return Math.fma(-StrictMath.sin(angle), tail(rest, n), StrictMath.cos(angle));
    }

    /** The angle {@code pi/4 * rest/n} less what a product of doubles makes of it. */
    private static double tail(long rest, long n) {
        double quotient = rest / (double) n;
        double quotientTail = Math.fma(-quotient, n, rest) / n;
        double angle = QUARTER_PI * quotient;
        double angleTail = Math.fma(QUARTER_PI, quotient, -angle);
        return angleTail + (QUARTER_PI * quotientTail + QUARTER_PI_TAIL * quotient);
    }
}
