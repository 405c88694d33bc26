package dev.lanewise.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A result depends on the vector alone: never on where it lies, what lies beside it, or what was there before. */
final class DoubleFourierLayoutLaws implements Seeds, FourierLengths {
    @BeforeContainer
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    /** A plan of each kind: either direction, any normalisation. */
    private static DoubleFourierPlan plan(int n, SplittableRandom random) {
        DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(Normalization.values()[random.nextInt(3)]);
        return random.nextBoolean() ? plan.inverse() : plan;
    }

    private static DoubleSignal[] vectors(int n, int count, SplittableRandom random) {
        DoubleSignal[] x = new DoubleSignal[count];
        for (int i = 0; i < count; i++) {
            long seed = random.nextLong();
            x[i] = random.nextInt(4) == 0 ? DoubleSignal.special(seed, n) : DoubleSignal.uneven(seed, n);
        }
        return x;
    }

    /** Each vector alone, in place in arrays of its own. */
    private static DoubleSignal[] oneByOne(DoubleFourierPlan plan, DoubleSignal[] x) {
        DoubleSignal[] y = new DoubleSignal[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i].through(plan);
        }
        return y;
    }

    /**
     * Guards in as many arrays as a transform takes, for so many workers: two to gather vectors in, two for a convolution,
     * two for its passes; each as long as several interleaved vectors, or a convolution of one.
     */
    private static Workspace dirtyWorkspace(int workers, int n) {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < workers; worker++) {
            for (int depth = 0; depth < 6; depth++) {
                Bits.guard(workspace.worker(worker).takeDoubles(40 * n + 500));
            }
            for (int depth = 0; depth < 6; depth++) {
                workspace.worker(worker).releaseDoubles();
            }
        }
        return workspace;
    }

    @Property(tries = 1000)
    void everyLayoutGivesEachVectorTheBitsItHasAlone(
            @ForAll("lengths") int n, @ForAll @IntRange(max = 40) int count, @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleFourierPlan plan = plan(n, random);
        DoubleSignal[] x = vectors(n, count, random);
        DoubleSignal[] wanted = oneByOne(plan, x);
        DoubleSignalPlacement in = DoubleSignalPlacement.of(DoublePlacement.random(random, n, count), n)
                .putAll(x);
        DoubleSignalPlacement out = DoubleSignalPlacement.of(DoublePlacement.random(random, n, count), n);
        Parallelism parallelism = Parallelism.threads(random.nextInt(8) == 0 ? 3 : 1);
        String context = plan.describe() + " from " + in.layout() + ", seed " + seed;
        in.transform(plan, out, dirtyWorkspace(parallelism.workers(), n), parallelism);
        in.assertHolds(x, context);
        out.assertHolds(wanted, context);
        in.transform(plan, in, dirtyWorkspace(1, n), Parallelism.NONE);
        in.assertHolds(wanted, context + " in place");
    }

    @Example
    void everyLengthAndEveryLayoutGivesEachVectorTheBitsItHasAlone() {
        Workspace workspace = new Workspace();
        for (int n : FourierLengths.spreadUpTo(600)) {
            SplittableRandom random = new SplittableRandom(n);
            DoubleFourierPlan plan = plan(n, random);
            int count = n < 150 ? 21 : 5;
            DoubleSignal[] x = vectors(n, count, random);
            DoubleSignal[] wanted = oneByOne(plan, x);
            for (Layout layout : DoublePlacement.layouts(n, count)) {
                DoubleSignalPlacement placement =
                        DoubleSignalPlacement.of(layout, n).putAll(x);
                placement.transform(plan, placement, workspace, Parallelism.NONE);
                placement.assertHolds(wanted, plan.describe());
            }
        }
    }

    /** So many that groups of columns, what is left of them and single ones all occur, at any number of lanes. */
    @Example
    void everyNumberOfColumnsGivesEachTheBitsItHasAlone() {
        for (int n : new int[] {1, 2, 3, 4, 8, 13, 16, 17, 30, 49, 64, 77, 100, 143, 512}) {
            for (int count = 1; count <= 36; count++) {
                SplittableRandom random = new SplittableRandom(count);
                DoubleFourierPlan plan = plan(n, random);
                DoubleSignal[] x = vectors(n, count, random);
                DoubleSignalPlacement placement = DoubleSignalPlacement.of(
                                Layout.columns(1, count, count + count % 3), n)
                        .putAll(x);
                placement.transform(plan, placement, dirtyWorkspace(1, n), Parallelism.NONE);
                placement.assertHolds(oneByOne(plan, x), plan.describe());
            }
        }
    }

    /** Rows that are transformed side by side and such that are not, and what lies otherwise. */
    @Example
    void everyNumberOfVectorsGivesEachTheBitsItHasAlone() {
        for (int n : new int[] {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 20, 31, 48, 60, 63, 64}) {
            for (int count : DoublePlacement.COUNTS) {
                SplittableRandom random = new SplittableRandom(count);
                DoubleFourierPlan plan = plan(n, random);
                DoubleSignal[] x = vectors(n, count, random);
                DoubleSignal[] wanted = oneByOne(plan, x);
                for (Layout from : DoublePlacement.layouts(n, count)) {
                    for (Layout to : DoublePlacement.layouts(n, count)) {
                        DoubleSignalPlacement in =
                                DoubleSignalPlacement.of(from, n).putAll(x);
                        DoubleSignalPlacement out = DoubleSignalPlacement.of(to, n);
                        in.transform(plan, out, dirtyWorkspace(1, n), Parallelism.NONE);
                        out.assertHolds(wanted, plan.describe() + " from " + from);
                    }
                }
            }
        }
    }

    /** Columns without anything beside them are transformed where they are, as many as are gathered otherwise. */
    @Example
    void columnsThatFillTheirRowsHaveTheSameBits() {
        for (int n : new int[] {1, 2, 30, 64, 100}) {
            SplittableRandom random = new SplittableRandom(n);
            DoubleFourierPlan plan = plan(n, random);
            DoubleSignal[] x = vectors(n, 16, random);
            DoubleSignalPlacement placement =
                    DoubleSignalPlacement.of(Layout.columns(5, 16, 16), n).putAll(x);
            placement.transform(plan, placement, dirtyWorkspace(1, n), Parallelism.NONE);
            placement.assertHolds(oneByOne(plan, x), plan.describe());
        }
    }

    /** Pairs at any layout are split vectors whose parts lie in one array. */
    @Example
    void pairsHaveTheBitsOfSplitVectorsInEveryLayout() {
        for (int n : new int[] {1, 2, 3, 4, 5, 8, 13, 17, 20, 48, 63, 64, 100, 256}) {
            for (int count : DoublePlacement.COUNTS) {
                SplittableRandom random = new SplittableRandom(n + count);
                DoubleFourierPlan plan = plan(n, random);
                DoubleSignal[] x = vectors(n, count, random);
                DoubleSignal[] wanted = oneByOne(plan, x);
                List<Layout> layouts = DoublePlacement.layouts(n, count);
                for (int i = 0; i < layouts.size(); i++) {
                    Layout from = layouts.get(i);
                    Layout to = layouts.get((i + random.nextInt(2)) % layouts.size());
                    double[] in = Bits.guard(new double[2 * (int) from.end(n)]);
                    double[] out = Bits.guard(new double[2 * (int) to.end(n)]);
                    putPairs(x, from, in);
                    double[] wantedOut = out.clone();
                    putPairs(wanted, to, wantedOut);
                    Workspace workspace = dirtyWorkspace(1, n);
                    String context = plan.describe() + " pairs from " + from + " to " + to;
                    plan.transformInterleaved(in, from, out, to, workspace, Parallelism.NONE);
                    Bits.assertSame(wantedOut, out, context);
                    double[] wantedIn = in.clone();
                    putPairs(wanted, from, wantedIn);
                    plan.transformInterleaved(in, from, in, from, workspace, Parallelism.NONE);
                    Bits.assertSame(wantedIn, in, context + " in place");
                }
            }
        }
    }

    /** So are vectors that hold all real parts and then all imaginary parts. */
    @Example
    void stackedVectorsHaveTheBitsOfSplitVectorsInEveryLayout() {
        for (int n : new int[] {1, 2, 3, 13, 17, 64, 65, 100, 256, 509}) {
            for (int count : DoublePlacement.COUNTS) {
                SplittableRandom random = new SplittableRandom(n + count);
                DoubleFourierPlan plan = plan(n, random);
                DoubleSignal[] x = vectors(n, count, random);
                double[][] inputs = stacked(x), wanted = stacked(oneByOne(plan, x));
                List<Layout> layouts = DoublePlacement.layouts(2 * n, count);
                for (int i = 0; i < layouts.size(); i++) {
                    Layout from = layouts.get(i);
                    Layout to = layouts.get((i + random.nextInt(2)) % layouts.size());
                    DoublePlacement in = DoublePlacement.of(from, 2 * n).putAll(inputs);
                    DoublePlacement out = DoublePlacement.of(to, 2 * n);
                    Parallelism parallelism = Parallelism.threads(1 + 2 * random.nextInt(2));
                    Workspace workspace = dirtyWorkspace(parallelism.workers(), n);
                    String context = plan.describe() + " stacked, from " + from + " to " + to;
                    plan.transformStacked(in.array(), from, out.array(), to, workspace, parallelism);
                    in.assertHolds(inputs, context);
                    out.assertHolds(wanted, context);
                    plan.transformStacked(in.array(), from, in.array(), from, workspace, parallelism);
                    in.assertHolds(wanted, context + " in place");
                }
            }
        }
    }

    private static double[][] stacked(DoubleSignal[] x) {
        double[][] stacked = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            int n = x[i].re().length;
            stacked[i] = Arrays.copyOf(x[i].re(), 2 * n);
            System.arraycopy(x[i].im(), 0, stacked[i], n, n);
        }
        return stacked;
    }

    private static void putPairs(DoubleSignal[] x, Layout layout, double[] pairs) {
        for (int vector = 0; vector < x.length; vector++) {
            for (int i = 0; i < x[vector].re().length; i++) {
                int at = 2 * (layout.start(vector) + i * layout.stride());
                pairs[at] = x[vector].re()[i];
                pairs[at + 1] = x[vector].im()[i];
            }
        }
    }

    @Property
    void anyOffsetGivesTheSameBits(
            @ForAll("lengths") int n,
            @ForAll @IntRange(max = 65) int inOffset,
            @ForAll @IntRange(max = 65) int outOffset,
            @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleFourierPlan plan = plan(n, random);
        DoubleSignal[] x = vectors(n, 1, random);
        DoubleSignal[] wanted = oneByOne(plan, x);
        DoubleSignalPlacement in =
                DoubleSignalPlacement.of(Layout.contiguous(inOffset), n).putAll(x);
        DoubleSignalPlacement out = DoubleSignalPlacement.of(Layout.contiguous(outOffset), n);
        String context = plan.describe() + ", seed " + seed;
        in.transform(plan, out, dirtyWorkspace(1, n), Parallelism.NONE);
        in.assertHolds(x, context);
        out.assertHolds(wanted, context);
        in.transform(plan, in, dirtyWorkspace(1, n), Parallelism.NONE);
        in.assertHolds(wanted, context + " in place");
    }

    @Property
    void inputAndOutputMayLieApartInTheSameArrays(
            @ForAll("lengths") int n,
            @ForAll @IntRange(max = 9) int gap,
            @ForAll boolean inputFirst,
            @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleFourierPlan plan = plan(n, random);
        DoubleSignal[] x = vectors(n, 1, random);
        DoubleSignal arrays =
                new DoubleSignal(Bits.guard(new double[2 * n + gap]), Bits.guard(new double[2 * n + gap]));
        DoubleSignalPlacement in = DoubleSignalPlacement.in(arrays, Layout.contiguous(inputFirst ? 0 : n + gap), n);
        DoubleSignalPlacement out = DoubleSignalPlacement.in(arrays, Layout.contiguous(inputFirst ? n + gap : 0), n);
        in.putAll(x).transform(plan, out, dirtyWorkspace(1, n), Parallelism.NONE);
        String context = plan.describe() + ", seed " + seed;
        DoubleSignal.assertSame(x[0], in.get(0), context + ", input");
        DoubleSignal.assertSame(x[0].through(plan), out.get(0), context + ", output");
    }

    @Example
    void inputsMayOverlapEachOtherIfTheOutputIsElsewhere() {
        for (int n : new int[] {64, 45, 37}) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n);
            int count = 21;
            DoubleSignal signal = DoubleSignal.uneven(5, n + count - 1);
            DoubleSignal before = signal.copy();
            DoubleSignalPlacement sliding = DoubleSignalPlacement.in(signal, new Layout(0, 1, count, 1), n);
            DoubleSignal[] windows = new DoubleSignal[count];
            for (int start = 0; start < count; start++) {
                windows[start] = sliding.get(start);
            }
            DoubleSignal[] wanted = oneByOne(plan, windows);
            for (Layout layout : DoublePlacement.layouts(n, count)) {
                DoubleSignalPlacement out = DoubleSignalPlacement.of(layout, n);
                sliding.transform(plan, out, new Workspace(), Parallelism.NONE);
                out.assertHolds(wanted, "sliding windows");
                DoubleSignal.assertSame(before, signal, "the signal under sliding windows to " + layout);
            }
        }
    }

    /** On both sides of where columns are no longer transformed together, and one that is a convolution. */
    @Example
    void longVectorsHaveTheSameBitsInEveryLayout() {
        for (int n : new int[] {1 << 12, 3 << 11, 1 << 15, 30_030, 4099}) {
            SplittableRandom random = new SplittableRandom(n);
            DoubleFourierPlan plan = plan(n, random);
            DoubleSignal[] x = vectors(n, 6, random);
            DoubleSignal[] wanted = oneByOne(plan, x);
            for (Layout layout : DoublePlacement.layouts(n, 6)) {
                DoubleSignalPlacement in = DoubleSignalPlacement.of(layout, n).putAll(x);
                DoubleSignalPlacement out = DoubleSignalPlacement.of(Layout.rows(1, 6, n), n);
                in.transform(plan, out, new Workspace(), Parallelism.NONE);
                in.assertHolds(x, plan.describe());
                out.assertHolds(wanted, plan.describe());
                in.transform(plan, in, new Workspace(), Parallelism.NONE);
                in.assertHolds(wanted, plan.describe() + " in place");
            }
        }
    }

    @Example
    void oneWorkspaceServesPlansOfAnyLengthInTurn() {
        Workspace workspace = new Workspace();
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 300; round++) {
            int n = random.nextInt(1, 700);
            int count = random.nextInt(20);
            DoubleFourierPlan plan = plan(n, random);
            DoubleSignal[] x = vectors(n, count, random);
            DoubleSignalPlacement placement = DoubleSignalPlacement.of(DoublePlacement.random(random, n, count), n)
                    .putAll(x);
            placement.transform(plan, placement, workspace, Parallelism.NONE);
            placement.assertHolds(oneByOne(plan, x), plan.describe() + " in round " + round);
        }
    }

    @Example
    void noVectorsMeansNothingHappens() {
        for (int n : new int[] {1, 16, 17}) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(Normalization.ORTHO);
            for (Layout layout : DoublePlacement.layouts(n, 0)) {
                DoubleSignalPlacement placement = DoubleSignalPlacement.of(layout, n);
                placement.transform(plan, placement, new Workspace(), Parallelism.NONE);
                placement.transform(plan, placement, new Workspace(), Parallelism.threads(3));
                placement.assertHolds(new DoubleSignal[0], "no vectors");
            }
        }
    }

    @Example
    void oneVectorIsInPlaceHoweverItsLayoutIsSpelled() {
        for (int n : new int[] {16, 17, 30}) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n);
            DoubleSignal x = DoubleSignal.gaussian(3, n);
            DoubleSignal wanted = x.through(plan);
            DoubleSignalPlacement in = DoubleSignalPlacement.in(x, Layout.contiguous(0), n);
            DoubleSignalPlacement out = DoubleSignalPlacement.in(x, Layout.rows(0, 1, n), n);
            in.transform(plan, out, new Workspace(), Parallelism.NONE);
            DoubleSignal.assertSame(wanted, x, "the distance of a single vector says nothing");
        }
    }
}
