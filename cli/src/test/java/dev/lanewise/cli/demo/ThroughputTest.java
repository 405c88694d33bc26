package dev.lanewise.cli.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    /**
     * How often the task runs is counted here, too. The rounds that are measured are a part of all the time it takes, on a
     * busy machine perhaps a fast or a slow one: a factor of five either way tells a wrong unit or a wrong count.
     */
    @Test
    void rateIsThatOfTheTask() {
        AtomicInteger runs = new AtomicInteger();
        long start = System.nanoTime();
        double rate = Throughput.perSecond(() -> {
            runs.incrementAndGet();
            long end = System.nanoTime() + 1_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        });
        double counted = 1e9 * runs.get() / (System.nanoTime() - start);
        assertTrue(rate > counted / 5 && rate < 5 * counted, rate + " a second, counted " + counted);
        assertTrue(rate <= 1000, rate + " a second");
    }
}
