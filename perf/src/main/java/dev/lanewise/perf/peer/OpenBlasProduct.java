package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** A {@link DenseProduct} by OpenBLAS ({@code cblas_sgemm}), with as many threads as asked for. */
public final class OpenBlasProduct implements Contestant {
    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;
    private static final int TRANSPOSE = 112;

    private final DenseProduct product;
    private final MethodHandle gemm;
    private final MemorySegment vectors;
    private final MemorySegment rotation;
    private final MemorySegment rotated;

    private OpenBlasProduct(NativeLibrary library, DenseProduct product, int threads) {
        this.product = product;
        MethodHandle setThreads = library.function("openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT));
        NativeLibrary.call(() -> {
            setThreads.invokeExact(threads);
            return null;
        });
        gemm = library.function(
                "cblas_sgemm",
                FunctionDescriptor.ofVoid(
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_FLOAT,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_FLOAT,
                        ADDRESS,
                        JAVA_INT));
        Arena arena = Arena.ofAuto();
        vectors = copied(arena, product.vectors());
        rotation = copied(arena, product.rotation());
        rotated = arena.allocate((long) product.vectors().length * Float.BYTES, 64);
    }

    private static MemorySegment copied(Arena arena, float[] values) {
        MemorySegment segment = arena.allocate((long) values.length * Float.BYTES, 64);
        MemorySegment.copy(values, 0, segment, JAVA_FLOAT, 0, values.length);
        return segment;
    }

    /**
     * The product, if OpenBLAS is installed.
     *
     * @param product its factors
     * @param threads how many
     * @return the contestant
     */
    public static Optional<Contestant> of(DenseProduct product, int threads) {
        return NativeLibrary.find("libopenblas.so.0", "libopenblas.so", "libopenblas.dylib")
                .map(library -> new OpenBlasProduct(library, product, threads));
    }

    @Override
    public String name() {
        return "OpenBLAS";
    }

    @Override
    public void run() {
        int d = product.d();
        int rows = product.rows();
        NativeLibrary.call(() -> {
            gemm.invokeExact(
                    ROW_MAJOR, NO_TRANSPOSE, TRANSPOSE, rows, d, d, 1f, vectors, d, rotation, d, 0f, rotated, d);
            return null;
        });
    }

    @Override
    public double[] result() {
        return Precision.widened(rotated.toArray(JAVA_FLOAT));
    }
}
