package dev.lanewise.leastsquares;

import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;

/**
 * Whether solutions are what they are to be. They are those of matrices that are off by {@code e = 10 u sqrt(m n)}, relative to
 * the norm: rounding errors of reflections add up as independent numbers do (N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., section 19.3: the constants of the rigorous bounds are replaced by their square roots).
 */
final class LeastSquaresCheck {
    private static final double CONSTANT = 10;

    private LeastSquaresCheck() {}

    private static double unit(int m, int n, Numbers x) {
        return CONSTANT * x.precision().unitRoundoff() * Math.sqrt((double) m * n);
    }

    private static Numbers column(Numbers matrix, int rows, int columns, int column) {
        double[] elements = new double[rows];
        for (int i = 0; i < rows; i++) {
            elements[i] = matrix.at(i * columns + column);
        }
        return Numbers.of(elements);
    }

    /** {@code b - A x}. */
    private static Numbers residual(int m, int n, Numbers a, Numbers b, Numbers x) {
        double[] rest = new double[m];
        for (int i = 0; i < m; i++) {
            Twofold sum = new Twofold().add(b.at(i));
            for (int j = 0; j < n; j++) {
                sum.addProduct(-a.at(i * n + j), x.at(j));
            }
            rest[i] = sum.value();
        }
        return Numbers.of(rest);
    }

    /** {@code A^T y}. */
    private static Numbers transposedTimes(int m, int n, Numbers a, Numbers y) {
        double[] product = new double[n];
        for (int j = 0; j < n; j++) {
            Twofold sum = new Twofold();
            for (int i = 0; i < m; i++) {
                sum.addProduct(a.at(i * n + j), y.at(i));
            }
            product[j] = sum.value();
        }
        return Numbers.of(product);
    }

    /** Something below the 2-norm: the norm of the largest column, or the root of the mean of all squared singular values. */
    private static double leastNorm(int m, int n, Numbers a) {
        double largest = 0;
        for (int j = 0; j < n; j++) {
            largest = Math.max(largest, column(a, m, n, j).norm2());
        }
        return Math.max(largest, a.norm2() / Math.sqrt(Math.max(1, Math.min(m, n))));
    }

    /** Fails unless {@code ||A^T (b - A x)|| <= e ||A|| (||b|| + ||A|| ||x||)} for every column. */
    static void assertNormalEquations(int m, int n, int columns, Numbers a, Numbers b, Numbers x, String context) {
        double norm = leastNorm(m, n, a);
        for (int c = 0; c < columns; c++) {
            Numbers right = column(b, m, columns, c), solution = column(x, n, columns, c);
            double left =
                    transposedTimes(m, n, a, residual(m, n, a, right, solution)).norm2();
            double allowed = unit(m, n, x) * norm * (right.norm2() + norm * solution.norm2());
            if (!(left <= allowed)) {
                fail(context + ", column " + c + ": ||A^T (b - A x)|| is " + left + ", allowed " + allowed);
            }
        }
    }

    /**
     * Fails unless every column of X is as near to {@code A^+ b} as that of a matrix of the same rank is that is off by e: {@code
     * ||A^+|| (e ||A|| ||x|| + e ||b|| + e ||A|| ||A^+|| ||b - A x||) + e ||A|| ||A^+|| ||x||} (A. Bjorck, Numerical Methods for Least
     * Squares Problems, 1996, theorem 1.4.6), and that once more for terms of higher order.
     */
    static void assertNear(
            int m, int n, int columns, PseudoInverse inverse, Numbers a, Numbers b, Numbers x, String context) {
        Numbers wanted = Numbers.of(inverse.times(columns, b));
        double norm = a.norm2(), inverseNorm = inverse.norm(), e = unit(m, n, x);
        for (int c = 0; c < columns; c++) {
            Numbers right = column(b, m, columns, c), solution = column(wanted, n, columns, c);
            double rest = residual(m, n, a, right, solution).norm2();
            double allowed =
                    2 * e * inverseNorm * (2 * norm * solution.norm2() + right.norm2() + norm * inverseNorm * rest);
            double distance = solution.distance(column(x, n, columns, c));
            if (!(distance <= allowed)) {
                fail(context + ", column " + c + ": x is off by " + distance + ", allowed " + allowed);
            }
        }
    }

    private static double condition(LowRankMatrix matrix, PseudoInverse inverse) {
        return matrix.product().norm2() * inverse.norm();
    }

    /** Fails unless every column of X is orthogonal to the null space of a matrix that is off by e. */
    static void assertBesideNullSpace(
            LowRankMatrix matrix, PseudoInverse inverse, int columns, Numbers x, String context) {
        int n = matrix.n(), k = n - matrix.r();
        for (int c = 0; c < columns; c++) {
            Numbers solution = column(x, n, columns, c);
            double product = transposedTimes(n, k, matrix.nullSpace(), solution).norm2();
            double allowed = unit(matrix.m(), n, x)
                    * condition(matrix, inverse)
                    * matrix.nullSpace().norm2()
                    * solution.norm2();
            if (!(product <= allowed)) {
                fail(context + ", column " + c + ": ||N^T x|| is " + product + ", allowed " + allowed);
            }
        }
    }

    /** Fails unless every column of X is no longer than that of Y, up to e times a condition number. */
    static void assertNoLonger(
            LowRankMatrix matrix, PseudoInverse inverse, int columns, Numbers x, Numbers y, String context) {
        int n = matrix.n();
        double slack = unit(matrix.m(), n, x) * condition(matrix, inverse);
        for (int c = 0; c < columns; c++) {
            double length = column(x, n, columns, c).norm2(),
                    other = column(y, n, columns, c).norm2();
            if (!(length <= other * (1 + slack))) {
                fail(context + ", column " + c + ": ||x|| is " + length + ", that of another solution " + other);
            }
        }
    }
}
