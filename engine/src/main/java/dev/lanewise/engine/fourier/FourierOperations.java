package dev.lanewise.engine.fourier;

/**
 * How many floating-point operations transforms take, by the {@linkplain FourierSchedule#operations usual count}: what choices
 * between them, and how many threads work on them, are decided by. It depends on lengths alone.
 */
final class FourierOperations {
    /**
     * What a transform takes besides, for its call and for bringing the vector to it: about the time of so many operations, as
     * measured between blocks of 512 and of 2560 on a core with 512-bit vectors.
     */
    private static final double CALL = 1 << 12;

    private FourierOperations() {}

    static double complex(int n) {
        return FourierSchedule.of(n).operations();
    }

    /**
     * A transform of a real vector, {@code 2.5 n log2 n} where {@code n} has no large prime factor: half as much as a complex one.
     * An even length has a complex transform of half the length, and {@code 2.5 n} for the pass that takes it apart; an odd one
     * with a large prime factor has a complex transform of that length.
     */
    static double real(int n) {
        if (n % 2 == 0) {
            return complex(n / 2) + 2.5 * n;
        }
        FourierSchedule schedule = FourierSchedule.of(n);
        return schedule.isConvolution() ? schedule.operations() : schedule.operations() / 2;
    }

    /**
     * A real circular convolution with what has been transformed before: there, the products, and back. The passes that take
     * real transforms apart weigh more than in the usual count, since they wait for memory.
     */
    static double convolution(int n) {
        return 2 * (real(n) + 1.5 * n + CALL) + 2.0 * n;
    }
}
