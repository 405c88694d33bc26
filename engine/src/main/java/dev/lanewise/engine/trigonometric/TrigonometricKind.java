package dev.lanewise.engine.trigonometric;

/**
 * The discrete cosine and sine transforms of types I to IV, as SciPy defines them. Of a vector {@code x} of length {@code n}, for
 * {@code k = 0 ... n - 1}:
 *
 * <pre>
 *    DCT1   y_k = x_0 + (-1)^k x_(n-1) + 2 sum over j = 1 ... n - 2 of x_j cos(pi j k / (n - 1))
 *    DCT2   y_k = 2 sum over j of x_j cos(pi (2j + 1) k / 2n)
 *    DCT3   y_k = x_0 + 2 sum over j = 1 ... n - 1 of x_j cos(pi j (2k + 1) / 2n)
 *    DCT4   y_k = 2 sum over j of x_j cos(pi (2j + 1) (2k + 1) / 4n)
 *    DST1   y_k = 2 sum over j of x_j sin(pi (j + 1) (k + 1) / (n + 1))
 *    DST2   y_k = 2 sum over j of x_j sin(pi (2j + 1) (k + 1) / 2n)
 *    DST3   y_k = (-1)^k x_(n-1) + 2 sum over j = 0 ... n - 2 of x_j sin(pi (j + 1) (2k + 1) / 2n)
 *    DST4   y_k = 2 sum over j of x_j sin(pi (2j + 1) (2k + 1) / 4n)</pre>
 *
 * <p>As matrices, types I of sines and IV are symmetric. Types III are the transposes of types II, and type I of cosines is
 * symmetric, but for the elements that the definitions weigh by 1 and not by 2: {@code DCT2^T = DCT3 diag(2, 1, ..., 1)}, {@code
 * DST2^T = DST3 diag(1, ..., 1, 2)} and {@code DCT1^T = H DCT1 H^-1} with {@code H = diag(1/2, 1, ..., 1, 1/2)}. Under {@link
 * dev.lanewise.engine.Normalization#ORTHO}, which weighs them otherwise, all of it is true without exception, and the transpose is
 * the inverse.
 *
 * <p>Source: G. Strang, The discrete cosine transform, SIAM Review 41, 1999, pp. 135-147.
 */
public enum TrigonometricKind {
    /** Cosines; even about the first element and the last. */
    DCT1(1, false),

    /** Cosines; even about half a step before the first element and half a step after the last. "The" cosine transform. */
    DCT2(2, false),

    /**
     * Cosines; even about the first element, odd about one step after the last. The transpose of {@link #DCT2}, but for the weight
     * of the first element.
     */
    DCT3(3, false),

    /** Cosines; even about half a step before the first element, odd about half a step after the last. */
    DCT4(4, false),

    /** Sines; odd about one step before the first element and one step after the last. */
    DST1(1, true),

    /** Sines; odd about half a step before the first element and half a step after the last. */
    DST2(2, true),

    /**
     * Sines; odd about one step before the first element, even about the last. The transpose of {@link #DST2}, but for the
     * weight of the last element.
     */
    DST3(3, true),

    /** Sines; odd about half a step before the first element, even about half a step after the last. */
    DST4(4, true);

    private final int type;
    private final boolean sine;

    TrigonometricKind(int type, boolean sine) {
        this.type = type;
        this.sine = sine;
    }

    /**
     * The type.
     *
     * @return 1 to 4
     */
    public int type() {
        return type;
    }

    /**
     * Whether it is a sine transform.
     *
     * @return true for DST, false for DCT
     */
    public boolean isSine() {
        return sine;
    }

    /**
     * The kind that, times {@code 1 / period(n)}, leads back.
     *
     * @return type III for type II and the other way round; itself for types I and IV
     */
    public TrigonometricKind inverse() {
        return switch (this) {
            case DCT2 -> DCT3;
            case DCT3 -> DCT2;
            case DST2 -> DST3;
            case DST3 -> DST2;
            default -> this;
        };
    }

    /**
     * The least length for which the kind is defined.
     *
     * @return 2 for {@link #DCT1}, 1 for the others
     */
    public int shortestLength() {
        return this == DCT1 ? 2 : 1;
    }

    /**
     * The length of the real Fourier transform that this is in disguise, of the vector continued to one period by its
     * symmetries; for types III and IV half as much. A transform after its inverse is this many times the identity.
     *
     * @param n the length of the vectors, at least {@link #shortestLength} and at most 2^29
     * @return {@code 2 (n - 1)} for {@link #DCT1}, {@code 2 (n + 1)} for {@link #DST1}, {@code 2 n} for the others
     * @throws IllegalArgumentException if {@code n} is less or more
     */
    public int period(int n) {
        if (n < shortestLength() || n > 1 << 29) {
            throw new IllegalArgumentException(
                    "length: got " + n + ", wanted " + shortestLength() + " to " + (1 << 29) + " for " + this);
        }
        return switch (this) {
            case DCT1 -> 2 * (n - 1);
            case DST1 -> 2 * (n + 1);
            default -> 2 * n;
        };
    }
}
