package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.fourier.CircularConvolutionSchedule;
import dev.lanewise.engine.fourier.Convolution2dSchedule;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.ConvolutionSchedule;
import dev.lanewise.engine.fourier.ConvolutionSchedule.Method;
import dev.lanewise.foundation.Refusal;
import org.junit.jupiter.api.Test;

/** What is decided before anything is computed. */
final class ConvolutionScheduleTest {
    @Test
    void modesHaveTheLengthsThatScipyGives() {
        // scipy.signal.convolve 1.17.1: len(convolve(ones(n), ones(k), mode)) for (n, k)
        int[][] lengths = {{5, 3, 7, 5, 3}, {5, 4, 8, 5, 2}, {3, 5, 7, 3, 3}, {4, 4, 7, 4, 1}, {1, 1, 1, 1, 1}};
        for (int[] each : lengths) {
            for (ConvolutionMode mode : ConvolutionMode.values()) {
                assertEquals(each[2 + mode.ordinal()], mode.length(each[0], each[1]), mode + " of " + each[0]);
            }
        }
    }

    @Test
    void aShortKernelTakesDirectSumsALongOneTransformsAndALongSignalBlocks() {
        assertEquals(
                Method.DIRECT,
                ConvolutionSchedule.of(100_000, 9, ConvolutionMode.SAME).method());
        assertEquals(
                Method.OVERLAP_SAVE,
                ConvolutionSchedule.of(100_000, 301, ConvolutionMode.SAME).method());
        assertEquals(
                Method.WHOLE,
                ConvolutionSchedule.of(1000, 1000, ConvolutionMode.FULL).method());
        assertEquals(
                Method.DIRECT,
                ConvolutionSchedule.of(9, 100_000, ConvolutionMode.SAME).method());
    }

    @Test
    void theOperationsAreNoMoreThanThoseOfDirectSumsAndGrowNoFasterThanTheSignal() {
        for (int kernel : new int[] {1, 2, 10, 40, 64, 100, 1000, 5000}) {
            for (ConvolutionMode mode : ConvolutionMode.values()) {
                for (int signal : new int[] {1, 50, 1000, 4096, 100_000, 1 << 20}) {
                    ConvolutionSchedule schedule = ConvolutionSchedule.of(signal, kernel, mode);
                    double outputs = schedule.outputs();
                    assertTrue(schedule.operations() <= outputs * kernel, schedule::toString);
                    assertTrue(
                            schedule.operations() <= 30.0 * (signal + kernel) * (10 + Math.log(kernel)),
                            schedule::toString);
                }
            }
        }
    }

    @Test
    void blocksCoverAllOutputsAndNoneIsEmpty() {
        for (int kernel = 1; kernel <= 400; kernel += 7) {
            for (int signal = 1; signal < 20_000; signal = signal * 3 / 2 + 1) {
                for (ConvolutionMode mode : ConvolutionMode.values()) {
                    ConvolutionSchedule schedule = ConvolutionSchedule.of(signal, kernel, mode);
                    long covered = (long) schedule.blocks() * schedule.outputsPerBlock();
                    assertTrue(covered >= schedule.outputs(), schedule::toString);
                    assertTrue(covered - schedule.outputsPerBlock() < schedule.outputs(), schedule::toString);
                    assertTrue(
                            schedule.method() == Method.WHOLE || schedule.blockLength() >= schedule.outputsPerBlock(),
                            schedule::toString);
                }
            }
        }
    }

    @Test
    void aScheduleSaysWhatItIs() {
        assertEquals(
                "100 with 9, FULL, by direct sums",
                ConvolutionSchedule.of(100, 9, ConvolutionMode.FULL).toString());
        assertEquals(
                "1000 with 1000, SAME, by a transform of 1536",
                ConvolutionSchedule.of(1000, 1000, ConvolutionMode.SAME).toString());
        String blocks =
                ConvolutionSchedule.of(100_000, 301, ConvolutionMode.SAME).toString();
        assertTrue(blocks.matches("100000 with 301, SAME, by overlap-save, \\d+ blocks of \\d+"), blocks);
    }

    @Test
    void circularOnesTakeTheLengthItselfIfItIsSmoothAndPaddingOtherwise() {
        assertEquals(
                CircularConvolutionSchedule.Method.DIRECT,
                CircularConvolutionSchedule.of(7).method());
        for (int n : new int[] {256, 960, 1000, 1024, 3000, 44_100, 1 << 20}) {
            CircularConvolutionSchedule schedule = CircularConvolutionSchedule.of(n);
            assertEquals(CircularConvolutionSchedule.Method.TRANSFORM, schedule.method(), schedule::toString);
            assertEquals(n, schedule.length(), schedule::toString);
        }
        for (int n : new int[] {257, 509, 1009, 2 * 509, 10_007, 65_537}) {
            CircularConvolutionSchedule schedule = CircularConvolutionSchedule.of(n);
            assertEquals(CircularConvolutionSchedule.Method.PADDED, schedule.method(), schedule::toString);
            assertTrue(schedule.length() >= 2 * n - 1, schedule::toString);
        }
        assertEquals(
                "1009 by a transform of 2048",
                CircularConvolutionSchedule.of(1009).toString());
        assertEquals("7 by direct sums", CircularConvolutionSchedule.of(7).toString());
    }

    @Test
    void smallKernelsOfImagesTakeDirectSumsAndLargeOnesTransforms() {
        assertTrue(
                Convolution2dSchedule.of(512, 512, 3, 3, ConvolutionMode.SAME).direct());
        Convolution2dSchedule large = Convolution2dSchedule.of(512, 512, 31, 31, ConvolutionMode.SAME);
        assertFalse(large.direct());
        assertEquals("512 x 512 with 31 x 31, SAME, by a transform of 560 x 560", large.toString());
    }

    @Test
    void lengthsOutOfRangeAreRefused() {
        ConvolutionMode mode = ConvolutionMode.FULL;
        Refusal.of(() -> ConvolutionSchedule.of(0, 3, mode), "0 and 3", "1 or more");
        Refusal.of(() -> ConvolutionSchedule.of(3, 0, mode), "3 and 0", "1 or more");
        Refusal.of(() -> ConvolutionSchedule.of(Integer.MAX_VALUE, 2, mode), "2147483647 and 2", "2147483647 or less");
        Refusal.of(() -> ConvolutionSchedule.of(1 << 29, 1 << 29, ConvolutionMode.SAME), "536870912", "268435456");
        Refusal.of(() -> CircularConvolutionSchedule.of(0), "got 0", "1 to 268435456");
        Refusal.of(() -> CircularConvolutionSchedule.of((1 << 28) + 1), "got 268435457", "1 to 268435456");
        Refusal.of(() -> Convolution2dSchedule.of(0, 1, 1, 1, mode), "0 x 1", "1 or more");
        Refusal.of(() -> Convolution2dSchedule.of(1, 1, 1, -1, mode), "1 x -1", "1 or more");
        Refusal.of(
                () -> Convolution2dSchedule.of(5, 3, 3, 5, ConvolutionMode.VALID),
                "5 x 3",
                "3 x 5",
                "both axes",
                "VALID");
        Refusal.of(() -> Convolution2dSchedule.of(1 << 29, 1, 1, 1, mode), "536870912", "either axis");
        Refusal.of(() -> Convolution2dSchedule.of(1 << 20, 1 << 20, 64, 64, mode), "arrays of", "at most");
    }

    @Test
    void theLongestSignalsAreTakenInBlocks() {
        ConvolutionSchedule schedule = ConvolutionSchedule.of(Integer.MAX_VALUE - 1000, 1001, ConvolutionMode.FULL);
        assertEquals(Method.OVERLAP_SAVE, schedule.method());
        assertEquals(Integer.MAX_VALUE, schedule.outputs());
    }
}
