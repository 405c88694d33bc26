package dev.lanewise.engine.scalar;

import static dev.lanewise.engine.scalar.DoubleFused.fma;

import dev.lanewise.engine.backend.SquareRoot;

/**
 * Two blocks of rows that meet, in plain Java: the contract that the SIMD kernel overrides. Nothing is checked here.
 *
 * <p>What becomes of the rows is a matrix F of order {@code 2 BLOCK}. With the matrix G of the inner products of the rows as they were,
 * those of rows i and j as they are now are {@code (F G F^T)_ij}: so rotations are found, and the rows themselves wait until F is known.
 *
 * <p>All that is known of a meeting is in one part of an array, as columns: in each, what belongs to the rows of the first block comes
 * first, then one place that is free, then what belongs to the rows of the second block, from {@link #SECOND} on. First there are the
 * columns of {@code F G} and of F, from {@link #IMAGES} and {@link #FACTORS}; then the squares of lengths, what they were when they
 * were summed, and the exponents of the powers of two that stand before the rows. A {@link #turn} takes the pairs of row i of the first
 * block and row i of the second one, and then moves those of the second up by one, and the first of them to the end; so after as many
 * turns as there are rows all pairs have met, and all rows are where they were.
 */
public class DoubleJacobiKernel {
    /** How many rows are in a block. */
    public static final int BLOCK = 8;

    /** From a column to the next. */
    public static final int PITCH = 3 * BLOCK;

    /** From the first element of a column to that of the second block. */
    public static final int SECOND = BLOCK + 1;

    /** The columns of {@code F G}. */
    public static final int IMAGES = 0;

    /** The columns of F. */
    public static final int FACTORS = IMAGES + 2 * BLOCK * PITCH;

    /** The squares of the lengths of the rows, without their powers of two. */
    public static final int SQUARES = FACTORS + 2 * BLOCK * PITCH;

    /** What these were when they were summed. */
    public static final int SUMMED_SQUARES = SQUARES + PITCH;

    /** Exponents of powers of two, whole numbers. */
    public static final int EXPONENTS = SUMMED_SQUARES + PITCH;

    /** The inner products of the pairs of a turn. */
    public static final int PRODUCTS = EXPONENTS + PITCH;

    /** The power of two of the second row by that of the first. */
    protected static final int RATIOS = PRODUCTS + BLOCK;

    /** The factors p, q, r, s of the rotations of a turn. */
    public static final int ROTATIONS = RATIOS + BLOCK;

    private static final int FREE = ROTATIONS + 4 * BLOCK;

    /** How much of each row is combined at once here. */
    private static final int STRIP = 64;

    /** How many numbers a meeting takes. */
    public static final int ROOM = FREE + 2 * BLOCK * STRIP;

    /** Where the square of a length has come down to so much of what was summed, few digits of the products of the row are known. */
    protected static final double LEAST_KNOWN = Math.scalb((double) 1, -Double.PRECISION / 2);

    /**
     * The square of a cosine that is as good as zero: of 8 u. What is less hardly shows among n errors of u, and products of two rows are
     * off by u or so, for which no rotation should be made.
     */
    public static final double LEAST_COSINE = 16 * Math.ulp((double) 1) * Math.ulp((double) 1);

    /** Makes the kernel. */
    public DoubleJacobiKernel() {}

    /**
     * Rotates those pairs of a turn that are not orthogonal and of which enough is known; the longer row comes first after that.
     *
     * <p>With the inner product p of rows x and y, x the longer one, whose powers of two are of ratio w, {@code x + t w y} and
     * {@code y - (t / w) x}, times the cosine, where {@code t / w = 2 p / (d + sqrt(d^2 + (2 w p)^2)), d = (x, x) - w^2 (y, y)}.
     *
     * @param a holds the meeting
     * @param at its first element
     */
    public void turn(double[] a, int at) {
        for (int i = 0; i < BLOCK; i++) {
            double even = 0, odd = 0;
            for (int k = 0; k < 2 * BLOCK; k += 2) {
                int x = at + IMAGES + k * PITCH + i, y = at + FACTORS + k * PITCH + SECOND + i;
                even = fma(a[x], a[y], even);
                odd = fma(a[x + PITCH], a[y + PITCH], odd);
            }
            a[at + PRODUCTS + i] = even + odd;
        }
        for (int i = at; i < at + BLOCK; i++) {
            findPair(a, i);
        }
        for (int column = at; column < at + SQUARES; column += PITCH) {
            for (int i = 0; i < BLOCK; i++) {
                int p = at + ROTATIONS + i, x = column + i, y = x + SECOND;
                double first = a[x], second = a[y];
                a[x] = fma(a[p], first, a[p + BLOCK] * second);
                a[y - 1] = fma(a[p + 3 * BLOCK], second, a[p + 2 * BLOCK] * first);
            }
        }
        endTurn(a, at);
    }

    /**
     * Finds the rotation of a pair from its product and what is known of both rows, and what becomes of that; the second of them goes
     * one place down.
     *
     * @param a holds the meeting
     * @param x the place of the pair, from the first element of the meeting on
     */
    public static final void findPair(double[] a, int x) {
        findRatio(a, x);
        findRotation(a, x);
    }

    /**
     * The power of two of the second row of a pair by that of the first.
     *
     * @param a holds the meeting
     * @param x the place of the pair, from the first element of the meeting on
     */
    protected static final void findRatio(double[] a, int x) {
        double exponent = a[x + EXPONENTS + SECOND] - a[x + EXPONENTS];
        a[x + RATIOS] = exponent == 0 ? 1 : Math.scalb((double) 1, (int) exponent);
    }

    private static void findRotation(double[] a, int x) {
        int y = x + SECOND, to = x + ROTATIONS;
        double product = a[x + PRODUCTS], ratio = a[x + RATIOS], square = a[x + SQUARES], other = a[y + SQUARES];
        double summed = a[x + SUMMED_SQUARES], otherSummed = a[y + SUMMED_SQUARES];
        double exponent = a[x + EXPONENTS], otherExponent = a[y + EXPONENTS];
        boolean above = product * product > LEAST_COSINE * square * other
                && square > LEAST_KNOWN * summed
                && other > LEAST_KNOWN * otherSummed;
        boolean secondIsLonger = other * (ratio * ratio) > square;
        double w = secondIsLonger ? 1 / ratio : ratio;
        double greater = secondIsLonger ? other : square, lesser = secondIsLonger ? square : other;
        double difference = Math.max(0, greater - w * w * lesser), twice = 2 * product, both = w * twice;
        double denominator = difference + SquareRoot.of(fma(difference, difference, both * both));
        // Rows that have become very short within a sweep wait for the next one, before which they are of ordinary
        // size.
        boolean rotates = above && denominator >= Double.MIN_NORMAL, swaps = rotates && secondIsLonger;
        double part = twice / denominator;
        double tangent = w * part, c = 1 / SquareRoot.of(fma(tangent, tangent, 1)), sine = c * part;
        // What is missing of 1 is halved between their squares, so that rows do not grow or shrink over many rotations.
        double wSine = w * sine, missing = fma(-wSine, wSine, fma(-c, c, 1)) / 2;
        c = rotates ? fma(c, missing, c) : 1;
        sine = rotates ? fma(sine, missing, sine) : 0;
        double across = rotates ? w * w * sine : 0;
        a[to] = swaps ? across : c;
        a[to + BLOCK] = swaps ? c : across;
        a[to + 2 * BLOCK] = swaps ? c : -sine;
        a[to + 3 * BLOCK] = swaps ? -sine : c;
        a[x + SQUARES] = rotates ? fma(w * tangent, product, greater) : square;
        a[y - 1 + SQUARES] = rotates ? fma(-part, product, lesser) : other;
        a[x + SUMMED_SQUARES] = swaps ? otherSummed : summed;
        a[y - 1 + SUMMED_SQUARES] = swaps ? summed : otherSummed;
        a[x + EXPONENTS] = swaps ? otherExponent : exponent;
        a[y - 1 + EXPONENTS] = swaps ? exponent : otherExponent;
    }

    /**
     * After the rotations of a turn: the first of the second block to the end.
     *
     * @param a holds the meeting
     * @param at its first element
     */
    protected static final void endTurn(double[] a, int at) {
        for (int free = at + SECOND - 1; free < at + PRODUCTS; free += PITCH) {
            a[free + BLOCK] = a[free];
        }
    }

    /**
     * The inner products of the rows of a block as they are now, {@code (F G F^T)_ij}, summed in order and fused, from zero.
     *
     * @param a holds the meeting
     * @param at its first element
     * @param block 0, or {@link #SECOND}
     * @param products gets them
     * @param to the first of them, by rows
     */
    public void products(double[] a, int at, int block, double[] products, int to) {
        for (int i = 0; i < BLOCK; i++) {
            for (int j = 0; j < BLOCK; j++) {
                double sum = 0;
                for (int column = at + block; column < at + FACTORS; column += PITCH) {
                    sum = fma(a[column + IMAGES + i], a[column + FACTORS + j], sum);
                }
                products[to + i * BLOCK + j] = sum;
            }
        }
    }

    /**
     * Rows become their combinations: row i the sum over k of {@code F_ik} times row k, fused, from zero; of both blocks by turns.
     *
     * @param a holds the meeting
     * @param at its first element
     * @param rows holds the rows
     * @param first the first element of the first row of one block
     * @param second the first element of the first row of the other
     * @param pitch from one row to the next
     * @param length of the rows, a multiple of 64 bytes
     */
    public void combine(double[] a, int at, double[] rows, int first, int second, int pitch, int length) {
        int free = at + FREE;
        for (int c = 0; c < length; c += STRIP) {
            int width = Math.min(STRIP, length - c);
            for (int k = 0; k < BLOCK; k++) {
                System.arraycopy(rows, first + k * pitch + c, a, free + k * STRIP, width);
                System.arraycopy(rows, second + k * pitch + c, a, free + (BLOCK + k) * STRIP, width);
            }
            for (int i = 0; i < BLOCK; i++) {
                combine(a, at + FACTORS + i, free, rows, first + i * pitch + c, width);
                combine(a, at + FACTORS + SECOND + i, free, rows, second + i * pitch + c, width);
            }
        }
    }

    /** A strip of one row. */
    private static void combine(double[] a, int x, int free, double[] row, int to, int width) {
        int y = x + BLOCK * PITCH;
        double x0 = a[x],
                x1 = a[x + PITCH],
                x2 = a[x + 2 * PITCH],
                x3 = a[x + 3 * PITCH],
                x4 = a[x + 4 * PITCH],
                x5 = a[x + 5 * PITCH],
                x6 = a[x + 6 * PITCH],
                x7 = a[x + 7 * PITCH];
        double y0 = a[y],
                y1 = a[y + PITCH],
                y2 = a[y + 2 * PITCH],
                y3 = a[y + 3 * PITCH],
                y4 = a[y + 4 * PITCH],
                y5 = a[y + 5 * PITCH],
                y6 = a[y + 6 * PITCH],
                y7 = a[y + 7 * PITCH];
        for (int c = 0; c < width; c++) {
            int from = free + c, other = from + BLOCK * STRIP;
            double sum = fma(y0, a[other], fma(x0, a[from], 0));
            sum = fma(y1, a[other + STRIP], fma(x1, a[from + STRIP], sum));
            sum = fma(y2, a[other + 2 * STRIP], fma(x2, a[from + 2 * STRIP], sum));
            sum = fma(y3, a[other + 3 * STRIP], fma(x3, a[from + 3 * STRIP], sum));
            sum = fma(y4, a[other + 4 * STRIP], fma(x4, a[from + 4 * STRIP], sum));
            sum = fma(y5, a[other + 5 * STRIP], fma(x5, a[from + 5 * STRIP], sum));
            sum = fma(y6, a[other + 6 * STRIP], fma(x6, a[from + 6 * STRIP], sum));
            sum = fma(y7, a[other + 7 * STRIP], fma(x7, a[from + 7 * STRIP], sum));
            row[to + c] = sum;
        }
    }
}
