package dev.lanewise.structured.solve;

import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.givens.DoubleGivensRotation;
import java.util.Arrays;

/**
 * MINRES on one right side. The process of Lanczos makes vectors {@code v_k} with {@code v_j^T M v_k} 1 or 0, {@code z_k = M v_k}:
 *
 * <pre>    beta_(k+1) v_(k+1) = A z_k - alpha_k v_k - beta_k v_(k-1),    alpha_k = z_k^T A z_k,</pre>
 *
 * <p>so that {@code A Z_k = V_(k+1) T_k} with T tridiagonal. Rotations {@code Q_k} bring T to upper triangular form, three diagonals
 * wide; the directions {@code w_k} are the columns of {@code Z_k R^-1}. The residual is {@code phi_k V_(k+1) Q_k^T e_(k+1)}, and the
 * vector {@code q} beside its factor is rotated along, for its 2-norm.
 */
final class DoubleMinresProcess extends DoubleProcess {
    private static final int MAP = 0;

    private final int n;
    private final boolean isPreconditioned;
    private final double[] z;
    private final double[] q;
    private double[] before;
    private double[] v;
    private double[] w;
    private double[] wBefore;

    /** {@code beta_k} and {@code alpha_k}. */
    private double beta;

    private double alpha;

    /** The rotation of the last step, and what it left in the column of this one. */
    private double cosine;

    private double sine;
    private double carried;
    private double twoAbove;

    /** The factor of q in the residual. */
    private double phi;

    /** Whether no step has been made since the residual was seen anew. */
    private boolean isFresh;

    DoubleMinresProcess(Origin origin, boolean isPreconditioned) {
        super(origin, false);
        this.n = cols;
        this.isPreconditioned = isPreconditioned;
        Store store = origin.store();
        this.before = store.take(n);
        this.v = store.take(n);
        this.w = store.take(n);
        this.wBefore = store.take(n);
        this.q = store.take(n);
        this.z = isPreconditioned ? store.take(n) : null;
    }

    private double[] z() {
        return isPreconditioned ? z : v;
    }

    @Override
    double[] input(int step) {
        if (step == MAP) {
            return isLooking ? start() : z();
        }
        return before;
    }

    @Override
    void output(int step, double[] y, int at) {
        if (step == MAP) {
            if (isLooking) {
                look(y, at);
            } else {
                expand(y, at);
            }
            if (!isPreconditioned && !isDone()) {
                next(before, 0, DoubleVectors.norm(before, n));
            }
        } else {
            double square = finite("r^T M r", DoubleVectors.dot(before, 0, y, at, n));
            boolean isZero = square == 0 && DoubleVectors.largest(before, 0, n) == 0;
            if (square < 0 || square == 0 && !isZero) {
                throw progress.indefinite(true, square);
            }
            next(y, at, SquareRoot.of(square));
        }
    }

    private void look(double[] ax, int at) {
        double norm = residual(ax, at, before);
        if (progress.begins(norm, DoubleVectors.norm(x, n), -1)) {
            ends();
        }
    }

    /** The next vector of Lanczos, not yet of length 1, in place of the one before. */
    private void expand(double[] az, int at) {
        if (progress.wantsNorm()) {
            double length = isPreconditioned ? DoubleVectors.norm(z, n) : 1;
            progress.saw(DoubleVectors.norm(az, at, n), length);
        }
        for (int i = 0; i < n; i++) {
            before[i] = az[at + i] - beta * before[i];
        }
        alpha = finite("z^T A z", DoubleVectors.dot(before, z(), n));
        DoubleVectors.add(-alpha, v, before, n);
    }

    /** Goes on with {@code M} times the vector that came last, and its length. */
    private void next(double[] image, int at, double length) {
        finite("the length of a vector of Lanczos", length);
        if (isLooking) {
            begin(image, at, length);
        } else {
            advance(image, at, length);
        }
    }

    private void begin(double[] image, int at, double length) {
        isLooking = false;
        isFresh = true;
        phi = length;
        beta = 0;
        cosine = 1;
        sine = 0;
        carried = 0;
        twoAbove = 0;
        Arrays.fill(w, 0, n, 0);
        Arrays.fill(wBefore, 0, n, 0);
        shift(image, at, length);
        System.arraycopy(v, 0, q, 0, n);
        Arrays.fill(before, 0, n, 0);
    }

    /** Makes the vector that came last the one that is mapped next; one of length 0 stays. */
    private void shift(double[] image, int at, double length) {
        double[] latest = before;
        before = v;
        v = latest;
        if (isPreconditioned) {
            DoubleVectors.divide(image, at, length == 0 ? 1 : length, z, n);
        }
        DoubleVectors.divide(v, 0, length == 0 ? 1 : length, v, n);
    }

    private void advance(double[] image, int at, double length) {
        progress.sawProduct(DoubleVectors.length(DoubleVectors.length(beta, alpha), length));
        double above = cosine * carried + sine * alpha, diagonal = cosine * alpha - sine * carried;
        double further = sine * length;
        double left = cosine * length;
        if (progress.isLeastSquares(DoubleVectors.length(diagonal, left), 1)) {
            // That is ||A r|| / ||r|| of the residual before this step: if it was seen, it is enough, and else it will
            // be.
            if (isFresh) {
                progress.isLeastSquares();
                ends();
            } else {
                progress.looksAgain();
                isLooking = true;
            }
            return;
        }
        DoubleGivensRotation rotation = DoubleGivensRotation.of(diagonal, length);
        // The next direction needs two before it; of these the older one gives its place.
        double[] direction = wBefore;
        double[] lanczos = z();
        for (int i = 0; i < n; i++) {
            direction[i] = (lanczos[i] - twoAbove * wBefore[i] - above * w[i]) / rotation.r();
        }
        wBefore = w;
        w = direction;
        DoubleVectors.add(rotation.c() * phi, w, x, n);
        phi *= -rotation.s();
        twoAbove = further;
        carried = left;
        cosine = rotation.c();
        sine = rotation.s();
        beta = length;
        isFresh = false;
        shift(image, at, length);
        for (int i = 0; i < n; i++) {
            q[i] = cosine * v[i] - sine * q[i];
        }
        double norm = Math.abs(phi) * DoubleVectors.norm(q, n);
        isLooking = progress.ends(norm, DoubleVectors.norm(x, n), -1) || length == 0;
    }
}
