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
