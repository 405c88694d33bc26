package dev.lanewise.engine.qr;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleProduct;

/** Applies a product of reflections, {@code I - V T V^T} or its transpose, to a part of a matrix. */
final class DoubleBlockReflector {
    private static final int WIDTH = DoubleReflectorPanel.WIDTH;

    /** Columns that are done at a time: scratch is as long as they, however many there are. */
    private static final int STRIP = 2048;

    private DoubleBlockReflector() {}

    /**
     * {@code C = C - V (T V^T C)}, or with the transpose of T.
     *
     * @param transposed whether it is {@code T^T}
     * @param width columns of V
     * @param v holds {@code V^T}, row after row
     * @param vOffset its first element
     * @param pitch from one row of it to the next
     * @param t holds T, row after row
     * @param tOffset its first element
     * @param m rows of V and C
     * @param filled rows of C that hold something; those after them count as zeros, whatever they hold
     * @param n columns of C
     * @param c holds C
     * @param cOffset its first element
     * @param cRow from one row to the next
     * @param cColumn from one column to the next; this or that from one row to the next is 1
     * @param workspace scratch of the calling thread
     */
    static void apply(
            boolean transposed,
            int width,
            double[] v,
            int vOffset,
            int pitch,
            double[] t,
            int tOffset,
            int m,
            int filled,
            int n,
            double[] c,
            int cOffset,
            int cRow,
            int cColumn,
            Workspace workspace) {
        int r = transposed ? 1 : WIDTH, s = transposed ? WIDTH : 1, most = Math.min(n, STRIP);
        double[] products = workspace.takeDoubles(width * most), factors = workspace.takeDoubles(width * most);
        try {
            for (int j = 0; j < n; j += STRIP) {
                int columns = Math.min(STRIP, n - j), at = cOffset + j * cColumn;
                multiply(
                        width, columns, filled, 1, v, vOffset, pitch, 1, c, at, cRow, cColumn, 0, products, 0, columns,
                        1, workspace);
                DoubleProduct.multiply(
                        width,
                        columns,
                        width,
                        -1,
                        t,
                        tOffset,
                        r,
                        s,
                        products,
                        0,
                        columns,
                        1,
                        0,
                        factors,
                        0,
                        columns,
                        1,
                        workspace,
                        Parallelism.NONE);
                multiply(
                        filled, columns, width, 1, v, vOffset, 1, pitch, factors, 0, columns, 1, 1, c, at, cRow,
                        cColumn, workspace);
                multiply(
                        m - filled,
                        columns,
                        width,
                        1,
                        v,
                        vOffset + filled,
                        1,
                        pitch,
                        factors,
                        0,
                        columns,
                        1,
                        0,
                        c,
                        at + filled * cRow,
                        cRow,
                        cColumn,
                        workspace);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private static void multiply(
            int m,
            int n,
            int k,
            double alpha,
            double[] v,
            int vOffset,
            int vRow,
            int vColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            double beta,
            double[] c,
            int cOffset,
            int cRow,
            int cColumn,
            Workspace workspace) {
        DoubleProduct.multiply(
                m,
                n,
                k,
                alpha,
                v,
                vOffset,
                vRow,
                vColumn,
                b,
                bOffset,
                bRow,
                bColumn,
                beta,
                c,
                cOffset,
                cRow,
                cColumn,
                workspace,
                Parallelism.NONE);
    }
}
