package dev.lanewise.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.foundation.Refusal;
import org.junit.jupiter.api.Test;

final class FrequencyBinsTest {
    /** As numpy.fft.fftfreq and rfftfreq give them for a spacing of 0.5. */
    @Test
    void frequenciesAreThoseOfNumpy() {
        assertArrayEquals(new double[] {0, 0.5, -1, -0.5}, FrequencyBins.frequencies(4, 0.5));
        assertArrayEquals(new double[] {0, 0.4, 0.8, -0.8, -0.4}, FrequencyBins.frequencies(5, 0.5));
        assertArrayEquals(new double[] {0}, FrequencyBins.frequencies(1, 0.5));
        assertArrayEquals(new double[] {0, -1}, FrequencyBins.frequencies(2, 0.5));
        assertArrayEquals(new double[] {0, 0.5, 1}, FrequencyBins.realFrequencies(4, 0.5));
        assertArrayEquals(new double[] {0, 0.4, 0.8}, FrequencyBins.realFrequencies(5, 0.5));
    }

    @Test
    void shiftingSortsTheFrequenciesAndIsUndoneAtAnyLength() {
        for (int n = 1; n < 40; n++) {
            double[] frequencies = FrequencyBins.frequencies(n, 1);
            double[] sorted = FrequencyBins.shifted(frequencies);
            for (int k = 1; k < n; k++) {
                assertEquals(1.0 / n, sorted[k] - sorted[k - 1], 0x1p-52, "n = " + n);
            }
            assertEquals(0, sorted[n / 2], "n = " + n);
            assertArrayEquals(frequencies, FrequencyBins.unshifted(sorted), "n = " + n);
        }
        assertArrayEquals(new double[] {3, 4, 0, 1, 2}, FrequencyBins.shifted(new double[] {0, 1, 2, 3, 4}));
        assertArrayEquals(new double[] {2, 3, 4, 0, 1}, FrequencyBins.unshifted(new double[] {0, 1, 2, 3, 4}));
        assertEquals(0, FrequencyBins.shifted(new double[0]).length);
    }

    @Test
    void whatIsNoLengthOrSpacingIsRefused() {
        Refusal.of(() -> FrequencyBins.frequencies(0, 1), "length", "got 0", "1 or more");
        Refusal.of(() -> FrequencyBins.realFrequencies(-3, 1), "length", "got -3");
        for (double spacing : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
            Refusal.of(() -> FrequencyBins.frequencies(4, spacing), "spacing", "got " + spacing);
        }
        Refusal.ofNull("x", () -> FrequencyBins.shifted(null));
        Refusal.ofNull("x", () -> FrequencyBins.unshifted(null));
    }
}
