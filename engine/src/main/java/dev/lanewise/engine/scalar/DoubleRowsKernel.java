package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

import dev.lanewise.engine.backend.SquareRoot;

/**
 * What is done with some rows of a matrix and some others, in plain Java: the contract that the SIMD kernel overrides. Nothing
 * is checked here.
 *
 * <p>The order of summing is that of {@link #SUMS} sums: element {@code i} is multiplied and added to sum {@code i mod SUMS},
 * fused, from zero; then the upper half of the sums is added to the lower one until one is left. So the elements must be a
 * multiple of as many: who has fewer adds zeros, which change no bit.
 */
public class DoubleRowsKernel {
    /** How many sums there are, 64 bytes: the length of rows is a multiple of it. */
    public static final int SUMS = 64 / Double.BYTES;

    /** How much scratch products take. */
    public static final int SCRATCH = 16 * SUMS;

    /** Makes the kernel. */
    public DoubleRowsKernel() {}

    /**
     * The inner products of rows and others, {@code products[to + i toPitch + j] = (row i, row j of the others)}.
     *
     * @param count how many rows
     * @param rows hold the rows
     * @param at the first element of the first
     * @param pitch from one to the next
     * @param otherCount how many others
     * @param others hold the others
     * @param othersAt the first element of the first
     * @param otherPitch from one to the next
     * @param length of all, a multiple of {@link #SUMS}
     * @param products gets the products
     * @param to the first of them
     * @param toPitch from one row's to the next
     * @param scratch of length {@link #SCRATCH}; another array, or another part of it
     */
    public void products(
            int count,
            double[] rows,
            int at,
            int pitch,
            int otherCount,
            double[] others,
            int othersAt,
            int otherPitch,
            int length,
            double[] products,
            int to,
            int toPitch,
            double[] scratch) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < otherCount; j++) {
                int from = at + i * pitch, other = othersAt + j * otherPitch;
                for (int l = 0; l < SUMS; l++) {
                    scratch[l] = 0;
                }
                for (int k = 0; k < length; k += SUMS) {
                    step(rows, from + k, others, other + k, scratch);
                }
                products[to + i * toPitch + j] = sum(scratch);
            }
        }
    }

    private static void step(double[] x, int from, double[] y, int at, double[] sums) {
        for (int l = 0; l < SUMS; l++) {
            sums[l] = fma(x[from + l], y[at + l], sums[l]);
        }
    }

    private static double sum(double[] sums) {
        for (int half = SUMS / 2; half > 0; half /= 2) {
            for (int l = 0; l < half; l++) {
                sums[l] += sums[l + half];
            }
        }
        return sums[0];
    }

    /**
     * Rows times one vector, each sum in one chain of fused multiply-adds in order, from zero.
     *
     * @param count how many rows
     * @param rows hold the rows
     * @param at the first element of the first
     * @param pitch from one to the next
     * @param x holds the vector
     * @param from its first element
     * @param length of all
     * @param sums gets the sums
     * @param to the first of them
     */
    public void orderedProducts(
            int count, double[] rows, int at, int pitch, double[] x, int from, int length, double[] sums, int to) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            int first = at + i * pitch, second = first + pitch, third = second + pitch, fourth = third + pitch;
            double a = 0, b = 0, c = 0, d = 0;
            for (int k = 0; k < length; k++) {
                double factor = x[from + k];
                a = fma(rows[first + k], factor, a);
                b = fma(rows[second + k], factor, b);
                c = fma(rows[third + k], factor, c);
                d = fma(rows[fourth + k], factor, d);
            }
            sums[to + i] = a;
            sums[to + i + 1] = b;
            sums[to + i + 2] = c;
            sums[to + i + 3] = d;
        }
        for (; i < count; i++) {
            sums[to + i] = orderedProduct(rows, at + i * pitch, x, from, length, 0);
        }
    }

    /**
     * A sum goes on in order.
     *
     * @param row holds a row
     * @param at its first element
     * @param x holds a vector
     * @param from its first element
     * @param length of both
     * @param sum what there is so far
     * @return the sum
     */
    protected static final double orderedProduct(double[] row, int at, double[] x, int from, int length, double sum) {
        double next = sum;
        for (int k = 0; k < length; k++) {
            next = fma(row[at + k], x[from + k], next);
        }
        return next;
    }

    /**
     * Adds multiples of a row to others, {@code row i of the others += factors[from + i] row}, fused.
     *
     * @param row holds the row, which is none of the others
     * @param at its first element
     * @param factors hold the factors
     * @param from the first of them
     * @param others hold the others
     * @param othersAt the first element of the first
     * @param pitch from one to the next
     * @param count how many
     * @param length of all
     */
    public void addMultiples(
            double[] row,
            int at,
            double[] factors,
            int from,
            double[] others,
            int othersAt,
            int pitch,
            int count,
            int length) {
        for (int i = 0; i < count; i++) {
            addMultiple(factors[from + i], row, at, others, othersAt + i * pitch, length);
        }
    }

    /**
     * Adds a multiple of a row to another, {@code other += factor row}, fused.
     *
     * @param factor the factor
     * @param row holds the row
     * @param at its first element
     * @param other holds the other, apart from it
     * @param otherAt its first element
     * @param length of both
     */
    public void addMultiple(double factor, double[] row, int at, double[] other, int otherAt, int length) {
        for (int k = 0; k < length; k++) {
            other[otherAt + k] = fma(factor, row[at + k], other[otherAt + k]);
        }
    }

    /**
     * Adds multiples of rows to another, {@code other += factors[from] row 0 + factors[from + 1] row 1 + ...}, one after the
     * other, fused.
     *
     * @param factors hold the factors
     * @param from the first of them
     * @param rows hold the rows
     * @param at the first element of the first
     * @param pitch from one to the next
     * @param count how many
     * @param other holds the other, apart from them
     * @param otherAt its first element
     * @param length of all
     */
    public void addCombination(
            double[] factors,
            int from,
            double[] rows,
            int at,
            int pitch,
            int count,
            double[] other,
            int otherAt,
            int length) {
        for (int i = 0; i < count; i++) {
            addMultiple(factors[from + i], rows, at + i * pitch, other, otherAt, length);
        }
    }

    /**
     * Exchanges two rows.
     *
     * @param row holds the row
     * @param at its first element
     * @param other holds the other, apart from it
     * @param otherAt its first element
     * @param length of both
     */
    public void exchange(double[] row, int at, double[] other, int otherAt, int length) {
        for (int k = 0; k < length; k++) {
            double element = row[at + k];
            row[at + k] = other[otherAt + k];
            other[otherAt + k] = element;
        }
    }

    /**
     * Divides a row, {@code row = row / divisor}.
     *
     * @param divisor the divisor
     * @param row holds the row
     * @param at its first element
     * @param length of it
     */
    public void divide(double divisor, double[] row, int at, int length) {
        for (int k = at; k < at + length; k++) {
            row[k] /= divisor;
        }
    }

    /**
     * Multiplies a row, {@code row = factor row}.
     *
     * @param factor the factor
     * @param row holds the row
     * @param at its first element
     * @param length of it
     */
    public void scale(double factor, double[] row, int at, int length) {
        for (int k = at; k < at + length; k++) {
            row[k] *= factor;
        }
    }

    /**
     * The greatest magnitude in a row.
     *
     * @param row holds the row
     * @param at its first element
     * @param length of it
     * @return the magnitude; 0 if there are no elements, NaN if one of them is
     */
    public double greatest(double[] row, int at, int length) {
        double greatest = 0;
        for (int k = at; k < at + length; k++) {
            greatest = Math.max(greatest, Math.abs(row[k]));
        }
        return greatest;
    }

    /**
     * Lengths of columns, and what is left of their squares, without one of the elements of each: {@code norms[c] sqrt(left)} and
     * {@code fractions[c] left}, where {@code left = (1 + part) (1 - part), part = |row[c]| / norms[c]}, at least 0.
     *
     * @param norms the lengths
     * @param fractions what is left of their squares
     * @param from the first of both
     * @param row holds the elements
     * @param at the first of them
     * @param length how many
     * @param little a fraction
     * @return whether there is one of that or less
     */
    public boolean bringDown(
            double[] norms, double[] fractions, int from, double[] row, int at, int length, double little) {
        double least = 1;
        for (int k = 0; k < length; k++) {
            double norm = norms[from + k], part = Math.abs(row[at + k]) / Math.max(norm, Double.MIN_NORMAL);
            double left = Math.max(0, (1 + part) * (1 - part)), fraction = fractions[from + k] * left;
            norms[from + k] = norm * SquareRoot.of(left);
            fractions[from + k] = fraction;
            least = Math.min(least, fraction);
        }
        return least <= little;
    }

    /**
     * Where the greatest magnitude in a row is, the first if there are more.
     *
     * @param row holds the row, of finite numbers
     * @param at its first element
     * @param length of it, at least 1
     * @return its place, from 0
     */
    public final int indexOfGreatest(double[] row, int at, int length) {
        double greatest = greatest(row, at, length);
        int k = 0;
        while (k < length - 1 && Math.abs(row[at + k]) != greatest) {
            k++;
        }
        return k;
    }
}
