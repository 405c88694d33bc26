package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleChirpZPlan;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.fourier.FrequencyGrid;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ChirpOracle;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The chirp-z transform: the spectrum at any frequencies that are equally far apart. */
final class DoubleChirpZLaws implements Seeds {
    private static final Layout ONE = Layout.contiguous(0);

    private static DoubleSignal through(DoubleChirpZPlan plan, DoubleSignal x) {
        DoubleSignal y = DoubleSignal.zeros(plan.frequencies().count());
        plan.transform(x.re(), x.im(), ONE, y.re(), y.im(), ONE, new Workspace(), Parallelism.NONE);
        return y;
    }

    private static void assertAgrees(DoubleSignal x, int m, long first, long step, int denominator, String context) {
        FrequencyGrid grid = FrequencyGrid.ofQuotients(m, first, step, denominator);
        DoubleChirpZPlan plan = DoubleChirpZPlan.of(x.length(), grid);
        ChirpOracle.assertTransform(
                x.numbers(), through(plan, x).numbers(), first, step, denominator, plan.describe() + ", " + context);
    }

    @Property(tries = 300)
    void anyFrequenciesAgreeWithTheDefinition(
            @ForAll @IntRange(min = 1, max = 200) int n,
            @ForAll @IntRange(min = 1, max = 200) int m,
            @ForAll @IntRange(min = -5000, max = 5000) int first,
            @ForAll @IntRange(min = -500, max = 500) int step,
            @ForAll @IntRange(min = 1, max = 3000) int denominator,
            @ForAll("seeds") long seed) {
        assertAgrees(DoubleSignal.uneven(seed, n), m, first, step, denominator, "seed " + seed);
    }

    /** As the Fourier transforms that are convolutions: four times {@code u sqrt(log2 l)} for Gaussian input. */
    @Example
    void gaussianInputIsAsAccurateAsAFourierTransformByAConvolution() {
        for (int n : new int[] {16, 100, 1000}) {
            for (int[] each : new int[][] {{0, 1, n}, {3, 1, 50 * n}, {1, 7, 1 << 20}, {-9, 40, 999_983}}) {
                for (int m : new int[] {n / 2, n, 2 * n}) {
                    DoubleSignal x = DoubleSignal.gaussian(n + m, n);
                    FrequencyGrid grid = FrequencyGrid.ofQuotients(m, each[0], each[1], each[2]);
                    DoubleChirpZPlan plan = DoubleChirpZPlan.of(n, grid);
                    ChirpOracle.assertTypical(
                            x.numbers(), through(plan, x).numbers(), each[0], each[1], each[2], plan.describe());
                }
            }
        }
    }

    /** Where angles that are not reduced exactly would be off by thousands of times what is allowed. */
    @Example
    void oneElementFarFromTheFirstIsAWaveOfTheRightPhase() {
        int n = 1 << 18;
        for (int at : new int[] {0, 1, n / 3, n - 1}) {
            for (int[] each : new int[][] {{12_345, 1, 1 << 20}, {-77, 499_979, 999_983}, {1, 1, n}}) {
                assertAgrees(DoubleSignal.unit(n, at), 40, each[0], each[1], each[2], "1 at " + at);
            }
        }
    }

    @Example
    void theFrequenciesOfTheTransformGiveTheTransform() {
        for (int n : new int[] {1, 2, 5, 64, 100, 509}) {
            DoubleSignal x = DoubleSignal.gaussian(n, n);
            DoubleSignal wanted = x.through(DoubleFourierPlan.of(n));
            DoubleChirpZPlan plan = DoubleChirpZPlan.of(n, FrequencyGrid.ofQuotients(n, 0, 1, n));
            ChirpOracle.assertSame(
                    x.numbers(), wanted.numbers(), through(plan, x).numbers(), plan.describe());
        }
    }

    /** Doubles are quotients, of a power of two. */
    @Property(tries = 100)
    void aNumberAndItsQuotientAreTheSameFrequencies(
            @ForAll @IntRange(min = 1, max = 100) int n, @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleSignal x = DoubleSignal.gaussian(seed, n);
        long first = random.nextLong(-1L << 52, 1L << 52);
        long step = random.nextLong(-1L << 52, 1L << 52);
        int m = random.nextInt(1, 100);
        int bits = random.nextInt(0, 63);
        FrequencyGrid numbers = FrequencyGrid.of(m, first * Math.pow(2, -bits), step * Math.pow(2, -bits));
        FrequencyGrid quotients = FrequencyGrid.ofQuotients(m, first, step, 1L << bits);
        DoubleSignal.assertSame(
                through(DoubleChirpZPlan.of(n, quotients), x),
                through(DoubleChirpZPlan.of(n, numbers), x),
                numbers + ", seed " + seed);
        long factor = random.nextLong(1, 1000);
        FrequencyGrid wider = FrequencyGrid.ofQuotients(m, factor * 7, factor * -3, factor * 1001);
        DoubleSignal.assertSame(
                through(DoubleChirpZPlan.of(n, FrequencyGrid.ofQuotients(m, 7, -3, 1001)), x),
                through(DoubleChirpZPlan.of(n, wider), x),
                wider + ", seed " + seed);
    }

    /** A whole turn more is the same angle. */
    @Example
    void frequenciesThatDifferByWholeCyclesAreTheSame() {
        DoubleSignal x = DoubleSignal.gaussian(1, 50);
        DoubleSignal wanted = through(DoubleChirpZPlan.of(50, FrequencyGrid.of(70, 0.125, 0.375)), x);
        for (FrequencyGrid grid : new FrequencyGrid[] {
            FrequencyGrid.of(70, 1000.125, 2.375),
            FrequencyGrid.of(70, -0.875, -1.625),
            FrequencyGrid.ofQuotients(70, 1L << 40 | 1, 3 + 16, 8)
        }) {
            DoubleSignal.assertSame(wanted, through(DoubleChirpZPlan.of(50, grid), x), grid.toString());
        }
    }

    @Example
    void aGridTellsItsFrequencies() {
        FrequencyGrid grid = FrequencyGrid.ofQuotients(400, 49_000, 5, 1_000_000);
        assertEquals("400 frequencies from 49000/1000000 by 5/1000000", grid.toString());
        assertEquals(400, grid.count());
        assertEquals(49_005, 1_000_000 * grid.frequency(1), 0.001);
        assertEquals(0.1 + 3 * 0.25, FrequencyGrid.of(4, 0.1, 0.25).frequency(3), 0.001);
    }

    @Example
    void realInputIsComplexInputWithoutImaginaryParts() {
        for (int n : new int[] {1, 7, 100}) {
            DoubleChirpZPlan plan = DoubleChirpZPlan.of(n, FrequencyGrid.of(33, 0.1, 0.003));
            double[] x = Inputs.gaussian(n, new double[n]);
            DoubleSignal y = DoubleSignal.zeros(33);
            plan.transformReal(x, ONE, y.re(), y.im(), ONE, new Workspace(), Parallelism.NONE);
            DoubleSignal.assertSame(through(plan, new DoubleSignal(x, new double[n])), y, plan.describe());
        }
    }

    @Example
    void everyLayoutAndAnyThreadsGiveEachVectorTheBitsItHasAlone() {
        for (int n : new int[] {1, 12, 61}) {
            DoubleChirpZPlan plan = DoubleChirpZPlan.of(n, FrequencyGrid.of(n, 0.1, 0.003));
            DoubleSignal[] x = new DoubleSignal[6];
            DoubleSignal[] wanted = new DoubleSignal[6];
            for (int i = 0; i < 6; i++) {
                x[i] = i == 2 ? DoubleSignal.special(i, n) : DoubleSignal.uneven(i, n);
                wanted[i] = through(plan, x[i]);
            }
            Layout from = new Layout(1, 3, 6, 3 * n + 1);
            Layout to = Layout.columns(2, 6, 9);
            EveryParallelism.run((parallelism, context) -> {
                DoubleSignalPlacement in = DoubleSignalPlacement.of(from, n).putAll(x);
                DoubleSignalPlacement out = DoubleSignalPlacement.of(to, n);
                in.transform(plan, out, new Workspace(), parallelism);
                in.assertHolds(x, context);
                out.assertHolds(wanted, context);
                in.transform(plan, in, new Workspace(), parallelism);
                in.assertHolds(wanted, context + " in place");
            });
        }
    }

    @Example
    void runningAgainAllocatesNothing() {
        DoubleChirpZPlan plan = DoubleChirpZPlan.of(100, FrequencyGrid.of(50, 0.1, 0.003));
        DoubleSignal x = DoubleSignal.zeros(300);
        DoubleSignal y = DoubleSignal.zeros(150);
        Workspace workspace = new Workspace();
        Layout from = Layout.rows(0, 3, 100);
        Layout to = Layout.rows(0, 3, 50);
        Allocation.assertNone(
                plan.describe(),
                () -> plan.transform(x.re(), x.im(), from, y.re(), y.im(), to, workspace, Parallelism.NONE));
        Allocation.assertNone(
                plan.describe() + " of real vectors",
                () -> plan.transformReal(x.re(), from, y.re(), y.im(), to, workspace, Parallelism.NONE));
    }

    @Example
    void infinitiesAndNaNStayInTheirVector() {
        DoubleChirpZPlan plan = DoubleChirpZPlan.of(10, FrequencyGrid.of(10, 0.1, 0.003));
        DoubleSignal x = DoubleSignal.gaussian(1, 20);
        DoubleSignal alone =
                through(plan, new DoubleSignal(Arrays.copyOfRange(x.re(), 10, 20), Arrays.copyOfRange(x.im(), 10, 20)));
        x.re()[3] = Double.NaN;
        DoubleSignal y = DoubleSignal.zeros(20);
        Layout rows = Layout.rows(0, 2, 10);
        plan.transform(x.re(), x.im(), rows, y.re(), y.im(), rows, new Workspace(), Parallelism.NONE);
        Bits.assertSame(alone.re(), Arrays.copyOfRange(y.re(), 10, 20), "the other vector");
        assertTrue(Double.isNaN(y.re()[0]) && Double.isNaN(y.im()[9]), "its own");
    }
}
