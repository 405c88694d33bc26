package dev.lanewise.engine.fourier;

/**
 * Primitive roots of primes {@code p}: {@code g} is one if its powers {@code g^0 ... g^(p-2)} are all of {@code 1 ... p - 1},
 * modulo {@code p}.
 */
final class PrimitiveRoot {
    private PrimitiveRoot() {}

    /** The powers of the least primitive root of an odd prime, {@code g^q mod p} for {@code q = 0 ... p - 2}. */
    static int[] powers(int p) {
        int root = 2;
        while (!isPrimitive(root, p)) {
            root++;
        }
        int[] powers = new int[p - 1];
        long power = 1;
        for (int q = 0; q < p - 1; q++) {
            powers[q] = (int) power;
            power = power * root % p;
        }
        return powers;
    }

    /** It is if no {@code (p - 1)/d}-th power is 1, {@code d} the prime divisors of {@code p - 1}. */
    private static boolean isPrimitive(int root, int p) {
        int rest = p - 1;
        for (int divisor = 2; rest > 1; divisor++) {
            if (rest % divisor == 0) {
                if (power(root, (p - 1) / divisor, p) == 1) {
                    return false;
                }
                while (rest % divisor == 0) {
                    rest /= divisor;
                }
            }
        }
        return true;
    }

    private static long power(int base, int exponent, int p) {
        long power = 1;
        long square = base;
        for (int bits = exponent; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                power = power * square % p;
            }
            square = square * square % p;
        }
        return power;
    }
}
