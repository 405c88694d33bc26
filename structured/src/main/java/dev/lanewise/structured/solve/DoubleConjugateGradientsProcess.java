package dev.lanewise.structured.solve;

/**
 * Conjugate gradients on one right side. A cycle maps the direction {@code p}, and then preconditions the residual {@code r}:
 *
 * <pre>    q = A p,  a = r^T z / p^T q,  x = x + a p,  r = r - a q,  z = M r,  p = z + (r^T z / before) p</pre>
 */
final class DoubleConjugateGradientsProcess extends DoubleProcess {
    private static final int MAP = 0;

    private final int n;
    private final boolean isPreconditioned;
    private final double[] r;
    private final double[] p;

    /** {@code r^T z}; 0 before the first direction. */
    private double rz;

    DoubleConjugateGradientsProcess(Origin origin, boolean isPreconditioned) {
        super(origin, false);
        this.n = cols;
        this.isPreconditioned = isPreconditioned;
        this.r = origin.store().take(n);
        this.p = origin.store().take(n);
    }

    @Override
    double[] input(int step) {
        if (step == MAP) {
            return isLooking ? start() : p;
        }
        return isLooking ? null : r;
    }

    @Override
    void output(int step, double[] y, int at) {
        if (step == MAP) {
            if (isLooking) {
                look(y, at);
            } else {
                advance(y, at);
            }
            if (!isPreconditioned && !isDone() && !isLooking) {
                direct(r, 0);
            }
        } else if (!isLooking) {
            direct(y, at);
        }
    }

    private void look(double[] ax, int at) {
        double norm = residual(ax, at, r);
        if (progress.begins(norm, DoubleVectors.norm(x, n), -1)) {
            ends();
        }
        isLooking = false;
        rz = 0;
    }

    private void advance(double[] q, int at) {
        double pq = finite("p^T A p", DoubleVectors.dot(p, 0, q, at, n));
        if (pq <= 0) {
            throw progress.indefinite(false, pq);
        }
        if (progress.wantsNorm()) {
            progress.saw(DoubleVectors.norm(q, at, n), DoubleVectors.norm(p, n));
        }
        double a = finite("the step", rz / pq);
        for (int i = 0; i < n; i++) {
            x[i] += a * p[i];
            r[i] -= a * q[at + i];
        }
        isLooking = progress.ends(DoubleVectors.norm(r, n), DoubleVectors.norm(x, n), -1);
    }

    private void direct(double[] z, int at) {
        double before = rz;
        rz = finite("r^T M r", DoubleVectors.dot(r, 0, z, at, n));
        if (rz <= 0) {
            throw progress.indefinite(true, rz);
        }
        if (before == 0) {
            System.arraycopy(z, at, p, 0, n);
        } else {
            DoubleVectors.addTo(z, at, rz / before, p, n);
        }
    }
}
