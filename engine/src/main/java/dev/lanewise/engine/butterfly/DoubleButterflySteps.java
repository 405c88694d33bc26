package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.batch.DoubleMapping;
import dev.lanewise.engine.scalar.DoubleButterflyKernel;
import java.util.Arrays;
import java.util.List;

/**
 * Takes vectors through the steps of a schedule, as many at once as the kernel has lanes. Vectors that lie side by side are read by the
 * first step and written by the last; others are brought into scratch and back. A few go through {@link DoubleButterflyVectors}
 * if they can, or one by one.
 */
final class DoubleButterflySteps {
    private static final DoubleButterflyKernel WIDE =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleButterflyKernel(), DoubleButterflyKernel::new);
    private static final DoubleButterflyKernel ONE = new DoubleButterflyKernel();

    /** Fewer than one in so many of the lanes are not worth the others. */
    private static final int FEWEST = 8;

    /** Vectors that go through together, in widths of the kernel, at most. */
    private static final int MOST_WIDTHS = 4;

    /** Numbers of these, at most if there are more than a width: they are in the second cache. */
    private static final long MOST_NUMBERS = 1 << 17;

    /** Numbers of an output whose rows go through whole, at most, if these stay there instead of in scratch. */
    private static final long MOST_OF_OUTPUT = 1 << 19;

    private final DoubleButterflyStep[] steps;

    /** For few vectors, of adjacent numbers; null if it is not for these factors. */
    private final DoubleButterflyVectors alone;

    private final int[] lengths;
    private final int inputs;
    private final int outputs;
    private final int most;

    /** Steps from this one on may put their output in the place of their input, which is as large as that of the last. */
    private final int inPlace;

    /** Takes the values of all factors in the order of application; complex ones are two numbers each. */
    DoubleButterflySteps(ButterflySchedule schedule, double[][] factors, boolean isComplex) {
        List<ButterflyPattern> applied = schedule.applied();
        int parts = isComplex ? 2 : 1;
        inputs = parts * applied.getFirst().cols();
        outputs = parts * applied.getLast().rows();
        lengths = new int[factors.length];
        for (int l = 0; l < lengths.length; l++) {
            lengths[l] = factors[l].length;
        }
        steps = new DoubleButterflyStep[schedule.steps().size()];
        int largest = inputs;
        for (ButterflyPattern pattern : applied) {
            largest = Math.max(largest, parts * pattern.rows());
        }
        for (int s = 0; s < steps.length; s++) {
            steps[s] = new DoubleButterflyStep(applied, schedule.steps().get(s), factors, isComplex);
        }
        alone = isComplex ? null : DoubleButterflyVectors.of(applied, factors);
        most = largest;
        int first = steps.length - 1;
        while (first >= 0 && steps[first].mayBeInPlace()) {
            first--;
        }
        inPlace = first + 1;
    }

    /** The values of a factor, counted in the order of application, as they were given. */
    double[] values(int factor) {
        int first = 0, s = 0;
        while (first + steps[s].factors() <= factor) {
            first += steps[s].factors();
            s++;
        }
        return steps[s].valuesOf(factor, lengths[factor]);
    }

    /** The numbers that are held. */
    long parameters() {
        long sum = 0;
        for (int length : lengths) {
            sum += length;
        }
        return sum;
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
        DoubleMapping.check(x, xLayout, inputs, y, yLayout, outputs, workspace, parallelism);
        int count = xLayout.count();
        Parallelism useful = parallelism.forOperations((double) count * operations);
        boolean stays = xLayout.distance() == 1 && yLayout.distance() == 1 && mayStayIn(yLayout);
        int chunk = chunk(count, useful.workers(), stays ? MOST_OF_OUTPUT : MOST_NUMBERS),
                chunks = Math.ceilDiv(count, chunk);
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

    /**
     * Whether vectors side by side go through all steps in the output. Rows that are pieces of longer ones take up only some sets of a
     * cache, into which the numbers at work must fit.
     */
    private boolean mayStayIn(Layout yLayout) {
        boolean areWhole = yLayout.stride() <= MOST_WIDTHS * WIDE.width();
        return (long) most * yLayout.stride() <= (areWhole ? MOST_OF_OUTPUT : MOST_NUMBERS);
    }

    /** How many vectors go through together: whole widths, so that there are enough chunks for all threads; or one. */
    private int chunk(int count, int workers, long mostNumbers) {
        int width = WIDE.width();
        long numbers = (long) most * width;
        if (numbers > Workspace.LARGEST_ARRAY) {
            return 1;
        }
        int inCache = Math.clamp(mostNumbers / numbers, 1, MOST_WIDTHS);
        int shared = Math.max(1, count / (width * workers));
        return width * (workers == 1 ? inCache : Math.min(inCache, shared));
    }

    private void chunk(
            double[] x, Layout xLayout, double[] y, Layout yLayout, int first, int size, Workspace workspace) {
        int all = Math.min(size, xLayout.count() - first), count = all - leftOver(all, xLayout, yLayout);
        if (count < all) {
            inTurn(x, xLayout, y, yLayout, first + count, all - count, workspace);
        }
        if (count * FEWEST > WIDE.width() && size > 1) {
            int columns = Math.ceilDiv(count, WIDE.width()) * WIDE.width();
            several(WIDE, columns, x, xLayout, y, yLayout, first, count, workspace);
            return;
        }
        for (int vector = first; vector < first + count; vector++) {
            several(ONE, 1, x, xLayout, y, yLayout, vector, 1, workspace);
        }
    }

    /** How many of so many vectors, the last ones, are rather taken in turn: what fills no lanes; of adjacent numbers also some that do. */
    private int leftOver(int count, Layout xLayout, Layout yLayout) {
        if (alone == null) {
            return 0;
        }
        if (xLayout.stride() == 1 && yLayout.stride() == 1) {
            return count < 2 * WIDE.width() ? count : 0;
        }
        return count % WIDE.width();
    }

    /** Vectors of adjacent numbers where they are, others turned to such in scratch. */
    private void inTurn(
            double[] x, Layout xLayout, double[] y, Layout yLayout, int first, int count, Workspace workspace) {
        int n = inputs, from = xLayout.start(first), to = yLayout.start(first);
        if (xLayout.stride() == 1 && yLayout.stride() == 1) {
            alone.map(x, from, xLayout.distance(), y, to, yLayout.distance(), count);
            return;
        }
        double[] rows = workspace.takeDoubles(count * n);
        try {
            DoubleColumns.gather(x, from, xLayout.distance(), xLayout.stride(), n, count, rows, n);
            alone.map(rows, 0, n, rows, 0, n, count);
            DoubleColumns.scatter(rows, n, y, to, yLayout.distance(), yLayout.stride(), n, count);
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void several(
            DoubleButterflyKernel kernel,
            int columns,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int count,
            Workspace workspace) {
        boolean isInPlace = DoubleMapping.isInPlace(x, xLayout, y, yLayout);
        boolean copies = count < columns || columns > 1 && xLayout.distance() != 1 || isInPlace && inPlace == 1;
        boolean copiesBack = count < columns || columns > 1 && yLayout.distance() != 1;
        boolean staysInOutput = !copiesBack && mayStayIn(yLayout);
        boolean needsNone = !copies && (steps.length == 1 && !copiesBack || staysInOutput && inPlace <= 1);
        double[] a = workspace.takeDoubles(needsNone ? 0 : most * columns);
        double[] b = workspace.takeDoubles(inPlace > 1 || inPlace == 1 && copies ? most * columns : 0);
        try {
            double[] from = x;
            int at = xLayout.start(first), pitch = xLayout.stride();
            if (copies) {
                gather(x, xLayout, first, count, a, columns);
                from = a;
                at = 0;
                pitch = columns;
            }
            for (int s = 0; s < steps.length; s++) {
                DoubleButterflyStep step = steps[s];
                if (!copiesBack && (s == steps.length - 1 || staysInOutput && s >= inPlace - 1)) {
                    step.run(kernel, columns, from, at, pitch, y, yLayout.start(first), yLayout.stride());
                    from = y;
                    at = yLayout.start(first);
                    pitch = yLayout.stride();
                    continue;
                }
                double[] to = from == a && !step.mayBeInPlace() || from == b && step.mayBeInPlace() ? b : a;
                step.run(kernel, columns, from, at, pitch, to, 0, columns);
                from = to;
                at = 0;
                pitch = columns;
            }
            if (copiesBack) {
                DoubleColumns.scatter(
                        from, columns, y, yLayout.start(first), yLayout.stride(), yLayout.distance(), count, outputs);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Brings vectors side by side; lanes that are left over are zero. */
    private void gather(double[] x, Layout layout, int first, int count, double[] a, int columns) {
        DoubleColumns.gather(x, layout.start(first), layout.stride(), layout.distance(), count, inputs, a, columns);
        for (int i = 0; i < inputs && count < columns; i++) {
            Arrays.fill(a, i * columns + count, (i + 1) * columns, 0);
        }
    }
}
