package dev.lanewise.engine.fourier;

/**
 * Which part of the convolution {@code y_i = sum over j of h_j x_(i-j)} of a signal of {@code n} elements with a kernel of
 * {@code k} is wanted, named as NumPy and SciPy name it. With elements before the first and after the last taken as 0, {@code
 * y} has {@code n + k - 1} elements:
 *
 * <table>
 *   <caption>Parts of it</caption>
 *   <tr><th></th><th>first</th><th>how many</th></tr>
 *   <tr><td>{@link #FULL}</td><td>0</td><td>{@code n + k - 1}</td></tr>
 *   <tr><td>{@link #SAME}</td><td>{@code (k - 1) / 2}, rounded down</td><td>{@code n}</td></tr>
 *   <tr><td>{@link #VALID}</td><td>{@code min(n, k) - 1}</td><td>{@code max(n, k) - min(n, k) + 1}</td></tr>
 * </table>
 */
public enum ConvolutionMode {
    /** All of it. */
    FULL,

    /**
     * As many elements as the signal has, from the middle, as {@code scipy.signal.convolve}. ({@code numpy.convolve} gives as
     * many as the longer of the two has, which differs where the kernel is longer than the signal.)
     */
    SAME,

    /** What depends on no element beyond the ends of the longer one. */
    VALID;

    /**
     * The first element that is wanted.
     *
     * @param signal the length of the signal, at least 1
     * @param kernel the length of the kernel, at least 1
     * @return its place in the full convolution
     */
    public int first(int signal, int kernel) {
        return switch (this) {
            case FULL -> 0;
            case SAME -> (kernel - 1) / 2;
            case VALID -> Math.min(signal, kernel) - 1;
        };
    }

    /**
     * How many elements are wanted.
     *
     * @param signal the length of the signal, at least 1
     * @param kernel the length of the kernel, at least 1
     * @return the number
     * @throws ArithmeticException if it is no int
     */
    public int length(int signal, int kernel) {
        return switch (this) {
            case FULL -> Math.addExact(signal - 1, kernel);
            case SAME -> signal;
            case VALID -> Math.abs(signal - kernel) + 1;
        };
    }
}
