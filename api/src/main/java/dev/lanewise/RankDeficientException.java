package dev.lanewise;

/** A least-squares problem has many solutions: the columns of its matrix are dependent, or so nearly that rounding decides. */
public final class RankDeficientException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** What it is. */
    private final int rank;

    /** What it would have to be. */
    private final int wanted;

    RankDeficientException(int rows, int columns, int rank) {
        super("numerical rank " + rank + " of a matrix of " + rows + " x " + columns + ", wanted " + columns);
        this.rank = rank;
        this.wanted = columns;
    }

    /**
     * The numerical rank of the matrix.
     *
     * @return the rank, less than {@link #wanted}
     */
    public int rank() {
        return rank;
    }

    /**
     * The rank with which there is one solution.
     *
     * @return the number of columns
     */
    public int wanted() {
        return wanted;
    }
}
