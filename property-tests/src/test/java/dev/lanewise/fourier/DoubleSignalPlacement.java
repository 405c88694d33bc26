package dev.lanewise.fourier;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleChirpZPlan;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.grid.DoubleFourierGridPlan;
import dev.lanewise.foundation.DoublePlacement;

/** Complex vectors at a layout, real parts in one array and imaginary parts in another, guards in every other place. */
final class DoubleSignalPlacement {
    private final DoublePlacement re;
    private final DoublePlacement im;

    private DoubleSignalPlacement(DoublePlacement re, DoublePlacement im) {
        this.re = re;
        this.im = im;
    }

    /** Guards throughout. */
    static DoubleSignalPlacement of(Layout layout, int n) {
        return new DoubleSignalPlacement(DoublePlacement.of(layout, n), DoublePlacement.of(layout, n));
    }

    /** Vectors in arrays that are there. */
    static DoubleSignalPlacement in(DoubleSignal arrays, Layout layout, int n) {
        return new DoubleSignalPlacement(
                DoublePlacement.in(arrays.re(), layout, n), DoublePlacement.in(arrays.im(), layout, n));
    }

    Layout layout() {
        return re.layout();
    }

    DoubleSignalPlacement putAll(DoubleSignal[] x) {
        for (int vector = 0; vector < x.length; vector++) {
            re.put(vector, x[vector].re());
            im.put(vector, x[vector].im());
        }
        return this;
    }

    DoubleSignal get(int vector) {
        return new DoubleSignal(re.get(vector), im.get(vector));
    }

    /** Transforms these vectors to another place, which may be this one. */
    void transform(DoubleFourierPlan plan, DoubleSignalPlacement to, Workspace workspace, Parallelism parallelism) {
        plan.transform(
                re.array(), im.array(), layout(), to.re.array(), to.im.array(), to.layout(), workspace, parallelism);
    }

    /** Transforms over axes, where these are single vectors that hold whole grids. */
    void transform(
            DoubleFourierGridPlan plan,
            Grid from,
            DoubleSignalPlacement to,
            Grid toGrid,
            Workspace workspace,
            Parallelism parallelism) {
        plan.transform(re.array(), im.array(), from, to.re.array(), to.im.array(), toGrid, workspace, parallelism);
    }

    /** Transforms these vectors by a chirp-z transform with as many frequencies as they have elements. */
    void transform(DoubleChirpZPlan plan, DoubleSignalPlacement to, Workspace workspace, Parallelism parallelism) {
        plan.transform(
                re.array(), im.array(), layout(), to.re.array(), to.im.array(), to.layout(), workspace, parallelism);
    }

    /** Fails unless the vectors are these, to the last bit, and all guards stand. */
    void assertHolds(DoubleSignal[] wanted, String context) {
        double[][] wantedRe = new double[wanted.length][];
        double[][] wantedIm = new double[wanted.length][];
        for (int vector = 0; vector < wanted.length; vector++) {
            wantedRe[vector] = wanted[vector].re();
            wantedIm[vector] = wanted[vector].im();
        }
        re.assertHolds(wantedRe, context + ", real parts");
        im.assertHolds(wantedIm, context + ", imaginary parts");
    }
}
