package dev.lanewise.structured.solve;

import dev.lanewise.engine.givens.DoubleGivensRotation;
import java.util.Arrays;

/**
 * LSMR on one right side. The process of Golub and Kahan makes vectors of length 1 each,
 *
 * <pre>    beta_(k+1) u_(k+1) = A P v_k - alpha_k u_k,    alpha_(k+1) v_(k+1) = P^T A^T u_(k+1) - beta_(k+1) v_k,</pre>
 *
 * <p>and two rotations a step bring the bidiagonal matrix of the numbers to the form that gives the directions. Names with a bar or
 * a tilde in the paper have it spelled out here.
 */
final class DoubleLsmrProcess extends DoubleProcess {
    private static final int FORTH = 0;
    private static final int BACK = 1;
    private static final int PRECONDITIONED_BACK = 2;

    private final boolean isPreconditioned;
    private final double[] u;
    private final double[] v;

    /** {@code A^T u}, and {@code P v}; null without a preconditioner. */
    private final double[] w;

    private final double[] pv;
    private final double[] h;
    private final double[] hBar;
    private double alpha;
    private double beta;
    private double lookedAt;

    /** The factor of the direction before in the next one. */
    private double hFactor;

    private double alphaBar;
    private double zetaBar;
    private double zeta;
    private double rho;
    private double rhoBar;
    private double cosineBar;
    private double sineBar;

    // What follows is for the norm of the residual alone.
    private double betaDoubleDot;
    private double betaDot;
    private double rhoDot;
    private double tauTilde;
    private double thetaTilde;

    DoubleLsmrProcess(Origin origin, boolean isPreconditioned) {
        super(origin, true);
        this.isPreconditioned = isPreconditioned;
        Store store = origin.store();
        this.u = store.take(rows);
        this.v = store.take(cols);
        this.h = store.take(cols);
        this.hBar = store.take(cols);
        this.w = isPreconditioned ? store.take(cols) : null;
        this.pv = isPreconditioned ? store.take(cols) : null;
    }

    @Override
    double[] input(int step) {
        return switch (step) {
            case FORTH -> isLooking ? start() : isPreconditioned ? pv : v;
            case BACK -> u;
            case PRECONDITIONED_BACK -> w;
            default -> isLooking ? null : v;
        };
    }

    @Override
    void output(int step, double[] y, int at) {
        switch (step) {
            case FORTH -> forth(y, at);
            case BACK -> {
                if (progress.wantsNorm() && beta > 0) {
                    progress.saw(DoubleVectors.norm(y, at, cols), 1);
                }
                if (isPreconditioned) {
                    System.arraycopy(y, at, w, 0, cols);
                } else {
                    back(y, at);
                }
            }
            case PRECONDITIONED_BACK -> back(y, at);
            default -> {
                if (y != null) {
                    System.arraycopy(y, at, pv, 0, cols);
                }
            }
        }
    }

    private void forth(double[] y, int at) {
        if (isLooking) {
            beta = residual(y, at, u);
            lookedAt = finite("the norm of the residual", beta);
        } else {
            double[] mapped = isPreconditioned ? pv : v;
            if (progress.wantsNorm()) {
                double length = isPreconditioned ? DoubleVectors.norm(pv, cols) : 1;
                progress.saw(DoubleVectors.norm(y, at, rows), length);
            }
            if (hFactor == 0) {
                System.arraycopy(mapped, 0, h, 0, cols);
            } else {
                DoubleVectors.addTo(mapped, 0, hFactor, h, cols);
            }
            DoubleVectors.addTo(y, at, -alpha, u, rows);
            beta = finite("a norm of A v", DoubleVectors.norm(u, rows));
        }
        if (beta > 0) {
            DoubleVectors.divide(u, 0, beta, u, rows);
        }
    }

    private void back(double[] y, int at) {
        double size = finite("a norm of A^T u", DoubleVectors.norm(y, at, cols));
        progress.sawProduct(size);
        if (isLooking) {
            if (progress.begins(lookedAt, DoubleVectors.norm(x, cols), size * lookedAt)) {
                ends();
                return;
            }
            alpha = size;
            DoubleVectors.divide(y, at, alpha, v, cols);
            begin();
            return;
        }
        DoubleVectors.addTo(y, at, -beta, v, cols);
        alpha = finite("a norm of A^T u", DoubleVectors.norm(v, cols));
        if (alpha > 0) {
            DoubleVectors.divide(v, 0, alpha, v, cols);
        }
        advance();
    }

    private void begin() {
        isLooking = false;
        hFactor = 0;
        alphaBar = alpha;
        zetaBar = alpha * beta;
        zeta = 0;
        rho = 1;
        rhoBar = 1;
        cosineBar = 1;
        sineBar = 0;
        Arrays.fill(hBar, 0, cols, 0);
        betaDoubleDot = beta;
        betaDot = 0;
        rhoDot = 1;
        tauTilde = 0;
        thetaTilde = 0;
    }

    private void advance() {
        double rhoBefore = rho, rhoBarBefore = rhoBar, zetaBefore = zeta;
        DoubleGivensRotation first = DoubleGivensRotation.of(alphaBar, beta);
        rho = first.r();
        double theta = first.s() * alpha;
        alphaBar = first.c() * alpha;
        double thetaBar = sineBar * rho;
        DoubleGivensRotation second = DoubleGivensRotation.of(cosineBar * rho, theta);
        rhoBar = second.r();
        cosineBar = second.c();
        sineBar = second.s();
        zeta = cosineBar * zetaBar;
        zetaBar = -sineBar * zetaBar;

        DoubleVectors.addTo(h, 0, -(thetaBar / rhoBefore) * (rho / rhoBarBefore), hBar, cols);
        DoubleVectors.add(finite("the step", zeta / rho / rhoBar), hBar, x, cols);
        hFactor = finite("the factor of a direction", -theta / rho);

        double betaHat = first.c() * betaDoubleDot;
        betaDoubleDot = -first.s() * betaDoubleDot;
        double thetaTildeBefore = thetaTilde;
        DoubleGivensRotation third = DoubleGivensRotation.of(rhoDot, thetaBar);
        thetaTilde = third.s() * rhoBar;
        rhoDot = third.c() * rhoBar;
        betaDot = -third.s() * betaDot + third.c() * betaHat;
        tauTilde = (zetaBefore - thetaTildeBefore * tauTilde) / third.r();
        double tau = (zeta - thetaTilde * tauTilde) / rhoDot;
        double norm = DoubleVectors.length(betaDot - tau, betaDoubleDot);
        isLooking = progress.ends(norm, DoubleVectors.norm(x, cols), Math.abs(zetaBar));
    }
}
