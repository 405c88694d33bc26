package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** A plan of FFTW 3, made with MEASURE, for five seconds at most, outside of all timing. */
final class FftwPlan {
    static final int MEASURE = 0;

    private static final double SECONDS = 5;

    private final MethodHandle execute;
    private final MemorySegment plan;

    private FftwPlan(MethodHandle execute, MemorySegment plan) {
        this.execute = execute;
        this.plan = plan;
    }

    /** What makes a plan of FFTW by one of its functions. */
    @FunctionalInterface
    interface Planner {
        MemorySegment plan(MethodHandle function) throws Throwable;
    }

    /** The library of a precision, if it is installed. */
    static Optional<NativeLibrary> library(boolean single) {
        return NativeLibrary.find(
                single ? "libfftw3f.so.3" : "libfftw3.so.3", single ? "libfftw3f.dylib" : "libfftw3.dylib");
    }

    /**
     * Plans. Planning overwrites the arrays.
     *
     * @param library of the precision
     * @param single whether it is that of floats
     * @param function its name after the prefix, as {@code plan_dft_1d}
     * @param descriptor of the function
     * @param planner calls it
     */
    static FftwPlan of(
            NativeLibrary library, boolean single, String function, FunctionDescriptor descriptor, Planner planner) {
        String prefix = single ? "fftwf_" : "fftw_";
        MethodHandle limit = library.function(prefix + "set_timelimit", FunctionDescriptor.ofVoid(JAVA_DOUBLE));
        MethodHandle plan = library.function(prefix + function, descriptor);
        FftwThreads.prepare(single);
        MemorySegment made = NativeLibrary.call(() -> {
            limit.invokeExact(SECONDS);
            return planner.plan(plan);
        });
        if (made.address() == 0) {
            throw new IllegalStateException("FFTW has no plan by " + function);
        }
        return new FftwPlan(library.function(prefix + "execute", FunctionDescriptor.ofVoid(ADDRESS)), made);
    }

    void execute() {
        NativeLibrary.call(() -> {
            execute.invokeExact(plan);
            return null;
        });
    }
}
