package dev.lanewise.perf.peer;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/** A library in native code that is measured if it is installed. Nothing that is published uses any. */
public final class NativeLibrary {
    private final String name;
    private final SymbolLookup symbols;

    private NativeLibrary(String name, SymbolLookup symbols) {
        this.name = name;
        this.symbols = symbols;
    }

    /**
     * Looks for a library where the system looks for them.
     *
     * @param names file names, as {@code libfftw3.so.3}, or paths; the first that is there is taken
     * @return the library; nothing if none is there
     */
    @SuppressWarnings("restricted") // native code is what this class is for
    public static Optional<NativeLibrary> find(String... names) {
        for (String name : names) {
            try {
                SymbolLookup symbols = name.indexOf('/') < 0
                        ? SymbolLookup.libraryLookup(name, Arena.global())
                        : SymbolLookup.libraryLookup(Path.of(name), Arena.global());
                return Optional.of(new NativeLibrary(name, symbols));
            } catch (IllegalArgumentException e) {
                // Not there: perhaps the next.
            }
        }
        return Optional.empty();
    }

    /** Whether the library has a function of this name. */
    boolean has(String function) {
        return symbols.find(function).isPresent();
    }

    /**
     * A function of the library.
     *
     * @param function its name
     * @param descriptor its type
     * @return the function
     * @throws IllegalStateException if the library has none of this name
     */
    @SuppressWarnings("restricted")
    public MethodHandle function(String function, FunctionDescriptor descriptor) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.find(function)
                                .orElseThrow(() -> new IllegalStateException(name + " has no function " + function)),
                        descriptor);
    }

    /** Calls that throw nothing but what a call out of Java may throw. */
    interface Call<T> {
        T call() throws Throwable;
    }

    static <T> T call(Call<T> call) {
        try {
            return call.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
