package dev.lanewise.engine.butterfly;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where the entries of a butterfly factor lie: on the support of
 *
 * <pre>    I_a x 1_(b x c) x I_d    (x for the Kronecker product, 1 for a matrix of ones),</pre>
 *
 * <p>a matrix of {@code a b d} rows and {@code a c d} columns. It is {@code a d} dense blocks of {@code b x c}: the block of group
 * {@code i < a} and offset {@code k < d} takes the elements {@code (i c + q) d + k} of the input, {@code q < c}, to the elements
 * {@code (i b + r) d + k} of the output, {@code r < b}. So (a, 2, 2, d) is a stage of the fast Fourier transform, (a, b, c, 1) a block
 * diagonal matrix, and (1, b, c, d) one whose blocks are taken apart.
 *
 * <p>Values of a factor are stored block after block, {@code i d + k} for block (i, k), each row after row: the entry (r, q) of
 * it is the element {@code ((i d + k) b + r) c + q}. Where all groups have the same blocks, as in the fast Fourier transform, those of
 * the first group are all.
 *
 * <p>Factors {@code X_1 X_2 ... X_L} compose to a matrix of every pair of input and output where the groups of each divide those of
 * the next and the strides fall likewise. Blocks that overlap, {@link #overlapping}, pass on more than one number between two
 * halves of a matrix, and give submatrices of a rank that is not 1.
 *
 * <p>Source: R. Lin, J. Ran, K. Chiu, G. Chesi, N. Wong, Deformable butterfly, NeurIPS 2021; Q.-T. Le, L. Zheng, E. Riccietti,
 * R. Gribonval, Butterfly factorization with error guarantees, 2024, definitions 2.1 and 4.3, which this follows.
 *
 * @param groups a, at least 1
 * @param blockRows b, at least 1
 * @param blockCols c, at least 1
 * @param stride d, at least 1
 */
public record ButterflyPattern(int groups, int blockRows, int blockCols, int stride) {
    /** Checks the components. */
    public ButterflyPattern {
        if (groups < 1 || blockRows < 1 || blockCols < 1 || stride < 1) {
            throw new IllegalArgumentException("butterfly pattern: got (" + groups + ", " + blockRows + ", " + blockCols
                    + ", " + stride + "), wanted 1 or more of each");
        }
        double blocks = (double) groups * stride;
        if (blocks * blockRows > Integer.MAX_VALUE
                || blocks * blockCols > Integer.MAX_VALUE
                || blocks * blockRows * blockCols > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("butterfly pattern: got (" + groups + ", " + blockRows + ", " + blockCols
                    + ", " + stride + "), wanted fewer than 2^31 rows, columns and entries");
        }
    }

    /**
     * The patterns of a butterfly matrix of order {@code n = radices[0] radices[1] ...}: factor l, from 0, has blocks of {@code
     * radices[l]}, as many groups as the product of the radices before and the stride of those after. Radices of 2 give the
     * classic one.
     *
     * @param radices of the factors, in the order in which these are written; each at least 1
     * @return the patterns, in that order
     * @throws IllegalArgumentException if a radix is less than 1, or the order or the entries of a factor are too many for an array
     */
    public static List<ButterflyPattern> ofRadices(int... radices) {
        return ofRadices(radices, radices);
    }

    /**
     * The patterns of an oblong butterfly matrix of {@code rows[0] rows[1] ...} rows and {@code cols[0] cols[1] ...} columns: factor l
     * has blocks of {@code rows[l] x cols[l]}, as many groups as the product of the columns of blocks before and the stride of the
     * rows of those after. One number passes between two of them.
     *
     * @param rows of a block of each factor, in the order in which these are written; each at least 1
     * @param cols of a block of each factor, as many
     * @return the patterns, in that order
     * @throws IllegalArgumentException if there are not as many of both, one is less than 1, or the rows, columns or entries of a
     *     factor are too many for an array
     */
    public static List<ButterflyPattern> ofRadices(int[] rows, int[] cols) {
        int stride = order(rows), groups = 1;
        order(cols);
        if (rows.length != cols.length) {
            throw new IllegalArgumentException("radices: got " + rows.length + " of rows and " + cols.length
                    + " of columns, wanted as many of both");
        }
        List<ButterflyPattern> patterns = new ArrayList<>();
        for (int l = 0; l < rows.length; l++) {
            stride /= rows[l];
            patterns.add(new ButterflyPattern(groups, rows[l], cols[l], stride));
            groups *= cols[l];
        }
        return List.copyOf(patterns);
    }

    /** The product of radices. */
    private static int order(int[] radices) {
        double order = 1;
        for (int radix : Objects.requireNonNull(radices, "radices")) {
            if (radix < 1) {
                throw new IllegalArgumentException("radix: got " + radix + ", wanted 1 or more");
            }
            order *= radix;
        }
        if (order > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("order of the butterfly: got " + order + ", wanted less than 2^31");
        }
        return (int) order;
    }

    /**
     * The patterns of square factors with blocks of {@code 2 rank} that overlap: one more has twice the groups and half the stride.
     * Between two of them {@code rank} numbers pass where the classic butterfly passes one. A rank of 1 is the classic one.
     *
     * @param n the order, a power of two
     * @param rank a power of two, at most {@code n / 2}; 1 also for n = 1
     * @return the patterns, in the order in which the factors are written: {@code log2(n / rank)} of them
     * @throws IllegalArgumentException if one is not such a number; the message names the nearest orders
     */
    public static List<ButterflyPattern> overlapping(int n, int rank) {
        checkPowerOfTwo(n);
        if (Integer.bitCount(rank) != 1 || rank < 1 || rank > Math.max(1, n / 2)) {
            throw new IllegalArgumentException(
                    "rank: got " + rank + ", wanted a power of two up to " + Math.max(1, n / 2) + " for order " + n);
        }
        List<ButterflyPattern> patterns = new ArrayList<>();
        for (int groups = 1; groups * rank < n; groups *= 2) {
            patterns.add(new ButterflyPattern(groups, 2 * rank, 2 * rank, n / (groups * 2 * rank)));
        }
        return List.copyOf(patterns);
    }

    private static void checkPowerOfTwo(int n) {
        if (n < 1 || Integer.bitCount(n) != 1) {
            int below = Integer.highestOneBit(Math.max(1, n));
            String nearest = below == 1 << 30 || n < 1 ? "" + below : below + " and " + 2 * below;
            throw new IllegalArgumentException(
                    "order of the butterfly: got " + n + ", wanted a power of two; nearest: " + nearest);
        }
    }

    /**
     * The number of rows of the factor.
     *
     * @return {@code a b d}
     */
    public int rows() {
        return groups * blockRows * stride;
    }

    /**
     * The number of columns of the factor.
     *
     * @return {@code a c d}
     */
    public int cols() {
        return groups * blockCols * stride;
    }

    /**
     * The number of blocks.
     *
     * @return {@code a d}
     */
    public int blocks() {
        return groups * stride;
    }

    /**
     * The number of entries on the support.
     *
     * @return {@code a b c d}
     */
    public int entries() {
        return blocks() * blockRows * blockCols;
    }

    /**
     * The number of entries of one group: of a factor whose groups all have the same.
     *
     * @return {@code b c d}
     */
    public int entriesOfGroup() {
        return stride * blockRows * blockCols;
    }

    /** Whether its blocks are of 2 x 2. */
    boolean isOfPairs() {
        return blockRows == 2 && blockCols == 2;
    }

    /**
     * The pattern of the transpose, whose blocks are the transposes in the same order.
     *
     * @return (a, c, b, d)
     */
    public ButterflyPattern transposed() {
        return new ButterflyPattern(groups, blockCols, blockRows, stride);
    }

    /** The patterns of the transpose of a product, in the order in which its factors are written. */
    static List<ButterflyPattern> transposed(List<ButterflyPattern> patterns) {
        return patterns.reversed().stream().map(ButterflyPattern::transposed).toList();
    }

    /**
     * Whether a factor of this pattern times one of another has dense blocks in every place that can be reached, so that their
     * product has a pattern again. Transposes, in the other order, need not be chainable where these are.
     *
     * @param right the pattern of the factor that is applied first
     * @return whether {@code a_1} divides {@code a_2}, {@code d_2} divides {@code d_1} and {@code a_1 c_1 / a_2 = b_2 d_2 / d_1} is
     *     a whole number
     */
    public boolean isChainable(ButterflyPattern right) {
        Objects.requireNonNull(right, "right");
        return cols() == right.rows()
                && right.groups % groups == 0
                && stride % right.stride == 0
                && ((long) groups * blockCols) % right.groups == 0;
    }

    /**
     * How many numbers pass between two factors that are chainable: the rank, at most, of the blocks of their product that belong
     * to one set of inputs and one set of outputs.
     *
     * @param right the pattern of the factor that is applied first
     * @return {@code a_1 c_1 / a_2}
     * @throws IllegalArgumentException if the two are not {@linkplain #isChainable chainable}
     */
    public int rank(ButterflyPattern right) {
        checkChainable(right);
        return (int) ((long) groups * blockCols / right.groups);
    }

    /**
     * The pattern of a product.
     *
     * @param right the pattern of the factor that is applied first
     * @return {@code (a_1, b_1 d_1 / d_2, a_2 c_2 / a_1, d_2)}
     * @throws IllegalArgumentException if the two are not {@linkplain #isChainable chainable}, or the product has too many entries
     */
    public ButterflyPattern times(ButterflyPattern right) {
        checkChainable(right);
        long tall = (long) blockRows * (stride / right.stride), wide = (long) right.blockCols * (right.groups / groups);
        if (tall > Integer.MAX_VALUE || wide > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "product of " + this + " and " + right + ": wanted blocks of fewer than 2^31 rows and columns");
        }
        return new ButterflyPattern(groups, (int) tall, (int) wide, right.stride);
    }

    private void checkChainable(ButterflyPattern right) {
        if (!isChainable(right)) {
            throw new IllegalArgumentException(
                    "factors: got " + this + " times " + right
                            + ", wanted groups that divide those of the factor on the right, strides that are divided by its, and as many columns as it has rows");
        }
    }

    /** {@code (a, b, c, d)}. */
    @Override
    public String toString() {
        return "(" + groups + ", " + blockRows + ", " + blockCols + ", " + stride + ")";
    }
}
