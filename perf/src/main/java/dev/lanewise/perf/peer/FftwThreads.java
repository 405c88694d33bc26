package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The threads of FFTW 3, which are a library of their own; without it, its plans have one thread. */
public final class FftwThreads {
    private static int threads = 1;

    private FftwThreads() {}

    /**
     * Says how many threads the plans made from now on have.
     *
     * @param count how many, at least 1
     */
    public static void use(int count) {
        threads = count;
    }

    /**
     * Whether FFTW can have several threads here.
     *
     * @return true if the libraries of both precisions are installed
     */
    public static boolean present() {
        return library(true).isPresent() && library(false).isPresent();
    }

    /** To be called before a plan is made. */
    static void prepare(boolean single) {
        if (threads == 1) {
            return;
        }
        library(single).ifPresent(library -> {
            String prefix = single ? "fftwf_" : "fftw_";
            MethodHandle start = library.function(prefix + "init_threads", FunctionDescriptor.of(JAVA_INT));
            MethodHandle use = library.function(prefix + "plan_with_nthreads", FunctionDescriptor.ofVoid(JAVA_INT));
            int started = NativeLibrary.call(() -> {
                int status = (int) start.invokeExact();
                use.invokeExact(threads);
                return status;
            });
            if (started == 0) {
                throw new IllegalStateException("FFTW could not start its threads");
            }
        });
    }

    private static Optional<NativeLibrary> library(boolean single) {
        return NativeLibrary.find(
                single ? "libfftw3f_threads.so.3" : "libfftw3_threads.so.3",
                single ? "libfftw3f_threads.dylib" : "libfftw3_threads.dylib");
    }
}
