package dev.lanewise.engine.hadamard;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.Arrays;

/**
 * What a {@link DoubleHadamardPlan} does with vectors anywhere in an array, once everything is checked: adjacent elements
 * go to the blocks as they are, interleaved vectors several at once through a buffer of as many columns, any other stride
 * or order of coefficients through a buffer of one vector.
 */
final class DoubleHadamardBatch {
    /** Columns that are transformed together: a cache line or two of each row, and a vector at any width. */
    private static final int COLUMNS = 16;

    /** Fewer columns than these are transformed one by one. */
    private static final int FEW_COLUMNS = 4;

    /** Above this length, {@link #COLUMNS} columns are too large to be gathered. */
    private static final int LONGEST_COLUMN = 1 << 22;

    /** Adjacent vectors go to the blocks together up to so many elements: short ones then share the cost of a call. */
    private static final int TOGETHER = 1 << 10;

    /** Pieces per thread: enough that a slow thread does not hold up the others. */
    private static final int PIECES_PER_WORKER = 4;

    private final HadamardOrder order;
    private final WalshOrdering ordering;
    private final WalshPermutation permutation;
    private final double[] signs;
    private final double scale;
    private final DoubleHadamardBlocks blocks;
    private final DoubleHadamardBlocks columnBlocks;

    private DoubleHadamardBatch(
            HadamardOrder order,
            WalshOrdering ordering,
            double[] signs,
            double scale,
            DoubleHadamardBlocks blocks,
            DoubleHadamardBlocks columnBlocks) {
        this.order = order;
        this.ordering = ordering;
        this.permutation = ordering == WalshOrdering.NATURAL ? null : new WalshPermutation(ordering, order.bits());
        this.signs = signs;
        this.scale = scale;
        this.blocks = blocks;
        this.columnBlocks = columnBlocks;
    }

    static DoubleHadamardBatch of(HadamardOrder order) {
        DoubleHadamardBlocks blocks = new DoubleHadamardBlocks(order, 1);
        DoubleHadamardBlocks columns = order.n() > LONGEST_COLUMN ? null : new DoubleHadamardBlocks(order, COLUMNS);
        return new DoubleHadamardBatch(order, WalshOrdering.NATURAL, null, 1, blocks, columns);
    }

    DoubleHadamardBatch scaled(double scale) {
        return new DoubleHadamardBatch(order, ordering, signs, scale, blocks, columnBlocks);
    }

    DoubleHadamardBatch ordered(WalshOrdering ordering) {
        return new DoubleHadamardBatch(order, ordering, signs, scale, blocks, columnBlocks);
    }

    DoubleHadamardBatch signed(double[] signs) {
        return new DoubleHadamardBatch(order, ordering, signs, scale, blocks, columnBlocks);
    }

    String describe() {
        return ordering + (signs == null ? "" : ", signs first") + "; " + blocks.schedule();
    }

    /** One vector of adjacent elements, by this thread. */
    void one(double[] in, int from, double[] out, int to, Workspace workspace) {
        double[] scratch = workspace.takeDoubles(blocks.scratch());
        try {
            one(in, from, 1, out, to, 1, scratch, workspace);
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** All vectors. */
    void run(double[] in, Layout inLayout, double[] out, Layout outLayout, Workspace workspace, Parallelism asked) {
        int count = inLayout.count();
        Parallelism parallelism = asked.forOperations((double) count * order.additions());
        int workers = Math.min(parallelism.workers(), count);
        if (parallelism.workers() > 1 && count == 1) {
            alone(in, inLayout, out, outLayout, workspace, parallelism);
        } else if (workers <= 1) {
            several(in, inLayout, out, outLayout, 0, count, workspace);
        } else {
            int pieces = (int) Math.min((long) PIECES_PER_WORKER * workers, (count + COLUMNS - 1L) / COLUMNS);
            int perPiece = pieces <= 1
                    ? Math.ceilDiv(count, workers)
                    : Math.ceilDiv(Math.ceilDiv(count, pieces), COLUMNS) * COLUMNS;
            workspace.worker(workers - 1);
            parallelism.forEach(Math.ceilDiv(count, perPiece), (piece, worker) -> {
                int first = piece * perPiece;
                int past = (int) Math.min(count, (long) first + perPiece);
                several(in, inLayout, out, outLayout, first, past, workspace.worker(worker));
            });
        }
    }

    /** One vector, by several threads. */
    private void alone(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int from = inLayout.offset();
        int to = outLayout.offset();
        if (!blocks.canSplit()) {
            several(in, inLayout, out, outLayout, 0, 1, workspace);
        } else if (inLayout.stride() == 1 && outLayout.stride() == 1 && ordering == WalshOrdering.NATURAL) {
            blocks.transform(in, from, out, to, signs, scale, workspace, parallelism);
        } else {
            double[] buffer = workspace.takeDoubles(order.n());
            try {
                if (inLayout.stride() == 1) {
                    blocks.transform(in, from, buffer, 0, signs, scale, workspace, parallelism);
                } else {
                    gather(in, from, inLayout.stride(), buffer, 0);
                    blocks.transform(buffer, 0, buffer, 0, signs, scale, workspace, parallelism);
                }
                scatter(buffer, out, to, outLayout.stride(), workspace);
            } finally {
                workspace.releaseDoubles();
            }
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
                int left = direct(in, inLayout, out, outLayout, first, past);
                columns(in, inLayout, out, outLayout, left, past, scratch, workspace);
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

    /** Adjacent vectors, up to {@link #TOGETHER} elements at once. */
    private void adjacent(
            double[] in, Layout inLayout, double[] out, Layout outLayout, int first, int past, double[] scratch) {
        int together = Math.max(1, TOGETHER / order.n());
        for (int vector = first, count; vector < past; vector += count) {
            count = Math.min(together, past - vector);
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
            if (inStride == 1) {
                blocks.transform(in, from, buffer, 0, signs, scale, scratch);
            } else {
                gather(in, from, inStride, buffer, 0);
                blocks.transform(buffer, 0, buffer, 0, signs, scale, scratch);
            }
            scatter(buffer, out, to, outStride, workspace);
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** The coefficients, which come in natural order, to their places. */
    private void scatter(double[] buffer, double[] out, int to, int outStride, Workspace workspace) {
        if (permutation == null) {
            for (int i = 0; i < order.n(); i++) {
                out[to + i * outStride] = buffer[i];
            }
            return;
        }
        double[] tile = workspace.takeDoubles(DoubleWalshReordering.scratch(permutation));
        try {
            DoubleWalshReordering.write(permutation, buffer, out, to, outStride, tile);
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

    /** Interleaved vectors, a multiple of {@link #COLUMNS}, in natural order where they lie; the first of those that are left. */
    private int direct(double[] in, Layout inLayout, double[] out, Layout outLayout, int first, int past) {
        int count = (past - first) / COLUMNS * COLUMNS;
        if (count == 0 || permutation != null || order.base() > 1) {
            return first;
        }
        int from = inLayout.start(first), to = outLayout.start(first);
        DoubleHadamardColumns.transform(
                order.bits(), count, in, from, inLayout.stride(), out, to, outLayout.stride(), signs, scale);
        return first + count;
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
            for (int vector = first, count; vector < past; vector += count) {
                count = Math.min(COLUMNS, past - vector);
                if (count < COLUMNS) {
                    Arrays.fill(buffer, 0, n * COLUMNS, 0);
                }
                columnBlocks.copyRows(in, inLayout.start(vector), inLayout.stride(), buffer, 0, COLUMNS, count, signs);
                columnBlocks.transform(buffer, 0, buffer, 0, null, scale, scratch);
                int to = outLayout.start(vector);
                if (permutation == null) {
                    columnBlocks.copyRows(buffer, 0, COLUMNS, out, to, outLayout.stride(), count, null);
                } else {
                    for (int i = 0; i < n; i++) {
                        int from = ordering.index(i, order.bits()) * COLUMNS;
                        System.arraycopy(buffer, from, out, to + i * outLayout.stride(), count);
                    }
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }
}
