package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** LAPACK's decompositions as OpenBLAS has them, by dividing and conquering, of a copy: {@code dgesdd} and {@code dsyevd}. */
public final class OpenBlasSpectrum implements Contestant {
    /** For {@code lwork}: tell how much scratch is best, and do nothing else. */
    private static final int ASK = -1;

    private final Spectrum spectrum;
    private final int n;
    private final Arena arena = Arena.ofAuto();
    private final MethodHandle function;
    private final MemorySegment order;
    private final MemorySegment info = arena.allocate(JAVA_INT);
    private final MemorySegment all;
    private final MemorySegment upper = arena.allocateFrom(JAVA_BYTE, (byte) 'U');
    private final NativeVector a;
    private final NativeVector copy;
    private final NativeVector values;
    private final NativeVector left;
    private final NativeVector right;
    private final MemorySegment scratch;
    private final MemorySegment scratchLength;
    private final MemorySegment integers;
    private final MemorySegment integersLength;

    private OpenBlasSpectrum(NativeLibrary library, Spectrum spectrum, int n, double[] rowMajor) {
        this.spectrum = spectrum;
        this.n = n;
        function = switch (spectrum) {
            case SVD ->
                library.function(
                        "dgesdd_",
                        FunctionDescriptor.ofVoid(
                                ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
                                ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
            case EIGEN ->
                library.function(
                        "dsyevd_",
                        FunctionDescriptor.ofVoid(
                                ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
                                ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG));
        };
        order = arena.allocateFrom(JAVA_INT, n);
        all = arena.allocateFrom(JAVA_BYTE, (byte) (spectrum == Spectrum.SVD ? 'S' : 'V'));
        a = NativeVector.of(arena, n * n, false);
        a.set(FactoredMatrix.transposed(n, rowMajor));
        copy = NativeVector.of(arena, n * n, false);
        values = NativeVector.of(arena, n, false);
        left = NativeVector.of(arena, n * n, false);
        right = NativeVector.of(arena, n * n, false);
        integers = arena.allocate(JAVA_INT, 8L * n + 3); // 8 n for dgesdd, 3 + 5 n for dsyevd
        MemorySegment wanted = arena.allocate(JAVA_DOUBLE), ask = arena.allocateFrom(JAVA_INT, ASK);
        call(wanted, ask, ask);
        int length = (int) wanted.get(JAVA_DOUBLE, 0);
        scratch = NativeVector.of(arena, length, false).segment();
        scratchLength = arena.allocateFrom(JAVA_INT, length);
        integersLength = arena.allocateFrom(JAVA_INT, 8 * n + 3);
    }

    /**
     * The decomposition of a matrix, if OpenBLAS is installed and has LAPACK.
     *
     * @param spectrum which
     * @param n rows and columns
     * @param rowMajor the matrix
     * @param threads how many
     * @return the contestant
     */
    public static Optional<Contestant> of(Spectrum spectrum, int n, double[] rowMajor, int threads) {
        return OpenBlas.withThreads(threads)
                .filter(library -> library.has("dgesdd_") && library.has("dsyevd_"))
                .map(library -> new OpenBlasSpectrum(library, spectrum, n, rowMajor));
    }

    private void call(MemorySegment with, MemorySegment length, MemorySegment ofIntegers) {
        MemorySegment c = copy.segment(), s = values.segment(), u = left.segment(), v = right.segment();
        NativeLibrary.call(() -> {
            switch (spectrum) {
                case SVD ->
                    function.invokeExact(
                            all, order, order, c, order, s, u, order, v, order, with, length, integers, info, 1L);
                case EIGEN ->
                    function.invokeExact(
                            all, upper, order, c, order, s, with, length, integers, ofIntegers, info, 1L, 1L);
            }
            return null;
        });
        int status = info.get(JAVA_INT, 0);
        if (status != 0) {
            throw new IllegalStateException("LAPACK: got info " + status + ", wanted 0");
        }
    }

    @Override
    public String name() {
        return "OpenBLAS";
    }

    @Override
    public void run() {
        copy.segment().copyFrom(a.segment());
        call(scratch, scratchLength, integersLength);
    }

    @Override
    public double[] result() {
        // What is column-major V^T is row-major V.
        double[] vectors = FactoredMatrix.transposed(n, (spectrum == Spectrum.SVD ? left : copy).get());
        return spectrum.compared(n, vectors, values.get(), spectrum == Spectrum.SVD ? right.get() : vectors);
    }
}
