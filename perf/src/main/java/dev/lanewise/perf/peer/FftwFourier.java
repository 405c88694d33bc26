package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** The Fourier transform by FFTW 3, from one array to another, real and imaginary parts alternating. */
public final class FftwFourier implements Contestant {
    private static final int FORWARD = -1;

    private final FftwPlan plan;
    private final NativeVector out;

    private FftwFourier(NativeLibrary library, double[] re, double[] im, boolean single) {
        int n = re.length;
        Arena arena = Arena.ofAuto();
        NativeVector in = NativeVector.of(arena, 2 * n, single);
        out = NativeVector.of(arena, 2 * n, single);
        plan = FftwPlan.of(
                library,
                single,
                "plan_dft_1d",
                FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT),
                function -> (MemorySegment)
                        function.invokeExact(n, in.segment(), out.segment(), FORWARD, FftwPlan.MEASURE));
        in.set(Interleaved.of(re, im));
    }

    /**
     * The transform of a vector, if FFTW is installed.
     *
     * @param re real parts
     * @param im imaginary parts
     * @param single whether in single precision
     * @return the contestant
     */
    public static Optional<Contestant> of(double[] re, double[] im, boolean single) {
        return FftwPlan.library(single).map(library -> new FftwFourier(library, re, im, single));
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
        return Interleaved.apart(out.get());
    }
}
