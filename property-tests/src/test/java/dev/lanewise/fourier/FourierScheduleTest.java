package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.fourier.FloatFourierPlan;
import dev.lanewise.engine.fourier.FourierSchedule;
import dev.lanewise.engine.fourier.FourierSchedule.Method;
import dev.lanewise.foundation.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FourierScheduleTest {
    private static final Set<Integer> RADICES = Set.of(2, 3, 4, 5, 7, 8, 9, 11, 13);
    private static final int LONGEST = 1 << 29;

    private static long product(List<Integer> radices) {
        return radices.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    private static void assertSchedule(int n) {
        FourierSchedule schedule = FourierSchedule.of(n);
        long product = product(schedule.radices());
        assertEquals(n, schedule.n());
        assertEquals(product, schedule.passesLength(), "n = " + n);
        assertTrue(RADICES.containsAll(schedule.radices()), schedule.toString());
        boolean beside = n % 4 == 1 && FourierLengths.isPrime(n) && FourierLengths.isSmooth(n - 1);
        Method wanted = FourierLengths.isSmooth(n) ? Method.PASSES : beside ? Method.RADER : Method.CHIRP;
        assertEquals(wanted, schedule.method(), schedule.toString());
        assertEquals(wanted != Method.PASSES, schedule.isConvolution(), schedule.toString());
        switch (wanted) {
            case PASSES -> assertEquals(n, product, schedule.toString());
            case RADER -> assertEquals(n - 1, product, schedule.toString());
            case CHIRP -> {
                assertTrue(product >= 2L * n - 1, schedule.toString());
                // The next power of two is one of the lengths to choose from.
                assertTrue(product < 2 * (2L * n - 1), schedule.toString());
            }
        }
        assertEquals(schedule, new FourierSchedule(n, wanted, schedule.radices()));
    }

    @Test
    void theRadicesMultiplyToTheLengthOrToThatOfAConvolutionThatHoldsIt() {
        for (int n = 1; n <= 20_000; n++) {
            assertSchedule(n);
        }
        for (int n :
                new int[] {44_100, 65_537, 360_360, 1 << 20, 1_000_003, 1 << 29, 3 << 27, 387_420_489, 500_000_000}) {
            assertSchedule(n);
        }
        for (int n = LONGEST / 2 - 3; n <= LONGEST / 2; n++) {
            assertSchedule(n);
        }
    }

    @Test
    void knownLengthsAreTakenApartSo() {
        Map<Integer, List<Integer>> known = Map.ofEntries(
                Map.entry(1, List.of()),
                Map.entry(2, List.of(2)),
                Map.entry(4, List.of(4)),
                Map.entry(8, List.of(8)),
                Map.entry(16, List.of(4, 4)),
                Map.entry(32, List.of(8, 4)),
                Map.entry(64, List.of(8, 8)),
                Map.entry(128, List.of(8, 4, 4)),
                Map.entry(1024, List.of(8, 8, 4, 4)),
                Map.entry(4096, List.of(8, 8, 8, 8)),
                Map.entry(8192, List.of(8, 8, 8, 4, 4)),
                Map.entry(6, List.of(3, 2)),
                Map.entry(22_050, List.of(7, 5, 5, 7, 9, 2)),
                Map.entry(45, List.of(5, 9)),
                Map.entry(27, List.of(3, 9)),
                Map.entry(9, List.of(3, 3)),
                Map.entry(17, List.of(4, 4)),
                Map.entry(29, List.of(4, 7)),
                Map.entry(1009, List.of(4, 4, 7, 9)),
                Map.entry(65_537, List.of(8, 8, 8, 8, 4, 4)),
                Map.entry(3 << 12, List.of(8, 8, 8, 8, 3)),
                Map.entry(1 << 20, List.of(8, 8, 4, 4, 4, 4, 4, 4, 4)),
                Map.entry(1000, List.of(8, 5, 5, 5)),
                Map.entry(44_100, List.of(4, 5, 5, 7, 7, 9)),
                Map.entry(360_360, List.of(8, 5, 7, 9, 11, 13)),
                Map.entry(3 << 18, List.of(8, 8, 4, 4, 4, 4, 4, 4, 3)));
        known.forEach(
                (n, radices) -> assertEquals(radices, FourierSchedule.of(n).radices(), "n = " + n));
    }

    /** The least of {@code 2^k} times 1, 3, 5, 9 or 15. */
    @Test
    void chirpsAreOfTheLeastLengthWithFewOddRadices() {
        Map<Integer, Integer> known = Map.of(
                34,
                72, // 67
                38,
                80, // 75
                46,
                96, // 91
                47,
                96, // 93
                58,
                120, // 115
                59,
                120, // 117
                62,
                128, // 123
                1019,
                2048, // 2037
                10_007,
                20_480, // 20 013
                LONGEST / 2 - 1,
                LONGEST);
        known.forEach((n, length) -> assertEquals(length, FourierSchedule.of(n).passesLength(), "n = " + n));
        for (int n = 17; n <= 5000; n++) {
            FourierSchedule schedule = FourierSchedule.of(n);
            for (int odd : new int[] {1, 3, 5, 9, 15}) {
                int length = odd;
                while (length < 2 * n - 1) {
                    length *= 2;
                }
                assertTrue(schedule.method() != Method.CHIRP || schedule.passesLength() <= length, schedule.toString());
            }
        }
    }

    /** As few passes as there can be up to 2^19; longer ones go by fours after two eights or three. */
    @Test
    void powersOfTwoAreEightsThenFoursAndATwoOnlyAlone() {
        for (int bits = 0; bits <= 29; bits++) {
            List<Integer> radices = FourierSchedule.of(1 << bits).radices();
            int eights = (int) radices.stream().filter(radix -> radix == 8).count();
            assertTrue(radices.subList(0, eights).stream().allMatch(radix -> radix == 8), radices.toString());
            assertEquals(bits == 1, radices.contains(2), radices.toString());
            if (bits <= 19) {
                assertEquals(Math.ceilDiv(bits, 3), radices.size(), radices.toString());
            } else {
                assertEquals(2 + bits % 2, eights, radices.toString());
            }
        }
    }

    @Test
    void aSchedulePrintsItsProduct() {
        assertEquals("1", FourierSchedule.of(1).toString());
        assertEquals("8 = 8", FourierSchedule.of(8).toString());
        assertEquals("1000 = 8 x 5 x 5 x 5", FourierSchedule.of(1000).toString());
        assertEquals(
                "1009 by Rader's convolution of 1008 = 4 x 4 x 7 x 9",
                FourierSchedule.of(1009).toString());
        assertEquals(
                "1019 by a chirp of 2048 = 8 x 8 x 8 x 4",
                FourierSchedule.of(1019).toString());
    }

    @Test
    void aPlanDescribesItsScheduleDirectionAndNormalization() {
        for (int n : new int[] {1, 1000, 1009, 1019}) {
            FourierSchedule schedule = FourierSchedule.of(n);
            DoubleFourierPlan wide = DoubleFourierPlan.of(n).normalized(Normalization.ORTHO);
            FloatFourierPlan narrow = FloatFourierPlan.of(n).normalized(Normalization.ORTHO);
            assertEquals(schedule, wide.schedule());
            assertEquals(schedule, narrow.schedule());
            assertEquals(n, wide.length());
            assertEquals(n, narrow.inverse().length());
            assertTrue(wide.describe().startsWith("Fourier " + schedule + ", ORTHO"), wide.describe());
            assertTrue(
                    narrow.inverse().describe().startsWith("inverse Fourier " + schedule + ", ORTHO"),
                    narrow.inverse().describe());
        }
    }

    @Test
    void aScheduleKeepsItsOwnRadices() {
        List<Integer> radices = new ArrayList<>(List.of(4, 3));
        FourierSchedule schedule = new FourierSchedule(12, Method.PASSES, radices);
        radices.clear();
        assertEquals(FourierSchedule.of(12), schedule);
        assertThrows(
                UnsupportedOperationException.class, () -> schedule.radices().clear());
    }

    private static void refused(int n, Method method, List<Integer> radices, String... parts) {
        Refusal.of(() -> new FourierSchedule(n, method, radices), parts);
    }

    @Test
    void radicesThatDoNotMakeUpWhatTheMethodNeedsAreRefused() {
        refused(0, Method.PASSES, List.of(), "length", "got 0");
        refused(-4, Method.CHIRP, List.of(4), "length", "got -4");
        refused(12, Method.PASSES, List.of(4, 4), "[4, 4]", "length 12", "PASSES", "product 12");
        refused(12, Method.PASSES, List.of(), "[]", "product 12");
        refused(17, Method.RADER, List.of(8, 4), "[8, 4]", "length 17", "RADER", "product 16");
        refused(17, Method.RADER, List.of(), "product 16");
        refused(13, Method.RADER, List.of(4, 3), "product 12", "prime above 13");
        refused(25, Method.RADER, List.of(8, 3), "product 24", "prime");
        refused(26, Method.RADER, List.of(5, 5), "product 25", "prime");
        refused(17, Method.CHIRP, List.of(8, 4), "[8, 4]", "CHIRP", "product 33 or more");
        refused(6, Method.PASSES, List.of(6), "[6]", "wanted 2, 4, 8, 9 and odd primes up to 13");
        refused(6, Method.PASSES, List.of(2, 3, 1), "[2, 3, 1]");
        refused(6, Method.PASSES, List.of(-2, -3), "[-2, -3]");
        refused(17, Method.PASSES, List.of(17), "[17]");
        refused(17, Method.CHIRP, Collections.nCopies(10, 8), "at most");
        refused(1, Method.PASSES, Collections.nCopies(64, 2), "product 1");
        Refusal.ofNull("method", () -> new FourierSchedule(4, null, List.of(4)));
        Refusal.ofNull("radices", () -> new FourierSchedule(4, Method.PASSES, null));
    }

    @Test
    void otherOrdersAndLongerChirpsAreSchedulesToo() {
        assertEquals(12, new FourierSchedule(12, Method.PASSES, List.of(3, 2, 2)).passesLength());
        assertEquals(16, new FourierSchedule(17, Method.RADER, List.of(2, 8)).passesLength());
        assertEquals(64, new FourierSchedule(17, Method.CHIRP, List.of(8, 8)).passesLength());
        assertEquals(8, new FourierSchedule(4, Method.CHIRP, List.of(8)).passesLength());
        assertEquals(LONGEST, new FourierSchedule(17, Method.CHIRP, Collections.nCopies(29, 2)).passesLength());
    }

    @Test
    void lengthsWithoutAScheduleAreRefused() {
        for (int n : new int[] {0, -1, Integer.MIN_VALUE, LONGEST + 1, 1 << 30, Integer.MAX_VALUE}) {
            Refusal.of(() -> FourierSchedule.of(n), "length", "got " + n, "1 to " + LONGEST);
        }
        for (int n : new int[] {LONGEST / 2 + 1, 17 << 24, LONGEST - 1}) {
            Refusal.of(() -> FourierSchedule.of(n), "length", "got " + n, "above 13", "at most " + LONGEST / 2);
        }
    }
}
