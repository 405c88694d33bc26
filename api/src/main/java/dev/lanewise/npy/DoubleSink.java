package dev.lanewise.npy;

import java.nio.DoubleBuffer;
import java.util.Arrays;

/** Collects the elements of an array as they come from a file, making room as they come. */
final class DoubleSink {
    private final int size;
    private final boolean complex;
    private double[] real;
    private double[] imaginary;
    private double[] pairs = {};
    private int filled;

    /** Expects {@code size} elements, and makes room for the first {@code room} of them. */
    DoubleSink(int size, int room, boolean complex) {
        this.size = size;
        this.complex = complex;
        real = new double[room];
        imaginary = complex ? new double[room] : null;
    }

    /** How many elements are still to come. */
    int missing() {
        return size - filled;
    }

    /** Takes all that the buffer has; of complex elements both parts, in turn. */
    void take(DoubleBuffer elements) {
        int count = complex ? elements.remaining() / 2 : elements.remaining();
        makeRoom(filled + count);
        if (complex) {
            split(elements, count);
        } else {
            elements.get(real, filled, count);
        }
        filled += count;
    }

    /** All elements in row-major order. The sink gives its arrays away and is of no more use. */
    NpyArray toArray(NpyHeader header) {
        if (header.fortran()) {
            real = DoubleAxisReversal.toRowMajor(real, header.shape());
            imaginary = complex ? DoubleAxisReversal.toRowMajor(imaginary, header.shape()) : null;
        }
        return new NpyArray(header.type(), real, imaginary, header.shape());
    }

    private void split(DoubleBuffer elements, int count) {
        if (pairs.length < 2 * count) {
            pairs = new double[2 * count];
        }
        elements.get(pairs, 0, 2 * count);
        for (int i = 0; i < count; i++) {
            real[filled + i] = pairs[2 * i];
            imaginary[filled + i] = pairs[2 * i + 1];
        }
    }

    private void makeRoom(int wanted) {
        if (wanted > real.length) {
            int room = (int) Math.min(size, Math.max(wanted, 2L * real.length));
            real = Arrays.copyOf(real, room);
            imaginary = complex ? Arrays.copyOf(imaginary, room) : null;
        }
    }
}
