package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.butterfly.ButterflySchedule;
import dev.lanewise.engine.butterfly.ButterflySchedule.Pass;
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

/** Passes take all factors, each once and in order, and no more at once than the kernels have room for. */
final class ButterflyScheduleLaws implements Seeds {
    private static final int MOST = 3;
    private static final int MOST_COMPLEX = 2;

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
        for (Pass pass : schedule.passes()) {
            String context = patterns + ": " + pass;
            assertEquals(next, pass.first(), context);
            ButterflyPattern first = schedule.applied().get(next);
            assertTrue(pass.levels() <= most, context);
            assertEquals(pass.levels(), pass.strides().size(), context);
            if (pass.levels() == 0) {
                assertEquals(first.groups(), pass.groups(), context);
                assertEquals(first.stride(), pass.inner(), context);
                next++;
                continue;
            }
            assertEquals(first.rows(), pass.groups() * pass.inner() << pass.levels(), context);
            assertEquals(Collections.min(pass.strides()), pass.inner(), context);
            for (int level = 0; level < pass.levels(); level++, next++) {
                ButterflyPattern pattern = schedule.applied().get(next);
                assertEquals(2, pattern.blockRows(), context);
                assertEquals(2, pattern.blockCols(), context);
                assertEquals(pattern.stride(), pass.strides().get(level), context);
                // Strides of a pass are a power of two times the smallest, each once.
                assertEquals(
                        1 << (isRising(pass) ? level : pass.levels() - 1 - level), pattern.stride() / pass.inner());
            }
        }
        assertEquals(patterns.size(), next, "" + patterns);
        assertEquals(schedule.passes().size(), schedule.describe().lines().count());
    }

    private static boolean isRising(Pass pass) {
        return pass.levels() == 1 || pass.strides().get(0) < pass.strides().get(1);
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
    void pairsTakeAsFewPassesAsCanBeEitherWay() {
        for (int bits = 1; bits <= 20; bits++) {
            for (List<ButterflyPattern> patterns : List.of(pairs(bits), reversed(pairs(bits)))) {
                ButterflySchedule schedule = ButterflySchedule.of(patterns),
                        complex = ButterflySchedule.ofComplex(patterns);
                assertTakesAll(patterns, schedule, MOST);
                assertTakesAll(patterns, complex, MOST_COMPLEX);
                assertEquals(Math.ceilDiv(bits, MOST), schedule.passes().size());
                assertEquals(Math.ceilDiv(bits, MOST_COMPLEX), complex.passes().size());
            }
        }
    }

    @Example
    void itIsDescribedPassByPass() {
        assertEquals(
                "pairs of strides [1, 2]\npairs of strides [4, 8]",
                ButterflySchedule.of(pairs(4)).describe());
        assertEquals(
                "pairs of strides [8, 4]\npairs of strides [2, 1]",
                ButterflySchedule.of(reversed(pairs(4))).describe());
        assertEquals(
                "pairs of strides [1]\nblocks of (2, 3, 3, 2)\npairs of strides [6]",
                ButterflySchedule.of(ButterflyPattern.ofRadices(2, 3, 2)).describe());
    }

    @Example
    void passesAreAsTheyAre() {
        List<Pass> passes = ButterflySchedule.of(pairs(2)).passes();
        assertThrows(UnsupportedOperationException.class, () -> passes.remove(0));
        assertThrows(
                UnsupportedOperationException.class,
                () -> passes.get(0).strides().remove(0));
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
