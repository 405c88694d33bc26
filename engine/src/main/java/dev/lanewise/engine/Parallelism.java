package dev.lanewise.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many threads may work on one call, and where they come from. Results never depend on it, to the last bit.
 *
 * <p>The calling thread is always one of them. Threads that a call starts end before it returns.
 */
public final class Parallelism {
    /** The calling thread alone. */
    public static final Parallelism NONE = new Parallelism(1, null);

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
     * Runs all pieces and returns when the last is done. What the first failing piece throws, or the executor or the start
     * of a thread, is thrown here once no piece runs any more; pieces not begun by then are left out.
     *
     * @param pieces how many
     * @param task runs one
     */
    public void forEach(int pieces, Task task) {
        Objects.requireNonNull(task, "task");
        if (pieces < 0) {
            throw new IllegalArgumentException("pieces: got " + pieces + ", wanted 0 or more");
        }
        int helpers = Math.min(workers, pieces) - 1;
        if (helpers <= 0) {
            for (int index = 0; index < pieces; index++) {
                task.run(index, 0);
            }
            return;
        }
        Gang gang = new Gang(pieces, task);
        List<Thread> started = new ArrayList<>();
        try {
            for (int helper = 1; helper <= helpers; helper++) {
                int worker = helper;
                if (executor == null) {
                    started.add(Thread.ofPlatform()
                            .name("lanewise-" + worker)
                            .daemon()
                            .start(() -> gang.help(worker)));
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

    /** The workers of one call. */
    private static final class Gang {
        private final int pieces;
        private final Task task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private int helping;
        private boolean over;

        Gang(int pieces, Task task) {
            this.pieces = pieces;
            this.task = task;
        }

        void help(int worker) {
            synchronized (this) {
                if (over) {
                    return;
                }
                helping++;
            }
            work(worker);
            synchronized (this) {
                helping--;
                notifyAll();
            }
        }

        void work(int worker) {
            int index;
            while (failure.get() == null && (index = next.getAndIncrement()) < pieces) {
                try {
                    task.run(index, worker);
                } catch (Throwable e) {
                    fail(e);
                }
            }
        }

        void fail(Throwable e) {
            failure.compareAndSet(null, e);
        }

        /** Lets no further helper begin, and waits for those that have. */
        synchronized void finish() {
            over = true;
            boolean interrupted = false;
            while (helping > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void rethrow() {
            Throwable thrown = failure.get();
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
        }
    }
}
