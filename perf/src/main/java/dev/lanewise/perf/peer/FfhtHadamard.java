package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The Walsh-Hadamard transform by FFHT, from one array to another ({@code fht_float_oop}, {@code fht_double_oop}). It is in
 * no distribution: {@code -Dlanewise.peer.ffht=PATH} names a shared library of it.
 */
public final class FfhtHadamard implements Contestant {
    private static final String LIBRARY = "lanewise.peer.ffht";

    private final boolean single;
    private final int n;
    private final MethodHandle transform;
    private final MemorySegment in;
    private final MemorySegment out;

    private FfhtHadamard(NativeLibrary library, double[] input, boolean single) {
        this.single = single;
        this.n = input.length;
        transform = library.function(
                single ? "fht_float_oop" : "fht_double_oop",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        Arena arena = Arena.ofAuto();
        long bytes = (long) n * (single ? Float.BYTES : Double.BYTES);
        in = arena.allocate(bytes, 64);
        out = arena.allocate(bytes, 64);
        for (int i = 0; i < n; i++) {
            if (single) {
                in.setAtIndex(JAVA_FLOAT, i, (float) input[i]);
            } else {
                in.setAtIndex(JAVA_DOUBLE, i, input[i]);
            }
        }
    }

    /**
     * The transform of a vector, if a library is named.
     *
     * @param input a power of two of numbers
     * @param single whether in single precision
     * @return the contestant
     */
    public static Optional<Contestant> of(double[] input, boolean single) {
        String path = System.getProperty(LIBRARY);
        if (path == null || Integer.bitCount(input.length) != 1) {
            return Optional.empty();
        }
        NativeLibrary library = NativeLibrary.find(path)
                .orElseThrow(
                        () -> new IllegalArgumentException("-D" + LIBRARY + "=" + path + ": wanted a shared library"));
        return Optional.of(new FfhtHadamard(library, input, single));
    }

    @Override
    public String name() {
        return "FFHT";
    }

    @Override
    public void run() {
        int status = NativeLibrary.call(() -> (int) transform.invokeExact(in, out, Integer.numberOfTrailingZeros(n)));
        if (status != 0) {
            throw new IllegalStateException("FFHT refuses length " + n);
        }
    }

    @Override
    public double[] result() {
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = single ? out.getAtIndex(JAVA_FLOAT, i) : out.getAtIndex(JAVA_DOUBLE, i);
        }
        return result;
    }
}
