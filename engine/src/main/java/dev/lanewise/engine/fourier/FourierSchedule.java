package dev.lanewise.engine.fourier;

import dev.lanewise.engine.scalar.DoubleFourierKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a discrete Fourier transform of length {@code n} is taken apart. The length alone decides.
 *
 * <p>A length whose prime factors are all {@link #LARGEST_PRIME} at most is a product of radices, one pass over the data
 * for each. Any other becomes a circular convolution with a chirp, of a length that is such a product (L. I. Bluestein,
 * A linear filtering approach to the computation of discrete Fourier transform, IEEE Trans. Audio Electroacoust. 18, 1970,
 * pp. 451-455).
 *
 * @param n the length
 * @param radices of the passes, in order; their product is {@code n}, or the length of the convolution
 */
public record FourierSchedule(int n, List<Integer> radices) {
    /** The largest radix that is worth a pass. */
    public static final int LARGEST_PRIME = DoubleFourierKernel.LARGEST_RADIX;

    /** Vectors from {@code 2^LONG_BITS} on do not fit the first-level cache twice. */
    private static final int LONG_BITS = 12;

    private static final List<Integer> ODD_PRIMES = List.of(13, 11, 7, 5, 3);

    /** Real and imaginary parts of longer vectors no longer fit one array together. */
    private static final int LONGEST = 1 << 29;

    /** The radices are kept as they are. */
    public FourierSchedule {
        radices = List.copyOf(radices);
    }

    /**
     * The schedule of a length.
     *
     * @param n the length, 1 to 2^29, or 2^28 with a prime factor above {@link #LARGEST_PRIME}
     * @return the schedule
     * @throws IllegalArgumentException if it is less or more
     */
    public static FourierSchedule of(int n) {
        if (n < 1 || n > LONGEST) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 to " + LONGEST);
        }
        if (isSmooth(n)) {
            return new FourierSchedule(n, radices(n));
        }
        if (n > LONGEST / 2) {
            throw new IllegalArgumentException("length: got " + n + ", with a prime factor above " + LARGEST_PRIME
                    + "; wanted at most " + LONGEST / 2 + " for such");
        }
        return new FourierSchedule(n, radices(convolutionLength(2L * n - 1)));
    }

    /**
     * Whether the transform is a convolution.
     *
     * @return true if {@code n} has a large prime factor
     */
    public boolean isChirp() {
        return length() != n;
    }

    /**
     * The product of the radices.
     *
     * @return {@code n}, or the length of the convolution
     */
    public int length() {
        return radices.stream().reduce(1, Math::multiplyExact);
    }

    private static boolean isSmooth(int n) {
        int rest = n;
        for (int prime : ODD_PRIMES) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return Integer.bitCount(rest) == 1;
    }

    /** The least {@code 2^k} times 1, 3, 5, 9 or 15 that is long enough: few odd passes, and whole vectors in all. */
    private static int convolutionLength(long atLeast) {
        long best = Long.MAX_VALUE;
        for (int odd : new int[] {1, 3, 5, 9, 15}) {
            long length = odd;
            while (length < atLeast) {
                length *= 2;
            }
            best = Math.min(best, length);
        }
        return Math.toIntExact(best);
    }

    /**
     * Eights first, since the first pass makes whole vectors out of what comes from one place; then fours, then the odd primes.
     * Long transforms have two eights or three: a pass reads and writes as many places at once as its radix says, and far apart
     * these fall on the same sets of a cache.
     */
    private static List<Integer> radices(int n) {
        List<Integer> radices = new ArrayList<>();
        int bits = Integer.numberOfTrailingZeros(n);
        int eights = bits % 3 == 1 && bits > 1 ? (bits - 4) / 3 : bits / 3;
        if (bits >= LONG_BITS) {
            eights = 2 + bits % 2;
        }
        for (int i = 0; i < eights; i++) {
            radices.add(8);
        }
        for (int left = bits - 3 * eights; left > 0; left -= 2) {
            radices.add(left == 1 ? 2 : 4);
        }
        int odd = n >> bits;
        for (int prime : ODD_PRIMES) {
            while (odd % prime == 0) {
                radices.add(prime);
                odd /= prime;
            }
        }
        return radices;
    }

    /** As {@code 1000 = 8 x 5 x 5 x 5}, or {@code 1009 by a chirp of 2048 = 8 x 8 x 8 x 4}. */
    @Override
    public String toString() {
        String product =
                length() + " = " + radices.stream().map(String::valueOf).collect(Collectors.joining(" x "));
        if (radices.isEmpty()) {
            return String.valueOf(n);
        }
        return isChirp() ? n + " by a chirp of " + product : product;
    }
}
