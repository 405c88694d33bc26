package dev.lanewise.engine.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * The reflectors of a matrix with many more rows than columns. It is cut into blocks of rows, each is factorised by itself, and
 * their R's, one below the other, are a smaller matrix of the same kind: so on until there is one block. The shape of this tree
 * depends on that of the matrix alone.
 */
final class DoubleReflectorTree {
    /** Columns of C that Q is applied to at a time. */
    private static final int STRIP = 256;

    /** Something done with the blocks of a layer, one after the other. */
    private interface BlockTask {
        void run(int block, Workspace workspace);
    }

    /** R, row after row. */
    final double[] r;

    private final int n;

    /** From the matrix itself to the one block. */
    private final List<DoubleReflectorLayer> layers = new ArrayList<>();

    DoubleReflectorTree(int m, int n) {
        this.n = n;
        r = new double[n * n];
        DoubleReflectorLayer layer = new DoubleReflectorLayer(m, 1, n);
        layers.add(layer);
        while (layer.blocks > 1) {
            layer = new DoubleReflectorLayer(layer.blocks, n, n);
            layers.add(layer);
        }
    }

    private int top() {
        return layers.size() - 1;
    }

    /** Makes reflectors of a matrix times a factor. */
    void factorize(double[] a, MatrixLayout layout, double factor, Workspace workspace, Parallelism parallelism) {
        for (int i = 0; i <= top(); i++) {
            DoubleReflectorLayer layer = layers.get(i), above = i < top() ? layers.get(i + 1) : null;
            boolean lowest = i == 0;
            forEachBlock(layer, 2.0 * n, workspace, parallelism, (block, own) -> {
                if (lowest) {
                    int at = layout.index(layer.start(block), 0);
                    layer.load(block, a, at, layout.rowStride(), layout.columnStride(), factor);
                }
                layer.factorize(block, above, r, own);
            });
        }
    }

    /** The greatest magnitude in R; NaN or infinity if there was one in the matrix, or R is beyond all numbers. */
    double greatest() {
        double greatest = 0;
        for (double element : r) {
            greatest = Math.max(greatest, Math.abs(element));
        }
        return greatest;
    }

    private void forEachBlock(
            DoubleReflectorLayer layer,
            double operationsOfElement,
            Workspace workspace,
            Parallelism parallelism,
            BlockTask task) {
        Parallelism useful = parallelism.forOperations(operationsOfElement * n * layer.start(layer.blocks));
        int pieces = Math.min(layer.blocks, useful.workers());
        if (pieces == 1) {
            runBlocks(layer, 0, 1, workspace, task);
            return;
        }
        workspace.worker(useful.workers() - 1); // made before the threads start
        useful.forEach(pieces, (piece, worker) -> runBlocks(layer, piece, pieces, workspace.worker(worker), task));
    }

    private static void runBlocks(
            DoubleReflectorLayer layer, int piece, int pieces, Workspace workspace, BlockTask task) {
        int past = (int) ((long) layer.blocks * (piece + 1) / pieces);
        for (int block = (int) ((long) layer.blocks * piece / pieces); block < past; block++) {
            task.run(block, workspace);
        }
    }

    /**
     * {@code C = Q C} or {@code Q^T C}.
     *
     * @param transposed whether it is {@code Q^T}
     * @param thin whether all rows of C but the first n count as zeros, whatever they hold; only without transposing
     * @param columns of C
     * @param c holds C
     * @param at its first element
     * @param row from one row to the next
     * @param column from one column to the next; this or that from one row to the next is 1
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     */
    void apply(
            boolean transposed,
            boolean thin,
            int columns,
            double[] c,
            int at,
            int row,
            int column,
            Workspace workspace,
            Parallelism parallelism) {
        for (int j = 0; j < columns; j += STRIP) {
            int count = Math.min(STRIP, columns - j), strip = at + j * column;
            if (transposed) {
                applyTransposed(0, count, c, strip, row, column, workspace, parallelism);
            } else {
                apply(0, thin, count, c, strip, row, column, workspace, parallelism);
            }
        }
    }

    /** From the blocks of a layer on upwards: each is done, and its first rows, which are above its R, go up. */
    private void applyTransposed(
            int level,
            int columns,
            double[] c,
            int at,
            int row,
            int column,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleReflectorLayer layer = layers.get(level);
        double[] above = workspace.takeDoubles(level == top() ? 0 : layer.blocks * n * columns);
        try {
            forEachBlock(layer, 4.0 * columns, workspace, parallelism, (block, own) -> {
                int first = at + layer.start(block) * row;
                layer.apply(block, true, false, columns, c, first, row, column, own);
                if (level < top()) {
                    copyRows(columns, c, first, row, column, above, block * n * columns, columns, 1);
                }
            });
            if (level < top()) {
                applyTransposed(level + 1, columns, above, 0, columns, 1, workspace, parallelism);
                for (int block = 0; block < layer.blocks; block++) {
                    int first = at + layer.start(block) * row;
                    copyRows(columns, above, block * n * columns, columns, 1, c, first, row, column);
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** From the block of the uppermost layer on downwards. */
    private void apply(
            int level,
            boolean thin,
            int columns,
            double[] c,
            int at,
            int row,
            int column,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleReflectorLayer layer = layers.get(level);
        double[] above = workspace.takeDoubles(level == top() ? 0 : layer.blocks * n * columns);
        try {
            if (level < top()) {
                for (int block = 0; block < (thin ? 1 : layer.blocks); block++) {
                    int first = at + layer.start(block) * row;
                    copyRows(columns, c, first, row, column, above, block * n * columns, columns, 1);
                }
                apply(level + 1, thin, columns, above, 0, columns, 1, workspace, parallelism);
            }
            forEachBlock(layer, 4.0 * columns, workspace, parallelism, (block, own) -> {
                int first = at + layer.start(block) * row;
                if (level < top()) {
                    copyRows(columns, above, block * n * columns, columns, 1, c, first, row, column);
                }
                layer.apply(block, false, thin, columns, c, first, row, column, own);
            });
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void copyRows(
            int columns, double[] from, int at, int row, int column, double[] to, int toAt, int toRow, int toColumn) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < columns; j++) {
                to[toAt + i * toRow + j * toColumn] = from[at + i * row + j * column];
            }
        }
    }
}
