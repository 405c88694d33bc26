package dev.lanewise.engine.kronecker;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.batch.DoubleMapping;
import java.util.List;
import java.util.Objects;

/**
 * The products of a Kronecker product and vectors,
 *
 * <pre>    y = (A_1 x A_2 x ... x A_k) x,    A_i of m_i x n_i,</pre>
 *
 * <p>where element {@code (i_1, ..., i_k)} of y, the last index running fastest, is the sum over all {@code (j_1, ..., j_k)} of
 * {@code a_1(i_1, j_1) ... a_k(i_k, j_k) x(j_1, ..., j_k)}. The large matrix is never formed: the factors are applied one after the
 * other, each along an axis of its own, in the order that takes the fewest operations ({@link KroneckerSchedule}). For square factors these
 * are {@code 2 N (n_1 + ... + n_k)} for {@code N = n_1 ... n_k}, instead of {@code 2 N^2}.
 *
 * <p>Input and output may be the same vectors if the product is square; any other overlap is refused. NaN and infinity in vectors go
 * through the steps as IEEE 754 says. After an exception y is untouched. An instance does not change and may be used by many threads
 * at once.
 *
 * <p>The same bits always: an element along an axis is a sum in the order of {@link dev.lanewise.engine.matmul.DoubleMatrixProduct},
 * whatever the other vectors, layout, threads or machine.
 *
 * <p>Rounding: an element is off by at most {@code g(s) (|A_1| x ... x |A_k|) |x|}, where {@code s} is the sum over all factors of the
 * roundings of their products of matrices, {@code min(c, 192) + ceil(c / 192) + 1} for a factor that sums {@code c} products, and
 * {@code g(s) = s u / (1 - s u)} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., lemmas 3.1 and 3.3), plus
 * what underflow between the steps may do.
 *
 * <p>Scratch: two buffers of a group of vectors.
 *
 * <p>Sources: V. Pereyra and G. Scherer, Efficient computer manipulation of tensor products with applications to multidimensional
 * approximation, Math. Comp. 27, 1973, pp. 595-605; C. F. Van Loan, The ubiquitous Kronecker product, J. Comput. Appl. Math. 123, 2000,
 * pp. 85-100; P. Fernandes, B. Plateau and W. J. Stewart, Efficient descriptor-vector multiplications in stochastic automata networks,
 * J. ACM 45(3), 1998, pp. 381-414 (the order of the factors).
 */
public final class DoubleKroneckerPlan {
    /** Numbers of a group of vectors: two such blocks stay in the second cache. */
    private static final int BLOCK = 1 << 15;

    /** Numbers of such a group at most, unless a single vector is longer. */
    private static final int LARGEST_BLOCK = 1 << 22;

    /** Vectors that are brought side by side: a line of memory is worth at least so many. */
    private static final int FEWEST = 8;

    private static final int MOST = 64;

    /** So few vectors are multiplied one by one. */
    private static final int FEW = 3;

    private final int[] rows;
    private final int[] cols;
    private final KroneckerSchedule[] schedules = new KroneckerSchedule[2];
    private final DoubleModeProduct[][] products = new DoubleModeProduct[2][];
    private final boolean[] isFastAlone = new boolean[2];
    private final int outputs;
    private final int inputs;
    private final int width;
    private final int gaps;

    private DoubleKroneckerPlan(int[] rows, int[] cols, double[][] entries) {
        this.rows = rows;
        this.cols = cols;
        int k = rows.length;
        long[] operations = new long[k];
        long m = 1, n = 1;
        for (int i = 0; i < k; i++) {
            operations[i] = 2L * rows[i] * cols[i];
        }
        for (int way = 0; way < 2; way++) {
            boolean transposed = way == 1;
            KroneckerSchedule schedule = transposed
                    ? KroneckerSchedule.of(cols, rows, operations)
                    : KroneckerSchedule.of(rows, cols, operations);
            schedules[way] = schedule;
            products[way] = new DoubleModeProduct[k];
            boolean isFast = true;
            for (int s = 0; s < k; s++) {
                KroneckerSchedule.Step step = schedule.steps().get(s);
                int pitch = Math.max(1, cols[step.factor()]);
                products[way][s] = new DoubleModeProduct(
                        step, entries[step.factor()], transposed ? 1 : pitch, transposed ? pitch : 1);
                isFast &= products[way][s].isFastAlone();
            }
            isFastAlone[way] = isFast;
        }
        for (int i = 0; i < k; i++) {
            m *= rows[i];
            n *= cols[i];
        }
        outputs = (int) m;
        inputs = (int) n;
        width = Math.max(1, Math.max(outputs, inputs));
        gaps = width < Workspace.LARGEST_ARRAY / 2 ? leaveGaps() : 0;
    }

    /** Numbers that the gaps between what one step writes and the next reads take at most. */
    private int leaveGaps() {
        int most = 0;
        for (DoubleModeProduct[] steps : products) {
            for (int s = 1; s < steps.length; s++) {
                steps[s - 1].apartFor(steps[s]);
                most = Math.max(most, steps[s - 1].gaps());
            }
        }
        return most;
    }

    /**
     * The plan of factors.
     *
     * @param rows of each factor, one at least
     * @param cols of each factor, as many
     * @param entries of each factor, row after row, finite; copied
     * @return the plan
     * @throws IllegalArgumentException if there are no factors, numbers do not fit each other, an entry is not finite, or vectors
     *     do not fit into an array
     */
    public static DoubleKroneckerPlan of(int[] rows, int[] cols, double[][] entries) {
        Backend.active();
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(cols, "cols");
        int k = Objects.requireNonNull(entries, "entries").length;
        if (k == 0 || rows.length != k || cols.length != k) {
            throw new IllegalArgumentException("factors: got " + rows.length + " numbers of rows, " + cols.length
                    + " of columns and " + k + " matrices, wanted one or more of each, and as many");
        }
        int[] ownRows = rows.clone(), ownCols = cols.clone();
        double[][] own = new double[k][];
        for (int i = 0; i < k; i++) {
            own[i] = Objects.requireNonNull(entries[i], "factor " + i).clone();
            check(i, ownRows[i], ownCols[i], own[i]);
        }
        return new DoubleKroneckerPlan(ownRows, ownCols, own);
    }

    /** Refuses a factor with more or fewer entries than it has places, or with one that is not finite. */
    static void check(int factor, int rows, int cols, double[] entries) {
        if (rows < 0 || cols < 0 || entries.length != (long) rows * cols) {
            throw new IllegalArgumentException("factor " + factor + ": got " + entries.length + " entries for " + rows
                    + " x " + cols + ", wanted " + (long) Math.max(0, rows) * Math.max(0, cols)
                    + " and 0 or more rows and columns");
        }
        for (int j = 0; j < entries.length; j++) {
            if (!Double.isFinite(entries[j])) {
                throw new IllegalArgumentException("factor " + factor + ", entry (" + j / cols + ", " + j % cols
                        + "): got " + entries[j] + ", wanted a finite number");
            }
        }
    }

    /**
     * The length of {@code y}.
     *
     * @return the product of the rows of all factors
     */
    public int rows() {
        return outputs;
    }

    /**
     * The length of {@code x}.
     *
     * @return the product of the columns of all factors
     */
    public int cols() {
        return inputs;
    }

    /**
     * In which order the factors are applied.
     *
     * @param transposed whether the transpose is meant
     * @return the schedule
     */
    public KroneckerSchedule schedule(boolean transposed) {
        return schedules[transposed ? 1 : 0];
    }

    /**
     * The shapes of the factors and both schedules.
     *
     * @return the text; no line end after the last line
     */
    public String describe() {
        StringBuilder text = new StringBuilder("Kronecker product of");
        for (int i = 0; i < rows.length; i++) {
            text.append(i == 0 ? " " : ", ").append(rows[i]).append(" x ").append(cols[i]);
        }
        List<String> ways = List.of("forwards", "transposed");
        for (int way = 0; way < 2; way++) {
            text.append('\n').append(ways.get(way)).append('\n');
            text.append(schedules[way].describe().indent(2).stripTrailing());
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return describe();
    }

    /**
     * {@code y_j = (A_1 x ... x A_k) x_j}.
     *
     * @param x holds the inputs, of length {@code cols}
     * @param xLayout where they lie
     * @param y gets the outputs, of length {@code rows}
     * @param yLayout where they go, as many as inputs
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if vectors do not lie within their array, outputs overlap each other, the counts differ, or
     *     inputs and outputs overlap otherwise than in place
     */
    public void multiply(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        run(false, x, xLayout, y, yLayout, workspace, parallelism);
    }

    /**
     * {@code y_j = (A_1 x ... x A_k)^T x_j}.
     *
     * @param x holds the inputs, of length {@code rows}
     * @param xLayout where they lie
     * @param y gets the outputs, of length {@code cols}
     * @param yLayout where they go, as many as inputs
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException as {@link #multiply}
     */
    public void multiplyTransposed(
            double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism) {
        run(true, x, xLayout, y, yLayout, workspace, parallelism);
    }

    private void run(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int in = transposed ? outputs : inputs, out = transposed ? inputs : outputs;
        DoubleMapping.check(x, xLayout, in, y, yLayout, out, workspace, parallelism);
        int count = xLayout.count();
        if (count == 0 || out == 0) {
            return;
        }
        if (in == 0) {
            clear(y, yLayout, out);
            return;
        }
        int group = group(transposed, xLayout, yLayout), groups = Math.ceilDiv(count, group);
        double operations = (double) schedule(transposed).operations() + in + out;
        Parallelism useful = parallelism.forOperations(count * operations);
        if (useful.workers() > 1) {
            workspace.worker(useful.workers() - 1);
        }
        if (useful.workers() > 1 && groups >= useful.workers()) {
            useful.forEach(groups, (index, worker) -> {
                int first = index * group, some = Math.min(group, count - first);
                Workspace scratch = workspace.worker(worker);
                group(transposed, x, xLayout, y, yLayout, first, some, scratch, Parallelism.NONE);
            });
            return;
        }
        for (int first = 0; first < count; first += group) {
            int some = Math.min(group, count - first);
            group(transposed, x, xLayout, y, yLayout, first, some, workspace, useful);
        }
    }

    /** How many vectors go through all steps together, side by side: one, if products of one are fast, or there are few. */
    private int group(boolean transposed, Layout xLayout, Layout yLayout) {
        int count = xLayout.count();
        boolean isAdjacent = xLayout.stride() == 1 && yLayout.stride() == 1;
        if (count <= FEW || isAdjacent && isFastAlone[transposed ? 1 : 0]) {
            return 1;
        }
        int inCaches = Math.clamp(BLOCK / width, FEWEST, MOST);
        return Math.min(count, Math.min(inCaches, Math.max(1, LARGEST_BLOCK / width)));
    }

    private static void clear(double[] y, Layout layout, int length) {
        for (int j = 0; j < layout.count(); j++) {
            for (int i = 0, at = layout.start(j); i < length; i++, at += layout.stride()) {
                y[at] = 0;
            }
        }
    }

    /** Whether vectors lie as a group of them does in scratch. */
    private static boolean isAsInScratch(Layout layout, int some) {
        return some == 1 ? layout.stride() == 1 : layout.distance() == 1 && layout.stride() == some;
    }

    /**
     * Some vectors through all steps, from the input or where they have been gathered to one of two buffers, then from one to the other,
     * the last to the output if that lies as they do and is not read at the same time.
     */
    private void group(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int some,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleModeProduct[] steps = products[transposed ? 1 : 0];
        int in = transposed ? outputs : inputs, out = transposed ? inputs : outputs, last = steps.length - 1;
        int from = xLayout.start(first), to = yLayout.start(first);
        boolean isGathered = !isAsInScratch(xLayout, some);
        boolean isScattered = !isAsInScratch(yLayout, some) || last == 0 && x == y && !isGathered;
        boolean isDirect = !isGathered && !isScattered;
        double[] even = workspace.takeDoubles(isDirect && last == 0 ? 0 : some * width + gaps);
        double[] odd = workspace.takeDoubles(isDirect && last <= 1 ? 0 : some * width + gaps);
        try {
            if (isGathered) {
                DoubleColumns.gather(x, from, xLayout.stride(), xLayout.distance(), some, in, even, some);
            }
            double[] source = isGathered ? even : x;
            int start = isGathered ? 0 : from;
            for (int s = 0; s <= last; s++) {
                boolean isToOutput = s == last && !isScattered;
                double[] target = isToOutput ? y : source == even ? odd : even;
                int end = isToOutput ? to : 0;
                step(steps[s], source, start, target, end, some, workspace, parallelism);
                source = target;
                start = end;
            }
            if (isScattered) {
                DoubleColumns.scatter(source, some, y, to, yLayout.stride(), yLayout.distance(), some, out);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private static void step(
            DoubleModeProduct product,
            double[] x,
            int xAt,
            double[] y,
            int yAt,
            int beside,
            Workspace workspace,
            Parallelism parallelism) {
        int pieces = product.pieces(beside);
        if (parallelism.workers() > 1) {
            parallelism.forEach(
                    pieces, (index, worker) -> product.run(index, x, xAt, y, yAt, beside, workspace.worker(worker)));
            return;
        }
        for (int piece = 0; piece < pieces; piece++) {
            product.run(piece, x, xAt, y, yAt, beside, workspace);
        }
    }
}
