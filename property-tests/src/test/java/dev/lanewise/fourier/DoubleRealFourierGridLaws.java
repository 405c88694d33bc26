package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.engine.grid.DoubleRealFourierGridPlan;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.AxisVectors;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
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

/** A real Fourier transform over several axes halves the last one listed and is a complex one along the others. */
final class DoubleRealFourierGridLaws implements Seeds {
    @BeforeContainer
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    /** A shape, its axes, the grid of its coefficients at an offset, and a plan. */
    private record Case(GridShapes shapes, Normalization normalization) {
        DoubleRealFourierGridPlan plan() {
            return DoubleRealFourierGridPlan.of(shapes.at(0), shapes.axes()).normalized(normalization);
        }

        int last() {
            return shapes.axes()[shapes.axes().length - 1];
        }

        int n() {
            return shapes.shape()[last()];
        }

        Grid spectrum(int offset) {
            return shapes.at(offset).withLength(last(), n() / 2 + 1);
        }

        /** Vector by vector in arrays of their own. */
        DoubleSignal forward(double[] x) {
            DoubleSignal y = DoubleSignal.zeros(spectrum(0).size());
            DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(n()).normalized(normalization);
            List<List<Integer>> from = AxisVectors.of(0, shapes.shape(), last());
            List<List<Integer>> to = AxisVectors.of(0, spectrum(0).shape(), last());
            Layout one = Layout.contiguous(0);
            for (int vector = 0; vector < from.size(); vector++) {
                double[] real = gathered(x, from.get(vector));
                DoubleSignal half = DoubleSignal.zeros(n() / 2 + 1);
                plan.forward(real, one, half.re(), half.im(), one, new Workspace(), Parallelism.NONE);
                scatter(half.re(), y.re(), to.get(vector));
                scatter(half.im(), y.im(), to.get(vector));
            }
            for (int i = shapes.axes().length - 2; i >= 0; i--) {
                complex(y, shapes.axes()[i], false);
            }
            return y;
        }

        double[] inverse(DoubleSignal spectrum) {
            DoubleSignal y = spectrum.copy();
            for (int i = 0; i < shapes.axes().length - 1; i++) {
                complex(y, shapes.axes()[i], true);
            }
            double[] x = new double[shapes.size()];
            DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(n()).normalized(normalization);
            List<List<Integer>> from = AxisVectors.of(0, spectrum(0).shape(), last());
            List<List<Integer>> to = AxisVectors.of(0, shapes.shape(), last());
            Layout one = Layout.contiguous(0);
            for (int vector = 0; vector < from.size(); vector++) {
                double[] real = new double[n()];
                double[] re = gathered(y.re(), from.get(vector));
                double[] im = gathered(y.im(), from.get(vector));
                plan.inverse(re, im, one, real, one, new Workspace(), Parallelism.NONE);
                scatter(real, x, to.get(vector));
            }
            return x;
        }

        private void complex(DoubleSignal y, int axis, boolean inverse) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(shapes.shape()[axis]).normalized(normalization);
            for (List<Integer> places : AxisVectors.of(0, spectrum(0).shape(), axis)) {
                DoubleSignal vector = new DoubleSignal(gathered(y.re(), places), gathered(y.im(), places))
                        .through(inverse ? plan.inverse() : plan);
                scatter(vector.re(), y.re(), places);
                scatter(vector.im(), y.im(), places);
            }
        }

        private static double[] gathered(double[] x, List<Integer> places) {
            double[] vector = new double[places.size()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = x[places.get(i)];
            }
            return vector;
        }

        private static void scatter(double[] vector, double[] x, List<Integer> places) {
            for (int i = 0; i < vector.length; i++) {
                x[places.get(i)] = vector[i];
            }
        }
    }

    private static double[] placed(double[] x, int offset) {
        double[] placed = Bits.guard(new double[offset + x.length + 3]);
        System.arraycopy(x, 0, placed, offset, x.length);
        return placed;
    }

    @Property(tries = 300)
    void everyVectorHasTheBitsOfTheTransformAlongEachAxisInTurn(
            @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        SplittableRandom random = new SplittableRandom(seed);
        GridShapes shapes = GridShapes.random(random, 1);
        Case each = new Case(shapes, normalization);
        double[] x = random.nextInt(4) == 0
                ? Inputs.special(seed, new double[shapes.size()])
                : Inputs.uneven(seed, new double[shapes.size()]);
        String context = shapes + ", seed " + seed;
        int here = random.nextInt(20);
        int there = random.nextInt(20);
        Parallelism parallelism = Parallelism.threads(random.nextInt(4) == 0 ? 3 : 1);
        DoubleRealFourierGridPlan plan = each.plan();
        assertEquals(each.spectrum(there), plan.spectrum(shapes.at(there)), context);

        double[] real = placed(x, here);
        DoubleSignal nothing = new DoubleSignal(
                Bits.guard(new double[each.spectrum(0).size()]),
                Bits.guard(new double[each.spectrum(0).size()]));
        DoubleSignal came = new DoubleSignal(placed(nothing.re(), there), placed(nothing.im(), there));
        plan.forward(real, shapes.at(here), came.re(), came.im(), each.spectrum(there), dirtyWorkspace(), parallelism);
        DoubleSignal wanted = each.forward(x);
        Bits.assertSame(placed(x, here), real, context + ", input");
        DoubleSignal.assertSame(
                new DoubleSignal(placed(wanted.re(), there), placed(wanted.im(), there)), came, context + ", forward");

        DoubleSignal y = random.nextInt(4) == 0
                ? DoubleSignal.special(~seed, wanted.length())
                : DoubleSignal.uneven(~seed, wanted.length());
        DoubleSignal spectrum = new DoubleSignal(placed(y.re(), there), placed(y.im(), there));
        double[] back = placed(Bits.guard(new double[shapes.size()]), here);
        plan.inverse(
                spectrum.re(),
                spectrum.im(),
                each.spectrum(there),
                back,
                shapes.at(here),
                dirtyWorkspace(),
                parallelism);
        DoubleSignal.assertSame(
                new DoubleSignal(placed(y.re(), there), placed(y.im(), there)), spectrum, context + ", coefficients");
        Bits.assertSame(placed(each.inverse(y), here), back, context + ", inverse");
    }

    private static Workspace dirtyWorkspace() {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < 3; worker++) {
            for (int depth = 0; depth < 8; depth++) {
                Bits.guard(workspace.worker(worker).takeDoubles(5000));
            }
            for (int depth = 0; depth < 8; depth++) {
                workspace.worker(worker).releaseDoubles();
            }
        }
        return workspace;
    }

    /** The sum over all indices at once, in twice the precision. */
    @Property(tries = 60)
    void smallArraysAgreeWithTheDefinition(@ForAll("seeds") long seed, @ForAll Normalization normalization) {
        Case each = new Case(GridShapes.small(new SplittableRandom(seed), 1), normalization);
        Grid grid = each.shapes.at(0);
        Grid half = each.spectrum(0);
        double[] x = Inputs.uneven(seed, new double[grid.size()]);
        DoubleSignal y = DoubleSignal.zeros(half.size());
        each.plan().forward(x, grid, y.re(), y.im(), half, new Workspace(), Parallelism.NONE);
        GridCheck.assertRealDefinition(
                each.shapes, half.shape(), normalization, Numbers.of(x), y.numbers(), "seed " + seed);
    }

    @Property(tries = 200)
    void theInverseLeadsBack(@ForAll("seeds") long seed, @ForAll Normalization normalization) {
        Case each = new Case(GridShapes.random(new SplittableRandom(seed), 1), normalization);
        Grid grid = each.shapes.at(0);
        Grid half = each.spectrum(0);
        double[] x = Inputs.uneven(seed, new double[grid.size()]);
        double[] back = new double[grid.size()];
        DoubleSignal y = DoubleSignal.zeros(half.size());
        each.plan().forward(x, grid, y.re(), y.im(), half, new Workspace(), Parallelism.NONE);
        each.plan().inverse(y.re(), y.im(), half, back, grid, new Workspace(), Parallelism.NONE);
        GridCheck.assertRealLedBack(each.shapes, normalization, Numbers.of(x), Numbers.of(back), "seed " + seed);
    }

    @Example
    void threadsDoNotChangeABit() {
        int[][] shapes = {{40, 33}, {3, 40, 34}, {70, 6, 5}, {64, 64}, {200, 9, 2}, {33, 2, 2, 2, 40}};
        for (int[] shape : shapes) {
            int[] axes = new int[shape.length];
            Arrays.setAll(axes, axis -> axis);
            Case each = new Case(new GridShapes(shape, axes), Normalization.ORTHO);
            Grid grid = each.shapes.at(0);
            Grid half = each.spectrum(0);
            double[] x = Inputs.uneven(3, new double[grid.size()]);
            DoubleSignal wanted = each.forward(x);
            double[] wantedBack = each.inverse(wanted);
            DoubleRealFourierGridPlan plan = each.plan();
            Workspace workspace = new Workspace();
            int offered = EveryParallelism.run((parallelism, context) -> {
                DoubleSignal y = DoubleSignal.zeros(half.size());
                plan.forward(x, grid, y.re(), y.im(), half, workspace, parallelism);
                DoubleSignal.assertSame(wanted, y, grid + ", " + context);
                double[] back = new double[grid.size()];
                plan.inverse(y.re(), y.im(), half, back, grid, workspace, parallelism);
                Bits.assertSame(wantedBack, back, grid + ", " + context);
            });
            assertTrue(offered > 0, grid + " offers no work to others");
        }
    }

    @Example
    void runningAgainAllocatesNothing() {
        for (int offset : new int[] {0, 5}) {
            Grid grid = Grid.at(offset, 8, 9, 10);
            DoubleRealFourierGridPlan plan =
                    DoubleRealFourierGridPlan.of(grid, 0, 2, 1).normalized(Normalization.ORTHO);
            Grid half = plan.spectrum(grid);
            double[] x = new double[offset + grid.size()];
            DoubleSignal y = DoubleSignal.zeros(offset + half.size());
            Workspace workspace = new Workspace();
            Allocation.assertNone(
                    "forward, " + grid, () -> plan.forward(x, grid, y.re(), y.im(), half, workspace, Parallelism.NONE));
            Allocation.assertNone(
                    "inverse, " + grid, () -> plan.inverse(y.re(), y.im(), half, x, grid, workspace, Parallelism.NONE));
        }
    }
}
