package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.CircularConvolutionSchedule;
import dev.lanewise.engine.trigonometric.TrigonometricKind;

/**
 * The matrices of the Fourier family by their definitions, each with what rounding may do to a map that applies it, or its
 * transpose: derived from {@link FourierBounds}, of which {@code c(n)} are the roundings of a complex transform, as bounds on
 * all elements together. All transforms here are orthogonal passes, up to a factor, so that their roundings add up.
 *
 * <p><b>Real transforms</b> take {@code r(n)} roundings, {@code c(n / 2) + 7} for even lengths: what turns the transform of {@code
 * n / 2} complex numbers into the coefficients takes each pair of them to two coefficients by an orthogonal matrix, by sums, a
 * product with a root of unity that has half the factor in it, and sums again: {@code 1 + (2 + sqrt(2)) + 1 + 1}. The way back,
 * which is that of the transpose, too, does the same; its input has {@code 1/2} for all coefficients that stand for two, so
 * that its norm grows no more. An odd length has the passes of a complex one, of half of the numbers: {@code c(n) + 7} as well.
 */
public final class FourierMatrix {
    private FourierMatrix() {}

    private static int realRoundings(int n) {
        return (int) Math.ceil(FourierBounds.roundings(n % 2 == 0 ? n / 2 : n)) + 7;
    }

    private static Twofold product(Twofold x, Twofold y) {
        return new Twofold().addProduct(x, y);
    }

    private static Twofold times(int integer, Twofold x) {
        return new Twofold().addProduct(new Twofold().add(integer), x);
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
            return times(sign, product(diagonal ? cosine(turn, n) : sine(turn, n), factor));
        });
    }

    /** The forward transform of {@code n} real numbers to the coefficients {@code 0 ... n / 2}, real parts first. */
    public static DenseMatrix real(int n, Normalization normalization) {
        Twofold factor = HadamardMatrix.factor(n, normalization);
        int roundings = realRoundings(n) + ErrorBounds.factorRoundings(n, normalization);
        int kept = n / 2 + 1;
        return DenseMatrix.boundedByNorm(2 * kept, n, roundings, factor.value() * Math.sqrt(n), (i, j) -> {
            long turn = (long) (i % kept) * j;
            return i < kept ? product(cosine(turn, n), factor) : times(-1, product(sine(turn, n), factor));
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
        int period =
                switch (kind) {
                    case DCT1 -> 2 * (n - 1);
                    case DST1 -> 2 * (n + 1);
                    default -> 2 * n;
                };
        Twofold factor = HadamardMatrix.factor(period, normalization);
        boolean orthogonal = normalization == Normalization.ORTHO;
        int roundings = ErrorBounds.factorRoundings(period, normalization) + 8;
        double norm = factor.value() * Math.sqrt(2.0 * period);
        if (kind == TrigonometricKind.DCT1 || kind == TrigonometricKind.DST1) {
            roundings += typeOneRoundings(period);
            norm *= Math.sqrt(2);
        } else {
            roundings += realRoundings(n);
        }
        return DenseMatrix.boundedByNorm(n, n, roundings, norm, (k, j) -> {
            Twofold entry = product(trigonometric(kind, n, k, j), factor);
            return orthogonal ? product(entry, edges(kind, n, k, j)) : entry;
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

    /** The entry without a factor. */
    private static Twofold trigonometric(TrigonometricKind kind, int n, long k, long j) {
        boolean first = j == 0;
        boolean last = j == n - 1;
        return switch (kind) {
            case DCT1 -> times(first || last ? 1 : 2, cosine(j * k, 2L * (n - 1)));
            case DCT2 -> times(2, cosine((2 * j + 1) * k, 4L * n));
            case DCT3 -> times(first ? 1 : 2, cosine(j * (2 * k + 1), 4L * n));
            case DCT4 -> times(2, cosine((2 * j + 1) * (2 * k + 1), 8L * n));
            case DST1 -> times(2, sine((j + 1) * (k + 1), 2L * (n + 1)));
            case DST2 -> times(2, sine((2 * j + 1) * (k + 1), 4L * n));
            case DST3 -> times(last ? 1 : 2, sine((j + 1) * (2 * k + 1), 4L * n));
            case DST4 -> times(2, sine((2 * j + 1) * (2 * k + 1), 8L * n));
        };
    }

    /** What makes it orthogonal: {@code sqrt(2)} for inputs of weight 1 instead of 2, its inverse for their outputs. */
    private static Twofold edges(TrigonometricKind kind, int n, int k, int j) {
        boolean before =
                switch (kind) {
                    case DCT1 -> j == 0 || j == n - 1;
                    case DCT3 -> j == 0;
                    case DST3 -> j == n - 1;
                    default -> false;
                };
        boolean after =
                switch (kind) {
                    case DCT1 -> k == 0 || k == n - 1;
                    case DCT2 -> k == 0;
                    case DST2 -> k == n - 1;
                    default -> false;
                };
        Twofold one = new Twofold().add(1);
        Twofold rootOfHalf = Twofold.reciprocalSqrt(2);
        return product(before ? times(2, rootOfHalf) : one, after ? rootOfHalf : one);
    }
}
