package dev.lanewise.oracle;

/**
 * The complex roots of unity {@code exp(2 pi i k / n)}, {@code k = 0 ... n - 1}, each within {@code 2^-98}: in about twice the
 * precision of double.
 *
 * <p>Kept apart from the library's: Taylor series in twice the precision over a quarter of the circle, instead of
 * {@link StrictMath} and a correction over an eighth; and of a table most are products of two others.
 */
public final class UnitRoots {
    /** Half of pi to 107 bits. */
    private static final Twofold HALF_PI = new Twofold().add(Math.PI / 2).add(1.2246467991473532e-16 / 2);

    /** The next term of either series is below {@code (pi/2)^38 / 38! < 2^-120}. */
    private static final int TERMS = 18;

    private final double[] cosines;
    private final double[] cosineRests;
    private final double[] sines;
    private final double[] sineRests;

    private UnitRoots(int n) {
        cosines = new double[n];
        cosineRests = new double[n];
        sines = new double[n];
        sineRests = new double[n];
    }

    /** All roots of an order. */
    public static UnitRoots of(int n) {
        UnitRoots roots = new UnitRoots(n);
        int step = (int) Math.ceil(Math.sqrt(n));
        Twofold[] fineCosines = new Twofold[step];
        Twofold[] fineSines = new Twofold[step];
        for (int k = 0; k < step; k++) {
            fineCosines[k] = cosine(k, n);
            fineSines[k] = sine(k, n);
        }
        for (int coarse = 0; coarse < n; coarse += step) {
            Twofold cosine = cosine(coarse, n);
            Twofold sine = sine(coarse, n);
            Twofold minusSine = negated(sine);
            for (int k = 0; k < Math.min(step, n - coarse); k++) {
                Twofold re = product(cosine, fineCosines[k]).addProduct(minusSine, fineSines[k]);
                Twofold im = product(cosine, fineSines[k]).addProduct(sine, fineCosines[k]);
                roots.cosines[coarse + k] = re.value();
                roots.cosineRests[coarse + k] = re.rest();
                roots.sines[coarse + k] = im.value();
                roots.sineRests[coarse + k] = im.rest();
            }
        }
        return roots;
    }

    /** The roots {@code exp(2 pi i j k / n)} for all {@code j}, rounded to double. */
    public static ComplexNumbers wave(int n, int k, Precision precision) {
        UnitRoots roots = of(n);
        double[] re = new double[n];
        double[] im = new double[n];
        for (int j = 0; j < n; j++) {
            int at = Math.floorMod((long) j * k, n);
            re[j] = roots.cosines[at];
            im[j] = roots.sines[at];
        }
        return new ComplexNumbers(new Numbers(precision, re), new Numbers(precision, im));
    }

    /** {@code cos(2 pi k / n)}, for {@code 0 <= k < n}. */
    public static Twofold cosine(int k, int n) {
        return switch ((int) (4L * k / n)) {
            case 0 -> cosineOfQuarter(k, n);
            case 1 -> negated(sineOfQuarter(k, n));
            case 2 -> negated(cosineOfQuarter(k, n));
            default -> sineOfQuarter(k, n);
        };
    }

    /** {@code sin(2 pi k / n)}, for {@code 0 <= k < n}. */
    public static Twofold sine(int k, int n) {
        return switch ((int) (4L * k / n)) {
            case 0 -> sineOfQuarter(k, n);
            case 1 -> cosineOfQuarter(k, n);
            case 2 -> negated(sineOfQuarter(k, n));
            default -> negated(cosineOfQuarter(k, n));
        };
    }

    /** What is left of the angle without whole quarters. */
    private static Twofold angle(int k, int n) {
        int rest = (int) (4L * k % n);
        return product(HALF_PI, product(new Twofold().add(rest), Twofold.reciprocal(n)));
    }

    private static Twofold cosineOfQuarter(int k, int n) {
        return series(angle(k, n), 0);
    }

    private static Twofold sineOfQuarter(int k, int n) {
        Twofold angle = angle(k, n);
        return product(angle, series(angle, 1));
    }

    /** By Horner, {@code 1 - x^2 / (1 + p) (2 + p) + x^4 / (1 + p) (2 + p) (3 + p) (4 + p) - ...}. */
    private static Twofold series(Twofold x, int p) {
        Twofold minusSquare = product(x, negated(x));
        Twofold sum = new Twofold().add(1);
        for (int k = 2 * TERMS; k > 0; k -= 2) {
            Twofold quotient = product(minusSquare, Twofold.reciprocal((k - 1 + p) * (k + p)));
            sum = new Twofold().add(1).addProduct(quotient, sum);
        }
        return sum;
    }

    private static Twofold product(Twofold x, Twofold y) {
        return new Twofold().addProduct(x, y);
    }

    private static Twofold negated(Twofold x) {
        return new Twofold().add(-x.value()).add(-x.rest());
    }

    /**
     * {@code sum over j of x_j exp(2 pi i j k / n)}. With {@code u = 2^-53}, a part is a sum of {@code 2 n} products whose
     * magnitudes add up to {@code ||x||_1} at most; what rounding leaves of them is at most {@code 2 n + 2} times {@code u
     * ||x||_1} and is summed in double, which is off by {@code 4 n u} times that: with the roots' own error less than
     * {@code n^2 2^-98 ||x||_1} for the two parts.
     *
     * @param x the vector, of any length, with which {@code n} in what is said of the error is the larger one
     * @param k which coefficient, of either sign
     * @return the coefficient
     */
    Coefficient coefficient(ComplexNumbers x, int k) {
        int n = cosines.length;
        int step = Math.floorMod(k, n);
        double[] xr = x.re().values();
        double[] xi = x.im().values();
        CompensatedSum re = new CompensatedSum();
        CompensatedSum im = new CompensatedSum();
        for (int j = 0, at = 0; j < xr.length; j++) {
            double cosine = cosines[at], cosineRest = cosineRests[at];
            double sine = sines[at], sineRest = sineRests[at];
            re.addProduct(xr[j], cosine, cosineRest);
            re.addProduct(-xi[j], sine, sineRest);
            im.addProduct(xr[j], sine, sineRest);
            im.addProduct(xi[j], cosine, cosineRest);
            at += at < n - step ? step : step - n;
        }
        return new Coefficient(re.toTwofold(), im.toTwofold());
    }

    /**
     * {@code sum over j of x_j} times the cosine, or the sine, of {@code 2 pi (start + j step) / n}; the sum may have any
     * length {@code l}. Off by less than {@code (l^2 + n^2) 2^-98 ||x||_1}, as for {@link #coefficient}.
     *
     * @param x the factors
     * @param start which root comes first, not negative
     * @param step from each to the next, not negative
     * @param sine whether sines are meant
     * @return the sum
     */
    Twofold sum(double[] x, long start, long step, boolean sine) {
        int n = cosines.length;
        double[] parts = sine ? sines : cosines;
        double[] rests = sine ? sineRests : cosineRests;
        int by = (int) (step % n);
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0, at = (int) (start % n); j < x.length; j++) {
            sum.addProduct(x[j], parts[at], rests[at]);
            at += at < n - by ? by : by - n;
        }
        return sum.toTwofold();
    }

    /**
     * A complex number in twice the precision.
     *
     * @param re the real part
     * @param im the imaginary part
     */
    record Coefficient(Twofold re, Twofold im) {
        /** The number times a real one. */
        Coefficient times(Twofold factor) {
            return new Coefficient(product(re, factor), product(im, factor));
        }

        /** {@code |x - this|^2}. */
        double squaredDistance(double xr, double xi) {
            double byRe = re.distance(xr);
            double byIm = im.distance(xi);
            return byRe * byRe + byIm * byIm;
        }
    }

    /**
     * A running inner product as if in twice the precision: rounding errors, which are numbers themselves, are summed apart
     * (T. Ogita, S. M. Rump, S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26, 2005, pp. 1955-1988, Dot2).
     */
    private static final class CompensatedSum {
        private double sum;
        private double rest;

        void addProduct(double x, double y, double yRest) {
            double product = x * y;
            double error = Math.fma(x, y, -product) + x * yRest;
            double next = sum + product;
            double part = next - sum;
            rest += (sum - (next - part)) + (product - part) + error;
            sum = next;
        }

        Twofold toTwofold() {
            return new Twofold().add(sum).add(rest);
        }
    }
}
