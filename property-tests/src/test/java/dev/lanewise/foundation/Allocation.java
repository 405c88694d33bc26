package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a call allocates. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MOST_CALLS = 1000;
    private static final int FEWEST_CALLS = 20;

    /** Of calls that take long there are fewer in a round. */
    private static final long ROUND_NANOS = 200_000_000L;

    /** Vectors are objects until the compiler has seen enough of them: so long it may take, on a busy machine. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /** Keeps what is allocated on purpose from being left out by the compiler. */
    private static volatile byte[] kept;

    private Allocation() {}

    /** Fails unless, in the long run, so many calls in a row, from twenty to a thousand, allocate fewer bytes together than they are. */
    public static void assertNone(String context, Runnable call) {
        assertMeasures();
        long start = System.nanoTime();
        while (true) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            int calls = round(call);
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (bytes < calls) {
                return;
            }
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                fail(context + ": " + (double) bytes / calls + " bytes a call, wanted none");
            }
        }
    }

    /** Returns how often it called. */
    private static int round(Runnable call) {
        long start = System.nanoTime();
        int calls = 0;
        while (calls < FEWEST_CALLS || (calls < MOST_CALLS && System.nanoTime() - start < ROUND_NANOS)) {
            call.run();
            calls++;
        }
        return calls;
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
        kept = new byte[MOST_CALLS];
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes >= MOST_CALLS, "an array of " + MOST_CALLS + " bytes counts as " + bytes);
    }
}
