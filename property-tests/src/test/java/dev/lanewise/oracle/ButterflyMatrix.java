package dev.lanewise.oracle;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import java.util.List;

/** Factors of a butterfly matrix, and their product, by the definition of their patterns: {@code I_a x 1_(b x c) x I_d}. */
public final class ButterflyMatrix {
    private ButterflyMatrix() {}

    /** Whether the entry in a row and a column lies on the support: the same group and the same offset. */
    public static boolean isOnSupport(ButterflyPattern pattern, int row, int col) {
        int d = pattern.stride();
        return row % d == col % d && row / (pattern.blockRows() * d) == col / (pattern.blockCols() * d);
    }

    /** Where the value of an entry on the support is, if every group has its own. */
    public static int place(ButterflyPattern pattern, int row, int col) {
        int b = pattern.blockRows(), c = pattern.blockCols(), d = pattern.stride();
        int block = row / (b * d) * d + row % d;
        return (block * b + row / d % b) * c + col / d % c;
    }

    /** A factor; an element of its output is a sum of as many products as a block has columns, or rows for the transpose. */
    public static DenseMatrix factor(ButterflyPattern pattern, Numbers values) {
        int s = Math.max(pattern.blockRows(), pattern.blockCols());
        return DenseMatrix.of(pattern.rows(), pattern.cols(), s, (i, j) -> new Twofold()
                .add(isOnSupport(pattern, i, j) ? values.at(place(pattern, i, j) % values.length()) : 0));
    }

    /** A factor whose map has entries off by some roundings more. */
    static DenseMatrix factor(ButterflyPattern pattern, Numbers values, int more) {
        DenseMatrix exact = factor(pattern, values);
        return DenseMatrix.of(exact.rows(), exact.cols(), exact.roundings() + more, exact::entry);
    }

    /** A factor of complex numbers as {@code [Re -Im; Im Re]}, with sums of twice as many products. */
    public static DenseMatrix factor(ButterflyPattern pattern, Numbers re, Numbers im) {
        int s = 2 * Math.max(pattern.blockRows(), pattern.blockCols());
        int rows = pattern.rows(), cols = pattern.cols();
        return DenseMatrix.of(2 * rows, 2 * cols, s, (i, j) -> {
            if (!isOnSupport(pattern, i % rows, j % cols)) {
                return new Twofold();
            }
            int at = place(pattern, i % rows, j % cols) % re.length();
            return new Twofold().add(i < rows == j < cols ? re.at(at) : i < rows ? -im.at(at) : im.at(at));
        });
    }

    /** The product of factors, the first of which is applied last. */
    public static DenseMatrix product(List<DenseMatrix> factors) {
        DenseMatrix product = factors.get(0);
        for (DenseMatrix factor : factors.subList(1, factors.size())) {
            product = product.times(factor);
        }
        return product;
    }
}
