package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Complex Fourier transforms by FFTW 3, from one array to another, real and imaginary parts alternating. */
public final class FftwFourier implements Contestant {
    private static final int FORWARD = -1;

    private final FftwPlan plan;
    private final NativeVector out;

    /** Calls a function of FFTW that makes a plan of some shape. */
    @FunctionalInterface
    private interface Shape {
        MemorySegment plan(MethodHandle function, MemorySegment in, MemorySegment out) throws Throwable;
    }

    private FftwFourier(
            NativeLibrary library,
            double[] re,
            double[] im,
            boolean single,
            String function,
            FunctionDescriptor descriptor,
            Shape shape) {
        Arena arena = Arena.ofAuto();
        NativeVector in = NativeVector.of(arena, 2 * re.length, single);
        out = NativeVector.of(arena, 2 * re.length, single);
        plan = FftwPlan.of(
                library, single, function, descriptor, handle -> shape.plan(handle, in.segment(), out.segment()));
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
        int n = re.length;
        FunctionDescriptor descriptor = FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
        return FftwPlan.library(single)
                .map(library ->
                        new FftwFourier(library, re, im, single, "plan_dft_1d", descriptor, (function, in, out) ->
                                (MemorySegment) function.invokeExact(n, in, out, FORWARD, FftwPlan.MEASURE)));
    }

    /**
     * The transforms of the rows of a matrix, if FFTW is installed.
     *
     * @param re real parts, row by row
     * @param im imaginary parts
     * @param cols the length of a row
     * @param single whether in single precision
     * @return the contestant
     */
    public static Optional<Contestant> ofRows(double[] re, double[] im, int cols, boolean single) {
        int rows = re.length / cols;
        MemorySegment length = Arena.ofAuto().allocateFrom(JAVA_INT, cols);
        FunctionDescriptor descriptor = FunctionDescriptor.of(
                ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT,
                JAVA_INT, JAVA_INT, JAVA_INT);
        return FftwPlan.library(single)
                .map(library -> new FftwFourier(
                        library,
                        re,
                        im,
                        single,
                        "plan_many_dft",
                        descriptor,
                        (function, in, out) -> (MemorySegment) function.invokeExact(
                                1,
                                length,
                                rows,
                                in,
                                length,
                                1,
                                cols,
                                out,
                                length,
                                1,
                                cols,
                                FORWARD,
                                FftwPlan.MEASURE)));
    }

    /**
     * The transform of a matrix over both axes, if FFTW is installed.
     *
     * @param re real parts, row by row
     * @param im imaginary parts
     * @param cols the length of a row
     * @param single whether in single precision
     * @return the contestant
     */
    public static Optional<Contestant> ofGrid(double[] re, double[] im, int cols, boolean single) {
        int rows = re.length / cols;
        FunctionDescriptor descriptor =
                FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
        return FftwPlan.library(single)
                .map(library ->
                        new FftwFourier(library, re, im, single, "plan_dft_2d", descriptor, (function, in, out) ->
                                (MemorySegment) function.invokeExact(rows, cols, in, out, FORWARD, FftwPlan.MEASURE)));
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
