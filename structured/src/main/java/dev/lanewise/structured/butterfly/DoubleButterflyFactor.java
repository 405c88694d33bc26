package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import java.util.Arrays;

/** A factor while it is worked on: a pattern and the values on it, without imaginary parts if it is real. */
final class DoubleButterflyFactor {
    final ButterflyPattern pattern;
    final double[] re;
    final double[] im;

    DoubleButterflyFactor(ButterflyPattern pattern, boolean isComplex) {
        this.pattern = pattern;
        this.re = new double[pattern.entries()];
        this.im = new double[isComplex ? pattern.entries() : 0];
    }

    DoubleButterflyFactor(ButterflyPattern pattern, double[] re, double[] im) {
        this.pattern = pattern;
        this.re = re;
        this.im = im;
    }

    boolean isComplex() {
        return im.length > 0;
    }

    /** The entries of a matrix on the support of a pattern, {@code B_ij = A_(rows_i)(cols_j)}, times a power of two. */
    static DoubleButterflyFactor of(
            ButterflyPattern pattern,
            double[] re,
            double[] im,
            ButterflyOrder rows,
            ButterflyOrder cols,
            int exponent) {
        DoubleButterflyFactor factor = new DoubleButterflyFactor(pattern, im.length > 0);
        int stride = pattern.stride(), n = pattern.cols(), at = 0;
        for (int block = 0; block < pattern.blocks(); block++) {
            int group = block / stride, offset = block % stride;
            for (int r = 0; r < pattern.blockRows(); r++) {
                int row = rows.index((group * pattern.blockRows() + r) * stride + offset) * n;
                for (int q = 0; q < pattern.blockCols(); q++, at++) {
                    int from = row + cols.index((group * pattern.blockCols() + q) * stride + offset);
                    factor.re[at] = Math.scalb(re[from], exponent);
                    if (factor.im.length > 0) {
                        factor.im[at] = Math.scalb(im[from], exponent);
                    }
                }
            }
        }
        return factor;
    }

    /** The product of this and another. */
    DoubleButterflyFactor times(DoubleButterflyFactor right) {
        ButterflySplit split = ButterflySplit.of(pattern, right.pattern);
        DoubleButterflyFactor product = new DoubleButterflyFactor(split.product(), isComplex());
        for (int number = 0; number < split.classes(); number++) {
            int a = split.leftStart(number), b = split.rightStart(number), c = split.productStart(number);
            for (int i = 0; i < split.rows(); i++) {
                for (int s = 0; s < split.rank(); s++) {
                    int from = a + i * split.leftStride() + s;
                    int row = b + s * split.rightStride(), to = c + i * split.productStride();
                    if (isComplex()) {
                        addRow(re[from], im[from], right, row, product, to, split.cols());
                    } else {
                        addRow(re[from], right, row, product, to, split.cols());
                    }
                }
            }
        }
        return product;
    }

    private static void addRow(
            double a, DoubleButterflyFactor x, int from, DoubleButterflyFactor y, int to, int count) {
        for (int j = 0; j < count; j++) {
            y.re[to + j] += a * x.re[from + j];
        }
    }

    private static void addRow(
            double a, double b, DoubleButterflyFactor x, int from, DoubleButterflyFactor y, int to, int count) {
        for (int j = 0; j < count; j++) {
            y.re[to + j] += a * x.re[from + j] - b * x.im[from + j];
            y.im[to + j] += a * x.im[from + j] + b * x.re[from + j];
        }
    }

    /** {@code ||X||_F}. */
    double norm() {
        return SquareSums.together(SquareSums.norm(re), SquareSums.norm(im));
    }

    /** {@code ||X - Y||_F}. */
    double distance(DoubleButterflyFactor other) {
        return SquareSums.together(SquareSums.distance(re, other.re), SquareSums.distance(im, other.im));
    }

    /** The largest power of two in it, as an exponent; that of the smallest numbers if all is 0. */
    int exponent() {
        return Math.getExponent(Math.max(largest(re), largest(im)));
    }

    /** The largest magnitude; 0 of none. */
    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Multiplies by a power of two. */
    void scale(int exponent) {
        for (int i = 0; i < re.length; i++) {
            re[i] = Math.scalb(re[i], exponent);
        }
        for (int i = 0; i < im.length; i++) {
            im[i] = Math.scalb(im[i], exponent);
        }
    }

    /**
     * Makes the columns of every class orthonormal, or zero, and the right factor take over what they were: {@code X Y
     * = Q (R Y)}. Gram and Schmidt's method, each column twice (L. Giraud, J. Langou, M. Rozloznik, J. van den Eshof,
     * Rounding error analysis of the classical Gram-Schmidt orthogonalization process, Numer. Math. 101, 2005, pp.
     * 87-100).
     */
    void orthonormalize(DoubleButterflyFactor right) {
        ButterflySplit split = ButterflySplit.of(pattern, right.pattern);
        int rank = split.rank(), cols = split.cols();
        double[] rRe = new double[rank * rank], rIm = new double[rank * rank];
        DoubleButterflyFactor triangle = new DoubleButterflyFactor(new ButterflyPattern(1, rank, rank, 1), rRe, rIm);
        DoubleButterflyFactor rows = new DoubleButterflyFactor(new ButterflyPattern(1, rank, cols, 1), isComplex());
        for (int number = 0; number < split.classes(); number++) {
            orthonormalize(split, split.leftStart(number), rRe, rIm);
            int start = split.rightStart(number);
            rows.take(right, start, split.rightStride(), false);
            DoubleButterflyFactor product = triangleOf(triangle).times(rows);
            product.take(right, start, split.rightStride(), true);
        }
    }

    private DoubleButterflyFactor triangleOf(DoubleButterflyFactor triangle) {
        return isComplex() ? triangle : new DoubleButterflyFactor(triangle.pattern, triangle.re, new double[0]);
    }

    /** Copies a dense block from, or to, where it lies in another. */
    private void take(DoubleButterflyFactor other, int start, int stride, boolean back) {
        int cols = pattern.blockCols();
        for (int i = 0; i < pattern.blockRows(); i++) {
            int there = start + i * stride, here = i * cols;
            copy(re, here, other.re, there, cols, back);
            if (isComplex()) {
                copy(im, here, other.im, there, cols, back);
            }
        }
    }

    private static void copy(double[] here, int at, double[] there, int to, int count, boolean back) {
        System.arraycopy(back ? here : there, back ? at : to, back ? there : here, back ? to : at, count);
    }

    /** One class: its columns, and the triangle of what they were. */
    private void orthonormalize(ButterflySplit split, int start, double[] rRe, double[] rIm) {
        int rank = split.rank(), count = split.rows(), stride = split.leftStride();
        Arrays.fill(rRe, 0);
        Arrays.fill(rIm, 0);
        for (int s = 0; s < rank; s++) {
            double before = columnNorm(start + s, count, stride);
            for (int twice = 0; twice < 2; twice++) {
                for (int t = 0; t < s; t++) {
                    project(start + s, start + t, count, stride, rRe, rIm, t * rank + s);
                }
            }
            double norm = columnNorm(start + s, count, stride);
            // What is left of a column that is a sum of those before is rounding, and is dropped.
            boolean isRounding = !(norm > 2 * count * Math.ulp(before));
            rRe[s * rank + s] = isRounding ? 0 : norm;
            for (int i = 0; i < count; i++) {
                int at = start + s + i * stride;
                re[at] = isRounding ? 0 : re[at] / norm;
                if (isComplex()) {
                    im[at] = isRounding ? 0 : im[at] / norm;
                }
            }
        }
    }

    private double columnNorm(int start, int count, int stride) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            int at = start + i * stride;
            sum += re[at] * re[at];
            if (isComplex()) {
                sum += im[at] * im[at];
            }
        }
        return SquareRoot.of(sum);
    }

    private void project(int x, int q, int count, int stride, double[] rRe, double[] rIm, int to) {
        double ofRe = 0, ofIm = 0;
        for (int i = 0; i < count * stride; i += stride) {
            ofRe += re[q + i] * re[x + i];
            if (isComplex()) {
                ofRe += im[q + i] * im[x + i];
                ofIm += re[q + i] * im[x + i] - im[q + i] * re[x + i];
            }
        }
        for (int i = 0; i < count * stride; i += stride) {
            re[x + i] -= ofRe * re[q + i];
            if (isComplex()) {
                re[x + i] += ofIm * im[q + i];
                im[x + i] -= ofRe * im[q + i] + ofIm * re[q + i];
            }
        }
        rRe[to] += ofRe;
        rIm[to] += ofIm;
    }
}
