package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.WalshOrdering;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A result depends on the vector alone: never on where it lies, what lies beside it, or what was there before. */
final class DoubleHadamardLayoutLaws implements Seeds {
    /** At least as many columns as a transform of interleaved vectors gathers at once. */
    private static final int COLUMNS = 16;

    @BeforeContainer
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    @Provide
    Arbitrary<Integer> orders() {
        return Arbitraries.of(HadamardMatrix.ordersUpTo(1024));
    }

    /** A plan of each kind: with and without signs, any normalisation, any ordering that the length has. */
    private static DoubleHadamardPlan plan(int n, SplittableRandom random) {
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(Normalization.values()[random.nextInt(3)]);
        if (random.nextBoolean()) {
            plan = plan.withSigns(Inputs.signs(random.nextLong(), new double[n]));
        }
        return HadamardMatrix.baseOf(n) == 1 ? plan.ordered(WalshOrdering.values()[random.nextInt(3)]) : plan;
    }

    private static double[][] vectors(int n, int count, SplittableRandom random) {
        double[][] x = new double[count][n];
        for (double[] vector : x) {
            if (random.nextBoolean()) {
                Inputs.uneven(random.nextLong(), vector);
            } else {
                Inputs.special(random.nextLong(), vector);
            }
        }
        return x;
    }

    /** Each vector alone, in place in an array of its own. */
    private static double[][] oneByOne(DoubleHadamardPlan plan, double[][] x) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i].clone();
            plan.transform(y[i]);
        }
        return y;
    }

    /** Guards in more arrays than a transform takes, so long (or as the scratch of a base), for so many workers. */
    private static Workspace dirtyWorkspace(int workers, int length) {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < workers; worker++) {
            for (int depth = 0; depth < 4; depth++) {
                Bits.guard(workspace.worker(worker).takeDoubles(Math.max(1 << 11, length)));
            }
            for (int depth = 0; depth < 4; depth++) {
                workspace.worker(worker).releaseDoubles();
            }
        }
        return workspace;
    }

    @Property(tries = 1000)
    void everyLayoutGivesEachVectorTheBitsItHasAlone(
            @ForAll("orders") int n, @ForAll @IntRange(max = 40) int count, @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleHadamardPlan plan = plan(n, random);
        double[][] x = vectors(n, count, random);
        double[][] wanted = oneByOne(plan, x);
        DoublePlacement in =
                DoublePlacement.of(DoublePlacement.random(random, n, count), n).putAll(x);
        DoublePlacement out = DoublePlacement.of(DoublePlacement.random(random, n, count), n);
        Parallelism parallelism = Parallelism.threads(random.nextInt(8) == 0 ? 3 : 1);
        Workspace workspace = dirtyWorkspace(parallelism.workers(), COLUMNS * n);
        plan.transform(in.array(), in.layout(), out.array(), out.layout(), workspace, parallelism);
        String context = plan.describe() + " from " + in.layout() + ", seed " + seed;
        in.assertHolds(x, context);
        out.assertHolds(wanted, context);
        plan.transform(in.array(), in.layout(), dirtyWorkspace(1, COLUMNS * n));
        in.assertHolds(wanted, context + " in place");
    }

    @Example
    void everyOrderAndEveryLayoutGivesEachVectorTheBitsItHasAlone() {
        Workspace workspace = new Workspace();
        for (int n : HadamardMatrix.ordersUpTo(4096)) {
            SplittableRandom random = new SplittableRandom(n);
            DoubleHadamardPlan plan = plan(n, random);
            int count = n < 600 ? 21 : 5;
            double[][] x = vectors(n, count, random);
            double[][] wanted = oneByOne(plan, x);
            for (Layout layout : DoublePlacement.layouts(n, count)) {
                DoublePlacement placement = DoublePlacement.of(layout, n).putAll(x);
                plan.transform(placement.array(), layout, workspace);
                placement.assertHolds(wanted, plan.describe());
            }
        }
    }

    @Example
    void everyNumberOfColumnsGivesEachTheBitsItHasAlone() {
        for (int n : new int[] {1, 2, 8, 12, 64, 40, 512, 896}) {
            for (int count = 1; count <= 36; count++) {
                SplittableRandom random = new SplittableRandom(count);
                DoubleHadamardPlan plan = plan(n, random);
                double[][] x = vectors(n, count, random);
                DoublePlacement placement = DoublePlacement.of(Layout.columns(1, count, count + count % 3), n)
                        .putAll(x);
                plan.transform(placement.array(), placement.layout(), dirtyWorkspace(1, COLUMNS * n));
                placement.assertHolds(oneByOne(plan, x), plan.describe());
            }
        }
    }

    @Property
    void anyOffsetGivesTheSameBits(
            @ForAll("orders") int n,
            @ForAll @IntRange(max = 65) int inOffset,
            @ForAll @IntRange(max = 65) int outOffset,
            @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleHadamardPlan plan = plan(n, random);
        double[][] x = vectors(n, 1, random);
        double[][] wanted = oneByOne(plan, x);
        DoublePlacement in = DoublePlacement.of(Layout.contiguous(inOffset), n).putAll(x);
        DoublePlacement out = DoublePlacement.of(Layout.contiguous(outOffset), n);
        String context = plan.describe() + ", seed " + seed;
        plan.transform(in.array(), inOffset, out.array(), outOffset, dirtyWorkspace(1, n));
        in.assertHolds(x, context);
        out.assertHolds(wanted, context);
        plan.transform(in.array(), inOffset, in.array(), inOffset, dirtyWorkspace(1, n));
        in.assertHolds(wanted, context + " in place");
    }

    @Property
    void inputAndOutputMayLieApartInOneArray(
            @ForAll("orders") int n,
            @ForAll @IntRange(max = 9) int gap,
            @ForAll boolean inputFirst,
            @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleHadamardPlan plan = plan(n, random);
        double[][] x = vectors(n, 1, random);
        double[][] wanted = oneByOne(plan, x);
        double[] array = Bits.guard(new double[2 * n + gap]);
        DoublePlacement in = DoublePlacement.in(array, Layout.contiguous(inputFirst ? 0 : n + gap), n);
        DoublePlacement out = DoublePlacement.in(array, Layout.contiguous(inputFirst ? n + gap : 0), n);
        in.putAll(x);
        String context = plan.describe() + ", seed " + seed;
        plan.transform(array, in.layout().offset(), array, out.layout().offset(), dirtyWorkspace(1, n));
        Bits.assertSame(x[0], in.get(0), context + ", input");
        Bits.assertSame(wanted[0], out.get(0), context + ", output");
        in.putAll(x);
        plan.transform(array, in.layout(), array, out.layout(), dirtyWorkspace(1, n), Parallelism.NONE);
        Bits.assertSame(x[0], in.get(0), context + ", input by layout");
        Bits.assertSame(wanted[0], out.get(0), context + ", output by layout");
    }

    @Example
    void inputsMayOverlapEachOtherIfTheOutputIsElsewhere() {
        int n = 64;
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n);
        double[] signal = Inputs.uneven(5, new double[n + 20]);
        double[] before = signal.clone();
        double[][] windows = new double[21][n];
        for (int start = 0; start < windows.length; start++) {
            System.arraycopy(signal, start, windows[start], 0, n);
        }
        double[][] wanted = oneByOne(plan, windows);
        Layout sliding = new Layout(0, 1, windows.length, 1);
        for (Layout layout : DoublePlacement.layouts(n, windows.length)) {
            DoublePlacement out = DoublePlacement.of(layout, n);
            plan.transform(signal, sliding, out.array(), layout, new Workspace(), Parallelism.NONE);
            out.assertHolds(wanted, "sliding windows");
            Bits.assertSame(before, signal, "the signal under sliding windows to " + layout);
        }
    }

    @Example
    void longVectorsHaveTheSameBitsInEveryLayout() {
        for (int n : new int[] {1 << 17, 12 << 16, 20 << 16, 28 << 16}) {
            SplittableRandom random = new SplittableRandom(n);
            DoubleHadamardPlan plan = plan(n, random);
            assertTrue(plan.describe().contains("joined by"), plan.describe());
            double[][] x = vectors(n, 2, random);
            double[][] wanted = oneByOne(plan, x);
            for (Layout layout : DoublePlacement.layouts(n, 2)) {
                DoublePlacement in = DoublePlacement.of(layout, n).putAll(x);
                DoublePlacement out = DoublePlacement.of(Layout.rows(1, 2, n), n);
                plan.transform(in.array(), layout, out.array(), out.layout(), dirtyWorkspace(1, n), Parallelism.NONE);
                in.assertHolds(x, plan.describe());
                out.assertHolds(wanted, plan.describe());
                plan.transform(in.array(), layout, dirtyWorkspace(1, n));
                in.assertHolds(wanted, plan.describe() + " in place");
            }
        }
    }

    @Example
    void oneWorkspaceServesPlansOfAnyLengthInTurn() {
        Workspace workspace = new Workspace();
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 300; round++) {
            int n = HadamardMatrix.ordersUpTo(2048)
                    .get(random.nextInt(HadamardMatrix.ordersUpTo(2048).size()));
            int count = random.nextInt(20);
            DoubleHadamardPlan plan = plan(n, random);
            double[][] x = vectors(n, count, random);
            DoublePlacement placement = DoublePlacement.of(DoublePlacement.random(random, n, count), n)
                    .putAll(x);
            plan.transform(placement.array(), placement.layout(), workspace);
            placement.assertHolds(oneByOne(plan, x), plan.describe() + " in round " + round);
        }
    }

    @Example
    void noVectorsMeansNothingHappens() {
        for (Layout layout : DoublePlacement.layouts(16, 0)) {
            DoublePlacement placement = DoublePlacement.of(layout, 16);
            DoubleHadamardPlan.of(16).transform(placement.array(), layout, new Workspace());
            placement.assertGuarded("no vectors");
            DoubleHadamardPlan.of(16)
                    .transform(
                            placement.array(),
                            layout,
                            placement.array(),
                            layout,
                            new Workspace(),
                            Parallelism.threads(3));
            placement.assertGuarded("no vectors, three threads");
        }
    }

    @Example
    void oneVectorIsInPlaceHoweverItsLayoutIsSpelled() {
        double[] x = Inputs.gaussian(3, new double[16]);
        double[] wanted = x.clone();
        DoubleHadamardPlan.of(16).transform(wanted);
        DoubleHadamardPlan.of(16)
                .transform(x, Layout.contiguous(0), x, Layout.rows(0, 1, 16), new Workspace(), Parallelism.NONE);
        Bits.assertSame(wanted, x, "the distance of a single vector says nothing");
    }
}
