package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.batch.DoubleMapping;
import java.util.Objects;

/** Loops over the vectors of a block, for maps: what is checked before, how they are split among threads, one by one. */
final class DoubleVectorLoop {
    /** Pieces per thread: enough that a slow thread does not hold up the others. */
    private static final int PIECES_PER_WORKER = 4;

    /** Unit vectors that are mapped at once to write a map out. */
    private static final int UNITS = 32;

    /** Numbers that are gathered at once, unless a single vector is longer. */
    private static final int GATHERED = 1 << 14;

    private DoubleVectorLoop() {}

    /** Checks the length of a vector. */
    static void checkLength(double[] x, int wanted) {
        if (Objects.requireNonNull(x, "x").length != wanted) {
            throw new IllegalArgumentException("x: got length " + x.length + ", wanted " + wanted);
        }
    }

    /** Checks what a block of vectors is mapped from and to, and whether there is any. */
    static boolean isAny(
            double[] x,
            Layout xLayout,
            int xLength,
            double[] y,
            Layout yLayout,
            int yLength,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleMapping.check(x, xLayout, xLength, y, yLayout, yLength, workspace, parallelism);
        return xLayout.count() > 0;
    }

    /** A block of vectors within a map that has checked; a single vector goes the straight way. */
    static void step(
            DoubleLinearMap map,
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        boolean isOne = xLayout.count() == 1 && xLayout.stride() == 1 && yLayout.stride() == 1;
        if (isOne && parallelism.workers() == 1) {
            map.one(x, xLayout.offset(), y, yLayout.offset(), transposed, workspace);
        } else {
            map.applyBlock(transposed, x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    /** Maps the vectors of a block, unchecked: split among as many threads as pay, {@link DoubleLinearMap#several some} at once. */
    static void split(
            DoubleLinearMap map,
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int count = xLayout.count();
        Parallelism useful = parallelism.forOperations((double) count * (map.operations() + map.rows() + map.cols()));
        int workers = Math.min(count, useful.workers());
        if (workers <= 1) {
            map.several(transposed, x, xLayout, y, yLayout, 0, count, workspace, useful);
            return;
        }
        int perPiece = Math.ceilDiv(count, PIECES_PER_WORKER * workers);
        workspace.worker(useful.workers() - 1);
        useful.forEach(Math.ceilDiv(count, perPiece), (index, worker) -> {
            int first = index * perPiece, past = (int) Math.min(count, (long) first + perPiece);
            Workspace scratch = workspace.worker(worker);
            map.several(transposed, x, xLayout, y, yLayout, first, past, scratch, Parallelism.NONE);
        });
    }

    /** Vectors {@code first} to {@code past - 1}, one by one. */
    static void oneByOne(
            DoubleLinearMap map,
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int past,
            Workspace workspace) {
        int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
        if (outputs == 0) {
            return;
        }
        if (xLayout.stride() != 1 || yLayout.stride() != 1) {
            gathered(map, transposed, x, xLayout, y, yLayout, first, past, workspace);
            return;
        }
        for (int vector = first; vector < past; vector++) {
            // Vectors of nothing may be said to lie anywhere.
            int from = inputs == 0 ? 0 : xLayout.start(vector);
            map.one(x, from, y, yLayout.start(vector), transposed, workspace);
        }
    }

    /** Some vectors at a time are brought to a buffer, one after the other, and from another one to the output. */
    private static void gathered(
            DoubleLinearMap map,
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int past,
            Workspace workspace) {
        int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
        int atOnce = Math.min(past - first, Math.max(1, GATHERED / Math.max(inputs, outputs)));
        double[] input = workspace.takeDoubles(atOnce * inputs);
        double[] output = workspace.takeDoubles(atOnce * outputs);
        try {
            for (int at = first; at < past; at += atOnce) {
                int count = Math.min(atOnce, past - at), from = xLayout.start(at), to = yLayout.start(at);
                if (inputs > 0) {
                    DoubleColumns.gather(x, from, xLayout.distance(), xLayout.stride(), inputs, count, input, inputs);
                }
                for (int i = 0; i < count; i++) {
                    map.one(input, i * inputs, output, i * outputs, transposed, workspace);
                }
                DoubleColumns.scatter(output, outputs, y, to, yLayout.distance(), yLayout.stride(), outputs, count);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** The matrix of a map, row after row, from its unit vectors; refused if it does not fit into an array. */
    static double[] writtenOut(DoubleLinearMap map) {
        int rows = map.rows(), cols = map.cols();
        if ((long) rows * cols > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException("toDense: " + map.nameAndShape() + " does not fit into an array");
        }
        double[] dense = new double[rows * cols];
        Workspace workspace = new Workspace();
        for (int first = 0; first < cols && rows > 0; first += UNITS) {
            int count = Math.min(UNITS, cols - first);
            double[] units = new double[count * cols];
            for (int j = 0; j < count; j++) {
                units[j * cols + first + j] = 1;
            }
            Layout from = Layout.rows(0, count, cols), to = Layout.columns(first, count, cols);
            map.applyBlock(false, units, from, dense, to, workspace, Parallelism.NONE);
        }
        return dense;
    }
}
