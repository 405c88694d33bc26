package dev.lanewise.structured.kronecker;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.engine.cholesky.DoubleCholesky;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleTriangularMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The Cholesky factor of a Kronecker product of symmetric positive definite maps,
 *
 * <pre>    A_1 x A_2 x ... x A_k = L L^T,    L = L_1 x L_2 x ... x L_k,    A_i = L_i L_i^T,</pre>
 *
 * <p>at the cost of those of the factors, {@code sum of n_i^3 / 3} operations. (The product of two negative definite maps is positive
 * definite as well, but has no such factors: it is refused.)
 *
 * <p>Rounding: {@code L_i L_i^T} is off from {@code A_i} by at most {@code g(n_i + 1) |L_i| |L_i|^T} (N. J. Higham, Accuracy and Stability
 * of Numerical Algorithms, 2nd ed., theorem 10.3), hence {@code L L^T} from the product by {@code (product of all (1 + g(n_i + 1)) - 1)
 * |L| |L|^T}.
 *
 * <p>Source: C. F. Van Loan, The ubiquitous Kronecker product, J. Comput. Appl. Math. 123, 2000, pp. 85-100, section 2.
 */
public final class DoubleKroneckerCholesky {
    private final DoubleLinearMap lower;

    private DoubleKroneckerCholesky(DoubleLinearMap lower) {
        this.lower = lower;
    }

    /**
     * Factorises.
     *
     * @param factors one at least, symmetric
     * @return the factorisation
     * @throws IllegalArgumentException if there are none, one is not symmetric, or the whole is too large
     * @throws NotPositiveDefiniteException if one is not positive definite; the message says which
     */
    public static DoubleKroneckerCholesky of(List<? extends DoubleLinearMap> factors) {
        List<DoubleLinearMap> all = DoubleFactors.checked(factors), lower = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int n = all.get(i).rows();
            double[] entries = DoubleFactors.symmetric(all.get(i), i), root = new double[n * n];
            DoubleCholesky cholesky = new DoubleCholesky(n);
            try {
                cholesky.factorize(entries, MatrixLayout.of(n, n), Triangle.LOWER);
            } catch (NotPositiveDefiniteException e) {
                throw new NotPositiveDefiniteException("factor " + i + " of " + all.size(), e);
            }
            cholesky.copyL(root, MatrixLayout.of(n, n));
            lower.add(DoubleTriangularMap.of(n, Triangle.LOWER, Diagonal.STORED, root));
        }
        return new DoubleKroneckerCholesky(DoubleKroneckerProduct.of(lower));
    }

    /**
     * The factor {@code L}: with Gaussian vectors z, the vectors {@code L z} have the product as their covariance.
     *
     * @return the Kronecker product of lower triangular maps
     */
    public DoubleLinearMap lower() {
        return lower;
    }

    /**
     * The inverse of the whole, {@code L^-T L^-1}, which solves with the factors.
     *
     * @return the map
     */
    public DoubleLinearMap inverse() {
        DoubleLinearMap inverse = lower.inverse();
        return inverse.transposed().times(inverse);
    }

    /**
     * The determinant of the whole, the square of that of {@code L}; its logarithm is {@link Determinant#logarithm}.
     *
     * @return the determinant
     */
    public Determinant determinant() {
        Determinant root = lower.determinant();
        return root.times(root);
    }
}
