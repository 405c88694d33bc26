package dev.lanewise.structured.solve;

import dev.lanewise.engine.Workspace;

/**
 * Applies what is near the inverse of a map, and may do so otherwise each time: a few iterations of another solver for
 * instance. It need not be linear.
 */
@FunctionalInterface
public interface DoubleFlexiblePreconditioner {
    /**
     * {@code z}, near {@code A^-1 v}, of adjacent elements. Called by the thread that called the solver.
     *
     * @param rightSide for which right side, from 0
     * @param iteration how many iterations it has had
     * @param v holds a vector of 2-norm 1, not to be changed
     * @param vOffset its first element
     * @param z gets the result; another array
     * @param zOffset its first element
     * @param workspace scratch; what is taken is released before returning
     */
    void apply(int rightSide, int iteration, double[] v, int vOffset, double[] z, int zOffset, Workspace workspace);
}
