package dev.lanewise.structured.butterfly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An order of the rows or of the columns of a matrix: place {@code i} has what has the number {@code index(i)} in the
 * natural order.
 *
 * <p>Butterflies want the columns of a Fourier transform with their digits reversed. Those of real transforms, with
 * blocks of rank 2, want the rows {@linkplain #folded folded} besides. Let row k of a matrix have the entries {@code
 * cos(2 pi (k + o) j / n + t_k)}, with any {@code t_k}. The columns {@code j = c + p j'} of a group c, {@code p = 2^l},
 * meet the rows {@code k + o = f} or {@code -f} modulo {@code m = n / p} in a block with the entries {@code cos(s_k + 2
 * pi f j' / m)} or {@code cos(s_k - 2 pi f j' / m)}, which is of rank 2: every row is a sum of {@code cos(2 pi f j' /
 * m)} and {@code sin(2 pi f j' / m)}. Frequencies 0 and {@code m / 2}, whose blocks are of rank 1, share one. So both
 * residues f and -f belong to one block of {@code 2 p} rows; with only the one of them, a factor would have twice as
 * many entries.
 *
 * @param name what it is called
 * @param indices every number from 0 on once; copied
 */
public record ButterflyOrder(String name, int[] indices) {
    /** Checks and copies the indices. */
    public ButterflyOrder {
        Objects.requireNonNull(name, "name");
        indices = Objects.requireNonNull(indices, "indices").clone();
        boolean[] seen = new boolean[indices.length];
        for (int i = 0; i < indices.length; i++) {
            int index = indices[i];
            if (index < 0 || index >= indices.length || seen[index]) {
                throw new IllegalArgumentException("order " + name + ": got " + index + " at " + i
                        + ", wanted every number from 0 to " + (indices.length - 1) + " once");
            }
            seen[index] = true;
        }
    }

    /**
     * The indices.
     *
     * @return a copy
     */
    @Override
    public int[] indices() {
        return indices.clone();
    }

    /**
     * How many there are.
     *
     * @return the number of indices
     */
    public int length() {
        return indices.length;
    }

    int index(int i) {
        return indices[i];
    }

    /**
     * The natural order.
     *
     * @param n how many
     * @return 0, 1, 2, ...
     * @throws IllegalArgumentException if n is negative
     */
    public static ButterflyOrder natural(int n) {
        int[] indices = new int[checkLength(n)];
        for (int i = 0; i < n; i++) {
            indices[i] = i;
        }
        return new ButterflyOrder("natural", indices);
    }

    /**
     * Digits reversed: place {@code q_1 d_1 + q_2 d_2 + ...} with {@code q_l < r_l} and the strides {@code d_l =
     * r_(l+1) r_(l+2) ...} has {@code q_1 + r_1 q_2 + r_1 r_2 q_3 + ...}.
     *
     * @param radices r_1, r_2, ..., each at least 1
     * @return the order of their product
     * @throws IllegalArgumentException if a radix is less, or the product is 2^31 or more
     */
    public static ButterflyOrder digitReversed(int... radices) {
        long n = 1;
        for (int radix : radices) {
            n *= radix;
            if (radix < 1 || n > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("radices: got " + radix + " after a product of "
                        + n / Math.max(1, radix) + ", wanted 1 or more and a product of less than 2^31");
            }
        }
        int[] indices = new int[(int) n];
        for (int i = 0; i < n; i++) {
            int place = i, stride = (int) n, weight = 1;
            for (int radix : radices) {
                stride /= radix;
                indices[i] += place / stride * weight;
                place %= stride;
                weight *= radix;
            }
        }
        return new ButterflyOrder("digits reversed", indices);
    }

    /**
     * Bits reversed.
     *
     * @param n a power of two
     * @return the order
     * @throws IllegalArgumentException if it is none
     */
    public static ButterflyOrder bitReversed(int n) {
        return natural(n).bitReversed();
    }

    /** This order at places whose bits are reversed. */
    ButterflyOrder bitReversed() {
        int n = indices.length, bits = Integer.numberOfTrailingZeros(checkPowerOfTwo(n));
        int[] reversed = new int[n];
        for (int i = 0; i < n; i++) {
            reversed[i] = indices[bits == 0 ? 0 : Integer.reverse(i) >>> Integer.SIZE - bits];
        }
        return new ButterflyOrder(name.equals("natural") ? "bits reversed" : name + ", bits reversed", reversed);
    }

    /**
     * Even numbers ascending, then odd ones descending, 0 2 4 ... 5 3 1, with which a cosine transform of type II
     * becomes the real part of a Fourier transform, times a number for each row.
     *
     * <p>Source: J. Makhoul, A fast cosine transform in one and two dimensions, IEEE Trans. Acoust. Speech Signal
     * Process. 28, 1980, pp. 27-34, section II.
     *
     * @param n how many
     * @return the order
     * @throws IllegalArgumentException if n is negative
     */
    public static ButterflyOrder evenOdd(int n) {
        int[] indices = new int[checkLength(n)];
        for (int i = 0; i < n; i++) {
            indices[i] = 2 * i < n ? 2 * i : 2 * (n - i) - 1;
        }
        return new ButterflyOrder("even, then odd backwards", indices);
    }

    /**
     * Numbers k in the order of their frequencies {@code k + o}, folded: those that agree modulo {@code m}, but for
     * their sign, stand at places that agree modulo {@code m / 2}, for every power of two {@code m} from 2 to {@code n
     * / 2}; {@code m / 2} is with 0.
     *
     * @param n a power of two
     * @param halves {@code 2 o}: 0, 1 or 2
     * @return the order; the natural one for n less than 4
     * @throws IllegalArgumentException if n is no power of two, or o is another
     */
    public static ButterflyOrder folded(int n, int halves) {
        checkPowerOfTwo(n);
        if (halves < 0 || halves > 2) {
            throw new IllegalArgumentException("halves of the offset: got " + halves + ", wanted 0, 1 or 2");
        }
        String name = "folded about " + (halves == 0 ? "0" : halves == 1 ? "-1/2" : "-1");
        if (n < 4) {
            return new ButterflyOrder(name, natural(n).indices);
        }
        int classes = n / 4;
        int[] indices = new int[n], filled = new int[classes];
        for (int k = 0; k < n; k++) {
            int in = foldedClass(2 * k + halves, classes);
            indices[in + classes * filled[in]++] = k;
        }
        return new ButterflyOrder(name, indices);
    }

    /** The class of a frequency, given in halves, modulo {@code m = 2 classes}. */
    private static int foldedClass(int frequency, int classes) {
        int in = 0;
        for (int half = 1; half < classes; half *= 2) {
            int m = 4 * half, rest = frequency % (2 * m), magnitude = Math.min(rest, 2 * m - rest);
            in += magnitude < m && magnitude >= m / 2 ? half : 0;
        }
        return in;
    }

    /**
     * The order of Walsh functions by how often they change sign: number i in it is {@code i ^ (i >> 1)} with its bits
     * reversed.
     *
     * @param n a power of two
     * @return the order
     * @throws IllegalArgumentException if it is none
     */
    public static ButterflyOrder sequency(int n) {
        int bits = Integer.numberOfTrailingZeros(checkPowerOfTwo(n));
        int[] indices = new int[n];
        for (int i = 1; i < n; i++) {
            indices[i] = Integer.reverse(i ^ i >>> 1) >>> Integer.SIZE - bits;
        }
        return new ButterflyOrder("sequency", indices);
    }

    /**
     * The order in which a wavelet transform in place leaves what is written coarse to fine: the mean at place 0, the
     * details of level l from the finest, 1, at the odd multiples of {@code 2^(l-1)}.
     *
     * @param n a power of two
     * @return the order
     * @throws IllegalArgumentException if it is none
     */
    public static ButterflyOrder wavelet(int n) {
        checkPowerOfTwo(n);
        int[] indices = new int[n];
        for (int i = 1; i < n; i++) {
            int step = 2 * Integer.lowestOneBit(i);
            indices[i] = n / step + i / step;
        }
        return new ButterflyOrder("wavelet", indices);
    }

    /**
     * The inverse: what stands at place {@code index(i)} is i.
     *
     * @return the inverse
     */
    public ButterflyOrder inverse() {
        int[] inverse = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            inverse[indices[i]] = i;
        }
        return new ButterflyOrder("inverse of " + name, inverse);
    }

    /**
     * The usual orders, the simplest first: for a power of two natural, bits reversed, even and odd, folded, sequency
     * and wavelet, and these with bits reversed; for others natural and with digits reversed, prime factors ascending
     * and descending.
     *
     * @param n how many, at least 1
     * @return the orders
     * @throws IllegalArgumentException if there are none
     */
    public static List<ButterflyOrder> usual(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 or more");
        }
        List<ButterflyOrder> orders = new ArrayList<>(List.of(natural(n)));
        if (Integer.bitCount(n) != 1) {
            int[] factors = primeFactors(n);
            orders.add(digitReversed(factors));
            if (factors[0] != factors[factors.length - 1]) {
                orders.add(digitReversed(reversed(factors)));
            }
            return orders;
        }
        orders.add(bitReversed(n));
        for (ButterflyOrder order : List.of(evenOdd(n), folded(n, 0), folded(n, 2))) {
            orders.add(order);
            orders.add(order.bitReversed());
        }
        orders.add(sequency(n));
        orders.add(wavelet(n));
        return orders;
    }

    /** Prime factors, ascending; none of 1. */
    static int[] primeFactors(int n) {
        List<Integer> factors = new ArrayList<>();
        int rest = n;
        for (int p = 2; (long) p * p <= rest; p++) {
            for (; rest % p == 0; rest /= p) {
                factors.add(p);
            }
        }
        if (rest > 1) {
            factors.add(rest);
        }
        return factors.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The radices of a butterfly of an order: its prime factors, ascending; 1 itself. */
    static int[] primeRadices(int n) {
        return n == 1 ? new int[] {1} : primeFactors(n);
    }

    /** The prime factors in so many groups, as even as they come: the product of each, 1 of a group that gets none. */
    static int[] radices(int n, int groups) {
        int[] radices = new int[groups], primes = primeFactors(n);
        Arrays.fill(radices, 1);
        for (int i = primes.length - 1; i >= 0; i--) {
            int least = 0;
            for (int g = 1; g < groups; g++) {
                least = radices[g] < radices[least] ? g : least;
            }
            radices[least] *= primes[i];
        }
        return radices;
    }

    static int[] reversed(int[] x) {
        int[] reversed = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            reversed[i] = x[x.length - 1 - i];
        }
        return reversed;
    }

    private static int checkLength(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 0 or more");
        }
        return n;
    }

    static int checkPowerOfTwo(int n) {
        if (n < 1 || Integer.bitCount(n) != 1) {
            int below = Integer.highestOneBit(Math.max(1, n));
            String nearest = n < 1 || below == 1 << 30 ? "" + below : below + " and " + 2 * below;
            throw new IllegalArgumentException("length: got " + n + ", wanted a power of two; nearest: " + nearest);
        }
        return n;
    }

    /** The same indices, whatever the name. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ButterflyOrder order && Arrays.equals(indices, order.indices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return name;
    }
}
