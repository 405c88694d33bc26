package dev.lanewise.structured.solve;

import java.util.Arrays;

/**
 * Keeps the history of one right side, and decides when it is at its end. Norms come from either precision; here all is double.
 *
 * <p>A method goes in cycles. Each begins with the residual of what there is, computed anew ({@link #begins}); then come
 * iterations by recurrences ({@link #ends}) until these say that a rule holds. Only what a beginning says is final.
 */
final class SolverProgress {
    private static final int FIRST_CAPACITY = 32;

    /** A method that claims to be done, and is not, may try again if it came nearer by this factor. */
    private static final double WORTH_ANOTHER_CYCLE = 0.5;

    /** Ulps by which the residual of a restarted method may seem to decrease while it stands still. */
    private static final int STANDING_STILL = 16;

    /** Ulps of backward error that no residual has but by recurrence. */
    private static final double NEGLIGIBLE = 0.25;

    /** What all right sides of a call share. */
    static final class Call {
        private final String method;
        private final SolverOptions options;
        private final int mostIterations;
        private final double ulp;
        private boolean isCancelled;

        Call(String method, SolverOptions options, int columns, double ulp) {
            this.method = method;
            this.options = options;
            this.mostIterations = options.mostIterationsFor(columns);
            this.ulp = ulp;
        }

        int restart(int columns) {
            return Math.max(1, Math.min(Math.min(options.restart(), columns), mostIterations));
        }
    }

    private final Call call;
    private final int rightSide;
    private final int exponent;
    private final double rightNorm;
    private final double tolerance;
    private final boolean isNormKnown;
    private double mapNorm;
    private double productNorm;
    private double[] residuals = new double[FIRST_CAPACITY];
    private double[] errors = new double[FIRST_CAPACITY];
    private double[] gradients;
    private int iteration = -1;
    private boolean isClaimed;
    private boolean isBroken;
    private boolean isUncertain;
    private double bestMeasure = Double.POSITIVE_INFINITY;
    private double lastResidual = Double.POSITIVE_INFINITY;
    private double residual = Double.NaN;
    private double error = Double.NaN;
    private StoppingReason reason;

    /**
     * Begins.
     *
     * @param call what all right sides share
     * @param rightSide which this is
     * @param exponent all numbers are of a system whose right side is {@code 2^-exponent} times that of the caller
     * @param rightNorm {@code ||b||}, scaled so
     * @param hasGradients whether there is a rule for {@code A^T r}
     */
    SolverProgress(Call call, int rightSide, int exponent, double rightNorm, boolean hasGradients) {
        this.call = call;
        this.rightSide = rightSide;
        this.exponent = exponent;
        this.rightNorm = rightNorm;
        this.tolerance = call.options.toleranceFor(call.ulp);
        this.isNormKnown = call.options.mapNorm() > 0;
        this.mapNorm = call.options.mapNorm();
        this.gradients = hasGradients ? new double[FIRST_CAPACITY] : new double[0];
    }

    int rightSide() {
        return rightSide;
    }

    /** How many iterations are complete. */
    int iteration() {
        return Math.max(0, iteration);
    }

    /** Whether the norm of the map is estimated. */
    boolean wantsNorm() {
        return !isNormKnown;
    }

    /** The map took a vector of one norm to one of another. */
    void saw(double image, double vector) {
        if (!isNormKnown && vector > 0) {
            mapNorm = Math.max(mapNorm, image / vector);
        }
    }

    /** A bound from below of the norm of the map together with its preconditioner. */
    void sawProduct(double norm) {
        productNorm = Math.max(productNorm, norm);
    }

    /** A number of the method, which must be finite. */
    void check(String what, double value) {
        if (!Double.isFinite(value)) {
            reason = StoppingReason.NOT_FINITE;
            throw new NotFiniteException(what, value, report());
        }
    }

    /** A map that must be positive definite has a quadratic form that is not positive. */
    IndefiniteMapException indefinite(boolean isPreconditioner, double form) {
        reason = StoppingReason.INDEFINITE;
        return new IndefiniteMapException(isPreconditioner, form, report());
    }

    private double errorOf(double residual, double solution) {
        double size = mapNorm * solution + rightNorm;
        check("the norm of the residual", residual);
        check("the norm of the solution", solution);
        check("||A|| ||x|| + ||b||", size);
        return residual == 0 ? 0 : residual / size;
    }

    /** Whether {@code ||A^T r|| <= tol ||A|| ||r||}. */
    boolean isLeastSquares(double gradient, double residual) {
        check("the norm of A^T r", gradient);
        return gradient <= tolerance * productNorm * residual;
    }

    /** What is to become at most the tolerance. */
    private double measure(double error, double residual, double gradient) {
        boolean hasRule = gradient >= 0 && productNorm * residual > 0;
        return hasRule ? Math.min(error, gradient / (productNorm * residual)) : error;
    }

    /**
     * A cycle begins, unless all is at its end.
     *
     * @param residual {@code ||b - A x||}, computed anew
     * @param solution {@code ||x||}
     * @param gradient {@code ||A^T r||}; negative if there is no rule for it
     * @return whether the method is at its end
     */
    boolean begins(double residual, double solution, double gradient) {
        double now = errorOf(residual, solution);
        double measure = measure(now, residual, gradient);
        if (iteration < 0) {
            add(residual, now, gradient);
        }
        this.residual = residual;
        this.error = now;
        boolean isNoNearer = isClaimed && measure > WORTH_ANOTHER_CYCLE * bestMeasure;
        boolean isStill = !isClaimed && !isUncertain && residual >= lastResidual * (1 - STANDING_STILL * call.ulp);
        if (now <= tolerance) {
            reason = StoppingReason.SOLVED;
        } else if (gradient >= 0 && isLeastSquares(gradient, residual)) {
            reason = StoppingReason.LEAST_SQUARES;
        } else if (call.isCancelled) {
            reason = StoppingReason.CANCELLED;
        } else if (iteration >= call.mostIterations) {
            reason = StoppingReason.MOST_ITERATIONS;
        } else if (isBroken) {
            reason = StoppingReason.BREAKDOWN;
        } else if (isNoNearer || isStill) {
            reason = StoppingReason.STAGNATED;
        }
        bestMeasure = Math.min(bestMeasure, measure);
        lastResidual = residual;
        isClaimed = false;
        isUncertain = false;
        return reason != null;
    }

    /**
     * An iteration is done.
     *
     * @param residual {@code ||b - A x||} by recurrence
     * @param solution {@code ||x||}
     * @param gradient {@code ||A^T r||} by recurrence; negative if there is no rule for it
     * @return whether the cycle is at its end
     */
    boolean ends(double residual, double solution, double gradient) {
        double now = errorOf(residual, solution);
        add(residual, now, gradient);
        // A residual of less than rounding is none: it is seen anew before numbers underflow.
        isClaimed = now <= Math.max(tolerance, NEGLIGIBLE * call.ulp)
                || gradient >= 0 && isLeastSquares(gradient, residual);
        IterationListener listener = call.options.listener();
        if (listener != null && !listener.goesOn(rightSide, iteration, measure(now, residual, gradient))) {
            call.isCancelled = true;
        }
        return isClaimed || call.isCancelled || iteration >= call.mostIterations;
    }

    /** The Krylov space has no solution, unless the next beginning finds one. */
    void breaks() {
        isBroken = true;
    }

    /** The next beginning says nothing about progress: a method wants to see a residual anew. */
    void looksAgain() {
        isUncertain = true;
    }

    /** The residual that the last beginning found is that of a least squares solution. */
    void isLeastSquares() {
        reason = StoppingReason.LEAST_SQUARES;
    }

    /** The solution is 0, since the right side is. */
    void isZero() {
        add(0, 0, 0);
        residual = 0;
        error = 0;
        reason = StoppingReason.SOLVED;
    }

    private void add(double residual, double error, double gradient) {
        iteration++;
        if (iteration == residuals.length) {
            int capacity = (int) Math.min(2L * iteration, Math.max(iteration + 1L, call.mostIterations + 1L));
            residuals = Arrays.copyOf(residuals, capacity);
            errors = Arrays.copyOf(errors, capacity);
            gradients = gradients.length == 0 ? gradients : Arrays.copyOf(gradients, capacity);
        }
        residuals[iteration] = Math.scalb(residual, exponent);
        errors[iteration] = error;
        if (gradients.length > 0) {
            gradients[iteration] = Math.scalb(gradient, exponent);
        }
    }

    SolverReport report() {
        int length = iteration + 1;
        return new SolverReport(
                call.method,
                rightSide,
                reason,
                Math.scalb(residual, exponent),
                error,
                tolerance,
                mapNorm,
                Arrays.copyOf(residuals, length),
                Arrays.copyOf(errors, length),
                Arrays.copyOf(gradients, Math.min(length, gradients.length)));
    }
}
