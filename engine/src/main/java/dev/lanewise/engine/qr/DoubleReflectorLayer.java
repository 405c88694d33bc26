package dev.lanewise.engine.qr;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleRows;
import java.util.Arrays;

/**
 * A matrix cut into blocks of rows, each of which becomes, by itself, an R and the vectors of its reflections. A block lies
 * column after column, so that all that is done to one column runs along it, and its vectors stay where they came to be.
 */
final class DoubleReflectorLayer {
    private static final int WIDTH = DoubleReflectorPanel.WIDTH;

    /** Rows of a block are at least so many, and so many times its columns: what the R's of blocks cost is a part of what blocks do. */
    private static final int LEAST_ROWS = 1024, LEAST_ROWS_BY_COLUMNS = 8;

    final int blocks;
    private final int n;
    private final int unit;
    private final int units;
    private final int pitch;
    private final int panels;
    private final int triangle;
    private final double[] vectors;
    private final double[] t;

    /**
     * Room for a matrix.
     *
     * @param units of how many rows together it is
     * @param unit how many
     * @param n columns, units * unit at most
     */
    DoubleReflectorLayer(int units, int unit, int n) {
        this.n = n;
        this.unit = unit;
        this.units = units;
        blocks = Math.max(1, (int) ((long) units * unit / Math.max(LEAST_ROWS, (long) LEAST_ROWS_BY_COLUMNS * n)));
        pitch = DoubleRows.padded((int) ((units - 1L + blocks) / blocks) * unit) + 8;
        panels = (n + WIDTH - 1) / WIDTH;
        triangle = Math.min(n, WIDTH) * WIDTH; // as many rows as a panel has columns
        long size = (long) blocks * n * pitch;
        if (size > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "got a matrix of " + (long) units * unit + " x " + n + ", wanted one that an array can hold");
        }
        vectors = new double[(int) size];
        t = new double[blocks * panels * triangle];
    }

    /** The first row of a block. */
    int start(int block) {
        return (int) ((long) units * block / blocks) * unit;
    }

    /** How many rows a block has. */
    int rows(int block) {
        return start(block + 1) - start(block);
    }

    private int width(int panel) {
        return Math.min(WIDTH, n - panel * WIDTH);
    }

    private int corner(int block, int panel) {
        return block * n * pitch + panel * WIDTH * (pitch + 1);
    }

    private int triangle(int block, int panel) {
        return (block * panels + panel) * triangle;
    }

    /**
     * Fills a block.
     *
     * @param block which
     * @param a holds the matrix
     * @param at the first element of its block
     * @param row from one row to the next
     * @param column from one column to the next
     * @param factor what it is multiplied by
     */
    void load(int block, double[] a, int at, int row, int column, double factor) {
        DoubleRows.copyColumns(a, at, row, column, rows(block), n, vectors, corner(block, 0), pitch);
        if (factor != 1) {
            for (int j = 0; j < n; j++) {
                DoubleRows.KERNEL.scale(factor, vectors, corner(block, 0) + j * pitch, rows(block));
            }
        }
    }

    /**
     * Factorises a block that is filled.
     *
     * @param block which
     * @param above gets its R among its rows; or is none
     * @param r gets it if there is none above, row after row
     * @param workspace scratch of the calling thread
     */
    void factorize(int block, DoubleReflectorLayer above, double[] r, Workspace workspace) {
        if (above == null) {
            factorize(block, r, 0, n, 1, workspace);
        } else {
            factorize(block, above.vectors, above.place(block), 1, above.pitch, workspace);
        }
    }

    private void factorize(int block, double[] r, int rOffset, int rRow, int rColumn, Workspace workspace) {
        int length = rows(block), padded = DoubleRows.padded(length), first = corner(block, 0);
        for (int j = 0; j < n; j++) {
            Arrays.fill(vectors, first + j * pitch + length, first + j * pitch + padded, 0);
        }
        double[] panelR = workspace.takeDoubles(WIDTH * WIDTH);
        double[] scratch = workspace.takeDoubles(DoubleReflectorPanel.SCRATCH);
        try {
            for (int panel = 0; panel < panels; panel++) {
                int from = panel * WIDTH, width = width(panel), next = from + width, corner = corner(block, panel);
                DoubleReflectorPanel.factorize(
                        0,
                        width,
                        padded - from,
                        vectors,
                        corner,
                        pitch,
                        panelR,
                        t,
                        triangle(block, panel),
                        scratch,
                        workspace);
                apply(
                        block,
                        panel,
                        true,
                        length - from,
                        n - next,
                        vectors,
                        corner + width * pitch,
                        1,
                        pitch,
                        workspace);
                for (int j = from; j < next; j++) {
                    for (int i = 0; i < n; i++) {
                        r[rOffset + i * rRow + j * rColumn] = i > j
                                ? 0
                                : i < from ? vectors[first + j * pitch + i] : panelR[(i - from) * WIDTH + j - from];
                    }
                }
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Where the first element of a unit is. */
    private int place(int number) {
        int block = (int) (((number + 1L) * blocks - 1) / units);
        return corner(block, 0) + number * unit - start(block);
    }

    /**
     * {@code C = Q C} or {@code Q^T C} with the Q of a block.
     *
     * @param block which
     * @param transposed whether it is {@code Q^T}
     * @param thin whether all rows of C but the first n count as zeros, whatever they hold; only without transposing
     * @param columns of C
     * @param c holds C
     * @param at its first element
     * @param row from one row to the next
     * @param column from one column to the next; this or that from one row to the next is 1
     * @param workspace scratch of the calling thread
     */
    void apply(
            int block,
            boolean transposed,
            boolean thin,
            int columns,
            double[] c,
            int at,
            int row,
            int column,
            Workspace workspace) {
        int length = rows(block);
        for (int i = 0; i < panels; i++) {
            int panel = transposed ? i : panels - 1 - i, from = panel * WIDTH;
            int filled = thin && i == 0 ? n - from : length - from;
            apply(block, panel, transposed, filled, columns, c, at + from * row, row, column, workspace);
        }
    }

    private void apply(
            int block,
            int panel,
            boolean transposed,
            int filled,
            int columns,
            double[] c,
            int at,
            int row,
            int column,
            Workspace workspace) {
        DoubleBlockReflector.apply(
                transposed,
                width(panel),
                vectors,
                corner(block, panel),
                pitch,
                t,
                triangle(block, panel),
                rows(block) - panel * WIDTH,
                filled,
                columns,
                c,
                at,
                row,
                column,
                workspace);
    }
}
