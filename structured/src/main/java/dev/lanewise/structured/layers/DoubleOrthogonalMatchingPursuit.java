package dev.lanewise.structured.layers;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleProduct;
import java.util.Arrays;
import java.util.Objects;

/**
 * Orthogonal matching pursuit: vectors as combinations of few columns of a dictionary,
 *
 * <pre>    y ~ D x,    x with k entries that are not zero,</pre>
 *
 * <p>greedily: the column with the largest cosine to the residual is taken, the first of those alike, and {@code x} is then the least squares
 * solution on all that are taken; so the residual is orthogonal to them. If the cosines of the columns among each other are below
 * {@code 1 / (2 k - 1)}, combinations of {@code k} columns are found exactly (J. A. Tropp, Greed is good, IEEE Trans. Inf. Theory 50(10),
 * 2004, pp. 2231-2242, theorem 3.1 and corollary 3.6). Columns need not have norm 1; those of zero are never taken.
 *
 * <p>The residual is not formed: the Gram matrix is kept, and the Cholesky factor of the part of it that belongs to the taken columns grows by a row
 * a step (R. Rubinstein, M. Zibulevsky and M. Elad, Efficient implementation of the K-SVD algorithm using batch orthogonal matching
 * pursuit, Technion CS-2008-08, 2008, algorithm 2). Besides {@code D^T y}, the transposed map once for each vector, a step costs some {@code 2 k n} operations for
 * {@code n} columns. {@code x} has the error of normal equations: off by a multiple of {@code u cond(D_k)^2 ||x||}.
 *
 * <p>Each vector has the bits it has alone. Multiples by powers of two have the same multiples as results, unless numbers leave the range.
 * With a workspace that is kept, nothing is allocated. (A {@link DoubleProduct} is applied factor by factor here.)
 */
public final class DoubleOrthogonalMatchingPursuit {
    /** Vectors that the dictionary is applied to at once. */
    private static final int BLOCK = 64;

    private final DoubleLinearMap dictionary;
    private final int atoms;

    /** The inner products of columns of norm 1. */
    private final double[] gram;

    /** Norms of the columns. */
    private final double[] norms;

    private DoubleOrthogonalMatchingPursuit(DoubleLinearMap dictionary) {
        this.dictionary = dictionary instanceof DoubleProduct product ? product.asWritten() : dictionary;
        atoms = dictionary.cols();
        norms = new double[atoms];
        Workspace workspace = new Workspace();
        DoubleTable columns = columns(this.dictionary, workspace);
        normalize(columns, norms);
        gram = DoubleTable.product(columns, false, columns, true, workspace).entries;
    }

    /** The columns of a map, as rows. */
    static DoubleTable columns(DoubleLinearMap map, Workspace workspace) {
        int rows = map.rows(), cols = map.cols();
        DoubleTable units = DoubleTable.identity(cols, cols), columns = new DoubleTable(cols, rows);
        Layout from = new Layout(0, 1, cols, cols), to = new Layout(0, 1, cols, rows);
        map.apply(units.entries, from, columns.entries, to, workspace, Parallelism.NONE);
        return columns;
    }

    /** Divides rows by their norms, and tells these; rows of zeros stay. */
    private static void normalize(DoubleTable columns, double[] norms) {
        int length = columns.cols;
        for (int j = 0; j < columns.rows; j++) {
            DoubleTable column =
                    new DoubleTable(1, length, Arrays.copyOfRange(columns.entries, j * length, (j + 1) * length));
            double largest = DoubleTable.largest(column.entries);
            int exponent = Double.isFinite(largest) ? column.normalize() : 0;
            double norm = column.norm();
            norms[j] = Math.scalb(norm, exponent);
            if (!Double.isFinite(norms[j])) {
                throw new IllegalArgumentException(
                        "dictionary, column " + j + ": its norm is " + norms[j] + ", wanted a finite number");
            }
            for (int i = 0; i < length && norm > 0; i++) {
                columns.entries[j * length + i] = column.entries[i] / norm;
            }
        }
    }

    /**
     * The method for a dictionary, which is written out once for its Gram matrix.
     *
     * @param dictionary a map of one row and one column at least; its columns are the atoms
     * @return the method
     * @throws IllegalArgumentException if it has no rows or columns, or a column is not finite or its norm overflows
     */
    public static DoubleOrthogonalMatchingPursuit of(DoubleLinearMap dictionary) {
        Objects.requireNonNull(dictionary, "dictionary");
        if (dictionary.rows() < 1 || dictionary.cols() < 1) {
            throw new IllegalArgumentException(
                    "dictionary: got " + dictionary.rows() + " x " + dictionary.cols() + ", wanted 1 or more of each");
        }
        return new DoubleOrthogonalMatchingPursuit(dictionary);
    }

    /**
     * The dictionary.
     *
     * @return {@code D}
     */
    public DoubleLinearMap dictionary() {
        return dictionary;
    }

    /**
     * The coefficients of one vector, as {@link #code(double[], Layout, double[], Layout, int, double, Workspace)} with no tolerance.
     *
     * @param y the vector, of length {@code rows}, finite
     * @param most how many coefficients differ from zero at most, 0 to the smaller of {@code rows} and {@code cols}
     * @return {@code x}, of length {@code cols}
     * @throws IllegalArgumentException if {@code y} has another length, or is not finite, or the number is out of range
     */
    public double[] code(double[] y, int most) {
        if (Objects.requireNonNull(y, "y").length != dictionary.rows()) {
            throw new IllegalArgumentException("y: got length " + y.length + ", wanted " + dictionary.rows());
        }
        double[] x = new double[atoms];
        code(y, Layout.contiguous(0), x, Layout.contiguous(0), most, 0, new Workspace());
        return x;
    }

    /**
     * The coefficients of several vectors. A column is taken until there are {@code most}, or the residual is small enough, or
     * nothing but rounding is left.
     *
     * @param y holds the vectors, of length {@code rows}, finite
     * @param yLayout where they lie
     * @param x gets the coefficients, of length {@code cols}, zeros among them; another array than {@code y}
     * @param xLayout where they go, as many as vectors
     * @param most how many coefficients of each differ from zero at most, 0 to the smaller of {@code rows} and {@code cols}
     * @param tolerance {@code ||y - D x|| / ||y||} that is small enough, at least 0, less than 1; by a recurrence that does not tell less than
     *     the square root of the unit roundoff, about, from zero
     * @param workspace scratch
     * @throws IllegalArgumentException if vectors do not lie within their array, results overlap, arrays are the same, counts differ,
     *     a vector is not finite or a number out of range; nothing is written then
     */
    public void code(
            double[] y, Layout yLayout, double[] x, Layout xLayout, int most, double tolerance, Workspace workspace) {
        int rows = dictionary.rows(), count = check(y, yLayout, x, xLayout, most, tolerance, workspace);
        int block = Math.min(BLOCK, count);
        double[] vectors = workspace.takeDoubles(block * rows), products = workspace.takeDoubles(block * atoms);
        double[] alpha = workspace.takeDoubles(atoms), factor = workspace.takeDoubles(most * most);
        double[] taken = workspace.takeDoubles(3 * most);
        try {
            for (int first = 0; first < count; first += block) {
                int some = Math.min(block, count - first);
                for (int v = 0; v < some; v++) {
                    gather(y, yLayout.start(first + v), yLayout.stride(), vectors, v * rows, rows);
                }
                Layout from = workspace.layout(0, 1, some, rows), to = workspace.layout(0, 1, some, atoms);
                dictionary.applyTransposed(vectors, from, products, to, workspace, Parallelism.NONE);
                for (int v = 0; v < some; v++) {
                    int start = yLayout.start(first + v);
                    int exponent = exponent(y, start, yLayout.stride(), rows);
                    double squares = 0;
                    for (int i = v * rows; i < (v + 1) * rows; i++) {
                        squares += vectors[i] * vectors[i];
                    }
                    for (int j = 0; j < atoms; j++) {
                        products[v * atoms + j] = norms[j] == 0 ? 0 : products[v * atoms + j] / norms[j];
                    }
                    int found = pursue(products, v * atoms, squares, most, tolerance, alpha, factor, taken);
                    write(taken, found, most, exponent, x, xLayout.start(first + v), xLayout.stride());
                }
            }
        } finally {
            for (int i = 0; i < 5; i++) {
                workspace.releaseDoubles();
            }
        }
    }

    private int check(
            double[] y, Layout yLayout, double[] x, Layout xLayout, int most, double tolerance, Workspace workspace) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(yLayout, "yLayout");
        Objects.requireNonNull(xLayout, "xLayout");
        Objects.requireNonNull(workspace, "workspace");
        int rows = dictionary.rows();
        if (yLayout.count() != xLayout.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + yLayout.count() + " in and " + xLayout.count() + " out, wanted the same");
        }
        yLayout.checkWithin("y", y.length, rows);
        xLayout.checkWithin("x", x.length, atoms);
        xLayout.checkDistinct("x", atoms);
        if (x == y) {
            throw new IllegalArgumentException("x: got the array of y, wanted another");
        }
        if (most < 0 || most > Math.min(rows, atoms)) {
            throw new IllegalArgumentException("most: got " + most + ", wanted 0 to " + Math.min(rows, atoms)
                    + " for a dictionary of " + rows + " x " + atoms);
        }
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance: got " + tolerance + ", wanted at least 0 and less than 1");
        }
        for (int v = 0; v < yLayout.count(); v++) {
            for (int i = 0; i < rows; i++) {
                double number = y[yLayout.start(v) + i * yLayout.stride()];
                if (!Double.isFinite(number)) {
                    throw new IllegalArgumentException(
                            "y, vector " + v + ", element " + i + ": got " + number + ", wanted a finite number");
                }
            }
        }
        return yLayout.count();
    }

    /** The power of two of the largest element: with it taken out, no square overflows. */
    private static int exponent(double[] y, int start, int stride, int length) {
        double largest = 0;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, Math.abs(y[start + i * stride]));
        }
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    private static void gather(double[] y, int start, int stride, double[] to, int at, int length) {
        int exponent = exponent(y, start, stride, length);
        for (int i = 0; i < length; i++) {
            to[at + i] = Math.scalb(y[start + i * stride], -exponent);
        }
    }

    /** Writes the coefficients: those of columns of norm 1, over the norms that the columns have. */
    private void write(double[] taken, int found, int most, int exponent, double[] x, int start, int stride) {
        for (int j = 0; j < atoms; j++) {
            x[start + j * stride] = 0;
        }
        for (int k = 0; k < found; k++) {
            int j = (int) taken[k];
            x[start + j * stride] = Math.scalb(taken[most + k] / norms[j], exponent);
        }
    }

    /**
     * The pursuit of one vector.
     *
     * @param products holds its inner products with the columns of norm 1
     * @param at the first of them
     * @param squares its norm squared
     * @param most the most columns
     * @param tolerance when it is enough
     * @param alpha gets the inner products of the residual
     * @param factor scratch for the Cholesky factor
     * @param taken gets which columns are taken, as numbers, and their coefficients after {@code most} of these
     * @return how many columns are taken
     */
    private int pursue(
            double[] products,
            int at,
            double squares,
            int most,
            double tolerance,
            double[] alpha,
            double[] factor,
            double[] taken) {
        System.arraycopy(products, at, alpha, 0, atoms);
        double enough = tolerance * tolerance * squares;
        // What is left of an inner product that is zero, and of a column that depends on those that are taken.
        double rounding = (most + dictionary.rows()) * Math.ulp((double) 1);
        int found = 0;
        while (found < most) {
            int next = largest(alpha, taken, found);
            if (next < 0 || alpha[next] * alpha[next] <= rounding * rounding * squares) {
                break;
            }
            double pivot = 1;
            for (int k = 0; k < found; k++) {
                double sum = gram[(int) taken[k] * atoms + next];
                for (int l = 0; l < k; l++) {
                    sum -= factor[k * most + l] * factor[found * most + l];
                }
                sum /= factor[k * (most + 1)];
                factor[found * most + k] = sum;
                pivot -= sum * sum;
            }
            if (pivot <= rounding) {
                break;
            }
            factor[found * (most + 1)] = SquareRoot.of(pivot);
            taken[found++] = next;
            solve(products, at, factor, taken, found, most);
            double left = squares;
            System.arraycopy(products, at, alpha, 0, atoms);
            for (int k = 0; k < found; k++) {
                int row = (int) taken[k] * atoms;
                double coefficient = taken[most + k];
                for (int j = 0; j < atoms; j++) {
                    alpha[j] -= coefficient * gram[row + j];
                }
                left -= coefficient * products[at + (int) taken[k]];
            }
            if (left <= enough) {
                break;
            }
        }
        return found;
    }

    /** The column of the largest inner product that is not taken; -1 if there is none. */
    private int largest(double[] alpha, double[] taken, int found) {
        int largest = -1;
        double most = 0;
        for (int j = 0; j < atoms; j++) {
            if (Math.abs(alpha[j]) > most && !isTaken(taken, found, j)) {
                largest = j;
                most = Math.abs(alpha[j]);
            }
        }
        return largest;
    }

    private static boolean isTaken(double[] taken, int found, int j) {
        for (int k = 0; k < found; k++) {
            if (taken[k] == j) {
                return true;
            }
        }
        return false;
    }

    /** Solves with the factor and its transpose for the coefficients of the columns that are taken. */
    private static void solve(double[] products, int at, double[] factor, double[] taken, int found, int most) {
        for (int k = 0; k < found; k++) {
            double sum = products[at + (int) taken[k]];
            for (int l = 0; l < k; l++) {
                sum -= factor[k * most + l] * taken[2 * most + l];
            }
            taken[2 * most + k] = sum / factor[k * (most + 1)];
        }
        for (int k = found - 1; k >= 0; k--) {
            double sum = taken[2 * most + k];
            for (int l = k + 1; l < found; l++) {
                sum -= factor[l * most + k] * taken[most + l];
            }
            taken[most + k] = sum / factor[k * (most + 1)];
        }
    }
}
