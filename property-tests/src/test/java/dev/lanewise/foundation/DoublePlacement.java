package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.engine.Layout;
import dev.lanewise.oracle.Bits;
import java.util.List;
import java.util.SplittableRandom;

/** Vectors of one length in an array, at a layout, with guards in every other place. */
public final class DoublePlacement {
    private final double[] array;
    private final Layout layout;
    private final int length;

    private DoublePlacement(double[] array, Layout layout, int length) {
        this.array = array;
        this.layout = layout;
        this.length = length;
    }

    /** Guards throughout, in an array with a few elements to spare behind the last vector. */
    public static DoublePlacement of(Layout layout, int length) {
        return new DoublePlacement(Bits.guard(new double[(int) layout.end(length) + 3]), layout, length);
    }

    /** Vectors in an array that is there. */
    public static DoublePlacement in(double[] array, Layout layout, int length) {
        return new DoublePlacement(array, layout, length);
    }

    /** Numbers of vectors on both sides of what fills the lanes of one vector, or of two, and of what is gathered together. */
    public static final List<Integer> COUNTS =
            List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 33);

    /** Layouts of every kind: tight and loose rows and columns, and elements with gaps between. */
    public static List<Layout> layouts(int length, int count) {
        int rows = Math.max(1, length);
        int columns = Math.max(1, count);
        return List.of(
                Layout.rows(0, count, rows),
                Layout.rows(5, count, rows + 3),
                Layout.columns(0, count, columns),
                Layout.columns(3, count, columns + 2),
                new Layout(1, 3, count, 3 * rows + 1),
                new Layout(2, 3 * columns + 1, count, 3),
                new Layout(7, 2, count, 2 * rows));
    }

    /** One of them, by chance, at a random offset. */
    public static Layout random(SplittableRandom random, int length, int count) {
        List<Layout> all = layouts(length, count);
        Layout layout = all.get(random.nextInt(all.size()));
        return new Layout(random.nextInt(20), layout.stride(), count, layout.distance());
    }

    /** The array. */
    public double[] array() {
        return array;
    }

    /** The layout. */
    public Layout layout() {
        return layout;
    }

    /** Writes a vector. */
    public DoublePlacement put(int vector, double[] values) {
        for (int i = 0; i < length; i++) {
            array[index(vector, i)] = values[i];
        }
        return this;
    }

    /** Writes all vectors. */
    public DoublePlacement putAll(double[][] vectors) {
        for (int vector = 0; vector < layout.count(); vector++) {
            put(vector, vectors[vector]);
        }
        return this;
    }

    /** Reads a vector. */
    public double[] get(int vector) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = array[index(vector, i)];
        }
        return values;
    }

    private int index(int vector, int i) {
        return layout.offset() + i * layout.stride() + vector * layout.distance();
    }

    /** Fails unless the vectors are these, to the last bit, and all guards stand. */
    public void assertHolds(double[][] wanted, String context) {
        for (int vector = 0; vector < layout.count(); vector++) {
            Bits.assertSame(wanted[vector], get(vector), context + ", vector " + vector + " at " + layout);
        }
        assertGuarded(context);
    }

    /** Fails unless all guards stand. */
    public void assertGuarded(String context) {
        boolean[] used = new boolean[array.length];
        for (int vector = 0; vector < layout.count(); vector++) {
            for (int i = 0; i < length; i++) {
                used[index(vector, i)] = true;
            }
        }
        for (int i = 0; i < array.length; i++) {
            if (!used[i] && !Bits.isGuard(array[i])) {
                fail(context + ": element " + i + " beside " + layout + " changed");
            }
        }
    }
}
