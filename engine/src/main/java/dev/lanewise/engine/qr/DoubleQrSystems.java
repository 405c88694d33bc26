package dev.lanewise.engine.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleTriangularBlocks;
import java.util.Arrays;

/** Least squares and shortest solutions with a factorised matrix, some right sides at a time. */
final class DoubleQrSystems {
    /** Right sides that are solved at a time, if an array holds them. */
    private static final int STRIP = 64;

    private DoubleQrSystems() {}

    /** As the doors {@link DoubleQr#solve} and, transposed, {@link DoubleQr#solveTransposed}. */
    static void solve(
            DoubleQrFactors factors,
            boolean transposed,
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int columns = bLayout.columns();
        Parallelism useful = parallelism.forOperations(4.0 * factors.m * factors.n * columns);
        int pieces = useful.workers();
        if (pieces == 1) {
            solveColumns(factors, transposed, 0, columns, b, bLayout, x, xLayout, workspace);
            return;
        }
        workspace.worker(pieces - 1); // made before the threads start
        useful.forEach(pieces, (piece, worker) -> {
            int from = (int) ((long) columns * piece / pieces), past = (int) ((long) columns * (piece + 1) / pieces);
            solveColumns(factors, transposed, from, past, b, bLayout, x, xLayout, workspace.worker(worker));
        });
    }

    private static void solveColumns(
            DoubleQrFactors factors,
            boolean transposed,
            int from,
            int past,
            double[] b,
            MatrixLayout bLayout,
            double[] x,
            MatrixLayout xLayout,
            Workspace workspace) {
        int m = factors.m, n = factors.n;
        int most = Math.clamp(Workspace.LARGEST_ARRAY / Math.max(1, m), 1, STRIP);
        double[] strip = workspace.takeDoubles(m * Math.min(most, past - from));
        try {
            for (int j = from; j < past; j += most) {
                int count = Math.min(most, past - j);
                copyColumns(
                        b,
                        bLayout.index(0, j),
                        bLayout.rowStride(),
                        bLayout.columnStride(),
                        bLayout.rows(),
                        count,
                        strip);
                if (transposed) {
                    solveR(factors, true, count, strip, workspace);
                    Arrays.fill(strip, n * count, m * count, 0);
                }
                factors.apply(!transposed, count, strip, 0, count, 1, workspace, Parallelism.NONE);
                if (!transposed) {
                    solveR(factors, false, count, strip, workspace);
                }
                for (int i = 0; i < xLayout.rows(); i++) {
                    for (int c = 0; c < count; c++) {
                        x[xLayout.index(i, j + c)] = strip[i * count + c];
                    }
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    private static void copyColumns(double[] b, int from, int row, int column, int rows, int count, double[] strip) {
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < count; c++) {
                strip[i * count + c] = b[from + i * row + c * column];
            }
        }
    }

    /** {@code R X = B}, or {@code R^T X = B}, of the first n rows of a strip. */
    private static void solveR(
            DoubleQrFactors factors, boolean transposed, int columns, double[] strip, Workspace workspace) {
        int row = transposed ? 1 : factors.rPitch(), column = transposed ? factors.rPitch() : 1;
        DoubleTriangularBlocks.solve(
                factors.n,
                columns,
                transposed,
                false,
                factors.r(),
                0,
                row,
                column,
                strip,
                0,
                columns,
                1,
                workspace,
                Parallelism.NONE);
    }
}
