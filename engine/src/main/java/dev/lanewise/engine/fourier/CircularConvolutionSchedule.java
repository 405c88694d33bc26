package dev.lanewise.engine.fourier;

/**
 * How a circular convolution of length {@code n} is computed. The length alone decides: of direct sums, a transform of that
 * length and one of twice the length or more, in which the vector is followed by zeros, the one with the fewest operations.
 *
 * @param n the length
 * @param method how it is computed
 * @param length the length of the transforms, or {@code n} for direct sums
 * @param operations how many operations it takes, about
 */
public record CircularConvolutionSchedule(int n, Method method, int length, double operations) {
    /** How it is computed. */
    public enum Method {
        /** Each element a sum of {@code n} products. */
        DIRECT,

        /** By transforms of length {@code n}. */
        TRANSFORM,

        /** By transforms of a length that is fast, {@code 2 n - 1} at least. */
        PADDED
    }

    /**
     * The schedule of a length.
     *
     * @param n the length, 1 to 2^28
     * @return the schedule
     * @throws IllegalArgumentException if it is less or more
     */
    public static CircularConvolutionSchedule of(int n) {
        if (n < 1 || n > FastLengths.LONGEST / 2) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 to " + FastLengths.LONGEST / 2);
        }
        int padded = FastLengths.nextFastRealLength(2 * n - 1);
        double byTransform = FourierOperations.convolution(n);
        double byPadded = FourierOperations.convolution(padded);
        double direct = (double) n * n;
        if (direct <= Math.min(byTransform, byPadded)) {
            return new CircularConvolutionSchedule(n, Method.DIRECT, n, direct);
        }
        return byTransform <= byPadded
                ? new CircularConvolutionSchedule(n, Method.TRANSFORM, n, byTransform)
                : new CircularConvolutionSchedule(n, Method.PADDED, padded, byPadded);
    }

    /** As {@code 1009 by a transform of 2048}. */
    @Override
    public String toString() {
        return n + (method == Method.DIRECT ? " by direct sums" : " by a transform of " + length);
    }
}
