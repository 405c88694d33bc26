package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/**
 * The Walsh-Hadamard transform by FFTW 3: a real transform of {@code k} dimensions of length 2 each is that of length
 * {@code 2^k} in natural order. From one array to another.
 */
public final class FftwHadamard implements Contestant {
    private static final int R2HC = 0;

    private final FftwPlan plan;
    private final NativeVector out;

    private FftwHadamard(NativeLibrary library, double[] input, boolean single) {
        int n = input.length;
        Arena arena = Arena.ofAuto();
        NativeVector in = NativeVector.of(arena, n, single);
        out = NativeVector.of(arena, n, single);
        int rank = Integer.numberOfTrailingZeros(n);
        int[] twos = new int[Math.max(1, rank)];
        Arrays.fill(twos, rank == 0 ? 1 : 2);
        int[] kinds = new int[twos.length];
        Arrays.fill(kinds, R2HC);
        MemorySegment dimensions = arena.allocateFrom(JAVA_INT, twos);
        MemorySegment kind = arena.allocateFrom(JAVA_INT, kinds);
        plan = FftwPlan.of(
                library,
                single,
                "plan_r2r",
                FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT),
                function -> (MemorySegment) function.invokeExact(
                        twos.length, dimensions, in.segment(), out.segment(), kind, FftwPlan.MEASURE));
        in.set(input);
    }

    /**
     * The transform of a vector, if FFTW is installed.
     *
     * @param input a power of two of numbers
     * @param single whether in single precision
     * @return the contestant
     */
    public static Optional<Contestant> of(double[] input, boolean single) {
        return Integer.bitCount(input.length) != 1
                ? Optional.empty()
                : FftwPlan.library(single).map(library -> new FftwHadamard(library, input, single));
    }

    @Override
    public String name() {
        return "FFTW";
    }

    @Override
    public void run() {
        plan.execute();
    }

    @Override
    public double[] result() {
        return out.get();
    }
}
