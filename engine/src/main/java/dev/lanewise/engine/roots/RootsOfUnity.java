package dev.lanewise.engine.roots;

/**
 * The complex roots of unity {@code exp(2 pi i k / n)}, each part within one unit in its last place.
 *
 * <p>The angle is reduced to an eighth of the circle in integers and taken to twice the working precision; sine and cosine are
 * sums of their Taylor series with a first term, or two, that lose nothing. All of it is arithmetic that is the same on every
 * machine.
 */
public final class RootsOfUnity {
    private static final double QUARTER_PI = Math.PI / 4;

    /** What {@link #QUARTER_PI} lacks: pi to 107 bits is {@link Math#PI} and 1.2246467991473532e-16. */
    private static final double QUARTER_PI_TAIL = 1.2246467991473532e-16 / 4;

    /** The next term of either series is below {@code (pi/4)^18 / 18! < 2^-59}. */
    private static final int TERMS = 8;

    /** {@code (-1)^k / (2 k + 1)!}. */
    private static final double[] SINE = new double[TERMS + 1];

    /** {@code (-1)^k / (2 k)!}. */
    private static final double[] COSINE = new double[TERMS + 1];

    static {
        double factorial = 1;
        for (int k = 1; k <= TERMS; k++) {
            int sign = k % 2 == 0 ? 1 : -1;
            factorial *= 2 * k;
            COSINE[k] = sign / factorial;
            factorial *= 2 * k + 1;
            SINE[k] = sign / factorial;
        }
    }

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

    /**
     * What a transform of odd length multiplies by: for {@code k = 1 ... n/2}, for {@code j = 1 ... n/2}, the cosine and the
     * sine of {@code 2 pi j k / n}.
     *
     * @param n the length, odd
     * @return the numbers
     */
    public static double[] doubleCoefficients(int n) {
        int half = n / 2;
        double[] coefficients = new double[2 * half * half];
        for (int k = 1, at = 0; k <= half; k++) {
            for (int j = 1; j <= half; j++) {
                coefficients[at++] = doubleReal((long) j * k, n);
                coefficients[at++] = doubleImaginary((long) j * k, n);
            }
        }
        return coefficients;
    }

    /**
     * {@link #doubleCoefficients} rounded to float.
     *
     * @param n the length, odd
     * @return the numbers
     */
    public static float[] floatCoefficients(int n) {
        double[] coefficients = doubleCoefficients(n);
        float[] rounded = new float[coefficients.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) coefficients[i];
        }
        return rounded;
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

    /** {@code sin(x + y) = x + (x^3 S(x^2) + y (1 - x^2 / 2))}: what is rounded before the last sum is small. */
    private static double sine(long rest, long n) {
        double x = QUARTER_PI * (rest / (double) n);
        double y = tail(rest, n);
        double square = x * x;
        double series = 0;
        for (int k = TERMS; k > 0; k--) {
            series = Math.fma(series, square, SINE[k]);
        }
        return x + Math.fma(x * square, series, Math.fma(-0.5 * square, y, y));
    }

    /** {@code cos(x + y) = 1 - x^2 / 2 + (x^4 C(x^2) - x y)}, the first two without a loss. */
    private static double cosine(long rest, long n) {
        double x = QUARTER_PI * (rest / (double) n);
        double y = tail(rest, n);
        double square = x * x;
        double squareTail = Math.fma(x, x, -square);
        double series = 0;
        for (int k = TERMS; k > 1; k--) {
            series = Math.fma(series, square, COSINE[k]);
        }
        double half = 0.5 * square;
        double lead = 1 - half;
        double small = Math.fma(square * square, series, -Math.fma(x, y, 0.5 * squareTail));
        return lead + (1 - lead - half + small);
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
