package dev.lanewise.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * The workers of one call and what is left for them to do. Pieces of all phases stand in one row and are claimed in that
 * order; who has claimed one waits until all of the phases before it are done. So whoever waits, waits for pieces that run.
 */
final class Gang {
    /** How long a worker looks before it sleeps, in nanoseconds: as long as it may take to wake one. */
    private static final long AWAKE = 200_000;

    private final long[] starts;
    private final Parallelism.PhaseTask task;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile int helping;
    private boolean over;

    Gang(int[] pieces, Parallelism.PhaseTask task) {
        this.task = task;
        starts = new long[pieces.length + 1];
        for (int phase = 0; phase < pieces.length; phase++) {
            starts[phase + 1] = starts[phase] + pieces[phase];
        }
    }

    /** What a worker other than the calling thread does. */
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

    /** Does pieces until none is left, or one has failed. */
    void work(int worker) {
        int phase = 0;
        long claimed;
        while ((claimed = next.getAndIncrement()) < starts[starts.length - 1]) {
            while (claimed >= starts[phase + 1]) {
                phase++;
            }
            awaitDone(starts[phase]);
            if (failure.get() != null) {
                return;
            }
            try {
                task.run(phase, (int) (claimed - starts[phase]), worker);
            } catch (Throwable e) {
                fail(e);
                return;
            }
            if (done.incrementAndGet() == starts[phase + 1]) {
                wakeAll();
            }
        }
    }

    /** Waits until so many pieces are done, or one has failed. */
    private void awaitDone(long wanted) {
        await(() -> done.get() >= wanted || failure.get() != null);
    }

    void fail(Throwable e) {
        failure.compareAndSet(null, e);
        wakeAll();
    }

    /** Lets no further helper begin, and waits for those that have. */
    void finish() {
        synchronized (this) {
            over = true;
        }
        await(() -> helping == 0);
    }

    private synchronized void wakeAll() {
        notifyAll();
    }

    /** Looks for a while whether something is so, then sleeps until it is; an interrupt is kept for later. */
    private void await(BooleanSupplier reached) {
        long start = System.nanoTime();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - start > AWAKE) {
                sleepUntil(reached);
                return;
            }
            Thread.onSpinWait();
        }
    }

    private synchronized void sleepUntil(BooleanSupplier reached) {
        boolean interrupted = false;
        while (!reached.getAsBoolean()) {
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
