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
 * LAPACK's QR factorisation as OpenBLAS has it, with as many threads as asked for. Its functions are Fortran's: matrices are
 * column-major, arguments are addresses, and the lengths of texts come last.
 */
public abstract sealed class OpenBlasQr implements Contestant {
    /** For {@code lwork}: tell how much scratch is best, in its first element, and do nothing else. */
    private static final int ASK = -1;

    private final NativeLibrary library;
    private final Arena arena = Arena.ofAuto();
    private final FactoredMatrix matrix;
    private final MethodHandle geqrf;
    private final MemorySegment rows;
    private final MemorySegment columns;
    private final MemorySegment info = arena.allocate(JAVA_INT);
    private final NativeVector a;
    private final NativeVector factors;
    private final NativeVector tau;
    private final Scratch scratch;

    private OpenBlasQr(NativeLibrary library, FactoredMatrix matrix) {
        this.library = library;
        this.matrix = matrix;
        geqrf = function(
                "geqrf_",
                FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        rows = arena.allocateFrom(JAVA_INT, matrix.m());
        columns = arena.allocateFrom(JAVA_INT, matrix.n());
        a = copied(matrix.elements());
        factors = vector(matrix.m() * matrix.n());
        tau = vector(matrix.n());
        scratch = scratch(this::geqrf);
    }

    /**
     * The factorisation of a copy of the matrix, if OpenBLAS is installed and has LAPACK.
     *
     * @param matrix what is factorised
     * @param threads how many
     * @return the contestant, whose result is {@code R^T R}
     */
    public static Optional<Contestant> factorizing(FactoredMatrix matrix, int threads) {
        return library(matrix, threads).map(library -> new Factorizing(library, matrix));
    }

    /**
     * {@code Q^T C} in a copy of C, with a square matrix, if OpenBLAS is installed and has LAPACK.
     *
     * @param matrix what is factorised beforehand
     * @param c C, of n x n, row-major
     * @param threads how many
     * @return the contestant, whose result is {@code R^T Q^T C}
     */
    public static Optional<Contestant> applying(FactoredMatrix matrix, double[] c, int threads) {
        return library(matrix, threads).map(library -> new Applying(library, matrix, c));
    }

    private static Optional<NativeLibrary> library(FactoredMatrix matrix, int threads) {
        return OpenBlas.withThreads(threads).filter(library -> library.has(prefix(matrix) + "geqrf_"));
    }

    private static String prefix(FactoredMatrix matrix) {
        return matrix.single() ? "s" : "d";
    }

    @Override
    public final String name() {
        return "OpenBLAS";
    }

    final MethodHandle function(String suffix, FunctionDescriptor descriptor) {
        return library.function(prefix(matrix) + suffix, descriptor);
    }

    final NativeVector vector(int length) {
        return NativeVector.of(arena, length, matrix.single());
    }

    final NativeVector copied(double[] rowMajor) {
        NativeVector vector = vector(rowMajor.length);
        vector.set(FactoredMatrix.transposed(matrix.m(), matrix.n(), rowMajor));
        return vector;
    }

    final MemorySegment text(char letter) {
        return arena.allocateFrom(JAVA_BYTE, (byte) letter);
    }

    /** What LAPACK works in. */
    record Scratch(MemorySegment elements, MemorySegment length) {}

    /** A function of LAPACK that takes scratch. */
    interface Routine {
        void call(Scratch scratch) throws Throwable;
    }

    /** As much as the routine wants. */
    final Scratch scratch(Routine routine) {
        NativeVector wanted = vector(1);
        call(routine, new Scratch(wanted.segment(), arena.allocateFrom(JAVA_INT, ASK)));
        int length = (int) wanted.get()[0];
        return new Scratch(vector(length).segment(), arena.allocateFrom(JAVA_INT, length));
    }

    final void call(Routine routine, Scratch with) {
        NativeLibrary.call(() -> {
            routine.call(with);
            return null;
        });
        int status = info.get(JAVA_INT, 0);
        if (status != 0) {
            throw new IllegalStateException("LAPACK: got info " + status + ", wanted 0");
        }
    }

    private void geqrf(Scratch with) throws Throwable {
        MemorySegment f = factors.segment(), t = tau.segment();
        geqrf.invokeExact(rows, columns, f, rows, t, with.elements, with.length, info);
    }

    final void factorize() {
        factors.segment().copyFrom(a.segment());
        call(this::geqrf, scratch);
    }

    final UpperTriangle upper() {
        int m = matrix.m(), n = matrix.n();
        double[] all = factors.get(), r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                r[i * n + j] = all[j * m + i];
            }
        }
        return new UpperTriangle(n, r);
    }

    private static final class Factorizing extends OpenBlasQr {
        Factorizing(NativeLibrary library, FactoredMatrix matrix) {
            super(library, matrix);
        }

        @Override
        public void run() {
            factorize();
        }

        @Override
        public double[] result() {
            return upper().gram();
        }
    }

    private static final class Applying extends OpenBlasQr {
        private final MethodHandle ormqr;
        private final MemorySegment left = text('L');
        private final MemorySegment transposed = text('T');
        private final NativeVector c;
        private final NativeVector product;
        private final Scratch scratch;

        Applying(NativeLibrary library, FactoredMatrix matrix, double[] c) {
            super(library, matrix);
            ormqr = function(
                    "ormqr_",
                    FunctionDescriptor.ofVoid(
                            ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
                            ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG));
            this.c = copied(c);
            product = vector(c.length);
            factorize();
            scratch = scratch(this::ormqr);
        }

        private void ormqr(Scratch with) throws Throwable {
            MemorySegment order = super.rows, f = super.factors.segment(), t = super.tau.segment();
            MemorySegment p = product.segment();
            ormqr.invokeExact(
                    left,
                    transposed,
                    order,
                    order,
                    order,
                    f,
                    order,
                    t,
                    p,
                    order,
                    with.elements,
                    with.length,
                    super.info,
                    1L,
                    1L);
        }

        @Override
        public void run() {
            product.segment().copyFrom(c.segment());
            call(this::ormqr, scratch);
        }

        @Override
        public double[] result() {
            UpperTriangle r = upper();
            return r.transposedTimes(FactoredMatrix.transposed(r.n(), product.get()));
        }
    }
}
