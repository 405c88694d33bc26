package dev.lanewise.engine.hadamard;

/**
 * A supported order of a Hadamard matrix, {@code n = base * 2^bits} with base 1, 12, 20 or 28.
 *
 * <p>The matrix is {@code H_n = H_base x H_2 x ... x H_2} ({@code x} for the Kronecker product, {@code bits} factors
 * {@code H_2 = [1 1; 1 -1]}), with {@code H_base} by {@linkplain PaleyConstruction Paley's second construction}. It is
 * symmetric, its entries are 1 and -1, and {@code H_n H_n = n I}.
 *
 * @param base 1, 12, 20 or 28
 * @param bits the number of factors {@code H_2}
 */
public record HadamardOrder(int base, int bits) {
    /** The largest supported order, 2^30. */
    public static final int LARGEST = 1 << 30;

    private static final int[] BASES = {1, 12, 20, 28};

    /** Checks the components. */
    public HadamardOrder {
        if (base != 1 && base != 12 && base != 20 && base != 28) {
            throw new IllegalArgumentException("base: got " + base + ", wanted 1, 12, 20 or 28");
        }
        if (bits < 0 || (long) base << Math.min(bits, 31) > LARGEST) {
            throw new IllegalArgumentException(
                    "bits: got " + bits + ", wanted 0 or more and " + base + " * 2^bits at most 2^30");
        }
    }

    /**
     * The order of a given size.
     *
     * @param n the size
     * @return the order
     * @throws IllegalArgumentException if the size is not supported; the message names the nearest that are
     */
    public static HadamardOrder of(int n) {
        HadamardOrder order = orNull(n);
        if (order != null) {
            return order;
        }
        StringBuilder nearest = new StringBuilder();
        if (n > 1) {
            nearest.append(atMost(n).n());
        }
        if (n < LARGEST) {
            nearest.append(nearest.isEmpty() ? "" : " and ").append(atLeast(n).n());
        }
        throw new IllegalArgumentException("length: got " + n
                + ", wanted a supported Hadamard order (m * 2^k for m = 1, 12, 20, 28, at most 2^30); nearest: "
                + nearest);
    }

    /**
     * Whether a size is a supported order.
     *
     * @param n the size
     * @return true if {@link #of} accepts it
     */
    public static boolean isSupported(int n) {
        return orNull(n) != null;
    }

    /**
     * The largest supported order not above a size.
     *
     * @param n the size, at least 1
     * @return the order
     */
    public static HadamardOrder atMost(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 or more");
        }
        int best = 1;
        for (int base : BASES) {
            long size = base;
            while (2 * size <= Math.min(n, LARGEST)) {
                size *= 2;
            }
            best = size <= n ? (int) Math.max(best, size) : best;
        }
        return of(best);
    }

    /**
     * The smallest supported order not below a size.
     *
     * @param n the size, at most 2^30
     * @return the order
     */
    public static HadamardOrder atLeast(int n) {
        if (n > LARGEST) {
            throw new IllegalArgumentException("length: got " + n + ", wanted at most 2^30");
        }
        int best = LARGEST;
        for (int base : BASES) {
            long size = base;
            while (size < n) {
                size *= 2;
            }
            best = (int) Math.min(best, size);
        }
        return of(best);
    }

    /**
     * The size of the matrix.
     *
     * @return {@code base * 2^bits}
     */
    public int n() {
        return base << bits;
    }

    /**
     * The number of additions and subtractions of one transform.
     *
     * @return {@code n * bits}, and {@code n * base / 2} more for a base above 1
     */
    public long additions() {
        return (long) n() * (bits + PaleyConstruction.additionsPerElement(base));
    }

    private static HadamardOrder orNull(int n) {
        if (n < 1 || n > LARGEST) {
            return null;
        }
        int twos = Integer.numberOfTrailingZeros(n);
        return switch (n >> twos) {
            case 1 -> new HadamardOrder(1, twos);
            case 3, 5, 7 -> twos < 2 ? null : new HadamardOrder(n >> twos << 2, twos - 2);
            default -> null;
        };
    }

    @Override
    public String toString() {
        return base == 1 ? "2^" + bits : base + " * 2^" + bits;
    }
}
