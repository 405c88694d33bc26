package dev.lanewise.engine.hadamard;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import java.util.Objects;

/**
 * The fast Walsh-Hadamard transform of vectors of one length {@code n},
 *
 * <pre>    y = f H D x,    f = 1, 1/sqrt(n) or 1/n,    D = diag(signs), the identity by default,</pre>
 *
 * <p>with the {@code n x n} Hadamard matrix {@code H} of {@link HadamardOrder} (symmetric, {@code H H = n I}), in
 * {@code n log2 n} additions for a power of two.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output may be the same vectors in place;
 * any other overlap is refused. NaN and infinity go through as IEEE 754 says. A result depends on the values, the length
 * and the type alone: never on layout, batch, threads or machine. After an exception for wrong arguments the output is
 * untouched.
 *
 * <p>Rounding: with {@code u} the unit roundoff, every element is off by at most {@code g(s) ||D x||_1 f}, where
 * {@code g(s) = s u / (1 - s u)} and {@code s = log2 n + 1} (N. J. Higham, Accuracy and Stability of Numerical Algorithms,
 * 2nd ed., lemma 3.1, applied along the tree of sums); a base {@code b} of 12, 20 or 28 counts {@code b / 2 + 1} in place
 * of {@code log2 b}.
 *
 * <p>Source: Y. A. Geadah and M. J. G. Corinthios, Natural, dyadic, and sequency order algorithms and processors for the
 * Walsh-Hadamard transform, IEEE Trans. Comput. C-26, 1977, pp. 435-442.
 */
public final class DoubleHadamardPlan {
    /** Columns that are transformed together: a cache line or two of each row, and a vector at any width. */
    private static final int COLUMNS = 16;

    /** Fewer columns than these are transformed one by one. */
    private static final int FEW_COLUMNS = 4;

    /** Above this length, {@link #COLUMNS} columns are too large to be gathered. */
    private static final int LONGEST_COLUMN = 1 << 22;

    private final HadamardOrder order;
    private final Normalization normalization;
    private final WalshOrdering ordering;
    private final double[] signs;
    private final double scale;
    private final DoubleHadamardBlocks blocks;
    private final DoubleHadamardBlocks columnBlocks;

    private DoubleHadamardPlan(
            HadamardOrder order,
            Normalization normalization,
            WalshOrdering ordering,
            double[] signs,
            DoubleHadamardBlocks blocks,
            DoubleHadamardBlocks columnBlocks) {
        this.order = order;
        this.normalization = normalization;
        this.ordering = ordering;
        this.signs = signs;
        this.scale = normalization.doubleFactor(order.n());
        this.blocks = blocks;
        this.columnBlocks = columnBlocks;
    }

    /**
     * A plan in natural order, without normalisation and without signs.
     *
     * @param n the length of the vectors
     * @return the plan
     * @throws IllegalArgumentException if {@code n} is no supported order; the message names the nearest that are
     */
    public static DoubleHadamardPlan of(int n) {
        HadamardOrder order = HadamardOrder.of(n);
        DoubleHadamardBlocks columns = n > LONGEST_COLUMN ? null : new DoubleHadamardBlocks(order, COLUMNS);
        return new DoubleHadamardPlan(
                order,
                Normalization.BACKWARD,
                WalshOrdering.NATURAL,
                null,
                new DoubleHadamardBlocks(order, 1),
                columns);
    }

    /**
     * The same plan with another normalisation. The factor is applied after the sums, in the last pass.
     *
     * @param normalization decides the factor {@code f}, as that of a forward transform
     * @return the plan
     */
    public DoubleHadamardPlan normalized(Normalization normalization) {
        Objects.requireNonNull(normalization, "normalization");
        return new DoubleHadamardPlan(order, normalization, ordering, signs, blocks, columnBlocks);
    }

    /**
     * The same plan with its coefficients in another order.
     *
     * @param ordering the order of the rows of {@code H}
     * @return the plan
     * @throws IllegalArgumentException if the length is no power of two and the ordering is not natural
     */
    public DoubleHadamardPlan ordered(WalshOrdering ordering) {
        Objects.requireNonNull(ordering, "ordering");
        if (ordering != WalshOrdering.NATURAL && order.base() != 1) {
            throw new IllegalArgumentException(
                    "ordering: got " + ordering + " for length " + order.n() + ", wanted a power of two or NATURAL");
        }
        return new DoubleHadamardPlan(order, normalization, ordering, signs, blocks, columnBlocks);
    }

    /**
     * The same plan with the signs of the input flipped first, in the first pass.
     *
     * @param signs the diagonal of {@code D}: {@code n} numbers 1 or -1; copied
     * @return the plan
     * @throws IllegalArgumentException if there are not {@code n} of them or one is neither 1 nor -1
     */
    public DoubleHadamardPlan withSigns(double[] signs) {
        if (signs.length != order.n()) {
            throw new IllegalArgumentException("signs: got " + signs.length + ", wanted " + order.n());
        }
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] != 1 && signs[i] != -1) {
                throw new IllegalArgumentException("signs[" + i + "]: got " + signs[i] + ", wanted 1 or -1");
            }
        }
        return new DoubleHadamardPlan(order, normalization, ordering, signs.clone(), blocks, columnBlocks);
    }

    /**
     * The length of the vectors.
     *
     * @return {@code n}
     */
    public int length() {
        return order.n();
    }

    /**
     * The order of the Hadamard matrix.
     *
     * @return the order
     */
    public HadamardOrder order() {
        return order;
    }

    /**
     * What the plan does and how, in one line.
     *
     * @return the text
     */
    public String describe() {
        return "Hadamard " + order.n() + " = " + order + ", " + normalization + ", " + ordering
                + (signs == null ? "" : ", signs first") + "; " + order.additions() + " additions; " + blocks.schedule()
                + "; " + Backend.active();
    }

    /**
     * Transforms one vector in place.
     *
     * @param x the vector, {@code n} elements
     * @throws IllegalArgumentException if it has another length
     */
    public void transform(double[] x) {
        if (x.length != order.n()) {
            throw new IllegalArgumentException("x: got length " + x.length + ", wanted " + order.n());
        }
        transform(x, 0, x, 0, new Workspace());
    }

    /**
     * Transforms one vector of adjacent elements into another.
     *
     * @param in holds the input
     * @param inOffset its first element
     * @param out holds the output; may be {@code in}, at the same offset or apart
     * @param outOffset its first element
     * @param workspace scratch
     * @throws IllegalArgumentException if a vector does not lie within its array, or they overlap without being the same
     */
    public void transform(double[] in, int inOffset, double[] out, int outOffset, Workspace workspace) {
        int n = order.n();
        checkWithin("input", in, inOffset);
        checkWithin("output", out, outOffset);
        if (in == out && inOffset != outOffset && Math.abs((long) inOffset - outOffset) < n) {
            throw new IllegalArgumentException("input at " + inOffset + " and output at " + outOffset
                    + " overlap in one array; wanted the same offset (in place) or " + n + " elements between");
        }
        double[] scratch = workspace.takeDoubles(blocks.scratch());
        try {
            one(in, inOffset, 1, out, outOffset, 1, scratch, workspace);
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void checkWithin(String name, double[] array, int offset) {
        if (offset < 0 || offset > array.length - order.n()) {
            throw new IllegalArgumentException(name + ": got offset " + offset + " in an array of length "
                    + array.length + ", wanted room for " + order.n() + " elements from 0 or more");
        }
    }

    /**
     * Transforms vectors in place.
     *
     * @param x holds the vectors
     * @param layout where they lie in it
     * @param workspace scratch
     * @throws IllegalArgumentException if the vectors do not lie within the array, or overlap
     */
    public void transform(double[] x, Layout layout, Workspace workspace) {
        transform(x, layout, x, layout, workspace, Parallelism.NONE);
    }

    /**
     * Transforms vectors into others.
     *
     * @param in holds the input, read only unless it is the output
     * @param inLayout where the vectors lie in it; they may overlap each other if the output is elsewhere
     * @param out holds the output; may be {@code in}, with the same layout or apart
     * @param outLayout where the vectors go, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it: on several vectors at once, or on one large one
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, or
     *     input and output overlap without being the same
     */
    public void transform(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        int n = order.n();
        if (inLayout.count() != outLayout.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + inLayout.count() + " in and " + outLayout.count() + " out, wanted the same");
        }
        inLayout.checkWithin("input", in.length, n);
        outLayout.checkWithin("output", out.length, n);
        outLayout.checkDistinct("output", n);
        if (in == out) {
            inLayout.checkOverlap(n, outLayout, n);
        }
        run(in, inLayout, out, outLayout, workspace, parallelism);
    }

    private void run(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int count = inLayout.count();
        int workers = Math.min(parallelism.workers(), count);
        if (parallelism.workers() > 1 && count == 1) {
            alone(in, inLayout, out, outLayout, workspace, parallelism);
        } else if (workers <= 1) {
            several(in, inLayout, out, outLayout, 0, count, workspace);
        } else {
            int pieces = (int) Math.min(4L * workers, (count + COLUMNS - 1L) / COLUMNS);
            int perPiece = pieces <= 1 ? (count + workers - 1) / workers : roundUp((count + pieces - 1) / pieces);
            workspace.worker(workers - 1);
            parallelism.forEach((count + perPiece - 1) / perPiece, (piece, worker) -> {
                int first = piece * perPiece;
                int past = Math.min(count, first + perPiece);
                several(in, inLayout, out, outLayout, first, past, workspace.worker(worker));
            });
        }
    }

    private static int roundUp(int count) {
        return (count + COLUMNS - 1) / COLUMNS * COLUMNS;
    }

    /** One vector, by several threads. */
    private void alone(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        boolean direct = inLayout.stride() == 1 && outLayout.stride() == 1 && ordering == WalshOrdering.NATURAL;
        if (direct && blocks.canSplit()) {
            blocks.transform(in, inLayout.offset(), out, outLayout.offset(), signs, scale, parallelism);
        } else {
            several(in, inLayout, out, outLayout, 0, 1, workspace);
        }
    }

    /** Vectors {@code first} to {@code past - 1}, by this thread. */
    private void several(
            double[] in, Layout inLayout, double[] out, Layout outLayout, int first, int past, Workspace workspace) {
        double[] scratch = workspace.takeDoubles(blocks.scratch());
        try {
            boolean interleaved = inLayout.distance() == 1
                    && outLayout.distance() == 1
                    && past - first >= FEW_COLUMNS
                    && columnBlocks != null
                    && order.n() > 1;
            if (interleaved) {
                columns(in, inLayout, out, outLayout, first, past, scratch, workspace);
            } else if (isAdjacent(inLayout) && isAdjacent(outLayout) && signs == null) {
                adjacent(in, inLayout, out, outLayout, first, past, scratch);
            } else {
                for (int vector = first; vector < past; vector++) {
                    int from = inLayout.start(vector);
                    int to = outLayout.start(vector);
                    one(in, from, inLayout.stride(), out, to, outLayout.stride(), scratch, workspace);
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** Whether the vectors follow each other without a gap, so that one pass can go over several. */
    private boolean isAdjacent(Layout layout) {
        return layout.stride() == 1 && layout.distance() == order.n() && ordering == WalshOrdering.NATURAL;
    }

    /** Adjacent vectors, as many at once as the widest radix joins. */
    private void adjacent(
            double[] in, Layout inLayout, double[] out, Layout outLayout, int first, int past, double[] scratch) {
        int together = Math.max(1, (1 << 10) / order.n());
        for (int vector = first; vector < past; vector += together) {
            int count = Math.min(together, past - vector);
            int from = inLayout.start(vector);
            int to = outLayout.start(vector);
            blocks.transformAdjacent(in, from, out, to, count, scale, scratch);
        }
    }

    private void one(
            double[] in,
            int from,
            int inStride,
            double[] out,
            int to,
            int outStride,
            double[] scratch,
            Workspace workspace) {
        if (outStride == 1 && ordering == WalshOrdering.NATURAL) {
            if (inStride == 1) {
                blocks.transform(in, from, out, to, signs, scale, scratch);
            } else {
                gather(in, from, inStride, out, to);
                blocks.transform(out, to, out, to, signs, scale, scratch);
            }
            return;
        }
        double[] buffer = workspace.takeDoubles(order.n());
        try {
            gather(in, from, inStride, buffer, 0);
            blocks.transform(buffer, 0, buffer, 0, signs, scale, scratch);
            DoubleWalshReordering.write(ordering, order, buffer, out, to, outStride);
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void gather(double[] in, int from, int stride, double[] buffer, int to) {
        int n = order.n();
        for (int i = 0; i < n; i++) {
            buffer[to + i] = in[from + i * stride];
        }
    }

    /** Interleaved vectors, {@link #COLUMNS} at a time in a buffer of as many columns. */
    private void columns(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            int first,
            int past,
            double[] scratch,
            Workspace workspace) {
        int n = order.n();
        double[] buffer = workspace.takeDoubles(n * COLUMNS);
        try {
            for (int vector = first; vector < past; vector += COLUMNS) {
                int count = Math.min(COLUMNS, past - vector);
                for (int i = 0; i < n; i++) {
                    double sign = signs == null ? 1 : signs[i];
                    int from = inLayout.start(vector) + i * inLayout.stride();
                    for (int j = 0; j < count; j++) {
                        buffer[i * COLUMNS + j] = in[from + j] * sign;
                    }
                    for (int j = count; j < COLUMNS; j++) {
                        buffer[i * COLUMNS + j] = 0;
                    }
                }
                columnBlocks.transform(buffer, 0, buffer, 0, null, scale, scratch);
                for (int i = 0; i < n; i++) {
                    int from = ordering.natural(i, order.bits()) * COLUMNS;
                    System.arraycopy(buffer, from, out, outLayout.start(vector) + i * outLayout.stride(), count);
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }
}
