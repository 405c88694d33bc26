package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.ConvolutionSchedule.Method;
import dev.lanewise.engine.fourier.DoubleConvolutionPlan;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ConvolutionOracle;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Linear convolution and correlation: the definition, their algebra, and that a result depends on the signal alone. */
final class DoubleConvolutionLaws implements Seeds {
    /** Signals and kernels of which each method takes some, with one block and with several, whole ones and not. */
    private static final int[][] SHAPES = {
        {1, 1},
        {1, 9},
        {9, 1},
        {40, 7},
        {7, 40},
        {300, 31},
        {5000, 12},
        {2100, 5},
        {200, 190},
        {190, 200},
        {333, 120},
        {120, 333},
        {3000, 64},
        {4000, 131},
        {5, 3000},
        {1 << 13, 300}
    };

    private static double[] reversed(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        return y;
    }

    private static void assertAgrees(int n, int k, ConvolutionMode mode, double[] h, double[] x, String context) {
        DoubleConvolutionPlan plan = DoubleConvolutionPlan.of(n, h, mode);
        ConvolutionOracle.assertConvolved(
                plan.schedule(), Numbers.of(h), Numbers.of(x), Numbers.of(plan.transform(x)), context);
        DoubleConvolutionPlan correlation = DoubleConvolutionPlan.correlation(n, h, mode);
        Numbers turned = Numbers.of(reversed(h));
        ConvolutionOracle.assertConvolved(
                correlation.schedule(), turned, Numbers.of(x), Numbers.of(correlation.transform(x)), context);
        assertEquals(plan.schedule(), correlation.schedule(), context + " of " + k);
    }

    @Example
    void everyMethodAndModeAgreesWithTheDefinition() {
        EnumSet<Method> methods = EnumSet.noneOf(Method.class);
        for (int[] shape : SHAPES) {
            for (ConvolutionMode mode : ConvolutionMode.values()) {
                double[] h = Inputs.uneven(shape[1], new double[shape[1]]);
                double[] x = Inputs.uneven(shape[0], new double[shape[0]]);
                assertAgrees(shape[0], shape[1], mode, h, x, "uneven");
                methods.add(
                        DoubleConvolutionPlan.of(shape[0], h, mode).schedule().method());
            }
        }
        assertEquals(EnumSet.allOf(Method.class), methods, "methods that were tried");
    }

    @Property(tries = 300)
    void anyLengthsAgreeWithTheDefinition(
            @ForAll @IntRange(min = 1, max = 700) int n,
            @ForAll @IntRange(min = 1, max = 300) int k,
            @ForAll ConvolutionMode mode,
            @ForAll("seeds") long seed) {
        double[] h = Inputs.uneven(seed, new double[k]);
        double[] x = Inputs.uneven(~seed, new double[n]);
        assertAgrees(n, k, mode, h, x, "seed " + seed);
    }

    /** numpy.convolve and scipy.signal.correlate 1.17.1, to be done by hand as well. */
    @Example
    void smallExamplesAreWhatNumpyAndScipyGive() {
        double[] x = {1, 2, 3, 4};
        double[] h = {1, 0, -2};
        Bits.assertSame(new double[] {1, 2, 1, 0, -6, -8}, convolved(x, h, ConvolutionMode.FULL), "full");
        Bits.assertSame(new double[] {2, 1, 0, -6}, convolved(x, h, ConvolutionMode.SAME), "same");
        Bits.assertSame(new double[] {1, 0}, convolved(x, h, ConvolutionMode.VALID), "valid");
        Bits.assertSame(new double[] {1, 0}, convolved(h, x, ConvolutionMode.VALID), "valid, longer kernel");
        Bits.assertSame(new double[] {2, 1, 0}, convolved(h, x, ConvolutionMode.SAME), "same, longer kernel");
        DoubleConvolutionPlan full = DoubleConvolutionPlan.correlation(4, h, ConvolutionMode.FULL);
        Bits.assertSame(new double[] {-2, -4, -5, -6, 3, 4}, full.transform(x), "correlation, full");
        DoubleConvolutionPlan valid = DoubleConvolutionPlan.correlation(4, h, ConvolutionMode.VALID);
        Bits.assertSame(new double[] {-5, -6}, valid.transform(x), "correlation, valid");
    }

    private static double[] convolved(double[] x, double[] h, ConvolutionMode mode) {
        return DoubleConvolutionPlan.of(x.length, h, mode).transform(x);
    }

    /** Sums of integers below 2^24 are exact, whichever the order: the parts are the same numbers. */
    @Example
    void directSumsOfIntegersAreExactAndTheModesAreSlicesOfTheWhole() {
        for (int[] shape : new int[][] {{50, 7}, {7, 50}, {3000, 9}, {1, 1}, {64, 64}}) {
            double[] h = Inputs.integers(shape[1], 50, new double[shape[1]]);
            double[] x = Inputs.integers(shape[0], 50, new double[shape[0]]);
            Numbers full = ConvolutionOracle.full(Numbers.of(h), Numbers.of(x));
            for (ConvolutionMode mode : ConvolutionMode.values()) {
                DoubleConvolutionPlan plan = DoubleConvolutionPlan.of(x.length, h, mode);
                double[] y = plan.transform(x);
                int first = mode.first(x.length, h.length);
                for (int i = 0; i < y.length; i++) {
                    var came = plan.schedule().method() == Method.DIRECT ? y[i] : Math.rint(y[i]);
                    assertEquals(full.at(first + i), came + 0, plan.describe() + ", element " + i);
                }
            }
        }
    }

    @Property(tries = 100)
    void signalAndKernelMayChangePlaces(
            @ForAll @IntRange(min = 1, max = 200) int n,
            @ForAll @IntRange(min = 1, max = 200) int k,
            @ForAll("seeds") long seed) {
        double[] h = Inputs.integers(seed, 9, new double[k]);
        double[] x = Inputs.integers(~seed, 9, new double[n]);
        for (ConvolutionMode mode : new ConvolutionMode[] {ConvolutionMode.FULL, ConvolutionMode.VALID}) {
            double[] y = convolved(x, h, mode);
            double[] z = convolved(h, x, mode);
            for (int i = 0; i < y.length; i++) {
                assertEquals(Math.rint(y[i]) + 0, Math.rint(z[i]) + 0, mode + ", seed " + seed + ", element " + i);
            }
        }
    }

    @Example
    void aUnitKernelShiftsAndAUnitSignalGivesTheKernel() {
        for (int[] shape : SHAPES) {
            double[] unit = new double[shape[0]];
            unit[shape[0] - 1] = 1;
            double[] h = Inputs.gaussian(7, new double[shape[1]]);
            double[] wanted = new double[shape[0] + shape[1] - 1];
            System.arraycopy(h, 0, wanted, shape[0] - 1, shape[1]);
            DoubleConvolutionPlan plan = DoubleConvolutionPlan.of(shape[0], h, ConvolutionMode.FULL);
            ConvolutionOracle.assertConvolved(
                    plan.schedule(), Numbers.of(h), Numbers.of(unit), Numbers.of(plan.transform(unit)), "unit");
            Numbers came = Numbers.of(plan.transform(unit));
            assertTrue(came.distance(Numbers.of(wanted)) < 0.001 * Numbers.of(h).norm2(), plan.describe());
        }
    }

    private static double[][] vectors(int n, int count, SplittableRandom random) {
        double[][] x = new double[count][];
        for (int i = 0; i < count; i++) {
            long seed = random.nextLong();
            x[i] = random.nextInt(4) == 0 ? Inputs.special(seed, new double[n]) : Inputs.uneven(seed, new double[n]);
        }
        return x;
    }

    private static Workspace dirtyWorkspace(int workers) {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < workers; worker++) {
            for (int depth = 0; depth < 12; depth++) {
                Bits.guard(workspace.worker(worker).takeDoubles(1 << 14));
            }
            for (int depth = 0; depth < 12; depth++) {
                workspace.worker(worker).releaseDoubles();
            }
        }
        return workspace;
    }

    @Example
    void everyLayoutAndAnyThreadsGiveEachSignalTheBitsItHasAlone() {
        SplittableRandom random = new SplittableRandom(5);
        for (int[] shape : SHAPES) {
            for (ConvolutionMode mode : ConvolutionMode.values()) {
                double[] h = Inputs.gaussian(shape[1], new double[shape[1]]);
                DoubleConvolutionPlan plan = random.nextBoolean()
                        ? DoubleConvolutionPlan.of(shape[0], h, mode)
                        : DoubleConvolutionPlan.correlation(shape[0], h, mode);
                double[][] x = vectors(shape[0], 5, random);
                double[][] wanted = new double[5][];
                for (int i = 0; i < 5; i++) {
                    wanted[i] = plan.transform(x[i]);
                }
                for (int threads : new int[] {1, 3}) {
                    DoublePlacement in = DoublePlacement.of(DoublePlacement.random(random, shape[0], 5), shape[0])
                            .putAll(x);
                    DoublePlacement out =
                            DoublePlacement.of(DoublePlacement.random(random, plan.outputs(), 5), plan.outputs());
                    plan.transform(
                            in.array(),
                            in.layout(),
                            out.array(),
                            out.layout(),
                            dirtyWorkspace(threads),
                            Parallelism.threads(threads));
                    in.assertHolds(x, plan.describe());
                    out.assertHolds(wanted, plan.describe());
                }
            }
        }
    }

    @Example
    void everyParallelismGivesTheSameBits() {
        for (int[] shape : new int[][] {{20_000, 9}, {20_000, 200}, {300, 300}}) {
            DoubleConvolutionPlan plan =
                    DoubleConvolutionPlan.of(shape[0], Inputs.gaussian(1, new double[shape[1]]), ConvolutionMode.SAME);
            double[] x = Inputs.gaussian(2, new double[shape[0]]);
            double[] wanted = plan.transform(x);
            EveryParallelism.run((parallelism, context) -> {
                double[] y = Bits.guard(new double[plan.outputs()]);
                Layout layout = Layout.contiguous(0);
                plan.transform(x, layout, y, layout, new Workspace(), parallelism);
                Bits.assertSame(wanted, y, plan.describe() + ", " + context);
            });
        }
    }

    /** What is within one array may be given as input and output, one behind the other. */
    @Example
    void inputAndOutputMayLieApartInOneArray() {
        DoubleConvolutionPlan plan = DoubleConvolutionPlan.of(10, new double[] {1, 2}, ConvolutionMode.FULL);
        double[] x = Inputs.gaussian(1, new double[21]);
        double[] alone = plan.transform(Arrays.copyOf(x, 10));
        plan.transform(x, Layout.contiguous(0), x, Layout.contiguous(10), new Workspace(), Parallelism.NONE);
        Bits.assertSame(alone, Arrays.copyOfRange(x, 10, 21), "behind");
    }

    @Example
    void runningAgainAllocatesNothing() {
        for (int[] shape : new int[][] {{500, 9}, {2000, 300}, {5000, 200}}) {
            DoubleConvolutionPlan plan =
                    DoubleConvolutionPlan.of(shape[0], Inputs.gaussian(1, new double[shape[1]]), ConvolutionMode.SAME);
            double[] x = new double[3 * shape[0]];
            double[] y = new double[3 * plan.outputs()];
            Workspace workspace = new Workspace();
            Layout rows = Layout.rows(0, 3, shape[0]);
            Layout columns = Layout.columns(0, 3, 3);
            Allocation.assertNone(
                    plan.describe(), () -> plan.transform(x, rows, y, columns, workspace, Parallelism.NONE));
        }
    }
}
