package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.grid.DoubleFourierGridPlan;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.AxisVectors;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A Fourier transform over several axes is one along each of them. */
final class DoubleFourierGridLaws implements Seeds {
    @BeforeContainer
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    private static DoubleFourierGridPlan plan(GridShapes shapes, boolean inverse, Normalization normalization) {
        DoubleFourierGridPlan plan =
                DoubleFourierGridPlan.of(shapes.at(0), shapes.axes()).normalized(normalization);
        return inverse ? plan.inverse() : plan;
    }

    private static Normalization factor(boolean inverse, Normalization normalization) {
        return inverse ? normalization.inverse() : normalization;
    }

    private static DoubleSignal through(DoubleFourierGridPlan plan, DoubleSignal x, Grid grid) {
        DoubleSignal y = x.copy();
        plan.transform(y.re(), y.im(), grid);
        return y;
    }

    /** Vector by vector in arrays of their own: forward from the last axis listed, inverse from the first. */
    private static DoubleSignal vectorByVector(
            GridShapes shapes, boolean inverse, Normalization normalization, DoubleSignal x) {
        DoubleSignal y = x.copy();
        int count = shapes.axes().length;
        for (int i = 0; i < count; i++) {
            int axis = shapes.axes()[inverse ? i : count - 1 - i];
            int n = shapes.shape()[axis];
            DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(normalization);
            for (List<Integer> places : AxisVectors.of(0, shapes.shape(), axis)) {
                DoubleSignal vector = DoubleSignal.zeros(n);
                for (int j = 0; j < n; j++) {
                    vector.re()[j] = y.re()[places.get(j)];
                    vector.im()[j] = y.im()[places.get(j)];
                }
                DoubleSignal transform = vector.through(inverse ? plan.inverse() : plan);
                for (int j = 0; j < n; j++) {
                    y.re()[places.get(j)] = transform.re()[j];
                    y.im()[places.get(j)] = transform.im()[j];
                }
            }
        }
        return y;
    }

    @Property(tries = 300)
    void everyVectorHasTheBitsOfTheTransformAlongEachAxisInTurn(
            @ForAll("seeds") long seed, @ForAll boolean inverse, @ForAll Normalization normalization) {
        SplittableRandom random = new SplittableRandom(seed);
        GridShapes shapes = GridShapes.random(random, 1);
        int size = shapes.size();
        DoubleSignal x = random.nextInt(4) == 0 ? DoubleSignal.special(seed, size) : DoubleSignal.uneven(seed, size);
        DoubleSignal wanted = vectorByVector(shapes, inverse, normalization, x);
        DoubleFourierGridPlan plan = plan(shapes, inverse, normalization);
        String context = shapes + ", seed " + seed;
        DoubleSignal.assertSame(wanted, through(plan, x, shapes.at(0)), context + " in place");

        int inOffset = random.nextInt(20);
        int outOffset = random.nextInt(20);
        DoubleSignalPlacement in =
                DoubleSignalPlacement.of(Layout.contiguous(inOffset), size).putAll(new DoubleSignal[] {x});
        DoubleSignalPlacement out = DoubleSignalPlacement.of(Layout.contiguous(outOffset), size);
        Parallelism parallelism = Parallelism.threads(random.nextInt(4) == 0 ? 3 : 1);
        in.transform(plan, shapes.at(inOffset), out, shapes.at(outOffset), dirtyWorkspace(), parallelism);
        in.assertHolds(new DoubleSignal[] {x}, context + ", input");
        out.assertHolds(new DoubleSignal[] {wanted}, context + ", output");
    }

    private static Workspace dirtyWorkspace() {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < 3; worker++) {
            for (int depth = 0; depth < 6; depth++) {
                Bits.guard(workspace.worker(worker).takeDoubles(2000));
            }
            for (int depth = 0; depth < 6; depth++) {
                workspace.worker(worker).releaseDoubles();
            }
        }
        return workspace;
    }

    @Property(tries = 100)
    void alternatingPartsHaveTheBitsOfSeparateOnes(
            @ForAll("seeds") long seed, @ForAll boolean inverse, @ForAll Normalization normalization) {
        SplittableRandom random = new SplittableRandom(seed);
        GridShapes shapes = GridShapes.random(random, 1);
        int size = shapes.size();
        DoubleSignal x = DoubleSignal.uneven(seed, size);
        DoubleFourierGridPlan plan = plan(shapes, inverse, normalization);
        DoubleSignal wanted = through(plan, x, shapes.at(0));
        double[] pairs = Bits.guard(new double[2 * (size + 9)]);
        double[] apart = Bits.guard(new double[2 * (size + 9)]);
        for (int i = 0; i < size; i++) {
            pairs[2 * (i + 3)] = x.re()[i];
            pairs[2 * (i + 3) + 1] = x.im()[i];
        }
        plan.transformInterleaved(pairs, shapes.at(3), apart, shapes.at(5), new Workspace(), Parallelism.NONE);
        plan.transformInterleaved(pairs, shapes.at(3), pairs, shapes.at(3), new Workspace(), Parallelism.threads(2));
        assertPairs(wanted, apart, 5, shapes + " apart");
        assertPairs(wanted, pairs, 3, shapes + " in place");
    }

    private static void assertPairs(DoubleSignal wanted, double[] pairs, int offset, String context) {
        double[] all = Bits.guard(new double[pairs.length]);
        for (int i = 0; i < wanted.length(); i++) {
            all[2 * (i + offset)] = wanted.re()[i];
            all[2 * (i + offset) + 1] = wanted.im()[i];
        }
        Bits.assertSame(all, pairs, context);
    }

    /** The sum over all indices at once, in twice the precision. */
    @Property(tries = 60)
    void smallArraysAgreeWithTheDefinition(
            @ForAll("seeds") long seed, @ForAll boolean inverse, @ForAll Normalization normalization) {
        SplittableRandom random = new SplittableRandom(seed);
        GridShapes shapes = GridShapes.small(random, 1);
        DoubleSignal x = DoubleSignal.uneven(seed, shapes.size());
        DoubleSignal y = through(plan(shapes, inverse, normalization), x, shapes.at(0));
        GridCheck.assertDefinition(
                shapes, inverse, factor(inverse, normalization), x.numbers(), y.numbers(), "seed " + seed);
    }

    /** {@code u_i v_j} transforms to {@code U_i V_j}; a complex product is four roundings at most, here and there. */
    @Property(tries = 100)
    void productsOfVectorsTransformToProductsOfTransforms(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll("seeds") long seed) {
        DoubleSignal u = DoubleSignal.gaussian(seed, rows);
        DoubleSignal v = DoubleSignal.gaussian(seed + 1, columns);
        GridShapes shapes = new GridShapes(new int[] {rows, columns}, new int[] {0, 1});
        DoubleSignal x = outer(u, v);
        DoubleSignal came = through(plan(shapes, false, Normalization.ORTHO), x, shapes.at(0));
        DoubleSignal wanted = outer(
                u.through(DoubleFourierPlan.of(rows).normalized(Normalization.ORTHO)),
                v.through(DoubleFourierPlan.of(columns).normalized(Normalization.ORTHO)));
        GridCheck.assertSameTransform(
                shapes, Normalization.ORTHO, x.numbers(), wanted.numbers(), came.numbers(), 8, "seed " + seed);
    }

    private static DoubleSignal outer(DoubleSignal u, DoubleSignal v) {
        DoubleSignal x = DoubleSignal.zeros(u.length() * v.length());
        for (int i = 0; i < u.length(); i++) {
            for (int j = 0; j < v.length(); j++) {
                int at = i * v.length() + j;
                x.re()[at] = u.re()[i] * v.re()[j] - u.im()[i] * v.im()[j];
                x.im()[at] = u.re()[i] * v.im()[j] + u.im()[i] * v.re()[j];
            }
        }
        return x;
    }

    @Property(tries = 200)
    void theInverseLeadsBackAndNormsGrowAsTheyShould(@ForAll("seeds") long seed, @ForAll Normalization normalization) {
        GridShapes shapes = GridShapes.random(new SplittableRandom(seed), 1);
        DoubleSignal x = DoubleSignal.uneven(seed, shapes.size());
        DoubleFourierGridPlan plan = plan(shapes, false, normalization);
        DoubleSignal y = through(plan, x, shapes.at(0));
        GridCheck.assertParseval(shapes, normalization, x.numbers(), y.numbers(), "seed " + seed);
        DoubleSignal back = through(plan.inverse(), y, shapes.at(0));
        GridCheck.assertLedBack(shapes, normalization, x.numbers(), back.numbers(), "seed " + seed);
    }

    @Property(tries = 100)
    void theOrderOfTheAxesIsAllTheSameButForRounding(@ForAll("seeds") long seed, @ForAll boolean inverse) {
        SplittableRandom random = new SplittableRandom(seed);
        GridShapes shapes = GridShapes.random(random, 1);
        DoubleSignal x = DoubleSignal.uneven(seed, shapes.size());
        DoubleSignal one = through(plan(shapes, inverse, Normalization.ORTHO), x, shapes.at(0));
        DoubleSignal other = through(plan(shapes.reordered(random), inverse, Normalization.ORTHO), x, shapes.at(0));
        GridCheck.assertSameTransform(
                shapes, Normalization.ORTHO, x.numbers(), one.numbers(), other.numbers(), 0, "seed " + seed);
    }

    @Example
    void allAxesInOrderAreMeantWhereNoneIsNamed() {
        Grid grid = Grid.of(3, 4, 5);
        DoubleSignal x = DoubleSignal.gaussian(1, 60);
        DoubleSignal.assertSame(
                through(DoubleFourierGridPlan.of(grid, 0, 1, 2), x, grid),
                through(DoubleFourierGridPlan.of(grid), x, grid),
                "all axes");
    }

    @Example
    void aPlanTakesEveryGridWithItsLengths() {
        DoubleFourierGridPlan plan = DoubleFourierGridPlan.of(Grid.of(2, 4, 5), 1, 2);
        Grid more = Grid.of(7, 4, 5, 3);
        DoubleSignal x = DoubleSignal.gaussian(1, more.size());
        DoubleSignal.assertSame(
                through(DoubleFourierGridPlan.of(more, 1, 2), x, more), through(plan, x, more), "another grid");
    }

    @Example
    void threadsDoNotChangeABit() {
        int[][] shapes = {{40, 33}, {3, 40, 33}, {70, 6, 5}, {64, 64}, {200, 9, 2}, {5, 1, 300}, {33, 2, 2, 2, 40}};
        for (int[] shape : shapes) {
            int[] axes = new int[shape.length];
            Arrays.setAll(axes, axis -> axis);
            GridShapes all = new GridShapes(shape, axes);
            DoubleSignal x = DoubleSignal.uneven(3, all.size());
            for (boolean inverse : new boolean[] {false, true}) {
                DoubleFourierGridPlan plan = plan(all, inverse, Normalization.ORTHO);
                DoubleSignal wanted = through(plan, x, all.at(0));
                Workspace workspace = new Workspace();
                int offered = EveryParallelism.run((parallelism, context) -> {
                    DoubleSignal y = DoubleSignal.zeros(x.length());
                    plan.transform(x.re(), x.im(), all.at(0), y.re(), y.im(), all.at(0), workspace, parallelism);
                    DoubleSignal.assertSame(wanted, y, all + ", " + context);
                });
                assertTrue(offered > 0, all + " offers no work to others");
            }
        }
    }

    @Example
    void runningAgainAllocatesNothing() {
        for (int[] shape : new int[][] {{64, 64}, {8, 9, 10}, {30, 4, 2}, {17, 16}}) {
            int[] axes = new int[shape.length];
            Arrays.setAll(axes, axis -> axis);
            Grid grid = Grid.of(shape);
            DoubleFourierGridPlan plan =
                    DoubleFourierGridPlan.of(grid, axes).inverse().normalized(Normalization.ORTHO);
            DoubleSignal x = DoubleSignal.zeros(grid.size());
            DoubleSignal y = DoubleSignal.zeros(grid.size());
            double[] pairs = new double[2 * grid.size()];
            Workspace workspace = new Workspace();
            Allocation.assertNone(
                    "apart, " + grid,
                    () -> plan.transform(x.re(), x.im(), grid, y.re(), y.im(), grid, workspace, Parallelism.NONE));
            Allocation.assertNone(
                    "in place, " + grid,
                    () -> plan.transform(x.re(), x.im(), grid, x.re(), x.im(), grid, workspace, Parallelism.NONE));
            Allocation.assertNone(
                    "alternating, " + grid,
                    () -> plan.transformInterleaved(pairs, grid, pairs, grid, workspace, Parallelism.NONE));
        }
    }
}
