package dev.lanewise.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Scratch arrays that live as long as their owner wants, so that running a plan again allocates nothing.
 *
 * <p>It is a stack: whoever needs an array takes it and releases it before returning, and the next to take one at the same
 * depth gets the same array again, grown if it was too short. What is in a taken array is left over from earlier use.
 * A workspace serves one thread at a time and any number of plans, one after the other.
 *
 * <pre>{@code
 * double[] buffer = workspace.takeDoubles(n); // length n at least, contents arbitrary
 * try {
 *     ...
 * } finally {
 *     workspace.releaseDoubles();
 * }
 * }</pre>
 */
public final class Workspace {
    /**
     * Elements to leave between arrays that are read and written together; arrays of a workspace have as many beyond what was
     * asked for. Arrays of 2^k elements that lie one after the other are at the same place of a page, and a load that follows
     * a store to the same place of another page waits for it.
     */
    public static final int APART = 48;

    /** The length of the longest array, as every virtual machine grants it. */
    public static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Layouts are kept in so many places, a power of two, of which each has room for the last few that belong there. */
    private static final int KEPT_BITS = 5;

    private static final int WAYS = 4;

    /** Bytes of a line of the cache, and those of the virtual machine's own before the elements of an array. */
    private static final int LINE = 64;

    private static final int HEADER = 16;

    /** Bytes of an array that begins where a region of the heap does, and how often such arrays are asked for before they are that long. */
    private static final int LARGE = 1 << 21;

    private static final int USES = 16;

    private static final double[] NO_DOUBLES = {};
    private static final float[] NO_FLOATS = {};

    private final List<double[]> doubles = new ArrayList<>();
    private final List<float[]> floats = new ArrayList<>();
    private final List<Workspace> workers = new ArrayList<>();
    private final Layout[] layouts = new Layout[WAYS << KEPT_BITS];
    private final MatrixLayout[] matrices = new MatrixLayout[WAYS << KEPT_BITS];
    private int doublesInUse;
    private int floatsInUse;
    private final boolean isLined;
    private Workspace lined;
    private int uses;

    /** Makes an empty workspace; it grows as it is used. */
    public Workspace() {
        this(false);
    }

    private Workspace(boolean isLined) {
        this.isLined = isLined;
    }

    /**
     * Takes the next array of doubles.
     *
     * @param length the least length, at least 0
     * @return an array of that length or more, with arbitrary contents
     */
    public double[] takeDoubles(int length) {
        checkLength(length);
        int depth = doublesInUse;
        if (depth == doubles.size()) {
            doubles.add(NO_DOUBLES);
        }
        int least = least(length, Double.BYTES);
        if (doubles.get(depth).length < least) {
            doubles.set(depth, new double[apart(least)]);
        }
        doublesInUse = depth + 1;
        return doubles.get(depth);
    }

    /** Gives back the array of doubles that was taken last. */
    public void releaseDoubles() {
        if (doublesInUse == 0) {
            throw new IllegalStateException("no array of doubles is taken");
        }
        doublesInUse--;
    }

    /**
     * Takes the next array of floats.
     *
     * @param length the least length, at least 0
     * @return an array of that length or more, with arbitrary contents
     */
    public float[] takeFloats(int length) {
        checkLength(length);
        int depth = floatsInUse;
        if (depth == floats.size()) {
            floats.add(NO_FLOATS);
        }
        int least = least(length, Float.BYTES);
        if (floats.get(depth).length < least) {
            floats.set(depth, new float[apart(least)]);
        }
        floatsInUse = depth + 1;
        return floats.get(depth);
    }

    /** Gives back the array of floats that was taken last. */
    public void releaseFloats() {
        if (floatsInUse == 0) {
            throw new IllegalStateException("no array of floats is taken");
        }
        floatsInUse--;
    }

    /**
     * The workspace for what is read and written in whole vectors many times over, one of its own that is kept. From element
     * {@link #lineStart} of its arrays on, and from those a multiple of a line later, no vector lies in two lines of the cache if the array
     * begins where one does. That is not for Java to ask, but the default collector puts an array of 2 MB where a region of the heap begins, if
     * the heap may have 8 GB at most: so long they are here after some uses. Elsewhere nothing is gained.
     *
     * @return the workspace
     */
    public Workspace lined() {
        if (lined == null) {
            lined = isLined ? this : new Workspace(true);
        }
        return lined;
    }

    /**
     * Where to begin in an array of a {@linkplain #lined workspace for lines}.
     *
     * @param bytes of an element
     * @return the index
     */
    public static int lineStart(int bytes) {
        return (LINE - HEADER) / bytes;
    }

    /** How long an array has to be that is taken for so many elements. */
    private int least(int length, int bytes) {
        if (!isLined || uses++ < USES) {
            return length;
        }
        uses = USES;
        return Math.max(length, LARGE / bytes);
    }

    /**
     * A layout, the same object again if it was asked for not long ago: code that works piece by piece has a layout for each
     * piece, and with this it allocates none but at first.
     *
     * @param offset index of element 0 of vector 0
     * @param stride from one element to the next
     * @param count how many vectors
     * @param distance from one vector to the next
     * @return the layout
     */
    public Layout layout(int offset, int stride, int count, int distance) {
        int first = place(((offset * 31 + stride) * 31 + count) * 31 + distance);
        for (int i = 0; i < WAYS; i++) {
            Layout kept = layouts[first + i];
            if (kept == null) {
                break;
            }
            if (kept.offset() == offset
                    && kept.stride() == stride
                    && kept.count() == count
                    && kept.distance() == distance) {
                return kept;
            }
        }
        Layout made = new Layout(offset, stride, count, distance);
        System.arraycopy(layouts, first, layouts, first + 1, WAYS - 1);
        layouts[first] = made;
        return made;
    }

    /**
     * A layout of a matrix, the same object again if it was asked for not long ago.
     *
     * @param offset index of element (0, 0)
     * @param rows how many rows
     * @param columns how many columns
     * @param rowStride from one row to the next
     * @param columnStride from one column to the next
     * @return the layout
     */
    public MatrixLayout matrix(int offset, int rows, int columns, int rowStride, int columnStride) {
        int first = place((((offset * 31 + rows) * 31 + columns) * 31 + rowStride) * 31 + columnStride);
        for (int i = 0; i < WAYS; i++) {
            MatrixLayout kept = matrices[first + i];
            if (kept == null) {
                break;
            }
            if (kept.offset() == offset
                    && kept.rows() == rows
                    && kept.columns() == columns
                    && kept.rowStride() == rowStride
                    && kept.columnStride() == columnStride) {
                return kept;
            }
        }
        MatrixLayout made = new MatrixLayout(offset, rows, columns, rowStride, columnStride);
        System.arraycopy(matrices, first, matrices, first + 1, WAYS - 1);
        matrices[first] = made;
        return made;
    }

    /** The first of the places for a hash: its product with 2^32 over the golden ratio sets hashes that differ a little far apart. */
    private static int place(int hash) {
        return (hash * 0x9e3779b9 >>> 32 - KEPT_BITS) * WAYS;
    }

    private static int apart(int length) {
        return (int) Math.min((long) length + APART, Math.max(length, LARGEST_ARRAY));
    }

    private static void checkLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("length: got " + length + ", wanted 0 or more");
        }
    }

    /**
     * The workspace of one of several threads that work for the owner of this one: this one itself for worker 0, another
     * that is kept for the next time for each further worker. To be called by the owner before the threads start.
     *
     * @param worker the number of the worker, at least 0
     * @return its workspace
     */
    public Workspace worker(int worker) {
        if (worker < 0) {
            throw new IllegalArgumentException("worker: got " + worker + ", wanted 0 or more");
        }
        while (workers.size() < worker) {
            workers.add(new Workspace());
        }
        return worker == 0 ? this : workers.get(worker - 1);
    }
}
