package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.butterfly.ButterflySchedule;
import dev.lanewise.engine.butterfly.ButterflySchedule.Step;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Steps take all factors, each once and in order: two of pairs together where one has twice the stride of the other. */
final class ButterflyScheduleLaws implements Seeds {
    private static final int MOST = 2;
    private static final int MOST_COMPLEX = 1;

    private static List<ButterflyPattern> pairs(int bits) {
        int[] radices = new int[bits];
        Arrays.fill(radices, 2);
        return ButterflyPattern.ofRadices(radices);
    }

    private static List<ButterflyPattern> reversed(List<ButterflyPattern> patterns) {
        List<ButterflyPattern> reversed = new ArrayList<>(patterns);
        Collections.reverse(reversed);
        return reversed;
    }

    private static void assertTakesAll(List<ButterflyPattern> patterns, ButterflySchedule schedule, int most) {
        assertEquals(reversed(patterns), schedule.applied());
        int next = 0;
        for (Step step : schedule.steps()) {
            String context = patterns + ": " + step;
            ButterflyPattern first = schedule.applied().get(next);
            assertEquals(next, step.first(), context);
            assertTrue(step.factors() >= 1 && step.factors() <= most, context);
            if (step.factors() == 1) {
                assertEquals(first.groups(), step.groups(), context);
                assertEquals(first.stride(), step.stride(), context);
            } else {
                ButterflyPattern second = schedule.applied().get(next + 1);
                assertEquals(4 * step.groups() * step.stride(), first.rows(), context);
                assertEquals(2 * step.stride(), Math.max(first.stride(), second.stride()), context);
                assertEquals(step.stride(), Math.min(first.stride(), second.stride()), context);
                for (ButterflyPattern pattern : List.of(first, second)) {
                    assertEquals(2, pattern.blockRows(), context);
                    assertEquals(2, pattern.blockCols(), context);
                }
            }
            next += step.factors();
        }
        assertEquals(patterns.size(), next, "" + patterns);
        assertEquals(schedule.steps().size(), schedule.describe().lines().count());
    }

    @Property(tries = 200)
    void anyFactorsGoThroughInOrder(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 48;
        List<ButterflyPattern> patterns = new ArrayList<>();
        for (int count = random.nextInt(1, 9); count > 0; count--) {
            int[] divisors = {2, 2, 2, 2, 3, 6};
            int radix = divisors[random.nextInt(divisors.length)], left = n / radix, stride = left;
            while (left % stride != 0 || random.nextInt(2) == 0) {
                stride = 1 + random.nextInt(left);
            }
            patterns.add(new ButterflyPattern(left / stride, radix, radix, stride));
        }
        assertTakesAll(patterns, ButterflySchedule.of(patterns), MOST);
        assertTakesAll(patterns, ButterflySchedule.ofComplex(patterns), MOST_COMPLEX);
    }

    @Example
    void pairsTakeAsFewStepsAsCanBeEitherWay() {
        for (int bits = 1; bits <= 20; bits++) {
            for (List<ButterflyPattern> patterns : List.of(pairs(bits), reversed(pairs(bits)))) {
                ButterflySchedule schedule = ButterflySchedule.of(patterns),
                        complex = ButterflySchedule.ofComplex(patterns);
                assertTakesAll(patterns, schedule, MOST);
                assertTakesAll(patterns, complex, MOST_COMPLEX);
                assertEquals(Math.ceilDiv(bits, MOST), schedule.steps().size());
                assertEquals(Math.ceilDiv(bits, MOST_COMPLEX), complex.steps().size());
            }
        }
    }

    @Example
    void itIsDescribedStepByStep() {
        assertEquals(
                "(8, 2, 2, 1) and (4, 2, 2, 2)\n(2, 2, 2, 4) and (1, 2, 2, 8)",
                ButterflySchedule.of(pairs(4)).describe());
        assertEquals(
                "(1, 2, 2, 8) and (2, 2, 2, 4)\n(4, 2, 2, 2) and (8, 2, 2, 1)",
                ButterflySchedule.of(reversed(pairs(4))).describe());
        assertEquals(
                "(6, 2, 2, 1)\n(2, 3, 3, 2)\n(1, 2, 2, 6)",
                ButterflySchedule.of(ButterflyPattern.ofRadices(2, 3, 2)).describe());
    }

    @Example
    void stepsAreAsTheyAre() {
        List<Step> steps = ButterflySchedule.of(pairs(2)).steps();
        assertThrows(UnsupportedOperationException.class, () -> steps.remove(0));
    }

    @Example
    void factorsThatDoNotComposeAreRefused() {
        ButterflyPattern four = new ButterflyPattern(1, 2, 2, 2), six = new ButterflyPattern(1, 2, 2, 3);
        for (boolean complex : new boolean[] {false, true}) {
            Refusal.of(() -> of(complex, List.of()), "factors", "none");
            Refusal.of(() -> of(complex, List.of(four, four, six)), "factors 1 and 2", "4 columns", "6 rows");
            Refusal.ofNull("patterns", () -> of(complex, null));
            Refusal.ofNull("pattern 1", () -> of(complex, Arrays.asList(four, null)));
        }
    }

    private static ButterflySchedule of(boolean complex, List<ButterflyPattern> patterns) {
        return complex ? ButterflySchedule.ofComplex(patterns) : ButterflySchedule.of(patterns);
    }
}
