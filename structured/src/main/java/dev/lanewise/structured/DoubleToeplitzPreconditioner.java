package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import java.util.List;
import java.util.Objects;

/**
 * Preconditioners of square Toeplitz systems: matrices {@code P} near {@code T} that fast transforms solve. Each method
 * gives the map of {@code P^-1}, at the cost of two transforms. Where the coefficients are those of a function that is
 * smooth and positive, the eigenvalues of {@code P^-1 T} cluster around 1, so that the number of iterations does not grow
 * with {@code n}.
 *
 * <p>Of a symmetric matrix {@code P} must be positive definite, as the methods that take it want it, and {@code P^-1} is
 * known to be {@link MapProperty#POSITIVE_DEFINITE}. An eigenvalue of {@code P} that is no larger than {@code n u} times
 * the largest counts as zero, {@code u} being the unit roundoff.
 *
 * <p>Overview: R. H. Chan and X.-Q. Jin, An Introduction to Iterative Toeplitz Solvers, SIAM, 2007.
 */
public final class DoubleToeplitzPreconditioner {
    private DoubleToeplitzPreconditioner() {}

    /**
     * Strang's circulant: the middle diagonals of {@code T}, wrapped around, {@code c_k = t_k} for {@code k < n/2} and {@code
     * t_(k-n)} for {@code k > n/2}; in the middle, where there is one, the mean of both.
     *
     * <p>Source: G. Strang, A proposal for Toeplitz matrix calculations, Stud. Appl. Math. 74, 1986, pp. 171-176.
     *
     * @param map the Toeplitz matrix, square
     * @return the map of the inverse of the circulant
     * @throws IllegalArgumentException if the matrix is not square
     * @throws NotPositiveDefiniteException if the matrix is symmetric and the circulant has an eigenvalue that is not
     *     positive; with the index of the first and its value
     * @throws SingularMatrixException if the circulant of any other matrix has an eigenvalue that is zero
     */
    public static DoubleLinearMap strang(DoubleToeplitzMap map) {
        int n = order(map);
        double[] column = new double[n];
        for (int k = 0; k < n; k++) {
            if (2 * k == n) {
                column[k] = map.coefficient(k) / 2 + map.coefficient(k - n) / 2;
            } else {
                column[k] = map.coefficient(2L * k < n ? k : k - n);
            }
        }
        return inverse(map, column);
    }

    /**
     * T. Chan's circulant, of all the nearest to {@code T} in the Frobenius norm: {@code c_k = ((n - k) t_k + k t_(k-n)) /
     * n}. It is positive definite if {@code T} is.
     *
     * <p>Source: T. F. Chan, An optimal circulant preconditioner for Toeplitz systems, SIAM J. Sci. Stat. Comput. 9, 1988,
     * pp. 766-771.
     *
     * @param map the Toeplitz matrix, square
     * @return the map of the inverse of the circulant
     * @throws IllegalArgumentException if the matrix is not square
     * @throws NotPositiveDefiniteException if the matrix is symmetric and the circulant has an eigenvalue that is not
     *     positive; with the index of the first and its value
     * @throws SingularMatrixException if the circulant of any other matrix has an eigenvalue that is zero
     */
    public static DoubleLinearMap tChan(DoubleToeplitzMap map) {
        int n = order(map);
        double[] column = new double[n];
        column[0] = map.coefficient(0);
        for (int k = 1; k < n; k++) {
            double weight = (double) k / n, rest = (double) (n - k) / n;
            column[k] = rest * map.coefficient(k) + weight * map.coefficient(k - n);
        }
        return inverse(map, column);
    }

    /**
     * The tau matrix of a symmetric {@code T}: {@code P = T - H} with the Hankel matrix {@code H} of {@code t_2, ...,
     * t_(n-1), 0, 0, 0, t_(n-1), ..., t_2}. It is {@code S D S} with the orthogonal sine transform {@code S} of type I and
     * the eigenvalues {@code d_j = t_0 + 2 sum over k of t_k cos(k (j + 1) pi / (n + 1))}. Matrices with three diagonals
     * are tau matrices themselves; also where the function has a zero of order two, the eigenvalues of {@code P^-1 T} stay
     * within bounds.
     *
     * <p>Sources: D. Bini and F. Di Benedetto, A new preconditioner for the parallel solution of positive definite Toeplitz
     * systems, Proc. 2nd ACM Symp. Parallel Algorithms and Architectures, 1990, pp. 220-223; S. Serra Capizzano,
     * Superlinear PCG methods for symmetric Toeplitz systems, Math. Comp. 68, 1999, pp. 793-803.
     *
     * @param map the Toeplitz matrix, symmetric
     * @return the map {@code S D^-1 S}
     * @throws IllegalArgumentException if the matrix is not symmetric
     * @throws NotPositiveDefiniteException if an eigenvalue is not positive; with the index of the first and its value
     */
    public static DoubleLinearMap tau(DoubleToeplitzMap map) {
        int n = order(map);
        if (!map.is(MapProperty.SYMMETRIC)) {
            throw new IllegalArgumentException(
                    "map: got " + map.name() + ", which is not symmetric; wanted a symmetric Toeplitz matrix");
        }
        double[] eigenvalues = new double[n + 2], diagonal = new double[n];
        System.arraycopy(map.column(), 0, eigenvalues, 0, n);
        Layout whole = Layout.contiguous(0);
        DoubleTrigonometricPlan.of(TrigonometricKind.DCT1, n + 2)
                .transform(eigenvalues, whole, eigenvalues, whole, new Workspace(), Parallelism.NONE);
        System.arraycopy(eigenvalues, 1, diagonal, 0, n);
        checkPositive(diagonal);
        DoubleLinearMap sines = DoubleTrigonometricMap.of(TrigonometricKind.DST1, n, Normalization.ORTHO);
        return DoubleProduct.of(List.of(sines, DoubleDiagonal.of(diagonal).inverse(), sines));
    }

    private static void checkPositive(double[] eigenvalues) {
        double largest = 0;
        for (double eigenvalue : eigenvalues) {
            largest = Math.max(largest, Math.abs(eigenvalue));
        }
        double zero = largest * (eigenvalues.length * Math.ulp((double) 1) / 2);
        for (int j = 0; j < eigenvalues.length; j++) {
            if (!(eigenvalues[j] > zero)) {
                throw NotPositiveDefiniteException.ofEigenvalue(j, eigenvalues[j]);
            }
        }
    }

    private static int order(DoubleToeplitzMap map) {
        if (Objects.requireNonNull(map, "map").rows() != map.cols()) {
            throw new IllegalArgumentException(
                    "map: got " + map.rows() + " x " + map.cols() + ", wanted a square matrix");
        }
        return map.rows();
    }

    private static DoubleLinearMap inverse(DoubleToeplitzMap map, double[] column) {
        return map.is(MapProperty.SYMMETRIC)
                ? DoubleCirculantMap.positiveDefinite(column).inverse()
                : DoubleCirculantMap.of(column).inverse();
    }
}
