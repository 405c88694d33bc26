package dev.lanewise.structured;

import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.engine.SingularMatrixException;
import java.util.Objects;

/**
 * Systems of Toeplitz matrices by Levinson's recursion: {@code T x = b} with {@code T_ij = t_(i-j)} of order {@code n}, in
 * {@code 6 n^2} operations, {@code 4 n^2} if it is positive definite, and some {@code n} numbers of scratch.
 *
 * <p>The solution of order {@code k + 1} comes from that of order {@code k} and the backward predictor {@code v} of order
 * {@code k + 1}, which has {@code T_(k+1) v = (0, ..., 0, e)^T} and the last element 1. The pivot {@code e} is the quotient
 * of the leading minors of order {@code k + 1} and {@code k}; all of these must differ from zero.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., 2013, section 4.7.
 *
 * <p>Rounding: for positive definite matrices the residual {@code ||b - T x||} is of the order of the one of Cholesky's method
 * (G. Cybenko, The numerical stability of the Levinson-Durbin algorithm for Toeplitz systems of equations, SIAM J. Sci. Stat.
 * Comput. 1, 1980, pp. 303-319). In general it is only as small as the leading blocks are well conditioned: nothing is
 * pivoted. {@link DoubleToeplitzMap#inverse} takes elimination with pivots there.
 */
public final class DoubleLevinson {
    private DoubleLevinson() {}

    /**
     * Solves a system of a Toeplitz matrix whose leading minors all differ from zero.
     *
     * @param column the first column {@code t_0, ..., t_(n-1)}, at least 1 number, all finite
     * @param row the first row {@code t_0, t_(-1), ..., t_(-(n-1))}, finite, with the same first number
     * @param b the right side, {@code n} finite numbers
     * @return a new array with the solution
     * @throws IllegalArgumentException if lengths differ or are 0, a number is not finite, or the first numbers differ
     * @throws SingularMatrixException if a pivot is no larger than {@code n} roundings of the largest coefficient; its index is
     *     that of the pivot, from 0
     */
    public static double[] solve(double[] column, double[] row, double[] b) {
        DoubleToeplitzMap.checkFinite("column", Objects.requireNonNull(column, "column"));
        checkAsLong("row", Objects.requireNonNull(row, "row"), column.length);
        checkAsLong("b", Objects.requireNonNull(b, "b"), column.length);
        if (column[0] != row[0]) {
            throw new IllegalArgumentException("row[0]: got " + row[0] + ", wanted column[0], which is " + column[0]
                    + ": they are the same entry");
        }
        int exponent = Math.getExponent(Math.max(largest(column), largest(row)));
        double[] x = recursion(scaled(column, exponent), scaled(row, exponent), b);
        return scaled(x, exponent);
    }

    /**
     * Solves a system of a symmetric positive definite Toeplitz matrix.
     *
     * @param column the first column {@code t_0, ..., t_(n-1)}, at least 1 number, all finite
     * @param b the right side, {@code n} finite numbers
     * @return a new array with the solution
     * @throws IllegalArgumentException if lengths differ or are 0, or a number is not finite
     * @throws NotPositiveDefiniteException if a pivot, in units of {@code t_0}, is no larger than {@code n} roundings
     */
    public static double[] solvePositiveDefinite(double[] column, double[] b) {
        DoubleToeplitzMap.checkFinite("column", Objects.requireNonNull(column, "column"));
        checkAsLong("b", Objects.requireNonNull(b, "b"), column.length);
        int n = column.length;
        double[] t = unit(column), x = new double[n], v = new double[n], next = new double[n];
        double pivot = 1;
        v[0] = 1;
        x[0] = b[0];
        for (int k = 1; k < n; k++) {
            double reflection = reflection(t, v, 0, k, pivot);
            pivot *= (1 - reflection) * (1 + reflection);
            checkPositive(k, n, reflection, pivot);
            extend(v, 0, next, 0, k, reflection);
            double[] old = v;
            v = next;
            next = old;
            double known = 0;
            for (int j = 0; j < k; j++) {
                known += t[k - j] * x[j];
            }
            double factor = (b[k] - known) / pivot;
            for (int j = 0; j < k; j++) {
                x[j] += factor * v[j];
            }
            x[k] = factor;
        }
        for (int j = 0; j < n; j++) {
            x[j] /= column[0];
        }
        return x;
    }

    /**
     * The backward predictors of a positive definite matrix with ones on its diagonal.
     *
     * @param t its first column
     * @param predictors gets them, row after row of {@code n}, zeros after each
     * @param pivots gets what they leave
     * @return whether all pivots are positive; if not, nothing that is there counts
     */
    static boolean predict(double[] t, double[] predictors, double[] pivots) {
        int n = t.length;
        predictors[0] = 1;
        pivots[0] = 1;
        for (int k = 1; k < n; k++) {
            int from = (k - 1) * n, to = k * n;
            double reflection = reflection(t, predictors, from, k, pivots[k - 1]);
            pivots[k] = pivots[k - 1] * ((1 - reflection) * (1 + reflection));
            if (!isPositive(n, reflection, pivots[k])) {
                return false;
            }
            extend(predictors, from, predictors, to, k, reflection);
        }
        return true;
    }

    /** The column divided by its first number, which is positive. */
    static double[] unit(double[] column) {
        if (!(column[0] > 0)) {
            throw new NotPositiveDefiniteException(0, column[0]);
        }
        double[] t = new double[column.length];
        for (int k = 0; k < t.length; k++) {
            t[k] = column[k] / column[0];
        }
        return t;
    }

    /** What the predictor of order {@code k} gets wrong of the next equation, over the pivot. */
    private static double reflection(double[] t, double[] v, int at, int k, double pivot) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += t[j + 1] * v[at + j];
        }
        return sum / pivot;
    }

    /** The predictor of order {@code k + 1} from that of order {@code k}; the forward one is the same from its end. */
    private static void extend(double[] v, int at, double[] next, int to, int k, double reflection) {
        next[to] = -reflection * v[at + k - 1];
        for (int j = 1; j < k; j++) {
            next[to + j] = v[at + j - 1] - reflection * v[at + k - 1 - j];
        }
        next[to + k] = v[at + k - 1];
    }

    private static boolean isPositive(int n, double reflection, double pivot) {
        return Math.abs(reflection) < 1 && pivot > n * Math.ulp((double) 1) / 2;
    }

    private static void checkPositive(int k, int n, double reflection, double pivot) {
        if (!isPositive(n, reflection, pivot)) {
            throw new NotPositiveDefiniteException(k, pivot);
        }
    }

    /** The largest coefficient is from 1 to 2. */
    private static double[] recursion(double[] column, double[] row, double[] b) {
        int n = column.length;
        double[] x = new double[n], forward = new double[n], backward = new double[n];
        double pivot = column[0];
        checkPivot(0, n, pivot);
        forward[0] = 1;
        backward[0] = 1;
        x[0] = b[0] / pivot;
        for (int k = 1; k < n; k++) {
            double below = 0, above = 0, known = 0;
            for (int j = 0; j < k; j++) {
                below += column[k - j] * forward[j];
                above += row[j + 1] * backward[j];
                known += column[k - j] * x[j];
            }
            double alpha = below / pivot, beta = above / pivot;
            for (int j = k; j > 0; j--) {
                double first = forward[j], second = backward[j - 1];
                forward[j] = first - alpha * second;
                backward[j] = second - beta * first;
            }
            backward[0] = -beta;
            pivot -= alpha * above;
            checkPivot(k, n, pivot);
            double factor = (b[k] - known) / pivot;
            for (int j = 0; j < k; j++) {
                x[j] += factor * backward[j];
            }
            x[k] = factor;
        }
        return x;
    }

    private static void checkPivot(int k, int n, double pivot) {
        if (!(Math.abs(pivot) > n * Math.ulp((double) 1) / 2)) {
            throw new SingularMatrixException(
                    "the leading block of order " + (k + 1) + " of the Toeplitz matrix",
                    k,
                    "its pivot is " + pivot + " beside coefficients of 1 to 2");
        }
    }

    private static void checkAsLong(String name, double[] numbers, int n) {
        if (numbers.length != n) {
            throw new IllegalArgumentException(name + ": got length " + numbers.length + ", wanted " + n);
        }
        DoubleToeplitzMap.checkFinite(name, numbers);
    }

    private static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    private static double[] scaled(double[] numbers, int exponent) {
        double[] scaled = new double[numbers.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(numbers[i], -exponent);
        }
        return scaled;
    }
}
