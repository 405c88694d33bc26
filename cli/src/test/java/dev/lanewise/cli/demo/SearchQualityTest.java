package dev.lanewise.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Parallelism;
import org.junit.jupiter.api.Test;

class SearchQualityTest {
    private final Digits digits = Digits.load();
    private final SearchQuality.Judge judge = new SearchQuality.Judge(digits, Parallelism.NONE);

    @Test
    void exactSearchHasFullRecall() {
        float[] centred = digits.centred();
        SearchQuality quality = judge.of(centred, centred);
        assertEquals(1, quality.recall());
        // 1-nearest-neighbour, leave-one-out, on these images errs on 21 of 1797 (NumPy finds the same).
        assertEquals(1776.0 / 1797, quality.accuracy());
    }

    @Test
    void searchAmongEqualVectorsFindsNoMoreThanChance() {
        SearchQuality quality = judge.of(digits.centred(), new float[digits.pixels().length]);
        assertTrue(quality.recall() < 0.05, quality::toString);
        assertTrue(quality.accuracy() < 0.2, quality::toString);
    }

    @Test
    void threadsDoNotChangeTheResult() {
        float[] centred = digits.centred();
        float[] coarse = new UniformQuantizer(1, 5).decode(new UniformQuantizer(1, 5).encode(centred), centred.length);
        SearchQuality.Judge threaded = new SearchQuality.Judge(digits, Parallelism.threads(3));
        assertEquals(judge.of(centred, coarse), threaded.of(centred, coarse));
    }
}
