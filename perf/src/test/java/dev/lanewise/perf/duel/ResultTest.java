package dev.lanewise.perf.duel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static final Match MATCH = new Match("work", "f32", 8, 100, 64, 0, List::of);

    private static Samples samples(String name, double... times) {
        return new Samples(MATCH.key(), name, times);
    }

    @Test
    void gathersMachines() {
        Result result = Result.of(
                MATCH,
                List.of(
                        List.of(samples("ours", 10, 10), samples("peer", 30, 20)),
                        List.of(samples("ours", 20, 20), samples("peer", 60, 80))));
        assertEquals(15, result.nanoseconds("ours"));
        assertEquals(List.of("peer"), result.peers());
        assertEquals(new PairedRatio(3, 2.5, 3.5), result.speedup("peer"));
        assertEquals(100.0 / 15, result.gigaflops());
    }

    @Test
    void aContestantThatIsMissingSomewhereIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> Result.of(
                        MATCH, List.of(List.of(samples("ours", 1), samples("peer", 1)), List.of(samples("ours", 1)))));
        assertThrows(IllegalStateException.class, () -> Result.of(MATCH, List.of(List.of(samples("peer", 1)))));
    }

    @Test
    void aLineIsReadAsItWasWritten() {
        Samples written = samples("two words", 1.5, 1e9, 0.125);
        Samples read = Samples.parse(written.toLine());
        assertEquals(written.key(), read.key());
        assertEquals(written.contestant(), read.contestant());
        assertArrayEquals(written.nanoseconds(), read.nanoseconds());
        assertThrows(IllegalArgumentException.class, () -> Samples.parse("one\ttwo"));
        assertThrows(IllegalArgumentException.class, () -> Samples.parse("one\ttwo\tthree"));
    }
}
