package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from a product to its factors, split after split, and back. While one part is taken apart, the factors on its
 * left have orthonormal columns in each class and those on its right orthonormal rows, so that its errors are those of
 * the whole.
 */
final class DoubleButterflyPath {
    private final List<ButterflyPattern> patterns;
    private final DoubleButterflyFactor[] factors;
    private double bound;
    private double firstError;

    DoubleButterflyPath(List<ButterflyPattern> patterns) {
        this.patterns = patterns;
        this.factors = new DoubleButterflyFactor[patterns.size()];
    }

    /** The pattern of the product of the factors {@code first} to {@code last}. */
    static ButterflyPattern product(List<ButterflyPattern> patterns, int first, int last) {
        ButterflyPattern product = patterns.get(first);
        for (int l = first + 1; l <= last; l++) {
            product = product.times(patterns.get(l));
        }
        return product;
    }

    /** The splits of a chain where one factor meets the next. */
    static List<ButterflySplit> splits(List<ButterflyPattern> patterns) {
        List<ButterflySplit> splits = new ArrayList<>();
        for (int l = 0; l + 1 < patterns.size(); l++) {
            splits.add(ButterflySplit.of(product(patterns, 0, l), product(patterns, l + 1, patterns.size() - 1)));
        }
        return splits;
    }

    /** What the error of the whole is at most. */
    double bound() {
        return bound;
    }

    double firstError() {
        return firstError;
    }

    DoubleButterflyFactor[] factorize(DoubleButterflyFactor whole) {
        bound = split(whole, 0, factors.length - 1);
        return factors;
    }

    /**
     * Afterwards all factors but the last of these have orthonormal columns in each class.
     *
     * @return what the error of this part is at most. The error of the split has rows that are orthogonal to those of
     *     the right part, and that of the left part, times the right one, has rows that are sums of them: their squares
     *     add up. No more is known of the error of the right part, which is made for the left one as it is then.
     */
    private double split(DoubleButterflyFactor part, int first, int last) {
        if (first == last) {
            factors[first] = part;
            return 0;
        }
        int middle = (first + last) / 2;
        ButterflySplit split = ButterflySplit.of(product(patterns, first, middle), product(patterns, middle + 1, last));
        DoubleButterflyFactor left = new DoubleButterflyFactor(split.left(), part.isComplex());
        DoubleButterflyFactor right = new DoubleButterflyFactor(split.right(), part.isComplex());
        double error = inTwo(split, part, left, right);
        if (last - first == factors.length - 1) {
            firstError = error;
        }
        double ofLeft = split(left, first, middle);
        factors[middle].orthonormalize(right);
        return SquareSums.together(error, ofLeft) + split(right, middle + 1, last);
    }

    /** The nearest product of two factors, rows of the right one orthonormal in each class. */
    private static double inTwo(
            ButterflySplit split, DoubleButterflyFactor part, DoubleButterflyFactor left, DoubleButterflyFactor right) {
        int rank = split.rank(), cols = split.cols();
        DoubleLowRankBlock block = new DoubleLowRankBlock(split.rows(), cols, rank, part.isComplex());
        double squares = 0;
        for (int number = 0; number < split.classes(); number++) {
            block.gather(part.re, part.im, split.productStart(number), split.productStride());
            squares += block.approximate();
            int to = split.leftStart(number);
            for (int i = 0; i < split.rows(); i++, to += split.leftStride()) {
                System.arraycopy(block.leftRe, i * rank, left.re, to, rank);
                if (part.isComplex()) {
                    System.arraycopy(block.leftIm, i * rank, left.im, to, rank);
                }
            }
            to = split.rightStart(number);
            for (int s = 0; s < rank; s++, to += split.rightStride()) {
                System.arraycopy(block.rightRe, s * cols, right.re, to, cols);
                if (part.isComplex()) {
                    System.arraycopy(block.rightIm, s * cols, right.im, to, cols);
                }
            }
        }
        return SquareRoot.of(squares);
    }

    /** The product of factors, bracketed as they came about. */
    DoubleButterflyFactor product(DoubleButterflyFactor[] of) {
        return product(of, 0, of.length - 1);
    }

    private static DoubleButterflyFactor product(DoubleButterflyFactor[] of, int first, int last) {
        if (first == last) {
            return of[first];
        }
        int middle = (first + last) / 2;
        return product(of, first, middle).times(product(of, middle + 1, last));
    }
}
