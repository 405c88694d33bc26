package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lanewise.perf.duel.Contestant;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The Walsh-Hadamard transform by FFHT, from one array to another ({@code fht_float_oop}, {@code fht_double_oop}). It is in
 * no distribution: {@code -Dlanewise.peer.ffht=PATH} names a shared library of it.
 */
public final class FfhtHadamard implements Contestant {
    private static final String LIBRARY = "lanewise.peer.ffht";

    private final MethodHandle transform;
    private final NativeVector in;
    private final NativeVector out;

    private FfhtHadamard(NativeLibrary library, double[] input, boolean single) {
        transform = library.function(
                single ? "fht_float_oop" : "fht_double_oop",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        Arena arena = Arena.ofAuto();
        in = NativeVector.of(arena, input.length, single);
        out = NativeVector.of(arena, input.length, single);
        in.set(input);
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
        int bits = Integer.numberOfTrailingZeros(in.n());
        int status = NativeLibrary.call(() -> (int) transform.invokeExact(in.segment(), out.segment(), bits));
        if (status != 0) {
            throw new IllegalStateException("FFHT refuses length " + in.n());
        }
    }

    @Override
    public double[] result() {
        return out.get();
    }
}
