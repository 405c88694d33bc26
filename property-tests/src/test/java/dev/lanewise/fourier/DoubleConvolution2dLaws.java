package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.DoubleConvolution2dPlan;
import dev.lanewise.engine.fourier.DoubleConvolutionPlan;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ConvolutionOracle;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Convolution and correlation of images. */
final class DoubleConvolution2dLaws implements Seeds {
    /** Rows and columns of the image, then of the kernel: direct sums in several bands and one, transforms, lines. */
    private static final int[][] SHAPES = {
        {1, 1, 1, 1},
        {5, 6, 2, 3},
        {70, 9, 3, 3},
        {3, 3, 5, 5},
        {40, 40, 17, 19},
        {17, 19, 40, 40},
        {1, 100, 1, 70},
        {100, 1, 70, 1},
        {33, 64, 1, 5},
        {20, 45, 20, 45},
        {30, 12, 40, 11}
    };

    private static DoubleConvolution2dPlan plan(int[] shape, double[] h, ConvolutionMode mode, boolean correlation) {
        return correlation
                ? DoubleConvolution2dPlan.correlation(shape[0], shape[1], h, shape[2], shape[3], mode)
                : DoubleConvolution2dPlan.of(shape[0], shape[1], h, shape[2], shape[3], mode);
    }

    private static double[] through(DoubleConvolution2dPlan plan, double[] x, int rows, int cols) {
        double[] y = new double[plan.outputRows() * plan.outputCols()];
        Layout to = Layout.rows(0, plan.outputRows(), plan.outputCols());
        plan.transform(x, Layout.rows(0, rows, cols), y, to, new Workspace(), Parallelism.NONE);
        return y;
    }

    private static boolean isValid(int[] shape) {
        return shape[0] >= shape[2] && shape[1] >= shape[3] || shape[0] <= shape[2] && shape[1] <= shape[3];
    }

    private static double[] reversed(double[] h) {
        double[] turned = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            turned[i] = h[h.length - 1 - i];
        }
        return turned;
    }

    private static void assertAgrees(int[] shape, long seed) {
        double[] x = Inputs.uneven(seed, new double[shape[0] * shape[1]]);
        double[] h = Inputs.uneven(~seed, new double[shape[2] * shape[3]]);
        for (ConvolutionMode mode : ConvolutionMode.values()) {
            for (boolean correlation : new boolean[] {false, true}) {
                if (mode != ConvolutionMode.VALID || isValid(shape)) {
                    DoubleConvolution2dPlan plan = plan(shape, h, mode, correlation);
                    ConvolutionOracle.assertConvolved(
                            plan.schedule(),
                            Numbers.of(correlation ? reversed(h) : h),
                            Numbers.of(x),
                            Numbers.of(through(plan, x, shape[0], shape[1])),
                            "seed " + seed + (correlation ? ", correlation" : ""));
                }
            }
        }
    }

    @Example
    void everyShapeAndModeAgreesWithTheDefinition() {
        int direct = 0;
        for (int[] shape : SHAPES) {
            assertAgrees(shape, 11);
            double[] h = new double[shape[2] * shape[3]];
            direct += plan(shape, h, ConvolutionMode.SAME, false).schedule().direct() ? 1 : 0;
        }
        assertTrue(direct > 3 && direct < SHAPES.length - 3, direct + " of " + SHAPES.length + " by direct sums");
    }

    @Property(tries = 150)
    void anyShapeAgreesWithTheDefinition(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 40) int cols,
            @ForAll @IntRange(min = 1, max = 25) int kernelRows,
            @ForAll @IntRange(min = 1, max = 25) int kernelCols,
            @ForAll("seeds") long seed) {
        assertAgrees(new int[] {rows, cols, kernelRows, kernelCols}, seed);
    }

    /** scipy.signal.convolve and correlate 1.17.1, to be done by hand as well. */
    @Example
    void aSmallExampleIsWhatScipyGives() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] h = {1, -1, 0, 2};
        int[] shape = {2, 3, 2, 2};
        double[][] convolved = {
            {1, 1, 1, -3, 4, 3, 5, 0, 0, 8, 10, 12}, {1, 1, 1, 4, 3, 5}, {3, 5},
        };
        double[][] correlated = {
            {2, 4, 6, 0, 7, 9, 11, 3, -4, -1, -1, 6}, {2, 4, 6, 7, 9, 11}, {9, 11},
        };
        for (ConvolutionMode mode : ConvolutionMode.values()) {
            double[] y = through(plan(shape, h, mode, false), x, 2, 3);
            double[] z = through(plan(shape, h, mode, true), x, 2, 3);
            Bits.assertSame(convolved[mode.ordinal()], y, mode + " convolution");
            Bits.assertSame(correlated[mode.ordinal()], z, mode + " correlation");
        }
    }

    /** Of integers, so that rounding to the nearest one takes away what transforms add. */
    @Example
    void aKernelThatIsAProductIsTwoConvolutions() {
        for (int[] shape : SHAPES) {
            double[] a = Inputs.integers(1, 3, new double[shape[2]]);
            double[] b = Inputs.integers(2, 3, new double[shape[3]]);
            double[] h = new double[shape[2] * shape[3]];
            for (int i = 0; i < h.length; i++) {
                h[i] = a[i / shape[3]] * b[i % shape[3]];
            }
            double[] x = Inputs.integers(3, 3, new double[shape[0] * shape[1]]);
            DoubleConvolution2dPlan plan = plan(shape, h, ConvolutionMode.SAME, false);
            double[] came = through(plan, x, shape[0], shape[1]);
            double[] half = new double[x.length];
            double[] wanted = new double[x.length];
            Layout rows = Layout.rows(0, shape[0], shape[1]);
            Layout columns = Layout.columns(0, shape[1], shape[1]);
            DoubleConvolutionPlan.of(shape[1], b, ConvolutionMode.SAME)
                    .transform(x, rows, half, rows, new Workspace(), Parallelism.NONE);
            DoubleConvolutionPlan.of(shape[0], a, ConvolutionMode.SAME)
                    .transform(half, columns, wanted, columns, new Workspace(), Parallelism.NONE);
            for (int i = 0; i < came.length; i++) {
                assertEquals(Math.rint(wanted[i]) + 0, Math.rint(came[i]) + 0, plan.describe() + ", element " + i);
            }
        }
    }

    @Example
    void everyLayoutAndAnyThreadsGiveTheSameBits() {
        SplittableRandom random = new SplittableRandom(9);
        for (int[] shape : SHAPES) {
            for (ConvolutionMode mode : new ConvolutionMode[] {ConvolutionMode.FULL, ConvolutionMode.SAME}) {
                double[] h = Inputs.gaussian(1, new double[shape[2] * shape[3]]);
                double[] x = Inputs.special(2, new double[shape[0] * shape[1]]);
                DoubleConvolution2dPlan plan = plan(shape, h, mode, random.nextBoolean());
                double[] alone = through(plan, x, shape[0], shape[1]);
                double[][] imageRows = rows(x, shape[0], shape[1]);
                double[][] wanted = rows(alone, plan.outputRows(), plan.outputCols());
                EveryParallelism.run((parallelism, context) -> {
                    DoublePlacement in = DoublePlacement.of(
                                    DoublePlacement.random(random, shape[1], shape[0]), shape[1])
                            .putAll(imageRows);
                    DoublePlacement out = DoublePlacement.of(
                            DoublePlacement.random(random, plan.outputCols(), plan.outputRows()), plan.outputCols());
                    plan.transform(in.array(), in.layout(), out.array(), out.layout(), new Workspace(), parallelism);
                    in.assertHolds(imageRows, plan.describe() + ", " + context);
                    out.assertHolds(wanted, plan.describe() + ", " + context);
                });
            }
        }
    }

    private static double[][] rows(double[] x, int rows, int cols) {
        double[][] each = new double[rows][cols];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(x, i * cols, each[i], 0, cols);
        }
        return each;
    }

    @Example
    void runningAgainAllocatesNothing() {
        for (int[] shape : new int[][] {{20, 30, 3, 3}, {24, 20, 20, 20}}) {
            DoubleConvolution2dPlan plan = plan(shape, new double[shape[2] * shape[3]], ConvolutionMode.SAME, false);
            double[] x = new double[shape[0] * shape[1]];
            double[] y = new double[x.length];
            Layout rows = Layout.rows(0, shape[0], shape[1]);
            Workspace workspace = new Workspace();
            Allocation.assertNone(plan.describe(), () -> plan.transform(x, rows, y, rows, workspace, Parallelism.NONE));
        }
    }
}
