package dev.lanewise.engine;

/** A symmetric matrix is not positive definite, or so nearly not that rounding makes it so. */
public final class NotPositiveDefiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** Where the pivot is. */
    private final int index;

    /**
     * Makes the exception.
     *
     * @param index of the pivot that is not positive
     * @param pivot what it is
     */
    public NotPositiveDefiniteException(int index, double pivot) {
        super("the matrix is not positive definite: pivot " + index + " is " + pivot);
        this.index = index;
    }

    /**
     * Makes the exception of a part of something larger.
     *
     * @param what the part, for the message
     * @param cause what is wrong with it
     */
    public NotPositiveDefiniteException(String what, NotPositiveDefiniteException cause) {
        super(what + ": " + cause.getMessage());
        this.index = cause.index;
        initCause(cause);
    }

    /**
     * Which pivot is the first that is not positive: the leading submatrix of as many rows and columns is positive definite,
     * and that of one more is not.
     *
     * @return the index, from 0
     */
    public int index() {
        return index;
    }
}
