package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import dev.lanewise.engine.grid.DoubleRealToRealGridPlan;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.AxisVectors;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A transform of real arrays over several axes is one along each of them. */
final class DoubleRealToRealGridLaws implements Seeds {
    private static final TrigonometricKind[] KINDS = TrigonometricKind.values();

    /** One more than the cosine and sine transforms. */
    private static final int HARTLEY = KINDS.length;

    @BeforeContainer
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    private static DoubleRealToRealGridPlan plan(int kind, Grid grid, int... axes) {
        return kind == HARTLEY
                ? DoubleRealToRealGridPlan.hartley(grid, axes)
                : DoubleRealToRealGridPlan.trigonometric(KINDS[kind], grid, axes);
    }

    private static double[] through(DoubleRealToRealGridPlan plan, double[] x, Grid grid) {
        double[] y = x.clone();
        plan.transform(y, grid);
        return y;
    }

    /** One vector in an array of its own. */
    private static void transform(int kind, boolean inverse, Normalization normalization, double[] vector) {
        if (kind == HARTLEY) {
            DoubleHartleyPlan plan = DoubleHartleyPlan.of(vector.length).normalized(normalization);
            (inverse ? plan.inverse() : plan).transform(vector);
        } else {
            DoubleTrigonometricPlan plan =
                    DoubleTrigonometricPlan.of(KINDS[kind], vector.length).normalized(normalization);
            (inverse ? plan.inverse() : plan).transform(vector);
        }
    }

    /** Vector by vector: forward from the last axis listed, inverse from the first. */
    private static double[] vectorByVector(
            GridShapes shapes, int kind, boolean inverse, Normalization normalization, double[] x) {
        double[] y = x.clone();
        int count = shapes.axes().length;
        for (int i = 0; i < count; i++) {
            int axis = shapes.axes()[inverse ? i : count - 1 - i];
            for (List<Integer> places : AxisVectors.of(0, shapes.shape(), axis)) {
                double[] vector = new double[places.size()];
                for (int j = 0; j < vector.length; j++) {
                    vector[j] = y[places.get(j)];
                }
                transform(kind, inverse, normalization, vector);
                for (int j = 0; j < vector.length; j++) {
                    y[places.get(j)] = vector[j];
                }
            }
        }
        return y;
    }

    private static double[] placed(double[] x, int offset) {
        double[] placed = Bits.guard(new double[offset + x.length + 3]);
        System.arraycopy(x, 0, placed, offset, x.length);
        return placed;
    }

    @Property(tries = 500)
    void everyVectorHasTheBitsOfTheTransformAlongEachAxisInTurn(
            @ForAll("seeds") long seed, @ForAll boolean inverse, @ForAll Normalization normalization) {
        SplittableRandom random = new SplittableRandom(seed);
        int kind = random.nextInt(KINDS.length + 1);
        GridShapes shapes = GridShapes.random(random, kind == HARTLEY ? 1 : KINDS[kind].shortestLength());
        double[] x = random.nextInt(4) == 0
                ? Inputs.special(seed, new double[shapes.size()])
                : Inputs.uneven(seed, new double[shapes.size()]);
        double[] wanted = vectorByVector(shapes, kind, inverse, normalization, x);
        DoubleRealToRealGridPlan forward =
                plan(kind, shapes.at(0), shapes.axes()).normalized(normalization);
        DoubleRealToRealGridPlan plan = inverse ? forward.inverse() : forward;
        String context = plan.describe() + ", " + shapes + ", seed " + seed;
        Bits.assertSame(wanted, through(plan, x, shapes.at(0)), context + " in place");

        int here = random.nextInt(20);
        int there = random.nextInt(20);
        double[] in = placed(x, here);
        double[] out = placed(Bits.guard(new double[x.length]), there);
        Parallelism parallelism = Parallelism.threads(random.nextInt(4) == 0 ? 3 : 1);
        plan.transform(in, shapes.at(here), out, shapes.at(there), dirtyWorkspace(), parallelism);
        Bits.assertSame(placed(x, here), in, context + ", input");
        Bits.assertSame(placed(wanted, there), out, context + ", output");
    }

    /** The sum over all indices at once, in twice the precision; the inverse is the inverse kind. */
    @Property(tries = 150)
    void smallArraysAgreeWithTheDefinitionInEitherDirection(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int kind = random.nextInt(KINDS.length + 1);
        TrigonometricKind named = kind == HARTLEY ? null : KINDS[kind];
        GridShapes shapes = GridShapes.small(random, named == null ? 1 : named.shortestLength());
        double[] x = Inputs.uneven(seed, new double[shapes.size()]);
        DoubleRealToRealGridPlan plan = plan(kind, shapes.at(0), shapes.axes()).normalized(Normalization.ORTHO);
        double[] y = through(plan, x, shapes.at(0));
        GridCheck.assertOrthogonalDefinition(shapes, named, Numbers.of(x), Numbers.of(y), plan.describe());
        TrigonometricKind back = named == null ? null : named.inverse();
        double[] z = through(plan.inverse(), x, shapes.at(0));
        GridCheck.assertOrthogonalDefinition(shapes, back, Numbers.of(x), Numbers.of(z), "inverse, " + plan.describe());
    }

    private static Workspace dirtyWorkspace() {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < 3; worker++) {
            for (int depth = 0; depth < 8; depth++) {
                Bits.guard(workspace.worker(worker).takeDoubles(2000));
            }
            for (int depth = 0; depth < 8; depth++) {
                workspace.worker(worker).releaseDoubles();
            }
        }
        return workspace;
    }

    @Example
    void theOrderOfSettingsIsAllTheSame() {
        Grid grid = Grid.of(6, 5);
        double[] x = Inputs.gaussian(1, new double[30]);
        for (int kind = 0; kind <= HARTLEY; kind++) {
            for (Normalization normalization : Normalization.values()) {
                DoubleRealToRealGridPlan plan = plan(kind, grid);
                Bits.assertSame(
                        through(plan.normalized(normalization).inverse(), x, grid),
                        through(plan.inverse().normalized(normalization), x, grid),
                        plan.describe());
                Bits.assertSame(
                        through(plan.normalized(normalization), x, grid),
                        through(plan.inverse().normalized(normalization).inverse(), x, grid),
                        plan.describe());
            }
        }
    }

    @Example
    void threadsDoNotChangeABit() {
        for (int[] shape : new int[][] {{40, 33}, {3, 40, 34}, {70, 6, 5}, {200, 9, 2}, {33, 2, 2, 2, 40}}) {
            int[] axes = new int[shape.length];
            Arrays.setAll(axes, axis -> axis);
            GridShapes all = new GridShapes(shape, axes);
            double[] x = Inputs.uneven(3, new double[all.size()]);
            for (int kind = 0; kind <= HARTLEY; kind++) {
                DoubleRealToRealGridPlan plan = plan(kind, all.at(0)).normalized(Normalization.ORTHO);
                double[] wanted = vectorByVector(all, kind, false, Normalization.ORTHO, x);
                Workspace workspace = new Workspace();
                int offered = EveryParallelism.run((parallelism, context) -> {
                    double[] y = new double[x.length];
                    plan.transform(x, all.at(0), y, all.at(0), workspace, parallelism);
                    Bits.assertSame(wanted, y, plan.describe() + ", " + context);
                });
                assertTrue(offered > 0, all + " offers no work to others");
            }
        }
    }

    @Example
    void runningAgainAllocatesNothing() {
        Grid grid = Grid.of(8, 9, 10);
        for (int kind = 0; kind <= HARTLEY; kind++) {
            DoubleRealToRealGridPlan plan = plan(kind, grid).normalized(Normalization.ORTHO);
            double[] x = new double[grid.size()];
            double[] y = new double[grid.size()];
            Workspace workspace = new Workspace();
            Allocation.assertNone(plan.describe(), () -> plan.transform(x, grid, y, grid, workspace, Parallelism.NONE));
            Allocation.assertNone(
                    "in place: " + plan.describe(),
                    () -> plan.transform(x, grid, x, grid, workspace, Parallelism.NONE));
        }
    }

    @Example
    void whatACallerGetsWrongIsRefusedAndNothingIsChanged() {
        Grid grid = Grid.of(2, 3, 4);
        DoubleRealToRealGridPlan plan = DoubleRealToRealGridPlan.hartley(grid, 0, 2);
        double[] before = Inputs.gaussian(1, new double[40]);
        double[] x = before.clone();
        double[] y = before.clone();
        Workspace workspace = new Workspace();
        Parallelism none = Parallelism.NONE;
        Grid other = Grid.of(2, 3, 5);
        Refusal.of(() -> plan.transform(x, other), "inGrid", "(2, 3, 5)", "4 along axis 2");
        Refusal.of(() -> plan.transform(x, grid, y, other, workspace, none), "outGrid", "(2, 3, 5)");
        Refusal.of(() -> plan.transform(x, grid, y, Grid.of(2, 9, 4), workspace, none), "outGrid", "same shape");
        Refusal.of(() -> plan.transform(x, Grid.at(17, 2, 3, 4)), "in", "length 40", "41");
        Refusal.of(() -> plan.transform(x, grid, y, Grid.at(17, 2, 3, 4), workspace, none), "out", "length 40", "41");
        Refusal.of(() -> plan.transform(x, grid, x, Grid.at(5, 2, 3, 4), workspace, none), "overlap");
        Refusal.of(() -> DoubleRealToRealGridPlan.hartley(grid, 3), "axes", "[3]", "0 to 2");
        Refusal.of(() -> DoubleRealToRealGridPlan.hartley(grid, 1, 1), "axes", "[1, 1]", "once");
        TrigonometricKind kind = TrigonometricKind.DCT1;
        Refusal.of(() -> DoubleRealToRealGridPlan.trigonometric(kind, Grid.of(3, 1)), "length", "got 1", "2 to");
        Refusal.ofNull("kind", () -> DoubleRealToRealGridPlan.trigonometric(null, grid));
        Refusal.ofNull("grid", () -> DoubleRealToRealGridPlan.hartley(null));
        Refusal.ofNull("in", () -> plan.transform(null, grid));
        Refusal.ofNull("out", () -> plan.transform(x, grid, null, grid, workspace, none));
        Refusal.ofNull("outGrid", () -> plan.transform(x, grid, y, null, workspace, none));
        Refusal.ofNull("workspace", () -> plan.transform(x, grid, y, grid, null, none));
        Refusal.ofNull("parallelism", () -> plan.transform(x, grid, y, grid, workspace, null));
        Refusal.ofNull("normalization", () -> plan.normalized(null));
        Bits.assertSame(before, x, "input after refusals");
        Bits.assertSame(before, y, "output after refusals");
    }
}
