package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.ToeplitzMatrix;

/** The matrices that stand for a Toeplitz matrix, written out from their definitions. */
enum PreconditionerMatrix {
    STRANG {
        @Override
        double entry(double[] column, double[] row, int i, int j) {
            int n = column.length, k = Math.floorMod(i - j, n);
            if (2 * k == n) {
                return (column[k] + row[k]) / 2;
            }
            return 2 * k < n ? column[k] : row[n - k];
        }
    },

    T_CHAN {
        @Override
        double entry(double[] column, double[] row, int i, int j) {
            int n = column.length, k = Math.floorMod(i - j, n);
            return k == 0 ? column[0] : ((n - k) * column[k] + k * row[n - k]) / n;
        }
    },

    /** {@code T - H}, with {@code t_(i+j+2)} in the upper left of {@code H} and {@code t_(2n-i-j)} in the lower right. */
    TAU {
        @Override
        double entry(double[] column, double[] row, int i, int j) {
            int n = column.length, upper = i + j + 2, lower = 2 * n - i - j;
            return column[Math.abs(i - j)] - (upper < n ? column[upper] : 0) - (lower < n ? column[lower] : 0);
        }
    };

    /** An entry, counted from 0. */
    abstract double entry(double[] column, double[] row, int i, int j);

    private double[] entries(double[] column, double[] row) {
        int n = column.length;
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * n + j] = entry(column, row, i, j);
            }
        }
        return entries;
    }

    /**
     * Fails unless {@code P y = x}. The matrices of these tests have a condition of 27 at most: powers of {@code r}, up to
     * 1/2, have that of their function, 9, and neither the middle diagonals nor averages of their partial sums leave it by
     * more than a factor of 3. The bound of circulants counts three real transforms, as many as the sines with the cosines
     * of the eigenvalues; the entries of {@code P}, in double here, are off by less than one more rounding in {@code n}.
     */
    void assertInverse(Numbers column, Numbers row, Numbers x, Numbers y) {
        int n = column.length();
        DenseMatrix matrix = DenseMatrix.of(n, n, Numbers.of(entries(column.values(), row.values())));
        double bound = ToeplitzMatrix.circulantResidual(n, 27, column.precision());
        ToeplitzCheck.assertInverse(matrix, x, y, 2 * bound, this + " of order " + n);
    }

    /** Fails unless {@code y} solves a system of three diagonals, its own tau matrix; its condition is below {@code n^2}. */
    static void assertLaplace(Numbers column, Numbers x, Numbers y) {
        int n = column.length();
        DenseMatrix matrix = ToeplitzMatrix.of(column, column);
        double bound = ToeplitzMatrix.circulantResidual(n, n * n, column.precision());
        ToeplitzCheck.assertInverse(matrix, x, y, bound, "tau of three diagonals");
    }

    /** The sum of {@code (lambda - 1)^2} over the eigenvalues of a matrix: the trace of {@code (A - I)^2}. */
    private static double spread(Numbers entries) {
        int n = (int) Math.round(Math.sqrt(entries.length()));
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double here = entries.at(i * n + j) - (i == j ? 1 : 0);
                double there = entries.at(j * n + i) - (i == j ? 1 : 0);
                sum += here * there;
            }
        }
        return sum;
    }

    /** Fails if the spread grows with the order; but for what of it decreases as {@code 1 / n}, a tenth, and for rounding. */
    static void assertCluster(String name, Numbers some, Numbers more) {
        double before = spread(some), after = spread(more);
        double rounding =
                1e6 * Precision.FLOAT.unitRoundoff() * some.precision().unitRoundoff();
        assertTrue(after <= 1.1 * before + rounding, name + ": spread " + before + ", then " + after);
    }
}
