package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.fourier.FastLengths;
import dev.lanewise.engine.fourier.FourierSchedule;
import dev.lanewise.foundation.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FastLengthsTest {
    private static final int LONGEST = 1 << 29;

    /** The rule, from its words: two odd factors at most, of 3, 5 and 7, and whole vectors above 32. */
    private static boolean isFast(int n) {
        int rest = n;
        int factors = 0;
        for (int prime : new int[] {3, 5, 7}) {
            while (rest % prime == 0) {
                rest /= prime;
                factors++;
            }
        }
        return Integer.bitCount(rest) == 1 && factors <= 2 && (n <= 32 || n % 8 == 0);
    }

    @Test
    void theNextFastLengthIsTheLeastOneThatIsLongEnough() {
        int next = 1 << 14;
        for (int n = 1 << 14; n >= 1; n--) {
            next = isFast(n) ? n : next;
            assertEquals(next, FastLengths.nextFastLength(n), "n = " + n);
        }
    }

    @Test
    void theNextFastRealLengthIsTwiceTheNextFastOne() {
        int next = 1 << 14;
        for (int n = 1 << 14; n >= 1; n--) {
            next = n % 2 == 0 && isFast(n / 2) ? n : next;
            assertEquals(next, FastLengths.nextFastRealLength(n), "n = " + n);
        }
    }

    @Test
    void fastLengthsAreNoConvolutionsAndHaveAtMostTwoOddPasses() {
        for (int n = 1; n <= LONGEST / 2; n = FastLengths.nextFastLength(n + 1)) {
            FourierSchedule schedule = FourierSchedule.of(n);
            assertFalse(schedule.isConvolution(), schedule::toString);
            long odd =
                    schedule.radices().stream().filter(radix -> radix % 2 == 1).count();
            assertTrue(odd <= 2, schedule::toString);
        }
    }

    @Test
    void eachFastLengthIsNotMuchLongerThanTheOneBefore() {
        for (int n = 112; n < LONGEST; ) {
            int next = FastLengths.nextFastLength(n + 1);
            assertTrue(7L * next <= 8L * n, n + ", then " + next);
            n = next;
        }
    }

    @Test
    void examples() {
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 21, 24, 25, 28, 30, 32, 40, 48, 56, 64),
                IntStream.rangeClosed(1, 64)
                        .map(FastLengths::nextFastLength)
                        .distinct()
                        .boxed()
                        .toList());
        assertEquals(1024, FastLengths.nextFastLength(1001));
        assertEquals(LONGEST, FastLengths.nextFastLength(LONGEST));
        assertEquals(LONGEST, FastLengths.nextFastRealLength(LONGEST));
    }

    @Test
    void lengthsOutOfRangeAreRefused() {
        for (int n : new int[] {0, -1, Integer.MIN_VALUE, LONGEST + 1, Integer.MAX_VALUE}) {
            Refusal.of(() -> FastLengths.nextFastLength(n), "length", "got " + n, "1 to " + LONGEST);
            Refusal.of(() -> FastLengths.nextFastRealLength(n), "length", "got " + n, "1 to " + LONGEST);
        }
    }
}
