package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Parallelism;
import java.util.List;

/** What the library does with threads. */
public final class LanewiseThreads {
    private LanewiseThreads() {}

    /**
     * Fails unless small work is split among threads here, as {@code property-tests/pom.xml} asks for: without that, tests
     * of splitting that are small would see one thread alone.
     */
    public static void assertSmallWorkIsSplit() {
        int workers = Parallelism.threads(3).forOperations(1e3).workers();
        assertEquals(3, workers, "workers for a thousand operations; wanted -Dlanewise.operationsPerThread=1");
    }

    /** The names of the threads that the library has started and that still live. */
    public static List<String> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("lanewise"))
                .toList();
    }
}
