package dev.lanewise.structured.layers;

import java.util.List;
import java.util.Objects;

/**
 * A matrix as a product of factors of given sparsities,
 *
 * <pre>    A ~ lambda S_1 S_2 ... S_J,    min ||A - lambda S_1 ... S_J||_F,    S_j sparse, ||S_j||_F = 1,</pre>
 *
 * <p>by alternating proximal gradient steps. A sweep updates each factor in turn: with {@code L} the product of the factors at its left and
 * {@code R} of those at its right,
 *
 * <pre>    S = P(S - lambda L^T (lambda L S R - A) R^T / c),    c = 1.001 lambda^2 ||L||_2^2 ||R||_2^2,</pre>
 *
 * <p>{@code P} of {@link DoubleProjection}; the norms are bounded from above, so that {@code c} is no less than the Lipschitz constant of the
 * gradient. After a sweep {@code lambda} is the best one, {@code <A, Q> / <Q, Q>} of the product {@code Q}. The error never grows, but for rounding,
 * if every {@code P} gives the nearest matrix: if none is {@link Sparsity#perRowAndColumn}. What is found is a
 * stationary point at best, and depends on where it begins: the factor that is updated first is zero, the others are
 * identities, {@code lambda} is 1 for a matrix whose largest magnitude is brought to 1 to 2 by a power of two.
 *
 * <p>Multiples of a matrix by powers of two have the same factors, to the last bit, unless numbers leave the range. Factors of norm 1 have small
 * entries; with {@code J} factors of {@code s} entries, those of products are as small as {@code s^(-J / 2)}, which must be in the range, its square too.
 *
 * <p>A sweep costs some ten products of dense matrices for each factor.
 *
 * <p>Sources: L. Le Magoarou and R. Gribonval, Flexible multilayer sparse approximations of matrices and applications, IEEE J. Sel.
 * Topics Signal Process. 10(4), 2016, pp. 688-700, algorithm 2 (palm4MSA); J. Bolte, S. Sabach and M. Teboulle, Proximal alternating
 * linearized minimization for nonconvex and nonsmooth problems, Math. Program. 146, 2014, pp. 459-494, for its descent.
 */
public final class DoubleProximalFactorization {
    private final List<Sparsity> sparsities;
    private final SweepOptions options;

    private DoubleProximalFactorization(List<Sparsity> sparsities, SweepOptions options) {
        this.sparsities = sparsities;
        this.options = options;
    }

    /**
     * The method for factors of these sparsities.
     *
     * @param sparsities of the factors, at least one, in the order in which the product is written
     * @param options when it stops, and where sweeps begin
     * @return the method
     * @throws IllegalArgumentException if there are none, or a factor has not as many columns as the next has rows
     */
    public static DoubleProximalFactorization of(List<Sparsity> sparsities, SweepOptions options) {
        Objects.requireNonNull(options, "options");
        if (Objects.requireNonNull(sparsities, "sparsities").isEmpty()) {
            throw new IllegalArgumentException("sparsities: got none, wanted one or more");
        }
        for (int j = 0; j < sparsities.size(); j++) {
            Sparsity next = Objects.requireNonNull(sparsities.get(j), "sparsity " + j);
            if (j > 0 && sparsities.get(j - 1).cols() != next.rows()) {
                throw new IllegalArgumentException("factors " + (j - 1) + " and " + j + ": got "
                        + sparsities.get(j - 1) + ", and " + next
                        + "; wanted as many columns on the left as rows on the right");
            }
        }
        return new DoubleProximalFactorization(List.copyOf(sparsities), options);
    }

    /**
     * Factors a matrix.
     *
     * @param a the matrix, row after row, finite, not zero
     * @return the factors
     * @throws IllegalArgumentException if it has not as many entries as the product, or one is not finite, or all are zero
     * @throws ArithmeticException if {@code lambda} overflows
     */
    public DoubleLayers factorize(double[] a) {
        DoubleTable matrix =
                checked(a, sparsities.getFirst().rows(), sparsities.getLast().cols());
        DoubleTable[] start = DoubleSweeper.start(sparsities, options.fromLeft());
        DoubleSweeper sweeper = new DoubleSweeper(matrix, sparsities, start, null, 1, options.fromLeft());
        sweeper.unit();
        return run(sweeper);
    }

    /**
     * Goes on with factors that are known, or near: they are projected first.
     *
     * @param a the matrix, row after row, finite, not zero
     * @param start the factors to begin with, of the shapes of the sparsities
     * @return the factors
     * @throws IllegalArgumentException as {@link #factorize}, or if there are not as many factors, or their shapes are others
     * @throws ArithmeticException if {@code lambda} overflows
     */
    public DoubleLayers improve(double[] a, DoubleLayers start) {
        Objects.requireNonNull(start, "start");
        DoubleTable matrix =
                checked(a, sparsities.getFirst().rows(), sparsities.getLast().cols());
        DoubleTable[] factors = projected(start, sparsities);
        DoubleSweeper sweeper = new DoubleSweeper(matrix, sparsities, factors, null, start.scale(), options.fromLeft());
        sweeper.rescale();
        return run(sweeper);
    }

    private DoubleLayers run(DoubleSweeper sweeper) {
        SweepReport report = sweeper.run(new Sweeps("factors", 0, options, Math.ulp((double) 1)));
        return new DoubleLayers(sweeper.scale(), sweeper.error(), sweeper.factors(), List.of(report));
    }

    /** The factors that there are, made as sparse as is wanted. */
    static DoubleTable[] projected(DoubleLayers start, List<Sparsity> sparsities) {
        if (start.factors().size() != sparsities.size()) {
            throw new IllegalArgumentException(
                    "start: got " + start.factors().size() + " factors, wanted " + sparsities.size());
        }
        DoubleTable[] factors = new DoubleTable[sparsities.size()];
        for (int j = 0; j < factors.length; j++) {
            factors[j] = DoubleTable.of(start.factors().get(j));
            Sparsity wanted = sparsities.get(j);
            if (factors[j].rows != wanted.rows() || factors[j].cols != wanted.cols()) {
                throw new IllegalArgumentException("start, factor " + j + ": got " + factors[j].rows + " x "
                        + factors[j].cols + ", wanted " + wanted.rows() + " x " + wanted.cols());
            }
            DoubleProjection.project(wanted, factors[j]);
        }
        return factors;
    }

    /** A matrix that has been checked. */
    static DoubleTable checked(double[] a, int rows, int cols) {
        DoubleTable.check("a", a, rows, cols);
        if (DoubleTable.largest(a) == 0) {
            throw new IllegalArgumentException("a: got zeros, wanted a matrix that is not zero");
        }
        return new DoubleTable(rows, cols, a);
    }
}
