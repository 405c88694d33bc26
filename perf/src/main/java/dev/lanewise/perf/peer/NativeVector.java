package dev.lanewise.perf.peer;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Numbers of either precision outside of Java's heap, on whole cache lines.
 *
 * @param segment where they are
 * @param n how many
 * @param single whether they are floats
 */
record NativeVector(MemorySegment segment, int n, boolean single) {
    private static final int LINE = 64;

    static NativeVector of(Arena arena, int n, boolean single) {
        return new NativeVector(arena.allocate((long) n * (single ? Float.BYTES : Double.BYTES), LINE), n, single);
    }

    void set(double[] values) {
        for (int i = 0; i < n; i++) {
            if (single) {
                segment.setAtIndex(JAVA_FLOAT, i, (float) values[i]);
            } else {
                segment.setAtIndex(JAVA_DOUBLE, i, values[i]);
            }
        }
    }

    double[] get() {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = single ? segment.getAtIndex(JAVA_FLOAT, i) : segment.getAtIndex(JAVA_DOUBLE, i);
        }
        return values;
    }
}
