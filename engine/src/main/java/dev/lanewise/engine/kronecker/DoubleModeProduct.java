package dev.lanewise.engine.kronecker;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.panel.DoubleProduct;

/**
 * A matrix along one axis, {@code y = (I_a x B x I_n) x}: an array of {@code a x c x n} becomes one of {@code a x b x n}. The matrix
 * products that it is made of are large enough to be fast wherever there is enough to do:
 *
 * <ul>
 *   <li>{@code n} wide: for each of {@code a} the product of {@code B} and a matrix of {@code c x n}, in strips of columns;
 *   <li>{@code n = 1}: the product of a matrix of {@code a x c} and the transpose of {@code B}, in strips of rows;
 *   <li>{@code n} narrow: some of the {@code a} are brought side by side, which makes it wide.
 * </ul>
 *
 * <p>Each sum runs along a row of {@code B}, as in any product of matrices: the same bits either way.
 */
final class DoubleModeProduct {
    /** Columns, or rows of a product with the transpose, that fill vectors. */
    private static final int NARROW = 16;

    /** Rows that fill a tile of the product with the transpose. */
    private static final int FEWEST_ROWS = 8;

    /** Columns of what is brought side by side. */
    private static final int TURNED = 256;

    /** Numbers of what is brought side by side at most, unless that of one is more. */
    private static final int MOST_TURNED = 1 << 14;

    /** Multiplications of a strip: such products are made without packing their factors, if those are small. */
    private static final int STRIP = 1 << 18;

    private static final int SMALL = 1 << 12;
    private static final int SHORTEST_STRIP = 64;
    private static final int LONGEST_SMALL_STRIP = 512;
    private static final int LONGEST_STRIP = 1024;

    /** Rows that lie so far from each other may fall into one set of the first cache, of 8 to 12 ways. */
    private static final int FAR = 256;

    /** A line of memory, by which they are then kept apart. */
    private static final int LINE = 8;

    private final int before;
    private final int outputs;
    private final int inputs;
    private final int after;
    private final double[] entries;
    private final int rowStride;
    private final int columnStride;
    private final int strip;

    /** The transpose of a small matrix, which would otherwise be packed for each strip; null if it is not needed. */
    private final double[] transpose;

    /** Numbers left free behind each of {@code c} rows that are read, if {@code a} is 1. */
    private int inputGap;

    /** Numbers left free behind each of {@code a} parts that are written. */
    private int outputGap;

    DoubleModeProduct(KroneckerSchedule.Step step, double[] entries, int rowStride, int columnStride) {
        before = step.before();
        outputs = step.outputs();
        inputs = step.inputs();
        after = step.after();
        this.entries = entries;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
        int multiplications = Math.max(1, (int) Math.min(STRIP, (long) outputs * inputs));
        int whole = STRIP / multiplications / NARROW * NARROW;
        strip = multiplications <= SMALL ? Math.clamp(whole, SHORTEST_STRIP, LONGEST_SMALL_STRIP) : LONGEST_STRIP;
        transpose = after == 1 && multiplications <= SMALL && rowStride != 1 ? transpose() : null;
    }

    private double[] transpose() {
        double[] turned = new double[outputs * inputs];
        for (int i = 0; i < outputs; i++) {
            for (int j = 0; j < inputs; j++) {
                turned[j * outputs + i] = entries[i * rowStride + j * columnStride];
            }
        }
        return turned;
    }

    /** Leaves gaps between the rows that the next product reads, if they are far from each other and each is written apart. */
    void apartFor(DoubleModeProduct next) {
        if (next.before == 1 && next.after >= FAR && before == next.inputs) {
            outputGap = LINE;
            next.inputGap = LINE;
        }
    }

    /** Numbers beyond those of the output that all gaps take. */
    int gaps() {
        return before * outputGap;
    }

    /** Whether it is fast of one vector. */
    boolean isFastAlone() {
        boolean isWide = after >= NARROW && (long) outputs * inputs * after >= SMALL;
        boolean isTall = after == 1 && outputs >= NARROW && (long) outputs * inputs * before >= SMALL;
        return isWide || isTall;
    }

    private boolean isTall(int n) {
        return n == 1 && (outputs >= FEWEST_ROWS || before == 1);
    }

    private boolean isTurned(int n) {
        return n < NARROW && before > 1 && !isTall(n);
    }

    /** How many of the {@code a} are brought side by side. */
    private int turned(int n) {
        int most = (int) Math.max(1, MOST_TURNED / ((long) Math.max(inputs, outputs) * n));
        return Math.min(before, Math.min(most, Math.ceilDiv(TURNED, n)));
    }

    /** Pieces of the work for so many vectors side by side, that do not wait for each other. */
    int pieces(int beside) {
        int n = after * beside;
        if (isTall(n)) {
            return Math.ceilDiv(before, strip);
        }
        return isTurned(n) ? Math.ceilDiv(before, turned(n)) : before * Math.ceilDiv(n, strip);
    }

    /** One piece. */
    void run(int piece, double[] x, int xAt, double[] y, int yAt, int beside, Workspace workspace) {
        int n = after * beside;
        if (isTall(n)) {
            int first = piece * strip;
            tall(first, Math.min(strip, before - first), x, xAt, y, yAt, workspace);
        } else if (isTurned(n)) {
            int atOnce = turned(n), first = piece * atOnce, some = Math.min(atOnce, before - first);
            turned(some, n, x, xAt + first * inputs * n, y, yAt + first * (outputs * n + outputGap), workspace);
        } else {
            int strips = Math.ceilDiv(n, strip), i = piece / strips, first = (piece - i * strips) * strip;
            int from = xAt + i * inputs * n + first, to = yAt + i * (outputs * n + outputGap) + first;
            wide(Math.min(strip, n - first), x, from, n + inputGap, y, to, n, workspace);
        }
    }

    /** {@code Y = B X}. */
    private void wide(
            int columns, double[] x, int from, int xPitch, double[] y, int to, int yPitch, Workspace workspace) {
        DoubleProduct.multiply(
                outputs,
                columns,
                inputs,
                1,
                entries,
                0,
                rowStride,
                columnStride,
                x,
                from,
                xPitch,
                1,
                0,
                y,
                to,
                yPitch,
                1,
                workspace,
                Parallelism.NONE);
    }

    /** {@code Y = X B^T}. */
    private void tall(int first, int rows, double[] x, int xAt, double[] y, int yAt, Workspace workspace) {
        DoubleProduct.multiply(
                rows,
                outputs,
                inputs,
                1,
                x,
                xAt + first * inputs,
                inputs,
                1,
                transpose == null ? entries : transpose,
                0,
                transpose == null ? columnStride : outputs,
                transpose == null ? rowStride : 1,
                0,
                y,
                yAt + first * (outputs + outputGap),
                outputs + outputGap,
                1,
                workspace,
                Parallelism.NONE);
    }

    /** Several of the {@code a} side by side. */
    private void turned(int some, int n, double[] x, int from, double[] y, int to, Workspace workspace) {
        int width = some * n;
        double[] in = workspace.takeDoubles(inputs * width), out = workspace.takeDoubles(outputs * width);
        try {
            DoubleColumns.gather(x, from, 1, inputs * n, some, inputs * n, in, some);
            wide(width, in, 0, width, out, 0, width, workspace);
            DoubleColumns.scatter(out, some, y, to, 1, outputs * n + outputGap, some, outputs * n);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }
}
