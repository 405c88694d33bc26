package dev.lanewise.structured.kronecker;

import dev.lanewise.structured.DoubleKroneckerSum;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.solve.DoubleGmres;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.SolverOptions;
import java.util.List;
import java.util.Objects;

/**
 * Sylvester's equation,
 *
 * <pre>    A X + X B = C,    A of m x m, B of n x n, X and C of m x n.</pre>
 *
 * <p>Row after row, X solves the system of the Kronecker sum {@code A (+) B^T}. It has one solution for every C if and only if
 * no eigenvalue of A is that of B with the other sign.
 *
 * <p>With A and B symmetric it is solved through their eigenvectors, {@code x'_ij = c'_ij / (a_i + b_j)}, at {@code 4 m n (m + n)}
 * operations for each C: see {@link DoubleKroneckerEigen} for the rounding. Any others are left to GMRES, {@link #iterate}: there is
 * no Schur factorisation here, on which direct methods are built (R. H. Bartels and G. W. Stewart, Comm. ACM 15(9), 1972, pp. 820-826). It
 * takes few iterations where the sums of eigenvalues are near each other and away from zero, and many, or all too many,
 * where not.
 */
public final class DoubleSylvester {
    private final int m;
    private final int n;
    private final DoubleLinearMap inverse;

    private DoubleSylvester(int m, int n, DoubleLinearMap inverse) {
        this.m = m;
        this.n = n;
        this.inverse = inverse;
    }

    /**
     * The equation of symmetric maps.
     *
     * @param a the map {@code A}
     * @param b the map {@code B}
     * @return what solves it
     * @throws IllegalArgumentException if one is not symmetric, or the whole is too large
     * @throws dev.lanewise.engine.SingularMatrixException if a sum of eigenvalues is 0
     */
    public static DoubleSylvester ofSymmetric(DoubleLinearMap a, DoubleLinearMap b) {
        Objects.requireNonNull(a, "a");
        Objects.requireNonNull(b, "b");
        DoubleKroneckerEigen eigen = DoubleKroneckerEigen.ofSum(List.of(a, b));
        return new DoubleSylvester(a.rows(), b.rows(), eigen.shiftedInverse(0));
    }

    /**
     * Solves.
     *
     * @param c the matrix {@code C}, row after row, finite
     * @return the matrix {@code X}, row after row
     * @throws IllegalArgumentException if it has another length, or is not finite
     */
    public double[] solve(double[] c) {
        DoubleFactors.checkVector("c", c, m * n);
        return inverse.apply(c);
    }

    /**
     * The map from {@code C} to {@code X}, both row after row.
     *
     * @return the inverse of the Kronecker sum
     */
    public DoubleLinearMap map() {
        return inverse;
    }

    /**
     * Solves the equation of any square maps by GMRES on the Kronecker sum {@code A (+) B^T}.
     *
     * @param a the map {@code A}
     * @param b the map {@code B}
     * @param c the matrix {@code C}, row after row, finite
     * @param options when it stops
     * @return the matrix {@code X}, row after row, and how it came about
     * @throws IllegalArgumentException if a map is not square, {@code C} has another length or is not finite, or the whole is too large
     * @throws dev.lanewise.structured.solve.NotConvergedException if it does not converge
     */
    public static DoubleSolution iterate(DoubleLinearMap a, DoubleLinearMap b, double[] c, SolverOptions options) {
        Objects.requireNonNull(a, "a");
        Objects.requireNonNull(b, "b");
        Objects.requireNonNull(c, "c");
        Objects.requireNonNull(options, "options");
        return DoubleGmres.of(DoubleKroneckerSum.of(List.of(a, b.transposed())), options)
                .solve(c);
    }
}
