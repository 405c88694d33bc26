package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.jacobi.DoubleSvd;
import java.util.Arrays;

/**
 * The nearest matrix of a given rank to a small block, real or complex, in the Frobenius norm: {@code left right},
 * where the rows of {@code right} are orthonormal, or zero if the rank is less.
 *
 * <p>A block that has this rank up to rounding is taken apart by its own rows: the largest is divided by its norm and
 * taken out of the others, as often as the rank says. What is left then is no more than rounding. Of any other block
 * the singular value decomposition gives the nearest (Eckart and Young); that of a complex one, as the real {@code [Re
 * -Im; Im Re]}, which has every singular value twice, with a vector and {@code i} times it.
 *
 * <p>Room is made once for all blocks of a shape.
 */
final class DoubleLowRankBlock {
    final int rows;
    final int cols;
    final int rank;
    final boolean isComplex;

    /** The block, row after row; without imaginary parts if it is real. */
    final double[] re;

    final double[] im;

    /** {@code rows x rank} and {@code rank x cols}. */
    final double[] leftRe;

    final double[] leftIm;
    final double[] rightRe;
    final double[] rightIm;

    private final double[] restRe;
    private final double[] restIm;

    /** The real form of the block, and singular vectors; made when first needed. */
    private DoubleSvd svd;

    private double[] real;
    private double[] vectors;
    private final Workspace workspace = new Workspace();

    DoubleLowRankBlock(int rows, int cols, int rank, boolean isComplex) {
        this.rows = rows;
        this.cols = cols;
        this.rank = rank;
        this.isComplex = isComplex;
        re = new double[rows * cols];
        im = new double[isComplex ? re.length : 0];
        restRe = new double[re.length];
        restIm = new double[im.length];
        leftRe = new double[rows * rank];
        leftIm = new double[isComplex ? leftRe.length : 0];
        rightRe = new double[rank * cols];
        rightIm = new double[isComplex ? rightRe.length : 0];
    }

    /** Takes a block from where it lies. */
    void gather(double[] fromRe, double[] fromIm, int start, int stride) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(fromRe, start + i * stride, re, i * cols, cols);
            if (isComplex) {
                System.arraycopy(fromIm, start + i * stride, im, i * cols, cols);
            }
        }
    }

    /** The squared norm of the block. */
    double square() {
        return square(re, im, 0, re.length);
    }

    /**
     * What is left of the block without as many of its own rows as the rank says, each taken out of all.
     *
     * @return its squared norm: no less than that of what the nearest matrix of this rank leaves
     */
    double reduce() {
        System.arraycopy(re, 0, restRe, 0, re.length);
        System.arraycopy(im, 0, restIm, 0, im.length);
        takeOut(rows, restRe, restIm);
        return square(restRe, restIm, 0, restRe.length);
    }

    /**
     * Makes {@code left} and {@code right}.
     *
     * @return the squared norm of the difference
     */
    double approximate() {
        double rest = reduce(), rounding = 4 * (rows + cols) * Math.ulp((double) 1);
        if (rest <= rounding * rounding * square() || rank >= Math.min(rows, cols)) {
            return rest;
        }
        decompose();
        return distance();
    }

    /** The largest row, over its norm, becomes a row of {@code right}, and is taken out of all: {@code rank} times. */
    private void takeOut(int count, double[] fromRe, double[] fromIm) {
        Arrays.fill(leftRe, 0);
        Arrays.fill(leftIm, 0);
        Arrays.fill(rightRe, 0);
        Arrays.fill(rightIm, 0);
        for (int s = 0; s < rank; s++) {
            int largest = 0;
            double square = -1;
            for (int i = 0; i < count; i++) {
                double of = square(fromRe, fromIm, i * cols, cols);
                if (of > square) {
                    square = of;
                    largest = i;
                }
            }
            if (!(square > 0)) {
                return;
            }
            System.arraycopy(fromRe, largest * cols, rightRe, s * cols, cols);
            if (isComplex) {
                System.arraycopy(fromIm, largest * cols, rightIm, s * cols, cols);
            }
            // What is left of a row is orthogonal to those before only as far as it is no mere rounding.
            scale(s, 1 / SquareRoot.of(square));
            for (int before = 0; before < s; before++) {
                project(rightRe, rightIm, s, before, leftRe, leftIm, -1);
            }
            double norm = SquareRoot.of(square(rightRe, rightIm, s * cols, cols));
            if (!(norm > 0.5)) {
                // It was rounding: a second time would be no better.
                Arrays.fill(rightRe, s * cols, (s + 1) * cols, 0);
                Arrays.fill(rightIm, isComplex ? s * cols : 0, isComplex ? (s + 1) * cols : 0, 0);
                return;
            }
            scale(s, 1 / norm);
            for (int i = 0; i < count; i++) {
                project(fromRe, fromIm, i, s, leftRe, leftIm, i < rows ? i * rank + s : -1);
            }
        }
    }

    private void scale(int row, double factor) {
        for (int j = row * cols; j < (row + 1) * cols; j++) {
            rightRe[j] *= factor;
            if (isComplex) {
                rightIm[j] *= factor;
            }
        }
    }

    /** Takes the part along a row of {@code right} out of a row, and notes how much that was. */
    private void project(double[] fromRe, double[] fromIm, int row, int along, double[] toRe, double[] toIm, int to) {
        int x = row * cols, q = along * cols;
        double ofRe = 0, ofIm = 0;
        for (int j = 0; j < cols; j++) {
            ofRe += fromRe[x + j] * rightRe[q + j];
            if (isComplex) {
                ofRe += fromIm[x + j] * rightIm[q + j];
                ofIm += fromIm[x + j] * rightRe[q + j] - fromRe[x + j] * rightIm[q + j];
            }
        }
        for (int j = 0; j < cols; j++) {
            fromRe[x + j] -= ofRe * rightRe[q + j];
            if (isComplex) {
                fromRe[x + j] += ofIm * rightIm[q + j];
                fromIm[x + j] -= ofRe * rightIm[q + j] + ofIm * rightRe[q + j];
            }
        }
        if (to >= 0) {
            toRe[to] = ofRe;
            if (isComplex) {
                toIm[to] = ofIm;
            }
        }
    }

    private static double square(double[] x, double[] y, int from, int count) {
        double sum = 0;
        for (int j = from; j < from + count; j++) {
            sum += x[j] * x[j];
            if (y.length > 0) {
                sum += y[j] * y[j];
            }
        }
        return sum;
    }

    /**
     * {@code right} from the singular vectors to the largest singular values, and {@code left} by a product with it.
     */
    private void decompose() {
        int parts = isComplex ? 2 : 1, m = parts * rows, n = parts * cols, count = parts * rank;
        if (svd == null) {
            svd = new DoubleSvd(m, n);
            real = new double[m * n];
            vectors = new double[2 * n * count];
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(re, i * cols, real, i * n, cols);
            for (int j = 0; isComplex && j < cols; j++) {
                real[i * n + cols + j] = -im[i * cols + j];
                real[(rows + i) * n + j] = im[i * cols + j];
                real[(rows + i) * n + cols + j] = re[i * cols + j];
            }
        }
        svd.factorize(real, MatrixLayout.of(m, n));
        svd.copyV(vectors, MatrixLayout.of(count, n).transposed(), workspace, Parallelism.NONE);
        if (!isComplex) {
            System.arraycopy(vectors, 0, rightRe, 0, rank * cols);
        } else {
            // Rows of right are conjugates of singular vectors; of each two, and their multiples by i, the span is
            // taken.
            double[] spanRe = new double[count * cols], spanIm = new double[count * cols];
            for (int s = 0; s < count; s++) {
                for (int j = 0; j < cols; j++) {
                    spanRe[s * cols + j] = vectors[s * n + j];
                    spanIm[s * cols + j] = -vectors[s * n + cols + j];
                }
            }
            takeOut(count, spanRe, spanIm);
        }
        System.arraycopy(re, 0, restRe, 0, re.length);
        System.arraycopy(im, 0, restIm, 0, im.length);
        for (int s = 0; s < rank; s++) {
            for (int i = 0; i < rows; i++) {
                project(restRe, restIm, i, s, leftRe, leftIm, i * rank + s);
            }
        }
    }

    private double distance() {
        return square(restRe, restIm, 0, restRe.length);
    }
}
