package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;
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

    /** What a matrix is made of. */
    @FunctionalInterface
    interface Entry {
        Twofold at(int i, int j);
    }

    /** A matrix whose map rounds a term so many times. */
    static DenseMatrix of(int rows, int cols, int roundings, Entry entry) {
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
     * A matrix whose map is off by a bound on all of its elements together: each computed element of {@code A x} by at most
     * {@code g(s) m ||x||_2}, hence by no more than if the magnitude of every entry were {@code m}.
     *
     * @param rows the number of rows
     * @param cols the number of columns
     * @param s roundings
     * @param m at least the 2-norm of the matrix
     * @param entry gives the entries
     */
    static DenseMatrix boundedByNorm(int rows, int cols, int s, double m, Entry entry) {
        DenseMatrix matrix = of(rows, cols, s, entry);
        Arrays.fill(matrix.magnitudes, m);
        return matrix;
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

    /** {@code diag(I, A, I)} of size {@code n} with this square matrix from {@code start} on. */
    public DenseMatrix window(int start, int n) {
        return of(n, n, roundings, (i, j) -> {
            boolean inside = i >= start && i < start + rows && j >= start && j < start + cols;
            return inside ? entries[(i - start) * cols + j - start] : new Twofold().add(i == j ? 1 : 0);
        });
    }

    /** A diagonal of numbers, by which a map multiplies, or divides by their reciprocals: one rounding. */
    public static DenseMatrix scalings(Numbers diagonal) {
        int n = diagonal.length();
        return of(n, n, 1, (i, j) -> new Twofold().add(i == j ? diagonal.at(i) : 0));
    }

    /** The multiple by a number: one rounding more. */
    public DenseMatrix times(double factor) {
        DenseMatrix multiple = of(rows, cols, roundings + 1, (i, j) -> new Twofold()
                .addProduct(entries[i * cols + j], new Twofold().add(factor)));
        for (int i = 0; i < magnitudes.length; i++) {
            multiple.magnitudes[i] = Math.abs(factor) * magnitudes[i];
        }
        return multiple;
    }

    /** The sum of this and another: outputs are added, one rounding more. */
    public DenseMatrix plus(DenseMatrix other) {
        int s = Math.max(roundings, other.roundings) + 1;
        DenseMatrix sum = of(rows, cols, s, (i, j) -> new Twofold()
                .add(entries[i * cols + j])
                .add(other.entries[i * cols + j]));
        for (int i = 0; i < magnitudes.length; i++) {
            sum.magnitudes[i] = magnitudes[i] + other.magnitudes[i];
        }
        return sum;
    }

    /** {@code diag(A, B)}: vectors that are joined. */
    public DenseMatrix beside(DenseMatrix other) {
        int s = Math.max(roundings, other.roundings);
        DenseMatrix joined = of(
                rows + other.rows,
                cols + other.cols,
                s,
                (i, j) -> i < rows && j < cols
                        ? entries[i * cols + j]
                        : i >= rows && j >= cols ? other.entries[(i - rows) * other.cols + j - cols] : new Twofold());
        for (int i = 0; i < joined.rows; i++) {
            for (int j = 0; j < joined.cols; j++) {
                joined.magnitudes[i * joined.cols + j] = i < rows && j < cols
                        ? magnitudes[i * cols + j]
                        : i >= rows && j >= cols ? other.magnitudes[(i - rows) * other.cols + j - cols] : 0;
            }
        }
        return joined;
    }

    /** {@code A x B}, the Kronecker product: a map by axes, one after the other, errs as a product does. */
    public DenseMatrix kronecker(DenseMatrix other) {
        int width = cols * other.cols;
        DenseMatrix product = of(rows * other.rows, width, roundings + other.roundings, (i, j) -> new Twofold()
                .addProduct(
                        entries[i / other.rows * cols + j / other.cols],
                        other.entries[i % other.rows * other.cols + j % other.cols]));
        for (int at = 0; at < product.magnitudes.length; at++) {
            int i = at / width, j = at % width;
            product.magnitudes[at] = magnitudes[i / other.rows * cols + j / other.cols]
                    * other.magnitudes[i % other.rows * other.cols + j % other.cols];
        }
        return product;
    }

    /** This above another: the transpose adds outputs, one rounding more. */
    public DenseMatrix above(DenseMatrix other) {
        int s = Math.max(roundings, other.roundings) + 1;
        DenseMatrix stack = of(
                rows + other.rows,
                cols,
                s,
                (i, j) -> i < rows ? entries[i * cols + j] : other.entries[(i - rows) * cols + j]);
        System.arraycopy(magnitudes, 0, stack.magnitudes, 0, magnitudes.length);
        System.arraycopy(other.magnitudes, 0, stack.magnitudes, magnitudes.length, other.magnitudes.length);
        return stack;
    }

    /** Some rows. */
    public DenseMatrix rows(int... which) {
        DenseMatrix some = of(which.length, cols, roundings, (i, j) -> entries[which[i] * cols + j]);
        for (int i = 0; i < which.length; i++) {
            System.arraycopy(magnitudes, which[i] * cols, some.magnitudes, i * cols, cols);
        }
        return some;
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

    /** The magnitude in row {@code i}, column {@code j}. */
    public double magnitude(int i, int j) {
        return magnitudes[i * cols + j];
    }

    /** The entry in row {@code i}, column {@code j}. */
    public Twofold entry(int i, int j) {
        return entries[i * cols + j];
    }
}
