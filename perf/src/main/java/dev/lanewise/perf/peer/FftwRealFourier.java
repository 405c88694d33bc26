package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** The Fourier transform of a real vector by FFTW 3 to {@code n / 2 + 1} pairs of a real and an imaginary part. */
public final class FftwRealFourier implements Contestant {
    private final FftwPlan plan;
    private final NativeVector out;

    private FftwRealFourier(NativeLibrary library, double[] input, boolean single) {
        int n = input.length;
        Arena arena = Arena.ofAuto();
        NativeVector in = NativeVector.of(arena, n, single);
        out = NativeVector.of(arena, 2 * (n / 2 + 1), single);
        plan = FftwPlan.of(
                library,
                single,
                "plan_dft_r2c_1d",
                FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT),
                function -> (MemorySegment) function.invokeExact(n, in.segment(), out.segment(), FftwPlan.MEASURE));
        in.set(input);
    }

    /**
     * The transform of a vector, if FFTW is installed.
     *
     * @param input the numbers
     * @param single whether in single precision
     * @return the contestant
     */
    public static Optional<Contestant> of(double[] input, boolean single) {
        return FftwPlan.library(single).map(library -> new FftwRealFourier(library, input, single));
    }

    @Override
    public String name() {
        return "FFTW";
    }

    @Override
    public void run() {
        plan.execute();
    }

    /** All real parts, then all imaginary ones. */
    @Override
    public double[] result() {
        return Interleaved.apart(out.get());
    }
}
