package dev.lanewise.structured.solve;

/** An infinity or a NaN came up in a solver: from a map, or where numbers grew too large. The caller's arrays are as they were. */
public final class NotFiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** When it came up. */
    private final int iteration;

    /** For which right side. */
    private final int rightSide;

    NotFiniteException(String what, double value, int iteration, int rightSide) {
        super(what + " is " + value + " in iteration " + iteration + " of right side " + rightSide
                + ", wanted a finite number");
        this.iteration = iteration;
        this.rightSide = rightSide;
    }

    /**
     * In which iteration it came up.
     *
     * @return how many iterations were complete
     */
    public int iteration() {
        return iteration;
    }

    /**
     * For which right side it came up.
     *
     * @return the index, from 0
     */
    public int rightSide() {
        return rightSide;
    }
}
