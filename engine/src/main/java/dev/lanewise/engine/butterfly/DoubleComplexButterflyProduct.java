package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.List;
import java.util.Objects;

/**
 * The products of a butterfly matrix of complex numbers and vectors,
 *
 * <pre>    y = X_1 X_2 ... X_L x  or  y = X_L^H ... X_1^H x,</pre>
 *
 * <p>whose factors have {@linkplain ButterflyPattern patterns}. A factor has its own blocks everywhere, or the same in all groups. A
 * vector of n complex numbers holds all real parts and then all imaginary parts: on these {@code 2 n} numbers the second is the
 * transpose of the first.
 *
 * <p>Input and output may be the same vectors if the matrix is square; any other overlap is refused. NaN and infinity in vectors go
 * through as IEEE 754 says. After an exception y is untouched. An instance does not change and may be used by many threads at once.
 *
 * <p>A part of an element of the output of a factor is a product and then a chain of fused multiply-adds, in the order of the columns
 * of its block. So it has the same bits whatever the other vectors, layout, threads or machine.
 *
 * <p>Rounding: with {@code g(k) = k u / (1 - k u)} and {@code C = c_1 + ... + c_L} the sum of the columns of a block of each factor,
 * {@code |y' - y| <= g(2 C) |X_1| ... |X_L| |x|}, where of a complex matrix the magnitudes are those of the real one of twice the order
 * that it stands for (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., sections 3.1 and 3.5).
 *
 * <p>Scratch: two blocks of as many vectors as two machine vectors have lanes.
 */
public final class DoubleComplexButterflyProduct {
    /** Numbers of one complex number. */
    private static final int PARTS = 2;

    private final List<ButterflyPattern> patterns;
    private final DoubleButterflySteps steps;
    private final long operations;
    private volatile DoubleComplexButterflyProduct adjoint;

    private DoubleComplexButterflyProduct(List<ButterflyPattern> patterns, double[][] values) {
        this.patterns = patterns;
        steps = new DoubleButterflySteps(
                ButterflySchedule.ofComplex(patterns), DoubleButterflyProduct.reversed(values), true);
        long sum = 0;
        for (ButterflyPattern pattern : patterns) {
            sum += 8L * pattern.entries() - 2L * pattern.rows();
        }
        operations = sum;
    }

    /**
     * Takes the factors.
     *
     * @param patterns of the factors, in the order in which they are written; at least one, each of fewer than 2^30 rows, columns and
     *     entries
     * @param re the real parts of the values of each factor, as {@link ButterflyPattern} orders them: {@code entries()} numbers, or
     *     {@code entriesOfGroup()} if all groups have the same; finite; copied
     * @param im the imaginary parts, as many
     * @return the products of the matrix
     * @throws IllegalArgumentException if there are no factors, they do not compose, there are not as many numbers, or one is not
     *     finite
     */
    public static DoubleComplexButterflyProduct of(List<ButterflyPattern> patterns, double[][] re, double[][] im) {
        Objects.requireNonNull(patterns, "patterns");
        Objects.requireNonNull(re, "re");
        Objects.requireNonNull(im, "im");
        ButterflySchedule.ofComplex(patterns);
        if (re.length != patterns.size() || im.length != patterns.size()) {
            throw new IllegalArgumentException(
                    "re, im: got those of " + re.length + " and " + im.length + " factors, wanted " + patterns.size());
        }
        double[][] own = new double[re.length][];
        for (int l = 0; l < own.length; l++) {
            ButterflyPattern pattern = patterns.get(l);
            if (Math.max(pattern.entries(), Math.max(pattern.rows(), pattern.cols())) > Integer.MAX_VALUE / PARTS) {
                throw new IllegalArgumentException(
                        "factor " + l + ": got " + pattern + ", wanted fewer than 2^30 rows, columns and entries");
            }
            own[l] = interleaved(l, pattern, re[l], im[l]);
        }
        return new DoubleComplexButterflyProduct(List.copyOf(patterns), own);
    }

    private static double[] interleaved(int factor, ButterflyPattern pattern, double[] re, double[] im) {
        double[] ownRe = Objects.requireNonNull(re, "re of factor " + factor).clone();
        double[] ownIm = Objects.requireNonNull(im, "im of factor " + factor).clone();
        DoubleButterflyProduct.check(factor, pattern, ownRe);
        DoubleButterflyProduct.check(factor, pattern, ownIm);
        if (ownRe.length != ownIm.length) {
            throw new IllegalArgumentException("values of factor " + factor + ": got " + ownRe.length
                    + " real parts and " + ownIm.length + " imaginary parts, wanted as many");
        }
        double[] values = new double[PARTS * ownRe.length];
        for (int i = 0; i < ownRe.length; i++) {
            values[PARTS * i] = ownRe[i];
            values[PARTS * i + 1] = ownIm[i];
        }
        return values;
    }

    /**
     * The number of rows: complex numbers of an output.
     *
     * @return that of the first factor
     */
    public int rows() {
        return patterns.getFirst().rows();
    }

    /**
     * The number of columns: complex numbers of an input.
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
     * The real parts of the values of a factor.
     *
     * @param factor counted from 0 in the order in which they are written
     * @return a copy, as they were given
     * @throws IndexOutOfBoundsException if there is no such factor
     */
    public double[] re(int factor) {
        return part(factor, 0);
    }

    /**
     * The imaginary parts of the values of a factor.
     *
     * @param factor counted from 0 in the order in which they are written
     * @return a copy, as they were given
     * @throws IndexOutOfBoundsException if there is no such factor
     */
    public double[] im(int factor) {
        return part(factor, 1);
    }

    private double[] part(int factor, int which) {
        double[] ofFactor = steps.values(patterns.size() - 1 - Objects.checkIndex(factor, patterns.size()));
        double[] part = new double[ofFactor.length / PARTS];
        for (int i = 0; i < part.length; i++) {
            part[i] = ofFactor[PARTS * i + which];
        }
        return part;
    }

    /**
     * Multiplications and additions for one vector.
     *
     * @return {@code b (8 c - 2)} for each block of each factor
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
     * The products of the conjugate transpose; made once and kept, as long as this is.
     *
     * @return the products of {@code A^H}, of which this is the conjugate transpose
     */
    public DoubleComplexButterflyProduct adjoint() {
        DoubleComplexButterflyProduct made = adjoint;
        return made == null ? pairWithAdjoint() : made;
    }

    private synchronized DoubleComplexButterflyProduct pairWithAdjoint() {
        if (adjoint == null) {
            DoubleComplexButterflyProduct made = new DoubleComplexButterflyProduct(
                    ButterflyPattern.transposed(patterns), DoubleButterflyProduct.transposed(patterns, steps, PARTS));
            made.adjoint = this;
            adjoint = made;
        }
        return adjoint;
    }

    /**
     * {@code y_j = A x_j}.
     *
     * @param x holds the inputs, of {@code 2 cols} numbers
     * @param xLayout where they lie
     * @param y gets the outputs, of {@code 2 rows} numbers
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
     * {@code y_j = A^H x_j}, by the {@linkplain #adjoint conjugate transpose}.
     *
     * @param x holds the inputs, of {@code 2 rows} numbers
     * @param xLayout where they lie
     * @param y gets the outputs, of {@code 2 cols} numbers
     * @param yLayout where they go, as many as inputs
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it; they share vectors
     * @throws IllegalArgumentException as {@link #multiply}
     */
    public void multiplyAdjoint(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        adjoint().multiply(x, xLayout, y, yLayout, workspace, parallelism);
    }
}
