package dev.lanewise.engine.sparse;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.batch.DoubleMapping;
import java.util.Arrays;

/**
 * Maps vectors that lie anywhere by {@link DoubleOutputs}: in groups that lie side by side, so that each entry of the matrix is
 * read once for a group. Vectors that do not lie so are brought into scratch and back. Threads share groups, or the outputs of one
 * group after the other where there are few.
 */
final class DoubleSideBySide {
    /** Vectors of a group: four vectors of eight lanes, or as many bytes of them. */
    private static final int GROUP = 32;

    /** Fewer than these are mapped one by one. */
    private static final int FEWEST = 4;

    /** Vectors in scratch are filled up to a multiple of these, so that no lanes are left over. */
    private static final int WHOLE = DoubleColumns.MOST;

    /** Pieces per thread: enough that a slow thread does not hold up the others. */
    private static final int PIECES_PER_WORKER = 4;

    private DoubleSideBySide() {}

    /** Checks, then maps: {@code y_j} of all {@code x_j}. */
    static void map(
            DoubleOutputs matrix,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        Backend.active();
        DoubleMapping.check(x, xLayout, matrix.inputs, y, yLayout, matrix.outputs, workspace, parallelism);
        int count = xLayout.count();
        if (count == 0 || matrix.outputs == 0) {
            return;
        }
        double operations = (double) matrix.operations() + matrix.inputs + matrix.outputs;
        Parallelism useful = parallelism.forOperations(count * operations);
        int group = groupOf(matrix, count), groups = Math.ceilDiv(count, group);
        if (useful.workers() > 1 && (groups >= useful.workers() || !matrix.splits())) {
            workspace.worker(useful.workers() - 1);
            useful.forEach(
                    groups,
                    (index, worker) -> group(
                            matrix,
                            x,
                            xLayout,
                            y,
                            yLayout,
                            index * group,
                            group,
                            workspace.worker(worker),
                            Parallelism.NONE));
            return;
        }
        for (int index = 0; index < groups; index++) {
            group(matrix, x, xLayout, y, yLayout, index * group, group, workspace, useful);
        }
    }

    private static int groupOf(DoubleOutputs matrix, int count) {
        boolean fits = (long) GROUP * Math.max(matrix.inputs, matrix.outputs) <= Workspace.LARGEST_ARRAY;
        return fits && count >= FEWEST ? GROUP : 1;
    }

    private static void group(
            DoubleOutputs matrix,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int most,
            Workspace workspace,
            Parallelism parallelism) {
        int count = Math.min(most, xLayout.count() - first);
        if (count >= FEWEST) {
            several(matrix, x, xLayout, y, yLayout, first, count, workspace, parallelism);
            return;
        }
        for (int vector = first; vector < first + count; vector++) {
            one(matrix, x, xLayout, y, yLayout, vector, workspace, parallelism);
        }
    }

    private static void one(
            DoubleOutputs matrix,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int vector,
            Workspace workspace,
            Parallelism parallelism) {
        boolean copies = xLayout.stride() != 1 || DoubleMapping.isInPlace(x, xLayout, y, yLayout),
                copiesBack = yLayout.stride() != 1;
        double[] input = workspace.takeDoubles(copies ? matrix.inputs : 0);
        double[] output = workspace.takeDoubles(copiesBack ? matrix.outputs : 0);
        try {
            if (copies && matrix.inputs > 0) {
                DoubleColumns.gather(x, xLayout.start(vector), xLayout.stride(), 1, 1, matrix.inputs, input, 1);
            }
            double[] from = copies ? input : x, to = copiesBack ? output : y;
            int at = copies ? 0 : xLayout.start(vector), yAt = copiesBack ? 0 : yLayout.start(vector);
            if (parallelism.workers() > 1 && matrix.splits()) {
                int pieces = PIECES_PER_WORKER * parallelism.workers();
                parallelism.forEach(
                        pieces,
                        (piece, worker) -> matrix.ofOne(
                                from, at, to, yAt, matrix.firstOf(piece, pieces), matrix.firstOf(piece + 1, pieces)));
            } else {
                matrix.ofOne(from, at, to, yAt, 0, matrix.outputs);
            }
            if (copiesBack) {
                DoubleColumns.scatter(output, 1, y, yLayout.start(vector), yLayout.stride(), 1, 1, matrix.outputs);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private static void several(
            DoubleOutputs matrix,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int count,
            Workspace workspace,
            Parallelism parallelism) {
        // Where outputs need each other, lanes that are left over cost too much.
        boolean mayStay = count >= WHOLE && (matrix.splits() || count % WHOLE == 0);
        boolean copies = !mayStay || xLayout.distance() != 1 || DoubleMapping.isInPlace(x, xLayout, y, yLayout);
        boolean copiesBack = !mayStay || yLayout.distance() != 1;
        int pitch = Math.ceilDiv(count, WHOLE) * WHOLE, lanes = copies && copiesBack ? pitch : count;
        double[] input = workspace.takeDoubles(copies ? matrix.inputs * pitch : 0);
        double[] output = workspace.takeDoubles(copiesBack ? matrix.outputs * pitch : 0);
        try {
            if (copies && matrix.inputs > 0) {
                int start = xLayout.start(first), stride = xLayout.stride();
                DoubleColumns.gather(x, start, stride, xLayout.distance(), count, matrix.inputs, input, pitch);
                for (int i = 0; i < matrix.inputs && lanes > count; i++) {
                    Arrays.fill(input, i * pitch + count, (i + 1) * pitch, 0);
                }
            }
            double[] from = copies ? input : x, to = copiesBack ? output : y;
            int at = copies ? 0 : xLayout.start(first), xPitch = copies ? pitch : xLayout.stride();
            int yAt = copiesBack ? 0 : yLayout.start(first), yPitch = copiesBack ? pitch : yLayout.stride();
            if (parallelism.workers() > 1 && matrix.splits()) {
                int pieces = PIECES_PER_WORKER * parallelism.workers();
                parallelism.forEach(
                        pieces,
                        (piece, worker) -> matrix.ofSeveral(
                                from,
                                at,
                                xPitch,
                                to,
                                yAt,
                                yPitch,
                                lanes,
                                matrix.firstOf(piece, pieces),
                                matrix.firstOf(piece + 1, pieces)));
            } else {
                matrix.ofSeveral(from, at, xPitch, to, yAt, yPitch, lanes, 0, matrix.outputs);
            }
            if (copiesBack) {
                int start = yLayout.start(first), stride = yLayout.stride();
                DoubleColumns.scatter(output, pitch, y, start, stride, yLayout.distance(), count, matrix.outputs);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }
}
