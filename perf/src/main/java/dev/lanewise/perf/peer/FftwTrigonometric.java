package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Cosine and sine transforms by FFTW 3, whose definitions are ours, from one array to another. */
public final class FftwTrigonometric implements Contestant {
    private final FftwPlan plan;
    private final NativeVector out;

    private FftwTrigonometric(NativeLibrary library, TrigonometricKind kind, double[] input, boolean single) {
        int n = input.length;
        int number = number(kind);
        Arena arena = Arena.ofAuto();
        NativeVector in = NativeVector.of(arena, n, single);
        out = NativeVector.of(arena, n, single);
        plan = FftwPlan.of(
                library,
                single,
                "plan_r2r_1d",
                FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT),
                function ->
                        (MemorySegment) function.invokeExact(n, in.segment(), out.segment(), number, FftwPlan.MEASURE));
        in.set(input);
    }

    /** As in {@code fftw3.h}: REDFT00, 01, 10, 11 are 3 to 6, RODFT00, 01, 10, 11 are 7 to 10. */
    private static int number(TrigonometricKind kind) {
        return switch (kind) {
            case DCT1 -> 3;
            case DCT2 -> 5;
            case DCT3 -> 4;
            case DCT4 -> 6;
            case DST1 -> 7;
            case DST2 -> 9;
            case DST3 -> 8;
            case DST4 -> 10;
        };
    }

    /**
     * The transform of a vector, if FFTW is installed.
     *
     * @param kind of the transform
     * @param input the numbers
     * @param single whether in single precision
     * @return the contestant
     */
    public static Optional<Contestant> of(TrigonometricKind kind, double[] input, boolean single) {
        return FftwPlan.library(single).map(library -> new FftwTrigonometric(library, kind, input, single));
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
