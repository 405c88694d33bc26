package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleElements;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A diagonal matrix of {@code n} complex numbers {@code d} as a real one of order {@code 2 n}, on vectors that hold all
 * real parts and then all imaginary parts, as those of {@link DoubleFourierMap}:
 *
 * <pre>
 *     [Re y]   [Re d  -Im d] [Re x]
 *     [Im y] = [Im d   Re d] [Im x].
 * </pre>
 *
 * <p>The transpose has the conjugates. The inverse has the reciprocals {@code conj(d) / |d|^2}, computed with {@code d} times a
 * power of two that brings its larger part to 1 to 2, so that nothing overflows on the way, and each part is within {@code
 * 4 u} of its own size, {@code u} being the unit roundoff; only what underflows has less.
 *
 * <p>Rounding: nothing is fused; each element is off by at most {@code g(2) |A| |x|}, with {@code g(k) = k u / (1 - k u)}.
 * That of the inverse is off by {@code g(6) |A^-1| |x|}.
 */
public final class DoubleComplexDiagonal extends DoubleLinearMap {
    private final int n;
    private final double[] re;
    private final double[] im;

    private DoubleComplexDiagonal(double[] re, double[] im) {
        super(2 * re.length, 2 * re.length);
        this.n = re.length;
        this.re = re;
        this.im = im;
    }

    /**
     * The diagonal matrix of given entries.
     *
     * @param re the real parts, finite; copied
     * @param im the imaginary parts, as many, finite; copied
     * @return the map, of twice as many rows and columns
     * @throws IllegalArgumentException if there are more of one than of the other, more than 2^30 - 1, or one is not finite
     */
    public static DoubleComplexDiagonal of(double[] re, double[] im) {
        check("re", "im", re, im);
        return new DoubleComplexDiagonal(re.clone(), im.clone());
    }

    /** Refuses parts that are no complex numbers. */
    static void check(String reName, String imName, double[] re, double[] im) {
        Objects.requireNonNull(re, reName);
        Objects.requireNonNull(im, imName);
        if (re.length != im.length) {
            throw new IllegalArgumentException(
                    reName + ", " + imName + ": got lengths " + re.length + " and " + im.length + ", wanted the same");
        }
        if (re.length > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException(
                    reName + ": got length " + re.length + ", wanted " + Integer.MAX_VALUE / 2 + " or less");
        }
        for (int i = 0; i < re.length; i++) {
            if (!Double.isFinite(re[i]) || !Double.isFinite(im[i])) {
                throw new IllegalArgumentException(reName + "[" + i + "], " + imName + "[" + i + "]: got " + re[i]
                        + " and " + im[i] + ", wanted finite numbers");
            }
        }
    }

    /**
     * The reciprocals of complex numbers.
     *
     * @param what what is singular if one is zero
     * @param re their real parts
     * @param im their imaginary parts
     * @return real parts and imaginary parts
     */
    static double[][] reciprocals(String what, double[] re, double[] im) {
        double[] inverseRe = new double[re.length], inverseIm = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            double larger = Math.max(Math.abs(re[i]), Math.abs(im[i]));
            if (larger == 0) {
                throw new SingularMatrixException(what, i);
            }
            int exponent = Math.getExponent(larger);
            double a = Math.scalb(re[i], -exponent), b = Math.scalb(im[i], -exponent);
            double square = a * a + b * b;
            inverseRe[i] = Math.scalb(a / square, -exponent);
            inverseIm[i] = Math.scalb(-b / square, -exponent);
            if (!Double.isFinite(inverseRe[i]) || !Double.isFinite(inverseIm[i])) {
                throw new SingularMatrixException(
                        what, i, "its entry " + i + " is " + re[i] + " + i " + im[i] + ", one over which overflows");
            }
        }
        return new double[][] {inverseRe, inverseIm};
    }

    /**
     * The real parts.
     *
     * @return a copy of them
     */
    public double[] re() {
        return re.clone();
    }

    /**
     * The imaginary parts.
     *
     * @return a copy of them
     */
    public double[] im() {
        return im.clone();
    }

    /** This after another; null if a part would overflow, or a number underflow. */
    DoubleComplexDiagonal merged(DoubleComplexDiagonal right) {
        double[] productRe = new double[n], productIm = new double[n];
        multiply(n, re, im, right.re, 0, right.im, 0, productRe, 0, productIm, 0);
        for (int i = 0; i < n; i++) {
            double larger = Math.max(Math.abs(re[i]), Math.abs(im[i]));
            if (!DoubleMultiple.isGathered(larger, Math.max(Math.abs(right.re[i]), Math.abs(right.im[i])))) {
                return null;
            }
        }
        return finite(productRe, productIm);
    }

    /** This and another; null if a part would overflow. */
    DoubleComplexDiagonal plus(DoubleComplexDiagonal other) {
        double[] sumRe = new double[n], sumIm = new double[n];
        DoubleElements.add(re, 0, other.re, 0, sumRe, 0, n);
        DoubleElements.add(im, 0, other.im, 0, sumIm, 0, n);
        return finite(sumRe, sumIm);
    }

    private static DoubleComplexDiagonal finite(double[] re, double[] im) {
        for (int i = 0; i < re.length; i++) {
            if (!Double.isFinite(re[i]) || !Double.isFinite(im[i])) {
                return null;
            }
        }
        return new DoubleComplexDiagonal(re, im);
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        multiply(n, re, im, x, xOffset, x, xOffset + n, y, yOffset, y, yOffset + n);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        multiplyConjugate(n, re, im, x, xOffset, x, xOffset + n, y, yOffset, y, yOffset + n);
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    /** Vectors side by side are mapped element by element, where they are. */
    @Override
    void several(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        if (past - first == 1 || xLayout.distance() != 1 || yLayout.distance() != 1) {
            super.several(transposed, x, xLayout, y, yLayout, first, past, workspace, parallelism);
            return;
        }
        int from = xLayout.start(first), to = yLayout.start(first), count = past - first;
        for (int k = 0; k < n; k++) {
            int a = from + k * xLayout.stride(), b = from + (n + k) * xLayout.stride();
            int c = to + k * yLayout.stride(), d = to + (n + k) * yLayout.stride();
            if (transposed) {
                multiplyConjugate(count, re[k], im[k], x, a, b, y, c, d);
            } else {
                multiply(count, re[k], im[k], x, a, b, y, c, d);
            }
        }
    }

    /** {@code y = d x} for elements of vectors side by side. */
    private static void multiply(int count, double re, double im, double[] x, int a, int b, double[] y, int c, int d) {
        for (int i = 0; i < count; i++) {
            double real = x[a + i], imaginary = x[b + i];
            y[c + i] = re * real - im * imaginary;
            y[d + i] = im * real + re * imaginary;
        }
    }

    /** {@code y = conj(d) x} for elements of vectors side by side. */
    private static void multiplyConjugate(
            int count, double re, double im, double[] x, int a, int b, double[] y, int c, int d) {
        for (int i = 0; i < count; i++) {
            double real = x[a + i], imaginary = x[b + i];
            y[c + i] = re * real + im * imaginary;
            y[d + i] = re * imaginary - im * real;
        }
    }

    /** {@code y = d x}, where y may be x. */
    static void multiply(
            int n,
            double[] re,
            double[] im,
            double[] xRe,
            int xReAt,
            double[] xIm,
            int xImAt,
            double[] yRe,
            int yReAt,
            double[] yIm,
            int yImAt) {
        for (int i = 0; i < n; i++) {
            double a = xRe[xReAt + i], b = xIm[xImAt + i];
            yRe[yReAt + i] = re[i] * a - im[i] * b;
            yIm[yImAt + i] = im[i] * a + re[i] * b;
        }
    }

    /** {@code y = conj(d) x}, where y may be x. */
    static void multiplyConjugate(
            int n,
            double[] re,
            double[] im,
            double[] xRe,
            int xReAt,
            double[] xIm,
            int xImAt,
            double[] yRe,
            int yReAt,
            double[] yIm,
            int yImAt) {
        for (int i = 0; i < n; i++) {
            double a = xRe[xReAt + i], b = xIm[xImAt + i];
            yRe[yReAt + i] = re[i] * a + im[i] * b;
            yIm[yImAt + i] = re[i] * b - im[i] * a;
        }
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleComplexDiagonal(re, negated(im));
    }

    static double[] negated(double[] x) {
        double[] negated = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            negated[i] = -x[i];
        }
        return negated;
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        double[][] inverse = reciprocals("the complex diagonal matrix", re, im);
        return new DoubleComplexDiagonal(inverse[0], inverse[1]);
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known = EnumSet.noneOf(MapProperty.class);
        boolean isInvertible = true, isReal = true, isPositive = true;
        for (int i = 0; i < n; i++) {
            isInvertible &= re[i] != 0 || im[i] != 0;
            isReal &= im[i] == 0;
            isPositive &= re[i] > 0;
        }
        if (isInvertible) {
            known.add(MapProperty.INVERTIBLE);
        }
        if (isReal) {
            known.add(MapProperty.DIAGONAL);
            if (isPositive) {
                known.add(MapProperty.POSITIVE_DEFINITE);
            }
        }
        return known;
    }

    /** The product of all {@code |d_i|^2}. */
    @Override
    public Determinant determinant() {
        return squares(re, im);
    }

    static Determinant squares(double[] re, double[] im) {
        Determinant product = Determinant.ONE;
        for (int i = 0; i < re.length; i++) {
            int exponent = Math.getExponent(Math.max(Math.abs(re[i]), Math.abs(im[i])));
            double a = Math.scalb(re[i], -exponent), b = Math.scalb(im[i], -exponent);
            product = product.times(a * a + b * b).times(new Determinant(1, 2L * exponent));
        }
        return product;
    }

    @Override
    public long operations() {
        return 6L * n;
    }

    @Override
    public long parameters() {
        return 2L * n;
    }

    @Override
    public boolean isComplex() {
        return true;
    }

    @Override
    public String name() {
        return "complex diagonal " + n;
    }
}
