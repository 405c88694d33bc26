package dev.lanewise.structured.kronecker;

import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Regression by a Gaussian process on a grid: values {@code y = f + noise} at all points of a grid of {@code k} axes, where f is
 * Gaussian with mean zero, and its covariance is the product of a kernel for each axis,
 *
 * <pre>    f ~ N(0, K),    K = K_1 x K_2 x ... x K_k,    noise ~ N(0, s I).</pre>
 *
 * <p>Values are an array of the axes, the last running fastest. The covariance of all {@code N} values is never formed: with {@code K_i = Q_i D_i Q_i^T},
 * {@code K + s I = Q (D + s I) Q^T}, so it takes the eigenvectors of the matrices of the axes, and products with them, instead of the
 * {@code N^3 / 3} operations of a Cholesky factor.
 *
 * <p>The log marginal likelihood and its derivatives are
 *
 * <pre>
 *     log p(y)         = -1/2 y^T a - 1/2 log det(K + s I) - N/2 log(2 pi),    a = (K + s I)^-1 y,
 *     d log p / d t    = 1/2 a^T (dK/dt) a - 1/2 trace((K + s I)^-1 dK/dt),
 * </pre>
 *
 * <p>where for a parameter t of the kernel of axis i {@code dK/dt} is K with {@code dK_i/dt} in the place of {@code K_i}, and the trace is
 * the sum over all eigenvalues of the product of the {@code d_l} of the other axes and {@code q_i^T (dK_i/dt) q_i} over
 * {@code d_1 ... d_k + s}.
 *
 * <p>Rounding: see {@link DoubleKroneckerEigen}: what {@code (K + s I)^-1} gives is off by about
 * {@code c (n_1 + ... + n_k) u (||K|| + s) / s} relative to its norm. Sums over the grid are kept in double precision.
 *
 * <p>Sources: C. E. Rasmussen and C. K. I. Williams, Gaussian Processes for Machine Learning, MIT Press, 2006, equations (2.25), (2.26),
 * (2.30) and (5.9); Y. Saatci, Scalable inference for structured Gaussian process models, PhD thesis, University of Cambridge, 2011,
 * chapter 5.
 */
public final class DoubleGridGaussianProcess {
    private final List<DoubleLinearMap> kernels;
    private final double noise;
    private final double[] y;
    private final DoubleKroneckerEigen eigen;

    /** The eigenvalues of {@code K}, and those of {@code K + s I}. */
    private final double[] values;

    private final double[] shifted;

    /** {@code Q^T y}. */
    private final double[] turned;

    /** {@code (K + s I)^-1 y}. */
    private final double[] weights;

    private DoubleGridGaussianProcess(
            List<DoubleLinearMap> kernels, double noise, double[] y, DoubleKroneckerEigen eigen) {
        this.kernels = kernels;
        this.noise = noise;
        this.y = y;
        this.eigen = eigen;
        values = eigen.eigenvalues();
        shifted = new double[values.length];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = values[i] + noise;
            if (!(shifted[i] > 0)) {
                throw NotPositiveDefiniteException.ofEigenvalue(i, shifted[i]);
            }
        }
        turned = eigen.vectors().applyTransposed(y);
        double[] scaled = new double[turned.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = turned[i] / shifted[i];
        }
        weights = eigen.vectors().apply(scaled);
    }

    /**
     * Fits values.
     *
     * @param kernels the matrix {@code K_i} of each axis, one at least, symmetric and positive semidefinite
     * @param noise the variance {@code s} of the noise, positive
     * @param y the values at the points of the grid, finite; copied
     * @return the process
     * @throws IllegalArgumentException if a kernel is not symmetric, {@code noise} is not positive, {@code y} has not a value for every
     *     point or one that is not finite, or the whole is too large
     * @throws NotPositiveDefiniteException if {@code K + s I} is not positive definite; its index is the place of the eigenvalue
     */
    public static DoubleGridGaussianProcess of(List<? extends DoubleLinearMap> kernels, double noise, double[] y) {
        if (!(noise > 0 && Double.isFinite(noise))) {
            throw new IllegalArgumentException("noise: got " + noise + ", wanted a positive number");
        }
        Objects.requireNonNull(y, "y");
        DoubleKroneckerEigen eigen = DoubleKroneckerEigen.ofProduct(Objects.requireNonNull(kernels, "kernels"));
        DoubleFactors.checkVector("y", y, eigen.vectors().rows());
        return new DoubleGridGaussianProcess(List.copyOf(kernels), noise, y.clone(), eigen);
    }

    /**
     * The weights of the kernels at the points, {@code (K + s I)^-1 y}.
     *
     * @return a new array
     */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The mean of f at the points of the grid given the values, {@code K (K + s I)^-1 y}.
     *
     * @return a new array
     */
    public double[] mean() {
        double[] scaled = new double[turned.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = turned[i] * (values[i] / shifted[i]);
        }
        return eigen.vectors().apply(scaled);
    }

    /**
     * The mean of f at the points of another grid.
     *
     * @param kernels for each axis the kernel between its new points, the rows, and its old ones, the columns
     * @return the mean at all new points
     * @throws IllegalArgumentException if there are not as many axes, or shapes do not fit
     */
    public double[] mean(List<? extends DoubleLinearMap> kernels) {
        int axes = this.kernels.size();
        if (Objects.requireNonNull(kernels, "kernels").size() != axes) {
            throw new IllegalArgumentException(
                    "kernels: got " + kernels.size() + ", wanted " + axes + ", one for each axis");
        }
        for (int i = 0; i < axes; i++) {
            int n = this.kernels.get(i).rows();
            DoubleLinearMap kernel = Objects.requireNonNull(kernels.get(i), "kernel " + i);
            if (kernel.cols() != n) {
                throw new IllegalArgumentException("kernel " + i + ": got " + kernel.rows() + " x " + kernel.cols()
                        + ", wanted " + n + " columns, one for each point of the axis");
            }
        }
        return DoubleKroneckerProduct.of(kernels).apply(weights);
    }

    /**
     * The variance of f at the points of the grid given the values: the diagonal of {@code K - K (K + s I)^-1 K}, which has the
     * eigenvalues {@code s d / (d + s)}.
     *
     * @return a new array
     */
    public double[] variance() {
        List<DoubleLinearMap> squares = new ArrayList<>();
        for (int i = 0; i < kernels.size(); i++) {
            int n = kernels.get(i).rows();
            double[] vectors = eigen.vectors(i);
            for (int j = 0; j < vectors.length; j++) {
                vectors[j] *= vectors[j];
            }
            squares.add(DoubleDenseMap.of(n, n, vectors));
        }
        double[] left = new double[values.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = noise * (values[i] / shifted[i]);
        }
        return DoubleKroneckerProduct.of(squares).apply(left);
    }

    /**
     * The logarithm of the probability density of the values.
     *
     * @return {@code log p(y)}
     */
    public double logLikelihood() {
        WideSum sum = new WideSum();
        for (int i = 0; i < shifted.length; i++) {
            sum.addProduct(-turned[i] / 2, turned[i] / shifted[i]);
            sum.addLogarithm(-0.5, shifted[i]);
            sum.addLogarithmOfTurn(-0.5);
        }
        return sum.rounded(y);
    }

    /**
     * The derivative of {@link #logLikelihood} by the variance of the noise.
     *
     * @return {@code 1/2 a^T a - 1/2 trace((K + s I)^-1)}
     */
    public double noiseGradient() {
        WideSum sum = new WideSum();
        for (int i = 0; i < shifted.length; i++) {
            double root = turned[i] / shifted[i];
            sum.addProduct(root / 2, root);
            sum.add(-0.5 / shifted[i]);
        }
        return sum.rounded(y);
    }

    /**
     * The derivative of {@link #logLikelihood} by a parameter t of the kernel of one axis.
     *
     * @param axis which axis, from 0
     * @param derivative the matrix {@code dK_i/dt} of {@code n_i x n_i}, row after row, symmetric
     * @return the derivative
     * @throws IllegalArgumentException if there is no such axis, or the matrix has another shape, is not symmetric or not finite
     */
    public double gradient(int axis, double[] derivative) {
        if (axis < 0 || axis >= kernels.size()) {
            throw new IllegalArgumentException("axis: got " + axis + ", wanted 0 to " + (kernels.size() - 1));
        }
        int n = kernels.get(axis).rows();
        DoubleFactors.checkVector("derivative", derivative, n * n);
        DoubleFactors.checkSymmetric("derivative", derivative, n);
        DoubleLinearMap changed = DoubleDenseMap.of(n, n, derivative);
        List<DoubleLinearMap> factors = new ArrayList<>(kernels);
        factors.set(axis, changed);
        double[] image = DoubleKroneckerProduct.of(factors).apply(weights);
        WideSum sum = new WideSum();
        for (int i = 0; i < image.length; i++) {
            sum.addProduct(weights[i] / 2, image[i]);
        }
        double[][] ofAxes = new double[kernels.size()][];
        for (int i = 0; i < ofAxes.length; i++) {
            ofAxes[i] = i == axis ? alongVectors(axis, changed) : eigen.eigenvalues(i);
        }
        double[] trace = DoubleFactors.combined(ofAxes, false);
        for (int i = 0; i < trace.length; i++) {
            sum.addProduct(-0.5, trace[i] / shifted[i]);
        }
        return sum.rounded(y);
    }

    /** {@code q^T M q} for the eigenvectors q of an axis. */
    private double[] alongVectors(int axis, DoubleLinearMap matrix) {
        int n = matrix.rows();
        double[] vectors = eigen.vectors(axis), along = new double[n], q = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                q[i] = vectors[i * n + j];
            }
            double[] image = matrix.apply(q);
            WideSum sum = new WideSum();
            for (int i = 0; i < n; i++) {
                sum.addProduct(q[i], image[i]);
            }
            along[j] = sum.rounded(y);
        }
        return along;
    }
}
