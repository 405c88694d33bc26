package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Layout;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LayoutTest {
    private static final int HUGE = Integer.MAX_VALUE;

    @Test
    void factoriesNameTheUsualLayouts() {
        assertEquals(new Layout(3, 1, 1, 1), Layout.contiguous(3));
        assertEquals(new Layout(3, 4, 1, 1), Layout.strided(3, 4));
        assertEquals(new Layout(3, 1, 5, 7), Layout.rows(3, 5, 7));
        assertEquals(new Layout(3, 7, 5, 1), Layout.columns(3, 5, 7));
    }

    @Test
    void componentsOutOfRangeAreRefusedWithTheirNameAndValue() {
        Refusal.of(() -> new Layout(-1, 1, 1, 1), "offset", "-1", "0 or more");
        Refusal.of(() -> new Layout(0, 0, 1, 1), "stride", "got 0", "1 or more");
        Refusal.of(() -> new Layout(0, -3, 1, 1), "stride", "-3", "1 or more");
        Refusal.of(() -> new Layout(0, 1, -1, 1), "count", "-1", "0 or more");
        Refusal.of(() -> new Layout(0, 1, 1, 0), "distance", "got 0", "1 or more");
        Refusal.of(() -> Layout.contiguous(-5), "offset", "-5");
        Refusal.of(() -> Layout.strided(0, -1), "stride", "-1");
        Refusal.of(() -> Layout.rows(0, -2, 4), "count", "-2");
        Refusal.of(() -> Layout.columns(0, 2, 0), "stride", "got 0");
    }

    @Test
    void startIsTheFirstElementOfAVectorAndEndIsPastTheLastOfAll() {
        Layout layout = new Layout(10, 2, 3, 100);
        assertEquals(210, layout.start(2));
        assertEquals(10 + 200 + 2 * 4 + 1, layout.end(5));
        assertEquals(10, layout.end(0));
        assertEquals(10, Layout.rows(10, 0, 100).end(5));
    }

    @Test
    void theEndIsTooLargeForAnIntWithoutOverflow() {
        Layout layout = new Layout(HUGE, HUGE, HUGE, HUGE);
        assertEquals(HUGE + 2 * ((HUGE - 1L) * HUGE) + 1, layout.end(HUGE));
        Refusal.of(() -> layout.checkWithin("output", HUGE, HUGE), "output", "" + HUGE, "" + layout.end(HUGE));
        // offset + stride * (length - 1) is 2^32 + 1, which an int would take for 1
        Refusal.of(() -> Layout.strided(1, 1 << 16).checkWithin("input", 100, (1 << 16) + 1), "input", "length 100");
        Refusal.of(() -> Layout.rows(1, 1 << 16, 1 << 16).checkWithin("input", 100, 1), "input", "length 100");
    }

    @Test
    void vectorsOutsideTheArrayAreRefusedWithBothLengths() {
        Refusal.of(() -> Layout.rows(0, 3, 4).checkWithin("x", 11, 4), "x", "length 11", "length 12 or more");
        Refusal.of(() -> Layout.contiguous(8).checkWithin("y", 11, 4), "y", "length 11", "offset 8", "12 or more");
        assertDoesNotThrow(() -> Layout.rows(0, 3, 4).checkWithin("x", 12, 4));
    }

    @Test
    void distinctIsWhatSharesNoElementAndDoesNotCross() {
        assertDoesNotThrow(() -> Layout.rows(0, 3, 4).checkDistinct("y", 4));
        assertDoesNotThrow(() -> Layout.columns(0, 4, 4).checkDistinct("y", 9));
        assertDoesNotThrow(() -> Layout.rows(0, 1, 1).checkDistinct("y", 4));
        assertDoesNotThrow(() -> Layout.rows(0, 3, 1).checkDistinct("y", 1));
        Refusal.of(() -> Layout.rows(0, 3, 3).checkDistinct("y", 4), "y", "distance 3", "distance > 3", "stride > 6");
        Refusal.of(() -> Layout.columns(0, 5, 4).checkDistinct("y", 9), "y", "stride 4", "stride > 4");
        Refusal.of(() -> new Layout(0, HUGE, HUGE, HUGE).checkDistinct("y", HUGE), "overlap");
    }

    /** What is accepted as distinct never shares an element: against the elements themselves. */
    @Test
    void whatIsAcceptedAsDistinctSharesNoElement() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 20_000; round++) {
            int length = random.nextInt(6);
            Layout layout = new Layout(0, random.nextInt(1, 8), random.nextInt(6), random.nextInt(1, 8));
            boolean accepted = true;
            try {
                layout.checkDistinct("y", length);
            } catch (IllegalArgumentException e) {
                accepted = false;
            }
            int elements = length * layout.count();
            if (accepted) {
                assertEquals(elements, places(layout, length).size(), layout + " of length " + length);
            }
        }
    }

    /** What is accepted as not overlapping is the same places or shares none: against the elements themselves. */
    @Test
    void whatIsAcceptedBesideAnInputIsTheSamePlacesOrSharesNone() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 20_000; round++) {
            Layout input =
                    new Layout(random.nextInt(20), random.nextInt(1, 4), random.nextInt(4), random.nextInt(1, 9));
            Layout output =
                    new Layout(random.nextInt(20), random.nextInt(1, 4), random.nextInt(4), random.nextInt(1, 9));
            int length = random.nextInt(5);
            int outputLength = random.nextBoolean() ? length : random.nextInt(5);
            try {
                input.checkOverlap(length, output, outputLength);
            } catch (IllegalArgumentException e) {
                continue;
            }
            Set<Integer> shared = places(input, length);
            shared.retainAll(places(output, outputLength));
            boolean same = length == outputLength && input.count() == output.count();
            for (int j = 0; same && j < input.count(); j++) {
                for (int i = 0; i < length; i++) {
                    same &= input.start(j) + i * input.stride() == output.start(j) + i * output.stride();
                }
            }
            assertEquals(true, shared.isEmpty() || same, input + " and " + output + " of " + length);
        }
    }

    @Test
    void layoutsThatNameTheSamePlacesAreInPlaceHoweverTheyAreSpelled() {
        assertDoesNotThrow(() -> Layout.contiguous(4).checkOverlap(8, Layout.rows(4, 1, 8), 8));
        assertDoesNotThrow(() -> Layout.rows(4, 5, 1).checkOverlap(1, new Layout(4, 9, 5, 1), 1));
        Refusal.of(() -> Layout.contiguous(4).checkOverlap(8, Layout.strided(4, 2), 8), "overlap", "in place");
        Refusal.of(() -> Layout.contiguous(4).checkOverlap(8, Layout.contiguous(4), 7), "overlap", "in place");
    }

    private static Set<Integer> places(Layout layout, int length) {
        Set<Integer> places = new HashSet<>();
        for (int j = 0; j < layout.count(); j++) {
            for (int i = 0; i < length; i++) {
                places.add(layout.start(j) + i * layout.stride());
            }
        }
        return places;
    }
}
