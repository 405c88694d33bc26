package dev.lanewise.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DigitsTest {
    private final Digits digits = Digits.load();

    @Test
    void thereAre1797ImagesOf64PixelsFrom0To16() {
        assertEquals(1797, digits.count());
        assertEquals(64, digits.dimension());
        assertEquals(1797 * 64, digits.pixels().length);
        for (float pixel : digits.pixels()) {
            assertTrue(pixel >= 0 && pixel <= 16 && pixel == (int) pixel);
        }
    }

    @Test
    void everyDigitIsThereAboutAsOften() {
        int[] counts = new int[10];
        for (int label : digits.labels()) {
            counts[label]++;
        }
        for (int count : counts) {
            assertTrue(count > 150 && count < 200);
        }
    }

    @Test
    void centredImagesHaveNoMean() {
        double[] sums = new double[64];
        float[] centred = digits.centred();
        for (int i = 0; i < centred.length; i++) {
            sums[i % 64] += centred[i];
        }
        for (double sum : sums) {
            // Each of 1797 numbers up to 16 is off by at most half a unit in the last place of float.
            assertEquals(0, sum, 1797 * 16 * 0x1p-24);
        }
    }
}
