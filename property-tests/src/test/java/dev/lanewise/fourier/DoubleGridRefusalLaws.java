package dev.lanewise.fourier;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.grid.DoubleFourierGridPlan;
import dev.lanewise.engine.grid.DoubleRealFourierGridPlan;
import dev.lanewise.foundation.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller of plans over several axes gets wrong is refused, and nothing is changed. */
final class DoubleGridRefusalLaws {
    private static final Grid GRID = Grid.of(2, 3, 4);
    private static final Grid HALF = Grid.of(2, 3, 3);

    private final DoubleFourierGridPlan plan = DoubleFourierGridPlan.of(GRID, 0, 2);
    private final DoubleRealFourierGridPlan real = DoubleRealFourierGridPlan.of(GRID, 0, 2);
    private final Workspace workspace = new Workspace();
    private final DoubleSignal before = DoubleSignal.gaussian(1, 60);
    private final DoubleSignal x = before.copy();
    private final DoubleSignal y = before.copy();

    @AfterEach
    void nothingIsChanged() {
        DoubleSignal.assertSame(before, x, "input after a refusal");
        DoubleSignal.assertSame(before, y, "output after a refusal");
    }

    private void refused(DoubleSignal in, Grid from, DoubleSignal out, Grid to, String... parts) {
        for (DoubleFourierGridPlan each : new DoubleFourierGridPlan[] {plan, plan.inverse()}) {
            for (Parallelism parallelism : new Parallelism[] {Parallelism.NONE, Parallelism.threads(2)}) {
                Refusal.of(
                        () -> each.transform(in.re(), in.im(), from, out.re(), out.im(), to, workspace, parallelism),
                        parts);
            }
        }
    }

    private void refusedReal(double[] of, Grid grid, DoubleSignal halves, Grid half, String... parts) {
        Refusal.of(() -> real.forward(of, grid, halves.re(), halves.im(), half, workspace, Parallelism.NONE), parts);
        Refusal.of(() -> real.inverse(halves.re(), halves.im(), half, of, grid, workspace, Parallelism.NONE), parts);
    }

    @Test
    void axesThatAreNotThereOrNamedTwice() {
        Refusal.of(() -> DoubleFourierGridPlan.of(GRID, 3), "axes", "[3]", "(2, 3, 4)", "0 to 2");
        Refusal.of(() -> DoubleFourierGridPlan.of(GRID, 0, -1), "axes", "[0, -1]", "0 to 2");
        Refusal.of(() -> DoubleFourierGridPlan.of(GRID, 1, 0, 1), "axes", "[1, 0, 1]", "once");
        Refusal.of(() -> DoubleFourierGridPlan.of(Grid.of()), "grid", "single number", "one axis or more");
        Refusal.of(() -> DoubleRealFourierGridPlan.of(GRID, 3), "axes", "[3]", "0 to 2");
        Refusal.of(() -> DoubleRealFourierGridPlan.of(GRID, 2, 2), "axes", "[2, 2]", "once");
        Refusal.ofNull("grid", () -> DoubleFourierGridPlan.of(null, 0));
        Refusal.ofNull("axes", () -> DoubleFourierGridPlan.of(GRID, (int[]) null));
        Refusal.ofNull("normalization", () -> plan.normalized(null));
        Refusal.ofNull("normalization", () -> real.normalized(null));
    }

    @Test
    void lengthsThatNoPlanTakes() {
        Refusal.of(() -> DoubleFourierGridPlan.of(Grid.of(1 << 30)), "length", "" + (1 << 30));
        Refusal.of(() -> DoubleRealFourierGridPlan.of(Grid.of(1 << 30)), "length", "" + (1 << 30));
    }

    @Test
    void gridsOfOtherLengths() {
        refused(x, Grid.of(3, 2, 4), y, Grid.of(3, 2, 4), "inGrid", "(3, 2, 4)", "2 along axis 0", "4 along axis 2");
        refused(x, GRID, y, Grid.of(2, 3, 5), "outGrid", "(2, 3, 5)", "4 along axis 2");
        refused(x, GRID, y, Grid.of(2, 4, 4), "outGrid", "(2, 4, 4)", "(2, 3, 4)", "same shape");
        refused(x, Grid.of(2, 3), y, Grid.of(2, 3), "inGrid", "(2, 3)", "4 along axis 2");
        refusedReal(x.re(), Grid.of(2, 3, 5), y, HALF, "grid", "(2, 3, 5)", "4 along axis 2");
        refusedReal(x.re(), GRID, y, GRID, "spectrum", "(2, 3, 4)", "3 along axis 2");
        refusedReal(x.re(), GRID, y, Grid.of(2, 4, 3), "spectrum", "(2, 4, 3)", "same shape but for axis 2");
        refusedReal(x.re(), GRID, y, Grid.of(2, 3, 3, 1), "spectrum", "same shape but for axis 2");
        Refusal.of(() -> real.spectrum(HALF), "grid", "(2, 3, 3)", "4 along axis 2");
    }

    @Test
    void gridsThatLeaveTheArrays() {
        Grid outside = Grid.at(37, 2, 3, 4);
        refused(x, outside, y, GRID, "inRe", "length 60", "61");
        refused(x, GRID, y, outside, "outRe", "length 60", "61");
        refused(new DoubleSignal(x.re(), new double[23]), GRID, y, GRID, "inIm", "length 23", "24");
        refused(x, GRID, new DoubleSignal(y.re(), new double[23]), GRID, "outIm", "length 23", "24");
        refusedReal(x.re(), outside, y, HALF, "x", "length 60", "61");
        refusedReal(x.re(), GRID, y, Grid.at(43, 2, 3, 3), "re", "length 60", "61");
        refusedReal(x.re(), GRID, new DoubleSignal(y.re(), new double[17]), HALF, "im", "length 17", "18");
        Refusal.of(
                () -> plan.transformInterleaved(x.re(), Grid.at(7, 2, 3, 4), y.re(), GRID, workspace, Parallelism.NONE),
                "input",
                "length 30",
                "31");
        Refusal.of(
                () -> plan.transformInterleaved(x.re(), GRID, y.re(), Grid.at(7, 2, 3, 4), workspace, Parallelism.NONE),
                "output",
                "length 30",
                "31");
    }

    @Test
    void inputAndOutputThatOverlap() {
        refused(x, GRID, x, Grid.at(1, 2, 3, 4), "overlap");
        refused(x, Grid.at(23, 2, 3, 4), x, GRID, "overlap");
        Refusal.of(
                () -> plan.transformInterleaved(x.re(), GRID, x.re(), Grid.at(3, 2, 3, 4), workspace, Parallelism.NONE),
                "overlap");
    }

    @Test
    void arraysThatAreToBeDifferent() {
        refused(new DoubleSignal(x.re(), x.re()), GRID, y, GRID, "same array", "arrays of its own");
        refused(x, GRID, new DoubleSignal(y.re(), y.re()), GRID, "same array", "arrays of its own");
        refused(x, GRID, new DoubleSignal(x.im(), x.re()), GRID, "same array", "arrays of its own");
        refused(x, GRID, new DoubleSignal(x.re(), y.im()), GRID, "one part", "both or neither");
        refusedReal(x.re(), GRID, x, HALF, "same array");
        refusedReal(x.re(), GRID, new DoubleSignal(y.re(), y.re()), HALF, "same array");
        refusedReal(x.re(), GRID, new DoubleSignal(y.re(), x.re()), HALF, "same array");
    }

    @Test
    void whatIsMissing() {
        Refusal.ofNull(
                "inRe", () -> plan.transform(null, x.im(), GRID, y.re(), y.im(), GRID, workspace, Parallelism.NONE));
        Refusal.ofNull(
                "outIm", () -> plan.transform(x.re(), x.im(), GRID, y.re(), null, GRID, workspace, Parallelism.NONE));
        Refusal.ofNull(
                "inGrid",
                () -> plan.transform(x.re(), x.im(), null, y.re(), y.im(), GRID, workspace, Parallelism.NONE));
        Refusal.ofNull(
                "outGrid",
                () -> plan.transform(x.re(), x.im(), GRID, y.re(), y.im(), null, workspace, Parallelism.NONE));
        Refusal.ofNull(
                "workspace", () -> plan.transform(x.re(), x.im(), GRID, y.re(), y.im(), GRID, null, Parallelism.NONE));
        Refusal.ofNull(
                "parallelism", () -> plan.transform(x.re(), x.im(), GRID, y.re(), y.im(), GRID, workspace, null));
        Refusal.ofNull("spectrum", () -> real.forward(x.re(), GRID, y.re(), y.im(), null, workspace, Parallelism.NONE));
        Refusal.ofNull("x", () -> real.inverse(y.re(), y.im(), HALF, null, GRID, workspace, Parallelism.NONE));
    }
}
