package dev.lanewise.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * How many threads may work on one call, and where they come from. Results never depend on it, to the last bit.
 *
 * <p>The calling thread is always one of them. Threads that a call starts end before it returns. Starting or waking one
 * takes a tenth of a millisecond, so a call works with fewer where more would not pay: one thread for each
 * {@code -Dlanewise.operationsPerThread} floating-point operations, 2^24 unless said otherwise. A thread that waits for the
 * others of its call looks for 0.2 ms before it sleeps.
 */
public final class Parallelism {
    /** The calling thread alone. */
    public static final Parallelism NONE = new Parallelism(1, null);

    private static final String OPERATIONS_PER_THREAD = "lanewise.operationsPerThread";

    private final int workers;
    private final Executor executor;

    private Parallelism(int workers, Executor executor) {
        this.workers = workers;
        this.executor = executor;
    }

    /** A piece of work, one of several that may run at once. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does one piece.
         *
         * @param index which piece, from 0
         * @param worker which worker does it, from 0 (the calling thread) to one less than the number of workers; no two
         *     pieces run under the same number at once
         */
        void run(int index, int worker);
    }

    /** A piece of work of one of several phases. */
    @FunctionalInterface
    public interface PhaseTask {
        /**
         * Does one piece.
         *
         * @param phase which phase, from 0
         * @param index which piece of it, from 0
         * @param worker which worker does it, as for a {@link Task}
         */
        void run(int phase, int index, int worker);
    }

    /**
     * The calling thread and others that each call starts anew and ends.
     *
     * @param threads how many in all, at least 1
     * @return the parallelism
     */
    public static Parallelism threads(int threads) {
        return threads == 1 ? NONE : new Parallelism(positive(threads), null);
    }

    /**
     * The calling thread and an executor of the caller's. An executor that is busy, or refuses, slows a call down but
     * never blocks it: the calling thread does what nobody else has begun.
     *
     * @param executor runs the others
     * @param workers how many work at once, the calling thread among them, at least 1
     * @return the parallelism
     */
    public static Parallelism on(Executor executor, int workers) {
        return new Parallelism(positive(workers), Objects.requireNonNull(executor, "executor"));
    }

    private static int positive(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("threads: got " + workers + ", wanted 1 or more");
        }
        return workers;
    }

    /**
     * How many threads work at once, the calling one among them.
     *
     * @return the number, at least 1
     */
    public int workers() {
        return workers;
    }

    /**
     * This, with no more workers than pay for a job.
     *
     * @param operations how many floating-point operations the job has, about; what only moves data counts as well
     * @return the parallelism
     * @throws IllegalArgumentException if {@code -Dlanewise.operationsPerThread} is no positive number
     */
    public Parallelism forOperations(double operations) {
        if (workers == 1) {
            return this;
        }
        int worthwhile = (int) Math.max(1, Math.min(workers, operations / operationsPerThread()));
        return worthwhile == 1 ? NONE : worthwhile == workers ? this : new Parallelism(worthwhile, executor);
    }

    private static long operationsPerThread() {
        String asked = System.getProperty(OPERATIONS_PER_THREAD, "16777216");
        try {
            long operations = Long.parseLong(asked);
            if (operations > 0) {
                return operations;
            }
        } catch (NumberFormatException e) {
            // Told below, with the value that came.
        }
        throw new IllegalArgumentException(
                "-D" + OPERATIONS_PER_THREAD + "=" + asked + ": wanted a positive number of operations");
    }

    /**
     * Runs all pieces and returns when the last is done. What the first failing piece throws, or the executor or the start
     * of a thread, is thrown here once no piece runs any more; pieces not begun by then are left out.
     *
     * @param pieces how many
     * @param task runs one
     */
    public void forEach(int pieces, Task task) {
        Objects.requireNonNull(task, "task");
        inPhases(new int[] {pieces}, (phase, index, worker) -> task.run(index, worker));
    }

    /**
     * {@link #forEach} of several phases in order: no piece begins before the last of the phase before it is done, and what
     * was written in one phase is seen in the next. The same threads do all phases.
     *
     * @param pieces how many in each phase
     * @param task runs one
     */
    public void inPhases(int[] pieces, PhaseTask task) {
        Objects.requireNonNull(task, "task");
        int most = 0;
        for (int count : Objects.requireNonNull(pieces, "pieces")) {
            if (count < 0) {
                throw new IllegalArgumentException("pieces: got " + count + ", wanted 0 or more");
            }
            most = Math.max(most, count);
        }
        int helpers = Math.min(workers, most) - 1;
        if (helpers <= 0) {
            for (int phase = 0; phase < pieces.length; phase++) {
                for (int index = 0; index < pieces[phase]; index++) {
                    task.run(phase, index, 0);
                }
            }
            return;
        }
        Gang gang = new Gang(pieces, task);
        List<Thread> started = new ArrayList<>();
        try {
            for (int helper = 1; helper <= helpers; helper++) {
                int worker = helper;
                if (executor == null) {
                    started.add(start(gang, worker));
                } else {
                    offer(() -> gang.help(worker));
                }
            }
        } catch (Throwable e) {
            gang.fail(e); // those that began before must end before it leaves here
        }
        gang.work(0);
        gang.finish();
        for (Thread thread : started) {
            joinUninterruptibly(thread);
        }
        gang.rethrow();
    }

    private Thread start(Gang gang, int worker) {
        try {
            return Thread.ofPlatform().name("lanewise-" + worker).daemon().start(() -> gang.help(worker));
        } catch (OutOfMemoryError e) {
            throw new IllegalStateException(
                    "threads: got " + workers + ", of which the system starts " + worker + "; wanted fewer", e);
        }
    }

    private void offer(Runnable helper) {
        try {
            executor.execute(helper);
        } catch (RejectedExecutionException e) {
            // The calling thread does this helper's share.
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
