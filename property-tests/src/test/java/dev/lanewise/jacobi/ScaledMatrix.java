package dev.lanewise.jacobi;

import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Precision;
import java.util.SplittableRandom;

/**
 * {@code D_1 B D_2}, rows and columns in any order, with diagonal D_1 and D_2, each over 100 decades in double and 12 in float: methods
 * that bring in errors of u times the norm lose all digits of its small singular values.
 *
 * <p>{@code B = I + E, ||E||_F <= 1/2}, so that the condition of B is 3 at most, and that of each of its leading blocks too. The numbers
 * in D_1 and D_2 fall: if they fell in another order, the matrix would determine its singular values only as well as blocks other than
 * the leading ones are conditioned. With D_1 and D_2 no element of E is small beside others: with one that is, rows of A are not found to
 * be in the order of D_1, which costs as many digits as that element lacks.
 */
final class ScaledMatrix {
    /** At least the condition of B. */
    static final double CONDITION = 3;

    private ScaledMatrix() {}

    /** Fills an array with an m x n matrix, with either of D_1 and D_2 or both. */
    static double[] fill(int m, int n, boolean ofRows, boolean ofColumns, long seed, double[] a) {
        return fill(m, n, ofRows, ofColumns, seed, a, Precision.DOUBLE);
    }

    /** Fills an array with an m x n matrix, with either of D_1 and D_2 or both. */
    static float[] fill(int m, int n, boolean ofRows, boolean ofColumns, long seed, float[] a) {
        double[] wide = fill(m, n, ofRows, ofColumns, seed, new double[m * n], Precision.FLOAT);
        System.arraycopy(Inputs.narrow(wide), 0, a, 0, a.length);
        return a;
    }

    private static double[] fill(
            int m, int n, boolean ofRows, boolean ofColumns, long seed, double[] a, Precision precision) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] noise = Inputs.direction(seed, new double[m * n]);
        for (int i = 0; i < m * n && ofRows && ofColumns; i++) {
            noise[i] = Math.copySign((1 + random.nextDouble()) / 2 / Math.sqrt(m * n), noise[i]);
        }
        double[] d1 = falling(m, ofRows, random, precision), d2 = falling(n, ofColumns, random, precision);
        int[] rows = shuffled(m, random), columns = shuffled(n, random);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double element = (i == j ? 1 : 0) + noise[i * n + j] / 2;
                a[rows[i] * n + columns[j]] = d1[i] * element * d2[j];
            }
        }
        return a;
    }

    /** Fills an array with {@code D B D} of n x n, B symmetric positive definite. */
    static double[] fillSymmetric(int n, long seed, double[] a) {
        return fillSymmetric(n, seed, a, Precision.DOUBLE);
    }

    /** Fills an array with {@code D B D} of n x n, B symmetric positive definite. */
    static float[] fillSymmetric(int n, long seed, float[] a) {
        System.arraycopy(Inputs.narrow(fillSymmetric(n, seed, new double[n * n], Precision.FLOAT)), 0, a, 0, n * n);
        return a;
    }

    private static double[] fillSymmetric(int n, long seed, double[] a, Precision precision) {
        double[] noise = Inputs.direction(seed, new double[n * n]);
        SplittableRandom random = new SplittableRandom(seed);
        double[] d = falling(n, true, random, precision);
        int[] order = shuffled(n, random);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                // The symmetric part of a matrix is no longer than it.
                double element = (i == j ? 1 : 0) + (noise[i * n + j] + noise[j * n + i]) / 4;
                a[order[i] * n + order[j]] = d[i] * d[j] * element;
            }
        }
        return a;
    }

    private static double[] falling(int n, boolean scaled, SplittableRandom random, Precision precision) {
        double decades = !scaled ? 0 : precision == Precision.DOUBLE ? 100 : 12;
        return random.doubles(n)
                .sorted()
                .map(x -> Math.pow(10, decades * (0.5 - x)))
                .toArray();
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
