package dev.lanewise.engine;

/** A system has no solution, or many: a factor of its matrix has a zero on the diagonal. */
public final class SingularMatrixException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** What is singular. */
    private final String what;

    /** Where the zero is. */
    private final int index;

    /**
     * Makes the exception.
     *
     * @param what what is singular, for the message
     * @param index where on its diagonal the zero is
     */
    public SingularMatrixException(String what, int index) {
        super(what + " is singular: its diagonal is zero at " + index);
        this.what = what;
        this.index = index;
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
     * Where on the diagonal the zero is, the first of them.
     *
     * @return the index, from 0
     */
    public int index() {
        return index;
    }
}
