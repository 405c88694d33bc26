package dev.lanewise.engine.kronecker;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.batch.DoubleGradientBatch;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import java.util.Arrays;
import java.util.Objects;

/**
 * The gradient of a function of the products of a Kronecker product, {@code y_j = (A_1 x ... x A_k) x_j} with {@code A_i} of {@code m_i x
 * n_i}: from its gradients {@code g_j} with respect to the products, those with respect to all factors and to the inputs. Input and output
 * are ordered as {@code i_1 n_2 ... n_k + ... + i_k}.
 *
 * <p>With the inputs of some vectors as a matrix {@code X_k} of {@code n_k} columns, a factor is one matrix product {@code Y = A_i
 * X_i^T}, whose elements in their order are those of {@code X_(i-1)}: each takes the last index of all to the first place. Back go
 *
 * <pre>    of A_i: G_i X_i,      of X_i: G_i^T A_i,</pre>
 *
 * <p>so that the whole is three matrix products for each factor (C. F. Van Loan, The ubiquitous Kronecker product, J. Comput. Appl. Math.
 * 123, 2000, section 2; A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed., 2008, section 3.2).
 *
 * <p>The gradients with respect to the inputs may be put where the inputs are, or those with respect to the products if the matrix is
 * square; any other overlap is refused. NaN and infinity go through as IEEE 754 says. After an exception for wrong arguments
 * nothing has changed. An instance does not change and may be used by many threads at once.
 *
 * <p>The same bits always: vectors go some at once, as their length alone says, and those that are left over one by one; up to eight
 * parts of them have sums of their own, which are added in order.
 *
 * <p>Rounding: with {@code g(s) = s u / (1 - s u)}, {@code S} the sum of all {@code m_i} and {@code n_i}, and {@code r} the products that are
 * summed for an entry of {@code A_i} and one vector, its gradient from {@code m} vectors is off by {@code g(S + 2 m r + 12)} times what it
 * would be of magnitudes throughout; that of the inputs by {@code g(S) |A|^T |g|} (N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., lemma 3.3 and section 3.5).
 *
 * <p>Scratch: some vectors for each factor, and up to eight numbers for each value.
 */
public final class DoubleKroneckerGradient {
    /** Numbers of the vectors that go at once: the inputs of a few factors stay in the second-level cache. */
    private static final int AT_ONCE = 1 << 13;

    private final double[][] factors;
    private final int[] from;
    private final int values;
    private final int rows;
    private final int cols;
    private final long operations;
    private final int atOnce;
    private final int inputsLength;
    private final int largest;
    private final Step[] together;
    private final Step[] alone;
    private final DoubleGradientBatch batch;

    /** Where the matrices of one factor are: its inputs, as rows, and its outputs. */
    private record Step(
            MatrixLayout factor,
            MatrixLayout sums,
            MatrixLayout inputs,
            MatrixLayout inputsTurned,
            MatrixLayout ofInputs,
            MatrixLayout outputs,
            MatrixLayout ofOutputs,
            MatrixLayout ofOutputsTurned) {}

    private DoubleKroneckerGradient(
            double[][] factors, int[] rowsOf, int[] colsOf, int[] from, int atOnce, int inputsLength, int largest) {
        int k = factors.length;
        this.factors = factors;
        this.from = from;
        this.atOnce = atOnce;
        this.inputsLength = inputsLength;
        this.largest = largest;
        values = from[k];
        long sum = 0;
        int before = 1, after = 1;
        for (int i = 0; i < k; i++) {
            before *= colsOf[i];
        }
        cols = before;
        for (int i = k - 1; i >= 0; i--) {
            before /= colsOf[i];
            sum += 6L * before * after * rowsOf[i] * colsOf[i];
            after *= rowsOf[i];
        }
        rows = after;
        operations = sum;
        together = steps(rowsOf, colsOf, atOnce);
        alone = steps(rowsOf, colsOf, 1);
        batch = new DoubleGradientBatch(rows, cols, values, operations, this::pieces, this::part);
    }

    private Step[] steps(int[] rowsOf, int[] colsOf, int count) {
        Step[] steps = new Step[rowsOf.length];
        int size = cols * count, at = 0;
        for (int i = steps.length - 1; i >= 0; i--) {
            int m = rowsOf[i], n = colsOf[i], rest = size / n;
            MatrixLayout inputs = new MatrixLayout(at, rest, n, n, 1), ofOutputs = MatrixLayout.of(m, rest);
            steps[i] = new Step(
                    MatrixLayout.of(m, n),
                    new MatrixLayout(from[i], m, n, n, 1),
                    inputs,
                    inputs.transposed(),
                    MatrixLayout.of(rest, n),
                    new MatrixLayout(at + size, m, rest, rest, 1),
                    ofOutputs,
                    ofOutputs.transposed());
            at += size;
            size = rest * m;
        }
        return steps;
    }

    /**
     * The gradients of the products of factors.
     *
     * @param rows of each factor, {@code m_i}, at least 1
     * @param cols of each factor, {@code n_i}, at least 1
     * @param factors each row after row, finite; copied
     * @return the gradients
     * @throws IllegalArgumentException if there are no factors, not as many of each, a number is less than 1 or not finite, or vectors or
     *     scratch would not fit into arrays
     */
    public static DoubleKroneckerGradient of(int[] rows, int[] cols, double[]... factors) {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(cols, "cols");
        Objects.requireNonNull(factors, "factors");
        int k = factors.length;
        if (k == 0 || rows.length != k || cols.length != k) {
            throw new IllegalArgumentException("factors: got " + k + ", with " + rows.length + " numbers of rows and "
                    + cols.length + " of columns, wanted as many of each and one at least");
        }
        double[][] own = new double[k][];
        int[] from = new int[k + 1];
        double size = 1, inputs = 0;
        for (int i = 0; i < k; i++) {
            own[i] = Objects.requireNonNull(factors[i], "factor " + i).clone();
            DoubleKroneckerPlan.check(i, rows[i], cols[i], own[i]);
            if (own[i].length == 0) {
                throw new IllegalArgumentException(
                        "factor " + i + ": got " + rows[i] + " x " + cols[i] + ", wanted 1 or more rows and columns");
            }
            if ((long) from[i] + own[i].length > Workspace.LARGEST_ARRAY) {
                throw tooLarge();
            }
            from[i + 1] = from[i] + own[i].length;
            size *= cols[i];
        }
        double largest = size;
        for (int i = k - 1; i >= 0; i--) {
            inputs += size;
            size = size / cols[i] * rows[i];
            largest = Math.max(largest, size);
        }
        if (inputs > Workspace.LARGEST_ARRAY / 2 || largest > Workspace.LARGEST_ARRAY / 2) {
            throw tooLarge();
        }
        int atOnce = (int) Math.max(1, AT_ONCE / largest);
        return new DoubleKroneckerGradient(
                own, rows.clone(), cols.clone(), from, atOnce, (int) inputs * atOnce, (int) largest * atOnce);
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException(
                "Kronecker gradient: got factors whose vectors, or whose values, are more than"
                        + " 2^30 numbers, wanted fewer");
    }

    /**
     * How many values there are.
     *
     * @return those of all factors together
     */
    public int values() {
        return values;
    }

    /**
     * Multiplications and additions for one vector.
     *
     * @return three times those of a product
     */
    public long operations() {
        return operations;
    }

    /**
     * All gradients.
     *
     * @param x holds the inputs {@code x_j}, of length {@code n_1 ... n_k}
     * @param xLayout where they lie
     * @param ofOutputs holds the gradients {@code g_j} with respect to the products, of length {@code m_1 ... m_k}
     * @param outputLayout where they lie, as many as inputs
     * @param ofValues gets the gradient with respect to the factors, {@link #values} numbers: {@code A_1} row after row, and so on
     * @param ofInputs gets the gradients with respect to the inputs
     * @param inputLayout where they go, as many as inputs
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it; they share vectors
     * @throws IllegalArgumentException if vectors do not lie within their array, results overlap each other or inputs otherwise than in
     *     place, the counts differ, or the array for values is too short or holds vectors
     */
    public void apply(
            double[] x,
            Layout xLayout,
            double[] ofOutputs,
            Layout outputLayout,
            double[] ofValues,
            double[] ofInputs,
            Layout inputLayout,
            Workspace workspace,
            Parallelism parallelism) {
        batch.run(x, xLayout, ofOutputs, outputLayout, ofValues, ofInputs, inputLayout, workspace, parallelism);
    }

    /** Groups of vectors, and those that are left over. */
    private int pieces(int count) {
        return count / atOnce + count % atOnce;
    }

    /** Some of the vectors: sums of their own, and their gradients with respect to the inputs. */
    private void part(
            double[] x,
            Layout xLayout,
            double[] ofOutputs,
            Layout outputLayout,
            double[] ofInputs,
            Layout inputLayout,
            int first,
            int past,
            double[] totals,
            int at,
            Workspace workspace) {
        int groups = xLayout.count() / atOnce;
        double[] sums = workspace.takeDoubles(values), inputs = workspace.takeDoubles(inputsLength);
        double[] a = workspace.takeDoubles(largest), b = workspace.takeDoubles(largest);
        try {
            Arrays.fill(sums, 0, values, 0);
            for (int piece = first; piece < past; piece++) {
                int vector = piece < groups ? piece * atOnce : groups * atOnce + piece - groups;
                int some = piece < groups ? atOnce : 1;
                // Vectors are rows on the way in, and columns on the way out.
                DoubleColumns.gather(
                        x, xLayout.start(vector), xLayout.distance(), xLayout.stride(), cols, some, inputs, cols);
                DoubleColumns.gather(
                        ofOutputs,
                        outputLayout.start(vector),
                        outputLayout.stride(),
                        outputLayout.distance(),
                        some,
                        rows,
                        a,
                        some);
                double[] result = back(piece < groups ? together : alone, inputs, a, b, sums, workspace);
                DoubleColumns.scatter(
                        result,
                        cols,
                        ofInputs,
                        inputLayout.start(vector),
                        inputLayout.distance(),
                        inputLayout.stride(),
                        cols,
                        some);
            }
            System.arraycopy(sums, 0, totals, at, values);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Forward through all factors but the first, then back; gives the array of the gradients of inputs, each a row. */
    private double[] back(
            Step[] steps, double[] inputs, double[] ofOutputs, double[] other, double[] sums, Workspace workspace) {
        Parallelism none = Parallelism.NONE;
        for (int i = steps.length - 1; i > 0; i--) {
            Step step = steps[i];
            DoubleMatrixProduct.multiply(
                    1, factors[i], step.factor, inputs, step.inputsTurned, 0, inputs, step.outputs, workspace, none);
        }
        double[] of = ofOutputs, to = other;
        for (int i = 0; i < steps.length; i++) {
            Step step = steps[i];
            DoubleMatrixProduct.multiply(
                    1, of, step.ofOutputs, inputs, step.inputs, 1, sums, step.sums, workspace, none);
            DoubleMatrixProduct.multiply(
                    1, of, step.ofOutputsTurned, factors[i], step.factor, 0, to, step.ofInputs, workspace, none);
            double[] next = of;
            of = to;
            to = next;
        }
        return of;
    }
}
