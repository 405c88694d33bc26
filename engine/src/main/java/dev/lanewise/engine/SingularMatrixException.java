package dev.lanewise.engine;

/** A system has no solution, or many: a factor of its matrix has a zero on the diagonal, or numbers too small to divide by. */
public final class SingularMatrixException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** What is singular. */
    private final String what;

    /** Where the zero is. */
    private final int index;

    /** Why it is said to be. */
    private final String reason;

    /**
     * Makes the exception.
     *
     * @param what what is singular, for the message
     * @param index where on its diagonal the zero is
     */
    public SingularMatrixException(String what, int index) {
        this(what, index, "its diagonal is zero at " + index);
    }

    /**
     * Makes the exception where there is more to tell than that something is zero.
     *
     * @param what what is singular, for the message
     * @param index which of its numbers is zero, or too small
     * @param reason that number, and beside what it is small
     */
    public SingularMatrixException(String what, int index, String reason) {
        super(what + " is singular: " + reason);
        this.what = what;
        this.index = index;
        this.reason = reason;
    }

    /**
     * The same of what this is a part of.
     *
     * @param whole where in it, for the message
     * @return the exception
     */
    public SingularMatrixException within(String whole) {
        return new SingularMatrixException(whole + ": " + what, index, reason);
    }

    /**
     * Why it is said to be singular.
     *
     * @return the end of the message
     */
    public String reason() {
        return reason;
    }

    /**
     * What is singular.
     *
     * @return what the message calls it
     */
    public String what() {
        return what;
    }

    /**
     * Where on the diagonal the zero is, or which eigenvalue, the first of them.
     *
     * @return the index, from 0
     */
    public int index() {
        return index;
    }
}
