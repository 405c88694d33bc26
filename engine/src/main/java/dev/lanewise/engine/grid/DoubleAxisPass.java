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

    private final int length;

    /** For each vector. */
    private final long operations;

    /** Of vectors that have this length in the grids of the input. */
    DoubleAxisPass(int axis, int length, long operations, DoubleAxisTransform transform) {
        this.axis = axis;
        this.length = length;
        this.operations = operations;
        this.transform = transform;
    }

    /** For all vectors of a grid of inputs. */
    long operations(Grid grid) {
        return grid.size() / length * operations;
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
        long all = operations(inGrid) + inGrid.size(); // what only moves an element counts as well
        Parallelism parallelism = asked.forOperations(all);
        int workers = parallelism.workers();
        long pieces = (long) PIECES_PER_WORKER * workers;
        if (layouts == 1
                || workers == 1
                || layouts < pieces && asked.forOperations(all / layouts).workers() == workers) {
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

    /** For all passes, of which those after the first transform the output. */
    static long operations(List<DoubleAxisPass> passes, Grid grid) {
        return passes.stream().mapToLong(pass -> pass.operations(grid)).sum();
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
