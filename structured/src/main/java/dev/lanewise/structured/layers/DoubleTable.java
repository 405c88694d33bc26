package dev.lanewise.structured.layers;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.structured.DoubleSparseMap;
import java.util.Arrays;
import java.util.Objects;

/** A row-major matrix that is written out, while factors are sought. Sums are taken in an order that depends on the shape alone. */
final class DoubleTable {
    private static final int SUMS = 8;
    private static final int BLOCK = 64;

    final int rows;
    final int cols;
    final double[] entries;

    DoubleTable(int rows, int cols) {
        this(rows, cols, new double[rows * cols]);
    }

    /** With these entries themselves. */
    DoubleTable(int rows, int cols, double[] entries) {
        this.rows = rows;
        this.cols = cols;
        this.entries = entries;
    }

    /** Ones on the diagonal, which is that of a rectangle if need be. */
    static DoubleTable identity(int rows, int cols) {
        DoubleTable table = new DoubleTable(rows, cols);
        for (int i = 0; i < Math.min(rows, cols); i++) {
            table.entries[i * cols + i] = 1;
        }
        return table;
    }

    /** Checks that a matrix has its entries, and these are finite. */
    static void check(String name, double[] entries, int rows, int cols) {
        if (Objects.requireNonNull(entries, name).length != (long) rows * cols) {
            throw new IllegalArgumentException(name + ": got " + entries.length + " entries, wanted "
                    + (long) rows * cols + " for a matrix of " + rows + " x " + cols);
        }
        for (int i = 0; i < entries.length; i++) {
            if (!Double.isFinite(entries[i])) {
                throw new IllegalArgumentException(name + ", entry (" + i / cols + ", " + i % cols + "): got "
                        + entries[i] + ", wanted a finite number");
            }
        }
    }

    DoubleTable copy() {
        return new DoubleTable(rows, cols, entries.clone());
    }

    MatrixLayout layout(boolean transposed) {
        return new MatrixLayout(
                0, transposed ? cols : rows, transposed ? rows : cols, transposed ? 1 : cols, transposed ? cols : 1);
    }

    /** {@code A B}, each transposed or not. */
    static DoubleTable product(
            DoubleTable a, boolean aTransposed, DoubleTable b, boolean bTransposed, Workspace workspace) {
        DoubleTable c = new DoubleTable(aTransposed ? a.cols : a.rows, bTransposed ? b.rows : b.cols);
        DoubleMatrixProduct.multiply(
                1,
                a.entries,
                a.layout(aTransposed),
                b.entries,
                b.layout(bTransposed),
                0,
                c.entries,
                c.layout(false),
                workspace,
                Parallelism.NONE);
        return c;
    }

    /** {@code A B}, where null is an identity. */
    static DoubleTable times(DoubleTable a, DoubleTable b, Workspace workspace) {
        return a == null ? b : b == null ? a : product(a, false, b, false, workspace);
    }

    /**
     * {@code sum of a_i b_i}: chains of up to 8 products, whose sums are added in pairs. What is off is {@code g(14 + log2(n / 64))} of
     * the sum of magnitudes at most, {@code g(s) = s u / (1 - s u)}, so that factors that are exact are seen to be (N. J. Higham,
     * Accuracy and Stability of Numerical Algorithms, 2nd ed., section 4.2).
     */
    static double dot(double[] a, double[] b) {
        return dot(a, b, 0, a.length);
    }

    private static double dot(double[] a, double[] b, int from, int past) {
        if (past - from > BLOCK) {
            int middle = from + Integer.highestOneBit(past - from - 1);
            return dot(a, b, from, middle) + dot(a, b, middle, past);
        }
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int whole = past - (past - from) % SUMS;
        for (int i = from; i < whole; i += SUMS) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        double rest = 0;
        for (int i = whole; i < past; i++) {
            rest += a[i] * b[i];
        }
        return (((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7))) + rest;
    }

    /** The largest magnitude. */
    static double largest(double[] x) {
        double largest = 0;
        for (double number : x) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /** The Frobenius norm. */
    double norm() {
        return SquareRoot.of(dot(entries, entries));
    }

    /** Makes the largest magnitude at least 1 and less than 2, by a power of two; which power it was. */
    int normalize() {
        double largest = largest(entries);
        int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        // A subnormal number is brought into the range by two steps: its exponent is not told.
        if (exponent < Double.MIN_EXPONENT) {
            multiply(1 / Math.ulp((double) 1));
            int precision = Math.getExponent(Math.ulp((double) 1));
            return normalize() + precision;
        }
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Math.scalb(entries[i], -exponent);
        }
        return exponent;
    }

    void multiply(double factor) {
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= factor;
        }
    }

    void divide(double divisor) {
        for (int i = 0; i < entries.length; i++) {
            entries[i] /= divisor;
        }
    }

    /** This without its zeros. */
    DoubleSparseMap sparse() {
        int[] starts = new int[rows + 1], columns = new int[entries.length];
        double[] values = new double[entries.length];
        int count = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                if (entries[i * cols + j] != 0) {
                    columns[count] = j;
                    values[count++] = entries[i * cols + j];
                }
            }
            starts[i + 1] = count;
        }
        return DoubleSparseMap.of(rows, cols, starts, Arrays.copyOf(columns, count), Arrays.copyOf(values, count));
    }

    /** A map without its sparsity. */
    static DoubleTable of(DoubleSparseMap map) {
        DoubleTable table = new DoubleTable(map.rows(), map.cols());
        int[] starts = map.rowStarts(), columns = map.columns();
        double[] values = map.values();
        for (int i = 0; i < table.rows; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                table.entries[i * table.cols + columns[k]] = values[k];
            }
        }
        return table;
    }
}
