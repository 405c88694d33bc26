package dev.lanewise.engine.fourier;

/**
 * How many floating-point operations transforms take, about: what choices between them are made by. They depend on lengths
 * alone. A fused multiply and add counts as one, as it is one instruction.
 */
final class FourierOperations {
    /**
     * What a transform takes besides, for its call and for bringing the vector to it: about the time of so many operations, as
     * measured between blocks of 512 and of 2560 on a core with 512-bit vectors.
     */
    private static final double CALL = 1 << 12;

    private static final double LN_2 = StrictMath.log(2);

    private FourierOperations() {}

    /** The usual count, {@code 5 n log2 n}, of what the schedule of a complex transform has. */
    static double complex(int n) {
        FourierSchedule schedule = FourierSchedule.of(n);
        double passes = passes(schedule.length());
        return schedule.isChirp() ? 2 * passes + 6.0 * schedule.length() + 12.0 * n : passes;
    }

    private static double passes(int n) {
        return 5.0 * n * (StrictMath.log(n) / LN_2);
    }

    /**
     * A transform of a real vector: complex ones of half the length in all and a pass that takes them apart; for an odd length
     * with a large prime factor a complex one of that length.
     */
    static double real(int n) {
        if (n % 2 == 0) {
            return complex(n / 2) + 4.0 * n;
        }
        return FourierSchedule.of(n).isChirp() ? complex(n) : complex(n) / 2 + 4.0 * n;
    }

    /** A real circular convolution with what has been transformed before: there, the products, and back. */
    static double convolution(int n) {
        return 2 * (real(n) + CALL) + 2.0 * n;
    }
}
