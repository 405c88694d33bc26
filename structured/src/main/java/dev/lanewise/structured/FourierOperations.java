package dev.lanewise.structured;

/**
 * The additions and multiplications of a transform by the count that is usual for the Fourier family, whatever the length
 * is made of: {@code 5 n log2 n} of complex numbers, which is that of radix 2, and half as many of real ones (M. Frigo and S.
 * G. Johnson, The design and implementation of FFTW3, Proc. IEEE 93, 2005, pp. 216-231, who compare speeds by it).
 */
final class FourierOperations {
    private static final double LN_2 = StrictMath.log(2);

    private FourierOperations() {}

    static long ofComplex(int n) {
        return StrictMath.round(5.0 * n * (StrictMath.log(n) / LN_2));
    }

    static long ofReal(int n) {
        return StrictMath.round(2.5 * n * (StrictMath.log(n) / LN_2));
    }
}
