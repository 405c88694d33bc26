package dev.lanewise.cli.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformQuantizerTest {
    @Test
    void oneBitKeepsTheSign() {
        UniformQuantizer quantizer = new UniformQuantizer(1, 2);
        float[] decoded = coded(quantizer, 5, -0.1f, 0, -7);
        assertArrayEquals(new float[] {1, -1, 1, -1}, decoded);
    }

    @Test
    void numbersGoToTheNextLevelAndStayWithinTheOutermost() {
        UniformQuantizer quantizer = new UniformQuantizer(2, 1);
        float[] decoded = coded(quantizer, -9, -1.1f, -0.9f, 0.1f, 1.2f, 9);
        assertArrayEquals(new float[] {-1.5f, -1.5f, -0.5f, 0.5f, 1.5f, 1.5f}, decoded);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void errorWithinTheRangeIsAtMostHalfAStep(int bits) {
        float[] data = gaussian(1001);
        // Wide enough that no number lies beyond the outermost level.
        float step = 10f / (1 << bits);
        float[] decoded = coded(new UniformQuantizer(bits, step), data);
        for (int i = 0; i < data.length; i++) {
            assertEquals(data[i], decoded[i], 0.5001f * step);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void codesArePackedWithoutAGap(int bits) {
        byte[] codes = new UniformQuantizer(bits, 1).encode(new float[13]);
        assertEquals((13 * bits + 7) / 8, codes.length);
    }

    @Test
    void fittedStepsForGaussianNumbersAreThoseOfTheLiterature() {
        // J. Max, Quantizing for minimum distortion, IRE Trans. Inf. Theory 6, 1960, table II: steps 1.596, 0.9957,
        // 0.3352
        // and errors 0.3634, 0.1188, 0.01154 for 2, 4 and 16 levels. The tolerances are four times the grid, and for
        // the
        // errors four standard deviations of a mean of 100,000.
        float[] data = gaussian(100_000);
        double rms = Math.sqrt(UniformQuantizer.meanSquare(data));
        double[][] wanted = {{1, 1.596, 0.3634}, {2, 0.9957, 0.1188}, {4, 0.3352, 0.01154}};
        for (double[] row : wanted) {
            UniformQuantizer quantizer = UniformQuantizer.fit((int) row[0], data);
            assertEquals(row[1], quantizer.step() / rms, 0.02);
            assertEquals(row[2], quantizer.meanSquareError(data) / (rms * rms), 0.02 * row[2] + 0.001);
        }
    }

    @Test
    void meanSquareErrorIsThatOfTheDecodedNumbers() {
        float[] data = gaussian(100);
        UniformQuantizer quantizer = new UniformQuantizer(4, 0.3f);
        float[] difference = coded(quantizer, data);
        for (int i = 0; i < data.length; i++) {
            difference[i] -= data[i];
        }
        assertEquals(UniformQuantizer.meanSquare(difference), quantizer.meanSquareError(data), 1e-7);
    }

    @Test
    void unpackableBitsAndStepsThatAreNoneAreRefused() {
        String bits = assertThrows(IllegalArgumentException.class, () -> new UniformQuantizer(3, 1))
                .getMessage();
        assertTrue(bits.contains("got 3"), bits);
        assertThrows(IllegalArgumentException.class, () -> new UniformQuantizer(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new UniformQuantizer(1, Float.NaN));
    }

    private static float[] coded(UniformQuantizer quantizer, float... data) {
        return quantizer.decode(quantizer.encode(data), data.length);
    }

    private static float[] gaussian(int count) {
        Random random = new Random(1);
        float[] data = new float[count];
        for (int i = 0; i < count; i++) {
            data[i] = (float) random.nextGaussian();
        }
        return data;
    }
}
