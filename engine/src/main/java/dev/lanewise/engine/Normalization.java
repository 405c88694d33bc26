package dev.lanewise.engine;

/**
 * Where the factor 1/n of a transform pair of length n goes, named as NumPy and SciPy name it.
 *
 * <p>A forward transform followed by its inverse under the same normalisation is the identity:
 *
 * <table>
 *   <caption>Factor by direction</caption>
 *   <tr><th></th><th>forward</th><th>inverse</th></tr>
 *   <tr><td>{@link #BACKWARD}</td><td>1</td><td>1/n</td></tr>
 *   <tr><td>{@link #ORTHO}</td><td>1/sqrt(n)</td><td>1/sqrt(n)</td></tr>
 *   <tr><td>{@link #FORWARD}</td><td>1/n</td><td>1</td></tr>
 * </table>
 */
public enum Normalization {
    /** The inverse divides by n; the forward transform does not scale. The usual default. */
    BACKWARD,

    /** Both directions divide by sqrt(n), so that the transform is orthogonal. */
    ORTHO,

    /** The forward transform divides by n; the inverse does not scale. */
    FORWARD;

    /**
     * The factor that the forward transform applies after its sums.
     *
     * @param n the length of the transform, positive
     * @return 1, 1/sqrt(n) (rounded twice: the root, then the quotient) or 1/n
     * @throws IllegalArgumentException if {@code n} is not positive
     */
    public double doubleFactor(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 or more");
        }
        return switch (this) {
            case BACKWARD -> 1;
            case ORTHO -> 1 / Math.sqrt(n);
            case FORWARD -> 1.0 / n;
        };
    }

    /**
     * The same factor in single precision.
     *
     * @param n the length of the transform, positive
     * @return {@link #doubleFactor} rounded to float
     */
    public float floatFactor(int n) {
        return (float) doubleFactor(n);
    }

    /**
     * The normalisation whose forward transform scales as this one's inverse does.
     *
     * @return {@link #FORWARD} for {@link #BACKWARD} and the other way round; {@link #ORTHO} for itself
     */
    public Normalization inverse() {
        return switch (this) {
            case BACKWARD -> FORWARD;
            case ORTHO -> ORTHO;
            case FORWARD -> BACKWARD;
        };
    }
}
