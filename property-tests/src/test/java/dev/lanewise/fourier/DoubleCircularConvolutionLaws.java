package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.CircularConvolutionSchedule.Method;
import dev.lanewise.engine.fourier.DoubleCircularConvolutionPlan;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ConvolutionOracle;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.EnumSet;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Circular convolution: the product with a circulant matrix, and with its transpose. */
final class DoubleCircularConvolutionLaws implements Seeds {
    private static final int[] LENGTHS = {1, 2, 3, 8, 16, 31, 47, 64, 97, 105, 127, 225, 250, 256, 509, 1018};

    private static double[] through(DoubleCircularConvolutionPlan plan, double[] x) {
        double[] y = x.clone();
        plan.transform(y);
        return y;
    }

    private static void assertAgrees(double[] c, double[] x, String context) {
        DoubleCircularConvolutionPlan plan = DoubleCircularConvolutionPlan.of(c);
        Numbers from = Numbers.of(x);
        Numbers of = Numbers.of(c);
        ConvolutionOracle.assertCircular(plan.schedule(), false, of, from, Numbers.of(through(plan, x)), context);
        DoubleCircularConvolutionPlan back = plan.transposed();
        ConvolutionOracle.assertCircular(back.schedule(), true, of, from, Numbers.of(through(back, x)), context);
    }

    @Example
    void everyLengthUpTo300AgreesWithTheCirculantMatrixAndItsTranspose() {
        EnumSet<Method> methods = EnumSet.noneOf(Method.class);
        for (int n = 1; n <= 300; n++) {
            double[] c = Inputs.uneven(n, new double[n]);
            assertAgrees(c, Inputs.uneven(~n, new double[n]), "uneven");
            methods.add(DoubleCircularConvolutionPlan.of(c).schedule().method());
        }
        assertEquals(EnumSet.allOf(Method.class), methods, "methods that were tried");
    }

    @Property(tries = 100)
    void anyLengthAgrees(@ForAll @IntRange(min = 1, max = 1100) int n, @ForAll("seeds") long seed) {
        assertAgrees(Inputs.uneven(seed, new double[n]), Inputs.uneven(~seed, new double[n]), "seed " + seed);
    }

    @Property(tries = 200)
    void theTransposeIsTheAdjoint(@ForAll @IntRange(min = 1, max = 1100) int n, @ForAll("seeds") long seed) {
        Numbers c = Numbers.of(Inputs.gaussian(seed, new double[n]));
        Numbers x = Numbers.of(Inputs.gaussian(seed + 1, new double[n]));
        Numbers z = Numbers.of(Inputs.gaussian(seed + 2, new double[n]));
        DoubleCircularConvolutionPlan plan = DoubleCircularConvolutionPlan.of(Inputs.gaussian(seed, new double[n]));
        Numbers cx = Numbers.of(through(plan, Inputs.gaussian(seed + 1, new double[n])));
        Numbers cz = Numbers.of(through(plan.transposed(), Inputs.gaussian(seed + 2, new double[n])));
        ConvolutionOracle.assertAdjoint(plan.schedule(), c, x, z, cx, cz, plan.describe() + ", seed " + seed);
    }

    @Property(tries = 100)
    void convolutionCommutesAndTwoShiftsAreOne(
            @ForAll @IntRange(min = 1, max = 400) int n, @ForAll("seeds") long seed) {
        double[] c = Inputs.integers(seed, 9, new double[n]);
        double[] x = Inputs.integers(~seed, 9, new double[n]);
        double[] y = through(DoubleCircularConvolutionPlan.of(c), x);
        double[] z = through(DoubleCircularConvolutionPlan.of(x), c);
        int shift = Math.floorMod(seed, n);
        double[] unit = new double[n];
        unit[shift] = 1;
        double[] shifted = through(DoubleCircularConvolutionPlan.of(unit), x);
        for (int i = 0; i < n; i++) {
            assertEquals(Math.rint(y[i]) + 0, Math.rint(z[i]) + 0, "seed " + seed + ", element " + i);
            assertEquals(x[Math.floorMod(i - shift, n)], Math.rint(shifted[i]) + 0, "shift by " + shift);
        }
    }

    @Example
    void theTransposeOfTheTransposeIsThePlan() {
        for (int n : LENGTHS) {
            DoubleCircularConvolutionPlan plan = DoubleCircularConvolutionPlan.of(Inputs.gaussian(n, new double[n]));
            double[] x = Inputs.gaussian(~n, new double[n]);
            Bits.assertSame(through(plan, x), through(plan.transposed().transposed(), x), plan.describe());
        }
    }

    @Example
    void everyLayoutAndAnyThreadsGiveEachVectorTheBitsItHasAlone() {
        SplittableRandom random = new SplittableRandom(3);
        for (int n : LENGTHS) {
            DoubleCircularConvolutionPlan plan = DoubleCircularConvolutionPlan.of(Inputs.gaussian(n, new double[n]));
            DoubleCircularConvolutionPlan each = n % 2 == 0 ? plan : plan.transposed();
            double[][] x = new double[7][];
            double[][] wanted = new double[7][];
            for (int i = 0; i < 7; i++) {
                x[i] = i == 3 ? Inputs.special(n, new double[n]) : Inputs.uneven(n + i, new double[n]);
                wanted[i] = through(each, x[i]);
            }
            for (int threads : new int[] {1, 3}) {
                DoublePlacement in = DoublePlacement.of(DoublePlacement.random(random, n, 7), n)
                        .putAll(x);
                DoublePlacement out = DoublePlacement.of(DoublePlacement.random(random, n, 7), n);
                Parallelism parallelism = Parallelism.threads(threads);
                each.transform(in.array(), in.layout(), out.array(), out.layout(), new Workspace(), parallelism);
                in.assertHolds(x, each.describe());
                out.assertHolds(wanted, each.describe());
                each.transform(in.array(), in.layout(), in.array(), in.layout(), new Workspace(), parallelism);
                in.assertHolds(wanted, each.describe() + " in place");
            }
        }
    }

    @Example
    void everyParallelismGivesTheSameBits() {
        int n = 225;
        DoubleCircularConvolutionPlan plan = DoubleCircularConvolutionPlan.of(Inputs.gaussian(1, new double[n]));
        double[] x = Inputs.gaussian(2, new double[40 * n]);
        double[] wanted = new double[x.length];
        Layout rows = Layout.rows(0, 40, n);
        plan.transform(x, rows, wanted, rows, new Workspace(), Parallelism.NONE);
        EveryParallelism.run((parallelism, context) -> {
            double[] y = x.clone();
            plan.transform(y, rows, y, rows, new Workspace(), parallelism);
            Bits.assertSame(wanted, y, plan.describe() + ", " + context);
        });
    }

    @Example
    void runningAgainAllocatesNothing() {
        for (int n : new int[] {7, 256, 225, 509}) {
            DoubleCircularConvolutionPlan plan = DoubleCircularConvolutionPlan.of(Inputs.gaussian(1, new double[n]));
            double[] x = new double[3 * n];
            Workspace workspace = new Workspace();
            Layout rows = Layout.rows(0, 3, n);
            Allocation.assertNone(plan.describe(), () -> plan.transform(x, rows, x, rows, workspace, Parallelism.NONE));
        }
    }
}
