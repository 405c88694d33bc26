package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

import java.util.Arrays;

/**
 * Sums along bands, in plain Java: the contract that the SIMD kernel overrides. Every sum is one chain of fused multiply-adds in
 * the order of its terms. Nothing is checked here.
 */
public class DoubleBandKernel {
    /** Makes the kernel. */
    public DoubleBandKernel() {}

    /**
     * Sums along diagonals, {@code y_o = sum over t of band[base + o + t stride] x_(o + t)}, from zero.
     *
     * @param first the first {@code o}
     * @param past one past the last
     * @param terms how many {@code t}, from 0
     * @param band the factors
     * @param base of {@code o = t = 0}; need not be in the array if they are not
     * @param stride from one term to the next, of any sign
     * @param x holds x, adjacent
     * @param from its element 0, likewise
     * @param y gets y, adjacent, apart from x
     * @param to its element 0
     */
    public void multiply(
            int first,
            int past,
            int terms,
            double[] band,
            int base,
            int stride,
            double[] x,
            int from,
            double[] y,
            int to) {
        for (int o = first; o < past; o++) {
            double sum = 0;
            for (int t = 0; t < terms; t++) {
                sum = fma(band[base + o + t * stride], x[from + o + t], sum);
            }
            y[to + o] = sum;
        }
    }

    /**
     * The same of vectors side by side: {@code x_o} and {@code y_o} are rows of one element of each.
     *
     * @param first the first {@code o}
     * @param past one past the last
     * @param terms how many {@code t}, from 0
     * @param band the factors
     * @param base of {@code o = t = 0}
     * @param stride from one term to the next, of any sign
     * @param x holds x
     * @param from the first element of its row 0
     * @param xPitch from one row to the next
     * @param y gets y, apart from x
     * @param to the first element of its row 0
     * @param yPitch from one row to the next
     * @param count how many vectors
     */
    public void multiplyColumns(
            int first,
            int past,
            int terms,
            double[] band,
            int base,
            int stride,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch,
            int count) {
        for (int o = first; o < past; o++) {
            int row = to + o * yPitch;
            Arrays.fill(y, row, row + count, 0);
            for (int t = 0; t < terms; t++) {
                double factor = band[base + o + t * stride];
                int at = from + (o + t) * xPitch;
                for (int c = 0; c < count; c++) {
                    y[row + c] = fma(factor, x[at + c], y[row + c]);
                }
            }
        }
    }

    /**
     * A row less multiples of others, then divided: {@code b_to = (b_to - sum over t of f_t b_t) / divisor}.
     *
     * @param terms how many others
     * @param factors holds the factors
     * @param at the first of them
     * @param stride from one to the next, of any sign
     * @param divisor what the row is divided by
     * @param b holds all rows
     * @param from the first element of the first of the others
     * @param pitch from one of the others to the next, of any sign
     * @param to the first element of the row
     * @param count of the elements of a row
     */
    public void reduce(
            int terms,
            double[] factors,
            int at,
            int stride,
            double divisor,
            double[] b,
            int from,
            int pitch,
            int to,
            int count) {
        for (int c = 0; c < count; c++) {
            double sum = b[to + c];
            for (int t = 0; t < terms; t++) {
                sum = fma(-factors[at + t * stride], b[from + t * pitch + c], sum);
            }
            b[to + c] = sum / divisor;
        }
    }

    /**
     * Rows less multiples of one, {@code b_t = b_t - f_t b_from}.
     *
     * @param terms how many rows
     * @param factors holds the factors, apart from the rows
     * @param at the first of them
     * @param stride from one to the next, of any sign
     * @param b holds all rows
     * @param from the first element of the one
     * @param to the first element of the first of those that change
     * @param pitch from one of them to the next
     * @param count of the elements of a row
     */
    public void spread(
            int terms, double[] factors, int at, int stride, double[] b, int from, int to, int pitch, int count) {
        for (int t = 0; t < terms; t++) {
            double factor = -factors[at + t * stride];
            int row = to + t * pitch;
            for (int c = 0; c < count; c++) {
                b[row + c] = fma(factor, b[from + c], b[row + c]);
            }
        }
    }
}
