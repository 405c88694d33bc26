package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a call allocates. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 1000;

    /** Vectors are objects until the compiler has seen enough of them: so long it may take, on a busy machine. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private Allocation() {}

    /** Fails unless, in the long run, a thousand calls in a row allocate less than a thousand bytes together. */
    public static void assertNone(String context, Runnable call) {
        long start = System.nanoTime();
        long bytes = Long.MAX_VALUE;
        while (bytes >= CALLS) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                fail(context + ": " + (double) bytes / CALLS + " bytes a call, wanted none");
            }
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        }
    }
}
