package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleComplexButterfly;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.List;
import java.util.Objects;

/**
 * A matrix as a product of butterfly factors, {@code A = X_1 X_2 ... X_L} with X_l on a given {@link ButterflyPattern}
 * each, or the nearest to it that is found: real, or complex as real and imaginary parts.
 *
 * <p>The chain of patterns is split in two in the middle. Where a left and a right part meet, the entries of their
 * product fall into disjoint blocks whose rank is at most {@link ButterflyPattern#rank}: each becomes its nearest
 * matrix of this rank, and either part is taken apart in the same way. What is such a product comes out as one, up to
 * rounding. Factors are determined up to what cancels between them; each has the powers of two that make their greatest
 * entries alike.
 *
 * <p><b>The error</b> of any other matrix is bounded. Of all factors that are there at a time, those on the left of the
 * one that is taken apart have orthonormal columns in each class, and those on the right orthonormal rows: a change of
 * it then changes the product by as much, in the Frobenius norm. So a split into a left and a right part that is off by
 * e has an error of at most {@code sqrt(e^2 + l^2) + r}, for l and r what is lost in the left part and then in the
 * right one. From that comes {@link #bound}; and e is at most what the best product of two factors with these supports
 * leaves of A. With E the error of the best product of these patterns, {@code E <= error <= bound <= (L - 1) E}, up to
 * rounding, and {@link #lowerBound} is at most E. For rounding {@code 4 L p u} is in the bound, p the rows and columns
 * of the largest block and u the unit roundoff.
 *
 * <p>Cost: {@code n^2} times the rank for a matrix of order n that is a product; for others n small singular value
 * decompositions of blocks of order {@code sqrt(n)} about.
 *
 * <p>Source: L. Zheng, E. Riccietti, R. Gribonval, Efficient identification of butterfly sparse matrix factorizations,
 * SIAM J. Math. Data Sci. 5, 2023, pp. 22-49 (the exact case); Q.-T. Le, L. Zheng, E. Riccietti, R. Gribonval,
 * Butterfly factorization with error guarantees, arXiv 2411.04506, 2024 (chains of any patterns, orthonormal factors,
 * and the constant L - 1 for the error; they make factors orthonormal anew before each split, here what is left of a
 * split is moved on to the next one).
 */
public final class DoubleButterflyFactorization {
    private final List<ButterflyPattern> patterns;
    private final boolean isComplex;
    private final DoubleButterflyFactor[] factors;
    private final double error;
    private final double bound;
    private final double lowerBound;
    private DoubleLinearMap map;

    private DoubleButterflyFactorization(
            List<ButterflyPattern> patterns, double[] re, double[] im, ButterflyOrder rows, ButterflyOrder cols) {
        this.patterns = patterns;
        this.isComplex = im.length > 0;
        double greatest = Math.max(DoubleButterflyFactor.largest(re), DoubleButterflyFactor.largest(im));
        int exponent = Math.max(Math.getExponent(greatest), Double.MIN_EXPONENT);
        ButterflyPattern product = DoubleButterflyPath.product(patterns, 0, patterns.size() - 1);
        ButterflyPattern dense = new ButterflyPattern(1, product.rows(), product.cols(), 1);
        DoubleButterflyFactor scaled = DoubleButterflyFactor.of(dense, re, im, rows, cols, -exponent);
        DoubleButterflyFactor on = product.equals(dense)
                ? scaled
                : DoubleButterflyFactor.of(
                        product, scaled.re, scaled.im, natural(dense.rows()), natural(dense.cols()), 0);
        DoubleButterflyPath path = new DoubleButterflyPath(patterns);
        factors = path.factorize(on);
        double size = scaled.norm(), outside = outside(scaled, on);
        if (size > 0) {
            int largest = 1;
            for (ButterflyPattern pattern : patterns) {
                largest = Math.max(largest, pattern.blockRows() + pattern.blockCols());
            }
            double rounding = 4 * patterns.size() * largest * (Math.ulp((double) 1) / 2);
            error = SquareSums.together(outside, on.distance(path.product(factors))) / size;
            bound = SquareSums.together(outside, path.bound()) / size + rounding;
            lowerBound = SquareSums.together(outside, path.firstError()) / size;
        } else {
            error = 0;
            bound = 0;
            lowerBound = 0;
        }
        balance(exponent);
    }

    private static ButterflyOrder natural(int n) {
        return ButterflyOrder.natural(n);
    }

    /** The norm of what is not on the support: all squares less those on it would lose what is small. */
    private static double outside(DoubleButterflyFactor dense, DoubleButterflyFactor on) {
        if (on.re.length == dense.re.length) {
            return 0;
        }
        DoubleButterflyFactor rest = new DoubleButterflyFactor(dense.pattern, dense.re.clone(), dense.im.clone());
        ButterflyPattern pattern = on.pattern;
        for (int block = 0; block < pattern.blocks(); block++) {
            int group = block / pattern.stride(), offset = block % pattern.stride();
            for (int r = 0; r < pattern.blockRows(); r++) {
                int row = (group * pattern.blockRows() + r) * pattern.stride() + offset;
                for (int q = 0; q < pattern.blockCols(); q++) {
                    int at = row * pattern.cols() + (group * pattern.blockCols() + q) * pattern.stride() + offset;
                    rest.re[at] = 0;
                    if (rest.isComplex()) {
                        rest.im[at] = 0;
                    }
                }
            }
        }
        return rest.norm();
    }

    /** Spreads the powers of two evenly, so that no factor is large or small beside others. */
    private void balance(int exponent) {
        int count = factors.length, sum = exponent;
        int[] exponents = new int[count];
        for (int l = 0; l < count; l++) {
            exponents[l] = factors[l].exponent();
            if (exponents[l] < Double.MIN_EXPONENT) {
                return; // a factor is zero: so is the product
            }
            sum += exponents[l];
        }
        for (int l = 0; l < count; l++) {
            int share = Math.floorDiv(sum * (l + 1), count) - Math.floorDiv(sum * l, count);
            factors[l].scale(share - exponents[l]);
        }
    }

    /**
     * Takes a real matrix apart.
     *
     * @param patterns the patterns of the factors, in the order in which these are written
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @return the factors
     * @throws IllegalArgumentException if there are no patterns, or two do not chain, or their product has another
     *     shape than A, or the array is too short, or an entry is not finite
     */
    public static DoubleButterflyFactorization of(List<ButterflyPattern> patterns, double[] a, MatrixLayout layout) {
        List<ButterflyPattern> chain =
                checked(patterns, Objects.requireNonNull(layout, "layout").rows(), layout.columns());
        double[] dense = DoubleDenseEntries.copy("A", a, layout);
        return new DoubleButterflyFactorization(
                chain, dense, new double[0], natural(layout.rows()), natural(layout.columns()));
    }

    /**
     * Takes a complex matrix apart.
     *
     * @param patterns the patterns of the factors, in the order in which these are written
     * @param re holds the real parts of A, which are only read
     * @param im holds the imaginary parts
     * @param layout where either lie, of any strides
     * @return the factors
     * @throws IllegalArgumentException as {@link #of}
     */
    public static DoubleButterflyFactorization ofComplex(
            List<ButterflyPattern> patterns, double[] re, double[] im, MatrixLayout layout) {
        List<ButterflyPattern> chain =
                checked(patterns, Objects.requireNonNull(layout, "layout").rows(), layout.columns());
        double[] denseRe = DoubleDenseEntries.copy("re", re, layout);
        double[] denseIm = DoubleDenseEntries.copy("im", im, layout);
        return new DoubleButterflyFactorization(
                chain, denseRe, denseIm, natural(layout.rows()), natural(layout.columns()));
    }

    /** Of a matrix whose rows and columns are taken in other orders; row-major, finite, of the right shape. */
    static DoubleButterflyFactorization ofOrdered(
            List<ButterflyPattern> patterns, double[] re, double[] im, ButterflyOrder rows, ButterflyOrder cols) {
        return new DoubleButterflyFactorization(patterns, re, im, rows, cols);
    }

    /** A copy of patterns that chain to a product of some shape. */
    static List<ButterflyPattern> checked(List<ButterflyPattern> patterns, int rows, int columns) {
        if (Objects.requireNonNull(patterns, "patterns").isEmpty()) {
            throw new IllegalArgumentException("patterns: got none, wanted one or more");
        }
        for (int l = 0; l < patterns.size(); l++) {
            ButterflyPattern pattern = Objects.requireNonNull(patterns.get(l), "pattern " + l);
            if (l > 0 && !patterns.get(l - 1).isChainable(pattern)) {
                throw new IllegalArgumentException("patterns " + (l - 1) + " and " + l + ": got "
                        + patterns.get(l - 1) + " and " + pattern
                        + ", wanted groups that divide those of the next, strides that are divided by its,"
                        + " and as many columns as it has rows");
            }
        }
        ButterflyPattern product = DoubleButterflyPath.product(patterns, 0, patterns.size() - 1);
        if (product.rows() != rows || product.cols() != columns) {
            throw new IllegalArgumentException("A: got " + rows + " x " + columns + ", wanted " + product.rows() + " x "
                    + product.cols() + ", the shape of the product of " + patterns);
        }
        return List.copyOf(patterns);
    }

    /**
     * The patterns.
     *
     * @return those of the factors, in the order in which these are written
     */
    public List<ButterflyPattern> patterns() {
        return patterns;
    }

    /**
     * The values of a factor, or their real parts.
     *
     * @param factor which, from 0
     * @return a copy, as {@link ButterflyPattern} stores them
     */
    public double[] values(int factor) {
        return factors[Objects.checkIndex(factor, factors.length)].re.clone();
    }

    /**
     * The imaginary parts of the values of a factor.
     *
     * @param factor which, from 0
     * @return a copy; empty if A is real
     */
    public double[] imaginaryValues(int factor) {
        return factors[Objects.checkIndex(factor, factors.length)].im.clone();
    }

    /**
     * The error.
     *
     * @return {@code ||A - X_1 X_2 ... X_L||_F / ||A||_F}, as it is computed from the factors multiplied out; 0 if A is
     *     0
     */
    public double error() {
        return error;
    }

    /**
     * What the error can be at most, from the errors of the splits.
     *
     * @return the bound over {@code ||A||_F}, and what rounding may add
     */
    public double bound() {
        return bound;
    }

    /**
     * What the error of any product with these patterns is at least, up to rounding.
     *
     * @return the error of the first split, over {@code ||A||_F}
     */
    public double lowerBound() {
        return lowerBound;
    }

    /**
     * The product.
     *
     * @return the map: a {@link DoubleButterflyMap}, or, of twice the order, a {@link DoubleComplexButterfly}
     */
    public synchronized DoubleLinearMap map() {
        if (map == null) {
            double[][] re = new double[factors.length][], im = new double[factors.length][];
            for (int l = 0; l < factors.length; l++) {
                re[l] = factors[l].re;
                im[l] = factors[l].im;
            }
            map = isComplex ? DoubleComplexButterfly.of(patterns, re, im) : DoubleButterflyMap.of(patterns, re);
        }
        return map;
    }
}
