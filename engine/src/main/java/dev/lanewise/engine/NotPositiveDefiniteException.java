package dev.lanewise.engine;

/** A symmetric matrix is not positive definite, or so nearly not that rounding makes it so. */
public final class NotPositiveDefiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** Where the pivot or eigenvalue is. */
    private final int index;

    /**
     * Makes the exception.
     *
     * @param index of the pivot that is not positive
     * @param pivot what it is
     */
    public NotPositiveDefiniteException(int index, double pivot) {
        this("pivot", index, pivot);
    }

    private NotPositiveDefiniteException(String what, int index, double number) {
        super("the matrix is not positive definite: " + what + " " + index + " is " + number);
        this.index = index;
    }

    /**
     * The exception where eigenvalues are known.
     *
     * @param index of the eigenvalue that is not positive
     * @param eigenvalue what it is
     * @return the exception, to be thrown
     */
    public static NotPositiveDefiniteException ofEigenvalue(int index, double eigenvalue) {
        return new NotPositiveDefiniteException("eigenvalue", index, eigenvalue);
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
     * Which pivot, or eigenvalue in the order of the method, is the first that is not positive. Of pivots, the leading
     * submatrix of as many rows and columns is positive definite, and that of one more is not.
     *
     * @return the index, from 0
     */
    public int index() {
        return index;
    }
}
