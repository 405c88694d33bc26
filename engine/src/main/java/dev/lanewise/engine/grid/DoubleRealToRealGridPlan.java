package dev.lanewise.engine.grid;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A transform of real arrays to real arrays over some of their axes: a cosine or sine transform of one {@link
 * TrigonometricKind}, or the Hartley transform, along each of them, with the product of the {@linkplain Normalization factors}
 * of all axes. The indices of all other axes stay as they are. (Along several axes the Hartley transform is the one whose kernel is
 * the product of those of the axes, often called cas-cas, and its own inverse up to a factor.)
 *
 * <p>It is {@link DoubleTrigonometricPlan} or {@link DoubleHartleyPlan} along one axis after the other, to the last bit: forward
 * from the last one listed to the first, inverse from the first to the last. So each axis adds its roundings to those before,
 * and a result depends on the order of the axes only by rounding; on layout, threads and machine it does not depend at all.
 *
 * <p>A plan is immutable and may be used by many threads at once, on any grid that has its lengths along its axes. Input and
 * output may be the same place; any other overlap is refused. After an exception for wrong arguments the output is untouched.
 *
 * <p>Scratch: that of the plans of the axes, some vectors for each thread. Output is written first from the input, then
 * transformed in place.
 */
public final class DoubleRealToRealGridPlan {
    private final GridAxes axes;

    private final List<AlongAxis> plans;
    private final boolean inverse;
    private final List<DoubleAxisPass> passes;

    /**
     * The plan along one axis, of either family.
     *
     * @param transform what it does
     * @param operations how many operations that takes for each vector
     * @param describe what it says of itself
     * @param normalized the same with another normalisation
     * @param inverse its inverse
     */
    private record AlongAxis(
            DoubleAxisTransform transform,
            long operations,
            Supplier<String> describe,
            Function<Normalization, AlongAxis> normalized,
            Supplier<AlongAxis> inverse) {
        static AlongAxis of(DoubleTrigonometricPlan plan) {
            return new AlongAxis(
                    (in, none, from, out, nil, to, workspace, parallelism) ->
                            plan.transform(in, from, out, to, workspace, parallelism),
                    plan.operations(),
                    plan::describe,
                    normalization -> of(plan.normalized(normalization)),
                    () -> of(plan.inverse()));
        }

        static AlongAxis of(DoubleHartleyPlan plan) {
            return new AlongAxis(
                    (in, none, from, out, nil, to, workspace, parallelism) ->
                            plan.transform(in, from, out, to, workspace, parallelism),
                    plan.operations(),
                    plan::describe,
                    normalization -> of(plan.normalized(normalization)),
                    () -> of(plan.inverse()));
        }
    }

    private DoubleRealToRealGridPlan(GridAxes axes, List<AlongAxis> plans, boolean inverse) {
        this.axes = axes;
        this.plans = plans;
        this.inverse = inverse;
        passes = new ArrayList<>();
        for (int i = 0; i < axes.count(); i++) {
            AlongAxis plan = plans.get(i);
            passes.add(new DoubleAxisPass(axes.axis(i), axes.length(i), plan.operations, plan.transform));
        }
        if (!inverse) {
            Collections.reverse(passes);
        }
    }

    /**
     * A plan of a cosine or sine transform along each axis, normalised as {@link Normalization#BACKWARD}.
     *
     * @param kind which transform
     * @param grid has the lengths of the axes; the plan is as good for others that have the same
     * @param axes along which to transform, each from 0 to one less than the grid has; all if none is named
     * @return the plan
     * @throws IllegalArgumentException if an axis is out of range or named twice, or its length none that a {@link
     *     DoubleTrigonometricPlan} of this kind takes
     */
    public static DoubleRealToRealGridPlan trigonometric(TrigonometricKind kind, Grid grid, int... axes) {
        Objects.requireNonNull(kind, "kind");
        return of(n -> AlongAxis.of(DoubleTrigonometricPlan.of(kind, n)), grid, axes);
    }

    /**
     * A plan of the Hartley transform along each axis, without a factor.
     *
     * @param grid has the lengths of the axes; the plan is as good for others that have the same
     * @param axes along which to transform, each from 0 to one less than the grid has; all if none is named
     * @return the plan
     * @throws IllegalArgumentException if an axis is out of range or named twice, or its length more than a {@link
     *     DoubleHartleyPlan} takes
     */
    public static DoubleRealToRealGridPlan hartley(Grid grid, int... axes) {
        return of(n -> AlongAxis.of(DoubleHartleyPlan.of(n)), grid, axes);
    }

    private static DoubleRealToRealGridPlan of(IntFunction<AlongAxis> maker, Grid grid, int... axes) {
        GridAxes checked = GridAxes.of(grid, axes);
        Map<Integer, AlongAxis> byLength = new HashMap<>();
        List<AlongAxis> plans = new ArrayList<>();
        for (int i = 0; i < checked.count(); i++) {
            plans.add(byLength.computeIfAbsent(checked.length(i), maker::apply));
        }
        return new DoubleRealToRealGridPlan(checked, plans, false);
    }

    /**
     * The same plan with another normalisation.
     *
     * @param normalization decides the factor along each axis, together with the direction
     * @return the plan; it shares its tables with this one
     */
    public DoubleRealToRealGridPlan normalized(Normalization normalization) {
        Objects.requireNonNull(normalization, "normalization");
        List<AlongAxis> normalized =
                plans.stream().map(plan -> plan.normalized.apply(normalization)).toList();
        return new DoubleRealToRealGridPlan(axes, normalized, inverse);
    }

    /**
     * The plan of the inverse transform under the same normalisation: applied after this one, it gives back the array.
     *
     * @return the plan; it shares its tables with this one
     */
    public DoubleRealToRealGridPlan inverse() {
        List<AlongAxis> inverses =
                plans.stream().map(plan -> plan.inverse.get()).toList();
        return new DoubleRealToRealGridPlan(axes, inverses, !inverse);
    }

    /**
     * How many floating-point operations the transform of an array takes, by the usual count.
     *
     * @param grid where it lies
     * @return what {@link DoubleTrigonometricPlan#operations} or {@link DoubleHartleyPlan#operations} says, for all vectors along
     *     each axis
     * @throws IllegalArgumentException if the grid has other lengths along the axes of the plan
     */
    public long operations(Grid grid) {
        axes.check("grid", grid);
        return DoubleAxisPass.operations(passes, grid);
    }

    /**
     * What the plan does and how: a line, as {@code length 7 along axis 1}, and one for each axis, as {@code axis 1: Hartley
     * 7, 3 complex transforms of 1 points, BACKWARD; SIMD}.
     *
     * @return the text
     */
    public String describe() {
        return GridDescription.of(
                axes, plans.stream().map(plan -> plan.describe.get()).toList());
    }

    /**
     * Transforms an array in place, with a workspace that it makes for this call.
     *
     * @param x holds the array
     * @param grid where it lies
     * @throws IllegalArgumentException if the grid has other lengths along the axes of the plan or does not lie within the
     *     array
     */
    public void transform(double[] x, Grid grid) {
        transform(x, grid, x, grid, new Workspace(), Parallelism.NONE);
    }

    /**
     * Transforms an array into another.
     *
     * @param in holds the input, read only unless it is the output
     * @param inGrid where it lies
     * @param out holds the output; may be {@code in}, at the same grid or apart
     * @param outGrid where it goes, of the same shape
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if a grid has other lengths along the axes of the plan or does not lie within its
     *     array, the shapes differ, or input and output overlap without being the same
     */
    public void transform(
            double[] in, Grid inGrid, double[] out, Grid outGrid, Workspace workspace, Parallelism parallelism) {
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        axes.checkPair(inGrid, outGrid, in == out);
        inGrid.checkWithin("in", Objects.requireNonNull(in, "in").length);
        outGrid.checkWithin("out", Objects.requireNonNull(out, "out").length);
        DoubleAxisPass.runAll(passes, in, null, inGrid, out, null, outGrid, workspace, parallelism);
    }
}
