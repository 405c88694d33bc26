package dev.lanewise.engine.lu;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/**
 * Iterative refinement of one solution: the residual is a right side, whose solution is added, as long as that halves the
 * backward error at least.
 */
final class DoubleRefinement {
    private static final int MOST_STEPS = 5;

    private DoubleRefinement() {}

    /** Gives the backward error of a column of X, once it is refined. */
    static double refine(
            DoubleLu lu,
            double[] a,
            MatrixLayout aLayout,
            double[] b,
            MatrixLayout bColumn,
            double[] x,
            MatrixLayout xColumn,
            Workspace workspace) {
        int n = aLayout.rows();
        MatrixLayout whole = MatrixLayout.of(n, 1);
        double[] residual = workspace.takeDoubles(n), correction = workspace.takeDoubles(n);
        try {
            double error = residual(a, aLayout, b, bColumn, x, xColumn, residual);
            for (int step = 0; step < MOST_STEPS && error > 0; step++) {
                lu.solve(residual, whole, correction, whole, workspace, Parallelism.NONE);
                exchangeSums(x, xColumn, correction);
                double next = residual(a, aLayout, b, bColumn, x, xColumn, residual);
                if (!(next < error)) {
                    restore(x, xColumn, correction);
                    return error;
                }
                boolean enough = next > error / 2;
                error = next;
                if (enough) {
                    return error;
                }
            }
            return error;
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Adds the correction, whose place gets what was there before. */
    private static void exchangeSums(double[] x, MatrixLayout xColumn, double[] correction) {
        for (int i = 0; i < xColumn.rows(); i++) {
            double before = x[xColumn.index(i, 0)];
            x[xColumn.index(i, 0)] = before + correction[i];
            correction[i] = before;
        }
    }

    private static void restore(double[] x, MatrixLayout xColumn, double[] before) {
        for (int i = 0; i < xColumn.rows(); i++) {
            x[xColumn.index(i, 0)] = before[i];
        }
    }

    /** Gives {@code max |b - A x| / (|A| |x| + |b|)}, element by element. */
    private static double residual(
            double[] a,
            MatrixLayout aLayout,
            double[] b,
            MatrixLayout bColumn,
            double[] x,
            MatrixLayout xColumn,
            double[] residual) {
        double error = 0;
        for (int i = 0; i < aLayout.rows(); i++) {
            double right = b[bColumn.index(i, 0)], rest = right, size = Math.abs(right);
            for (int j = 0; j < aLayout.columns(); j++) {
                double element = a[aLayout.index(i, j)], unknown = x[xColumn.index(j, 0)];
                rest -= element * unknown;
                size += Math.abs(element * unknown);
            }
            residual[i] = rest;
            if (size > 0) {
                error = Math.max(error, Math.abs(rest) / size);
            }
        }
        return error;
    }
}
