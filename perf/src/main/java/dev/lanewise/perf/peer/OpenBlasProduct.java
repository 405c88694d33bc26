package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** A {@link DenseProduct} by OpenBLAS ({@code cblas_sgemm} or {@code cblas_dgemm}), with as many threads as asked for. */
public final class OpenBlasProduct implements Contestant {
    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;
    private static final int TRANSPOSE = 112;

    private final DenseProduct product;
    private final MethodHandle gemm;
    private final NativeVector a;
    private final NativeVector b;
    private final NativeVector c;

    private OpenBlasProduct(NativeLibrary library, DenseProduct product) {
        this.product = product;
        boolean single = product.single();
        ValueLayout number = single ? JAVA_FLOAT : JAVA_DOUBLE;
        gemm = library.function(
                single ? "cblas_sgemm" : "cblas_dgemm",
                FunctionDescriptor.ofVoid(
                        JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, number, ADDRESS, JAVA_INT, ADDRESS,
                        JAVA_INT, number, ADDRESS, JAVA_INT));
        Arena arena = Arena.ofAuto();
        a = NativeVector.of(arena, product.a().length, single);
        b = NativeVector.of(arena, product.b().length, single);
        c = NativeVector.of(arena, product.m() * product.n(), single);
        a.set(product.a());
        b.set(product.b());
    }

    /**
     * The product, if OpenBLAS is installed.
     *
     * @param product its factors
     * @param threads how many
     * @return the contestant
     */
    public static Optional<Contestant> of(DenseProduct product, int threads) {
        return OpenBlas.withThreads(threads).map(library -> new OpenBlasProduct(library, product));
    }

    @Override
    public String name() {
        return "OpenBLAS";
    }

    @Override
    public void run() {
        int m = product.m(), n = product.n(), k = product.k(), ofB = product.columnsOfB();
        int transposed = product.transposed() ? TRANSPOSE : NO_TRANSPOSE;
        MemorySegment x = a.segment(), y = b.segment(), z = c.segment();
        NativeLibrary.call(() -> {
            if (product.single()) {
                gemm.invokeExact(ROW_MAJOR, NO_TRANSPOSE, transposed, m, n, k, 1f, x, k, y, ofB, 0f, z, n);
            } else {
                gemm.invokeExact(ROW_MAJOR, NO_TRANSPOSE, transposed, m, n, k, 1.0, x, k, y, ofB, 0.0, z, n);
            }
            return null;
        });
    }

    @Override
    public double[] result() {
        return c.get();
    }
}
