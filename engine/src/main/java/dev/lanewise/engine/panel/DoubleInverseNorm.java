package dev.lanewise.engine.panel;

import dev.lanewise.engine.MatrixLayout;
import java.util.Arrays;

/**
 * The 1-norm of an inverse, estimated from a few solutions. Source: N. J. Higham, FORTRAN codes for estimating the one-norm of a
 * real or complex matrix, ACM Trans. Math. Softw. 14(4), 1988, pp. 381-396, algorithm 4.1.
 */
public final class DoubleInverseNorm {
    private static final int MOST_STEPS = 5;

    private DoubleInverseNorm() {}

    /** Solves with the matrix or its transpose. */
    public interface Solver {
        /**
         * Solves, in the place of the right side.
         *
         * @param transposed whether with the transpose
         * @param x the right side, and the solution
         */
        void solve(boolean transposed, double[] x);
    }

    /**
     * {@code 1 / (||A||_1 ||A^-1||_1)}, or more if the estimate is below the norm.
     *
     * @param a holds A
     * @param layout where
     * @param solver solves with it
     * @return the number; 1 for a matrix without elements
     */
    public static double reciprocalCondition(double[] a, MatrixLayout layout, Solver solver) {
        int n = layout.rows();
        if (n == 0) {
            return 1;
        }
        double norm = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Math.abs(a[layout.index(i, j)]);
            }
            norm = Math.max(norm, sum);
        }
        return 1 / norm / ofInverse(n, solver);
    }

    private static double ofInverse(int n, Solver solver) {
        double[] x = new double[n], signs = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (double) 1 / n;
        }
        solver.solve(false, x);
        double estimate = sum(x);
        if (n == 1) {
            return estimate;
        }
        boolean more = takeSigns(x, signs);
        int last = -1;
        for (int step = 1; step < MOST_STEPS && more; step++) {
            System.arraycopy(signs, 0, x, 0, n);
            solver.solve(true, x);
            int next = DoubleRows.KERNEL.indexOfGreatest(x, 0, n);
            if (last >= 0 && Math.abs(x[last]) == Math.abs(x[next])) {
                break;
            }
            last = next;
            Arrays.fill(x, 0);
            x[next] = 1;
            solver.solve(false, x);
            double sum = sum(x);
            more = sum > estimate && takeSigns(x, signs);
            estimate = Math.max(estimate, sum);
        }
        // Where the others are deceived by cancellation.
        for (int i = 0; i < n; i++) {
            double size = 1 + (double) i / (n - 1);
            x[i] = i % 2 == 0 ? size : -size;
        }
        solver.solve(false, x);
        return Math.max(estimate, 2 * sum(x) / (3 * n));
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += Math.abs(element);
        }
        return sum;
    }

    /** Whether there is a sign that was another before. */
    private static boolean takeSigns(double[] x, double[] signs) {
        boolean changed = false;
        for (int i = 0; i < x.length; i++) {
            double sign = x[i] >= 0 ? 1 : -1;
            changed |= sign != signs[i];
            signs[i] = sign;
        }
        return changed;
    }
}
