package dev.lanewise.engine.grid;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleVectorBatch;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The discrete Fourier transform of complex arrays over some of their axes, forward or inverse: with lengths {@code n_1},
 * {@code n_2}, ... along these,
 *
 * <pre>    X_(k1,k2,...) = f sum over j1, j2, ... of x_(j1,j2,...) exp(-+ 2 pi i (j1 k1 / n_1 + j2 k2 / n_2 + ...)),</pre>
 *
 * <p>with the minus sign forward and the plus sign inverse and the product of the {@linkplain Normalization factors} of all
 * axes, in about {@code 5 N log2(n_1 n_2 ...)} operations for {@code N} elements. The indices of all other axes stay as they
 * are. Complex arrays are two Java arrays, real parts and imaginary parts, both at the same {@link Grid}; or one in which they
 * alternate.
 *
 * <p>It is {@link DoubleFourierPlan} along one axis after the other, to the last bit: forward from the last one listed to the
 * first, inverse from the first to the last. So each axis adds its roundings to those before, and a result depends on the
 * order of the axes only by rounding; on layout, storage, threads and machine it does not depend at all.
 *
 * <p>A plan is immutable and may be used by many threads at once, on any grid that has its lengths along its axes. Input and
 * output may be the same place; any other overlap is refused. After an exception for wrong arguments the output is untouched.
 *
 * <p>Scratch: that of the plans of the axes, some vectors for each thread. Output is written first from the input, then
 * transformed in place.
 */
public final class DoubleFourierGridPlan {
    private final GridAxes axes;
    private final List<DoubleFourierPlan> plans;
    private final Normalization normalization;
    private final boolean inverse;
    private final List<DoubleAxisPass> passes;
    private final List<DoubleAxisPass> interleavedPasses;

    private DoubleFourierGridPlan(
            GridAxes axes, List<DoubleFourierPlan> plans, Normalization normalization, boolean inverse) {
        this.axes = axes;
        this.plans = plans;
        this.normalization = normalization;
        this.inverse = inverse;
        passes = new ArrayList<>();
        interleavedPasses = new ArrayList<>();
        for (int i = 0; i < axes.count(); i++) {
            DoubleFourierPlan plan = plans.get(i);
            passes.add(new DoubleAxisPass(axes.axis(i), axes.length(i), plan.operations(), plan::transform));
            interleavedPasses.add(new DoubleAxisPass(
                    axes.axis(i),
                    axes.length(i),
                    plan.operations(),
                    (in, none, inLayout, out, nil, outLayout, workspace, parallelism) ->
                            plan.transformInterleaved(in, inLayout, out, outLayout, workspace, parallelism)));
        }
        if (!inverse) {
            Collections.reverse(passes);
            Collections.reverse(interleavedPasses);
        }
    }

    /**
     * A plan of the forward transform, without a factor.
     *
     * @param grid has the lengths of the axes; the plan is as good for others that have the same
     * @param axes along which to transform, each from 0 to one less than the grid has; all if none is named
     * @return the plan
     * @throws IllegalArgumentException if an axis is out of range or named twice, or its length more than a {@link
     *     DoubleFourierPlan} takes
     */
    public static DoubleFourierGridPlan of(Grid grid, int... axes) {
        GridAxes checked = GridAxes.of(grid, axes);
        Map<Integer, DoubleFourierPlan> byLength = new HashMap<>();
        List<DoubleFourierPlan> plans = new ArrayList<>();
        for (int i = 0; i < checked.count(); i++) {
            plans.add(byLength.computeIfAbsent(checked.length(i), DoubleFourierPlan::of));
        }
        return new DoubleFourierGridPlan(checked, plans, Normalization.BACKWARD, false);
    }

    /**
     * The same plan with another normalisation.
     *
     * @param normalization decides the factor along each axis, together with the direction
     * @return the plan; it shares its tables with this one
     */
    public DoubleFourierGridPlan normalized(Normalization normalization) {
        Objects.requireNonNull(normalization, "normalization");
        List<DoubleFourierPlan> normalized =
                plans.stream().map(plan -> plan.normalized(normalization)).toList();
        return new DoubleFourierGridPlan(axes, normalized, normalization, inverse);
    }

    /**
     * The plan of the inverse transform under the same normalisation: applied after this one, it gives back the array.
     *
     * @return the plan; it shares its tables with this one
     */
    public DoubleFourierGridPlan inverse() {
        List<DoubleFourierPlan> inverses =
                plans.stream().map(DoubleFourierPlan::inverse).toList();
        return new DoubleFourierGridPlan(axes, inverses, normalization, !inverse);
    }

    /**
     * How many floating-point operations the transform of an array takes, by the usual count.
     *
     * @param grid where it lies
     * @return what {@link DoubleFourierPlan#operations} says, for all vectors along each axis: {@code 5 N log2(n_1 n_2 ...)} where
     *     no length has a large prime factor
     * @throws IllegalArgumentException if the grid has other lengths along the axes of the plan
     */
    public long operations(Grid grid) {
        axes.check("grid", grid);
        return DoubleAxisPass.operations(passes, grid);
    }

    /**
     * What the plan does and how: a line, as {@code length 64 along axis 1}, and one for each axis, as {@code axis 1: Fourier
     * 64 = 8 x 8, BACKWARD; SIMD}.
     *
     * @return the text
     */
    public String describe() {
        return GridDescription.of(
                axes, plans.stream().map(DoubleFourierPlan::describe).toList());
    }

    /**
     * Transforms an array in place, with a workspace that it makes for this call.
     *
     * @param re the real parts
     * @param im the imaginary parts, another array
     * @param grid where they lie in both
     * @throws IllegalArgumentException if the grid has other lengths along the axes of the plan or does not lie within the
     *     arrays, or both are the same array
     */
    public void transform(double[] re, double[] im, Grid grid) {
        Objects.requireNonNull(re, "re");
        Objects.requireNonNull(im, "im");
        transform(re, im, grid, re, im, grid, new Workspace(), Parallelism.NONE);
    }

    /**
     * Transforms an array into another.
     *
     * @param inRe holds the real parts of the input, read only unless it is {@code outRe}
     * @param inIm holds its imaginary parts, another array, read only unless it is {@code outIm}
     * @param inGrid where they lie in both
     * @param outRe holds the real parts of the output; may be {@code inRe}, at the same grid or apart
     * @param outIm holds its imaginary parts, another array; may be {@code inIm} where {@code outRe} is {@code inRe}
     * @param outGrid where they go in both, of the same shape
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if a grid has other lengths along the axes of the plan or does not lie within its
     *     arrays, the shapes differ, two arrays are the same that may not be, or input and output overlap without being the
     *     same
     */
    public void transform(
            double[] inRe,
            double[] inIm,
            Grid inGrid,
            double[] outRe,
            double[] outIm,
            Grid outGrid,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        axes.checkPair(inGrid, outGrid, inRe == outRe);
        inGrid.checkWithin("inRe", Objects.requireNonNull(inRe, "inRe").length);
        inGrid.checkWithin("inIm", Objects.requireNonNull(inIm, "inIm").length);
        outGrid.checkWithin("outRe", Objects.requireNonNull(outRe, "outRe").length);
        outGrid.checkWithin("outIm", Objects.requireNonNull(outIm, "outIm").length);
        DoubleVectorBatch.checkParts(inRe, inIm, outRe, outIm);
        DoubleAxisPass.runAll(passes, inRe, inIm, inGrid, outRe, outIm, outGrid, workspace, parallelism);
    }

    /**
     * Transforms an array whose real and imaginary parts alternate into another of the same kind. Grids count complex numbers:
     * the real part of the element at {@code i} is at {@code 2 i}, the imaginary part follows it.
     *
     * @param in holds the input, read only unless it is the output
     * @param inGrid where it lies in it
     * @param out holds the output; may be {@code in}, at the same grid or apart
     * @param outGrid where it goes, of the same shape
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if a grid has other lengths along the axes of the plan or does not lie within its
     *     array, the shapes differ, or input and output overlap without being the same
     */
    public void transformInterleaved(
            double[] in, Grid inGrid, double[] out, Grid outGrid, Workspace workspace, Parallelism parallelism) {
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        axes.checkPair(inGrid, outGrid, in == out);
        inGrid.checkWithin("input (in complex numbers)", Objects.requireNonNull(in, "in").length / 2);
        outGrid.checkWithin("output (in complex numbers)", Objects.requireNonNull(out, "out").length / 2);
        DoubleAxisPass.runAll(interleavedPasses, in, null, inGrid, out, null, outGrid, workspace, parallelism);
    }
}
