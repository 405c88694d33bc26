package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.scalar.DoubleButterflyKernel;
import java.util.Arrays;
import java.util.Objects;

/**
 * Takes vectors through the steps of a chain, as many at once as the kernel has lanes. Vectors that lie side by side are read by the
 * first step and written by the last; others are brought into scratch and back. A few that are left over go one by one.
 */
final class DoubleButterflyPasses {
    private static final DoubleButterflyKernel WIDE =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleButterflyKernel(), DoubleButterflyKernel::new);
    private static final DoubleButterflyKernel ONE = new DoubleButterflyKernel(1);

    /** Fewer than one in so many of the lanes are not worth the others. */
    private static final int FEWEST = 8;

    private final DoubleButterflyStep[] steps;
    private final int inputs;
    private final int outputs;
    private final int most;

    DoubleButterflyPasses(DoubleButterflyStep[] steps) {
        this.steps = steps;
        inputs = steps[0].inputs;
        outputs = steps[steps.length - 1].outputs;
        int largest = 0;
        for (DoubleButterflyStep step : steps) {
            largest = Math.max(largest, Math.max(step.inputs, step.outputs));
        }
        most = largest;
    }

    /** Checks, then maps. */
    void map(
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            long operations,
            Workspace workspace,
            Parallelism parallelism) {
        Backend.active();
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(xLayout, "xLayout");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(yLayout, "yLayout");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        if (xLayout.count() != yLayout.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + xLayout.count() + " in and " + yLayout.count() + " out, wanted the same");
        }
        xLayout.checkWithin("x", x.length, inputs);
        yLayout.checkWithin("y", y.length, outputs);
        yLayout.checkDistinct("y", outputs);
        if (x == y) {
            xLayout.checkOverlap(inputs, yLayout, outputs);
        }
        int count = xLayout.count(), width = WIDE.width();
        int chunk = (long) most * width <= Workspace.LARGEST_ARRAY ? width : 1;
        Parallelism useful = parallelism.forOperations((double) count * operations);
        int chunks = Math.ceilDiv(count, chunk);
        if (useful.workers() > 1 && chunks > 1) {
            workspace.worker(useful.workers() - 1);
            useful.forEach(
                    chunks,
                    (index, worker) -> chunk(x, xLayout, y, yLayout, index * chunk, chunk, workspace.worker(worker)));
            return;
        }
        for (int index = 0; index < chunks; index++) {
            chunk(x, xLayout, y, yLayout, index * chunk, chunk, workspace);
        }
    }

    private void chunk(
            double[] x, Layout xLayout, double[] y, Layout yLayout, int first, int size, Workspace workspace) {
        int count = Math.min(size, xLayout.count() - first);
        if (count * FEWEST > WIDE.width() && size > 1) {
            several(WIDE, x, xLayout, y, yLayout, first, count, workspace);
            return;
        }
        for (int vector = first; vector < first + count; vector++) {
            several(ONE, x, xLayout, y, yLayout, vector, 1, workspace);
        }
    }

    private void several(
            DoubleButterflyKernel kernel,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int count,
            Workspace workspace) {
        int width = kernel.width();
        boolean isInPlace = x == y && xLayout.offset() == yLayout.offset();
        boolean copies = count < width
                || width > 1 && xLayout.distance() != 1
                || isInPlace && steps.length == 1 && !steps[0].mayBeInPlace();
        boolean copiesBack = count < width || width > 1 && yLayout.distance() != 1;
        double[] a = workspace.takeDoubles(most * width);
        double[] b = workspace.takeDoubles(most * width);
        try {
            double[] from = x;
            int at = xLayout.start(first), pitch = xLayout.stride();
            if (copies) {
                gather(x, xLayout, first, count, a, width);
                from = a;
                at = 0;
                pitch = width;
            }
            for (int s = 0; s < steps.length; s++) {
                DoubleButterflyStep step = steps[s];
                if (s == steps.length - 1 && !copiesBack) {
                    step.run(kernel, from, at, pitch, y, yLayout.start(first), yLayout.stride());
                    return;
                }
                double[] to = from == a && !step.mayBeInPlace() || from == b && step.mayBeInPlace() ? b : a;
                step.run(kernel, from, at, pitch, to, 0, width);
                from = to;
                at = 0;
                pitch = width;
            }
            DoubleColumns.scatter(
                    from, width, y, yLayout.start(first), yLayout.stride(), yLayout.distance(), count, outputs);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Brings vectors side by side; lanes that are left over are zero. */
    private void gather(double[] x, Layout layout, int first, int count, double[] a, int width) {
        DoubleColumns.gather(x, layout.start(first), layout.stride(), layout.distance(), count, inputs, a, width);
        for (int i = 0; i < inputs && count < width; i++) {
            Arrays.fill(a, i * width + count, (i + 1) * width, 0);
        }
    }
}
