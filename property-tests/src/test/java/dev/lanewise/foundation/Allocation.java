package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a call allocates. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 1000;

    /** Vectors are objects until the compiler has seen enough of them: so long it may take, on a busy machine. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /** Keeps what is allocated on purpose from being left out by the compiler. */
    private static volatile byte[] kept;

    private Allocation() {}

    /** Fails unless, in the long run, a thousand calls in a row allocate less than a thousand bytes together. */
    public static void assertNone(String context, Runnable call) {
        assertMeasures();
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

    /** Fails unless, in the long run, a call allocates so many bytes at most. */
    public static void assertAtMost(long most, String context, Runnable call) {
        assertMeasures();
        long start = System.nanoTime();
        long least = Long.MAX_VALUE;
        while (least > most) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                fail(context + ": " + least + " bytes, wanted " + most + " at most");
            }
            long before = THREADS.getCurrentThreadAllocatedBytes();
            call.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
    }

    /** Where measurement is switched off, all numbers are -1, and nothing would ever seem to be allocated. */
    private static void assertMeasures() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        kept = new byte[CALLS];
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes >= CALLS, "an array of " + CALLS + " bytes counts as " + bytes);
    }
}
