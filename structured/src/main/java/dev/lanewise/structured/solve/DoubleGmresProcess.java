package dev.lanewise.structured.solve;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.givens.DoubleGivensRotation;

/**
 * GMRES on one right side. Arnoldi's process makes an orthonormal basis,
 *
 * <pre>    h_(k+1,k) v_(k+1) = A z_k - sum over i of h_ik v_i,    z_k = M v_k,</pre>
 *
 * <p>and rotations bring the matrix of the numbers {@code h} to upper triangular form {@code R}. The solution is what there was at the
 * beginning of the cycle and {@code Z_k y}, {@code R y = g}, where {@code g} is the rotated first column of the identity times the first
 * residual; the last element of g is the residual that is left.
 */
final class DoubleGmresProcess extends DoubleProcess {
    private static final int MAP = 0;

    /** A vector that keeps less of its square is made orthogonal again. */
    private static final double KEPT = 0.5;

    /** Ulps, for each column, that rounding may leave of a diagonal element that should be zero. */
    private static final int SINGULAR = 16;

    private final int n;
    private final int most;
    private final boolean isPreconditioned;
    private final DoubleFlexiblePreconditioner flexible;
    private final Store store;
    private final double[][] basis;
    private final double[][] directions;

    /** The columns of R one after the other, each as long as it is. */
    private final double[] triangle;

    private final double[] cosines;
    private final double[] sines;
    private final double[] g;
    private final double[] y;

    /** {@code v_i^T x} of the basis and the solution at the beginning of the cycle, whose norm is beside. */
    private final double[] shares;

    private double startNorm;
    private int k;

    DoubleGmresProcess(Origin origin, boolean isPreconditioned, DoubleFlexiblePreconditioner flexible) {
        super(origin, false);
        this.n = cols;
        this.isPreconditioned = isPreconditioned;
        this.flexible = flexible;
        this.store = origin.store();
        this.most = origin.call().restart(n);
        this.basis = vectors(most + 1);
        this.directions = isPreconditioned ? vectors(most) : basis;
        if (most * (most + 1L) > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "restart: got " + most + ", wanted a number whose triangle fits an array");
        }
        this.triangle = store.take(most * (most + 1) / 2);
        this.cosines = store.take(most);
        this.sines = store.take(most);
        this.g = store.take(most + 1);
        this.y = store.take(most);
        this.shares = store.take(most);
    }

    private double[][] vectors(int count) {
        double[][] vectors = new double[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = store.take(n);
        }
        return vectors;
    }

    @Override
    double[] input(int step) {
        if (step != MAP) {
            return isLooking ? null : basis[k];
        }
        if (isLooking) {
            return start();
        }
        return directions[k];
    }

    @Override
    void output(int step, double[] image, int at) {
        if (step != MAP) {
            if (image != null) {
                System.arraycopy(image, at, directions[k], 0, n);
            }
            return;
        }
        if (isLooking) {
            look(image, at);
        } else {
            advance(image, at);
        }
        if (flexible != null && !isLooking && !isDone()) {
            flexible.apply(
                    progress.rightSide(), progress.iteration(), basis[k], 0, directions[k], 0, store.workspace());
        }
    }

    private void look(double[] ax, int at) {
        double norm = residual(ax, at, basis[0]);
        startNorm = DoubleVectors.norm(x, n);
        if (progress.begins(norm, startNorm, -1)) {
            ends();
            return;
        }
        DoubleVectors.divide(basis[0], 0, norm, basis[0], n);
        g[0] = norm;
        k = 0;
        isLooking = false;
    }

    private void advance(double[] az, int at) {
        double[] next = basis[k + 1];
        System.arraycopy(az, at, next, 0, n);
        double before = finite("a norm of A z", DoubleVectors.norm(next, n));
        if (progress.wantsNorm()) {
            progress.saw(before, isPreconditioned ? DoubleVectors.norm(directions[k], n) : 1);
        }
        if (!isPreconditioned) {
            shares[k] = DoubleVectors.dot(basis[k], x, n);
        }
        int column = k * (k + 1) / 2;
        double length = orthogonalize(next, before, column);
        for (int i = 0; i < k; i++) {
            double upper = triangle[column + i], lower = triangle[column + i + 1];
            triangle[column + i] = cosines[i] * upper + sines[i] * lower;
            triangle[column + i + 1] = cosines[i] * lower - sines[i] * upper;
        }
        DoubleGivensRotation rotation = DoubleGivensRotation.of(triangle[column + k], length);
        boolean isSingular = length == 0 && Math.abs(rotation.r()) <= SINGULAR * (k + 1) * Math.ulp(before);
        if (isSingular) {
            progress.breaks(); // this column has nothing to give
        } else {
            triangle[column + k] = rotation.r();
            cosines[k] = rotation.c();
            sines[k] = rotation.s();
            g[k + 1] = -rotation.s() * g[k];
            g[k] *= rotation.c();
            k++;
            if (length > 0) {
                DoubleVectors.divide(next, 0, length, next, n);
            }
        }
        solve();
        boolean isOver = progress.ends(Math.abs(g[k]), solutionNorm(), -1);
        if (isOver || isSingular || length == 0 || k == most) {
            combine(x);
            isLooking = true;
        }
    }

    /**
     * Takes the part in the basis away, a second time if it was most of the vector; gives the length of what is left. What loses
     * most of itself twice is rounding, and the space ends here: its length is 0.
     */
    private double orthogonalize(double[] next, double before, int column) {
        for (int i = 0; i <= k; i++) {
            triangle[column + i] = 0;
        }
        double length = before;
        for (int turn = 0; turn < 2; turn++) {
            double last = length;
            for (int i = 0; i <= k; i++) {
                double share = DoubleVectors.dot(basis[i], next, n);
                triangle[column + i] += share;
                DoubleVectors.add(-share, basis[i], next, n);
            }
            length = finite("a norm of the basis", DoubleVectors.norm(next, n));
            double kept = last == 0 ? 1 : length / last;
            if (kept * kept >= KEPT) {
                return length;
            }
        }
        return 0;
    }

    /** {@code R y = g}. */
    private void solve() {
        for (int i = k - 1; i >= 0; i--) {
            double sum = g[i];
            for (int j = i + 1; j < k; j++) {
                sum -= triangle[j * (j + 1) / 2 + i] * y[j];
            }
            y[i] = sum / triangle[i * (i + 1) / 2 + i];
        }
    }

    private void combine(double[] sum) {
        for (int i = 0; i < k; i++) {
            DoubleVectors.add(y[i], directions[i], sum, n);
        }
    }

    /** {@code ||x + Z y||}: where Z is the basis, by the inner products of that with x. */
    private double solutionNorm() {
        if (isPreconditioned) {
            double[] sum = store.workspace().takeDoubles(n);
            try {
                System.arraycopy(x, 0, sum, 0, n);
                combine(sum);
                return DoubleVectors.norm(sum, n);
            } finally {
                store.workspace().releaseDoubles();
            }
        }
        double change = DoubleVectors.norm(y, k), size = Math.max(startNorm, change);
        if (size == 0 || !Double.isFinite(size)) {
            return size;
        }
        double first = startNorm / size, second = change / size, mixed = 0;
        for (int i = 0; i < k; i++) {
            mixed += shares[i] / size * (y[i] / size);
        }
        return size * SquareRoot.of(Math.max(0, first * first + second * second + 2 * mixed));
    }
}
