package dev.lanewise.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    @Test
    void taskOfTenMillisecondsRunsAtMostAHundredTimesASecond() {
        double rate = Throughput.perSecond(() -> {
            long end = System.nanoTime() + 10_000_000;
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        });
        // On a busy machine it may be far slower, but never faster.
        assertEquals(50, rate, 50);
    }
}
