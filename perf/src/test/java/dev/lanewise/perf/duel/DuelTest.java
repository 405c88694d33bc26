package dev.lanewise.perf.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuelTest {
    private static final Effort SHORT = new Effort(1, 4, 200_000, 1_000_000);

    private final List<String> order = new ArrayList<>();

    private Contestant contestant(String name, double[] result) {
        return new Contestant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run() {
                order.add(name);
                long end = System.nanoTime() + 300_000; // longer than a sample, so that each is one run
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }

            @Override
            public double[] result() {
                return result;
            }
        };
    }

    private Match match(double[] ours, double[] peer) {
        return new Match(
                "work",
                "f64",
                2,
                1,
                1,
                1e-3,
                () -> List.of(contestant("ours", ours), contestant("peer", peer), contestant("copy", null)));
    }

    @Test
    void contestantsTakeTurns() {
        List<Samples> samples = new Duel(SHORT).fight(match(new double[] {1, 2}, new double[] {1, 2}));
        assertEquals(
                List.of("ours", "peer", "copy"),
                samples.stream().map(Samples::contestant).toList());
        for (Samples each : samples) {
            assertEquals("work/f64/2", each.key());
            assertEquals(4, each.nanoseconds().length);
            for (double time : each.nanoseconds()) {
                assertTrue(time >= 300_000, "a run of at least that: " + time);
            }
        }
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            turns.addAll(List.of("ours", "peer", "copy"));
        }
        assertEquals(turns, order.subList(order.size() - 12, order.size()));
    }

    @Test
    void resultsWithinTheToleranceAreTheSame() {
        new Duel(SHORT).fight(match(new double[] {1, 2}, new double[] {1.001, 2}));
    }

    @Test
    void anotherResultIsToldAndNothingIsTimed() {
        String message = assertThrows(IllegalStateException.class, () -> new Duel(SHORT)
                        .fight(match(new double[] {1, 2}, new double[] {1, 2.1})))
                .getMessage();
        assertEquals("work/f64/2, peer: got 2.1 at 1, wanted 2.0 as of ours", message);
        assertEquals(List.of("ours", "peer", "copy"), order);
        assertThrows(IllegalStateException.class, () -> new Duel(SHORT)
                .fight(match(new double[] {1, 2}, new double[] {1, Double.NaN})));
        assertThrows(
                IllegalStateException.class, () -> new Duel(SHORT).fight(match(new double[] {1, 2}, new double[] {1})));
    }
}
