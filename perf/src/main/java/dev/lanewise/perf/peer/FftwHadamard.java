package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;

/**
 * The Walsh-Hadamard transform by FFTW 3: a real transform of {@code k} dimensions of length 2 each is that of length
 * {@code 2^k} in natural order. Planned with MEASURE, for five seconds at most, outside of all
 * timing; from one array to another.
 */
public final class FftwHadamard implements Contestant {
    private static final int R2HC = 0;
    private static final int MEASURE = 0;
    private static final double SECONDS = 5;

    private final MethodHandle execute;
    private final MemorySegment plan;
    private final NativeVector in;
    private final NativeVector out;

    private FftwHadamard(NativeLibrary library, double[] input, boolean single) {
        int n = input.length;
        String prefix = single ? "fftwf_" : "fftw_";
        Arena arena = Arena.ofAuto();
        in = NativeVector.of(arena, n, single);
        out = NativeVector.of(arena, n, single);
        int rank = Integer.numberOfTrailingZeros(n);
        int[] twos = new int[Math.max(1, rank)];
        Arrays.fill(twos, rank == 0 ? 1 : 2);
        int[] kinds = new int[twos.length];
        Arrays.fill(kinds, R2HC);
        MethodHandle plan = library.function(
                prefix + "plan_r2r",
                FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
        MethodHandle limit = library.function(prefix + "set_timelimit", FunctionDescriptor.ofVoid(JAVA_DOUBLE));
        execute = library.function(prefix + "execute", FunctionDescriptor.ofVoid(ADDRESS));
        MemorySegment dimensions = arena.allocateFrom(JAVA_INT, twos);
        MemorySegment kind = arena.allocateFrom(JAVA_INT, kinds);
        this.plan = NativeLibrary.call(() -> {
            limit.invokeExact(SECONDS);
            return (MemorySegment)
                    plan.invokeExact(twos.length, dimensions, in.segment(), out.segment(), kind, MEASURE);
        });
        if (this.plan.address() == 0) {
            throw new IllegalStateException("FFTW has no plan for 2^" + rank);
        }
        // Planning overwrites the input.
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
        if (Integer.bitCount(input.length) != 1) {
            return Optional.empty();
        }
        return NativeLibrary.find(
                        single ? "libfftw3f.so.3" : "libfftw3.so.3", single ? "libfftw3f.dylib" : "libfftw3.dylib")
                .map(library -> new FftwHadamard(library, input, single));
    }

    @Override
    public String name() {
        return "FFTW";
    }

    @Override
    public void run() {
        NativeLibrary.call(() -> {
            execute.invokeExact(plan);
            return null;
        });
    }

    @Override
    public double[] result() {
        return out.get();
    }
}
