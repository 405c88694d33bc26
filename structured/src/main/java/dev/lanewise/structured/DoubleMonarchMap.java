package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.panel.DoubleMonarchProduct;
import java.util.List;
import java.util.Objects;

/**
 * A Monarch matrix, or block-shuffle layer: two block diagonal matrices with a shuffle between them and one after,
 *
 * <pre>
 *     A = S' diag(R_1, ..., R_p) S diag(L_1, ..., L_b),     L_i of p x q,  R_j of r x b,
 * </pre>
 *
 * <p>a matrix of {@code p r} rows and {@code b q} columns with {@code b p (q + r)} parameters. S reads what the first blocks give,
 * a matrix of {@code b x p}, column after column, and S' what the second give, {@code p x r}, likewise
 * ({@link DoublePermutation#stride}): block {@code R_j} takes element j of each {@code L_i x_i}, and element l of what it gives becomes
 * element {@code l p + j} of the output. With all of them of {@code m x m}, it is a matrix of order {@code m^2} with {@code 2 m^3}
 * parameters instead of {@code m^4}; every pair of an input and an output is connected.
 *
 * <p>The shuffles are a matter of strides and cost nothing, with vectors side by side and in rows.
 *
 * <p>The layers that are named beside this one need no map of their own: block-dense is {@code dense.times(DoubleBlockDiagonal.of(blocks))},
 * and a dense or low-rank part with a sparse one is their sum.
 *
 * <p>Source: T. Dao and others, Monarch: expressive structured matrices for efficient and accurate training, ICML 2022, section 3.1;
 * X. Wei and others, Building on efficient foundations: effective training of LLMs with structured feedforward layers, NeurIPS 2024
 * (BlockShuffle).
 */
public final class DoubleMonarchMap extends DoubleApartMap {
    /** Numbers of the vectors that go through together side by side, between the blocks and after them, and no more than {@link #MOST}. */
    private static final int BLOCK = 1 << 22;

    private static final int FEWEST = 32;

    /** Vectors in rows that are worth packing all blocks for. */
    private static final int FEWEST_ROWS = 96;

    /** Vectors side by side that go through together: pieces of rows that are long enough for the processor to foresee what comes. */
    private static final int MOST = 512;

    /**
     * Numbers of a line of the cache. What the second blocks read together are rows of {@code p} times as many numbers as there are
     * vectors, often a power of two: they are put a row and a line further apart, or all of them would be in the same few sets.
     */
    private static final int LINE = 64 / Double.BYTES;

    private final DoubleDenseMap[] first;
    private final DoubleDenseMap[] second;

    /** For vectors in rows; null if the blocks are not for it. */
    private final DoubleMonarchProduct rowProduct;

    /** The shapes of the blocks: b of p x q, p of r x b. */
    private final int b;

    private final int p;
    private final int q;
    private final int r;

    private DoubleMonarchMap(List<DoubleDenseMap> first, List<DoubleDenseMap> second) {
        super(
                second.size() * second.getFirst().rows(),
                first.size() * first.getFirst().cols());
        this.first = first.toArray(new DoubleDenseMap[0]);
        this.second = second.toArray(new DoubleDenseMap[0]);
        b = first.size();
        p = second.size();
        q = this.first[0].cols();
        r = this.second[0].rows();
        rowProduct = DoubleMonarchProduct.isFor(b, p, q, r)
                ? new DoubleMonarchProduct(b, p, q, r, entries(first), entries(second))
                : null;
    }

    private static double[][] entries(List<DoubleDenseMap> blocks) {
        return blocks.stream().map(DoubleDenseMap::entries).toArray(double[][]::new);
    }

    /**
     * The map of given blocks.
     *
     * @param first the blocks {@code L_i}, {@code b} of them, all of {@code p x q}
     * @param second the blocks {@code R_j}, {@code p} of them, all of {@code r x b}
     * @return the map
     * @throws IllegalArgumentException if there are none, or shapes and numbers do not fit, or the whole is too large
     */
    public static DoubleMonarchMap of(List<DoubleDenseMap> first, List<DoubleDenseMap> second) {
        check("first", first);
        check("second", second);
        DoubleDenseMap left = first.getFirst(), right = second.getFirst();
        if (left.rows() != second.size() || right.cols() != first.size()) {
            throw new IllegalArgumentException("Monarch: got " + first.size() + " first blocks of " + left.rows()
                    + " x "
                    + left.cols() + " and " + second.size() + " second of " + right.rows() + " x " + right.cols()
                    + ", wanted as many second blocks as the first have rows, with as many columns as there are first");
        }
        long longest = Math.max(
                (long) left.rows() * first.size(),
                Math.max((long) left.cols() * first.size(), (long) right.rows() * second.size()));
        if (longest > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "Monarch: got vectors of " + longest + ", wanted at most " + Workspace.LARGEST_ARRAY);
        }
        return new DoubleMonarchMap(first, second);
    }

    private static void check(String name, List<DoubleDenseMap> blocks) {
        if (Objects.requireNonNull(blocks, name).isEmpty()) {
            throw new IllegalArgumentException(name + ": got no blocks, wanted one or more");
        }
        DoubleDenseMap top = Objects.requireNonNull(blocks.getFirst(), name + " block 0");
        for (int i = 1; i < blocks.size(); i++) {
            DoubleDenseMap block = Objects.requireNonNull(blocks.get(i), name + " block " + i);
            if (block.rows() != top.rows() || block.cols() != top.cols()) {
                throw new IllegalArgumentException(name + " block " + i + ": got " + block.rows() + " x " + block.cols()
                        + ", wanted " + top.rows() + " x " + top.cols() + " as block 0");
            }
        }
    }

    /**
     * The blocks that come first.
     *
     * @return {@code L_0, ..., L_(b-1)}
     */
    public List<DoubleDenseMap> first() {
        return List.of(first);
    }

    /**
     * The blocks that come second.
     *
     * @return {@code R_0, ..., R_(p-1)}
     */
    public List<DoubleDenseMap> second() {
        return List.of(second);
    }

    @Override
    void multiply(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleVectorLoop.split(this, transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    void several(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int from,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        boolean areRows = xLayout.stride() == 1 && yLayout.stride() == 1 && past - from >= FEWEST_ROWS;
        if (areRows && rowProduct != null) {
            int count = past - from, in = xLayout.start(from), to = yLayout.start(from);
            if (transposed) {
                rowProduct.multiplyTransposed(count, x, in, xLayout.distance(), y, to, yLayout.distance(), workspace);
            } else {
                rowProduct.multiply(count, x, in, xLayout.distance(), y, to, yLayout.distance(), workspace);
            }
            return;
        }
        int atOnce = Math.clamp(BLOCK / Math.max(1, (long) b * p + rows()) / FEWEST * FEWEST, FEWEST, MOST);
        int most = (int) ((Workspace.LARGEST_ARRAY - (long) b * LINE) / Math.max(b * (p + 1L), rows()));
        atOnce = Math.clamp(atOnce, 1, Math.max(1, most));
        int pitch = Math.min(atOnce, past - from);
        // What the second blocks give has strides: other than side by side it cannot be written where it belongs.
        boolean isBuffered = !transposed && p > 1 && yLayout.distance() != 1 && pitch > 1;
        double[] middle = workspace.takeDoubles(b * between(pitch));
        double[] shuffled = workspace.takeDoubles(isBuffered ? rows() * pitch : 0);
        try {
            for (int at = from; at < past; at += atOnce) {
                int count = Math.min(atOnce, past - at), in = xLayout.start(at), to = yLayout.start(at);
                if (transposed) {
                    backwards(x, in, xLayout, middle, y, to, yLayout, count, workspace);
                } else if (isBuffered) {
                    forwards(x, in, xLayout, middle, shuffled, 0, count, 1, count, workspace);
                    DoubleColumns.scatter(shuffled, count, y, to, yLayout.stride(), yLayout.distance(), count, rows());
                } else {
                    forwards(x, in, xLayout, middle, y, to, yLayout.stride(), yLayout.distance(), count, workspace);
                }
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** From one row of what is between the blocks to the next one, which begins so many vectors times {@code p} numbers later or more. */
    private int between(int vectors) {
        return (p + 1) * vectors + LINE;
    }

    private void forwards(
            double[] x,
            int from,
            Layout xLayout,
            double[] middle,
            double[] y,
            int to,
            int yStride,
            int yDistance,
            int count,
            Workspace workspace) {
        int stride = xLayout.stride();
        stage(
                first,
                false,
                x,
                from,
                q * stride,
                stride,
                xLayout.distance(),
                middle,
                0,
                between(count),
                count,
                1,
                count,
                workspace);
        stage(
                second,
                false,
                middle,
                0,
                count,
                between(count),
                1,
                y,
                to,
                yStride,
                p * yStride,
                yDistance,
                count,
                workspace);
    }

    private void backwards(
            double[] x,
            int from,
            Layout xLayout,
            double[] middle,
            double[] y,
            int to,
            Layout yLayout,
            int count,
            Workspace workspace) {
        int stride = xLayout.stride(), yStride = yLayout.stride();
        stage(
                second,
                true,
                x,
                from,
                stride,
                p * stride,
                xLayout.distance(),
                middle,
                0,
                count,
                between(count),
                1,
                count,
                workspace);
        stage(
                first,
                true,
                middle,
                0,
                between(count),
                count,
                1,
                y,
                to,
                q * yStride,
                yStride,
                yLayout.distance(),
                count,
                workspace);
    }

    /** All blocks of one kind, each from and to places of its own: so far from block to block, element to element, vector to vector. */
    private static void stage(
            DoubleDenseMap[] blocks,
            boolean transposed,
            double[] x,
            int from,
            int xBlock,
            int xStride,
            int xDistance,
            double[] y,
            int to,
            int yBlock,
            int yStride,
            int yDistance,
            int count,
            Workspace workspace) {
        for (int i = 0; i < blocks.length; i++) {
            blocks[i].multiply(
                    transposed,
                    x,
                    from + i * xBlock,
                    xStride,
                    xDistance,
                    count,
                    y,
                    to + i * yBlock,
                    yStride,
                    yDistance,
                    workspace,
                    Parallelism.NONE);
        }
    }

    @Override
    public long operations() {
        return 2 * parameters();
    }

    @Override
    public long parameters() {
        return (long) b * p * (q + r);
    }

    @Override
    public String name() {
        return "Monarch, " + b + " blocks of " + p + " x " + q + " and " + p + " of " + r + " x " + b;
    }
}
