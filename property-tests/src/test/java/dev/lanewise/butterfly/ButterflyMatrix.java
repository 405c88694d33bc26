package dev.lanewise.butterfly;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Numbers;
import java.util.Arrays;
import java.util.List;

/** Butterflies written out, from the definition, and how near any two factors can come to a matrix. */
final class ButterflyMatrix {
    private ButterflyMatrix() {}

    /** A factor: entry (r, q) of block (i, k) takes element {@code (i c + q) d + k} to {@code (i b + r) d + k}. */
    static double[] factor(ButterflyPattern pattern, double[] values) {
        double[] dense = new double[pattern.rows() * pattern.cols()];
        int at = 0;
        for (int i = 0; i < pattern.groups(); i++) {
            for (int k = 0; k < pattern.stride(); k++) {
                for (int r = 0; r < pattern.blockRows(); r++) {
                    for (int q = 0; q < pattern.blockCols(); q++) {
                        int row = (i * pattern.blockRows() + r) * pattern.stride() + k;
                        int col = (i * pattern.blockCols() + q) * pattern.stride() + k;
                        dense[row * pattern.cols() + col] = values[at++];
                    }
                }
            }
        }
        return dense;
    }

    /** A product of real factors in twice the precision, rounded to double. */
    static double[] product(List<ButterflyPattern> patterns, List<Numbers> values) {
        DenseMatrix product = null;
        for (int l = 0; l < patterns.size(); l++) {
            ButterflyPattern pattern = patterns.get(l);
            Numbers dense = Numbers.of(factor(pattern, values.get(l).values()));
            DenseMatrix next = DenseMatrix.of(pattern.rows(), pattern.cols(), dense);
            product = product == null ? next : product.times(next);
        }
        double[] rounded = new double[product.rows() * product.cols()];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = product.entry(i / product.cols(), i % product.cols()).value();
        }
        return rounded;
    }

    /**
     * A product of complex factors, as real ones of twice the order; the left half of its columns, real parts above
     * imaginary ones.
     */
    static double[][] product(List<ButterflyPattern> patterns, List<Numbers> re, List<Numbers> im) {
        DenseMatrix product = null;
        for (int l = 0; l < patterns.size(); l++) {
            ButterflyPattern pattern = patterns.get(l);
            DenseMatrix next = real(pattern, re.get(l).values(), im.get(l).values());
            product = product == null ? next : product.times(next);
        }
        int rows = product.rows() / 2, cols = product.cols() / 2;
        double[][] parts = new double[2][rows * cols];
        for (int i = 0; i < rows * cols; i++) {
            parts[0][i] = product.entry(i / cols, i % cols).value();
            parts[1][i] = product.entry(rows + i / cols, i % cols).value();
        }
        return parts;
    }

    /** {@code [X -Y; Y X]} for {@code X + i Y}. */
    private static DenseMatrix real(ButterflyPattern pattern, double[] re, double[] im) {
        int rows = pattern.rows(), cols = pattern.cols();
        double[] x = factor(pattern, re), y = factor(pattern, im), both = new double[4 * rows * cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                int from = i * cols + j, to = i * 2 * cols + j, below = to + rows * 2 * cols;
                both[to] = x[from];
                both[to + cols] = -y[from];
                both[below] = y[from];
                both[below + cols] = x[from];
            }
        }
        return DenseMatrix.of(2 * rows, 2 * cols, Numbers.of(both));
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
     * blocks whose rows and columns these have in common. Both supports are written out here, and blocks found by
     * comparing columns of one with rows of the other.
     */
    static double leastError(List<ButterflyPattern> patterns, int last, double[] re, double[] im) {
        ButterflyPattern left = ButterflyChains.product(patterns.subList(0, last + 1));
        ButterflyPattern right = ButterflyChains.product(patterns.subList(last + 1, patterns.size()));
        double[] ones = new double[Math.max(left.entries(), right.entries())];
        Arrays.fill(ones, 1);
        double[] onLeft = factor(left, ones), onRight = factor(right, ones);
        boolean[] seen = new boolean[left.cols()];
        double rest = 0;
        for (int middle = 0; middle < seen.length; middle++) {
            int[] rows = support(onLeft, middle, left.cols(), left.rows());
            int[] cols = support(onRight, middle * right.cols(), 1, right.cols());
            int rank = 0;
            for (int other = middle; other < seen.length && !seen[middle]; other++) {
                if (Arrays.equals(rows, support(onLeft, other, left.cols(), left.rows()))
                        && Arrays.equals(cols, support(onRight, other * right.cols(), 1, right.cols()))) {
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

    private static int[] support(double[] pattern, int start, int stride, int count) {
        int[] places = new int[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (pattern[start + i * stride] != 0) {
                places[found++] = i;
            }
        }
        return Arrays.copyOf(places, found);
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
