package dev.lanewise.structured.solve;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Workspace;
import java.util.Arrays;

/**
 * A method at work on one right side, as a machine that asks for products: in each step of its cycle it names the vector that is
 * to be mapped, if any, and gets the image. So the vectors of many right sides are mapped together, and what becomes of one of
 * them does not depend on the others.
 *
 * <p>It works on a multiple of the system by a power of two: the largest element of the right side is at least 1 and less
 * than 2. So squares of norms neither overflow nor underflow where the numbers of the caller are extreme, and multiples by powers
 * of two have the same bits.
 */
abstract class DoubleProcess {
    /** Arrays that are released together. */
    static final class Store {
        private final Workspace workspace;
        private int taken;

        Store(Workspace workspace) {
            this.workspace = workspace;
        }

        double[] take(int length) {
            taken++;
            return workspace.takeDoubles(length);
        }

        Workspace workspace() {
            return workspace;
        }

        void releaseAll() {
            for (; taken > 0; taken--) {
                workspace.releaseDoubles();
            }
        }
    }

    /** What a process is made of. */
    record Origin(
            SolverProgress.Call call,
            int rightSide,
            int rows,
            int cols,
            double[] b,
            Layout bLayout,
            double[] x,
            Layout xLayout,
            Store store) {}

    final int rows;
    final int cols;
    final double[] b;
    final double[] x;
    final SolverProgress progress;

    /** Whether {@code A x} is asked for, to see the residual anew. */
    boolean isLooking = true;

    private final int exponent;
    private boolean isZero = true;
    private boolean isDone;

    DoubleProcess(Origin origin, boolean hasGradients) {
        rows = origin.rows;
        cols = origin.cols;
        b = origin.store.take(rows);
        x = origin.store.take(cols);
        gather(origin.b, origin.bLayout, origin.rightSide, b, rows);
        double largest = DoubleVectors.largest(b, 0, rows);
        exponent = largest == 0 ? 0 : Math.getExponent(largest);
        scale(b, rows, -exponent);
        double norm = DoubleVectors.norm(b, rows);
        progress = new SolverProgress(origin.call, origin.rightSide, exponent, norm, hasGradients);
        if (largest == 0 || origin.x == null) {
            Arrays.fill(x, 0, cols, 0);
        } else {
            gather(origin.x, origin.xLayout, origin.rightSide, x, cols);
            scale(x, cols, -exponent);
            isZero = DoubleVectors.largest(x, 0, cols) == 0;
        }
        if (largest == 0) {
            progress.isZero();
            isDone = true;
        }
    }

    private static void gather(double[] from, Layout layout, int vector, double[] to, int length) {
        int start = layout.start(vector), stride = layout.stride();
        for (int i = 0; i < length; i++) {
            to[i] = from[start + i * stride];
        }
    }

    private static void scale(double[] x, int length, int exponent) {
        for (int i = 0; exponent != 0 && i < length; i++) {
            x[i] = Math.scalb(x[i], exponent);
        }
    }

    /**
     * What is to be mapped in a step.
     *
     * @param step which step of the cycle
     * @return the vector, at the beginning of the array; null if there is none
     */
    abstract double[] input(int step);

    /**
     * The step is done.
     *
     * @param step which step of the cycle
     * @param y holds the image; null if there was nothing to map
     * @param at its first element
     */
    abstract void output(int step, double[] y, int at);

    /** The solution as far as it goes, which is to be mapped to see its residual; null if that is the right side. */
    final double[] start() {
        return isZero ? null : x;
    }

    /** {@code r = b - A x}, by what was asked for with {@link #start}. */
    final double residual(double[] ax, int at, double[] r) {
        isZero = false;
        for (int i = 0; i < rows; i++) {
            r[i] = ax == null ? b[i] : b[i] - ax[at + i];
        }
        return DoubleVectors.norm(r, rows);
    }

    /** A number of the method, which must be finite. */
    final double finite(String what, double value) {
        progress.check(what, value);
        return value;
    }

    final boolean isDone() {
        return isDone;
    }

    final void ends() {
        isDone = true;
    }

    /** Brings the solution back to the size that the caller knows. */
    final void unscale() {
        scale(x, cols, exponent);
        progress.check("the largest element of the solution", DoubleVectors.largest(x, 0, cols));
    }

    /** Writes the solution where the caller wants it. */
    final void write(double[] to, Layout layout) {
        int start = layout.start(progress.rightSide()), stride = layout.stride();
        for (int i = 0; i < cols; i++) {
            to[start + i * stride] = x[i];
        }
    }
}
