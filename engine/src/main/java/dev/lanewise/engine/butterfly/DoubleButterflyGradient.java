package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.batch.DoubleGradientBatch;
import dev.lanewise.engine.scalar.DoubleButterflyGradientKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The gradient of a function of the products of a butterfly matrix, {@code y_j = X_1 X_2 ... X_L x_j}: from its gradients {@code g_j} with
 * respect to the products, those with respect to the values of all factors and to the inputs,
 *
 * <pre>
 *     z_L = x,  z_(l-1) = X_l z_l,      g_0 = g,  g_l = X_l^T g_(l-1),
 *     of X_l: sum over j of g_(l-1) z_l^T where X_l has entries,      of x: g_L,
 * </pre>
 *
 * <p>(reverse accumulation; A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed., 2008, section 3.2). Where the groups of a
 * factor have the same values, the gradient is the sum over the groups. It takes about three times the operations of the products.
 *
 * <p>Of a matrix of complex numbers the function is real all the same. Inputs, outputs and gradients hold all real parts and then all
 * imaginary parts, those of a gradient being the derivatives with respect to both; in the equations {@code X^T} and {@code z^T} are then
 * the conjugate transposes, {@code X^H} and {@code z^H}.
 *
 * <p>The gradients with respect to the inputs may be put where the inputs are, or those with respect to the products if the matrix is
 * square; any other overlap is refused. NaN and infinity go through as IEEE 754 says. After an exception for wrong arguments
 * nothing has changed. An instance does not change and may be used by many threads at once.
 *
 * <p>The same bits always: the sum for a value depends on the vectors and their number and order alone, never on layout, threads or
 * machine. Vectors fall into up to eight parts of as many 64s, whose sums are added in order. Within a part, blocks of at least 16 x
 * 16 are summed as {@link dev.lanewise.engine.matmul.DoubleMatrixProduct} does, 64 vectors after 64; of others each value has 16 sums,
 * of every sixteenth vector, which are halved to one. Of complex numbers a real part takes, 64 vectors after 64, the products of the
 * real parts and then those of the imaginary ones; an imaginary part those with the real parts of z and then the others.
 *
 * <p>Rounding: with {@code g(k) = k u / (1 - k u)}, {@code C} and {@code R} the sums of the columns and of the rows of a block of each
 * factor, and for {@code m} vectors and {@code a} groups that share values (1 if they do not), that of the values of {@code X_l}
 * is off by at most
 *
 * <pre>    g(C + R + 2 m a + 12) times the sum over j of |X_(l-1)|^T ... |X_1|^T |g_j| (|X_(l+1)| ... |X_L| |x_j|)^T,</pre>
 *
 * <p>element by element, and that of an input by {@code g(R) |X_L|^T ... |X_1|^T |g|} (N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., lemma 3.3 and section 3.5). Of complex numbers C, R and m are twice as much, and the matrices those of real
 * numbers, of twice the order, that they stand for.
 *
 * <p>Scratch: 64 vectors of the inputs of all factors, and for each thread 16 numbers for each value; up to eight for each value in
 * all.
 */
public final class DoubleButterflyGradient {
    private static final DoubleButterflyGradientKernel KERNEL = Backend.choose(
            () -> new dev.lanewise.engine.simd.DoubleButterflyGradientKernel(), DoubleButterflyGradientKernel::new);

    private final DoubleButterflyGradientStep[] steps;
    private final int rows;
    private final int cols;
    private final long operations;
    private final int values;
    private final int atOnce;

    /** Vectors go on to a multiple of so many, with zeros: all places where matrix products read them. */
    private final int multiple;

    private final int inputsLength;
    private final int sumsLength;
    private final int outputsLength;
    private final DoubleGradientBatch batch;

    private DoubleButterflyGradient(
            DoubleButterflyGradientStep[] steps, long operations, int values, int atOnce, long[] lengths) {
        this.steps = steps;
        this.operations = operations;
        this.values = values;
        this.atOnce = atOnce;
        int lanes = DoubleButterflyGradientKernel.SUMS;
        for (DoubleButterflyGradientStep step : steps) {
            lanes = step.isLarge() ? atOnce : lanes;
        }
        multiple = lanes;
        rows = steps[0].rows();
        cols = steps[steps.length - 1].cols();
        inputsLength = (int) lengths[0];
        sumsLength = (int) lengths[1];
        outputsLength = (int) lengths[2];
        batch = new DoubleGradientBatch(
                rows, cols, values, operations, count -> Math.ceilDiv(count, atOnce), this::part);
    }

    /**
     * The gradients of the products of a matrix.
     *
     * @param product the matrix; its values are copied
     * @return the gradients
     * @throws IllegalArgumentException if the scratch would not fit into arrays
     */
    public static DoubleButterflyGradient of(DoubleButterflyProduct product) {
        List<ButterflyPattern> patterns =
                Objects.requireNonNull(product, "product").patterns();
        return of(
                patterns,
                1,
                product.operations(),
                (l, input, sums) -> DoubleButterflyGradientStep.of(patterns.get(l), product.values(l), input, sums));
    }

    /**
     * The gradients of the products of a matrix of complex numbers.
     *
     * @param product the matrix; its values are copied
     * @return the gradients, of vectors of {@code 2 cols} and {@code 2 rows} numbers
     * @throws IllegalArgumentException if the scratch would not fit into arrays
     */
    public static DoubleButterflyGradient of(DoubleComplexButterflyProduct product) {
        List<ButterflyPattern> patterns =
                Objects.requireNonNull(product, "product").patterns();
        return of(
                patterns,
                2,
                product.operations(),
                (l, input, sums) ->
                        DoubleButterflyGradientStep.of(patterns.get(l), product.re(l), product.im(l), input, sums));
    }

    /** A factor, where its inputs are and where its sums begin. */
    @FunctionalInterface
    private interface Step {
        DoubleButterflyGradientStep of(int factor, int input, long sums);
    }

    private static DoubleButterflyGradient of(List<ButterflyPattern> patterns, int parts, long operations, Step step) {
        long inputs = 0, sums = 0, largest = 0, values = 0;
        for (ButterflyPattern pattern : patterns) {
            inputs += (long) parts * pattern.cols();
            largest = Math.max(largest, (long) parts * Math.max(pattern.rows(), pattern.cols()));
        }
        int atOnce = DoubleButterflyGradientStep.MOST;
        checkFits(inputs * atOnce);
        checkFits(largest * atOnce);
        List<DoubleButterflyGradientStep> steps = new ArrayList<>();
        long input = inputs;
        for (int l = 0; l < patterns.size(); l++) {
            input -= (long) parts * patterns.get(l).cols();
            DoubleButterflyGradientStep made = step.of(l, (int) (input * atOnce), sums);
            sums = made.sumsEnd();
            checkFits(sums);
            values += made.values();
            steps.add(made);
        }
        checkFits(values);
        long[] lengths = {inputs * atOnce, sums, largest * atOnce};
        return new DoubleButterflyGradient(
                steps.toArray(new DoubleButterflyGradientStep[0]), 3 * operations, (int) values, atOnce, lengths);
    }

    private static void checkFits(long length) {
        if (length > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "butterfly gradient: got a scratch of " + length + " numbers, wanted fewer than 2^31");
        }
    }

    /**
     * Multiplications and additions for one vector, about.
     *
     * @return three times those of a product
     */
    public long operations() {
        return operations;
    }

    /**
     * How many values there are.
     *
     * @return those of all factors together, of complex numbers two each
     */
    public int values() {
        return values;
    }

    /**
     * All gradients.
     *
     * @param x holds the inputs {@code x_j}, of length {@code cols}, or twice that of complex numbers
     * @param xLayout where they lie
     * @param ofOutputs holds the gradients {@code g_j} with respect to the products, of length {@code rows}, or twice that
     * @param outputLayout where they lie, as many as inputs
     * @param ofValues gets the gradient with respect to the values, {@link #values} numbers: those of the first factor, as {@link
     *     ButterflyPattern} orders them, of complex numbers all real parts and then all imaginary parts; and so on
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
        Backend.active();
        batch.run(x, xLayout, ofOutputs, outputLayout, ofValues, ofInputs, inputLayout, workspace, parallelism);
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
        int count = xLayout.count();
        double[] sums = workspace.takeDoubles(sumsLength), inputs = workspace.takeDoubles(inputsLength);
        double[] a = workspace.takeDoubles(outputsLength), b = workspace.takeDoubles(outputsLength);
        try {
            Arrays.fill(sums, 0, sumsLength, 0);
            for (int piece = first; piece < past; piece++) {
                int vector = piece * atOnce, some = Math.min(atOnce, count - vector), last = steps.length - 1;
                int lanes = Math.ceilDiv(some, multiple) * multiple;
                gather(x, xLayout, vector, some, cols, inputs);
                for (int l = last; l > 0; l--) {
                    steps[l].forward(inputs, steps[l - 1].input(), lanes, workspace);
                }
                gather(ofOutputs, outputLayout, vector, some, rows, a);
                double[] from = a, to = b;
                for (int l = 0; l <= last; l++) {
                    steps[l].add(KERNEL, sums, from, inputs, lanes, workspace);
                    steps[l].back(from, to, lanes, workspace);
                    double[] next = to;
                    to = from;
                    from = next;
                }
                DoubleColumns.scatter(
                        from,
                        atOnce,
                        ofInputs,
                        inputLayout.start(vector),
                        inputLayout.stride(),
                        inputLayout.distance(),
                        some,
                        cols);
            }
            int place = at;
            for (DoubleButterflyGradientStep step : steps) {
                step.fold(sums, totals, place);
                place += step.values();
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Brings vectors side by side; lanes that are left over are zero and add nothing to any sum. */
    private void gather(double[] x, Layout layout, int first, int count, int length, double[] rowsOf) {
        DoubleColumns.gather(x, layout.start(first), layout.stride(), layout.distance(), count, length, rowsOf, atOnce);
        for (int i = 0; i < length && count < atOnce; i++) {
            Arrays.fill(rowsOf, i * atOnce + count, (i + 1) * atOnce, 0);
        }
    }
}
