package dev.lanewise.engine.fourier;

import dev.lanewise.engine.scalar.DoubleFourierKernel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a discrete Fourier transform of length {@code n} is taken apart. The length alone decides:
 *
 * <ul>
 *   <li>A length whose prime factors are all {@value #LARGEST_PRIME} at most is a product of radices, one pass over the data for
 *       each.
 *   <li>A larger prime {@code n} of which {@code n - 1} is such a product and a multiple of 4 becomes a circular convolution
 *       of length {@code n - 1} with roots of unity in the order of a primitive root (C. M. Rader, Discrete Fourier transforms
 *       when the number of data samples is prime, Proc. IEEE 56, 1968, pp. 1107-1108). Without the 4, passes do not fill
 *       vectors, and cost more than the other convolution, which is twice as long.
 *   <li>Any other becomes a circular convolution with a chirp, of a length that is such a product and {@code 2 n - 1} at least
 *       (L. I. Bluestein, A linear filtering approach to the computation of discrete Fourier transform, IEEE Trans. Audio
 *       Electroacoust. 18, 1970, pp. 451-455). That goes for composite lengths with a large prime factor, too: passes around
 *       Rader's convolution would take fewer operations where that factor allows it, but nobody chooses such a length.
 * </ul>
 *
 * @param n the length
 * @param method how it is taken apart
 * @param radices of the passes, in order: their product is {@code n}, {@code n - 1} or the length of the convolution with a
 *     chirp; there is none if that is 1
 */
public record FourierSchedule(int n, Method method, List<Integer> radices) {
    /** How a length is taken apart. */
    public enum Method {
        /** Passes over the vector itself. */
        PASSES,

        /** A circular convolution of length {@code n - 1}, Rader's. */
        RADER,

        /** A circular convolution of length {@code 2 n - 1} or more, Bluestein's. */
        CHIRP
    }

    /** The largest prime that is a radix: {@value}. */
    public static final int LARGEST_PRIME = DoubleFourierKernel.LARGEST_RADIX;

    /** Vectors of a multiple of {@code 2^LONG_BITS} numbers do not fit the first-level cache twice. */
    private static final int LONG_BITS = 12;

    /** Up to here such are of eights all the same: powers of two run block by block, and others fall on fewer sets at once. */
    private static final int LONGEST_OF_EIGHTS = 1 << 19;

    private static final Set<Integer> ODD_PRIMES = Set.of(3, 5, 7, 11, 13);

    /** Real and imaginary parts of longer vectors no longer fit one array together. */
    private static final int LONGEST = 1 << 29;

    private static final double LN_2 = StrictMath.log(2);

    /**
     * A schedule that need not be the one that {@link #of} chooses.
     *
     * @throws IllegalArgumentException if the length is less than 1, a radix none that there is, or their product not what the
     *     method needs: {@code n}; {@code n - 1} for a prime {@code n} above {@link #LARGEST_PRIME}; {@code 2 n - 1} to 2^29
     */
    public FourierSchedule {
        Objects.requireNonNull(method, "method");
        radices = List.copyOf(Objects.requireNonNull(radices, "radices"));
        if (n < 1) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 or more");
        }
        for (int radix : radices) {
            if (radix != 2 && radix != 4 && radix != 8 && radix != 9 && !ODD_PRIMES.contains(radix)) {
                throw new IllegalArgumentException("radices: got " + radices
                        + ", wanted 2, 4, 8, 9 and odd primes up to " + LARGEST_PRIME + " alone");
            }
        }
        long product = product(radices);
        boolean possible =
                switch (method) {
                    case PASSES -> product == n;
                    case RADER -> product == n - 1 && n > LARGEST_PRIME && isPrime(n);
                    case CHIRP -> product >= 2L * n - 1;
                };
        if (!possible || product > LONGEST) {
            String wanted =
                    switch (method) {
                        case PASSES -> "" + n;
                        case RADER -> n - 1 + " and the length a prime above " + LARGEST_PRIME;
                        case CHIRP -> 2L * n - 1 + " or more";
                    };
            throw new IllegalArgumentException("radices: got " + radices + " for length " + n + " by " + method
                    + ", wanted the product " + wanted + ", " + LONGEST + " at most");
        }
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
            return new FourierSchedule(n, Method.PASSES, radicesOf(n));
        }
        if (n > LONGEST / 2) {
            throw new IllegalArgumentException("length: got " + n + ", with a prime factor above " + LARGEST_PRIME
                    + "; wanted at most " + LONGEST / 2 + " for such");
        }
        if (n % 4 == 1 && isSmooth(n - 1) && isPrime(n)) {
            return new FourierSchedule(n, Method.RADER, radicesOf(n - 1));
        }
        return new FourierSchedule(n, Method.CHIRP, radicesOf(chirpLength(2L * n - 1)));
    }

    /**
     * Whether the transform is a circular convolution.
     *
     * @return false for {@link Method#PASSES}
     */
    public boolean isConvolution() {
        return method != Method.PASSES;
    }

    /**
     * The product of the radices: the length of what the passes transform.
     *
     * @return {@code n}, or the length of the convolution
     */
    public int passesLength() {
        return (int) product(radices);
    }

    /**
     * How many floating-point operations the transform of a vector takes, by the count that is usual for radix 2 and that speeds
     * of Fourier transforms are compared by (M. Frigo, S. G. Johnson, The design and implementation of FFTW3, Proc. IEEE 93,
     * 2005, pp. 216-231): {@code p(n) = 5 n log2 n}, with the true logarithm. For a convolution of length {@code l} it is two
     * such transforms and a complex product for each of their elements, {@code 2 p(l) + 6 l}, and for a chirp one more for each
     * element there and back, {@code 12 n}.
     *
     * @return the number, 0 for {@code n = 1}
     */
    public double operations() {
        int length = passesLength();
        int bits = Integer.numberOfTrailingZeros(length);
        double passes = 5.0 * length * (bits + StrictMath.log(length >> bits) / LN_2);
        return switch (method) {
            case PASSES -> passes;
            case RADER -> 2 * passes + 6.0 * length;
            case CHIRP -> 2 * passes + 6.0 * length + 12.0 * n;
        };
    }

    /** More than {@link #LONGEST} if it is, but not how much more. */
    private static long product(List<Integer> radices) {
        long product = 1;
        for (int i = 0; i < radices.size() && product <= LONGEST; i++) {
            product *= radices.get(i);
        }
        return product;
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

    private static boolean isPrime(int n) {
        if (n % 2 == 0) {
            return n == 2;
        }
        for (int divisor = 3; (long) divisor * divisor <= n; divisor += 2) {
            if (n % divisor == 0) {
                return false;
            }
        }
        return n > 1;
    }

    /** The least {@code 2^k} times 1, 3, 5, 9 or 15 that is long enough: few odd passes, and whole vectors in all. */
    private static int chirpLength(long atLeast) {
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
     * Eights first, since the first pass makes whole vectors out of what comes from one place; then fours, then the odd ones, so
     * that rows are long where butterflies are large, and a lone two last. Without eights and fours the first is the largest
     * prime, for the same reason.
     * The longest transforms have two eights or three: a pass reads and writes as many places at once as its radix says, and far
     * apart these fall on the same sets of a cache.
     */
    private static List<Integer> radicesOf(int n) {
        List<Integer> radices = new ArrayList<>();
        int bits = Integer.numberOfTrailingZeros(n);
        int eights = bits % 3 == 1 && bits > 1 ? (bits - 4) / 3 : bits / 3;
        if (bits >= LONG_BITS && n > LONGEST_OF_EIGHTS) {
            eights = 2 + bits % 2;
        }
        add(radices, 8, eights);
        add(radices, 4, (bits - 3 * eights) / 2);
        int odd = n >> bits;
        if (radices.isEmpty() && odd > 1) {
            int first = LARGEST_PRIME;
            while (!ODD_PRIMES.contains(first) || odd % first != 0) {
                first--;
            }
            radices.add(first); // no nine: vectors of a first pass run the other way
            odd /= first;
        }
        int threes = exponent(odd, 3);
        add(radices, 3, threes % 2);
        add(radices, 5, exponent(odd, 5));
        add(radices, 7, exponent(odd, 7));
        add(radices, 9, threes / 2);
        add(radices, 11, exponent(odd, 11));
        add(radices, 13, exponent(odd, 13));
        if (bits - 3 * eights == 1) {
            radices.add(2); // not first: the next pass would have rows of two, which fill few vectors
        }
        return radices;
    }

    private static void add(List<Integer> radices, int radix, int times) {
        radices.addAll(Collections.nCopies(times, radix));
    }

    private static int exponent(int n, int prime) {
        int exponent = 0;
        for (int rest = n; rest % prime == 0; rest /= prime) {
            exponent++;
        }
        return exponent;
    }

    /**
     * As {@code 1000 = 8 x 5 x 5 x 5}, {@code 1009 by Rader's convolution of 1008 = 4 x 4 x 7 x 9} or {@code 1019 by a chirp
     * of 2048 = 8 x 8 x 8 x 4}.
     */
    @Override
    public String toString() {
        String product =
                passesLength() + " = " + radices.stream().map(String::valueOf).collect(Collectors.joining(" x "));
        if (radices.isEmpty()) {
            return String.valueOf(n);
        }
        return switch (method) {
            case PASSES -> product;
            case RADER -> n + " by Rader's convolution of " + product;
            case CHIRP -> n + " by a chirp of " + product;
        };
    }
}
