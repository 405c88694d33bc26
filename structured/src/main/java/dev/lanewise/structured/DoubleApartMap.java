package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.batch.DoubleMapping;

/**
 * A map that wants its output apart from its input, and adjacent along rows or columns, as products of matrices do. This class sees
 * to it; what does not lie so is copied.
 */
abstract class DoubleApartMap extends DoubleBlockMap {
    /** Numbers that are copied at once where vectors do not lie as products want them. */
    private static final int COPIED = 1 << 16;

    /** Vectors that are copied at least, since products of few are slow, unless they are long. */
    private static final int FEWEST = 64;

    /** Numbers that are copied at once at most, unless a single vector is longer. */
    private static final int MOST_COPIED = 1 << 22;

    DoubleApartMap(int rows, int cols) {
        super(rows, cols);
    }

    /** Whether outputs may be their inputs after all, if the map is square. */
    boolean worksInPlace() {
        return false;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    /** {@code y_j = A x_j} or {@code y_j = A^T x_j}; outputs lie apart from inputs, adjacent along rows or columns. */
    abstract void multiply(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism);

    @Override
    protected final void applyBlock(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int inputs = transposed ? rows() : cols(), outputs = transposed ? cols() : rows();
        int count = xLayout.count();
        boolean isAdjacent = yLayout.stride() == 1 || yLayout.distance() == 1 || count <= 1 || outputs <= 1;
        boolean isApart = worksInPlace() || !DoubleMapping.isInPlace(x, xLayout, y, yLayout);
        if (isAdjacent && isApart) {
            multiply(transposed, x, xLayout, y, yLayout, workspace, parallelism);
            return;
        }
        long length = Math.max(1, (long) inputs + outputs);
        int atOnce = (int) Math.max(1, Math.min(MOST_COPIED / length, Math.max(FEWEST, COPIED / length)));
        for (int first = 0; first < count; first += atOnce) {
            int some = Math.min(atOnce, count - first);
            Layout from = workspace.layout(xLayout.start(first), xLayout.stride(), some, xLayout.distance());
            Layout to = workspace.layout(yLayout.start(first), yLayout.stride(), some, yLayout.distance());
            copied(transposed, x, from, inputs, y, to, outputs, workspace, parallelism);
        }
    }

    private void copied(
            boolean transposed,
            double[] x,
            Layout from,
            int inputs,
            double[] y,
            Layout to,
            int outputs,
            Workspace workspace,
            Parallelism parallelism) {
        int count = from.count();
        double[] in = workspace.takeDoubles(count * inputs);
        double[] out = workspace.takeDoubles(count * outputs);
        try {
            Layout inLayout = workspace.layout(0, 1, count, Math.max(1, inputs));
            Layout outLayout = workspace.layout(0, 1, count, Math.max(1, outputs));
            copy(x, from, in, inLayout, inputs);
            multiply(transposed, in, inLayout, out, outLayout, workspace, parallelism);
            copy(out, outLayout, y, to, outputs);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Copies vectors of so many elements. */
    static void copy(double[] x, Layout from, double[] y, Layout to, int length) {
        int count = from.count();
        if (length == 0 || count == 0) {
            return;
        }
        boolean isToBuffer = to.offset() == 0 && to.distance() == 1 && to.stride() >= count;
        boolean isFromBuffer = from.offset() == 0 && from.distance() == 1 && from.stride() >= count;
        if (count > 1 && isToBuffer) {
            DoubleColumns.gather(x, from.offset(), from.stride(), from.distance(), count, length, y, to.stride());
        } else if (count > 1 && isFromBuffer) {
            DoubleColumns.scatter(x, from.stride(), y, to.offset(), to.stride(), to.distance(), count, length);
        } else {
            for (int j = 0; j < count; j++) {
                copy(x, from.start(j), from.stride(), y, to.start(j), to.stride(), length);
            }
        }
    }

    private static void copy(double[] x, int from, int xStride, double[] y, int to, int yStride, int length) {
        if (xStride == 1 && yStride == 1) {
            System.arraycopy(x, from, y, to, length);
        } else {
            for (int i = 0; i < length; i++) {
                y[to + i * yStride] = x[from + i * xStride];
            }
        }
    }

    /** The matrix whose columns are the vectors of a block, from element {@code first} on. */
    static MatrixLayout columns(Workspace workspace, Layout layout, int first, int length) {
        return workspace.matrix(
                length == 0 ? layout.offset() : layout.offset() + first * layout.stride(),
                length,
                layout.count(),
                layout.stride(),
                layout.distance());
    }
}
