package dev.lanewise.kronecker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.kronecker.KroneckerSchedule;
import dev.lanewise.foundation.Refusal;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class KroneckerScheduleTest {
    /** The fewest operations of all orders. */
    private static long least(int[] outputs, int[] inputs, long[] operations, int[] sizes, int done) {
        int k = sizes.length;
        if (done == (1 << k) - 1) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < k; i++) {
            if ((done >> i & 1) == 0) {
                long others = 1;
                for (int j = 0; j < k; j++) {
                    others *= j == i ? 1 : sizes[j];
                }
                int[] after = sizes.clone();
                after[i] = outputs[i];
                long rest = least(outputs, inputs, operations, after, done | 1 << i);
                least = Math.min(least, others * operations[i] + rest);
            }
        }
        return least;
    }

    @Property(tries = 200)
    void noOtherOrderTakesFewerOperations(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = random.nextInt(1, 6);
        int[] outputs = new int[k], inputs = new int[k];
        long[] operations = new long[k];
        int longest = 1;
        for (int i = 0; i < k; i++) {
            outputs[i] = random.nextInt(1, 20);
            inputs[i] = random.nextInt(1, 20);
            operations[i] = random.nextBoolean() ? 2L * outputs[i] * inputs[i] : random.nextInt(1, 1000);
        }
        KroneckerSchedule schedule = KroneckerSchedule.of(outputs, inputs, operations);
        assertEquals(least(outputs, inputs, operations, inputs, 0), schedule.operations(), schedule.describe());
        assertEquals(k, schedule.steps().size());
        long rows = 1, cols = 1;
        for (int i = 0; i < k; i++) {
            rows *= outputs[i];
            cols *= inputs[i];
        }
        for (KroneckerSchedule.Step step : schedule.steps()) {
            long others = (long) step.before() * step.after();
            assertTrue(Math.max(others * step.outputs(), others * step.inputs()) <= Math.max(rows, cols));
        }
    }

    @Example
    void whatShrinksComesFirstAndTheLastOfEquals() {
        KroneckerSchedule schedule =
                KroneckerSchedule.of(new int[] {3, 2, 2, 7}, new int[] {3, 2, 6, 5}, new long[] {18, 8, 24, 70});
        String wanted = "factor 2: 6 x (2 x 6) x 5\nfactor 1: 3 x (2 x 2) x 10\n"
                + "factor 0: 1 x (3 x 3) x 20\nfactor 3: 12 x (7 x 5) x 1";
        assertEquals(wanted, schedule.toString());
        assertEquals(30 * 24 + 30 * 8 + 20 * 18 + 12 * 70, schedule.operations());
    }

    @Example
    void whatDoesNotFitIsRefused() {
        int[] two = {2, 2};
        long[] some = {8, 8};
        Refusal.of(() -> KroneckerSchedule.of(new int[0], new int[0], new long[0]), "got 0", "one or more");
        Refusal.of(() -> KroneckerSchedule.of(two, new int[1], some), "2 outputs", "1 inputs");
        Refusal.of(() -> KroneckerSchedule.of(two, two, new long[3]), "3 numbers of operations");
        Refusal.of(() -> KroneckerSchedule.of(two, new int[] {2, -1}, some), "factor 1", "2 x -1");
        Refusal.of(() -> KroneckerSchedule.of(two, two, new long[] {-8, 8}), "factor 0", "-8");
        int[] large = {1 << 16, 1 << 15, 0};
        String[] shapes = {"65536 x 2, 32768 x 2, 0 x 2", "2147483648 x 8"};
        Refusal.of(() -> KroneckerSchedule.of(large, new int[] {2, 2, 2}, new long[3]), shapes);
        Refusal.ofNull("outputs", () -> KroneckerSchedule.of(null, two, some));
        Refusal.ofNull("inputs", () -> KroneckerSchedule.of(two, null, some));
        Refusal.ofNull("operations", () -> KroneckerSchedule.of(two, two, null));
    }
}
