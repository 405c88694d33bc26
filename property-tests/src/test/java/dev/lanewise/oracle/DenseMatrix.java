package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.CircularConvolutionSchedule;
import java.util.Arrays;

/**
 * A matrix written out in twice the precision, with what is needed to bound the rounding of a map that applies it.
 *
 * <p>If a map computes every element of {@code A x} as {@code sum a_ij x_j (1 + t_j)}, {@code |t_j| <= g(s)}, its error is
 * at most {@code g(s) |A| |x|}, element by element. For a product the errors of the right factor pass through the left
 * one: at most {@code g(s + s') |A| |B| |x|} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., lemmas
 * 3.1 and 3.3). So a matrix carries its {@code s} and its product of magnitudes {@code |A| |B|}, which is more than
 * {@code |A B|}.
 */
public final class DenseMatrix {
    private final int rows;
    private final int cols;
    private final Twofold[] entries;
    private final double[] magnitudes;
    private final int roundings;

    private DenseMatrix(int rows, int cols, Twofold[] entries, double[] magnitudes, int roundings) {
        this.rows = rows;
        this.cols = cols;
        this.entries = entries;
        this.magnitudes = magnitudes;
        this.roundings = roundings;
    }

    private interface Entry {
        Twofold at(int i, int j);
    }

    private static DenseMatrix of(int rows, int cols, int roundings, Entry entry) {
        Twofold[] entries = new Twofold[rows * cols];
        double[] magnitudes = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                entries[i * cols + j] = entry.at(i, j);
                magnitudes[i * cols + j] = Math.abs(entries[i * cols + j].value());
            }
        }
        return new DenseMatrix(rows, cols, entries, magnitudes, roundings);
    }

    /**
     * Any matrix, row-major; a map that sums its products one after the other rounds at most {@code max(rows, cols)} times.
     */
    public static DenseMatrix of(int rows, int cols, Numbers entries) {
        return of(rows, cols, Math.max(rows, cols), (i, j) -> new Twofold().add(entries.at(i * cols + j)));
    }

    /** A diagonal of signs: exact. */
    public static DenseMatrix diagonal(Numbers signs) {
        int n = signs.length();
        return of(n, n, 0, (i, j) -> new Twofold().add(i == j ? signs.at(i) : 0));
    }

    /** The permutation that takes element {@code source[i]} to place {@code i}: exact. */
    public static DenseMatrix permutation(int[] source) {
        int n = source.length;
        return of(n, n, 0, (i, j) -> new Twofold().add(source[i] == j ? 1 : 0));
    }

    /** The Hadamard matrix with its factor, {@code s} as in {@link ErrorBounds}. */
    public static DenseMatrix hadamard(int n, Normalization normalization) {
        HadamardMatrix matrix = HadamardMatrix.of(n);
        Twofold factor = HadamardMatrix.factor(n, normalization);
        return of(n, n, ErrorBounds.roundings(n, normalization), (i, j) -> new Twofold()
                .addProduct(new Twofold().add(matrix.entry(i, j)), factor));
    }

    /**
     * The discrete Fourier transform of {@code n} complex numbers, forward, on real parts followed by imaginary parts. An
     * element is off by no more than the vector, {@code g(s) f sqrt(n) ||x||_2} with {@code s} of {@link FourierBounds}: no
     * more than if the magnitude of every entry were {@code f sqrt(n)}.
     */
    public static DenseMatrix fourier(int n, Normalization normalization) {
        Twofold factor = HadamardMatrix.factor(n, normalization);
        int roundings = (int) Math.ceil(FourierBounds.roundings(n, normalization));
        return of(2 * n, 2 * n, roundings, (i, j) -> {
                    int turn = (int) ((long) (i % n) * (j % n) % n);
                    boolean diagonal = i < n == j < n;
                    Twofold entry = diagonal ? UnitRoots.cosine(turn, n) : UnitRoots.sine(turn, n);
                    Twofold sign = new Twofold().add(i >= n && j < n ? -1 : 1);
                    return new Twofold().addProduct(new Twofold().addProduct(entry, sign), factor);
                })
                .withMagnitude(factor.value() * Math.sqrt(n));
    }

    /**
     * The discrete Fourier transform of {@code n} real numbers to the coefficients {@code 0 ... n / 2}, real parts followed by
     * imaginary parts: a part of the complex one.
     *
     * <p>An even length goes by way of {@code n / 2} complex numbers. What turns their transform {@code Z} into the coefficients
     * takes each pair {@code Z_k}, {@code Z_(n/2-k)} to two coefficients by an orthogonal matrix, in five roundings and a root
     * of unity: sums, the product with a root that has half the factor in it, and sums again. The way back, which the transpose
     * goes, is as long; its input has {@code 1/2} for all coefficients that stand for two, so that its norm grows no more.
     */
    public static DenseMatrix realFourier(int n, Normalization normalization) {
        DenseMatrix all = fourier(n, normalization);
        int kept = n / 2 + 1;
        int roundings = realRoundings(n) + ErrorBounds.factorRoundings(n, normalization);
        return of(2 * kept, n, roundings, (i, j) -> all.entries[(i < kept ? i : n + i - kept) * 2 * n + j])
                .withMagnitude(all.magnitudes[0]);
    }

    private static int realRoundings(int n) {
        return (int) Math.ceil(FourierBounds.roundings(n % 2 == 0 ? n / 2 : n)) + 7;
    }

    /**
     * The circulant matrix {@code A_ij = c_((i-j) mod n)}.
     *
     * <p>By direct sums each element is off by {@code g(n) |A| |x|}. Through transforms of length {@code l} that come to {@code
     * r} roundings: with {@code C} the transform of the filter, whose elements are those of {@code c}, some of them twice,
     * {@code |C_k| <= 2 ||c||_1 <= sqrt(4 n) ||c||_2}, and each {@code C_k} as computed is off by {@code g(r) sqrt(2 l) ||c||_2}
     * at most. That error, those of the transform of {@code x}, of the complex products and of the transform back add up to
     * {@code g(r + r + 3 + r) sqrt(4 l) ||c||_2 ||x||_2} in the 2-norm, and no element is off by more.
     */
    public static DenseMatrix circulant(Numbers c) {
        int n = c.length();
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * n + j] = c.at(Math.floorMod(i - j, n));
            }
        }
        CircularConvolutionSchedule schedule = CircularConvolutionSchedule.of(n);
        boolean direct = schedule.method() == CircularConvolutionSchedule.Method.DIRECT;
        int roundings = direct ? n : 3 * realRoundings(schedule.length()) + 3;
        DenseMatrix matrix = of(n, n, roundings, (i, j) -> new Twofold().add(entries[i * n + j]));
        return direct ? matrix : matrix.withMagnitude(Math.sqrt(4.0 * schedule.length()) * c.norm2());
    }

    /** The same matrix with a larger bound on its rounding: as if every entry were so large. */
    private DenseMatrix withMagnitude(double magnitude) {
        double[] size = new double[entries.length];
        Arrays.fill(size, magnitude);
        return new DenseMatrix(rows, cols, entries, size, roundings);
    }

    /** {@code diag(I, A, I)} of size {@code n} with this square matrix from {@code start} on. */
    public DenseMatrix window(int start, int n) {
        return of(n, n, roundings, (i, j) -> {
            boolean inside = i >= start && i < start + rows && j >= start && j < start + cols;
            return inside ? entries[(i - start) * cols + j - start] : new Twofold().add(i == j ? 1 : 0);
        });
    }

    /** The product of this by another. */
    public DenseMatrix times(DenseMatrix right) {
        Twofold[] product = new Twofold[rows * right.cols];
        double[] size = new double[rows * right.cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < right.cols; j++) {
                Twofold sum = new Twofold();
                double magnitude = 0;
                for (int k = 0; k < cols; k++) {
                    sum.addProduct(entries[i * cols + k], right.entries[k * right.cols + j]);
                    magnitude += magnitudes[i * cols + k] * right.magnitudes[k * right.cols + j];
                }
                product[i * right.cols + j] = sum;
                size[i * right.cols + j] = magnitude;
            }
        }
        return new DenseMatrix(rows, right.cols, product, size, roundings + right.roundings);
    }

    /** The transpose. */
    public DenseMatrix transposed() {
        Twofold[] turned = new Twofold[rows * cols];
        double[] size = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                turned[j * rows + i] = entries[i * cols + j];
                size[j * rows + i] = magnitudes[i * cols + j];
            }
        }
        return new DenseMatrix(cols, rows, turned, size, roundings);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int cols() {
        return cols;
    }

    /** {@code s}. */
    public int roundings() {
        return roundings;
    }

    /** Element {@code i} of {@code A x}, exactly. */
    public Twofold element(int i, Numbers x) {
        Twofold sum = new Twofold();
        for (int j = 0; j < cols; j++) {
            sum.addProduct(entries[i * cols + j], new Twofold().add(x.at(j)));
        }
        return sum;
    }

    /** Element {@code i} of {@code |A| |x|}. */
    public double magnitude(int i, Numbers x) {
        double sum = 0;
        for (int j = 0; j < cols; j++) {
            sum += magnitudes[i * cols + j] * Math.abs(x.at(j));
        }
        return sum;
    }

    /** The entry in row {@code i}, column {@code j}. */
    public Twofold entry(int i, int j) {
        return entries[i * cols + j];
    }
}
