package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.List;
import java.util.Objects;

/**
 * The products of a butterfly matrix and vectors,
 *
 * <pre>    y = X_1 X_2 ... X_L x  or  y = X_L^T ... X_1^T x,</pre>
 *
 * <p>whose factors have {@linkplain ButterflyPattern patterns}. A factor has its own blocks everywhere, or the same in all groups.
 *
 * <p>Input and output may be the same vectors if the matrix is square; any other overlap is refused. NaN and infinity in vectors go
 * through as IEEE 754 says. After an exception y is untouched. An instance does not change and may be used by many threads at once.
 *
 * <p>An element of the output of a factor is a product and then a chain of fused multiply-adds, in the order of the columns of its
 * block. So it has the same bits whatever the other vectors, layout, threads or machine.
 *
 * <p>Rounding: with {@code g(k) = k u / (1 - k u)} and {@code C = c_1 + ... + c_L} the sum of the columns of a block of each factor,
 * {@code |y' - y| <= g(C) |X_1| ... |X_L| |x|} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., sections 3.1 and
 * 3.5): of blocks of 2 x 2 it grows as log n.
 *
 * <p>Memory: the values; if all blocks are of 2 x 2, twice, in the orders in which many and few vectors use them. Scratch: two blocks of
 * as many vectors as two machine vectors have lanes.
 */
public final class DoubleButterflyProduct {
    private final List<ButterflyPattern> patterns;
    private final DoubleButterflySteps steps;
    private final long operations;
    private volatile DoubleButterflyProduct transpose;

    private DoubleButterflyProduct(List<ButterflyPattern> patterns, double[][] values) {
        this.patterns = patterns;
        steps = new DoubleButterflySteps(ButterflySchedule.of(patterns), reversed(values), false);
        long sum = 0;
        for (ButterflyPattern pattern : patterns) {
            sum += 2L * pattern.entries() - pattern.rows();
        }
        operations = sum;
    }

    /**
     * Takes the factors.
     *
     * @param patterns of the factors, in the order in which they are written; at least one
     * @param values of each factor, as {@link ButterflyPattern} orders them: {@code entries()} numbers, or {@code entriesOfGroup()} if
     *     all groups have the same; finite; copied
     * @return the products of the matrix
     * @throws IllegalArgumentException if there are no factors, they do not compose, there are not as many numbers, or one is not
     *     finite
     */
    public static DoubleButterflyProduct of(List<ButterflyPattern> patterns, double[]... values) {
        Objects.requireNonNull(patterns, "patterns");
        Objects.requireNonNull(values, "values");
        ButterflySchedule.of(patterns);
        if (values.length != patterns.size()) {
            throw new IllegalArgumentException(
                    "values: got those of " + values.length + " factors, wanted " + patterns.size());
        }
        double[][] own = new double[values.length][];
        for (int l = 0; l < own.length; l++) {
            own[l] = Objects.requireNonNull(values[l], "values of factor " + l).clone();
            check(l, patterns.get(l), own[l]);
        }
        return new DoubleButterflyProduct(List.copyOf(patterns), own);
    }

    static void check(int factor, ButterflyPattern pattern, double[] values) {
        if (values.length != pattern.entries() && values.length != pattern.entriesOfGroup()) {
            throw new IllegalArgumentException("values of factor " + factor + ": got " + values.length + ", wanted "
                    + pattern.entries() + " for the pattern " + pattern + ", or " + pattern.entriesOfGroup()
                    + " if its groups are the same");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "value " + i + " of factor " + factor + ": got " + values[i] + ", wanted a finite number");
            }
        }
    }

    /** In the order of application. */
    static double[][] reversed(double[][] values) {
        double[][] reversed = new double[values.length][];
        for (int l = 0; l < values.length; l++) {
            reversed[values.length - 1 - l] = values[l];
        }
        return reversed;
    }

    /**
     * The number of rows.
     *
     * @return that of the first factor
     */
    public int rows() {
        return patterns.getFirst().rows();
    }

    /**
     * The number of columns.
     *
     * @return that of the last factor
     */
    public int cols() {
        return patterns.getLast().cols();
    }

    /**
     * The patterns of the factors.
     *
     * @return in the order in which they are written
     */
    public List<ButterflyPattern> patterns() {
        return patterns;
    }

    /**
     * The values of a factor.
     *
     * @param factor counted from 0 in the order in which they are written
     * @return a copy, as they were given
     * @throws IndexOutOfBoundsException if there is no such factor
     */
    public double[] values(int factor) {
        return steps.values(patterns.size() - 1 - Objects.checkIndex(factor, patterns.size()));
    }

    /**
     * Multiplications and additions for one vector.
     *
     * @return {@code b (2 c - 1)} for each block of each factor
     */
    public long operations() {
        return operations;
    }

    /**
     * The numbers that are held.
     *
     * @return how many
     */
    public long parameters() {
        return steps.parameters();
    }

    /**
     * The products of the transpose; made once and kept, as long as this is.
     *
     * @return the products of {@code A^T}, of which this is the transpose
     */
    public DoubleButterflyProduct transposed() {
        DoubleButterflyProduct made = transpose;
        return made == null ? pairWithTranspose() : made;
    }

    private synchronized DoubleButterflyProduct pairWithTranspose() {
        if (transpose == null) {
            DoubleButterflyProduct made =
                    new DoubleButterflyProduct(ButterflyPattern.transposed(patterns), transposed(patterns, steps, 1));
            made.transpose = this;
            transpose = made;
        }
        return transpose;
    }

    /** The values of the factors of the transpose, in the order in which they are written; of two numbers each, of the adjoint. */
    static double[][] transposed(List<ButterflyPattern> patterns, DoubleButterflySteps steps, int numbers) {
        double[][] transposed = new double[patterns.size()][];
        for (int l = 0; l < transposed.length; l++) {
            // The last factor is applied first, and the first one of the transpose.
            transposed[l] = turned(patterns.get(transposed.length - 1 - l), steps.values(l), numbers);
        }
        return transposed;
    }

    /** Each block is turned, and its second numbers, which are imaginary, change their signs. */
    private static double[] turned(ButterflyPattern pattern, double[] values, int numbers) {
        int rows = pattern.blockRows(), cols = pattern.blockCols();
        double[] turned = new double[values.length];
        for (int at = 0; at < values.length; at += numbers * rows * cols) {
            for (int r = 0; r < rows; r++) {
                for (int q = 0; q < cols; q++) {
                    int from = at + numbers * (r * cols + q), to = at + numbers * (q * rows + r);
                    turned[to] = values[from];
                    if (numbers > 1) {
                        turned[to + 1] = -values[from + 1];
                    }
                }
            }
        }
        return turned;
    }

    /**
     * {@code y_j = A x_j}.
     *
     * @param x holds the inputs, of length {@code cols}
     * @param xLayout where they lie
     * @param y gets the outputs, of length {@code rows}
     * @param yLayout where they go, as many as inputs
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it; they share vectors
     * @throws IllegalArgumentException if vectors do not lie within their array, outputs overlap each other, the counts differ, or
     *     inputs and outputs overlap otherwise than in place
     */
    public void multiply(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        steps.map(x, xLayout, y, yLayout, operations, workspace, parallelism);
    }

    /**
     * {@code y_j = A^T x_j}, by the {@linkplain #transposed transpose}.
     *
     * @param x holds the inputs, of length {@code rows}
     * @param xLayout where they lie
     * @param y gets the outputs, of length {@code cols}
     * @param yLayout where they go, as many as inputs
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it; they share vectors
     * @throws IllegalArgumentException as {@link #multiply}
     */
    public void multiplyTransposed(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        transposed().multiply(x, xLayout, y, yLayout, workspace, parallelism);
    }
}
