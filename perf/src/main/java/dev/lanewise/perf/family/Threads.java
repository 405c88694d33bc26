package dev.lanewise.perf.family;

import dev.lanewise.engine.Parallelism;
import java.util.concurrent.Executors;

/** Threads that stay from call to call, as an application's do. */
final class Threads {
    private Threads() {}

    /** The calling thread and as many others as make {@code threads} in all. */
    static Parallelism of(int threads) {
        return threads == 1
                ? Parallelism.NONE
                : Parallelism.on(
                        Executors.newFixedThreadPool(
                                threads - 1,
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("lanewise-", 1)
                                        .factory()),
                        threads);
    }
}
