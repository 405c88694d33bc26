package dev.lanewise.structured.layers;

/** Is told of every sweep over the factors, and may end the search. */
@FunctionalInterface
public interface SweepListener {
    /**
     * Called after each sweep, by the thread that seeks the factors.
     *
     * @param stage which part of the search, from 0
     * @param sweep how many sweeps the stage has had
     * @param error {@code ||A - lambda S_1 ... S_J||_F / ||A||_F}, of the matrix that the stage is about
     * @return whether to go on; false ends the search, with the factors that there are
     */
    boolean goesOn(int stage, int sweep, double error);
}
