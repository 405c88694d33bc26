package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * An output depends on its input and the map alone, to the last bit: not on the layout, the other vectors, threads, or what
 * was in output and workspace before. What does not fit is refused with nothing changed.
 */
abstract class DoubleLinearMapMemoryLaws implements Seeds {
    /** For every map, so that a law is tried some thousand times in all. */
    static final int TRIES = 12;

    /** For laws that run through all layouts, so that a map with all of its laws takes less than a second. */
    private static final int TRIES_OF_LAYOUTS = 3;

    private static final int COUNT = 9;
    private static final int MOST_THREADS = 7;

    /** A map takes some arrays, its plan some more, and the plans within that. */
    private static final int DEPTH = 16;

    /** The map. */
    protected abstract DoubleLinearMap map();

    /** What failed, and how to have it again. */
    final String context(long seed) {
        return map().name() + ", " + map().rows() + " x " + map().cols() + ", seed " + seed;
    }

    private String context(boolean transposed, long seed) {
        return (transposed ? "transposed " : "") + context(seed);
    }

    private void run(boolean transposed, DoublePlacement x, DoublePlacement y, Workspace workspace, Parallelism how) {
        if (transposed) {
            map().applyTransposed(x.array(), x.layout(), y.array(), y.layout(), workspace, how);
        } else {
            map().apply(x.array(), x.layout(), y.array(), y.layout(), workspace, how);
        }
    }

    private int inputs(boolean transposed) {
        return transposed ? map().rows() : map().cols();
    }

    private int outputs(boolean transposed) {
        return transposed ? map().cols() : map().rows();
    }

    private double[][] vectors(boolean transposed, long seed) {
        double[][] x = new double[COUNT][inputs(transposed)];
        for (int i = 0; i < COUNT; i++) {
            Inputs.special(seed + i, x[i]);
        }
        return x;
    }

    /**
     * Whether the bits of an output depend on how many vectors are mapped at once, as those of a product that is bracketed by cost.
     * They still depend on nothing else.
     */
    protected boolean dependsOnTheCount() {
        return false;
    }

    private double[][] wanted(boolean transposed, double[][] x) {
        if (!dependsOnTheCount()) {
            return oneByOne(transposed, x);
        }
        double[][] y = new double[x.length][outputs(transposed)];
        Layout from = Layout.rows(0, x.length, Math.max(1, inputs(transposed)));
        Layout to = Layout.rows(0, x.length, Math.max(1, outputs(transposed)));
        DoublePlacement in = DoublePlacement.of(from, inputs(transposed)).putAll(x);
        DoublePlacement out = DoublePlacement.of(to, outputs(transposed));
        run(transposed, in, out, new Workspace(), Parallelism.NONE);
        for (int j = 0; j < y.length; j++) {
            System.arraycopy(out.array(), to.start(j), y[j], 0, y[j].length);
        }
        return y;
    }

    private double[][] oneByOne(boolean transposed, double[][] x) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = transposed ? map().applyTransposed(x[i]) : map().apply(x[i]);
        }
        return y;
    }

    /** Guards in more and longer arrays than a map of these laws takes, for every worker. */
    private static Workspace dirtyWorkspace() {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < MOST_THREADS; worker++) {
            for (int depth = 0; depth < DEPTH; depth++) {
                Bits.guard(workspace.worker(worker).takeDoubles(1 << 9));
            }
            for (int depth = 0; depth < DEPTH; depth++) {
                workspace.worker(worker).releaseDoubles();
            }
        }
        return workspace;
    }

    @Property(tries = TRIES_OF_LAYOUTS)
    void everyLayoutGivesEachVectorTheBitsItHasAlone(@ForAll boolean transposed, @ForAll("seeds") long seed) {
        double[][] x = vectors(transposed, seed);
        double[][] wanted = wanted(transposed, x);
        for (Layout from : DoublePlacement.layouts(inputs(transposed), COUNT)) {
            for (Layout to : DoublePlacement.layouts(outputs(transposed), COUNT)) {
                DoublePlacement in =
                        DoublePlacement.of(from, inputs(transposed)).putAll(x);
                DoublePlacement out = DoublePlacement.of(to, outputs(transposed));
                run(transposed, in, out, dirtyWorkspace(), Parallelism.NONE);
                String context = context(transposed, seed) + ", from " + from + " to " + to;
                in.assertHolds(x, context);
                out.assertHolds(wanted, context);
            }
        }
    }

    @Property(tries = TRIES_OF_LAYOUTS)
    void squareMapsWorkInPlaceInEveryLayout(@ForAll boolean transposed, @ForAll("seeds") long seed) {
        if (inputs(transposed) != outputs(transposed)) {
            return;
        }
        double[][] x = vectors(transposed, seed);
        double[][] wanted = wanted(transposed, x);
        for (Layout layout : DoublePlacement.layouts(inputs(transposed), COUNT)) {
            DoublePlacement both =
                    DoublePlacement.of(layout, inputs(transposed)).putAll(x);
            run(transposed, both, both, dirtyWorkspace(), Parallelism.NONE);
            both.assertHolds(wanted, context(transposed, seed) + ", in place at " + layout);
        }
    }

    @Property(tries = TRIES)
    void inputAndOutputMayLieApartInOneArray(
            @ForAll boolean transposed,
            @ForAll boolean inputFirst,
            @ForAll @IntRange(max = 5) int gap,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll("seeds") long seed) {
        double[][] x = vectors(transposed, seed);
        int inputSpan = COUNT * inputs(transposed) * stride;
        int outputSpan = COUNT * outputs(transposed) * stride;
        double[] array = Bits.guard(new double[inputSpan + gap + outputSpan + 3]);
        int inputOffset = inputFirst ? 0 : outputSpan + gap;
        int outputOffset = inputFirst ? inputSpan + gap : 0;
        Layout from = new Layout(inputOffset, stride, COUNT, Math.max(1, inputs(transposed) * stride));
        Layout to = new Layout(outputOffset, stride, COUNT, Math.max(1, outputs(transposed) * stride));
        DoublePlacement in = DoublePlacement.in(array, from, inputs(transposed)).putAll(x);
        DoublePlacement out = DoublePlacement.in(array, to, outputs(transposed));
        double[] wanted = array.clone();
        DoublePlacement.in(wanted, to, outputs(transposed)).putAll(wanted(transposed, x));
        run(transposed, in, out, dirtyWorkspace(), Parallelism.NONE);
        String context = context(transposed, seed) + ", from " + from + " to " + to + " in one array";
        Bits.assertSame(wanted, array, context);
        for (int i = 0; i < array.length; i++) {
            assertEquals(Bits.isGuard(wanted[i]), Bits.isGuard(array[i]), context + ", guard at " + i);
        }
    }

    @Property(tries = TRIES_OF_LAYOUTS)
    void anyThreadsGiveTheSameBitsAndNoneStaysBehind(@ForAll boolean transposed, @ForAll("seeds") long seed) {
        double[][] x = vectors(transposed, seed);
        double[][] wanted = wanted(transposed, x);
        for (int threads : new int[] {2, 3, MOST_THREADS}) {
            for (Layout layout : DoublePlacement.layouts(inputs(transposed), COUNT)) {
                DoublePlacement in =
                        DoublePlacement.of(layout, inputs(transposed)).putAll(x);
                DoublePlacement out =
                        DoublePlacement.of(Layout.rows(1, COUNT, outputs(transposed) + 1), outputs(transposed));
                run(transposed, in, out, dirtyWorkspace(), Parallelism.threads(threads));
                String context = context(transposed, seed) + ", " + threads + " threads from " + layout;
                in.assertHolds(x, context);
                out.assertHolds(wanted, context);
            }
        }
        assertEquals(List.of(), LanewiseThreads.alive(), context(transposed, seed));
    }

    @Example
    void noVectorsMeansNothingHappens() {
        for (boolean transposed : new boolean[] {false, true}) {
            DoublePlacement in = DoublePlacement.of(Layout.rows(2, 0, 7), inputs(transposed));
            DoublePlacement out = DoublePlacement.of(Layout.rows(1, 0, 7), outputs(transposed));
            run(transposed, in, out, new Workspace(), Parallelism.threads(2));
            in.assertGuarded("no input");
            out.assertGuarded("no output");
        }
    }

    @Property(tries = TRIES)
    void applyingLeavesTheInputAsItIs(@ForAll boolean transposed, @ForAll("seeds") long seed) {
        double[] x = Inputs.special(seed, new double[inputs(transposed)]);
        double[] before = x.clone();
        double[] y = transposed ? map().applyTransposed(x) : map().apply(x);
        assertEquals(outputs(transposed), y.length, context(transposed, seed));
        Bits.assertSame(before, x, context(transposed, seed) + ", input");
    }

    @Example
    void vectorsOfAnotherLengthAreRefused() {
        int rows = map().rows();
        int cols = map().cols();
        Refusal.of(() -> map().apply(new double[cols + 1]), "" + (cols + 1), "" + cols);
        Refusal.of(() -> map().applyTransposed(new double[rows + 1]), "" + (rows + 1), "" + rows);
    }

    @Example
    void vectorsThatDoNotLieWithinTheirArrayAreRefusedWithNothingChanged() {
        for (boolean transposed : new boolean[] {false, true}) {
            if (inputs(transposed) == 0 || outputs(transposed) == 0) {
                continue;
            }
            Layout from = Layout.rows(0, 2, inputs(transposed) + 1);
            Layout to = Layout.rows(0, 2, outputs(transposed) + 1);
            DoublePlacement in = DoublePlacement.of(from, inputs(transposed));
            DoublePlacement out = DoublePlacement.of(to, outputs(transposed));
            int inLength = in.array().length;
            int outLength = out.array().length;
            Layout tooFar = Layout.rows(inLength, 2, inputs(transposed) + 1);
            Layout outTooFar = Layout.rows(outLength, 2, outputs(transposed) + 1);
            Layout tooMany = Layout.rows(0, 3, inputs(transposed) + 1);
            DoublePlacement inTooFar = DoublePlacement.in(in.array(), tooFar, inputs(transposed));
            DoublePlacement beyond = DoublePlacement.in(out.array(), outTooFar, outputs(transposed));
            DoublePlacement three = DoublePlacement.in(in.array(), tooMany, inputs(transposed));
            Workspace workspace = new Workspace();
            Refusal.of(() -> run(transposed, inTooFar, out, workspace, Parallelism.NONE), "x: an array", "" + inLength);
            Refusal.of(() -> run(transposed, in, beyond, workspace, Parallelism.NONE), "y: an array", "" + outLength);
            Refusal.of(() -> run(transposed, three, out, workspace, Parallelism.NONE), "3", "2");
            assertAllGuards(in.array());
            assertAllGuards(out.array());
        }
    }

    private static void assertAllGuards(double[] array) {
        DoublePlacement.in(array, Layout.rows(0, 0, 1), 0).assertGuarded("refused");
    }

    @Example
    void outputsThatOverlapEachOtherAreRefusedWithNothingChanged() {
        for (boolean transposed : new boolean[] {false, true}) {
            if (outputs(transposed) < 2) {
                continue;
            }
            DoublePlacement in =
                    DoublePlacement.of(Layout.rows(0, 2, Math.max(1, inputs(transposed))), inputs(transposed));
            DoublePlacement out = DoublePlacement.of(Layout.rows(0, 2, 1), outputs(transposed));
            Refusal.of(() -> run(transposed, in, out, new Workspace(), Parallelism.NONE), "y", "overlap");
            assertAllGuards(out.array());
        }
    }

    @Example
    void inputAndOutputThatOverlapOtherwiseThanInPlaceAreRefusedWithNothingChanged() {
        for (boolean transposed : new boolean[] {false, true}) {
            int inputs = inputs(transposed);
            int outputs = outputs(transposed);
            if (inputs < 2 || outputs < 2) {
                continue;
            }
            double[] array = Bits.guard(new double[2 * (inputs + outputs) + 4]);
            DoublePlacement in = DoublePlacement.in(array, Layout.contiguous(1), inputs);
            for (int offset = 0; offset <= inputs; offset++) {
                if (offset == 1 && inputs == outputs) {
                    continue;
                }
                DoublePlacement out = DoublePlacement.in(array, Layout.contiguous(offset), outputs);
                Refusal.of(() -> run(transposed, in, out, new Workspace(), Parallelism.NONE), "overlap");
            }
            DoublePlacement strided = DoublePlacement.in(array, Layout.strided(1, 2), outputs);
            Refusal.of(() -> run(transposed, in, strided, new Workspace(), Parallelism.NONE), "overlap");
            assertAllGuards(array);
        }
    }

    @Example
    void whatIsMissingIsRefusedByName() {
        double[] x = new double[map().cols()];
        double[] y = new double[map().rows()];
        Layout one = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        Refusal.ofNull("x", () -> map().apply(null));
        Refusal.ofNull("x", () -> map().apply(null, one, y, one, workspace, Parallelism.NONE));
        Refusal.ofNull("xLayout", () -> map().apply(x, null, y, one, workspace, Parallelism.NONE));
        Refusal.ofNull("y", () -> map().apply(x, one, null, one, workspace, Parallelism.NONE));
        Refusal.ofNull("yLayout", () -> map().apply(x, one, y, null, workspace, Parallelism.NONE));
        Refusal.ofNull("workspace", () -> map().apply(x, one, y, one, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> map().apply(x, one, y, one, workspace, null));
        Refusal.ofNull("x", () -> map().applyTransposed(null));
        Refusal.ofNull("x", () -> map().applyTransposed(null, one, x, one, workspace, Parallelism.NONE));
        Refusal.ofNull("xLayout", () -> map().applyTransposed(y, null, x, one, workspace, Parallelism.NONE));
        Refusal.ofNull("y", () -> map().applyTransposed(y, one, null, one, workspace, Parallelism.NONE));
        Refusal.ofNull("yLayout", () -> map().applyTransposed(y, one, x, null, workspace, Parallelism.NONE));
        Refusal.ofNull("workspace", () -> map().applyTransposed(y, one, x, one, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> map().applyTransposed(y, one, x, one, workspace, null));
        Refusal.ofNull("right", () -> map().times(null));
        assertTrue(isZero(x) && isZero(y), "nothing is written");
    }

    private static boolean isZero(double[] x) {
        for (double element : x) {
            if (element != 0) {
                return false;
            }
        }
        return true;
    }

    @Example
    void aProductOfShapesThatDoNotMatchIsRefusedWithBoth() {
        int wrong = map().cols() + 1;
        DoubleLinearMap other = new DoublePlainMap(wrong, 1, new double[wrong]);
        Refusal.of(() -> map().times(other), "product", "" + map().cols(), "" + wrong);
    }
}
