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
        for (int level = 0; level <= top(); level++) {
            factorize(level, a, layout, factor, workspace, parallelism);
        }
    }

    private void factorize(
            int level, double[] a, MatrixLayout layout, double factor, Workspace workspace, Parallelism parallelism) {
        DoubleReflectorLayer layer = layers.get(level);
        Parallelism useful = useful(layer, 2.0 * n, parallelism);
        int pieces = Math.min(layer.blocks, useful.workers());
        if (pieces == 1) {
            factorizeBlocks(level, 0, layer.blocks, a, layout, factor, workspace);
            return;
        }
        workspace.worker(useful.workers() - 1); // made before the threads start
        useful.forEach(
                pieces,
                (piece, worker) -> factorizeBlocks(
                        level,
                        first(piece, pieces, layer),
                        first(piece + 1, pieces, layer),
                        a,
                        layout,
                        factor,
                        workspace.worker(worker)));
    }

    private void factorizeBlocks(
            int level, int from, int past, double[] a, MatrixLayout layout, double factor, Workspace workspace) {
        DoubleReflectorLayer layer = layers.get(level), above = level < top() ? layers.get(level + 1) : null;
        for (int block = from; block < past; block++) {
            if (level == 0) {
                int at = layout.index(layer.start(block), 0);
                layer.load(block, a, at, layout.rowStride(), layout.columnStride(), factor);
            }
            layer.factorize(block, above, r, workspace);
        }
    }

    private Parallelism useful(DoubleReflectorLayer layer, double operationsOfElement, Parallelism parallelism) {
        return parallelism.forOperations(operationsOfElement * n * layer.start(layer.blocks));
    }

    /** The first block of a piece. */
    private static int first(int piece, int pieces, DoubleReflectorLayer layer) {
        return (int) ((long) layer.blocks * piece / pieces);
    }

    /** The greatest magnitude in R; NaN or infinity if there was one in the matrix, or R is beyond all numbers. */
    double greatest() {
        double greatest = 0;
        for (double element : r) {
            greatest = Math.max(greatest, Math.abs(element));
        }
        return greatest;
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
            apply(level, true, false, columns, c, at, row, column, above, workspace, parallelism);
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
            apply(level, false, thin, columns, c, at, row, column, above, workspace, parallelism);
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** The blocks of a layer, and the rows that come down before, or go up afterwards. */
    private void apply(
            int level,
            boolean transposed,
            boolean thin,
            int columns,
            double[] c,
            int at,
            int row,
            int column,
            double[] above,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleReflectorLayer layer = layers.get(level);
        Parallelism useful = useful(layer, 4.0 * columns, parallelism);
        int pieces = Math.min(layer.blocks, useful.workers());
        if (pieces == 1) {
            applyBlocks(level, 0, layer.blocks, transposed, thin, columns, c, at, row, column, above, workspace);
            return;
        }
        workspace.worker(useful.workers() - 1); // made before the threads start
        useful.forEach(
                pieces,
                (piece, worker) -> applyBlocks(
                        level,
                        first(piece, pieces, layer),
                        first(piece + 1, pieces, layer),
                        transposed,
                        thin,
                        columns,
                        c,
                        at,
                        row,
                        column,
                        above,
                        workspace.worker(worker)));
    }

    private void applyBlocks(
            int level,
            int from,
            int past,
            boolean transposed,
            boolean thin,
            int columns,
            double[] c,
            int at,
            int row,
            int column,
            double[] above,
            Workspace workspace) {
        DoubleReflectorLayer layer = layers.get(level);
        for (int block = from; block < past; block++) {
            int first = at + layer.start(block) * row;
            if (level < top() && !transposed) {
                copyRows(columns, above, block * n * columns, columns, 1, c, first, row, column);
            }
            layer.apply(block, transposed, thin, columns, c, first, row, column, workspace);
            if (level < top() && transposed) {
                copyRows(columns, c, first, row, column, above, block * n * columns, columns, 1);
            }
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
