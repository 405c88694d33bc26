package dev.lanewise.peer;

import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;

/**
 * A matrix as peers take and give it. They compute in double: a float is a double exactly, so that they have the same
 * matrix.
 *
 * @param rows how many
 * @param columns how many
 * @param elements row after row
 */
public record PeerMatrix(int rows, int columns, Numbers elements) {
    /** A matrix in double precision. */
    public static PeerMatrix of(int rows, int columns, double... elements) {
        return new PeerMatrix(rows, columns, Numbers.of(elements));
    }

    /** A matrix in single precision. */
    public static PeerMatrix of(int rows, int columns, float... elements) {
        return new PeerMatrix(rows, columns, Numbers.of(elements));
    }

    /** That of its elements. */
    public Precision precision() {
        return elements.precision();
    }

    /** The element in row i, column j. */
    public double at(int i, int j) {
        return elements.at(i * columns + j);
    }

    /** The root of the sum of all squares. */
    public double norm() {
        return elements.norm2();
    }

    /** That of the difference. */
    public double distance(PeerMatrix other) {
        return elements.distance(other.elements);
    }

    /** Some columns, one of which may come more than once. */
    public PeerMatrix columnsInOrder(int... order) {
        double[] chosen = new double[rows * order.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < order.length; j++) {
                chosen[i * order.length + j] = at(i, order[j]);
            }
        }
        return new PeerMatrix(rows, order.length, new Numbers(precision(), chosen));
    }

    /** Columns that stand side by side. */
    public PeerMatrix columns(int from, int past) {
        int[] order = new int[past - from];
        for (int j = from; j < past; j++) {
            order[j - from] = j;
        }
        return columnsInOrder(order);
    }

    /** The first rows. */
    public PeerMatrix firstRows(int count) {
        double[] chosen = new double[count * columns];
        System.arraycopy(elements.values(), 0, chosen, 0, chosen.length);
        return new PeerMatrix(count, columns, new Numbers(precision(), chosen));
    }

    /** With the rows turned around that have a negative element on the diagonal of another matrix. */
    public PeerMatrix rowsSignedBy(PeerMatrix other) {
        double[] signed = elements.toDoubles();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns && other.at(i, i) < 0; j++) {
                signed[i * columns + j] *= -1;
            }
        }
        return new PeerMatrix(rows, columns, new Numbers(precision(), signed));
    }

    /** With what is missing to a square taken from the identity. */
    public PeerMatrix squared() {
        int n = Math.max(rows, columns);
        double[] square = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                square[i * n + j] = i < rows && j < columns ? at(i, j) : i == j ? 1 : 0;
            }
        }
        return new PeerMatrix(n, n, new Numbers(precision(), square));
    }

    /** The transpose. */
    public PeerMatrix transposed() {
        double[] turned = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = at(i, j);
            }
        }
        return new PeerMatrix(columns, rows, new Numbers(precision(), turned));
    }

    /** {@code || |A| |B| ||}. */
    public double normOfSizes(PeerMatrix right) {
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            double[] row = new double[right.columns];
            for (int k = 0; k < columns; k++) {
                double element = Math.abs(at(i, k));
                for (int j = 0; j < right.columns && element != 0; j++) {
                    row[j] += element * Math.abs(right.at(k, j));
                }
            }
            for (double sum : row) {
                squares += sum * sum;
            }
        }
        return Math.sqrt(squares);
    }

    /** {@code || B - A X ||}. */
    public double residual(PeerMatrix x, PeerMatrix b) {
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < b.columns; j++) {
                double rest = b.at(i, j);
                for (int k = 0; k < columns; k++) {
                    rest -= at(i, k) * x.at(k, j);
                }
                squares += rest * rest;
            }
        }
        return Math.sqrt(squares);
    }
}
