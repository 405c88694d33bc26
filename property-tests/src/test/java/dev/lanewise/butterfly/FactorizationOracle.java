package dev.lanewise.butterfly;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.oracle.ButterflyMatrix;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What factorisations are held against: the products of their factors, and how near any two factors can come to a matrix. */
final class FactorizationOracle {
    private FactorizationOracle() {}

    /** A product of real factors in twice the precision, rounded to double. */
    static double[] product(List<ButterflyPattern> patterns, List<Numbers> values) {
        List<DenseMatrix> factors = new ArrayList<>();
        for (int l = 0; l < patterns.size(); l++) {
            factors.add(ButterflyMatrix.factor(patterns.get(l), values.get(l)));
        }
        DenseMatrix product = ButterflyMatrix.product(factors);
        return rounded(product, 0, product.rows(), product.cols());
    }

    /** Real and imaginary parts of a product of complex factors in twice the precision, rounded to double. */
    static double[][] product(List<ButterflyPattern> patterns, List<Numbers> re, List<Numbers> im) {
        List<DenseMatrix> factors = new ArrayList<>();
        for (int l = 0; l < patterns.size(); l++) {
            factors.add(ButterflyMatrix.factor(patterns.get(l), re.get(l), im.get(l)));
        }
        DenseMatrix product = ButterflyMatrix.product(factors);
        int rows = product.rows() / 2, cols = product.cols() / 2;
        return new double[][] {rounded(product, 0, rows, cols), rounded(product, rows, rows, cols)};
    }

    /** Some rows of the first columns. */
    private static double[] rounded(DenseMatrix matrix, int firstRow, int rows, int cols) {
        double[] rounded = new double[rows * cols];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = matrix.entry(firstRow + i / cols, i % cols).value();
        }
        return rounded;
    }

    /** All real parts of a complex product, and then all imaginary ones. */
    static double[] both(List<ButterflyPattern> patterns, List<Numbers> re, List<Numbers> im) {
        double[][] parts = product(patterns, re, im);
        double[] both = Arrays.copyOf(parts[0], 2 * parts[0].length);
        System.arraycopy(parts[1], 0, both, parts[0].length, parts[1].length);
        return both;
    }

    /** {@code ||x - y|| / ||x||}. */
    static double relativeDistance(Numbers x, Numbers y) {
        return x.distance(y) / x.norm2();
    }

    /**
     * How much, relative to {@code ||A||_F}, the best product leaves of A whose left factor has the support of the
     * factors to {@code last}, and whose right one has that of the others: the singular values beyond the rank, of the
     * blocks whose rows and columns these have in common. Blocks are found by comparing columns of one support with rows of
     * the other.
     */
    static double leastError(List<ButterflyPattern> patterns, int last, double[] re, double[] im) {
        ButterflyPattern left = ButterflyChains.product(patterns.subList(0, last + 1));
        ButterflyPattern right = ButterflyChains.product(patterns.subList(last + 1, patterns.size()));
        boolean[] seen = new boolean[left.cols()];
        double rest = 0;
        for (int middle = 0; middle < seen.length; middle++) {
            int[] rows = rowsOf(left, middle), cols = colsOf(right, middle);
            int rank = 0;
            for (int other = middle; other < seen.length && !seen[middle]; other++) {
                if (Arrays.equals(rows, rowsOf(left, other)) && Arrays.equals(cols, colsOf(right, other))) {
                    seen[other] = other > middle;
                    rank++;
                }
            }
            if (rank > 0) {
                rest += beyond(rank, rows, cols, right.cols(), re, im);
            }
        }
        double all = Math.hypot(Numbers.of(re).norm2(), Numbers.of(im).norm2());
        return Math.sqrt(rest) / all;
    }

    /** Where a column has entries. */
    private static int[] rowsOf(ButterflyPattern pattern, int col) {
        return IntStream.range(0, pattern.rows())
                .filter(row -> ButterflyMatrix.isOnSupport(pattern, row, col))
                .toArray();
    }

    /** Where a row has entries. */
    private static int[] colsOf(ButterflyPattern pattern, int row) {
        return IntStream.range(0, pattern.cols())
                .filter(col -> ButterflyMatrix.isOnSupport(pattern, row, col))
                .toArray();
    }

    /** The squares of the singular values of a block beyond its rank; the real form of a complex one has each twice. */
    private static double beyond(int rank, int[] rows, int[] cols, int n, double[] re, double[] im) {
        int parts = im.length > 0 ? 2 : 1, m = rows.length, k = cols.length;
        double[] block = new double[parts * m * parts * k];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < k; j++) {
                int from = rows[i] * n + cols[j], to = i * parts * k + j;
                block[to] = re[from];
                if (parts == 2) {
                    block[to + k] = -im[from];
                    block[to + m * 2 * k] = im[from];
                    block[to + m * 2 * k + k] = re[from];
                }
            }
        }
        DoubleSvd svd = new DoubleSvd(parts * m, parts * k);
        svd.factorize(block, MatrixLayout.of(parts * m, parts * k));
        double sum = 0;
        double[] values = svd.singularValues();
        for (int i = parts * rank; i < values.length; i++) {
            sum += values[i] * values[i] / parts;
        }
        return sum;
    }
}
