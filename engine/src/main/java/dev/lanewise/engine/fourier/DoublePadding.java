package dev.lanewise.engine.fourier;

import java.util.Arrays;

/** Copies of vectors in which zeros stand for what is beyond their ends. */
final class DoublePadding {
    private DoublePadding() {}

    /**
     * Elements {@code from} to {@code from + length - 1} of a vector.
     *
     * @param x holds the vector
     * @param at its element 0
     * @param stride from one element to the next
     * @param n the length of the vector
     * @param from the first, which may be beyond either end
     * @param length how many
     * @param to gets them
     * @param toOffset the first place
     */
    static void gather(double[] x, int at, int stride, int n, int from, int length, double[] to, int toOffset) {
        int first = Math.clamp(-(long) from, 0, length);
        int past = Math.max(first, Math.clamp((long) n - from, 0, length));
        Arrays.fill(to, toOffset, toOffset + first, 0);
        if (stride == 1) {
            System.arraycopy(x, first < past ? at + from + first : 0, to, toOffset + first, past - first);
        } else {
            for (int i = first; i < past; i++) {
                to[toOffset + i] = x[at + (from + i) * stride];
            }
        }
        Arrays.fill(to, toOffset + past, toOffset + length, 0);
    }

    /** The first elements of an array, to places {@code stride} apart. */
    static void scatter(double[] from, int first, double[] x, int at, int stride, int length) {
        if (stride == 1) {
            System.arraycopy(from, first, x, at, length);
        } else {
            for (int i = 0; i < length; i++) {
                x[at + i * stride] = from[first + i];
            }
        }
    }
}
