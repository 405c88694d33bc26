package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * OpenBLAS's factorisations, of a copy as it comes: {@code dgetrf}, {@code dpotrf} and {@code dgeqp3}, column-major. That of
 * Cholesky is told of the upper triangle, since a symmetric matrix is its own transpose.
 */
public final class OpenBlasFactors implements Contestant {
    private final Factorization factorization;
    private final int n;
    private final Arena arena = Arena.ofAuto();
    private final MethodHandle function;
    private final MemorySegment order;
    private final MemorySegment info = arena.allocate(JAVA_INT);
    private final MemorySegment upper = arena.allocateFrom(JAVA_BYTE, (byte) 'U');
    private final NativeVector a;
    private final NativeVector factors;
    private final NativeVector taus;
    private final NativeVector scratch;
    private final MemorySegment scratchLength;
    private final MemorySegment pivots;

    private OpenBlasFactors(NativeLibrary library, Factorization factorization, int n, double[] rowMajor) {
        this.factorization = factorization;
        this.n = n;
        function = switch (factorization) {
            case LU ->
                library.function(
                        "dgetrf_", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
            case CHOLESKY ->
                library.function(
                        "dpotrf_", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
            case PIVOTED_QR ->
                library.function(
                        "dgeqp3_",
                        FunctionDescriptor.ofVoid(
                                ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        };
        order = arena.allocateFrom(JAVA_INT, n);
        a = NativeVector.of(arena, n * n, false);
        a.set(FactoredMatrix.transposed(n, rowMajor));
        factors = NativeVector.of(arena, n * n, false);
        taus = NativeVector.of(arena, n, false);
        int most = 128 * (n + 1); // two norms a column, and blocks of up to 126
        scratch = NativeVector.of(arena, most, false);
        scratchLength = arena.allocateFrom(JAVA_INT, most);
        pivots = arena.allocate(JAVA_INT, n);
    }

    /**
     * The factorisation of a matrix, if OpenBLAS is installed and has LAPACK.
     *
     * @param factorization which
     * @param n rows and columns
     * @param rowMajor the matrix
     * @param threads how many
     * @return the contestant
     */
    public static Optional<Contestant> of(Factorization factorization, int n, double[] rowMajor, int threads) {
        return OpenBlas.withThreads(threads)
                .filter(library -> library.has("dgeqp3_"))
                .map(library -> new OpenBlasFactors(library, factorization, n, rowMajor));
    }

    @Override
    public String name() {
        return "OpenBLAS";
    }

    @Override
    public void run() {
        factors.segment().copyFrom(a.segment());
        pivots.fill((byte) 0); // to dgeqp3: any column may go anywhere
        MemorySegment f = factors.segment();
        NativeLibrary.call(() -> {
            switch (factorization) {
                case LU -> function.invokeExact(order, order, f, order, pivots, info);
                case CHOLESKY -> function.invokeExact(upper, order, f, order, info, 1L);
                case PIVOTED_QR ->
                    function.invokeExact(
                            order, order, f, order, pivots, taus.segment(), scratch.segment(), scratchLength, info);
            }
            return null;
        });
        int status = info.get(JAVA_INT, 0);
        if (status != 0) {
            throw new IllegalStateException("LAPACK: got info " + status + ", wanted 0");
        }
    }

    @Override
    public double[] result() {
        int[] places = Factorization.inOrder(n);
        for (int i = 0; i < n && factorization != Factorization.CHOLESKY; i++) {
            int pivot = pivots.getAtIndex(JAVA_INT, i) - 1;
            if (factorization == Factorization.LU) {
                int row = places[i];
                places[i] = places[pivot];
                places[pivot] = row;
            } else {
                places[i] = pivot;
            }
        }
        return factorization.compared(n, FactoredMatrix.transposed(n, factors.get()), places);
    }
}
