package dev.lanewise.foundation;

import dev.lanewise.engine.Parallelism;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Every way in which a caller may give threads, or fail to. */
public final class EveryParallelism {
    private EveryParallelism() {}

    /** What is run in each way. */
    public interface Work {
        /** Runs once; the context is for messages. */
        void run(Parallelism parallelism, String context);
    }

    /** Runs it in all ways; returns how often an executor was offered work. */
    public static int run(Work work) {
        for (int threads : new int[] {1, 2, 3, 7}) {
            work.run(Parallelism.threads(threads), threads + " threads");
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            work.run(Parallelism.on(executor, 3), "three workers on an executor of two");
        }
        work.run(Parallelism.on(Runnable::run, 3), "an executor that runs at once");
        AtomicInteger offered = new AtomicInteger();
        work.run(Parallelism.on(task -> offered.incrementAndGet(), 3), "an executor that never runs anything");
        work.run(
                Parallelism.on(
                        task -> {
                            throw new RejectedExecutionException("full");
                        },
                        3),
                "an executor that rejects");
        return offered.get();
    }
}
