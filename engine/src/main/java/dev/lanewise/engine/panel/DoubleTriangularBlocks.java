package dev.lanewise.engine.panel;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.scalar.DoubleTriangleKernel;

/**
 * {@code B = T^-1 B} and {@code B = T B} of parts of arrays, T a triangle: its halves one after the other, and the product of
 * what is beside them. A column of the result depends on that column of B alone.
 */
public final class DoubleTriangularBlocks {
    private static final DoubleTriangleKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleTriangleKernel(), DoubleTriangleKernel::new);

    /** Triangles that are not cut. */
    private static final int SMALL = 16;

    /** Columns of B that are brought together where those of B are not adjacent. */
    private static final int STRIP = 64;

    private DoubleTriangularBlocks() {}

    /**
     * {@code B = T^-1 B}.
     *
     * @param n rows and columns of T, rows of B
     * @param columns of B
     * @param lower whether T is a lower triangle
     * @param unit whether its diagonal is of ones and not read
     * @param t holds T
     * @param tOffset its first element
     * @param tRow from one row of T to the next
     * @param tColumn from one column of T to the next
     * @param b holds B, apart from T
     * @param bOffset its first element
     * @param bRow from one row of B to the next
     * @param bColumn from one column of B to the next; this or that from one row to the next is 1
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     */
    public static void solve(
            int n,
            int columns,
            boolean lower,
            boolean unit,
            double[] t,
            int tOffset,
            int tRow,
            int tColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            Workspace workspace,
            Parallelism parallelism) {
        strips(
                true,
                n,
                columns,
                lower,
                unit,
                t,
                tOffset,
                tRow,
                tColumn,
                b,
                bOffset,
                bRow,
                bColumn,
                workspace,
                parallelism);
    }

    /**
     * {@code B = T B}.
     *
     * @param n rows and columns of T, rows of B
     * @param columns of B
     * @param lower whether T is a lower triangle
     * @param unit whether its diagonal is of ones and not read
     * @param t holds T
     * @param tOffset its first element
     * @param tRow from one row of T to the next
     * @param tColumn from one column of T to the next
     * @param b holds B, apart from T
     * @param bOffset its first element
     * @param bRow from one row of B to the next
     * @param bColumn from one column of B to the next; this or that from one row to the next is 1
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     */
    public static void multiply(
            int n,
            int columns,
            boolean lower,
            boolean unit,
            double[] t,
            int tOffset,
            int tRow,
            int tColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            Workspace workspace,
            Parallelism parallelism) {
        strips(
                false,
                n,
                columns,
                lower,
                unit,
                t,
                tOffset,
                tRow,
                tColumn,
                b,
                bOffset,
                bRow,
                bColumn,
                workspace,
                parallelism);
    }

    private static void strips(
            boolean solve,
            int n,
            int columns,
            boolean lower,
            boolean unit,
            double[] t,
            int tOffset,
            int tRow,
            int tColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            Workspace workspace,
            Parallelism parallelism) {
        Parallelism useful = parallelism.forOperations((double) n * n * columns);
        int pieces = useful.workers();
        if (pieces == 1) {
            halves(solve, n, columns, lower, unit, t, tOffset, tRow, tColumn, b, bOffset, bRow, bColumn, workspace);
            return;
        }
        workspace.worker(pieces - 1); // made before the threads start
        useful.forEach(pieces, (piece, worker) -> {
            int first = ProductGrid.start(piece, pieces, columns, DoublePanelProduct.COLUMNS);
            int count = ProductGrid.start(piece + 1, pieces, columns, DoublePanelProduct.COLUMNS) - first;
            int from = bOffset + first * bColumn;
            Workspace own = workspace.worker(worker);
            halves(solve, n, count, lower, unit, t, tOffset, tRow, tColumn, b, from, bRow, bColumn, own);
        });
    }

    /** One half of the rows goes into the other: that is solved before, and multiplied after. */
    private static void halves(
            boolean solve,
            int n,
            int columns,
            boolean lower,
            boolean unit,
            double[] t,
            int tOffset,
            int r,
            int s,
            double[] b,
            int bOffset,
            int p,
            int q,
            Workspace workspace) {
        if (n <= SMALL) {
            small(solve, n, columns, lower, unit, t, tOffset, r, s, b, bOffset, p, q, workspace);
            return;
        }
        int top = (n / 2 + SMALL - 1) / SMALL * SMALL;
        int size = lower ? top : n - top, other = n - size;
        int from = lower ? 0 : top, to = lower ? top : 0;
        int giver = tOffset + from * (r + s), taker = tOffset + to * (r + s), beside = tOffset + to * r + from * s;
        int given = bOffset + from * p, taken = bOffset + to * p;
        if (solve) {
            halves(true, size, columns, lower, unit, t, giver, r, s, b, given, p, q, workspace);
        } else {
            halves(false, other, columns, lower, unit, t, taker, r, s, b, taken, p, q, workspace);
        }
        DoubleProduct.multiply(
                other,
                columns,
                size,
                solve ? -1 : 1,
                t,
                beside,
                r,
                s,
                b,
                given,
                p,
                q,
                1,
                b,
                taken,
                p,
                q,
                workspace,
                Parallelism.NONE);
        if (solve) {
            halves(true, other, columns, lower, unit, t, taker, r, s, b, taken, p, q, workspace);
        } else {
            halves(false, size, columns, lower, unit, t, giver, r, s, b, given, p, q, workspace);
        }
    }

    private static void small(
            boolean solve,
            int n,
            int columns,
            boolean lower,
            boolean unit,
            double[] t,
            int tOffset,
            int r,
            int s,
            double[] b,
            int bOffset,
            int p,
            int q,
            Workspace workspace) {
        if (q == 1) {
            rows(solve, n, columns, lower, unit, t, tOffset, r, s, b, bOffset, p);
            return;
        }
        double[] strip = workspace.takeDoubles(n * STRIP);
        try {
            for (int j = 0; j < columns; j += STRIP) {
                int count = Math.min(STRIP, columns - j), from = bOffset + j * q;
                DoubleColumns.KERNEL.transpose(b, from, q, count, n, strip, 0, STRIP);
                rows(solve, n, count, lower, unit, t, tOffset, r, s, strip, 0, STRIP);
                DoubleColumns.KERNEL.transpose(strip, 0, STRIP, n, count, b, from, q);
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    private static void rows(
            boolean solve,
            int n,
            int columns,
            boolean lower,
            boolean unit,
            double[] t,
            int tOffset,
            int r,
            int s,
            double[] b,
            int bOffset,
            int p) {
        int last = Math.max(0, n - 1);
        int corner = lower ? tOffset : tOffset + last * (r + s), top = lower ? bOffset : bOffset + last * p;
        int row = lower ? r : -r, column = lower ? s : -s, pitch = lower ? p : -p;
        if (solve) {
            KERNEL.solve(n, columns, t, corner, row, column, unit, b, top, pitch);
        } else {
            KERNEL.multiply(n, columns, t, corner, row, column, unit, b, top, pitch);
        }
    }
}
