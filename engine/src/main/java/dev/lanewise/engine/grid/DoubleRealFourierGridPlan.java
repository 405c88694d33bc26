package dev.lanewise.engine.grid;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The discrete Fourier transform of real arrays over some of their axes, and its inverse, at about half the cost of that of
 * complex arrays: the transform of {@link DoubleFourierGridPlan}, of which only the first {@code n/2 + 1} coefficients along
 * the last axis listed are kept, {@code n} being its length. The others are
 *
 * <pre>    X_(n1-k1, n2-k2, ..., n-k) = conj X_(k1, k2, ..., k),    indices modulo the lengths.</pre>
 *
 * <p>{@link #forward} is {@link DoubleRealFourierPlan} along the last axis listed, then {@link DoubleFourierPlan} along those
 * before it, the last of them first, to the last bit; {@link #inverse} is the other way round. What stands in the coefficients
 * 0 and, for even {@code n}, {@code n/2} of the halved axis is taken for the transform of a real array, as NumPy does: when it
 * comes to that axis, their imaginary parts are taken for zero.
 *
 * <p>A plan is immutable and may be used by many threads at once, on any grid that has its lengths along its axes. Input and
 * output are different arrays; the input is only read. A result does not depend on layout, threads or machine. After an
 * exception for wrong arguments the output is untouched.
 *
 * <p>Scratch: that of the plans of the axes, some vectors for each thread; for the inverse over several axes a copy of the
 * coefficients as well.
 */
public final class DoubleRealFourierGridPlan {
    private final GridAxes axes;
    private final GridAxes spectrumAxes;
    private final DoubleRealFourierPlan halving;
    private final List<DoubleFourierPlan> plans;

    /** Along the last axis listed, and along the others in the order of the inverse. */
    private final DoubleAxisPass forwardHalving;

    private final DoubleAxisPass inverseHalving;
    private final List<DoubleAxisPass> forwardPasses;
    private final List<DoubleAxisPass> inversePasses;

    private DoubleRealFourierGridPlan(GridAxes axes, DoubleRealFourierPlan halving, List<DoubleFourierPlan> plans) {
        this.axes = axes;
        this.halving = halving;
        this.plans = plans;
        spectrumAxes = axes.withLast(halving.coefficients());
        int last = axes.axis(axes.last());
        forwardHalving = new DoubleAxisPass(
                last,
                halving.length(),
                halving.operations(),
                (x, none, from, re, im, to, workspace, parallelism) ->
                        halving.forward(x, from, re, im, to, workspace, parallelism));
        inverseHalving = new DoubleAxisPass(
                last,
                halving.coefficients(),
                halving.operations(),
                (re, im, from, x, none, to, workspace, parallelism) ->
                        halving.inverse(re, im, from, x, to, workspace, parallelism));
        forwardPasses = new ArrayList<>();
        inversePasses = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            DoubleFourierPlan forward = plans.get(i);
            DoubleFourierPlan inverse = forward.inverse();
            forwardPasses.add(
                    new DoubleAxisPass(axes.axis(i), axes.length(i), forward.operations(), forward::transform));
            inversePasses.add(
                    new DoubleAxisPass(axes.axis(i), axes.length(i), inverse.operations(), inverse::transform));
        }
        Collections.reverse(forwardPasses);
    }

    /**
     * A plan whose forward transform has no factor.
     *
     * @param grid has the lengths of the axes of real arrays; the plan is as good for others that have the same
     * @param axes along which to transform, each from 0 to one less than the grid has; all if none is named
     * @return the plan
     * @throws IllegalArgumentException if an axis is out of range or named twice, or its length more than a {@link
     *     DoubleFourierPlan} takes, or a {@link DoubleRealFourierPlan} for the last one listed
     */
    public static DoubleRealFourierGridPlan of(Grid grid, int... axes) {
        GridAxes checked = GridAxes.of(grid, axes);
        Map<Integer, DoubleFourierPlan> byLength = new HashMap<>();
        List<DoubleFourierPlan> plans = new ArrayList<>();
        for (int i = 0; i < checked.last(); i++) {
            plans.add(byLength.computeIfAbsent(checked.length(i), DoubleFourierPlan::of));
        }
        return new DoubleRealFourierGridPlan(checked, DoubleRealFourierPlan.of(checked.length(checked.last())), plans);
    }

    /**
     * The same plan with another normalisation.
     *
     * @param normalization decides the factor along each axis, together with the direction
     * @return the plan; it shares its tables with this one
     */
    public DoubleRealFourierGridPlan normalized(Normalization normalization) {
        Objects.requireNonNull(normalization, "normalization");
        List<DoubleFourierPlan> normalized =
                plans.stream().map(plan -> plan.normalized(normalization)).toList();
        return new DoubleRealFourierGridPlan(axes, halving.normalized(normalization), normalized);
    }

    /**
     * Where the coefficients of a real array lie: at the same offset, with {@code n/2 + 1} along the last axis listed.
     *
     * @param grid where the real array lies
     * @return the grid
     * @throws IllegalArgumentException if it has other lengths along the axes of the plan
     */
    public Grid spectrum(Grid grid) {
        axes.check("grid", grid);
        return grid.withLength(axes.axis(axes.last()), halving.coefficients());
    }

    /**
     * How many floating-point operations the transform of a real array takes in either direction, by the usual count.
     *
     * @param grid where the real array lies
     * @return what {@link DoubleRealFourierPlan#operations} and {@link DoubleFourierPlan#operations} say, for all vectors
     *     along each axis
     * @throws IllegalArgumentException if the grid has other lengths along the axes of the plan
     */
    public long operations(Grid grid) {
        return DoubleAxisPass.operations(forwardPasses, spectrum(grid)) + forwardHalving.operations(grid);
    }

    /**
     * What the plan does and how: a line, as {@code length 7 along axis 1}, and one for each axis, as {@code axis 1: real
     * Fourier 7, 3 complex transforms of 1 points, BACKWARD; SIMD}.
     *
     * @return the text
     */
    public String describe() {
        List<String> all = new ArrayList<>();
        plans.forEach(plan -> all.add(plan.describe()));
        all.add(halving.describe());
        return GridDescription.of(axes, all);
    }

    /**
     * Transforms a real array to its coefficients.
     *
     * @param x holds the array, read only
     * @param grid where it lies
     * @param re gets the real parts of the coefficients
     * @param im gets their imaginary parts, another array
     * @param spectrum where they go in both, of the shape that {@link #spectrum(Grid)} has
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if a grid has other lengths along the axes of the plan or does not lie within its
     *     arrays, the lengths of the other axes differ, or two of the arrays are the same
     */
    public void forward(
            double[] x,
            Grid grid,
            double[] re,
            double[] im,
            Grid spectrum,
            Workspace workspace,
            Parallelism parallelism) {
        check(x, grid, re, im, spectrum, workspace, parallelism);
        forwardHalving.run(x, null, grid, re, im, spectrum, workspace, parallelism);
        for (int i = 0; i < forwardPasses.size(); i++) {
            forwardPasses.get(i).run(re, im, spectrum, re, im, spectrum, workspace, parallelism);
        }
    }

    /**
     * Transforms coefficients back to a real array.
     *
     * @param re holds the real parts of the coefficients, read only
     * @param im holds their imaginary parts, another array, read only
     * @param spectrum where they lie in both, of the shape that {@link #spectrum(Grid)} has
     * @param x gets the array
     * @param grid where it goes
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if a grid has other lengths along the axes of the plan or does not lie within its
     *     arrays, the lengths of the other axes differ, or two of the arrays are the same
     */
    public void inverse(
            double[] re,
            double[] im,
            Grid spectrum,
            double[] x,
            Grid grid,
            Workspace workspace,
            Parallelism parallelism) {
        check(x, grid, re, im, spectrum, workspace, parallelism);
        if (inversePasses.isEmpty()) {
            inverseHalving.run(re, im, spectrum, x, null, grid, workspace, parallelism);
            return;
        }
        Grid copy = spectrum.atOrigin();
        double[] copyRe = workspace.takeDoubles(copy.size());
        double[] copyIm = workspace.takeDoubles(copy.size());
        try {
            DoubleAxisPass.runAll(inversePasses, re, im, spectrum, copyRe, copyIm, copy, workspace, parallelism);
            inverseHalving.run(copyRe, copyIm, copy, x, null, grid, workspace, parallelism);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private void check(
            double[] x,
            Grid grid,
            double[] re,
            double[] im,
            Grid spectrum,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        axes.check("grid", grid);
        spectrumAxes.check("spectrum", spectrum);
        if (!grid.hasShapeOf(spectrum, axes.axis(axes.last()))) {
            throw new IllegalArgumentException("spectrum: got " + spectrum + " for " + grid
                    + ", wanted the same shape but for axis " + axes.axis(axes.last()));
        }
        grid.checkWithin("x", Objects.requireNonNull(x, "x").length);
        spectrum.checkWithin("re", Objects.requireNonNull(re, "re").length);
        spectrum.checkWithin("im", Objects.requireNonNull(im, "im").length);
        if (re == im || x == re || x == im) {
            throw new IllegalArgumentException("x, re, im: got the same array twice, wanted three");
        }
    }
}
