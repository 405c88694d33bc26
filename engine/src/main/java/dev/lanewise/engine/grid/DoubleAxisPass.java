package dev.lanewise.engine.grid;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.List;

/** A transform of all vectors along one axis. */
final class DoubleAxisPass {
    /** Pieces per thread: enough that a slow thread does not hold up the others. */
    private static final int PIECES_PER_WORKER = 4;

    private final int axis;
    private final DoubleAxisTransform transform;

    /** The usual count for each element, {@code 5 log2 n} for vectors of length {@code n}. */
    private final double operationsPerElement;

    DoubleAxisPass(int axis, int length, DoubleAxisTransform transform) {
        this.axis = axis;
        this.transform = transform;
        operationsPerElement = 5.0 * (32 - Integer.numberOfLeadingZeros(length));
    }

    /**
     * From one grid to another, which may be the same: they differ in the length of the axis at most. Threads share the
     * layouts, or the vectors of each where there are few layouts and each is worth it.
     */
    void run(
            double[] inRe,
            double[] inIm,
            Grid inGrid,
            double[] outRe,
            double[] outIm,
            Grid outGrid,
            Workspace workspace,
            Parallelism asked) {
        List<Layout> in = inGrid.along(axis);
        List<Layout> out = outGrid.along(axis);
        int layouts = in.size();
        double operations = operationsPerElement * inGrid.size();
        Parallelism parallelism = asked.forOperations(operations);
        int workers = parallelism.workers();
        long pieces = (long) PIECES_PER_WORKER * workers;
        if (layouts == 1
                || workers == 1
                || layouts < pieces && asked.forOperations(operations / layouts).workers() == workers) {
            for (int i = 0; i < layouts; i++) {
                transform.run(inRe, inIm, in.get(i), outRe, outIm, out.get(i), workspace, parallelism);
            }
            return;
        }
        int perPiece = (int) Math.ceilDiv((long) layouts, pieces);
        workspace.worker(Math.min(workers, layouts) - 1);
        parallelism.forEach(Math.ceilDiv(layouts, perPiece), (number, worker) -> {
            Workspace scratch = workspace.worker(worker);
            int first = number * perPiece;
            int past = first + Math.min(perPiece, layouts - first);
            for (int i = first; i < past; i++) {
                transform.run(inRe, inIm, in.get(i), outRe, outIm, out.get(i), scratch, Parallelism.NONE);
            }
        });
    }

    /** Passes one after the other, the first from input to output, the others in place. */
    static void runAll(
            List<DoubleAxisPass> passes,
            double[] inRe,
            double[] inIm,
            Grid in,
            double[] outRe,
            double[] outIm,
            Grid out,
            Workspace workspace,
            Parallelism parallelism) {
        passes.get(0).run(inRe, inIm, in, outRe, outIm, out, workspace, parallelism);
        for (int i = 1; i < passes.size(); i++) {
            passes.get(i).run(outRe, outIm, out, outRe, outIm, out, workspace, parallelism);
        }
    }
}
