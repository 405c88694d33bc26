package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.CircularConvolutionSchedule;
import dev.lanewise.engine.trigonometric.TrigonometricKind;

/**
 * The matrices of the Fourier family by their definitions, each with what rounding may do to a map that applies it, or its
 * transpose: bounds on all elements together, from {@link FourierBounds} for complex transforms and from {@link
 * RealFourierBounds}, {@code r(n)}, for real ones. The transpose of a transform goes the way of its inverse, and coefficients
 * that stand for two are halved before, or elements of weight 1 doubled, so that no norm on the way is larger than here.
 */
public final class FourierMatrix {
    private FourierMatrix() {}

    private static int realRoundings(int n) {
        return (int) Math.ceil(RealFourierBounds.roundings(n));
    }

    private static Twofold product(Twofold x, Twofold y) {
        return new Twofold().addProduct(x, y);
    }

    private static Twofold signed(int sign, Twofold x) {
        return product(new Twofold().add(sign), x);
    }

    private static Twofold cosine(long k, long n) {
        return UnitRoots.cosine((int) (k % n), (int) n);
    }

    private static Twofold sine(long k, long n) {
        return UnitRoots.sine((int) (k % n), (int) n);
    }

    /** The forward transform of {@code n} complex numbers, on their real parts followed by their imaginary parts. */
    public static DenseMatrix complex(int n, Normalization normalization) {
        Twofold factor = HadamardMatrix.factor(n, normalization);
        int roundings = (int) Math.ceil(FourierBounds.roundings(n, normalization));
        return DenseMatrix.boundedByNorm(2 * n, 2 * n, roundings, factor.value() * Math.sqrt(n), (i, j) -> {
            long turn = (long) (i % n) * (j % n);
            boolean diagonal = i < n == j < n;
            int sign = i >= n && j < n ? -1 : 1;
            return signed(sign, product(diagonal ? cosine(turn, n) : sine(turn, n), factor));
        });
    }

    /** The forward transform of {@code n} real numbers to the coefficients {@code 0 ... n / 2}, real parts first. */
    public static DenseMatrix real(int n, Normalization normalization) {
        Twofold factor = HadamardMatrix.factor(n, normalization);
        int roundings = realRoundings(n) + ErrorBounds.factorRoundings(n, normalization);
        int kept = n / 2 + 1;
        return DenseMatrix.boundedByNorm(2 * kept, n, roundings, factor.value() * Math.sqrt(n), (i, j) -> {
            long turn = (long) (i % kept) * j;
            return i < kept ? product(cosine(turn, n), factor) : signed(-1, product(sine(turn, n), factor));
        });
    }

    /**
     * The Hartley transform: sums and differences of the two parts of each coefficient of a real transform, which twice as
     * many elements share: {@code sqrt(2)} times its error.
     */
    public static DenseMatrix hartley(int n, Normalization normalization) {
        Twofold factor = HadamardMatrix.factor(n, normalization);
        int roundings = realRoundings(n) + 1 + ErrorBounds.factorRoundings(n, normalization);
        return DenseMatrix.boundedByNorm(
                n,
                n,
                roundings,
                factor.value() * Math.sqrt(2.0 * n),
                (i, j) -> product(cosine((long) i * j, n).add(sine((long) i * j, n)), factor));
    }

    /**
     * The circulant matrix {@code A_ij = c_((i-j) mod n)}.
     *
     * <p>By direct sums each element is off by {@code g(n) |A| |x|}. Through transforms of length {@code l}: with {@code C} the
     * transform of the filter, whose elements are those of {@code c}, some of them twice, {@code |C_k| <= 2 ||c||_1 <= sqrt(4 n)
     * ||c||_2}, and each {@code C_k} as computed is off by {@code g(r(l)) sqrt(2 l) ||c||_2} at most. That error, those of the
     * transform of {@code x}, of the complex products and of the transform back add up to {@code g(3 r(l) + 3) sqrt(4 l) ||c||_2
     * ||x||_2}.
     */
    public static DenseMatrix circulant(Numbers c) {
        int n = c.length();
        CircularConvolutionSchedule schedule = CircularConvolutionSchedule.of(n);
        if (schedule.method() == CircularConvolutionSchedule.Method.DIRECT) {
            double[] entries = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    entries[i * n + j] = c.at(Math.floorMod(i - j, n));
                }
            }
            return DenseMatrix.of(n, n, new Numbers(c.precision(), entries));
        }
        int roundings = 3 * realRoundings(schedule.length()) + 3;
        double norm = Math.sqrt(4.0 * schedule.length()) * c.norm2();
        return DenseMatrix.boundedByNorm(
                n, n, roundings, norm, (i, j) -> new Twofold().add(c.at(Math.floorMod(i - j, n))));
    }

    /**
     * A cosine or sine transform, as SciPy defines it. With {@code p} its period its norm is {@code f sqrt(2 p)} at most.
     *
     * <ul>
     *   <li>Types II, III and IV are a Fourier transform of {@code n} real or {@code n / 2} complex numbers and products with
     *       roots of unity, one or two in a row, {@code 2 + sqrt(2)} each and {@code sqrt(5) + sqrt(2)} where nothing is fused,
     *       the factor of the normalisation, and for types II and III the rounded square root and the product with it: {@code r(n)
     *       + 8} and the roundings of the factor.
     *   <li>Type I is sums and differences of two elements each, type III of half the period, and type I of half the period
     *       again, until it is a real transform of a whole period. Sums and differences are {@code sqrt(2)} times orthogonal, but
     *       for the middle element, which is doubled, and that once at most: {@code sqrt(2)} times the norm is enough.
     * </ul>
     */
    public static DenseMatrix trigonometric(TrigonometricKind kind, int n, Normalization normalization) {
        int period = kind.period(n);
        int roundings = ErrorBounds.factorRoundings(period, normalization) + 8;
        double norm = HadamardMatrix.factor(period, normalization).value() * Math.sqrt(2.0 * period);
        if (kind == TrigonometricKind.DCT1 || kind == TrigonometricKind.DST1) {
            roundings += typeOneRoundings(period);
            norm *= Math.sqrt(2);
        } else {
            roundings += realRoundings(n);
        }
        TrigonometricOracle oracle = TrigonometricOracle.of(kind, n);
        return DenseMatrix.boundedByNorm(n, n, roundings, norm, (i, j) -> {
            double[] unit = new double[n];
            unit[j] = 1;
            return oracle.coefficient(i, Numbers.of(unit), normalization);
        });
    }

    /** As many halvings as there may be, and then the transform that takes most. */
    private static int typeOneRoundings(int period) {
        int most = 0;
        int length = period;
        for (int halvings = 0; length > 0; halvings++) {
            most = Math.max(most, halvings + realRoundings(length));
            length = length % 2 == 0 ? length / 2 : 0;
        }
        return most;
    }
}
