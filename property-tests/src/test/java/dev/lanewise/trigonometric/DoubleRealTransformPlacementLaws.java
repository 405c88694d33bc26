package dev.lanewise.trigonometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * A result of a cosine, sine or Hartley transform depends on the vector alone: never on where it lies, what lies beside it, what
 * was there before, or how many threads work.
 */
final class DoubleRealTransformPlacementLaws implements Seeds, TrigonometricLengths {
    @BeforeContainer
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    @AfterTry
    void noThreadStaysBehind() {
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    /** Guards in more arrays than any of the transforms takes, each longer than it needs. */
    private static Workspace dirtyWorkspace(int workers, int n) {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < workers; worker++) {
            for (int depth = 0; depth < 24; depth++) {
                Bits.guard(workspace.worker(worker).takeDoubles(16 * n + 500));
            }
            for (int depth = 0; depth < 24; depth++) {
                workspace.worker(worker).releaseDoubles();
            }
        }
        return workspace;
    }

    @Property(tries = 600)
    void everyLayoutGivesEachVectorTheBitsItHasAlone(
            @ForAll("lengths") int n, @ForAll @IntRange(max = 40) int count, @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleRealTransform transform = DoubleRealTransform.random(n, random);
        double[][] x = DoubleRealTransform.vectors(n, count, random);
        double[][] wanted = transform.oneByOne(x);
        DoublePlacement in =
                DoublePlacement.of(DoublePlacement.random(random, n, count), n).putAll(x);
        DoublePlacement out = DoublePlacement.of(DoublePlacement.random(random, n, count), n);
        Parallelism parallelism = Parallelism.threads(random.nextInt(8) == 0 ? 3 : 1);
        String context = transform.describe() + " from " + in.layout() + ", seed " + seed;
        transform.transform(in, out, dirtyWorkspace(parallelism.workers(), n), parallelism);
        in.assertHolds(x, context);
        out.assertHolds(wanted, context);
        transform.transform(in, in, dirtyWorkspace(1, n), Parallelism.NONE);
        in.assertHolds(wanted, context + " in place");
    }

    @Example
    void everyTransformAndEveryLayoutGivesEachVectorTheBitsItHasAlone() {
        Workspace workspace = new Workspace();
        SplittableRandom random = new SplittableRandom(1);
        for (int n : new int[] {2, 3, 9, 32, 33, 45, 61, 129, 210}) {
            for (DoubleRealTransform transform : DoubleRealTransform.all(n, Normalization.ORTHO)) {
                for (int count : new int[] {0, 1, 9, 17}) {
                    double[][] x = DoubleRealTransform.vectors(n, count, random);
                    double[][] wanted = transform.oneByOne(x);
                    for (Layout from : DoublePlacement.layouts(n, count)) {
                        for (Layout to : DoublePlacement.layouts(n, count)) {
                            DoublePlacement in = DoublePlacement.of(from, n).putAll(x);
                            DoublePlacement out = DoublePlacement.of(to, n);
                            transform.transform(in, out, workspace, Parallelism.NONE);
                            out.assertHolds(wanted, transform.describe() + " from " + from);
                        }
                    }
                }
            }
        }
    }

    /** So many that vectors side by side, what is left of them and single ones all occur; every way that a length may go. */
    @Example
    void everyNumberOfVectorsGivesEachTheBitsItHasAlone() {
        SplittableRandom random = new SplittableRandom(2);
        for (int n :
                new int[] {2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 30, 33, 34, 64, 65, 67, 105, 128, 129, 132, 240}) {
            for (DoubleRealTransform transform : DoubleRealTransform.all(n, Normalization.values()[n % 3])) {
                for (int count : DoublePlacement.COUNTS) {
                    double[][] x = DoubleRealTransform.vectors(n, count, random);
                    double[][] wanted = transform.oneByOne(x);
                    List<Layout> layouts = DoublePlacement.layouts(n, count);
                    DoublePlacement in = DoublePlacement.of(layouts.get(random.nextInt(layouts.size())), n)
                            .putAll(x);
                    DoublePlacement out = DoublePlacement.of(layouts.get(random.nextInt(layouts.size())), n);
                    transform.transform(in, out, dirtyWorkspace(1, n), Parallelism.NONE);
                    in.assertHolds(x, transform.describe());
                    out.assertHolds(wanted, transform.describe() + " from " + in.layout());
                    transform.transform(in, in, dirtyWorkspace(1, n), Parallelism.NONE);
                    in.assertHolds(wanted, transform.describe() + " in place");
                }
            }
        }
    }

    /** On both sides of where columns are no longer transformed side by side. */
    @Example
    void longColumnsHaveTheBitsTheyHaveAlone() {
        SplittableRandom random = new SplittableRandom(3);
        for (int n : new int[] {8190, 1 << 13, 8193, 8085}) {
            for (DoubleRealTransform transform : DoubleRealTransform.all(n, Normalization.ORTHO)) {
                double[][] x = DoubleRealTransform.vectors(n, 17, random);
                DoublePlacement columns =
                        DoublePlacement.of(Layout.columns(2, 17, 19), n).putAll(x);
                transform.transform(columns, columns, new Workspace(), Parallelism.NONE);
                columns.assertHolds(transform.oneByOne(x), transform.describe());
            }
        }
    }

    @Example
    void theBitsAreTheSameWithAnyThreads() {
        for (int n : new int[] {2, 17, 30, 64, 65, 1024}) {
            for (int count : new int[] {1, 2, 3, 17, 100}) {
                SplittableRandom random = new SplittableRandom(n + count);
                DoubleRealTransform transform = DoubleRealTransform.random(n, random);
                double[][] x = DoubleRealTransform.vectors(n, count, random);
                double[][] wanted = transform.oneByOne(x);
                Workspace workspace = new Workspace();
                int offered = EveryParallelism.run((parallelism, context) -> {
                    for (Layout from : new Layout[] {Layout.rows(1, count, n + 2), Layout.columns(0, count, count)}) {
                        DoublePlacement in = DoublePlacement.of(from, n).putAll(x);
                        DoublePlacement out = DoublePlacement.of(Layout.columns(3, count, count + 5), n);
                        transform.transform(in, out, workspace, parallelism);
                        out.assertHolds(wanted, transform.describe() + ", " + context);
                        transform.transform(in, in, workspace, parallelism);
                        in.assertHolds(wanted, transform.describe() + ", in place, " + context);
                    }
                });
                assertTrue(count == 1 || offered > 0, transform.describe() + ": nothing was offered to other threads");
            }
        }
    }

    /** With a workspace that is kept, running again allocates nothing. */
    @Example
    void runningAgainAllocatesNothing() {
        for (int n : new int[] {2, 45, 61, 64, 210, 257}) {
            for (DoubleRealTransform transform : DoubleRealTransform.all(n, Normalization.ORTHO)) {
                for (Layout layout :
                        new Layout[] {Layout.rows(0, 3, n), Layout.rows(0, 20, n), Layout.columns(0, 20, 20)}) {
                    double[] x = new double[(int) layout.end(n)];
                    double[] y = new double[x.length];
                    Workspace workspace = new Workspace();
                    Allocation.assertNone(transform.describe() + " at " + layout, () -> {
                        transform.transform(x, layout, y, layout, workspace, Parallelism.NONE);
                        transform.transform(y, layout, y, layout, workspace, Parallelism.NONE);
                    });
                }
            }
        }
    }
}
