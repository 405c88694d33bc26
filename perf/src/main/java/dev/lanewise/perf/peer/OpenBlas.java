package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** OpenBLAS, told how many threads it may use. */
final class OpenBlas {
    private OpenBlas() {}

    static Optional<NativeLibrary> withThreads(int threads) {
        Optional<NativeLibrary> found = NativeLibrary.find("libopenblas.so.0", "libopenblas.so", "libopenblas.dylib");
        found.ifPresent(library -> {
            MethodHandle setThreads = library.function("openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT));
            NativeLibrary.call(() -> {
                setThreads.invokeExact(threads);
                return null;
            });
        });
        return found;
    }
}
