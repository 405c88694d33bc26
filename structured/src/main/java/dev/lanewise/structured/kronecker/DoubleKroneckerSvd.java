package dev.lanewise.structured.kronecker;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleProduct;
import java.util.ArrayList;
import java.util.List;

/**
 * The singular values and vectors of a Kronecker product,
 *
 * <pre>    A_i = U_i S_i V_i^T,    A_1 x ... x A_k = U (S_1 x ... x S_k) V^T,    U = U_1 x ... x U_k,    V = V_1 x ... x V_k,</pre>
 *
 * <p>at the cost of those of the factors. With {@code A_i} of {@code m_i x n_i}, there are as many of them as the product of all
 * {@code min(m_i, n_i)}: all that are not zero, and for factors of which some are tall and others wide fewer than the smaller side of
 * the whole. They come in the order of the factors, as eigenvalues do in {@link DoubleKroneckerEigen}.
 *
 * <p>Rounding: a singular value is off by the relative errors of those of the factors together, and by {@code k - 1} roundings. See
 * {@link DoubleSvd} for those of the factors.
 *
 * <p>Source: C. F. Van Loan, The ubiquitous Kronecker product, J. Comput. Appl. Math. 123, 2000, pp. 85-100.
 */
public final class DoubleKroneckerSvd {
    private final double[] singularValues;
    private final DoubleLinearMap u;
    private final DoubleLinearMap v;

    private DoubleKroneckerSvd(double[] singularValues, DoubleLinearMap u, DoubleLinearMap v) {
        this.singularValues = singularValues;
        this.u = u;
        this.v = v;
    }

    /**
     * Factorises.
     *
     * @param factors one at least, of any shapes
     * @return the factorisation
     * @throws IllegalArgumentException if there are none, or the whole is too large
     */
    public static DoubleKroneckerSvd of(List<? extends DoubleLinearMap> factors) {
        List<DoubleLinearMap> all = DoubleFactors.checked(factors), left = new ArrayList<>(), right = new ArrayList<>();
        double[][] values = new double[all.size()][];
        Workspace workspace = new Workspace();
        for (int i = 0; i < values.length; i++) {
            int m = all.get(i).rows(), n = all.get(i).cols(), few = Math.min(m, n);
            DoubleSvd svd = new DoubleSvd(m, n);
            svd.factorize(all.get(i).toDense(), MatrixLayout.of(m, n));
            double[] u = new double[m * few], v = new double[n * few];
            svd.copyU(u, MatrixLayout.of(m, few), workspace, Parallelism.NONE);
            svd.copyV(v, MatrixLayout.of(n, few), workspace, Parallelism.NONE);
            values[i] = svd.singularValues();
            left.add(DoubleDenseMap.of(m, few, u));
            right.add(DoubleDenseMap.of(n, few, v));
        }
        double[] singular = DoubleFactors.combined(values, false);
        return new DoubleKroneckerSvd(singular, DoubleKroneckerProduct.of(left), DoubleKroneckerProduct.of(right));
    }

    /**
     * The singular values in the order of the factors.
     *
     * @return a new array
     */
    public double[] singularValues() {
        return singularValues.clone();
    }

    /**
     * Where the singular values are in {@link #singularValues}, from the greatest to the least.
     *
     * @return a new array of places
     */
    public int[] order() {
        return DoubleFactors.order(singularValues);
    }

    /**
     * The left singular vectors, in the order of the factors.
     *
     * @return the map {@code U}, with columns that are orthonormal up to rounding
     */
    public DoubleLinearMap u() {
        return u;
    }

    /**
     * The right singular vectors, in the order of the factors.
     *
     * @return the map {@code V}, with columns that are orthonormal up to rounding
     */
    public DoubleLinearMap v() {
        return v;
    }

    /**
     * The numerical rank: how many singular values are more than {@code max(m, n)} times the distance of 1 from the next number,
     * relative to the greatest.
     *
     * @return the rank
     */
    public int rank() {
        int rank = 0;
        for (double value : singularValues) {
            rank += isKept(value) ? 1 : 0;
        }
        return rank;
    }

    /** Values come each from the greatest: the first of all is the greatest of all. */
    private boolean isKept(double value) {
        return value > Math.max(u.rows(), v.rows()) * Math.ulp((double) 1) * singularValues[0];
    }

    /**
     * The pseudoinverse, {@code V S^+ U^T}, with the singular values beyond the {@linkplain #rank numerical rank} taken for zero:
     * it maps b to the shortest of all x that make {@code ||b - A x||} least.
     *
     * @return the map
     * @throws IllegalArgumentException if one over a singular value overflows
     */
    public DoubleLinearMap pseudoInverse() {
        double[] reciprocals = new double[singularValues.length];
        for (int i = 0; i < reciprocals.length; i++) {
            reciprocals[i] = isKept(singularValues[i]) ? 1 / singularValues[i] : 0;
        }
        DoubleLinearMap map = DoubleProduct.of(List.of(v, DoubleDiagonal.of(reciprocals), u.transposed()));
        return map instanceof DoubleProduct product ? product.asWritten() : map;
    }
}
