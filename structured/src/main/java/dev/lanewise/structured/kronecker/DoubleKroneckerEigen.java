package dev.lanewise.structured.kronecker;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.jacobi.DoubleSymmetricEigen;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The eigenvalues and eigenvectors of a Kronecker product or a Kronecker sum of symmetric maps,
 *
 * <pre>
 *     A_i = Q_i D_i Q_i^T,    Q = Q_1 x Q_2 x ... x Q_k,
 *     A_1 x A_2 x ... x A_k     = Q (D_1 x D_2 x ... x D_k) Q^T,
 *     A_1 (+) A_2 (+) ... (+) A_k = Q (D_1 (+) D_2 (+) ... (+) D_k) Q^T,
 * </pre>
 *
 * <p>at the cost of those of the factors. Eigenvalues and eigenvectors come in the order of the factors: that of the eigenvalues
 * {@code d_1(j_1), ..., d_k(j_k)}, each from the greatest to the least, is at {@code (j_1, ..., j_k)}, the last index running fastest.
 * {@link #order} sorts them.
 *
 * <p>Rounding: every factor is that of a matrix off by {@code c n_i u ||A_i||} at most ({@link DoubleSymmetricEigen}), so an eigenvalue of
 * the product is off by about {@code c (n_1 + ... + n_k) u ||A_1|| ... ||A_k||}, one of the sum by {@code c sum of n_i u ||A_i||}, {@code c}
 * a small constant. A solution by {@link #shiftedInverse} is off by about {@code c (n_1 + ... + n_k) u ||(A + s I)^-1|| ||b||}, which may
 * leave a residual that is larger than that of Cholesky factors by the condition number.
 *
 * <p>Source: C. F. Van Loan, The ubiquitous Kronecker product, J. Comput. Appl. Math. 123, 2000, pp. 85-100.
 */
public final class DoubleKroneckerEigen {
    private final int[] orders;
    private final double[][] values;
    private final double[][] vectors;
    private final double[] eigenvalues;
    private final DoubleLinearMap q;

    private DoubleKroneckerEigen(List<DoubleLinearMap> factors, boolean isSum) {
        int k = factors.size();
        orders = new int[k];
        values = new double[k][];
        vectors = new double[k][];
        List<DoubleLinearMap> maps = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double[] entries = DoubleFactors.symmetric(factors.get(i), i);
            int n = factors.get(i).rows();
            MatrixLayout layout = MatrixLayout.of(n, n);
            DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n);
            eigen.factorize(entries, layout, Triangle.LOWER);
            orders[i] = n;
            values[i] = eigen.eigenvalues();
            vectors[i] = new double[n * n];
            eigen.copyV(vectors[i], layout);
            maps.add(DoubleDenseMap.of(n, n, vectors[i]));
        }
        eigenvalues = DoubleFactors.combined(values, isSum);
        q = DoubleKroneckerProduct.of(maps);
    }

    /**
     * Factorises a Kronecker product.
     *
     * @param factors one at least, symmetric
     * @return the factorisation
     * @throws IllegalArgumentException if there are none, one is not symmetric, or the whole is too large
     */
    public static DoubleKroneckerEigen ofProduct(List<? extends DoubleLinearMap> factors) {
        return new DoubleKroneckerEigen(DoubleFactors.checked(factors), false);
    }

    /**
     * Factorises a Kronecker sum.
     *
     * @param terms one at least, symmetric
     * @return the factorisation
     * @throws IllegalArgumentException if there are none, one is not symmetric, or the whole is too large
     */
    public static DoubleKroneckerEigen ofSum(List<? extends DoubleLinearMap> terms) {
        return new DoubleKroneckerEigen(DoubleFactors.checked(terms), true);
    }

    /**
     * All eigenvalues in the order of the factors.
     *
     * @return a new array of as many as the whole has rows
     */
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /**
     * The eigenvalues of one factor, from the greatest to the least.
     *
     * @param factor which factor, from 0
     * @return a new array
     * @throws IllegalArgumentException if there is no such factor
     */
    public double[] eigenvalues(int factor) {
        checkIndex("factor", factor, values.length);
        return values[factor].clone();
    }

    /**
     * Where the eigenvalues are in {@link #eigenvalues}, from the greatest to the least; equals in the order of the factors.
     *
     * @return a new array of places
     */
    public int[] order() {
        return DoubleFactors.order(eigenvalues);
    }

    /**
     * The map {@code Q}, whose columns are the eigenvectors in the order of the factors: orthogonal up to rounding.
     *
     * @return the Kronecker product of matrices
     */
    public DoubleLinearMap vectors() {
        return q;
    }

    /**
     * The eigenvectors of one factor.
     *
     * @param factor which factor, from 0
     * @return a new array, row after row, one in each column
     * @throws IllegalArgumentException if there is no such factor
     */
    public double[] vectors(int factor) {
        checkIndex("factor", factor, vectors.length);
        return vectors[factor].clone();
    }

    /**
     * One eigenvector.
     *
     * @param place of its eigenvalue in {@link #eigenvalues}
     * @return a new array
     * @throws IllegalArgumentException if there is no such place
     */
    public double[] vector(int place) {
        checkIndex("place", place, eigenvalues.length);
        return DoubleFactors.column(vectors, orders, place);
    }

    private static void checkIndex(String name, int index, int past) {
        if (index < 0 || index >= past) {
            throw new IllegalArgumentException(name + ": got " + index + ", wanted 0 to " + (past - 1));
        }
    }

    /**
     * A function of the whole, {@code Q diag(f) Q^T}, for instance a square root.
     *
     * @param values the numbers on the diagonal, in the order of the factors, finite
     * @return the map, symmetric
     * @throws IllegalArgumentException if there are more or fewer, or one is not finite
     */
    public DoubleLinearMap function(double[] values) {
        if (Objects.requireNonNull(values, "values").length != eigenvalues.length) {
            throw new IllegalArgumentException(
                    "values: got " + values.length + ", wanted " + eigenvalues.length + ", one for each eigenvalue");
        }
        return around(DoubleDiagonal.of(values));
    }

    private DoubleLinearMap around(DoubleLinearMap diagonal) {
        DoubleLinearMap map = DoubleProduct.of(List.of(q, diagonal, q.transposed()));
        return map instanceof DoubleProduct product ? product.asWritten() : map;
    }

    /**
     * The inverse of the whole with a number added to all eigenvalues, {@code (A + s I)^-1 = Q (D + s I)^-1 Q^T}.
     *
     * @param shift the number {@code s}, finite
     * @return the map that solves {@code (A + s I) y = x}
     * @throws IllegalArgumentException if {@code shift} is not finite, or a sum of it and an eigenvalue is not
     * @throws dev.lanewise.engine.SingularMatrixException if an eigenvalue is then 0; its index is the place
     */
    public DoubleLinearMap shiftedInverse(double shift) {
        return around(DoubleDiagonal.of(shifted(shift)).inverse());
    }

    /**
     * The determinant of the whole with a number added to all eigenvalues; {@link Determinant#logarithm} is its logarithm.
     *
     * @param shift the number {@code s}, finite
     * @return the determinant of {@code A + s I}
     * @throws IllegalArgumentException if {@code shift} is not finite, or a sum of it and an eigenvalue is not
     */
    public Determinant determinant(double shift) {
        return DoubleDiagonal.of(shifted(shift)).determinant();
    }

    private double[] shifted(double shift) {
        if (!Double.isFinite(shift)) {
            throw new IllegalArgumentException("shift: got " + shift + ", wanted a finite number");
        }
        double[] shifted = eigenvalues.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += shift;
        }
        return shifted;
    }
}
