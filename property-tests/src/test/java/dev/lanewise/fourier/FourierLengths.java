package dev.lanewise.fourier;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** Lengths of Fourier transforms: those that passes of small radices make up, and the others, which are convolutions. */
interface FourierLengths {
    /**
     * Powers of two, even ones and odd ones; products of all primes up to 7 and up to 13; powers of 3, 7 and 13 alone; primes,
     * just below and just above a power of two among them, one above a smooth multiple of 4 (1009, 65 521, 65 537), one above
     * another smooth length (8191) and not (1019, 10 007); a large prime times a small one; all powers of two that run block
     * by block (2^11 to 2^19), three times one, and one that runs in pairs of passes.
     */
    List<Integer> LONG = List.of(
            1009, 1019, 1 << 11, 1 << 12, 8191, 1 << 13, 10_007, 1 << 14, 44_100, 50_035, 1 << 15, 65_521, 1 << 16,
            65_537, 90_090, 117_649, 1 << 17, 3 << 16, 1 << 18, 360_360, 371_293, 1 << 19, 531_441, 1 << 20);

    /** Longer ones, by the same choice. */
    List<Integer> LONGEST = List.of(
            1_000_000,
            1_000_003,
            3 << 19,
            1 << 21,
            1 << 22,
            4_194_301,
            4_782_969,
            4_826_809,
            1 << 23,
            10_000_000,
            3 << 22,
            1 << 24);

    /**
     * Most lengths are no products of small primes, but most transforms are of such a length: as many of either, and of primes
     * one above such a length.
     */
    @Provide
    default Arbitrary<Integer> lengths() {
        return Arbitraries.oneOf(
                Arbitraries.of(smoothUpTo(1200)),
                Arbitraries.integers().between(1, 400),
                Arbitraries.of(besideSmoothUpTo(1200)));
    }

    /** Whether no prime factor is above 13. */
    static boolean isSmooth(int n) {
        int rest = n;
        for (int divisor = 2; divisor <= 13; divisor++) {
            while (rest % divisor == 0) {
                rest /= divisor;
            }
        }
        return rest == 1;
    }

    /** Those without a larger prime factor, ascending. */
    static List<Integer> smoothUpTo(int limit) {
        return IntStream.rangeClosed(1, limit)
                .filter(FourierLengths::isSmooth)
                .boxed()
                .toList();
    }

    /** Whether it has no divisor but itself and 1. */
    static boolean isPrime(int n) {
        return BigInteger.valueOf(n).isProbablePrime(60);
    }

    /** The primes that are one above a smooth multiple of 4 and not smooth themselves, ascending. */
    static List<Integer> besideSmoothUpTo(int limit) {
        return IntStream.rangeClosed(17, limit)
                .filter(n -> n % 4 == 1 && isPrime(n) && isSmooth(n - 1))
                .boxed()
                .toList();
    }

    /** All up to 200; beyond, the smooth ones, the primes and every seventh. */
    static List<Integer> spreadUpTo(int limit) {
        return IntStream.rangeClosed(1, limit)
                .filter(n -> n <= 200 || n % 7 == 0 || isSmooth(n) || isPrime(n))
                .boxed()
                .toList();
    }
}
