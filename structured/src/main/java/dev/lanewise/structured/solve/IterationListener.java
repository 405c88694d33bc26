package dev.lanewise.structured.solve;

/** Is told of every iteration of a solver, and may end it. */
@FunctionalInterface
public interface IterationListener {
    /**
     * Called after each iteration of each right side, by the thread that called the solver.
     *
     * @param rightSide which right side, from 0
     * @param iteration how many iterations it has had
     * @param error its backward error as the recurrences of the method tell it; for LSMR the smaller of its two measures
     * @return whether to go on; false ends all right sides of the call, each after the iteration that it is in
     */
    boolean goesOn(int rightSide, int iteration, double error);
}
