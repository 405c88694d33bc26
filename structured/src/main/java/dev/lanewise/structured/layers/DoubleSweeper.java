package dev.lanewise.structured.layers;

import dev.lanewise.engine.Workspace;
import java.util.List;

/**
 * Factors at work: the sweeps of {@link DoubleProximalFactorization}. Null for a product is an identity.
 *
 * <p>The matrix is a multiple by a power of two of that of the caller: its largest magnitude is at least 1 and less than 2.
 */
final class DoubleSweeper {
    /** How much shorter than the bound of the step that descends a step is (section III-C3 of the paper). */
    private static final double SAFETY = 1.001;

    private final DoubleTable a;
    private final int exponent;
    private final double norm;
    private final Sparsity[] sparsities;
    private final DoubleTable[] factors;

    /** A matrix that stands at the right of the factors as it is; null for none. */
    private final DoubleTable right;

    private final boolean fromLeft;
    private final Workspace workspace = new Workspace();
    private double scale;
    private double error;

    /** Takes a copy of the matrix, and the factors themselves. */
    DoubleSweeper(
            DoubleTable matrix,
            List<Sparsity> sparsities,
            DoubleTable[] factors,
            DoubleTable right,
            double scale,
            boolean fromLeft) {
        a = matrix.copy();
        exponent = a.normalize();
        norm = a.norm();
        this.sparsities = sparsities.toArray(new Sparsity[0]);
        this.factors = factors;
        this.right = right;
        this.scale = Math.scalb(scale, -exponent);
        this.fromLeft = fromLeft;
    }

    /** The first factors as the paper has them: zero for the one that is updated first, identities for the others. */
    static DoubleTable[] start(List<Sparsity> sparsities, boolean fromLeft) {
        DoubleTable[] factors = new DoubleTable[sparsities.size()];
        int zero = fromLeft ? 0 : factors.length - 1;
        for (int j = 0; j < factors.length; j++) {
            int rows = sparsities.get(j).rows(), cols = sparsities.get(j).cols();
            factors[j] = j == zero ? new DoubleTable(rows, cols) : DoubleTable.identity(rows, cols);
        }
        return factors;
    }

    /** Sweeps until the rules of the options say that it is enough. */
    SweepReport run(Sweeps sweeps) {
        do {
            sweep();
            rescale();
        } while (!sweeps.ends(error));
        return sweeps.report();
    }

    /** Updates each factor once. */
    private void sweep() {
        int count = factors.length;
        DoubleTable[] fixed = new DoubleTable[count + 1];
        if (fromLeft) {
            fixed[count] = right;
            for (int j = count - 1; j > 0; j--) {
                fixed[j] = DoubleTable.times(factors[j], fixed[j + 1], workspace);
            }
            DoubleTable left = null;
            for (int j = 0; j < count; j++) {
                update(j, left, fixed[j + 1]);
                left = DoubleTable.times(left, factors[j], workspace);
            }
        } else {
            for (int j = 0; j < count - 1; j++) {
                fixed[j + 1] = DoubleTable.times(fixed[j], factors[j], workspace);
            }
            DoubleTable rest = right;
            for (int j = count - 1; j >= 0; j--) {
                update(j, fixed[j], rest);
                rest = DoubleTable.times(factors[j], rest, workspace);
            }
        }
    }

    /** {@code S = P(S - G / c)}, with the gradient {@code G = lambda L^T (lambda L S R - A) R^T}. */
    private void update(int j, DoubleTable left, DoubleTable rest) {
        double lipschitz = DoubleSpectralBound.square(left, workspace) * DoubleSpectralBound.square(rest, workspace);
        double step = 1 / (SAFETY * scale * lipschitz);
        if (scale == 0 || lipschitz == 0 || !Double.isFinite(step)) {
            return;
        }
        DoubleTable factor = factors[j];
        DoubleTable gradient =
                difference(DoubleTable.times(DoubleTable.times(left, factor, workspace), rest, workspace));
        if (left != null) {
            gradient = DoubleTable.product(left, true, gradient, false, workspace);
        }
        if (rest != null) {
            gradient = DoubleTable.product(gradient, false, rest, true, workspace);
        }
        for (int i = 0; i < factor.entries.length; i++) {
            factor.entries[i] -= step * gradient.entries[i];
        }
        DoubleProjection.project(sparsities[j], factor);
    }

    /** {@code lambda Q - A}. */
    private DoubleTable difference(DoubleTable q) {
        DoubleTable difference = new DoubleTable(a.rows, a.cols);
        for (int i = 0; i < a.entries.length; i++) {
            difference.entries[i] = scale * q.entries[i] - a.entries[i];
        }
        return difference;
    }

    /** Makes {@code lambda} the best one, {@code <A, Q> / <Q, Q>}, and takes the error with it. */
    void rescale() {
        DoubleTable q = right;
        for (int j = factors.length - 1; j >= 0; j--) {
            q = DoubleTable.times(factors[j], q, workspace);
        }
        double squares = DoubleTable.dot(q.entries, q.entries);
        scale = squares == 0 ? 0 : DoubleTable.dot(a.entries, q.entries) / squares;
        // What rounding has left of the residual along Q, so that the error of exact factors is not that of lambda.
        scale -= squares == 0 ? 0 : DoubleTable.dot(difference(q).entries, q.entries) / squares;
        error = difference(q).norm() / norm;
    }

    /** Lets {@code lambda} be 1 beside the matrix as it is scaled: the start of the paper. */
    void unit() {
        scale = 1;
    }

    /** {@code lambda}, of the matrix that the caller gave. */
    double scale() {
        return Math.scalb(scale, exponent);
    }

    /** The relative error. */
    double error() {
        return error;
    }

    DoubleTable[] factors() {
        return factors;
    }
}
