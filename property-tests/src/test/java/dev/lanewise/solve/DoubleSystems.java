package dev.lanewise.solve;

import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleDenseMap;

/** Matrices of known singular values, in directions by chance. */
final class DoubleSystems {
    private DoubleSystems() {}

    /** A matrix, as a map and for the oracle. */
    record Matrix(DoubleDenseMap map, DenseMatrix dense) {
        static Matrix of(int rows, int cols, double[] entries) {
            return new Matrix(DoubleDenseMap.of(rows, cols, entries), DenseMatrix.of(rows, cols, Numbers.of(entries)));
        }
    }

    /** {@code H D H} with a reflection {@code H} by chance, twice: symmetric, with these eigenvalues but for rounding. */
    static Matrix symmetric(long seed, double... eigenvalues) {
        int n = eigenvalues.length;
        double[] entries = rotated(seed, seed, n, n, eigenvalues);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                entries[i * n + j] = entries[j * n + i];
            }
        }
        return Matrix.of(n, n, entries);
    }

    /** {@code H D K}, of any shape, with these singular values but for rounding. */
    static Matrix general(long seed, int rows, int cols, double... values) {
        return Matrix.of(rows, cols, rotated(seed, ~seed, rows, cols, values));
    }

    private static double[] rotated(long left, long right, int rows, int cols, double[] values) {
        double[] entries = new double[rows * cols];
        for (int i = 0; i < Math.min(values.length, Math.min(rows, cols)); i++) {
            entries[i * cols + i] = values[i];
        }
        for (int turn = 0; turn < 2; turn++) {
            reflect(entries, rows, cols, cols, 1, direction(left + turn, rows));
            reflect(entries, cols, rows, 1, cols, direction(right + turn, cols));
        }
        return entries;
    }

    /** A direction by chance. */
    static double[] direction(long seed, int n) {
        double[] v = Inputs.gaussian(seed, new double[n]);
        double squares = 0;
        for (double element : v) {
            squares += element * element;
        }
        double norm = SquareRoot.of(squares);
        for (int i = 0; i < n; i++) {
            v[i] /= norm;
        }
        return v;
    }

    /** {@code A = (I - 2 v v^T) A}. */
    private static void reflect(double[] a, int rows, int cols, int rowStride, int colStride, double[] v) {
        for (int j = 0; j < cols; j++) {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += v[i] * a[i * rowStride + j * colStride];
            }
            for (int i = 0; i < rows; i++) {
                a[i * rowStride + j * colStride] -= 2 * sum * v[i];
            }
        }
    }

    /** Numbers from the first to the last in equal steps. */
    static double[] between(double first, double last, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = first + (last - first) * i / Math.max(1, count - 1);
        }
        return numbers;
    }
}
