package dev.lanewise.perf.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
    @Test
    void pairsAreComparedAndNotMedians() {
        // Every pair says 2, though the machine became ten times slower halfway for both, at other times than the
        // median.
        double[] slower = {2, 4, 20, 40, 6};
        double[] faster = {1, 2, 10, 20, 3};
        assertEquals(new PairedRatio(2, 2, 2), PairedRatio.of(List.of(slower), List.of(faster)));
    }

    @Test
    void theIntervalIsThatOfTheMachines() {
        PairedRatio ratio = PairedRatio.of(
                List.of(new double[] {3, 3, 3}, new double[] {5, 5, 50}, new double[] {4, 4, 4}),
                List.of(new double[] {1, 1, 1}, new double[] {1, 1, 1}, new double[] {1, 1, 1}));
        assertEquals(new PairedRatio(4, 3, 5), ratio);
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertEquals(2.5, PairedRatio.median(4, 1, 3, 2));
        assertEquals(3, PairedRatio.median(3));
    }

    @Test
    void samplesThatAreNoPairsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PairedRatio.of(List.of(), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> PairedRatio.of(List.of(new double[1]), List.of(new double[1], new double[1])));
        assertThrows(
                IllegalArgumentException.class, () -> PairedRatio.of(List.of(new double[2]), List.of(new double[1])));
        assertThrows(
                IllegalArgumentException.class, () -> PairedRatio.of(List.of(new double[0]), List.of(new double[0])));
    }

    @Test
    void fiveMachinesGiveAnIntervalOf94Percent() {
        assertEquals(0.9375, PairedRatio.confidence(5));
        assertEquals(0, PairedRatio.confidence(1));
    }
}
